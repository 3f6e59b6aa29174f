"""The sheet as a page: as last looked at, closed in itself, and text stays text."""

import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser

import pytest
import sheeting

from sop_engine.render.sheet import html
from sop_engine.resources import shipped

VOID = {"meta"}


def page(name: str) -> str:
    content = sheeting.sheet_of(name)
    return html.page(content, {figure.procedure: (sheeting.DRAWING,) for figure in content.figures})


class Reader(HTMLParser):
    """Collects elements and ids, and checks that every element is closed in turn."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def read(text: str) -> Reader:
    reader = Reader()
    reader.feed(text)
    reader.close()
    assert reader.open == []
    return reader


@pytest.mark.parametrize("name", sheeting.INPUTS)
def test_page_is_as_last_looked_at(name: str) -> None:
    style = (shipped("templates") / "sheet.css").read_text(encoding="utf-8").rstrip()
    text = page(name)
    assert style in text
    sheeting.compare(text.replace(style, "/* sheet.css */"), f"{name}.html")


def test_no_golden_is_left_over() -> None:
    sheeting.assert_no_orphans(".html")


@pytest.mark.parametrize("name", sheeting.INPUTS)
def test_page_is_whole_and_its_references_arrive(name: str) -> None:
    reader = read(page(name))
    ids = [attributes["id"] for _, attributes in reader.seen if "id" in attributes]
    assert len(ids) == len(set(ids))
    targets = {
        value.removeprefix("#")
        for _, attributes in reader.seen
        if (value := attributes.get("href")) and value[0] == "#"
    }
    for _, attributes in reader.seen:
        for key in ("aria-labelledby", "aria-describedby"):
            targets |= {attributes[key] or ""} if key in attributes else set()
        targets |= {match for value in attributes.values() for match in re.findall(r"url\(#([^)]+)\)", value or "")}
    assert targets <= set(ids)


@pytest.mark.parametrize("name", sheeting.INPUTS)
def test_nothing_is_fetched_and_nothing_runs(name: str) -> None:
    for tag, attributes in read(page(name)).seen:
        assert tag not in {"script", "link", "img", "iframe", "object", "embed", "base", "form"}
        assert not any(key.startswith("on") or key in {"src", "srcset"} for key in attributes)
        assert re.match(r"#|https?://|mailto:|tel:|$", attributes.get("href") or "")
    assert "@import" not in page(name)


def test_text_stays_text() -> None:
    reader = read(page("dokumen-diam"))
    for words in (
        "<script>alert('x')</script>",
        "<b>Seseorang</b>",
        "<img src=x onerror=alert(1)>",
        "&amp;",
        "{{ y }}",
    ):
        assert words in reader.text


def test_the_table_is_a_table_for_screen_readers_too() -> None:
    seen = read(page("lapor-gub")).seen
    assert [attributes["scope"] for tag, attributes in seen if tag == "th"] == [
        *(["col"] * 3 + ["row"] * 6),
        *(["col"] * 3 + ["row"] * 8),
    ]
    assert {"caption", "header", "main", "section", "figure", "figcaption", "h1", "h2"} <= {tag for tag, _ in seen}
    assert dict(seen)["html"] == {"lang": "id"}


def test_numbers_go_on_through_branches_and_after_them() -> None:
    lists = [attributes for tag, attributes in read(page("izin-keramaian")).seen if tag in {"ol", "li"}]
    assert [each["start"] for each in lists if "start" in each] == ["3", "4", "7", "11"]
    assert [each["value"] for each in lists if "value" in each] == ["12", "13"]


def test_a_drawing_gets_a_name_a_description_and_ids_of_its_own() -> None:
    text = page("kerjasama-media")
    drawings = [ET.fromstring(svg) for svg in re.findall(r"<svg.*?</svg>", text, re.DOTALL)]
    space = "{http://www.w3.org/2000/svg}"
    assert [drawing.findtext(f"{space}title") for drawing in drawings] == [
        "Diagram alir 1. Kerjasama Media",
        "Diagram alir 2. Pengaduan Langsung",
    ]
    description = drawings[0].findtext(f"{space}desc") or ""
    assert description.startswith("Diagram alir Kerjasama Media: 9 langkah, dari Pemohon sampai Pemohon.")
    assert [drawing.find(f".//{space}marker").get("id") for drawing in drawings] == ["b1-1-ujung", "b2-1-ujung"]
    assert drawings[0].findtext(f"{space}text") == 'id="ujung" <tidak diubah>'


def test_a_drawing_of_two_pages_says_so_and_one_without_drawing_has_no_figure() -> None:
    content = sheeting.sheet_of("kerjasama-media")
    text = html.page(content, {"utama": (sheeting.DRAWING, sheeting.DRAWING)})
    assert "Kerjasama Media, bagian 2 dari 2</figcaption>" in text
    assert 'href="#diagram-1"' in text
    assert 'href="#diagram-2"' not in text
    assert "<figure" not in html.page(content, {})


def test_the_paper_is_the_one_that_was_asked_for() -> None:
    sheet = sheeting.sheet_of("keprotokolan")
    assert "size: 215mm 330mm" in html.page(sheet, {}, "F4")
    assert "size: 215mm" not in html.page(sheet, {})
