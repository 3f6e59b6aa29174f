"""Placed -> SVG parts: how symbols, arrows, labels and connectors look, plain or by how far a case has come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sop_engine.flow import JOIN_PREFIX
from sop_engine.render import palette, svg
from sop_engine.render.diagram import FORK_PREFIX, START, Shape
from sop_engine.render.flowchart.bracket import HEADING_SIZE, heading_baseline
from sop_engine.render.flowchart.look import MARKED, PLAIN, PLAIN_BAR, STATES, Look
from sop_engine.render.flowchart.marks import clock, outcome, pentagon, person, state_mark
from sop_engine.render.flowchart.outline import band_path, mark_place, outline
from sop_engine.render.flowchart.placed import connector_width
from sop_engine.render.flowchart.port import CONNECTOR, LABEL_LEADING, LABEL_SIZE
from sop_engine.render.flowchart.symbol import BOLD, SIGN, SIZES, Role
from sop_engine.render.palette import Shade
from sop_engine.render.typeface import width

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sop_engine.render.diagram import Arrow, Party, Progress
    from sop_engine.render.flowchart.placed import (
        Placed,
        PlacedArrow,
        PlacedBranch,
        PlacedConnector,
        PlacedFigure,
        PlacedLabel,
    )
    from sop_engine.render.flowchart.symbol import Figure

HEAD_LENGTH, HEAD_WIDTH = 7.0, 6.0
CORNER = 5.0
DASH = "5 3"
OPTIONAL_DASH = "4 2.5"
LATE_DASH = "1.5 2.5"
BAR_LINE = 2.4
CALL_INSET = 4.5  # from the side of a box to the second line that marks another SOP
JOINT_STRIP = 3.2


SOFT = frozenset({Role.CONDITION, Role.INVOLVES, Role.REMARK, Role.CLOCK})


@dataclass(frozen=True)
class Brush:
    """Draws one procedure's parts."""

    parties: Mapping[str, Party]
    progress: Progress | None

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
        state = self.state(figure.symbol.id)
        if figure.symbol.shape is Shape.BAR:
            # a band is no work: it is passed or it is not
            return STATES["done" if state == "done" else "ahead"] if state is not None else PLAIN_BAR
        return STATES[state] if state is not None else PLAIN[figure.symbol.status]

    def column(self, placed: Placed) -> Iterable[str]:
        """Yield the parts of a page's column; lines first, and among them those not yet walked."""
        yield from map(self.branch, placed.branches)
        yield from map(self.arrow, sorted(placed.arrows, key=lambda arrow: bool(self._taken(arrow.carries))))
        yield from map(self.symbol, placed.figures)
        yield from map(self.connector, placed.connectors)
        yield from map(self.label, placed.labels)

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
        dash = OPTIONAL_DASH if symbol.optional else None
        parts.append(
            outline(
                placed, class_="outline", fill="none", stroke=look.line, stroke_width=look.weight, stroke_dasharray=dash
            )
        )
        if symbol.call and symbol.shape is Shape.BOX:
            parts += _second_lines(placed, look)
        parts += self._text(placed, look)
        if symbol.status is not None:
            parts.append(outcome(symbol.status, placed.x - figure.width / 2 + 15, placed.y, look.state == "ahead"))
        if look.state in MARKED:
            parts.append(state_mark(look.state, *mark_place(placed)))
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

    def _bar(self, placed: PlacedFigure, look: Look) -> str:
        """Return a band between two lines, where parallel branches start or meet."""
        figure, symbol = placed.figure, placed.figure.symbol
        left, right = placed.x - figure.width / 2, placed.x + figure.width / 2
        lines = [
            svg.element("line", x1=left, y1=y, x2=right, y2=y, stroke=look.line, stroke_width=BAR_LINE)
            for y in (placed.y - (figure.height - BAR_LINE) / 2, placed.y + (figure.height - BAR_LINE) / 2)
        ]
        return svg.group(
            (
                svg.element("title", svg.escape(symbol.text)),
                outline(placed, class_="outline", fill=look.fill),
                *lines,
                *self._text(placed, look),
            ),
            class_="symbol bar",
            data_step=symbol.id,
            data_state=look.state,
        )

    def branch(self, placed: PlacedBranch) -> str:
        """Return the frame around a parallel branch, with its heading."""
        frame = svg.element(
            "rect", x=placed.x, y=placed.y, width=placed.width, height=placed.height, rx=3.0,
            fill=palette.BRANCH, stroke=palette.HAIR, stroke_width=0.7,
        )  # fmt: skip
        heading = [
            svg.words(
                line, placed.text_x, heading_baseline(placed, index), HEADING_SIZE, class_="text",
                font_weight="700", fill=palette.SOFT_INK,
            )
            for index, line in enumerate(placed.lines)
        ]  # fmt: skip
        return svg.group((frame, *heading), class_="branch", data_branch=placed.branch)

    def _shade(self, actor: str, look: Look) -> Shade:
        party = self.parties.get(actor)
        shade = palette.shade(party) if party is not None else palette.on(palette.HAIR)
        return palette.pale(shade.fill) if look.state == "ahead" else shade

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
            if line.role in SOFT and look.state != "ahead":
                ink = palette.SOFT_INK
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

    def _taken(self, arrows: Iterable[Arrow]) -> tuple[Arrow, ...]:
        """Return those arrows that stand as travelled; all of them when no case is shown."""
        progress = self.progress
        return tuple(each for each in arrows if progress is None or progress.walked.issuperset(each.passes))

    def arrow(self, arrow: PlacedArrow) -> str:
        """Return one arrow. It is written from its head, so that dashes on a shared way fall together."""
        taken = self._taken(arrow.carries)
        # both halves of a way over two pages look alike, whatever else arrives at its connector
        back = any(each.back for each in taken) if taken else arrow.back
        colour = palette.AHEAD_LINE if not taken else palette.RETURN if back else palette.LINE
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
            stroke_dasharray=LATE_DASH if arrow.late else DASH if back else None,
        )  # fmt: skip
        known = arrow.arrow
        return svg.group(
            (line, svg.polygon(head, class_="head", fill=colour)),
            class_=f"arrow{' return' if back else ''}{' late' if arrow.late else ''}",
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
            ink = ink if self._taken((arrow,)) else palette.AHEAD_INK
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


def _second_lines(placed: PlacedFigure, look: Look) -> Iterable[str]:
    """Yield the lines at both sides of a box that stands for another SOP."""
    top, bottom = placed.y + placed.figure.band_end, placed.y + placed.figure.height / 2
    across = placed.figure.width / 2 - CALL_INSET
    for x in (placed.x - across, placed.x + across):
        yield svg.element("line", x1=x, y1=top, x2=x, y2=bottom, stroke=look.line, stroke_width=0.8)
