"""Times in different units -> working minutes: the one place where units are converted.

The conventions, told in ``docs/semantics.md``: an hour is an office hour; a working day has ``minutes_per_day``, a week
``days_per_week`` of them. What cannot be converted exactly is converted all the same and marked: ``hari`` is taken
as a working day, seven calendar days as one week without holidays, and a month as thirty calendar days.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from sop_engine.duration import Duration, Unit

_DAYS_OF_WEEK = 7
_DAYS_OF_MONTH = 30
_PER_HOUR = 60

OFFICE_MINUTES = 450
"""Perpres 21/2023 Pasal 4: 37 hours 30 minutes a week, breaks excluded; over five days (Pasal 3) 7 hours 30."""

OFFICE_DAYS = 5
"""Perpres 21/2023 Pasal 3: five working days a week."""

_CONVENTIONAL = (Unit.DAY, Unit.CALENDAR_DAY, Unit.MONTH)


class Span(NamedTuple):
    """A time in working minutes; ``exact`` unless a convention stands in for what the document leaves open."""

    minutes: int
    exact: bool


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """How an office works: minutes a working day, working days a week."""

    minutes_per_day: int = OFFICE_MINUTES
    days_per_week: int = OFFICE_DAYS

    def __post_init__(self) -> None:
        """Raise ValueError for a day of no or more than 24 hours, a week of no or more than seven days."""
        if not 0 < self.minutes_per_day <= 24 * _PER_HOUR or not 0 < self.days_per_week <= _DAYS_OF_WEEK:
            raise ValueError((self.minutes_per_day, self.days_per_week))

    def span(self, time: Duration) -> Span:
        """Return a time in working minutes."""
        week = self.minutes_per_day * self.days_per_week
        # what one unit is worth, in sevenths of a minute: a calendar day is a seventh of a working week
        worth = {
            Unit.MINUTE: _DAYS_OF_WEEK,
            Unit.HOUR: _DAYS_OF_WEEK * _PER_HOUR,
            Unit.WORKING_DAY: _DAYS_OF_WEEK * self.minutes_per_day,
            Unit.DAY: _DAYS_OF_WEEK * self.minutes_per_day,
            Unit.WEEK: _DAYS_OF_WEEK * week,
            Unit.CALENDAR_DAY: week,
            Unit.MONTH: _DAYS_OF_MONTH * week,
        }[time.unit]
        minutes = (time.amount * worth + _DAYS_OF_WEEK // 2) // _DAYS_OF_WEEK
        return Span(minutes, time.unit not in _CONVENTIONAL)

    def days(self, minutes: float) -> float:
        """Return how many working days some minutes are."""
        return minutes / self.minutes_per_day

    def told(self, minutes: int) -> str:
        """Return working minutes in the words of the language: ``2 hari kerja 3 jam 30 menit``."""
        days, rest = divmod(minutes, self.minutes_per_day)
        hours, left = divmod(rest, _PER_HOUR)
        parts = ((days, Unit.WORKING_DAY), (hours, Unit.HOUR), (left, Unit.MINUTE))
        return " ".join(f"{amount} {unit}" for amount, unit in parts if amount) or f"0 {Unit.MINUTE}"
