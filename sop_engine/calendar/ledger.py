"""Office days as running totals, so that counting over years costs no more than counting over a week.

A week that repeats itself is arithmetic; the days that differ from it (holidays, Ramadan, days opened) are a sorted
list with running totals of the difference. Days are ordinals (1 is Monday, 1 January of the year 1), office time is
in microseconds.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from itertools import accumulate
from typing import NamedTuple

from sop_engine.calendar.hours import DAYS, Spans, Week

MINUTE = 60_000_000
"""Microseconds of a minute."""

FAR = 3_652_000
"""A day of the year 9999, behind which nothing is looked for."""


class OfficeDay(NamedTuple):
    """What is worked on a day."""

    working: bool
    spans: Spans

    @property
    def work(self) -> int:
        """Return its office time in microseconds."""
        return MINUTE * sum(until - since for since, until in self.spans)


class Ledger:
    """Running totals of working days and office time before any day; unchanged once made."""

    __slots__ = ("_day_sums", "_days", "_special", "_usual", "_work", "_work_sums", "_working")

    def __init__(self, week: Week, working: int, special: Mapping[int, OfficeDay]) -> None:
        """Take the usual week, of which the first ``working`` days are worked, and the days that are not usual."""
        self._usual = tuple(OfficeDay(number < working, spans) for number, spans in enumerate(week))
        self._special = dict(special)
        self._days = tuple(sorted(special))
        unusual = [(special[day], self._usual[(day - 1) % DAYS]) for day in self._days]
        self._day_sums = _sums(given.working - usual.working for given, usual in unusual)
        self._work_sums = _sums(given.work - usual.work for given, usual in unusual)
        self._working = _sums(each.working for each in self._usual)
        self._work = _sums(each.work for each in self._usual)

    def on(self, day: int) -> OfficeDay:
        """Return what is worked on a day."""
        return self._special.get(day) or self._usual[(day - 1) % DAYS]

    def working_days(self, day: int) -> int:
        """Return how many working days lie before a day."""
        weeks, rest = divmod(day - 1, DAYS)
        return weeks * self._working[DAYS] + self._working[rest] + self._day_sums[bisect_left(self._days, day)]

    def work(self, day: int, moment: int = 0) -> int:
        """Return how much office time lies before a moment of a day (microseconds after midnight)."""
        weeks, rest = divmod(day - 1, DAYS)
        before = weeks * self._work[DAYS] + self._work[rest] + self._work_sums[bisect_left(self._days, day)]
        if not moment:
            return before
        spans = self.on(day).spans
        return before + sum(max(0, min(moment, until * MINUTE) - since * MINUTE) for since, until in spans)

    def nth_working_day(self, after: int, number: int) -> int | None:
        """Return the ``number``-th working day after a day; None when there is none before the year 9999."""
        wanted = self.working_days(after + 1) + number
        # the day before which so many working days lie comes right behind the one looked for
        found = _first(after + 2, 2 * number, wanted, self.working_days)
        return None if found is None else found - 1

    def worked_up(self, day: int, wanted: int) -> tuple[int, int] | None:
        """Return the first moment (day, microseconds) from a day on by which so much office time has passed.

        None when there is none before the year 9999. ``wanted`` is counted as :meth:`work` does.
        """
        found = _first(day + 1, 7, wanted, self.work)
        if found is None:
            return None
        found -= 1
        left = wanted - self.work(found)
        for since, until in self.on(found).spans:
            length = (until - since) * MINUTE
            if left <= length:
                return found, since * MINUTE + left
            left -= length
        return found, 0


def _sums(steps: Iterable[int]) -> tuple[int, ...]:
    return (0, *accumulate(steps))


def _first(start: int, stride: int, wanted: int, total: Callable[[int], int]) -> int | None:
    """Return the first day from ``start`` on whose ``total`` is at least ``wanted``; None when that is too far."""
    end = start + stride
    while total(min(end, FAR)) < wanted:
        if end >= FAR:
            return None
        start, end = end, end + 2 * (end - start)
    return start + bisect_left(range(start, min(end, FAR)), wanted, key=total)
