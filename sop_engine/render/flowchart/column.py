"""Pages -> Placed: where everything on one page stands, in points from its top left corner.

The geometry, in order of priority, each by construction:

1. symbols stand one below the other and do not touch; text stands inside its symbol (:mod:`.symbol`);
2. an arrow runs down the middle of the gap between two rows, or out at a side of its symbol, up or down in a channel
   beside the column, and back in: it meets no other symbol. Crossings happen only where one line runs level. The
   arrows to parallel branches share one channel;
3. labels stand in the gap or above the line that they name, between the symbol and the first channel, where no line
   runs upright; each port has the room of its label to itself;
4. what is left of the page's height goes to the gaps, up to a point.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sop_engine.render.flowchart.bracket import placed_branches, seam
from sop_engine.render.flowchart.channel import Stub, channels_of
from sop_engine.render.flowchart.frame import MIDDLE
from sop_engine.render.flowchart.gap import down_label, foot, gap, head, inner
from sop_engine.render.flowchart.pages import sides
from sop_engine.render.flowchart.placed import (
    Placed,
    PlacedArrow,
    PlacedBranch,
    PlacedConnector,
    PlacedFigure,
    PlacedLabel,
    connector_width,
)
from sop_engine.render.flowchart.port import (
    CONNECTOR,
    LABEL_CLEAR,
    LABEL_LEADING,
    Kind,
    goal_page,
    height_for,
    label_edge,
    offsets,
    source_pages,
)
from sop_engine.render.flowchart.route import Landing, Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sop_engine.render.diagram import Arrow
    from sop_engine.render.flowchart.pages import Pages
    from sop_engine.render.flowchart.placed import Point
    from sop_engine.render.flowchart.port import Connection, Port
    from sop_engine.render.flowchart.route import Plan, Route
    from sop_engine.render.flowchart.symbol import Figure


def place(plan: Plan, pages: Pages, page: int, top: float, bottom: float) -> Placed:
    """Return the column of a page, between ``top`` and ``bottom``."""
    span = pages.spans[page]
    ports = {row: sides(plan, row, span, pages.connections) for row in span}
    figures = {row: plan.figures[row].grown(height_for(plan.figures[row], ports[row])) for row in span}
    gaps, above = _gaps(plan, span, figures, bottom - top)
    placed: dict[int, PlacedFigure] = {}
    y = top + above
    for row in span:
        placed[row] = PlacedFigure(figures[row], MIDDLE, y + figures[row].height / 2)
        y += figures[row].height + gaps[row]
    stubs = [
        stub for row in span for side, beside in ports[row].items() for stub in _stubs(row, placed[row], side, beside)
    ]
    straight = _Straight(plan, pages.connections, placed, gaps)
    arrows = [*straight.arrows(span, above), *_jumps(stubs)]
    return Placed(
        tuple(placed.values()),
        (*arrows, *_connecting(plan, span, stubs)),
        (*straight.labels, *filter(None, map(_label, stubs))),
        (*straight.connectors, *_connectors(plan, span, stubs)),
        tuple(_branches(plan, span, placed)),
    )


def _branches(plan: Plan, span: range, placed: Mapping[int, PlacedFigure]) -> Iterable[PlacedBranch]:
    seams = {row: seam(plan, row - 1, row, inner(plan.down(row - 1))) for row in span[1:]}
    seams[span.start] = seam(plan, None, span.start)
    seams[span.stop] = seam(plan, span[-1], None, inner(plan.down(span[-1])))
    tops = {row: figure.y - figure.figure.height / 2 for row, figure in placed.items()}
    bottoms = {row: figure.y + figure.figure.height / 2 for row, figure in placed.items()}
    return placed_branches(plan, span, tops, bottoms, seams)


def _gaps(plan: Plan, span: range, figures: Mapping[int, Figure], room: float) -> tuple[dict[int, float], float]:
    """Return the gap below each row, and the room above the first for a connector and the frames that go on."""
    below = {row: gap(plan, row, row + 1) for row in span[:-1]}
    above, after = head(plan, span.start), foot(plan, span[-1])
    ranges = (above, after, *below.values())
    fixed = sum(figure.height for figure in figures.values())
    least = fixed + sum(low for low, _ in ranges)
    best = fixed + sum(high for _, high in ranges)
    share = min(1.0, max(0.0, (room - least) / (best - least))) if best > least else 0.0
    gaps = {row: low + (high - low) * share for row, (low, high) in below.items()}
    leaves = CONNECTOR if span.stop < len(plan.figures) and plan.down(span[-1]) is not None else 0.0
    gaps[span[-1]] = after[0] + (after[1] - after[0]) * share - leaves
    return gaps, above[0] + (above[1] - above[0]) * share


def _stubs(row: int, placed: PlacedFigure, side: Side, row_ports: tuple[Port, ...]) -> Iterable[Stub]:
    outward = 1 if side is Side.RIGHT else -1
    figure = placed.figure
    for port, offset in zip(row_ports, offsets(figure, row_ports), strict=True):
        edge = placed.x + outward * figure.half_width(offset)
        clear = placed.x + outward * (figure.width / 2 + LABEL_CLEAR)
        yield Stub(row, port, figure.symbol.id, edge, placed.y + offset, clear, outward)


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

    def arrows(self, span: range, above: float) -> Iterable[PlacedArrow]:
        """Yield the arrows of the rows of ``span``, and note their labels and connectors."""
        if span.start > 0 and self.plan.down(span.start - 1) is not None:
            yield self._arrive(span.start, above)
        for row in span:
            route = self.plan.down(row)
            if route is not None:
                yield self._leave(row, route, route.target in span)

    def _arrive(self, row: int, above: float) -> PlacedArrow:
        first = self.placed[row]
        top = first.y - first.figure.height / 2
        target = first.figure.symbol.id
        route = self.plan.down(row - 1)
        carries = (route.arrow,) if route is not None else ()
        late = any(arrow.late for arrow in carries)
        there = self.connections[Landing(row, Side.DOWN, late)]
        sources = tuple(arrow.source for arrow in carries)
        self._connector(
            PlacedConnector(
                there.letter, MIDDLE, top - above + CONNECTOR / 2, False, sources, target, connector_width(there.letter)
            ),
            source_pages(self.plan, there),
        )
        points = ((MIDDLE, top - above + CONNECTOR), (MIDDLE, top))
        return PlacedArrow(points, target, carries, late, there.letter)

    def _leave(self, row: int, route: Route, here: bool) -> PlacedArrow:
        figure = self.placed[row]
        start = figure.y + figure.figure.height / 2
        end = start + self.gaps[row]
        words = down_label(route)
        if words:
            # the head of the arrow is below, so that the middle of what is left stands a little higher
            free = start + inner(route) + 3 if seam(self.plan, row, row + 1 if here else None) else end
            top = (start + free - 3 - len(words) * LABEL_LEADING) / 2
            self.labels.append(PlacedLabel(route.arrow, words, MIDDLE + 7, top, "start"))
        points = ((MIDDLE, start), (MIDDLE, end))
        if here:
            return _drawn(points, route.arrow)
        there = self.connections[route.landing]
        ends = (route.arrow.source,), route.arrow.target, connector_width(there.letter)
        connector = PlacedConnector(there.letter, MIDDLE, end + CONNECTOR / 2, True, *ends)
        self._connector(connector, goal_page(self.plan, there))
        return _drawn(points, route.arrow, there.letter)

    def _connector(self, connector: PlacedConnector, note: str) -> None:
        self.connectors.append(connector)
        x = connector.x + connector.width / 2 + 5
        self.labels.append(PlacedLabel(None, (note,), x, connector.y - LABEL_LEADING / 2, "start", connector.letter))


def _jumps(stubs: list[Stub]) -> Iterable[PlacedArrow]:
    """Yield the arrows that run beside the column on this page."""
    entries = {stub.port.landing: stub for stub in stubs if stub.port.kind is Kind.ENTRY}
    channels = channels_of(stubs, entries)
    for stub in stubs:
        if stub.port.kind is not Kind.EXIT or stub.port.route is None:
            continue
        entry = entries[stub.port.landing]
        x = channels[stub.port.landing]
        points = ((stub.edge, stub.y), (x, stub.y), (x, entry.y), (entry.edge, entry.y))
        yield _drawn(points, stub.port.route.arrow)


def _drawn(points: tuple[Point, ...], arrow: Arrow, letter: str | None = None) -> PlacedArrow:
    return PlacedArrow(points, arrow.target, (arrow,), arrow.late, letter)


def _label(stub: Stub) -> PlacedLabel | None:
    port = stub.port
    if not port.lines:
        return None
    top = stub.y - port.label_bottom - len(port.lines) * LABEL_LEADING
    arrow = port.route.arrow if port.route is not None else None
    letter = port.connection.letter if port.connection is not None else None
    return PlacedLabel(arrow, port.lines, stub.clear, top, "start" if stub.outward > 0 else "end", letter)


def _connector_x(plan: Plan, stub: Stub, letter: str) -> float:
    return MIDDLE + stub.outward * (label_edge(plan, stub.row) - connector_width(letter) / 2)


def _connecting(plan: Plan, span: range, stubs: list[Stub]) -> Iterable[PlacedArrow]:
    """Yield the short arrows between symbols and the connectors beside them."""
    for stub in stubs:
        there, route = stub.port.connection, stub.port.route
        if there is None:
            continue
        x = _connector_x(plan, stub, there.letter) - stub.outward * connector_width(there.letter) / 2
        symbol, far = (stub.edge, stub.y), (x, stub.y)
        landing = stub.port.landing
        target = plan.figures[landing.row].symbol.id
        if route is not None:
            yield _drawn((symbol, far), route.arrow, there.letter)
        else:
            carries = _from_elsewhere(plan, span, landing)
            yield PlacedArrow((far, symbol), target, carries, landing.late, there.letter)


def _from_elsewhere(plan: Plan, span: range, landing: Landing) -> tuple[Arrow, ...]:
    """Return the arrows that come to a landing from other pages."""
    arriving = [route for route in plan.arriving[landing.row] if route.landing == landing]
    return tuple(route.arrow for route in arriving if route.source not in span)


def _connectors(plan: Plan, span: range, stubs: list[Stub]) -> Iterable[PlacedConnector]:
    for stub in stubs:
        there, route = stub.port.connection, stub.port.route
        if there is not None:
            target = plan.figures[stub.port.landing.row].symbol.id
            x = _connector_x(plan, stub, there.letter)
            sources: tuple[str, ...] = (stub.step,)
            if route is None:
                sources = tuple(dict.fromkeys(each.source for each in _from_elsewhere(plan, span, stub.port.landing)))
            yield PlacedConnector(
                there.letter, x, stub.y, route is not None, sources, target, connector_width(there.letter)
            )
