"""Symbol -> Figure as wide as the symbols of a lane: number above, activity and question inside.

The lane names the actor, so that the band holds the number alone, and in the lanes of others who do the step how they
take part. The words of a diamond follow its outline, and those of a capsule stay clear of its round ends.
"""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING

from sop_engine.messages import printed
from sop_engine.render.diagram import Shape
from sop_engine.render.flowchart.symbol import BODY_PAD, BOLD, SIGN, SIGNED, SIZES, Figure, Paragraph, Role
from sop_engine.render.flowchart.symbol import stack as stacked
from sop_engine.render.lanes.diamond import WIDEST_WORD, diamond
from sop_engine.render.typeface import ASCENT, DESCENT, width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sop_engine.render.diagram import Symbol

SIDE = 6.0
"""Between the words and the outline."""
MARK = 15.0
"""Room for the mark of an outcome at the left end of an end."""
WIDEST_END = 124.0
DIAMOND_SHARE = 1.2
"""How wide a diamond is, beside a box."""
_BAR_PAD = 4.0
_STEP = 2.0


def figure(symbol: Symbol, wide: float, heading: str | None = None) -> Figure:
    """Return the figure of a symbol in a lane, as wide as boxes are to be and as high as its words ask for.

    A diamond, which holds less, is wider than that, and so is an end with a long word beside its mark. ``heading`` is
    that of the parallel branch which begins here.
    """
    if heading is not None:
        symbol = replace(symbol, remarks=(heading, *symbol.remarks))
    if symbol.shape is Shape.BAR:
        words = Paragraph(Role.BAR, wrap(symbol.text, wide - 2 * SIDE, SIZES[Role.BAR], bold=True))
        return Figure(symbol, wide, float(ceil(words.height + 2 * _BAR_PAD)), (words,))
    if symbol.shape is Shape.PLAIN:
        mark = 2 * MARK if symbol.status is not None else 0.0
        return _rounded(symbol, max(wide, min(WIDEST_END, longest_word(symbol))), mark)
    # the lanes of other actors have longer bands, and all are drawn alike
    longest = replace(symbol, band=_band(symbol, "with") if len(symbol.actors) > 1 else symbol.number)
    return _banded(_fitted(longest, wide), symbol.number, symbol.actors)


def _fitted(symbol: Symbol, wide: float) -> Figure:
    if symbol.shape is Shape.DIAMOND:
        return diamond(symbol, _words(symbol), wide * DIAMOND_SHARE)
    if symbol.shape is Shape.CAPSULE:
        return _rounded(symbol, wide, 0.0)
    paragraphs = _paragraphs(symbol, wide - 2 * SIDE)
    return Figure(symbol, wide, float(ceil(stacked(paragraphs) + 2 * BODY_PAD)), paragraphs)


def beside(drawn: Figure, actor: str, instead: bool) -> Figure:
    """Return the figure for the lane of another actor of the step, who does it too or ``instead`` of the first."""
    return _banded(drawn, _band(drawn.symbol, "or" if instead else "with"), (actor,))


def _banded(drawn: Figure, band: str, actors: tuple[str, ...]) -> Figure:
    first = replace(drawn.paragraphs[0], lines=(band,))
    symbol = replace(drawn.symbol, band=band, actors=actors)
    return replace(drawn, symbol=symbol, paragraphs=(first, *drawn.paragraphs[1:]))


def _band(symbol: Symbol, how: str) -> str:
    return printed(f"diagram.lane_{how}", number=symbol.number)


def longest_word(symbol: Symbol) -> float:
    """Return how wide boxes must be so that none of a symbol's words is broken."""
    share = DIAMOND_SHARE * WIDEST_WORD if symbol.shape is Shape.DIAMOND else 1.0
    pad = 0.0 if symbol.shape is Shape.DIAMOND else 2 * SIDE
    if symbol.status is not None:
        pad += 2 * MARK
    words = [(role, word) for role, text in _words(symbol) if role is not Role.BAND for word in text.split()]
    widest = max((width(word, SIZES[role], bold=role in BOLD) for role, word in words), default=0.0)
    return (widest + pad) / share


def _words(symbol: Symbol) -> Iterator[tuple[Role, str]]:
    if symbol.band is not None:
        yield Role.BAND, symbol.band
    yield Role.ACTIVITY, symbol.text
    for role, text in (
        (Role.INVOLVES, symbol.involves),
        (Role.CONDITION, f"({symbol.condition})" if symbol.condition is not None else None),
        *((Role.REMARK, remark) for remark in symbol.remarks),
        (Role.CLOCK, symbol.clock),
        (Role.QUESTION, symbol.question),
        (Role.TIME, symbol.time),
    ):
        if text is not None:
            yield role, text


def _paragraphs(symbol: Symbol, room: float) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(
            role, wrap(text, room - (SIGN if role in SIGNED - {Role.BAND} else 0), SIZES[role], bold=role in BOLD)
        )
        for role, text in _words(symbol)
    )


def _rounded(symbol: Symbol, wide: float, mark: float) -> Figure:
    """Return a figure with round ends in which every line of words stays inside, in the fewest lines that do."""
    best: Figure | None = None
    room = wide - 2 * SIDE - mark
    while best is None or room > wide / 3:
        paragraphs = _paragraphs(symbol, room)
        high = float(ceil(stacked(paragraphs) + 2 * BODY_PAD))
        made = _grown(Figure(symbol, wide, high, paragraphs), mark)
        if best is None or made.height < best.height:
            best = made
        room -= 8.0
    return best


def _grown(made: Figure, mark: float) -> Figure:
    """Return the figure so high that its round ends are clear of the words."""
    while not all(_inside(made, line.role, line.text, line.baseline, mark) for line in made.lines()):
        if made.height > 4 * made.width + stacked(made.paragraphs):
            return made
        made = replace(made, height=made.height + _STEP)
    return made


def _inside(made: Figure, role: Role, text: str, baseline: float, mark: float) -> bool:
    size = SIZES[role]
    half = width(text, size, bold=role in BOLD) / 2 + (SIGN if role is Role.CLOCK else 2.0) + mark / 2
    return all(half <= made.half_width(edge) for edge in (baseline - size * ASCENT, baseline + size * DESCENT))
