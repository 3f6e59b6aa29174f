"""The front door: a definition's text -> :class:`Compiled`, or the diagnostics that say why not.

Everything that runs or draws gets its definition from here. Same text and settings, same :class:`Compiled`: nothing
depends on the clock, the machine or the order of other files. Findings may: on the day that the settings give, and on
which other SOPs stand beside the file.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from sop_engine import source, textfile
from sop_engine.acceptance import judged
from sop_engine.checks import check
from sop_engine.checks.neighbours import Card, Reference, card, references, unknown_sops
from sop_engine.checks.office_hours import office_hours
from sop_engine.checks.review import turning_days
from sop_engine.definition import logo
from sop_engine.definition.catalogue import FILE, UNITS, Catalogue
from sop_engine.definition.model import Definition, OfficeUnit
from sop_engine.definition.part import DATE_KEYS
from sop_engine.definition.project import Projects, settings_in
from sop_engine.definition.read import M, Reading, read
from sop_engine.definition.scenario import SUFFIX, ScenarioFile
from sop_engine.diagnostic import Accepted, Diagnostic, Severity, finding, in_order
from sop_engine.failure import Failure
from sop_engine.flow import Flow, derive
from sop_engine.settings import PLAIN, Settings


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

    def flow(self, procedure: str | None = None, group: str | None = None) -> Flow:
        """Return the flow of a procedure (None: the only service procedure), narrowed to a group of applicants.

        Raises Failure RUN021 for a procedure that is not there, RUN025 for such a group, RUN026 when None could mean
        several procedures.
        """
        found = self._narrowed.get((procedure, group))
        if found is None:
            flow = self._named(procedure)
            if group is not None and group not in (flow.groups or ()):
                known = ", ".join(flow.groups or ()) or "–"
                raise Failure("RUN025", value=group, sop=self.definition.id, known=known)
            found = self._narrowed[procedure, group] = flow.narrowed(group)
        return found

    @cached_property
    def common(self) -> tuple[Flow, ...]:
        """Return the common complaint procedure where the definition has none of its own."""
        from sop_engine.flow.common import common

        found = common(self.definition)
        return (found,) if found is not None else ()

    @cached_property
    def _narrowed(self) -> dict[tuple[str | None, str | None], Flow]:
        return {}

    def _named(self, procedure: str | None) -> Flow:
        service = [flow for flow in self.flows if not flow.complaint]
        if procedure is None:
            if len(service) == 1:
                return service[0]
            known = ", ".join(f"{flow.procedure} ({flow.title})" for flow in service)
            raise Failure("RUN026", sop=self.definition.id, known=known)
        for flow in (*self.flows, *self.common):
            if flow.procedure == procedure:
                return flow
        known = ", ".join(flow.procedure for flow in self.flows)
        raise Failure("RUN021", value=procedure, sop=self.definition.id, known=known)


Result = tuple[Compiled | None, tuple[Diagnostic, ...]]


class Verdict(NamedTuple):
    """What is said about a file: what it compiles to, the findings that are shown, and those that were accepted.

    ``card`` is what the other files of the folder must know about this one. The verdict stands as long as the file,
    its unit and the settings do, ``needs`` are in the folder or not as now, and today passes none of ``turns``; that on
    a unit's file as long as its ``logo``, the name of a file and its digest.
    """

    compiled: Compiled | None
    found: tuple[Diagnostic, ...]
    accepted: tuple[Accepted, ...] = ()
    card: Card | None = None
    needs: frozenset[str] = frozenset()
    turns: tuple[date, ...] = ()
    logo: tuple[str, str] = ("", "")

    @property
    def result(self) -> Result:
        """Return what those need who do not ask what was accepted."""
        return self.compiled, self.found


def compile_text(text: str, unit_text: str | None = None, path: str = "", settings: Settings = PLAIN) -> Result:
    """Return what a definition's text compiles to, and all findings in the order of their places.

    ``unit_text`` is the text of the unit's file, or None where the unit does not matter. There is a
    :class:`Compiled` exactly when no finding is an error. What the text accepts with a reason is not among them.
    """
    origin, found = source.parse(text, path)
    return (None, found) if origin is None else _judge(origin, found, settings, unit_text).result


def _judge(
    origin: source.Source,
    found: tuple[Diagnostic, ...],
    settings: Settings,
    unit_text: str | None,
    missing: Iterable[Diagnostic] = (),
    stem: str | None = None,
    catalogue: Catalogue | None = None,
) -> Verdict:
    """Return the verdict on a definition; ``stem`` is its file's name without suffix, None when it has no file.

    Which other SOPs there are is asked of the ``catalogue`` only when the definition names some.
    """
    reading = read(origin, Definition)
    found = _apart_from_dates(found, reading)
    unplaced = reading.found
    unit = None
    if unit_text is not None:
        unit, problems = _unit(unit_text)
        if problems and reading.value is not None and not reading.covers(("unit",)):
            args = {"value": reading.value.unit, "file": f"{UNITS}/{reading.value.unit}.yaml"}
            unplaced += (finding("SOP118", ("unit",), args=args),)
    flows: tuple[Flow, ...] = ()
    named: tuple[Reference, ...] = ()
    if reading.value is not None:
        flows = derive(reading.value)
        unplaced += tuple(each for each in check(reading.value, flows, settings, unit) if not reading.echoes(each))
        named = references(reading.value) if catalogue is not None else ()
        unplaced += tuple(unknown_sops(named, catalogue.ids())) if catalogue is not None and named else ()
    everything = (*found, *map(origin.place, (*unplaced, *missing)))
    if stem is not None:
        everything += tuple(map(origin.place, _named_otherwise(origin, stem, everything)))
    shown, accepted = judged(in_order(everything), settings, origin.text, origin.path)
    if reading.value is None:
        return Verdict(None, shown, accepted)
    sound = not any(each.severity is Severity.ERROR for each in shown)
    compiled = Compiled(reading.value, unit, flows, origin.text, unit_text) if sound else None
    return Verdict(
        compiled,
        shown,
        accepted,
        card(reading.value, origin.path, origin.place),
        frozenset(each.sop for each in named),
        turning_days(reading.value),
    )


def _named_otherwise(origin: source.Source, stem: str, found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    named = origin.data.get("id")
    if not isinstance(named, str) or named == stem:
        return ()
    # an id that is none is reported as such
    if any(each.route == ("id",) and each.severity is Severity.ERROR for each in found):
        return ()
    return (finding("SOP116", ("id",), args={"value": named, "file": Path(origin.path).name}),)


def _apart_from_dates(found: tuple[Diagnostic, ...], reading: Reading[M]) -> tuple[Diagnostic, ...]:
    """Leave out how others would read a value (SOP106) where it is a date, or has to change anyway."""
    return tuple(each for each in found if each.code != "SOP106" or not (reading.covers(each.route) or _dated(each)))


def _dated(found: Diagnostic) -> bool:
    return found.route[-1:] != () and found.route[-1] in DATE_KEYS and dict(found.args)["seen"] == "as_date"


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


def compile_file(
    path: Path, catalogue: Catalogue, shown: str | None = None, settings: Settings | None = None
) -> Result:
    """Return what a definition's file compiles to; its unit is looked up in the catalogue and its name compared.

    Without ``settings`` the nearest project file is in force; what is wrong in that file is not told here.
    """
    shown = shown or str(path)
    text, found = textfile.read_text(path, shown)
    if text is None:
        return None, found
    origin, found = source.parse(text, shown)
    settings = settings or Projects().around(path.parent)
    return (None, found) if origin is None else _with_unit(origin, found, catalogue, path.stem, settings).result


def compile_stream(raw: bytes, catalogue: Catalogue, shown: str, settings: Settings = PLAIN) -> Result:
    """Return what bytes from a stream compile to; they have no file name to agree with."""
    return judge_stream(raw, catalogue, shown, settings).result


def judge_stream(raw: bytes, catalogue: Catalogue, shown: str, settings: Settings = PLAIN) -> Verdict:
    """Return the verdict on a definition's bytes from a stream."""
    text, found = textfile.decode(raw, shown)
    if text is None:
        return Verdict(None, found)
    origin, found = source.parse(text, shown)
    return Verdict(None, found) if origin is None else _with_unit(origin, found, catalogue, None, settings)


def _with_unit(
    origin: source.Source, found: tuple[Diagnostic, ...], catalogue: Catalogue, stem: str | None, settings: Settings
) -> Verdict:
    unit_text: str | None = None
    missing: list[Diagnostic] = []
    if isinstance(origin.data.get("unit"), str):
        unit_text, missing = _unit_text(origin.data["unit"], catalogue)
    return _judge(origin, found, settings, unit_text, missing, stem, catalogue)


def _unit_text(unit_id: str, catalogue: Catalogue) -> tuple[str | None, list[Diagnostic]]:
    path = catalogue.unit_path(unit_id)
    if path is None:
        return None, []  # the reader reports the id itself
    text, _ = textfile.read_text(path, str(path))
    if text is None:
        return None, [finding("SOP118", ("unit",), args={"value": unit_id, "file": f"{UNITS}/{unit_id}.yaml"})]
    return text, []


def judge_file(path: Path, catalogue: Catalogue, settings: Settings | None = None) -> Verdict:
    """Return the verdict on a file of any kind; without ``settings`` the nearest project file is in force.

    It is a unit's when it lacks `sop` and has `unit: 1` or stands under ``units/``, a project's by its name or when it
    has `project` and no `sop`, a list of people when it has `people` and none of these, else a definition's.
    """
    text, found = textfile.read_text(path, str(path))
    return Verdict(None, found) if text is None else judge_text(text, path, catalogue, settings)


def judge_text(text: str, path: Path, catalogue: Catalogue, settings: Settings | None = None) -> Verdict:
    """Return the verdict on a text as if it stood in the file ``path``."""
    shown = str(path)
    if path.name == FILE:
        return Verdict(None, settings_in(text, shown)[1])
    origin, found = source.parse(text, shown)
    if origin is None:
        return Verdict(None, found)
    settings = settings or Projects().around(path.parent)
    aside = _aside(origin, found, path)
    if aside is not None:
        return Verdict(None, *judged(aside, settings, text, shown))
    if "sop" not in origin.data:
        if catalogue.holds_unit(path) or isinstance(origin.data.get("unit"), int):
            return _judge_unit(origin, found, path, catalogue, settings)
        if "project" in origin.data:
            return Verdict(None, settings_in(text, shown)[1])
    return _with_unit(origin, found, catalogue, path.stem, settings)


def _aside(origin: source.Source, found: tuple[Diagnostic, ...], path: Path) -> tuple[Diagnostic, ...] | None:
    """Return the findings about scenarios or about a list of people; None for another kind of file."""
    if path.stem.endswith(SUFFIX) or "tests" in origin.data:
        # what its scenarios name is compared with the definition when they are run
        return in_order((*found, *map(origin.place, read(origin, ScenarioFile).found)))
    if "people" in origin.data and not origin.data.keys() & {"sop", "unit", "project"}:
        from sop_engine.people.listing import examined

        return examined(origin, found)
    return None


def _unit(text: str) -> tuple[OfficeUnit | None, tuple[Diagnostic, ...]]:
    origin, found = source.parse(text, "")
    if origin is None:
        return None, found
    reading = read(origin, OfficeUnit)
    wrong = (*reading.found, *(each for each in _working_time(reading) if each.severity is Severity.ERROR))
    return (None, wrong) if wrong else (reading.value, ())


def _working_time(reading: Reading[OfficeUnit]) -> tuple[Diagnostic, ...]:
    """Return what is wrong with a unit's working time, as far as it could be read."""
    if reading.value is None or reading.value.calendar is None:
        return ()
    return tuple(each for each in office_hours(reading.value.calendar) if not reading.covers(each.route))


def _judge_unit(
    origin: source.Source, found: tuple[Diagnostic, ...], path: Path, catalogue: Catalogue, settings: Settings
) -> Verdict:
    reading = read(origin, OfficeUnit)
    found = _apart_from_dates(found, reading)
    unplaced = reading.found
    place, units = path.absolute(), catalogue.folder.absolute() / UNITS
    if reading.value is not None and place.is_relative_to(units) and not reading.covers(("id",)):
        expected = place.relative_to(units).with_suffix("").as_posix()
        if reading.value.id != expected:
            args = {"value": reading.value.id, "file": f"{expected}.yaml"}
            unplaced += (finding("SOP116", ("id",), args=args),)
    seen = ("", "")
    if reading.value is not None and reading.value.logo is not None and not reading.covers(("logo",)):
        # before it is read: what changes meanwhile is then noticed the next time
        seen = (reading.value.logo, logo.digest(path.parent / reading.value.logo, catalogue.folder))
        unplaced += _unusable(reading.value.logo, path, catalogue)
    everything = in_order((*found, *map(origin.place, (*unplaced, *_working_time(reading)))))
    return Verdict(None, *judged(everything, settings, origin.text, origin.path), logo=seen)


def _unusable(named: str, path: Path, catalogue: Catalogue) -> tuple[Diagnostic, ...]:
    """SOP137: a logo that cannot be drawn, whose place stays empty."""
    try:
        logo.read(path.parent / named, catalogue.folder)
    except Failure as failure:
        return (finding("SOP137", ("logo",), args={"value": named[:80], "reason": _LOGO[failure.code]}),)
    return ()


_LOGO = {
    "OUT013": "logo_outside",
    "OUT014": "logo_unreadable",
    "OUT015": "logo_large",
    "OUT016": "logo_other",
    "OUT017": "logo_pixels",
    "OUT018": "logo_press",
}
"""Why a logo cannot be used, by the failure to read it."""


def load(catalogue: Catalogue, sop_id: str) -> Compiled:
    """Return a definition by its id. Raises Failure RUN020 when it is not there, or as :func:`sound` does."""
    path = catalogue.path(sop_id)
    return sound(compile_file(path, catalogue), sop_id, path)


_UNREADABLE = frozenset({"SOP100", "SOP102", "SOP103", "SOP130"})


def sound(result: Result, name: str, path: Path | str) -> Compiled:
    """Return what a text compiled to.

    Raises Failure USE032 with the finding about a file that is no text, RUN022 with the number of errors otherwise.
    """
    compiled, found = result
    if compiled is not None:
        return compiled
    errors = [each for each in found if each.severity is Severity.ERROR]
    if errors[0].code in _UNREADABLE:
        raise unreadable(errors[0])
    raise Failure("RUN022", value=name, count=len(errors), path=path)


def unreadable(found: Diagnostic) -> Failure:
    """Return the failure that tells the finding about a file which cannot be used at all."""
    place = f"{found.path}:{found.position.line}:{found.position.column}"
    return Failure("USE032", place=place, problem=f"{found.code} {found.message()}", hint=found.hint())
