"""Random procedures and all that people do to a case of one, in office hours, at night and over the holidays."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from procedures import DIGEST, PERSON, START, action, definitions

from sop_engine.definition.model import Definition
from sop_engine.engine.action import (
    Check,
    Claim,
    Close,
    Comment,
    Correct,
    Open,
    Reassign,
    Recall,
    Release,
    Resume,
    Suspend,
    Warn,
)
from sop_engine.engine.advance import advance, choices
from sop_engine.engine.case import Case, fold
from sop_engine.engine.event import CaseStatus, Event
from sop_engine.flow import Flow, derive

CALENDAR = "calendar=4"
PAUSES = tuple(
    timedelta(minutes=each) for each in (0, 1, 90, 8 * 60, 14 * 60, 24 * 60, 3 * 24 * 60, 11 * 24 * 60, 40 * 24 * 60)
)


# what a busy machine needs for one of them says nothing about it
some = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


class Course(NamedTuple):
    """A definition, its flow, the record of a case, and the case as the engine left it after each event."""

    definition: Definition
    flow: Flow
    events: list[Event]
    cases: list[Case]

    @property
    def now(self) -> datetime:
        return self.events[-1].at


@st.composite
def courses(draw, longest: int = 14) -> Course:
    """Whatever is allowed, mostly along the procedure."""
    definition = draw(definitions())
    flow = derive(definition)[0]
    lacks = ("lacks=surat",) if draw(st.integers(0, 3)) == 0 else ()
    first = Open(START, PERSON, DIGEST, facts=(CALENDAR, *lacks), complete=not lacks)
    case, event = advance(flow, None, first)
    events, cases, at = [event], [case], START
    for _ in range(draw(st.integers(0, longest))):
        at += draw(st.sampled_from(PAUSES))
        ways = [*beside(case, events, at)]
        onward = [action(way, at) for way in choices(flow, case)]
        ways = onward * (1 + len(ways) // len(onward)) + ways if onward else ways
        case, event = advance(flow, case, draw(st.sampled_from(ways)))
        events.append(event)
        cases.append(case)
    return Course(definition, flow, events, cases)


def beside(case: Case, events: list[Event], at: datetime):
    """Yield what is allowed beside the procedure."""
    yield Comment(at, PERSON, "catatan")
    yield Correct(at, PERSON, 1, "salah tulis")
    if case.status.closed:
        return
    yield Close(at, PERSON, CaseStatus.WITHDRAWN, "tidak jadi")
    yield Check(at, PERSON, True, facts=("have=surat",))
    yield Check(at, PERSON, False, "surat keliru", facts=("lacks=surat",))
    yield Warn(at, PERSON, "promise")
    if case.recallable is not None:
        before = fold(events[: case.recallable - 1])
        assert before is not None
        yield Recall(at, PERSON, case.recallable, before)
    if case.status is CaseStatus.SUSPENDED:
        yield Resume(at, PERSON)
        return
    yield Suspend(at, PERSON, "bencana")
    for waiting in case.open:
        yield Warn(at, PERSON, "time", waiting.step)
        yield Reassign(at, PERSON, waiting.step, "budi")
        yield Claim(at, PERSON, waiting.step) if waiting.holder is None else Release(at, PERSON, waiting.step)
