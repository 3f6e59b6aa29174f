"""Working time counted the slow way, day by day and minute by minute, from the shipped list and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import sop_engine

LIST = json.loads((Path(sop_engine.__file__).parent / "calendar" / "national.json").read_text(encoding="utf-8"))
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)

Rows = Mapping[int, tuple[str, ...]]
"""Weekday (0: Monday) -> opening, closing and perhaps the ends of the break, as ``07.30``."""

FIVE: Rows = {
    **dict.fromkeys(range(4), ("07.30", "16.00", "12.00", "13.00")),
    4: ("07.30", "16.30", "11.30", "13.00"),
}
FIVE_RAMADAN: Rows = {
    **dict.fromkeys(range(4), ("08.00", "15.00", "12.00", "12.30")),
    4: ("08.00", "15.30", "11.30", "12.30"),
}
SIX: Rows = {
    **dict.fromkeys(range(4), ("07.30", "15.00", "12.00", "13.00")),
    4: ("07.30", "15.00", "11.30", "13.00"),
    5: ("07.30", "13.00"),
}
SIX_RAMADAN: Rows = {
    **dict.fromkeys(range(4), ("08.00", "14.00", "12.00", "12.30")),
    4: ("08.00", "14.30", "11.30", "12.30"),
    5: ("08.00", "13.00"),
}


@dataclass
class Oracle:
    """One unit's calendar by one edition."""

    hours: Rows = field(default_factory=lambda: FIVE)
    ramadan: Rows = field(default_factory=lambda: FIVE_RAMADAN)
    ahead: int = 7
    joint_leave: bool = True
    off: frozenset[date] = frozenset()
    opened: Mapping[date, tuple[str, ...] | None] = field(default_factory=dict)
    edition: int = 4

    def working(self, day: date) -> bool:
        if day in self.opened:
            return True
        if day.weekday() not in self.hours or day in self.off:
            return False
        kinds = [each["kind"] for each in LIST["days"] if each["date"] == str(day) and each["since"] <= self.edition]
        return not [kind for kind in kinds if kind == "national" or self.joint_leave]

    def open(self, minute: datetime) -> bool:
        """Whether the office works during the minute that begins then (local, without zone)."""
        day, at = minute.date(), f"{minute:%H.%M}"
        if not self.working(day):
            return False
        rows = self.ramadan if self.fasting(day) else self.hours
        row = self.opened.get(day) or rows.get(day.weekday()) or rows[0]
        return row[0] <= at < row[1] and not (len(row) > 2 and row[2] <= at < row[3])

    def fasting(self, day: date) -> bool:
        return any(
            each["first"] <= str(day) <= each["last"] and each["since"] <= self.edition for each in LIST["ramadan"]
        )

    def local(self, moment: datetime) -> datetime:
        return (moment.astimezone(UTC) + timedelta(hours=self.ahead)).replace(tzinfo=None)

    def days(self, since: datetime, until: datetime) -> Iterator[date]:
        """The days that begin after ``since`` and not after ``until``."""
        day = self.local(since).date()
        while (day := day + DAY) <= self.local(until).date():
            yield day

    def minutes(self, since: datetime, until: datetime) -> int:
        """Office minutes between two whole minutes."""
        at, end, count = self.local(since), self.local(until), 0
        while at < end:
            count += self.open(at)
            at += MINUTE
        return count
