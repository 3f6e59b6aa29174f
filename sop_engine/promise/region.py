"""A flow -> its regions: the whole procedure, and each parallel branch by itself, as stops with ways between them.

A flow is block-structured, so a block is one way from its split to its join, and every region is a plain graph. A
stop is a step, a join or an end. A step whose clock or deadline depends on the answer that led there has a stop of its
own for that answer. What a way costs is what happens at its source: nothing when the step is skipped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from sop_engine.flow import Edge, EdgeKind, Flow, Whose
from sop_engine.promise.weight import Weight, weigh
from sop_engine.promise.worktime import WorkingTime

Inside = tuple[str, ...]
"""The parallel branches around a region, the outermost first; empty for the procedure itself."""


class Way(NamedTuple):
    """A way between two stops: the arrow, what the step at its source costs, and the block it passes through.

    ``late`` is the deadline in working minutes when the way is taken because that has passed.
    """

    source: str
    target: str
    edge: Edge
    weight: Weight
    step: str | None
    late: int = 0
    block: str | None = None

    @property
    def ordinary(self) -> bool:
        """Return whether neither a deadline that has passed nor a limit that is reached leads this way."""
        return self.edge.kind not in (EdgeKind.LATE, EdgeKind.LIMIT)

    @property
    def forward(self) -> bool:
        """Return whether an ordinary case takes this way, without return."""
        return self.ordinary and not self.edge.back

    @property
    def limit(self) -> int | None:
        """Return how often a case may take this way; None when nothing bounds it."""
        return self.edge.limit if self.edge.kind is EdgeKind.ANSWER else None

    @property
    def worst(self) -> int:
        """Return the most that the step itself costs on this way."""
        return max(self.weight.worst, self.late)


@dataclass(frozen=True)
class Region:
    """One graph: its ways by source in declaration order, and the stops where it is left, in the order of the flow."""

    start: str
    ways: dict[str, tuple[Way, ...]]
    finals: tuple[str, ...]
    place: dict[str, str]
    """The step, join or end of each stop."""


@dataclass(frozen=True)
class Regions:
    """All the regions of a flow. ``branches`` names those of each join, in the order of its branches."""

    whole: Region
    inner: dict[Inside, Region]
    branches: dict[str, tuple[Inside, ...]]

    def without(self, left_out: Callable[[Way], bool]) -> Regions:
        """Return the same regions without some of their ways."""

        def thinned(region: Region) -> Region:
            kept = {stop: tuple(way for way in ways if not left_out(way)) for stop, ways in region.ways.items()}
            return replace(region, ways=kept)

        inner = {inside: thinned(region) for inside, region in self.inner.items()}
        return Regions(thinned(self.whole), inner, self.branches)

    def deepest_first(self) -> Iterable[tuple[Inside, Region]]:
        """Return the parallel branches, those inside others before them."""
        return sorted(self.inner.items(), key=lambda item: -len(item[0]))


def regions(flow: Flow, working: WorkingTime, *, complete: bool) -> Regions | None:
    """Return the regions of a flow, or None when it has no step.

    ``complete``: time is promised from a complete file on, so returns to the submission start it anew and are left out.
    """
    if flow.start not in flow.node:
        return None
    survey = _Survey(flow, working, flow.submission if complete else frozenset())
    branches: dict[str, tuple[Inside, ...]] = {}
    inner: dict[Inside, Region] = {}
    for join in flow.joins:
        firsts = [edge.target for edge in flow.outgoing[join.split] if edge.kind is EdgeKind.FORK]
        names = tuple(flow.node[first].inside for first in firsts)
        branches[join.id] = names
        inner.update({name: survey.region(first, (join.id,)) for name, first in zip(names, firsts, strict=True)})
    return Regions(survey.region(flow.start, tuple(flow.end)), inner, branches)


@dataclass(frozen=True)
class _Survey:
    flow: Flow
    working: WorkingTime
    submission: frozenset[str]
    awaited: frozenset[tuple[str, str]] = field(init=False)
    """The answers with a deadline of their own that leads somewhere."""

    def __post_init__(self) -> None:
        awaited = frozenset(edge.via for edge in self.flow.edges if edge.via is not None)
        object.__setattr__(self, "awaited", awaited)

    def region(self, start: str, finals: tuple[str, ...]) -> Region:
        """Return the graph that begins at ``start`` and is left at ``finals``."""
        ways: dict[str, tuple[Way, ...]] = {}
        place = {start: start}
        waiting: list[tuple[str, str, Edge | None]] = [(start, start, None)]
        while waiting:
            stop, at, entered = waiting.pop()
            if stop in ways or at in finals or at in self.flow.end:
                continue
            found = []
            for edge, block in self._arrows(at, entered):
                goal = self._stop(edge) if block is None else edge.target
                found.append(self._way(stop, at, edge, block, goal, entered))
                if goal not in place:
                    place[goal] = edge.target
                    waiting.append((goal, edge.target, edge if goal != edge.target else None))
            ways[stop] = tuple(found)
        return Region(start, ways, tuple(final for final in finals if final in place), place)

    def _arrows(self, at: str, entered: Edge | None) -> Iterable[tuple[Edge, str | None]]:
        """Yield the arrows that leave a place, and the join of the block that lies on the way there."""
        forked = False
        for edge in self.flow.outgoing[at]:
            if self._anew(edge) or (edge.via is not None and edge.via != _answer(entered)):
                continue
            if edge.kind is EdgeKind.FORK:
                if not forked:
                    join = f"join:{at}"
                    yield Edge(at, join, EdgeKind.NEXT), join
                forked = True
            else:
                yield edge, None

    def _anew(self, edge: Edge) -> bool:
        if not edge.back or edge.target not in self.submission:
            return False
        return (edge.clock or self.flow.node[edge.target].clock) is not Whose.OFFICE

    def _stop(self, edge: Edge) -> str:
        """Return the stop to which an arrow leads: one of its own when clock or deadline depend on the answer."""
        node = self.flow.node.get(edge.target)
        own = node is not None and edge.clock is not None and edge.clock is not node.clock
        return f"{edge.target}\0{edge.source}\0{edge.answer}" if own or _answer(edge) in self.awaited else edge.target

    def _way(self, stop: str, at: str, edge: Edge, block: str | None, goal: str, entered: Edge | None) -> Way:
        node = self.flow.node.get(at)
        if node is None or edge.kind is EdgeKind.SKIP:
            return Way(stop, goal, edge, _NOTHING, None, block=block)
        clock = entered.clock if entered is not None and entered.clock is not None else node.clock
        late = 0
        if edge.kind is EdgeKind.LATE and edge.within is not None and clock is Whose.OFFICE:
            late = self.working.span(edge.within).minutes
        return Way(stop, goal, edge, weigh(node, clock, self.working), at, late, block)


_NOTHING = Weight(0, 0, 0, False, True, True)


def _answer(edge: Edge | None) -> tuple[str, str] | None:
    if edge is None or edge.answer is None or edge.kind is not EdgeKind.ANSWER:
        return None
    return edge.source, edge.answer
