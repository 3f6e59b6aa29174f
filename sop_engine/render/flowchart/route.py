"""Diagram -> Plan: symbols become rows of one column, and each arrow gets the side on which it travels.

The column keeps the order of the steps, so that a reader goes from number to number, top to bottom (flowcharts of
PermenPAN-RB 35/2012 are written vertically only). An arrow to the next row goes straight DOWN; what jumps ahead
travels on the LEFT of the column, what goes up again on its RIGHT; so does what leaves a parallel branch for the place
where the branches meet. Arrows that arrive at one place on one side share the last part of their way; a *landing* is
such a place, and on another page it is what a lettered connector names. The arrows of deadlines have landings of
their own, because they look different.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from sop_engine.flow import JOIN_PREFIX, EdgeKind
from sop_engine.render.diagram import FORK_PREFIX
from sop_engine.render.flowchart.symbol import figure

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sop_engine.render.diagram import Arrow, Diagram
    from sop_engine.render.flowchart.symbol import Figure


_UNUSUAL = frozenset({EdgeKind.SKIP, EdgeKind.LIMIT, EdgeKind.LATE})


class Side(StrEnum):
    """Where an arrow leaves and arrives."""

    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"


class Landing(NamedTuple):
    """Where arrows arrive: a row and a side of its symbol."""

    row: int
    side: Side
    late: bool = False


@dataclass(frozen=True, slots=True)
class Route:
    """An arrow between rows, counted from 0."""

    arrow: Arrow
    source: int
    target: int
    side: Side

    @property
    def landing(self) -> Landing:
        """Return where the arrow arrives."""
        return Landing(self.target, self.side, self.arrow.late)

    @property
    def fork(self) -> bool:
        """Return whether the arrow starts a parallel branch; all that start together share their way."""
        return self.arrow.kind is EdgeKind.FORK and self.arrow.source.startswith(FORK_PREFIX)


@dataclass(frozen=True)
class Plan:
    """The rows of a diagram; ``leaving`` and ``arriving`` hold the routes of each row in declaration order.

    ``most`` limits the lines of each text of those rows that no page could hold otherwise.
    """

    diagram: Diagram
    figures: tuple[Figure, ...]
    routes: tuple[Route, ...]
    leaving: tuple[tuple[Route, ...], ...]
    arriving: tuple[tuple[Route, ...], ...]
    most: Mapping[int, int] = field(default_factory=dict)

    def inside(self, row: int) -> tuple[str, ...]:
        """Return the parallel branches around a row, the outermost first."""
        return self.figures[row].symbol.inside

    def down(self, row: int) -> Route | None:
        """Return the arrow that goes straight to the next row, if there is one."""
        return next((route for route in self.leaving[row] if route.side is Side.DOWN), None)


def plan(diagram: Diagram) -> Plan:
    """Return the plan of a diagram."""
    rows = {symbol.id: row for row, symbol in enumerate(diagram.symbols)}
    straight = _straight(diagram, rows)
    routes = tuple(_route(arrow, rows, straight) for arrow in diagram.arrows)
    leaving: list[list[Route]] = [[] for _ in rows]
    arriving: list[list[Route]] = [[] for _ in rows]
    for route in routes:
        leaving[route.source].append(route)
        arriving[route.target].append(route)
    return Plan(
        diagram=diagram,
        figures=tuple(figure(symbol) for symbol in diagram.symbols),
        routes=routes,
        leaving=tuple(map(tuple, leaving)),
        arriving=tuple(map(tuple, arriving)),
    )


def _straight(diagram: Diagram, rows: dict[str, int]) -> dict[int, Arrow]:
    """Return for each row the arrow to the next row; the usual way goes straight, and of two answers the Yes."""
    straight: dict[int, Arrow] = {}
    for arrow in diagram.arrows:
        row = rows[arrow.source]
        if rows[arrow.target] == row + 1 and (row not in straight or _rank(arrow) > _rank(straight[row])):
            straight[row] = arrow
    return straight


def _rank(arrow: Arrow) -> int:
    """Return how usual a way is."""
    return 0 if arrow.kind in _UNUSUAL else 1 + arrow.affirmative


def _route(arrow: Arrow, rows: dict[str, int], straight: dict[int, Arrow]) -> Route:
    source, target = rows[arrow.source], rows[arrow.target]
    if straight.get(source) is arrow:
        return Route(arrow, source, target, Side.DOWN)
    ahead = target > source and not arrow.target.startswith(JOIN_PREFIX)
    return Route(arrow, source, target, Side.LEFT if ahead else Side.RIGHT)
