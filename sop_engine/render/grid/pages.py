"""Grid -> Field of each page: rows that share a page, and a lettered pair of connectors for each arrow between pages.

A connector stands in a strip of its own above or below the rows, in the column of the symbol whose arrow it carries
(practice in signed sheets: an arrow forward leaves at the foot and arrives at the head, an arrow back the other way
round). Letters count in the order in which the arrows leave when the pages are read: A … Z, AA, AB …
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sop_engine.render.grid.field import PENTAGON, Field, Spot, Wire

if TYPE_CHECKING:
    from sop_engine.render.grid.plan import Grid, Item, Link

_LETTERS = 26


def letter(index: int) -> str:
    """Return the name of a connector pair by its index: after Z comes AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, _LETTERS)
        name = chr(ord("A") + rest) + name
    return name


def fields(grid: Grid, spans: Sequence[range]) -> list[Field]:
    """Return a field for each page, whose rows are given; every arrow between two pages has one letter."""
    page_of = {row: page for page, span in enumerate(spans) for row in span}
    item = {each.id: each for each in grid.items}
    crossing = [
        number
        for number, link in enumerate(grid.links)
        if page_of[item[link.source].row] != page_of[item[link.target].row]
    ]
    crossing.sort(key=lambda number: (item[grid.links[number].source].row, number))
    letters = {number: letter(index) for index, number in enumerate(crossing)}
    return [_Page(grid, item, span, page_of, page, letters).field() for page, span in enumerate(spans)]


class _Page:
    """Makes the field of one page."""

    def __init__(
        self,
        grid: Grid,
        item: dict[str, Item],
        span: range,
        page_of: dict[int, int],
        page: int,
        letters: dict[int, str],
    ) -> None:
        self.grid = grid
        self.item = item
        self.span = span
        self.page_of = page_of
        self.page = page
        self.letters = letters
        # what connects in each strip, the strip nearest to the rows first: column -> number of the link
        self.heads: list[dict[int, int]] = []
        self.feet: list[dict[int, int]] = []

    def field(self) -> Field:
        """Return the field."""
        here = [number for number, link in enumerate(self.grid.links) if self.page in self._pages(link)]
        for number in sorted((each for each in here if each in self.letters), key=self._nearness):
            self._connect(number)
        top = len(self.heads)
        spots = [
            Spot(
                each.id,
                top + each.row - self.span.start,
                each.columns[0],
                min(each.columns),
                max(each.columns),
                each.shape,
            )
            for each in self.grid.items
            if each.row in self.span
        ]
        number_of = {spot.key: number for number, spot in enumerate(spots)}
        connector: dict[int, int] = {}
        foot = top + len(self.span)
        rows = [(top - 1 - index, strip) for index, strip in enumerate(self.heads)]
        rows += [(foot + index, strip) for index, strip in enumerate(self.feet)]
        for row, strip in rows:
            for column, number in strip.items():
                connector[number] = len(spots)
                spots.append(Spot(self.letters[number], row, column, column, column, PENTAGON))
        wires = [self._wire(number, number_of, connector.get(number)) for number in here]
        strips = (top, len(self.feet))
        return Field(foot + len(self.feet), self.grid.columns, spots, wires, strips, self.span.start)

    def _pages(self, link: Link) -> tuple[int, int]:
        return self.page_of[self.item[link.source].row], self.page_of[self.item[link.target].row]

    def _inside(self, number: int) -> Item:
        """Return the end of an arrow between pages that stands on this one."""
        link = self.grid.links[number]
        source = self.item[link.source]
        return source if source.row in self.span else self.item[link.target]

    def _nearness(self, number: int) -> tuple[int, int]:
        """Return how far an arrow runs to its connector: the nearest one gets the strip beside the rows."""
        source, target = self._pages(self.grid.links[number])
        other = target if source == self.page else source
        row = self._inside(number).row
        return (row - self.span.start if other < self.page else self.span.stop - row), number

    def _connect(self, number: int) -> None:
        source, target = self._pages(self.grid.links[number])
        other = target if source == self.page else source
        strips = self.heads if other < self.page else self.feet
        column = self._inside(number).columns[0]
        strip = next((each for each in strips if column not in each), None)
        if strip is None:
            strip = {}
            strips.append(strip)
        strip[column] = number

    def _wire(self, number: int, number_of: dict[str, int], connector: int | None) -> Wire:
        link = self.grid.links[number]
        source = number_of.get(link.source, connector)
        target = number_of.get(link.target, connector)
        assert source is not None
        assert target is not None
        below = self.item[link.target].row == self.item[link.source].row + 1
        return Wire(source, target, number, link.arrow.back, link.arrow.affirmative or below, self.letters.get(number))
