"""Field -> the way of each wire, as legs between places: few bends, few crossings, nothing run over.

A leg lies on one place and spans others; legs of a wire turn by turns run across and down. What must never happen
cannot: a leg beside a symbol meets no other symbol of its row, one on a centre line no symbol and no other leg there,
and in the channels and gaps every leg gets a track of its own (:mod:`.tracks`). A way always exists, for the outermost
channels are never closed. Of the ways that are open the cheapest is taken, the short wires first.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from itertools import product
from typing import NamedTuple

from sop_engine.render.diagram import Shape
from sop_engine.render.grid.field import PENTAGON, Field, Spot, Wire, above, below, beside, centre, channel, span

BEND = 6.0
CROSSING = 9.0
ROW = 1.6  # the length of a row, where that of half a column is 1
LEFT_RETURN = 2.5  # returns run at the right of what they return from, unless that costs more than this
ANSWER_BELOW = 2.0  # the answer that goes on leaves below, the others at the sides
ASKED_FROM_ABOVE = 7.0  # work comes to a decision from above, so that its sides are free for answers
BUSY_SIDE = 3.0  # for every arrow that is already there
BUSY_TOP = 5.0
MOST_ON_TOP = 3  # arrows that may reach the top of a symbol


class Side(Enum):
    """Where an arrow leaves or reaches a symbol."""

    TOP = "top"
    LEFT = "left"
    RIGHT = "right"
    BOTTOM = "bottom"


class Leg(NamedTuple):
    """A straight part of a way: at a place (or level), from ``low`` to ``high`` levels (or places).

    A ``stub`` is the short leg onto the top of a symbol that leaves its centre line to others.
    """

    down: bool
    at: int
    low: int
    high: int
    stub: bool = False


class Way(NamedTuple):
    """The way of a wire: its legs from the source to the target, and where it leaves and arrives."""

    legs: tuple[Leg, ...]
    leaves: Side
    arrives: Side


def across(level: int, one: int, other: int) -> Leg:
    """Return a leg along a level between two places."""
    return Leg(False, level, min(one, other), max(one, other))


def down(place: int, one: int, other: int, *, stub: bool = False) -> Leg:
    """Return a leg on a place between two levels."""
    return Leg(True, place, min(one, other), max(one, other), stub)


def route(field: Field) -> list[Way]:
    """Return the way of each wire of a field, in their order."""
    return _Router(field).ways()


class _Router:
    """Leads one wire after the other, and remembers what they have taken."""

    def __init__(self, field: Field) -> None:
        self.field = field
        self.used = [0] * (2 * field.columns + 1)
        self.left_below: set[int] = set()
        self.tops = [0] * len(field.spots)
        self.sides: dict[tuple[int, Side], int] = {}
        self.lying: list[list[Leg]] = [[] for _ in range(3 * field.rows)]
        self.standing: list[list[Leg]] = [[] for _ in range(2 * field.columns + 1)]

    def ways(self) -> list[Way]:
        """Lead every wire, the shortest first, and those that cross others once more when all are there."""
        wires, spots = self.field.wires, self.field.spots

        def length(number: int) -> tuple[bool, int, int, int]:
            source, target = spots[wires[number].source], spots[wires[number].target]
            rows, columns = target.row - source.row, abs(target.main - source.main)
            return rows <= 0, abs(rows), columns, number

        order = sorted(range(len(wires)), key=length)
        found: dict[int, Way] = {}
        for number in order:
            found[number] = self._lead(wires[number])
        for number in order:
            if self._crossings(found[number].legs):
                self._take(wires[number], found[number], -1)
                found[number] = self._lead(wires[number])
        return [found[number] for number in range(len(wires))]

    def _lead(self, wire: Wire) -> Way:
        best, least = None, float("inf")
        for way in self._open(wire):
            cost = BEND * (len(way.legs) - 1)
            if cost >= least:
                break  # ways come with more and more bends
            cost += self._taste(wire, way) + sum(
                (leg.high - leg.low) * (ROW / 3 if leg.down else 1.0) for leg in way.legs
            )
            if cost < least:
                cost += CROSSING * self._crossings(way.legs)
                if cost < least:
                    best, least = way, cost
        assert best is not None, "the outermost channels are never closed"
        self._take(wire, best, 1)
        return best

    def _taste(self, wire: Wire, way: Way) -> float:
        cost = BUSY_SIDE * self.sides.get((wire.source, way.leaves), 0)
        if way.arrives is Side.TOP:
            cost += BUSY_TOP * self.tops[wire.target]
        else:
            cost += BUSY_SIDE * self.sides.get((wire.target, way.arrives), 0)
        if wire.back and way.leaves is Side.LEFT:
            cost += LEFT_RETURN
        if not wire.back and way.arrives is not Side.TOP and self.field.spots[wire.target].shape is Shape.DIAMOND:
            cost += ASKED_FROM_ABOVE
        if self.field.spots[wire.source].shape is Shape.DIAMOND:
            cost += ANSWER_BELOW if wire.onward != (way.leaves is Side.BOTTOM) else 0
        return cost

    def _crossings(self, legs: tuple[Leg, ...]) -> int:
        count = 0
        for leg in legs:
            others = self.lying if leg.down else self.standing
            for there in range(leg.low, leg.high + 1):
                for other in others[there]:
                    if other.low < leg.at < other.high:
                        count += 1
        return count

    def _take(self, wire: Wire, way: Way, by: int) -> None:
        """Remember a way (``by`` 1) or forget it again (-1)."""
        for leg in way.legs:
            places = self.standing[leg.at] if leg.down else self.lying[leg.at]
            if by > 0:
                places.append(leg)
            else:
                places.remove(leg)
            if leg.down and leg.at % 2 and not leg.stub:
                self.used[leg.at] ^= span(leg.low, leg.high)
        if way.leaves is Side.BOTTOM and not self.field.spots[wire.source].bar:
            (self.left_below.add if by > 0 else self.left_below.remove)(wire.source)
        self.sides[wire.source, way.leaves] = self.sides.get((wire.source, way.leaves), 0) + by
        if way.arrives is Side.TOP:
            self.tops[wire.target] += by
        else:
            self.sides[wire.target, way.arrives] = self.sides.get((wire.target, way.arrives), 0) + by

    def _clear(self, place: int, low: int, high: int) -> bool:
        taken = self.field.closed[place] | (self.used[place] if place % 2 else 0)
        return not taken & span(min(low, high), max(low, high))

    def _side(self, spot: Spot, place: int) -> Side | None:
        """Return the side from which a leg reaches a place without meeting another symbol; None: neither."""
        taken = self.field.taken[spot.row]
        if place > centre(spot.right):
            side, passed = Side.RIGHT, span(spot.right + 1, (place - 1) // 2)
        elif place < centre(spot.left):
            side, passed = Side.LEFT, span(place // 2, spot.left - 1)
        else:
            return None
        if taken & passed or (spot.shape == PENTAGON and self._runs_beside(spot, side, place)):
            return None
        return side

    def _runs_beside(self, spot: Spot, side: Side, place: int) -> bool:
        """Return whether the arrow of another connector in the same strip runs there."""
        leg = across(beside(spot.row), _edge(spot, side), place)
        return any(other.low <= leg.high and leg.low <= other.high for other in self.lying[leg.at])

    def _open(self, wire: Wire) -> Iterator[Way]:
        """Yield the ways that are open for a wire, those with the fewest legs first."""
        source, target = self.field.spots[wire.source], self.field.spots[wire.target]
        bottoms, tops = self._bottoms(wire, source, target), self._tops(wire, source, target)
        if target.row > source.row:
            yield from self._onward(wire, bottoms, tops)
        channels = self._channels(source, target)
        same = wire.source == wire.target
        if not same:
            yield from self._around(source, target, channels)
        yield from self._to_top(wire, tops, channels)
        yield from self._from_bottom(wire, bottoms, channels)
        yield from self._from_bottom_to_top(wire, bottoms, tops, channels)
        if same and not tops:
            yield from self._around(source, target, channels)

    def _bottoms(self, wire: Wire, source: Spot, target: Spot) -> list[int]:
        """Return the places at which an arrow can leave below its source; one is enough for a symbol."""
        if source.bar:
            wanted = (centre(target.main), channel(target.left), channel(target.right + 1))
            places = [place for place in wanted if centre(source.left) <= place <= centre(source.right)]
            places = places or [centre(source.left), centre(source.right)]
        else:
            places = [] if wire.source in self.left_below else [centre(source.main)]
        return [place for place in places if self._clear(place, below(source.row), below(source.row))]

    def _tops(self, wire: Wire, source: Spot, target: Spot) -> list[int]:
        """Return the places at which an arrow can reach the top of its target."""
        if not target.bar:
            return [centre(target.main)] if self.tops[wire.target] < MOST_ON_TOP else []
        wanted = (centre(source.main), channel(source.left), channel(source.right + 1))
        places = [place for place in wanted if centre(target.left) <= place <= centre(target.right)]
        places = places or [centre(target.left), centre(target.right)]
        return [place for place in places if self._clear(place, above(target.row), above(target.row))]

    def _channels(self, source: Spot, target: Spot) -> list[int]:
        numbers = (source.right + 1, source.left, target.right + 1, target.left, 0, self.field.columns)
        return [channel(number) for number in dict.fromkeys(numbers)]

    def _onward(self, wire: Wire, bottoms: list[int], tops: list[int]) -> Iterator[Way]:
        """Yield the ways to a lower row that need no channel: straight, with one bend, with two."""
        source, target = self.field.spots[wire.source], self.field.spots[wire.target]
        low, high = below(source.row), above(target.row)
        for place in bottoms:
            if place in tops and self._clear(place, low, high):
                yield Way((down(place, low, high),), Side.BOTTOM, Side.TOP)
        for place in tops:
            leaves = self._side(source, place)
            if leaves is not None and self._clear(place, beside(source.row), high):
                start = across(beside(source.row), _edge(source, leaves), place)
                yield Way((start, down(place, beside(source.row), high)), leaves, Side.TOP)
        for place in bottoms:
            arrives = self._side(target, place)
            if arrives is not None and self._clear(place, low, beside(target.row)):
                end = across(beside(target.row), place, _edge(target, arrives))
                yield Way((down(place, low, beside(target.row)), end), Side.BOTTOM, arrives)
        for place in bottoms:
            for top in tops:
                if place == top:
                    continue
                if self._clear(top, low, high):
                    legs = (down(place, low, low), across(low, place, top), down(top, low, high))
                    yield Way(legs, Side.BOTTOM, Side.TOP)
                if self._clear(place, low, high):
                    onto = self._onto(wire, top)
                    yield Way((down(place, low, high), across(high, place, top), onto), Side.BOTTOM, Side.TOP)

    def _onto(self, wire: Wire, top: int) -> Leg:
        """Return the last leg onto the top of a target: a symbol has room for some beside its centre line."""
        target = self.field.spots[wire.target]
        return down(top, above(target.row), above(target.row), stub=not target.bar)

    def _around(self, source: Spot, target: Spot, channels: list[int]) -> Iterator[Way]:
        """Yield the ways from side to side through one channel."""
        for place in channels:
            leaves, arrives = self._side(source, place), self._side(target, place)
            if leaves is None or arrives is None or not self._clear(place, beside(source.row), beside(target.row)):
                continue
            start = across(beside(source.row), _edge(source, leaves), place)
            end = across(beside(target.row), place, _edge(target, arrives))
            yield Way((start, down(place, beside(source.row), beside(target.row)), end), leaves, arrives)

    def _to_top(self, wire: Wire, tops: list[int], channels: list[int]) -> Iterator[Way]:
        """Yield the ways from a side through one channel that come down on the target."""
        source, target = self.field.spots[wire.source], self.field.spots[wire.target]
        high = above(target.row)
        for place in channels:
            leaves = self._side(source, place)
            if leaves is None or not self._clear(place, beside(source.row), high):
                continue
            start = across(beside(source.row), _edge(source, leaves), place)
            for top in tops:
                if place != top:
                    end = (down(place, beside(source.row), high), across(high, place, top), self._onto(wire, top))
                    yield Way((start, *end), leaves, Side.TOP)

    def _from_bottom(self, wire: Wire, bottoms: list[int], channels: list[int]) -> Iterator[Way]:
        """Yield the ways that leave below the source and come through one channel to a side of the target."""
        source, target = self.field.spots[wire.source], self.field.spots[wire.target]
        low = below(source.row)
        for place in channels:
            arrives = self._side(target, place)
            if arrives is None or not self._clear(place, low, beside(target.row)):
                continue
            end = across(beside(target.row), place, _edge(target, arrives))
            for bottom in bottoms:
                if bottom != place:
                    start = (down(bottom, low, low), across(low, bottom, place))
                    yield Way((*start, down(place, low, beside(target.row)), end), Side.BOTTOM, arrives)

    def _from_bottom_to_top(
        self, wire: Wire, bottoms: list[int], tops: list[int], channels: list[int]
    ) -> Iterator[Way]:
        """Yield the ways that leave below the source and come through one channel down on the target."""
        source, target = self.field.spots[wire.source], self.field.spots[wire.target]
        low, high = below(source.row), above(target.row)
        for place, bottom, top in product(channels, bottoms, tops):
            if place not in (bottom, top) and self._clear(place, low, high):
                start = (down(bottom, low, low), across(low, bottom, place))
                end = (down(place, low, high), across(high, place, top), self._onto(wire, top))
                yield Way((*start, *end), Side.BOTTOM, Side.TOP)


def _edge(spot: Spot, side: Side) -> int:
    """Return the place of the outermost symbol at a side."""
    return centre(spot.right if side is Side.RIGHT else spot.left)
