"""Routed pages -> the columns that they share: their borders and centres, and which tracks lie before each border.

A column is as wide as its symbols, the words on their arrows and its share of the channels ask for; what is left over
goes to the narrowest columns first, and a symbol stands in the middle of its column where there is room for that.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from sop_engine.render.grid.measure import BORDER, size_of

if TYPE_CHECKING:
    from sop_engine.render.grid.layout import Spec
    from sop_engine.render.grid.measure import Routed


BAR_END = 6.0
"""How far a bar reaches over the centre of its last column, if that has no symbol of more."""


class Columns(NamedTuple):
    """``halves`` are half the widths of the widest symbols; ``before`` counts the tracks that lie before a border."""

    borders: list[float]
    centres: list[float]
    halves: list[float]
    before: list[int]


def columns(count: int, pages: Sequence[Routed], spec: Spec) -> Columns:
    """Return the borders and centres of the columns, and how far before each border its first track lies."""
    most = [max((page.tracks.channels.get(2 * number, 0) for page in pages), default=0) for number in range(count + 1)]
    before = [
        0 if number == 0 else tracks_ if number == count else (tracks_ + 1) // 2 for number, tracks_ in enumerate(most)
    ]
    half, left, right, under = ([0.0] * count for _ in range(4))
    for page in pages:
        for spot, port in zip(page.field.spots, page.ports, strict=True):
            wide = BAR_END if spot.bar else size_of(spot, spec).across / 2
            for column in spot.columns:
                half[column] = max(half[column], wide)
            left[spot.left] = max(left[spot.left], port.left)
            right[spot.right] = max(right[spot.right], port.right)
            under[spot.main] = max(under[spot.main], port.under_width)
    lead = [max(left[each], BORDER) + (most[each] - before[each]) * spec.track for each in range(count)]
    trail = [
        max(right[each], under[each] - half[each], BORDER) + before[each + 1] * spec.track for each in range(count)
    ]
    needs = [lead[each] + 2 * half[each] + trail[each] for each in range(count)]
    least = [max(need, wanted) for need, wanted in zip(needs, spec.least, strict=True)]
    wide_enough = _level(least, spec.width)
    borders, centres = [0.0], []
    for each in range(count):
        width = max(least[each], wide_enough)
        middle = min(max(width / 2, lead[each] + half[each]), width - trail[each] - half[each])
        centres.append(borders[-1] + middle)
        borders.append(borders[-1] + width)
    return Columns(borders, centres, half, before)


def _level(least: Sequence[float], width: float) -> float:
    """Return the width up to which narrow columns can grow, so that all together take ``width`` or what they need."""
    rest, count = width, len(least)
    for each in sorted(least, reverse=True):
        if each <= rest / count:
            return rest / count
        rest -= each
        count -= 1
    return 0.0
