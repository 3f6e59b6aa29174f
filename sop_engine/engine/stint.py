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
from sop_engine.flow import Whose

Span = tuple[datetime, datetime | None]
"""Since when and until when; None while it lasts."""


class Stint(NamedTuple):
    """A time during which ``holder`` had the file; ``promised``: the promised time had begun (and not anew since).

    ``papers``: it was the applicant's because papers turned out to be missing, not by a step of his.
    """

    holder: str
    since: datetime
    until: datetime | None
    promised: bool
    papers: bool = False


class Visit(NamedTuple):
    """A step that was open once: ``spans`` are the times during which its clock ran, ``left`` says how it was left.

    ``event`` is the number of the event that opened it, ``via`` the answer (step, answer) that did. Of a step whose
    clock never ran there are no spans.
    """

    step: str
    since: datetime
    until: datetime | None
    spans: tuple[Span, ...]
    left: EventKind | None
    event: int
    via: tuple[str, str] | None = None


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


class _Telling(NamedTuple):
    """What has been told so far; only the last of ``stints`` and the visits in ``open`` can still change.

    ``begun`` is the number of stints that were over when the promised time began last.
    """

    stints: int
    last: Stint | None
    done: int
    open: tuple[Visit, ...]
    begun: int


def stints(events: Iterable[Event]) -> Told:
    """Return the stints and visits of a record; of a closed case the last of both ended with it."""
    over: list[Stint] = []
    done: list[Visit] = []
    case: Case | None = None
    now = undo = _Telling(0, None, 0, (), 0)
    for event in events:
        case = evolve(case, event)
        if event.kind is EventKind.RECALLED:
            now = undo
            del over[now.stints :], done[now.done :]
            continue
        undo = now if event.kind in MOVES else undo
        last, begun = _handed(now, event, case, over), now.begun
        if event.starts is not None:
            begun = len(over)
        waiting = _visited(now.open, event, case, done)
        now = _Telling(len(over), last, len(done), waiting, begun)
    every = [*over, *((now.last,) if now.last is not None else ())]
    counted = tuple(each._replace(promised=each.promised and place >= now.begun) for place, each in enumerate(every))
    return Told(counted, tuple(sorted((*done, *now.open), key=lambda each: each.event)))


def _handed(told: _Telling, event: Event, after: Case, over: list[Stint]) -> Stint | None:
    """Return the stint that runs after an event, and add the one that it ended to those that are over."""
    last, closed = told.last, after.status.closed
    if last is not None:
        if not closed and last.holder == after.clock and event.starts is None:
            return last
        over.append(last._replace(until=event.at))
    if closed:
        return None
    found = event.kind in (EventKind.CHECKED, EventKind.RESUMED) and after.incomplete
    return Stint(after.clock, event.at, None, after.started, found and after.clock == Whose.APPLICANT)


def _visited(known: tuple[Visit, ...], event: Event, after: Case, done: list[Visit]) -> tuple[Visit, ...]:
    """Return the visits that last after an event, and add those that it ended to those that are done."""
    waits = {each.step for each in after.open}
    found = []
    for visit in known:
        if visit.step not in waits or visit.step in event.opens:
            done.append(visit._replace(until=event.at, spans=_stopped(visit.spans, event.at), left=event.kind))
        else:
            found.append(visit._replace(spans=_halted(visit.spans, event, after)))
    still = {visit.step for visit in found}
    meanwhile = after.status is CaseStatus.SUSPENDED and event.kind is EventKind.ESCALATED
    begun: tuple[Span, ...] = () if meanwhile else ((event.at, None),)
    opened = (each for each in after.open if each.step not in still)
    return (*found, *(Visit(each.step, event.at, None, begun, None, event.seq, each.via) for each in opened))


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
