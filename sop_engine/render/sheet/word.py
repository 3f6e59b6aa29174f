"""The parts of a Word document (ISO/IEC 29500) that python-docx has no words for: lists, links, fields, same bytes.

A document begins with our own styles and lists (``templates/word``) and with nothing else: no dates, no names of
programs. Paragraphs take their looks from named styles, so that an office can change them all at once.
"""

from __future__ import annotations

import zipfile
from datetime import UTC, date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from sop_engine.render.paper import SIZES
from sop_engine.resources import shipped

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

NUMBERS, DASHES, ARTICLES = 1, 2, 3
"""The lists of ``numbering.xml``: numbered, with dashes, and the large numbers of a charter."""

DEEPEST = 8
"""Word knows nine levels of lists, counted from 0."""

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = ("styles", "numbering", "settings", "fontTable")
_TIGHT = 15  # twentieths of a point
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)


def blank(paper: str, *, title: str, author: str, day: date | None) -> Document:
    """Return an empty document on ``paper`` (a key of SIZES), which is dated on ``day`` where there is one."""
    import docx
    from docx.shared import Mm

    document = docx.Document(BytesIO(_package()))
    section = document.sections[0]
    section.page_width, section.page_height = (Mm(side) for side in SIZES[paper])
    about = document.core_properties
    about.title, about.author, about.language = title[:255], author[:255], "id-ID"
    about.last_modified_by = author[:255]
    if day is None:
        # the library has put the clock's time here
        for element in [each for each in about._element if each.tag.endswith(("}created", "}modified"))]:
            about._element.remove(element)
    else:
        about.created = about.modified = datetime.combine(day, datetime.min.time(), UTC).replace(tzinfo=None)
    return document


def packed(document: Document) -> bytes:
    """Return the document's file; the same document gives the same bytes."""
    made, file = BytesIO(), BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as given, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as taken:
        for part in given.infolist():
            # a zip archive notes when each part was added
            taken.writestr(zipfile.ZipInfo(part.filename, _ZIP_DAY), given.read(part), zipfile.ZIP_DEFLATED)
    return file.getvalue()


def _package() -> bytes:
    """Return the file of a document without a word, made of the shipped parts."""
    folder = shipped("templates") / "word"
    types = "".join(f'<Override PartName="/word/{part}.xml" ContentType="{_WORD}.{part}+xml"/>' for part in _PARTS)
    related = "".join(f'<Relationship Id="rId{n}" Type="{_OFFICE}/{part}" Target="{part}.xml"/>'
                      for n, part in enumerate(_PARTS, 1))  # fmt: skip
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{related}</Relationships>',
    }
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, text in parts.items():
            package.writestr(name, text)
        for name in ("document", *_PARTS):
            package.writestr(f"word/{name}.xml", (folder / f"{name}.xml").read_bytes())
    return file.getvalue()


class Place:
    """Where paragraphs go: a document, or a cell with the empty paragraph that every cell begins with."""

    def __init__(self, holder: Any, *, fresh: bool = False) -> None:
        self._holder = holder
        self._first = holder.paragraphs[0] if fresh else None

    def paragraph(self, style: str, text: str = "") -> Paragraph:
        """Return a new paragraph in the style with this id."""
        made: Paragraph = self._first or self._holder.add_paragraph()
        made._p.style = style
        if self._first is not None:
            # at the top of a cell even a heading needs no room above it
            made.paragraph_format.space_before = 0
            self._first = None
        if text:
            made.add_run(text)
        return made


def said(paragraph: Paragraph, text: str, style: str = "") -> Run:
    """Add words in the character style with this id."""
    run = paragraph.add_run(text)
    if style:
        run._r.style = style
    return run


def listed(paragraph: Paragraph, series: int, level: int) -> None:
    """Make a paragraph an item of a list (:func:`numbered`, or DASHES), ``level`` deep."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = min(level, DEEPEST)
    properties.get_or_add_numId().val = series


def numbered(document: Document, first: int, level: int, kind: int = NUMBERS) -> int:
    """Return a new series of numbers that begins with ``first`` at ``level``."""
    numbering = document.part.numbering_part.element
    number = numbering.add_num(kind - 1)
    number.add_lvlOverride(min(level, DEEPEST)).add_startOverride(first)
    series: int = number.numId
    return series


def link(paragraph: Paragraph, *runs: Run, address: str = "", bookmark: str = "") -> None:
    """Make the paragraph's last runs lead to an address or to a bookmark of this document."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement("w:hyperlink")
    if address:
        element.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    else:
        element.set(qn("w:anchor"), bookmark)
    runs[0]._r.addprevious(element)
    for run in runs:
        element.append(run._r)


def bookmarked(paragraph: Paragraph, name: str, number: int) -> None:
    """Make a paragraph one that links can lead to; ``number`` is unlike that of any other bookmark."""
    start, end = _element("bookmarkStart", id=number, name=name), _element("bookmarkEnd", id=number)
    paragraph._p.append(end)
    paragraph._p.insert_element_before(start, "w:r", "w:bookmarkEnd")


def field(paragraph: Paragraph, code: str, shown: str) -> None:
    """Add a value that Word computes, such as PAGE; ``shown`` stands there until it has."""
    element = _element("fldSimple", instr=code)
    paragraph._p.append(element)
    element.append(paragraph.add_run(shown)._r)


def page_border(document: Document, *, gap: int) -> None:
    """Draw a double border around every page, ``gap`` points outside its margins (31 at most)."""
    border = _element("pgBorders", offsetFrom="text")
    for side in ("top", "left", "bottom", "right"):
        border.append(_element(side, val="thinThickSmallGap", sz=18, space=gap, color="0B4F8A"))
    document.sections[0]._sectPr.insert_element_before(border, "w:lnNumType", "w:pgNumType", "w:cols", "w:docGrid")


def tight(table: Any) -> None:
    """Leave less room above and below the words of a table's cells."""
    margins = _element("tblCellMar")
    for side in ("top", "bottom"):
        margins.append(_element(side, w=_TIGHT, type="dxa"))
    table._tbl.tblPr.insert_element_before(margins, "w:tblLook", "w:tblCaption")


def _element(tag: str, **values: object) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(f"w:{tag}")
    for name, value in values.items():
        element.set(qn(f"w:{name}"), str(value))
    return element


def set_in(parent: Any, tag: str, **values: object) -> None:
    """Append an element of WordprocessingML, with these attributes, to the properties of a part."""
    parent.append(_element(tag, **values))
