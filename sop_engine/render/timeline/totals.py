"""What was measured -> the ways that are drawn as bars under those of the steps, with their labels."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sop_engine.messages import printed
from sop_engine.promise import wording
from sop_engine.promise.measure import Measured
from sop_engine.render.timeline.bars import BEST, MAIN, WORST


class Total(NamedTuple):
    """One of the ways under the steps: the phrase that names it, its colour, its minutes (None: no end), its label."""

    name: str
    fill: str
    minutes: int | None
    told: str


def summary(measured: Measured) -> Iterator[Total]:
    """Yield the ways that are shown under the steps; what only repeats another is left out."""

    def total(name: str, fill: str, minutes: int) -> Total:
        return Total(name, fill, minutes, wording.known(printed, measured, minutes))

    yield total("shortest", BEST, measured.shortest.minutes)
    yield total("usual", MAIN, measured.usual.minutes)
    straight = measured.straight.minutes
    if straight != measured.usual.minutes:
        yield total("straight", WORST, straight)
    for name, rounds in wording.slowest(measured):
        if rounds.endless:
            yield Total(name, WORST, None, printed("promise.unbounded"))
        elif rounds.returns or rounds.minutes != straight:
            yield total(name, WORST, rounds.minutes)
