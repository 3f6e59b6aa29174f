"""Events -> Case: the state of a case is a fold over what happened to it.

Open steps are a tuple, in the order in which they opened: parallel branches have one each. Events are believed
here; whether they were allowed is decided in :mod:`sop_engine.engine.advance`. Times that run out are another fold
(:mod:`sop_engine.engine.clock`), because they need a calendar.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from sop_engine.engine.event import MOVES, CaseStatus, Event, EventKind


class OpenStep(NamedTuple):
    """A step that waits, and since when; ``via`` is the answer (step, answer) that opened it, if one did.

    ``holder`` is the person who has claimed it, ``called`` the case of the SOP that it calls, ``warned`` are the times
    of it that have run out and were told.
    """

    step: str
    since: datetime
    via: tuple[str, str] | None = None
    holder: str | None = None
    called: str | None = None
    warned: tuple[str, ...] = ()


class Given(NamedTuple):
    """How often a limited answer has been given."""

    step: str
    answer: str
    times: int


class Case(NamedTuple):
    """The state of a case after ``version`` events. ``end`` is the key of the end it reached, or None.

    ``group`` is the group of applicants it was opened for; ``given`` counts the limited answers, those alone.
    ``clock`` is whose time runs, ``started`` whether the promised time has begun, ``incomplete`` whether papers are
    missing, ``warned`` are the times of the case that were told. ``recallable`` is the event whose step may still be
    taken back by who recorded it, because nobody has gone on from there.
    """

    version: int
    status: CaseStatus
    open: tuple[OpenStep, ...]
    end: str | None
    group: str | None = None
    given: tuple[Given, ...] = ()
    clock: str = "office"
    started: bool = False
    incomplete: bool = False
    warned: tuple[str, ...] = ()
    recallable: int | None = None

    def times(self, step: str, answer: str) -> int:
        """Return how often a limited answer has been given."""
        return next((each.times for each in self.given if each.step == step and each.answer == answer), 0)

    def waiting(self, step: str) -> OpenStep | None:
        """Return an open step by its id, or None."""
        return next((each for each in self.open if each.step == step), None)


def evolve(case: Case | None, event: Event) -> Case:
    """Return the case after ``event``; ``case`` is None before the first one."""
    if case is None:
        opened = tuple(OpenStep(step, event.at) for step in event.opens)
        clock, started = event.clock or "office", event.starts == 1
        lacking = bool(event.all_facts("lacks"))
        return Case(event.seq, event.status, opened, event.end, event.group, (), clock, started, lacking)
    clock, end = event.clock or case.clock, event.end or case.end
    case = case._replace(version=event.seq, status=event.status, clock=clock, end=end)
    if event.starts is not None:
        case = case._replace(started=event.starts == 1, warned=())  # what was told was of the time before
    if event.kind in MOVES:
        return _moved(case, event)
    change = _ASIDE.get(event.kind)
    return case if change is None else change(case, event)


def fold(events: Iterable[Event]) -> Case | None:
    """Return the case that ``events`` tell of, in their order; None when there are none."""
    case = None
    for event in events:
        case = evolve(case, event)
    return case


def _moved(case: Case, event: Event) -> Case:
    opened: tuple[OpenStep, ...] = ()
    if event.end is None and len(case.open) > 1:
        opened = tuple(waiting for waiting in case.open if waiting.step != event.step)
    via = None if event.step is None or event.answer is None else (event.step, event.answer)
    for step in event.opens:
        opened += (OpenStep(step, event.at, via),)
    given = case.given if event.times is None else _given(case, event)
    return case._replace(open=opened, given=given, recallable=None if event.status.closed else event.seq)


def _given(case: Case, event: Event) -> tuple[Given, ...]:
    step, answer, times = event.step or "", event.answer or "", event.times or 0
    others = tuple(each for each in case.given if (each.step, each.answer) != (step, answer))
    return (*others, Given(step, answer, times))


def _resumed(case: Case, event: Event) -> Case:
    # what was waited for has come: the step that waited begins now, and the time set for the waiting is over
    begun = (OpenStep(each.step, event.at) if each.step in event.opens else each for each in case.open)
    return case._replace(open=tuple(begun), recallable=None)


def _checked(case: Case, event: Event) -> Case:
    return case._replace(incomplete=bool(event.all_facts("lacks")), recallable=None)


def _held(case: Case, event: Event) -> Case:
    to = {EventKind.CLAIMED: event.person, EventKind.RELEASED: None}.get(event.kind, event.fact("to"))
    open_steps = (each._replace(holder=to) if each.step == event.step else each for each in case.open)
    return case._replace(open=tuple(open_steps), recallable=None)


def _called(case: Case, event: Event) -> Case:
    called = event.fact("called")
    open_steps = (each._replace(called=called) if each.step == event.step else each for each in case.open)
    return case._replace(open=tuple(open_steps), recallable=None)


def _warned(case: Case, event: Event) -> Case:
    what = event.fact("warned") or ""
    if event.step is None:
        return case._replace(warned=(*case.warned, what))
    told = (each._replace(warned=(*each.warned, what)) if each.step == event.step else each for each in case.open)
    return case._replace(open=tuple(told))


def _gone_on(case: Case, _: Event) -> Case:
    return case._replace(recallable=None)


def _closed(case: Case, _: Event) -> Case:
    return case._replace(open=(), recallable=None)


def _recalled(case: Case, event: Event) -> Case:
    open_steps, given, *warned = json.loads(event.fact("restores") or "[[],[]]")
    restored = tuple(
        _told_since(open_step(step, datetime.fromisoformat(since), *rest), case) for step, since, *rest in open_steps
    )
    told = tuple(dict.fromkeys((*(warned[0] if warned else ()), *case.warned)))
    return case._replace(open=restored, given=tuple(Given(*each) for each in given), warned=told, recallable=None)


def _told_since(each: OpenStep, case: Case) -> OpenStep:
    """Return a step of another branch with the times of it that were told since: each is told once."""
    now = case.waiting(each.step)
    if now is None or (now.since, now.via) != (each.since, each.via):
        return each
    return each._replace(warned=tuple(dict.fromkeys((*each.warned, *now.warned))))


def restoring(case: Case) -> str:
    """Return what a recall says of the case that it goes back to, in JSON: open steps, counted answers, told times."""
    steps = [[each.step, each.since.isoformat(), *details(each)] for each in case.open]
    said = [steps, case.given, case.warned] if case.warned else [steps, case.given]
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def details(each: OpenStep) -> list[object]:
    """Return what is said of an open step beside its name and time, without what is empty at the end."""
    said: list[object] = [*each[2:]]
    while said and not said[-1]:
        said.pop()
    return said


def open_step(
    step: str,
    since: datetime,
    via: Sequence[str] | None = None,
    holder: str | None = None,
    called: str | None = None,
    warned: Iterable[str] = (),
) -> OpenStep:
    """Return an open step from its name, time and :func:`details`, as they come out of JSON."""
    return OpenStep(step, since, None if via is None else (via[0], via[1]), holder, called, tuple(warned))


_ASIDE: dict[EventKind, Callable[[Case, Event], Case]] = {
    EventKind.SUSPENDED: _gone_on,
    EventKind.RESUMED: _resumed,
    EventKind.CHECKED: _checked,
    EventKind.CLAIMED: _held,
    EventKind.RELEASED: _held,
    EventKind.REASSIGNED: _held,
    EventKind.CALLED: _called,
    EventKind.WARNED: _warned,
    EventKind.WITHDRAWN: _closed,
    EventKind.REJECTED: _closed,
    EventKind.RECALLED: _recalled,
    EventKind.CORRECTED: _gone_on,
    EventKind.RECOUNTED: _gone_on,
}
"""What the kinds beside the procedure change; those that are not here change the version and no more."""
