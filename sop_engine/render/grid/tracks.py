"""Ways -> a track for each leg, so that legs in one channel or gap run beside each other and never on one another.

A track is a number counted from one side. Legs that share any place or level do not share a track: where one turns,
the other would meet it. Short legs lie nearest to what they lead to, so that few lines cross.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sop_engine.render.grid.way import Leg, Way

Name = tuple[int, int]
"""Which leg: the number of the way, and that of the leg in it."""


@dataclass(frozen=True, slots=True)
class Tracks:
    """The track of every leg that has one, and how many tracks each channel (by its place) and each gap (by level) has.

    In a gap, track 0 is the nearest to the symbols of its row; in a channel, the leftmost.
    """

    of: dict[Name, int]
    channels: dict[int, int]
    gaps: dict[int, int]


def tracks(ways: Sequence[Way]) -> Tracks:
    """Return the tracks of all legs in channels and gaps."""
    channels: dict[int, list[Name]] = {}
    gaps: dict[int, list[Name]] = {}
    for number, way in enumerate(ways):
        for part, leg in enumerate(way.legs):
            if leg.down and leg.at % 2 == 0:
                channels.setdefault(leg.at, []).append((number, part))
            elif not leg.down and leg.at % 3 != 1:
                gaps.setdefault(leg.at, []).append((number, part))
    of: dict[Name, int] = {}
    counts = {}
    for level, names in gaps.items():
        lines: list[list[Leg]] = []
        _pack(sorted(names, key=lambda name: _length(ways, name)), ways, of, lines)
        counts[level] = len(lines)
    return Tracks(of, {place: _channel(ways, names, of) for place, names in channels.items()}, counts)


def _leg(ways: Sequence[Way], name: Name) -> Leg:
    return ways[name[0]].legs[name[1]]


def _length(ways: Sequence[Way], name: Name) -> tuple[int, Name]:
    leg = _leg(ways, name)
    return leg.high - leg.low, name


def _pack(names: Sequence[Name], ways: Sequence[Way], of: dict[Name, int], lines: list[list[Leg]]) -> None:
    """Give each leg in turn the lowest track in which nothing is that it meets; ``lines`` are the legs of each."""
    for name in names:
        leg = _leg(ways, name)
        track = next((track for track, others in enumerate(lines) if not _meets(leg, others)), len(lines))
        if track == len(lines):
            lines.append([])
        lines[track].append(leg)
        of[name] = track


def _meets(leg: Leg, others: Sequence[Leg]) -> bool:
    return any(other.low <= leg.high and leg.low <= other.high for other in others)


def _channel(ways: Sequence[Way], names: list[Name], of: dict[Name, int]) -> int:
    """Give tracks in a channel, at each side to what leads to that side; return how many there are."""
    place = _leg(ways, names[0]).at
    toward: dict[int, list[Name]] = {-1: [], 0: [], 1: []}
    for name in sorted(names, key=lambda name: _length(ways, name)):
        toward[_leaning(ways, name, place)].append(name)
    lines: list[list[Leg]] = []
    _pack([*toward[-1], *toward[0]], ways, of, lines)
    longer: list[Name] = []
    for name in reversed(toward[1]):
        leg = _leg(ways, name)
        # right of the longer ones that it meets, as far to the right as there is a free track
        least = max((of[other] + 1 for other in longer if _meets(leg, [_leg(ways, other)])), default=0)
        track = next(
            (each for each in range(len(lines) - 1, least - 1, -1) if not _meets(leg, lines[each])), len(lines)
        )
        if track == len(lines):
            lines.append([])
        lines[track].append(leg)
        of[name] = track
        longer.append(name)
    return len(lines)


def _leaning(ways: Sequence[Way], name: Name, place: int) -> int:
    """Return to which side of a channel both ends of a leg lead: -1 left, 1 right, 0 to different ones or nowhere."""
    way, part = ways[name[0]], name[1]
    ends = [_far(leg, place) for leg in (*way.legs[part - 1 : part], *way.legs[part + 1 : part + 2])]
    return ends[0] if ends and all(end == ends[0] for end in ends) else 0


def _far(leg: Leg, place: int) -> int:
    return -1 if leg.low < place else 1
