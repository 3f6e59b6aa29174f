"""Laid lanes -> SVG parts of one page: tinted lanes with their heads, and on them what the flowchart's brush draws."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sop_engine.messages import printed
from sop_engine.render import svg
from sop_engine.render.flowchart.lines import LETTER_RISE, STROKE
from sop_engine.render.flowchart.marks import person
from sop_engine.render.flowchart.placed import PlacedArrow, PlacedConnector, PlacedFigure, PlacedLabel
from sop_engine.render.flowchart.port import LABEL_LEADING
from sop_engine.render.flowchart.symbol import SIGN
from sop_engine.render.lanes.draft import LABEL_PAD
from sop_engine.render.lanes.figure import beside
from sop_engine.render.palette import LANE_SHARE, mixed
from sop_engine.render.typeface import LEADING, width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sop_engine.render.diagram import Arrow, Party
    from sop_engine.render.flowchart.ink import Brush
    from sop_engine.render.grid.layout import Page, Placed, Words
    from sop_engine.render.lanes.draft import Laid
    from sop_engine.render.svg import Point

HEAD_SIZE = 8.5
HEAD_PAD = 5.0
HEAD_LINES = 9
HEAD_ACROSS = 96.0
"""The width of the heads of lanes that run from left to right."""
_HAIR = 0.6


def head_lines(party: Party, room: float) -> tuple[str, ...]:
    """Return the name of an actor broken for the head of its lane; what no head should hold ends in an ellipsis."""
    wide = room - 2 * HEAD_PAD - (SIGN if party.external else 0.0)
    return wrap(party.name, wide, HEAD_SIZE, bold=True, most=HEAD_LINES)


def head_width(party: Party) -> float:
    """Return how wide the head of a lane must be so that no word of the name is broken."""
    longest = max(width(word, HEAD_SIZE, bold=True) for word in party.name.split() or [""])
    return longest + 2 * HEAD_PAD + (SIGN if party.external else 0.0)


def head_height(lines: int) -> float:
    """Return the height of a head with so many lines."""
    return lines * HEAD_SIZE * LEADING + 2 * HEAD_PAD


@dataclass(frozen=True)
class Ink:
    """Draws the pages of lanes whose upper left corner, heads excluded, is at ``left`` and ``top``.

    ``head`` is the height of the heads (upright) or their width (across); ``others`` are the actors of each step who
    may do it instead of the first.
    """

    laid: Laid
    brush: Brush
    left: float
    top: float
    head: float
    others: Mapping[str, frozenset[str]]

    def parts(self, page: Page) -> Iterator[str]:
        """Yield the parts of a page: lanes, lines (those not yet walked first), symbols, connectors and words."""
        lines = self.brush.lines
        yield svg.group(self._lanes(page), class_="lanes")
        arrows = [self._arrow(course.points, course.link.arrow, course.letter) for course in page.arrows]
        yield from map(lines.arrow, sorted(arrows, key=lambda arrow: bool(lines.taken(arrow.carries))))
        yield from self._joints(page)
        yield from (self.brush.symbol(self._symbol(placed)) for placed in page.symbols)
        yield from (lines.connector(connector) for connector in self._connectors(page))
        yield from map(lines.label, self._pages(page))
        yield from (lines.label(self._label(words, page)) for words in page.words)

    def _at(self, point: Point) -> Point:
        x, y = point[::-1] if self.laid.across else point
        return self.left + x, self.top + y

    def _arrow(self, points: tuple[Point, ...], arrow: Arrow, letter: str | None) -> PlacedArrow:
        return PlacedArrow(tuple(map(self._at, points)), arrow.target, (arrow,), arrow.late, letter)

    def _lanes(self, page: Page) -> Iterator[str]:
        theme = self.brush.theme
        borders = self.laid.layout.columns
        for party in self.laid.diagram.parties.values():
            begin, end = borders[party.column], borders[party.column + 1]
            shade = theme.shade(party)
            tint = mixed(shade.fill, theme.paper, LANE_SHARE)
            lane = self._box(0.0, begin, page.height, end - begin)
            head = self._box(-self.head, begin, self.head, end - begin)
            border = {"stroke": theme.hair, "stroke_width": _HAIR * theme.weight}
            rect = svg.element("rect", class_="box", **lane, fill=tint, **border)
            yield svg.group((rect,), class_="cell", data_column=f"actor:{party.key}")
            rect = svg.element("rect", class_="box", **head, fill=shade.fill, **border)
            words = self._name(party, head, shade.ink)
            yield svg.group((rect, *words), class_="cell", data_column=f"actor:{party.key}", data_head="1")

    def _box(self, along: float, begin: float, length: float, wide: float) -> dict[str, float]:
        """Return a rectangle that begins ``along`` the lanes and ``begin`` across them."""
        if self.laid.across:
            return {"x": self.left + along, "y": self.top + begin, "width": length, "height": wide}
        return {"x": self.left + begin, "y": self.top + along, "width": wide, "height": length}

    def _name(self, party: Party, box: Mapping[str, float], ink: str) -> Iterator[str]:
        lines = head_lines(party, box["width"])
        leading = HEAD_SIZE * LEADING
        x, y = box["x"] + box["width"] / 2, box["y"] + (box["height"] - len(lines) * leading) / 2
        x += SIGN / 2 if party.external else 0.0
        for place, line in enumerate(lines):
            baseline = y + place * leading + leading / 2 + HEAD_SIZE * 0.3
            if party.external and place == 0:
                yield person(x - width(line, HEAD_SIZE, bold=True) / 2 - SIGN + 4, baseline, ink)
            yield svg.words(
                line, x, baseline, HEAD_SIZE, class_="text", text_anchor="middle", font_weight="700", fill=ink
            )

    def _symbol(self, placed: Placed) -> PlacedFigure:
        figure = self.laid.figures[placed.item.id]
        size = placed.size[::-1] if self.laid.across else placed.size
        figure = replace(figure, width=size[0], height=size[1])
        if figure.symbol.actors:
            actor = self._actor(placed)
            if placed.column:
                figure = beside(figure, actor, actor in self.others.get(placed.item.id, frozenset()))
            else:
                figure = replace(figure, symbol=replace(figure.symbol, actors=(actor,)))
        return PlacedFigure(figure, *self._at((placed.x, placed.y)), turned=self.laid.across)

    def _actor(self, placed: Placed) -> str:
        column = placed.item.columns[placed.column]
        return next(party.key for party in self.laid.diagram.parties.values() if party.column == column)

    def _joints(self, page: Page) -> Iterator[str]:
        theme = self.brush.theme
        for step, points in page.joints:
            line = svg.level_path([self._at(point) for point in points], 0.0)
            yield svg.element(
                "path", class_="joint", data_step=step, d=line, fill="none", stroke=theme.line,
                stroke_width=STROKE * theme.weight,
            )  # fmt: skip

    def _connectors(self, page: Page) -> Iterator[PlacedConnector]:
        for each in page.connectors:
            arrow = each.link.arrow
            x, y = self._at((each.x, each.y))
            yield PlacedConnector(each.letter, x, y, each.out, (arrow.source,), arrow.target, *each.size)

    def _pages(self, page: Page) -> Iterator[PlacedLabel]:
        """Yield beside each connector the page that it leads to or comes from, where no line is."""
        pages = {
            (each.letter, each.out): str(number)
            for number, there in enumerate(self.laid.layout.pages, 1)
            for each in there.connectors
        }
        for each in page.connectors:
            line = next(course.points for course in page.arrows if course.index == each.index)
            beside, _ = self._at(line[-2] if each.out else line[1])
            x, y = self._at((each.x, each.y))
            far = each.size.across / 2 + LABEL_PAD
            right = beside < x + 1.0
            told = printed(
                "diagram.to_page" if each.out else "diagram.from_page", pages=pages[each.letter, not each.out]
            )
            top = y - LABEL_LEADING / 2 - each.size.down * LETTER_RISE
            yield PlacedLabel(
                None, (told,), x + far if right else x - far, top, "start" if right else "end", each.letter
            )

    def _label(self, words: Words, page: Page) -> PlacedLabel:
        """Return the words on an arrow, set against the side on which its line is."""
        lines = self.laid.words[words.index]
        x, y = self._at((words.x, words.y))
        wide, high = words.size[::-1] if self.laid.across else words.size
        start = next(self._at(course.points[0]) for course in page.arrows if course.index == words.index)
        right = x >= start[0]
        edge = x - wide / 2 + LABEL_PAD if right else x + wide / 2 - LABEL_PAD
        return PlacedLabel(words.link.arrow, lines, edge, y - high / 2, "start" if right else "end")
