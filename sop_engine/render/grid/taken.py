"""What the ways found so far take of a page: centre lines, sides and tops of symbols, and places to be crossed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sop_engine.render.grid.field import beside, centre, span
from sop_engine.render.grid.way import Leg, Side, Way

if TYPE_CHECKING:
    from sop_engine.render.grid.field import Field, Wire


class Taken:
    """Remembers ways, and forgets them again."""

    def __init__(self, field: Field) -> None:
        self.field = field
        self.left_below: set[int] = set()
        """Symbols that an arrow leaves below."""
        self.sides = [[0] * len(Side) for _ in field.spots]
        """How many arrows leave or reach each side of a spot."""
        self.lying: list[list[Leg]] = [[] for _ in range(3 * field.rows)]
        self.standing: list[list[Leg]] = [[] for _ in range(2 * field.columns + 1)]
        self._centres = [0] * (2 * field.columns + 1)
        for spot in field.spots:
            if not spot.bar and spot.left < spot.right:  # the line between joint actors is better not crossed either
                joint = Leg(down=False, at=beside(spot.row), low=centre(spot.left), high=centre(spot.right))
                self.lying[joint.at].append(joint)

    def take(self, wire: Wire, way: Way, by: int) -> None:
        """Remember a way (``by`` 1) or forget it again (-1)."""
        for leg in way.legs:
            places = self.standing[leg.at] if leg.down else self.lying[leg.at]
            if by > 0:
                places.append(leg)
            else:
                places.remove(leg)
            if leg.down and leg.at % 2 and not leg.stub:
                self._centres[leg.at] ^= span(leg.low, leg.high)
        if way.leaves is Side.BOTTOM and not self.field.spots[wire.source].bar:
            (self.left_below.add if by > 0 else self.left_below.remove)(wire.source)
        self.sides[wire.source][way.leaves] += by
        self.sides[wire.target][way.arrives] += by

    def crossings(self, legs: tuple[Leg, ...]) -> int:
        """Return how many other arrows some legs cross."""
        count = 0
        for leg in legs:
            others = self.lying if leg.down else self.standing
            for there in range(leg.low, leg.high + 1):
                for other in others[there]:
                    if other.low < leg.at < other.high:
                        count += 1
        return count

    def clear(self, place: int, low: int, high: int) -> bool:
        """Return whether a leg can run on a place: nothing is closed there, and no other leg on a centre line."""
        taken = self.field.closed[place] | (self._centres[place] if place % 2 else 0)
        return not taken or not taken & (span(low, high) if low < high else span(high, low))
