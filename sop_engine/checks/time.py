"""Promised times: bounded, in a unit that can be counted, from a start that is named."""

from __future__ import annotations

from collections.abc import Iterator

from sop_engine.checks.subject import Subject
from sop_engine.diagnostic import Diagnostic, Route, finding
from sop_engine.duration import Duration


def unbounded(subject: Subject) -> Iterator[Diagnostic]:
    """SP011: the completion time follows something else and has no upper bound."""
    sla = subject.definition.sla
    if sla.adjusts is not None:
        yield finding("SP011", ("sla", "adjusts"), args={"value": sla.adjusts})


def ambiguous_days(subject: Subject) -> Iterator[Diagnostic]:
    """SP012: "hari" that may be working days or calendar days."""
    definition = subject.definition
    times: list[tuple[Route, Duration | None]] = [
        (("sla", "within"), definition.sla.within),
        (("complaints", "within"), definition.complaints.within),
    ]
    for view in subject.procedures():
        times += [(view.route(index, "time"), step.time) for index, step in enumerate(view.steps)]
    for route, time in times:
        if time is not None and time.ambiguous:
            yield finding("SP012", route, args={"value": str(time)})


def unknown_start(subject: Subject) -> Iterator[Diagnostic]:
    """SP013: the promised time does not say from when it counts."""
    sla = subject.definition.sla
    if sla.within is not None and sla.starts is None:
        yield finding("SP013", ("sla",), at_key=True)
