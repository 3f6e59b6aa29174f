"""Letter -> Word document, to be edited and signed: real headings, numbered lists and table, the unit's own logo.

Word sets the lines itself, so the size of the words is chosen from their lengths; same letter, same bytes.
"""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sop_engine.render.letter import fit
from sop_engine.render.letter.document import Notice, Paragraph, Points, Table, Texts, formal
from sop_engine.render.paper import SIZES
from sop_engine.render.sheet import word
from sop_engine.render.sheet.blocks import Facts
from sop_engine.render.sheet.stationery import balanced, named, picture, ruled, signing_line, stated
from sop_engine.render.sheet.word import Place, listed, said

if TYPE_CHECKING:
    from docx.document import Document

    from sop_engine.render.letter.document import Block, Letter
    from sop_engine.render.sheet.blocks import Fact

_SIGNING = 76.0  # mm, width of the signature
_COLON = 2.5  # mm, from the colon to the value
_LOGO_HEIGHT = 22.0  # mm
_SIZED = ("Surat", "Subjudul Surat", "Tanda Tangan", "Isi Tabel", "Kepala Tabel", "Nomor Komponen")


def document(letter: Letter, paper: str = "A4") -> bytes:
    """Return the letter as a DOCX on ``paper``, a key of SIZES; its file bears no date."""
    made = word.blank(paper, title=letter.name, author=letter.unit.name.text, day=None)
    size = fit.fitting(letter, paper)
    _Writer(made, letter, SIZES[paper][0] - fit.LEFT - fit.RIGHT, size).write()
    return word.packed(made)


class _Writer:
    """Writes one letter into one document whose lines are ``width`` millimetres long."""

    def __init__(self, made: Document, letter: Letter, width: float, size: float) -> None:
        self.made, self.letter, self.width, self.size = made, letter, width, size
        self.body = Place(made)

    def write(self) -> None:
        """Write everything; the signature never stands on a page without more than a line of the letter."""
        from docx.shared import Pt

        for style in _SIZED:
            self.made.styles[style].font.size = Pt(self.size)
        _framed(self.made)
        self._head()
        self._opening()
        *_, before, last = (*self.letter.body[:1], *self.letter.body)
        for block in self.letter.body:
            written = len(self.made.paragraphs)
            self._block(block)
            if block is last or (block is before and isinstance(block, (Paragraph, Facts))):
                for paragraph in self.made.paragraphs[written:]:
                    paragraph.paragraph_format.keep_with_next = True
        self._signature()
        self._copies()

    def _head(self) -> None:
        from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
        from docx.shared import Mm

        letter, logo = self.letter, self.letter.logo
        if logo is None:
            named(self.body, letter.unit, stated, self.width)
        else:
            table = self.made.add_table(1, 3)
            table.autofit = False
            widths = (fit.LOGO, self.width - 2 * fit.LOGO, fit.LOGO)
            for column, cell, width in zip(table.columns, table.rows[0].cells, widths, strict=True):
                column.width = cell.width = Mm(width)
                cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
            left, middle, _ = table.rows[0].cells
            image = b64decode(logo.uri.partition(",")[2])
            name = formal("logo", unit=letter.unit.name.text)
            picture(Place(left, fresh=True).paragraph("Surat"), image, (fit.LOGO - 4, _LOGO_HEIGHT), name, name)
            named(Place(middle, fresh=True), letter.unit, stated, widths[1] - 4)
        self.body.paragraph("KopGaris")

    def _opening(self) -> None:
        letter = self.letter
        if letter.title:
            self.body.paragraph("JudulSurat", letter.title)
            self._facts(letter.reference, fit.LABEL)
            return
        self._facts(letter.reference, fit.SHORT_LABEL, beside=letter.dated)
        for number, line in enumerate(letter.addressee):
            self._spaced(self.body.paragraph("Surat", line), 0 if number else 3 * fit.GAP)
        self._spaced(self.body.paragraph("Surat"), 0)

    def _block(self, block: Block) -> None:
        if isinstance(block, Paragraph):
            self.body.paragraph("IsiSurat", block.text)
        elif isinstance(block, Notice):
            paragraph = self.body.paragraph("KotakSurat")
            said(paragraph, block.lead, "Pelaksana")
            said(paragraph, f" {block.text}")
        elif isinstance(block, Table):
            self._table(block)
        elif isinstance(block, Texts):
            self._texts(block)
        elif isinstance(block, Points):
            self._points(block)
        else:
            if block.title:
                self.body.paragraph("IsiSurat", block.title).paragraph_format.keep_with_next = True
            self._facts(block.facts, fit.LABEL, left=fit.INDENT if block.title else 0.0)

    def _facts(self, facts: Sequence[Fact], label: float, *, left: float = 0.0, beside: str = "") -> None:
        """Write labelled values ``left`` mm from the margin, with the words ``beside`` at the end of the first line."""
        from docx.enum.text import WD_TAB_ALIGNMENT
        from docx.shared import Mm

        for number, fact in enumerate(facts):
            paragraph = self.body.paragraph("Surat")
            shape = paragraph.paragraph_format
            shape.left_indent, shape.first_line_indent = Mm(left + label + _COLON), Mm(-label - _COLON)
            shape.tab_stops.add_tab_stop(Mm(left + label))
            said(paragraph, f"{fact.label}\t:\t")
            stated(paragraph, fact.value, fact.link)
            if beside and not number:
                shape.tab_stops.add_tab_stop(Mm(self.width), WD_TAB_ALIGNMENT.RIGHT)
                said(paragraph, f"\t{beside}")

    def _table(self, block: Table) -> None:
        self.body.paragraph("SubjudulSurat", block.title)
        widths = (fit.NUMBER, self.width - fit.NUMBER - 2 * fit.PAPERS, fit.PAPERS, fit.PAPERS)
        table = ruled(self.made, widths, block.head, block.title)
        word.tight(table)
        for row in block.rows:
            added = table.add_row()
            word.set_in(added._tr.get_or_add_trPr(), "cantSplit")
            for number, (cell, text) in enumerate(zip(added.cells, row, strict=True)):
                Place(cell, fresh=True).paragraph("IsiTabel" if number else "NomorKomponen", text)

    def _texts(self, block: Texts) -> None:
        from docx.shared import Mm

        if block.title:
            self.body.paragraph("SubjudulSurat", block.title)
        if len(block.texts) == 1:
            shape = self.body.paragraph("IsiSurat", block.texts[0]).paragraph_format
            shape.left_indent = None if block.title else Mm(fit.INDENT)
            return
        self._numbered(block.texts)

    def _numbered(self, texts: Sequence[str]) -> None:
        series = word.numbered(self.made, 1, 0)
        for text in texts:
            listed(self.body.paragraph("ButirSurat", text), series, 0)

    def _points(self, block: Points) -> None:
        from docx.shared import Mm

        series = word.numbered(self.made, 1, 0)
        for point in block.points:
            title = self.body.paragraph("ButirSurat")
            said(title, point.title, "Pelaksana")
            listed(title, series, 0)
            title.paragraph_format.keep_with_next = True
            for text in point.texts:
                shape = self._spaced(self.body.paragraph("IsiSurat", text), fit.GAP / 3).paragraph_format
                shape.left_indent = Mm(fit.INDENT)

    def _signature(self) -> None:
        letter, left, last = self.letter, self.width - _SIGNING, None
        office = (letter.dated, *letter.signature.office) if letter.title else letter.signature.office
        for number, text in enumerate(office):
            line = signing_line(self.body, text, left, 0 if number else 3 * fit.GAP)
            balanced(line, text, _SIGNING, self.size, left=left)
        last = signing_line(self.body, letter.signature.name, left, fit.ROOM_TO_SIGN, "Pelaksana")
        for text in letter.signature.details:
            last = signing_line(self.body, text, left)
        last.paragraph_format.keep_with_next = False

    def _copies(self) -> None:
        copies = self.letter.copies
        if copies.texts:
            title = self._spaced(self.body.paragraph("Surat", copies.title), 2 * fit.GAP)
            title.paragraph_format.keep_with_next = True
            if len(copies.texts) == 1:
                self.body.paragraph("Surat", copies.texts[0])
            else:
                self._numbered(copies.texts)

    def _spaced(self, paragraph: Any, before: float) -> Any:
        from docx.shared import Pt

        paragraph.paragraph_format.space_before = Pt(before)
        return paragraph


def _framed(made: Document) -> None:
    """Set the margins, and the number of the page at the head of all pages but the first."""
    from docx.shared import Mm

    section = made.sections[0]
    section.left_margin, section.right_margin = Mm(fit.LEFT), Mm(fit.RIGHT)
    section.top_margin, section.bottom_margin = Mm(fit.TOP), Mm(fit.BOTTOM)
    section.header_distance = section.footer_distance = Mm(fit.TOP / 2)
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph._p.style = "NomorHalaman"
    said(paragraph, "– ")
    word.field(paragraph, "PAGE", "2")
    said(paragraph, " –")
