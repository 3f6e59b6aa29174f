import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from procedures import ACTORS, DIGEST, PERSON, START, action, walks

from sop_engine.engine.action import Do, Escalate, Open, Resume, Skip
from sop_engine.engine.advance import advance, choices
from sop_engine.engine.case import fold
from sop_engine.engine.event import CaseStatus
from sop_engine.engine.waiting import tasks
from sop_engine.failure import Failure
from sop_engine.flow import END_PREFIX

SOME = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
MANY = settings(SOME, max_examples=300)
WORDS = st.one_of(st.none(), st.text(max_size=8), st.sampled_from(["Jawaban 0", "jawaban 1", "Jawaban 9"]))
STEPS = st.one_of(st.text(max_size=8), st.integers(0, 8).map("langkah-{}".format))


@SOME
@given(walks())
def test_a_case_is_told_again_by_its_events_alone(walk):
    _, case, events = walk
    assert fold(events) == case
    assert [event.seq for event in events] == list(range(1, case.version + 1))


@SOME
@given(walks())
def test_from_wherever_legal_actions_lead_an_end_can_still_be_reached(walk):
    flow, case, _ = walk
    if case.status is CaseStatus.SUSPENDED:
        case = advance(flow, case, Resume(START, PERSON)).case
    seen, waiting = set(), [case]
    while waiting:
        now = waiting.pop()
        if not now.open:
            return
        if now.status is CaseStatus.SUSPENDED:
            now = advance(flow, now, Resume(START, PERSON)).case
        ways = [way for way in choices(flow, now) if not way.late]
        assert ways
        for way in ways:
            after = advance(flow, now, action(way, START)).case
            # every step has a way forward that no limit closes, so how often answers were given does not matter
            places = frozenset(each.step for each in after.open)
            if places not in seen:
                seen.add(places)
                waiting.append(after)
    pytest.fail("no end can be reached any more")


@SOME
@given(walks())
def test_tasks_are_exactly_the_open_steps(walk):
    flow, _, events = walk
    case = None
    for event in events:
        case, again = advance(flow, case, told(flow, case, event))
        assert again == event
        found = [(each.step.step, each.actor, each.own) for each in tasks(flow, case)]
        performers = {each.step: flow.node[each.step].performers for each in case.open}
        waiting = [(step, actor, actor == actors[0]) for step, actors in performers.items() for actor in actors]
        assert found == (waiting if case.status is CaseStatus.OPEN else [])
        assert (not case.open) == case.status.closed


def told(flow, case, event):
    """Return the action that an event tells of."""
    if event.step is None:
        opened = event.kind == "opened"
        return Open(event.at, PERSON, DIGEST) if opened else Resume(event.at, PERSON, event.note)
    who = (event.actor, event.note)
    if event.kind == "skipped":
        return Skip(event.at, PERSON, event.step, *who)
    if event.kind == "escalated":
        goals = (*event.opens, END_PREFIX + (event.end or ""))
        late = [way.edge.target for way in choices(flow, case) if way.late and way.node.id == event.step]
        # over a join the case stands further on than the arrow leads
        return Escalate(event.at, PERSON, event.step, *who, next((to for to in late if to in goals), late[0]))
    return Do(event.at, PERSON, event.step, event.answer, *who)


@MANY
@given(walks(), STEPS, WORDS, st.sampled_from([None, *ACTORS, "orang-lain"]), st.booleans())
def test_whatever_is_not_a_choice_is_refused_and_changes_nothing(walk, step, answer, actor, skip):
    flow, case, events = walk
    # with a note: what is refused for want of a reason has a test of its own
    tried = Skip(START, PERSON, step, actor) if skip else Do(START, PERSON, step, answer, actor, "alasan")
    if any(allows(way, tried) for way in choices(flow, case)):
        assert advance(flow, case, tried).case.version == case.version + 1
        return
    with pytest.raises(Failure) as refused:
        advance(flow, case, tried)
    assert refused.value.code.startswith("RUN")
    assert refused.value.message("id") != refused.value.message("en")
    assert fold(events) == case


def allows(way, tried):
    if way.late or way.node.id != tried.step or tried.actor not in (None, *way.node.performers):
        return False
    if isinstance(tried, Skip) or way.skip:
        return isinstance(tried, Skip) and way.skip
    if tried.answer is None or way.edge.answer is None:
        return tried.answer == way.edge.answer
    return tried.answer.casefold() == way.edge.answer.casefold()
