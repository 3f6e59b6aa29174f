"""Letter -> the size of its words at which one page holds it, for Word and browsers, which set the lines themselves.

Reckoned from the widths of the letters, and with room to spare: another program breaks some lines in other places.
A letter that no size brings on one page keeps the usual one, and goes on to another page.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sop_engine.render.letter.document import Notice, Paragraph, Points, Table, Texts
from sop_engine.render.paper import SIZES
from sop_engine.render.typeface import wrap

if TYPE_CHECKING:
    from sop_engine.render.letter.document import Block, Letter

LEFT, RIGHT, TOP, BOTTOM = 25.0, 20.0, 14.0, 24.0
"""Margins in millimetres; the lowest 20 mm stay free for the note of the signing service."""

LOGO = 24.0
"""Width of the column of the logo, in millimetres; as much stays free at the other side."""

NUMBER, PAPERS = 11.0, 38.0
"""Widths of the first and of the last two columns of the table of requirements, in millimetres."""

LABEL, SHORT_LABEL = 42.0, 20.0
"""Where labelled values begin, in millimetres: in the body, and in the reference of a letter."""

INDENT = 6.0
"""How far lists and ways to complain are set in, in millimetres."""

ROOM_TO_SIGN = 52.0
"""Room for the signature, in points."""

GAP = 6.0
"""Points below a paragraph."""

LINE = 1.22
"""Font sizes from line to line, in Word."""

_POINTS = 72 / 25.4  # in a millimetre
_SIZES = (11.0, 10.5, 10.0, 9.5, 9.0)
_HEAD, _ADDRESSEE = 84.0, 38.0  # points: the unit's head and its rule with the title, and more without one
_TITLE, _ITEM, _ROW, _BOX = 13.0, 3.0, 4.0, 30.0  # points above and below a title, an item, a row, a notice
_SPARE = 24.0  # points


def fitting(letter: Letter, paper: str) -> float:
    """Return the largest size of words, in points, at which one page of ``paper`` holds the letter."""
    width, height = SIZES[paper]
    room = (height - TOP - BOTTOM) * _POINTS - _HEAD - ROOM_TO_SIGN - _SPARE
    room -= 0 if letter.title else _ADDRESSEE

    def high(size: float) -> float:
        return sum(_lines(letter, width - LEFT - RIGHT, size)) * size * LINE + _gaps(letter)

    # a paper with a title and a table is set a little smaller from the start
    sizes = _SIZES[bool(letter.title) :]
    return next((size for size in sizes if high(size) <= room), sizes[0])


def _lines(letter: Letter, width: float, size: float) -> Iterator[int]:
    """Yield how many lines each part of the letter takes."""
    yield len(letter.addressee) + len(letter.signature.office) + len(letter.signature.details) + 2
    yield len(letter.copies.texts) + bool(letter.copies.texts)
    for fact in letter.reference:
        yield _broken(fact.value.text, width - SHORT_LABEL, size)
    for block in letter.body:
        yield from _of_block(block, width, size)


def _of_block(block: Block, width: float, size: float) -> Iterator[int]:
    if isinstance(block, Paragraph):
        yield _broken(block.text, width, size)
    elif isinstance(block, Notice):
        yield _broken(f"{block.lead} {block.text}", width - INDENT, size) + 1
    elif isinstance(block, Table):
        widths = (NUMBER, width - NUMBER - 2 * PAPERS, PAPERS, PAPERS)
        yield 2
        for row in block.rows:
            yield max(_broken(text, wide - INDENT, size) for text, wide in zip(row, widths, strict=True))
    elif isinstance(block, Texts):
        yield bool(block.title)
        yield from (_broken(text, width - INDENT, size) for text in block.texts)
    elif isinstance(block, Points):
        for point in block.points:
            yield 1
            yield from (_broken(text, width - INDENT, size) for text in point.texts)
    else:
        yield bool(block.title)
        yield from (_broken(fact.value.text, width - INDENT - LABEL, size) for fact in block.facts)


def _broken(text: str, width: float, size: float) -> int:
    return len(wrap(text, width * _POINTS, size))


def _gaps(letter: Letter) -> float:
    """Return the room above and below the parts of the body, in points."""
    return sum(map(_gap, letter.body)) + len(letter.copies.texts) * _ITEM


def _gap(block: Block) -> float:
    if isinstance(block, Table):
        return _TITLE + (len(block.rows) + 1) * _ROW
    if isinstance(block, Texts):
        return bool(block.title) * _TITLE + len(block.texts) * _ITEM
    if isinstance(block, Points):
        return sum(_ITEM * (1 + len(point.texts)) for point in block.points)
    return _BOX if isinstance(block, Notice) else GAP
