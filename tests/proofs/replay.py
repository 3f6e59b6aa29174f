"""A record, told again from the procedure alone: each event must be what ``advance`` makes of the case before it.

The action is read back from the event; what the shell refuses beyond the procedure (a step in another's hands, four
eyes, a called case that still runs) is looked for as well. A step that could not have happened is an AssertionError.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

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
    at, who, step, note, facts = event.at, event.person, event.step or "", event.note, event.facts
    office = (event.actor, event.standing)
    complete = not event.all_facts("lacks")
    match event.kind:
        case EventKind.OPENED:
            yield action.Open(at, who, event.definition or "", note, *office, facts, complete)
        case EventKind.DONE:
            yield action.Do(at, who, step, event.answer, event.actor, note, event.standing, facts)
        case EventKind.SKIPPED:
            yield action.Skip(at, who, step, event.actor, note, event.standing, facts)
        case EventKind.ESCALATED:
            for to in (None, *(edge.target for edge in flow.outgoing[step] if edge.kind is EdgeKind.LATE)):
                if to is None or to in event.opens or to == f"{END_PREFIX}{event.end}" or not event.opens:
                    yield action.Escalate(at, who, step, event.actor, note, to, event.standing, facts)
        case EventKind.SUSPENDED:
            yield action.Suspend(at, who, note, *office, facts)
        case EventKind.RESUMED:
            yield action.Resume(at, who, note, *office, facts)
        case EventKind.WITHDRAWN | EventKind.REJECTED:
            yield action.Close(at, who, event.status, note, *office, facts)
        case EventKind.RECALLED:
            earlier = fold(before[: (event.about or 0) - 1])
            assert earlier is not None, event
            assert before[(event.about or 0) - 1].person == who, f"a step of somebody else was recalled: {event}"
            yield action.Recall(at, who, event.about or 0, earlier, note, *office)
        case EventKind.CHECKED:
            yield action.Check(at, who, complete, note, *office, facts)
        case EventKind.CLAIMED:
            yield action.Claim(at, who, step, *office)
        case EventKind.RELEASED:
            yield action.Release(at, who, step, note, *office)
        case EventKind.REASSIGNED:
            yield action.Reassign(at, who, step, event.fact("to") or "", note, *office)
        case EventKind.CALLED:
            yield action.Called(at, who, step, event.fact("called") or "", note, *office)
        case EventKind.COMMENTED:
            yield action.Comment(at, who, note, *office, facts)
        case EventKind.CORRECTED:
            yield action.Correct(at, who, event.about or 0, note, *office, facts)
        case EventKind.WARNED:
            rest = tuple(each for each in facts if not each.startswith("warned="))
            yield action.Warn(at, who, event.fact("warned") or "", event.step, rest)
        case EventKind.RECOUNTED:
            yield action.Recount(at, who, event.definition, note, *office, facts)


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
