"""Draws what stands on the axis of a timeline: bars with their labels, ranges and signs. Knows nothing of rows.

What lies beyond the tightest promise is hatched on top of its colour, so that it is seen on a grey print too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sop_engine.messages import printed
from sop_engine.promise import wording
from sop_engine.promise.measure import Measured
from sop_engine.promise.pledge import Pledge
from sop_engine.promise.schedule import Bar
from sop_engine.render import palette, svg
from sop_engine.render.timeline.scale import Scale
from sop_engine.render.typeface import width

SMALL = 8.0
BAR = 13.0
MAIN, BESIDE, OVER = palette.INSIDE[0], palette.INSIDE[5], palette.RETURN
BEST, WORST = "#c9d2dc", "#7f93a8"

HATCH = (
    '<defs><pattern id="over" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    f'<rect width="2" height="5" fill="{palette.PAPER}"/></pattern></defs>'
)


@dataclass(frozen=True)
class Brush:
    """Draws bars on one axis."""

    measured: Measured
    pledges: tuple[Pledge, ...]
    scale: Scale

    def bar(self, bar: Bar, y: float) -> Iterator[str]:
        """Yield the bar of a step with its range and label, or the sign of a step that takes no known time."""
        weight, middle = bar.weight, y + BAR / 2
        if bar.begin is None:
            told = [printed(f"promise.{bar.only}")] if bar.only else []
            if weight.counted and weight.known:
                told.append(self.measured.working.told(weight.usual))
            x = self.scale.x(0)
            yield from (diamond(x, middle), self.beside(" · ".join(told), x - 5, x + 7, middle, palette.SOFT_INK))
            return
        if not weight.counted or not weight.known:
            name = "unknown" if weight.counted else "theirs"
            x = self.scale.x(bar.begin)
            unknown = name == "unknown"
            mark = svg.words("?", x - 2, middle + 4, 11, font_weight="700") if unknown else ring(x, middle)
            yield from (mark, self.beside(printed(f"promise.{name}"), x - 5, x + 7, middle, palette.SOFT_INK))
            return
        end = bar.begin + weight.usual
        yield from self.filled(bar.begin, end, y, BAR, MAIN if bar.main else BESIDE)
        right = self.scale.x(end)
        if weight.worst > weight.best:
            low, high = self.scale.x(bar.begin + weight.best), self.scale.x(bar.begin + weight.worst)
            below = y + BAR + 2.6
            yield svg.element(
                "path", class_="range", fill="none", stroke=palette.INK, stroke_width=1.0,
                d=f"M{svg.number(low)} {svg.number(below - 2)}v4m0 -2H{svg.number(high)}m0 -2v4",
            )  # fmt: skip
        label = self.measured.working.told(weight.usual)
        if bar.share:
            label = f"{label} · {wording.percent(bar.share)}"
        yield self.beside(label, self.scale.x(bar.begin) - 4, right + 4, middle, palette.INK)

    def filled(self, begin: float, end: float, y: float, height: float, fill: str) -> Iterator[str]:
        """Yield a bar; what lies beyond the tightest promise is hatched."""
        limit = min((pledge.minutes for pledge in self.pledges), default=end)
        left, right, line = self.scale.x(begin), self.scale.x(end), self.scale.x(max(begin, min(end, limit)))
        edge = {"stroke": palette.LINE, "stroke_width": 0.6}
        if line > left or end <= limit:
            wide = max(line - left, 1.0)
            yield svg.element("rect", x=left, y=y, width=wide, height=height, fill=fill, **edge)
        if end > limit:
            over = {"x": line, "y": y, "width": max(right - line, 1.0), "height": height}
            yield svg.element("rect", **over, fill=OVER)
            yield svg.element("rect", class_="over", **over, fill="url(#over)", **edge)

    def beside(self, label: str, left: float, right: float, middle: float, ink: str) -> str:
        """Return a label right of a bar, or left of it where there is no room, on a ground that covers the grid."""
        wide = width(label, SMALL)
        lines = [self.scale.x(pledge.minutes) for pledge in self.pledges]
        crossed = [line for line in lines if right - 4 < line < right + wide + 3]
        before = left - wide >= self.scale.left + 2 and not any(left - wide - 3 < line < left for line in lines)
        if (crossed or right + wide > self.scale.right + 2) and before:
            x = left - wide
        else:
            x = min(max(crossed) + 5 if crossed else right, self.scale.right + 2 - wide)
        ground = svg.element(
            "rect", x=x - 1, y=middle - 5, width=wide + 2, height=10.0, fill=palette.PAPER, fill_opacity=0.85
        )
        return ground + svg.words(label, x, middle + 2.9, SMALL, fill=ink)


def ring(x: float, y: float) -> str:
    """Return the sign of a step that takes no time of the office."""
    return svg.element("circle", cx=x, cy=y, r=3.2, fill=palette.PAPER, stroke=palette.SOFT_INK, stroke_width=1.1)


def diamond(x: float, y: float) -> str:
    """Return the sign of a step that has no place on the axis, because no ordinary case passes it."""
    points = ((x, y - 4.2), (x + 4.2, y), (x, y + 4.2), (x - 4.2, y))
    return svg.polygon(points, fill=palette.PAPER, stroke=palette.SOFT_INK, stroke_width=1.1)


def broken(x: float, y: float, height: float) -> str:
    """Return the break in a bar that is longer than it is drawn: a gap between two slanted lines."""
    low, high, lean, gap = y + height + 2.5, y - 2.5, 5.0, 4.5
    points = ((x - lean / 2, low), (x + lean / 2, high), (x + lean / 2 + gap, high), (x - lean / 2 + gap, low))
    lines = "".join(
        svg.element("line", x1=foot, y1=low, x2=foot + lean, y2=high, stroke=palette.INK, stroke_width=1.2)
        for foot in (x - lean / 2, x - lean / 2 + gap)
    )
    return svg.group([svg.polygon(points, fill=palette.PAPER), lines], class_="broken")
