"""Placed arrows, labels and connectors -> SVG parts, plain or by how far a case has come.

A line is written from its source to the neck of its head; its dashes are counted from the head, so that they fall
together where arrows share the last part of their way.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sop_engine.render import svg
from sop_engine.render.flowchart.marks import pentagon
from sop_engine.render.flowchart.placed import LETTER_SIZE
from sop_engine.render.flowchart.port import LABEL_LEADING, LABEL_SIZE
from sop_engine.render.typeface import width

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sop_engine.render.diagram import Arrow, Progress
    from sop_engine.render.flowchart.placed import PlacedArrow, PlacedConnector, PlacedLabel
    from sop_engine.render.palette import Theme
    from sop_engine.render.svg import Point

LETTER_PAD = 2.6
LETTER_RISE = 0.12
"""How far the letter stands above the middle of its pentagon, whose point is below, in heights."""
HEAD_LENGTH, HEAD_WIDTH = 7.0, 6.0
CORNER = 5.0
STROKE = 1.2
DASH = (5.0, 3.0)
LATE_DASH = (1.5, 2.5)


@dataclass(frozen=True)
class Lines:
    """Draws what leads from symbol to symbol."""

    progress: Progress | None
    theme: Theme

    def taken(self, arrows: Iterable[Arrow]) -> tuple[Arrow, ...]:
        """Return those arrows that stand as travelled; all of them when no case is shown."""
        progress = self.progress
        return tuple(each for each in arrows if progress is None or progress.walked.issuperset(each.passes))

    def arrow(self, arrow: PlacedArrow) -> str:
        """Return one arrow."""
        taken = self.taken(arrow.carries)
        # both halves of a way over two pages look alike, whatever else arrives at its connector
        back = any(each.back for each in taken) if taken else arrow.back
        theme = self.theme
        colour = theme.ahead_line if not taken else theme.returned if back else theme.line
        head, way = headed(arrow.points)
        line = svg.element(
            "path", class_="line", d=svg.level_path(way, CORNER), fill="none", stroke=colour,
            stroke_width=STROKE * theme.weight,
            **dashes(way, LATE_DASH if arrow.late else DASH if back else None),
        )  # fmt: skip
        known = arrow.carries[0] if len(arrow.carries) == 1 else None
        return svg.group(
            (line, svg.polygon(head, class_="head", fill=colour)),
            class_=f"arrow{' return' if back else ''}{' late' if arrow.late else ''}",
            data_from=" ".join(dict.fromkeys(each.source for each in arrow.carries)),
            data_to=arrow.target,
            data_kind=known.kind if known else None,
            data_answer=known.answer if known else None,
            data_letter=arrow.letter,
        )

    def label(self, label: PlacedLabel) -> str:
        """Return what is written on an arrow or beside a connector."""
        arrow = label.arrow
        ink = self.theme.soft_ink
        if arrow is not None:
            ink = self.theme.returned if arrow.back else self.theme.ink
            ink = ink if self.taken((arrow,)) else self.theme.ahead_ink
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
            data_letter=label.letter,
        )

    def connector(self, connector: PlacedConnector) -> str:
        """Return an off-page connector."""
        shape = pentagon(connector.x, connector.y, connector.width, connector.height, self.theme)
        # where the pentagon is of one size whatever stands in it, a long letter is smaller
        wide = width(connector.letter, LETTER_SIZE, bold=True)
        size = LETTER_SIZE * min(1.0, (connector.width - 2 * LETTER_PAD) / wide)
        baseline = connector.y - connector.height * LETTER_RISE + size * 0.36
        letter = svg.words(
            connector.letter, connector.x, baseline, size, class_="text", text_anchor="middle",
            font_weight="700", fill=self.theme.ink,
        )  # fmt: skip
        return svg.group(
            (shape, letter),
            class_="connector out" if connector.outgoing else "connector in",
            data_letter=connector.letter,
            data_from=" ".join(connector.sources),
            data_to=connector.target,
        )


def headed(points: Sequence[Point]) -> tuple[tuple[Point, Point, Point], tuple[Point, ...]]:
    """Return the head of an arrow, its tip first, and the line that ends just inside the head."""
    tip, before = points[-1], points[-2]
    along = (tip[0] - before[0], tip[1] - before[1])
    length = abs(along[0]) + abs(along[1])
    step = (along[0] / length, along[1] / length) if length else (0.0, 1.0)
    neck = (tip[0] - step[0] * HEAD_LENGTH, tip[1] - step[1] * HEAD_LENGTH)
    wing = (-step[1] * HEAD_WIDTH / 2, step[0] * HEAD_WIDTH / 2)
    head = (tip, (neck[0] + wing[0], neck[1] + wing[1]), (neck[0] - wing[0], neck[1] - wing[1]))
    return head, (*points[:-1], (neck[0] + step[0], neck[1] + step[1]))


def dashes(way: Sequence[Point], pattern: tuple[float, float] | None) -> dict[str, object]:
    """Return the attributes of a dashed line that has a whole dash at its end; none for a line without dashes."""
    if pattern is None:
        return {}
    offset = (pattern[0] - svg.level_length(way, CORNER)) % sum(pattern)
    return {"stroke_dasharray": dash_array(pattern), "stroke_dashoffset": offset}


def dash_array(pattern: tuple[float, float]) -> str:
    """Return a pattern of dashes as an attribute."""
    return " ".join(map(svg.number, pattern))
