"""Pages -> Placed: where everything on one page stands, in points from its top left corner.

The geometry, in order of priority, each by construction:

1. symbols stand one below the other and do not touch; text stands inside its symbol (:mod:`.symbol`);
2. an arrow runs down the middle of the gap between two rows, or out at a side of its symbol, up or down in a channel
   beside the column, and back in: it meets no other symbol. Crossings happen only where one line runs level;
3. labels stand in the gap or above the line that they name, between the symbol and the first channel, where no line
   runs upright; each port has the room of its label to itself;
4. what is left of the page's height goes to the gaps, up to a point.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sop_engine.messages import printed
from sop_engine.render.frame import MIDDLE
from sop_engine.render.pages import CHANNELS, down_label, gap, sides
from sop_engine.render.placed import (
    Placed,
    PlacedArrow,
    PlacedConnector,
    PlacedFigure,
    PlacedLabel,
    connector_width,
)
from sop_engine.render.port import (
    CONNECTOR,
    LABEL_CLEAR,
    LABEL_EDGE,
    LABEL_LEADING,
    Kind,
    height_for,
    offsets,
    source_pages,
)
from sop_engine.render.route import Landing, Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sop_engine.render.pages import Pages
    from sop_engine.render.port import Connection, Port
    from sop_engine.render.route import Plan, Route
    from sop_engine.render.symbol import Figure

PITCH = 8.0  # between channels
CLEARANCE = 11.0  # between two arrows in one channel
FIRST_CHANNEL = LABEL_EDGE + 6


@dataclass(frozen=True, slots=True)
class _Stub:
    port: Port
    step: str
    edge: float
    y: float
    clear: float  # where its label begins
    outward: int  # 1 to the right, -1 to the left


def place(plan: Plan, pages: Pages, page: int, top: float, bottom: float) -> Placed:
    """Return the column of a page, between ``top`` and ``bottom``."""
    span = pages.spans[page]
    ports = {row: sides(plan, row, span, pages.connections) for row in span}
    figures = {row: plan.figures[row].grown(height_for(plan.figures[row], ports[row])) for row in span}
    gaps, head = _gaps(plan, span, figures, bottom - top)
    placed: dict[int, PlacedFigure] = {}
    y = top + head
    for row in span:
        placed[row] = PlacedFigure(figures[row], MIDDLE, y + figures[row].height / 2)
        y += figures[row].height + gaps[row]
    stubs = [stub for row in span for side, beside in ports[row].items() for stub in _stubs(placed[row], side, beside)]
    straight = _Straight(plan, pages.connections, placed, gaps)
    arrows = [*straight.arrows(span, head), *_jumps(plan, stubs, span)]
    return Placed(
        tuple(placed.values()),
        (*arrows, *_connecting(plan, stubs)),
        (*straight.labels, *filter(None, map(_label, stubs))),
        (*straight.connectors, *_connectors(plan, stubs)),
    )


def _gaps(plan: Plan, span: range, figures: Mapping[int, Figure], room: float) -> tuple[dict[int, float], float]:
    """Return the gap below each row, and the room above the first for a connector."""
    below = {row: gap(plan.down(row)) for row in span}
    before = plan.down(span.start - 1) if span.start > 0 else None
    above = (CONNECTOR + gap(before)[0], CONNECTOR + gap(before)[1]) if before else (0.0, 0.0)
    leaves = plan.down(span[-1]) is not None
    counted = list(span) if leaves else list(span[:-1])
    fixed = sum(figure.height for figure in figures.values()) + (CONNECTOR if leaves else 0.0)
    least = fixed + above[0] + sum(below[row][0] for row in counted)
    best = fixed + above[1] + sum(below[row][1] for row in counted)
    share = min(1.0, max(0.0, (room - least) / (best - least))) if best > least else 0.0
    gaps = {row: low + (high - low) * share for row, (low, high) in below.items()}
    return gaps, above[0] + (above[1] - above[0]) * share


def _stubs(placed: PlacedFigure, side: Side, row_ports: tuple[Port, ...]) -> Iterable[_Stub]:
    outward = 1 if side is Side.RIGHT else -1
    figure = placed.figure
    for port, offset in zip(row_ports, offsets(figure, row_ports), strict=True):
        edge = placed.x + outward * figure.half_width(offset)
        clear = placed.x + outward * (figure.width / 2 + LABEL_CLEAR)
        yield _Stub(port, figure.symbol.id, edge, placed.y + offset, clear, outward)


class _Straight:
    """The arrows in the middle of the column, with their labels and the connectors at its ends."""

    def __init__(
        self,
        plan: Plan,
        connections: Mapping[Landing, Connection],
        placed: Mapping[int, PlacedFigure],
        gaps: Mapping[int, float],
    ) -> None:
        self.plan = plan
        self.connections = connections
        self.placed = placed
        self.gaps = gaps
        self.labels: list[PlacedLabel] = []
        self.connectors: list[PlacedConnector] = []

    def arrows(self, span: range, head: float) -> Iterable[PlacedArrow]:
        """Yield the arrows of the rows of ``span``, and note their labels and connectors."""
        if head:
            yield self._arrive(span.start, head)
        for row in span:
            route = self.plan.down(row)
            if route is not None:
                yield self._leave(row, route, route.target in span)

    def _arrive(self, row: int, head: float) -> PlacedArrow:
        first = self.placed[row]
        top = first.y - first.figure.height / 2
        target = first.figure.symbol.id
        there = self.connections[Landing(row, Side.DOWN)]
        self._connector(
            PlacedConnector(there.letter, MIDDLE, top - head + CONNECTOR / 2, False, None, target), source_pages(there)
        )
        return PlacedArrow(((MIDDLE, top - head + CONNECTOR), (MIDDLE, top)), None, target, None, False)

    def _leave(self, row: int, route: Route, here: bool) -> PlacedArrow:
        figure = self.placed[row]
        start = figure.y + figure.figure.height / 2
        end = start + self.gaps[row]
        words = down_label(route)
        if words:
            # the head of the arrow is below, so that the middle of what is left stands a little higher
            top = (start + end - 3 - len(words) * LABEL_LEADING) / 2
            self.labels.append(PlacedLabel(route.arrow, words, MIDDLE + 7, top, "start"))
        if not here:
            there = self.connections[route.landing]
            note = printed("diagram.to_page", pages=there.page + 1)
            source, target = route.arrow.source, route.arrow.target
            self._connector(PlacedConnector(there.letter, MIDDLE, end + CONNECTOR / 2, True, source, target), note)
        return PlacedArrow(((MIDDLE, start), (MIDDLE, end)), route.arrow.source, route.arrow.target, route.arrow, False)

    def _connector(self, connector: PlacedConnector, note: str) -> None:
        self.connectors.append(connector)
        x = connector.x + connector_width(connector.letter) / 2 + 5
        self.labels.append(PlacedLabel(None, (note,), x, connector.y - LABEL_LEADING / 2, "start"))


def _jumps(plan: Plan, stubs: list[_Stub], span: range) -> Iterable[PlacedArrow]:
    """Yield the arrows that run beside the column on this page."""
    entries = {stub.port.landing: stub for stub in stubs if stub.port.kind is Kind.ENTRY}
    channels = _channels(stubs, entries)
    for stub in stubs:
        if stub.port.kind is not Kind.EXIT or stub.port.route is None:
            continue
        entry = entries[stub.port.landing]
        x = channels[stub.port.landing]
        points = ((stub.edge, stub.y), (x, stub.y), (x, entry.y), (entry.edge, entry.y))
        arrow = stub.port.route.arrow
        yield PlacedArrow(points, arrow.source, arrow.target, arrow, arrow.back)


def _channels(stubs: list[_Stub], entries: Mapping[Landing, _Stub]) -> dict[Landing, float]:
    """Return where the upright part of the arrows to each landing runs: short ones next to the column."""
    reach: dict[Landing, list[float]] = {landing: [entry.y, entry.y] for landing, entry in entries.items()}
    for stub in stubs:
        if stub.port.kind is Kind.EXIT:
            low, high = reach[stub.port.landing]
            reach[stub.port.landing] = [min(low, stub.y), max(high, stub.y)]
    taken: dict[Side, list[list[tuple[float, float]]]] = {Side.LEFT: [], Side.RIGHT: []}
    index: dict[Landing, int] = {}
    for landing, (low, high) in sorted(reach.items(), key=lambda item: (item[1][1] - item[1][0], item[1][0])):
        channels = taken[landing.side]
        number = next((i for i, used in enumerate(channels) if _free(used, low, high)), len(channels))
        if number == len(channels):
            channels.append([])
        channels[number].append((low, high))
        index[landing] = number
    # more than planned for can only come from unlucky neighbours; then they stand closer
    pitch = {side: PITCH * min(1.0, (CHANNELS - 1) / max(1, len(used) - 1)) for side, used in taken.items()}
    return {
        landing: MIDDLE + (1 if landing.side is Side.RIGHT else -1) * (FIRST_CHANNEL + number * pitch[landing.side])
        for landing, number in index.items()
    }


def _free(used: list[tuple[float, float]], low: float, high: float) -> bool:
    return all(high + CLEARANCE < start or end + CLEARANCE < low for start, end in used)


def _label(stub: _Stub) -> PlacedLabel | None:
    port = stub.port
    if not port.lines:
        return None
    top = stub.y - port.label_bottom - len(port.lines) * LABEL_LEADING
    arrow = port.route.arrow if port.route is not None else None
    return PlacedLabel(arrow, port.lines, stub.clear, top, "start" if stub.outward > 0 else "end")


def _connector_x(stub: _Stub, letter: str) -> float:
    return MIDDLE + stub.outward * (LABEL_EDGE - connector_width(letter) / 2)


def _connecting(plan: Plan, stubs: list[_Stub]) -> Iterable[PlacedArrow]:
    """Yield the short arrows between symbols and the connectors beside them."""
    for stub in stubs:
        there, route = stub.port.connection, stub.port.route
        if there is None:
            continue
        x = _connector_x(stub, there.letter) - stub.outward * connector_width(there.letter) / 2
        symbol, far = (stub.edge, stub.y), (x, stub.y)
        landing = stub.port.landing
        target = plan.figures[landing.row].symbol.id
        if route is not None:
            yield PlacedArrow((symbol, far), stub.step, target, route.arrow, route.arrow.back)
        else:
            elsewhere = [route for route in plan.arriving[landing.row] if route.landing == landing]
            back = any(route.arrow.back for route in elsewhere)
            yield PlacedArrow((far, symbol), None, target, None, back)


def _connectors(plan: Plan, stubs: list[_Stub]) -> Iterable[PlacedConnector]:
    for stub in stubs:
        there, route = stub.port.connection, stub.port.route
        if there is not None:
            target = plan.figures[stub.port.landing.row].symbol.id
            x = _connector_x(stub, there.letter)
            source = stub.step if route is not None else None
            yield PlacedConnector(there.letter, x, stub.y, route is not None, source, target)
