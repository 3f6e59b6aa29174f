"""What is ordered of a definition becomes files whose names never collide; what makes no sense is refused."""

from pathlib import Path

import pypdfium2
import pytest
from charts import compiled

from sop_engine.cli import publisher
from sop_engine.compiler import Compiled, compile_text
from sop_engine.definition.catalogue import Catalogue
from sop_engine.failure import Failure
from sop_engine.render import pdf
from sop_engine.render.notice import Notice
from sop_engine.render.palette import THEMES
from sop_engine.render.publication import SHEETS, THEMED, USUAL, VIEWS, Charters, Pictures, Sheets
from sop_engine.render.result import Imprint, files
from sop_engine.settings import PLAIN

TOP = Path(__file__).resolve().parents[2]
CATALOGUE = Catalogue(TOP / "definitions")
NAME = "kerjasama-media"


def with_procedure(procedure: str) -> Compiled:
    """Return a definition whose complaint procedure has another id."""
    usual = compiled(NAME)
    text = usual.text
    for key in ("id", "procedure"):
        assert text.count(f"{key}: langsung") == 1
        text = text.replace(f"{key}: langsung", f"{key}: {procedure}")
    made, found = compile_text(text, usual.unit_text)
    assert made is not None, found
    return made


def names(order: object, name: str = NAME) -> list[str]:
    return [made.name for made in order.made(compiled(name), PLAIN, CATALOGUE)]


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_is_written_in_every_format_that_it_has(view):
    made = list(Pictures(view, VIEWS[view]).made(compiled(NAME), PLAIN, CATALOGUE))
    kinds = {Path(each.name).suffix.removeprefix(".") for each in made}
    assert kinds == set(VIEWS[view])
    assert all(each.content for each in made)


def test_names_say_procedure_view_and_page():
    assert names(Pictures()) == [f"{NAME}.svg", f"{NAME}.langsung.svg"]
    assert names(Pictures(formats=("pdf",))) == [f"{NAME}.flowchart.pdf", f"{NAME}.langsung.flowchart.pdf"]
    assert names(Pictures("matrix", ("pdf", "svg"))) == [
        *(f"{NAME}.matrix.svg", f"{NAME}.matrix_2.svg", f"{NAME}.matrix.pdf"),
        *(f"{NAME}.langsung.matrix.svg", f"{NAME}.langsung.matrix_2.svg", f"{NAME}.langsung.matrix.pdf"),
    ]
    assert names(Sheets(("pdf", "docx"))) == [f"{NAME}.pdf", f"{NAME}.docx"]
    assert names(Sheets(public=True)) == [f"{NAME}.publik.html"]
    assert names(Charters(("md",))) == [f"{NAME}.maklumat.md"]


def test_no_two_results_have_one_name_whatever_procedures_are_called():
    orders = [*(Pictures(view, formats) for view, formats in VIEWS.items()), Sheets(SHEETS), Charters(SHEETS)]
    orders.append(Sheets(SHEETS, public=True))
    for procedure in (*VIEWS, "maklumat", "publik"):
        made = with_procedure(procedure)
        found = [each.name for order in orders for each in order.made(made, PLAIN, CATALOGUE)]
        assert len(found) == len(set(found))


@pytest.mark.parametrize("view", VIEWS)
def test_a_format_that_a_view_does_not_have_is_refused_with_those_that_it_has(view):
    with pytest.raises(Failure) as caught:
        Pictures(view, ("svg", "docx"))
    assert caught.value.code == "USE044"
    assert ", ".join(VIEWS[view]) in caught.value.message("id")


@pytest.mark.parametrize("view", sorted(set(VIEWS) - set(THEMED)))
def test_a_theme_for_a_view_that_has_none_is_refused(view):
    with pytest.raises(Failure) as caught:
        Pictures(view, theme="abu")
    assert caught.value.code == "USE045"


def test_the_commands_offer_what_there_is():
    assert [each.value for each in publisher.View] == list(VIEWS)
    assert {each.value for each in publisher.PictureFormat} == {each for formats in VIEWS.values() for each in formats}
    assert [each.value for each in publisher.SheetFormat] == list(SHEETS)
    assert [each.value for each in publisher.ThemeName] == list(THEMES)
    assert next(iter(THEMES)) == USUAL


def test_all_pages_are_one_pdf_that_says_what_they_show():
    (main, _) = Pictures("matrix", ("pdf",)).made(compiled(NAME), PLAIN, CATALOGUE)
    document = pypdfium2.PdfDocument(main.content)
    assert len(document) == 2
    assert document.get_metadata_dict()["Title"] == "Matriks SOP-AP: Kerjasama Media"
    assert document[0].get_size() == pytest.approx((841.9, 595.3), abs=0.1)


def test_what_there_is_to_tell_stands_with_the_first_file_only():
    told = (Notice.of("lanes_large"),)
    page = '<svg xmlns="http://www.w3.org/2000/svg" width="10mm" height="10mm"><desc>a</desc><text>😀</text></svg>'
    made = list(files((page, page), ("svg", "png", "pdf"), Imprint("a", "b", "t", "u"), told))
    assert [each.name for each in made] == ["a.svg", "a.png", "a_2.svg", "a_2.png", "b.pdf"]
    assert [notice.message().count("😀") for notice in made[0].notices] == [0, 1]
    assert not [each for each in made[1:] if each.notices]


def test_what_the_typesetter_forgets_does_not_change_what_it_makes():
    def made():
        return [each.content for each in Sheets(("pdf",)).made(compiled(NAME), PLAIN, CATALOGUE)]

    first = made()
    pdf.forget()
    assert made() == first


def told(order, old, new):
    """Return the words of the notices of each file, of a definition in whose unit or text something was changed."""
    usual = compiled(NAME)
    assert old in usual.text + usual.unit_text
    made, found = compile_text(usual.text.replace(old, new, 1), usual.unit_text.replace(old, new, 1))
    assert made is not None, found
    return {
        each.name.rpartition(".")[2]: " ".join(notice.message() for notice in each.notices)
        for each in order.made(made, PLAIN, CATALOGUE)
    }


def test_characters_that_a_paper_lacks_are_told_where_they_are_printed_or_painted():
    said = told(Sheets(SHEETS), "activity: ", "activity: ꦲ ")
    assert {form for form, words in said.items() if "ꦲ" in words} == {"pdf", "docx"}
    said = told(Sheets(SHEETS), "title: Kerjasama Media", "title: Kerjasama ꦲ Media")
    assert {form for form, words in said.items() if "ꦲ" in words} == {"pdf", "docx"}


def test_the_lines_of_a_letterhead_are_looked_at_too():
    for order in (Sheets(SHEETS), Charters(SHEETS)):
        said = told(order, "address: ", "address: ꦲ ")
        assert {form for form, words in said.items() if "ꦲ" in words} == {"pdf"}


def test_the_title_of_a_pdf_names_the_view():
    def title(order: Pictures) -> str:
        pdfs = [made.content for made in order.made(compiled(NAME), PLAIN, CATALOGUE) if made.name.endswith(".pdf")]
        with pypdfium2.PdfDocument(pdfs[-1]) as file:
            return file.get_metadata_dict()["Title"]

    orders = [Pictures(view, ("pdf",)) for view in VIEWS] + [Pictures("lanes", ("pdf",), across=True)]
    assert [title(order) for order in orders] == [
        "Diagram alir: Kerjasama Media – Pengaduan Langsung",
        "Diagram alir menurut pelaksana: Kerjasama Media – Pengaduan Langsung",
        "Matriks SOP-AP: Kerjasama Media – Pengaduan Langsung",
        "Diagram alir menurut pelaksana, melintang: Kerjasama Media – Pengaduan Langsung",
    ]
