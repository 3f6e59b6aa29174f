"""A region -> its shortest way, and its longest one without returns. Exact, in time that grows with its size.

Shortest ways by Dijkstra (all costs are 0 or more); longest ones along a topological order, which exists because ways
forward never lead back (``Edge.back``). A block costs what its longest branch costs, whichever way is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from heapq import heappop, heappush
from itertools import count
from typing import NamedTuple

from sop_engine.promise.region import Region, Way


class Leg(NamedTuple):
    """One step on a way, with its working minutes; ``known``: it says a time, or needs none."""

    step: str
    minutes: int
    known: bool


class Path(NamedTuple):
    """A way through a region: its working minutes, and its steps in order (of a block, the longest branch)."""

    minutes: int
    legs: tuple[Leg, ...]


NO_WAY = Path(0, ())

Cost = Callable[[Way], int]
Blocks = Mapping[str, Path]


def shortest(region: Region, finals: Sequence[str], cost: Cost, blocks: Blocks) -> Path | None:
    """Return the way to one of ``finals`` that costs least; None when none can be reached."""
    came: dict[str, Way | None] = {}
    turn = count()
    heap: list[tuple[int, int, str, Way | None]] = [(0, next(turn), region.start, None)]
    while heap:
        minutes, _, stop, way = heappop(heap)
        if stop in came:
            continue
        came[stop] = way
        if stop in finals:
            return Path(minutes, legs(trace(came, stop), cost, blocks))
        for onward in region.ways.get(stop, ()):
            if onward.ordinary:
                total = minutes + cost(onward) + block_cost(onward, blocks)
                heappush(heap, (total, next(turn), onward.target, onward))
    return None


class Reach(NamedTuple):
    """How long it takes at most to come to each stop without returns, and by which way."""

    at: dict[str, int]
    came: dict[str, Way | None]


def reach(region: Region, cost: Cost, blocks: Blocks) -> Reach:
    """Return the longest ways without returns to every stop. Of equal ones the first declared is kept."""
    at: dict[str, int] = {region.start: 0}
    came: dict[str, Way | None] = {region.start: None}
    for stop in order(region, lambda way: way.forward):
        for way in region.ways.get(stop, ()):
            if way.forward:
                total = at[stop] + cost(way) + block_cost(way, blocks)
                if total > at.get(way.target, -1):
                    at[way.target], came[way.target] = total, way
    return Reach(at, came)


def farthest(reached: Reach, finals: Sequence[str], cost: Cost, blocks: Blocks) -> Path | None:
    """Return the longest of the ways to ``finals``; None when none can be reached."""
    known = [final for final in finals if final in reached.at]
    if not known:
        return None
    last = max(known, key=lambda final: reached.at[final])
    return Path(reached.at[last], legs(trace(reached.came, last), cost, blocks))


def order(region: Region, allowed: Callable[[Way], bool]) -> list[str]:
    """Return the stops that ``allowed`` ways reach, in reverse postorder: topological where these have no circle."""
    done: list[str] = []
    seen = {region.start}
    path = [(region.start, iter(region.ways.get(region.start, ())))]
    while path:
        stop, onward = path[-1]
        for way in onward:
            if way.target not in seen and allowed(way):
                seen.add(way.target)
                path.append((way.target, iter(region.ways.get(way.target, ()))))
                break
        else:
            done.append(stop)
            path.pop()
    return done[::-1]


def block_cost(way: Way, blocks: Blocks) -> int:
    """Return what the block on a way costs, beside the step before it."""
    return blocks[way.block].minutes if way.block is not None else 0


def trace(came: Mapping[str, Way | None], stop: str) -> list[Way]:
    """Return the ways by which a stop was reached, in order."""
    found = []
    way = came[stop]
    while way is not None:
        found.append(way)
        way = came[way.source]
    return found[::-1]


def legs(ways: Sequence[Way], cost: Cost, blocks: Blocks) -> tuple[Leg, ...]:
    """Return the steps of some ways, those of the longest branch of a block after its split."""
    found: list[Leg] = []
    for way in ways:
        if way.step is not None:
            found.append(Leg(way.step, cost(way), way.weight.known))
        if way.block is not None:
            found += blocks[way.block].legs
    return tuple(found)
