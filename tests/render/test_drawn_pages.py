"""Drawings as PDF pages: of their own size, text as text, words for who cannot see them, the same bytes."""

import ctypes
from collections.abc import Iterator

import pypdfium2
import pytest
from pypdfium2 import raw

from sop_engine.failure import Failure
from sop_engine.render import pdf
from sop_engine.render.typeface import FAMILIES

NASTY = "#let x = $y$ \\ {{ z }} &amp; &lt;script&gt;"


def drawing(words: str, width: int = 297, height: int = 210) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}mm" height="{height}mm" viewBox="0 0 842 595" '
        f'font-family="Arimo"><rect width="842" height="595" fill="#eee"/>'
        f'<text x="40" y="60" font-size="12">{words}</text>'
        f'<text x="40" y="90" font-size="12" font-weight="700">{words}</text></svg>'
    )


def made(*drawings: str, title: str = "SOP & <b>") -> bytes:
    return pdf.pages(drawings, title=title, author="Bagian Organisasi", alternatives=["Matriks"] * len(drawings))


def spoken(data: bytes) -> Iterator[str]:
    """The text alternatives of each page."""
    with pypdfium2.PdfDocument(data) as file:
        for page in file:
            tree = raw.FPDF_StructTree_GetForPage(page.raw)
            yield from _alternatives(raw.FPDF_StructTree_GetChildAtIndex(tree, 0))
            raw.FPDF_StructTree_Close(tree)


def _alternatives(element: object) -> Iterator[str]:
    words = ctypes.create_string_buffer(200)
    if size := raw.FPDF_StructElement_GetAltText(element, words, 200):
        yield words.raw[: size - 2].decode("utf-16-le")
    for index in range(raw.FPDF_StructElement_CountChildren(element)):
        if child := raw.FPDF_StructElement_GetChildAtIndex(element, index):
            yield from _alternatives(child)


def test_each_drawing_has_a_page_of_its_size() -> None:
    with pypdfium2.PdfDocument(made(drawing("satu"), drawing("dua", 330, 215))) as file:
        sizes = [tuple(round(side / 72 * 25.4, 1) for side in page.get_size()) for page in file]
    assert sizes == [(297.0, 210.0), (330.0, 215.0)]


def test_text_stays_text_and_is_never_read_as_markup() -> None:
    with pypdfium2.PdfDocument(made(drawing(NASTY))) as file:
        text = file[0].get_textpage().get_text_bounded()
        assert file.get_metadata_dict()["Title"] == "SOP & <b>"
    assert text.count("#let x = $y$ \\ {{ z }} & <script>") == 2


def test_a_drawing_in_serif_has_its_fonts_inside() -> None:
    data = made(drawing("tebal dan tidak").replace('"Arimo"', f'"{FAMILIES["serif"]}"'))
    name, found = ctypes.create_string_buffer(100), set()
    with pypdfium2.PdfDocument(data) as file:
        for item in file[0].get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
            font = raw.FPDFTextObj_GetFont(item.raw)
            raw.FPDFFont_GetBaseFontName(font, name, 100)
            found.add((name.value.decode().partition("+")[2], bool(raw.FPDFFont_GetIsEmbedded(font))))
    assert found == {("PTSerif-Regular", True), ("PTSerif-Bold", True)}


def test_a_missing_glyph_is_seen() -> None:
    with pypdfium2.PdfDocument(made(drawing("\N{GRINNING FACE}ꦲ baik"), title="قهوة")) as file:
        text = file[0].get_textpage().get_text_bounded()
    assert "baik" in text
    assert "\N{REPLACEMENT CHARACTER}" in text


def test_it_is_tagged_and_says_what_it_is_for() -> None:
    made_of = made(drawing("satu"))
    assert b"<pdfaid:part>2</pdfaid:part>" in made_of
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made_of
    assert list(spoken(made_of)) == ["Matriks"]


def test_the_same_drawings_give_the_same_bytes() -> None:
    assert made(drawing("satu"), drawing("dua")) == made(drawing("satu"), drawing("dua"))


def test_what_is_no_drawing_is_refused() -> None:
    with pytest.raises(Failure) as refused:
        made('<svg width="10mm" height="10mm">')
    assert refused.value.code == "OUT012"
