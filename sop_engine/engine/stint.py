"""Events -> who had the file from when to when, and during which times the clock of each step ran.

What :mod:`sop_engine.engine.clock` keeps as sums, told one by one, so that a due date can be explained. It is another
fold over the same events, without a calendar; the sums of both agree.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from sop_engine.engine.case import Case, evolve
from sop_engine.engine.event import MOVES, CaseStatus, Event, EventKind

Span = tuple[datetime, datetime | None]
"""Since when and until when; None while it lasts."""


class Stint(NamedTuple):
    """A time during which ``holder`` had the file; ``promised``: the promised time had begun (and not anew since)."""

    holder: str
    since: datetime
    until: datetime | None
    promised: bool


class Visit(NamedTuple):
    """A step that was open once: ``spans`` are the times during which its clock ran, ``left`` says how it was left.

    ``event`` is the number of the event that opened it. Of a step whose clock never ran there are no spans.
    """

    step: str
    since: datetime
    until: datetime | None
    spans: tuple[Span, ...]
    left: EventKind | None
    event: int


class Told(NamedTuple):
    """What a record tells: the stints of the case in their order, and the visits in the order in which they began."""

    stints: tuple[Stint, ...]
    visits: tuple[Visit, ...]

    def promised(self) -> tuple[Span, ...]:
        """Return the spans during which the promised time ran: the office's since it began last."""
        return tuple((each.since, each.until) for each in self.stints if each.promised and each.holder == "office")

    def of(self, step: str) -> tuple[Visit, ...]:
        """Return the visits of one step."""
        return tuple(each for each in self.visits if each.step == step)


_NOTHING = Told((), ())


def stints(events: Iterable[Event]) -> Told:
    """Return the stints and visits of a record; of a closed case the last of both ended with it."""
    case: Case | None = None
    told = undo = _NOTHING
    for event in events:
        before, case = case, evolve(case, event)
        if event.kind is EventKind.RECALLED:
            told = undo
            continue
        after = Told(_handed(told.stints, event, case), _visited(told.visits, event, case))
        # what is taken back is the last step; what was told beside it since stays as it was
        undo = told if event.kind in MOVES else undo
        told = after
        if before is not None and case.recallable is None:
            undo = after
    return told


def _handed(known: tuple[Stint, ...], event: Event, after: Case) -> tuple[Stint, ...]:
    if event.starts is not None:
        known = tuple(each._replace(promised=False) for each in known)
    closed = after.status.closed
    if known and known[-1].until is None:
        last = known[-1]
        if not closed and last.holder == after.clock and event.starts is None:
            return known
        known = (*known[:-1], last._replace(until=event.at))
    return known if closed else (*known, Stint(after.clock, event.at, None, after.started))


def _visited(known: tuple[Visit, ...], event: Event, after: Case) -> tuple[Visit, ...]:
    waits = {each.step for each in after.open}
    found = []
    for visit in known:
        if visit.until is None and (visit.step not in waits or visit.step in event.opens):
            spans = _stopped(visit.spans, event.at)
            visit = visit._replace(until=event.at, spans=spans, left=event.kind)  # noqa: PLW2901
        elif visit.until is None:
            visit = visit._replace(spans=_halted(visit.spans, event, after))  # noqa: PLW2901
        found.append(visit)
    still = {visit.step for visit in found if visit.until is None}
    meanwhile = after.status is CaseStatus.SUSPENDED and event.kind is EventKind.ESCALATED
    for waiting in after.open:
        if waiting.step not in still:
            spans: tuple[Span, ...] = () if meanwhile else ((event.at, None),)
            found.append(Visit(waiting.step, event.at, None, spans, None, event.seq))
    return tuple(found)


def _halted(spans: tuple[Span, ...], event: Event, after: Case) -> tuple[Span, ...]:
    """Return the spans of a step that stays open: it stands still while the case waits for something else."""
    runs = bool(spans) and spans[-1][1] is None
    if after.status is not CaseStatus.SUSPENDED:
        return spans if runs else (*spans, (event.at, None))
    begins = event.kind is EventKind.SUSPENDED or (bool(event.opens) and event.kind is not EventKind.ESCALATED)
    return _stopped(spans, event.at) if begins else spans


def _stopped(spans: tuple[Span, ...], at: datetime) -> tuple[Span, ...]:
    if spans and spans[-1][1] is None:
        return (*spans[:-1], (spans[-1][0], at))
    return spans
