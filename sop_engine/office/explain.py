"""The record of a case -> how each of its times was counted, day by day, and what its clocks show.

Everything is told from the events and the calendar of the case; nothing is read from what the store keeps beside them,
so it is also a second opinion on that. A time that runs has a due date; one that is over was kept or exceeded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from sop_engine.calendar import NOTHING, Account, Calendar, Left, Tally, account
from sop_engine.duration import Duration
from sop_engine.engine.case import OpenStep
from sop_engine.engine.deadline import Alarm, Time
from sop_engine.engine.stint import Span, Told, Visit, stints
from sop_engine.engine.waiting import owner
from sop_engine.failure import Failure
from sop_engine.flow import Whose
from sop_engine.office.desk import SLIP, Office
from sop_engine.office.view import CaseView


class Counted(NamedTuple):
    """How a time was counted. ``runs``: its clock runs now; ``over``: it was done, and ``left`` says if in time."""

    time: Time
    step: str | None
    within: Duration
    spans: tuple[Span, ...]
    account: Account
    left: Left
    runs: bool
    over: bool
    to: str | None = None


class Used(NamedTuple):
    """What a step used in all its visits; ``until`` is None while it is open.

    ``within`` is the time that the procedure gives the office for it, ``late`` whether a visit took longer.
    """

    step: str
    visits: int
    since: datetime
    until: datetime | None
    ran: Tally
    within: Duration | None
    late: bool


class Explained(NamedTuple):
    """What the record of a case tells of its times, ``until`` then: the present moment, or when it was closed.

    ``behind`` is the present moment where the machine's clock is behind the record. What begins later by the record has
    not run yet.
    """

    view: CaseView
    until: datetime
    behind: datetime | None
    told: Told
    clocks: dict[str, Tally]
    """Tallies of ``office``, ``applicant``, ``none`` and ``total``."""
    counted: tuple[Counted, ...]
    steps: tuple[Used, ...]


def explain(office: Office, case: str, step: str | None = None) -> Explained:
    """Return how the times of a case were counted, or those of one of its steps alone.

    Raises :class:`Failure` RUN004 for a step that the procedure does not have, RUN056 for one that was never open.
    """
    view = office.show(case)
    told = stints(each.event for each in office.journal.history(case)[: view.case.version])
    now, last = office.now(), view.record.changed_at
    until = last if view.case.status.closed else now
    visits = told.visits if step is None else _visits(view, told, step)
    counted = [*_of_case(view, told, until)] if step is None else []
    for visit in visits:
        if step is not None or visit.until is None:
            counted += _of_visit(view, visit, until)
    steps = tuple(_used(view, visits, until))
    behind = now if last - now > SLIP else None
    return Explained(view, until, behind, told, _clocks(view.calendar, told, until), tuple(counted), steps)


def _visits(view: CaseView, told: Told, step: str) -> tuple[Visit, ...]:
    if step not in view.flow.node:
        raise Failure("RUN004", step=step, allowed=", ".join(dict.fromkeys(each.step for each in told.visits)))
    found = told.of(step)
    if not found:
        raise Failure("RUN056", step=step, known=", ".join(dict.fromkeys(each.step for each in told.visits)))
    return found


def _of_case(view: CaseView, told: Told, until: datetime) -> Iterator[Counted]:
    """Yield the promised time and the limit of the law; neither before the time began, nor of a time not promised."""
    spans, promised = told.promised(), view.promised
    ended = until if view.case.status.closed else None
    for time, within in ((Time.PROMISE, promised.within), (Time.FICTIVE, promised.legal)):
        if spans and within is not None:
            yield _count(view.calendar, Alarm(until, time, None, within), spans, until, ended)


def _of_visit(view: CaseView, visit: Visit, until: datetime) -> Iterator[Counted]:
    """Yield the times that run for an open step, or the time that the procedure gave one that is done."""
    if not visit.spans:
        return
    if visit.until is None:
        times = view.times(visit.step)
    else:
        within = _given(view, visit)
        times = () if within is None else (Alarm(visit.until, Time.STEP, visit.step, within),)
    for each in times:
        yield _count(view.calendar, each, visit.spans, visit.until or until, visit.until)


def _given(view: CaseView, visit: Visit) -> Duration | None:
    """Return the time that the procedure gives the office for a step, as it was opened then."""
    node = view.flow.node.get(visit.step)
    if node is None or owner(view.flow, OpenStep(visit.step, visit.since, visit.via)) is not Whose.OFFICE:
        return None
    return node.time


def _count(calendar: Calendar, alarm: Alarm, spans: Sequence[Span], until: datetime, ended: datetime | None) -> Counted:
    """Return how a time was counted over the spans of its clock; ``ended``: when what it is for was over."""
    within, last = alarm.within, spans[-1]
    until = max(until, last[0])  # nothing is counted backwards
    before = _ran(calendar, spans[:-1], until)
    begun = calendar.date(spans[0][0])
    counted = account(calendar, within, spans, until)
    if counted.due is None and ended is not None and last[1] == ended:
        counted = replace(counted, due=calendar.due(within, last[0], before, begun))  # when it would have run out
    left = calendar.left(within, last[0], last[1] or until, before, begun)
    runs = last[1] is None
    return Counted(alarm.time, alarm.step, within, tuple(spans), counted, left, runs, ended is not None, alarm.to)


def _clocks(calendar: Calendar, told: Told, until: datetime) -> dict[str, Tally]:
    clocks = {
        whose.value: _ran(calendar, ((each.since, each.until) for each in told.stints if each.holder == whose), until)
        for whose in Whose
    }
    return {**clocks, "total": _ran(calendar, ((each.since, each.until) for each in told.stints), until)}


def _used(view: CaseView, visits: Iterable[Visit], until: datetime) -> Iterator[Used]:
    """Yield what each step used, in the order in which they were first open."""
    by_step: dict[str, list[Visit]] = {}
    for each in visits:
        by_step.setdefault(each.step, []).append(each)
    for step, own in by_step.items():
        ran = NOTHING
        for each in own:
            ran = ran.plus(_ran(view.calendar, each.spans, until))
        within = _given(view, own[-1])
        late = any(each.spans and _late(view, each, until) for each in own)
        yield Used(step, len(own), own[0].since, own[-1].until, ran, within, late)


def _late(view: CaseView, visit: Visit, until: datetime) -> bool:
    within, last = _given(view, visit), visit.spans[-1]
    if within is None:
        return False
    before = _ran(view.calendar, visit.spans[:-1], until)
    begun = view.calendar.date(visit.spans[0][0])
    return view.calendar.left(within, last[0], last[1] or max(until, last[0]), before, begun).late


def _ran(calendar: Calendar, spans: Iterable[Span], until: datetime) -> Tally:
    """Return what passed during some spans, the last of which may still run."""
    ran = NOTHING
    for since, end in spans:
        ran = ran.plus(calendar.tally(since, end or max(until, since)))
    return ran
