"""An account of a count -> its sentences: one a day or run of equal days, the due date, and what to know about it.

``say`` is :func:`sop_engine.messages.text` or :func:`sop_engine.messages.printed`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple, Protocol

from sop_engine.calendar.account import Account, Line, Status
from sop_engine.calendar.calendar import ZONES, Left
from sop_engine.calendar.ledger import MINUTE
from sop_engine.calendar.national import OPEN, Reason
from sop_engine.duration import Unit

_PER_HOUR = 60
_SECOND = 1_000_000
_IN_HOURS = (Unit.HOUR, Unit.MINUTE)
ZONE_NAMES = {"Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}


class Say(Protocol):
    """Looks a phrase up in a language."""

    def __call__(self, name: str, /, **args: object) -> str:
        """Return the phrase with its arguments filled in."""


class Told(NamedTuple):
    """An account in words: ``lines`` are pairs of date and what the day is, ``notes`` whole sentences."""

    lines: tuple[tuple[str, str], ...]
    due: str
    notes: tuple[str, ...]


def told(say: Say, account: Account) -> Told:
    """Return an account in words."""
    return Told(tuple(_lines(say, account)), _due(say, account), tuple(_notes(say, account)))


def remaining(say: Say, left: Left) -> str:
    """Return what is left of a time (``sisa 2 hari kerja``, ``hari terakhir``) or by how much it is late."""
    if left.amount == 0:
        if left.late:
            return say("calendar.overdue")
        return say("calendar.last_minute" if left.unit is Unit.MINUTE else "calendar.last_day")
    amount = abs(left.amount)
    if left.unit is Unit.MINUTE:
        time = time_of(say, amount * MINUTE)
    else:
        kind = "work" if left.unit is Unit.WORKING_DAY else "calendar"
        time = say(f"calendar.{'day' if amount == 1 else 'days'}_of_{kind}", amount=amount)
    return say("calendar.late" if left.amount < 0 else "calendar.left", time=time)


def _lines(say: Say, account: Account) -> Iterator[tuple[str, str]]:
    total = 0
    hours = account.allowed.unit in _IN_HOURS
    for line in account.lines:
        before, total = total, total + line.work * ((line.last - line.first).days + 1)
        said = _hours(say, line, before, total) if hours and line.status is Status.COUNTED else _day(say, account, line)
        yield _dates(say, line.first, line.last), _with_reason(say, said, line.reason)


def _day(say: Say, account: Account, line: Line) -> str:
    if line.status is Status.OFF and line.reason is not None:
        return say(f"calendar.{line.reason.kind}", name=line.reason.name)
    if line.status is not Status.COUNTED or line.numbers is None:
        return say(f"calendar.{line.status.value}")
    kind = "working_day" if account.allowed.unit is Unit.WORKING_DAY else "calendar_day"
    first, last = line.numbers
    if first == last:
        return say(f"calendar.{kind}", number=first)
    return say(f"calendar.{kind}s", first=first, last=last)


def _hours(say: Say, line: Line, before: int, total: int) -> str:
    if not line.work:
        return say("calendar.outside")
    if line.first != line.last:
        return say("calendar.hours_each", time=time_of(say, line.work), total=time_of(say, total))
    # whole seconds that add up to the total
    ran = total // _SECOND - before // _SECOND
    return say("calendar.hours", time=time_of(say, ran * _SECOND), total=time_of(say, total))


def _with_reason(say: Say, said: str, reason: Reason | None) -> str:
    if reason is None:
        return said
    if reason.kind == OPEN:
        return say("calendar.opened", told=said, name=reason.name)
    return say("calendar.estimated", told=said) if reason.estimated else said


def time_of(say: Say, work: int) -> str:
    """Return office time (microseconds) in hours, minutes and what seconds there are beside them."""
    hours, minutes = divmod(work // MINUTE, _PER_HOUR)
    parts = {"hours": hours, "minutes": minutes, "seconds": work % MINUTE // _SECOND}
    said = [say(f"calendar.{name}_only", **{name: count}) for name, count in parts.items() if count]
    return " ".join(said) or say("calendar.minutes_only", minutes=0)


def _due(say: Say, account: Account) -> str:
    if account.due is None:
        return say("calendar.due_none")
    zone = ZONE_NAMES[account.zone]
    if account.allowed.unit in _IN_HOURS:
        at = _local(account.due.at, account.zone)
        day = _date(say, at.date())
        return say("calendar.due_hour", allowed=account.allowed, date=day, time=f"{at:%H.%M}", zone=zone)
    at = _local(account.due.at - timedelta(microseconds=1), account.zone)
    return say("calendar.due_day", allowed=account.allowed, date=_date(say, at.date()), zone=zone)


def _local(moment: datetime, zone: str) -> datetime:
    return moment + timedelta(hours=ZONES[zone])


def _notes(say: Say, account: Account) -> Iterator[str]:
    if account.cut:
        yield say("calendar.cut")
    if account.read_strictly:
        yield say("calendar.strictly")
    for doubt in account.doubts:
        yield say(f"calendar.doubt_{doubt.kind}", value=doubt.value)


def _dates(say: Say, first: date, last: date) -> str:
    if first == last:
        return _date(say, first)
    return say("calendar.dates", first=_date(say, first), last=_date(say, last))


def _date(say: Say, day: date) -> str:
    return say("calendar.date", weekday=say(f"calendar.weekday_{day.weekday()}"), date=f"{day:%d-%m-%Y}")
