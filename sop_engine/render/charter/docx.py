"""Charter -> Word document on one page across, to be edited, signed and hung up: real heading, list and page border.

Word sets the lines itself, so the size of the words is chosen from their lengths; same charter, same bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sop_engine.render.paper import SIZES
from sop_engine.render.sheet import word
from sop_engine.render.sheet.docx import letterhead
from sop_engine.render.sheet.word import ARTICLES, Place, listed, said
from sop_engine.render.typeface import wrap

if TYPE_CHECKING:
    from docx.document import Document

    from sop_engine.render.charter.document import Charter, Signing
    from sop_engine.render.sheet.blocks import Text

SIDE, TOP, BOTTOM = 26.0, 17.0, 30.0
"""Margins in millimetres; the border stands 8 mm outside them, above the note of the signing service."""

_BORDER_GAP = 23  # points from the words to the border; Word allows 31
_SIGNING = 84.0  # mm, as wide as the lines to be filled in
_LABEL = 28.0  # mm
_ROOM_TO_SIGN = 46.0  # points
_SMALL = 11.5  # points
_SIZES = (16, 15, 14, 13, 12, 11, 10)
_FIXED = 84.0  # points: the heading, the line under the letterhead, and the gaps
_LEADING, _GAP = 1.4, 8.0  # font sizes from line to line; points between paragraphs
_POINTS = 72 / 25.4


def document(charter: Charter, paper: str = "A4") -> bytes:
    """Return the charter as a DOCX on ``paper``, a key of SIZES, laid across; it bears no date."""
    made = word.blank(paper, title=charter.name, author=charter.unit.name.text, day=None)
    height, width = SIZES[paper]
    _across(made, (width, height))
    body = Place(made)
    letterhead(body, charter.unit, _words)
    size, left = _fitting(charter, width - 2 * SIDE, height - TOP - BOTTOM)
    _lowered(body.paragraph("JudulMaklumat", charter.heading), left / 4)
    body.paragraph("LayananMaklumat", charter.title).paragraph_format.space_after = _points(_GAP + left / 4)
    for style, points in (("Isi Maklumat", size), ("Butir Maklumat", size), ("Tanda Tangan", _SMALL)):
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


def _fitting(charter: Charter, width: float, height: float) -> tuple[int, float]:
    """Return the largest size at which a page of this size (mm) holds the words, and the points that they leave."""
    texts = [charter.opening] * bool(charter.opening) + [*charter.lines]
    room = height * _POINTS - _around(charter, width)

    def high(size: int) -> float:
        return sum(_high(text, width, size) + _GAP for text in texts)

    size = next((size for size in _SIZES if high(size) <= room), _SIZES[-1])
    return size, max(0.0, room - high(size))


def _around(charter: Charter, width: float) -> float:
    """Return how many points the head, the title and the place of the signature take."""
    unit, signing = charter.unit, charter.signing
    head = [
        (unit.parent.upper(), 11),
        (unit.name.text.upper(), 13),
        (" · ".join(f.value.text for f in unit.contact), 9),
    ]
    told = sum(_high(text, width, size) for text, size in (*head, (charter.title, 15)) if text)
    signed = sum(_high(text, _SIGNING, _SMALL) for text in (signing.position, "-", "-", "-", *signing.details))
    return told + signed + _ROOM_TO_SIGN + _FIXED


def _high(text: str, width: float, size: float) -> float:
    return len(wrap(text, width * _POINTS, size)) * size * _LEADING


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
        paragraph.paragraph_format.left_indent = Mm(width - _SIGNING)
        _lowered(paragraph, room)
        return paragraph

    _ruled(line(f"{signing.place}\t\t", _GAP + above), width, width - _SIGNING + _LABEL)
    _ruled(line(f"{signing.day}\t\t", _GAP / 2), width, width - _SIGNING + _LABEL)
    line(signing.position, _GAP)
    if not signing.name:
        _ruled(line("\t", _ROOM_TO_SIGN), width)
        return
    line(signing.name, _ROOM_TO_SIGN, "Pelaksana")
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
