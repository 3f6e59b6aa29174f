"""The small signs on a flowchart: page connector, party outside the office, outcome of an end, state of a step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sop_engine.flow import EndStatus
from sop_engine.render import svg
from sop_engine.render.flowchart.look import states

if TYPE_CHECKING:
    from sop_engine.render.palette import Theme

MARK = 5.6
"""Radius of the disc that shows a state."""


def pentagon(x: float, y: float, wide: float, high: float, theme: Theme) -> str:
    """Return a pentagon that points down, around its middle."""
    across, down = wide / 2, high / 2
    points = ((x - across, y - down), (x + across, y - down), (x + across, y + down * 0.3), (x, y + down))
    return svg.polygon(
        (*points, (x - across, y + down * 0.3)), fill=theme.paper, stroke=theme.line, stroke_width=theme.weight
    )


def person(x: float, baseline: float, ink: str) -> str:
    """Return the sign of a party outside the office: head and shoulders, 7 wide, standing on the baseline."""
    n = svg.number
    shoulders = f"M{n(x - 3.5)} {n(baseline + 0.6)}v-0.8a3.5 3 0 0 1 7 0v0.8z"
    head = svg.element("circle", cx=x, cy=baseline - 5.2, r=1.9)
    return svg.group((head, svg.element("path", d=shoulders)), class_="outside", fill=ink)


def clock(x: float, baseline: float, ink: str) -> str:
    """Return the sign of time that runs otherwise than usual: a clock face, 7 wide, standing on the baseline."""
    n, y = svg.number, baseline - 2.6
    face = svg.element("circle", cx=x, cy=y, r=3.3)
    hands = svg.element("path", d=f"M{n(x)} {n(y - 2)}v2h1.7")
    return svg.group((face, hands), class_="clock", fill="none", stroke=ink, stroke_width=0.9)


def outcome(status: EndStatus, x: float, y: float, ahead: bool, theme: Theme) -> str:
    """Return the mark of an end: a tick, a cross, or a stroke where the case was withdrawn."""
    n = svg.number
    if status is EndStatus.FINISHED:
        way, colour = f"M{n(x - 4)} {n(y)}l3 3.2l5 -6.4", theme.finished_mark
    elif status is EndStatus.REJECTED:
        way, colour = f"M{n(x - 3)} {n(y - 3)}l6 6m0 -6l-6 6", theme.returned
    else:
        way, colour = f"M{n(x - 3.5)} {n(y)}h7", theme.soft_ink
    stroke = theme.ahead_line if ahead else colour
    return svg.element("path", class_=f"mark {status}", d=way, fill="none", stroke=stroke, stroke_width=1.7)


def state_mark(state: str, x: float, y: float, theme: Theme, radius: float = MARK) -> str:
    """Return the mark of a state: a tick for done, a stroke for skipped, a pointer for current, a pause for suspended.

    ``state`` is one of :data:`~sop_engine.render.flowchart.look.MARKED`.
    """
    n, s = svg.number, radius / MARK
    fill = states(theme)[state].line
    disc = svg.element("circle", cx=x, cy=y, r=radius, fill=fill, stroke=theme.paper, stroke_width=1.2 * s)
    if state == "current":
        edge, half = n(4.4 * s), n(2.8 * s)
        sign = svg.element(
            "path", d=f"M{n(x - 1.6 * s)} {n(y - 2.8 * s)}l{edge} {half}l-{edge} {half}z", fill=theme.paper
        )
    else:
        ways = {
            "done": f"M{n(x - 2.6 * s)} {n(y + 0.1 * s)}l{n(1.9 * s)} {n(2 * s)}l{n(3.3 * s)} {n(-4.2 * s)}",
            "skipped": f"M{n(x - 2.8 * s)} {n(y)}h{n(5.6 * s)}",
            "suspended": f"M{n(x - 1.5 * s)} {n(y - 2.6 * s)}v{n(5.2 * s)}m{n(3 * s)} 0v{n(-5.2 * s)}",
        }
        sign = svg.element("path", d=ways[state], fill="none", stroke=theme.paper, stroke_width=1.4 * s)
    return svg.group((disc, sign), class_=f"mark {state}")
