"""The outlines of the symbols: where a line at some distance from the middle meets them. Sizes in points."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from sop_engine.render.diagram import Shape

if TYPE_CHECKING:
    from sop_engine.render.grid.plan import Size

ROUND = 21.0
"""The largest radius of the round ends of a capsule."""
POINT = 0.38
"""The share of a pentagon's height that is its point."""


def side(shape: Shape | str, size: Size, offset: float) -> float:
    """Return how far the outline is from the middle to the side, ``offset`` above or below it."""
    half, tall = size.across / 2, size.down / 2
    match shape:
        case Shape.DIAMOND:
            return half * (1 - abs(offset) / tall)
        case Shape.CAPSULE | Shape.PLAIN:
            round_ = min(half, tall, ROUND)
            beyond = max(0.0, abs(offset) - (tall - round_))
            return half - round_ + sqrt(max(0.0, round_ * round_ - beyond * beyond))
        case _:
            return half


def top(shape: Shape | str, size: Size, offset: float) -> float:
    """Return how far the outline is from the middle upward or downward, ``offset`` beside it."""
    half, tall = size.across / 2, size.down / 2
    match shape:
        case Shape.DIAMOND:
            return tall * (1 - abs(offset) / half)
        case Shape.CAPSULE | Shape.PLAIN:
            round_ = min(half, tall, ROUND)
            beyond = max(0.0, abs(offset) - (half - round_))
            return tall - round_ + sqrt(max(0.0, round_ * round_ - beyond * beyond))
        case _:
            return tall
