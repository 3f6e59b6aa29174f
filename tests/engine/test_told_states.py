"""What is kept beside a record: told event by event or at once, written and read again, it is the same."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from desks import courses, some
from hypothesis import given

from sop_engine.engine.event import CaseStatus
from sop_engine.office.telling import begun, gone_on, rows, told
from sop_engine.store.chain import body_of, event_of, written
from sop_engine.store.journal import NEVER
from sop_engine.store.state import decode, encode


def states(course):
    """Yield the state after each event, each made from the one before."""
    compiled = SimpleNamespace(definition=course.definition, unit=None)
    state = None
    for event, case in zip(course.events, course.cases, strict=True):
        known = state is not None
        state = (
            gone_on(compiled, course.flow, state, event, case) if known else begun(compiled, course.flow, event, case)
        )
        yield state


@some
@given(courses())
def test_a_state_that_went_on_is_the_one_that_the_whole_record_tells(course):
    compiled = SimpleNamespace(definition=course.definition, unit=None)
    for number, state in enumerate(states(course), 1):
        assert told(compiled, lambda *_: course.flow, course.events[:number]) == state


@some
@given(courses())
def test_a_state_and_a_record_are_read_as_they_were_written(course):
    for event, state in zip(course.events, states(course), strict=True):
        assert event_of(body_of(event)) == event
        assert decode(state.case.version, state.case.status.value, encode(state)) == state


@some
@given(courses())
def test_what_waits_in_the_inboxes_is_every_open_step_for_each_performer(course):
    for state in states(course):
        case, found = state.case, rows(course.flow, "contoh", state)
        performers = [(each.step, actor) for each in case.open for actor in course.flow.node[each.step].performers]
        waiting = performers if case.status is CaseStatus.OPEN else []
        assert [(each.step, each.office) for each in found] == [(step, f"contoh:{actor}") for step, actor in waiting]
        due = {each.step: at for each, at in zip(case.open, state.dues.steps, strict=False)}
        for each in found:
            assert each.due == (NEVER if due[each.step] is None else written(due[each.step]))
            assert each.own == (each.office == f"contoh:{course.flow.node[each.step].actor}")
            assert (each.holder, each.since) == (case.waiting(each.step).holder, written(case.waiting(each.step).since))


@pytest.mark.parametrize("text", [" ", "null", "[]", "{}", "7", '"x"', "[[], 1]", "[[[]]]"])
def test_what_is_no_state_is_refused(text):
    with pytest.raises((ValueError, TypeError, IndexError)):
        decode(1, "open", text)
