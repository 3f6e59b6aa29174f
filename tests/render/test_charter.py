"""The maklumat pelayanan: the document's own words or the three that the law asks for, on one page, never signed."""

import io
import re
from html.parser import HTMLParser
from typing import Any

import docx as reader
import pypdfium2
import pytest
import sheeting
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from markdown_it import MarkdownIt

from sop_engine.definition.model import Definition, Identity, OfficeUnit, Signatory
from sop_engine.render.charter import docx, html, markdown, pdf
from sop_engine.render.charter.document import Charter, charter_sheet
from sop_engine.render.paper import SIZES


def charter_of(name: str, **changes: object) -> Charter:
    made = sheeting.compiled(name)
    return charter_sheet(made.definition.model_copy(update=changes), made.unit)


def pages(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as file:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in file]


def opened(data: bytes) -> Any:
    return reader.Document(io.BytesIO(data))


class Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        assert not any(name.startswith("on") or name in {"src", "srcset"} for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.text += data


def page(charter: Charter) -> Words:
    words = Words()
    words.feed(html.page(charter))
    words.close()
    return words


def test_a_silent_document_gets_the_three_articles_that_the_law_asks_for() -> None:
    charter = charter_of("kerjasama-media")
    assert charter.opening == (
        "Kami, pimpinan dan seluruh pelaksana Bagian Protokol dan Komunikasi Pimpinan Sekretariat Daerah, "
        "dengan ini menyatakan:"
    )
    promise, duty, readiness = (line.replace("\N{NO-BREAK SPACE}", " ") for line in charter.lines)
    assert promise == (
        "sanggup menyelenggarakan layanan Kerjasama Media sesuai dengan standar pelayanan yang ditetapkan dengan "
        "Surat Keputusan Nomor 060/15;"
    )
    assert duty.endswith("memperbaiki mutu pelayanan secara terus-menerus; dan")
    assert "menerima sanksi dan/atau memberikan kompensasi" in readiness
    assert readiness.endswith("standar tersebut.")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"title": "Pelayanan Pasar"}, "menyelenggarakan Pelayanan Pasar sesuai"),
        ({"title": "Izin Pasar"}, "menyelenggarakan layanan Izin Pasar sesuai"),
        ({"decree": None}, "sesuai dengan standar pelayanan;"),
    ],
)
def test_the_promise_names_the_service_and_claims_no_decree_that_is_not_there(
    changes: dict[str, object], words: str
) -> None:
    assert words in charter_of("izin-lapak", **changes).lines[0]


def test_a_decree_that_calls_itself_a_number_is_not_called_so_twice() -> None:
    decree = sheeting.compiled("izin-keramaian").definition.decree
    assert decree is not None
    numbered = decree.model_copy(update={"number": "Nomor 12 tahun 2022"})
    assert "Surat Keputusan Nomor 12 tahun 2022;" in charter_of("izin-keramaian", decree=numbered, charter=()).lines[0]


def test_what_the_document_promises_is_said_in_its_own_words_alone() -> None:
    charter = charter_of("izin-keramaian")
    assert (charter.opening, charter.lines) == (
        "",
        ("Kami sanggup melayani sesuai standar pelayanan.", "Kami siap menerima sanksi bila tidak menepati janji ini."),
    )


def test_who_set_the_standard_signs_else_who_approved_the_procedure_else_the_head() -> None:
    signing = charter_of("izin-keramaian").signing
    assert (signing.position, signing.name) == ("Kepala UPTD Pasar", "Rina Contoh, S.E.")
    assert signing.details == ("Pembina, IV/a", "NIP 197001011990012001")
    identity = Identity(approved_by=Signatory(position="Camat Contoh"))
    other = charter_of("izin-lapak", identity=identity).signing
    assert (other.position, other.name, other.details) == ("Camat Contoh", "", ())
    nobody = charter_of("izin-lapak").signing
    assert (nobody.position, nobody.name) == ("Pimpinan UPTD Pasar Contoh", "")


def test_the_charter_is_indonesian_in_english_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOP_LANG", "id")
    indonesian = charter_of("kerjasama-media")
    monkeypatch.setenv("SOP_LANG", "en")
    assert charter_of("kerjasama-media") == indonesian


@pytest.mark.parametrize("paper", SIZES)
@pytest.mark.parametrize("name", sheeting.INPUTS)
def test_the_pdf_is_one_page_across_that_says_everything(name: str, paper: str) -> None:
    charter = charter_of(name)
    data = pdf.document(charter, paper)
    (text,) = pages(data)
    for words in (*charter.lines, charter.opening, charter.signing.place, charter.signing.position):
        assert words.replace("\N{NO-BREAK SPACE}", " ") in text.replace("\N{NO-BREAK SPACE}", " ")
    with pypdfium2.PdfDocument(data) as file:
        width, height = (round(side / 72 * 25.4) for side in file[0].get_size())
    assert (height, width) == SIZES[paper]


def test_a_long_charter_is_set_smaller_before_it_takes_another_page() -> None:
    line = "Kami sanggup melayani sesuai dengan standar pelayanan yang ditetapkan bersama masyarakat."
    assert len(pages(pdf.document(charter_of("izin-keramaian", charter=(line,) * 9)))) == 1
    assert len(pages(pdf.document(charter_of("izin-keramaian", charter=(line,) * 60)))) > 1


def test_the_page_is_closed_in_itself_and_its_texts_are_texts() -> None:
    words = page(charter_of("dokumen-diam"))
    assert "Layanan <script>alert('x')</script> & #let $x$ \\ {{ y }} *z* [q](r)" in words.text
    assert not {"script", "link", "img", "iframe"} & set(words.tags)
    assert {"header", "main", "h1", "ol"} <= set(words.tags)


def test_the_page_is_printed_across_on_the_paper_that_was_asked_for() -> None:
    charter = charter_of("keprotokolan")
    assert "size: 297mm 210mm" in html.page(charter)
    assert "size: 330mm 215mm" in html.page(charter, "F4")


def test_markdown_has_the_articles_as_a_list_and_no_markup_of_a_text() -> None:
    rendered = MarkdownIt("commonmark").render(markdown.page(charter_of("dokumen-diam")))
    assert rendered.count("<li>") == 3
    assert "&lt;script&gt;" in rendered
    assert "<script" not in rendered
    assert "<a " not in rendered


def test_the_word_document_has_a_heading_a_list_and_a_border() -> None:
    charter = charter_of("kerjasama-media")
    document = opened(docx.document(charter, "F4"))
    (heading,) = [each for each in document.paragraphs if each.style.name == "Judul Maklumat"]
    assert (heading.text, heading.style.base_style.name) == (charter.heading, "Heading 1")
    articles = [each for each in document.paragraphs if each.style.name == "Butir Maklumat"]
    assert [each.text.replace("\N{NO-BREAK SPACE}dan", " dan") for each in articles] == list(charter.lines)
    assert articles[1].text.endswith(";\N{NO-BREAK SPACE}dan"), "a short last word does not stand alone in a line"
    assert all(each._p.pPr.numPr.numId.val > 3 for each in articles)
    section = document.sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert (round(section.page_height.mm), round(section.page_width.mm)) == SIZES["F4"]
    assert section._sectPr.find(qn("w:pgBorders")) is not None


def lines_of(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as file:
        return file[0].get_textpage().get_text_bounded().splitlines()


def test_lines_of_the_head_and_of_the_signature_are_of_equal_length() -> None:
    """ "… KABUPATEN" with "JEMBER" alone below it would be the usual way of breaking these lines."""
    charter = charter_of("keprotokolan")
    printed = [line.strip() for line in lines_of(pdf.document(charter))]
    assert printed[1:3] == ["BAGIAN PROTOKOL DAN KOMUNIKASI PIMPINAN", "SEKRETARIAT DAERAH KABUPATEN JEMBER"]
    assert "dan" not in printed
    document = opened(docx.document(charter))
    (opening,) = [each for each in document.paragraphs if each.style.name == "Isi Maklumat"]
    left, right = opening.paragraph_format.left_indent, opening.paragraph_format.right_indent
    assert left == right > 0
    (position,) = [each for each in document.paragraphs if each.text == charter.signing.position]
    assert position.paragraph_format.right_indent > 0


def test_the_word_document_sets_long_words_smaller() -> None:
    def size(lines: tuple[str, ...]) -> float:
        charter = charter_of("izin-keramaian", charter=lines)
        return float(opened(docx.document(charter)).styles["Isi Maklumat"].font.size.pt)

    assert size(("Kami sanggup.",)) == 16
    assert size(("Kami sanggup melayani sesuai dengan standar pelayanan. " * 4,) * 3) < 16


@pytest.mark.parametrize("name", sheeting.INPUTS)
def test_the_same_charter_gives_the_same_bytes_in_every_format(name: str) -> None:
    for write in (html.page, pdf.document, docx.document, markdown.page):
        assert write(charter_of(name)) == write(charter_of(name))


@pytest.mark.parametrize("text", ["a" * 200, "😀 نص ꦗꦮ \x0b", "kata " * 400], ids=["word", "scripts", "long"])
def test_whatever_a_text_holds_a_charter_is_made(text: str) -> None:
    unit = OfficeUnit.model_validate({"unit": 1, "id": "a", "name": text, "parent": text, "address": text})
    signer = {"position": text, "name": text}
    base = {
        "sop": 1, "id": "invented", "title": text, "unit": "a", "requirements": [], "products": ["x"],
        "actors": {"a": {"name": "Petugas"}}, "steps": [{"id": "x", "actor": "a", "activity": "Menulis"}],
        "sla": {"within": "1 jam"}, "fee": {"free": True}, "complaints": {},
        "decree": {"number": text, "signer": signer},
    }  # fmt: skip
    charter = charter_sheet(Definition.model_validate(base), unit)
    assert pages(pdf.document(charter))
    assert charter.title in page(charter).text
    assert charter.title in "".join(each.text for each in opened(docx.document(charter)).paragraphs)
    assert re.search(r"^# Maklumat Pelayanan$", markdown.page(charter), re.MULTILINE)
