"""Measures and breaks text in the typefaces that ship with the program, without loading a font: Arimo and PT Serif.

The advance widths in ``arimo.json`` and ``pt_serif.json`` are read from the fonts by ``tests/render/letter_widths.py``.
Arimo lends PT Serif the characters that it lacks; programs that paint may then take all of the line from Arimo, so
each of its letters counts as wide as in the wider face. A character that neither has counts as wide as the widest
letter: a line is never longer on paper than it was measured.
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
    from collections.abc import Callable, Iterator

    Measure = Callable[[str], float]

SANS, SERIF = "sans", "serif"
"""The faces by the names that a project file gives them."""

FAMILY = "Arimo, Arial, 'Liberation Sans', sans-serif"
"""Arimo has the widths of Arial and Liberation Sans: where it is missing, these take its place line for line."""

FAMILIES = {SANS: FAMILY, SERIF: "'PT Serif', 'Times New Roman', 'Liberation Serif', Arimo, serif"}
"""What a drawing asks for, by its face: Times New Roman is narrower than PT Serif, so that it never takes more room."""

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


_DATA = {SANS: "arimo.json", SERIF: "pt_serif.json"}


@cache
def _widths(face: str, bold: bool) -> dict[str, float]:
    data = json.loads(Path(__file__).with_name(_DATA[face]).read_text(encoding="utf-8"))
    per_em = data["units_per_em"]
    runs: dict[str, list[int]] = data["bold" if bold else "regular"]
    return {chr(int(first, 16) + i): width / per_em for first, run in runs.items() for i, width in enumerate(run)}


@cache
def _wider(bold: bool) -> dict[str, float]:
    """Return the width of each character in the face in which it is wider."""
    serif = _widths(SERIF, bold)
    return {character: max(wide, serif.get(character, 0.0)) for character, wide in _widths(SANS, bold).items()}


def _measured(text: str, face: str, bold: bool) -> dict[str, float]:
    """Return the widths by which a text is measured."""
    own = _widths(face, bold)
    lent = face == SERIF and any(character not in own and character in _widths(SANS, bold) for character in text)
    return _wider(bold) if lent else own


@lru_cache(maxsize=4096)
def width(text: str, size: float, *, bold: bool = False, face: str = SANS) -> float:
    """Return how wide ``text`` is at ``size``, in the unit of ``size``."""
    widths = _measured(text, face, bold)
    return size * sum(widths.get(character, _UNKNOWN) for character in text)


def has_glyph(character: str) -> bool:
    """Return whether the typefaces can draw a character: what Arimo has, both have."""
    return character in _widths(SANS, False)


def missing(text: str) -> tuple[str, ...]:
    """Return the characters of ``text`` that the typefaces cannot draw, each once, in the order of the text.

    Signs that are never seen by themselves (joiners, variation selectors, controls) are not told.
    """
    unknown = set(text) - _widths(SANS, False).keys()
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
    text: str,
    limit: float,
    size: float,
    *,
    bold: bool = False,
    most: int | None = None,
    even: bool = True,
    face: str = SANS,
) -> tuple[str, ...]:
    """Break ``text`` into as few lines of at most ``limit`` as possible, of as equal length as possible when ``even``.

    A word that is wider than a line is broken. With ``most``, what does not fit in so many lines is left out after a
    whole word, and an ellipsis says so.
    """
    text = clean(text)
    measure = _measure(text, size, bold, face)
    words = _words(text, limit, measure)
    space = measure(" ")
    lines = _fill(words, limit, space)
    if most is not None and len(lines) > most:
        return _cut(lines[:most], limit, measure)
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


def _measure(text: str, size: float, bold: bool, face: str) -> Measure:
    """Return what measures the parts of a text."""
    widths = _measured(text, face, bold)
    if widths is _widths(face, bold):
        return lambda part: width(part, size, bold=bold, face=face)
    return lambda part: size * sum(widths.get(character, _UNKNOWN) for character in part)


def _words(text: str, limit: float, measure: Measure) -> list[tuple[str, float]]:
    words: list[tuple[str, float]] = []
    for word in text.split(" "):
        length = measure(word)
        words += [(word, length)] if length <= limit else _pieces(word, limit, measure)
    return words


def _pieces(word: str, limit: float, measure: Measure) -> Iterator[tuple[str, float]]:
    """Yield a word in pieces that fit a line, of one character at least, parted after a sign where it has one."""
    first, used = 0, 0.0
    for place, character in enumerate(word):
        wide = measure(character)
        if place > first and used + wide > limit:
            cut = max(word.rfind(sign, first, place) for sign in PARTING) + 1 or place
            yield word[first:cut], measure(word[first:cut])
            first, used = cut, measure(word[cut:place])
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


def _cut(lines: list[list[str]], limit: float, measure: Measure) -> tuple[str, ...]:
    kept = list(lines[-1])
    while len(kept) > 1 and measure(f"{' '.join(kept)} {ELLIPSIS}") > limit:
        kept.pop()
    last = " ".join(kept)
    while last and measure(f"{last} {ELLIPSIS}") > limit:
        last = last[:-1].rstrip()
    return (*(" ".join(words) for words in lines[:-1]), f"{last} {ELLIPSIS}".strip())
