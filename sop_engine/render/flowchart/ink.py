"""Placed -> SVG parts: how symbols and the frames of branches look, plain or by how far a case has come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sop_engine.flow import JOIN_PREFIX
from sop_engine.render import svg
from sop_engine.render.diagram import FORK_PREFIX, START, Shape
from sop_engine.render.flowchart.bracket import HEADING_SIZE, heading_baseline
from sop_engine.render.flowchart.lines import Lines, dash_array
from sop_engine.render.flowchart.look import MARKED, Look, plain, plain_bar, states
from sop_engine.render.flowchart.marks import clock, outcome, person, state_mark
from sop_engine.render.flowchart.outline import band_path, mark_place, outline
from sop_engine.render.flowchart.symbol import BOLD, SIGN, SIZES, Role
from sop_engine.render.typeface import width

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sop_engine.render.diagram import Party, Progress
    from sop_engine.render.flowchart.placed import Placed, PlacedBranch, PlacedFigure
    from sop_engine.render.flowchart.symbol import Figure
    from sop_engine.render.palette import Shade, Theme

OPTIONAL_DASH = (4.0, 2.5)
BAR_LINE = 2.4
CALL_INSET = 4.5  # from the side of a box to the second line that marks another SOP
JOINT_STRIP = 3.2

SOFT = frozenset({Role.CONDITION, Role.INVOLVES, Role.REMARK, Role.CLOCK})


@dataclass(frozen=True)
class Brush:
    """Draws one procedure's parts; without ``signed`` the bands of parties outside the office have no sign."""

    parties: Mapping[str, Party]
    progress: Progress | None
    theme: Theme
    signed: bool = True

    @property
    def lines(self) -> Lines:
        """Return what draws arrows, labels and connectors."""
        return Lines(self.progress, self.theme)

    def state(self, symbol: str) -> str | None:
        """Return how far the case is with a symbol; the start belongs to the way that is done."""
        if self.progress is None:
            return None
        if symbol.startswith(JOIN_PREFIX):
            passed = any(edge.source == symbol and not edge.back for edge in self.progress.walked)
            return "done" if passed else "ahead"
        symbol = symbol.removeprefix(FORK_PREFIX)
        if symbol in self.progress.current:
            return "current" if self.progress.awaits is None else "suspended"
        if symbol in self.progress.skipped:
            return "skipped"
        return "done" if symbol in self.progress.done or symbol == START else "ahead"

    def look(self, figure: Figure) -> Look:
        """Return how a symbol is drawn."""
        state, theme = self.state(figure.symbol.id), self.theme
        if figure.symbol.shape is Shape.BAR:
            # a band is no work: it is passed or it is not
            return states(theme)["done" if state == "done" else "ahead"] if state is not None else plain_bar(theme)
        return states(theme)[state] if state is not None else plain(theme, figure.symbol.status)

    def column(self, placed: Placed) -> Iterable[str]:
        """Yield the parts of a page's column; lines first, and among them those not yet walked."""
        lines = self.lines
        yield from map(self.branch, placed.branches)
        yield from map(lines.arrow, sorted(placed.arrows, key=lambda arrow: bool(lines.taken(arrow.carries))))
        yield from map(self.symbol, placed.figures)
        yield from map(lines.connector, placed.connectors)
        yield from map(lines.label, placed.labels)

    def symbol(self, placed: PlacedFigure) -> str:
        """Return one symbol."""
        figure, symbol = placed.figure, placed.figure.symbol
        look = self.look(figure)
        if symbol.shape is Shape.BAR:
            return self._bar(placed, look)
        parts = [svg.element("title", svg.escape(f"{symbol.band}: {symbol.text}" if symbol.band else symbol.text))]
        parts.append(outline(placed, fill=look.fill))
        if figure.banded:
            parts += self._band(placed, look)
        dash = dash_array(OPTIONAL_DASH) if symbol.optional else None
        parts.append(
            outline(
                placed, class_="outline", fill="none", stroke=look.line, stroke_width=look.weight, stroke_dasharray=dash
            )
        )
        if symbol.call and symbol.shape is Shape.BOX:
            parts += _second_lines(placed, look)
        parts += self._text(placed, look)
        if symbol.status is not None:
            parts.append(
                outcome(symbol.status, placed.x - figure.width / 2 + 15, placed.y, look.state == "ahead", self.theme)
            )
        if look.state in MARKED:
            parts.append(state_mark(look.state, *mark_place(placed), self.theme))
        return svg.group(
            parts,
            class_="symbol",
            data_step=symbol.id,
            data_actor=" ".join(symbol.actors) or None,
            data_shape=symbol.shape,
            data_absorbs=symbol.absorbs,
            data_status=symbol.status,
            data_optional="true" if symbol.optional else None,
            data_state=look.state,
        )

    def _bar(self, placed: PlacedFigure, look: Look) -> str:
        """Return a band between two lines, where parallel branches start or meet."""
        figure, symbol = placed.figure, placed.figure.symbol
        across, down = figure.width / 2, figure.height / 2
        lines = []
        for side in (-1, 1):
            x, y = (side * (across - BAR_LINE / 2), down) if placed.turned else (across, side * (down - BAR_LINE / 2))
            ends = (x, -y, x, y) if placed.turned else (-x, y, x, y)
            lines.append(
                svg.element(
                    "line", x1=placed.x + ends[0], y1=placed.y + ends[1], x2=placed.x + ends[2], y2=placed.y + ends[3],
                    stroke=look.line, stroke_width=BAR_LINE,
                )
            )  # fmt: skip
        return svg.group(
            (
                svg.element("title", svg.escape(symbol.text)),
                outline(placed, class_="outline", fill=look.fill),
                *lines,
                *self._text(placed, look),
            ),
            class_="symbol",
            data_step=symbol.id,
            data_shape=symbol.shape,
            data_state=look.state,
        )

    def branch(self, placed: PlacedBranch) -> str:
        """Return the frame around a parallel branch, with its heading."""
        frame = svg.element(
            "rect", x=placed.x, y=placed.y, width=placed.width, height=placed.height, rx=3.0,
            fill=self.theme.branch, stroke=self.theme.hair, stroke_width=0.7,
        )  # fmt: skip
        heading = [
            svg.words(
                line, placed.text_x, heading_baseline(placed, index), HEADING_SIZE, class_="text",
                font_weight="700", fill=self.theme.soft_ink,
            )
            for index, line in enumerate(placed.lines)
        ]  # fmt: skip
        return svg.group((frame, *heading), class_="branch", data_branch=placed.branch)

    def _shade(self, actor: str, look: Look) -> Shade:
        party = self.parties.get(actor)
        shade = self.theme.shade(party) if party is not None else self.theme.on(self.theme.hair)
        return self.theme.ahead(shade) if look.state == "ahead" else shade

    def _band(self, placed: PlacedFigure, look: Look) -> Iterable[str]:
        first, *joint = placed.figure.symbol.actors
        yield svg.element("path", class_="band", d=band_path(placed), fill=self._shade(first, look).fill)
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
                stroke=self.theme.paper,
                stroke_width=0.5,
            )
        yield svg.element(
            "line", x1=placed.x - half, y1=bottom, x2=placed.x + half, y2=bottom, stroke=look.line, stroke_width=0.6
        )

    def _text(self, placed: PlacedFigure, look: Look) -> Iterable[str]:
        symbol = placed.figure.symbol
        party = self.parties.get(symbol.actors[0]) if symbol.actors else None
        shade = self._shade(symbol.actors[0], look) if symbol.actors else None
        outside = self.signed and party is not None and party.external
        for line in placed.figure.lines():
            size, bold = SIZES[line.role], line.role in BOLD
            ink = shade.ink if shade is not None and line.role is Role.BAND else look.ink
            if line.role in SOFT and look.state != "ahead":
                ink = self.theme.soft_ink
            x, y = placed.x, placed.y + line.baseline
            if line.role is Role.CLOCK:
                x += SIGN / 2
                if line.first:
                    yield clock(x - width(line.text, size) / 2 - SIGN + 6, y, ink)
            if line.role is Role.BAND and outside:
                x += SIGN / 2
                if line.first:
                    yield person(x - width(line.text, size, bold=True) / 2 - SIGN + 4, y, ink)
            yield svg.words(
                line.text, x, y, size, class_=f"text {line.role}", text_anchor="middle",
                font_weight="700" if bold else None, fill=ink,
            )  # fmt: skip


def _second_lines(placed: PlacedFigure, look: Look) -> Iterable[str]:
    """Yield the lines at both sides of a box that stands for another SOP."""
    top, bottom = placed.y + placed.figure.band_end, placed.y + placed.figure.height / 2
    across = placed.figure.width / 2 - CALL_INSET
    for x in (placed.x - across, placed.x + across):
        yield svg.element("line", x1=x, y1=top, x2=x, y2=bottom, stroke=look.line, stroke_width=0.8)
