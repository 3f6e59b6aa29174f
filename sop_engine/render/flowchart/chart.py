"""Flow -> flowchart: one SVG text for each A4 portrait page or for each part of one in a sheet, or one DOT text.

The same flow gives the same bytes on every machine: places are our own arithmetic (:mod:`.column`), text is measured
by shipped widths (:mod:`sop_engine.render.typeface`), and nothing is asked of the machine's fonts, clock or programs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sop_engine.render import svg
from sop_engine.render.alternative import described, named
from sop_engine.render.diagram import Heading, Progress
from sop_engine.render.drawing import diagram
from sop_engine.render.flowchart.column import place
from sop_engine.render.flowchart.fit import fit
from sop_engine.render.flowchart.frame import (
    CONTENT,
    EDGE,
    LEGEND_GAP,
    MARGIN,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    frame,
    legend_height,
)
from sop_engine.render.flowchart.ink import Brush
from sop_engine.render.flowchart.look import explained
from sop_engine.render.flowchart.pages import page_legend, paginate
from sop_engine.render.flowchart.route import plan
from sop_engine.render.flowchart.surround import Area, Told, document, legend, title_block
from sop_engine.render.palette import WARNA
from sop_engine.render.running import timed

if TYPE_CHECKING:
    from sop_engine.flow import Flow
    from sop_engine.render.flowchart.pages import Pages
    from sop_engine.render.flowchart.route import Plan
    from sop_engine.render.palette import Theme

__all__ = ["Heading", "Progress", "dot", "draw"]

VIEW = "flowchart"


def draw(
    flow: Flow,
    heading: Heading,
    progress: Progress | None = None,
    *,
    embedded: bool = False,
    theme: Theme = WARNA,
) -> tuple[str, ...]:
    """Return the pages of a flow's chart as SVG; with ``progress``, coloured by how far a case has come.

    An ``embedded`` chart is made to stand on the pages of another paper: no title block, no margins, at most 538 pt
    wide and 700 pt high.

    Raises :class:`~sop_engine.failure.Failure` OUT010 when a step has more answers than fit on a page.
    """
    around = frame(heading, explained(progress), embedded)
    chart = fit(plan(timed(diagram(flow, heading, embedded=embedded), progress)), around)
    pages = paginate(chart, around)
    brush = Brush(chart.diagram.parties, progress, theme)
    return tuple(_page(chart, pages, page, brush) for page in range(len(pages.spans)))


def dot(flow: Flow, heading: Heading) -> str:
    """Return the chart as DOT, a whole picture for Graphviz by itself; the layout is left to Graphviz."""
    from sop_engine.render.dot import write

    return write(diagram(flow, heading))


def _page(chart: Plan, pages: Pages, page: int, brush: Brush) -> str:
    drawn, theme, count = chart.diagram, brush.theme, len(pages.spans)
    around = frame(drawn.heading, explained(brush.progress), drawn.embedded, page + 1, count)
    keys = page_legend(chart, pages.spans[page], around.states)
    end = around.bottom(keys)
    column = place(chart, pages, page, around.top, end)
    legend_top = LEGEND_GAP + (column.bottom if drawn.embedded else end)
    area = _cropped(legend_top + legend_height(keys)) if drawn.embedded else Area(0.0, 0.0, PAGE_WIDTH, PAGE_HEIGHT)
    told = Told(
        VIEW,
        drawn.procedure,
        page + 1,
        count,
        named(drawn, page + 1, count),
        described(drawn, [drawn.symbols[row] for row in pages.spans[page]]),
    )
    parts = (
        *([title_block(around.title, MARGIN, MARGIN, theme)] if around.title is not None else []),
        svg.group(brush.column(column), class_="flow"),
        legend(keys, MARGIN, legend_top, CONTENT, theme),
    )
    return document(parts, area, told, theme)


def _cropped(bottom: float) -> Area:
    """Return what there is to see of a drawing without title block and margins."""
    return Area(MARGIN - EDGE, 0.0, CONTENT + 2 * EDGE, bottom + EDGE)
