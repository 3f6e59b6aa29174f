"""Plan -> Plan whose every row has a place on a page: long answers get room, only what is hopeless is shortened.

A diamond beside which long answers stand becomes narrower while that makes its row lower. A row that not even a page
of its own would hold gets the most lines for each of its texts with which one does; nothing else is ever cut here.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sop_engine.render.diagram import Shape
from sop_engine.render.flowchart.gap import foot, head
from sop_engine.render.flowchart.pages import page_legend, sides
from sop_engine.render.flowchart.port import height_for
from sop_engine.render.flowchart.symbol import figure

if TYPE_CHECKING:
    from sop_engine.render.flowchart.frame import Frame
    from sop_engine.render.flowchart.route import Plan
    from sop_engine.render.flowchart.symbol import Figure

SLIMMER = (306.0, 280.0, 256.0)
_GROWN = 1.12  # how much a diamond grows for its answers before it is made narrower
_MOST_LINES = 128  # no page holds more lines of one text


def fit(plan: Plan, frame: Frame) -> Plan:
    """Return the plan with each row such that a page between ``frame`` holds it, wherever that is possible."""
    everything = range(len(plan.figures))
    for row in everything:
        if _height(plan, row, everything) > plan.figures[row].height * _GROWN:
            plan = _slim(plan, row, everything)
        room, alone = _room(plan, row, frame), range(row, row + 1)
        if _height(plan, row, alone) > room:
            plan = _slim(plan, row, alone)
        if _height(plan, row, alone) > room:
            plan = _shortened(plan, row, room)
    return plan


def _slim(plan: Plan, row: int, span: range) -> Plan:
    """Return the plan with a diamond as wide as makes its row lowest when the rows of ``span`` share its page."""
    symbol = plan.figures[row].symbol
    if symbol.shape is not Shape.DIAMOND:
        return plan
    tried = (plan, *(_with(plan, row, figure(symbol, diamond_width=wide)) for wide in SLIMMER))
    return min(tried, key=lambda other: _height(other, row, span))


def _shortened(plan: Plan, row: int, room: float) -> Plan:
    """Return the plan with as many lines for each text of a row as the room takes; with one if it takes none."""
    figured = plan.figures[row]
    low, high = 1, _MOST_LINES
    best = plan
    while low <= high:
        most = (low + high) // 2
        tried = replace(_with(plan, row, figure(figured.symbol, most, figured.width)), most={**plan.most, row: most})
        if _height(tried, row, range(row, row + 1)) <= room:
            best, low = tried, most + 1
        else:
            high = most - 1
    return best


def _with(plan: Plan, row: int, other: Figure) -> Plan:
    return replace(plan, figures=(*plan.figures[:row], other, *plan.figures[row + 1 :]))


def _height(plan: Plan, row: int, span: range) -> float:
    return height_for(plan.figures[row], sides(plan, row, span, {}))


def _room(plan: Plan, row: int, frame: Frame) -> float:
    """Return how high the symbol of a row may be on a page of its own."""
    legend = page_legend(plan, range(row, row + 1), frame.states)
    return frame.bottom(legend) - frame.top - head(plan, row)[0] - foot(plan, row)[0]
