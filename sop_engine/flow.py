"""Definition -> Flow: the nodes and arrows that everything reads that runs or draws.

One :class:`Flow` for each procedure of a definition: the main one first, then the complaint procedures.
The flow is total: an arrow to a step that does not exist is left out here and reported by the checks.
Branches are exclusive splits. Nothing in here reads files or judges; see ``docs/semantics.md`` for the meaning.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any

from sop_engine.circle import components
from sop_engine.duration import Duration

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sop_engine.definition.model import Actor, Definition, EndModel, Step

MAIN = "utama"
"""The id of a definition's main procedure."""

END_PREFIX = "end:"
"""Before the key of an end in node ids: a step and an end may have the same key."""

DEFAULT_END = "selesai"
"""The end that follows the last step of the list when nothing else is said."""


class EdgeKind(StrEnum):
    """Why a case passes along an arrow."""

    NEXT = "next"
    ANSWER = "answer"
    SKIP = "skip"


class EndStatus(StrEnum):
    """What has become of a case that reached an end."""

    FINISHED = "finished"
    REJECTED = "rejected"


@dataclass(frozen=True)
class Node:
    """One step. ``number`` counts from 1 in the order of the list; actors are keys of :attr:`Flow.actors`."""

    id: str
    number: int
    actor: str
    joint: tuple[str, ...]
    involves: tuple[str, ...]
    activity: str
    optional: str | None
    question: str | None
    answers: tuple[str, ...]
    time: Duration | None
    input: tuple[str, ...]
    output: str | None
    note: str | None

    @cached_property
    def performers(self) -> tuple[str, ...]:
        """Return the actors who may record this step."""
        return (self.actor, *self.joint)


@dataclass(frozen=True)
class End:
    """One way to finish; ``id`` is ``end:`` + ``key``."""

    id: str
    key: str
    status: EndStatus
    text: str
    document: str | None


@dataclass(frozen=True)
class Edge:
    """An arrow from a step to a step or an end.

    ``back`` marks a return: the target stands earlier in the list, or is the step itself, and the case can come from
    there to here again. A detour that is listed last and rejoins further up is none.
    """

    source: str
    target: str
    kind: EdgeKind
    answer: str | None = None
    back: bool = False
    note: str | None = None


@dataclass(frozen=True)
class Flow:
    """The graph of one procedure. Steps, ends and arrows stand in declaration order; the first step is the start."""

    procedure: str
    title: str
    nodes: tuple[Node, ...]
    ends: tuple[End, ...]
    edges: tuple[Edge, ...]
    actors: Mapping[str, str]
    """Key -> name of every actor of this procedure, in the order of the definition's columns."""
    external: frozenset[str]
    """Keys of the actors outside the office (the applicant)."""

    @property
    def start(self) -> str:
        """Return the id of the first step."""
        return self.nodes[0].id

    @cached_property
    def node(self) -> dict[str, Node]:
        """Return the steps by id."""
        return {node.id: node for node in self.nodes}

    @cached_property
    def end(self) -> dict[str, End]:
        """Return the ends by id."""
        return {end.id: end for end in self.ends}

    @cached_property
    def outgoing(self) -> dict[str, tuple[Edge, ...]]:
        """Return each step's arrows, in declaration order."""
        arrows: dict[str, list[Edge]] = {node.id: [] for node in self.nodes}
        for edge in self.edges:
            arrows[edge.source].append(edge)
        return {step: tuple(edges) for step, edges in arrows.items()}

    def graph(self) -> Any:
        """Return the flow as a ``networkx.MultiDiGraph`` for analysis: nodes are ids, edges carry ``edge``."""
        import networkx as nx

        graph = nx.MultiDiGraph()
        graph.add_nodes_from([*self.node, *self.end])
        graph.add_edges_from((edge.source, edge.target, {"edge": edge}) for edge in self.edges)
        return graph


def derive(definition: Definition) -> tuple[Flow, ...]:
    """Return the flows of a definition: main procedure first, then the complaint procedures in their order."""
    main = _flow(definition, MAIN, definition.title, definition.steps, definition.ends)
    return (main, *(_flow(definition, p.id, p.title, p.steps, p.ends) for p in definition.complaints.procedures))


def _flow(
    definition: Definition, procedure: str, title: str, steps: tuple[Step, ...], ends: Mapping[str, EndModel]
) -> Flow:
    # the first of two steps with one id wins; the checks report the second
    unique = {step.id: step for step in reversed(steps)}
    kept = tuple(step for step in steps if unique[step.id] is step)
    order = {step.id: index for index, step in enumerate(kept)}
    edges = _with_returns([edge for at, step in enumerate(kept) for edge in _edges(kept, at, step, order, ends)], order)
    used = {actor for step in kept for actor in (step.actor, *step.joint, *step.involves)}
    columns: dict[str, Actor] = {key: actor for key, actor in definition.actors.items() if key in used}
    return Flow(
        procedure=procedure,
        title=title,
        nodes=tuple(_node(number, step) for number, step in enumerate(kept, 1)),
        ends=_ends(ends, edges),
        edges=tuple(edges),
        actors={key: actor.name for key, actor in columns.items()},
        external=frozenset(key for key, actor in columns.items() if actor.external),
    )


def _node(number: int, step: Step) -> Node:
    decision = step.decision
    return Node(
        id=step.id,
        number=number,
        actor=step.actor,
        joint=step.joint,
        involves=step.involves,
        activity=step.activity,
        optional=step.optional,
        question=decision.question if decision else None,
        answers=tuple(branch.answer for branch in decision.branches) if decision else (),
        time=step.time,
        input=step.input,
        output=step.output,
        note=step.note,
    )


def _edges(
    steps: tuple[Step, ...], index: int, step: Step, order: Mapping[str, int], ends: Mapping[str, EndModel]
) -> list[Edge]:
    following = steps[index + 1].id if index + 1 < len(steps) else END_PREFIX + DEFAULT_END

    def target(to: str | None, end: str | None) -> str | None:
        if to is not None:
            return to if to in order else None
        if end is not None:
            return END_PREFIX + end if end in ends or end == DEFAULT_END else None
        return following

    def edge(goal: str | None, kind: EdgeKind, answer: str | None = None, note: str | None = None) -> list[Edge]:
        if goal is None:
            return []
        return [Edge(step.id, goal, kind, answer, note=note)]

    onward = target(step.next, step.end)
    if step.decision is None:
        edges = edge(onward, EdgeKind.NEXT)
    else:
        onward = following
        edges = [
            arrow
            for branch in step.decision.branches
            for arrow in edge(target(branch.to, branch.end), EdgeKind.ANSWER, branch.answer, branch.note)
        ]
    return edges + (edge(onward, EdgeKind.SKIP) if step.optional is not None else [])


def _with_returns(edges: list[Edge], order: Mapping[str, int]) -> list[Edge]:
    upward = [edge for edge in edges if edge.target in order and order[edge.target] <= order[edge.source]]
    if not upward:
        return edges
    successors: dict[str, list[str]] = {step: [] for step in order}
    for edge in edges:
        if edge.target in order:
            successors[edge.source].append(edge.target)
    circle = components(successors)
    returns = {id(edge) for edge in upward if circle[edge.source] == circle[edge.target]}
    return [replace(edge, back=True) if id(edge) in returns else edge for edge in edges]


def _ends(declared: Mapping[str, EndModel], edges: list[Edge]) -> tuple[End, ...]:
    ends = [End(END_PREFIX + key, key, EndStatus(end.status), end.text, end.document) for key, end in declared.items()]
    default = END_PREFIX + DEFAULT_END
    if DEFAULT_END not in declared and any(edge.target == default for edge in edges):
        ends.append(End(default, DEFAULT_END, EndStatus.FINISHED, "Selesai", None))
    return tuple(ends)
