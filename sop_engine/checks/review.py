"""What depends on today's date: days that have not come yet, and reviews that are overdue.

Today is part of :class:`~sop_engine.settings.Settings`; without it nothing here is found. Between two of the
:func:`turning_days` of a definition the findings about it stay the same, whatever day it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import MAXYEAR, date, timedelta
from typing import NamedTuple

from sop_engine.checks.subject import Subject
from sop_engine.definition.model import Definition
from sop_engine.diagnostic import Diagnostic, Route, finding

_MONITORED_EVERY = 6
"""Months (PermenPAN-RB 35/2012: pemantauan setiap enam bulan)."""

_EVALUATED_EVERY = 12
"""Months (Perka BPS 19/2013: evaluasi sekurang-kurangnya sekali setahun)."""

_REVIEWED_EVERY = 36
"""Months (PP 96/2012: UNVERIFIED, the text of the rule was not seen)."""

_MONTHS = 12
_SETTLED = frozenset({"draft", "replaced", "revoked"})


class _Due(NamedTuple):
    """Something that was done on a day and is to be done again until ``until``."""

    code: str
    route: Route
    what: str
    done: date
    until: date


def turning_days(definition: Definition) -> tuple[date, ...]:
    """Return the days, in order, from which on these rules find something else than on the day before."""
    days = {day for _, _, day in _past(definition)}
    days |= {each.until + timedelta(days=1) for each in _dues(definition) if each.until < date.max}
    return tuple(sorted(days))


def in_future(subject: Subject) -> Iterator[Diagnostic]:
    """SOP004: a day on which something was done, and which has not come yet."""
    today = subject.settings.today
    for route, what, day in _past(subject.definition) if today is not None else ():
        if today is not None and day > today:
            yield finding("SOP004", route, args={"missing": what, "reason": "not_come"})


def overdue(subject: Subject) -> Iterator[Diagnostic]:
    """SOP014: the last monitoring is more than six months ago, or the last evaluation more than a year."""
    yield from _overdue(subject, "SOP014")


def old_decree(subject: Subject) -> Iterator[Diagnostic]:
    """SP040: the decree is older than the period after which a standard is reviewed."""
    yield from _overdue(subject, "SP040")


def _overdue(subject: Subject, code: str) -> Iterator[Diagnostic]:
    today = subject.settings.today
    for each in _dues(subject.definition) if today is not None else ():
        if today is not None and each.code == code and today > each.until:
            args = {"missing": each.what, "value": each.done.isoformat(), "until": each.until.isoformat()}
            yield finding(code, each.route, args=args)


def _past(definition: Definition) -> Iterator[tuple[Route, str, date]]:
    identity, decree = definition.identity, definition.decree
    if identity is not None:
        for key, what in (("made", "made"), ("monitored", "day_monitored"), ("evaluated", "day_evaluated")):
            day = getattr(identity, key)
            if day is not None:
                yield ("identity", key), what, day
    if decree is not None and decree.date is not None:
        yield ("decree", "date"), "decree_date", decree.date


def _dues(definition: Definition) -> Iterator[_Due]:
    if definition.status in _SETTLED:
        return
    identity, decree = definition.identity, definition.decree
    for key, months in (("monitored", _MONITORED_EVERY), ("evaluated", _EVALUATED_EVERY)):
        day = getattr(identity, key, None)
        if day is not None:
            yield _Due("SOP014", ("identity", key), key, day, _later(day, months))
    if decree is not None and decree.date is not None:
        until = _later(decree.date, _REVIEWED_EVERY)
        yield _Due("SP040", ("decree", "date"), "decree_date", decree.date, until)


def _later(day: date, months: int) -> date:
    """Return the same day so many months later; in a shorter month, its last."""
    years, month = divmod(day.month - 1 + months, _MONTHS)
    if day.year + years > MAXYEAR:
        return date.max
    for last in (day.day, 30, 29, 28):
        try:
            return date(day.year + years, month + 1, last)
        except ValueError:
            continue
    return date.max
