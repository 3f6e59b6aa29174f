"""A region -> the longest it can take with all its returns: an upper bound that is exact where returns are nested.

Let D be the longest way to each stop along a depth-first order, and r a way against that order, from u back to v,
that a case can take c times. Whatever a case does, its way costs at most D(end) plus, for every r,
c * (cost of r + D(u) - D(v)): each way forward adds at most what D grows, each return what D falls, and the sums
telescope. Where every way to u passes v, D(u) - D(v) is the longest way from v to u, so nothing is added that cannot
happen. Steps that lie on no circle together are visited once, so a return counts only for ways through its circle.

c is the limit of an answer; for another arrow, how often the limited answers lead to its source. A circle without any
limit on it can go on for ever: it is said so, and counted once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import inf
from typing import NamedTuple

from sop_engine.circle import components
from sop_engine.flow import Edge, EdgeKind
from sop_engine.promise.path import Leg, Path, block_cost, legs, order, trace
from sop_engine.promise.region import Region, Way


class Return(NamedTuple):
    """A way back: what one round through it costs at most, and how often it can be taken (None: without end)."""

    edge: Edge
    minutes: int
    times: int | None


class Rounds(NamedTuple):
    """The longest of a region: with every return to its limit, an endless one once.

    ``beyond`` are the arrows on it that only a passed deadline or a used-up limit leads along.
    """

    minutes: int
    legs: tuple[Leg, ...]
    returns: tuple[Return, ...]
    beyond: tuple[Edge, ...] = ()

    @property
    def endless(self) -> bool:
        """Return whether some return has no limit."""
        return any(each.times is None for each in self.returns)

    @property
    def path(self) -> Path:
        """Return it as a way, without its returns."""
        return Path(self.minutes, self.legs)


def longest(region: Region, blocks: Mapping[str, Rounds]) -> Rounds | None:
    """Return the longest way to any final of a region, with all its returns; None when none can be reached."""
    paths = {join: rounds.path for join, rounds in blocks.items()}
    bound = _Bound(region, paths, {join for join, rounds in blocks.items() if rounds.endless})
    known = [final for final in region.finals if final in bound.at]
    if not known:
        return None
    last = max(known, key=lambda final: bound.at[final])
    ways = trace(bound.came, last)
    circles = {bound.circle[stop] for stop in (region.start, *(way.target for way in ways))}
    returns = [each for circle in bound.returns if circle in circles for each in bound.returns[circle]]
    for way in ways:
        returns += blocks[way.block].returns if way.block is not None else ()
    # what goes on for ever beside the longest way goes on for ever all the same
    passed = {way.block: None for found in region.ways.values() for way in found if way.block is not None}
    elsewhere = (*bound.returns.values(), *(blocks[join].returns for join in passed))
    returns += [each for found in elsewhere for each in found if each.times is None]
    passed_by = [*ways, *(way for circle in bound.around if circle in circles for way in bound.around[circle])]
    beyond = [way.edge for way in passed_by if not way.ordinary]
    for way in passed_by:
        beyond += blocks[way.block].beyond if way.block is not None else ()
    once = tuple(dict.fromkeys(returns))
    return Rounds(bound.at[last], legs(ways, lambda way: way.worst, paths), once, tuple(dict.fromkeys(beyond)))


def wider(branches: Sequence[Rounds]) -> Rounds:
    """Return what a block takes: its longest branch, and the endless returns of the others."""
    most = max(branches, key=lambda each: each.minutes)
    others = [each for branch in branches if branch is not most for each in branch.returns if each.times is None]
    return Rounds(most.minutes, most.legs, (*most.returns, *others), most.beyond)


class _Bound:
    """The potentials D of a region, circle by circle, and the returns of each circle."""

    def __init__(self, region: Region, paths: Mapping[str, Path], endless: set[str]) -> None:
        self.region, self.paths, self.endless = region, paths, endless
        stops = order(region, lambda _: True)
        self.rank = {stop: number for number, stop in enumerate(stops)}
        targets = {stop: [way.target for way in region.ways.get(stop, ())] for stop in stops}
        self.circle = components(targets)
        free = {stop: [way.target for way in region.ways.get(stop, ()) if way.limit is None] for stop in stops}
        self.unlimited = components(free)
        self.laborious = self._laborious(stops)
        self.uses = self._uses(stops)
        self.at: dict[str, int] = {region.start: 0}
        self.came: dict[str, Way | None] = {region.start: None}
        self.returns: dict[int, list[Return]] = {}
        self.around: dict[int, list[Way]] = {}
        """The ways of each circle that a case goes along when it goes round."""
        members: dict[int, list[str]] = {}
        for stop in stops:
            members.setdefault(self.circle[stop], []).append(stop)
        # components are found last first
        for circle in reversed(dict.fromkeys(self.circle.values())):
            self._visit(members[circle])

    def _cost(self, way: Way) -> int:
        return way.worst + block_cost(way, self.paths)

    def _within(self, way: Way) -> bool:
        return self.circle[way.source] == self.circle[way.target]

    def _backward(self, way: Way) -> bool:
        return self.rank[way.target] <= self.rank[way.source]

    def _laborious(self, stops: list[str]) -> set[int]:
        """Return the circles of unlimited ways on which the office spends time, known or not."""
        return {
            self.unlimited[stop]
            for stop in stops
            for way in self.region.ways.get(stop, ())
            if way.limit is None
            and self.unlimited[stop] == self.unlimited[way.target]
            and (self._cost(way) or not way.weight.known or way.block in self.endless)
        }

    def _uses(self, stops: list[str]) -> dict[str, float]:
        """Return how often a case can come to each stop at most, as far as limited answers alone lead there."""
        entering: dict[str, list[Way]] = {stop: [] for stop in stops}
        for stop in stops:
            for way in self.region.ways.get(stop, ()):
                entering[way.target].append(way)
        uses: dict[str, float] = {}
        for stop in stops:
            uses[stop] = inf if stop == self.region.start else 0
            for way in entering[stop]:
                here = inf if self._backward(way) else uses[way.source]
                uses[stop] += min(here, inf if way.limit is None else way.limit)
        return uses

    def _visit(self, stops: list[str]) -> None:
        """Settle the stops of one circle, then lead on from it with its returns added."""
        for stop in stops:
            for way in self.region.ways.get(stop, ()):
                if self._within(way) and not self._backward(way):
                    self._offer(way, 0)
        found = self._returns(stops)
        more = sum(each.minutes * (1 if each.times is None else each.times) for each in found)
        self.returns[self.circle[stops[0]]] = found
        self.around[self.circle[stops[0]]] = self._gone_round(stops)
        for stop in stops:
            for way in self.region.ways.get(stop, ()):
                if not self._within(way):
                    self._offer(way, more)

    def _offer(self, way: Way, more: int) -> None:
        total = self.at[way.source] + self._cost(way) + more
        if total > self.at.get(way.target, -1):
            self.at[way.target], self.came[way.target] = total, way

    def _returns(self, stops: list[str]) -> list[Return]:
        inside = [way for stop in stops for way in self.region.ways.get(stop, ()) if self._within(way)]
        limits = {(way.edge.source, way.edge.answer): way.limit for way in inside if way.limit is not None}
        rounds: dict[tuple[str, str, str, str | None], Return] = {}
        for way in inside:
            if self._backward(way):
                minutes = self._cost(way) + self.at[way.source] - self.at[way.target]
                key = (way.edge.source, way.edge.target, way.edge.kind, way.edge.answer)
                once = Return(way.edge, minutes, self._times(way, sum(limits.values())))
                rounds[key] = _joined(rounds[key], once) if key in rounds else once
        return [each for each in rounds.values() if each.minutes > 0 or each.times is None]

    def _gone_round(self, stops: list[str]) -> list[Way]:
        inside = [way for stop in stops for way in self.region.ways.get(stop, ()) if self._within(way)]
        if all(way.ordinary and way.block is None for way in inside):
            return []  # nothing on it is ever asked for
        found: dict[Way, None] = {}
        for way in inside:
            if self._backward(way) and self._cost(way) + self.at[way.source] > self.at[way.target]:
                found[way] = None
                before = self.came[way.source] if way.source != way.target else None
                while before is not None and self._within(before) and before not in found:
                    found[before] = None
                    before = self.came[before.source] if before.source != way.target else None
        return list(found)

    def _times(self, way: Way, limits: int) -> int | None:
        if way.limit is not None:
            return way.limit
        same = self.unlimited[way.source] == self.unlimited[way.target]
        if same and self.unlimited[way.source] in self.laborious:
            return None
        uses = self.uses[way.source]
        # between two uses that cost something a limited answer is given
        return limits + 1 if uses == inf else int(uses)


def _joined(one: Return, other: Return) -> Return:
    """Return an arrow that leaves two stops of one step as one: a limit holds for both together."""
    times = None
    if one.times is not None and other.times is not None:
        times = one.times if one.edge.kind is EdgeKind.ANSWER and one.edge.limit else one.times + other.times
    return Return(one.edge, max(one.minutes, other.minutes), times)
