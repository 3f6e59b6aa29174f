"""The sheet as PDF: the same bytes, all words as text, fonts inside, pages counted."""

import ctypes
import re
import time
from collections.abc import Iterator

import pypdfium2
import pytest
import sheeting
from pypdfium2 import raw

from sop_engine.definition.model import Definition
from sop_engine.flow import derive
from sop_engine.render.sheet import pdf
from sop_engine.render.sheet.document import sheet


def document(name: str) -> bytes:
    content = sheeting.sheet_of(name)
    return pdf.document(content, {figure.procedure: (sheeting.DRAWING,) for figure in content.figures})


def pages(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as file:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in file]


def fonts(data: bytes) -> Iterator[tuple[str, bool]]:
    with pypdfium2.PdfDocument(data) as file:
        for page in file:
            for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
                font = raw.FPDFTextObj_GetFont(item.raw)
                name = ctypes.create_string_buffer(100)
                raw.FPDFFont_GetBaseFontName(font, name, 100)
                yield name.value.decode(), bool(raw.FPDFFont_GetIsEmbedded(font))


def invented(**parts: object) -> bytes:
    base: dict[str, object] = {
        "sop": 1, "id": "invented", "title": "Layanan Contoh", "unit": "contoh",
        "requirements": [{"id": "r", "text": "Surat"}], "products": ["Surat"],
        "actors": {"a": {"name": "Petugas"}}, "steps": [{"id": "x", "actor": "a", "activity": "Menulis"}],
        "sla": {"within": "1 jam"}, "fee": {"free": True}, "complaints": {},
    }  # fmt: skip
    definition = Definition.model_validate(base | parts)
    return pdf.document(sheet(definition, None, derive(definition)), {})


@pytest.mark.parametrize("name", sheeting.INPUTS)
def test_the_words_are_there_as_text_in_the_order_of_the_sheet(name: str) -> None:
    text = " ".join(pages(document(name)))
    found = [text.index(part.name.split()[0]) for part in sheeting.sheet_of(name).components]
    assert found == sorted(found)
    for note in sheeting.sheet_of(name).notes:
        assert note in text


def test_management_and_signature_follow_the_first_table() -> None:
    text = " ".join(pages(document("izin-keramaian")))
    order = ["Komponen penyampaian", "Komponen pengelolaan", "Ditetapkan di", "31 Januari 2026 Kepala UPTD Pasar"]
    found = [text.index(words) for words in order]
    assert found == sorted(found)
    assert "11. Khusus untuk Penyelenggara umum" in text


def test_branches_in_branches_are_printed_in_time() -> None:
    def block(depth: int) -> dict[str, object]:
        step: dict[str, object] = {"id": f"s{depth}", "actor": "a", "activity": "Menilai"}
        if depth:
            other = {"id": f"x{depth}", "actor": "a", "activity": "Mencatat"}
            step["parallel"] = [{"steps": [other]}, {"steps": [block(depth - 1)]}]
        return step

    began = time.perf_counter()
    text = " ".join(pages(invented(steps=[block(12)])))
    assert time.perf_counter() - began < 8
    assert text.count("Petugas mencatat") == 12


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert document("lapor-gub") == document("lapor-gub")


def test_pages_are_counted_and_each_drawing_has_its_own() -> None:
    read = pages(document("kerjasama-media"))
    for number, text in enumerate(read, 1):
        assert f"Halaman {number} dari {len(read)}" in text
    assert read[-2].startswith("Diagram alir 1. Kerjasama Media")
    assert read[-1].startswith("Diagram alir 2. Pengaduan Langsung")
    assert 'id="ujung" <tidak diubah>' in read[-1]


@pytest.mark.parametrize("name", [name for name in sheeting.INPUTS if name != "izin-keramaian"])
def test_a_sheet_of_the_usual_length_has_each_of_its_tables_on_one_page(name: str) -> None:
    made = sheeting.compiled(name)
    public = sheet(made.definition, made.unit, made.flows, public=True)
    assert len(pages(pdf.document(public, {}))) == 1
    whole = pages(pdf.document(sheeting.sheet_of(name), {}))
    assert len(whole) <= 2
    assert "Penanganan pengaduan, saran, dan masukan" in whole[0]
    assert "B. Komponen pengelolaan" in whole[-1]
    assert "14 Evaluasi kinerja pelaksana" in whole[-1]


def test_drawings_stay_inside_the_margins() -> None:
    frame = '<rect x="0" y="0" width="190" height="60" fill="#123456"/>'
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 190 60" width="190mm" height="60mm">{frame}</svg>'
    content = sheeting.sheet_of("kerjasama-media")
    data = pdf.document(content, {figure.procedure: (drawing,) for figure in content.figures})
    with pypdfium2.PdfDocument(data) as file:
        bounds = [
            item.get_bounds() for page in file for item in page.get_objects() if item.type != raw.FPDF_PAGEOBJ_TEXT
        ]
    margin, wide = 18 / 25.4 * 72, 595.28
    assert max(right - left for left, _, right, _ in bounds) > 490
    assert min(left for left, *_ in bounds) >= margin - 2
    assert max(right for _, _, right, _ in bounds) <= wide - margin + 2


def test_no_page_is_almost_empty() -> None:
    """Short drawings share a page, and one that fits stands below the components of management and the signature."""

    def drawing(height: int) -> tuple[str]:
        return (f'<svg xmlns="http://www.w3.org/2000/svg" width="210mm" height="{height}mm"/>',)

    def read(name: str, first: int, second: int) -> list[str]:
        content = sheeting.sheet_of(name)
        procedures = [figure.procedure for figure in content.figures]
        heights = (first, second)
        return pages(pdf.document(content, {key: drawing(each) for key, each in zip(procedures, heights, strict=True)}))

    both = read("konsultasi-sop", 120, 120)
    assert len(both) == 2
    assert "Ditetapkan di" in both[0]
    assert both[1].startswith("Diagram alir 1.")
    assert "Diagram alir 2." in both[1]
    assert [page[:15] for page in read("konsultasi-sop", 250, 120)[1:]] == ["Diagram alir 1.", "Diagram alir 2."]
    below = read("kerjasama-media", 210, 150)
    assert below[1].startswith("B. Komponen pengelolaan")
    assert "Diagram alir 1." in below[1]
    assert len(below) == 3


def test_the_outline_leads_to_both_tables_and_every_flowchart() -> None:
    with pypdfium2.PdfDocument(document("kerjasama-media")) as file:
        outline = [(entry.level, entry.get_title()) for entry in file.get_toc()]
    assert outline == [
        (0, "Kerjasama Media"),
        (1, "A. Komponen penyampaian pelayanan"),
        (1, "B. Komponen pengelolaan pelayanan"),
        (1, "Diagram alir 1. Kerjasama Media"),
        (1, "Diagram alir 2. Pengaduan Langsung"),
    ]


def test_the_file_bears_the_day_of_the_decree() -> None:
    def created(data: bytes) -> str:
        with pypdfium2.PdfDocument(data) as file:
            return file.get_metadata_value("CreationDate")

    assert created(document("izin-keramaian")).startswith("D:20260131000000")
    assert created(document("lapor-gub")).startswith("D:19700101000000")


def test_every_font_is_inside() -> None:
    used = set(fonts(document("lapor-gub")))
    assert {embedded for _, embedded in used} == {True}
    assert all("Arimo" in name for name, _ in used)


def test_the_file_says_that_it_may_be_archived_and_read_aloud() -> None:
    data = document("keprotokolan")
    assert b"<pdfaid:part>2</pdfaid:part>" in data
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in data
    assert b"<pdfuaid:part>1</pdfuaid:part>" in data


def test_text_stays_text() -> None:
    text = " ".join(pages(document("dokumen-diam")))
    for words in ("<script>alert('x')</script> & #let $x$ \\ {{ y }} *z* [q](r)", "<b>Seseorang</b>", "#keadaan"):
        assert words in text


def test_the_head_of_the_table_stands_on_each_of_its_pages() -> None:
    steps = [{"id": f"langkah-{n}", "actor": "a", "activity": f"Mengerjakan bagian {n} dari berkas"} for n in range(60)]
    read = pages(invented(steps=steps))
    assert len(read) > 1
    assert all("No Komponen Uraian" in page for page in read)


@pytest.mark.parametrize("word", ["a" * 200, "Mengerjakan " + "berkas panjang " * 133], ids=["word", "activity"])
def test_long_words_and_long_texts_stay_inside_the_page(word: str) -> None:
    data = invented(title=word, steps=[{"id": "x", "actor": "a", "activity": word}], actors={"a": {"name": word}})
    with pypdfium2.PdfDocument(data) as file:
        for page in file:
            width, height = page.get_size()
            left, low, right, high = page.get_bbox()
            assert (left, low) >= (0, 0)
            assert (right, high) <= (width, height)
            for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
                edges = item.get_bounds()
                assert edges[0] >= 0
                assert edges[2] <= width


def test_a_long_title_is_shortened_in_the_footer_after_a_whole_word() -> None:
    title = " ".join(["Pelayanan Penerbitan Persetujuan Bangunan Gedung"] * 5)
    (text,) = pages(invented(title=title, decree={"number": "060/15"}))
    shortened = re.search(r"Standar Pelayanan: ([\w ]+) … · No. SK 060/15", text)
    assert shortened is not None
    assert shortened[1].split()[-1] in title.split()


def test_a_character_without_a_glyph_is_seen_as_missing() -> None:
    text = " ".join(pages(invented(title="Layanan 😀 日本 é")))
    assert "Layanan \ufffd \ufffd\ufffd é" in text


def test_the_paper_is_the_one_that_was_asked_for() -> None:
    made = pdf.document(sheeting.sheet_of("keprotokolan"), {}, "F4")
    with pypdfium2.PdfDocument(made) as file:
        width, height = file[0].get_size()
    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (215, 330)
