"""Diagram -> the grid of its lanes on paper: how wide the symbols are, which paper, and what goes on which page.

The widest symbols are taken with which all lanes stand beside each other: on A4 portrait, or else landscape, or else on
A3. What does not fit even there is drawn larger than the paper and scaled down to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from sop_engine.render.diagram import FORK_PREFIX, Shape
from sop_engine.render.flowchart.port import LABEL_LEADING, LABEL_SIZE
from sop_engine.render.grid.lay import lay
from sop_engine.render.grid.layout import Spec
from sop_engine.render.grid.plan import Size, grid
from sop_engine.render.lanes.figure import figure, longest_word
from sop_engine.render.typeface import width, wrap

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sop_engine.render.diagram import Diagram, Party
    from sop_engine.render.flowchart.symbol import Figure
    from sop_engine.render.grid.layout import Layout
    from sop_engine.render.grid.plan import Grid

LONG, SHORT = 841.89, 595.28
"""The sides of A4."""
DENSE = 1.06
"""How many points of the drawing are one of the paper: the smallest words are then 7.5 pt high."""
MARGIN = 30.0
UNBROKEN = 98.0
"""Boxes up to this width are widened rather than that one of their words is broken."""
ACROSS_WIDTH = 132.0
ACROSS_BAR = 76.0
LABEL_WIDTH = 92.0
"""Where the words on an arrow are broken."""
NARROW_LABEL = 58.0
"""The same where there are many lanes."""
MANY_LANES = 6
LABEL_PAD = 2.5
"""Beside the words on an arrow."""
AIRS = (11.0, 14.0, 18.0, 23.0)
"""Above and below a symbol, at least; more where the pages have it."""
ACROSS_AIR = 11.0
LEAST_LANE = 70.0
TRACK = 6.0
SLACK = 0.01
_SCALINGS = 4


Taken: TypeAlias = "Callable[[float, float], float]"
"""The width of the content and of the narrowest lane -> the height of all that stands around the lanes on a page."""


class Paper(NamedTuple):
    """A sheet of paper in points; ``scale`` is how many points of the drawing are one of the paper."""

    width: float
    height: float
    scale: float = 1.0

    def scaled(self, more: float) -> Paper:
        """Return the same sheet with ``more`` times as many points of the drawing."""
        return Paper(self.width * more, self.height * more, self.scale * more)


PAPERS = (
    (Paper(SHORT, LONG).scaled(DENSE), (148.0, 136.0, 124.0, 112.0, 102.0, 94.0, 87.0, 80.0)),
    (Paper(LONG, SHORT).scaled(DENSE), (128.0, 116.0, 104.0, 94.0, 84.0, 76.0)),
    (Paper(2 * SHORT, LONG).scaled(DENSE), (128.0, 116.0, 104.0, 94.0, 84.0, 76.0)),
)
"""A4 portrait, A4 landscape, A3 landscape: the widths of boxes that are tried on them, in this order."""


@dataclass(frozen=True)
class Laid:
    """The lanes of a diagram on their pages, with the figure of each symbol and the lines of words on each arrow.

    No lane is narrower than ``narrowest``. ``across`` means that both axes of the grid are turned: what the layout
    calls x is y on the paper.
    """

    diagram: Diagram
    figures: Mapping[str, Figure]
    words: Mapping[int, tuple[str, ...]]
    layout: Layout
    paper: Paper
    narrowest: float
    across: bool

    @property
    def content(self) -> float:
        """Return the width between the margins."""
        return self.paper.width - 2 * MARGIN


def upright(diagram: Diagram, taken: Taken, least: Callable[[Party], float]) -> Laid:
    """Return the lanes upright on A4; ``least`` is how wide the head of a lane must be."""
    heads = tuple(least(party) for party in diagram.parties.values()) or (0.0,)
    narrowest = min(UNBROKEN, max((longest_word(symbol) for symbol in diagram.symbols), default=0.0))
    best: Laid | None = None
    for paper, widths in PAPERS:
        for wide in (each for each in widths if each >= narrowest or each == widths[0]):
            made = _on(diagram, paper, wide, heads, taken, paged=False)
            if made.layout.width <= made.content + SLACK:
                made = _on(diagram, paper, wide, heads, taken)
                if _excess(made, taken) <= 1.0:
                    return _airy(made, heads, taken)
            best = made if best is None or _scale(made) < _scale(best) else best
    assert best is not None
    paper, wide, over = best.paper, best.narrowest, best.layout.width / best.content
    for _ in range(_SCALINGS):
        paper = paper.scaled(max(1.0, over) * 1.01)
        best = _on(diagram, paper, wide, heads, taken)
        over = _excess(best, taken)
        if over <= 1.0:
            break
    return best


def _scale(made: Laid) -> float:
    """Return how small the drawing would be on its paper, for its width alone."""
    return made.layout.width / made.content * made.paper.scale


def _airy(made: Laid, heads: tuple[float, ...], taken: Taken) -> Laid:
    """Return the lanes with as much room between the steps as the same number of pages has."""
    for air in AIRS[:0:-1]:
        tried = _on(made.diagram, made.paper, made.narrowest, heads, taken, air)
        if len(tried.layout.pages) == len(made.layout.pages) and _excess(tried, taken) <= 1.0:
            return tried
    return made


def across(diagram: Diagram, least: Callable[[Party], float]) -> Laid:
    """Return the lanes from left to right on one page as large as they are; ``least`` is what a lane's head needs."""
    plan, figures = grid(diagram), _figures(diagram, ACROSS_WIDTH, ACROSS_BAR)
    words = _words(diagram, plan, LABEL_WIDTH)
    sizes = {key: Size(each.height, each.width) for key, each in figures.items()}
    labels = {index: Size(size.down, size.across) for index, size in _label_sizes(words).items()}
    rows = tuple(each.width + 2 * ACROSS_AIR for each in figures.values())
    heads = tuple(max(LEAST_LANE, least(party)) for party in diagram.parties.values()) or (LEAST_LANE,)
    layout = lay(plan, Spec(0.0, heads, rows, 0.0, sizes, labels, paged=False, track=TRACK))
    return Laid(diagram, figures, words, layout, Paper(layout.pages[0].height, layout.width), LEAST_LANE, across=True)


def _on(
    diagram: Diagram,
    paper: Paper,
    wide: float,
    heads: tuple[float, ...],
    taken: Taken,
    air: float = AIRS[0],
    *,
    paged: bool = True,
) -> Laid:
    """Return the lanes with boxes of a width on one kind of paper."""
    plan, figures = grid(diagram), _figures(diagram, wide, wide)
    words = _words(diagram, plan, LABEL_WIDTH if plan.columns < MANY_LANES else NARROW_LABEL)
    content = paper.width - 2 * MARGIN
    room = paper.height - 2 * MARGIN - taken(content, wide)
    sizes = {key: Size(each.width, each.height) for key, each in figures.items()}
    rows = tuple(each.height + 2 * air for each in figures.values())
    least = tuple(min(head, wide) for head in heads)
    spec = Spec(content, least, rows, room, sizes, _label_sizes(words), paged=paged, track=TRACK)
    return Laid(diagram, figures, words, lay(plan, spec), paper, wide, across=False)


def _excess(made: Laid, taken: Taken) -> float:
    """Return how many times larger the lanes are than there is room for."""
    room = made.paper.height - 2 * MARGIN - taken(made.content, made.narrowest)
    highest = max(page.height for page in made.layout.pages)
    return max(made.layout.width / (made.content + SLACK), highest / (room + SLACK))


def _figures(diagram: Diagram, wide: float, bar: float) -> dict[str, Figure]:
    return {symbol.id: figure(symbol, bar if symbol.shape is Shape.BAR else wide) for symbol in diagram.symbols}


def _words(diagram: Diagram, plan: Grid, limit: float) -> dict[int, tuple[str, ...]]:
    """Return the lines of words on each arrow; the heading of a parallel branch stands on the arrow into it."""
    inside = {symbol.id: symbol.inside for symbol in diagram.symbols}
    words = {}
    for index, link in enumerate(plan.links):
        text = link.arrow.label
        if link.source.startswith(FORK_PREFIX):
            text = diagram.branches[inside[link.target][-1]]
        if text:
            words[index] = wrap(text, limit, LABEL_SIZE)
    return words


def _label_sizes(words: Mapping[int, Sequence[str]]) -> dict[int, Size]:
    return {
        index: Size(max(width(line, LABEL_SIZE) for line in lines) + 2 * LABEL_PAD, len(lines) * LABEL_LEADING)
        for index, lines in words.items()
    }
