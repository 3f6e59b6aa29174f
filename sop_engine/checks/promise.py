"""The promised time against the times of the steps: can it be kept, and is it any promise at all."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial

from sop_engine.checks.subject import ProcedureView, Subject
from sop_engine.diagnostic import Diagnostic, Route, finding
from sop_engine.duration import Duration
from sop_engine.flow import Whose
from sop_engine.promise.measure import Measured
from sop_engine.promise.path import Path
from sop_engine.promise.pledge import promises

_PADDED = 10
"""A promise of more than ten times what the steps take is padding (UNVERIFIED: a rule of evaluators)."""

_NAMED = 3


def broken_promise(subject: Subject) -> Iterator[Diagnostic]:
    """SOP064: the steps take longer than is promised."""
    for view, found in subject.assessments:
        told: set[Route] = set()
        for assessment in found:
            measured = assessment.measured
            longest = cache(partial(_longest, view, measured))
            for pledge in assessment.pledges:
                path = _path(measured, everything=pledge.case is None)
                over = path.minutes - pledge.minutes
                if over > 0 and pledge.route not in told:
                    told.add(pledge.route)
                    args = {
                        "total": measured.working.told(path.minutes),
                        "promise": pledge.written,
                        "over": measured.working.told(over),
                        "steps": longest(everything=pledge.case is None),
                        "procedure": view.flow.title,
                    }
                    yield finding("SOP064", pledge.route, args=args)


def _path(measured: Measured, *, everything: bool) -> Path:
    # which steps one kind of request passes is not said: a promise for one kind is held to the shortest way
    return measured.usual if everything else measured.shortest


def _longest(view: ProcedureView, measured: Measured, *, everything: bool) -> str:
    path, told = _path(measured, everything=everything), measured.working.told
    legs = sorted((leg for leg in path.legs if leg.minutes), key=lambda leg: -leg.minutes)[:_NAMED]
    return ", ".join(f"{view.flow.node[leg.step].number} ({told(leg.minutes)})" for leg in legs)


def padded_promise(subject: Subject) -> Iterator[Diagnostic]:
    """SOP065: the promised time is many times what all steps together take."""
    for _, found in subject.assessments:
        if any(assessment.measured.unknown for assessment in found):
            continue
        most = max((assessment.measured.usual.minutes for assessment in found), default=0)
        for pledge in found[0].pledges if found else ():
            if 0 < most * _PADDED < pledge.minutes:
                args = {"total": found[0].measured.working.told(most), "promise": pledge.written}
                yield finding("SOP065", pledge.route, args=args)


def deadline_beyond_promise(subject: Subject) -> Iterator[Diagnostic]:
    """SOP074: the office may wait longer in one place than is promised for everything."""
    for view in subject.procedures:
        deadlines = tuple(_deadlines(view))
        promised = promises(subject.definition, view.flow, subject.working) if deadlines else ()
        if not promised:
            continue
        most = max(promised, key=lambda pledge: pledge.longer or pledge.minutes)
        for route, within in deadlines:
            if subject.working.span(within).minutes > (most.longer or most.minutes):
                yield finding("SOP074", route, args={"value": str(within), "promise": most.written})


def _deadlines(view: ProcedureView) -> Iterator[tuple[Route, Duration]]:
    """Yield the deadlines that pass on the office's clock."""
    for index, step in view.distinct:
        node = view.flow.node[step.id]
        if step.deadline is not None and node.clock is Whose.OFFICE:
            yield view.route(index, "deadline", "within"), step.deadline.within
        for number, branch in enumerate(step.decision.branches if step.decision is not None else ()):
            if branch.deadline is None:
                continue
            target = view.flow.node.get(branch.to or "")
            clock = Whose(branch.clock) if branch.clock is not None else target.clock if target else Whose.NONE
            if clock is Whose.OFFICE:
                route = view.route(index, "decision", "branches", number, "deadline", "within")
                yield route, branch.deadline.within
