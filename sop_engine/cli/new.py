"""The analyst's command ``new``: a first definition that validates, from a few answers or from an example."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sop_engine.cli.spoken import App
from sop_engine.messages import text

if TYPE_CHECKING:
    from sop_engine.cli.talk import Talk
    from sop_engine.compiler import Compiled
    from sop_engine.definition.catalogue import Catalogue

app = App()

_INTERRUPTED = 130


@app.command("new", help=text("new.help_new"))
def new(
    sop: Annotated[str, typer.Argument(metavar="ID", help=text("new.sop"))],
    source: Annotated[str | None, typer.Option("--from", metavar="EXAMPLE", help=text("new.source"))] = None,
    title: Annotated[str | None, typer.Option("--title", metavar="T", help=text("new.title"))] = None,
    unit: Annotated[str | None, typer.Option("--unit", metavar="U", help=text("new.unit"))] = None,
    definitions: Annotated[
        Path,
        typer.Option(
            "--definitions", envvar="SOP_DEFINITIONS", metavar="DIR", show_default=False, help=text("new.folder")
        ),
    ] = Path("definitions"),
) -> None:
    """Make a new definition."""
    from sop_engine.cli.talk import on_terminal
    from sop_engine.definition.catalogue import Catalogue

    catalogue = Catalogue(definitions)
    file = _free_place(catalogue, sop)
    if unit is not None:
        _check_unit_id(unit)
    try:
        if source is None:
            written = _from_answers(on_terminal(typer.echo), catalogue, sop, title, unit)
        else:
            written = _from_example(source, catalogue, sop, title, unit)
    except (EOFError, KeyboardInterrupt) as stop:
        typer.echo(f"\n{text('new.stopped')}")
        raise typer.Exit(_INTERRUPTED) from stop
    _write(file, catalogue, *written)
    typer.echo(text("new.made", path=file))
    typer.echo(text("new.next", path=file))


def _free_place(catalogue: Catalogue, sop: str) -> Path:
    """Return where the definition will stand. Raises Failure USE010 for what is no id, USE031 when it is taken."""
    import re

    from sop_engine.definition.part import ID_PATTERN
    from sop_engine.failure import Failure

    if not re.fullmatch(ID_PATTERN, sop):
        raise Failure("USE010", value=sop)
    taken = [path for path in catalogue.paths() if path.stem == sop]
    if taken:
        raise Failure("USE031", value=sop, path=taken[0])
    return catalogue.folder / f"{sop}.yaml"


def _check_unit_id(unit: str) -> None:
    import re

    from sop_engine.definition.part import UNIT_PATTERN
    from sop_engine.failure import Failure

    if not re.fullmatch(UNIT_PATTERN, unit):
        raise Failure("USE029", value=unit)


def _from_answers(
    talk: Talk, catalogue: Catalogue, sop: str, title: str | None, unit: str | None
) -> tuple[str, str, str | None]:
    from sop_engine.cli.interview import interview, unit_text
    from sop_engine.definition.catalogue import UNITS, yaml_files
    from sop_engine.drafting import drafted

    talk.say(text("new.welcome", sop=sop))
    folder = catalogue.folder / UNITS
    units = [path.relative_to(folder).with_suffix("").as_posix() for path in yaml_files(folder)]
    draft = interview(talk, units, title, unit)
    new_unit = None if draft.unit in units else unit_text(talk, draft.unit)
    return f"{_editor_line(catalogue.folder)}{drafted(sop, draft)}", draft.unit, new_unit


def _editor_line(folder: Path) -> str:
    """Return the line by which an editor finds the schema, where there is one: it would complain of one that is not."""
    name = "sop.schema.json"
    return f"# yaml-language-server: $schema={name}\n" if (folder / name).is_file() else ""


def _from_example(
    source: str, catalogue: Catalogue, sop: str, title: str | None, unit: str | None
) -> tuple[str, str, str | None]:
    """Return the text of the example under its new name, its unit, and the unit's text when it is new here."""
    from sop_engine.drafting import renamed

    example = _example(source, catalogue)
    changes = {"id": sop, **({"title": title} if title else {}), **({"unit": unit} if unit else {})}
    written = renamed(example.text, changes)
    named = unit or example.definition.unit
    path = catalogue.unit_path(named)
    if path is not None and path.is_file():
        return written, named, None
    if unit is None or unit == example.definition.unit:
        return written, named, example.unit_text
    return written, named, f"unit: 1\nid: {named}\nname: {named}\n"


def _example(source: str, catalogue: Catalogue) -> Compiled:
    from sop_engine.compiler import compile_file, load
    from sop_engine.definition.catalogue import Catalogue as AnyCatalogue
    from sop_engine.failure import Failure
    from sop_engine.resources import shipped

    path = Path(source)
    if path.suffix:
        compiled, _ = compile_file(path, AnyCatalogue.around(path, path.parent))
        if compiled is None:
            raise Failure("RUN022", value=source, count="–", path=path)
        return compiled
    for folder in (catalogue.folder, shipped("examples"), shipped("definitions")):
        among = AnyCatalogue(folder)
        if source in among.ids():
            return load(among, source)
    examples = sorted(AnyCatalogue(shipped("examples")).ids())
    raise Failure("USE030", value=source, known=", ".join(examples))


def _write(file: Path, catalogue: Catalogue, written: str, unit: str, unit_text: str | None) -> None:
    """Write the definition, and its unit when that is new. Raises Failure OUT022 when the result would have errors."""
    from sop_engine.compiler import compile_text
    from sop_engine.failure import Failure
    from sop_engine.writing import write_whole

    place = catalogue.unit_path(unit)
    known = unit_text if unit_text is not None or place is None else place.read_text(encoding="utf-8")
    compiled, found = compile_text(written, known)
    if compiled is None:
        worst = next(each for each in found if each.severity == "error")
        raise Failure("OUT022", path=file, problem=f"{worst.code} {worst.message()}")
    file.parent.mkdir(parents=True, exist_ok=True)
    if unit_text is not None and place is not None:
        place.parent.mkdir(parents=True, exist_ok=True)
        write_whole(place, unit_text)
        typer.echo(text("new.made", path=place))
    write_whole(file, written)
