"""The promised times of a standard -> pledges in working minutes, each with what it holds for.

A range promises its upper bound, stages their sum, cases one time each. ``adjusts`` promises nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sop_engine.definition.model import Complaints, Definition, Sla
from sop_engine.diagnostic import Route
from sop_engine.duration import Duration
from sop_engine.flow import Flow
from sop_engine.promise.measure import Measured, measure
from sop_engine.promise.rounds import Rounds
from sop_engine.promise.worktime import Span, WorkingTime


@dataclass(frozen=True)
class Pledge:
    """One promised time: its text, its route in the file, and the ``case`` it holds for (None: everything)."""

    minutes: int
    written: str
    exact: bool
    route: Route
    case: str | None = None
    longer: int | None = None
    """The minutes with the extension that the standard allows itself, or None."""


class Verdict(StrEnum):
    """Whether a promised time can be kept."""

    KEPT = "kept"
    """However often it is returned, whatever deadline passes."""
    ON_TIME = "kept_unless_deadlines_pass"
    """However often it is returned, but not when deadlines pass, too."""
    WITHIN_LIMITS = "kept_unless_limits_are_used_up"
    """With the returns themselves, but not with what follows when one may not be repeated any more."""
    WITHOUT_RETURNS = "kept_without_returns"
    """Even when deadlines pass."""
    WITHOUT_EITHER = "kept_without_returns_and_passed_deadlines"
    USUALLY = "kept_at_usual_times"
    """Without returns, and when no step takes its worst time."""
    BROKEN = "cannot_be_kept"
    UNDECIDED = "not_decidable"
    """Steps without time may or may not fit in, or which steps a kind of request passes is not said."""


@dataclass(frozen=True)
class Assessment:
    """A procedure for one group of applicants (None: they are not told apart) against its pledges."""

    measured: Measured
    pledges: tuple[Pledge, ...]

    @property
    def flow(self) -> Flow:
        """Return the flow that was measured."""
        return self.measured.flow

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """Return the verdict about each pledge."""
        return tuple(judge(self.measured, pledge) for pledge in self.pledges)


def judge(measured: Measured, pledge: Pledge) -> Verdict:
    """Return whether a procedure keeps a promise.

    A promise for one kind of request is broken only when even the shortest way is too long: which steps that kind
    passes is not said.
    """
    if measured.usual.minutes > pledge.minutes:
        shortest_fits = pledge.case is not None and measured.shortest.minutes <= pledge.minutes
        return Verdict.UNDECIDED if shortest_fits else Verdict.BROKEN
    if measured.unknown:
        return Verdict.UNDECIDED
    if measured.straight.minutes > pledge.minutes:
        return Verdict.USUALLY
    if fits(measured.longest, pledge):
        return Verdict.KEPT
    return _cause(measured, pledge)


def _cause(measured: Measured, pledge: Pledge) -> Verdict:
    """Return what has to happen until a promise that is kept without it is not kept any more."""
    if fits(measured.returned, pledge):
        return Verdict.ON_TIME
    if not fits(measured.lapsed, pledge):
        return Verdict.WITHOUT_EITHER
    return Verdict.WITHIN_LIMITS if fits(measured.unexhausted, pledge) else Verdict.WITHOUT_RETURNS


def fits(rounds: Rounds, pledge: Pledge) -> bool:
    """Return whether even so long a way keeps a promise."""
    return not rounds.endless and rounds.minutes <= pledge.minutes


def assess(
    definition: Definition, flow: Flow, working: WorkingTime, groups: Sequence[str] | None = None
) -> tuple[Assessment, ...]:
    """Return the assessment of a flow, one for each of its groups of applicants or of those given.

    There is none for a flow that reaches no end. Service procedures are held to the completion time, complaint
    procedures to the limits of complaints.
    """
    promised = promises(definition, flow, working)
    complete = flow.from_complete
    found = []
    if groups is None:
        groups = tuple(flow.groups or ()) if flow.group is None else (flow.group,)
    for group in groups or (None,):
        measured = measure(flow.narrowed(group), working, complete=complete)
        if measured is not None:
            found.append(Assessment(measured, promised))
    return tuple(found)


def promises(definition: Definition, flow: Flow, working: WorkingTime) -> tuple[Pledge, ...]:
    """Return the promised times that hold for a procedure, of service or of complaint."""
    if flow.complaint:
        return complaint_pledges(definition.complaints, working)
    return pledges(definition.sla, working, flow.procedure)


def pledges(sla: Sla, working: WorkingTime, procedure: str) -> tuple[Pledge, ...]:
    """Return the promised times that hold for a procedure."""
    longer = working.span(sla.extension.within) if sla.extension is not None else None
    if sla.within is not None:
        return (_pledge(sla.within, working, ("sla", "within"), None, longer),)
    if sla.stages:
        spans = [working.span(stage.within) for stage in sla.stages]
        written = " + ".join(str(stage.within) for stage in sla.stages)
        total = Span(sum(span.minutes for span in spans), all(span.exact for span in spans))
        return (_made(total, written, ("sla", "stages"), None, longer),)
    return tuple(
        _pledge(case.within, working, ("sla", "cases", index, "within"), case.when, longer)
        for index, case in enumerate(sla.cases)
        if case.within is not None and case.procedure in (None, procedure)
    )


def complaint_pledges(complaints: Complaints, working: WorkingTime) -> tuple[Pledge, ...]:
    """Return the limits within which complaints are settled."""
    found = [
        _pledge(each.within, working, ("complaints", "categories", index, "within"), each.name, None)
        for index, each in enumerate(complaints.categories)
    ]
    if complaints.within is not None:
        found.insert(0, _pledge(complaints.within, working, ("complaints", "within"), None, None))
    return tuple(found)


def _pledge(within: Duration, working: WorkingTime, route: Route, case: str | None, longer: Span | None) -> Pledge:
    return _made(working.span(within), str(within), route, case, longer)


def _made(span: Span, written: str, route: Route, case: str | None, longer: Span | None) -> Pledge:
    if longer is None:
        return Pledge(span.minutes, written, span.exact, route, case)
    return Pledge(span.minutes, written, span.exact and longer.exact, route, case, span.minutes + longer.minutes)
