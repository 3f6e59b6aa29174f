"""Sheet -> Word document, to be edited: real headings, numbered lists and tables, pictures with their alternatives.

The order and the words are those of the sheet; looks come from named styles. Texts enter as text, so that none is
ever read as markup. Same sheet, same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sop_engine.render.paper import SIZES
from sop_engine.render.sheet import word
from sop_engine.render.sheet.blocks import Facts, Groups, Items, ProcedureText
from sop_engine.render.sheet.stationery import (
    BOTTOM,
    SIDE,
    TOP,
    drawn_height,
    frame,
    letterhead,
    picture,
    ruled,
    signed,
)
from sop_engine.render.sheet.word import DASHES, Place, listed, said

if TYPE_CHECKING:
    from docx.document import Document

    from sop_engine.render.sheet.blocks import Block, Component, Fact, StepText, Text
    from sop_engine.render.sheet.document import Figure, Sheet

DPI = 200
"""Dots per inch at which a flowchart is worth printing."""

_CAPTION = 14.0  # mm, above a picture
_LEAST = 0.72  # of its usual size, at which a drawing may leave half of its page to another one
_NUMBER, _NAME, _LONG_NAME = 10.0, 38.0, 82.0  # mm, the first columns of the table
_INDENT = 360  # twentieths of a point, as in numbering.xml
_SIZE = 9.5  # points, of the words in styles.xml


def document(sheet: Sheet, drawings: Mapping[str, tuple[bytes, ...]], paper: str = "A4") -> bytes:
    """Return the sheet as a DOCX on ``paper``, a key of SIZES; ``drawings`` are PNG pages by procedure id."""
    made = word.blank(paper, title=sheet.name, author=sheet.unit.name.text, day=sheet.set_on)
    width, height = SIZES[paper]
    _Writer(made, sheet, drawings, width - 2 * SIDE).write(height - TOP - BOTTOM)
    return word.packed(made)


class _Writer:
    """Writes one sheet into one document whose lines are ``width`` millimetres long."""

    def __init__(self, made: Document, sheet: Sheet, drawings: Mapping[str, tuple[bytes, ...]], width: float) -> None:
        self.made = made
        self.sheet = sheet
        self.drawings = drawings
        self.width = width
        self.body = Place(made)

    def write(self, height: float) -> None:
        """Write everything; pictures are at most ``height`` millimetres high with their captions."""
        sheet, labels = self.sheet, self.sheet.labels
        frame(self.made, self.width, sheet.running, (labels.page, labels.of))
        letterhead(self.body, sheet.unit, self._words, self.width)
        self._title()
        self._table(labels.caption, sheet.components, short=False)
        self._notes()
        if sheet.management:
            self._table(labels.management, sheet.management, short=sheet.silent)
        if sheet.signing is not None:
            signed(self.body, sheet.signing, self.width, _SIZE)
        for figure in sheet.figures:
            self._figure(figure, self.drawings.get(figure.procedure, ()), height - _CAPTION)

    def _title(self) -> None:
        sheet = self.sheet
        self.body.paragraph("JenisDokumen", sheet.labels.heading)
        self._words(self.body.paragraph("Heading1"), sheet.title)
        self._words(self.body.paragraph("NomorSK", f"{sheet.decree.label}: "), sheet.decree.value)
        if sheet.state:
            self.body.paragraph("NomorSK", sheet.state)

    def _table(self, caption: str, components: Sequence[Component], *, short: bool) -> None:
        self.body.paragraph("Heading2", caption)
        name, labels = _LONG_NAME if short else _NAME, self.sheet.labels
        widths = (_NUMBER, name, self.width - _NUMBER - name)
        table = ruled(self.made, widths, (labels.number, labels.component, labels.description), caption)
        if short:
            word.tight(table)
        for component in components:
            number, title, text = (Place(cell, fresh=True) for cell in table.add_row().cells)
            kept = short and component is not components[-1]
            number.paragraph("NomorKomponen", str(component.number)).paragraph_format.keep_with_next = kept or None
            self._named(title, component)
            for block in component.blocks:
                self._block(text, block)

    def _named(self, place: Place, component: Component) -> None:
        place.paragraph("Heading3", component.name)
        for block in component.blocks:
            if isinstance(block, ProcedureText) and not block.title and self.drawings.get(block.procedure):
                place.paragraph("MutuBaku", f"({block.figure_link})")

    def _block(self, place: Place, block: Block) -> None:
        if isinstance(block, Items):
            self._items(place, block)
        elif isinstance(block, Groups):
            self._groups(place, block)
        elif isinstance(block, Facts):
            place.paragraph("Heading4", block.title)
            for fact in block.facts:
                self._fact(place, fact)
        else:
            self._procedure(place, block)

    def _items(self, place: Place, block: Items) -> None:
        series = word.numbered(self.made, 1, 0) if block.numbered else 0
        for item in block.items:
            paragraph = place.paragraph("ListNumber" if series else "IsiTabel")
            if series:
                listed(paragraph, series, 0)
            self._words(paragraph, item)

    def _groups(self, place: Place, block: Groups) -> None:
        series = word.numbered(self.made, block.groups[0].start, 0)
        for group in block.groups:
            if group.title:
                place.paragraph("Heading4", group.title)
            for item in group.items:
                paragraph = place.paragraph("ListNumber")
                listed(paragraph, series, 0)
                if item.parts:
                    said(paragraph, item.lead)
                    self._marks(paragraph, item.text.notes)
                    self._dashes(place, item.parts, 1)
                else:
                    self._words(paragraph, item.text)

    def _dashes(self, place: Place, texts: Sequence[Text], level: int) -> None:
        for text in texts:
            paragraph = place.paragraph("ListBullet")
            listed(paragraph, DASHES, level)
            self._words(paragraph, text)

    def _fact(self, place: Place, fact: Fact) -> None:
        paragraph = place.paragraph("Rincian" if fact.label else "IsiTabel")
        if fact.label:
            said(paragraph, fact.label, "Label")
            said(paragraph, "\t" if fact.value.text else "")
        self._words(paragraph, fact.value, fact.link)

    def _procedure(self, place: Place, block: ProcedureText) -> None:
        if block.title:
            title = place.paragraph("Heading4", block.title)
            if self.drawings.get(block.procedure):
                said(title, f" ({block.figure_link})", "Label").bold = False
        if block.applies:
            said(place.paragraph("IsiTabel"), block.applies).italic = True
        self._steps(place, block.steps, 0)

    def _steps(self, place: Place, steps: Sequence[StepText], level: int) -> None:
        series, expected = 0, -1
        for step in steps:
            if step.number != expected:
                series = word.numbered(self.made, step.number, level)
            expected = step.number + 1
            paragraph = place.paragraph("ListNumber")
            listed(paragraph, series, level)
            self._step(place, paragraph, step, level)

    def _step(self, place: Place, paragraph: Any, step: StepText, level: int) -> None:
        said(paragraph, step.before)
        said(paragraph, step.actor, "Pelaksana")
        said(paragraph, f" {step.after}")
        self._marks(paragraph, step.notes)
        if step.question:
            said(paragraph, f" {step.question}")
        self._dashes(place, step.details, level + 1)
        if step.quality:
            quality = _indented(place.paragraph("MutuBaku"), level)
            for number, part in enumerate(step.quality):
                said(quality, f"{' · ' if number else ''}{part.label}: ")
                self._words(quality, part.value)
        if step.parallel is not None:
            _indented(place.paragraph("IsiTabel", step.parallel.lead), level)
            for branch in step.parallel.branches:
                said(_indented(place.paragraph("IsiTabel"), level), branch.title, "Pelaksana")
                self._steps(place, branch.steps, level + 1)
            _indented(place.paragraph("IsiTabel", step.parallel.joined), level)

    def _words(self, paragraph: Any, text: Text, address: str = "") -> None:
        style = "Hyperlink" if address else "" if text.stated else "TidakDinyatakan"
        run = said(paragraph, text.text, style)
        if address:
            word.link(paragraph, run, address=address)
        self._marks(paragraph, text.notes)

    def _marks(self, paragraph: Any, numbers: Sequence[int]) -> None:
        for number in numbers:
            if number != numbers[0]:
                said(paragraph, ",", "NomorCatatan")
            word.link(paragraph, said(paragraph, str(number), "NomorCatatan"), bookmark=f"catatan_{number}")

    def _notes(self) -> None:
        if not self.sheet.notes:
            return
        self.body.paragraph("JudulCatatan", self.sheet.labels.notes)
        series = word.numbered(self.made, 1, 0)
        for number, note in enumerate(self.sheet.notes, 1):
            paragraph = self.body.paragraph("Catatan", note)
            listed(paragraph, series, 0)
            word.bookmarked(paragraph, f"catatan_{number}", number)

    def _figure(self, figure: Figure, pages: Sequence[bytes], height: float) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH

        for number, page in enumerate(pages, 1):
            labels = self.sheet.labels
            part = f", {labels.part} {number} {labels.of} {len(pages)}" if len(pages) > 1 else ""
            caption = self.body.paragraph("Caption" if number > 1 else "Heading2", figure.caption + part)
            half = height / 2 - _CAPTION
            short = half >= _LEAST * drawn_height(page, self.width)
            caption.paragraph_format.page_break_before = None if short else True
            caption.paragraph_format.keep_with_next = True
            caption.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
            room = (self.width, half if short else height)
            picture(self.body.paragraph("NomorKomponen"), page, room, figure.caption + part, figure.alt + part)


def _indented(paragraph: Any, level: int) -> Any:
    from docx.shared import Twips

    paragraph.paragraph_format.left_indent = Twips(_INDENT * (min(level, word.DEEPEST) + 1))
    return paragraph
