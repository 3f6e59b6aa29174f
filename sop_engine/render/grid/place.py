"""Routed page and columns -> Page: coordinates for every symbol, arrow, word and connector."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from sop_engine.render.grid import outline
from sop_engine.render.grid.field import PENTAGON
from sop_engine.render.grid.layout import Course, Page, Pentagon, Placed, Row, Words
from sop_engine.render.grid.measure import CONNECTOR, says, size_of
from sop_engine.render.grid.plan import Size
from sop_engine.render.grid.ports import PAD
from sop_engine.render.grid.way import Leg, Side, Way

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sop_engine.render.grid.columns import Columns
    from sop_engine.render.grid.field import Spot
    from sop_engine.render.grid.layout import Point, Points, Spec
    from sop_engine.render.grid.measure import Routed
    from sop_engine.render.grid.plan import Grid, Link


class Placer:
    """Gives what is routed on one page its coordinates."""

    def __init__(self, grid: Grid, spec: Spec, page: Routed, shared: Columns, letters: Mapping[int, str]) -> None:
        self.grid = grid
        self.spec = spec
        self.routed = page
        self.letters = letters
        self.columns = shared
        self.centres, self.halves = shared.centres, shared.halves
        self.tops = [0.0]
        for row in page.rows:
            self.tops.append(self.tops[-1] + row.height)
        self.item = {item.id: item for item in grid.items}

    def page(self) -> Page:
        """Return the page."""
        field_, ways = self.routed.field, self.routed.ways
        arrows, words = [], []
        for number, (wire, way) in enumerate(zip(field_.wires, ways, strict=True)):
            link = self.grid.links[wire.link]
            points = self._points(number, way)
            arrows.append(Course(wire.link, link, points, self.letters.get(wire.link)))
            if says(field_, number, self.spec):
                words.append(self._words(number, way, points, link))
        return Page(
            tuple(self._row(number) for number in range(field_.rows)),
            self.tops[-1],
            tuple(placed for number, spot in enumerate(field_.spots) for placed in self._placed(number, spot)),
            tuple(joint for spot in field_.spots for joint in self._joints(spot)),
            tuple(arrows),
            tuple(words),
            tuple(self._connectors()),
        )

    def _row(self, number: int) -> Row:
        field_ = self.routed.field
        before, after = field_.strips
        strip = number < before or number >= field_.rows - after
        index = None if strip else field_.first + number - before
        return Row(index, self.tops[number], self.routed.rows[number].height)

    def _middle(self, row: int) -> float:
        return self.tops[row] + self.routed.rows[row].middle

    def _extent(self, number: int, spot: Spot) -> tuple[float, Size]:
        """Return the middle and the size of a symbol in its main column; a bar reaches over all of its columns."""
        size = size_of(spot, self.spec)
        down = self.routed.ports[number].down
        if not spot.bar:
            return self.centres[spot.main], Size(size.across, down)
        left = self.centres[spot.left] - self.halves[spot.left]
        right = self.centres[spot.right] + self.halves[spot.right]
        return (left + right) / 2, Size(right - left, down)

    def _placed(self, number: int, spot: Spot) -> list[Placed]:
        if spot.shape == PENTAGON:
            return []
        item, y = self.item[spot.key], self._middle(spot.row)
        x, size = self._extent(number, spot)
        if spot.bar:
            return [Placed(item, 0, x, y, size)]
        return [Placed(item, index, self.centres[column], y, size) for index, column in enumerate(item.columns)]

    def _joints(self, spot: Spot) -> list[tuple[str, Points]]:
        if spot.bar or spot.left == spot.right:
            return []
        half, y = self.spec.sizes[spot.key].across / 2, self._middle(spot.row)
        centres = [self.centres[column] for column in sorted(self.item[spot.key].columns)]
        return [(spot.key, ((one + half, y), (other - half, y))) for one, other in pairwise(centres)]

    def _connectors(self) -> list[Pentagon]:
        field_ = self.routed.field
        found = []
        for wire in field_.wires:
            for end, out in ((wire.target, True), (wire.source, False)):
                spot = field_.spots[end]
                if spot.shape == PENTAGON:
                    x, y = self.centres[spot.main], self._middle(spot.row)
                    found.append(
                        Pentagon(self.letters[wire.link], out, wire.link, self.grid.links[wire.link], x, y, CONNECTOR)
                    )
        return found

    def _points(self, number: int, way: Way) -> Points:
        """Return the corners of a way: where one leg turns into the next, between its two ends."""
        wire = self.routed.field.wires[number]
        start = self._end(number, wire.source, way.leaves, way.legs[0], leaves=True)
        tip = self._end(number, wire.target, way.arrives, way.legs[-1], leaves=False)
        corners = [start]
        places = [self._coordinate(number, part, leg, way, start, tip) for part, leg in enumerate(way.legs)]
        for (one, here), (_, there) in pairwise(zip(way.legs, places, strict=True)):
            corners.append((here, there) if one.down else (there, here))
        return (*corners, tip)

    def _coordinate(self, number: int, part: int, leg: Leg, way: Way, start: Point, tip: Point) -> float:
        """Return the x of a leg that runs down, the y of one that runs across."""
        if part == 0:
            return start[0] if leg.down else start[1]
        if part == len(way.legs) - 1:
            return tip[0] if leg.down else tip[1]
        track = self.routed.tracks.of.get((number, part))
        if leg.down:
            return self._across(leg.at, track)
        assert track is not None
        row, side = divmod(leg.at, 3)
        room = self.routed.rows[row]
        if side == 0:
            return self.tops[row] + room.above - track * self.spec.track
        return self.tops[row] + room.below + track * self.spec.track

    def _across(self, place: int, track: int | None) -> float:
        """Return the x of a centre line, or of a track in a channel: tracks stand on both sides of the border."""
        number, odd = divmod(place, 2)
        if odd:
            return self.centres[number]
        assert track is not None
        return self.columns.track_at(number, track, self.spec.track)

    def _end(self, number: int, spot_number: int, side: Side, leg: Leg, *, leaves: bool) -> Point:
        """Return where an arrow touches the outline of a symbol."""
        spot = self.routed.field.spots[spot_number]
        x, size = self._extent(spot_number, spot)
        y = self._middle(spot.row)
        offset = self.routed.ports[spot_number].offset.get((number, leaves), 0.0)
        if side in (Side.LEFT, Side.RIGHT):
            if not spot.bar:
                x = self.centres[spot.right if side is Side.RIGHT else spot.left]
            far = outline.side(spot.shape, size, offset)
            return (x + far if side is Side.RIGHT else x - far), y + offset
        at = x + offset
        if spot.bar:
            part = 0 if leaves else len(self.routed.ways[number].legs) - 1
            at = self._across(leg.at, self.routed.tracks.of.get((number, part)))
        far = size.down / 2 if spot.bar else outline.top(spot.shape, size, offset)
        return at, y + far if side is Side.BOTTOM else y - far

    def _words(self, number: int, way: Way, points: Points, link: Link) -> Words:
        wire = self.routed.field.wires[number]
        size = self.spec.labels[wire.link]
        spot = self.routed.field.spots[wire.source]
        if way.leaves is Side.BOTTOM:
            x = points[0][0] + PAD + size.across / 2
            foot = self.tops[spot.row] + self.routed.rows[spot.row].foot
            return Words(wire.link, link, x, foot + PAD / 2 + size.down / 2, size)
        centre, extent = self._extent(wire.source, spot)
        y = points[0][1] - PAD / 2 - size.down / 2
        if way.leaves is Side.RIGHT:
            centre = centre if spot.bar else self.centres[spot.right]
            return Words(wire.link, link, centre + extent.across / 2 + PAD + size.across / 2, y, size)
        centre = centre if spot.bar else self.centres[spot.left]
        return Words(wire.link, link, centre - extent.across / 2 - PAD - size.across / 2, y, size)
