"""The texts of a matrix and the number of its actors -> how wide each column is, in points.

Columns of words shrink from what their texts would like to what they need at least as the actors grow in number, all
in the same measure. Widths that the project has settled stay.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sop_engine.render.matrix.cell import PAD
from sop_engine.render.matrix.style import MM
from sop_engine.render.typeface import width

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sop_engine.render.matrix.style import Style
    from sop_engine.render.matrix.words import Cells

WORDS = ("row", "activity", "input", "time", "output", "note")
"""The columns of words, by their keys in a project file; the actors stand after the second."""

LEAST = {"row": 8 * MM, "activity": 38 * MM, "input": 21 * MM, "time": 14 * MM, "output": 20 * MM, "note": 22 * MM}
"""The narrowest that a column of words becomes, whatever the number of actors."""
MOST = {"row": 10 * MM, "activity": 72 * MM, "input": 46 * MM, "time": 24 * MM, "output": 42 * MM, "note": 58 * MM}
"""The widest that its texts make a column; what is then left over is shared out all the same."""
WORD_MOST = 1.3
"""A column is not made wider than this many times its least width for a long word; an address on the web is broken."""
LINES = 4
"""A column of words would like its fullest cell to have no more lines than this."""

NUMBER_HANG = 1.5
"""What the number of an item takes, in font sizes."""
UNEVEN = 1.15
"""What lines that end at different places take more than their text in one line."""

ACTOR_LEAST, ACTOR_WISH, ACTOR_MOST = 13 * MM, 20 * MM, 27 * MM
"""The column of an actor beside many others, beside few, and for the sake of a long word in a name."""
MANY = 12
"""With more actors than these their columns become narrower still."""
ACTOR_TIGHT = 8.5 * MM
"""The narrowest column of an actor, whatever their number."""
ACTOR_SHARE = 0.4
"""The share of what is left over that goes to the actors."""
GROWING = {"activity": 0.4, "input": 0.2, "output": 0.2, "note": 0.2}
"""How the columns of words share the rest of what is left over."""


class Wishes(NamedTuple):
    """The least width of each column of words, and the one that its texts would like; ``growing`` get what is left."""

    least: dict[str, float]
    wish: dict[str, float]
    growing: dict[str, float]


def wishes(rows: Iterable[Cells], style: Style, share: float = 1.0) -> Wishes:
    """Return how wide the columns of words must, by a ``share`` of their least widths, and would like to be."""
    texts: dict[str, set[tuple[str, ...]]] = {key: set() for key in WORDS}
    for cells in rows:
        texts["row"].add((cells.number,))
        for key in WORDS[1:]:
            if items := getattr(cells, key):
                texts[key].add(tuple(f"{item.number} {item.text}".lstrip() for item in items))
    least, wish = {}, {}
    for key in WORDS:
        if key in style.widths:
            least[key] = wish[key] = max(style.widths[key], 2 * PAD + style.size)
            continue
        head = max(width(word, style.size, bold=True, face=style.face) for word in style.label(key).split()) + 2 * PAD
        word = max((_longest_word(text, style) for cell in texts[key] for text in cell), default=0.0)
        least[key] = max(head, min(word, LEAST[key] * WORD_MOST), share * LEAST[key])
        longest = max(
            (sum(width(text, style.size, face=style.face) for text in cell) for cell in texts[key]), default=0.0
        )
        wish[key] = max(least[key], min(word, MOST[key]), min(longest / LINES * UNEVEN + 2 * PAD, MOST[key]))
    free = {key: part for key, part in GROWING.items() if key not in style.widths}
    return Wishes(least, wish, {key: part for key, part in free.items() if texts[key]} or free)


def _longest_word(item: str, style: Style) -> float:
    """Return the room that the longest word of an item takes in a cell, with what the number of a list takes."""
    hang = NUMBER_HANG * style.size if item[:1].isdigit() or item[1:2] == ")" else 0.0
    return max((width(word, style.size, face=style.face) for word in item.split()), default=0.0) + hang + 2 * PAD


def narrowest(actors: int) -> float:
    """Return the least width of the column of an actor when there are so many."""
    return max(ACTOR_TIGHT, min(ACTOR_LEAST, MANY * ACTOR_LEAST / actors))


def shares(wanted: Wishes, columns: tuple[int, float], name: float, room: float) -> tuple[dict[str, float], float]:
    """Return the width of each column of words, and what is left for all actors together.

    ``columns`` are how many they are and the least width of each; ``name`` is the room that the longest word of their
    names takes. All together may take more than ``room``: then no column can be narrower.
    """
    actors, narrow = columns
    wide = max(narrow, ACTOR_WISH, min(name, ACTOR_MOST))
    least, wish = sum(wanted.least.values()), sum(wanted.wish.values())
    spare = actors * (wide - narrow) + wish - least
    share = max(0.0, min(1.0, (room - actors * narrow - least) / spare)) if spare else 0.0
    words = {key: low + share * (wanted.wish[key] - low) for key, low in wanted.least.items()}
    each = narrow + share * (wide - narrow)
    left = max(0.0, room - actors * each - sum(words.values()))
    theirs = left * ACTOR_SHARE if wanted.growing else left
    return _grown(words, wanted, left - theirs), actors * each + theirs


def squeezed(wanted: Wishes, actors: float, room: float) -> dict[str, float]:
    """Return the widths of the columns of words beside actors that take ``actors`` of ``room``."""
    least, wish = sum(wanted.least.values()), sum(wanted.wish.values())
    share = max(0.0, min(1.0, (room - actors - least) / (wish - least))) if wish > least else 0.0
    words = {key: low + share * (wanted.wish[key] - low) for key, low in wanted.least.items()}
    return _grown(words, wanted, max(0.0, room - actors - sum(words.values())))


def _grown(words: Mapping[str, float], wanted: Wishes, left: float) -> dict[str, float]:
    """Return the widths with what is left over given to the columns that may grow."""
    whole = sum(wanted.growing.values())
    return {
        key: wide + (left * wanted.growing[key] / whole if key in wanted.growing else 0.0)
        for key, wide in words.items()
    }
