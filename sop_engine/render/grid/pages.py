"""Grid -> Field of the rows that share a page, and the letters of the connectors between pages.

A connector stands in a strip of its own above or below the rows, in the column of the symbol whose arrow it carries
(practice in signed sheets: an arrow forward leaves at the foot and arrives at the head, an arrow back the other way
round). Letters count in the order in which the arrows leave when the pages are read, from left to right: A … Z, AA …
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sop_engine.render.diagram import Shape
from sop_engine.render.grid.field import PENTAGON, Field, Spot, Wire
from sop_engine.render.lettering import letter

if TYPE_CHECKING:
    from sop_engine.render.grid.plan import Grid, Item


def letters(grid: Grid, spans: Sequence[range]) -> dict[int, str]:
    """Return the letter of every link between two pages, by the index of the link."""
    page_of = {row: page for page, span in enumerate(spans) for row in span}
    item = {each.id: each for each in grid.items}
    crossing = []
    for number, link in enumerate(grid.links):
        source = item[link.source]
        page, other = page_of[source.row], page_of[item[link.target].row]
        if page != other:
            # at the head of a page before its foot, and there from left to right
            crossing.append((page, other > page, source.columns[0], source.row, number))
    return {number: letter(index) for index, (*_, number) in enumerate(sorted(crossing))}


class Strips:
    """The strips of connectors above or below the rows of a page, the one nearest to the rows first."""

    def __init__(self) -> None:
        self.strips: list[dict[int, int]] = []

    def add(self, column: int, link: int) -> None:
        """Put the connector of a link into the nearest strip whose column is free."""
        strip = next((each for each in self.strips if column not in each), None)
        if strip is None:
            strip = {}
            self.strips.append(strip)
        strip[column] = link


class Pager:
    """Makes the fields of pages of one grid."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.item = {item.id: item for item in grid.items}
        self.touching: list[list[int]] = [[] for _ in range(grid.rows)]
        for number, link in enumerate(grid.links):
            for row in {self.item[link.source].row, self.item[link.target].row}:
                self.touching[row].append(number)

    def field(self, span: range) -> Field:
        """Return the field of a page on which the rows of ``span`` stand."""
        here = sorted({number for row in span for number in self.touching[row]})
        heads, feet = self._connectors(here, span)
        top, foot = len(heads.strips), len(heads.strips) + len(span)
        spots = [_spot(self.grid.items[row], top - span.start) for row in span]
        number_of = {spot.key: number for number, spot in enumerate(spots)}
        connector: dict[int, int] = {}
        rows = [(top - 1 - index, strip) for index, strip in enumerate(heads.strips)]
        rows += [(foot + index, strip) for index, strip in enumerate(feet.strips)]
        for row, strip in rows:
            for column, number in strip.items():
                connector[number] = len(spots)
                spots.append(Spot(f"{PENTAGON} {number}", row, column, (column,), PENTAGON))
        wires = [self._wire(number, number_of, connector.get(number, -1)) for number in here]
        strips = (top, len(feet.strips))
        return Field(foot + len(feet.strips), self.grid.columns, spots, wires, strips, span.start)

    def _connectors(self, here: list[int], span: range) -> tuple[Strips, Strips]:
        """Return the strips above and below; the shortest arrow gets the place nearest to the rows."""
        heads, feet = Strips(), Strips()
        upward: list[tuple[int, int, int]] = []
        downward: list[tuple[int, int, int]] = []
        for number in here:
            link = self.grid.links[number]
            source, target = self.item[link.source], self.item[link.target]
            inside, outside = (source, target) if source.row in span else (target, source)
            if outside.row < span.start:
                upward.append((inside.row, number, inside.columns[0]))
            elif outside.row >= span.stop:
                downward.append((-inside.row, number, inside.columns[0]))
        for strips, found in ((heads, upward), (feet, downward)):
            for _, number, column in sorted(found):
                strips.add(column, number)
        return heads, feet

    def _wire(self, number: int, number_of: dict[str, int], connector: int) -> Wire:
        link = self.grid.links[number]
        source, target = number_of.get(link.source, connector), number_of.get(link.target, connector)
        next_row = self.item[link.target].row == self.item[link.source].row + 1
        return Wire(source, target, number, link.arrow.back, link.arrow.affirmative or next_row)


def _spot(item: Item, moved: int) -> Spot:
    columns = tuple(sorted(item.columns))
    if item.shape is Shape.BAR:
        columns = tuple(range(columns[0], columns[-1] + 1))
    return Spot(item.id, item.row + moved, item.columns[0], columns, item.shape)
