"""The times of a procedure's steps, each with its place: what the rules about times and promises look through."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from sop_engine.diagnostic import Route
from sop_engine.duration import Duration
from sop_engine.flow import Whose

if TYPE_CHECKING:
    from sop_engine.checks.subject import ProcedureView


class Timed(NamedTuple):
    """A time and where it stands; ``office`` when it is a step's own, no deadline, and runs on the office's clock."""

    route: Route
    time: Duration
    office: bool


def timed(view: ProcedureView) -> Iterator[Timed]:
    """Yield every time of a procedure's steps, in written order."""
    for index, step in enumerate(view.steps):
        if step.time is not None or step.times is not None:
            office = view.place.get(step.id) == index and view.flow.node[step.id].clock is Whose.OFFICE
            if step.time is not None:
                yield Timed(view.route(index, "time"), step.time, office)
            if step.times is not None:
                for name, time in (("best", step.times.best), ("usual", step.times.usual), ("worst", step.times.worst)):
                    if time is not None:
                        yield Timed(view.route(index, "times", name), time, office)
        if step.deadline is not None:
            yield Timed(view.route(index, "deadline", "within"), step.deadline.within, office=False)
        for number, branch in enumerate(step.decision.branches if step.decision is not None else ()):
            if branch.deadline is not None:
                route = view.route(index, "decision", "branches", number, "deadline", "within")
                yield Timed(route, branch.deadline.within, office=False)
