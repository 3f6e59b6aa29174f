"""A flow -> how long it takes: shortest, usual, without returns, longest, and when each step begins. Working minutes.

What the four mean is told in ``docs/semantics.md``. Steps without a time count nothing and are named: the figures are
then lower bounds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from sop_engine.flow import EdgeKind, EndStatus, Flow, Node, Whose
from sop_engine.promise.path import NO_WAY, Path, Reach, farthest, reach, shortest
from sop_engine.promise.region import Inside, Region, Regions, Way, regions
from sop_engine.promise.rounds import Rounds, longest, wider
from sop_engine.promise.weight import Weight, weigh
from sop_engine.promise.worktime import WorkingTime


@dataclass(frozen=True)
class Measured:
    """How long a procedure takes its office.

    ``shortest``: best times, optional steps skipped, to an end that serves. ``usual``: usual times, optional steps
    done, no return, the longest such way to an end that serves. ``straight``: the same with worst times, to any end.
    ``longest``: worst times, every return to its limit, every deadline used up; an upper bound. What makes it long is
    told by ``returned``, ``unexhausted`` and ``lapsed``, which leave some of that out.
    """

    flow: Flow
    working: WorkingTime
    shortest: Path
    usual: Path
    straight: Path
    longest: Rounds
    begins: Mapping[str, int]
    """Of each step that can be reached without return, the working minute in which it begins at the latest usually."""
    parts: Regions = field(repr=False, compare=False)

    @cached_property
    def returned(self) -> Rounds:
        """Return the longest with every return to its limit, when no deadline passes."""
        return self._at_most(lambda way: way.edge.kind is EdgeKind.LATE)

    @cached_property
    def unexhausted(self) -> Rounds:
        """Return the longest with every return, when no deadline passes and no limit is used up."""
        return self._at_most(lambda way: not way.ordinary)

    @cached_property
    def lapsed(self) -> Rounds:
        """Return the longest when deadlines pass, without any other return."""
        return self._at_most(lambda way: way.edge.kind is not EdgeKind.LATE and not way.forward)

    def lapsing(self, step: str, *, returned: bool) -> Rounds:
        """Return the longest when of all deadlines only those of one step pass, with all returns or without any."""

        def left_out(way: Way) -> bool:
            if way.edge.kind is EdgeKind.LATE:
                return way.edge.source != step
            return not returned and not way.forward

        return self._at_most(left_out)

    def _at_most(self, left_out: Callable[[Way], bool]) -> Rounds:
        # of less there is never more; the bound alone, which depends on the order of the ways, could say so
        found = _longest(self.parts.without(left_out)) or self.longest
        return min(found, self.longest, key=lambda each: (each.endless, each.minutes))

    @cached_property
    def counted(self) -> tuple[Node, ...]:
        """Return the steps during which the office's clock runs."""
        return tuple(node for node in self.flow.nodes if node.clock is Whose.OFFICE)

    @cached_property
    def unknown(self) -> tuple[Node, ...]:
        """Return those of them that say no time."""
        return tuple(node for node in self.counted if node.time is None and node.times is None)

    @property
    def exact(self) -> bool:
        """Return whether no time had to be converted by convention."""
        return all(self.weight(node).exact for node in self.counted)

    def weight(self, node: Node) -> Weight:
        """Return what a step costs when it is not entered by an answer with a clock of its own."""
        return weigh(node, node.clock, self.working)


def measure(flow: Flow, working: WorkingTime, *, complete: bool) -> Measured | None:
    """Return how long a flow takes; None when it has no step or no end can be reached.

    ``complete``: the time is promised from a complete file on (see :func:`sop_engine.promise.region.regions`).
    """
    parts = regions(flow, working, complete=complete)
    if parts is None:
        return None
    served = tuple(end for end in parts.whole.finals if flow.end[end].status is EndStatus.FINISHED)
    serving = served or parts.whole.finals
    quick = _blocks(parts, lambda region, blocks: shortest(region, region.finals, _best, blocks))
    usual, begins = _usual(parts)
    straight = _blocks(
        parts, lambda region, blocks: farthest(reach(region, _worst, blocks), region.finals, _worst, blocks)
    )
    reached = reach(parts.whole, _usually, usual)
    found = (
        shortest(parts.whole, serving, _best, quick),
        farthest(reached, serving, _usually, usual) or farthest(reached, parts.whole.finals, _usually, usual),
        farthest(reach(parts.whole, _worst, straight), parts.whole.finals, _worst, straight),
    )
    most = _longest(parts)
    if found[0] is None or found[1] is None or found[2] is None or most is None:
        return None
    return Measured(flow, working, found[0], found[1], found[2], most, _starts(parts, begins, reached), parts)


def _longest(parts: Regions) -> Rounds | None:
    rounds: dict[str, Rounds] = {}
    inner: dict[Inside, Rounds] = {}
    for join, inside, region in _bottom_up(parts):
        inner[inside] = longest(region, rounds) or Rounds(0, (), ())
        rounds[join] = wider([inner[name] for name in parts.branches[join] if name in inner])
    return longest(parts.whole, rounds)


def _best(way: Way) -> int:
    return way.weight.best


def _usually(way: Way) -> int:
    return way.weight.usual


def _worst(way: Way) -> int:
    return way.weight.worst


def _bottom_up(parts: Regions) -> list[tuple[str, Inside, Region]]:
    """Return the parallel branches with their joins, those inside others before them."""
    join_of = {inside: join for join, branches in parts.branches.items() for inside in branches}
    return [(join_of[inside], inside, region) for inside, region in parts.deepest_first()]


def _blocks(parts: Regions, way: Callable[[Region, Mapping[str, Path]], Path | None]) -> dict[str, Path]:
    """Return what each block takes: the longest of its branches."""
    blocks = dict.fromkeys(parts.branches, NO_WAY)
    for join, _, region in _bottom_up(parts):
        found = way(region, blocks) or NO_WAY
        blocks[join] = _longer(blocks[join], found)
    return blocks


def _longer(one: Path, other: Path) -> Path:
    # of branches that take the same known time, the one with more steps
    return max(one, other, key=lambda path: (path.minutes, len(path.legs)))


def _usual(parts: Regions) -> tuple[dict[str, Path], dict[Inside, Reach]]:
    reaches: dict[Inside, Reach] = {}
    blocks = dict.fromkeys(parts.branches, NO_WAY)
    for join, inside, region in _bottom_up(parts):
        reaches[inside] = reach(region, _usually, blocks)
        found = farthest(reaches[inside], region.finals, _usually, blocks) or NO_WAY
        blocks[join] = _longer(blocks[join], found)
    return blocks, reaches


def _starts(parts: Regions, inner: Mapping[Inside, Reach], whole: Reach) -> dict[str, int]:
    """Return when each step begins, from the outermost region inwards."""
    opens: dict[str, int] = {}
    begins = _in_region(parts.whole, whole, 0, opens)
    for join, inside, region in reversed(_bottom_up(parts)):
        if join in opens:
            begins.update(_in_region(region, inner[inside], opens[join], opens))
    return begins


def _in_region(region: Region, reached: Reach, offset: int, opens: dict[str, int]) -> dict[str, int]:
    """Return when the steps of a region begin, and note in ``opens`` when its blocks do, by their joins."""
    begins: dict[str, int] = {}
    for stop, minutes in reached.at.items():
        place = region.place[stop]
        begins[place] = max(begins.get(place, 0), minutes + offset)
        for way in region.ways.get(stop, ()):
            if way.block is not None:
                opens[way.block] = max(opens.get(way.block, 0), minutes + offset + way.weight.usual)
    return begins
