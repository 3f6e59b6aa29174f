"""Ways and tracks -> where at a symbol each arrow leaves or arrives, and how much room that takes around the symbol.

Offsets are in points from a symbol's middle. Arrows on one side keep their distance; words on an arrow stand above
its line, or beside it below a symbol, so that nothing else ever lies there. A symbol whose arrows need more side than
it has becomes higher.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sop_engine.render.diagram import Shape
from sop_engine.render.grid.plan import Size
from sop_engine.render.grid.way import Side

if TYPE_CHECKING:
    from sop_engine.render.grid.field import Field
    from sop_engine.render.grid.tracks import Tracks
    from sop_engine.render.grid.way import Way

HEAD = 6.5
"""The length of an arrow head."""
NECK = 2.5
"""How much longer than its head the last straight part of an arrow is."""
PORT = 6.0
"""Between two arrows at one side of a symbol."""
TOP_PORT = 6.0
"""Between two arrows on the top of a symbol, which must be three times as wide and more."""
PAD = 2.5
"""Around the words on an arrow."""
BEYOND = 4.0
"""From the outermost arrow at a side to the end of that side."""
MOST_SIDE = 0.65
"""How much of the height of a diamond or capsule several arrows at a side may use at most."""
LEAST_SIDE = 0.2
"""How much of it they may use even when arrows on its top are in their way."""


@dataclass(slots=True)
class Ports:
    """The room that the arrows of one symbol take; ``down`` is the height that its sides then have.

    ``up_reach`` and ``down_reach`` are how far symbol and words stretch from its middle; ``left`` and ``right`` the
    room beside it up to the channels, ``under`` and ``under_width`` that of the words right below it. ``offset`` is
    where a wire leaves (True) or arrives (False): up or down at a side, left or right on the top.
    """

    down: float
    up_reach: float = 0.0
    down_reach: float = 0.0
    left: float = 0.0
    right: float = 0.0
    under: float = 0.0
    under_width: float = 0.0
    tops: int = 0
    offset: dict[tuple[int, bool], float] = field(default_factory=dict)


def ports(
    page: Field, ways: Sequence[Way], tracks: Tracks, sizes: Sequence[Size], labels: Mapping[int, Size]
) -> list[Ports]:
    """Return the ports of every spot; ``labels`` are the sizes of the words on wires, by the number of the wire."""
    ends: list[dict[Side, list[tuple[int, bool]]]] = [{} for _ in page.spots]
    for number, (wire, way) in enumerate(zip(page.wires, ways, strict=True)):
        ends[wire.source].setdefault(way.leaves, []).append((number, True))
        ends[wire.target].setdefault(way.arrives, []).append((number, False))
    return [
        _ports(spot.shape, size, around, ways, tracks, labels)
        for spot, size, around in zip(page.spots, sizes, ends, strict=True)
    ]


def _ports(
    shape: Shape | str,
    size: Size,
    ends: Mapping[Side, list[tuple[int, bool]]],
    ways: Sequence[Way],
    tracks: Tracks,
    labels: Mapping[int, Size],
) -> Ports:
    result = Ports(size.down)
    result.offset.update(_tops(ends.get(Side.TOP, ()), ways, tracks))
    result.tops = len(result.offset)
    usable = _usable(shape, size, max(map(abs, result.offset.values()), default=0.0))
    reach = [size.down / 2, size.down / 2]
    for side in (Side.LEFT, Side.RIGHT):
        there = sorted(ends.get(side, ()), key=lambda end: _order(end, ways, tracks, side))
        if not there:
            continue
        offsets = _offsets([labels.get(number) if leaves else None for number, leaves in there])
        result.offset.update(zip(there, offsets, strict=True))
        if len(there) > 1:
            result.down = max(result.down, 2 * (max(abs(offsets[0]), abs(offsets[-1])) + BEYOND) / usable)
        room = HEAD + NECK
        for (number, leaves), offset in zip(there, offsets, strict=True):
            words = labels.get(number) if leaves else None
            if words is not None:
                room = max(room, words.across + 2 * PAD)
                reach[0] = max(reach[0], words.down + PAD - offset)
        if side is Side.LEFT:
            result.left = room
        else:
            result.right = room
    for number, leaves in ends.get(Side.BOTTOM, ()):
        words = labels.get(number) if leaves else None
        if words is not None:
            result.under = max(result.under, words.down + PAD)
            result.under_width = max(result.under_width, words.across + 2 * PAD)
    result.up_reach = max(reach[0], result.down / 2)
    result.down_reach = max(reach[1], result.down / 2)
    return result


def _usable(shape: Shape | str, size: Size, top: float) -> float:
    """Return the share of a symbol's height in which arrows may touch its sides, ``top`` being taken on its top.

    The sides of a diamond and the ends of a capsule are also its top: arrows from above and from the side share them.
    """
    if shape not in (Shape.DIAMOND, Shape.CAPSULE, Shape.PLAIN):
        return 1.0
    return max(LEAST_SIDE, min(MOST_SIDE, 1 - (top + BEYOND) / (size.across / 2)))


def _order(end: tuple[int, bool], ways: Sequence[Way], tracks: Tracks, side: Side) -> tuple[float, float]:
    """Return the order of an arrow at a side from above: those that go up first, the nearest channel outermost."""
    number, leaves = end
    legs = ways[number].legs if leaves else ways[number].legs[::-1]
    if len(legs) == 1:
        return 0.0, 0.0
    beside, onward = legs[0], legs[1]
    track = tracks.of.get((number, 1 if leaves else len(legs) - 2), 0)
    far = 100 * beside.high + track if side is Side.RIGHT else -100 * beside.low - track
    if onward.high > beside.at:
        return 1.0, -far
    return (-1.0 if onward.low < beside.at else 0.0), far


def _offsets(words: Sequence[Size | None]) -> list[float]:
    """Return the offsets of arrows at one side, from the top, the words of each above its line."""
    places = [0.0]
    for label in words[1:]:
        places.append(places[-1] + (PORT if label is None else max(PORT, label.down + 2 * PAD)))
    middle = places[-1] / 2
    return [place - middle for place in places]


def _tops(ends: Sequence[tuple[int, bool]], ways: Sequence[Way], tracks: Tracks) -> dict[tuple[int, bool], float]:
    """Return where arrows reach the top: a long one in the middle, the others at the side that they come from."""
    from_left: list[tuple[int, tuple[int, bool]]] = []
    from_right: list[tuple[int, tuple[int, bool]]] = []
    straight: list[tuple[int, bool]] = []
    for end in ends:
        legs = ways[end[0]].legs
        if not legs[-1].stub:
            straight.append(end)
        else:
            comers = from_left if legs[-2].low < legs[-1].at else from_right
            comers.append((tracks.of[end[0], len(legs) - 2], end))
    # the nearest track reaches the outermost place, so that no other comes down through it
    before = [end for _, end in sorted(from_left)]
    after = [end for _, end in sorted(from_right, reverse=True)]
    if straight:  # it comes down the middle, which leaves one place at each side
        while len(before) > len(after) + 1:
            after.insert(0, before.pop())
        while len(after) > len(before) + 1:
            before.append(after.pop(0))
    row = [*before, *straight, *after]
    middle = len(before) if straight else (len(row) - 1) / 2
    return {end: TOP_PORT * (place - middle) for place, end in enumerate(row)}
