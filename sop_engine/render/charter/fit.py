"""Charter -> the size of its words at which one page holds it, for Word and browsers, which set the lines themselves.

Reckoned from the widths of the letters; what no size brings on one page goes on to another one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sop_engine.render.sheet.stationery import SIGNING
from sop_engine.render.typeface import wrap

if TYPE_CHECKING:
    from sop_engine.render.charter.document import Charter

SIDE, TOP, BOTTOM = 26.0, 17.0, 30.0
"""Margins in millimetres; the border stands 8 mm outside them, above the note of the signing service."""

ROOM_TO_SIGN = 46.0
"""Room for the signature, in points."""

SMALL = 11.5
"""The size of the words around the signature, in points."""

SERVICE = 15
"""The size of the name of the service, in points."""

GAP = 8.0
"""Points between paragraphs."""

POINTS = 72 / 25.4
"""In a millimetre."""

_SIZES = (16, 15, 14, 13, 12, 11, 10)
_LEADING = 1.4  # font sizes from line to line
_FIXED = 84.0  # points: the heading, the line under the letterhead, and the gaps


def fitting(charter: Charter, width: float, height: float) -> tuple[int, float]:
    """Return the largest size at which a page of this size (mm) holds the words, and the points that they leave."""
    texts = [charter.opening] * bool(charter.opening) + [*charter.lines]
    room = height * POINTS - _around(charter, width)

    def high(size: int) -> float:
        return sum(_high(text, width, size) + GAP for text in texts)

    size = next((size for size in _SIZES if high(size) <= room), _SIZES[-1])
    return size, max(0.0, room - high(size))


def _around(charter: Charter, width: float) -> float:
    """Return how many points the head, the title and the place of the signature take."""
    unit, signing = charter.unit, charter.signing
    head = [
        (unit.parent.upper(), 11),
        (unit.name.text.upper(), 13),
        (" · ".join(fact.value.text for fact in unit.contact), 9),
    ]
    told = sum(_high(text, width, size) for text, size in (*head, (charter.title, SERVICE)) if text)
    signed = sum(_high(text, SIGNING, SMALL) for text in (signing.position, "-", "-", "-", *signing.details))
    return told + signed + ROOM_TO_SIGN + _FIXED


def _high(text: str, width: float, size: float) -> float:
    return len(wrap(text, width * POINTS, size)) * size * _LEADING
