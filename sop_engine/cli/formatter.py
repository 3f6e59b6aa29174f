"""The command ``format``: files are read, tidied and written back, each one whole or not at all."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from sop_engine.cli.columns import printable
from sop_engine.cli.options import Definitions, Json, definitions_folder
from sop_engine.cli.spoken import App
from sop_engine.messages import text

if TYPE_CHECKING:
    from sop_engine.diagnostic import Diagnostic
    from sop_engine.rewriting import Original

app = App()

_MANY_FILES = 20
_STDIN = "<stdin>"


class _Result(NamedTuple):
    """What becomes of one file: as it was found and its new bytes, or why it is left and with which exit code."""

    shown: str
    before: Original | None = None
    after: bytes | None = None
    left: tuple[str, ...] = ()
    code: int = 0

    @property
    def changes(self) -> bool:
        return self.after is not None and self.before is not None and self.after != self.before.raw


@app.command("format", help=text("formatter.help_format"))
def tidy(
    paths: Annotated[list[str] | None, typer.Argument(metavar="[PATH]...", help=text("author.paths"))] = None,
    check: Annotated[bool, typer.Option("--check", help=text("formatter.check"))] = False,
    diff: Annotated[bool, typer.Option("--diff", help=text("formatter.diff"))] = False,
    as_json: Json = False,
    definitions: Definitions = None,
) -> None:
    """Tidy files; exit 0 when all of them are in canonical form now."""
    from sop_engine.cli.author import STREAM
    from sop_engine.cli.progress import watched

    writes = not (check or diff)
    files = _files(paths or [], definitions_folder(definitions))
    results = []
    for file in watched(files, text("formatter.tidying"), _MANY_FILES):
        piped = file == Path(STREAM)
        result = _one(None if piped else file, writes=writes)
        results.append(result)
        if diff and not as_json:
            _show_diff(result)
        elif piped and writes and not as_json:
            sys.stdout.buffer.write(result.after or b"")
        elif result.changes and not as_json:
            typer.echo(text("formatter.changed" if writes else "formatter.untidy", path=printable(result.shown)))
        for line in result.left:
            typer.echo(printable(line), err=True)
    _summary(results, as_json=as_json, quiet=diff or Path(STREAM) in files, check=not writes)
    changed = check and any(result.changes for result in results)
    raise typer.Exit(max((result.code for result in results), default=0) or int(changed))


def _files(given: list[str], folder: Path) -> tuple[Path, ...]:
    """Return the files that arguments name; a folder stands for its scenarios too, which are no definitions."""
    from sop_engine.cli.author import named_files

    files = named_files(given, folder)
    beside = [file.with_suffix(f".uji{file.suffix}") for file in files if str(file) not in given]
    return tuple(dict.fromkeys([*files, *(file for file in beside if file.is_file())]))


def _one(file: Path | None, *, writes: bool) -> _Result:
    from sop_engine.definition.write import formatted
    from sop_engine.failure import Failure
    from sop_engine.rewriting import opened, original, replace
    from sop_engine.textfile import MAX_BYTES

    shown = _STDIN if file is None else str(file)
    before, found = original(sys.stdin.buffer.read(MAX_BYTES + 1), shown) if file is None else opened(file, shown)
    if before is None:
        return _left(shown, found)
    try:
        tidied, found = formatted(before.text, shown)
        if tidied is None:
            return _left(shown, found)
        result = _Result(shown, before, before.raw if tidied == before.text else before.rewritten(tidied))
        if writes and file is not None and result.changes and result.after is not None:
            replace(file, before, result.after)
    except Failure as failure:
        return _Result(shown, left=(f"{failure.code} {failure.message()}",), code=failure.exit_code)
    return result


def _left(shown: str, found: tuple[Diagnostic, ...]) -> _Result:
    from sop_engine.cli.report import worst

    lines = tuple(
        f"{shown}:{each.position.line}:{each.position.column}: {each.severity} {each.code} {each.message()}"
        for each in found
    )
    return _Result(shown, left=lines, code=worst(found, strict=False))


def _show_diff(result: _Result) -> None:
    from sop_engine.cli.patch import patch
    from sop_engine.textfile import decode

    if result.before is not None and result.after is not None:
        after = decode(result.after, result.shown)[0] or ""
        # a text that could be read holds no sign that steers a terminal, and a diff must fit the file
        typer.echo(patch(printable(result.shown), result.before.text, after), nl=False)


def _summary(results: list[_Result], *, as_json: bool, quiet: bool, check: bool) -> None:
    changed = [result.shown for result in results if result.changes]
    left = [line for result in results for line in result.left]
    same = sum(result.after is not None and not result.changes for result in results)
    if as_json:
        typer.echo(json.dumps({"changed": changed, "unchanged": same, "left": left}, ensure_ascii=False, indent=2))
    elif not quiet:
        summary = "formatter.summary_check" if check else "formatter.summary"
        stopped = sum(result.after is None for result in results)
        typer.echo(text(summary, changed=len(changed), same=same, left=stopped))
