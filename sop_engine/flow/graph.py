"""The nodes and arrows of one procedure, as values: steps, joins, ends, and the arrows between them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from sop_engine.duration import Duration

if TYPE_CHECKING:
    from collections.abc import Mapping

END_PREFIX = "end:"
"""Before the key of an end in node ids: a step and an end may have the same key."""

JOIN_PREFIX = "join:"
"""Before the id of the step that splits, in the id of the place where its branches meet."""

DEFAULT_END = "selesai"
"""The end that follows the last step of the list when nothing else is said."""


class EdgeKind(StrEnum):
    """Why a case passes along an arrow."""

    NEXT = "next"
    ANSWER = "answer"
    SKIP = "skip"
    FORK = "fork"
    """To the first step of one parallel branch; all the forks of a step are taken together."""
    LIMIT = "limit"
    """Where an answer leads when it is given once more than its ``limit``."""
    LATE = "late"
    """Escalation: the deadline ``within`` has passed."""


class EndStatus(StrEnum):
    """What has become of a case that reached an end."""

    FINISHED = "finished"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class Whose(StrEnum):
    """Whose clock runs while a step is open."""

    OFFICE = "office"
    APPLICANT = "applicant"
    NONE = "none"


class Call(NamedTuple):
    """Another SOP that is carried out as a step."""

    sop: str
    procedure: str | None


class Estimates(NamedTuple):
    """Three estimates of a step's time."""

    best: Duration
    usual: Duration | None
    worst: Duration


class Node(NamedTuple):
    """One step. ``number`` counts from 1 in the written order; actors are keys of :attr:`Flow.actors`.

    ``inside`` names the parallel branches around the step, the outermost first: ``split/2`` is the second branch of
    the step ``split``. One of ``deputies`` stands in for ``actor`` when ``deputy_when`` holds;
    ``deadline`` is the longest wait.
    """

    id: str
    number: int
    actor: str
    activity: str
    joint: tuple[str, ...] = ()
    any_of: tuple[str, ...] = ()
    deputies: tuple[str, ...] = ()
    deputy_when: str | None = None
    involves: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    optional: str | None = None
    starts_by: str | None = None
    requires: tuple[str, ...] = ()
    question: str | None = None
    rule: str | None = None
    answers: tuple[str, ...] = ()
    time: Duration | None = None
    times: Estimates | None = None
    deadline: Duration | None = None
    clock: Whose = Whose.OFFICE
    four_eyes: tuple[str, ...] = ()
    call: Call | None = None
    input: tuple[str, ...] = ()
    output: str | None = None
    note: str | None = None
    inside: tuple[str, ...] = ()

    @property
    def performers(self) -> tuple[str, ...]:
        """Return the actors who may record this step, its own first."""
        return (self.actor, *self.joint, *self.any_of, *self.deputies)


@dataclass(frozen=True)
class Join:
    """Where the parallel branches of the step ``split`` meet; ``first`` are the first steps of its branches."""

    id: str
    split: str
    first: tuple[str, ...]
    inside: tuple[str, ...]


@dataclass(frozen=True)
class End:
    """One way to finish; ``id`` is ``end:`` + ``key``."""

    id: str
    key: str
    status: EndStatus
    text: str
    document: str | None
    product: str | None = None
    notify: tuple[str, ...] = ()


class Edge(NamedTuple):
    """An arrow from a step or a join to a step, a join or an end.

    ``back`` marks a return: the target stands earlier in the list, or is the step itself, and the case can come from
    there to here again. A detour that is listed last and rejoins is none.
    Of an answer: ``limit`` is how often it may be given, ``within`` how long the file may stay at the target,
    ``suspend`` what the case then waits for. Of a LATE arrow: ``within`` is the deadline, and ``via`` the answer
    (step, answer) through which the source must have been opened; None: however it was.
    """

    source: str
    target: str
    kind: EdgeKind
    answer: str | None = None
    back: bool = False
    note: str | None = None
    affirmative: bool = False
    limit: int | None = None
    within: Duration | None = None
    via: tuple[str, str] | None = None
    clock: Whose | None = None
    document: str | None = None
    reason: bool = False
    through: str | None = None
    suspend: str | None = None


@dataclass(frozen=True)
class Flow:
    """The graph of one procedure. Steps, ends and arrows stand in declaration order."""

    procedure: str
    title: str
    start: str
    """The first step; the id of an end when a group of applicants has no step at all."""
    nodes: tuple[Node, ...]
    ends: tuple[End, ...]
    edges: tuple[Edge, ...]
    actors: Mapping[str, str]
    """Key -> name of every actor of this procedure, in the order of the definition's columns."""
    external: frozenset[str]
    """Keys of the actors outside the office (the applicant)."""
    joins: tuple[Join, ...] = ()
    groups: Mapping[str, str] | None = None
    """Key -> name of the groups of applicants; empty or None when they are not told apart."""
    group: str | None = None
    """The group that this flow is narrowed to."""
    complaint: bool = False
    from_complete: bool = True
    """The promised time counts from the complete file (UU 30/2014 Pasal 53), not from the opening of the case."""
    broken: frozenset[str] = frozenset()
    """Steps with an arrow that was left out: where their cases go is not known."""

    @cached_property
    def node(self) -> dict[str, Node]:
        """Return the steps by id."""
        return {node.id: node for node in self.nodes}

    @cached_property
    def performers(self) -> dict[str, tuple[str, ...]]:
        """Return the actors who may record each step, its own first."""
        return {node.id: node.performers for node in self.nodes}

    @cached_property
    def end(self) -> dict[str, End]:
        """Return the ends by id."""
        return {end.id: end for end in self.ends}

    @cached_property
    def join(self) -> dict[str, Join]:
        """Return the joins by id."""
        return {join.id: join for join in self.joins}

    @cached_property
    def block(self) -> dict[str, frozenset[str]]:
        """Return the steps that lie between a split and its join, by the join's id."""
        inside: dict[str, set[str]] = {join.id: set() for join in self.joins}
        for node in self.nodes:
            for branch in node.inside:
                inside[JOIN_PREFIX + branch.rpartition("/")[0]].add(node.id)
        return {join: frozenset(steps) for join, steps in inside.items()}

    @cached_property
    def outgoing(self) -> dict[str, tuple[Edge, ...]]:
        """Return the arrows of each step and each join, in declaration order."""
        arrows: dict[str, list[Edge]] = {place: [] for place in (*self.node, *self.join)}
        for edge in self.edges:
            arrows[edge.source].append(edge)
        return {place: tuple(edges) for place, edges in arrows.items()}

    @cached_property
    def submission(self) -> frozenset[str]:
        """Return the steps that hand a file in: the first, and what follows it while the office does nothing."""
        found, waiting = {self.start}, [self.start]
        while waiting:
            step = waiting.pop()
            if step not in self.node or self.node[step].clock is Whose.OFFICE:
                continue
            for edge in self.outgoing[step]:
                target = self.node.get(edge.target)
                if not edge.back and target and target.clock is not Whose.OFFICE and target.id not in found:
                    found.add(target.id)
                    waiting.append(target.id)
        return frozenset(found)

    def narrowed(self, group: str | None) -> Flow:
        """Return the flow of one group of applicants: the steps of the others are gone, their arrows lead past them."""
        if group is None or not self.groups:
            return self
        from sop_engine.flow.narrowing import narrowed

        return narrowed(self, group)

    def graph(self) -> Any:
        """Return the flow as a ``networkx.MultiDiGraph`` for analysis: nodes are ids, edges carry ``edge``."""
        import networkx as nx

        graph = nx.MultiDiGraph()
        graph.add_nodes_from([*self.node, *self.join, *self.end])
        graph.add_edges_from((edge.source, edge.target, {"edge": edge}) for edge in self.edges)
        return graph
