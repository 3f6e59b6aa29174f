"""The sheet as a Word document: read back with another library, it has the sheet's words in real headings and lists."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

import docx as reader
import pytest
import sheeting
from docx.oxml.ns import qn

from sop_engine.definition.model import Definition
from sop_engine.flow import derive
from sop_engine.render.sheet import docx
from sop_engine.render.sheet.blocks import Items, ProcedureText, StepText
from sop_engine.render.sheet.document import Sheet, sheet


def png(width: int = 40, height: int = 60) -> bytes:
    """Return a white picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\xff" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def written(content: Sheet, paper: str = "A4") -> bytes:
    return docx.document(content, {figure.procedure: (png(),) for figure in content.figures}, paper)


def opened(data: bytes) -> Any:
    return reader.Document(io.BytesIO(data))


def read(name: str) -> Any:
    return opened(written(sheeting.sheet_of(name)))


def text_of(paragraph: Any) -> str:
    """Return the words of a paragraph, those of its links and fields included."""
    return "".join(each.text or "" for each in paragraph._p.iter(qn("w:t")))


def words(document: Any) -> str:
    return "\n".join(each.text or "" for each in document.element.iter(qn("w:t")))


def numbers_of(document: Any, paragraphs: list[Any]) -> list[tuple[int, str]]:
    """Return what Word counts: the number and the words of each numbered paragraph."""
    numbering = document.part.numbering_part.element
    firsts = {
        (num.numId, override.ilvl): override.startOverride.val
        for num in numbering.num_lst
        for override in num.lvlOverride_lst
    }
    counted: dict[tuple[int, int], int] = {}
    found = []
    for paragraph in paragraphs:
        properties = paragraph._p.pPr.numPr if paragraph._p.pPr is not None else None
        if paragraph.style.name == "List Number":
            key = (properties.numId.val, properties.ilvl.val)
            counted[key] = counted.get(key, firsts[key] - 1) + 1
            found.append((counted[key], text_of(paragraph)))
    return found


def steps_in(steps: tuple[StepText, ...]) -> Iterator[StepText]:
    for step in steps:
        yield step
        for branch in step.parallel.branches if step.parallel else ():
            yield from steps_in(branch.steps)


@pytest.mark.parametrize("name", sheeting.INPUTS)
def test_the_components_are_rows_of_two_tables_with_a_head_that_is_repeated(name: str) -> None:
    content, document = sheeting.sheet_of(name), read(name)
    assert len(document.tables) == 2
    for table, components in zip(document.tables, (content.components, content.management), strict=True):
        head, *rows = table.rows
        assert [cell.text for cell in head.cells] == ["No", "Komponen", "Uraian"]
        assert head._tr.trPr.find(qn("w:tblHeader")) is not None
        found = [(row.cells[0].text, row.cells[1].paragraphs[0]) for row in rows]
        assert [(number, title.text) for number, title in found] == [
            (str(each.number), each.name) for each in components
        ]
        assert {title.style.name for _, title in found} == {"Heading 3"}


@pytest.mark.parametrize("name", sheeting.INPUTS)
def test_every_step_is_an_item_with_its_own_number(name: str) -> None:
    document = read(name)
    for component, row in zip(sheeting.sheet_of(name).components, document.tables[0].rows[1:], strict=True):
        blocks = [block for block in component.blocks if isinstance(block, ProcedureText)]
        told = [
            (step.number, f"{step.before}{step.actor} {step.after}")
            for block in blocks
            for step in steps_in(block.steps)
        ]
        counted = numbers_of(document, row.cells[2].paragraphs)
        if blocks:
            assert [number for number, _ in counted] == [number for number, _ in told]
            assert all(words.startswith(start) for (_, words), (_, start) in zip(counted, told, strict=True))


def test_a_list_that_is_not_the_first_begins_with_one_again() -> None:
    document = read("izin-keramaian")
    basis = document.tables[1].rows[2].cells[2]
    assert numbers_of(document, basis.paragraphs) == [(1, "Ruang tunggu"), (2, "Loket")]


def test_headings_stand_in_their_order() -> None:
    document = read("kerjasama-media")
    found = [(each.style.name, each.text) for each in document.paragraphs if each.style.name.startswith("Heading")]
    assert found == [
        ("Heading 1", "Kerjasama Media"),
        ("Heading 2", "A. Komponen penyampaian pelayanan"),
        ("Heading 2", "B. Komponen pengelolaan pelayanan"),
        ("Heading 2", "Diagram alir 1. Kerjasama Media"),
        ("Heading 2", "Diagram alir 2. Pengaduan Langsung"),
    ]


@pytest.mark.parametrize("name", sheeting.INPUTS)
def test_every_mark_leads_to_its_note(name: str) -> None:
    content, document = sheeting.sheet_of(name), read(name)
    notes = {each.get(qn("w:name")) for each in document.element.iter(qn("w:bookmarkStart"))}
    marks = {each.get(qn("w:anchor")) for each in document.element.iter(qn("w:hyperlink"))} - {None}
    assert notes == marks == {f"catatan_{number}" for number in range(1, len(content.notes) + 1)}
    assert [each.text for each in document.paragraphs if each.style.name == "Catatan"] == list(content.notes)


@pytest.mark.parametrize(
    ("name", "links"),
    [
        ("dokumen-diam", []),  # javascript: and a broken address are no links
        ("konsultasi-sop", ["tel:0285421091", "http://www.organisasi.pekalongankota.go.id", "tel:0285421093",
                            "mailto:kbr.bagorsetdakotapkl@gmail.com", "http://organisasi.pekalongankota.go.id"]),
    ],
)  # fmt: skip
def test_only_plain_addresses_become_links(name: str, links: list[str]) -> None:
    assert [each.target_ref for each in read(name).part.rels.values() if each.is_external] == links


def test_pictures_have_their_alternatives_and_fit_the_page() -> None:
    content = sheeting.sheet_of("kerjasama-media")
    drawings = {"utama": (png(400, 100), png(50, 500)), "langsung": (png(),)}
    document = opened(docx.document(content, drawings))
    about = [shape._inline.docPr for shape in document.inline_shapes]
    assert [each.get("descr").partition(":")[0] for each in about] == [
        "Diagram alir Kerjasama Media",
        "Diagram alir Kerjasama Media",
        "Diagram alir Pengaduan Langsung",
    ]
    assert [each.get("name") for each in about] == [
        "Diagram alir 1. Kerjasama Media, bagian 1 dari 2",
        "Diagram alir 1. Kerjasama Media, bagian 2 dari 2",
        "Diagram alir 2. Pengaduan Langsung",
    ]
    section = document.sections[0]
    width = section.page_width - section.left_margin - section.right_margin
    height = section.page_height - section.top_margin - section.bottom_margin
    wide, high, _ = document.inline_shapes
    assert wide.width == pytest.approx(width, rel=0.001)
    assert high.height < height
    assert high.height / high.width == pytest.approx(10, rel=0.01)
    beside = {shape._inline.get(side) for shape in document.inline_shapes for side in ("distL", "distR")}
    assert beside == {"0"}


def test_short_flowcharts_share_a_page_and_long_ones_begin_one() -> None:
    content = sheeting.sheet_of("kerjasama-media")
    document = opened(docx.document(content, {"utama": (png(400, 600),), "langsung": (png(400, 300),)}))
    long, short = [each for each in document.paragraphs if each.text.startswith("Diagram alir")]
    assert (long.paragraph_format.page_break_before, short.paragraph_format.page_break_before) == (True, None)
    assert [each.paragraph_format.keep_with_next for each in (long, short)] == [True, True]
    section = document.sections[0]
    height = section.page_height - section.top_margin - section.bottom_margin
    assert document.inline_shapes[1].height < height / 2


def test_a_paper_without_a_signer_has_lines_to_write_on() -> None:
    paragraphs = [each for each in read("kerjasama-media").paragraphs if each.style.name == "Tanda Tangan"]
    words = [each.text.strip() for each in paragraphs]
    assert words[:2] == ["Ditetapkan di", "pada tanggal"]
    assert words[2].startswith("Pimpinan Bagian Protokol")
    assert words[3:] == ["", "NIP"]
    assert all(paragraphs[number].paragraph_format.tab_stops for number in (0, 1, 3, 4))


def test_pages_are_counted_and_the_language_is_indonesian() -> None:
    document = read("izin-keramaian")
    foot = document.sections[0].footer.paragraphs[0]
    assert [each.get(qn("w:instr")) for each in foot._p.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]
    assert text_of(foot) == "Standar Pelayanan: Izin Keramaian Pasar Malam · No. SK 500/34 Tahun 2026Halaman 1 dari 1"
    (language,) = document.styles.element.iter(qn("w:lang"))
    assert language.get(qn("w:val")) == "id-ID"


def test_the_file_says_what_it_is_and_bears_the_day_of_the_decree() -> None:
    about = read("izin-keramaian").core_properties
    assert (about.title, about.author, about.language) == (
        "Standar Pelayanan: Izin Keramaian Pasar Malam",
        "UPTD Pasar Contoh",
        "id-ID",
    )
    assert about.created.isoformat() == about.modified.isoformat() == "2026-01-31T00:00:00+00:00"
    bare = read("lapor-gub").core_properties
    assert (bare.created, bare.modified) == (None, None)


def test_the_same_sheet_gives_the_same_bytes_without_the_hour_of_writing() -> None:
    data = written(sheeting.sheet_of("lapor-gub"))
    assert data == written(sheeting.sheet_of("lapor-gub"))
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert {part.date_time for part in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(("paper", "size"), [("A4", (210, 297)), ("F4", (215, 330))])
def test_the_paper_is_the_one_that_was_asked_for(paper: str, size: tuple[int, int]) -> None:
    section = opened(written(sheeting.sheet_of("keprotokolan"), paper)).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == size


def test_text_stays_text() -> None:
    told = words(read("dokumen-diam"))
    for text in ("<script>alert('x')</script> & #let $x$ \\ {{ y }} *z* [q](r)", "<b>Seseorang</b>", "#keadaan"):
        assert text in told


@pytest.mark.parametrize(
    "title",
    ["a" * 200, "Layanan 😀 نص ꦗꦮ", "satu\x0bdua\x00tiga\x9b", "mengerjakan berkas " * 105],
    ids=["word", "scripts", "controls", "long"],
)
def test_whatever_a_text_holds_the_document_can_be_opened(title: str) -> None:
    step = {"id": "x", "actor": "a", "activity": title}
    base = {
        "sop": 1, "id": "invented", "title": title, "unit": "contoh", "requirements": [{"id": "r", "text": title}],
        "products": [title], "actors": {"a": {"name": title}}, "steps": [step],
        "sla": {"within": "1 jam", "note": title}, "fee": {"free": True}, "complaints": {},
    }  # fmt: skip
    definition = Definition.model_validate(base)
    content = sheet(definition, None, derive(definition))
    told = words(opened(docx.document(content, {})))
    (product,) = content.components[4].blocks
    assert isinstance(product, Items)
    assert told.count(content.title.text) >= 2


def test_a_sheet_for_the_public_has_one_table_and_says_nothing_of_the_staff() -> None:
    made = sheeting.compiled("izin-keramaian")
    content = sheet(made.definition, made.unit, made.flows, public=True)
    data = docx.document(content, {})
    assert len(opened(data).tables) == 1
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        everything = "".join(file.read(part).decode("utf-8") for part in file.namelist())
    assert "Memahami peraturan pasar" not in everything
    assert "197001011990012001" not in everything
