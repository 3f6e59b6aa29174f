"""Symbol -> Figure: its words broken into lines and the smallest outline that holds them. Sizes in points.

A figure knows its own geometry: where each line of text stands, where its band ends, how wide it is at a height.
Text keeps its size and is written out: a long text makes a higher symbol. Only what no page could hold is shortened,
by ``most``, the lines of each text (:mod:`.fit` finds it); the whole text then stands in the drawing's description.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import product
from math import ceil, sqrt
from typing import TYPE_CHECKING

from sop_engine.render.diagram import Shape
from sop_engine.render.grid.outline import ROUND
from sop_engine.render.typeface import ASCENT, DESCENT, LEADING, width, wrap

if TYPE_CHECKING:
    from sop_engine.render.diagram import Symbol

BOX_WIDTH = 280.0
DIAMOND_WIDTH = 334.0
PLAIN_WIDTHS = (116.0, 220.0)
BAR_PAD = 4.5
CORNER = 2.5
DIAMOND_LEAST = 76.0
TALL_DIAMOND = 140.0
HOPELESS_DIAMOND = 1000.0  # no page holds it, whatever is done
TAPERS = (0.55, 0.75, 1.0)  # shares of the width of the activity

SIDE = 12.0  # between text and outline
DIAMOND_SIDE = 5.0
SIGN = 12.0
"""Room in the band for the sign of a party outside the office."""
BAND_PAD = 3.4
BODY_PAD = 5.5
BETWEEN = 2.2  # paragraphs


class Role(StrEnum):
    """What a paragraph in a symbol says."""

    BAND = "band"
    ACTIVITY = "activity"
    QUESTION = "question"
    CONDITION = "condition"
    INVOLVES = "involves"
    REMARK = "remark"
    CLOCK = "clock"
    TIME = "time"
    BAR = "bar"


SIZES = {
    Role.BAND: 8.5,
    Role.ACTIVITY: 9.5,
    Role.QUESTION: 9.0,
    Role.CONDITION: 8.0,
    Role.INVOLVES: 8.0,
    Role.REMARK: 8.0,
    Role.CLOCK: 8.0,
    Role.TIME: 8.0,
    Role.BAR: 8.5,
}
BOLD = frozenset({Role.BAND, Role.QUESTION, Role.BAR})
SIGNED = frozenset({Role.BAND, Role.CLOCK})
"""Before these words there may stand a sign."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Broken text of one role."""

    role: Role
    lines: tuple[str, ...]

    @property
    def leading(self) -> float:
        """Return the height of a line."""
        return SIZES[self.role] * LEADING

    @property
    def height(self) -> float:
        """Return the height of all lines."""
        return self.leading * len(self.lines)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, centred; ``baseline`` counts down from the middle; ``first`` is the first of its paragraph."""

    role: Role
    text: str
    baseline: float
    first: bool


@dataclass(frozen=True, slots=True)
class Figure:
    """A symbol with its outline. ``shift`` moves a diamond's text down from the middle, away from the narrow tip."""

    symbol: Symbol
    width: float
    height: float
    paragraphs: tuple[Paragraph, ...]
    shift: float = 0.0

    @property
    def banded(self) -> bool:
        """Return whether the first paragraph is a band."""
        return self.paragraphs[0].role is Role.BAND

    @property
    def corner(self) -> float:
        """Return the radius of the corners."""
        round_ends = self.symbol.shape in (Shape.CAPSULE, Shape.PLAIN)
        if self.symbol.shape is Shape.BAR:
            return 0.0
        return min(ROUND, self.height / 2) if round_ends else CORNER

    @property
    def band_end(self) -> float:
        """Return where the band ends, from the middle of the figure."""
        band = self.paragraphs[0]
        if self.symbol.shape is Shape.DIAMOND:
            return self.shift - stack(self.paragraphs) / 2 + band.height + BAND_PAD
        return band.height + 2 * BAND_PAD - self.height / 2

    def half_width(self, offset: float) -> float:
        """Return half the width at ``offset`` points below the middle."""
        away = abs(offset)
        if self.symbol.shape is Shape.DIAMOND:
            return self.width / 2 * max(0.0, 1 - away / (self.height / 2))
        into = away - (self.height / 2 - self.corner)
        bow = self.corner - sqrt(max(0.0, self.corner**2 - into**2)) if into > 0 else 0.0
        return self.width / 2 - bow

    def grown(self, height: float) -> Figure:
        """Return the figure at least so high: its arrows need the room."""
        return self if height <= self.height else replace(self, height=height)

    def lines(self) -> tuple[Line, ...]:
        """Return each line of text with its place."""
        if self.symbol.shape is Shape.DIAMOND or not self.banded:
            return _lines(self.paragraphs, self.shift - stack(self.paragraphs) / 2)
        band, *body = self.paragraphs
        top = (self.band_end + self.height / 2 - stack(tuple(body))) / 2
        return (*_lines((band,), BAND_PAD - self.height / 2), *_lines(tuple(body), top))


def figure(symbol: Symbol, most: int | None = None, diamond_width: float = DIAMOND_WIDTH) -> Figure:
    """Return the figure of a symbol, each of its texts in at most ``most`` lines."""
    if symbol.shape is Shape.DIAMOND:
        return _diamond(symbol, most, diamond_width)
    if symbol.shape is Shape.PLAIN:
        return _plain(symbol, most)
    if symbol.shape is Shape.BAR:
        words = Paragraph(Role.BAR, wrap(symbol.text, BOX_WIDTH - 2 * SIDE, SIZES[Role.BAR], bold=True, most=most))
        return Figure(symbol, BOX_WIDTH, float(ceil(words.height + 2 * BAR_PAD)), (words,))
    paragraphs = _paragraphs(symbol, BOX_WIDTH - 2 * SIDE, most)
    band, *body = paragraphs
    height = band.height + 2 * BAND_PAD + stack(tuple(body)) + 2 * BODY_PAD
    return Figure(symbol, BOX_WIDTH, float(ceil(height)), paragraphs)


def _plain(symbol: Symbol, most: int | None) -> Figure:
    least, widest = PLAIN_WIDTHS
    # a mark for the outcome stands at the left end
    mark = 16.0 if symbol.status is not None else 4.0
    size = SIZES[Role.ACTIVITY]
    room = widest - 2 * (SIDE + mark)
    lines = wrap(symbol.text, room, size, most=most)
    said = [(Role.REMARK, each) for each in symbol.remarks] + ([(Role.TIME, symbol.time)] if symbol.time else [])
    below = [Paragraph(role, wrap(each, room, SIZES[role], bold=role in BOLD, most=most)) for role, each in said]
    paragraphs = (Paragraph(Role.ACTIVITY, lines), *below)
    wide = max(width(line, SIZES[each.role], bold=each.role in BOLD) for each in paragraphs for line in each.lines)
    wide += 2 * (SIDE + mark)
    return Figure(symbol, max(least, float(ceil(wide))), float(ceil(stack(paragraphs) + 11)), paragraphs)


def _diamond(symbol: Symbol, most: int | None, wide: float) -> Figure:
    """Return the lowest diamond that holds the words, over several widths of text and places for it."""
    plainly = _lowest(symbol, most, wide, ((1.0, 1.0),))
    if not TALL_DIAMOND < plainly.height < HOPELESS_DIAMOND:
        return plainly
    # where there is much text, its first and last lines give way to the outline
    followed = _lowest(symbol, most, wide, tuple((band, question) for band in TAPERS for question in TAPERS))
    return min(plainly, followed, key=lambda made: made.height)


def _lowest(symbol: Symbol, most: int | None, wide: float, tapers: tuple[tuple[float, float], ...]) -> Figure:
    best: Figure | None = None
    tried: set[tuple[Paragraph, ...]] = set()
    for limit, taper in product(range(130, int(wide) - 83, 15), tapers):
        paragraphs = _paragraphs(symbol, float(limit), most, *taper)
        if paragraphs in tried:
            continue
        tried.add(paragraphs)
        extents = _extents(paragraphs, wide)
        # the band stays in the upper half: below, the outline turns inward again
        lowest = stack(paragraphs) / 2 - paragraphs[0].height - BAND_PAD - 2
        for shift in (min(place, lowest) for place in range(-10, 17, 2)):
            height = _diamond_height(extents, shift)
            if best is None or height < best.height:
                best = Figure(symbol, wide, height, paragraphs, shift)
    assert best is not None
    return best


def _extents(paragraphs: tuple[Paragraph, ...], diamond_width: float) -> list[tuple[float, float, float]]:
    """Return each line's top and bottom, from the middle of the text, and the share of the width left beside it."""
    extents = []
    for line in _lines(paragraphs, -stack(paragraphs) / 2):
        size = SIZES[line.role]
        wide = width(line.text, size, bold=line.role in BOLD) + 2 * DIAMOND_SIDE
        wide += SIGN if line.role in SIGNED else 0
        top, bottom = line.baseline - size * ASCENT - 1, line.baseline + size * DESCENT + 1
        extents.append((top, bottom, 1 - wide / diamond_width))
    return extents


def _diamond_height(extents: list[tuple[float, float, float]], shift: float) -> float:
    least = max(2 * max(-top - shift, bottom + shift) / left for top, bottom, left in extents)
    return 2.0 * ceil(max(least, DIAMOND_LEAST) / 2)


def _paragraphs(
    symbol: Symbol, limit: float, most: int | None, band: float = 1.0, question: float = 1.0
) -> tuple[Paragraph, ...]:
    words = (
        (Role.BAND, symbol.band),
        (Role.ACTIVITY, symbol.text),
        (Role.INVOLVES, symbol.involves),
        (Role.CONDITION, f"({symbol.condition})" if symbol.condition is not None else None),
        *((Role.REMARK, remark) for remark in symbol.remarks),
        (Role.CLOCK, symbol.clock),
        (Role.QUESTION, symbol.question),
        (Role.TIME, symbol.time),
    )
    room = {**dict.fromkeys(Role, limit), Role.BAND: limit * band - SIGN, Role.QUESTION: limit * question}
    room[Role.CLOCK] = limit - SIGN
    return tuple(
        Paragraph(role, wrap(text, room[role], SIZES[role], bold=role in BOLD, most=most))
        for role, text in words
        if text is not None
    )


def stack(paragraphs: tuple[Paragraph, ...]) -> float:
    """Return the height of paragraphs one below the other; a band has its lower edge and room after it."""
    height = sum(paragraph.height for paragraph in paragraphs)
    return height + sum(after(paragraph) for paragraph in paragraphs[:-1])


def after(paragraph: Paragraph) -> float:
    """Return the room between a paragraph and the next."""
    return 2 * BAND_PAD if paragraph.role is Role.BAND else BETWEEN


def _lines(paragraphs: tuple[Paragraph, ...], top: float) -> tuple[Line, ...]:
    lines: list[Line] = []
    for paragraph in paragraphs:
        size = SIZES[paragraph.role]
        slack = (paragraph.leading - size) / 2
        for index, text in enumerate(paragraph.lines):
            lines.append(Line(paragraph.role, text, top + slack + size * 0.8, index == 0))
            top += paragraph.leading
        top += after(paragraph)
    return tuple(lines)
