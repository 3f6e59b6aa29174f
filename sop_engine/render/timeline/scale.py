"""Working minutes -> places on an axis, with round marks in working days, hours or minutes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sop_engine.messages import printed
from sop_engine.promise.measure import Measured
from sop_engine.promise.pledge import Pledge

_ROUND = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)
_MOST_MARKS = 12
_HOUR = 60
_FEW = 1.5
_FAR = 1.5
"""What takes more than so many times what the promise and the ways without returns need is broken off."""
_BREAK = 26.0
"""Room for a break between the last line of a promise and the end of a bar."""
_MOST_LABEL = 0.45


class Labelled(NamedTuple):
    """A bar from the left end of the axis on, with the room for its label; ``minutes`` is None where it has no end."""

    minutes: int | None
    room: float


@dataclass(frozen=True)
class Scale:
    """An axis from 0 to ``most`` minutes between ``left`` and ``right``, its marks, and the name of their unit.

    A bar of more than ``far`` minutes is broken off and ends at ``broken``.
    """

    most: float
    left: float
    right: float
    ticks: tuple[tuple[float, str], ...]
    unit: str
    far: float
    broken: float

    def x(self, minutes: float) -> float:
        """Return the place of a time; what lies beyond the axis stands at its end."""
        return self.left + min(minutes, self.most) / self.most * (self.right - self.left)


def scale(
    measured: Measured, pledges: Sequence[Pledge], totals: Sequence[Labelled], left: float, right: float
) -> Scale:
    """Return the axis on which promises and ways without returns have room, and longer ways if they are near.

    Right of each of ``totals`` its label has room, too.
    """
    promised = max((pledge.longer or pledge.minutes for pledge in pledges), default=0)
    ends = (
        begin + measured.weight(measured.flow.node[step]).worst
        for step, begin in measured.begins.items()
        if step in measured.flow.node
    )
    needed = max(promised, measured.straight.minutes, *ends, 1)
    far = needed * _FAR
    most, broken = _room(totals, needed, far, right - left)
    name, unit = _unit(most, measured.working.minutes_per_day)
    step = next((each for each in _ROUND if most / unit / each <= _MOST_MARKS), None)
    if step is None:
        step = -(-int(most / unit) // (_MOST_MARKS * 1000)) * 1000
    count = int(most / unit / step)
    ticks = tuple((number * step * unit, str(number * step)) for number in range(count + 1))
    return Scale(most, left, right, ticks, printed(f"promise.axis_{name}"), far, broken)


def _room(totals: Sequence[Labelled], needed: int, far: float, axis: float) -> tuple[float, float]:
    """Return the minutes of the whole axis, and those at which bars that are too long end."""
    most, last, widest = needed * 1.04, needed, 0.0
    for minutes, wanted in totals:
        room = min(wanted, axis * _MOST_LABEL)
        if minutes is None or minutes > far:
            widest = max(widest, room)
        else:
            last = max(last, minutes)
            most = max(most, minutes * axis / (axis - room))
    if widest:
        most = max(most, last * axis / (axis - widest - _BREAK))
    return most, most * (1 - widest / axis)


def _unit(most: float, day: int) -> tuple[str, int]:
    """Return the unit of the axis and its minutes: the largest of which there are more than a few."""
    if most > day * _FEW:
        return "days", day
    return ("hours", _HOUR) if most > _HOUR * _FEW else ("minutes", 1)
