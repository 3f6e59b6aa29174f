"""The organization section's commands: ``render``, ``sheet`` and, to try everything, ``demo``."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from sop_engine.cli.columns import printable
from sop_engine.cli.options import Definitions, Json, definitions_folder
from sop_engine.cli.spoken import App
from sop_engine.messages import text

if TYPE_CHECKING:
    from sop_engine.compiler import Compiled
    from sop_engine.definition.catalogue import Catalogue
    from sop_engine.settings import Settings

app = App()

_MANY_FILES = 3
_COULD_NOT = 3

Paths = Annotated[list[str] | None, typer.Argument(metavar="[PATH]...", help=text("publisher.paths"))]
Out = Annotated[Path, typer.Option("--out", metavar="DIR", help=text("publisher.out"))]

Maker = Callable[["Compiled", "Settings"], Iterable[tuple[str, str | bytes]]]
"""A definition and its project's settings -> the names and contents of its result files."""


class View(StrEnum):
    """Which picture of a flow."""

    FLOWCHART = "flowchart"


class PictureFormat(StrEnum):
    """How a picture is written."""

    SVG = "svg"
    PNG = "png"
    DOT = "dot"


class SheetFormat(StrEnum):
    """How a sheet is written."""

    HTML = "html"
    PDF = "pdf"
    MD = "md"


@app.command("render", help=text("publisher.help_render"))
def render(
    paths: Paths = None,
    out: Out = Path("out"),
    view: Annotated[View, typer.Option("--view", help=text("publisher.view"))] = View.FLOWCHART,
    formats: Annotated[
        list[PictureFormat] | None, typer.Option("--format", help=text("publisher.picture_format"))
    ] = None,
    as_json: Json = False,
    definitions: Definitions = None,
) -> None:
    """Draw every procedure of the named definitions."""
    from sop_engine.render.publication import pictures

    wanted = [each.value for each in formats or [PictureFormat.SVG]]
    _each(
        paths or [],
        definitions,
        out,
        lambda compiled, _: pictures(compiled, wanted),
        text("publisher.drawing"),
        as_json,
    )


@app.command("sheet", help=text("publisher.help_sheet"))
def sheet(
    paths: Paths = None,
    out: Out = Path("out"),
    formats: Annotated[list[SheetFormat] | None, typer.Option("--format", help=text("publisher.sheet_format"))] = None,
    as_json: Json = False,
    definitions: Definitions = None,
) -> None:
    """Print the standard sheet of the named definitions."""
    from sop_engine.render.publication import sheets

    wanted = [each.value for each in formats or [SheetFormat.HTML]]

    def make(compiled: Compiled, settings: Settings) -> Iterable[tuple[str, str | bytes]]:
        return sheets(compiled, wanted, settings.paper)

    _each(paths or [], definitions, out, make, text("publisher.printing"), as_json)


def _each(given: list[str], definitions: Path | None, out: Path, make: Maker, label: str, as_json: bool) -> None:
    """Make the results of each definition; one that fails does not stop the others, and the exit code says so."""
    from sop_engine.cli.author import STREAM, named_files
    from sop_engine.cli.progress import watched
    from sop_engine.definition.catalogue import FILE, Catalogue
    from sop_engine.definition.project import Projects
    from sop_engine.failure import Failure

    if STREAM in given:
        raise Failure("USE015")
    folder = definitions_folder(definitions)
    found = [(file, Catalogue.around(file, folder)) for file in named_files(given, folder)]
    work = [(file, catalogue) for file, catalogue in found if file.name != FILE and not catalogue.holds_unit(file)]
    if not work:
        raise Failure("USE013", path=", ".join(given) or folder)
    seen: set[str] = set()
    projects = Projects()
    results = [
        _one(file, catalogue, projects.around(file.parent), out, make, seen)
        for file, catalogue in watched(work, label, _MANY_FILES)
    ]
    failed = [result.failed for result in results if result.failed]
    written = [name for result in results for name in result.written]
    for line in failed:
        typer.echo(printable(line), err=True)
    if as_json:
        typer.echo(json.dumps({"written": written, "failed": failed}, ensure_ascii=False, indent=2))
    else:
        typer.echo(text("publisher.done", files=len(written), folder=out, failed=len(failed)))
    raise typer.Exit(max(result.code for result in results))


class _Result(NamedTuple):
    """What became of one file: the names written, and why it failed with which exit code."""

    written: tuple[str, ...] = ()
    failed: str = ""
    code: int = 0


def _one(file: Path, catalogue: Catalogue, settings: Settings, out: Path, make: Maker, seen: set[str]) -> _Result:
    from sop_engine.compiler import compile_file
    from sop_engine.diagnostic import Severity
    from sop_engine.failure import Failure
    from sop_engine.writing import write_whole

    compiled, found = compile_file(file, catalogue)
    if compiled is None:
        errors = sum(each.severity is Severity.ERROR for each in found)
        return _Result((), text("publisher.failed", path=file, count=errors), 1)
    if compiled.definition.id in seen:
        return _Result((), text("publisher.twice", path=file, value=compiled.definition.id), 1)
    seen.add(compiled.definition.id)
    written: list[str] = []
    try:
        for name, content in make(compiled, settings):
            write_whole(out / name, content)
            written.append(str(out / name))
    except Failure as failure:
        return _Result(tuple(written), f"{file}: {failure.code} {failure.message()}", failure.exit_code)
    except Exception as error:  # whatever one definition brings to light, the others are made
        reason = text("publisher.broke", path=file, kind=type(error).__name__, reason=error)
        return _Result(tuple(written), reason, _COULD_NOT)
    return _Result(tuple(written))


@app.command("demo", help=text("publisher.help_demo"))
def demo(out: Out = Path("out"), definitions: Definitions = None) -> None:
    """Check, draw and print the definitions, then run one case through a return to its end."""
    from sop_engine.demo import run

    run(definitions_folder(definitions), out, typer.echo)
