"""What is ordered of a definition -> its result files by name, with what there is to tell about them.

Names are ``<id>[.<procedure>][.<view>][_<page>].<format>``: the main procedure has no name of its own, the first page
no number. The view is left out for the flowchart, but not in a PDF (``<id>.pdf`` is the sheet) and not where the
procedure is itself named like a view. Neither "." nor "_" can stand in an id, so no two results have one name.

An order is a plain value that can be sent to another process; what it needs is loaded when it is carried out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from sop_engine.failure import Failure
from sop_engine.render.notice import Notice, gaps

if TYPE_CHECKING:
    from sop_engine.compiler import Compiled
    from sop_engine.definition.catalogue import Catalogue
    from sop_engine.flow import Flow
    from sop_engine.render.diagram import Heading
    from sop_engine.render.sheet.document import Sheet
    from sop_engine.settings import Settings

FLOWCHART, LANES, MATRIX = "flowchart", "lanes", "matrix"
_DRAWN = ("svg", "png", "pdf")
VIEWS: Mapping[str, tuple[str, ...]] = {FLOWCHART: (*_DRAWN, "dot")}
"""The views of a flow and the formats that each can be written in."""

SHEETS = ("html", "pdf", "docx", "md")
"""The formats of a sheet."""

_ALTERNATIVE = re.compile(r"<desc\b[^>]*>([^<]*)</desc>")


class Drawing(NamedTuple):
    """The pages of a picture as SVG, and what there is to tell about them."""

    pages: tuple[str, ...]
    notices: tuple[Notice, ...] = ()


class Imprint(NamedTuple):
    """What a PDF says of itself."""

    title: str
    author: str


class Made(NamedTuple):
    """A result file: its name and content, and what there is to tell about it."""

    name: str
    content: str | bytes
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Pictures:
    """An order: every procedure drawn in a view, written in each of ``formats``.

    Raises :class:`Failure` USE044 for a format that the view does not have.
    """

    view: str = FLOWCHART
    formats: tuple[str, ...] = ("svg",)
    theme: str = "warna"

    def __post_init__(self) -> None:
        wrong = [each for each in self.formats if each not in VIEWS[self.view]]
        if wrong:
            raise Failure("USE044", view=self.view, value=wrong[0], known=", ".join(VIEWS[self.view]))

    def made(self, compiled: Compiled, settings: Settings, catalogue: Catalogue) -> Iterator[Made]:
        """Yield the files of each procedure as they are made."""
        for flow in compiled.flows:
            stem, shown = _stem(compiled, flow, self.view), heading(compiled, flow)
            if "dot" in self.formats:
                from sop_engine.render.flowchart import chart

                yield Made(f"{stem}.dot", chart.dot(flow, shown))
            if not set(_DRAWN).isdisjoint(self.formats):
                paper = _stem(compiled, flow, self.view, "pdf")
                yield from written(self._drawing(flow, shown), self.formats, stem, paper, imprint(shown))

    def _drawing(self, flow: Flow, shown: Heading) -> Drawing:
        from sop_engine.render.flowchart import chart
        from sop_engine.render.palette import THEMES

        return Drawing(chart.draw(flow, shown, theme=THEMES[self.theme]))


@dataclass(frozen=True, slots=True)
class Sheets:
    """An order: the standard sheet in each of ``formats``, all of it or what is ``public``, on the project's paper."""

    formats: tuple[str, ...] = ("html",)
    public: bool = False

    def made(self, compiled: Compiled, settings: Settings, catalogue: Catalogue) -> Iterator[Made]:
        """Yield the sheet in one format after the other."""
        from sop_engine.render.sheet.document import sheet

        content = sheet(compiled.definition, compiled.unit, compiled.flows, public=self.public)
        stem = f"{compiled.definition.id}.publik" if self.public else compiled.definition.id
        drawn = {} if self.formats == ("md",) else drawings(compiled, embedded=True)
        for wanted in self.formats:
            told = _lacking(content, drawn) if wanted == "pdf" else ()
            yield Made(f"{stem}.{wanted}", _sheet(content, drawn, settings.paper, wanted), told)


def _sheet(content: Sheet, drawn: Mapping[str, tuple[str, ...]], paper: str, form: str) -> str | bytes:
    """Return a sheet with the drawings of its procedures in one of SHEETS."""
    from sop_engine.render.sheet import docx, html, markdown, pdf

    if form == "html":
        return html.page(content, drawn, paper)
    if form == "pdf":
        return pdf.document(content, drawn, paper)
    if form == "docx":
        from sop_engine.render.image import png

        return docx.document(
            content, {each: tuple(png(page, docx.DPI) for page in drawn[each]) for each in drawn}, paper
        )
    return markdown.page(content)


def _lacking(content: Sheet, drawn: Mapping[str, tuple[str, ...]]) -> tuple[Notice, ...]:
    """Return which characters of a sheet its typeface lacks; browsers and Word have others to take them from."""
    from sop_engine.render.sheet import markdown

    return gaps("".join((markdown.page(content), *(page for pages in drawn.values() for page in pages))))


Order = Pictures | Sheets
"""What is wanted of each definition; its ``repr`` tells it from every other order."""


def written(drawing: Drawing, formats: Sequence[str], stem: str, paper: str, said: Imprint) -> Iterator[Made]:
    """Yield a picture as SVG and PNG, a file a page named after ``stem``, and as one PDF, named ``paper``.

    What there is to tell stands with the first file, also which characters its typeface lacks.
    """
    notices = (*drawing.notices, *gaps("".join(drawing.pages)))
    for number, page in enumerate(drawing.pages, 1):
        name = stem if number == 1 else f"{stem}_{number}"
        if "svg" in formats:
            yield Made(f"{name}.svg", page, notices)
            notices = ()
        if "png" in formats:
            from sop_engine.render.image import png

            yield Made(f"{name}.png", png(page), notices)
            notices = ()
    if "pdf" in formats:
        from sop_engine.render import pdf

        alternatives = [_alternative(page) for page in drawing.pages]
        content = pdf.pages(drawing.pages, title=said.title, author=said.author, alternatives=alternatives)
        yield Made(f"{paper}.pdf", content, notices)


def _alternative(page: str) -> str:
    """Return what a drawing says of itself to those who cannot see it."""
    found = _ALTERNATIVE.search(page)
    return unescape(found[1]) if found else ""


def drawings(compiled: Compiled, *, embedded: bool = False) -> dict[str, tuple[str, ...]]:
    """Return the flowchart pages (SVG) of every procedure, by procedure id; ``embedded`` ones are for sheets."""
    from sop_engine.render.flowchart import chart

    return {flow.procedure: chart.draw(flow, heading(compiled, flow), embedded=embedded) for flow in compiled.flows}


def heading(compiled: Compiled, flow: Flow) -> Heading:
    """Return what the title block of a flow's drawing says."""
    from sop_engine.flow import MAIN
    from sop_engine.render.diagram import Heading

    definition, unit = compiled.definition, compiled.unit
    return Heading(
        title=definition.title,
        unit=unit.name if unit else "",
        parent=unit.parent if unit else None,
        decree=definition.decree.number if definition.decree else None,
        procedure=None if flow.procedure == MAIN else flow.title,
        sops={related.sop: related.title for related in definition.related if related.title is not None},
    )


def imprint(shown: Heading) -> Imprint:
    """Return what the PDF of a picture with this title block says of itself."""
    return Imprint(" – ".join(part for part in (shown.title, shown.procedure) if part), shown.unit)


def _stem(compiled: Compiled, flow: Flow, view: str, form: str = "") -> str:
    """Return the name of a procedure's picture without page and format."""
    from sop_engine.flow import MAIN

    parts = [compiled.definition.id]
    if flow.procedure != MAIN:
        parts.append(flow.procedure)
    if view != FLOWCHART or form == "pdf" or flow.procedure in VIEWS:
        parts.append(view)
    return ".".join(parts)
