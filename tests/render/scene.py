"""A page with its lines, and what lies near what: the ground that the checks of a drawing stand on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from drawn import Arrow, Connector, Page, Symbol, Text
from plane import Box, Nearby, Point, Shape, around


@dataclass(frozen=True)
class Line:
    """A straight part of an arrow or of the line between joint actors; ``whose`` numbers arrows and joints."""

    whose: int
    name: str
    one: Point
    other: Point
    box: Box
    arrow: Arrow | None
    first: bool
    last: bool

    @property
    def level(self) -> bool:
        return abs(self.one[1] - self.other[1]) <= abs(self.one[0] - self.other[0])

    @property
    def way(self) -> Shape:
        return self.one, self.other


@dataclass(frozen=True)
class Words:
    """A text with what it stands in: "symbol s1", "label s1→s2", "cell activity s1", "connector A" or nothing."""

    number: int
    place: str
    text: Text

    @property
    def label(self) -> bool:
        return self.place.startswith("label")

    def __str__(self) -> str:
        return f"{self.place} “{self.text.words}”".strip()


@dataclass(frozen=True)
class Scene:
    page: Page

    @cached_property
    def lines(self) -> list[Line]:
        return list(_lines(self.page))

    @cached_property
    def texts(self) -> list[Words]:
        return [Words(number, *found) for number, found in enumerate(self.page.texts)]

    @cached_property
    def by_line(self) -> Nearby[tuple[int, Line]]:
        return Nearby((line.box, (number, line)) for number, line in enumerate(self.lines))

    @cached_property
    def by_text(self) -> Nearby[Words]:
        return Nearby((words.text.box, words) for words in self.texts)

    @cached_property
    def by_symbol(self) -> Nearby[Symbol]:
        return Nearby((symbol.box, symbol) for symbol in self.page.symbols)

    @cached_property
    def by_connector(self) -> Nearby[Connector]:
        return Nearby((connector.box, connector) for connector in self.page.connectors)

    @cached_property
    def heads(self) -> list[tuple[int, Arrow, Box]]:
        return [(number, arrow, around(arrow.head)) for number, arrow in enumerate(self.page.arrows)]

    @cached_property
    def by_head(self) -> Nearby[tuple[int, Arrow, Box]]:
        return Nearby((found[2], found) for found in self.heads)


def _lines(page: Page) -> Iterator[Line]:
    for whose, arrow in enumerate(page.arrows):
        parts = list(pairwise(arrow.points))
        for index, (one, other) in enumerate(parts):
            ends = (index == 0, index == len(parts) - 1)
            yield Line(whose, arrow.name, one, other, around((one, other)), arrow, *ends)
    for whose, (step, points) in enumerate(page.joints, len(page.arrows)):
        for one, other in pairwise(points):
            yield Line(whose, f"joint {step}", one, other, around((one, other)), None, True, True)
