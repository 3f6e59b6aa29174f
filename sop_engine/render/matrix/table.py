"""Wording and Diagram -> Table: the widths of its columns, found by laying it out, and its scale.

Columns of words give way to the actors as far as they can, then symbols become narrower; when that is not enough, the
whole page is drawn smaller and a notice says so. Lengths in points of the drawing, which are smaller on paper when the
page is scaled.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from sop_engine.render.grid.layout import Layout
from sop_engine.render.matrix.cell import Block
from sop_engine.render.matrix.columns import ACTOR_TIGHT, LEAST, WORDS, narrowest, shares, squeezed, wishes
from sop_engine.render.matrix.fit import parted
from sop_engine.render.matrix.head import Head, Heading, longest_word, settled
from sop_engine.render.matrix.laid import Laid, Layouts
from sop_engine.render.matrix.style import FOOT, SIDE, TOP, Style
from sop_engine.render.matrix.symbols import DIAMOND_WIDER, across
from sop_engine.render.matrix.words import Wording
from sop_engine.render.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sop_engine.render.diagram import Diagram

EVENER = 1.1
"""Columns of actors may take so many times their room for the sake of names that stand level."""
SLACK = 1.01
"""Rows that move to another page may take a little more room for their arrows."""
NEARLY = 0.06
"""What is wider than the page by this share of it is scaled without another round."""
SHORT = 15
"""A table with no more rows than these is laid out without a first estimate of its columns."""
ROUNDS = 5
"""How often columns are measured anew at most."""
NEARLY_WHOLE = 0.95
"""Columns are crowded further only when the page would be scaled by less than this."""
TOLD_SCALE = 0.9
"""A page that is scaled by less than this is as legible as a whole one."""


LEGIBLE_SCALE = 0.75
"""A page that is scaled by less than this comes with advice."""
WIDEST = "F4"
"""The paper with the most room across."""


class Crowding(NamedTuple):
    """How narrow columns of words and of actors may become, as shares of their least widths."""

    words: float
    actors: float


CROWDING = (Crowding(1.0, 1.0), Crowding(1.0, 0.8), Crowding(0.8, 0.8), Crowding(0.8, 0.65))
"""From roomy to crowded: before a page is scaled, symbols become narrower, and texts take more lines."""


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
    hint: Block
    """What pages before the notes say of them."""
    notices: tuple[Notice, ...]

    @property
    def foot(self) -> float:
        """Return where the room for the signing service begins."""
        return self.height - FOOT / self.scale


def table(words: Wording, diagram: Diagram, style: Style) -> Table:
    """Return the table of a diagram; as large as it can be on the paper of the style."""
    layouts = Layouts(words, diagram, style)
    for crowding in CROWDING:
        made = _Measure(layouts, crowding).table()
        if made.scale >= NEARLY_WHOLE:
            break
    return made


class _Measure:
    """Finds the sizes of one table."""

    def __init__(self, layouts: Layouts, crowding: Crowding) -> None:
        self.layouts = layouts
        self.words = layouts.words
        self.style = layouts.style
        self.names = layouts.names
        self.columns = layouts.grid.columns
        self.crowded = crowding != CROWDING[0]
        self.narrow = max(ACTOR_TIGHT, crowding.actors * narrowest(self.columns))
        self.wanted = wishes(self.words.rows.values(), self.style, crowding.words)
        self.least = sum(self.wanted.least.values())

    def table(self) -> Table:
        """Return the table, scaled down only when its columns cannot fit otherwise."""
        scale, narrow = 1.0, self.narrow
        room = self.style.width - 2 * SIDE
        widths, actors = shares(self.wanted, (self.columns, narrow), longest_word(self.names, self.style), room)
        equal = actors / self.columns
        if self.crowded:
            equal = narrow
            widths = squeezed(self.wanted, min(self.layouts.estimate(narrow), room - self.least), room)
            actors = room - sum(widths.values())
        elif self.layouts.grid.rows > SHORT:
            tight = self.layouts.estimate(narrow)
            need = tight + self.columns * (across(equal) - across(narrow)) * DIAMOND_WIDER
            if self.least + need > room:
                equal, need = narrow, tight
            if need > actors or equal == narrow:
                widths = squeezed(self.wanted, min(need, room - self.least), room)
                actors = room - sum(widths.values())
        for _ in range(ROUNDS):
            made = self.layouts.laid(widths, actors, equal, scale)
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
        return self._table(self._levelled(made, equal, scale), scale)

    def _levelled(self, made: Laid, equal: float, scale: float) -> Laid:
        """Return a layout in which the names of actors stand level, where a little more even columns allow that."""
        columns = [right - left for left, right in pairwise(made.layout.columns)]
        if not settled(made.top, self.names, columns, self.style).upright:
            return made
        room, actors = (self.style.width - 2 * SIDE) / scale, made.actors
        widths = made.widths
        for _ in range(2):
            other = self.layouts.laid(widths, actors, equal, scale, level=True)
            if other.top.upright or other.layout.width > max(made.layout.width, made.actors) * EVENER:
                return made
            if other.need <= max(room, made.need):
                return other
            if self.least + other.layout.width > room:
                return made
            widths = squeezed(self.wanted, other.layout.width, room)
            actors = room - sum(widths.values())
        return made

    def _table(self, made: Laid, scale: float) -> Table:
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
            hint=made.hint,
            notices=tuple(notices),
        )

    def _scaled(self, made: Laid, scale: float) -> Iterator[Notice]:
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
        return Heading(
            settled(top, self.names, columns, self.style), self.style, self.layouts.parties, before, actors, after
        )
