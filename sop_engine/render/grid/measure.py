"""Field -> a page with its ways, its tracks and the heights of its rows, before anything has a place.

Rows are as high as their words or as their symbols and arrows ask for; symbols stand in the middle of their rows where
the arrows leave them there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sop_engine.render.grid.field import PENTAGON, above, below
from sop_engine.render.grid.plan import Size
from sop_engine.render.grid.ports import HEAD, NECK, Ports, ports
from sop_engine.render.grid.route import route
from sop_engine.render.grid.tracks import Tracks, tracks
from sop_engine.render.grid.way import Way

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sop_engine.render.grid.field import Field, Spot
    from sop_engine.render.grid.layout import Spec

BORDER = 3.0
"""From the border of a column or row to what is nearest to it."""
TAIL = 5.5
"""From the bottom of a symbol, or of the words below it, to the first arrow that turns there."""
CONNECTOR = Size(15.0, 16.0)
"""The pentagon that connects pages."""


class RowRoom(NamedTuple):
    """The height of a row and, from its top, the middle of its symbol and the first tracks above and below that.

    ``foot`` is where symbol and words beside it end.
    """

    height: float
    middle: float
    above: float
    below: float
    foot: float


class Routed(NamedTuple):
    """A page with its ways and the room of its rows."""

    field: Field
    ways: list[Way]
    tracks: Tracks
    ports: list[Ports]
    rows: list[RowRoom]

    @property
    def height(self) -> float:
        """Return how high the page's rows are together."""
        return sum(row.height for row in self.rows)

    @property
    def row_heights(self) -> list[float]:
        """Return the heights of the grid's own rows, without the strips of connectors."""
        first, after = self.field.strips
        return [row.height for row in self.rows[first : len(self.rows) - after]]


class Ways(NamedTuple):
    """A page with its ways, which no size changes."""

    field: Field
    ways: list[Way]
    tracks: Tracks


def led(page: Field) -> Ways:
    """Return a page with its ways."""
    ways = route(page)
    return Ways(page, ways, tracks(ways))


def routed(known: Ways, spec: Spec) -> Routed:
    """Return a page with its ways and the room of its rows."""
    page, ways, on = known
    sizes = [size_of(spot, spec) for spot in page.spots]
    labels = {number: spec.labels[wire.link] for number, wire in enumerate(page.wires) if says(page, number, spec)}
    there = ports(page, ways, on, sizes, labels)
    return Routed(page, ways, on, there, _rows(page, on, there, spec))


def says(page: Field, number: int, spec: Spec) -> bool:
    """Return whether there are words on an arrow, and on this page: they stand where it leaves its source."""
    wire = page.wires[number]
    return wire.link in spec.labels and page.spots[wire.source].shape != PENTAGON


def size_of(spot: Spot, spec: Spec) -> Size:
    """Return the size of what stands at a spot."""
    return CONNECTOR if spot.shape == PENTAGON else spec.sizes[spot.key]


def _rows(page: Field, on: Tracks, there: Sequence[Ports], spec: Spec) -> list[RowRoom]:
    """Find how high each row is, and where in it the middle of its symbol is."""
    ports_of: list[list[Ports]] = [[] for _ in range(page.rows)]
    for spot, port in zip(page.spots, there, strict=True):
        ports_of[spot.row].append(port)
    return [_row(page, row, ports_of[row], on, spec) for row in range(page.rows)]


def _row(page: Field, row: int, there: Sequence[Ports], on: Tracks, spec: Spec) -> RowRoom:
    up_reach = max((port.up_reach for port in there), default=0.0)
    down_reach = max((port.down_reach for port in there), default=0.0)
    over, under = on.gaps.get(above(row), 0), on.gaps.get(below(row), 0)
    to_above = up_reach + HEAD + NECK
    to_below = down_reach + max((port.under for port in there), default=0.0) + (TAIL if under else BORDER)
    before = up_reach + BORDER
    if over:
        before = to_above + (over - 1) * spec.track + BORDER
    elif any(port.tops for port in there):
        before = to_above
    after = to_below + ((under - 1) * spec.track + BORDER if under else 0.0)
    first, last = page.strips[0], page.rows - page.strips[1]
    least = spec.rows[page.first + row - first] if first <= row < last else 0.0
    height = max(least, before + after)
    middle = min(max(height / 2, before), height - after)
    # what is left over lies on both sides of the tracks
    over_room, under_room = (middle - before) / 2, (height - after - middle) / 2
    return RowRoom(height, middle, middle - to_above - over_room, middle + to_below + under_room, middle + down_reach)
