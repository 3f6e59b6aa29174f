"""A case, its clocks and a calendar -> when which time runs out, and what the procedure wants done then.

Three kinds of times: the promised time of the service, the time of a step (mutu baku), and deadlines of the procedure
with a place where they lead. Nothing is due while its clock stands still. Pure: whether it is late, who asks knows.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from sop_engine.calendar import Calendar
from sop_engine.duration import Duration
from sop_engine.engine.case import Case, OpenStep
from sop_engine.engine.clock import Clocks
from sop_engine.engine.event import CaseStatus
from sop_engine.engine.waiting import owner
from sop_engine.flow import EdgeKind, Flow, Whose


class Time(StrEnum):
    """Which time it is; the value is the fact ``warned`` of the event that tells of it."""

    STEP = "time"
    """The time that the procedure gives a step (mutu baku)."""
    DEADLINE = "deadline"
    """A deadline: where it leads somewhere the case is passed on, where not it is told."""
    PROMISE = "promise"
    """The promised completion time."""
    FICTIVE = "fictive"
    """The legal limit after which silence is deemed consent (UU 30/2014 Pasal 53)."""


class Alarm(NamedTuple):
    """A time that runs out at ``at`` (exclusive). ``to`` is where the case goes then, None: it is only told.

    ``sure`` is False when the calendar does not know all the days that were counted.
    """

    at: datetime
    time: Time
    step: str | None
    within: Duration
    to: str | None = None
    sure: bool = True

    @property
    def what(self) -> str:
        """Return the name under which a case remembers that this time was told."""
        return f"{self.time.value}:{self.within}" if self.time is Time.DEADLINE else self.time.value


class Promised(NamedTuple):
    """What is promised for a case as a whole: the completion time, and the limit of the law; None: none."""

    within: Duration | None
    legal: Duration | None


class Dues(NamedTuple):
    """When a case is due, when each of its open steps (in their order), and when something is to be done by itself."""

    case: datetime | None
    steps: tuple[datetime | None, ...]
    alarm: datetime | None


NO_DUES = Dues(None, (), None)


def alarms(flow: Flow, case: Case, clocks: Clocks, calendar: Calendar, promised: Promised) -> tuple[Alarm, ...]:
    """Return every time that runs and has not been told yet, the earliest first; what leads away comes last."""
    whole, steps = _running(flow, case, clocks, calendar, promised)
    return tuple(sorted(_untold(case, whole, steps), key=_in_turn))


def dues(flow: Flow, case: Case, clocks: Clocks, calendar: Calendar, promised: Promised) -> Dues:
    """Return when a case and its open steps are due, told or not."""
    if case.status.closed:
        return NO_DUES
    whole, steps = _running(flow, case, clocks, calendar, promised)
    due = next((each.at for each in whole if each.time is Time.PROMISE), None)
    known = () if due is None else (due,)
    each_step = tuple(min((*(each.at for each in times), *known), default=None) for times in steps)
    return Dues(due, each_step, min((each.at for each in _untold(case, whole, steps)), default=None))


def _running(
    flow: Flow, case: Case, clocks: Clocks, calendar: Calendar, promised: Promised
) -> tuple[list[Alarm], list[list[Alarm]]]:
    """Return the times of the case that run, and those of each of its open steps."""
    if case.status.closed:
        return [], []
    steps = [times_of(flow, case, waiting, clocks, calendar) for waiting in case.open]
    return _case_alarms(clocks, calendar, promised), steps


def _in_turn(alarm: Alarm) -> tuple[datetime, bool]:
    # a step that is left at the same moment could no longer be told of
    return alarm.at, alarm.to is not None


def _untold(case: Case, whole: list[Alarm], steps: list[list[Alarm]]) -> list[Alarm]:
    found = [each for each in whole if each.what not in case.warned]
    for waiting, times in zip(case.open, steps, strict=True):
        found += [each for each in times if each.what not in waiting.warned]
    return found


def times_of(flow: Flow, case: Case, waiting: OpenStep, clocks: Clocks, calendar: Calendar) -> list[Alarm]:
    """Return the times of an open step that run now: its deadlines, and on the office's account its own time."""
    clock = clocks.step(waiting.step)
    node = flow.node.get(waiting.step)
    if clock is None or clock.since is None or node is None:
        return []
    since, used = clock.since, clock.used
    begun = None if since == waiting.since else calendar.date(waiting.since)

    def alarm(time: Time, within: Duration, to: str | None = None) -> Alarm:
        due = calendar.due(within, since, used, begun)
        return Alarm(due.at, time, node.id, within, to, due.sure)

    late = [edge for edge in flow.outgoing[node.id] if edge.kind is EdgeKind.LATE and edge.via in (None, waiting.via)]
    if len(late) > 1:
        late.sort(key=lambda edge: edge.via is None)  # at the same moment the deadline of the answer comes first
    found = [alarm(Time.DEADLINE, edge.within, edge.target) for edge in late if edge.within is not None]
    if case.status is not CaseStatus.OPEN:
        return found
    if node.deadline is not None and not any(edge.via is None for edge in late):
        found.append(alarm(Time.DEADLINE, node.deadline))
    if node.time is not None and owner(flow, waiting) is Whose.OFFICE:
        found.append(alarm(Time.STEP, node.time))
    return found


def _case_alarms(clocks: Clocks, calendar: Calendar, promised: Promised) -> list[Alarm]:
    if clocks.started is None or clocks.holder != Whose.OFFICE:
        return []
    begun = calendar.date(clocks.started)
    found: list[Alarm] = []
    for time, within in ((Time.PROMISE, promised.within), (Time.FICTIVE, promised.legal)):
        if within is None:
            continue
        if found and found[0].within == within:
            found.append(found[0]._replace(time=time))
            continue
        due = calendar.due(within, clocks.since, clocks.promise, begun)
        found.append(Alarm(due.at, time, None, within, None, due.sure))
    return found
