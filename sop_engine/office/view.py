"""A case and its record as people look at them: the state, the definition it is pinned to, the way it has gone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from sop_engine.calendar import Calendar
from sop_engine.engine.advance import Choice, choices
from sop_engine.engine.case import Case, evolve
from sop_engine.engine.deadline import Alarm, Promised, alarms, times_of
from sop_engine.engine.event import MOVES, CaseStatus, Event, EventKind
from sop_engine.engine.trace import trace
from sop_engine.flow import END_PREFIX, Edge, End, Flow, Node
from sop_engine.office.promised import promised
from sop_engine.office.telling import calendar_of
from sop_engine.store.chain import Recorded
from sop_engine.store.journal import CaseRecord

if TYPE_CHECKING:
    from sop_engine.compiler import Compiled


@dataclass(frozen=True)
class CaseView:
    """A case together with the definition it is pinned to; ``event`` is what was just recorded, if anything was."""

    record: CaseRecord
    compiled: Compiled
    event: Event | None = None

    @property
    def flow(self) -> Flow:
        """Return the procedure that the case follows."""
        return self.compiled.flow(self.record.procedure, self.record.case.group)

    @property
    def id(self) -> str:
        """Return the case's name."""
        return self.record.id

    @property
    def case(self) -> Case:
        """Return the engine's state of the case."""
        return self.record.case

    @cached_property
    def open_nodes(self) -> tuple[Node, ...]:
        """Return the steps that wait, in the order in which they opened."""
        return tuple(self.flow.node[waiting.step] for waiting in self.case.open)

    @cached_property
    def choices(self) -> tuple[Choice, ...]:
        """Return every legal way on."""
        return choices(self.flow, self.case)

    @cached_property
    def awaits(self) -> str | None:
        """Return what a suspended case waits for, or None."""
        if self.case.status is not CaseStatus.SUSPENDED:
            return None
        ways = {(edge.source, edge.answer): edge.suspend for edge in self.flow.edges if edge.suspend is not None}
        return next((ways[waiting.via] for waiting in self.case.open if waiting.via in ways), None)

    @cached_property
    def calendar(self) -> Calendar:
        """Return the calendar that the case's times are counted with."""
        return calendar_of(self.compiled, self.record.state.calendar)

    @property
    def promised(self) -> Promised:
        """Return what is promised for the case as a whole."""
        return promised(self.compiled.definition, self.flow, self.record.state.category)

    def times(self, step: str) -> tuple[Alarm, ...]:
        """Return the times of an open step that run now."""
        waiting, state = self.case.waiting(step), self.record.state
        if waiting is None:
            return ()
        return tuple(times_of(self.flow, self.case, waiting, state.clocks, self.calendar))

    @property
    def alarms(self) -> tuple[Alarm, ...]:
        """Return every time that runs and has not been told yet, the earliest first."""
        return alarms(self.flow, self.case, self.record.state.clocks, self.calendar, self.promised)

    @cached_property
    def end(self) -> End | None:
        """Return the end that the case reached, or None."""
        return next((end for end in self.flow.ends if end.key == self.case.end), None)


@dataclass(frozen=True)
class History:
    """The record of a case as far as ``view`` shows it.

    ``broken_at`` is the first ``seq`` whose hash does not agree, one past the last event when the chain holds and the
    stored state is not what it tells; None: all is intact.
    """

    view: CaseView
    events: tuple[Recorded, ...]
    broken_at: int | None

    @property
    def done(self) -> frozenset[str]:
        """Return the steps that stand as recorded: a return opens its target and all that follows anew."""
        return self._standing[0]

    @property
    def walked(self) -> frozenset[Edge]:
        """Return the arrows by which the case last left each place, none from a place that was opened anew since.

        The return that opened it stands until its own place is left again.
        """
        return self._standing[1]

    @cached_property
    def _standing(self) -> tuple[frozenset[str], frozenset[Edge]]:
        flow = self.view.flow
        case: Case | None = None
        onward: dict[str, frozenset[str]] = {}
        done: set[str] = set()
        walked: set[Edge] = set()
        before: tuple[set[str], set[Edge]] = set(), set()
        for each in self.events:
            case = evolve(case, each.event)
            if each.event.kind is EventKind.RECALLED:
                done, walked = before
                continue
            if each.event.kind not in MOVES:
                continue
            before = set(done), set(walked)
            arrows = trace(flow, each.event, {opened.step for opened in case.open})
            if each.event.step is not None:
                done.add(each.event.step)
            left = {edge.source for edge in arrows}
            for edge in arrows:
                if edge.back:
                    if edge.target not in onward:
                        onward[edge.target] = frozenset(_onward(flow, edge.target))
                    done -= onward[edge.target]
                    left |= onward[edge.target]
            walked = {edge for edge in walked if edge.source not in left}.union(arrows)
        return frozenset(done), frozenset(walked)

    @property
    def skipped(self) -> frozenset[str]:
        """Return those of :attr:`done` that were last passed over, for want of need or because time had run out."""
        last = {each.event.step: each.event.kind for each in self.events if each.event.kind in MOVES}
        return frozenset(step for step in self.done if last[step] in (EventKind.SKIPPED, EventKind.ESCALATED))

    @property
    def times(self) -> dict[str, tuple[datetime, datetime | None]]:
        """Return when each step of :attr:`done` was last opened and recorded, and since when the open ones wait (None).

        The times are those of the unit's zone; an end that was reached stands under its id, opened and closed at once.
        """
        zone = ZoneInfo(self.view.record.zone)
        opened: dict[str, datetime] = {}
        closed: dict[str, tuple[datetime, datetime | None]] = {}
        for event in (each.event for each in self.events):
            at = event.at.astimezone(zone)
            if event.step is not None and event.kind in MOVES:
                closed[event.step] = opened.get(event.step, at), at
            opened.update(dict.fromkeys(event.opens, at))
            if event.end is not None:
                closed[END_PREFIX + event.end] = at, at
        waiting = {each.step: (each.since.astimezone(zone), None) for each in self.view.case.open}
        standing = self.done | ({self.view.end.id} if self.view.end is not None else set())
        return {step: span for step, span in closed.items() if step in standing} | waiting


def _onward(flow: Flow, step: str) -> set[str]:
    """Return a step and all that can follow it before another return, ends left out."""
    found, waiting = {step}, [step]
    while waiting:
        following = {edge.target for edge in flow.outgoing[waiting.pop()] if not edge.back} - found - flow.end.keys()
        found |= following
        waiting += following
    return found
