"""``sop validate --fix`` and ``--diff``: files are read, what has a certain fix is put right, and written or shown."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from sop_engine.cli.columns import printable
from sop_engine.messages import text

if TYPE_CHECKING:
    from sop_engine.definition.project import Projects
    from sop_engine.diagnostic import Diagnostic
    from sop_engine.fixes.mend import Mended
    from sop_engine.rewriting import Original

_MANY_FILES = 20
_STDIN = "<stdin>"


def put_right(given: list[str], folder: Path, projects: Projects, *, writes: bool) -> int:
    """Mend the named files, or show as a diff what would change; return the exit code, 0 unless a file failed.

    What was done is told on the error stream: the other one belongs to the report or to the diff. Raises Failure
    USE028 when standard input is to be written.
    """
    from sop_engine.cli.author import STREAM, named_files
    from sop_engine.cli.progress import watched
    from sop_engine.failure import Failure

    if writes and STREAM in given:
        raise Failure("USE028")
    code, changed, mended = 0, 0, 0
    for file in watched(named_files(given, folder), text("author.mending"), _MANY_FILES):
        try:
            result = _one(file if file != Path(STREAM) else None, folder, projects, writes=writes)
        except Failure as failure:
            typer.echo(printable(f"{failure.code} {failure.message()}"), err=True)
            code = max(code, failure.exit_code)
            continue
        if result is not None:
            _tell(result, writes=writes)
            changed += bool(result.fixed)
            mended += len(result.fixed)
    summary = "author.mended" if writes else "author.mendable"
    typer.echo(text(summary, files=changed, count=mended), err=True)
    return code


def _one(file: Path | None, folder: Path, projects: Projects, *, writes: bool) -> Mended | None:
    """Return what came of one file; None for one that cannot be read, which the report tells."""
    from sop_engine.fixes.mend import mend
    from sop_engine.rewriting import opened, original, replace
    from sop_engine.textfile import MAX_BYTES

    shown = _STDIN if file is None else str(file)
    before, _ = original(sys.stdin.buffer.read(MAX_BYTES + 1), shown) if file is None else opened(file, shown)
    if before is None:
        return None
    result = mend(before, shown, _judge(file, folder, projects))
    if not result.fixed:
        return result
    if writes and file is not None:
        replace(file, before, result.file.raw)
    elif not writes:
        _show(shown, before, result.file)
    return result


def _judge(file: Path | None, folder: Path, projects: Projects) -> Callable[[str], tuple[Diagnostic, ...]]:
    from sop_engine.compiler import judge_stream, judge_text
    from sop_engine.definition.catalogue import Catalogue

    if file is None:
        settings = projects.around(Path.cwd())
        return lambda content: judge_stream(content.encode("utf-8"), Catalogue(folder), _STDIN, settings).found
    catalogue, settings = Catalogue.around(file, folder), projects.around(file.parent)
    return lambda content: judge_text(content, file, catalogue, settings).found


def _show(shown: str, before: Original, after: Original) -> None:
    from sop_engine.cli.patch import patch

    # a text that could be read holds no sign that steers a terminal, and a diff must fit the file
    typer.echo(patch(printable(shown), before.text, after.text), nl=False)


def _tell(result: Mended, *, writes: bool) -> None:
    if writes:
        for each in result.fixed:
            typer.echo(text("author.fixed", finding=_line(each)), err=True)
    for found, why in result.refused:
        typer.echo(text(f"author.not_fixed_{why}", finding=_line(found)), err=True)
    if result.untried:
        path = printable(result.untried[0].path)
        typer.echo(text("author.untried", path=path, count=len(result.untried)), err=True)


def _line(found: Diagnostic) -> str:
    return printable(f"{found.path}:{found.position.line}:{found.position.column}: {found.code} {found.message()}")
