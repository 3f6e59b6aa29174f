"""Widths of columns -> Laid: the head, the texts of all rows, the notes below, and the pages that the grid makes.

A text that would fill a page is set smaller, and what is still too long goes on below the table: nothing is cut. Pages
before the one with the notes say where these are, if they use a sign that is explained there. Lengths in points.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from sop_engine.messages import printed
from sop_engine.render.grid.lay import breadth, lay
from sop_engine.render.grid.layout import Layout, Spec
from sop_engine.render.grid.plan import Size, grid
from sop_engine.render.matrix.cell import EMPTY, PAD, Block, Item, block
from sop_engine.render.matrix.fit import NOTES_SMALLER, Fit, noted
from sop_engine.render.matrix.head import HEAD_ROOM, Head, Heading, head
from sop_engine.render.matrix.labels import LABEL_SIZE
from sop_engine.render.matrix.style import FOOT, SIDE, TOP, Style
from sop_engine.render.matrix.symbols import sizes
from sop_engine.render.matrix.words import Wording
from sop_engine.render.typeface import width

if TYPE_CHECKING:
    from sop_engine.render.diagram import Diagram
    from sop_engine.render.grid.measure import Ways
    from sop_engine.render.notice import Notice

ROW_PAD = 4.0
"""Above and below the texts of a row together with the lines that part it from its neighbours."""
ROW_LEAST = 30.0
"""The least height of a row."""
LABEL_LEADING = 1.1
"""From line to line of the words on an arrow, in font sizes."""
HIGHEST = 0.55
"""A text that takes more of the room of a page than this is set smaller."""
TAIL_MOST = 0.4
"""Notes that take more of the room of a page than this have pages of their own."""
NOTES_GAP = 6.0
"""From the table to the notes below it."""


class Laid(NamedTuple):
    """A layout with what it was made for: widths of the columns of words, head, texts, notes and room for rows."""

    layout: Layout
    widths: dict[str, float]
    actors: float
    top: Head
    rows: dict[str, dict[str, Block]]
    notes: Block
    tail: float
    hint: Block
    """What the pages before the notes say of them, where there is something to say."""
    room: float
    notices: tuple[Notice, ...]

    @property
    def need(self) -> float:
        """Return how wide the table is."""
        return sum(self.widths.values()) + self.layout.width

    @property
    def high(self) -> float:
        """Return how high the highest page is, with what stands below its table."""
        *others, last = (page.height for page in self.layout.pages)
        hint = self.hint.height + NOTES_GAP if self.hint.lines else 0.0
        return max([last + (self.tail or hint), *(height + hint for height in others)])


class Layouts:
    """Lays out one table for the widths that are tried."""

    def __init__(self, words: Wording, diagram: Diagram, style: Style) -> None:
        self.words = words
        self.diagram = diagram
        self.style = style
        self.grid = grid(diagram)
        self.known: dict[range, Ways] = {}
        self.parties = tuple(diagram.parties.values())
        self.names = [party.name for party in self.parties] or [""]
        self._labels = {
            place: Size(
                max(width(line, LABEL_SIZE, face=style.face) for line in lines), len(lines) * LABEL_SIZE * LABEL_LEADING
            )
            for place, lines in words.labels.items()
        }

    def estimate(self, equal: float) -> float:
        """Return how wide the columns of actors must be if all rows stood on one page: mostly a little too much."""
        rows = (0.0,) * self.grid.rows
        least = (equal * HEAD_ROOM,) * self.grid.columns
        return breadth(self.grid, Spec(0.0, least, rows, 0.0, sizes(self.grid.items, equal), self._labels), self.known)

    def laid(self, widths: dict[str, float], actors: float, equal: float, scale: float, *, level: bool = False) -> Laid:
        """Return the layout for columns of words of given widths; symbols and names fit a column ``equal`` wide.

        When ``level``, each column is as wide as its name asks for to stand level.
        """
        style = self.style
        top = head(self.names, equal, widths, style, level=level)
        room = (style.height - TOP - FOOT) / scale - top.height
        fit = Fit(self.words, style, widths, room * HIGHEST)
        rows = {symbol.id: fit.row(symbol.id) for symbol in self.diagram.symbols}
        across = (style.width - 2 * SIDE) / scale
        notes = noted([*self.words.notes, *fit.rest, *self._long_names(top)], across, style)
        tail = notes.height + NOTES_GAP if notes.lines else 0.0
        tail = tail if tail <= room * TAIL_MOST else 0.0
        layout = lay(self.grid, self._spec(top, rows, (actors, equal), room, tail), self.known)
        hint = EMPTY
        if self.words.marked and (len(layout.pages) > 1 or not tail):
            hint = self._hint(across, bool(tail))
            below = hint.height + NOTES_GAP
            spec = self._spec(top, rows, (actors, equal), room - below, max(0.0, tail - below))
            layout = lay(self.grid, spec, self.known)
        return Laid(layout, widths, actors, top, rows, notes, tail, hint, room, tuple(fit.notices))

    def _hint(self, across: float, tailed: bool) -> Block:
        """Return what pages say of notes that stand on others."""
        words = printed("matrix.see_last" if tailed else "matrix.see_end")
        return block((Item(words),), across - 2 * PAD, self.style.size - NOTES_SMALLER, self.style.face)

    def _long_names(self, top: Head) -> list[str]:
        """Return the names that the head cannot show whole in its narrowest columns."""
        borders = list(accumulate(top.least, initial=0.0))
        cut = Heading(top, self.style, self.parties, (), borders, ()).cut()
        return [f"{self.style.label('actors')}: {name}" for name in cut.values()]

    def _spec(
        self, top: Head, rows: dict[str, dict[str, Block]], columns: tuple[float, float], room: float, tail: float
    ) -> Spec:
        """Return what there is room for; ``columns`` are the width of all actors and the one that symbols fit."""
        actors, equal = columns
        high = [max(it.height for it in rows[symbol.id].values()) + 2 * ROW_PAD for symbol in self.diagram.symbols]
        return Spec(
            width=actors,
            least=top.least,
            rows=tuple(max(each, ROW_LEAST) for each in high),
            room=room,
            sizes=sizes(self.grid.items, equal),
            labels=self._labels,
            tail=tail,
        )
