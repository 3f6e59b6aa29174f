"""The working time that a unit's file sets: rows that contradict each other, a day without hours, a date twice.

What cannot be read as weekdays or hours at all (SOP170, SOP171) is found by the reader.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from sop_engine.definition.working_time import WEEKDAYS, Hours, OfficeHours, WorkingCalendar
from sop_engine.diagnostic import Diagnostic, Route, finding

_PER_HOUR = 60
_WEEKLY = {"hours": 37 * _PER_HOUR + 30, "ramadan_hours": 32 * _PER_HOUR + 30}
"""The minutes a week without breaks (Perpres 21/2023 Pasal 4)."""
_AT = ("calendar",)


def office_hours(calendar: WorkingCalendar) -> Iterator[Diagnostic]:
    """Yield what is wrong with a unit's working time."""
    for key, rows in (("hours", calendar.hours), ("ramadan_hours", calendar.ramadan_hours)):
        found = [*_breaks(key, rows), *_twice(key, rows), *_uncovered(key, rows, calendar.week)]
        yield from found or _unusual(key, rows)
    yield from _opened(calendar)
    yield from _dates(calendar)


def _breaks(key: str, rows: Sequence[OfficeHours]) -> Iterator[Diagnostic]:
    for index, row in enumerate(rows):
        if row.rest is not None and not _inside(row.rest, row.open):
            yield finding("SOP172", (*_AT, key, index, "break"), args={"value": str(row.rest)})


def _opened(calendar: WorkingCalendar) -> Iterator[Diagnostic]:
    for index, day in enumerate(calendar.open_days):
        if day.rest is not None and (day.open is None or not _inside(day.rest, day.open)):
            yield finding("SOP172", (*_AT, "open_days", index, "break"), args={"value": str(day.rest)})


def _inside(rest: Hours, opened: Hours) -> bool:
    return opened.since < rest.since and rest.until < opened.until


def _twice(key: str, rows: Sequence[OfficeHours]) -> Iterator[Diagnostic]:
    """SOP173: a weekday that two rows give hours to."""
    first: dict[int, int] = {}
    for index, row in enumerate(rows):
        for day in range(row.days.first, row.days.last + 1):
            if first.setdefault(day, index) != index:
                args = {"value": WEEKDAYS[day]}
                yield finding("SOP173", (*_AT, key, index, "days"), args=args, related=(*_AT, key, first[day], "days"))


def _uncovered(key: str, rows: Sequence[OfficeHours], week: int) -> Iterator[Diagnostic]:
    """SOP174 and SOP175: a working day without hours, hours of a day that is not worked."""
    if not rows:
        return
    given = {day: index for index, row in enumerate(rows) for day in range(row.days.first, row.days.last + 1)}
    missing = [WEEKDAYS[day] for day in range(week) if day not in given]
    if missing:
        yield finding("SOP174", (*_AT, key), args={"value": ", ".join(missing), "week": str(week)}, at_key=True)
    for day in sorted(each for each in given if each >= week):
        args = {"value": WEEKDAYS[day], "week": str(week)}
        yield finding("SOP175", (*_AT, key, given[day], "days"), args=args)


def _unusual(key: str, rows: Sequence[OfficeHours]) -> Iterator[Diagnostic]:
    """SOP177: hours that are not those of the presidential regulation."""
    total = sum(
        (row.days.last - row.days.first + 1)
        * (row.open.until - row.open.since - (row.rest.until - row.rest.since if row.rest else 0))
        for row in rows
    )
    if rows and total != _WEEKLY[key]:
        args = {"value": _told(total), "usual": _told(_WEEKLY[key])}
        yield finding("SOP177", (*_AT, key), args=args, at_key=True)


def _told(minutes: int) -> str:
    return f"{minutes // _PER_HOUR}.{minutes % _PER_HOUR:02}"


def _dates(calendar: WorkingCalendar) -> Iterator[Diagnostic]:
    """SOP176: a date that is listed twice, be it as a day off and as a day that is worked."""
    off = [("holidays", index, day.date) for index, day in enumerate(calendar.holidays)]
    opened = [("open_days", index, day.date) for index, day in enumerate(calendar.open_days)]
    first: dict[date, Route] = {}
    for key, index, day in (*off, *opened):
        route = (*_AT, key, index, "date")
        before = first.setdefault(day, route)
        if before != route:
            yield finding("SOP176", route, args={"value": str(day)}, related=before)
