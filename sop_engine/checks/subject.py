"""What a check looks at: the definition, its flows, and where each procedure's steps stand in the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sop_engine.definition.model import Definition, EndModel, Step
from sop_engine.diagnostic import Diagnostic, Route
from sop_engine.flow import Flow


@dataclass(frozen=True)
class ProcedureView:
    """One procedure: ``base`` is the route before ``steps`` and ``ends``."""

    base: Route
    flow: Flow
    steps: tuple[Step, ...]
    ends: dict[str, EndModel]

    def distinct(self) -> Iterator[tuple[int, Step]]:
        """Yield the steps that the flow has, with their places: of two with one id, the first."""
        seen: set[str] = set()
        for index, step in enumerate(self.steps):
            if step.id not in seen:
                yield index, step
            seen.add(step.id)

    def broken(self) -> set[str]:
        """Return the steps with an arrow to nowhere: where their cases go is not known."""
        arrows = {
            step.id: (len(step.decision.branches) if step.decision else 1) + (step.optional is not None)
            for _, step in self.distinct()
        }
        return {step for step, count in arrows.items() if len(self.flow.outgoing[step]) < count}

    def route(self, index: int, *rest: str | int) -> Route:
        """Return the route to a part of the step at ``index``."""
        return (*self.base, "steps", index, *rest)


@dataclass(frozen=True)
class Subject:
    """A definition under check."""

    definition: Definition
    flows: tuple[Flow, ...]

    def procedures(self) -> Iterator[ProcedureView]:
        """Yield the main procedure, then the complaint procedures."""
        main, *others = self.flows
        yield ProcedureView((), main, self.definition.steps, dict(self.definition.ends))
        for index, (flow, procedure) in enumerate(zip(others, self.definition.complaints.procedures, strict=True)):
            base = ("complaints", "procedures", index)
            yield ProcedureView(base, flow, procedure.steps, dict(procedure.ends))


Check = Callable[[Subject], Iterator[Diagnostic]]
"""A check yields its findings with routes; it never raises and never prints."""
