"""Everything that is known about one procedure's promise: what was measured, each verdict, and the chance."""

from __future__ import annotations

from dataclasses import dataclass

from sop_engine.definition.model import Definition
from sop_engine.flow import Flow
from sop_engine.promise.chance import Trials, trials
from sop_engine.promise.measure import Measured
from sop_engine.promise.pledge import Assessment, Verdict, assess
from sop_engine.promise.worktime import WorkingTime


@dataclass(frozen=True)
class Examined:
    """One procedure for one group of applicants. ``tried`` is None where no chance can be told, or was not asked."""

    assessment: Assessment
    complete: bool
    tried: Trials | None

    @property
    def flow(self) -> Flow:
        """Return the flow that was examined."""
        return self.assessment.flow

    @property
    def measured(self) -> Measured:
        """Return how long it takes."""
        return self.assessment.measured

    def fails(self, *, strict: bool) -> bool:
        """Return whether a promise cannot be kept; ``strict``: or is not sure to be kept always."""
        passing = {Verdict.KEPT} if strict else set(Verdict) - {Verdict.BROKEN}
        return not passing.issuperset(self.assessment.verdicts)


def examine(
    definition: Definition, flow: Flow, working: WorkingTime, *, always: bool, runs: int, seed: int, returned: float
) -> tuple[Examined, ...]:
    """Return what is known about a flow, for each group of applicants; none when it reaches no end.

    The chance is told where some step has three estimates, or ``always``; never where a step has no time.
    """
    complete = flow.from_complete
    found = []
    for assessment in assess(definition, flow, working):
        measured = assessment.measured
        wanted = always or any(node.times is not None for node in measured.counted)
        tried = trials(measured, complete=complete, runs=runs, seed=seed, returned=returned) if wanted else None
        found.append(Examined(assessment, complete, tried))
    return tuple(found)
