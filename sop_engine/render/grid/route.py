"""Field -> the way of each wire, as legs between places: few bends, few crossings, nothing run over.

A leg lies on one place and spans others; legs of a wire turn by turns run across and down. What must never happen
cannot: a leg beside a symbol meets no other symbol of its row, one on a centre line no symbol and no other leg there,
and in the channels and gaps every leg gets a track of its own (:mod:`.tracks`). Of the ways that are open
(:mod:`.openings`) the cheapest is taken, the short wires first. The prices have the length of half a column for a unit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sop_engine.render.diagram import Shape
from sop_engine.render.grid.openings import Openings
from sop_engine.render.grid.taken import Taken
from sop_engine.render.grid.way import Side

if TYPE_CHECKING:
    from sop_engine.render.grid.field import Field, Wire
    from sop_engine.render.grid.way import Way

BEND = 6.0
"""The price of a bend."""
CROSSING = 9.0
"""The price of crossing another arrow."""
LEVEL = 1.6 / 3
"""The price of the length of a level, of which a row has three."""
LEFT_RETURN = 2.5
"""Returns leave at the right, unless that costs more than this."""
ANSWER_BELOW = 2.0
"""The answer that goes on leaves below and the others at the sides, unless that costs more than this."""
ASKED_FROM_ABOVE = 7.0
"""Work comes to a decision from above, so that its sides are free for answers, unless that costs more than this."""
BUSY_SIDE = 3.0
"""The price of a side, for every arrow that is already there."""
BUSY_TOP = 5.0
"""The price of a top, for every arrow that is already there."""


def route(field: Field) -> list[Way]:
    """Return the way of each wire of a field, in their order."""
    return _Router(field).ways()


class _Router:
    """Leads one wire after the other, the cheapest way that is open."""

    def __init__(self, field: Field) -> None:
        self.field = field
        self.taken = Taken(field)
        self.openings = Openings(field, self.taken)

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
            if self.taken.crossings(found[number].legs):
                self.taken.take(wires[number], found[number], -1)
                found[number] = self._lead(wires[number])
        return [found[number] for number in range(len(wires))]

    def _lead(self, wire: Wire) -> Way:
        best, least = None, float("inf")
        shortest = self._shortest(wire)
        for way in self.openings.ways(wire):
            cost = BEND * (len(way.legs) - 1)
            if cost + shortest >= least:
                break  # ways come with more and more bends, and none is shorter than this
            cost += self._taste(wire, way)
            for leg in way.legs:
                cost += (leg.high - leg.low) * (LEVEL if leg.down else 1.0)
            if cost < least:
                cost += CROSSING * self.taken.crossings(way.legs)
                if cost < least:
                    best, least = way, cost
        assert best is not None, "the outermost channels are never closed"
        self.taken.take(wire, best, 1)
        return best

    def _shortest(self, wire: Wire) -> float:
        """Return what no way of a wire falls short of: from below its source to above its target, or the other way."""
        source, target = self.field.spots[wire.source], self.field.spots[wire.target]
        aside = max(0, target.left - source.right, source.left - target.right)
        return 2 * aside + LEVEL * max(0, 3 * abs(target.row - source.row) - 2)

    def _taste(self, wire: Wire, way: Way) -> float:
        sides = self.taken.sides
        cost = BUSY_SIDE * sides[wire.source][way.leaves]
        cost += (BUSY_TOP if way.arrives is Side.TOP else BUSY_SIDE) * sides[wire.target][way.arrives]
        if wire.back and way.leaves is Side.LEFT:
            cost += LEFT_RETURN
        if not wire.back and way.arrives is not Side.TOP and self.field.spots[wire.target].shape is Shape.DIAMOND:
            cost += ASKED_FROM_ABOVE
        if self.field.spots[wire.source].shape is Shape.DIAMOND:
            cost += ANSWER_BELOW if wire.onward != (way.leaves is Side.BOTTOM) else 0
        return cost
