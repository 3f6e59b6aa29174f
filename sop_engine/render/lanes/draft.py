"""Diagram -> figures and words of lanes with boxes of one width, and those laid out on paper by the grid."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from sop_engine.messages import printed
from sop_engine.render.diagram import FORK_PREFIX, Shape
from sop_engine.render.flowchart.port import LABEL_LEADING, LABEL_SIZE
from sop_engine.render.grid.lay import lay
from sop_engine.render.grid.layout import Spec
from sop_engine.render.grid.plan import Size, grid
from sop_engine.render.lanes.figure import figure
from sop_engine.render.typeface import width, wrap

if TYPE_CHECKING:
    from sop_engine.render.diagram import Diagram
    from sop_engine.render.flowchart.symbol import Figure
    from sop_engine.render.grid.layout import Layout
    from sop_engine.render.grid.measure import Ways
    from sop_engine.render.grid.plan import Grid

MARGIN = 30.0
UNBROKEN = 62.0
"""A word on an arrow is broken only if it is wider."""
LABEL_PAD = 2.5
"""Beside the words on an arrow."""
TRACK = 6.0
EDGE, DRIFT = 7.0, 7.0
"""From the border of a lane to the first arrow that runs beside it, and how much more that may be."""
SLACK = 0.01
PAGE_ROOM = LABEL_PAD + width(printed("diagram.from_page", pages=99), LABEL_SIZE)
"""At either side of a connector, for the page that it leads to or comes from."""

Taken: TypeAlias = "Callable[[float, float], float]"
"""The width of the content and of the narrowest lane -> the height of all that stands around the lanes on a page."""


class Paper(NamedTuple):
    """A sheet of paper in points; ``scale`` is how many points of the drawing are one of the paper."""

    width: float
    height: float
    scale: float = 1.0

    @property
    def content(self) -> float:
        """Return the width between the margins."""
        return self.width - 2 * MARGIN

    def scaled(self, more: float) -> Paper:
        """Return the same sheet with ``more`` times as many points of the drawing."""
        return Paper(self.width * more, self.height * more, self.scale * more)


@dataclass(frozen=True)
class Laid:
    """The lanes of a diagram on their pages, with the figure of each symbol and the lines of words on each arrow.

    ``across`` means that both axes of the grid are turned: what the layout calls x is y on the paper.
    """

    diagram: Diagram
    figures: Mapping[str, Figure]
    words: Mapping[int, tuple[str, ...]]
    layout: Layout
    paper: Paper
    across: bool = False


@dataclass(frozen=True)
class Draft:
    """The parts of lanes with boxes and bars of given widths, before they are on paper.

    ``heads`` is how wide the head of each lane must be; ``known`` remembers the ways of pages, which no size changes.
    """

    diagram: Diagram
    plan: Grid
    figures: Mapping[str, Figure]
    words: Mapping[int, tuple[str, ...]]
    heads: tuple[float, ...]
    box: float
    known: dict[range, Ways]

    def upright(self, paper: Paper, room: float, air: float, *, paged: bool = True) -> Laid:
        """Return the lanes from top to bottom with ``room`` points of height on a page."""
        sizes = {key: Size(_width(each, self.box), each.height) for key, each in self.figures.items()}
        rows = tuple(each.height + 2 * air for each in self.figures.values())
        least = tuple(min(head, self.box) for head in self.heads)
        spec = Spec(
            paper.content, least, rows, room, sizes, self._labels(),
            paged=paged, track=TRACK, beside=PAGE_ROOM, edge=EDGE, drift=DRIFT,
        )  # fmt: skip
        return Laid(self.diagram, self.figures, self.words, lay(self.plan, spec, self.known), paper)

    def across(self, air: float) -> Laid:
        """Return the lanes from left to right, on one page as large as they are."""
        sizes = {key: Size(each.height, each.width) for key, each in self.figures.items()}
        rows = tuple(each.width + 2 * air for each in self.figures.values())
        labels = {index: Size(size.down, size.across) for index, size in self._labels().items()}
        spec = Spec(
            0.0, self.heads, rows, 0.0, sizes, labels, paged=False, track=TRACK, edge=EDGE, drift=DRIFT,
        )  # fmt: skip
        layout = lay(self.plan, spec)
        paper = Paper(layout.pages[0].height, layout.width)
        return Laid(self.diagram, self.figures, self.words, layout, paper, across=True)

    def _labels(self) -> dict[int, Size]:
        return {
            index: Size(max(width(line, LABEL_SIZE) for line in lines) + 2 * LABEL_PAD, len(lines) * LABEL_LEADING)
            for index, lines in self.words.items()
        }


def _width(drawn: Figure, box: float) -> float:
    """Return how wide a symbol is in one lane; a band has the lanes that it crosses besides."""
    return box if drawn.symbol.shape is Shape.BAR else drawn.width


def draft(
    diagram: Diagram,
    heads: tuple[float, ...],
    known: dict[range, Ways],
    box: float,
    label: float,
    bar: float | None = None,
) -> Draft:
    """Return the parts of a diagram's lanes; the words on arrows are broken at ``label`` points."""
    plan = grid(diagram)
    titled = _titled(diagram)
    figures = {}
    for symbol, item in zip(diagram.symbols, plan.items, strict=True):
        # a band reaches from lane to lane, each at least as wide as its head or as a box
        crossed = heads[item.columns[0] + 1 : item.columns[-1] + 1]
        band = box + sum(min(head, box) for head in crossed) / 2 if bar is None else bar
        wide = band if symbol.shape is Shape.BAR else box
        figures[symbol.id] = figure(symbol, wide, titled.get(symbol.id))
    words = {index: _broken(link.arrow.label, label) for index, link in enumerate(plan.links) if link.arrow.label}
    return Draft(diagram, plan, figures, words, heads or (0.0,), box, known)


def _broken(words: str, room: float) -> tuple[str, ...]:
    """Return the lines of words on an arrow, wider than their room where a word of usual length would be broken."""
    longest = max((width(word, LABEL_SIZE) for word in words.split()), default=0.0)
    return wrap(words, max(room, min(longest, UNBROKEN) + SLACK), LABEL_SIZE)


def _titled(diagram: Diagram) -> dict[str, str]:
    """Return the heading of each parallel branch by the step that it begins with, where the lanes show it."""
    inside = {symbol.id: symbol.inside for symbol in diagram.symbols}
    forks = (arrow.target for arrow in diagram.arrows if arrow.source.startswith(FORK_PREFIX))
    return {step: diagram.branches[inside[step][-1]] for step in forks}
