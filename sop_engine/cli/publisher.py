"""The organization section's commands: ``render``, ``sheet`` and, to try everything, ``demo``."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from sop_engine.cli.completion import definitions_named
from sop_engine.cli.options import Definitions, Json, Store, definitions_folder
from sop_engine.cli.spoken import App
from sop_engine.messages import text

app = App()

Paths = Annotated[
    list[str] | None,
    typer.Argument(metavar="[PATH|ID]...", help=text("publisher.paths"), autocompletion=definitions_named),
]
Out = Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help=text("publisher.out"))]
Force = Annotated[bool, typer.Option("--force", help=text("publisher.force"))]
Jobs = Annotated[int | None, typer.Option("--jobs", "-j", metavar="N", min=1, max=256, help=text("publisher.jobs"))]


class View(StrEnum):
    """Which picture of a flow."""

    FLOWCHART = "flowchart"
    LANES = "lanes"
    MATRIX = "matrix"


class PictureFormat(StrEnum):
    """How a picture is written."""

    SVG = "svg"
    PNG = "png"
    PDF = "pdf"
    DOT = "dot"
    MERMAID = "mermaid"


class ThemeName(StrEnum):
    """The colours of a picture."""

    WARNA = "warna"
    ABU = "abu"
    KONTRAS = "kontras"


class SheetFormat(StrEnum):
    """How a sheet is written."""

    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    MD = "md"


@app.command("render", help=text("publisher.help_render"))
def render(
    paths: Paths = None,
    out: Out = Path("out"),
    view: Annotated[View, typer.Option("--view", help=text("publisher.view"))] = View.FLOWCHART,
    formats: Annotated[
        list[PictureFormat] | None, typer.Option("--format", help=text("publisher.picture_format"))
    ] = None,
    across: Annotated[bool, typer.Option("--across", help=text("publisher.across"))] = False,
    theme: Annotated[ThemeName, typer.Option("--theme", help=text("publisher.theme"))] = ThemeName.WARNA,
    case: Annotated[str | None, typer.Option("--case", metavar="ID", help=text("publisher.case"))] = None,
    store: Store = None,
    force: Force = False,
    jobs: Jobs = None,
    as_json: Json = False,
    definitions: Definitions = None,
) -> None:
    """Draw every procedure of the named definitions."""
    from sop_engine.cli import batch, outcome
    from sop_engine.failure import Failure
    from sop_engine.render.publication import Pictures

    order = Pictures(view.value, _once(formats or [PictureFormat.SVG]), theme.value, across)
    if case is not None:
        from sop_engine.cli.case_files import write_case

        if paths:
            raise Failure("USE047")
        outcome.answer(outcome.Batch([write_case(case, store, order, out)], 1), out, as_json=as_json)
    made = batch.carry_out(
        paths or [],
        definitions_folder(definitions),
        out,
        order,
        text("publisher.drawing"),
        force=force,
        processes=jobs,
    )
    outcome.answer(made, out, as_json=as_json)


@app.command("sheet", help=text("publisher.help_sheet"))
def sheet(
    paths: Paths = None,
    out: Out = Path("out"),
    formats: Annotated[list[SheetFormat] | None, typer.Option("--format", help=text("publisher.sheet_format"))] = None,
    public: Annotated[bool, typer.Option("--public", help=text("publisher.public"))] = False,
    maklumat: Annotated[bool, typer.Option("--maklumat", help=text("publisher.maklumat"))] = False,
    force: Force = False,
    jobs: Jobs = None,
    as_json: Json = False,
    definitions: Definitions = None,
) -> None:
    """Print the standard sheet of the named definitions."""
    from sop_engine.cli import batch, outcome
    from sop_engine.failure import Failure
    from sop_engine.render.publication import Charters, Sheets

    if public and maklumat:
        raise Failure("USE046")
    wanted = _once(formats or [SheetFormat.HTML])
    order = Charters(wanted) if maklumat else Sheets(wanted, public)
    made = batch.carry_out(
        paths or [],
        definitions_folder(definitions),
        out,
        order,
        text("publisher.printing"),
        force=force,
        processes=jobs,
    )
    outcome.answer(made, out, as_json=as_json)


def _once(formats: list[PictureFormat] | list[SheetFormat]) -> tuple[str, ...]:
    """Return the formats in a fixed order: however an order is put, it is the same order."""
    return tuple(sorted({each.value for each in formats}))


@app.command("demo", help=text("publisher.help_demo"))
def demo(out: Out = Path("out"), definitions: Definitions = None) -> None:
    """Check, draw and print the definitions, then run one case through a return to its end."""
    from sop_engine.demo import run

    run(definitions_folder(definitions), out, typer.echo)
