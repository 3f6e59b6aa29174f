"""What a check looks at: the definition, its flows, and where each procedure's steps stand in the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sop_engine.checks.soundness import Places
from sop_engine.checks.times import Timed, timed
from sop_engine.definition.model import Branch, Definition, EndModel, OfficeUnit, Step
from sop_engine.diagnostic import Diagnostic, Route
from sop_engine.flow import Flow
from sop_engine.promise.pledge import Assessment, assess, promises
from sop_engine.promise.worktime import WorkingTime
from sop_engine.settings import PLAIN, Settings

MOST_STEPS_OF_GROUPS = 30_000
"""So many steps are followed, counted once for each group of applicants: thirty groups in a thousand steps."""


@dataclass(frozen=True)
class ProcedureView:
    """One procedure: ``base`` is the route before ``steps`` and ``ends``.

    ``steps`` are all its steps in written order, those of parallel branches too; their places in this list count as
    ``index`` everywhere. ``groups`` are the groups of applicants whose ways are followed one by one.
    """

    base: Route
    flow: Flow
    steps: tuple[Step, ...]
    ends: dict[str, EndModel]
    routes: tuple[Route, ...]
    groups: tuple[str, ...] = ()

    @cached_property
    def place(self) -> dict[str, int]:
        """Return the place of each step that the flow has: of two with one id, that of the first."""
        place: dict[str, int] = {}
        for index, step in enumerate(self.steps):
            if step.id in self.flow.node:
                place.setdefault(step.id, index)
        return place

    @cached_property
    def distinct(self) -> tuple[tuple[int, Step], ...]:
        """Return the steps that the flow has, with their places: of two with one id, the first."""
        return tuple([(index, self.steps[index]) for index in self.place.values()])

    @cached_property
    def deciding(self) -> tuple[tuple[int, Step, tuple[Branch, ...]], ...]:
        """Return the steps that decide, with their places and their branches."""
        return tuple(
            [
                (index, step, step.decision.branches)
                for index, step in enumerate(self.steps)
                if step.decision is not None
            ]
        )

    @cached_property
    def named_actors(self) -> frozenset[str]:
        """Return the actors, by key, whom the steps and the ends name; not all of them need be declared."""
        named = {actor for end in self.ends.values() for actor in end.notify}
        for step in self.steps:
            named.update((step.actor, *step.joint, *step.any_of, *step.involves))
            if step.deputy is not None:
                named.update((step.deputy.actor, *step.deputy.any_of))
        named.update(branch.through for _, _, branches in self.deciding for branch in branches if branch.through)
        return frozenset(named)

    @cached_property
    def variants(self) -> tuple[Places, ...]:
        """Return the flow for walking; where groups of applicants are told apart, that of each group."""
        return tuple(Places(self.flow.narrowed(group)) for group in self.groups or (None,))

    @cached_property
    def reached(self) -> frozenset[str]:
        """Return the places that a case of any group of applicants comes to."""
        return frozenset().union(*(places.reached for places in self.variants))

    @cached_property
    def times(self) -> tuple[Timed, ...]:
        """Return every time of the steps, in written order."""
        return tuple(timed(self))

    def route(self, index: int, *rest: str | int) -> Route:
        """Return the route to a part of the step at ``index``."""
        return (*self.routes[index], *rest)


@dataclass(frozen=True)
class Subject:
    """A definition under check."""

    definition: Definition
    flows: tuple[Flow, ...]
    settings: Settings = PLAIN
    unit: OfficeUnit | None = None

    @cached_property
    def procedures(self) -> tuple[ProcedureView, ...]:
        """Return the service procedures, then the complaint procedures."""
        return tuple(self._views())

    @cached_property
    def working(self) -> WorkingTime:
        """Return how the office works."""
        return WorkingTime(self.settings.day_minutes, self.settings.days_per_week)

    @cached_property
    def assessments(self) -> tuple[tuple[ProcedureView, tuple[Assessment, ...]], ...]:
        """Return the procedures that promise something and say times, held to their promises.

        What cannot be followed to its end is reported by other checks.
        """
        return tuple(
            (view, assess(self.definition, view.flow, self.working, view.groups))
            for view in self.procedures
            if not view.flow.broken
            and any(node.time is not None or node.times is not None for node in view.flow.nodes)
            and promises(self.definition, view.flow, self.working)
        )

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """Return the groups of applicants whose ways are followed one by one; none when they are too many (SOP136)."""
        groups = tuple(self.definition.applicants)
        return groups if len(groups) * sum(len(flow.nodes) for flow in self.flows) <= MOST_STEPS_OF_GROUPS else ()

    def _views(self) -> Iterator[ProcedureView]:
        definition, flows, groups = self.definition, iter(self.flows), self.groups
        if definition.steps is not None:
            yield _view((), next(flows), definition.steps, definition.ends, groups)
        for base, procedures in (
            (("procedures",), definition.procedures),
            (("complaints", "procedures"), definition.complaints.procedures),
        ):
            for index, procedure in enumerate(procedures):
                yield _view((*base, index), next(flows), procedure.steps, procedure.ends, groups)


def _view(
    base: Route, flow: Flow, listed: Sequence[Step], ends: Mapping[str, EndModel], groups: tuple[str, ...]
) -> ProcedureView:
    found = list(_all_steps((*base, "steps"), listed))
    steps, routes = tuple(step for _, step in found), tuple(route for route, _ in found)
    return ProcedureView(base, flow, steps, dict(ends), routes, groups)


def _all_steps(base: Route, steps: Sequence[Step]) -> Iterator[tuple[Route, Step]]:
    for index, step in enumerate(steps):
        route = (*base, index)
        yield route, step
        for number, branch in enumerate(step.parallel):
            yield from _all_steps((*route, "parallel", number, "steps"), branch.steps)


Check = Callable[[Subject], Iterator[Diagnostic]]
"""A check yields its findings with routes; it never raises and never prints."""
