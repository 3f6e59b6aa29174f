"""What a grid is laid out for and what comes of it: room, sizes and words in; pages with places out. All in points.

A page's coordinates begin at the upper left corner of its first row.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sop_engine.render.grid.plan import Item, Link, Size

Point = tuple[float, float]
Points = tuple[Point, ...]

TRACK = 5.0
"""Between two arrows in one channel or gap."""
EDGE = 4.0
"""From the border of a column to the nearest track of its channel."""


@dataclass(frozen=True, slots=True)
class Spec:
    """What there is room for. ``width`` is for all columns together, ``room`` the height for the rows of one page.

    ``least`` is the least width of each column, ``rows`` the least height of each row of the grid; ``sizes`` are those
    of the symbols by id (of a bar only ``down`` counts), ``labels`` those of words on arrows by the index of the link.
    ``tail`` must be left below the last row of the last page. Without ``paged`` there is one page, however high.
    ``beside`` is kept free at both sides of a connector. Tracks stand ``edge`` from the border of a column, and up to
    ``drift`` farther where there is room.
    """

    width: float
    least: tuple[float, ...]
    rows: tuple[float, ...]
    room: float
    sizes: Mapping[str, Size]
    labels: Mapping[int, Size]
    tail: float = 0.0
    paged: bool = True
    track: float = TRACK
    beside: float = 0.0
    edge: float = EDGE
    drift: float = 0.0


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the grid by its index, or a strip of connectors (None)."""

    index: int | None
    top: float
    height: float


@dataclass(frozen=True, slots=True)
class Placed:
    """A symbol around its middle; ``column`` counts the columns of its item, so that joint actors have one each."""

    item: Item
    column: int
    x: float
    y: float
    size: Size


@dataclass(frozen=True, slots=True)
class Course:
    """An arrow from the outline of its source (or connector) to the tip; ``index`` is that of its link."""

    index: int
    link: Link
    points: Points
    letter: str | None


@dataclass(frozen=True, slots=True)
class Words:
    """The room for the words on an arrow, around its middle."""

    index: int
    link: Link
    x: float
    y: float
    size: Size


@dataclass(frozen=True, slots=True)
class Pentagon:
    """A connector around its middle; ``out`` where the arrow leaves the page."""

    letter: str
    out: bool
    index: int
    link: Link
    x: float
    y: float
    size: Size


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on one page."""

    rows: tuple[Row, ...]
    height: float
    symbols: tuple[Placed, ...]
    joints: tuple[tuple[str, Points], ...]
    arrows: tuple[Course, ...]
    words: tuple[Words, ...]
    connectors: tuple[Pentagon, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """The pages and the borders of their columns, from 0.0 to ``width``, which may be more than there was room for."""

    width: float
    columns: tuple[float, ...]
    pages: tuple[Page, ...]
