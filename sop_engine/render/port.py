"""Plan -> ports: what leaves and arrives at the two sides of a symbol, in an order in which arrows do not cross.

On the right arrows go up, so they leave above the place where others arrive; the arrow with the nearest target leaves
highest and gets the channel nearest to the column. On the left it is the other way round. An arrow whose other end is
on another page leaves to, or arrives from, a lettered connector beside the symbol.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from sop_engine.messages import printed
from sop_engine.render.diagram import Shape
from sop_engine.render.route import Landing, Side
from sop_engine.render.typeface import wrap

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sop_engine.render.route import Plan, Route
    from sop_engine.render.symbol import Figure

LABEL_SIZE = 8.25
LABEL_LEADING = 9.8
LABEL_EDGE = 233.0
"""From the middle of the column to where labels and connectors end and the channels begin."""
LABEL_CLEAR = 6.0
CONNECTOR = 18.0
"""Height of a connector, and its least width."""

_STUB = 6.0
_ABOVE_LINE = 3.5
_ABOVE_CONNECTOR = CONNECTOR / 2 + 2.5
_SHOULDER = 0.72  # how far down the flank of a diamond an arrow may leave
_PAGES_NAMED = 3


class Connection(NamedTuple):
    """The connector of a landing: its letter, the page of its landing, and the pages from where arrows come."""

    letter: str
    page: int
    sources: tuple[int, ...]


def _draft(plan: Plan, landing: Landing, span: range) -> Connection:
    """Stand in for a connection while pages are not known; no real one needs more room."""
    last = len(plan.figures)
    arriving = {r.source for r in plan.arriving[landing.row] if r.side is landing.side and r.source not in span}
    return Connection("AAA", last, (last,) * min(len(arriving), _PAGES_NAMED + 1))


class Kind(StrEnum):
    """What a port is for."""

    EXIT = "exit"
    OUT = "out"
    ENTRY = "entry"
    IN = "in"


@dataclass(frozen=True, slots=True)
class Port:
    """One place on the side of a symbol; ``above`` and ``below`` is the room it needs."""

    kind: Kind
    landing: Landing
    route: Route | None
    connection: Connection | None
    lines: tuple[str, ...]

    @property
    def above(self) -> float:
        """Return the room above the line: its label, and half a connector."""
        label = len(self.lines) * LABEL_LEADING
        if self.connection is not None:
            return label + _ABOVE_CONNECTOR
        return max(label + _ABOVE_LINE if label else 0.0, _STUB)

    @property
    def below(self) -> float:
        """Return the room below the line."""
        return _ABOVE_CONNECTOR if self.connection is not None else _STUB

    @property
    def label_bottom(self) -> float:
        """Return how far above the line its label ends."""
        return _ABOVE_CONNECTOR - 1 if self.connection is not None else _ABOVE_LINE


def ports(plan: Plan, row: int, side: Side, span: range, connections: Mapping[Landing, Connection]) -> tuple[Port, ...]:
    """Return the ports of a symbol's side from top to bottom when the rows of ``span`` share its page.

    While ``connections`` are not known yet, connectors take as much room as they may need.
    """
    room = LABEL_EDGE - LABEL_CLEAR - plan.figures[row].width / 2
    near: list[Port] = []
    far: list[Port] = []
    for route in sorted((r for r in plan.leaving[row] if r.side is side), key=_distance):
        words = wrap(route.arrow.label, room, LABEL_SIZE, most=plan.most.get(row)) if route.arrow.label else ()
        if route.target in span:
            near.append(Port(Kind.EXIT, route.landing, route, None, words))
        else:
            there = connections.get(route.landing) or _draft(plan, route.landing, span)
            page = printed("diagram.to_page", pages=there.page + 1)
            far.append(Port(Kind.OUT, route.landing, route, there, (*words, *wrap(page, room, LABEL_SIZE))))
    entries = _entries(plan, Landing(row, side), span, connections, room)
    return (*near, *far, *entries) if side is Side.RIGHT else (*reversed(entries), *reversed(far), *reversed(near))


def _distance(route: Route) -> tuple[bool, int]:
    """Sort by the way to go; what returns to its own step leaves next to where it arrives."""
    return route.source == route.target, abs(route.target - route.source)


def _entries(
    plan: Plan, landing: Landing, span: range, connections: Mapping[Landing, Connection], room: float
) -> list[Port]:
    arriving = [route for route in plan.arriving[landing.row] if route.side is landing.side]
    entries: list[Port] = []
    if any(route.source not in span for route in arriving):
        there = connections.get(landing) or _draft(plan, landing, span)
        words = wrap(source_pages(there), room, LABEL_SIZE)
        entries.append(Port(Kind.IN, landing, None, there, words))
    if any(route.source in span for route in arriving):
        entries.append(Port(Kind.ENTRY, landing, None, None, ()))
    return entries


def source_pages(connection: Connection) -> str:
    """Return ``dari hal. 1, 3`` (the first few pages)."""
    named = ", ".join(str(page + 1) for page in connection.sources[:_PAGES_NAMED])
    more = " …" if len(connection.sources) > _PAGES_NAMED else ""
    return printed("diagram.from_page", pages=named + more)


def offsets(figure: Figure, ports: Sequence[Port]) -> tuple[float, ...]:
    """Return where each port is, in points below the middle of the symbol.

    A diamond's one answer leaves at its tip, several leave around it; on a box the ports stand around the middle.
    """
    heights: list[float] = []
    top = 0.0
    for port in ports:
        heights.append(top + port.above)
        top += port.above + port.below
    if not heights:
        return ()
    if figure.symbol.shape is Shape.DIAMOND:
        around = [h for h, port in zip(heights, ports, strict=True) if port.route is not None] or heights
        anchor = around[len(around) // 2] if len(around) % 2 else (around[0] + around[-1]) / 2
    else:
        anchor = (heights[0] + heights[-1]) / 2
    return tuple(height - anchor for height in heights)


def height_for(figure: Figure, sides: Mapping[Side, Sequence[Port]]) -> float:
    """Return how high the symbol must be for the ports of both sides."""
    needed = figure.height
    for row_ports in sides.values():
        places = offsets(figure, row_ports)
        if not places:
            continue
        reach = max(row_ports[0].above - places[0], places[-1] + row_ports[-1].below)
        needed = max(needed, 2 * reach)
        if figure.symbol.shape is Shape.DIAMOND:
            needed = max(needed, 2 * max(map(abs, places)) / _SHOULDER)
    return needed
