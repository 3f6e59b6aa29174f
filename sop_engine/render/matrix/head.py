"""Names of columns -> the head of the table: two rows, and a third of column numbers where a project wants it.

The names of actors stand level where their words fit into their columns, else all of them stand on end. A name that
is longer than any head could be goes on below the table. The same head stands on every page.
"""

from __future__ import annotations

from itertools import pairwise
from math import floor
from typing import TYPE_CHECKING, NamedTuple

from sop_engine.messages import printed
from sop_engine.render.matrix.cell import EMPTY, PAD, Block, Box, Item, block, cell, said
from sop_engine.render.svg import escape, number
from sop_engine.render.typeface import LEADING, width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sop_engine.render.diagram import Party
    from sop_engine.render.matrix.style import Style

SMALLER = 0.5
"""The names of actors are so many points smaller than the other letters."""
HEAD_ROOM = 0.8
"""The share of an equal column that an actor's name can count on: busy columns take from the others."""
LEVEL_LINES = 7
"""A name that takes more lines than these is set on end."""
END_LEAST, END_MOST = 48.0, 150.0
"""How high a head with names on end is, in points."""
FILL = "#e8edf3"
"""The head is tinted so lightly that it stays light on a grey print."""
ROW_PAD = 2.5
"""Above and below the words of a row of the head."""
ROUNDING = 0.1
"""What a head is higher than its longest word."""


class Head(NamedTuple):
    """Heights of the rows of the head, and how the names of actors stand in columns of the ``least`` widths.

    ``under`` is what the second row needs without those names.
    """

    rows: tuple[float, ...]
    upright: bool
    least: tuple[float, ...]
    size: float
    under: float

    @property
    def height(self) -> float:
        """Return the height of the whole head."""
        return sum(self.rows)


def longest_word(names: Sequence[str], style: Style) -> float:
    """Return the width of a column in which every word of some names stands level."""
    size = style.size - SMALLER
    return (
        max(width(word, size, bold=True, face=style.face) for name in names for word in name.split() or [""])
        + 2 * PAD
        + ROUNDING
    )


def head(names: Sequence[str], equal: float, words: dict[str, float], style: Style, *, level: bool = False) -> Head:
    """Return the head for actors whose columns would be ``equal`` wide if all were alike, beside columns of words.

    When ``level``, each of their columns is at least as wide as the longest word of its name.
    """
    size = style.size - SMALLER
    room = min(max(equal * HEAD_ROOM, longest_word(names, style)), equal)
    over = (
        max(_broken(style.label(key), 200.0, style.size, style).height for key in ("actors", "quality")) + 2 * ROW_PAD
    )
    high = {key: _broken(style.label(key), wide - 2 * PAD, style.size, style).height for key, wide in words.items()}
    under = max(*(high[key] for key in ("input", "time", "output")), max(high.values()) - over)
    least = (room,) * len(names)
    if level:
        least = tuple(max(equal * HEAD_ROOM, longest_word((name,), style)) for name in names)
    lying = _level(names, least, size, style)
    second = max(_on_end(names, room, size, style) if lying is None else lying, under) + 2 * ROW_PAD
    index = (LEADING * size + 2,) if style.index else ()
    return Head((over, second, *index), lying is None, least, size, under + 2 * ROW_PAD)


def settled(made: Head, names: Sequence[str], columns: Sequence[float], style: Style) -> Head:
    """Return a head for columns that are as wide as they are now, which may let names stand level after all."""
    level = _level(names, columns, made.size, style) if made.upright else None
    if level is None or level + 2 * ROW_PAD > made.rows[1]:
        return made
    over, _, *index = made.rows
    return made._replace(rows=(over, max(level + 2 * ROW_PAD, made.under), *index), upright=False)


def _level(names: Sequence[str], columns: Sequence[float], size: float, style: Style) -> float | None:
    """Return how high level names are in columns of these widths; None when one cannot stand so."""
    high = 0.0
    for name, wide in zip(names, columns, strict=True):
        room = wide - 2 * PAD
        it = _broken(name, room, size, style)
        if len(it.lines) > LEVEL_LINES or any(
            width(word, size, bold=True, face=style.face) > room for word in name.split()
        ):
            return None
        high = max(high, it.height)
    return high


def _on_end(names: Sequence[str], room: float, size: float, style: Style) -> float:
    """Return how high names on end are: the least height at which their lines fit beside one another."""
    lines = _most_lines(room, size)
    longest = max(width(word, size, bold=True, face=style.face) for name in names for word in name.split() or [""])
    high = min(max(END_LEAST, longest + ROUNDING), END_MOST)
    while high < END_MOST and any(len(_broken(name, high, size, style).lines) > lines for name in names):
        high += 6.0
    return high


def _most_lines(room: float, size: float) -> int:
    return max(1, floor((room - 2) / (LEADING * size)))


def _broken(words: str, room: float, size: float, style: Style) -> Block:
    return block((Item(words),), room, size, style.face, bold=True, even=True)


class Heading(NamedTuple):
    """Draws a head over columns whose borders are known."""

    head: Head
    style: Style
    parties: Sequence[Party]
    before: Sequence[float]
    """The borders of the columns of words before the actors."""
    actors: Sequence[float]
    after: Sequence[float]

    def cut(self) -> dict[str, str]:
        """Return what of an actor's name does not fit into the head, by its key."""
        return {party.key: party.name for index, party in enumerate(self.parties) if self._name(index)[1]}

    def drawn(self, top: float) -> Iterator[str]:
        """Yield the cells of the head."""
        style, (over, second) = self.style, self.head.rows[:2]
        whole = over + second
        for key, left, right in zip(("row", "activity"), self.before, self.before[1:], strict=False):
            yield self._cell("no" if key == "row" else key, left, right, top, whole, style.label(key))
        yield self._cell("actors", self.actors[0], self.actors[-1], top, over, style.label("actors"))
        for index, party in enumerate(self.parties):
            yield self._actor(index, party, top + over, second)
        yield self._cell("quality", self.after[0], self.after[3], top, over, style.label("quality"))
        for key, left, right in zip(("input", "time", "output"), self.after, self.after[1:], strict=False):
            yield self._cell(key, left, right, top + over, second, style.label(key))
        yield self._cell("note", self.after[3], self.after[4], top, whole, style.label("note"))
        if style.index:
            borders = [*self.before, *self.actors[1:], *self.after[1:]]
            for place, (left, right) in enumerate(pairwise(borders), 1):
                yield self._cell(
                    "index",
                    left,
                    right,
                    top + whole,
                    self.head.rows[2],
                    printed("matrix.index", number=place),
                    bold=False,
                )

    def _cell(
        self, column: str, left: float, right: float, top: float, high: float, words: str, *, bold: bool = True
    ) -> str:
        size = self.style.size if bold else self.head.size
        it = block((Item(words),), right - left - 2 * PAD, size, self.style.face, bold=bold, even=True)
        return cell(column, Box(left, top, right - left, high), it, middle=True, said=said(head="1"), fill=FILL)

    def _name(self, index: int) -> tuple[Block, bool]:
        """Return the name of an actor as it stands in the head, and whether some of it does not."""
        wide = self.actors[index + 1] - self.actors[index]
        name, size = self.parties[index].name, self.head.size
        if not self.head.upright:
            return _broken(name, wide - 2 * PAD, size, self.style), False
        room, most = self.head.rows[1] - 2 * ROW_PAD, _most_lines(wide, size)
        it = _broken(name, room, size, self.style)
        if len(it.lines) <= most:
            return it, False
        return block((Item(name),), room, size, self.style.face, bold=True, most=most), True

    def _actor(self, index: int, party: Party, top: float, high: float) -> str:
        left, right = self.actors[index], self.actors[index + 1]
        box, (it, _) = Box(left, top, right - left, high), self._name(index)
        column = f"actor:{party.key}"
        if not self.head.upright:
            return cell(column, box, it, middle=True, said=said(head="1"), fill=FILL)
        x, y = left + (right - left - it.height) / 2, top + high / 2
        lines = "".join(
            f'<text class="text" x="{number(x + line.baseline)}" y="{number(y)}" font-size="{number(it.size)}" '
            f'font-weight="700" text-anchor="middle" '
            f'transform="rotate(-90 {number(x + line.baseline)} {number(y)})">{escape(line.text)}</text>'
            for line in it.lines
        )
        return cell(column, box, EMPTY, said=said(head="1"), fill=FILL).removesuffix("</g>") + lines + "</g>"
