"""A time that is allowed, and when its clock ran -> how its due date was counted, one line a day or run of equal days.

It counts day by day what :meth:`Calendar.due` finds by arithmetic, so that an officer can check it against the
calendar on the wall. Words are made of it in ``wording``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from sop_engine.calendar.calendar import Calendar, Due, Left
from sop_engine.calendar.national import Reason
from sop_engine.calendar.tally import NOTHING, Tally
from sop_engine.duration import Duration, Unit

_DAY = timedelta(days=1)
_INSTANT = timedelta(microseconds=1)
_IN_HOURS = (Unit.HOUR, Unit.MINUTE)
MOST_DAYS = 4000
"""More days than these are not told one by one."""


class Stint(NamedTuple):
    """A time during which the clock ran; ``until`` is None while it runs."""

    since: datetime
    until: datetime | None


class Status(StrEnum):
    """What a day is to a count."""

    ARRIVED = "arrived"
    """The day on which the count began; not counted."""
    COUNTED = "counted"
    OFF = "off"
    """Not worked, so not counted where only working time is."""
    AWAY = "away"
    """The clock did not run when the day began."""


class Line(NamedTuple):
    """The days ``first`` to ``last``, which are equal to the count.

    ``numbers`` are those of the first and the last one where days are counted; ``work`` is the office time of each, in
    microseconds, where hours are. ``reason`` says why days are off, or are worked in spite of that.
    """

    first: date
    last: date
    status: Status
    numbers: tuple[int, int] | None = None
    work: int = 0
    reason: Reason | None = None


class Doubt(NamedTuple):
    """Why a due date is not sure: ``estimated`` (days off), ``ramadan`` (its hours), ``before``, ``beyond`` (years)."""

    kind: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """How the due date of a time was counted; ``due`` is None while the clock stands still with time left."""

    allowed: Duration
    zone: str
    lines: tuple[Line, ...]
    used: Tally
    due: Due | None
    left: Left | None
    doubts: tuple[Doubt, ...]
    """Why the due date may still move; empty when it is sure."""
    cut: bool
    """Whether there are more days than are told."""

    @property
    def read_strictly(self) -> bool:
        """Return whether ``hari`` was taken for calendar days because the document leaves it open."""
        return self.allowed.ambiguous


def account(
    calendar: Calendar, allowed: Duration, stints: Sequence[tuple[datetime, datetime | None]], now: datetime
) -> Account:
    """Return how a time was counted over the stints of its clock, in their order; only the last may still run.

    Raises ValueError without stints: a clock that never ran has nothing to tell.
    """
    if not stints:
        raise ValueError("no stints")
    ran = [Stint(*each) for each in stints]
    begun = calendar.date(ran[0].since)
    due, last, before = _due(calendar, allowed, ran, begun)
    running = due is not None and last.until is None
    left = calendar.left(allowed, last.since, now, before, begun) if running and now >= last.since else None
    used = before.plus(calendar.tally(last.since, _end(last, max(now, last.since))))
    final = calendar.date(due.at - _INSTANT if due is not None else _end(last, now))
    shown = min(final, begun + MOST_DAYS * _DAY) if (final - begun).days > MOST_DAYS else final
    lines = tuple(_merged(_days(calendar, allowed, _until_due(ran, due), begun, max(shown, begun))))
    return Account(
        allowed,
        calendar.zone,
        lines,
        used,
        due,
        left,
        _doubts(calendar, lines, begun, final) if due is not None and not due.sure else (),
        shown != final,
    )


def _doubts(calendar: Calendar, lines: Iterable[Line], begun: date, final: date) -> tuple[Doubt, ...]:
    """Return what the calendar does not know for sure of the days that were counted."""
    guessed = dict.fromkeys(each.reason.name for each in lines if each.reason is not None and each.reason.estimated)
    found = [Doubt("estimated", name) for name in guessed]
    if begun.year < calendar.first_year:
        found.append(Doubt("before", str(calendar.first_year)))
    if final.year > calendar.last_year:
        found.append(Doubt("beyond", str(calendar.last_year)))
    return tuple(found) or (Doubt("ramadan"),)


def _end(stint: Stint, now: datetime) -> datetime:
    return now if stint.until is None else stint.until


def _due(calendar: Calendar, allowed: Duration, ran: Sequence[Stint], begun: date) -> tuple[Due | None, Stint, Tally]:
    """Return when the time ran or will run out, in which stint, and what was used before that stint."""
    used = NOTHING
    for stint in ran:
        due = calendar.due(allowed, stint.since, used, begun)
        if stint.until is None or due.at <= stint.until:
            return due, stint, used
        if stint is not ran[-1]:
            used = used.plus(calendar.tally(stint.since, stint.until))
    return None, ran[-1], used


class _Ran(NamedTuple):
    """The stints of a count as two sorted lists, for a case may have thousands of them."""

    starts: tuple[datetime, ...]
    ends: tuple[datetime, ...]

    def at(self, midnight: datetime) -> bool:
        """Return whether a day that begins then is counted."""
        index = bisect_left(self.starts, midnight) - 1
        return index >= 0 and midnight <= self.ends[index]

    def between(self, begin: datetime, end: datetime) -> Iterator[tuple[datetime, datetime]]:
        """Yield the parts that lie between two moments."""
        for index in range(bisect_right(self.ends, begin), bisect_left(self.starts, end)):
            yield max(self.starts[index], begin), min(self.ends[index], end)


def _until_due(ran: Iterable[Stint], due: Due | None) -> _Ran:
    """Return the stints up to the due date, so that days behind it are not counted on."""
    found = []
    for stint in ran:
        until = stint.until if due is None or (stint.until is not None and stint.until < due.at) else due.at
        if until is not None and stint.since < until:
            found.append((stint.since, until))
    return _Ran(tuple(since for since, _ in found), tuple(until for _, until in found))


def _days(calendar: Calendar, allowed: Duration, ran: _Ran, begun: date, final: date) -> Iterator[Line]:
    hours, working = allowed.unit in _IN_HOURS, allowed.unit is Unit.WORKING_DAY
    number = 0
    for offset in range((final - begun).days + 1):
        day = calendar.day(begun + offset * _DAY)
        if not day.working and (hours or (working and offset)):
            yield Line(day.date, day.date, Status.OFF, reason=day.reason)
        elif hours:
            yield _hours(calendar, ran, day.date, day.reason)
        elif not offset:
            yield Line(day.date, day.date, Status.ARRIVED)
        elif ran.at(calendar.midnight(day.date)):
            number += 1
            yield Line(day.date, day.date, Status.COUNTED, (number, number), reason=day.reason if working else None)
        else:
            yield Line(day.date, day.date, Status.AWAY)


def _hours(calendar: Calendar, ran: _Ran, day: date, reason: Reason | None) -> Line:
    parts = tuple(ran.between(calendar.midnight(day), calendar.midnight(day + _DAY)))
    if not parts:
        return Line(day, day, Status.AWAY)
    work = sum(calendar.tally(since, until).work for since, until in parts)
    return Line(day, day, Status.COUNTED, work=work, reason=reason)


def _merged(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield runs of equal days as one line each."""
    run: Line | None = None
    for line in lines:
        if run is not None and (run.status, run.work, run.reason) == (line.status, line.work, line.reason):
            numbers = (run.numbers[0], line.numbers[1]) if run.numbers and line.numbers else None
            run = run._replace(last=line.last, numbers=numbers)
            continue
        if run is not None:
            yield run
        run = line
    if run is not None:
        yield run
