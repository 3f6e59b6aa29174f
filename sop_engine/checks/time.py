"""Times as they are written: bounded, in a unit that can be counted, in order, from a start that is named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sop_engine.checks.subject import Subject
from sop_engine.diagnostic import Diagnostic, Route, finding
from sop_engine.duration import Duration, Unit

_HOURS_OF_DAY = 24
_WITHOUT_BOUND = re.compile(
    r"\b(menyesuaikan|tergantung|tidak (terbatas|dibatasi|ditentukan)"
    r"|sesuai (durasi|kebutuhan|jadwal|kesepakatan|lamanya|kondisi))\b",
    re.IGNORECASE,
)


def unbounded(subject: Subject) -> Iterator[Diagnostic]:
    """SP011: the completion time follows something else and has no upper bound."""
    sla = subject.definition.sla
    if sla.adjusts is not None:
        yield finding("SP011", ("sla", "adjusts"), args={"value": sla.adjusts})
    for index, case in enumerate(sla.cases):
        if case.adjusts is not None:
            yield finding("SP011", ("sla", "cases", index, "adjusts"), args={"value": case.adjusts})


def ambiguous_days(subject: Subject) -> Iterator[Diagnostic]:
    """SP012: "hari" that may be working days or calendar days."""
    for route, time in _times(subject):
        if time.ambiguous:
            yield finding("SP012", route, args={"value": str(time)})


def unknown_start(subject: Subject) -> Iterator[Diagnostic]:
    """SP013: the promised time does not say from when it counts."""
    sla = subject.definition.sla
    if sla.starts is None and (sla.within is not None or sla.stages or sla.cases):
        yield finding("SP013", ("sla",), at_key=True)


def open_ended(subject: Subject) -> Iterator[Diagnostic]:
    """SOP062: a step without time whose note says that it takes as long as it takes."""
    for view in subject.procedures:
        for index, step in enumerate(view.steps):
            if step.time is None and step.times is None and step.deadline is None and step.note is not None:
                said = _WITHOUT_BOUND.search(step.note)
                if said is not None:
                    yield finding("SOP062", view.route(index, "note"), args={"value": said[0]})


def mixed_days(subject: Subject) -> Iterator[Diagnostic]:
    """SOP063: "hari" beside "hari kerja" or "hari kalender" in one service; complaints have a clock of their own."""
    times = [(route, time) for route, time in _times(subject) if route[0] != "complaints"]
    plain = next((route for route, time in times if time.unit is Unit.DAY), None)
    for unit in (Unit.WORKING_DAY, Unit.CALENDAR_DAY):
        told = next((route for route, time in times if time.unit is unit), None)
        if plain is not None and told is not None:
            yield finding("SOP063", plain, args={"unit": unit.value}, related=told)
            return


def long_units(subject: Subject) -> Iterator[Diagnostic]:
    """SOP067: an office step measured in weeks or months."""
    for route, time in _office_times(subject):
        if time.unit in (Unit.WEEK, Unit.MONTH):
            yield finding("SOP067", route, args={"value": str(time)})


def hours_round_the_clock(subject: Subject) -> Iterator[Diagnostic]:
    """SOP073: whole days written as hours of 24 a day, which count as office hours."""
    working = subject.working
    for route, time in (*_promised(subject), *_office_times(subject)):
        if time.unit is Unit.HOUR and time.amount % _HOURS_OF_DAY == 0:
            counted = working.told(working.span(time).minutes)
            args = {"value": str(time), "days": str(time.amount // _HOURS_OF_DAY), "counted": counted}
            yield finding("SOP073", route, args=args)


def range_reversed(subject: Subject) -> Iterator[Diagnostic]:
    """SOP075: a range whose lower bound is above its upper bound."""
    sla, working = subject.definition.sla, subject.working
    ranges: list[tuple[Route, Duration | None, Duration | None]] = [(("sla",), sla.at_least, sla.within)]
    ranges += [(("sla", "stages", index), stage.at_least, stage.within) for index, stage in enumerate(sla.stages)]
    ranges += [(("sla", "cases", index), case.at_least, case.within) for index, case in enumerate(sla.cases)]
    categories = enumerate(subject.definition.complaints.categories)
    ranges += [(("complaints", "categories", index), each.at_least, each.within) for index, each in categories]
    for route, low, high in ranges:
        if low is not None and high is not None and working.span(low).minutes > working.span(high).minutes:
            args = {"low": str(low), "high": str(high)}
            yield finding("SOP075", (*route, "at_least"), args=args, related=(*route, "within"))


def estimates_in_order(subject: Subject) -> Iterator[Diagnostic]:
    """SOP076: three estimates that do not rise from best over usual to worst."""
    working = subject.working
    for view in subject.procedures:
        for index, step in enumerate(view.steps):
            if step.times is None:
                continue
            usual = step.times.usual or step.time
            estimates = [each for each in (step.times.best, usual, step.times.worst) if each is not None]
            minutes = [working.span(each).minutes for each in estimates]
            if minutes != sorted(minutes):
                args = {"estimates": ", ".join(map(str, estimates))}
                yield finding("SOP076", view.route(index, "times"), args=args)


def _times(subject: Subject) -> tuple[tuple[Route, Duration], ...]:
    """Return every time in the definition with its place."""
    return (*_promised(subject), *[(route, time) for view in subject.procedures for route, time, _ in view.times])


def _promised(subject: Subject) -> tuple[tuple[Route, Duration], ...]:
    sla, complaints = subject.definition.sla, subject.definition.complaints
    found: list[tuple[Route, Duration | None]] = [(("sla", "at_least"), sla.at_least), (("sla", "within"), sla.within)]
    for index, stage in enumerate(sla.stages):
        found.append((("sla", "stages", index, "at_least"), stage.at_least))
        found.append((("sla", "stages", index, "within"), stage.within))
    for index, case in enumerate(sla.cases):
        found.append((("sla", "cases", index, "at_least"), case.at_least))
        found.append((("sla", "cases", index, "within"), case.within))
    if sla.extension is not None:
        found.append((("sla", "extension", "within"), sla.extension.within))
    found.append((("complaints", "within"), complaints.within))
    for index, category in enumerate(complaints.categories):
        found.append((("complaints", "categories", index, "at_least"), category.at_least))
        found.append((("complaints", "categories", index, "within"), category.within))
    return tuple((route, time) for route, time in found if time is not None)


def _office_times(subject: Subject) -> tuple[tuple[Route, Duration], ...]:
    """Return the times of the steps during which the office's clock runs."""
    return tuple([(route, time) for view in subject.procedures for route, time, office in view.times if office])
