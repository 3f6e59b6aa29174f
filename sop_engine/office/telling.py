"""Events of a case -> what the store keeps beside them: the state, and the tasks in the inboxes.

Everything is told from the record, the pinned texts and a calendar, and so can be told again at any time and must then
be the same (``sop store check``). A case that was moved to another calendar is told anew from its first event.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from sop_engine.calendar import Calendar, of_unit
from sop_engine.engine.case import Case, evolve
from sop_engine.engine.clock import Clocks, clocks_of, run
from sop_engine.engine.deadline import dues
from sop_engine.engine.event import Event, EventKind
from sop_engine.engine.waiting import tasks
from sop_engine.flow import Flow
from sop_engine.office.promised import promised
from sop_engine.store.chain import written
from sop_engine.store.journal import NEVER, State, TaskRow

if TYPE_CHECKING:
    from sop_engine.compiler import Compiled


def calendar_of(compiled: Compiled, edition: int) -> Calendar:
    """Return the calendar of a case: that of its unit, in the edition that the case has."""
    return of_unit(compiled.unit, edition)


def begun(compiled: Compiled, flow: Flow, event: Event, case: Case) -> State:
    """Return what the first event tells; it says which edition of the calendar, and which class of case."""
    edition, category = int(event.fact("calendar") or 1), event.fact("category")
    calendar = calendar_of(compiled, edition)
    return _state(compiled, flow, case, run(None, event, case, calendar), calendar, category)


def gone_on(compiled: Compiled, flow: Flow, state: State, event: Event, case: Case) -> State:
    """Return what one more event tells, after which the case is ``case``; not for a move to another calendar."""
    calendar = calendar_of(compiled, state.calendar)
    return _state(compiled, flow, case, run(state.clocks, event, case, calendar), calendar, state.category)


def told(compiled: Compiled, flow: Callable[[Compiled, str | None], Flow], events: Iterable[Event]) -> State:
    """Return what a whole record tells; ``compiled`` is the definition that the case is pinned to at its end."""
    every = tuple(events)
    case: Case | None = None
    for event in every:
        case = evolve(case, event)
    moved = next((each for each in reversed(every) if each.kind is EventKind.RECOUNTED), every[0])
    calendar = calendar_of(compiled, int(moved.fact("calendar") or every[0].fact("calendar") or 1))
    clocks = clocks_of(every, calendar)
    if case is None or clocks is None:
        raise ValueError("a record without events")
    return _state(compiled, flow(compiled, case.group), case, clocks, calendar, every[0].fact("category"))


def rows(flow: Flow, unit: str, state: State) -> tuple[TaskRow, ...]:
    """Return the tasks of a case as they stand in the inboxes."""
    due = {waiting.step: at for waiting, at in zip(state.case.open, state.dues.steps, strict=False)}
    found = []
    for step, actor, own, activity in tasks(flow, state.case):
        at = due.get(step.step)
        until = NEVER if at is None else written(at)
        found.append(TaskRow(f"{unit}:{actor}", until, step.step, own, activity, written(step.since), step.holder))
    return tuple(found)


def _state(
    compiled: Compiled, flow: Flow, case: Case, clocks: Clocks, calendar: Calendar, category: str | None
) -> State:
    times = promised(compiled.definition, flow, category)
    return State(case, clocks, dues(flow, case, clocks, calendar, times), calendar.edition, category)
