"""Measures and breaks text in Arimo, the typeface that ships with the program, without loading the font.

The advance widths in ``arimo.json`` are read from the font by ``tests/render/arimo_widths.py``. A character that is
not in there counts as wide as the widest letter, so that a line is never longer on paper than it was measured.
Text is shown as the author wrote it, except that runs of white space become one space and characters that XML
forbids become U+FFFD, visibly.
"""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

FAMILY = "Arimo, Arial, 'Liberation Sans', sans-serif"
"""Arimo has the widths of Arial and Liberation Sans: where it is missing, these take its place line for line."""

LEADING = 1.22
"""From baseline to baseline, in font sizes."""

ASCENT = 0.76
"""From the top of a line's tallest letters to its baseline, in font sizes."""

DESCENT = 0.24
"""From a line's baseline to the bottom of its lowest letters, in font sizes."""

ELLIPSIS = "…"
PARTING = "/-"
"""After these signs a word may go on in the next line, where it has to."""
_UNKNOWN = 1.25  # em
_FORBIDDEN = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\ud800-\\udfff\\ufffe\\uffff]")


@cache
def _widths(bold: bool) -> dict[str, float]:
    data = json.loads(Path(__file__).with_name("arimo.json").read_text(encoding="utf-8"))
    per_em = data["units_per_em"]
    runs: dict[str, list[int]] = data["bold" if bold else "regular"]
    return {chr(int(first, 16) + i): width / per_em for first, run in runs.items() for i, width in enumerate(run)}


@lru_cache(maxsize=4096)
def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide ``text`` is at ``size``, in the unit of ``size``."""
    widths = _widths(bold)
    return size * sum(widths.get(character, _UNKNOWN) for character in text)


def has_glyph(character: str) -> bool:
    """Return whether the typeface can draw a character."""
    return character in _widths(False)


def missing(text: str) -> tuple[str, ...]:
    """Return the characters of ``text`` that the typeface cannot draw, each once, in the order of the text.

    Signs that are never seen by themselves (joiners, variation selectors, controls) are not told.
    """
    unknown = set(text) - _widths(False).keys()
    return tuple(sorted(filter(_visible, unknown), key=text.index))


def _visible(character: str) -> bool:
    return not (
        character.isspace()
        or unicodedata.category(character) in {"Cc", "Cf"}
        or unicodedata.name(character, "").startswith("VARIATION SELECTOR")
    )


def clean(text: str) -> str:
    """Return ``text`` on one line, with every character that XML forbids (and C1 controls) shown as U+FFFD."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    return " ".join(_FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text).split())


def wrap(
    text: str, limit: float, size: float, *, bold: bool = False, most: int | None = None, even: bool = True
) -> tuple[str, ...]:
    """Break ``text`` into as few lines of at most ``limit`` as possible, of as equal length as possible when ``even``.

    A word that is wider than a line is broken. With ``most``, what does not fit in so many lines is left out after a
    whole word, and an ellipsis says so.
    """
    words = _words(clean(text), limit, size, bold)
    space = width(" ", size, bold=bold)
    lines = _fill(words, limit, space)
    if most is not None and len(lines) > most:
        return _cut(lines[:most], limit, size, bold)
    if even and len(lines) > 1:
        narrow, wide = max(length for _, length in words), limit
        for _ in range(7):
            middle = (narrow + wide) / 2
            if len(_fill(words, middle, space)) == len(lines):
                wide = middle
            else:
                narrow = middle
        lines = _fill(words, wide, space)
    return tuple(" ".join(words) for words in lines)


def _words(text: str, limit: float, size: float, bold: bool) -> list[tuple[str, float]]:
    words: list[tuple[str, float]] = []
    for word in text.split(" "):
        length = width(word, size, bold=bold)
        words += [(word, length)] if length <= limit else _pieces(word, limit, size, bold)
    return words


def _pieces(word: str, limit: float, size: float, bold: bool) -> Iterator[tuple[str, float]]:
    """Yield a word in pieces that fit a line, of one character at least, parted after a sign where it has one."""
    first, used = 0, 0.0
    for place, character in enumerate(word):
        wide = width(character, size, bold=bold)
        if place > first and used + wide > limit:
            cut = max(word.rfind(sign, first, place) for sign in PARTING) + 1 or place
            yield word[first:cut], width(word[first:cut], size, bold=bold)
            first, used = cut, width(word[cut:place], size, bold=bold)
        used += wide
    yield word[first:], used


def _fill(words: list[tuple[str, float]], limit: float, space: float) -> list[list[str]]:
    lines: list[list[str]] = []
    used = 0.0
    for word, length in words:
        if lines and used + space + length <= limit:
            lines[-1].append(word)
            used += space + length
        else:
            lines.append([word])
            used = length
    return lines


def _cut(lines: list[list[str]], limit: float, size: float, bold: bool) -> tuple[str, ...]:
    kept = list(lines[-1])
    while len(kept) > 1 and width(f"{' '.join(kept)} {ELLIPSIS}", size, bold=bold) > limit:
        kept.pop()
    last = " ".join(kept)
    while last and width(f"{last} {ELLIPSIS}", size, bold=bold) > limit:
        last = last[:-1].rstrip()
    return (*(" ".join(words) for words in lines[:-1]), f"{last} {ELLIPSIS}".strip())
