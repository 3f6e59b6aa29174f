"""Table -> the flow pages as SVG: head, rows, symbols, arrows, connectors, and the notes below the last row.

Each part says what it is: class names and data attributes by the contract in ``docs/matrix.md``.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from sop_engine.render import palette, svg
from sop_engine.render.diagram import Shape
from sop_engine.render.grid import ink
from sop_engine.render.matrix.cell import EMPTY, PAD, RECT, THIN, Box, frame, said, texts
from sop_engine.render.matrix.columns import WORDS
from sop_engine.render.matrix.labels import LABEL_SIZE
from sop_engine.render.matrix.laid import LABEL_LEADING, NOTES_GAP
from sop_engine.render.typeface import ASCENT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sop_engine.render.diagram import Diagram, Symbol
    from sop_engine.render.grid.layout import Page, Placed, Row, Words
    from sop_engine.render.matrix.table import Table
    from sop_engine.render.matrix.words import Wording

PEN = ink.Pen(line=palette.INK, back=palette.RETURN, paper=palette.PAPER, radius=2.0)
OUTLINE = 1.0
"""The weight of the outline of a symbol."""
CAPSULE_FILL = "#dfe8f1"
"""First and last activities stand out, also on a grey print."""
BAR_FILL = palette.BAR
LETTER_SIZE = 8.0
"""The letters in connectors."""
CENTRED = frozenset({"row", "time"})
"""The columns whose texts stand in the middle."""


def pages(table: Table, words: Wording, diagram: Diagram) -> Iterator[list[str]]:
    """Yield the parts of each flow page, and of the pages of notes where these are long."""
    body = _Body(table, words, diagram)
    last = len(table.layout.pages) - 1
    for index, page in enumerate(table.layout.pages):
        yield body.page(page, table.tailed and index == last)
    for notes in () if table.tailed else table.notes:
        yield [texts(notes, table.left + PAD, table.top)]


def shown(table: Table, diagram: Diagram) -> Iterator[list[Symbol]]:
    """Yield the symbols of each flow page."""
    for page in table.layout.pages:
        yield [diagram.symbols[row.index] for row in page.rows if row.index is not None]


class _Body:
    """Draws the pages of one table."""

    def __init__(self, table: Table, words: Wording, diagram: Diagram) -> None:
        self.table = table
        self.words = words
        self.diagram = diagram
        self.symbol = {symbol.id: symbol for symbol in diagram.symbols}
        self.parties = tuple(diagram.parties)
        heading = table.heading
        self.left = heading.actors[0]
        self.top = table.top + heading.head.height
        actors = [f"actor:{key}" for key in self.parties]
        names = ["no", "activity", *actors, "input", "time", "output", "note"]
        keys = [*WORDS[:2], *actors, *WORDS[2:]]
        borders = [*heading.before, *heading.actors[1:], *heading.after[1:]]
        self.right = borders[-1]
        self.columns: list[tuple[str, str, float, float]] = []
        self.spans: dict[str, str] = {}
        for name, key, (left, right) in zip(names, keys, pairwise(borders), strict=True):
            self.columns.append((f'<g class="cell" data-column="{svg.escape(name)}"', key, left, (left + right) / 2))
            self.spans[key] = f'x="{svg.number(left)}" width="{svg.number(right - left)}"'

    def page(self, page: Page, noted: bool) -> list[str]:
        """Return the parts of a page: the table, then what stands in it."""
        rows = [row for row in page.rows if row.index is not None]
        bottom = self.top + rows[-1].top + rows[-1].height
        parts = list(self.table.heading.drawn(self.table.top))
        for row in page.rows:
            parts.extend(self._row(row))
        outer = Box(self.table.left, self.table.top, self.right - self.table.left, bottom - self.table.top)
        parts.append(frame(outer, thick=True))
        parts.extend(self._rules(bottom))
        parts.extend(ink.joints(page, self.left, self.top, PEN))
        parts.extend(ink.arrow(course, self.left, self.top, PEN) for course in page.arrows)
        parts.extend(self._symbol(placed) for placed in page.symbols)
        parts.extend(ink.connector(each, self.left, self.top, PEN, LETTER_SIZE) for each in page.connectors)
        parts.extend(self._label(words) for words in page.words)
        below = self.table.hint if any(symbol.item.id in self.words.marked for symbol in page.symbols) else EMPTY
        if noted and self.table.notes:
            below = self.table.notes[0]
        # connectors stand between the last row and what is said below
        parts.append(texts(below, self.table.left + PAD, self.top + page.height + NOTES_GAP))
        return parts

    def _row(self, row: Row) -> Iterator[str]:
        """Yield the cells of a row; a strip of connectors has none."""
        if row.index is None:
            return
        step = self.diagram.symbols[row.index].id
        blocks, top = self.table.rows[step], self.top + row.top
        data, place = said(step=step), f'y="{svg.number(top)}" height="{svg.number(row.height)}"'
        for opening, key, left, middle in self.columns:
            it = blocks.get(key)
            inner = ""
            if it is not None and it.lines:
                y = top + (row.height - it.height) / 2
                inner = texts(it, middle, y, "middle") if key in CENTRED else texts(it, left + PAD, y)
            yield f"{opening}{data}>{RECT} {self.spans[key]} {place}/>{inner}</g>"

    def _rules(self, bottom: float) -> Iterator[str]:
        """Yield the thicker lines that part the head from the rows, and the actors from the columns of words."""
        heading = self.table.heading
        y = svg.number(self.top)
        path = f"M{svg.number(self.table.left)} {y}L{svg.number(self.right)} {y}"
        for x in (heading.actors[0], heading.actors[-1], heading.after[3]):
            path += f"M{svg.number(x)} {svg.number(self.table.top)}L{svg.number(x)} {svg.number(bottom)}"
        yield svg.element("path", class_="rule", d=path, fill="none", stroke=palette.INK, stroke_width=2 * THIN)

    def _symbol(self, placed: Placed) -> str:
        item = placed.item
        symbol = self.symbol[item.id]
        x, y = placed.x + self.left, placed.y + self.top
        actor = self.parties[item.columns[placed.column]] if symbol.actors else None
        if item.shape is Shape.BAR:
            outline = ink.outline(item.shape, x, y, placed.size, fill=BAR_FILL)
            return ink.symbol(placed, actor, (outline, *ink.bar_lines(x, y, placed.size, PEN.line)))
        fill = CAPSULE_FILL if item.shape in {Shape.CAPSULE, Shape.PLAIN} else PEN.paper
        outline = ink.outline(item.shape, x, y, placed.size, fill=fill, stroke=PEN.line, stroke_width=OUTLINE)
        return ink.symbol(placed, actor, (outline,), data_absorbs=symbol.absorbs)

    def _label(self, words: Words) -> str:
        lines = self.words.labels[words.index]
        x, top = words.x + self.left, words.y + self.top - words.size.down / 2
        leading = LABEL_SIZE * LABEL_LEADING
        return ink.label(
            words,
            [
                svg.words(
                    line,
                    x,
                    top + place * leading + ASCENT * LABEL_SIZE,
                    LABEL_SIZE,
                    class_="text",
                    text_anchor="middle",
                )
                for place, line in enumerate(lines)
            ],
        )
