"""Page -> SVG parts: symbols, arrows, words and connectors at their places, each saying what it is.

Who draws a page decides the colours and what stands in the symbols; this is only how the five symbols and the bar look.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import hypot
from typing import TYPE_CHECKING

from sop_engine.render import svg
from sop_engine.render.diagram import Shape
from sop_engine.render.grid.outline import POINT, ROUND
from sop_engine.render.grid.ports import HEAD

if TYPE_CHECKING:
    from sop_engine.render.diagram import Arrow
    from sop_engine.render.grid.layout import Course, Page, Pentagon, Placed, Words
    from sop_engine.render.grid.plan import Size
    from sop_engine.render.svg import Point

HEAD_WIDTH = 5.0
"""How wide an arrow head is; it is HEAD long."""
RETURN_DASH = "4 2.5"
"""The dashes of an arrow that leads back."""
LATE_DASH = "1.2 2.4"
"""The dots of an arrow along which a deadline leads."""
BAR_LINE = 1.8
"""The weight of the two lines of a bar."""


@dataclass(frozen=True, slots=True)
class Pen:
    """The colours and weights of lines; returns have a colour of their own and are dashed."""

    line: str = "#27313f"
    back: str = "#27313f"
    paper: str = "#ffffff"
    weight: float = 0.9
    radius: float = 0.0
    """How far the corners of arrows are rounded."""


def moved(points: Sequence[Point], left: float, top: float) -> list[Point]:
    """Return points on the paper instead of on the page's grid."""
    return [(x + left, y + top) for x, y in points]


def arrow(course: Course, left: float, top: float, pen: Pen, **attributes: object) -> str:
    """Return an arrow; it is dashed when it leads back, and dotted when a deadline leads along it."""
    points = moved(course.points, left, top)
    told = course.link.arrow
    colour = pen.back if told.back else pen.line
    tip, before = points[-1], points[-2]
    length = hypot(tip[0] - before[0], tip[1] - before[1])
    across, down = (tip[0] - before[0]) / length, (tip[1] - before[1]) / length
    neck = (tip[0] - across * HEAD, tip[1] - down * HEAD)
    wing = HEAD_WIDTH / 2
    line = svg.element(
        "path", class_="line", d=svg.level_path([*points[:-1], neck], pen.radius), fill="none", stroke=colour,
        stroke_width=pen.weight, stroke_dasharray=_dash(told),
    )  # fmt: skip
    wings = ((neck[0] - down * wing, neck[1] + across * wing), (neck[0] + down * wing, neck[1] - across * wing))
    head = svg.polygon((tip, *wings), class_="head", fill=colour)
    return svg.element("g", line + head, **_said("arrow", course.link.arrow), data_letter=course.letter, **attributes)


def _dash(told: Arrow) -> str | None:
    if told.late:
        return LATE_DASH
    return RETURN_DASH if told.back else None


def _said(kind: str, told: Arrow) -> dict[str, object]:
    """Return what an arrow, or the words on it, say of themselves."""
    kinds = [kind, *(["return"] if told.back else []), *(["late"] if told.late else [])]
    return {
        "class_": " ".join(kinds),
        "data_from": told.source,
        "data_to": told.target,
        "data_answer": told.answer,
        "data_kind": told.kind.value if kind == "arrow" else None,
    }


def label(words: Words, texts: Sequence[str]) -> str:
    """Return the words on an arrow; ``texts`` are its lines as SVG, already on their places."""
    return svg.element("g", "".join(texts), **_said("label", words.link.arrow))


def outline(shape: Shape, x: float, y: float, size: Size, **attributes: object) -> str:
    """Return the outline of a symbol around its middle; a bar is the band between its two lines."""
    left, top = x - size.across / 2, y - size.down / 2
    match shape:
        case Shape.DIAMOND:
            corners = ((x, top), (left + size.across, y), (x, top + size.down), (left, y))
            return svg.polygon(corners, class_="outline", **attributes)
        case Shape.CAPSULE | Shape.PLAIN:
            corner = min(size.across / 2, size.down / 2, ROUND)
        case _:
            corner = 0.0
    return svg.element(
        "rect", class_="outline", x=left, y=top, width=size.across, height=size.down, rx=corner or None, **attributes
    )


def bar_lines(x: float, y: float, size: Size, colour: str) -> Iterator[str]:
    """Yield the two lines of a bar (parallel mode of ISO 5807)."""
    left, top = x - size.across / 2, y - size.down / 2
    for height in (top + BAR_LINE / 2, top + size.down - BAR_LINE / 2):
        yield svg.element(
            "line", x1=left, y1=height, x2=left + size.across, y2=height, stroke=colour, stroke_width=BAR_LINE
        )


def symbol(placed: Placed, actor: str | None, content: Sequence[str], **attributes: object) -> str:
    """Return a symbol with what is drawn in it; ``actor`` is the key of whose column it stands in."""
    item = placed.item
    return svg.element(
        "g", "".join(content), class_="symbol", data_step=item.id, data_actor=actor, data_shape=item.shape.value,
        **attributes,
    )  # fmt: skip


def joints(page: Page, left: float, top: float, pen: Pen) -> Iterator[str]:
    """Yield the lines between the symbols of actors who do a step together."""
    for step, points in page.joints:
        line = svg.level_path(moved(points, left, top), 0.0)
        yield svg.element(
            "path", class_="joint", data_step=step, d=line, fill="none", stroke=pen.line, stroke_width=pen.weight
        )


def connector(pentagon: Pentagon, left: float, top: float, pen: Pen, font_size: float) -> str:
    """Return a connector between pages: a pentagon that points down, with its letter."""
    x, y, size = pentagon.x + left, pentagon.y + top, pentagon.size
    half, tall = size.across / 2, size.down / 2
    shoulder = y + tall - size.down * POINT
    corners = ((x - half, y - tall), (x + half, y - tall), (x + half, shoulder), (x, y + tall), (x - half, shoulder))
    shape = svg.polygon(corners, fill=pen.paper, stroke=pen.line, stroke_width=pen.weight)
    letter = svg.words(
        pentagon.letter, x, y - size.down * POINT / 2 + font_size * 0.36, font_size, class_="text",
        text_anchor="middle", fill=pen.line,
    )  # fmt: skip
    told = pentagon.link.arrow
    return svg.element(
        "g", shape + letter, class_="connector out" if pentagon.out else "connector in", data_letter=pentagon.letter,
        data_from=told.source, data_to=told.target,
    )  # fmt: skip
