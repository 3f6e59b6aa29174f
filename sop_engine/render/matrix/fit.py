"""Texts of rows -> blocks that fit their cells: set smaller, or parted, with the rest as a note below the table.

Nothing is cut: what a cell cannot hold stands in a note with its number, and long notes have pages of their own.
"""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING

from sop_engine.messages import printed
from sop_engine.render.matrix.cell import PAD, Block, Item, Line, block
from sop_engine.render.matrix.columns import WORDS
from sop_engine.render.notice import Notice
from sop_engine.render.typeface import DESCENT, LEADING, SANS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sop_engine.render.matrix.style import Style
    from sop_engine.render.matrix.words import Wording

NOTES_SMALLER = 0.5
"""Notes are so many points smaller than the letters of the table."""
SMALLEST = 6.0
"""The smallest letters; what is still too high goes on below the table."""


class Fit:
    """Breaks the texts of rows for columns of given widths, none higher than ``limit``."""

    def __init__(self, words: Wording, style: Style, widths: dict[str, float], limit: float) -> None:
        self.words = words
        self.style = style
        self.widths = widths
        self.limit = limit
        self.rest: list[str] = []
        self.smaller: dict[str, None] = {}

    @property
    def notices(self) -> Iterator[Notice]:
        """Yield what there is to tell about texts that were too long."""
        if self.smaller:
            if numbers := ", ".join(filter(None, self.smaller)):
                yield Notice.of("matrix_smaller", numbers=numbers)
            if "" in self.smaller:
                yield Notice.of("matrix_smaller_unnumbered")
        if self.rest:
            yield Notice.of("matrix_continued", count=len(self.rest))

    def row(self, step: str) -> dict[str, Block]:
        """Return the blocks of a row by their columns."""
        cells = self.words.rows[step]
        blocks = {
            "row": block((Item(cells.number),), self._room("row"), self.style.size, self.style.face)
            if cells.number
            else EMPTY_BLOCK
        }
        for key in WORDS[1:]:
            blocks[key] = self._block(key, getattr(cells, key), cells.number)
        return blocks

    def _room(self, key: str) -> float:
        return self.widths[key] - 2 * PAD

    def _block(self, key: str, items: tuple[Item, ...], number: str) -> Block:
        size = self.style.size
        it = block(items, self._room(key), size, self.style.face) if items else EMPTY_BLOCK
        while it.height > self.limit and size > SMALLEST:
            size -= 1.0
            it = block(items, self._room(key), size, self.style.face)
        if size < self.style.size:
            self.smaller[number] = None
            if it.height > self.limit and len(it.lines) > 1:
                return self._split(it, key, number)
        return it

    def _split(self, it: Block, key: str, number: str) -> Block:
        """Return as much of a text as a cell holds; what is left becomes a note."""
        mark = printed("matrix.note_mark", number=len(self.rest) + 1)
        more = block((Item(printed("matrix.goes_on", mark=mark)),), self._room(key), it.size, self.style.face)
        # the gaps between items make a text higher than its lines alone
        kept = max(1, min(floor((self.limit - more.height) / (LEADING * it.size)), len(it.lines) - 1))
        while kept > 1 and it.lines[kept - 1].baseline + more.height > self.limit:
            kept -= 1
        while kept > 1 and it.lines[kept].baseline == it.lines[kept - 1].baseline:
            kept -= 1  # the number of an item goes with its text
        row = printed("matrix.rest_row", number=number) if number else printed("matrix.rest_unnumbered")
        gone = " ".join(line.text for line in it.lines[kept:])
        self.rest.append(printed("matrix.rest", mark=mark, column=self.style.label(key), row=row, text=gone))
        down = it.lines[kept - 1].baseline + DESCENT * it.size
        lines = (*it.lines[:kept], *(Line(line.text, 0.0, down + line.baseline) for line in more.lines))
        return Block(lines, down + more.height, it.size, it.bold)


EMPTY_BLOCK = block((), 1.0, SMALLEST, SANS)


def noted(notes: Sequence[str], room: float, style: Style) -> Block:
    """Return the notes below the table with their heading."""
    items = (Item(printed("matrix.notes")), *(Item(each) for each in notes)) if notes else ()
    return block(items, room - 2 * PAD, style.size - NOTES_SMALLER, style.face)


def parted(notes: Block, room: float) -> Iterator[Block]:
    """Yield notes that are too long for what is left of a page, page by page."""
    lines: list[Line] = []
    start = 0.0
    for line in notes.lines:
        if lines and line.baseline - start > room - notes.size:
            yield Block(tuple(lines), lines[-1].baseline + DESCENT * notes.size, notes.size, notes.bold)
            lines = []
        if not lines:
            start = line.baseline - notes.size
        lines.append(Line(line.text, line.indent, line.baseline - start))
    if lines:
        yield Block(tuple(lines), lines[-1].baseline + DESCENT * notes.size, notes.size, notes.bold)
