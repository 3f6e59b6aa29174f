"""Words on arrows -> the lines that stand there, or that they are too long and need a letter. Sizes in points."""

from __future__ import annotations

from string import ascii_lowercase

from sop_engine.render.typeface import width, wrap

LABEL_SIZE = 7.0
"""Letters on arrows, in points."""
LABEL_WIDTHS = {4: 40.0, 7: 28.0}
"""What is longer on an arrow becomes a letter, by the greatest number of actors for which that holds."""
LABEL_LEAST = 19.0
"""The same for more actors: there is room for Ya, Tidak and letters."""
LABEL_LINES = 2
"""What takes more lines on an arrow becomes a letter, too."""


def letter(place: int) -> str:
    """Return the letter of a place in a list: a to z, then aa, ab and so on."""
    more, last = divmod(place, len(ascii_lowercase))
    return (letter(more - 1) if more else "") + ascii_lowercase[last]


def fitting(label: str, actors: int, face: str) -> tuple[str, ...] | None:
    """Return a label as the lines that stand on an arrow; None when it is too long beside so many actors."""
    words = label.split()
    room = next((each for most, each in LABEL_WIDTHS.items() if actors <= most), LABEL_LEAST)
    if not words or max(width(word, LABEL_SIZE, face=face) for word in words) > room:
        return None
    lines = wrap(label, room, LABEL_SIZE, face=face)
    return lines if len(lines) <= LABEL_LINES else None
