"""``"3 hari kerja"`` <-> :class:`Duration`. Units are never mixed or converted here.

``hari`` alone is kept as its own unit: many documents leave open whether working or calendar days are meant, and
many instruments define "Hari adalah hari kerja" in their first article. The checker reports it, nobody guesses.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """A unit of promised time, named by the word that documents use."""

    MINUTE = "menit"
    HOUR = "jam"
    WORKING_DAY = "hari kerja"
    CALENDAR_DAY = "hari kalender"
    DAY = "hari"
    WEEK = "minggu"
    MONTH = "bulan"


PATTERN = r"^[1-9][0-9]{0,4} (menit|jam|hari kerja|hari kalender|hari|minggu|bulan)$"
"""One way to write a time: a whole number, one space, the unit in small letters."""


@dataclass(frozen=True, slots=True)
class Duration:
    """An amount of one unit of time; at least 1."""

    amount: int
    unit: Unit

    def __str__(self) -> str:
        return f"{self.amount} {self.unit}"

    @property
    def ambiguous(self) -> bool:
        """Return whether the document leaves open which days are counted (UNVERIFIED as law: no default exists)."""
        return self.unit is Unit.DAY


def parse(text: str) -> Duration:
    """Return the duration that ``text`` writes; raises ValueError when it is not of :data:`PATTERN`."""
    if not re.match(PATTERN, text):
        raise ValueError(text)
    amount, _, unit = text.partition(" ")
    return Duration(int(amount), Unit(unit))
