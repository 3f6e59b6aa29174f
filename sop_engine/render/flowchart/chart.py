"""Flow -> flowchart: one SVG text for each A4 portrait page or for each part of one in a sheet, or one DOT text.

The same flow gives the same bytes on every machine: places are our own arithmetic (:mod:`.column`), text is measured
by shipped widths (:mod:`sop_engine.render.typeface`), and nothing is asked of the machine's fonts, clock or programs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sop_engine.messages import printed
from sop_engine.render import palette, svg
from sop_engine.render.diagram import Heading, Progress
from sop_engine.render.drawing import diagram
from sop_engine.render.flowchart.column import place
from sop_engine.render.flowchart.fit import fit
from sop_engine.render.flowchart.frame import (
    CONTENT,
    EDGE,
    FACTS_WIDTH,
    LEGEND_GAP,
    LEGEND_LINE,
    LEGEND_SIZE,
    MARGIN,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    SWATCH,
    TITLE_PAD,
    frame,
    legend_height,
)
from sop_engine.render.flowchart.ink import DASH, HEAD_LENGTH, HEAD_WIDTH, LATE_DASH, OPTIONAL_DASH, Brush
from sop_engine.render.flowchart.look import MARKED, STATES, explained
from sop_engine.render.flowchart.marks import clock, pentagon, person, state_mark
from sop_engine.render.flowchart.pages import page_legend, paginate
from sop_engine.render.flowchart.route import plan
from sop_engine.render.typeface import FAMILY

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sop_engine.flow import Flow
    from sop_engine.render.diagram import Diagram
    from sop_engine.render.flowchart.frame import Key, Title
    from sop_engine.render.flowchart.pages import Pages
    from sop_engine.render.flowchart.route import Plan

_Area = tuple[float, float, float, float]
"""The part of the plane that is seen: left, top, width, height."""

POINTS_PER_MM = 72 / 25.4

__all__ = ["Heading", "Progress", "dot", "draw"]


def draw(flow: Flow, heading: Heading, progress: Progress | None = None, *, embedded: bool = False) -> tuple[str, ...]:
    """Return the pages of a flow's chart as SVG; with ``progress``, coloured by how far a case has come.

    An ``embedded`` chart is made to stand on the pages of another paper: no title block, no margins, at most 538 pt
    wide and 700 pt high.

    Raises :class:`~sop_engine.failure.Failure` OUT010 when a step has more answers than fit on a page.
    """
    around = frame(heading, explained(progress), embedded)
    chart = fit(plan(diagram(flow, heading, embedded=embedded)), around)
    pages = paginate(chart, around)
    return tuple(_page(chart, pages, page, progress, embedded) for page in range(len(pages.spans)))


def dot(flow: Flow, heading: Heading) -> str:
    """Return the chart as DOT, a whole picture for Graphviz by itself; the layout is left to Graphviz."""
    from sop_engine.render.dot import write

    return write(diagram(flow, heading))


def _page(chart: Plan, pages: Pages, page: int, progress: Progress | None, embedded: bool) -> str:
    heading = chart.diagram.heading
    around = frame(heading, explained(progress), embedded, page + 1, len(pages.spans))
    keys = page_legend(chart, pages.spans[page], around.states)
    brush = Brush(chart.diagram.parties, progress)
    end = around.bottom(keys)
    column = place(chart, pages, page, around.top, end)
    legend_top = LEGEND_GAP + (column.bottom if embedded else end)
    area = _cropped(legend_top + legend_height(keys)) if embedded else (0.0, 0.0, PAGE_WIDTH, PAGE_HEIGHT)
    name = printed(
        "diagram.described",
        title=" – ".join(part for part in (heading.title, heading.procedure) if part),
        page=page + 1,
        pages=len(pages.spans),
    )
    parts = (
        svg.element("title", svg.escape(name)),
        svg.element("desc", svg.escape(_description(chart.diagram, pages.spans[page]))),
        _paper(area),
        *([svg.group(_title(around.title), class_="title-block")] if around.title is not None else []),
        svg.group(brush.column(column), class_="flow"),
        svg.group(_legend(keys, legend_top, brush), class_="legend"),
    )
    return _document(parts, area, chart.diagram.procedure, page + 1)


def _cropped(bottom: float) -> _Area:
    """Return what there is to see of a drawing without title block and margins."""
    return MARGIN - EDGE, 0.0, CONTENT + 2 * EDGE, bottom + EDGE


def _paper(area: _Area) -> str:
    x, y, wide, high = area
    return svg.element("rect", class_="paper", x=x, y=y, width=wide, height=high, fill=palette.PAPER)


def _document(parts: Iterable[str], area: _Area, procedure: str, page: int) -> str:
    attributes = {
        "xmlns": "http://www.w3.org/2000/svg",
        "class_": "flowchart",
        "role": "img",
        "width": f"{svg.number(area[2] / POINTS_PER_MM)}mm",
        "height": f"{svg.number(area[3] / POINTS_PER_MM)}mm",
        "viewBox": " ".join(map(svg.number, area)),
        "font-family": FAMILY,
        "data-procedure": procedure,
        "data-page": page,
    }
    body = "\n" + "\n".join(parts) + "\n"
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + svg.element("svg", body, **attributes) + "\n"


def _description(chart: Diagram, span: range) -> str:
    """Return the page's steps in words, for those who do not see the picture."""
    sentences = []
    for symbol in (chart.symbols[row] for row in span):
        said = (symbol.band, symbol.text, symbol.involves, symbol.condition, *symbol.remarks, symbol.clock)
        said = (*said, symbol.question)
        sentences.append(": ".join(part for part in said if part))
    return " | ".join(sentences)


def _title(title: Title) -> Iterable[str]:
    ruler = CONTENT - FACTS_WIDTH
    yield svg.element(
        "rect", x=MARGIN, y=MARGIN, width=CONTENT, height=title.height,
        fill="none", stroke=palette.LINE, stroke_width=0.9,
    )  # fmt: skip
    yield svg.element("rect", x=MARGIN, y=MARGIN, width=4.0, height=title.height, fill=palette.LINE)
    yield svg.element(
        "line", x1=MARGIN + ruler, y1=MARGIN, x2=MARGIN + ruler, y2=MARGIN + title.height,
        stroke=palette.LINE, stroke_width=0.9,
    )  # fmt: skip
    for line in title.lines:
        yield svg.words(
            line.text, MARGIN + TITLE_PAD + 4, MARGIN + line.baseline, line.size, class_="text",
            font_weight="700" if line.bold else None, fill=palette.SOFT_INK if line.soft else palette.INK,
        )  # fmt: skip
    x, y = MARGIN + ruler + TITLE_PAD, MARGIN + TITLE_PAD
    for label, values in title.facts:
        yield svg.words(label, x, y + 6.5, 7.5, class_="text", fill=palette.SOFT_INK)
        y += 9
        for value in values:
            yield svg.words(value, x, y + 8.2, 9, class_="text", font_weight="700", fill=palette.INK)
            y += 11.5
        y += 3.5


def _legend(keys: Sequence[Key], top: float, brush: Brush) -> Iterable[str]:
    if not keys:
        return
    yield svg.element(
        "line", x1=MARGIN, y1=top - 4, x2=MARGIN + CONTENT, y2=top - 4, stroke=palette.HAIR, stroke_width=0.6
    )
    if keys[0].party is not None:
        yield svg.words(
            printed("diagram.actors"), MARGIN, top + 10, LEGEND_SIZE, class_="text", font_weight="700", fill=palette.INK
        )
    for key in keys:
        x, y = MARGIN + key.x, top + key.y
        yield from _sign(key, x, y + 2.5, brush)
        for index, line in enumerate(key.lines):
            baseline = y + 10 + index * LEGEND_LINE
            yield svg.words(line, x + SWATCH + 5, baseline, LEGEND_SIZE, class_="text", fill=palette.INK)


def _sign(key: Key, x: float, y: float, brush: Brush) -> Iterable[str]:
    """Yield the small picture of a legend entry in a field of 16 by 10."""
    middle = y + 5
    if key.party is not None:
        shade = palette.shade(key.party)
        yield svg.element(
            "rect", x=x, y=y, width=SWATCH, height=10.0, rx=1.5, fill=shade.fill, stroke=palette.LINE, stroke_width=0.6,
            class_="swatch", data_actor=key.party.key,
        )  # fmt: skip
        if key.party.external:
            yield person(x + SWATCH / 2, middle + 3, shade.ink)
    elif key.sign in ("returned", "late"):
        neck, wing = x + SWATCH - HEAD_LENGTH, HEAD_WIDTH / 2
        colour, dash = (palette.RETURN, DASH) if key.sign == "returned" else (palette.LINE, LATE_DASH)
        yield svg.element(
            "line", x1=x - 2, y1=middle, x2=neck + 1, y2=middle, stroke=colour, stroke_width=1.2, stroke_dasharray=dash
        )
        yield svg.polygon(((x + SWATCH, middle), (neck, middle - wing), (neck, middle + wing)), fill=colour)
    elif key.sign in ("parallel", "call"):
        yield from _lined(key.sign, x, y)
    elif key.sign == "clock":
        yield clock(x + SWATCH / 2, y + 7.6, palette.INK)
    elif key.sign == "connector":
        yield pentagon(x + SWATCH / 2, middle, 11, 11)
    else:
        look = STATES.get(key.sign)
        yield svg.element(
            "rect", x=x, y=y, width=SWATCH, height=10.0, rx=1.5, fill=look.fill if look else palette.PAPER,
            stroke=look.line if look else palette.LINE, stroke_width=min(look.weight, 2.0) if look else 0.9,
            stroke_dasharray=OPTIONAL_DASH if look is None else None,
        )  # fmt: skip
        if key.sign in MARKED:
            yield state_mark(key.sign, x + SWATCH / 2, middle, 3.6)


def _lined(sign: str, x: float, y: float) -> Iterable[str]:
    """Yield the small picture of a band (lines above and below) or of another SOP (lines at both sides)."""
    band = sign == "parallel"
    yield svg.element(
        "rect", x=x, y=y, width=SWATCH, height=10.0, fill=palette.BAR if band else palette.PAPER,
        stroke=None if band else palette.LINE, stroke_width=None if band else 0.9,
    )  # fmt: skip
    for far in (1.0, 9.0) if band else (3.0, SWATCH - 3):
        ends = (x, y + far, x + SWATCH, y + far) if band else (x + far, y, x + far, y + 10)
        yield svg.element(
            "line", x1=ends[0], y1=ends[1], x2=ends[2], y2=ends[3], stroke=palette.LINE,
            stroke_width=2.0 if band else 0.8,
        )  # fmt: skip
