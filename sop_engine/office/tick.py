"""Times that have run out -> an event each: the case is warned of it, or goes where its deadline leads.

The store knows when something is to be done next for each case. Whether it was done already the record says, and each
event is appended to the case that was looked at and to no other: so every time is told once, however often this runs,
wherever it is stopped, and if two run at once. Nothing is decided here that the procedure does not say.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from sop_engine.engine.action import Escalate, Warn
from sop_engine.engine.deadline import Alarm, Time
from sop_engine.failure import Failure
from sop_engine.office.desk import Office
from sop_engine.office.view import CaseView
from sop_engine.store.chain import written
from sop_engine.store.journal import Moved

_OF_ONE_CASE = frozenset({"STO009", "STO010", "STO011", "STO012", "STO015", "RUN011", "RUN060"})
"""Failures that concern the case that is looked at; any other stops the work."""


class Fired(NamedTuple):
    """A time that ran out and was recorded by the event ``seq`` (None: it would be); ``view`` is the case before."""

    view: CaseView
    alarm: Alarm
    seq: int | None


class Passed(NamedTuple):
    """A case that was passed over, and why."""

    case: str
    failure: Failure


def waiting(office: Office) -> tuple[str, ...]:
    """Return the cases of which a time has run out that was not told yet, the earliest first."""
    return office.journal.alarms(office.now())


def fire(office: Office, case: str, *, dry: bool = False) -> Iterator[Fired | Passed]:
    """Record every time of a case that has run out, and yield each; ``dry``: yield only.

    Nobody's capacity is asked for: it is the procedure that acts, through whoever runs this.
    """
    until = office.now()
    try:
        if dry:
            view = office.show(case)
            yield from (Fired(view, each, None) for each in _passed(view, until))
            return
        while (fired := _next(office, case, until)) is not None:
            yield fired
    except Failure as failure:
        if failure.code not in _OF_ONE_CASE:
            raise
        yield Passed(case, failure)


def _next(office: Office, case: str, until: datetime) -> Fired | None:
    """Record the first time of a case that has run out; look again when somebody was faster."""
    while True:
        view = office.show(case)
        alarm = next(_passed(view, until), None)
        if alarm is None:
            return None
        change, made = office.change(view, _action(office, view, alarm))
        # nobody acts for the office here: the record must not say that the step's actor did
        change = change._replace(event=made.event._replace(actor=None))
        try:
            office.journal.append(change)
        except Moved:
            continue
        return Fired(view, alarm, made.event.seq)


def _passed(view: CaseView, until: datetime) -> Iterator[Alarm]:
    return (each for each in view.alarms if each.at <= until)


def _action(office: Office, view: CaseView, alarm: Alarm) -> Warn | Escalate:
    at = office.now(view.record.changed_at)
    due = f"due={written(alarm.at)}"
    if alarm.time is Time.DEADLINE and alarm.to is not None and alarm.step is not None:
        return Escalate(at, office.person, alarm.step, to=alarm.to, facts=(due, "by=tick"))
    return Warn(at, office.person, alarm.what, alarm.step, (due,))
