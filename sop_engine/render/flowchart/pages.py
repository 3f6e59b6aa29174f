"""Plan -> Pages: which rows stand on which A4 page, and the letters of the connectors between pages.

Rows are never parted. As few pages as possible, filled evenly. A page ends where it is full, or where more arrows
would run beside the column than there are channels. One letter names one landing: every arrow from another page
that arrives there has it, so a letter may leave from several places but arrives at one. Letters count in the order in
which the pages are read: A … Z, AA, AB …
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from sop_engine.failure import Failure
from sop_engine.render.diagram import FORK_PREFIX
from sop_engine.render.flowchart.frame import legend
from sop_engine.render.flowchart.gap import foot, gap, head
from sop_engine.render.flowchart.port import Connection, height_for, ports
from sop_engine.render.flowchart.route import Landing, Side
from sop_engine.render.flowchart.signs import signs
from sop_engine.render.lettering import letter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sop_engine.render.diagram import Party
    from sop_engine.render.flowchart.frame import Frame, Key
    from sop_engine.render.flowchart.port import Port
    from sop_engine.render.flowchart.route import Plan, Route

CHANNELS = 4
"""How many arrows may run beside each other on one side of the column."""

_EVEN_TRIES = 6
_EVEN_UP_TO = 40  # pages; in a longer chart nobody sees the difference

_Entries: TypeAlias = "tuple[tuple[Party, ...], tuple[tuple[str, str], ...]]"
"""Actors, and signs with their words."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The rows of each page, and the connection of each landing that is reached from another page."""

    spans: tuple[range, ...]
    connections: Mapping[Landing, Connection]


def paginate(plan: Plan, frame: Frame) -> Pages:
    """Return the pages of a plan; raises :class:`Failure` OUT010 for a symbol that no page holds."""
    everything = range(len(plan.figures))
    filler = _Filler(plan, frame)
    if filler.takes(everything, 1.0):
        return Pages((everything,), {})
    spans = filler.fill(1.0)
    low, high = 0.5, 1.0
    for _ in range(_EVEN_TRIES if len(spans) <= _EVEN_UP_TO else 0):
        share = (low + high) / 2
        tried = filler.fill(share)
        if len(tried) == len(spans):
            spans, high = tried, share
        else:
            low = share
    return Pages(tuple(spans), _connections(plan, spans))


def sides(plan: Plan, row: int, span: range, connections: Mapping[Landing, Connection]) -> dict[Side, tuple[Port, ...]]:
    """Return the ports of both sides of a row."""
    return {side: ports(plan, row, side, span, connections) for side in (Side.LEFT, Side.RIGHT)}


class _Filler:
    """Fills pages from the first row to the last."""

    def __init__(self, plan: Plan, frame: Frame) -> None:
        self.plan = plan
        self.frame = frame
        rows = range(len(plan.figures))
        self.gaps = [gap(plan, row, row + 1)[0] for row in rows[:-1]]
        self.heads = [head(plan, row)[0] for row in rows]
        self.feet = [foot(plan, row)[0] for row in rows]
        self.beside = [
            [route.target + route.source - row for route in (*plan.leaving[row], *plan.arriving[row]) if _jumps(route)]
            for row in range(len(plan.figures))
        ]
        self.known: dict[tuple[int, tuple[bool, ...]], float] = {}
        self.bottoms: dict[_Entries, float] = {}

    def takes(self, span: range, share: float) -> bool:
        """Return whether the rows fill at most ``share`` of a page, and their arrows its channels."""
        return self._need(span) <= self._room(span, share) and _channels(self.plan, span) <= CHANNELS

    def fill(self, share: float) -> list[range]:
        """Return pages filled to ``share`` of their room; a higher row gets a page for itself."""
        spans: list[range] = []
        first, count = 0, len(self.heads)
        while first < count:
            last = first + 1
            if not self.takes(range(first, last), 1.0):
                raise Failure("OUT010", step=self.plan.figures[first].symbol.id)
            while last < count and self.takes(range(first, last + 1), share):
                last += 1
            while first < last - 1 and last < count and self._belong_together(last - 1):
                last -= 1
            spans.append(range(first, last))
            first = last
        return spans

    def _belong_together(self, row: int) -> bool:
        """Return whether a row should stand on one page with the next: a band that starts branches is between both."""
        return any(self.plan.figures[each].symbol.id.startswith(FORK_PREFIX) for each in (row, row + 1))

    def _height(self, row: int, span: range) -> float:
        """Return the height of a row's symbol; it depends on which of its neighbours share the page."""
        key = row, tuple(other in span for other in self.beside[row])
        if key not in self.known:
            figure = self.plan.figures[row]
            self.known[key] = height_for(figure, sides(self.plan, row, span, {})) if key[1] else figure.height
        return self.known[key]

    def _room(self, span: range, share: float) -> float:
        entries = _legend_entries(self.plan, span, self.frame.states)
        if entries not in self.bottoms:
            self.bottoms[entries] = self.frame.bottom(legend(*entries))
        return (self.bottoms[entries] - self.frame.top) * share

    def _need(self, span: range) -> float:
        need = sum(self._height(row, span) for row in span) + sum(self.gaps[row] for row in span[:-1])
        return need + self.heads[span.start] + self.feet[span.stop - 1]


def page_legend(plan: Plan, span: range, states: tuple[tuple[str, str], ...]) -> tuple[Key, ...]:
    """Return the legend of a page: the actors on it, in the order of the columns, and the signs that it uses."""
    return legend(*_legend_entries(plan, span, states))


def _legend_entries(plan: Plan, span: range, states: tuple[tuple[str, str], ...]) -> _Entries:
    symbols = [plan.figures[row].symbol for row in span]
    seen = {actor for symbol in symbols for actor in symbol.actors}
    parties = tuple(sorted((plan.diagram.parties[key] for key in seen), key=lambda party: party.column))
    arrows = [route.arrow for row in span for route in (*plan.leaving[row], *plan.arriving[row])]
    return parties, (*signs(symbols, arrows, len(span) < len(plan.figures)), *states)


def _jumps(route: Route) -> bool:
    return route.side is not Side.DOWN


def _channels(plan: Plan, span: range) -> int:
    """Return how many channels a side needs at most if these rows share a page."""
    reach: dict[Landing, tuple[int, int]] = {}
    for row in span:
        forks = [route for route in plan.leaving[row] if route.fork and _jumps(route) and route.target in span]
        for route in plan.leaving[row]:
            if _jumps(route) and route.target in span:
                lane = forks[0].landing if route.fork else route.landing
                low, high = reach.get(lane, (route.target, route.target))
                reach[lane] = min(low, row, route.target), max(high, row, route.target)
    return max(
        (
            sum(1 for landing, (low, high) in reach.items() if landing.side is side and low <= row <= high)
            for side in (Side.LEFT, Side.RIGHT)
            for row in span
        ),
        default=0,
    )


def _connections(plan: Plan, spans: list[range]) -> dict[Landing, Connection]:
    page_of = {row: page for page, span in enumerate(spans) for row in span}
    sources: dict[Landing, list[int]] = {}
    letters: dict[Landing, str] = {}
    for row in range(len(plan.figures)):
        for route in (*plan.arriving[row], *plan.leaving[row]):
            if page_of[route.source] != page_of[route.target]:
                letters.setdefault(route.landing, letter(len(letters)))
    for route in plan.routes:
        page = page_of[route.source]
        if route.landing in letters and page != page_of[route.target]:
            pages = sources.setdefault(route.landing, [])
            if page not in pages:
                pages.append(page)
    return {
        landing: Connection(name, page_of[landing.row], tuple(sorted(sources[landing])))
        for landing, name in letters.items()
    }
