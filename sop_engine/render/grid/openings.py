"""Field and what is taken -> every way that is open for a wire, those with the fewest legs first.

A way always exists: the outermost channels are never closed, and every symbol has a side toward each of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING

from sop_engine.render.grid.field import PENTAGON, above, below, beside, centre, channel, span
from sop_engine.render.grid.way import Leg, Side, Way, across, down

if TYPE_CHECKING:
    from sop_engine.render.grid.field import Field, Spot, Wire
    from sop_engine.render.grid.taken import Taken

MOST_ON_TOP = 3
"""How many arrows may reach the top of a symbol."""


class Openings:
    """Finds the ways that are open on one page."""

    def __init__(self, field: Field, taken: Taken) -> None:
        self.field = field
        self.taken = taken

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
        return any(other.low <= leg.high and leg.low <= other.high for other in self.taken.lying[leg.at])

    def ways(self, wire: Wire) -> Iterator[Way]:
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
            places = [] if wire.source in self.taken.left_below else [centre(source.main)]
        return [place for place in places if self.taken.clear(place, below(source.row), below(source.row))]

    def _tops(self, wire: Wire, source: Spot, target: Spot) -> list[int]:
        """Return the places at which an arrow can reach the top of its target."""
        if not target.bar:
            return [centre(target.main)] if self.taken.sides[wire.target][Side.TOP] < MOST_ON_TOP else []
        wanted = (centre(source.main), channel(source.left), channel(source.right + 1))
        places = [place for place in wanted if centre(target.left) <= place <= centre(target.right)]
        places = places or [centre(target.left), centre(target.right)]
        return [place for place in places if self.taken.clear(place, above(target.row), above(target.row))]

    def _channels(self, source: Spot, target: Spot) -> list[int]:
        numbers = (source.right + 1, source.left, target.right + 1, target.left, 0, self.field.columns)
        return [channel(number) for number in dict.fromkeys(numbers)]

    def _onward(self, wire: Wire, bottoms: list[int], tops: list[int]) -> Iterator[Way]:
        """Yield the ways to a lower row that need no channel: straight, with one bend, with two."""
        source, target = self.field.spots[wire.source], self.field.spots[wire.target]
        low, high = below(source.row), above(target.row)
        for place in bottoms:
            if place in tops and self.taken.clear(place, low, high):
                yield Way((down(place, low, high),), Side.BOTTOM, Side.TOP)
        for place in tops:
            leaves = self._side(source, place)
            if leaves is not None and self.taken.clear(place, beside(source.row), high):
                start = across(beside(source.row), _edge(source, leaves), place)
                yield Way((start, down(place, beside(source.row), high)), leaves, Side.TOP)
        for place in bottoms:
            arrives = self._side(target, place)
            if arrives is not None and self.taken.clear(place, low, beside(target.row)):
                end = across(beside(target.row), place, _edge(target, arrives))
                yield Way((down(place, low, beside(target.row)), end), Side.BOTTOM, arrives)
        for place in bottoms:
            for top in tops:
                if place == top:
                    continue
                if self.taken.clear(top, low, high):
                    legs = (down(place, low, low), across(low, place, top), down(top, low, high))
                    yield Way(legs, Side.BOTTOM, Side.TOP)
                if self.taken.clear(place, low, high):
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
            if leaves is None or arrives is None or not self.taken.clear(place, beside(source.row), beside(target.row)):
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
            if leaves is None or not self.taken.clear(place, beside(source.row), high):
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
            if arrives is None or not self.taken.clear(place, low, beside(target.row)):
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
            if place not in (bottom, top) and self.taken.clear(place, low, high):
                start = (down(bottom, low, low), across(low, bottom, place))
                end = (down(place, low, high), across(high, place, top), self._onto(wire, top))
                yield Way((*start, *end), Side.BOTTOM, Side.TOP)


def _edge(spot: Spot, side: Side) -> int:
    """Return the place of the outermost symbol at a side."""
    return centre(spot.right if side is Side.RIGHT else spot.left)
