"""Wording and Diagram -> Table: the sizes of everything, and the pages that the grid makes of its rows.

Columns of words give way to the actors as far as they can; when that is not enough, the whole page is drawn smaller
and a notice says so. A text that would fill a page is set smaller, and what is still too long goes on below the table:
nothing is cut. Lengths in points of the drawing, which are smaller on paper when the page is scaled.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from sop_engine.render.diagram import Shape
from sop_engine.render.grid.lay import breadth, lay
from sop_engine.render.grid.layout import Layout, Spec
from sop_engine.render.grid.measure import Ways
from sop_engine.render.grid.plan import Size, grid
from sop_engine.render.matrix.cell import Block
from sop_engine.render.matrix.columns import LEAST, WORDS, narrowest, shares, squeezed, wishes
from sop_engine.render.matrix.fit import Fit, noted, parted
from sop_engine.render.matrix.head import HEAD_ROOM, Head, Heading, head, longest_word, settled
from sop_engine.render.matrix.style import FOOT, SIDE, TOP, Style
from sop_engine.render.matrix.words import LABEL_SIZE, Wording
from sop_engine.render.notice import Notice
from sop_engine.render.typeface import width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sop_engine.render.diagram import Diagram

ROW_PAD = 4.0
"""Above and below the texts of a row together with the lines that part it from its neighbours."""
ROW_LEAST = 30.0
"""The least height of a row."""
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
LABEL_LEADING = 1.1
"""From line to line of the words on an arrow, in font sizes."""
HIGHEST = 0.55
"""A text that takes more of the room of a page than this is set smaller."""
TAIL_MOST = 0.4
"""Notes that take more of the room of a page than this have pages of their own."""
NOTES_GAP = 6.0
"""From the table to the notes below it."""
SLACK = 1.01
"""Rows that move to another page may take a little more room for their arrows."""
NEARLY = 0.06
"""What is wider than the page by this share of it is scaled without another round."""
SHORT = 15
"""A table with no more rows than these is laid out without a first estimate of its columns."""
ROUNDS = 5
"""How often columns are measured anew at most."""
TOLD_SCALE = 0.9
"""A page that is scaled by less than this is as legible as a whole one."""


LEGIBLE_SCALE = 0.75
"""A page that is scaled by less than this comes with advice."""
WIDEST = "F4"
"""The paper with the most room across."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its places: the size of the page and its edges, the head, the blocks of each row by its symbol."""

    width: float
    height: float
    scale: float
    left: float
    top: float
    heading: Heading
    layout: Layout
    rows: dict[str, dict[str, Block]]
    notes: tuple[Block, ...]
    """What stands below the last row, or on pages of its own: one block a page."""
    tailed: bool
    notices: tuple[Notice, ...]

    @property
    def foot(self) -> float:
        """Return where the room for the signing service begins."""
        return self.height - FOOT / self.scale


def table(words: Wording, diagram: Diagram, style: Style) -> Table:
    """Return the table of a diagram; as large as it can be on the paper of the style."""
    return _Measure(words, diagram, style).table()


class _Laid(NamedTuple):
    """A layout with what it was made for: widths of the columns of words, head, texts, notes and room for rows."""

    layout: Layout
    widths: dict[str, float]
    actors: float
    top: Head
    rows: dict[str, dict[str, Block]]
    notes: Block
    tail: float
    room: float
    notices: tuple[Notice, ...]

    @property
    def need(self) -> float:
        """Return how wide the table is."""
        return sum(self.widths.values()) + self.layout.width

    @property
    def high(self) -> float:
        """Return how high the highest page is, with the notes below the last one."""
        *others, last = (page.height for page in self.layout.pages)
        return max(*others, last + self.tail) if others else last + self.tail


class _Measure:
    """Finds the sizes of one table."""

    def __init__(self, words: Wording, diagram: Diagram, style: Style) -> None:
        self.words = words
        self.diagram = diagram
        self.style = style
        self.grid = grid(diagram)
        self.known: dict[range, Ways] = {}
        self.parties = tuple(diagram.parties.values())
        self.names = [party.name for party in self.parties] or [""]
        self.wanted = wishes(words.rows.values(), style)
        self.least = sum(self.wanted.least.values())
        self._labels = {
            place: Size(
                max(width(line, LABEL_SIZE, face=style.face) for line in lines), len(lines) * LABEL_SIZE * LABEL_LEADING
            )
            for place, lines in words.labels.items()
        }

    def table(self) -> Table:
        """Return the table, scaled down only when its columns cannot fit otherwise."""
        scale, narrow = 1.0, narrowest(self.grid.columns)
        room = self.style.width - 2 * SIDE
        widths, actors = shares(self.wanted, self.grid.columns, longest_word(self.names, self.style), room)
        equal = actors / self.grid.columns
        if self.grid.rows > SHORT:
            tight = self._estimate(narrow)
            need = tight + self.grid.columns * (self._across(equal) - self._across(narrow)) * DIAMOND_WIDER
            if self.least + need > room:
                equal, need = narrow, tight
            if need > actors or equal == narrow:
                widths = squeezed(self.wanted, min(need, room - self.least), room)
                actors = room - sum(widths.values())
        for _ in range(ROUNDS):
            made = self._laid(widths, actors, equal, scale)
            need = made.layout.width
            if need <= actors + room * NEARLY:
                break
            if self.least + need > room:
                if equal > narrow:
                    equal = narrow
                else:
                    scale *= room / (self.least + need * SLACK)
                    room = (self.style.width - 2 * SIDE) / scale
            widths = squeezed(self.wanted, min(need * SLACK, room - self.least), room)
            actors = room - sum(widths.values())
        return self._table(made, scale)

    def _estimate(self, equal: float) -> float:
        """Return how wide the columns of actors must be if all rows stood on one page: mostly a little too much."""
        rows = (0.0,) * self.grid.rows
        least = (equal * HEAD_ROOM,) * self.grid.columns
        return breadth(self.grid, Spec(0.0, least, rows, 0.0, self._sizes(equal), self._labels), self.known)

    def _laid(self, widths: dict[str, float], actors: float, equal: float, scale: float) -> _Laid:
        """Return the layout for columns of words of given widths; symbols and names fit a column ``equal`` wide."""
        style = self.style
        top = head(self.names, equal, widths, style)
        room = (style.height - TOP - FOOT) / scale - top.height
        fit = Fit(self.words, style, widths, room * HIGHEST)
        rows = {symbol.id: fit.row(symbol.id) for symbol in self.diagram.symbols}
        across = (style.width - 2 * SIDE) / scale
        notes = noted([*self.words.notes, *fit.rest, *self._long_names(top)], across, style)
        tail = notes.height + NOTES_GAP if notes.lines else 0.0
        tail = tail if tail <= room * TAIL_MOST else 0.0
        layout = lay(self.grid, self._spec(top, rows, (actors, equal), room, tail), self.known)
        return _Laid(layout, widths, actors, top, rows, notes, tail, room, tuple(fit.notices))

    def _table(self, made: _Laid, scale: float) -> Table:
        """Return the table on its page, which is made as large as the table asks for and then drawn smaller."""
        style = self.style
        scale = min(
            scale, (style.width - 2 * SIDE) / made.need, (style.height - TOP - FOOT) / (made.high + made.top.height)
        )
        room = (style.height - TOP - FOOT) / scale
        heading = self._heading(made.top, made.widths, made.layout, SIDE / scale)
        notices = [*self.words.notices, *made.notices]
        if cut := heading.cut():
            notices.append(Notice.of("matrix_names", actors=", ".join(cut)))
        if scale < TOLD_SCALE:
            notices.extend(self._scaled(made, scale))
        return Table(
            width=style.width / scale,
            height=style.height / scale,
            scale=scale,
            left=SIDE / scale,
            top=TOP / scale,
            heading=heading,
            layout=made.layout,
            rows=made.rows,
            notes=(made.notes,) if made.tail else tuple(parted(made.notes, room)),
            tailed=bool(made.tail),
            notices=tuple(notices),
        )

    def _scaled(self, made: _Laid, scale: float) -> Iterator[Notice]:
        """Yield why a page is drawn smaller, and what can be done when its letters are hard to read."""
        style, percent = self.style, round(scale * 100)
        wider = {key: wide - LEAST[key] for key, wide in style.widths.items() if wide > LEAST[key]}
        if wider and made.need - sum(wider.values()) <= style.width - 2 * SIDE:
            yield Notice.of("matrix_widths", columns=", ".join(wider), percent=percent)
        else:
            yield Notice.of("matrix_scaled", percent=percent)
            if scale < LEGIBLE_SCALE:
                yield Notice.of("matrix_small", percent=percent)
                if style.paper != WIDEST:
                    yield Notice.of("matrix_paper")

    def _heading(self, top: Head, widths: dict[str, float], layout: Layout, left: float) -> Heading:
        before = list(accumulate((widths[key] for key in WORDS[:2]), initial=left))
        actors = [before[-1] + border for border in layout.columns]
        after = list(accumulate((widths[key] for key in WORDS[2:]), initial=actors[-1]))
        columns = [right - left for left, right in pairwise(actors)]
        return Heading(settled(top, self.names, columns, self.style), self.style, self.parties, before, actors, after)

    def _long_names(self, top: Head) -> list[str]:
        """Return the names that the head cannot show whole in its narrowest columns."""
        borders = [top.least * place for place in range(len(self.parties) + 1)]
        cut = Heading(top, self.style, self.parties, (), borders, ()).cut()
        return [f"{self.style.label('actors')}: {name}" for name in cut.values()]

    def _across(self, equal: float) -> float:
        """Return the width of a symbol in columns of equal width."""
        return min(max(equal * SYMBOL_SHARE, SYMBOL_LEAST), SYMBOL_MOST)

    def _sizes(self, equal: float) -> dict[str, Size]:
        """Return the size of each symbol in columns of equal width."""
        across = self._across(equal)
        diamond = Size(across * DIAMOND_WIDER, min(DIAMOND_HEIGHT, across * DIAMOND_SHARE))
        box = Size(across, min(BOX_HEIGHT, across * BOX_SHARE))
        shapes = {Shape.DIAMOND: diamond, Shape.BAR: Size(across, BAR_HEIGHT)}
        return {item.id: shapes.get(item.shape, box) for item in self.grid.items}

    def _spec(
        self, top: Head, rows: dict[str, dict[str, Block]], columns: tuple[float, float], room: float, tail: float
    ) -> Spec:
        """Return what there is room for; ``columns`` are the width of all actors and the one that symbols fit."""
        actors, equal = columns
        high = [max(it.height for it in rows[symbol.id].values()) + 2 * ROW_PAD for symbol in self.diagram.symbols]
        return Spec(
            width=actors,
            least=(top.least,) * self.grid.columns,
            rows=tuple(max(each, ROW_LEAST) for each in high),
            room=room,
            sizes=self._sizes(equal),
            labels=self._labels,
            tail=tail,
        )
