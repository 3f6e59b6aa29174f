"""The analyst's ``promise``: can the promised time be kept, as a table, as data, or as a picture."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sop_engine.cli.options import Definitions, Json, definitions_folder
from sop_engine.cli.spoken import App
from sop_engine.messages import text

if TYPE_CHECKING:
    from sop_engine.compiler import Compiled
    from sop_engine.promise.examined import Examined
    from sop_engine.settings import Settings

app = App()

_SUFFIXES = (".yaml", ".yml")


class PromiseFormat(StrEnum):
    """How the answer is written."""

    TEXT = "text"
    JSON = "json"
    SVG = "svg"
    PNG = "png"


@app.command("promise", help=text("promise.help_promise"))
def promise(
    source: Annotated[str, typer.Argument(metavar="FILE|ID", help=text("promise.source"))],
    procedure: Annotated[str | None, typer.Argument(metavar="[PROCEDURE]", help=text("promise.procedure"))] = None,
    group: Annotated[str | None, typer.Option("--group", metavar="G", help=text("promise.group"))] = None,
    form: Annotated[PromiseFormat, typer.Option("--format", help=text("promise.format"))] = PromiseFormat.TEXT,
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="FILE", help=text("promise.output"))] = None,
    returned: Annotated[
        float | None, typer.Option("--returns", min=0.0, max=0.9, metavar="P", help=text("promise.returns"))
    ] = None,
    runs: Annotated[
        int | None, typer.Option("--runs", metavar="N", min=100, max=1_000_000, help=text("promise.runs"))
    ] = None,
    seed: Annotated[int | None, typer.Option("--seed", metavar="N", min=0, help=text("promise.seed"))] = None,
    strict: Annotated[bool, typer.Option("--strict", help=text("promise.strict"))] = False,
    as_json: Json = False,
    definitions: Definitions = None,
) -> None:
    """Check whether the promised time can be kept; exit 1 when it cannot."""
    from sop_engine.promise.chance import RETURNED, RUNS, SEED
    from sop_engine.promise.examined import examine
    from sop_engine.promise.worktime import WorkingTime

    compiled, settings = _load(source, definitions)
    flows = [compiled.flow(procedure)] if procedure else [flow for flow in compiled.flows if not flow.complaint]
    if group is not None:
        flows = [compiled.flow(flow.procedure, group) for flow in flows]
    working = WorkingTime(settings.day_minutes, settings.days_per_week)
    examined = [
        each
        for flow in flows
        for each in examine(
            compiled.definition,
            flow,
            working,
            # whoever asks for a chance gets one, three estimates or not
            always=returned is not None or runs is not None or seed is not None,
            runs=RUNS if runs is None else runs,
            seed=SEED if seed is None else seed,
            returned=RETURNED if returned is None else returned,
        )
    ]
    _answer(compiled, examined, PromiseFormat.JSON if as_json else form, out)
    raise typer.Exit(int(any(each.fails(strict=strict) for each in examined)))


def _load(source: str, definitions: Path | None) -> tuple[Compiled, Settings]:
    """Return the definition that a file or an id names, with the settings in force for it."""
    import os

    from sop_engine.compiler import compile_file, sound
    from sop_engine.definition.catalogue import Catalogue
    from sop_engine.definition.project import Projects
    from sop_engine.failure import Failure

    folder = definitions_folder(definitions)
    path = Path(source)
    if path.suffix.lower() in _SUFFIXES or (os.path.lexists(path) and not path.is_dir()):
        if not os.path.lexists(path):
            raise Failure("USE012", path=source)
        catalogue = Catalogue.around(path, folder)
    else:
        catalogue = Catalogue(folder)
        path = catalogue.path(source)
    settings = Projects().around(path.parent)
    return sound(compile_file(path, catalogue, settings=settings), source, path), settings


def _answer(compiled: Compiled, examined: list[Examined], form: PromiseFormat, out: Path | None) -> None:
    from sop_engine.cli import promise_json, promise_text
    from sop_engine.writing import write_whole

    content: str | bytes
    if form in (PromiseFormat.SVG, PromiseFormat.PNG):
        content = _picture(compiled, examined, form, out)
    elif form is PromiseFormat.JSON:
        content = promise_json.answer(compiled.definition, examined) + "\n"
    else:
        content = promise_text.answer(compiled.definition, examined) + "\n"
    if out is None:
        typer.echo(content, nl=False)
    else:
        write_whole(out, content)
        typer.echo(text("promise.written", path=out), err=form is PromiseFormat.JSON)


def _picture(compiled: Compiled, examined: list[Examined], form: PromiseFormat, out: Path | None) -> str | bytes:
    from sop_engine.failure import Failure
    from sop_engine.render.timeline.picture import draw

    if len(examined) != 1:
        known = ", ".join(
            f"{each.flow.procedure}{f' --group {each.flow.group}' if each.flow.group else ''}" for each in examined
        )
        raise Failure("USE042", known=known or "–")
    if form is PromiseFormat.PNG and out is None:
        raise Failure("USE041")
    picture = draw(examined[0], compiled.definition.title, compiled.unit.name if compiled.unit else "")
    if form is PromiseFormat.SVG:
        return picture
    from sop_engine.render.image import png

    return png(picture)
