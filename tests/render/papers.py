"""A standard sheet as it was written, HTML or Word -> the numbered steps of each procedure on it.

The files are read back: HTML with the parser of the standard library, Word with python-docx and the numbers that its
own numbering definitions give.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from io import BytesIO
from typing import Any

from sentences import Written

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})
NOTE = frozenset({"sup", "svg", "style", "figure"})
BESIDE = "Selanjutnya dikerjakan bersamaan:"


@dataclass
class Element:
    tag: str
    named: dict[str, str]
    inside: list[Element | str] = field(default_factory=list)

    def children(self, tag: str, kind: str = "") -> Iterator[Element]:
        for each in self.inside:
            if isinstance(each, Element) and each.tag == tag and (not kind or kind in each.named.get("class", "")):
                yield each

    def find(self, tag: str, kind: str = "") -> Iterator[Element]:
        """Yield the elements below this one, but none that lies within another that is found."""
        for each in self.inside:
            if isinstance(each, Element) and each.tag not in NOTE:
                if each.tag == tag and (not kind or kind in each.named.get("class", "").split()):
                    yield each
                else:
                    yield from each.find(tag, kind)

    def words(self, without: frozenset[str] = NOTE) -> str:
        parts = (
            each if isinstance(each, str) else each.words(without)
            for each in self.inside
            if isinstance(each, str) or each.tag not in without
        )
        return " ".join("".join(parts).split())


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {key: value or "" for key, value in attrs})
        self.open[-1].inside.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].inside.append(Element(tag, {key: value or "" for key, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"{tag} closes {self.open[-1].tag}"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def of_html(page: str) -> list[list[Written]]:
    """Return the steps of each procedure, in the order of the page."""
    builder = _Builder()
    builder.feed(page)
    builder.close()
    return [list(_steps(each)) for each in builder.open[0].find("ol", "steps")]


def _steps(ordered: Element) -> Iterator[Written]:
    number = int(ordered.named.get("start", "1"))
    for item in ordered.children("li"):
        number = int(item.named.get("value", number))
        step = Written(number, item.words(NOTE | {"ul", "p", "div"}))
        step.details = [line.words() for listed in item.children("ul") for line in listed.children("li")]
        for block in item.children("div", "parallel"):
            for branch in block.children("div", "branch"):
                step.branches += [list(_steps(each)) for each in branch.children("ol")]
            step.joined = list(block.children("p"))[-1].words()
        yield step
        number += 1


@dataclass(frozen=True)
class _Line:
    """A paragraph of a Word document; ``level`` is that of its list, ``number`` what its list counts here."""

    text: str
    level: int | None
    number: int | None
    style: str


def of_docx(document: bytes) -> list[list[Written]]:
    """Return the steps of each procedure, in the order of the document: lists whose items name their actor in bold."""
    from docx import Document

    found: list[list[Written]] = []
    opened = Document(BytesIO(document))
    for table in opened.tables:
        for row in table.rows:
            lines = list(_lines(opened, row.cells[-1].paragraphs))
            place = 0
            while place < len(lines):
                if lines[place].style == "step":
                    steps, place = _listed(lines, place, 0)
                    found.append(steps)
                else:
                    place += 1
    return found


def _listed(lines: list[_Line], place: int, level: int) -> tuple[list[Written], int]:
    """Return the steps of a list of ``level`` that begins at ``place``, and the place after it."""
    steps: list[Written] = []
    while place < len(lines) and lines[place].style == "step" and lines[place].level == level:
        number = lines[place].number
        assert number is not None
        if steps and number <= steps[-1].number:
            break
        step = Written(number, lines[place].text)
        steps.append(step)
        place += 1
        while place < len(lines) and (lines[place].style in {"detail", "quality"}):
            step.details += [lines[place].text] if lines[place].style == "detail" else []
            place += 1
        if place < len(lines) and lines[place].text == BESIDE:
            place += 1
            # before each branch stands its name, after the last one where they meet
            while [(line.style, line.level) for line in lines[place + 1 : place + 2]] == [("step", level + 1)]:
                branch, place = _listed(lines, place + 1, level + 1)
                step.branches.append(branch)
            step.joined = lines[place].text
            place += 1
    return steps, place


def _lines(document: Any, paragraphs: list[Any]) -> Iterator[_Line]:
    counts: dict[tuple[int, int], int] = {}
    for paragraph in paragraphs:
        properties = paragraph._p.pPr
        listed = properties.numPr if properties is not None else None
        runs = [run.text for run in paragraph.runs if run._r.style != "NomorCatatan"]
        text = " ".join("".join(runs).split())
        if listed is None:
            yield _Line(text, None, None, "quality" if paragraph._p.style == "MutuBaku" else "")
            continue
        series, level = listed.numId.val, listed.ilvl.val if listed.ilvl is not None else 0
        start, numbered = _numbering(document, series, level)
        number = counts[series, level] = counts.get((series, level), start - 1) + 1
        bold = any(run._r.style == "Pelaksana" for run in paragraph.runs)
        style = "step" if numbered and bold else "detail" if not numbered else "item"
        yield _Line(text, level, number if numbered else None, style)


def _numbering(document: Any, series: int, level: int) -> tuple[int, bool]:
    """Return where a numbered list of a document starts to count, and whether it counts at all."""
    from docx.oxml.ns import qn

    root = document.part.numbering_part.element
    num = next(each for each in root.findall(qn("w:num")) if each.get(qn("w:numId")) == str(series))
    abstract = num.find(qn("w:abstractNumId")).get(qn("w:val"))
    kind = next(each for each in root.findall(qn("w:abstractNum")) if each.get(qn("w:abstractNumId")) == abstract)
    form = next(each for each in kind.findall(qn("w:lvl")) if each.get(qn("w:ilvl")) == str(level))
    start = form.find(qn("w:start"))
    for override in num.findall(qn("w:lvlOverride")):
        if override.get(qn("w:ilvl")) == str(level) and override.find(qn("w:startOverride")) is not None:
            start = override.find(qn("w:startOverride"))
    counted = form.find(qn("w:numFmt")).get(qn("w:val")) != "bullet"
    return int(start.get(qn("w:val"))) if start is not None else 1, counted
