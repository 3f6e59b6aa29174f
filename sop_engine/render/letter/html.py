"""Letter -> one HTML page, logo inside: no script, nothing fetched from elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sop_engine.render.letter.document import formal
from sop_engine.render.letter.fit import fitting
from sop_engine.render.paper import SIZES
from sop_engine.render.sheet.html import style, template

if TYPE_CHECKING:
    from sop_engine.render.letter.document import Letter


def page(letter: Letter, paper: str = "A4") -> str:
    """Return the letter as a page of HTML, to be printed on ``paper``, a key of SIZES."""
    width, height = SIZES[paper]
    text: str = template("letter.html.j2").render(
        letter=letter,
        style=style("letter.css"),
        logo_name=formal("logo", unit=letter.unit.name.text),
        width=width,
        height=height,
        size=fitting(letter, paper),
    )
    return text + "\n"
