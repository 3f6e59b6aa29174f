"""Grid and Spec -> Layout: which rows stand on which page, and everything on its place.

As few pages as can be, filled evenly; a page is measured with its arrows and connectors before it is taken. Only a
row that is higher than a page by itself makes a page higher than there is room for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sop_engine.render.diagram import Shape
from sop_engine.render.grid.columns import columns
from sop_engine.render.grid.layout import Layout, Spec
from sop_engine.render.grid.measure import CONNECTOR, Routed, routed
from sop_engine.render.grid.pages import Pager, letters
from sop_engine.render.grid.place import Placer
from sop_engine.render.grid.ports import HEAD, NECK

if TYPE_CHECKING:
    from sop_engine.render.grid.plan import Grid

EVEN_TRIES = 3
"""How often an even filling is tried, each time a little fuller."""


def lay(grid: Grid, spec: Spec) -> Layout:
    """Return the pages of a grid."""
    filler = _Filler(grid, spec)
    spans = filler.spans() if spec.paged else [range(grid.rows)]
    drawn = [filler.page(span) for span in spans]
    shared = columns(grid.columns, drawn, spec)
    told = letters(grid, spans)
    pages = tuple(Placer(grid, spec, page, shared, told).page() for page in drawn)
    return Layout(shared.borders[-1], tuple(shared.borders), pages)


class _Filler:
    """Fills pages from the first row to the last, and remembers every page that it has measured."""

    def __init__(self, grid: Grid, spec: Spec) -> None:
        self.grid = grid
        self.spec = spec
        self.pager = Pager(grid)
        self.measured: dict[range, Routed] = {}
        sizes = [spec.sizes[item.id].down for item in grid.items]
        # what a row takes at least, before anything is known of its arrows
        self.heights = [max(row, size + HEAD + NECK) for row, size in zip(spec.rows, sizes, strict=True)]

    def page(self, span: range) -> Routed:
        """Return the page on which these rows stand."""
        if span not in self.measured:
            self.measured[span] = routed(self.pager.field(span), self.spec)
        return self.measured[span]

    def spans(self) -> list[range]:
        """Return which rows stand on which page."""
        spans = self._fill(self.spec.room)
        if len(spans) == 1:
            return spans
        even = sum(self.heights) / len(spans) + 2 * CONNECTOR.down
        for step in range(EVEN_TRIES):
            wanted = even + (self.spec.room - even) * step / EVEN_TRIES
            if wanted < self.spec.room:
                tried = self._fill(wanted)
                if len(tried) == len(spans):
                    return tried
        return spans

    def _fill(self, wanted: float) -> list[range]:
        """Return pages filled to about ``wanted``, each no higher than there is room for, but with one row at least."""
        spans: list[range] = []
        first = 0
        while first < self.grid.rows:
            last = self._guess(first, wanted)
            while last - first > 1 and not self._fits(range(first, last)):
                last -= 1
            while last - first > 1 and last < self.grid.rows and self.grid.items[last - 1].shape is Shape.BAR:
                last -= 1  # a bar stands on one page with what follows it
            spans.append(range(first, last))
            first = last
        return spans

    def _guess(self, first: int, wanted: float) -> int:
        last, used = first + 1, self.heights[first]
        while last < self.grid.rows and used + self.heights[last] <= wanted:
            used += self.heights[last]
            last += 1
        return last

    def _fits(self, span: range) -> bool:
        tail = self.spec.tail if span.stop == self.grid.rows else 0.0
        return self.page(span).height + tail <= self.spec.room
