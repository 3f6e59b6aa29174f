"""What Word papers of a unit share: letterhead, the foot of the pages, the place of the signature, and pictures."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from sop_engine.render.sheet import word
from sop_engine.render.sheet.word import Place, said

if TYPE_CHECKING:
    from docx.document import Document

    from sop_engine.render.sheet.document import Letterhead, Signature

SIDE, TOP, BOTTOM = 18.0, 13.0, 26.0
FOOT = 20.0
"""Margins in millimetres; the lowest 20 mm stay free for the note of the signing service."""

_ROOM_TO_SIGN = 16.0  # mm


def frame(made: Document, width: float, running: str, counted: tuple[str, str]) -> None:
    """Set the margins and the foot of the pages: what they run under, and "Halaman 1 dari 3" in ``counted`` words."""
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Mm

    section = made.sections[0]
    section.left_margin = section.right_margin = Mm(SIDE)
    section.top_margin, section.bottom_margin = Mm(TOP), Mm(BOTTOM)
    section.header_distance, section.footer_distance = Mm(TOP / 2), Mm(FOOT)
    paragraph = section.footer.paragraphs[0]
    paragraph._p.style = "Footer"
    paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(width), WD_TAB_ALIGNMENT.RIGHT)
    said(paragraph, f"{running}\t{counted[0]} ")
    word.field(paragraph, "PAGE", "1")
    said(paragraph, f" {counted[1]} ")
    word.field(paragraph, "NUMPAGES", "1")


def letterhead(place: Place, unit: Letterhead, words: Any) -> None:
    """Write the head of a paper of the unit; ``words`` writes a text into a paragraph."""
    if unit.parent:
        place.paragraph("KopInduk", unit.parent)
    words(place.paragraph("KopUnit"), unit.name)
    for labelled in (False, True):
        facts = [fact for fact in unit.contact if bool(fact.label) is labelled]
        if facts:
            paragraph = place.paragraph("KopKontak")
            for number, fact in enumerate(facts):
                said(paragraph, f"{' · ' if number else ''}{fact.label + ': ' if fact.label else ''}")
                words(paragraph, fact.value, fact.link)
    place.paragraph("KopGaris")


def signed(place: Place, signature: Signature, left: float) -> None:
    """Write who signs, ``left`` millimetres from the margin, with room for the signature and never one of ours."""
    from docx.shared import Mm, Pt

    lines = [*signature.above, *signature.below]
    for number, line in enumerate(lines):
        paragraph = place.paragraph("TandaTangan")
        shape = paragraph.paragraph_format
        shape.left_indent = Mm(left)
        if number == 0:
            shape.space_before = Pt(18)
        named = number == len(signature.above)
        if named:
            shape.space_before = Mm(_ROOM_TO_SIGN)
        if number == len(lines) - 1:
            shape.keep_with_next = False
        said(paragraph, line, "Pelaksana" if named else "")


def picture(paragraph: Any, png: bytes, room: tuple[float, float], title: str, alternative: str) -> None:
    """Add a picture as large as ``room`` (width and height in millimetres) holds it, named and told in words."""
    from docx.image.image import Image
    from docx.shared import Mm

    image = Image.from_blob(png)
    scale = min(room[0] / image.px_width, room[1] / image.px_height)
    inline = paragraph.add_run().add_picture(BytesIO(png), width=Mm(image.px_width * scale))._inline
    inline.docPr.set("name", title)
    inline.docPr.set("descr", alternative)
