"""Flow -> Diagram: the symbols and arrows of one procedure, as every picture draws them. No sizes, no places.

Which symbol is a capsule (PermenPAN-RB 35/2012: the first and last *activity* is itself the capsule):

- the first step, unless it is a decision: then a small capsule "Mulai" stands before the diamond;
- the step before the end, when there is one end only, which one plain arrow reaches and whose words say no more than
  "Selesai"; that end then has no symbol of its own and ``Symbol.absorbs`` names it;
- every other end is a capsule of its own, because its words (rejected, with which document) matter to the reader.
  In the matrix, which has a column for words, *every* step whose only way on is a plain arrow to an end is the capsule,
  and an end that nothing else reaches has no symbol.

Parallel work is drawn with the parallel mode of ISO 5807, a band between two lines: one below the step that splits,
one where the branches meet; :attr:`Symbol.inside` and :attr:`Diagram.branches` name the frames between them. Where a
group of applicants has one branch or none of a block, its bands and frames are left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sop_engine.flow import DEFAULT_END, JOIN_PREFIX, EdgeKind
from sop_engine.messages import printed
from sop_engine.render import captions
from sop_engine.render.diagram import FORK_PREFIX, PLAIN_END, START, Arrow, Diagram, Party, Shape, Symbol

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sop_engine.flow import Edge, End, Flow, Join, Node
    from sop_engine.render.diagram import Heading


def diagram(flow: Flow, heading: Heading, *, embedded: bool = False, closing: bool = False) -> Diagram:
    """Return the diagram of a flow; with ``closing`` each step that only leads to an end is the capsule itself."""
    return _Drawing(flow, heading, _closing(flow) if closing else _absorbed(flow)).diagram(embedded)


class _Drawing:
    """Makes the symbols and arrows of one flow."""

    def __init__(self, flow: Flow, heading: Heading, absorbed: Mapping[str, Edge]) -> None:
        self.flow = flow
        self.heading = heading
        self.absorbed = absorbed
        forks = [edge for edge in flow.edges if edge.kind is EdgeKind.FORK]
        splits = [edge.source for edge in forks]
        self.blocks = {join.split: join for join in flow.joins if splits.count(join.split) > 1}
        self.shown = frozenset(join.id for join in self.blocks.values())
        self.branches = {
            flow.node[edge.target].inside[-1]: captions.branch(flow, edge)
            for edge in forks
            if edge.source in self.blocks
        }

    def diagram(self, embedded: bool) -> Diagram:
        """Return the diagram."""
        first = self.flow.node.get(self.flow.start)
        opening = [Symbol(START, Shape.PLAIN, captions.start(first))] if first is None or first.question else []
        steps = [symbol for node in self.flow.nodes for symbol in self._symbols(node)]
        ends = [_end(self.flow, end) for end in _last_first(self.flow) if self._reached(end)]
        entry = [Arrow(START, self.flow.start, EdgeKind.NEXT, None, None, False)] if opening else []
        return Diagram(
            procedure=self.flow.procedure,
            heading=self.heading,
            symbols=(*opening, *_met(steps, self.blocks), *ends),
            arrows=(*entry, *self._arrows()),
            parties=_parties(self.flow),
            branches=self.branches,
            embedded=embedded,
        )

    def _symbols(self, node: Node) -> Iterator[Symbol]:
        flow, absorbed = self.flow, self.absorbed.get(node.id)
        if node.question is not None:
            shape = Shape.DIAMOND
        else:
            shape = Shape.CAPSULE if absorbed or node.id == flow.start else Shape.BOX
        inside = self._inside(node.inside)
        yield Symbol(
            id=node.id,
            shape=shape,
            text=node.activity,
            band=f"{node.number} · {captions.performers(flow, node)}",
            actors=(node.actor, *node.joint, *node.any_of),
            question=node.question,
            condition=node.optional,
            involves=captions.involves(flow, node),
            absorbs=absorbed.target if absorbed else None,
            remarks=captions.remarks(flow, node, self.heading.sops or {}),
            clock=captions.clock(node, flow.external),
            call=node.call is not None,
            inside=inside,
        )
        if node.id in self.blocks:
            count = sum(edge.kind is EdgeKind.FORK for edge in flow.outgoing[node.id])
            words = printed("diagram.fork", count=count)
            yield Symbol(FORK_PREFIX + node.id, Shape.BAR, words, inside=inside)

    def _reached(self, end: End) -> bool:
        """Return whether an end has a symbol: not when each arrow to it is drawn as a closing capsule."""
        arriving = [edge for edge in self.flow.edges if edge.target == end.id]
        return not arriving or any(self.absorbed.get(edge.source) is not edge for edge in arriving)

    def _inside(self, branches: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(branch for branch in branches if branch in self.branches)

    def _arrows(self) -> Iterator[Arrow]:
        told: set[str] = set()
        for edge in self.flow.edges:
            untold = edge.source in self.flow.join and edge.source not in self.shown
            if untold or self.absorbed.get(edge.source) is edge:
                continue
            if edge.kind is EdgeKind.FORK and edge.source in self.blocks:
                bar = FORK_PREFIX + edge.source
                if edge.source not in told:
                    told.add(edge.source)
                    # the forks of a step are taken together, so that one of them tells of the way to the band
                    yield Arrow(edge.source, bar, EdgeKind.NEXT, None, None, False, (edge,))
                yield Arrow(bar, edge.target, EdgeKind.FORK, None, None, False, (edge,))
            else:
                yield self._arrow(edge)

    def _arrow(self, edge: Edge) -> Arrow:
        target, back, passes = edge.target, edge.back, [edge]
        while target in self.flow.join and target not in self.shown:
            onward = self.flow.outgoing[target][0]
            passes.append(onward)
            target, back = onward.target, back or onward.back
        label = captions.label(self.flow, edge)
        return Arrow(edge.source, target, edge.kind, label, edge.answer, back, tuple(passes), edge.affirmative)


def _met(steps: list[Symbol], blocks: Mapping[str, Join]) -> Iterator[Symbol]:
    """Yield the symbols with a band after the last one of each block."""
    last = {branch.rpartition("/")[0]: index for index, symbol in enumerate(steps) for branch in symbol.inside}
    bands = {symbol.id.removeprefix(FORK_PREFIX): symbol for symbol in steps if symbol.shape is Shape.BAR}
    for index, symbol in enumerate(steps):
        yield symbol
        # of blocks that end together the inner one was opened last
        for split in reversed([split for split, end in last.items() if end == index]):
            words = printed("diagram.join", number=_number(steps, split))
            yield Symbol(blocks[split].id, Shape.BAR, words, inside=bands[split].inside)


def _number(steps: list[Symbol], split: str) -> str:
    return next((step.band or "").partition(" ")[0] for step in steps if step.id == split)


def _absorbed(flow: Flow) -> dict[str, Edge]:
    """Return the arrow whose source is drawn as the closing capsule by its source, if there is one."""
    if len(flow.ends) != 1:
        return {}
    end = flow.ends[0]
    arriving = [edge for edge in flow.edges if edge.target == end.id]
    plain = end.key == DEFAULT_END and end.text == PLAIN_END and not (end.document or end.product or end.notify)
    if not plain or len(arriving) != 1 or arriving[0].kind is not EdgeKind.NEXT:
        return {}
    return {arriving[0].source: arriving[0]} if arriving[0].source in flow.node else {}


def _closing(flow: Flow) -> dict[str, Edge]:
    """Return the arrows whose sources have no other way on than to an end, by those sources."""
    ways = ((node, flow.outgoing[node.id]) for node in flow.nodes if node.question is None)
    single = {node.id: edges[0] for node, edges in ways if len(edges) == 1}
    return {step: edge for step, edge in single.items() if edge.kind is EdgeKind.NEXT and edge.target in flow.end}


def _end(flow: Flow, end: End) -> Symbol:
    words = end.text if end.document is None else f"{end.text} ({end.document})"
    return Symbol(end.id, Shape.PLAIN, words, status=end.status, remarks=captions.end(flow, end))


def _last_first(flow: Flow) -> list[End]:
    """Return the ends, those that the last step leads to first: they continue its column without a detour."""
    last = flow.nodes[-1] if flow.nodes else None
    place = last.id if last is not None else ""
    if last is not None and last.inside:
        place = JOIN_PREFIX + last.inside[0].rpartition("/")[0]
    nearest = [edge.target for edge in flow.outgoing.get(place, ())]
    return sorted(flow.ends, key=lambda end: nearest.index(end.id) if end.id in nearest else len(nearest))


def _parties(flow: Flow) -> dict[str, Party]:
    count = {True: 0, False: 0}
    parties: dict[str, Party] = {}
    for column, (key, name) in enumerate(flow.actors.items()):
        external = key in flow.external
        parties[key] = Party(key, name, external, column, count[external])
        count[external] += 1
    return parties
