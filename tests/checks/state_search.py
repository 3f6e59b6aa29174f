"""An exact state search: what can happen to a case, read from a definition's steps alone.

Knows nothing of flows, arrows, the checks or the engine: it reads the written steps by ``docs/language.md`` and
follows every action of every reachable state, the counts of limited answers included. Slow, and therefore right.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import Any, NamedTuple

import networkx as nx

END = "END"
"""The state of a case that has reached an end."""

Token = tuple[str, tuple[str, str] | None]
"""An open step, and the (step, answer) through which it was opened, where that answer sets a deadline."""


class State(NamedTuple):
    open: frozenset[Token]
    given: tuple[int, ...]


class Place(NamedTuple):
    step: dict[str, Any]
    following: str
    inside: tuple[tuple[str, int], ...]


class TooLargeError(Exception):
    """There are more states than the test has time for."""


class NowhereToLandError(Exception):
    """The steps of other groups of applicants lead past themselves in a circle."""


class Search:
    """All states that a case of one group of applicants can be in."""

    def __init__(self, steps: list[dict[str, Any]], group: str | None, most: int = 1500) -> None:
        self.group = group
        self.places: dict[str, Place] = {}
        self._read(steps, END, ())
        self.limited = [
            (step, branch["answer"])
            for step, place in self.places.items()
            for branch in place.step.get("decision", {}).get("branches", ())
            if "limit" in branch
        ]
        self.start = self._moved(frozenset(), (0,) * len(self.limited), steps[0]["id"], None)
        self.calm: dict[Any, list[Any]] = {}
        self.distance = {self.start: 0}
        waiting = deque([self.start])
        while waiting:
            state = waiting.popleft()
            moves = [] if state == END else list(self._moves(state))
            self.calm[state] = [after for after, late in moves if not late]
            for after, _ in moves:
                if after not in self.distance:
                    self.distance[after] = self.distance[state] + 1
                    waiting.append(after)
            if len(self.distance) > most:
                raise TooLargeError

    def _read(self, steps: list[dict[str, Any]], after: str, inside: tuple[tuple[str, int], ...]) -> None:
        for index, step in enumerate(steps):
            following = steps[index + 1]["id"] if index + 1 < len(steps) else after
            self.places[step["id"]] = Place(step, following, inside)
            for number, branch in enumerate(step.get("parallel", ())):
                self._read(branch["steps"], f"MEET {step['id']}", (*inside, (step["id"], number)))

    # -- actions

    def _moves(self, state: State, free: bool = False) -> Iterator[tuple[Any, bool]]:
        """Yield each state that one action leads to, and whether the action is being late."""
        for token in state.open:
            name, came = token
            place = self.places[name]
            rest, given, step = state.open - {token}, state.given, place.step
            if "parallel" in step:
                yield self._split(rest, given, name), False
            elif "decision" in step:
                yield from self._answers(rest, given, name, free)
            else:
                yield self._moved(rest, given, self._onward(name), None), False
            if "optional" in step or (step.get("only") and self.group is None):
                yield self._moved(rest, given, self._past(name), None), False
            for wait in () if free else self._waits(name, came):
                yield self._moved(rest, given, wait.get("to", END), None), True

    def _waits(self, name: str, came: tuple[str, str] | None) -> Iterator[dict[str, Any]]:
        waits = [self.places[name].step.get("deadline", {})]
        if came is not None:
            branches = self.places[came[0]].step["decision"]["branches"]
            waits += [branch["deadline"] for branch in branches if branch["answer"] == came[1]]
        return (wait for wait in waits if "to" in wait or "end" in wait)

    def _answers(
        self, rest: frozenset[Token], given: tuple[int, ...], name: str, free: bool
    ) -> Iterator[tuple[Any, bool]]:
        place = self.places[name]
        for branch in place.step["decision"]["branches"]:
            target = branch.get("to", END if "end" in branch else place.following)
            came = (name, branch["answer"]) if "deadline" in branch else None
            if "limit" not in branch:
                yield self._moved(rest, given, target, came), False
                continue
            which = self.limited.index((name, branch["answer"]))
            if free:
                continue
            if given[which] < branch["limit"]["times"]:
                more = (*given[:which], given[which] + 1, *given[which + 1 :])
                yield self._moved(rest, more, target, came), False
            else:
                yield self._moved(rest, given, branch["limit"].get("to", END), None), False

    # -- where things lead

    def _onward(self, name: str) -> str:
        step = self.places[name].step
        return step.get("next", END if "end" in step else self.places[name].following)

    def _past(self, name: str) -> str:
        step = self.places[name].step
        return step.get("skip_to", self.places[name].following if "decision" in step else self._onward(name))

    def _landing(self, target: str) -> str:
        """Return where a case comes down that is sent to ``target``: other groups' steps are passed."""
        passed: set[str] = set()
        while target in self.places and self.group is not None:
            only = self.places[target].step.get("only", [self.group])
            if not only or self.group in only:
                break
            if target in passed:
                raise NowhereToLandError
            passed.add(target)
            target = self._past(target)
        return target

    def _moved(self, rest: frozenset[Token], given: tuple[int, ...], target: str, came: Any) -> Any:
        landed = self._landing(target)
        if landed == END:
            return END
        if landed.startswith("MEET "):
            return self._met(rest, given, landed.removeprefix("MEET "))
        return State(rest | {(landed, came)}, given)

    def _met(self, rest: frozenset[Token], given: tuple[int, ...], split: str) -> Any:
        if any(name == split for step, _ in rest for name, _ in self.places[step].inside):
            return State(rest, given)
        return self._moved(rest, given, self._onward(split), None)

    def _split(self, rest: frozenset[Token], given: tuple[int, ...], name: str) -> Any:
        landed = [self._landing(branch["steps"][0]["id"]) for branch in self.places[name].step["parallel"]]
        opened = frozenset((step, None) for step in landed if step in self.places)
        return State(rest | opened, given) if opened else self._met(rest, given, name)

    # -- what is asked

    def reached(self) -> set[str]:
        """Return the steps that are open in some state."""
        return {step for state in self.distance if state != END for step, _ in state.open}

    def stuck(self) -> set[Any]:
        """Return the states from which no end is reached unless somebody is late."""
        before: dict[Any, list[Any]] = {}
        for state, after in self.calm.items():
            for each in after:
                before.setdefault(each, []).append(state)
        fine, waiting = {END}, [END]
        while waiting:
            for state in before.get(waiting.pop(), ()):
                if state not in fine:
                    fine.add(state)
                    waiting.append(state)
        return set(self.distance) - fine

    def traps(self) -> set[str]:
        """Return the steps among which stuck cases go round in the end."""
        stuck = self.stuck()
        if not stuck:
            return set()
        graph = nx.DiGraph()
        graph.add_nodes_from(stuck)
        graph.add_edges_from((state, after) for state in stuck for after in self.calm[state])
        return {step for circle in nx.attracting_components(graph) for state in circle for step, _ in state.open}

    def first_seen(self, steps: set[str]) -> int:
        """Return the fewest actions after which one of the steps is open."""
        return min(
            distance
            for state, distance in self.distance.items()
            if state != END and any(step in steps for step, _ in state.open)
        )

    def endless(self) -> set[tuple[str, str]]:
        """Return the limited answers of reached steps that do not come back by free actions of this one branch."""
        reached = self.reached()
        return {(step, answer) for step, answer in self.limited if step in reached and not self._returns(step, answer)}

    def _returns(self, step: str, answer: str) -> bool:
        place = self.places[step]
        branch = next(each for each in place.step["decision"]["branches"] if each["answer"] == answer)
        exits = {"MEET " + place.inside[-1][0]} if place.inside else {END}
        # a companion that never moves keeps the join of this branch closed
        given = (0,) * len(self.limited)
        target = branch.get("to", END if "end" in branch else place.following)
        if self._landing(target) in exits | {END}:
            return False
        first = self._moved(frozenset(), given, target, None)
        seen, waiting = {first}, [first]
        while waiting:
            state = waiting.pop()
            if {name for name, _ in state.open} == {step}:
                return True
            for after, _ in self._moves(state, free=True):
                if after == END or after in seen or self._left(after, place):
                    continue
                seen.add(after)
                waiting.append(after)
        return False

    def _left(self, state: State, home: Place) -> bool:
        return any(self.places[name].inside[: len(home.inside)] != home.inside for name, _ in state.open)
