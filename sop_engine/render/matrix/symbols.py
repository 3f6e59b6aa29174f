"""The width of a column -> the sizes of the symbols of a matrix, in points: all of one size on all pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sop_engine.render.diagram import Shape
from sop_engine.render.grid.plan import Size

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sop_engine.render.grid.plan import Item

SYMBOL_SHARE = 0.62
"""How much of its column a symbol takes across."""
SYMBOL_LEAST, SYMBOL_MOST = 13.0, 54.0
"""The narrowest and the widest symbol."""
BOX_HEIGHT, DIAMOND_HEIGHT, BAR_HEIGHT = 17.0, 23.0, 8.0
"""The heights of symbols; a capsule is as high as a box. Many arrows at one side make a symbol higher."""
BOX_SHARE, DIAMOND_SHARE = 0.75, 0.9
"""A symbol is no higher than this share of its width, so that a box lies and a capsule is no ball."""
DIAMOND_WIDER = 1.1
"""The width of a diamond, in that of a box."""


def across(equal: float) -> float:
    """Return the width of a symbol in columns that are ``equal`` wide."""
    return min(max(equal * SYMBOL_SHARE, SYMBOL_LEAST), SYMBOL_MOST)


def sizes(items: Iterable[Item], equal: float) -> dict[str, Size]:
    """Return the size of each symbol in columns that are ``equal`` wide."""
    wide = across(equal)
    diamond = Size(wide * DIAMOND_WIDER, min(DIAMOND_HEIGHT, wide * DIAMOND_SHARE))
    box = Size(wide, min(BOX_HEIGHT, wide * BOX_SHARE))
    shapes = {Shape.DIAMOND: diamond, Shape.BAR: Size(wide, BAR_HEIGHT)}
    return {item.id: shapes.get(item.shape, box) for item in items}
