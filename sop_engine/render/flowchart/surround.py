"""Title block, legend and the root of a drawing -> SVG: what stands around the symbols in every view of a flow."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sop_engine.messages import printed
from sop_engine.render import svg
from sop_engine.render.flowchart.frame import FACTS_WIDTH, LEGEND_LINE, LEGEND_SIZE, SWATCH, TITLE_PAD
from sop_engine.render.flowchart.ink import OPTIONAL_DASH
from sop_engine.render.flowchart.lines import DASH, HEAD_LENGTH, HEAD_WIDTH, LATE_DASH, STROKE, dash_array
from sop_engine.render.flowchart.look import MARKED, states
from sop_engine.render.flowchart.marks import clock, pentagon, person, state_mark
from sop_engine.render.typeface import FAMILY

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sop_engine.render.flowchart.frame import Key, Title
    from sop_engine.render.palette import Theme

POINTS_PER_MM = 72 / 25.4

_BORDER = 0.9
_MARKER = 4.0  # the dark strip at the left of the title block


class Area(NamedTuple):
    """The part of the plane that is seen, in points."""

    left: float
    top: float
    width: float
    height: float


class Told(NamedTuple):
    """What a drawing says of itself: its view, its procedure, which page of how many, its name, and itself in words."""

    view: str
    procedure: str
    page: int
    pages: int
    name: str
    description: str


def document(parts: Iterable[str], area: Area, told: Told, theme: Theme, scale: float = 1.0) -> str:
    """Return a whole SVG text: its name, its text alternative, the paper and the parts on it.

    ``scale`` is how many points of the drawing are one of the paper.
    """
    attributes = {
        "xmlns": "http://www.w3.org/2000/svg",
        "class_": told.view,
        "role": "img",
        "width": f"{svg.number(area.width / scale / POINTS_PER_MM)}mm",
        "height": f"{svg.number(area.height / scale / POINTS_PER_MM)}mm",
        "viewBox": " ".join(map(svg.number, area)),
        "font-family": FAMILY,
        "data-procedure": told.procedure,
        "data-page": told.page,
        "data-pages": told.pages,
    }
    paper = svg.element(
        "rect", class_="paper", x=area.left, y=area.top, width=area.width, height=area.height, fill=theme.paper
    )
    said = (svg.element("title", svg.escape(told.name)), svg.element("desc", svg.escape(told.description)))
    body = "\n" + "\n".join((*said, paper, *parts)) + "\n"
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + svg.element("svg", body, **attributes) + "\n"


def title_block(title: Title, left: float, top: float, theme: Theme) -> str:
    """Return the title block from its upper left corner."""
    return svg.group(_title(title, left, top, theme), class_="title-block")


def _title(title: Title, left: float, top: float, theme: Theme) -> Iterable[str]:
    ruler = left + title.width - FACTS_WIDTH
    border = {"stroke": theme.line, "stroke_width": _BORDER * theme.weight}
    yield svg.element("rect", x=left, y=top, width=title.width, height=title.height, fill="none", **border)
    yield svg.element("rect", x=left, y=top, width=_MARKER, height=title.height, fill=theme.line)
    yield svg.element("line", x1=ruler, y1=top, x2=ruler, y2=top + title.height, **border)
    for line in title.lines:
        yield svg.words(
            line.text, left + TITLE_PAD + _MARKER, top + line.baseline, line.size, class_="text",
            font_weight="700" if line.bold else None, fill=theme.soft_ink if line.soft else theme.ink,
        )  # fmt: skip
    x, y = ruler + TITLE_PAD, top + TITLE_PAD
    for label, values in title.facts:
        yield svg.words(label, x, y + 6.5, 7.5, class_="text", fill=theme.soft_ink)
        y += 9
        for value in values:
            yield svg.words(value, x, y + 8.2, 9, class_="text", font_weight="700", fill=theme.ink)
            y += 11.5
        y += 3.5


def legend(keys: Sequence[Key], left: float, top: float, wide: float, theme: Theme) -> str:
    """Return the legend under its line, from its upper left corner."""
    return svg.group(_legend(keys, left, top, wide, theme) if keys else (), class_="legend")


def _legend(keys: Sequence[Key], left: float, top: float, wide: float, theme: Theme) -> Iterable[str]:
    yield svg.element(
        "line", x1=left, y1=top - 4, x2=left + wide, y2=top - 4, stroke=theme.hair, stroke_width=0.6 * theme.weight
    )
    if keys[0].party is not None:
        heading = printed("diagram.actors")
        yield svg.words(heading, left, top + 10, LEGEND_SIZE, class_="text", font_weight="700", fill=theme.ink)
    for key in keys:
        x, y = left + key.x, top + key.y
        yield from _sign(key, x, y + 2.5, theme)
        for index, line in enumerate(key.lines):
            baseline = y + 10 + index * LEGEND_LINE
            yield svg.words(line, x + SWATCH + 5, baseline, LEGEND_SIZE, class_="text", fill=theme.ink)


def _sign(key: Key, x: float, y: float, theme: Theme) -> Iterable[str]:
    """Yield the small picture of a legend entry in a field of 16 by 10."""
    middle = y + 5
    if key.party is not None:
        shade = theme.shade(key.party)
        yield svg.element(
            "rect", x=x, y=y, width=SWATCH, height=10.0, rx=1.5, fill=shade.fill, stroke=theme.line, stroke_width=0.6,
            class_="swatch", data_actor=key.party.key,
        )  # fmt: skip
        if key.party.external:
            yield person(x + SWATCH / 2, middle + 3, shade.ink)
    elif key.sign in ("returned", "late"):
        yield from _way(key.sign == "returned", x, middle, theme)
    elif key.sign in ("parallel", "call"):
        yield from _lined(key.sign, x, y, theme)
    elif key.sign == "clock":
        yield clock(x + SWATCH / 2, y + 7.6, theme.ink)
    elif key.sign == "outside":
        yield person(x + SWATCH / 2, middle + 3.4, theme.ink)
    elif key.sign == "connector":
        yield pentagon(x + SWATCH / 2, middle, 11, 11, theme)
    else:
        yield from _field(key.sign, x, y, theme)


def _way(back: bool, x: float, y: float, theme: Theme) -> Iterable[str]:
    """Yield a short dashed or dotted arrow."""
    neck, wing = x + SWATCH - HEAD_LENGTH, HEAD_WIDTH / 2
    colour, dash = (theme.returned, DASH) if back else (theme.line, LATE_DASH)
    yield svg.element(
        "line", x1=x - 2, y1=y, x2=neck + 1, y2=y, stroke=colour, stroke_width=STROKE * theme.weight,
        stroke_dasharray=dash_array(dash),
    )  # fmt: skip
    yield svg.polygon(((x + SWATCH, y), (neck, y - wing), (neck, y + wing)), fill=colour)


def _field(sign: str, x: float, y: float, theme: Theme) -> Iterable[str]:
    """Yield a small box: the state of a step by its name, or else a step that is done where needed."""
    look = states(theme).get(sign)
    yield svg.element(
        "rect", x=x, y=y, width=SWATCH, height=10.0, rx=1.5, fill=look.fill if look else theme.paper,
        stroke=look.line if look else theme.line, stroke_width=min(look.weight, 2.0) if look else 0.9,
        stroke_dasharray=dash_array(OPTIONAL_DASH) if look is None else None,
    )  # fmt: skip
    if sign in MARKED:
        yield state_mark(sign, x + SWATCH / 2, y + 5, theme, 3.6)


def _lined(sign: str, x: float, y: float, theme: Theme) -> Iterable[str]:
    """Yield the small picture of a band (lines above and below) or of another SOP (lines at both sides)."""
    band = sign == "parallel"
    yield svg.element(
        "rect", x=x, y=y, width=SWATCH, height=10.0, fill=theme.bar if band else theme.paper,
        stroke=None if band else theme.line, stroke_width=None if band else 0.9,
    )  # fmt: skip
    for far in (1.0, 9.0) if band else (3.0, SWATCH - 3):
        ends = (x, y + far, x + SWATCH, y + far) if band else (x + far, y, x + far, y + 10)
        yield svg.element(
            "line", x1=ends[0], y1=ends[1], x2=ends[2], y2=ends[3], stroke=theme.line,
            stroke_width=2.0 if band else 0.8,
        )  # fmt: skip
