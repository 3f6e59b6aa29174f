"""What was examined of a promise -> one SVG picture: a bar a step on an axis of working time, the promise across it.

Each step begins when the longest way to it ends; steps of parallel branches begin together. What lies beyond the
promise is hatched, so that it is seen without colour. A very long procedure shows the steps that take most.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sop_engine.messages import printed
from sop_engine.promise import wording
from sop_engine.promise.examined import Examined
from sop_engine.promise.measure import Measured
from sop_engine.promise.pledge import Verdict
from sop_engine.promise.schedule import Bar, bars
from sop_engine.render import palette, svg
from sop_engine.render.timeline.bars import BAR, BESIDE, HATCH, MAIN, OVER, SMALL, WORST, Brush, broken, diamond, ring
from sop_engine.render.timeline.scale import Labelled, scale
from sop_engine.render.timeline.totals import summary
from sop_engine.render.typeface import FAMILY, width, wrap

WIDTH = 780.0
MARGIN = 26.0
NAMES = 238.0
"""Room for the names of the steps, left of the axis."""
INDENT = 21.0
"""Room for the numbers of the steps, in front of their names."""
LEFT = MARGIN + NAMES + 14
RIGHT = WIDTH - MARGIN - 4
TEXT = 9.5
LEADING = 11.6
_ROW_PAD = 5.5
_MOST_ROWS = 100
_MOST_PLEDGES = 6
_NAME_LINES = 3
_NOTE_LINES = 4


class Line(NamedTuple):
    """A line of text over or under the chart."""

    text: str
    size: float
    bold: bool = False
    ink: str = palette.INK


def draw(examined: Examined, title: str, unit: str) -> str:
    """Return the picture of one procedure for one group of applicants."""
    return "\n".join(_Sheet(examined, title, unit).parts()) + "\n"


@dataclass
class _Sheet:
    examined: Examined
    title: str
    unit: str

    def __post_init__(self) -> None:
        self.measured = self.examined.measured
        everything = zip(self.examined.assessment.pledges, self.examined.assessment.verdicts, strict=True)
        self.judged = sorted(everything, key=lambda each: each[0].minutes)[:_MOST_PLEDGES]
        self.pledges = tuple(pledge for pledge, _ in self.judged)
        self.rows = _chosen(self.measured)
        self.totals = tuple(summary(self.measured))
        labelled = [Labelled(each.minutes, width(each.told, SMALL) + 8) for each in self.totals]
        self.scale = scale(self.measured, self.pledges, labelled, LEFT, RIGHT)
        self.brush = Brush(self.measured, self.pledges, self.scale)

    def parts(self) -> Iterator[str]:
        """Yield the lines of the file."""
        head, y = self._block(tuple(self._heading()), MARGIN)
        labels, top = self._promises(y + 10)
        body, bottom = self._steps(top)
        totals, bottom = self._totals(bottom)
        axis = tuple(self._axis(top, bottom))
        legend, end = self._legend(bottom + 20)
        notes, end = self._block(tuple(self._notes()), end + 7)
        height = svg.number(end + MARGIN - 8)
        yield (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{svg.number(WIDTH)}pt" height="{height}pt" '
            f'viewBox="0 0 {svg.number(WIDTH)} {height}" font-family="{svg.escape(FAMILY)}" fill="{palette.INK}">'
        )
        yield svg.element("title", svg.escape(f"{printed('promise.picture_title')}: {self.title}"))
        yield HATCH
        yield svg.element("rect", width="100%", height="100%", fill=palette.PAPER)
        yield from (*head, *axis, *body, *totals, *labels, *legend, *notes, "</svg>")

    def _heading(self) -> Iterator[Line]:
        flow = self.measured.flow
        yield Line(printed("promise.picture_title"), SMALL, ink=palette.SOFT_INK)
        yield Line(self.title, 15, bold=True)
        group = flow.groups[flow.group] if flow.group is not None and flow.groups is not None else ""
        below = [each for each in (flow.title if flow.title != self.title else "", group, self.unit) if each]
        if below:
            yield Line(" · ".join(below), TEXT, ink=palette.SOFT_INK)
        yield Line("", 3)
        if not self.pledges:
            yield Line(wording.promises_nothing(printed, self.measured), 10.5, bold=True)
        for pledge, verdict in self.judged:
            ink = {Verdict.KEPT: palette.FINISHED_MARK, Verdict.BROKEN: OVER}.get(verdict, palette.INK)
            yield Line(wording.verdict(printed, self.measured, pledge, verdict), 10.5, bold=True, ink=ink)

    def _notes(self) -> Iterator[Line]:
        if self.examined.tried is not None:
            for pledge in self.pledges:
                estimate = self.examined.tried.within(pledge.minutes)
                yield Line(wording.chance(printed, self.examined.tried, estimate, pledge), SMALL)
        for sentence in wording.returns(printed, self.measured, _NOTE_LINES):
            yield Line(sentence, SMALL)
        complete = self.examined.complete
        for sentence in wording.conventions(printed, self.examined.assessment, complete=complete):
            yield Line(sentence, SMALL, ink=palette.SOFT_INK)
        unseen = len(self.examined.assessment.pledges) - len(self.pledges)
        if unseen:
            yield Line(printed("promise.more_pledges", count=unseen), SMALL, ink=palette.SOFT_INK)
        missing = len(self.measured.flow.nodes) - len(self.rows)
        if missing:
            yield Line(printed("promise.left_out", count=missing), SMALL, ink=palette.SOFT_INK)

    def _block(self, lines: Sequence[Line], y: float) -> tuple[tuple[str, ...], float]:
        parts = []
        for line in lines:
            for part in wrap(line.text, WIDTH - 2 * MARGIN, line.size, bold=line.bold, most=_NOTE_LINES):
                weight = "700" if line.bold else None
                parts.append(svg.words(part, MARGIN, y + line.size * 0.8, line.size, font_weight=weight, fill=line.ink))
                y += line.size * 1.3
            y += 2
        return tuple(parts), y

    def _promises(self, y: float) -> tuple[tuple[str, ...], float]:
        """Return the names of the promised times, each over its line, and where the chart begins."""
        parts = []
        for pledge in self.pledges:
            name = printed("promise.promise", promise=wording.promised(printed, pledge))
            x = self.scale.x(pledge.minutes)
            anchor = "end" if x + width(name, TEXT, bold=True) / 2 > RIGHT else "middle"
            if x - width(name, TEXT, bold=True) / 2 < LEFT:
                anchor = "start"
            parts.append(svg.words(name, x, y + 9, TEXT, text_anchor=anchor, font_weight="700", fill=palette.INK))
            y += LEADING + 1
        return tuple(parts), y + 15

    def _axis(self, top: float, bottom: float) -> Iterator[str]:
        """Yield the grid with its numbers, and the lines of the promised times."""
        for minutes, _ in self.scale.ticks:
            x = self.scale.x(minutes)
            yield svg.element("line", x1=x, y1=top, x2=x, y2=bottom, stroke="#dfe3e8", stroke_width=0.7)
        yield svg.words(self.scale.unit, LEFT - 10, top - 4, SMALL, text_anchor="end", fill=palette.SOFT_INK)
        yield svg.element("line", x1=LEFT, y1=top, x2=LEFT, y2=bottom, stroke=palette.HAIR, stroke_width=1.0)
        for number, pledge in enumerate(self.pledges):
            x, above = self.scale.x(pledge.minutes), (len(self.pledges) - number - 1) * (LEADING + 1)
            yield svg.element(
                "line", class_="promise", x1=x, y1=top - (14 + above if above else 0), x2=x, y2=bottom,
                stroke=palette.INK, stroke_width=1.8,
            )  # fmt: skip
            if pledge.longer is not None:
                x = self.scale.x(pledge.longer)
                yield svg.element(
                    "line", class_="extension", x1=x, y1=top, x2=x, y2=bottom, stroke=palette.INK, stroke_width=1.0,
                    stroke_dasharray="4 3",
                )  # fmt: skip
        for minutes, label in self.scale.ticks:
            x, wide = self.scale.x(minutes), width(label, SMALL)
            # the number stands on the line of a promise, and is read all the same
            yield svg.element("rect", x=x - wide / 2 - 2, y=top - 12.0, width=wide + 4, height=10.5, fill=palette.PAPER)
            yield svg.words(label, x, top - 4, SMALL, text_anchor="middle", fill=palette.SOFT_INK)

    def _steps(self, y: float) -> tuple[tuple[str, ...], float]:
        parts: list[str] = []
        y += 3
        for bar in self.rows:
            name = wrap(bar.node.activity, NAMES - INDENT, TEXT, most=_NAME_LINES)
            actor = wrap(self.measured.flow.actors[bar.node.actor], NAMES - INDENT, SMALL, most=1)
            height = max(BAR, (len(name) + len(actor)) * LEADING) + _ROW_PAD
            inside = [svg.words(line, MARGIN + INDENT, y + 9 + at * LEADING, TEXT) for at, line in enumerate(name)]
            inside.append(svg.words(f"{bar.node.number}.", MARGIN + INDENT - 5, y + 9, TEXT, text_anchor="end"))
            below = y + 8 + len(name) * LEADING
            inside += [svg.words(line, MARGIN + INDENT, below, SMALL, fill=palette.SOFT_INK) for line in actor]
            inside += self.brush.bar(bar, y + (height - _ROW_PAD - BAR) / 2)
            parts.append(
                svg.group(inside, class_="step", data_step=bar.node.id, data_main="true" if bar.main else None)
            )
            y += height
        return tuple(parts), y

    def _totals(self, y: float) -> tuple[tuple[str, ...], float]:
        """Return the ways as bars under those of the steps."""
        y += 5
        parts = [svg.element("line", x1=MARGIN, y1=y, x2=RIGHT, y2=y, stroke=palette.HAIR, stroke_width=0.8)]
        y += 6
        for name, fill, minutes, told in self.totals:
            cut = minutes is None or minutes > self.scale.far
            end = self.scale.broken if minutes is None or cut else minutes
            inside = [svg.words(printed(f"promise.{name}"), MARGIN, y + 9, TEXT, font_weight="700")]
            inside += self.brush.filled(0, end, y, 11.0, fill)
            if cut:
                inside.append(broken(self.scale.x(end) - 13, y, 11.0))
            inside.append(self.brush.beside(told, LEFT, self.scale.x(end) + 4, y + 5.5, palette.INK))
            parts.append(svg.group(inside, class_="total", data_way=name))
            y += 17
        return tuple(parts), y + 1

    def _legend(self, y: float) -> tuple[tuple[str, ...], float]:
        parts, x = [], MARGIN
        for name, sign in self._signs():
            label = printed(f"promise.{name}")
            wide = 20 + width(label, SMALL) + 14
            if x > MARGIN and x + wide > WIDTH - MARGIN:
                x, y = MARGIN, y + 14
            parts.append(svg.element("g", sign, transform=f"translate({svg.number(x)} {svg.number(y)})"))
            parts.append(svg.words(label, x + 20, y + 2.9, SMALL, fill=palette.SOFT_INK))
            x += wide
        return tuple(parts), y + 8

    def _signs(self) -> Iterable[tuple[str, str]]:
        """Yield the signs that this picture has, around their middle's left end."""
        placed = [bar for bar in self.rows if bar.begin is not None]
        counted = [bar for bar in placed if bar.weight.counted and bar.weight.known]
        box = {"y": -4.5, "width": 15.0, "height": 9.0, "stroke": palette.LINE, "stroke_width": 0.6}
        if any(bar.main for bar in counted):
            yield "key_main", svg.element("rect", **box, fill=MAIN)
        if any(not bar.main for bar in counted):
            yield "key_beside", svg.element("rect", **box, fill=BESIDE)
        if self.pledges and max(self.measured.longest.minutes, self.measured.usual.minutes) > min(
            pledge.minutes for pledge in self.pledges
        ):
            over = svg.element("rect", **box, fill=OVER) + svg.element("rect", **box, fill="url(#over)")
            yield "key_over", over
        if any(bar.weight.worst > bar.weight.best for bar in counted):
            sign = svg.element("path", d="M0 -2v4m0 -2H15m0 -2v4", fill="none", stroke=palette.INK, stroke_width=1.0)
            yield "key_range", sign
        if any(not bar.weight.counted for bar in placed):
            yield "key_theirs", ring(7.5, 0.0)
        if len(placed) < len(self.rows):
            yield "key_beyond", diamond(7.5, 0.0)
        if any(each.minutes is None or each.minutes > self.scale.far for each in self.totals):
            yield "key_broken", svg.element("rect", **box, fill=WORST) + broken(5.5, -4.5, 9.0)
        if any(pledge.longer is not None for pledge in self.pledges):
            yield (
                "extension",
                svg.element("path", d="M7.5 -6v12", stroke=palette.INK, stroke_width=1.0, stroke_dasharray="4 3"),
            )


def _chosen(measured: Measured) -> tuple[Bar, ...]:
    """Return the steps that are drawn: all, or those that take most when they would be too many."""
    found = bars(measured)
    if len(found) <= _MOST_ROWS:
        return found
    kept = sorted(found, key=lambda bar: (not bar.main, -bar.weight.usual, bar.node.number))[:_MOST_ROWS]
    return tuple(sorted(kept, key=lambda bar: bar.node.number))
