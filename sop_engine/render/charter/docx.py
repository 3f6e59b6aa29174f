"""Charter -> Word document on one page across, to be edited, signed and hung up: real heading, list and page border.

Word sets the lines itself, so the size of the words is chosen from their lengths; same charter, same bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sop_engine.render.charter.fit import BOTTOM, GAP, ROOM_TO_SIGN, SERVICE, SIDE, SMALL, TOP, fitting
from sop_engine.render.paper import SIZES
from sop_engine.render.sheet import word
from sop_engine.render.sheet.stationery import balanced, letterhead, signed, stated
from sop_engine.render.sheet.word import ARTICLES, Place, listed

if TYPE_CHECKING:
    from docx.document import Document

    from sop_engine.render.charter.document import Charter

_SHORT = 8  # letters of a word
_BORDER_GAP = 23  # points from the words to the border; Word allows 31


def document(charter: Charter, paper: str = "A4") -> bytes:
    """Return the charter as a DOCX on ``paper``, a key of SIZES, laid across; it bears no date."""
    made = word.blank(paper, title=charter.name, author=charter.unit.name.text, day=None)
    height, width = SIZES[paper]
    _across(made, (width, height))
    body = Place(made)
    letterhead(body, charter.unit, stated, width - 2 * SIDE)
    size, left = fitting(charter, width - 2 * SIDE, height - TOP - BOTTOM)
    _lowered(body.paragraph("JudulMaklumat", charter.heading), left / 4)
    service = body.paragraph("LayananMaklumat", charter.title)
    service.paragraph_format.space_after = _points(GAP + left / 4)
    balanced(service, charter.title, width - 2 * SIDE, SERVICE)
    for style, points in (("Isi Maklumat", size), ("Butir Maklumat", size), ("Tanda Tangan", SMALL)):
        made.styles[style].font.size = _points(points)
    if charter.opening:
        balanced(body.paragraph("IsiMaklumat", charter.opening), charter.opening, width - 2 * SIDE, size)
        series = word.numbered(made, 1, 0, ARTICLES)
        for article in charter.lines:
            listed(body.paragraph("ButirMaklumat", _bound(article)), series, 0)
    else:
        for line in charter.lines:
            balanced(body.paragraph("IsiMaklumat", line), line, width - 2 * SIDE, size)
    signed(body, charter.signing, width - 2 * SIDE, SMALL, GAP + left / 4, ROOM_TO_SIGN)
    return word.packed(made)


def _across(made: Document, size: tuple[float, float]) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    section = made.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = (Mm(side) for side in size)
    section.left_margin = section.right_margin = Mm(SIDE)
    section.top_margin, section.bottom_margin = Mm(TOP), Mm(BOTTOM)
    section.header_distance = section.footer_distance = Mm(TOP / 2)
    word.page_border(made, gap=_BORDER_GAP)


def _bound(article: str) -> str:
    """Return an article whose last word never stands alone in a line."""
    *words, last = article.split(" ")
    return "\N{NO-BREAK SPACE}".join((" ".join(words), last)) if words and len(last) <= _SHORT else article


def _lowered(paragraph: Any, room: float) -> None:
    paragraph.paragraph_format.space_before = _points(room)


def _points(value: float) -> Any:
    from docx.shared import Pt

    return Pt(value)
