"""A trap -> its story: the shortest way there, the arrow to blame, and an edit that mends it.

The way is the one with the fewest actions of officers, of equal ways the one written first; the actions of parallel
branches are added up, and a limit counts as often as it lets the case go round over one other step. Walked only when
there is something to tell.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from heapq import heappop, heappush
from typing import NamedTuple

from sop_engine.checks.soundness import Places, Trap
from sop_engine.flow import DEFAULT_END, Edge, EdgeKind, EndStatus, Flow

Move = tuple[Edge, ...]
"""One arrow; for the deadline of an answer, the answer's arrow and then that of the deadline."""


class Edit(NamedTuple):
    """What would mend a trap: the arrow that should lead elsewhere, and to which step or end.

    ``straight`` says that without a target of its own the arrow leads out: it is written last in its branch.
    """

    edge: Edge
    step: str | None
    end: str | None
    straight: bool


class Story(NamedTuple):
    """How a case gets into ``trap``: ``way`` from the start, ``spent`` the limited answers that are used up there."""

    trap: Trap
    way: tuple[Edge, ...]
    spent: tuple[Edge, ...]
    cause: Edge | None
    edit: Edit | None


def tell(places: Places, most: int) -> Iterator[Story]:
    """Yield the stories of the first ``most`` traps of a flow: the number of traps and each way may be long."""
    if not places.traps:
        return
    ways, teller = Ways(places), _Teller(places)
    for trap in places.traps[:most]:
        entry = min((*trap.steps, *trap.joins), key=lambda place: (ways.cost[place], _number(places.flow, place)))
        way = tuple(ways.to(entry))
        spent = tuple(teller.spent(trap))
        yield Story(trap, way, spent, teller.cause(trap, way, spent), teller.edit(trap, entry, spent))


class Ways:
    """The shortest ways from the start of a flow to each place that is reached, by Dijkstra's algorithm with joins."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.cost: dict[str, int] = {}
        self._came: dict[str, Move] = {}
        self._arrived: dict[str, list[str]] = {}
        self._heap: list[tuple[int, int, str, Move]] = []
        self._pushed = 0
        self._walk()

    def to(self, place: str, since: str | None = None) -> list[Edge]:
        """Return the arrows of the shortest way to a place, those of parallel branches one branch after the other."""
        since = since or self.places.flow.start
        parts: list[list[Edge]] = []
        while place != since:
            came = self._came[place]
            if came:
                parts.append(list(came))
                place = came[0].source
            else:
                split = self.places.splits[place]
                parts.append([edge for branch in sorted(self._arrived[place]) for edge in self.to(branch, split)])
                place = split
        return [edge for part in reversed(parts) for edge in part]

    def _walk(self) -> None:
        places, after = self.places, _moves(self.places)
        self._push(0, places.flow.start, ())
        while self._heap:
            cost, _, place, came = heappop(self._heap)
            if place in self.cost:
                continue
            self.cost[place], self._came[place] = cost, came
            if "/" in place:
                self._arrive(place, came[-1].target)
            for move in after.get(place, ()):
                target = move[-1].target
                if places.splits.get(target, place) != place:
                    target = places.inside[place][-1]  # the end of one branch; the join comes with the last of them
                # nobody acts where branches meet
                self._push(cost if place in places.splits else cost + sum(map(_actions, move)), target, move)

    def _arrive(self, branch: str, join: str) -> None:
        arrived = self._arrived.setdefault(join, [])
        arrived.append(branch)
        split = self.places.splits[join]
        if len(arrived) == len(self.places.forks[split]):
            begun = self.cost[split] + 1
            self._push(begun + sum(self.cost[each] - begun for each in arrived), join, ())

    def _push(self, cost: int, place: str, came: Move) -> None:
        heappush(self._heap, (cost, self._pushed, place, came))
        self._pushed += 1


def _actions(edge: Edge) -> int:
    return 2 * edge.limit + 1 if edge.kind is EdgeKind.LIMIT and edge.limit else 1


def _moves(places: Places) -> dict[str, list[Move]]:
    answers = {(edge.source, edge.answer, edge.target): edge for edge in places.edges if edge.kind is EdgeKind.ANSWER}
    moves: dict[str, list[Move]] = {place: [] for place in places.inside}
    for edge in places.edges:
        if edge.via is None:
            moves[edge.source].append((edge,))
        else:
            moves[edge.via[0]].append((answers[*edge.via, edge.source], edge))
    return moves


@dataclass(frozen=True)
class _Teller:
    places: Places

    @cached_property
    def _lasting(self) -> dict[str, list[Edge]]:
        lasting: dict[str, list[Edge]] = {}
        for edge in self.places.lasting:
            lasting.setdefault(edge.source, []).append(edge)
        return lasting

    @cached_property
    def _next_leaving(self) -> dict[str, str | None]:
        """Return, for each step, the next one written in the same branch from which the exit is reached."""
        seen: dict[tuple[str, ...], str | None] = {}
        after: dict[str, str | None] = {}
        for node in reversed(self.places.flow.nodes):
            after[node.id] = seen.get(node.inside)
            if node.id in self.places.leaving:
                seen[node.inside] = node.id
        return after

    @cached_property
    def _last(self) -> dict[tuple[str, ...], str]:
        return {node.inside: node.id for node in self.places.flow.nodes}

    def spent(self, trap: Trap) -> Iterator[Edge]:
        """Yield the limited answers that would lead out of a trap."""
        places = self.places
        for edge in (edge for step in trap.steps for edge in places.flow.outgoing[step]):
            out = edge.target in places.leaving or places.splits.get(edge.target, edge.source) != edge.source
            if edge.kind is EdgeKind.ANSWER and edge.limit and out:
                yield edge

    def cause(self, trap: Trap, way: tuple[Edge, ...], spent: tuple[Edge, ...]) -> Edge | None:
        """Return the arrow that leads from where a case can finish to where it cannot; None when there is no such."""
        if spent:
            return next((edge for edge in self._lasting.get(spent[0].source, ()) if _beyond(edge, spent[0])), None)
        places = self.places
        for edge in reversed(way):
            leads_in = edge.source in places.leaving and edge.target not in places.leaving
            if leads_in and places.inside[edge.source] == trap.inside:
                return edge
        return None

    def edit(self, trap: Trap, entry: str, spent: tuple[Edge, ...]) -> Edit | None:
        """Return the arrow of a trap that is best led elsewhere: a limit, else one back to its entry, the last."""
        inner = [edge for place in (*trap.steps, *trap.joins) for edge in self._lasting.get(place, ())]
        limits = [edge for edge in inner if any(edge.source == each.source and _beyond(edge, each) for each in spent)]
        edits = [edit for edge in limits or inner if edge.kind is not EdgeKind.FORK and (edit := self._led_out(edge))]

        def merit(edit: Edit) -> tuple[bool, bool, bool, int]:
            edge = edit.edge
            # skipping goes where the step goes, unless it says otherwise
            written = edge.kind is not EdgeKind.SKIP
            return written, edge.target == entry, edge.back, _number(self.places.flow, edge.source)

        return max(edits, key=merit, default=None)

    def _led_out(self, edge: Edge) -> Edit | None:
        places = self.places
        step = places.splits.get(edge.source, edge.source)
        inside = places.inside[edge.source]
        following = self._next_leaving[step]
        if not inside and edge.kind is not EdgeKind.SKIP:  # a skipped step leads to a step
            end = next((each.key for each in places.flow.ends if each.status is EndStatus.FINISHED), DEFAULT_END)
            return Edit(edge, following, end, straight=False)
        straight = bool(inside) and self._last[inside] == step and edge.kind is not EdgeKind.LIMIT
        return Edit(edge, following, None, straight) if following or straight else None


def _beyond(edge: Edge, answer: Edge) -> bool:
    return edge.kind is EdgeKind.LIMIT and edge.answer == answer.answer


def _number(flow: Flow, place: str) -> int:
    return flow.node[flow.join[place].split if place in flow.join else place].number
