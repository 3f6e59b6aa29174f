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
    title = _title(title)
    if unit is not None:
        _check_unit_id(unit)
        _known_unit(catalogue, unit)
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
    """Return where the definition will stand.

    Raises Failure USE010 for what is no id, USE033 for one that Windows keeps, USE031 when the place is taken.
    """
    import os

    from sop_engine.cli.interview import fits
    from sop_engine.definition.catalogue import OTHERS, SUFFIXES
    from sop_engine.definition.part import Id
    from sop_engine.failure import Failure

    if not fits(Id, sop):
        raise Failure("USE010", value=sop)
    _no_device(sop)
    places = [catalogue.folder / f"{sop}{suffix}" for suffix in SUFFIXES]
    # where the disk tells small letters from capitals, another one does not
    taken = [path for path in catalogue.paths() if path.stem.casefold() == sop]
    taken += [path for path in places if path.name in OTHERS or os.path.lexists(path)]
    if taken:
        raise Failure("USE031", value=sop, path=taken[0])
    return places[0]


def _no_device(key: str) -> None:
    from sop_engine.definition.catalogue import device
    from sop_engine.failure import Failure

    part = device(key)
    if part is not None:
        raise Failure("USE033", value=key, part=part)


def _title(given: str | None) -> str | None:
    from sop_engine.cli.interview import problem
    from sop_engine.failure import Failure

    title = (given or "").strip()
    wrong = problem(title)
    if wrong is not None:
        raise Failure("USE035", problem=wrong)
    return title or None


def _check_unit_id(unit: str) -> None:
    from sop_engine.cli.interview import fits
    from sop_engine.definition.part import UnitId
    from sop_engine.failure import Failure

    if not fits(UnitId, unit):
        raise Failure("USE029", value=unit)
    _no_device(unit)


def _known_unit(catalogue: Catalogue, unit: str) -> str | None:
    """Return the text of a unit's file, None when it has none yet. Raises Failure USE032 when it has an error."""
    import os

    from sop_engine.compiler import judge_text, unreadable
    from sop_engine.textfile import read_text

    place = catalogue.unit_path(unit)
    if place is None or not os.path.lexists(place):
        return None
    told, found = read_text(place, str(place))
    found = found if told is None else judge_text(told, place, catalogue).found
    wrong = next((each for each in found if each.severity == "error"), None)
    if wrong is not None:
        raise unreadable(wrong)
    return told


def _from_answers(
    talk: Talk, catalogue: Catalogue, sop: str, title: str | None, unit: str | None
) -> tuple[str, str, str | None]:
    from sop_engine.cli.interview import ask_title, ask_unit, careful, interview, unit_text
    from sop_engine.definition.catalogue import UNITS, yaml_files
    from sop_engine.drafting import drafted

    talk = careful(talk)
    talk.say(text("new.welcome", sop=sop))
    folder = catalogue.folder / UNITS
    title = title or ask_title(talk)
    unit = unit or ask_unit(talk, [path.relative_to(folder).with_suffix("").as_posix() for path in yaml_files(folder)])
    known = _known_unit(catalogue, unit)
    draft = interview(talk, title, unit)
    new_unit = unit_text(talk, unit) if known is None else None
    return f"{_editor_line(catalogue.folder)}{drafted(sop, draft)}", unit, new_unit


def _editor_line(folder: Path) -> str:
    """Return the line by which an editor finds the schema, where there is one: it would complain of one that is not."""
    name = "sop.schema.json"
    return f"# yaml-language-server: $schema={name}\n" if (folder / name).is_file() else ""


def _from_example(
    source: str, catalogue: Catalogue, sop: str, title: str | None, unit: str | None
) -> tuple[str, str, str | None]:
    """Return the text of the example under its new name, its unit, and the unit's text when it is new here."""
    import yaml

    from sop_engine.drafting import copied, renamed

    example = _example(source, catalogue)
    changes = {"id": sop, **({"title": title} if title else {}), **({"unit": unit} if unit else {})}
    written = _editor_line(catalogue.folder) + copied(renamed(example.text, changes))
    named = unit or example.definition.unit
    if _known_unit(catalogue, named) is not None:
        return written, named, None
    if named == example.definition.unit:
        return written, named, example.unit_text
    return written, named, yaml.safe_dump({"unit": 1, "id": named, "name": named}, sort_keys=False)


def _example(source: str, catalogue: Catalogue) -> Compiled:
    from sop_engine.compiler import compile_file, load, sound
    from sop_engine.definition.catalogue import Catalogue as AnyCatalogue
    from sop_engine.failure import Failure
    from sop_engine.resources import shipped

    path = Path(source)
    if path.suffix:
        return sound(compile_file(path, AnyCatalogue.around(path, path.parent)), source, path)
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

    place = catalogue.unit_path(unit)
    compiled, found = compile_text(written, unit_text if unit_text is not None else _known_unit(catalogue, unit))
    if compiled is None:
        worst = next(each for each in found if each.severity == "error")
        raise Failure("OUT022", path=file, problem=f"{worst.code} {worst.message()}")
    new = {place: unit_text} if unit_text is not None and place is not None else {}
    _create({**new, file: written})
    for path in new:
        typer.echo(text("new.made", path=path))


def _create(files: dict[Path, str]) -> None:
    """Write new files, all or none; what somebody put there meanwhile stays. Raises Failure USE034, OUT001-OUT003."""
    from contextlib import suppress

    from sop_engine.writing import write_whole

    reserved: list[Path] = []
    try:
        for path in files:
            _reserve(path)
            reserved.append(path)
        for path, content in files.items():
            write_whole(path, content)
    except BaseException:
        for path in reserved:
            with suppress(OSError):
                path.unlink()
        raise


def _reserve(path: Path) -> None:
    """Make an empty file where there is none: only one of two who try at the same time can."""
    from sop_engine.failure import Failure, reason

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.open("xb").close()
    except OSError as error:
        if isinstance(error, FileExistsError) and path.parent.is_dir():
            raise Failure("USE034", path=path) from error
        code = "OUT001" if isinstance(error, PermissionError) else "OUT003"
        raise Failure(code, path=path, reason=reason(error)) from error
