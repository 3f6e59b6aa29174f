"""A moment at which a time runs out -> the day that an officer keeps in mind, and how far away it is.

Days end at midnight: what runs out at 00.00 is due on the day before. In lists distances are calendar days, which need
no more than the date; where the case is known they are working days by its own calendar.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from sop_engine.engine.event import CaseStatus
from sop_engine.messages import text
from sop_engine.office.person import local_time

if TYPE_CHECKING:
    from sop_engine.calendar import Calendar
    from sop_engine.office import CaseView

_INSTANT = timedelta(microseconds=1)


def day(due: datetime | None, zone: str) -> str:
    """Return the last day on which it is not too late (``24-11-2026``), with the hour where it is not a whole day."""
    if due is None:
        return text("due.none")
    local = due.astimezone(ZoneInfo(zone))
    if local.hour == local.minute == 0:
        return f"{_last(due, zone):%d-%m-%Y}"
    return local_time(due, zone)


def late(due: datetime | None, now: datetime) -> bool:
    """Return whether it is too late."""
    return due is not None and now >= due


def brief(due: datetime | None, now: datetime, zone: str) -> str:
    """Return the last day and how far away it is, in calendar days: ``24-11-2026 besok``, ``20-11-2026 lewat 2 hari``.

    The hour is told on the day itself.
    """
    if due is None:
        return text("due.none")
    last = _last(due, zone)
    days = (last - now.astimezone(ZoneInfo(zone)).date()).days
    shown = f"{last:%d-%m-%Y}"
    if days < 0:
        return f"{shown} {text('due.days_late', count=-days)}"
    if days == 0:
        local = due.astimezone(ZoneInfo(zone))
        hour = "" if local.hour == local.minute == 0 else f" {local:%H.%M}"
        return f"{shown}{hour} {text('due.passed' if late(due, now) else 'due.today')}"
    return f"{shown} {text('due.tomorrow') if days == 1 else text('due.days_left', count=days)}"


def left(due: datetime, now: datetime, calendar: Calendar, *, hours: bool = False) -> str:
    """Return how many working days are left, or have passed since; ``hours``: office hours, of a time given in them."""
    if hours:
        return _hours_left(due, now, calendar)
    if now >= due:
        days = calendar.tally(due - _INSTANT, now).working_days
        return text("due.working_late", count=days) if days else text("due.late")
    days = calendar.tally(now, due - _INSTANT).working_days
    return text("due.working_left", count=days) if days else text("due.last_day")


def _hours_left(due: datetime, now: datetime, calendar: Calendar) -> str:
    from sop_engine.calendar.ledger import MINUTE
    from sop_engine.calendar.wording import time_of

    is_late = late(due, now)
    minutes = calendar.tally(min(now, due), max(now, due)).work // MINUTE
    if not minutes:
        return text("due.late" if is_late else "calendar.last_minute")
    return text("due.hours_late" if is_late else "due.hours_left", time=time_of(text, minutes * MINUTE))


def told(view: CaseView, due: datetime | None, now: datetime) -> str:
    """Return a due date of a case with what is left of it; that it does not run while the clock stands still."""
    if due is None:
        return _why_not(view)
    shown = day(due, view.record.zone)
    if not all(each.sure for each in view.alarms if each.at == due):
        shown = text("due.unsure", due=shown)
    return text("due.in_brackets", due=shown, left=left(due, now, view.calendar, hours=_in_hours(view, due)))


def _in_hours(view: CaseView, due: datetime) -> bool:
    """Return whether what runs out then is a time that is given in office hours."""
    from sop_engine.duration import Unit

    times = {each.within for waiting in view.case.open for each in view.times(waiting.step) if each.at == due}
    if view.promised.within is not None and view.record.state.dues.case == due:
        times.add(view.promised.within)
    return any(each.unit in (Unit.HOUR, Unit.MINUTE) for each in times)


def _why_not(view: CaseView) -> str:
    """Return why nothing is due: the case is closed, stands still, or its time has not begun."""
    case, clocks = view.case, view.record.state.clocks
    if case.status is not CaseStatus.OPEN:
        return text("due.suspended" if case.status is CaseStatus.SUSPENDED else "due.none")
    if clocks.started is None:
        return text("due.incomplete" if case.incomplete else "due.not_begun")
    return text("due.papers" if case.incomplete else "due.with_applicant")


def _last(due: datetime, zone: str) -> date:
    return (due - _INSTANT).astimezone(ZoneInfo(zone)).date()
