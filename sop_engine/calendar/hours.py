"""The office hours of a week: for each weekday the spans that are worked, breaks left out, in minutes after midnight.

Without hours of its own an office works those of Perpres 21/2023: 37 hours 30 minutes a week, 32 hours 30 minutes in
Ramadan, breaks excluded (Pasal 4), from 07.30 and 08.00, on five days (Pasal 3). How they fall on the days is left to
each agency; ours is the equal split. The six-day week, for the services that keep one, holds the same hours.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

Span = tuple[int, int]
"""From and until, as minutes after midnight."""
Spans = tuple[Span, ...]
Week = tuple[Spans, ...]
"""The spans of Monday to Sunday; a day that is not worked has none."""

_FRIDAY, _SATURDAY = 4, 5
DAYS = 7


class Row(NamedTuple):
    """The hours of the weekdays ``first`` to ``last`` (0: Monday)."""

    first: int
    last: int
    open: Span
    rest: Span | None = None

    @property
    def spans(self) -> Spans:
        """Return what is worked: the open time, in two parts when there is a break."""
        return worked(self.open, self.rest)


def _at(hour: int, minute: int = 0) -> int:
    return hour * 60 + minute


_LUNCH, _FRIDAY_LUNCH = (_at(12), _at(13)), (_at(11, 30), _at(13))
_SHORT, _FRIDAY_SHORT = (_at(12), _at(12, 30)), (_at(11, 30), _at(12, 30))

USUAL: dict[int, tuple[Row, ...]] = {
    5: (
        Row(0, 3, (_at(7, 30), _at(16)), _LUNCH),
        Row(_FRIDAY, _FRIDAY, (_at(7, 30), _at(16, 30)), _FRIDAY_LUNCH),
    ),
    6: (
        Row(0, 3, (_at(7, 30), _at(15)), _LUNCH),
        Row(_FRIDAY, _FRIDAY, (_at(7, 30), _at(15)), _FRIDAY_LUNCH),
        Row(_SATURDAY, _SATURDAY, (_at(7, 30), _at(13))),
    ),
}
"""The hours outside Ramadan, by working days a week."""

RAMADAN: dict[int, tuple[Row, ...]] = {
    5: (
        Row(0, 3, (_at(8), _at(15)), _SHORT),
        Row(_FRIDAY, _FRIDAY, (_at(8), _at(15, 30)), _FRIDAY_SHORT),
    ),
    6: (
        Row(0, 3, (_at(8), _at(14)), _SHORT),
        Row(_FRIDAY, _FRIDAY, (_at(8), _at(14, 30)), _FRIDAY_SHORT),
        Row(_SATURDAY, _SATURDAY, (_at(8), _at(13))),
    ),
}
"""The hours in Ramadan, by working days a week."""


def worked(opened: Span, rest: Span | None) -> Spans:
    """Return what is worked of an open time with a break inside."""
    if rest is None:
        return (opened,)
    return tuple(span for span in ((opened[0], rest[0]), (rest[1], opened[1])) if span[0] < span[1])


def week(rows: Iterable[Row], working: int) -> Week:
    """Return the week that rows make, of which the first ``working`` days are worked."""
    hours = {day: row.spans for row in rows for day in range(row.first, row.last + 1)}
    return tuple(hours.get(day, ()) if day < working else () for day in range(DAYS))
