"""Events and a calendar -> Clocks: how much time the office, the applicant and nobody have used, and each open step.

A second fold beside :mod:`sop_engine.engine.case`. Nothing in it is ever decremented: a clock is what has been counted
until it last changed hands, and since when it runs. So the state is the same size after ten thousand events, and the
same record always gives the same clocks (``docs/semantics.md``).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from sop_engine.calendar import NOTHING, Calendar, Tally
from sop_engine.engine.case import Case, evolve
from sop_engine.engine.event import MOVES, CaseStatus, Event, EventKind
from sop_engine.flow import Whose


class StepClock(NamedTuple):
    """The clock of an open step: what it has counted, and since when it runs (None: it stands still)."""

    step: str
    since: datetime | None
    used: Tally = NOTHING


class Clocks(NamedTuple):
    """The clocks of a case: ``holder`` has it since ``since``; what was counted before lies in the three tallies.

    ``started`` is when the promised time began, and ``promise`` what the office has used of it before ``since``.
    ``undo`` are the clocks before the last step, for the case that it is taken back.
    """

    holder: str
    since: datetime
    started: datetime | None
    promise: Tally = NOTHING
    office: Tally = NOTHING
    applicant: Tally = NOTHING
    idle: Tally = NOTHING
    steps: tuple[StepClock, ...] = ()
    undo: Clocks | None = None

    def until(self, now: datetime, calendar: Calendar) -> Clocks:
        """Return the same clocks brought up to ``now``, which is not before ``since``."""
        ran = calendar.tally(self.since, now)
        if self.holder == Whose.OFFICE:
            promise = self.promise.plus(ran) if self.started is not None else self.promise
            return self._replace(since=now, office=self.office.plus(ran), promise=promise)
        if self.holder == Whose.APPLICANT:
            return self._replace(since=now, applicant=self.applicant.plus(ran))
        return self._replace(since=now, idle=self.idle.plus(ran))

    def step(self, name: str) -> StepClock | None:
        """Return the clock of an open step, or None."""
        return next((each for each in self.steps if each.step == name), None)


def run(clocks: Clocks | None, event: Event, after: Case, calendar: Calendar) -> Clocks:
    """Return the clocks after ``event``, by which the case became ``after``; ``clocks`` is None before the first."""
    if clocks is None:
        started = event.at if event.starts else None
        return Clocks(after.clock, event.at, started, steps=_steps((), event, after, calendar))
    if event.kind is EventKind.RECALLED and clocks.undo is not None:
        # as if the step had never been: the time since then is theirs who had the file before it
        return clocks.undo
    before = clocks._replace(undo=None)
    changed = before
    if after.clock != clocks.holder or event.starts is not None:
        changed = before.until(event.at, calendar)._replace(holder=after.clock)
    if event.starts is not None:
        changed = changed._replace(started=event.at if event.starts else None, promise=NOTHING)
    steps = _steps(clocks.steps, event, after, calendar)
    undo = before if event.kind in MOVES else clocks.undo
    return changed._replace(steps=steps, undo=undo if after.recallable is not None else None)


def clocks_of(events: Iterable[Event], calendar: Calendar) -> Clocks | None:
    """Return the clocks that a whole record tells of; None when there are no events."""
    clocks: Clocks | None = None
    case: Case | None = None
    for event in events:
        case = evolve(case, event)
        clocks = run(clocks, event, case, calendar)
    return clocks


def _steps(known: tuple[StepClock, ...], event: Event, after: Case, calendar: Calendar) -> tuple[StepClock, ...]:
    """Return a clock for each open step. While a case is suspended only the step that waits for the reason runs on."""
    clock = {each.step: each for each in known}
    suspended = after.status is CaseStatus.SUSPENDED
    # a deadline that passes meanwhile in another branch opens a step there, which stands still from the first
    meanwhile = suspended and event.kind is EventKind.ESCALATED
    halted = suspended and not meanwhile and (event.kind is EventKind.SUSPENDED or bool(event.opens))
    found = []
    for waiting in after.open:
        each = clock.get(waiting.step)
        if each is None or waiting.step in event.opens:
            each = StepClock(waiting.step, None if meanwhile else event.at)
        elif halted and each.since is not None:
            each = StepClock(waiting.step, None, each.used.plus(calendar.tally(each.since, event.at)))
        elif not suspended and each.since is None:
            each = each._replace(since=event.at)
        found.append(each)
    return tuple(found)
