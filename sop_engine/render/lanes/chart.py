"""Flow -> lanes: SVG pages on which each actor has a lane and each step stands in the lanes of those who do it.

Upright on A4, the flow from top to bottom with lettered connectors between pages; or across, from left to right on one
page as wide as the flow is long, for a screen.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from sop_engine.messages import printed
from sop_engine.render import svg
from sop_engine.render.alternative import described, named
from sop_engine.render.drawing import diagram
from sop_engine.render.flowchart.frame import LEGEND_GAP, legend, legend_height, title
from sop_engine.render.flowchart.ink import Brush
from sop_engine.render.flowchart.look import explained
from sop_engine.render.flowchart.signs import signs
from sop_engine.render.flowchart.surround import Area, Told, document, title_block
from sop_engine.render.flowchart.surround import legend as drawn_legend
from sop_engine.render.lanes.draft import MARGIN, SLACK, Laid, Paper
from sop_engine.render.lanes.ink import HEAD_ACROSS, Ink, head_height, head_lines, head_width
from sop_engine.render.lanes.lay import LEAST_SCALE, LONG, across, upright
from sop_engine.render.notice import Notice
from sop_engine.render.palette import WARNA
from sop_engine.render.running import timed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sop_engine.flow import Flow
    from sop_engine.render.diagram import Diagram, Heading, Progress
    from sop_engine.render.flowchart.frame import Key, Title
    from sop_engine.render.palette import Theme

VIEW = "lanes"
TITLE_GAP = 12.0
LEAST_CONTENT = 480.0
"""What the title block and the legend need, however short the flow is."""


def draw(
    flow: Flow,
    heading: Heading,
    progress: Progress | None = None,
    *,
    across: bool = False,
    theme: Theme = WARNA,
) -> tuple[str, ...]:
    """Return the pages of a flow's lanes as SVG; with ``progress``, coloured by how far a case has come.

    ``across`` turns the lanes: they run from left to right on one wide page.
    """
    return drawing(flow, heading, progress, across=across, theme=theme).pages


class Drawing(NamedTuple):
    """The pages of a flow's lanes as SVG, and what there is to tell about them."""

    pages: tuple[str, ...]
    notices: tuple[Notice, ...] = ()


def drawing(
    flow: Flow,
    heading: Heading,
    progress: Progress | None = None,
    *,
    across: bool = False,
    theme: Theme = WARNA,
) -> Drawing:
    """Return what :func:`draw` does, with the notices of lanes on other paper than A4."""
    drawn = timed(diagram(flow, heading), progress)
    chart = _Chart(drawn, Brush(drawn.parties, progress, theme, signed=False), _others(flow))
    return chart.across() if across else chart.upright()


def _notices(paper: Paper) -> tuple[Notice, ...]:
    if paper.scale > LEAST_SCALE:
        return (Notice.of("lanes_scaled", percent=round(100 / paper.scale)),)
    return (Notice.of("lanes_large"),) if max(paper.width, paper.height) / paper.scale > LONG + SLACK else ()


def _others(flow: Flow) -> dict[str, frozenset[str]]:
    return {node.id: frozenset(node.any_of) for node in flow.nodes if node.any_of}


class _Chart(NamedTuple):
    """One flow's lanes with what is needed to draw them."""

    diagram: Diagram
    brush: Brush
    others: dict[str, frozenset[str]]

    def upright(self) -> Drawing:
        """Return the pages of A4."""
        laid = upright(self.diagram, self._heads(), self._taken)
        pages = len(laid.layout.pages)
        return Drawing(tuple(self._page(laid, number, pages) for number in range(pages)), _notices(laid.paper))

    def across(self) -> Drawing:
        """Return the one wide page."""
        heads = tuple(head_height(len(head_lines(party, HEAD_ACROSS))) for party in self.diagram.parties.values())
        laid = across(self.diagram, heads)
        return Drawing((self._page(laid, 0, 1),))

    def _taken(self, content: float, lane: float) -> float:
        """Return the height of all that stands around lanes of this width on a page."""
        block = self._title(content, 1, 1)
        lanes = [min(lane, head) for head in self._heads()]
        return block.height + TITLE_GAP + self._head(lanes) + LEGEND_GAP + legend_height(self._legend(content, True))

    def _heads(self) -> tuple[float, ...]:
        return tuple(head_width(party) for party in self.diagram.parties.values())

    def _head(self, lanes: Sequence[float]) -> float:
        """Return how high the heads are on lanes of these widths."""
        parties = self.diagram.parties.values()
        counts = [len(head_lines(party, lane)) for party, lane in zip(parties, lanes, strict=True)]
        return head_height(max(counts, default=1))

    def _title(self, content: float, page: int, pages: int) -> Title:
        return title(self.diagram.heading, printed("diagram.of", page=page, pages=pages), content, kind="kind_lanes")

    def _legend(self, content: float, paged: bool) -> tuple[Key, ...]:
        outside = any(party.external for party in self.diagram.parties.values())
        entries = [("outside", printed("diagram.external"))] if outside else []
        entries += signs(self.diagram.symbols, self.diagram.arrows, paged)
        return legend((), (*entries, *explained(self.brush.progress)), content)

    def _page(self, laid: Laid, number: int, pages: int) -> str:
        drawn, layout, theme = self.diagram, laid.layout, self.brush.theme
        page = layout.pages[number]
        if laid.across:
            head, content = HEAD_ACROSS, max(LEAST_CONTENT, HEAD_ACROSS + page.height)
        else:
            lanes = [right - left for left, right in pairwise(layout.columns)] if drawn.parties else []
            head, content = self._head(lanes), laid.paper.width - 2 * MARGIN
        block, keys = self._title(content, number + 1, pages), self._legend(content, pages > 1)
        left, top = MARGIN, MARGIN + block.height + TITLE_GAP
        if laid.across:
            ink = Ink(laid, self.brush, left + head, top, head, self.others)
            legend_top = top + layout.width + LEGEND_GAP
            area = Area(0.0, 0.0, content + 2 * MARGIN, legend_top + legend_height(keys) + MARGIN)
        else:
            ink = Ink(laid, self.brush, left + (content - layout.width) / 2, top + head, head, self.others)
            legend_top = laid.paper.height - MARGIN - legend_height(keys)
            area = Area(0.0, 0.0, laid.paper.width, laid.paper.height)
        rows = [row.index for row in page.rows if row.index is not None]
        told = Told(
            VIEW,
            drawn.procedure,
            number + 1,
            pages,
            named(drawn, number + 1, pages, "described_lanes"),
            described(drawn, [drawn.symbols[row] for row in rows]),
        )
        parts = (
            title_block(block, left, MARGIN, theme),
            svg.group(ink.parts(page), class_="flow"),
            drawn_legend(keys, left, legend_top, content, theme),
        )
        return document(parts, area, told, theme, laid.paper.scale)
