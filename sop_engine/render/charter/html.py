"""Charter -> one HTML page, printed across on one sheet of paper: no script, nothing fetched from elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sop_engine.render.charter.fit import BOTTOM, SIDE, TOP, fitting
from sop_engine.render.paper import SIZES
from sop_engine.render.sheet.html import style, template

if TYPE_CHECKING:
    from sop_engine.render.charter.document import Charter

_BASE = 0.69
"""The size that the style sheet counts in (rem), of that of the words of the charter."""


def page(charter: Charter, paper: str = "A4") -> str:
    """Return the charter as a page of HTML, to be printed on ``paper``, a key of SIZES, laid across."""
    height, width = SIZES[paper]
    size, _ = fitting(charter, width - 2 * SIDE, height - TOP - BOTTOM)
    text: str = template("charter.html.j2").render(
        charter=charter, style=style("charter.css"), width=width, height=height, size=round(size * _BASE, 1)
    )
    return text + "\n"
