"""Office days and hours of one unit -> what passes between two moments, and when an allowed time runs out.

A day is counted for whoever had the file when it began (00:00 local), so the day of arrival is not counted; N days run
out at the end of the N-th. ``hari`` alone counts as calendar days, the strictest reading; ``bulan`` ends on the same
day of a later month, or on its last. ``jam`` and ``menit`` are office time. Moments are aware datetimes; those that
are returned are UTC. Refuses nothing: past what it knows it counts on and is not sure.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType
from typing import NamedTuple

from sop_engine.calendar.ledger import FAR, MINUTE, Ledger
from sop_engine.calendar.national import WEEKEND, Reason
from sop_engine.calendar.tally import NOTHING, Tally
from sop_engine.duration import Duration, Unit

ZONES = MappingProxyType({"Asia/Jakarta": 7, "Asia/Makassar": 8, "Asia/Jayapura": 9})
"""WIB, WITA and WIT in hours ahead of UTC. Fixed, for they know no summer time: a date once counted stays so."""

Date = date
"""The same under a name that no method of :class:`Calendar` has."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_EPOCH_DAY = _EPOCH.toordinal()
_PER_UNIT = {Unit.MINUTE: MINUTE, Unit.HOUR: 60 * MINUTE}
_WEEK, _YEAR = 7, 12


class Day(NamedTuple):
    """A day of the office; ``reason`` says why it is off, or why it is worked although it would be off."""

    date: date
    working: bool
    reason: Reason | None


class Due(NamedTuple):
    """When a time runs out: ``at`` is the first moment that is too late (UTC).

    It is not ``sure`` when a day was counted whose date is only estimated, or of a year that is not known yet.
    """

    at: datetime
    sure: bool


class Left(NamedTuple):
    """What is left of a time: negative when it is used up, 0 on its last day. ``late`` once it has run out.

    ``unit`` is ``hari kerja``, ``hari kalender`` (weeks and months too) or ``menit`` (hours too, whole ones).
    """

    amount: int
    unit: Unit
    late: bool


@dataclass(frozen=True, slots=True)
class Known:
    """How far an edition is sure: the days it knows, and those among them whose date is estimated (ordinals)."""

    first: int
    last: int
    estimated: tuple[int, ...]
    """Days that would be worked if the estimate did not hold."""
    estimated_hours: tuple[int, ...]
    """Those, and the days of a Ramadan whose dates are estimated."""

    def sure(self, since: int, until: int, *, hours: bool) -> bool:
        """Return whether all days between two, both included, are settled."""
        if since < self.first or until > self.last:
            return False
        return not any(since <= day <= until for day in (self.estimated_hours if hours else self.estimated))


@dataclass(frozen=True, slots=True, eq=False)
class Calendar:
    """The working time of one unit by one edition of the national days."""

    zone: str
    edition: int
    ledger: Ledger
    known: Known
    reasons: MappingProxyType[int, Reason]

    def day(self, day: Date) -> Day:
        """Return whether a day is worked, and why not or why in spite of everything."""
        number = day.toordinal()
        return Day(day, self.ledger.on(number).working, self.reasons.get(number) or self._weekend(number))

    @property
    def first_year(self) -> int:
        """Return the first year whose holidays are known."""
        return Date.fromordinal(self.known.first).year

    @property
    def last_year(self) -> int:
        """Return the last year whose holidays are known."""
        return Date.fromordinal(self.known.last).year

    def _weekend(self, number: int) -> Reason | None:
        return None if self.ledger.on(number).working else Reason(WEEKEND)

    def spans(self, day: Date) -> tuple[tuple[datetime, datetime], ...]:
        """Return the office hours of a day without the breaks, as moments; none on a day off."""
        midnight = self._start(day.toordinal())
        return tuple(
            (midnight + timedelta(minutes=since), midnight + timedelta(minutes=until))
            for since, until in self.ledger.on(day.toordinal()).spans
        )

    def midnight(self, day: Date) -> datetime:
        """Return the moment at which a day begins."""
        return self._start(day.toordinal())

    def date(self, moment: datetime) -> Date:
        """Return the date that the unit's own calendar on the wall shows at a moment."""
        return Date.fromordinal(self._local(moment)[0])

    def tally(self, since: datetime, until: datetime) -> Tally:
        """Return what passes from one moment to another: of days, those that begin after ``since``.

        From a to b and from b to c are together from a to c; a moment before ``since`` gives a negative tally.
        """
        first, first_time = self._local(since)
        last, last_time = self._local(until)
        return Tally(
            self.ledger.working_days(last + 1) - self.ledger.working_days(first + 1),
            last - first,
            self.ledger.work(last, last_time) - self.ledger.work(first, first_time),
        )

    def due(self, allowed: Duration, since: datetime, used: Tally = NOTHING, begun: Date | None = None) -> Due:
        """Return when a time runs out that has been running since a moment, with ``used`` of it gone before.

        ``begun`` is the local date on which its count began (where left out, that of ``since``). Used up exactly, days
        run out at the end of the day of ``since``; what was used up before is due at ``since`` itself.
        """
        day, time = self._local(since)
        start = begun.toordinal() if begun is not None else day
        remains = self._quota(allowed, start) - _used(allowed, used)
        if remains < 0:
            return Due(since.astimezone(UTC), True)
        if allowed.unit in _PER_UNIT:
            return self._due_at(day, time, remains, start)
        working = allowed.unit is Unit.WORKING_DAY
        last = self.ledger.nth_working_day(day, remains) if working and remains else day + remains
        if last is None or last >= FAR:
            return Due(self._start(FAR), False)
        return Due(self._start(last + 1), not working or self.known.sure(start, last, hours=False))

    def left(
        self,
        allowed: Duration,
        since: datetime,
        until: datetime,
        used: Tally = NOTHING,
        begun: Date | None = None,
    ) -> Left:
        """Return what is left at ``until`` of a time as :meth:`due` counts it."""
        start = begun.toordinal() if begun is not None else self._local(since)[0]
        remains = self._quota(allowed, start) - _used(allowed, used.plus(self.tally(since, until)))
        late = until >= self.due(allowed, since, used, begun).at
        if allowed.unit in _PER_UNIT:
            whole = remains // MINUTE if remains >= 0 else -(-remains // MINUTE)
            return Left(whole, Unit.MINUTE, late)
        return Left(remains, Unit.WORKING_DAY if allowed.unit is Unit.WORKING_DAY else Unit.CALENDAR_DAY, late)

    def _due_at(self, day: int, time: int, remains: int, start: int) -> Due:
        """Return when so many microseconds of office time have passed."""
        found = self.ledger.worked_up(day, self.ledger.work(day, time) + remains) if remains else (day, time)
        if found is None:
            return Due(self._start(FAR), False)
        at = self._start(found[0]) + timedelta(microseconds=found[1])
        return Due(at, self.known.sure(start, found[0], hours=True))

    def _quota(self, allowed: Duration, start: int) -> int:
        """Return a time in what is counted for it: days, or microseconds of office time."""
        if allowed.unit in _PER_UNIT:
            return allowed.amount * _PER_UNIT[allowed.unit]
        if allowed.unit is Unit.WEEK:
            return allowed.amount * _WEEK
        if allowed.unit is Unit.MONTH:
            return _months_later(start, allowed.amount) - start
        return allowed.amount

    def _local(self, moment: datetime) -> tuple[int, int]:
        """Return the day of a moment and its microseconds after midnight, both local."""
        passed = moment - _EPOCH + timedelta(hours=ZONES[self.zone])
        return _EPOCH_DAY + passed.days, passed.seconds * 1_000_000 + passed.microseconds

    def _start(self, day: int) -> datetime:
        return _EPOCH + timedelta(days=day - _EPOCH_DAY, hours=-ZONES[self.zone])


def _used(allowed: Duration, used: Tally) -> int:
    if allowed.unit in _PER_UNIT:
        return used.work
    return used.working_days if allowed.unit is Unit.WORKING_DAY else used.days


def _months_later(start: int, amount: int) -> int:
    """Return the same day of a later month, or the last one of a month that is shorter."""
    begun = date.fromordinal(start)
    year, month = divmod(begun.year * _YEAR + begun.month - 1 + amount, _YEAR)
    if year >= date.max.year:
        return FAR
    first = date(year, month + 1, 1).toordinal()
    after = date(year + (month + 1) // _YEAR, (month + 1) % _YEAR + 1, 1).toordinal()
    return min(first + begun.day, after) - 1
