"""A drawing -> how large it is, and whether a page of PDF or a PNG picture can be: lanes across grow with the flow.

Too large a drawing is refused, never made smaller: what fits could not be read any more.
"""

from __future__ import annotations

import re

from sop_engine.failure import Failure

LONGEST = 5080.0
"""Millimetres: the largest side that PDF 1.x has (14 400 points, ISO 32000-1 Annex C); other readers show nothing."""

MOST_PIXELS = 100_000_000
"""A picture of so many takes 400 MB while it is painted, and few programs open a larger one."""

_SIZE = re.compile(r'<svg\b[^>]*?\bwidth="([0-9.]+)mm"[^>]*?\bheight="([0-9.]+)mm"')
_INCH = 25.4


def size(svg: str) -> tuple[float, float] | None:
    """Return width and height in millimetres; None for a drawing that does not say them so."""
    found = _SIZE.search(svg)
    return None if found is None else (float(found[1]), float(found[2]))


def page(svg: str) -> tuple[float, float]:
    """Return width and height of the PDF page that holds a drawing, in millimetres.

    Raises ValueError for a drawing without them, :class:`Failure` OUT023 for one that no page can hold.
    """
    given = size(svg)
    if given is None:
        raise ValueError("a drawing without a size in millimetres has no page")
    if max(given) > LONGEST:
        raise Failure("OUT023", length=round(max(given) / 10), most=round(LONGEST / 10))
    return given


def check_pixels(svg: str, dpi: int) -> None:
    """Raise :class:`Failure` OUT024 for a drawing that has too many dots at ``dpi`` dots per inch."""
    width, height = (round(side / _INCH * dpi) for side in size(svg) or (0.0, 0.0))
    if width * height > MOST_PIXELS:
        raise Failure("OUT024", width=width, height=height, most=MOST_PIXELS // 1_000_000)
