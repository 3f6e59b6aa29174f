"""Plan -> the room between two rows, and above the first and below the last of a page: the least and the best.

A gap holds the straight arrow with its label, the edges and headings of frames, and at the edge of a page a connector.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sop_engine.render.flowchart.bracket import seam
from sop_engine.render.flowchart.port import CONNECTOR, LABEL_LEADING, LABEL_SIZE
from sop_engine.render.typeface import wrap

if TYPE_CHECKING:
    from sop_engine.render.flowchart.route import Plan, Route

GAP_LEAST, GAP_BEST = 14.0, 31.0
LABELLED_LEAST, LABELLED_BEST = 9.0, 21.0  # and the label
APART_LEAST, APART_BEST = 12.0, 26.0  # no arrow between
SEAM_LEAST, SEAM_BEST = 7.0, 16.0  # and the edges and headings of frames
LEAVING_LEAST, LEAVING_BEST = 13.0, 24.0  # from the edge of a frame to where an arrow arrives
DOWN_LABEL_ROOM = 210.0
DOWN_LABEL_LINES = 12


def down_label(route: Route | None) -> tuple[str, ...]:
    """Return the label of a straight arrow, broken into lines."""
    if route is None or route.arrow.label is None:
        return ()
    return wrap(route.arrow.label, DOWN_LABEL_ROOM, LABEL_SIZE, most=DOWN_LABEL_LINES)


def gap(plan: Plan, above: int | None, below: int | None) -> tuple[float, float]:
    """Return the least and the best room between two rows, or between one and the edge of its page (None).

    A connector at the edge is not counted.
    """
    route = plan.down(above if above is not None else (below or 0) - 1)
    between = seam(plan, above, below, inner(route) if above is not None else 0.0)
    if not between:
        return _plain_gap(route)
    if route is None and (above is None or below is None):
        return between.height, between.height
    leaving = route is not None and not between.opening
    least, best = (LEAVING_LEAST, LEAVING_BEST) if leaving else (SEAM_LEAST, SEAM_BEST)
    return between.height + least, between.height + best


def _plain_gap(route: Route | None) -> tuple[float, float]:
    if route is None:
        return APART_LEAST, APART_BEST
    label = len(down_label(route)) * LABEL_LEADING
    return max(GAP_LEAST, label + LABELLED_LEAST), max(GAP_BEST, label + LABELLED_BEST)


def inner(route: Route | None) -> float:
    """Return the room that the label of a straight arrow needs before the frame that it leaves; 0 without one."""
    label = len(down_label(route)) * LABEL_LEADING
    return label + LABELLED_LEAST if label else 0.0


def head(plan: Plan, row: int) -> tuple[float, float]:
    """Return the least and the best room above the first row of a page, with its connector."""
    return _edge(plan, None, row) if row > 0 else (0.0, 0.0)


def foot(plan: Plan, row: int) -> tuple[float, float]:
    """Return the least and the best room below the last row of a page, with its connector."""
    return _edge(plan, row, None) if row + 1 < len(plan.figures) else (0.0, 0.0)


def _edge(plan: Plan, above: int | None, below: int | None) -> tuple[float, float]:
    arrow = plan.down(above if above is not None else (below or 0) - 1) is not None
    if not arrow and not seam(plan, above, below):
        return 0.0, 0.0
    least, best = gap(plan, above, below)
    return (CONNECTOR + least, CONNECTOR + best) if arrow else (least, best)
