"""Boxes and convex shapes on a page, in points: how far apart they are, and which lie near each other."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

from picture import meet

Point = tuple[float, float]
Shape = Sequence[Point]
Thing = TypeVar("Thing")

TILE = 64.0
SHORT = 1e-6


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    @property
    def centre(self) -> Point:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    @property
    def corners(self) -> Shape:
        return (self.left, self.top), (self.right, self.top), (self.right, self.bottom), (self.left, self.bottom)

    def apart(self, other: Box) -> float:
        """Return the gap between two boxes along the axis where it is widest; negative: they overlap by so much."""
        return max(other.left - self.right, self.left - other.right, other.top - self.bottom, self.top - other.bottom)

    def within(self, outer: Box, margin: float = 0.0) -> bool:
        return (
            outer.left + margin <= self.left
            and outer.top + margin <= self.top
            and self.right + margin <= outer.right
            and self.bottom + margin <= outer.bottom
        )


def around(points: Iterable[Point]) -> Box:
    across, down = zip(*points, strict=True)
    return Box(min(across), min(down), max(across), max(down))


def nearer(one: Shape, here: Box, other: Shape, there: Box, than: float) -> bool:
    """Return whether two convex shapes in their boxes come nearer than ``than`` (negative: overlap by more)."""
    return here.apart(there) < than and (
        (len(one) == 4 and len(other) == 4 and one == here.corners and other == there.corners)
        or meet(list(one), list(other), than)
    )


def inside(point: Point, shape: Shape, margin: float) -> bool:
    """Return whether a point lies in a convex shape, so far from each of its sides."""
    x, y = point
    turn = 0
    for (x1, y1), (x2, y2) in pairwise((*shape, shape[0])):
        length = math.hypot(x2 - x1, y2 - y1)
        if length < SHORT:
            continue
        away = ((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1)) / length
        side = 1 if away > 0 else -1
        if abs(away) < margin or side == -turn:
            return False
        turn = side
    return True


def distance(point: Point, shape: Shape) -> float:
    """Return how far a point is from the outline of a shape, inside or outside."""
    return min(_to_side(point, one, other) for one, other in zip(shape, [*shape[1:], shape[0]], strict=True))


def _to_side(point: Point, one: Point, other: Point) -> float:
    across, down = other[0] - one[0], other[1] - one[1]
    length = across * across + down * down
    share = ((point[0] - one[0]) * across + (point[1] - one[1]) * down) / length if length else 0.0
    share = min(1.0, max(0.0, share))
    return ((one[0] + share * across - point[0]) ** 2 + (one[1] + share * down - point[1]) ** 2) ** 0.5


class Nearby(Generic[Thing]):
    """Things by the tiles that their boxes touch."""

    def __init__(self, things: Iterable[tuple[Box, Thing]]) -> None:
        self.tiles: dict[tuple[int, int], list[tuple[int, Box, Thing]]] = defaultdict(list)
        for number, (box, thing) in enumerate(things):
            for tile in _tiles(box, 0.0):
                self.tiles[tile].append((number, box, thing))

    def near(self, box: Box, within: float) -> Iterator[Thing]:
        """Yield each thing whose box comes nearer than ``within``, once."""
        seen = set()
        for tile in _tiles(box, max(0.0, within)):
            for number, other, thing in self.tiles.get(tile, ()):
                if number not in seen:
                    seen.add(number)
                    if box.apart(other) < within:
                        yield thing


def _tiles(box: Box, more: float) -> Iterator[tuple[int, int]]:
    left, right = int((box.left - more) // TILE), int((box.right + more) // TILE)
    top, bottom = int((box.top - more) // TILE), int((box.bottom + more) // TILE)
    for across in range(left, right + 1):
        for down in range(top, bottom + 1):
            yield across, down
