"""What Word papers of a unit share: letterhead, the foot of the pages, the place of the signature, and pictures."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from sop_engine.render.sheet import word
from sop_engine.render.sheet.word import Place, said
from sop_engine.render.typeface import width as length
from sop_engine.render.typeface import wrap

if TYPE_CHECKING:
    from docx.document import Document

    from sop_engine.render.sheet.blocks import Text
    from sop_engine.render.sheet.document import Letterhead
    from sop_engine.render.sheet.signing import Signing

SIDE, TOP, BOTTOM = 18.0, 13.0, 26.0
FOOT = 20.0
"""Margins in millimetres; the lowest 20 mm stay free for the note of the signing service."""

SIGNING = 84.0
"""How wide the lines to be filled in are, in millimetres."""

_LABEL = 28.0  # mm
_TINT = "EEF2F6"
_PARENT, _UNIT, _CONTACT = 11.0, 13.0, 8.5  # points, as in styles.xml
_POINTS = 72 / 25.4  # in a millimetre
_ROOM_TO_SIGN = 46.0  # points
_STEP = 8.0  # points between the lines to be filled in and what follows


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


def letterhead(place: Place, unit: Letterhead, words: Any, width: float) -> None:
    """Write the head of a paper of the unit, ``width`` millimetres wide; ``words`` writes a text into a paragraph."""
    named(place, unit, words, width)
    place.paragraph("KopGaris")


def named(place: Place, unit: Letterhead, words: Any, width: float) -> None:
    """Write what a head says of the unit, in lines of ``width`` millimetres, without the rule below it."""
    if unit.parent:
        balanced(place.paragraph("KopInduk", unit.parent), unit.parent.upper(), width, _PARENT)
    name = place.paragraph("KopUnit")
    words(name, unit.name)
    balanced(name, unit.name.text.upper(), width, _UNIT, bold=True)
    for labelled in (False, True):
        facts = [fact for fact in unit.contact if bool(fact.label) is labelled]
        if facts:
            paragraph = place.paragraph("KopKontak")
            told = " · ".join(f"{fact.label}{': ' if fact.label else ''}{fact.value.text}" for fact in facts)
            balanced(paragraph, told, width, _CONTACT)
            for number, fact in enumerate(facts):
                said(paragraph, f"{' · ' if number else ''}{fact.label + ': ' if fact.label else ''}")
                words(paragraph, fact.value, fact.link)


def stated(paragraph: Any, text: Text, address: str = "") -> None:
    """Write a text, in grey where it only says that the document is silent; it leads to its address, if it has one."""
    run = said(paragraph, text.text, "" if text.stated else "TidakDinyatakan")
    if address:
        word.link(paragraph, run, address=address)


def ruled(made: Document, widths: Sequence[float], labels: Sequence[str], caption: str) -> Any:
    """Return a new table with columns of ``widths`` millimetres, whose head is repeated on every page."""
    from docx.shared import Mm

    added = made.add_table(0, len(widths))
    added._tbl.tblPr.style, added.autofit = "TableGrid", False
    word.set_in(added._tbl.tblPr, "tblCaption", val=caption)
    for column, width in zip(added.columns, widths, strict=True):
        column.width = Mm(width)
    head = added.add_row()
    properties = head._tr.get_or_add_trPr()
    word.set_in(properties, "cantSplit")
    word.set_in(properties, "tblHeader")
    for cell, label in zip(head.cells, labels, strict=True):
        word.set_in(cell._tc.get_or_add_tcPr(), "shd", val="clear", color="auto", fill=_TINT)
        Place(cell, fresh=True).paragraph("KepalaTabel", label)
    return added


def balanced(
    paragraph: Any, words: str, width: float, size: float, *, bold: bool = False, left: float | None = None
) -> None:
    """Give the lines of a paragraph equal lengths, so that no word stands alone in the last one.

    ``words`` are set at ``size`` points in the middle of lines of ``width`` millimetres, or ``left`` from the margin.
    """
    from docx.shared import Mm

    limit = width * _POINTS
    lines = wrap(words, limit, size, bold=bold)
    if len(lines) == 1:
        return
    spare = max(0.0, limit - max(length(line, size, bold=bold) for line in lines) - size) / _POINTS
    shape = paragraph.paragraph_format
    shape.left_indent = Mm(spare / 2 if left is None else left)
    shape.right_indent = Mm(spare / 2 if left is None else spare)


def signed(
    place: Place, signing: Signing, width: float, size: float, above: float = 18.0, room: float = _ROOM_TO_SIGN
) -> None:
    """Write who signs at the right of lines ``width`` millimetres long: dotted lines for what is to be written in.

    ``size``, ``above`` and ``room``, for the signature (never one of ours), are in points.
    """
    left, labelled = width - SIGNING, width - SIGNING + _LABEL

    def line(text: str, before: float = 0.0, style: str = "") -> Any:
        return signing_line(place, text, left, before, style)

    _ruled(line(f"{signing.place}\t\t", above), width, labelled)
    if signing.date:
        line(f"{signing.day} {signing.date}", _STEP / 2)
    else:
        _ruled(line(f"{signing.day}\t\t", _STEP / 2), width, labelled)
    last = line(signing.position, _STEP)
    balanced(last, signing.position, SIGNING, size, left=left)
    if signing.name:
        last = line(signing.name, room, "Pelaksana")
        for detail in signing.details:
            last = line(detail)
    else:
        _ruled(last := line("\t", room), width)
        for label in signing.blank:
            _ruled(last := line(f"{label} \t"), width)
    last.paragraph_format.keep_with_next = False


def signing_line(place: Place, text: str, left: float, before: float = 0.0, style: str = "") -> Any:
    """Write a line of the signature, ``left`` mm from the margin and ``before`` points below what stands above it."""
    from docx.shared import Mm, Pt

    paragraph = place.paragraph("TandaTangan")
    said(paragraph, text, style)
    shape = paragraph.paragraph_format
    shape.left_indent, shape.space_before, shape.keep_with_next = Mm(left), Pt(before), True
    return paragraph


def _ruled(paragraph: Any, right: float, *labels: float) -> None:
    """Give a paragraph a dotted line up to ``right`` millimetres, from where its last tab stands."""
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.shared import Mm

    stops = paragraph.paragraph_format.tab_stops
    for label in labels:
        stops.add_tab_stop(Mm(label))
    stops.add_tab_stop(Mm(right), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def drawn_height(png: bytes, width: float) -> float:
    """Return how high a picture is, in millimetres, when it is ``width`` wide."""
    from docx.image.image import Image

    image = Image.from_blob(png)
    return width * image.px_height / image.px_width


def picture(paragraph: Any, png: bytes, room: tuple[float, float], title: str, alternative: str) -> None:
    """Add a picture as large as ``room`` (width and height in millimetres) holds it, named and told in words."""
    from docx.image.image import Image
    from docx.shared import Mm

    image = Image.from_blob(png)
    scale = min(room[0] / image.px_width, room[1] / image.px_height)
    inline = paragraph.add_run().add_picture(BytesIO(png), width=Mm(image.px_width * scale))._inline
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")  # LibreOffice takes 3 mm where nothing is said, and moves the picture over the margin
    inline.docPr.set("name", title)
    inline.docPr.set("descr", alternative)
