"""A record, told again from the procedure alone: each event must be what ``advance`` makes of the case before it.

The action is read back from the event; what the shell refuses beyond the procedure (a step in another's hands, four
eyes, a called case that still runs) is looked for as well. A step that could not have happened is an AssertionError.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sop_engine.engine import action
from sop_engine.engine.advance import advance
from sop_engine.engine.case import Case, evolve, fold
from sop_engine.engine.event import MOVES, Event, EventKind
from sop_engine.failure import Failure
from sop_engine.flow import END_PREFIX, EdgeKind, Flow

FlowOf = Callable[[str, str | None], Flow]
"""Returns the flow of a definition (digest) for a group of applicants."""


def replayed(events: Sequence[Event], flow_of: FlowOf) -> Case:
    """Return the case that the procedure makes of a record; raises AssertionError at the first impossible event."""
    case: Case | None = None
    definition = ""
    for place, event in enumerate(events):
        # a case that is moved to another text is moved by the old one
        flow = flow_of(event.definition if case is None else definition, events[0].group)
        case = _step(flow, case, event, events[:place])
        definition = event.definition or definition
    assert case is not None
    return case


def _step(flow: Flow, case: Case | None, event: Event, before: Sequence[Event]) -> Case:
    if case is not None and event.kind in MOVES:
        _allowed_by_the_desk(flow, case, event, before)
    shown = tuple(each for each in event.facts if each.startswith("clock="))
    said = event._replace(facts=tuple(each for each in event.facts if each not in shown))
    made = refusal = None
    for tried in _actions(flow, said, before):
        try:
            made = advance(flow, case, tried)
        except Failure as failure:
            refusal = failure
            continue
        if made.event._replace(facts=(*made.event.facts, *shown)) == event:
            return made.case
    raise AssertionError(f"not a step of the procedure: {event}\nthe engine: {made or refusal}")


def _actions(flow: Flow, event: Event, before: Sequence[Event]) -> Iterator[action.Action]:
    """Yield the actions that may have made an event: one, but for a deadline that may have led to several places."""
    if event.kind is EventKind.ESCALATED:
        late = (edge.target for edge in flow.outgoing[event.step or ""] if edge.kind is EdgeKind.LATE)
        for to in (None, *late):
            if to is None or to in event.opens or to == f"{END_PREFIX}{event.end}" or not event.opens:
                yield action.Escalate(*_along(event), event.note, to, event.standing, event.facts)
    elif event.kind is EventKind.RECALLED:
        about = event.about or 0
        earlier = fold(before[: about - 1])
        assert earlier is not None, event
        assert before[about - 1].person == event.person, f"a step of somebody else was recalled: {event}"
        yield action.Recall(event.at, event.person, about, earlier, event.note, event.actor, event.standing)
    else:
        yield _MADE[event.kind](event)


def _along(event: Event) -> tuple[Any, ...]:
    return event.at, event.person, event.step or "", event.actor


def _by(event: Event) -> tuple[Any, ...]:
    return event.note, event.actor, event.standing


def _beside(event: Event) -> tuple[Any, ...]:
    return event.at, event.person, event.note, event.actor, event.standing, event.facts


def _complete(event: Event) -> bool:
    return not event.all_facts("lacks")


def _warn(event: Event) -> action.Warn:
    rest = tuple(each for each in event.facts if not each.startswith("warned="))
    return action.Warn(event.at, event.person, event.fact("warned") or "", event.step, rest)


_MADE: dict[EventKind, Callable[[Event], action.Action]] = {
    EventKind.OPENED: lambda e: action.Open(e.at, e.person, e.definition or "", *_by(e), e.facts, _complete(e)),
    EventKind.DONE: lambda e: action.Do(*_along(e)[:3], e.answer, e.actor, e.note, e.standing, e.facts),
    EventKind.SKIPPED: lambda e: action.Skip(*_along(e), e.note, e.standing, e.facts),
    EventKind.SUSPENDED: lambda e: action.Suspend(*_beside(e)),
    EventKind.RESUMED: lambda e: action.Resume(*_beside(e)),
    EventKind.WITHDRAWN: lambda e: action.Close(e.at, e.person, e.status, *_by(e), e.facts),
    EventKind.REJECTED: lambda e: action.Close(e.at, e.person, e.status, *_by(e), e.facts),
    EventKind.CHECKED: lambda e: action.Check(e.at, e.person, _complete(e), *_by(e), e.facts),
    EventKind.CLAIMED: lambda e: action.Claim(*_along(e), e.standing),
    EventKind.RELEASED: lambda e: action.Release(*_along(e)[:3], *_by(e)),
    EventKind.REASSIGNED: lambda e: action.Reassign(*_along(e)[:3], e.fact("to") or "", *_by(e)),
    EventKind.CALLED: lambda e: action.Called(*_along(e)[:3], e.fact("called") or "", *_by(e)),
    EventKind.COMMENTED: lambda e: action.Comment(*_beside(e)),
    EventKind.CORRECTED: lambda e: action.Correct(e.at, e.person, e.about or 0, *_by(e), e.facts),
    EventKind.WARNED: _warn,
    EventKind.RECOUNTED: lambda e: action.Recount(e.at, e.person, e.definition, *_by(e), e.facts),
}


def _allowed_by_the_desk(flow: Flow, case: Case, event: Event, before: Sequence[Event]) -> None:
    waiting = case.waiting(event.step or "")
    by_itself = event.fact("by") == "tick"
    if waiting is not None and waiting.holder is not None and not by_itself:
        assert waiting.holder == event.person, f"a step that {waiting.holder} had was done by another: {event}"
    if event.kind is not EventKind.DONE:
        return
    for other in flow.node[event.step or ""].four_eyes:
        last = next((each for each in reversed(before) if each.step == other and each.kind in MOVES), None)
        alone = last is not None and last.kind is EventKind.DONE and last.person == event.person
        assert not alone, f"two eyes only: {event}"


def awaited_calls(events: Sequence[Event]) -> Iterator[str]:
    """Yield the called cases that must be closed, because the step that called them was done."""
    case: Case | None = None
    for event in events:
        if case is not None and event.kind is EventKind.DONE:
            waiting = case.waiting(event.step or "")
            if waiting is not None and waiting.called is not None:
                yield waiting.called
        case = evolve(case, event)
