"""Plan -> ports: what leaves and arrives at the two sides of a symbol, in an order in which arrows do not cross.

What goes up leaves above the place where others arrive, what goes down below it; the arrow with the nearest target
leaves outermost and gets the channel nearest to the column. Parallel branches leave their band at one place. An arrow
whose other end is on another page leaves to, or arrives from, a lettered connector beside the symbol.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from sop_engine.messages import printed
from sop_engine.render.diagram import Shape
from sop_engine.render.flowchart.route import Landing, Side
from sop_engine.render.typeface import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sop_engine.render.flowchart.route import Plan, Route
    from sop_engine.render.flowchart.symbol import Figure

LABEL_SIZE = 8.25
LABEL_LEADING = 9.8
LABEL_EDGE = 233.0
"""From the middle of the column to where labels and connectors end and the channels begin."""
INSET = 4.0
"""How much narrower the frame of a parallel branch is than the one around it, and how much sooner its labels end."""
DEEPEST = 4
"""Frames further in are no narrower."""
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
    arriving = {r.source for r in plan.arriving[landing.row] if r.landing == landing and r.source not in span}
    return Connection("AAA", last, (last,) * min(len(arriving), _PAGES_NAMED + 1))


class Kind(StrEnum):
    """What a port is for."""

    EXIT = "exit"
    OUT = "out"
    ENTRY = "entry"
    IN = "in"


@dataclass(frozen=True, slots=True)
class Port:
    """One place on the side of a symbol; ``above`` and ``below`` is the room it needs.

    ``shares_above`` and ``shares_below`` tell that the port before or after it is at the same place.
    """

    kind: Kind
    landing: Landing
    route: Route | None
    connection: Connection | None
    lines: tuple[str, ...]
    shares_above: bool = False
    shares_below: bool = False

    @property
    def above(self) -> float:
        """Return the room above the line: its label, and half a connector."""
        label = len(self.lines) * LABEL_LEADING
        if self.connection is not None:
            return label + _ABOVE_CONNECTOR
        return 0.0 if self.shares_above else max(label + _ABOVE_LINE if label else 0.0, _STUB)

    @property
    def below(self) -> float:
        """Return the room below the line."""
        if self.connection is not None:
            return _ABOVE_CONNECTOR
        return 0.0 if self.shares_below else _STUB

    @property
    def label_bottom(self) -> float:
        """Return how far above the line its label ends."""
        return _ABOVE_CONNECTOR - 1 if self.connection is not None else _ABOVE_LINE


def ports(plan: Plan, row: int, side: Side, span: range, connections: Mapping[Landing, Connection]) -> tuple[Port, ...]:
    """Return the ports of a symbol's side from top to bottom when the rows of ``span`` share its page.

    While ``connections`` are not known yet, connectors take as much room as they may need.
    """
    room = label_edge(plan, row) - LABEL_CLEAR - plan.figures[row].width / 2
    leaving = sorted((route for route in plan.leaving[row] if route.side is side), key=_distance)
    up = [route for route in leaving if route.target <= row]
    down = [route for route in reversed(leaving) if route.target > row]
    entries = [
        port for late in (False, True) for port in _entries(plan, Landing(row, side, late), span, connections, room)
    ]
    return (
        *_exits(plan, [route for route in up if route.target in span], room),
        *_outs(plan, [route for route in up if route.target not in span], span, connections, room),
        *(entries if side is Side.RIGHT else reversed(entries)),
        *_outs(plan, [route for route in down if route.target not in span], span, connections, room),
        *_exits(plan, [route for route in down if route.target in span], room),
    )


def label_edge(plan: Plan, row: int) -> float:
    """Return how far from the middle of the column the labels and connectors of a row may reach."""
    return LABEL_EDGE - INSET * min(len(plan.inside(row)), DEEPEST + 1)


def _distance(route: Route) -> tuple[bool, int]:
    """Sort by the way to go; what returns to its own step leaves next to where it arrives."""
    return route.source == route.target, abs(route.target - route.source)


def _exits(plan: Plan, routes: Sequence[Route], room: float) -> Iterator[Port]:
    for place, route in enumerate(routes):
        above, below = route.fork and place > 0, route.fork and place + 1 < len(routes)
        yield Port(Kind.EXIT, route.landing, route, None, _label(plan, route, room), above, below)


def _outs(
    plan: Plan, routes: Sequence[Route], span: range, connections: Mapping[Landing, Connection], room: float
) -> Iterator[Port]:
    for route in routes:
        there = connections.get(route.landing) or _draft(plan, route.landing, span)
        page = goal_page(plan, there)
        lines = (*_label(plan, route, room), *wrap(page, room, LABEL_SIZE))
        yield Port(Kind.OUT, route.landing, route, there, lines)


def _label(plan: Plan, route: Route, room: float) -> tuple[str, ...]:
    label = route.arrow.label
    return wrap(label, room, LABEL_SIZE, most=plan.most.get(route.source)) if label else ()


def _entries(
    plan: Plan, landing: Landing, span: range, connections: Mapping[Landing, Connection], room: float
) -> list[Port]:
    arriving = [route for route in plan.arriving[landing.row] if route.landing == landing]
    entries: list[Port] = []
    if any(route.source not in span for route in arriving):
        there = connections.get(landing) or _draft(plan, landing, span)
        words = wrap(source_pages(plan, there), room, LABEL_SIZE)
        entries.append(Port(Kind.IN, landing, None, there, words))
    if any(route.source in span for route in arriving):
        entries.append(Port(Kind.ENTRY, landing, None, None, ()))
    return entries


def goal_page(plan: Plan, connection: Connection) -> str:
    """Return ``ke hal. 2``."""
    return printed("diagram.to_part" if plan.diagram.embedded else "diagram.to_page", pages=connection.page + 1)


def source_pages(plan: Plan, connection: Connection) -> str:
    """Return ``dari hal. 1, 3`` (the first few pages)."""
    named = ", ".join(str(page + 1) for page in connection.sources[:_PAGES_NAMED])
    more = " …" if len(connection.sources) > _PAGES_NAMED else ""
    return printed("diagram.from_part" if plan.diagram.embedded else "diagram.from_page", pages=named + more)


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
