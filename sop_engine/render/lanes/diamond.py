"""Symbol and width -> the lowest diamond whose words follow its outline, every line as wide as the outline lets it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sop_engine.render.flowchart.symbol import BOLD, SIGN, SIZES, Figure, Paragraph, Role, after
from sop_engine.render.flowchart.symbol import stack as stacked
from sop_engine.render.typeface import LEADING, width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sop_engine.render.diagram import Symbol

PAD = 3.0
"""Between the words and the outline."""
LOWEST = 48.0
WIDEST_WORD = 0.66
"""A word that takes more than this share of the diamond's width is broken."""
_STEP = 2.0
_TRIES = 120  # places for the first line that are tried in a very high diamond
_ROUNDING = 0.01


class _Words(NamedTuple):
    """The words of one text with their widths, and what else a line of it needs."""

    role: Role
    pieces: tuple[tuple[str, float], ...]
    space: float
    leading: float
    sign: float


def diamond(symbol: Symbol, words: Iterable[tuple[Role, str]], wide: float) -> Figure:
    """Return the figure of a decision, ``wide`` points wide."""
    texts = [_words(role, text, wide) for role, text in words]
    # no lower one has the area: the words are half of a diamond's square at most
    area = sum(length * text.leading for text in texts for _, length in text.pieces)
    low = int(max(LOWEST, 2 * area / wide) / _STEP) - 1
    step = 1
    while (made := _filled(symbol, texts, wide, _STEP * (low + step))) is None:
        low, step = low + step, step * 2
    high = low + step
    while high - low > 1:
        middle = (low + high) // 2
        tried = _filled(symbol, texts, wide, _STEP * middle)
        if tried is None:
            low = middle
        else:
            made, high = tried, middle
    return made


def _words(role: Role, text: str, wide: float) -> _Words:
    limit, size, bold = wide * WIDEST_WORD + _ROUNDING, SIZES[role], role in BOLD
    pieces = (
        [text] if role is Role.BAND else [part for word in text.split() for part in wrap(word, limit, size, bold=bold)]
    )
    widths = tuple((piece, width(piece, size, bold=bold)) for piece in pieces)
    return _Words(role, widths, width(" ", size, bold=bold), size * LEADING, SIGN if role is Role.CLOCK else 0.0)


def _filled(symbol: Symbol, texts: Sequence[_Words], wide: float, high: float) -> Figure | None:
    """Return a diamond of this size with its words, set as far up as they stay inside; None when it holds them not."""
    first = texts[0]
    widest = max(length for _, length in first.pieces) if first.role is Role.BAND else 0.0
    top = -(1 - (widest + 2 * PAD) / wide) * high / 2
    while top < 0:
        paragraphs = _set(texts, wide, high, top)
        if paragraphs is not None:
            stack = stacked(paragraphs)
            if top + stack < high / 2:
                return Figure(symbol, wide, high, paragraphs, top + stack / 2)
        top += max(_STEP, high / _TRIES)
    return None


def _set(texts: Sequence[_Words], wide: float, high: float, top: float) -> tuple[Paragraph, ...] | None:
    """Return the paragraphs set from ``top`` on; None when the outline leaves a line no room."""
    paragraphs: list[Paragraph] = []
    slope, y = 2 * wide / high, top
    for text in texts:
        lines: list[str] = []
        done = 0
        while done < len(text.pieces):
            room = wide - max(abs(y), abs(y + text.leading)) * slope - 2 * PAD - text.sign
            end = _taken(text, done, room)
            if end == done:
                return None
            lines.append(" ".join(piece for piece, _ in text.pieces[done:end]))
            done, y = end, y + text.leading
        paragraphs.append(Paragraph(text.role, tuple(lines)))
        y += after(paragraphs[-1])
    return tuple(paragraphs)


def _taken(text: _Words, start: int, room: float) -> int:
    """Return before which word a line that begins with ``start`` ends."""
    used = -text.space
    for place in range(start, len(text.pieces)):
        used += text.space + text.pieces[place][1]
        if used > room:
            return place
    return len(text.pieces)
