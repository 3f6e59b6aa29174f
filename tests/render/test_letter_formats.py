"""Letters as papers: as last looked at, on one page, closed in themselves; texts stay texts, and bytes the same."""

import io
import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import docx as reader
import letters
import pypdfium2
import pytest
import sheeting
from markdown_it import MarkdownIt

from sop_engine.render.letter import docx, html, markdown, pdf
from sop_engine.render.letter.composition import compose
from sop_engine.render.letter.document import Letter
from sop_engine.render.letter.kinds import Handed, Issued, Signer
from sop_engine.render.paper import SIZES
from sop_engine.resources import shipped

GOLDEN = Path(__file__).parent / "golden" / "letter"


def letter(name: str, logo: bool = True) -> Letter:
    return compose(letters.LETTERS[name](), letters.unit(), letters.logo() if logo else None)


def hostile() -> Letter:
    text = letters.MARKUP
    issued = Issued(text, text, text, text, text, Signer(text, text, text, text, text), (text, text))
    told = letters.rejection(
        case=text, service=text, received=text, grounds=(text, "x" * 200), applicant=text, where=text, decision=text,
        reference=text, issued=issued,
    )  # fmt: skip
    return compose(told, letters.unit())


def pages(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as file:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in file]


def opened(data: bytes) -> Any:
    return reader.Document(io.BytesIO(data))


class Words(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in {"meta", "img", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("name", letters.LETTERS)
def test_the_page_is_as_last_looked_at(name: str) -> None:
    style = (shipped("templates") / "letter.css").read_text(encoding="utf-8").rstrip()
    text = html.page(letter(name, logo=False))
    assert style in text
    sheeting.compare(text.replace(style, "/* letter.css */"), f"{name}.html", GOLDEN)


@pytest.mark.parametrize("name", letters.LETTERS)
def test_the_markdown_is_as_last_looked_at(name: str) -> None:
    sheeting.compare(markdown.page(letter(name)), f"{name}.md", GOLDEN)


def test_no_golden_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {
        f"{name}.{form}" for name in letters.LETTERS for form in ("html", "md")
    }


@pytest.mark.parametrize("name", letters.LETTERS)
def test_the_page_is_whole_and_fetches_nothing_but_the_logo_inside(name: str) -> None:
    page = html.page(letter(name))
    words = Words(page)
    assert words.open == []
    images = [attributes for tag, attributes in words.seen if tag == "img"]
    assert [(each["src"] or "")[:22] for each in images] == ["data:image/png;base64,"]
    assert images[0]["alt"] == "Logo Bagian Protokol dan Komunikasi Pimpinan Sekretariat Daerah"
    for tag, attributes in words.seen:
        assert tag not in {"script", "link", "iframe", "object", "embed", "base", "form"}
        assert not any(key.startswith("on") or key == "srcset" for key in attributes)
        assert re.match(r"https?://|mailto:|tel:|$", attributes.get("href") or "")
    assert "@import" not in page


def test_texts_stay_texts_in_every_format() -> None:
    told = hostile()
    words = Words(html.page(told))
    assert words.text.count(letters.MARKUP) > 10
    assert "script" not in {tag for tag, _ in words.seen}
    rendered = MarkdownIt("commonmark").render(markdown.page(told))
    assert "<script" not in rendered
    assert "<a " not in rendered
    assert "<em>" not in rendered
    assert "<code>" not in rendered
    assert "<script>alert('x')</script> & #let $x$ \\ {{ y }} *z*" in " ".join(pages(pdf.document(told)))
    assert sum(letters.MARKUP in each.text for each in opened(docx.document(told)).paragraphs) > 5


def test_a_cell_of_the_markdown_table_keeps_its_bar() -> None:
    told = compose(letters.receipt(requirements=(Handed("a | b", "asli"),)), letters.unit())
    rendered = MarkdownIt("commonmark").enable("table").render(markdown.page(told))
    assert "<td>a | b</td>" in rendered
    assert rendered.count("<td>") == 4


@pytest.mark.parametrize("paper", SIZES)
@pytest.mark.parametrize("name", letters.LETTERS)
def test_an_ordinary_letter_is_one_page_of_pdf(name: str, paper: str) -> None:
    told = letter(name)
    data = pdf.document(told, paper)
    (text,) = pages(data)
    for words in (told.unit.parent.upper(), told.signature.name, *told.signature.details, told.dated, *told.addressee):
        assert words in text
    with pypdfium2.PdfDocument(data) as file:
        width, height = (round(side / 72 * 25.4) for side in file[0].get_size())
    assert (width, height) == SIZES[paper]


@pytest.mark.parametrize("name", letters.LETTERS)
def test_the_pdf_leaves_the_foot_of_the_page_to_the_signing_service(name: str) -> None:
    with pypdfium2.PdfDocument(pdf.document(letter(name))) as file:
        page = file[0]
        lowest = min(each.get_bounds()[1] for each in page.get_objects())
    assert lowest >= 20 / 25.4 * 72


def test_the_pdf_is_for_archives_and_for_reading_aloud() -> None:
    data = pdf.document(letter("penolakan"))
    assert b"pdfaid:part>2<" in data
    assert b"pdfaid:conformance>A<" in data
    assert b"pdfuaid:part>1<" in data
    with pypdfium2.PdfDocument(data) as file:
        assert file.get_metadata_dict()["Title"] == "Penolakan Permohonan Kerjasama Media"


def test_the_signature_of_a_long_letter_never_stands_alone_on_a_page() -> None:
    found = ("Berkas tertahan pada langkah verifikasi karena pejabat yang menangani sedang cuti. " * 9,)
    for count in range(4, 14):
        told = compose(letters.answer(found=found * count), letters.unit(), letters.logo())
        *_, last = pages(pdf.document(told))
        assert "NIP 197001011990012001" in last
        assert "Ombudsman Republik Indonesia" in last
    assert len(pages(pdf.document(told))) > 1


def test_later_pages_are_numbered_and_the_first_is_not() -> None:
    found = ("Berkas tertahan pada langkah verifikasi. " * 20,) * 9
    first, second, *_ = pages(pdf.document(compose(letters.answer(found=found), letters.unit())))
    assert second.startswith("– 2 –")
    assert "– 1 –" not in first


def test_a_receipt_that_is_a_little_too_long_is_set_smaller() -> None:
    many = tuple(Handed(f"Surat keterangan nomor {number}", "asli") for number in range(1, 15))
    assert len(pages(pdf.document(compose(letters.receipt(requirements=many), letters.unit(), letters.logo())))) == 1


def test_the_word_document_has_a_title_a_table_and_lists() -> None:
    document = opened(docx.document(letter("tanda-terima-belum-lengkap")))
    (title,) = [each for each in document.paragraphs if each.style.name == "Judul Surat"]
    assert (title.text, title.style.base_style.name) == ("Tanda Terima Permohonan", "Heading 1")
    head, table = document.tables
    assert len(head.rows[0].cells) == 3
    assert [cell.text for cell in table.rows[3].cells][2:] == ["salinan 1 lembar", "salinan 1 lembar"]
    assert table.rows[0]._tr.trPr.find("{*}tblHeader") is not None
    items = [each for each in document.paragraphs if each.style.name == "Butir Surat"]
    assert [each.text for each in items] == [f"{each}." for each in letters.NEXT]
    assert all(each._p.pPr.numPr is not None for each in items)
    section = document.sections[0]
    assert section.bottom_margin.mm >= 20
    assert section.different_first_page_header_footer


def test_the_word_document_keeps_the_closing_with_the_signature() -> None:
    document = opened(docx.document(letter("jawaban")))
    paragraphs = [each for each in document.paragraphs if each.text]
    place = next(n for n, each in enumerate(paragraphs) if each.text.startswith("Apabila Saudara tidak puas"))
    *kept, last = paragraphs[place:]
    assert all(each.paragraph_format.keep_with_next for each in kept)
    assert last.text == "NIP 197001011990012001"
    assert not last.paragraph_format.keep_with_next


def test_the_logo_is_in_the_word_document_with_its_name() -> None:
    data = docx.document(letter("penolakan"))
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert [name for name in file.namelist() if name.startswith("word/media/")] == ["word/media/image1.png"]
        assert "Logo Bagian Protokol" in file.read("word/document.xml").decode()
    with zipfile.ZipFile(io.BytesIO(docx.document(letter("penolakan", logo=False)))) as file:
        assert not any("media" in name for name in file.namelist())


def test_a_long_letter_is_set_smaller_in_word() -> None:
    def size(told: object) -> float:
        return float(opened(docx.document(compose(told, letters.unit()))).styles["Surat"].font.size.pt)

    assert size(letters.rejection()) == 11
    assert size(letters.answer(found=("Berkas tertahan pada langkah verifikasi. " * 9,) * 2)) == 10
    assert size(letters.answer(found=("Berkas tertahan pada langkah verifikasi. " * 20,) * 9)) == 11


@pytest.mark.parametrize("name", letters.LETTERS)
def test_the_same_letter_gives_the_same_bytes_in_every_format(name: str) -> None:
    for write in (html.page, pdf.document, docx.document, markdown.page):
        assert write(letter(name)) == write(letter(name))


@pytest.mark.parametrize("text", ["a" * 200, "😀 نص ꦗꦮ \x0b", "kata " * 400], ids=["word", "scripts", "long"])
def test_whatever_a_text_holds_a_letter_is_made(text: str) -> None:
    told = letters.answer(complaint=text, about=(text,), found=(text,), complainant=text, outcome=text)
    made = compose(told, letters.unit())
    assert pages(pdf.document(made))
    assert made.addressee[0] in Words(html.page(made)).text
    assert made.addressee[0] in [each.text for each in opened(docx.document(made)).paragraphs]
    assert markdown.page(made)
