"""Working minutes -> places on an axis, with round marks in working days, hours or minutes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sop_engine.messages import printed
from sop_engine.promise.measure import Measured
from sop_engine.promise.pledge import Pledge

_ROUND = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)
_MOST_MARKS = 12
_HOUR = 60
_FEW = 1.5
_FAR = 1.5
"""An axis is at most so many times as long as the promise and the ways without returns need."""


@dataclass(frozen=True)
class Scale:
    """An axis from 0 to ``most`` minutes between ``left`` and ``right``, its marks, and the name of their unit."""

    most: float
    left: float
    right: float
    ticks: tuple[tuple[float, str], ...]
    unit: str

    def x(self, minutes: float) -> float:
        """Return the place of a time; what lies beyond the axis stands at its end."""
        return self.left + min(minutes, self.most) / self.most * (self.right - self.left)


def scale(measured: Measured, pledges: Sequence[Pledge], left: float, right: float) -> Scale:
    """Return the axis on which promises and ways without returns have room, and all returns if they are near."""
    promised = max((pledge.longer or pledge.minutes for pledge in pledges), default=0)
    ends = (
        begin + measured.weight(measured.flow.node[step]).worst
        for step, begin in measured.begins.items()
        if step in measured.flow.node
    )
    needed = max(promised, measured.straight.minutes, *ends, 1)
    most = max(needed, min(measured.longest.minutes, needed * _FAR)) * 1.04
    name, unit = _unit(most, measured.working.minutes_per_day)
    step = next((each for each in _ROUND if most / unit / each <= _MOST_MARKS), None)
    if step is None:
        step = -(-int(most / unit) // (_MOST_MARKS * 1000)) * 1000
    count = int(most / unit / step)
    ticks = tuple((number * step * unit, str(number * step)) for number in range(count + 1))
    return Scale(most, left, right, ticks, printed(f"promise.axis_{name}"))


def _unit(most: float, day: int) -> tuple[str, int]:
    """Return the unit of the axis and its minutes: the largest of which there are more than a few."""
    if most > day * _FEW:
        return "days", day
    return ("hours", _HOUR) if most > _HOUR * _FEW else ("minutes", 1)
