"""Writes SVG: numbers with at most two decimals, text escaped, attributes in the order given. Knows nothing of SOPs."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING

from sop_engine.render.typeface import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Point = tuple[float, float]

_CORNER_SAVES = 1 - (2**0.5 + log(1 + 2**0.5)) / (2 * 2**0.5)
"""What a quadratic curve around a right angle is shorter than its two legs, as a share of them."""

_PLAIN = re.compile(r"[\w.,:;#+·–-]*")


@lru_cache(maxsize=16_384)
def number(value: float) -> str:
    """Return ``value`` with at most two decimals and no needless ones."""
    written = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


@lru_cache(maxsize=4096)
def escape(text: str) -> str:
    """Return ``text`` for use between tags and in attributes."""
    if _PLAIN.fullmatch(text):
        return text
    escaped = clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return escaped.replace('"', "&quot;")


def element(tag: str, content: str | None = None, /, **attributes: object) -> str:
    """Return an element. ``content`` is SVG already; None attributes are left out; ``fill_opacity`` is fill-opacity."""
    written = "".join(
        [
            f' {_named(name)}="{number(value) if isinstance(value, float) else escape(str(value))}"'
            for name, value in attributes.items()
            if value is not None
        ]
    )
    return f"<{tag}{written}/>" if content is None else f"<{tag}{written}>{content}</{tag}>"


@cache
def _named(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


def group(parts: Iterable[str], /, **attributes: object) -> str:
    """Return a ``g`` with each part on a line of its own."""
    return element("g", "\n" + "\n".join(parts) + "\n", **attributes)


def words(text: str, x: float, y: float, size: float, **attributes: object) -> str:
    """Return a line of text with its baseline at ``y``."""
    return element("text", escape(text), x=float(x), y=float(y), font_size=float(size), **attributes)


def polygon(points: Sequence[Point], **attributes: object) -> str:
    """Return a closed shape."""
    return element("polygon", points=" ".join(f"{number(x)},{number(y)}" for x, y in points), **attributes)


def level_path(points: Sequence[Point], radius: float) -> str:
    """Return path data through points that are joined by level and upright lines, with rounded corners."""
    parts = [f"M{_at(points[0])}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        start = _toward(corner, before, radius)
        end = _toward(corner, after, radius)
        parts.append(f"L{_at(start)}Q{_at(corner)} {_at(end)}")
    parts.append(f"L{_at(points[-1])}")
    return "".join(parts)


def level_length(points: Sequence[Point], radius: float) -> float:
    """Return how long the line of :func:`level_path` is."""
    legs = [abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in pairwise(points)]
    saved = sum(min(radius, before / 2) + min(radius, after / 2) for before, after in pairwise(legs))
    return sum(legs) - saved * _CORNER_SAVES


def _toward(corner: Point, other: Point, radius: float) -> Point:
    """Return the point ``radius`` from the corner on the way to ``other``, at most halfway."""
    across, down = other[0] - corner[0], other[1] - corner[1]
    length = abs(across) + abs(down)
    share = min(radius, length / 2) / length if length else 0.0
    return corner[0] + across * share, corner[1] + down * share


def _at(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"
