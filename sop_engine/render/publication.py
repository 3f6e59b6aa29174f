"""What is ordered of a definition -> its result files by name, with what there is to tell about them.

Names are ``<id>[.<procedure>][.<view>][_<page>].<format>``: the main procedure has no name of its own, the first page
no number, and lanes across are "across". The view is left out for the flowchart, but not in a PDF (``<id>.pdf`` is the
sheet) and not where the procedure is itself named like a view. Neither "." nor "_" can stand in an id, so no two
results have one name.

An order is a plain value that can be sent to another process; what it needs is loaded when it is carried out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from sop_engine.failure import Failure
from sop_engine.messages import printed
from sop_engine.render.notice import Notice, gaps
from sop_engine.render.result import DRAWN, Imprint, Made, files
from sop_engine.render.titles import stated, titles

if TYPE_CHECKING:
    from sop_engine.compiler import Compiled
    from sop_engine.definition.catalogue import Catalogue
    from sop_engine.flow import Flow
    from sop_engine.render.charter.document import Charter
    from sop_engine.render.diagram import Heading
    from sop_engine.render.sheet.document import Sheet
    from sop_engine.settings import Settings

FLOWCHART, LANES, MATRIX = "flowchart", "lanes", "matrix"
VIEWS: Mapping[str, tuple[str, ...]] = {FLOWCHART: (*DRAWN, "dot", "mermaid"), LANES: DRAWN, MATRIX: DRAWN}
"""The views of a flow and the formats that each can be written in."""

ACROSS = "across"
"""What lanes that run across are called in the names of files."""

THEMED = (FLOWCHART, LANES)
"""The views that come in several themes; the matrix has the black lines that the regulation shows."""

SHEETS = ("html", "pdf", "docx", "md")
"""The formats of sheets and charters."""

USUAL = "warna"


@dataclass(frozen=True, slots=True)
class Pictures:
    """An order: every procedure drawn in a view, written in each of ``formats``; lanes may run ``across``.

    Raises :class:`Failure` USE044 for a format that the view does not have, USE045 for a theme or a turn.
    """

    view: str = FLOWCHART
    formats: tuple[str, ...] = ("svg",)
    theme: str = USUAL
    across: bool = False

    def __post_init__(self) -> None:
        wrong = [each for each in self.formats if each not in VIEWS[self.view]]
        if wrong:
            raise Failure("USE044", view=self.view, value=wrong[0], known=", ".join(VIEWS[self.view]))
        if self.theme != USUAL and self.view not in THEMED:
            raise Failure("USE045", view=self.view, option="--theme", known=", ".join(THEMED))
        if self.across and self.view != LANES:
            raise Failure("USE045", view=self.view, option="--across", known=LANES)

    @property
    def named(self) -> str:
        """Return what the view is called in the names of files."""
        return ACROSS if self.across else self.view

    def made(self, compiled: Compiled, settings: Settings, catalogue: Catalogue) -> Iterator[Made]:
        """Yield the files of each procedure as they are made."""
        sops = titles(compiled.definition, catalogue)
        for flow in compiled.flows:
            shown, stem = heading(compiled, flow, sops), _stem(compiled, flow, self.named)
            for each in ("dot", "mermaid"):
                if each in self.formats:
                    yield Made(f"{stem}.{each}", _scripted(flow, shown, each))
            if not set(DRAWN).isdisjoint(self.formats):
                pages, notices = self._drawn(compiled, flow, shown, settings, catalogue)
                imprint = Imprint(
                    stem, _stem(compiled, flow, self.named, "pdf"), full_title(shown, self.named), shown.unit
                )
                yield from files(pages, self.formats, imprint, notices)

    def _drawn(
        self, compiled: Compiled, flow: Flow, shown: Heading, settings: Settings, catalogue: Catalogue
    ) -> tuple[tuple[str, ...], tuple[Notice, ...]]:
        if self.view == MATRIX:
            from sop_engine.render.logo import logo
            from sop_engine.render.matrix import picture
            from sop_engine.render.matrix.style import Style

            image, lacking = logo(compiled.unit, catalogue)
            drawing = picture.draw(compiled, flow, Style.of(settings), image, shown.sops)
            return drawing.pages, (*lacking, *drawing.notices)
        from sop_engine.render.palette import THEMES

        theme = THEMES[self.theme]
        if self.view == LANES:
            from sop_engine.render.lanes import chart as lanes

            return lanes.drawing(flow, shown, across=self.across, theme=theme)
        from sop_engine.render.flowchart import chart

        return chart.draw(flow, shown, theme=theme), ()


def _scripted(flow: Flow, shown: Heading, form: str) -> str:
    """Return a flowchart as text that another program lays out: "dot" or "mermaid"."""
    from sop_engine.render import dot, mermaid
    from sop_engine.render.drawing import diagram

    chart = diagram(flow, shown)
    return dot.write(chart) if form == "dot" else mermaid.write(chart)


@dataclass(frozen=True, slots=True)
class Sheets:
    """An order: the standard sheet in each of ``formats``, all of it or what is ``public``, on the project's paper."""

    formats: tuple[str, ...] = ("html",)
    public: bool = False

    def made(self, compiled: Compiled, settings: Settings, catalogue: Catalogue) -> Iterator[Made]:
        """Yield the sheet in one format after the other."""
        from sop_engine.render.sheet.document import sheet

        sops = titles(compiled.definition, catalogue)
        content = sheet(compiled.definition, compiled.unit, compiled.flows, public=self.public, sops=sops)
        stem = f"{compiled.definition.id}.publik" if self.public else compiled.definition.id
        drawn = {} if self.formats == ("md",) else drawings(compiled, sops, embedded=True)
        for wanted in self.formats:
            made = _sheet(content, drawn, settings.paper, wanted)
            yield Made(f"{stem}.{wanted}", made, _lacking(content, drawn, wanted))


@dataclass(frozen=True, slots=True)
class Charters:
    """An order: the maklumat pelayanan in each of ``formats``, on the project's paper."""

    formats: tuple[str, ...] = ("html",)

    def made(self, compiled: Compiled, settings: Settings, catalogue: Catalogue) -> Iterator[Made]:
        """Yield the charter in one format after the other."""
        from sop_engine.render.charter import docx, html, markdown, pdf
        from sop_engine.render.charter.document import charter_sheet

        content = charter_sheet(compiled.definition, compiled.unit)
        for wanted in self.formats:
            name = f"{compiled.definition.id}.maklumat.{wanted}"
            if wanted == "html":
                yield Made(name, html.page(content, settings.paper))
            elif wanted == "pdf":
                yield Made(name, pdf.document(content, settings.paper), gaps(_words(content)))
            elif wanted == "docx":
                yield Made(name, docx.document(content, settings.paper))
            else:
                yield Made(name, markdown.page(content))


Order = Pictures | Sheets | Charters
"""What is wanted of each definition; its ``repr`` tells it from every other order."""


def _sheet(content: Sheet, drawn: Mapping[str, tuple[str, ...]], paper: str, form: str) -> str | bytes:
    """Return a sheet with the drawings of its procedures in one of SHEETS."""
    from sop_engine.render.sheet import docx, html, markdown, pdf

    if form == "html":
        return html.page(content, drawn, paper)
    if form == "pdf":
        return pdf.document(content, drawn, paper)
    if form == "docx":
        from sop_engine.render.image import png

        pictures = {each: tuple(png(page, docx.DPI) for page in pages) for each, pages in drawn.items()}
        return docx.document(content, pictures, paper)
    return markdown.page(content)


def _lacking(content: Sheet, drawn: Mapping[str, tuple[str, ...]], form: str) -> tuple[Notice, ...]:
    """Return which characters a sheet in one of SHEETS lacks.

    Browsers and Word have other typefaces to take them from, but what Word shows of a drawing was painted here.
    """
    painted = "".join(page for pages in drawn.values() for page in pages)
    if form == "pdf":
        return gaps(_words(content) + painted)
    return gaps(painted) if form == "docx" else ()


def _words(content: Sheet | Charter) -> str:
    """Return all words of a paper, as its template for the typesetter is given them."""
    return json.dumps(asdict(content), ensure_ascii=False, default=str)


def drawings(
    compiled: Compiled, sops: Mapping[str, str] | None = None, *, embedded: bool = False
) -> dict[str, tuple[str, ...]]:
    """Return the flowchart pages (SVG) of every procedure, by procedure id; ``embedded`` ones are for sheets."""
    from sop_engine.render.flowchart import chart

    return {
        flow.procedure: chart.draw(flow, heading(compiled, flow, sops), embedded=embedded) for flow in compiled.flows
    }


def heading(compiled: Compiled, flow: Flow, sops: Mapping[str, str] | None = None) -> Heading:
    """Return what the title block of a flow's drawing says.

    ``sops`` are the titles of other SOPs by their ids; without them those that the definition says itself.
    """
    from sop_engine.names import MAIN
    from sop_engine.render.diagram import Heading

    definition, unit = compiled.definition, compiled.unit
    return Heading(
        title=definition.title,
        unit=unit.name if unit else "",
        parent=unit.parent if unit else None,
        decree=definition.decree.number if definition.decree else None,
        procedure=None if flow.procedure == MAIN else flow.title,
        sops=stated(definition) if sops is None else sops,
    )


def full_title(shown: Heading, view: str) -> str:
    """Return the title of a picture with this title block, in a view of VIEWS or ACROSS."""
    title = " – ".join(part for part in (shown.title, shown.procedure) if part)
    return printed(f"publisher.title_{view}", title=title)


def _stem(compiled: Compiled, flow: Flow, view: str, form: str = "") -> str:
    """Return the name of a procedure's picture without page and format."""
    from sop_engine.names import MAIN

    parts = [compiled.definition.id]
    if flow.procedure != MAIN:
        parts.append(flow.procedure)
    if view != FLOWCHART or form == "pdf" or flow.procedure in (*VIEWS, ACROSS):
        parts.append(view)
    return ".".join(parts)
