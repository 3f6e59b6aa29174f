"""Charter -> Word document on one page across, to be edited, signed and hung up: real heading, list and page border.

Word sets the lines itself, so the size of the words is chosen from their lengths; same charter, same bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sop_engine.render.charter.fit import BOTTOM, GAP, ROOM_TO_SIGN, SIDE, SIGNING, SMALL, TOP, fitting
from sop_engine.render.paper import SIZES
from sop_engine.render.sheet import word
from sop_engine.render.sheet.stationery import letterhead
from sop_engine.render.sheet.word import ARTICLES, Place, listed, said

if TYPE_CHECKING:
    from docx.document import Document

    from sop_engine.render.charter.document import Charter, Signing
    from sop_engine.render.sheet.blocks import Text

_BORDER_GAP = 23  # points from the words to the border; Word allows 31
_LABEL = 28.0  # mm


def document(charter: Charter, paper: str = "A4") -> bytes:
    """Return the charter as a DOCX on ``paper``, a key of SIZES, laid across; it bears no date."""
    made = word.blank(paper, title=charter.name, author=charter.unit.name.text, day=None)
    height, width = SIZES[paper]
    _across(made, (width, height))
    body = Place(made)
    letterhead(body, charter.unit, _words)
    size, left = fitting(charter, width - 2 * SIDE, height - TOP - BOTTOM)
    _lowered(body.paragraph("JudulMaklumat", charter.heading), left / 4)
    body.paragraph("LayananMaklumat", charter.title).paragraph_format.space_after = _points(GAP + left / 4)
    for style, points in (("Isi Maklumat", size), ("Butir Maklumat", size), ("Tanda Tangan", SMALL)):
        made.styles[style].font.size = _points(points)
    if charter.opening:
        body.paragraph("IsiMaklumat", charter.opening)
        series = word.numbered(made, 1, 0, ARTICLES)
        for article in charter.lines:
            listed(body.paragraph("ButirMaklumat", article), series, 0)
    else:
        for line in charter.lines:
            body.paragraph("IsiMaklumat", line)
    _signing(body, charter.signing, width - 2 * SIDE, left / 4)
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


def _lowered(paragraph: Any, room: float) -> None:
    paragraph.paragraph_format.space_before = _points(room)


def _points(value: float) -> Any:
    from docx.shared import Pt

    return Pt(value)


def _words(paragraph: Any, text: Text, address: str = "") -> None:
    run = said(paragraph, text.text, "" if text.stated else "TidakDinyatakan")
    if address:
        word.link(paragraph, run, address=address)


def _signing(place: Place, signing: Signing, width: float, above: float) -> None:
    """Write the lines for place and day, who signs, and room for the signature, ``above`` points below the words."""
    from docx.shared import Mm

    def line(text: str, room: float = 0.0, style: str = "") -> Any:
        paragraph = place.paragraph("TandaTangan")
        said(paragraph, text, style)
        paragraph.paragraph_format.left_indent = Mm(width - SIGNING)
        _lowered(paragraph, room)
        return paragraph

    _ruled(line(f"{signing.place}\t\t", GAP + above), width, width - SIGNING + _LABEL)
    _ruled(line(f"{signing.day}\t\t", GAP / 2), width, width - SIGNING + _LABEL)
    line(signing.position, GAP)
    if not signing.name:
        _ruled(line("\t", ROOM_TO_SIGN), width)
        return
    line(signing.name, ROOM_TO_SIGN, "Pelaksana")
    for detail in signing.details:
        line(detail)


def _ruled(paragraph: Any, right: float, *labels: float) -> None:
    """Give a paragraph a dotted line up to ``right`` millimetres, from where its last tab stands."""
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.shared import Mm

    stops = paragraph.paragraph_format.tab_stops
    for label in labels:
        stops.add_tab_stop(Mm(label))
    stops.add_tab_stop(Mm(right), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
