"""Diagram -> its lanes on paper: how wide the boxes are, which paper, and how much room there is between the steps.

The paper is taken on which the lanes have the fewest pages, where A3 and small words count for more than a page of A4,
with the widest boxes with which all lanes stand beside each other. What fits no paper is drawn larger than A3 and
scaled down to it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from math import inf
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from sop_engine.render.diagram import Shape
from sop_engine.render.lanes.draft import MARGIN, SLACK, Draft, Laid, Paper, Taken, draft
from sop_engine.render.lanes.figure import longest_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sop_engine.render.diagram import Diagram


Drafts: TypeAlias = "Callable[[float, float], Draft]"
"""The widths of boxes and of words on arrows -> the parts of the lanes."""


class Choice(NamedTuple):
    """A sheet of paper and the widths of boxes that are tried on it.

    ``price`` is how dear a page of it is, beside one of A4 in the largest words, and ``once`` any number of its pages.
    """

    paper: Paper
    boxes: tuple[float, ...]
    price: float
    once: float = 0.0


LONG, SHORT = 841.89, 595.28
"""The sides of A4."""
PORTRAIT, LANDSCAPE = Paper(SHORT, LONG), Paper(LONG, SHORT)
LARGE, TALL = Paper(2 * SHORT, LONG), Paper(LONG, 2 * SHORT)
"""A3, landscape and portrait."""
NARROW = (148.0, 136.0, 124.0, 112.0, 102.0, 94.0, 90.0, 80.0, 75.0)
WIDE = (148.0, 128.0, 116.0, 104.0, 94.0, 90.0, 80.0, 74.0)
ROOMY = (480.0, 360.0, 270.0, 200.0)
NEW_PAPER = 1.6
"""What it costs that other paper than A4 must be in the printer."""
CHOICES = (
    Choice(PORTRAIT.scaled(1.06), NARROW, 1.0),
    Choice(LANDSCAPE.scaled(1.06), WIDE, 1.05),
    Choice(PORTRAIT.scaled(1.18), NARROW, 1.2),
    Choice(LANDSCAPE.scaled(1.18), WIDE, 1.25),
    Choice(PORTRAIT.scaled(1.28), NARROW, 1.5),
    Choice(TALL.scaled(1.06), WIDE, 2.2, NEW_PAPER),
    Choice(LARGE.scaled(1.06), WIDE, 2.2, NEW_PAPER),
    Choice(TALL.scaled(1.18), WIDE, 2.5, NEW_PAPER),
    Choice(LARGE.scaled(1.18), WIDE, 2.5, NEW_PAPER),
    Choice(LARGE.scaled(1.28), WIDE, 3.0, NEW_PAPER),
    Choice(LARGE.scaled(1.18), ROOMY, inf),
)
"""What is tried, the cheapest first; the scales write activities in 9, 8 and 7.4 pt.

Smaller words are dearer, so that they are taken where they save a page of two or three, and A3 where it saves many
pages. The last is for steps that are higher than any other page.
"""
LABELS = (92.0, 62.0, 50.0, 40.0)
"""Where the words on an arrow are broken: the first with which the lanes have the fewest pages."""
UNBROKEN = 90.0
"""Boxes up to this width are taken rather than that one of their words is broken."""
AIRS = (11.0, 14.0, 18.0, 23.0)
"""Above and below a symbol, at least; more where the pages have it."""

ACROSS_BOX, ACROSS_BAR = 132.0, 76.0
ACROSS_AIR, ACROSS_PAD = 11.0, 9.0
"""Beside a symbol, and between it and the borders of its lane."""
LEAST_LANE = 70.0
HOPELESS = 1.4
"""What is so many times too wide in one piece is so on several pages too."""
_SCALINGS = 6
_MORE = 1.01


LEAST_SCALE = max(choice.paper.scale for choice in CHOICES)
"""What is drawn with more points of the drawing than this to a point of the paper is told to be small."""


def upright(diagram: Diagram, heads: tuple[float, ...], taken: Taken) -> Laid:
    """Return the lanes upright on paper; ``heads`` is how wide the head of each lane must be."""
    narrowest = min(UNBROKEN, max((longest_word(each) for each in diagram.symbols if each.status is None), default=0.0))
    drafts = cache(partial(draft, diagram, heads, {}))
    nearest: tuple[float, Draft, Paper] | None = None
    best: tuple[float, Laid, Draft] | None = None
    for paper, widths, price, once in CHOICES:
        if best is not None and best[0] <= price + once:
            break
        boxes = [each for each in widths if each >= narrowest] or [widths[0]]
        parts, made = _fewest(drafts, paper, boxes, taken)
        over = _excess(made, parts, taken)
        cost = price * len(made.layout.pages) + once
        if over <= 1.0 and (best is None or cost < best[0]):
            best = cost, made, parts
        if nearest is None or over * paper.scale < nearest[0]:
            nearest = over * paper.scale, parts, paper
    assert nearest is not None
    return _airy(*best[1:], taken) if best is not None else _scaled(*nearest[1:], taken)


def _fewest(drafts: Drafts, paper: Paper, boxes: Sequence[float], taken: Taken) -> tuple[Draft, Laid]:
    """Return the lanes that fit this paper on the fewest pages; those that nearly fit when none do."""
    found: list[tuple[Draft, Laid]] = []
    for label in LABELS:
        parts = _widest(drafts, label, paper, boxes, taken)
        if parts is not None:
            made = _on(parts, paper, taken)
            if _excess(made, parts, taken) <= 1.0:
                found.append((parts, made))
    if found:
        return min(found, key=lambda each: len(each[1].layout.pages))
    parts = drafts(boxes[-1], LABELS[-1])
    return parts, _on(parts, paper, taken)


def _widest(drafts: Drafts, label: float, paper: Paper, boxes: Sequence[float], taken: Taken) -> Draft | None:
    """Return the lanes with the widest boxes with which they fit the width of the paper."""
    best, left = None, list(boxes)
    while left:
        middle = len(left) // 2
        tried = drafts(left[middle], label)
        if _breadth(tried, paper, taken) <= 1.0:
            best, left = tried, left[:middle]
        else:
            left = left[middle + 1 :]
    return best


def _breadth(parts: Draft, paper: Paper, taken: Taken) -> float:
    """Return how many times wider the lanes are than the paper; on several pages fewer arrows run beside each other."""
    whole = parts.upright(paper, 0.0, AIRS[0], paged=False).layout
    over = whole.width / (paper.content + SLACK)
    if not 1.0 < over < HOPELESS or whole.pages[0].height <= _room(parts, paper, taken):
        return over
    return _on(parts, paper, taken).layout.width / (paper.content + SLACK)


def across(diagram: Diagram, heads: tuple[float, ...]) -> Laid:
    """Return the lanes from left to right on one page; ``heads`` is how high the head of each lane must be."""
    parts = draft(diagram, heads, {}, ACROSS_BOX, LABELS[0], ACROSS_BAR)
    lanes = [max(LEAST_LANE, head) for head in parts.heads]
    for item in parts.plan.items:
        for column in item.columns if item.shape is not Shape.BAR else ():
            lanes[column] = max(lanes[column], parts.figures[item.id].height + 2 * ACROSS_PAD)
    return replace(parts, heads=tuple(lanes)).across(ACROSS_AIR)


def _on(parts: Draft, paper: Paper, taken: Taken, air: float = AIRS[0]) -> Laid:
    return parts.upright(paper, _room(parts, paper, taken), air)


def _room(parts: Draft, paper: Paper, taken: Taken) -> float:
    return paper.height - 2 * MARGIN - taken(paper.content, parts.box)


def _excess(made: Laid, parts: Draft, taken: Taken) -> float:
    """Return how many times larger the lanes are than there is room for."""
    room = _room(parts, made.paper, taken)
    highest = max(page.height for page in made.layout.pages)
    return max(made.layout.width / (made.paper.content + SLACK), highest / max(room + SLACK, 1.0))


def _airy(made: Laid, parts: Draft, taken: Taken) -> Laid:
    """Return the lanes with as much room between the steps as the same number of pages has."""
    for air in AIRS[:0:-1]:
        tried = _on(parts, made.paper, taken, air)
        if len(tried.layout.pages) == len(made.layout.pages) and _excess(tried, parts, taken) <= 1.0:
            return tried
    return made


def _scaled(parts: Draft, paper: Paper, taken: Taken) -> Laid:
    """Return the lanes on as many points of drawing as they need."""
    for _ in range(_SCALINGS):
        made = _on(parts, paper, taken)
        over = _excess(made, parts, taken)
        if over <= 1.0:
            break
        paper = paper.scaled(over * _MORE)
    return made
