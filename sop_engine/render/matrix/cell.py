"""Texts -> blocks of lines -> cells of a table as SVG. Sizes and places in points; every text is broken once."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from sop_engine.render import palette
from sop_engine.render.svg import escape, number
from sop_engine.render.typeface import ASCENT, DESCENT, LEADING, width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable

PAD = 3.0
"""From the border of a cell to its text."""
APART = 2.0
"""Between two texts in one cell."""
THIN, THICK = 0.5, 1.3
"""The lines inside a table and around it."""
RULE = "#6b7684"
"""The lines inside a table are lighter than the arrows that cross them."""
RECT = f'<rect class="box" fill="none" stroke="{RULE}" stroke-width="{number(THIN)}"'
FRAME = f'<rect class="frame" fill="none" stroke="{palette.INK}" stroke-width="{number(THICK)}"'
HANG = 2.5
"""From the number of an item to its text."""


class Item(NamedTuple):
    """A text of a cell, with its number in a list."""

    text: str
    number: str = ""


class Line(NamedTuple):
    """A line of text: how far from the left of its block, and its baseline from the top of its block."""

    text: str
    indent: float
    baseline: float


class Block(NamedTuple):
    """Broken text of one size and weight."""

    lines: tuple[Line, ...]
    height: float
    size: float
    bold: bool


class Box(NamedTuple):
    """A rectangle on the page."""

    left: float
    top: float
    width: float
    height: float


EMPTY = Block((), 0.0, 8.0, False)


@lru_cache(maxsize=4096)
def block(
    items: tuple[Item, ...],
    room: float,
    size: float,
    face: str,
    *,
    bold: bool = False,
    even: bool = False,
    most: int | None = None,
) -> Block:
    """Return texts broken to lines of at most ``room``; the numbers of a list hang before its texts.

    Labels are the same on all sheets of an office, and a table may be laid out more than once.
    """
    hang = max((width(item.number, size, bold=bold, face=face) + HANG for item in items if item.number), default=0.0)
    lines: list[Line] = []
    y = 0.0
    for item in items:
        indent = hang if item.number else 0.0
        y += APART if lines else 0.0
        if item.number:
            lines.append(Line(item.number, 0.0, y + ASCENT * size))
        for words in wrap(item.text, room - indent, size, bold=bold, most=most, even=even, face=face):
            lines.append(Line(words, indent, y + ASCENT * size))
            y += LEADING * size
    height = lines[-1].baseline + DESCENT * size if lines else 0.0
    return Block(tuple(lines), height, size, bold)


def texts(it: Block, left: float, top: float, align: str = "start") -> str:
    """Return the lines of a block as SVG; ``left`` is their middle when ``align`` is ``middle``."""
    more = ' font-weight="700"' if it.bold else ""
    if align != "start":
        more += f' text-anchor="{align}"'
    more = f' font-size="{number(it.size)}"{more}'
    return "".join(
        f'<text class="text" x="{number(left + line.indent)}" y="{number(top + line.baseline)}"{more}>'
        f"{escape(line.text)}</text>"
        for line in it.lines
    )


def cell(
    column: str,
    box: Box,
    it: Block = EMPTY,
    *,
    middle: bool = False,
    upper: bool = False,
    said: str = "",
    fill: str = "none",
) -> str:
    """Return a cell with its text in the middle of its height, or at its top when ``upper``.

    ``middle`` centres the lines; ``said`` are further attributes as SVG.
    """
    x = box.left + box.width / 2 if middle else box.left + PAD
    y = box.top + (PAD if upper else (box.height - it.height) / 2)
    return (
        f'<g class="cell" data-column="{escape(column)}"{said}>{frame(box, fill)}'
        f"{texts(it, x, y, 'middle' if middle else 'start')}</g>"
    )


def frame(box: Box, fill: str = "none", thick: bool = False) -> str:
    """Return the rectangle of a cell, or the thicker one around a table."""
    opening = FRAME if thick else RECT if fill == "none" else RECT.replace('"none"', f'"{fill}"', 1)
    return (
        f'{opening} x="{number(box.left)}" y="{number(box.top)}" width="{number(box.width)}" '
        f'height="{number(box.height)}"/>'
    )


def said(**attributes: str | None) -> str:
    """Return data attributes as SVG; None is left out."""
    return "".join(f' data-{key}="{escape(value)}"' for key, value in attributes.items() if value is not None)


def joined(parts: Iterable[str]) -> str:
    """Return parts of a drawing, one a line."""
    return "\n".join(parts)
