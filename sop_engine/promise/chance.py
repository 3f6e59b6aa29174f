"""Three estimates a step -> the chance of keeping a promise, by trying many cases. Same seed, same answer, everywhere.

Each try walks a case that is served to its end. A step's time is drawn from the triangular distribution over its best,
usual and worst time: it assumes nothing but the three figures that were given, and is wider, so more careful, than
the beta distribution of PERT (Malcolm et al., Operations Research 7, 1959; the triangular one in its place: D. Johnson,
The Statistician 46, 1997). Times are independent of each other; optional steps are done; no deadline passes. Of a
decision that can send the file back it is assumed that it does so with a stated chance; its other answers are equally
likely.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from math import sqrt
from random import Random
from typing import NamedTuple

from sop_engine.flow import EdgeKind, EndStatus
from sop_engine.promise.measure import Measured
from sop_engine.promise.region import Region, Regions, Way, regions

RUNS = 10_000
SEED = 1
RETURNED = 0.1
"""How often a decision sends the file back when nobody says otherwise: an assumption, told with every answer."""

_MOST_STEPS = 2_000_000
"""Steps walked at most in all tries together: a very long procedure, or one that hardly ends, is tried less often."""

_NORMAL_95 = 1.96


class Estimate(NamedTuple):
    """A share of the tries, and the bounds in which it lies 19 times of 20 (E. B. Wilson, JASA 22, 1927)."""

    share: float
    low: float
    high: float


@dataclass(frozen=True)
class Trials:
    """The working minutes of every try, in rising order, and what was assumed."""

    minutes: tuple[float, ...]
    seed: int
    returned: float

    @property
    def runs(self) -> int:
        """Return how many cases were tried."""
        return len(self.minutes)

    def within(self, minutes: int) -> Estimate:
        """Return the share of the tries that took at most so many minutes, with its sampling error."""
        runs = self.runs
        share = sum(each <= minutes for each in self.minutes) / runs
        square = _NORMAL_95**2
        middle = (share + square / (2 * runs)) / (1 + square / runs)
        half = _NORMAL_95 * sqrt(share * (1 - share) / runs + square / (4 * runs * runs)) / (1 + square / runs)
        # at the ends the bounds are the ends themselves, but for rounding
        low, high = (0.0 if share == 0 else middle - half), (1.0 if share == 1 else middle + half)
        return Estimate(share, low, high)

    def quantile(self, share: float) -> float:
        """Return the minutes within which that share of the tries was finished."""
        return self.minutes[min(self.runs - 1, int(share * self.runs))]


def trials(
    measured: Measured, *, complete: bool, runs: int = RUNS, seed: int = SEED, returned: float = RETURNED
) -> Trials | None:
    """Return ``runs`` tries of a procedure; ``returned`` lies between 0 and 0.9.

    Fewer when cases go round so long that not all can be tried; None when not one ends, or a time is missing.
    """
    parts = regions(measured.flow, measured.working, complete=complete)
    if parts is None or measured.unknown:
        return None
    random = Random(seed)  # noqa: S311 - repeatable on purpose
    walk = _Walk(parts, measured, random.random, returned)
    minutes: list[float] = []
    with suppress(_Exhausted):
        while len(minutes) < runs:
            minutes.append(walk.once())
    return Trials(tuple(sorted(minutes)), seed, returned) if minutes else None


class _Exhausted(Exception):  # noqa: N818 - not an error: enough has been tried
    pass


class _Stop(NamedTuple):
    """What happens at a stop: the step's three times, the branches it waits for, and where a case can go on."""

    best: int
    usual: int
    worst: int
    branches: tuple[_Table, ...]
    onward: tuple[Way, ...]
    back: tuple[Way, ...]
    beyond: dict[str | None, str]
    """Where each limited answer leads when it is used up."""


class _Table(NamedTuple):
    start: str
    stops: dict[str, _Stop]


class _Walk:
    def __init__(self, parts: Regions, measured: Measured, random: Callable[[], float], returned: float) -> None:
        self.random, self.returned = random, returned
        self.given: dict[tuple[str, str | None], int] = {}
        self.left = _MOST_STEPS
        tables: dict[tuple[str, ...], _Table] = {}
        for inside, region in parts.deepest_first():
            tables[inside] = _table(region, region.finals, parts, tables)
        flow = measured.flow
        served = tuple(end for end in parts.whole.finals if flow.end[end].status is EndStatus.FINISHED)
        self.whole = _table(parts.whole, served or parts.whole.finals, parts, tables)

    def once(self) -> float:
        """Return how long one case took."""
        self.given.clear()
        return self._through(self.whole)

    def _through(self, table: _Table) -> float:
        minutes, at = 0.0, table.start
        while at in table.stops:
            stop = table.stops[at]
            self.left -= 1
            if self.left < 0:
                raise _Exhausted
            if stop.worst:
                minutes += self._drawn(stop)
            if stop.branches:
                minutes += max(map(self._through, stop.branches))
            at = self._next(stop)
        return minutes

    def _drawn(self, stop: _Stop) -> float:
        best, usual, worst = stop.best, stop.usual, stop.worst
        if best == worst:
            return best
        share, across = self.random(), worst - best
        if share * across < usual - best:
            return best + sqrt(share * across * (usual - best))
        return worst - sqrt((1 - share) * across * (worst - usual))

    def _next(self, stop: _Stop) -> str:
        onward, back = stop.onward, stop.back
        if len(onward) == 1 and not back:
            way = onward[0]
        else:
            onward, back = self._left(stop, onward) or onward, self._left(stop, back)
            sent_back = back and (not onward or self.random() < self.returned)
            ways = back if sent_back else onward or stop.back
            way = ways[int(self.random() * len(ways))] if len(ways) > 1 else ways[0]
        if way.limit is None:
            return way.target
        used = self.given.get(_answer(way), 0)
        self.given[_answer(way)] = used + 1
        return way.target if used < way.limit else stop.beyond.get(way.edge.answer, way.target)

    def _left(self, stop: _Stop, ways: tuple[Way, ...]) -> tuple[Way, ...]:
        """Return the ways whose answer may still be given, or leads elsewhere by now."""
        return tuple(
            way
            for way in ways
            if way.limit is None or way.edge.answer in stop.beyond or self.given.get(_answer(way), 0) < way.limit
        )


def _answer(way: Way) -> tuple[str, str | None]:
    return way.edge.source, way.edge.answer


def _table(region: Region, finals: Sequence[str], parts: Regions, tables: dict[tuple[str, ...], _Table]) -> _Table:
    """Return the stops of a region from which one of ``finals`` is reached."""
    entering: dict[str, list[str]] = {}
    for ways in region.ways.values():
        for way in ways:
            if way.ordinary:
                entering.setdefault(way.target, []).append(way.source)
    serving, waiting = set(finals), list(finals)
    while waiting:
        for source in entering.get(waiting.pop(), ()):
            if source not in serving:
                serving.add(source)
                waiting.append(source)
    stops = {stop: _stop(ways, serving, parts, tables) for stop, ways in region.ways.items() if stop in serving}
    return _Table(region.start, stops)


def _stop(ways: Sequence[Way], serving: set[str], parts: Regions, tables: dict[tuple[str, ...], _Table]) -> _Stop:
    usable = [way for way in ways if way.target in serving]
    taken = [way for way in usable if way.ordinary and way.edge.kind is not EdgeKind.SKIP]
    # a step that only skipping leads past is skipped
    taken = taken or [way for way in usable if way.ordinary]
    weight = next((way.weight for way in taken if way.step is not None), taken[0].weight)
    block = next((way.block for way in taken if way.block is not None), None)
    return _Stop(
        weight.best,
        weight.usual,
        weight.worst,
        tuple(tables[inside] for inside in parts.branches[block]) if block is not None else (),
        tuple(way for way in taken if way.forward),
        tuple(way for way in taken if not way.forward),
        {way.edge.answer: way.target for way in usable if way.edge.kind is EdgeKind.LIMIT},
    )
