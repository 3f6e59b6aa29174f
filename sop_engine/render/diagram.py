"""Flow -> Diagram: the symbols and arrows of one procedure, as every picture draws them. No sizes, no places.

Which symbol is a capsule (PermenPAN-RB 35/2012: the first and last *activity* is itself the capsule):

- the first step, unless it is a decision: then a small capsule "Mulai" stands before the diamond;
- the step before the end, when there is one end only, which one plain arrow reaches and whose words say no more than
  "Selesai"; that end then has no symbol of its own and ``Symbol.absorbs`` names it;
- every other end is a capsule of its own, because its words (rejected, with which document) matter to the reader.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sop_engine.flow import DEFAULT_END, EdgeKind, EndStatus
from sop_engine.messages import printed
from sop_engine.render.indonesian import enumerated

if TYPE_CHECKING:
    from sop_engine.flow import Edge, End, Flow, Node

START = "start:"
"""The id of the small start capsule; no step and no end can have it."""

PLAIN_END = "Selesai"


class Shape(StrEnum):
    """The symbols of PermenPAN-RB 35/2012 that stand for something that happens; PLAIN ones carry words only."""

    CAPSULE = "capsule"
    BOX = "box"
    DIAMOND = "diamond"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Heading:
    """What the title block says; ``procedure`` names a complaint procedure, ``case`` a running case."""

    title: str
    unit: str
    parent: str | None = None
    decree: str | None = None
    procedure: str | None = None
    case: str | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a case has come: ids of steps; an end that was reached stands in ``done``.

    ``walked`` holds the arrows that the case has taken, as (source, target). When it is not known, the arrows ahead
    between done and current steps count as walked, and no return does.
    """

    done: frozenset[str]
    current: frozenset[str] = frozenset()
    walked: frozenset[tuple[str, str]] | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """An actor of the picture. ``column`` counts all actors from 0, ``index`` those of its kind (inside or out)."""

    key: str
    name: str
    external: bool
    column: int
    index: int


@dataclass(frozen=True, slots=True)
class Symbol:
    """One symbol, in the order of the column. ``band`` is number and actor; ends and the start have none.

    ``involves`` is worded: who takes part without recording the step.
    """

    id: str
    shape: Shape
    text: str
    band: str | None = None
    actors: tuple[str, ...] = ()
    question: str | None = None
    condition: str | None = None
    involves: str | None = None
    status: EndStatus | None = None
    absorbs: str | None = None

    @property
    def optional(self) -> bool:
        """Return whether the step is done only when needed."""
        return self.condition is not None


@dataclass(frozen=True, slots=True)
class Arrow:
    """One arrow between symbols; ``label`` is what is written on it, ``answer`` the answer it stands for."""

    source: str
    target: str
    kind: EdgeKind
    label: str | None
    answer: str | None
    back: bool


@dataclass(frozen=True)
class Diagram:
    """One procedure as symbols from top to bottom, arrows in declaration order, and actors in column order."""

    procedure: str
    heading: Heading
    symbols: tuple[Symbol, ...]
    arrows: tuple[Arrow, ...]
    parties: dict[str, Party]


def diagram(flow: Flow, heading: Heading) -> Diagram:
    """Return the diagram of a flow."""
    absorbed = _absorbed(flow)
    first = flow.nodes[0]
    opening = [Symbol(START, Shape.PLAIN, printed("diagram.start"))] if first.question is not None else []
    steps = [_step(flow, node, absorbed) for node in flow.nodes]
    ends = [_end(end) for end in _last_first(flow) if absorbed is None]
    entry = [Arrow(START, first.id, EdgeKind.NEXT, None, None, False)] if opening else []
    gone = absorbed.target if absorbed else None
    return Diagram(
        procedure=flow.procedure,
        heading=heading,
        symbols=(*opening, *steps, *ends),
        arrows=(*entry, *(_arrow(edge) for edge in flow.edges if edge.target != gone)),
        parties=_parties(flow),
    )


def _absorbed(flow: Flow) -> Edge | None:
    """Return the arrow whose source is drawn as the closing capsule, if there is one."""
    if len(flow.ends) != 1:
        return None
    end = flow.ends[0]
    arriving = [edge for edge in flow.edges if edge.target == end.id]
    plain = end.key == DEFAULT_END and end.text == PLAIN_END and end.document is None
    if not plain or len(arriving) != 1 or arriving[0].kind is not EdgeKind.NEXT:
        return None
    return arriving[0]


def _step(flow: Flow, node: Node, absorbed: Edge | None) -> Symbol:
    closing = absorbed is not None and absorbed.source == node.id
    if node.question is not None:
        shape = Shape.DIAMOND
    else:
        shape = Shape.CAPSULE if closing or node.id == flow.start else Shape.BOX
    names = " + ".join(flow.actors.get(actor, actor) for actor in node.performers)
    return Symbol(
        id=node.id,
        shape=shape,
        text=node.activity,
        band=f"{node.number} · {names}",
        actors=node.performers,
        question=node.question,
        condition=node.optional,
        involves=_involves(flow, node),
        absorbs=absorbed.target if absorbed is not None and closing else None,
    )


def _involves(flow: Flow, node: Node) -> str | None:
    # whom the activity names already is not named again
    names = [flow.actors.get(actor, actor) for actor in node.involves]
    names = [name for name in names if name.casefold() not in node.activity.casefold()]
    return printed("diagram.involves", names=enumerated(names, printed("diagram.and"))) if names else None


def _end(end: End) -> Symbol:
    words = end.text if end.document is None else f"{end.text} ({end.document})"
    return Symbol(end.id, Shape.PLAIN, words, status=end.status)


def _last_first(flow: Flow) -> list[End]:
    """Return the ends, those that the last step leads to first: they continue its column without a detour."""
    nearest = [edge.target for edge in flow.outgoing[flow.nodes[-1].id]]
    return sorted(flow.ends, key=lambda end: nearest.index(end.id) if end.id in nearest else len(nearest))


def _arrow(edge: Edge) -> Arrow:
    label = printed("diagram.skip") if edge.kind is EdgeKind.SKIP else edge.answer
    return Arrow(edge.source, edge.target, edge.kind, label, edge.answer, edge.back)


def _parties(flow: Flow) -> dict[str, Party]:
    count = {True: 0, False: 0}
    parties: dict[str, Party] = {}
    for column, (key, name) in enumerate(flow.actors.items()):
        external = key in flow.external
        parties[key] = Party(key, name, external, column, count[external])
        count[external] += 1
    return parties
