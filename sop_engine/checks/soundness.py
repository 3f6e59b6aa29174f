"""One procedure's flow -> which steps no case ever comes to, which cases are trapped, which limits cannot be counted.

Exact for the whole language and linear in steps and arrows: walks forwards and backwards over the places of the flow
(steps, joins, ends) in which a join waits for its branches. Why this is enough, although a case counts its answers,
is argued in ``docs/semantics.md``, section Soundness. Judges nothing that a check reports elsewhere: where a flow is
``broken``, its cases may go anywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from sop_engine.circle import components
from sop_engine.flow import JOIN_PREFIX, Edge, EdgeKind, Flow

_FORK, _LATE, _LIMIT, _ANSWER = EdgeKind.FORK, EdgeKind.LATE, EdgeKind.LIMIT, EdgeKind.ANSWER

_NEARBY = 64
"""How many places are looked at before returns are followed for all limits at once."""


class Trap(NamedTuple):
    """A circle that a case cannot leave by itself, in written order: ``steps`` and ``joins`` of one level.

    ``inside`` are the parallel branches around it; empty: the case cannot finish, else the branch never reaches its
    join.
    """

    steps: tuple[str, ...]
    joins: tuple[str, ...]
    inside: tuple[str, ...]


class Verdict(NamedTuple):
    """What is wrong with one flow. It is sound when ``dead``, ``traps`` and ``endless`` are empty."""

    reached: frozenset[str]
    dead: tuple[str, ...]
    traps: tuple[Trap, ...]
    endless: tuple[Edge, ...]
    """The limited answers that do not come back to their own step without another limit or a deadline."""


def judge(flow: Flow) -> Verdict:
    """Return the verdict on a flow without groups of applicants, or on that of one group."""
    places = Places(flow)
    return Verdict(frozenset(places.reached), places.dead, places.traps, places.endless)


@dataclass(frozen=True)
class Places:
    """A flow arranged for walking. ``finishing`` and ``leaving`` say from where a case can go on to its exit.

    The exit of a place is an end of the flow or, in a parallel branch, the join of its block.
    """

    flow: Flow

    @cached_property
    def inside(self) -> dict[str, tuple[str, ...]]:
        """Return the parallel branches around each step and join."""
        return {node.id: node.inside for node in self.flow.nodes} | {join.id: join.inside for join in self.flow.joins}

    @cached_property
    def splits(self) -> dict[str, str]:
        """Return the split of each join."""
        return {join.id: join.split for join in self.flow.joins}

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        """Return the arrows that lead to a place of the flow."""
        known = self.inside.keys() | self.flow.end.keys()
        return tuple(edge for edge in self.flow.edges if edge.target in known)

    @cached_property
    def unknown(self) -> frozenset[str]:
        """Return the places of which it is not known where their cases go; a check of its own says why."""
        leading = {edge.source for edge in self.flow.edges}
        # a question without answers, a split without branches
        silent = {place for place in self.flow.node if place not in leading}
        beyond = {join.id for join in self.flow.joins if join.split in self.flow.broken}
        return self.flow.broken & self.flow.node.keys() | silent | beyond

    @cached_property
    def forks(self) -> dict[str, list[str]]:
        """Return the first step of each branch, by the split."""
        forks: dict[str, list[str]] = {}
        for edge in self.edges:
            if edge.kind is _FORK:
                forks.setdefault(edge.source, []).append(edge.target)
        return forks

    @cached_property
    def reached(self) -> set[str]:
        """Return the places that some case comes to, being late and giving answers too often included."""
        after: dict[str, list[str]] = {place: [] for place in self.inside}
        for edge in self.edges:
            # who came by the answer that sets the deadline has passed its source
            after[edge.via[0] if edge.via is not None else edge.source].append(edge.target)
        missing = {
            JOIN_PREFIX + split: {self.inside[step][-1] for step in firsts} for split, firsts in self.forks.items()
        }
        reached = {self.flow.start}
        waiting = [self.flow.start]
        while waiting:
            place = waiting.pop()
            for target in after.get(place, ()):
                if target in missing and place != self.splits[target]:
                    missing[target].discard(self.inside[place][-1])
                    if missing[target]:
                        continue
                if target not in reached:
                    reached.add(target)
                    waiting.append(target)
        return reached

    @cached_property
    def dead(self) -> tuple[str, ...]:
        """Return the steps that no case comes to; none where cases may go anywhere."""
        if self.unknown & self.reached:
            return ()
        return tuple(node.id for node in self.flow.nodes if node.id not in self.reached)

    @cached_property
    def traps(self) -> tuple[Trap, ...]:
        """Return the traps that cases come to, by their earliest steps."""
        return () if self.reached <= self.finishing else _traps(self)

    @cached_property
    def endless(self) -> tuple[Edge, ...]:
        """Return the limited answers of reached steps that do not come back to their step by unlimited arrows."""
        limited = [edge for edge in self.edges if edge.kind is _ANSWER and edge.limit and edge.source in self.reached]
        if not limited:
            return ()
        free = [edge for edge in self.edges if edge.limit is None and edge.kind is not _LATE]
        passed = self._exits(free)
        after: dict[str, list[str]] = {place: [] for place in self.inside}
        for edge in free:
            if edge.kind is not _FORK and edge.target in after:
                after[edge.source].append(edge.target)
        for split, firsts in self.forks.items():
            if passed.issuperset(firsts):
                after[split].append(JOIN_PREFIX + split)
        back = {id(edge): _nearby(after, edge.target, edge.source, self.unknown) for edge in limited}
        far = {edge.source for edge in limited if back[id(edge)] is None}
        comes_to = _comes_to(after, far, self.unknown) if far else None
        return tuple(
            edge
            for edge in limited
            if back[id(edge)] is False
            or (back[id(edge)] is None and comes_to and not comes_to(edge.target, edge.source))
        )

    @cached_property
    def lasting(self) -> tuple[Edge, ...]:
        """Return the arrows that nobody can use up and for which nobody need be late."""
        spared = {id(edge) for edge in self.endless}
        return tuple(
            edge
            for edge in self.edges
            if edge.kind is not _LATE and (edge.kind is not _ANSWER or edge.limit is None or id(edge) in spared)
        )

    @cached_property
    def finishing(self) -> set[str]:
        """Return the places from which the exit is reached over lasting arrows, every branch on the way included."""
        return self._exits(self.lasting)

    @cached_property
    def leaving(self) -> set[str]:
        """Return the same when a branch that is a trap of its own is not counted against what lies around it."""
        trapping = {
            split
            for split, firsts in self.forks.items()
            if not self.finishing.issuperset(firsts) or JOIN_PREFIX + split not in self.reached
        }
        return self._exits(self.lasting, trapping)

    def _exits(self, edges: Iterable[Edge], given: Iterable[str] = ()) -> set[str]:
        # the branches of a split and its join are needed all together: counted at a place of its own
        before: dict[str, list[str]] = {}
        needed = {}
        for split, firsts in self.forks.items():
            together, join = f"fork:{split}", JOIN_PREFIX + split
            needed[together] = len(firsts) + 1
            before.setdefault(together, []).append(split)
            for place in (*firsts, join):
                before.setdefault(place, []).append(together)
        found = {*self.unknown, *given}
        for edge in edges:
            leaves = edge.target in self.flow.end or self.splits.get(edge.target, edge.source) != edge.source
            if leaves:
                found.add(edge.source)
            elif edge.kind is not _FORK:
                before.setdefault(edge.target, []).append(edge.source)
        waiting = list(found)
        while waiting:
            for place in before.get(waiting.pop(), ()):
                if place in needed:
                    needed[place] -= 1
                    if needed[place]:
                        continue
                if place not in found:
                    found.add(place)
                    waiting.append(place)
        return found | self.flow.end.keys()


def _nearby(after: Mapping[str, list[str]], place: str, goal: str, unknown: frozenset[str]) -> bool | None:
    """Return whether a place leads to another, None when that is not known after a short walk: returns are short."""
    seen = {place}
    waiting = [place]
    while waiting and len(seen) < _NEARBY:
        here = waiting.pop()
        if here == goal or here in unknown:
            return True
        new = [target for target in after.get(here, ()) if target not in seen]
        seen.update(new)
        waiting.extend(new)
    return None if waiting else False


def _comes_to(after: Mapping[str, list[str]], goals: set[str], unknown: frozenset[str]) -> Callable[[str, str], bool]:
    """Return the test whether a place leads to a goal; sets of goals are numbers, a bit for each goal."""
    bit = {goal: 1 << number for number, goal in enumerate(sorted(goals))}
    seen: dict[str, int] = {}
    for _, group in groupby(components(after).items(), key=lambda each: each[1]):
        circle = [place for place, _ in group]
        reach = 0
        for place in circle:
            # an unknown step may lead to every goal: all bits
            reach |= -1 if place in unknown else bit.get(place, 0)
            for target in after[place]:
                reach |= seen.get(target, 0)
        seen.update(dict.fromkeys(circle, reach))
    return lambda place, goal: bool(seen.get(place, 0) & bit[goal])


def _traps(places: Places) -> tuple[Trap, ...]:
    flow, stuck = places.flow, places.reached - places.leaving
    after: dict[str, list[str]] = {place: [] for place in places.inside if place in stuck}
    for edge in places.lasting:
        if edge.source in stuck and edge.kind is not _FORK:
            after[edge.source].append(edge.target)
    for split in places.forks:
        if split in stuck:
            after[split].append(JOIN_PREFIX + split)
    circle = components(after)
    left = {circle[place] for place, targets in after.items() for target in targets if circle[target] != circle[place]}
    members: dict[int, list[str]] = {}
    for place in after:
        if circle[place] not in left:
            members.setdefault(circle[place], []).append(place)
    traps = (
        Trap(
            tuple(place for place in each if place in flow.node) or (places.splits[each[0]],),
            tuple(place for place in each if place in flow.join),
            places.inside[each[0]],
        )
        for each in members.values()
    )
    return tuple(sorted(traps, key=lambda trap: flow.node[trap.steps[0]].number))
