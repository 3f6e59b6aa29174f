"""The front door: a definition's text -> :class:`Compiled`, or the diagnostics that say why not.

Everything that runs or draws gets its definition from here. Same text, same result: nothing depends on the clock,
the machine or the order of other files.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from sop_engine import source, textfile
from sop_engine.checks import check
from sop_engine.definition.catalogue import UNITS, Catalogue
from sop_engine.definition.model import Definition, OfficeUnit
from sop_engine.definition.read import read
from sop_engine.diagnostic import Diagnostic, Severity, finding
from sop_engine.failure import Failure
from sop_engine.flow import MAIN, Flow, derive


@dataclass(frozen=True)
class Compiled:
    """A definition without errors, with the texts it was made from."""

    definition: Definition
    unit: OfficeUnit | None
    flows: tuple[Flow, ...]
    text: str
    unit_text: str | None

    @cached_property
    def digest(self) -> str:
        """Return the name of exactly this text with exactly this unit: SHA-256, hex."""
        import hashlib

        return hashlib.sha256(f"{self.text}\0{self.unit_text or ''}".encode()).hexdigest()

    def flow(self, procedure: str = MAIN) -> Flow:
        """Return the flow of a procedure. Raises Failure RUN021 for one that is not there."""
        for flow in self.flows:
            if flow.procedure == procedure:
                return flow
        known = ", ".join(flow.procedure for flow in self.flows)
        raise Failure("RUN021", value=procedure, sop=self.definition.id, known=known)


Result = tuple[Compiled | None, tuple[Diagnostic, ...]]


def compile_text(text: str, unit_text: str | None = None, path: str = "") -> Result:
    """Return what a definition's text compiles to, and all findings in the order of their places.

    ``unit_text`` is the text of the unit's file, or None where the unit does not matter. There is a
    :class:`Compiled` exactly when no finding is an error.
    """
    origin, found = source.parse(text, path)
    return (None, found) if origin is None else _compile(origin, found, unit_text)


def _compile(origin: source.Source, found: tuple[Diagnostic, ...], unit_text: str | None) -> Result:
    reading = read(origin, Definition)
    # what had to be another kind of value is told so; how others would read it does not matter then
    found = tuple(each for each in found if each.code != "SOP106" or not reading.covers(each.route))
    unplaced = reading.found
    unit = None
    if unit_text is not None:
        unit, problems = _unit(unit_text)
        if problems and reading.value is not None and not reading.covers(("unit",)):
            args = {"value": reading.value.unit, "file": f"{UNITS}/{reading.value.unit}.yaml"}
            unplaced += (finding("SOP118", ("unit",), args=args),)
    flows: tuple[Flow, ...] = ()
    if reading.value is not None:
        flows = derive(reading.value)
        unplaced += tuple(each for each in check(reading.value, flows) if not reading.echoes(each))
    diagnostics = _in_order((*found, *map(origin.place, unplaced)))
    if reading.value is None or any(each.severity is Severity.ERROR for each in diagnostics):
        return None, diagnostics
    return Compiled(reading.value, unit, flows, origin.text, unit_text), diagnostics


def recompile(text: str, unit_text: str | None) -> Compiled | None:
    """Return what a text compiles to that was accepted before: it is read and not judged again.

    A running case stays on the text it began with, also when later rules would refuse that text. None when it
    cannot be read whole: what this program does not understand it must not leave out either.
    """
    origin, _ = source.parse(text, "")
    reading = read(origin, Definition) if origin is not None else None
    if reading is None or reading.value is None or reading.found or origin is None or origin.refused:
        return None
    definition = reading.value
    unit = _unit(unit_text)[0] if unit_text is not None else None
    return Compiled(definition, unit, derive(definition), text, unit_text)


def compile_file(path: Path, catalogue: Catalogue, shown: str | None = None) -> Result:
    """Return what a definition's file compiles to; its unit is looked up in the catalogue and its name compared."""
    shown = shown or str(path)
    text, found = textfile.read_text(path, shown)
    if text is None:
        return None, found
    origin, found = source.parse(text, shown)
    return (None, found) if origin is None else _with_unit(origin, found, catalogue, path.stem)


def compile_stream(raw: bytes, catalogue: Catalogue, shown: str) -> Result:
    """Return what bytes from a stream compile to; they have no file name to agree with."""
    text, found = textfile.decode(raw, shown)
    if text is None:
        return None, found
    origin, found = source.parse(text, shown)
    return (None, found) if origin is None else _with_unit(origin, found, catalogue, None)


def _with_unit(origin: source.Source, found: tuple[Diagnostic, ...], catalogue: Catalogue, stem: str | None) -> Result:
    unit_text: str | None = None
    extra: list[Diagnostic] = []
    if isinstance(origin.data.get("unit"), str):
        unit_text, extra = _unit_text(origin.data["unit"], catalogue)
    compiled, found = _compile(origin, found, unit_text)
    named = origin.data.get("id")
    # an id that is none is reported as such
    sound = not any(each.route == ("id",) and each.severity is Severity.ERROR for each in found)
    if stem is not None and isinstance(named, str) and named != stem and sound:
        extra.append(finding("SOP116", ("id",), args={"value": named, "file": Path(origin.path).name}))
    if not extra:
        return compiled, found
    return None, _in_order((*found, *map(origin.place, extra)))


def _in_order(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(dict.fromkeys(found), key=lambda each: each.order))


def _unit_text(unit_id: str, catalogue: Catalogue) -> tuple[str | None, list[Diagnostic]]:
    path = catalogue.unit_path(unit_id)
    if path is None:
        return None, []  # the reader reports the id itself
    text, _ = textfile.read_text(path, str(path))
    if text is None:
        return None, [finding("SOP118", ("unit",), args={"value": unit_id, "file": f"{UNITS}/{unit_id}.yaml"})]
    return text, []


def validate_file(path: Path, catalogue: Catalogue) -> tuple[Diagnostic, ...]:
    """Return the findings about a file: a unit's when it lacks `sop` and has `unit: 1` or stands under ``units/``."""
    shown = str(path)
    text, found = textfile.read_text(path, shown)
    if text is None:
        return found
    origin, found = source.parse(text, shown)
    if origin is None:
        return found
    if "sop" not in origin.data and (catalogue.holds_unit(path) or isinstance(origin.data.get("unit"), int)):
        return _check_unit(origin, found, path, catalogue)
    return _with_unit(origin, found, catalogue, path.stem)[1]


def _unit(text: str) -> tuple[OfficeUnit | None, tuple[Diagnostic, ...]]:
    origin, found = source.parse(text, "")
    if origin is None:
        return None, found
    reading = read(origin, OfficeUnit)
    return (None, reading.found) if reading.found else (reading.value, ())


def _check_unit(
    origin: source.Source, found: tuple[Diagnostic, ...], path: Path, catalogue: Catalogue
) -> tuple[Diagnostic, ...]:
    reading = read(origin, OfficeUnit)
    unplaced = reading.found
    place, units = path.absolute(), catalogue.folder.absolute() / UNITS
    if reading.value is not None and place.is_relative_to(units) and not reading.covers(("id",)):
        expected = place.relative_to(units).with_suffix("").as_posix()
        if reading.value.id != expected:
            args = {"value": reading.value.id, "file": f"{expected}.yaml"}
            unplaced += (finding("SOP116", ("id",), args=args),)
    return _in_order((*found, *map(origin.place, unplaced)))


def load(catalogue: Catalogue, sop_id: str) -> Compiled:
    """Return a definition by its id. Raises Failure RUN020 when it is not there, RUN022 when it has errors."""
    path = catalogue.path(sop_id)
    compiled, found = compile_file(path, catalogue)
    if compiled is None:
        errors = sum(each.severity is Severity.ERROR for each in found)
        raise Failure("RUN022", value=sop_id, count=errors, path=path)
    return compiled
