"""Definition -> flows: order makes the arrows, unless something is said.

Total: an arrow to a step that does not exist, into or out of a parallel block, is left out, its source named in
:attr:`Flow.broken`, and reported by the checks. So every flow is block-structured, whatever was written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sop_engine.flow.graph import (
    DEFAULT_END,
    END_PREFIX,
    JOIN_PREFIX,
    Call,
    Edge,
    EdgeKind,
    End,
    EndStatus,
    Estimates,
    Flow,
    Join,
    Node,
    Whose,
)
from sop_engine.flow.returns import with_returns
from sop_engine.names import MAIN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sop_engine.definition.model import Branch, Deadline, Definition, EndModel, Procedure, Step


def derive(definition: Definition) -> tuple[Flow, ...]:
    """Return the flows of a definition: service procedures first, then the complaint procedures, in their order."""
    flows = []
    if definition.steps is not None:
        flows.append(_Derivation(definition, MAIN, definition.title, definition.steps, definition.ends).flow())
    flows += [_procedure(definition, each, complaint=False) for each in definition.procedures]
    return (*flows, *(_procedure(definition, each, complaint=True) for each in definition.complaints.procedures))


def derive_complaint(definition: Definition, procedure: Procedure) -> Flow:
    """Return the flow of a complaint procedure that is not written in the definition itself."""
    return _procedure(definition, procedure, complaint=True)


def _procedure(definition: Definition, procedure: Procedure, *, complaint: bool) -> Flow:
    derivation = _Derivation(definition, procedure.id, procedure.title, procedure.steps, procedure.ends, procedure.only)
    return derivation.flow(complaint=complaint)


class _Place(NamedTuple):
    """A step in its list: what follows it there (a step, a join, an end), and the branches around it."""

    step: Step
    following: str
    inside: tuple[str, ...]


class _Derivation:
    """One walk over the steps of a procedure."""

    def __init__(
        self,
        definition: Definition,
        procedure: str,
        title: str,
        steps: Sequence[Step],
        ends: Mapping[str, EndModel],
        only: tuple[str, ...] = (),
    ) -> None:
        self.definition = definition
        self.only = only
        self.procedure = procedure
        self.title = title
        self.declared = ends
        self.seen: set[str] = set()
        self.joins: list[Join] = []
        self.first: dict[str, tuple[str, ...]] = {}
        self.order: dict[str, int] = {}
        self.places = list(self._placed(steps, END_PREFIX + DEFAULT_END, ()))
        self.inside = {place.step.id: place.inside for place in self.places}
        self.edges: list[Edge] = []
        self.late: list[Edge] = []
        self.broken: set[str] = set()

    def flow(self, *, complaint: bool = False) -> Flow:
        """Return the flow of the procedure."""
        for place in self.places:
            self._arrows(place)
        edges = with_returns([*self.edges, *self.late], self.order)
        used = {actor for place in self.places for actor in _named(place.step)}
        used |= {actor for end in self.declared.values() for actor in end.notify}
        columns = {key: actor for key, actor in self.definition.actors.items() if key in used}
        external = frozenset(key for key, actor in columns.items() if actor.external)
        # where the applicant is marked, another outsider (a bank, a laboratory) works on the office's time
        waiting = frozenset(key for key, actor in columns.items() if actor.applicant) or external
        return Flow(
            procedure=self.procedure,
            title=self.title,
            start=self.places[0].step.id,
            nodes=tuple(_node(number, place, waiting) for number, place in enumerate(self.places, 1)),
            ends=_ends(self.declared, edges),
            edges=tuple(edges),
            actors={key: actor.name for key, actor in columns.items()},
            external=external,
            joins=tuple(self.joins),
            groups=self._groups(complaint=complaint),
            complaint=complaint,
            from_complete=not complaint and self.definition.sla.starts != "submitted",
            broken=frozenset(self.broken),
        )

    def _groups(self, *, complaint: bool) -> dict[str, str]:
        """Return the groups whose cases follow this procedure; a complaint is anybody's unless its steps say more."""
        if complaint and not self.only and not any(place.step.only for place in self.places):
            return {}
        applicants = self.definition.applicants.items()
        return {key: group.name for key, group in applicants if not self.only or key in self.only}

    def _placed(self, steps: Sequence[Step], after: str, inside: tuple[str, ...]) -> Iterator[_Place]:
        # the first of two steps with one id wins, with what is nested in it; the checks report the second
        kept = []
        for step in steps:
            if step.id not in self.seen:
                self.seen.add(step.id)
                kept.append(step)
        for index, step in enumerate(kept):
            self.order[step.id] = len(self.order)
            yield _Place(step, kept[index + 1].id if index + 1 < len(kept) else after, inside)
            if not step.parallel:
                continue
            join, first = JOIN_PREFIX + step.id, []
            for number, branch in enumerate(step.parallel, 1):
                nested = list(self._placed(branch.steps, join, (*inside, f"{step.id}/{number}")))
                first += [nested[0].step.id] if nested else []
                yield from nested
            self.order[join] = len(self.order)
            self.first[step.id] = tuple(first)
            self.joins.append(Join(join, step.id, tuple(first), inside))

    def _arrows(self, place: _Place) -> None:
        step, following, _ = place
        onward = self._target(place, step.next, step.end)
        if step.parallel:
            join = JOIN_PREFIX + step.id
            titles = [branch.title for branch in step.parallel]
            for target in self.first[step.id]:
                number = int(self.inside[target][-1].rpartition("/")[2])
                self._add(Edge(step.id, target, EdgeKind.FORK, note=titles[number - 1]))
            self._lead(join, onward, EdgeKind.NEXT)
        elif step.decision is None:
            self._lead(step.id, onward, EdgeKind.NEXT)
        else:
            onward = following
            marked = any(each.affirmative for each in step.decision.branches)
            for index, branch in enumerate(step.decision.branches):
                self._answer(place, branch, affirmative=branch.affirmative if marked else index == 0)
        if step.optional is not None or step.only:
            self._lead(step.id, self._target(place, step.skip_to, None) if step.skip_to else onward, EdgeKind.SKIP)
        if step.deadline is not None:
            self._deadline(place, step.id, step.deadline, None)

    def _answer(self, place: _Place, branch: Branch, *, affirmative: bool) -> None:
        target = self._target(place, branch.to, branch.end)
        if target is None:
            return
        source, limit, deadline = place.step.id, branch.limit, branch.deadline
        self._add(
            Edge(
                source,
                target,
                EdgeKind.ANSWER,
                branch.answer,
                note=branch.note,
                affirmative=affirmative,
                limit=limit.times if limit else None,
                within=deadline.within if deadline else None,
                clock=Whose(branch.clock) if branch.clock else None,
                document=branch.document,
                reason=branch.reason,
                through=branch.through,
                suspend=branch.suspend,
            )
        )
        if limit is not None:
            beyond = self._target(place, limit.to, limit.end, required=True)
            if beyond is not None:
                edge = Edge(source, beyond, EdgeKind.LIMIT, branch.answer, limit=limit.times, reason=branch.reason)
                self._add(edge)
        if deadline is not None and target in self.inside:
            self._deadline(place, target, deadline, (source, branch.answer))

    def _deadline(self, place: _Place, waiting: str, deadline: Deadline, via: tuple[str, str] | None) -> None:
        if deadline.to is None and deadline.end is None:
            return
        target = self._target(place, deadline.to, deadline.end)
        if target is not None:
            late = Edge(waiting, target, EdgeKind.LATE, note=deadline.note, within=deadline.within, via=via)
            self.late.append(late)

    def _target(self, place: _Place, to: str | None, end: str | None, *, required: bool = False) -> str | None:
        """Return the id of the place that was named, ``following`` when none was, None when it cannot be."""
        if to is not None:
            if self.inside.get(to) == place.inside:
                return to
        elif end is not None:
            if not place.inside and (end in self.declared or end == DEFAULT_END):
                return END_PREFIX + end
        elif not required:
            return place.following
        self.broken.add(place.step.id)
        return None

    def _lead(self, source: str, target: str | None, kind: EdgeKind) -> None:
        if target is not None:
            self._add(Edge(source, target, kind))

    def _add(self, edge: Edge) -> None:
        self.edges.append(edge)


def _named(step: Step) -> tuple[str, ...]:
    """Return every actor that a step names, by key."""
    through = [branch.through for branch in (step.decision.branches if step.decision else ()) if branch.through]
    return (step.actor, *step.joint, *step.any_of, *_deputies(step), *step.involves, *through)


def _deputies(step: Step) -> tuple[str, ...]:
    return (step.deputy.actor, *step.deputy.any_of) if step.deputy else ()


def _node(number: int, place: _Place, applicants: frozenset[str]) -> Node:
    step, decision, times = place.step, place.step.decision, place.step.times
    theirs = Whose.APPLICANT if step.actor in applicants else Whose.OFFICE
    return Node(
        id=step.id,
        number=number,
        actor=step.actor,
        activity=step.activity,
        joint=step.joint,
        any_of=step.any_of,
        deputies=_deputies(step),
        deputy_when=step.deputy.when if step.deputy else None,
        involves=step.involves,
        only=step.only,
        optional=step.optional,
        starts_by=step.starts_by,
        requires=step.requires,
        question=decision.question if decision else None,
        rule=decision.rule if decision else None,
        answers=tuple(branch.answer for branch in decision.branches) if decision else (),
        time=step.time,
        times=Estimates(times.best, times.usual or step.time, times.worst) if times else None,
        deadline=step.deadline.within if step.deadline else None,
        clock=Whose(step.clock) if step.clock else theirs,
        four_eyes=step.four_eyes,
        call=Call(step.call.sop, step.call.procedure) if step.call else None,
        input=step.input,
        output=step.output,
        note=step.note,
        inside=place.inside,
    )


def _ends(declared: Mapping[str, EndModel], edges: list[Edge]) -> tuple[End, ...]:
    ends = [
        End(END_PREFIX + key, key, EndStatus(end.status), end.text, end.document, end.product, end.notify)
        for key, end in declared.items()
    ]
    default = END_PREFIX + DEFAULT_END
    if DEFAULT_END not in declared and any(edge.target == default for edge in edges):
        ends.append(End(default, DEFAULT_END, EndStatus.FINISHED, "Selesai", None))
    return tuple(ends)
