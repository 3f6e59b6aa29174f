"""Placed -> SVG parts: how symbols, arrows, labels and connectors look, plain or by how far a case has come."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

from sop_engine.flow import EndStatus
from sop_engine.render import palette, svg
from sop_engine.render.diagram import START, Shape
from sop_engine.render.marks import outcome, pentagon, person, state_mark
from sop_engine.render.palette import Shade
from sop_engine.render.placed import connector_width
from sop_engine.render.port import CONNECTOR, LABEL_LEADING, LABEL_SIZE
from sop_engine.render.symbol import BOLD, SIGN, SIZES, Role
from sop_engine.render.typeface import width

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sop_engine.render.diagram import Party, Progress
    from sop_engine.render.placed import Placed, PlacedArrow, PlacedConnector, PlacedFigure, PlacedLabel
    from sop_engine.render.symbol import Figure

HEAD_LENGTH, HEAD_WIDTH = 7.0, 6.0
CORNER = 5.0
DASH = "5 3"
OPTIONAL_DASH = "4 2.5"
JOINT_STRIP = 3.2


@dataclass(frozen=True, slots=True)
class Look:
    """How a symbol is drawn: its inside, outline, ink, and its state as a word."""

    fill: str
    line: str
    weight: float
    ink: str
    state: str | None = None


STATES = {
    "done": Look(palette.DONE, palette.DONE_LINE, 1.1, palette.INK, "done"),
    "current": Look(palette.CURRENT, palette.CURRENT_LINE, 2.6, palette.INK, "current"),
    "ahead": Look(palette.PAPER, palette.AHEAD_LINE, 0.9, palette.AHEAD_INK, "ahead"),
}


@dataclass(frozen=True)
class Brush:
    """Draws one procedure's parts."""

    parties: Mapping[str, Party]
    progress: Progress | None

    def state(self, symbol: str) -> str | None:
        """Return how far the case is with a symbol; the start belongs to the way that is done."""
        if self.progress is None:
            return None
        if symbol in self.progress.current:
            return "current"
        return "done" if symbol in self.progress.done or symbol == START else "ahead"

    def look(self, figure: Figure) -> Look:
        """Return how a symbol is drawn."""
        state = self.state(figure.symbol.id)
        if state is not None:
            return STATES[state]
        status = figure.symbol.status
        fill = {EndStatus.FINISHED: palette.FINISHED, EndStatus.REJECTED: palette.REJECTED, None: palette.PAPER}[status]
        return Look(fill, palette.LINE, 1.0, palette.INK)

    def column(self, placed: Placed) -> Iterable[str]:
        """Yield the parts of a page's column; lines first, and among them those not yet walked."""
        yield from map(self.arrow, sorted(placed.arrows, key=self._walked))
        yield from map(self.symbol, placed.figures)
        yield from map(self.connector, placed.connectors)
        yield from map(self.label, placed.labels)

    def symbol(self, placed: PlacedFigure) -> str:
        """Return one symbol."""
        figure, symbol = placed.figure, placed.figure.symbol
        look = self.look(figure)
        parts = [svg.element("title", svg.escape(f"{symbol.band}: {symbol.text}" if symbol.band else symbol.text))]
        parts.append(outline(placed, fill=look.fill))
        if figure.banded:
            parts += self._band(placed, look)
        dash = OPTIONAL_DASH if symbol.optional else None
        parts.append(
            outline(
                placed, class_="outline", fill="none", stroke=look.line, stroke_width=look.weight, stroke_dasharray=dash
            )
        )
        parts += self._text(placed, look)
        if symbol.status is not None:
            parts.append(outcome(symbol.status, placed.x - figure.width / 2 + 15, placed.y, look.state == "ahead"))
        if look.state in ("done", "current"):
            parts.append(state_mark(look.state, *_mark_place(placed)))
        return svg.group(
            parts,
            class_=f"symbol {symbol.shape}",
            data_step=symbol.id,
            data_end=symbol.absorbs,
            data_actor=" ".join(symbol.actors) or None,
            data_status=symbol.status,
            data_optional="true" if symbol.optional else None,
            data_state=look.state,
        )

    def _shade(self, actor: str, look: Look) -> Shade:
        party = self.parties.get(actor)
        shade = palette.shade(party) if party is not None else palette.on(palette.HAIR)
        return palette.pale(shade.fill) if look.state == "ahead" else shade

    def _band(self, placed: PlacedFigure, look: Look) -> Iterable[str]:
        first, *joint = placed.figure.symbol.actors
        yield svg.element("path", class_="band", d=_band_path(placed), fill=self._shade(first, look).fill)
        bottom = placed.y + placed.figure.band_end
        half = placed.figure.half_width(placed.figure.band_end)
        share = 2 * half / len(joint) if joint else 0.0
        for place, actor in enumerate(joint):
            left = placed.x - half + place * share
            upper = placed.figure.half_width(placed.figure.band_end - JOINT_STRIP)
            clip = half - upper  # a diamond is narrower further up
            lean_left, lean_right = (clip if place == 0 else 0.0), (clip if place == len(joint) - 1 else 0.0)
            yield svg.polygon(
                (
                    (left, bottom),
                    (left + lean_left, bottom - JOINT_STRIP),
                    (left + share - lean_right, bottom - JOINT_STRIP),
                    (left + share, bottom),
                ),
                class_="joint",
                fill=self._shade(actor, look).fill,
                stroke=palette.PAPER,
                stroke_width=0.5,
            )
        yield svg.element(
            "line", x1=placed.x - half, y1=bottom, x2=placed.x + half, y2=bottom, stroke=look.line, stroke_width=0.6
        )

    def _text(self, placed: PlacedFigure, look: Look) -> Iterable[str]:
        symbol = placed.figure.symbol
        party = self.parties.get(symbol.actors[0]) if symbol.actors else None
        shade = self._shade(symbol.actors[0], look) if symbol.actors else None
        outside = party is not None and party.external
        for line in placed.figure.lines():
            size, bold = SIZES[line.role], line.role in BOLD
            ink = shade.ink if shade is not None and line.role is Role.BAND else look.ink
            if line.role in (Role.CONDITION, Role.INVOLVES) and look.state != "ahead":
                ink = palette.SOFT_INK
            x, y = placed.x, placed.y + line.baseline
            if line.role is Role.BAND and outside:
                x += SIGN / 2
                if line.text is placed.figure.paragraphs[0].lines[0]:
                    yield person(x - width(line.text, size, bold=True) / 2 - SIGN + 4, y, ink)
            yield svg.words(
                line.text, x, y, size, class_=f"text {line.role}", text_anchor="middle",
                font_weight="700" if bold else None, fill=ink,
            )  # fmt: skip

    def _ahead(self, source: str | None, target: str | None, back: bool) -> bool:
        """Return whether a case has not passed along an arrow; on another page only one of its ends is known."""
        if self.progress is None:
            return False
        if self.progress.walked is not None and source is not None and target is not None:
            return (source, target) not in self.progress.walked and source != START
        left = source is None or self.state(source) == "done"
        return back or not left or target is None or self.state(target) == "ahead"

    def _walked(self, arrow: PlacedArrow) -> bool:
        return not self._ahead(arrow.source, arrow.target, arrow.back)

    def arrow(self, arrow: PlacedArrow) -> str:
        """Return one arrow. It is written from its head, so that dashes on a shared way fall together."""
        colour = palette.RETURN if arrow.back else palette.LINE
        if not self._walked(arrow):
            colour = palette.AHEAD_LINE
        tip, before = arrow.points[-1], arrow.points[-2]
        along = (tip[0] - before[0], tip[1] - before[1])
        length = abs(along[0]) + abs(along[1])
        step = (along[0] / length, along[1] / length) if length else (0.0, 1.0)
        neck = (tip[0] - step[0] * HEAD_LENGTH, tip[1] - step[1] * HEAD_LENGTH)
        wing = (-step[1] * HEAD_WIDTH / 2, step[0] * HEAD_WIDTH / 2)
        head = (tip, (neck[0] + wing[0], neck[1] + wing[1]), (neck[0] - wing[0], neck[1] - wing[1]))
        way = (*arrow.points[:-1], (neck[0] + step[0], neck[1] + step[1]))
        line = svg.element(
            "path", d=svg.level_path(way[::-1], CORNER), fill="none", stroke=colour, stroke_width=1.2,
            stroke_dasharray=DASH if arrow.back else None,
        )  # fmt: skip
        known = arrow.arrow
        return svg.group(
            (line, svg.polygon(head, class_="head", fill=colour)),
            class_="arrow return" if arrow.back else "arrow",
            data_from=arrow.source,
            data_to=arrow.target,
            data_kind=known.kind if known else None,
            data_answer=known.answer if known else None,
        )

    def label(self, label: PlacedLabel) -> str:
        """Return what is written on an arrow or beside a connector."""
        arrow = label.arrow
        ink = palette.SOFT_INK
        if arrow is not None:
            ink = palette.RETURN if arrow.back else palette.INK
            ink = palette.AHEAD_INK if self._ahead(arrow.source, arrow.target, arrow.back) else ink
        parts = [
            svg.words(
                line, label.x, label.top + index * LABEL_LEADING + LABEL_SIZE * 0.85, LABEL_SIZE,
                text_anchor=label.anchor if label.anchor != "start" else None,
            )
            for index, line in enumerate(label.lines)
        ]  # fmt: skip
        return svg.group(
            parts,
            class_="label",
            fill=ink,
            data_from=arrow.source if arrow else None,
            data_to=arrow.target if arrow else None,
            data_answer=arrow.answer if arrow else None,
        )

    def connector(self, connector: PlacedConnector) -> str:
        """Return an off-page connector."""
        shape = pentagon(connector.x, connector.y, connector_width(connector.letter), CONNECTOR)
        letter = svg.words(
            connector.letter, connector.x, connector.y + 2.2, 8.5, class_="text", text_anchor="middle",
            font_weight="700", fill=palette.INK,
        )  # fmt: skip
        return svg.group(
            (shape, letter),
            class_="connector out" if connector.outgoing else "connector in",
            data_letter=connector.letter,
            data_from=connector.source,
            data_to=connector.target,
        )


def outline(placed: PlacedFigure, **attributes: object) -> str:
    """Return the outline of a symbol."""
    figure, x, y = placed.figure, placed.x, placed.y
    across, down = figure.width / 2, figure.height / 2
    if figure.symbol.shape is Shape.DIAMOND:
        return svg.polygon(((x, y - down), (x + across, y), (x, y + down), (x - across, y)), **attributes)
    return svg.element(
        "rect", x=x - across, y=y - down, width=figure.width, height=figure.height, rx=figure.corner, **attributes
    )


def _band_path(placed: PlacedFigure) -> str:
    figure, x, y = placed.figure, placed.x, placed.y
    top, end = y - figure.height / 2, y + figure.band_end
    half = figure.half_width(figure.band_end)
    n = svg.number
    if figure.symbol.shape is Shape.DIAMOND:
        return f"M{n(x)} {n(top)}L{n(x + half)} {n(end)}L{n(x - half)} {n(end)}Z"
    radius, across = figure.corner, figure.width / 2
    deep = min(radius, end - top)
    into = radius - sqrt(max(0.0, radius * radius - (radius - deep) ** 2))
    arc = f"A{n(radius)} {n(radius)} 0 0 1 "
    left = f"L{n(x - across + into)} {n(top + deep)}{arc}{n(x - across + radius)} {n(top)}"
    right = f"L{n(x + across - radius)} {n(top)}{arc}{n(x + across - into)} {n(top + deep)}"
    return f"M{n(x - half)} {n(end)}{left}{right}L{n(x + half)} {n(end)}Z"


def _mark_place(placed: PlacedFigure) -> tuple[float, float]:
    """Return where a mark sits on the outline, at the upper right, clear of arrows and text."""
    figure = placed.figure
    if figure.symbol.shape is Shape.DIAMOND:
        return placed.x + figure.width * 0.27, placed.y - figure.height * 0.25
    inset = figure.corner * 0.3
    return placed.x + figure.width / 2 - inset, placed.y - figure.height / 2 + inset
