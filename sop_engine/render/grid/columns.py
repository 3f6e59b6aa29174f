"""Routed pages -> the columns that they share: their borders and centres, and which tracks lie before each border.

A column is as wide as its symbols, the words on their arrows and its share of the channels ask for; what is left over
goes to the narrowest columns first, and a symbol stands in the middle of its column where there is room for that.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from sop_engine.render.grid.field import PENTAGON
from sop_engine.render.grid.measure import BORDER, CONNECTOR, size_of

if TYPE_CHECKING:
    from sop_engine.render.grid.layout import Spec
    from sop_engine.render.grid.measure import Routed


BAR_END = 6.0
"""How far a bar reaches over the centre of its last column, if that has no symbol of more."""


EDGE = 4.0
"""From the border of a column to the nearest track of its channel."""
CENTRING = 24.0
"""How much wider than it needs to be a column becomes at most, only to have its symbols in the middle."""
CLEAR = 2.5
"""From the last track of a channel to the room around a symbol."""


class Columns(NamedTuple):
    """``halves`` are half the widths of the widest symbols.

    Of the tracks at a border, ``before`` counts those that lie before it; ``edges`` are how far from it they begin,
    before it and after it.
    """

    borders: list[float]
    centres: list[float]
    halves: list[float]
    before: list[int]
    edges: list[tuple[float, float]]

    def track_at(self, number: int, track: int, apart: float) -> float:
        """Return where a track lies beside the border of its channel."""
        border, before, (left, right) = self.borders[number], self.before[number], self.edges[number]
        if track < before:
            return border - left - (before - 1 - track) * apart
        return border + right + (track - before) * apart


def columns(count: int, pages: Sequence[Routed], spec: Spec) -> Columns:
    """Return the columns that some pages share."""
    most = [max((page.tracks.channels.get(2 * number, 0) for page in pages), default=0) for number in range(count + 1)]
    before = [(number + 1) // 2 for number in most]
    before[0], before[-1] = 0, most[-1]
    half, left, right = _around(count, pages, spec)
    lead = [_beside(most[each] - before[each], spec) + left[each] for each in range(count)]
    trail = [_beside(before[each + 1], spec) + right[each] for each in range(count)]
    widths = _widths(half, lead, trail, spec)
    borders, centres = [0.0], []
    for each, width in enumerate(widths):
        middle = min(max(width / 2, lead[each] + half[each]), width - trail[each] - half[each])
        centres.append(borders[-1] + middle)
        borders.append(borders[-1] + width)
    free = [
        (centre - begin - lead[each] - half[each], end - centre - trail[each] - half[each])
        for each, (centre, (begin, end)) in enumerate(zip(centres, pairwise(borders), strict=True))
    ]
    far = [0.0, *(right for _, right in free)], [*(left for left, _ in free), 0.0]
    edges = [(_edge(left, spec), _edge(right, spec)) for left, right in zip(*far, strict=True)]
    return Columns(borders, centres, half, before, edges)


def _edge(free: float, spec: Spec) -> float:
    """Return how far from a border its tracks begin, beside which so much is free: in the middle of it, if near."""
    return spec.edge + max(0.0, min(spec.drift, free / 2))


def _around(count: int, pages: Sequence[Routed], spec: Spec) -> tuple[list[float], list[float], list[float]]:
    """Return half the width of the symbols of each column, and what their arrows need at the left and the right."""
    half, under, told = [0.0] * count, [0.0] * count, [0.0] * count
    left, right = [BORDER] * count, [BORDER] * count
    for page in pages:
        for spot, port in zip(page.field.spots, page.ports, strict=True):
            wide = BAR_END if spot.bar else size_of(spot, spec).across / 2
            for column in spot.columns:
                half[column] = max(half[column], wide)
            left[spot.left] = max(left[spot.left], port.left)
            right[spot.right] = max(right[spot.right], port.right)
            under[spot.main] = max(under[spot.main], port.under_width)
            if spot.shape == PENTAGON and spec.beside:
                told[spot.main] = CONNECTOR.across / 2 + spec.beside
    for each, middle in enumerate(half):
        left[each] = max(left[each], told[each] - middle)
        right[each] = max(right[each], under[each] - middle, told[each] - middle)
    return half, left, right


def _beside(count: int, spec: Spec) -> float:
    """Return the room of some tracks beside a border, up to where a symbol's own room begins."""
    return spec.edge + (count - 1) * spec.track + CLEAR if count else 0.0


def _widths(half: Sequence[float], lead: Sequence[float], trail: Sequence[float], spec: Spec) -> list[float]:
    """Return the widths of the columns: first what they need, then what centres their symbols, then alike."""
    needs = list(map(sum, zip(lead, half, half, trail, strict=True)))
    least = list(map(max, needs, spec.least))
    rest = spec.width - sum(least)
    if rest <= 0:
        return least
    centred = [2 * (max(each) + middle) for middle, *each in zip(half, lead, trail, strict=True)]
    missing = [min(CENTRING, max(0.0, wanted - has)) for wanted, has in zip(centred, least, strict=True)]
    share = min(1.0, rest / sum(missing)) if any(missing) else 0.0
    least = [has + share * lacks for has, lacks in zip(least, missing, strict=True)]
    level = _level(least, spec.width)
    return [max(each, level) for each in least]


def _level(least: Sequence[float], width: float) -> float:
    """Return the width up to which narrow columns can grow, so that all together take ``width`` or what they need."""
    rest, count = width, len(least)
    for each in sorted(least, reverse=True):
        if each <= rest / count:
            return rest / count
        rest -= each
        count -= 1
    return 0.0
