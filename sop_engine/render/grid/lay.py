"""Grid and Spec -> Layout: which rows stand on which page, and everything on its place.

As few pages as can be, filled evenly; a page is measured with its arrows and connectors before it is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sop_engine.render.diagram import Shape
from sop_engine.render.grid.columns import columns
from sop_engine.render.grid.layout import Layout, Spec
from sop_engine.render.grid.measure import CONNECTOR, routed
from sop_engine.render.grid.pages import fields
from sop_engine.render.grid.place import Placer

if TYPE_CHECKING:
    from sop_engine.render.grid.plan import Grid


def lay(grid: Grid, spec: Spec) -> Layout:
    """Return the pages of a grid."""
    spans = _spans(grid, spec) if spec.paged else [range(grid.rows)]
    drawn = [routed(each, spec) for each in fields(grid, spans)]
    shared = columns(grid.columns, drawn, spec)
    pages = tuple(Placer(grid, spec, page, shared).page() for page in drawn)
    return Layout(shared.borders[-1], tuple(shared.borders), pages)


def _spans(grid: Grid, spec: Spec) -> list[range]:
    """Return which rows stand on which page."""
    whole = routed(fields(grid, [range(grid.rows)])[0], spec)
    if whole.height + spec.tail <= spec.room:
        return [range(grid.rows)]
    heights = [row.height for row in whole.rows]
    spans = _filled(grid, spec, heights, spec.room)
    if len(spans) > 1:
        even = (sum(heights) + spec.tail) / len(spans) + 2 * CONNECTOR.down
        for share in (even, even + 0.3 * max(0.0, spec.room - even), even + 0.6 * max(0.0, spec.room - even)):
            tried = _filled(grid, spec, heights, share) if share < spec.room else spans
            if len(tried) == len(spans):
                return tried
    return spans


def _filled(grid: Grid, spec: Spec, heights: Sequence[float], wanted: float) -> list[range]:
    """Return pages filled to ``wanted``, each no higher than there is room for; a higher row has a page for itself."""
    spans: list[range] = []
    first = 0
    while first < grid.rows:
        last, used = first, 0.0
        while last < grid.rows and (
            last == first or used + heights[last] + (spec.tail if last == grid.rows - 1 else 0) <= wanted
        ):
            used += heights[last]
            last += 1
        while last - first > 1 and not _fits(grid, spec, [*spans, range(first, last)]):
            last -= 1
        while last - first > 1 and last < grid.rows and grid.items[last - 1].shape is Shape.BAR:
            last -= 1  # a bar stands on one page with what follows it
        spans.append(range(first, last))
        first = last
    return spans


def _fits(grid: Grid, spec: Spec, spans: list[range]) -> bool:
    """Return whether the last of some pages holds its rows and connectors."""
    end = spans[-1].stop
    rest = [range(end, grid.rows)] if end < grid.rows else []
    page = routed(fields(grid, [*spans, *rest])[len(spans) - 1], spec)
    return page.height + (0.0 if rest else spec.tail) <= spec.room
