"""Grid and Spec -> Layout: which rows stand on which page, and everything on its place.

As few pages as can be, filled evenly; a page is measured with its arrows and connectors before it is taken. Only a
row that is higher than a page by itself makes a page higher than there is room for.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from sop_engine.render.diagram import Shape
from sop_engine.render.grid.columns import columns
from sop_engine.render.grid.layout import Layout, Spec
from sop_engine.render.grid.measure import BORDER, CONNECTOR, Routed, Ways, led, routed
from sop_engine.render.grid.pages import Pager, letters
from sop_engine.render.grid.place import Placer
from sop_engine.render.grid.ports import HEAD, NECK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sop_engine.render.grid.plan import Grid

STRIP = CONNECTOR.down + HEAD + NECK + BORDER
"""The height of a strip of connectors; most pages have one above and one below."""
FILLED = 0.8
"""The share of their room that pages should fill together."""


def lay(grid: Grid, spec: Spec, known: dict[range, Ways] | None = None) -> Layout:
    """Return the pages of a grid; ``known`` remembers the ways of its pages from one call to the next."""
    filler = _Filler(grid, spec, {} if known is None else known)
    spans = filler.spans() if spec.paged else [range(grid.rows)]
    drawn = [filler.page(span) for span in spans]
    shared = columns(grid.columns, drawn, spec)
    told = letters(grid, spans)
    pages = tuple(Placer(grid, spec, page, shared, told).page() for page in drawn)
    return Layout(shared.borders[-1], tuple(shared.borders), pages)


def breadth(grid: Grid, spec: Spec, known: dict[range, Ways]) -> float:
    """Return how wide the columns would be if all rows stood on one page."""
    return columns(grid.columns, [_Filler(grid, spec, known).page(range(grid.rows))], spec).borders[-1]


class _Filler:
    """Fills pages from the first row to the last, and remembers every page that it has measured."""

    def __init__(self, grid: Grid, spec: Spec, known: dict[range, Ways]) -> None:
        self.grid = grid
        self.spec = spec
        self.known = known
        self.pager = Pager(grid)
        self.measured: dict[range, Routed] = {}
        sizes = [spec.sizes[item.id].down for item in grid.items]
        # what a row takes at least; what it takes with its arrows is known when a page with it has been measured
        self.heights = [max(row, size + HEAD + NECK) for row, size in zip(spec.rows, sizes, strict=True)]

    def page(self, span: range) -> Routed:
        """Return the page on which these rows stand."""
        if span not in self.measured:
            if span not in self.known:
                self.known[span] = led(self.pager.field(span))
            found = routed(self.known[span], self.spec)
            self.measured[span] = found
            self.heights[span.start : span.stop] = found.row_heights
        return self.measured[span]

    def spans(self) -> list[range]:
        """Return which rows stand on which page: as few pages as can be, and each filled alike.

        Where pages stay too empty, they are filled one by one, and then evenly so many.
        """
        total, everything = sum(self.heights) + self.spec.tail, range(self.grid.rows)
        if total <= self.spec.room and self._over(everything) <= 0:
            return [everything]
        room = max(self.spec.room - 2 * STRIP, *self.heights)
        least = max(2, ceil(total / room))
        spans = self._fill(total / least)
        if len(spans) > least:  # the guess was too low; now it is known better
            spans = self._evenly(spans)
            if sum(self.page(span).height for span in spans) < FILLED * self.spec.room * len(spans):
                spans = self._evenly(min(spans, self._fill(room), key=len))
        return spans

    def _evenly(self, spans: list[range]) -> list[range]:
        """Return as many pages or fewer, filled evenly by what is known of the heights of rows."""
        return min(self._fill((sum(self.heights) + self.spec.tail) / len(spans)), spans, key=len)

    def _fill(self, wanted: float) -> list[range]:
        """Return pages filled to about ``wanted``, each no higher than there is room for, but with one row at least."""
        spans: list[range] = []
        first, rest, heights = 0, 0.0, self.heights.copy()
        while first < self.grid.rows:
            guess = self._guess(heights, first, min(wanted + rest, self.spec.room - 2 * STRIP))
            last = self._fitting(heights, first, guess)
            while last - first > 1 and last < self.grid.rows and self.grid.items[last - 1].shape is Shape.BAR:
                last -= 1  # a bar stands on one page with what follows it
            rest += wanted - sum(heights[first:last])
            spans.append(range(first, last))
            first = last
        return spans

    def _fitting(self, heights: Sequence[float], first: int, guess: int) -> int:
        """Return the row before which a page must end so that it holds its rows, at most the one that was guessed."""
        last = guess
        while last - first > 1 and (over := self._over(range(first, last))) > 0:
            last = max(first + 1, last - max(1, round(over / heights[last - 1])))
        while last + 1 < guess and self._over(range(first, last + 1)) <= 0:
            last += 1
        return last

    def _guess(self, heights: Sequence[float], first: int, wanted: float) -> int:
        """Return the row before which a page ends that is filled as nearly to ``wanted`` as can be."""
        last, used = first + 1, heights[first]
        while last < self.grid.rows and used + heights[last] / 2 <= wanted:
            used += heights[last]
            last += 1
        return last

    def _over(self, span: range) -> float:
        """Return by how much a page is higher than there is room for."""
        tail = self.spec.tail if span.stop == self.grid.rows else 0.0
        return self.page(span).height + tail - self.spec.room
