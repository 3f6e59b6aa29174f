"""The analyst's command ``diff``: what changed between two versions of an SOP, in words."""

from __future__ import annotations

import json
from enum import StrEnum
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sop_engine.cli.options import Definitions, Json, definitions_folder
from sop_engine.cli.spoken import App
from sop_engine.messages import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sop_engine.comparison import Change
    from sop_engine.compiler import Compiled

app = App()

STREAM = "-"
_DIFFERENT = 1


class DiffFormat(StrEnum):
    """How changes are written."""

    TEXT = "text"
    MD = "md"
    JSON = "json"


@app.command("diff", help=text("difference.help_diff"))
def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help=text("difference.old"))],
    new: Annotated[str, typer.Argument(metavar="NEW", help=text("difference.new"))],
    diff_format: Annotated[DiffFormat, typer.Option("--format", help=text("difference.format"))] = DiffFormat.TEXT,
    as_json: Json = False,
    definitions: Definitions = None,
) -> None:
    """Compare two versions of a definition; exit 1 when they differ."""
    from sop_engine.comparison import compare
    from sop_engine.failure import Failure

    if old == new == STREAM:
        raise Failure("USE027")
    folder = definitions_folder(definitions)
    before, after = _compiled(old, folder), _compiled(new, folder)
    changes = compare(before, after)
    chosen = DiffFormat.JSON if as_json else diff_format
    if chosen is DiffFormat.JSON:
        body = {"sop": after.definition.id, "changes": [change._asdict() for change in changes]}
        typer.echo(json.dumps(body, ensure_ascii=False, indent=2))
    elif not changes:
        typer.echo(text("difference.same"))
    else:
        lines = _as_md if chosen is DiffFormat.MD else _as_text
        typer.echo("\n".join(lines(after.definition.title, changes)))
    raise typer.Exit(_DIFFERENT if changes else 0)


def _compiled(name: str, folder: Path) -> Compiled:
    """Return what a version compiles to. Raises Failure USE012, or as :func:`compiler.sound` does."""
    import os
    import sys

    from sop_engine.compiler import compile_stream, sound, unreadable
    from sop_engine.definition.catalogue import Catalogue
    from sop_engine.failure import Failure
    from sop_engine.textfile import MAX_BYTES, read_text

    path = Path(name)
    if name == STREAM:
        raw = sys.stdin.buffer.read(MAX_BYTES + 1)
        return sound(compile_stream(raw, Catalogue(folder), "<stdin>"), name, name)
    if not os.path.lexists(path):
        raise Failure("USE012", path=name)
    told, found = read_text(path, name)
    if told is None:
        raise unreadable(found[0])
    # an old version may have been saved under any name: as a stream it has none that its id must agree with
    result = compile_stream(told.encode("utf-8"), Catalogue.around(path, folder), name)
    return sound(result, path.stem, name)


def _as_text(title: str, changes: tuple[Change, ...]) -> Iterator[str]:
    from sop_engine.cli.columns import printable, wrapped

    yield typer.style(text("difference.title", title=printable(title)), bold=True)
    for heading, sentences in _sections(changes):
        yield ""
        yield printable(heading)
        for sentence in sentences:
            yield from wrapped(printable(sentence), "  - ")


def _as_md(title: str, changes: tuple[Change, ...]) -> Iterator[str]:
    from sop_engine.render.sheet.markdown import escaped

    yield f"# {escaped(text('difference.title', title=title))}"
    for heading, sentences in _sections(changes):
        yield from ("", f"## {escaped(heading)}", "")
        yield from (f"- {escaped(sentence)}" for sentence in sentences)


def _sections(changes: tuple[Change, ...]) -> Iterator[tuple[str, list[str]]]:
    for heading, group in groupby(changes, key=_heading):
        yield heading, [_sentence(change) for change in group]


def _heading(change: Change) -> str:
    return text(f"difference.audience_{change.audience}", actor=change.actor)


def _sentence(change: Change) -> str:
    kind, place = change.kind.value, " › ".join(change.place)
    if kind == "leads":
        step, how, *answer = change.place
        place = text(f"difference.by_{how}", step=step, answer=answer[0] if answer else "")
        kind = "leads" if change.old and change.new else "leads_new" if change.new else "leads_gone"
    elif change.actor is not None and not change.place and kind in ("added", "removed"):
        kind = f"step_{kind}"
    return text(f"difference.{kind}", place=place, old=change.old, new=change.new)
