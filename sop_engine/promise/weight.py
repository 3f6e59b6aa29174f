"""A step -> what it costs of the promised time: its three estimates, or nothing where the clock is not the office's."""

from __future__ import annotations

from typing import NamedTuple

from sop_engine.duration import Duration
from sop_engine.flow import Node, Whose
from sop_engine.promise.worktime import WorkingTime


class Weight(NamedTuple):
    """Minutes of a step. ``counted``: the office's clock runs; ``known``: a time is said; ``exact``: see Span."""

    best: int
    usual: int
    worst: int
    counted: bool
    known: bool
    exact: bool


_FREE = Weight(0, 0, 0, False, True, True)
_UNKNOWN = Weight(0, 0, 0, True, False, True)


def weigh(node: Node, clock: Whose, working: WorkingTime) -> Weight:
    """Return what a step costs while ``clock`` runs; a step without time costs nothing and is not known.

    Of three estimates without a usual one, the middle between best and worst is the usual.
    """
    if clock is not Whose.OFFICE:
        return _FREE
    if node.times is None:
        return _UNKNOWN if node.time is None else _same(node.time, working)
    best, worst = working.span(node.times.best), working.span(node.times.worst)
    if node.times.usual is None:
        return Weight(
            best.minutes, (best.minutes + worst.minutes) // 2, worst.minutes, True, True, best.exact and worst.exact
        )
    usual = working.span(node.times.usual)
    # estimates out of order are reported by the checks; here the longest way must not be shorter than the usual one
    low, middle, high = sorted((best.minutes, usual.minutes, worst.minutes))
    return Weight(low, middle, high, True, True, best.exact and usual.exact and worst.exact)


def _same(time: Duration, working: WorkingTime) -> Weight:
    span = working.span(time)
    return Weight(span.minutes, span.minutes, span.minutes, True, True, span.exact)
