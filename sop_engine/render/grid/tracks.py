"""Ways -> a track for each leg, so that legs in one channel or gap run beside each other and never on one another.

A track is a number counted from one side. Legs that share any place or level do not share a track: where one turns,
the other would meet it. Short legs lie nearest to what they lead to, so that few lines cross.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sop_engine.render.grid.field import Field
    from sop_engine.render.grid.route import Leg, Way

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


def tracks(field: Field, ways: Sequence[Way]) -> Tracks:
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
    for names in gaps.values():
        _pack(sorted(names, key=lambda name: _length(ways, name)), ways, of, 0)
    count = {level: 1 + max(of[name] for name in names) for level, names in gaps.items()}
    wide = {place: _channel(field, ways, names, of) for place, names in channels.items()}
    return Tracks(of, wide, count)


def _leg(ways: Sequence[Way], name: Name) -> Leg:
    return ways[name[0]].legs[name[1]]


def _length(ways: Sequence[Way], name: Name) -> tuple[int, Name]:
    leg = _leg(ways, name)
    return leg.high - leg.low, name


def _pack(names: Sequence[Name], ways: Sequence[Way], of: dict[Name, int], first: int) -> None:
    """Give each leg in turn the lowest track from ``first`` on in which nothing is that it meets."""
    rows: list[list[Leg]] = []
    for name in names:
        leg = _leg(ways, name)
        for track, others in enumerate(rows):
            if all(other.high < leg.low or leg.high < other.low for other in others):
                others.append(leg)
                of[name] = first + track
                break
        else:
            rows.append([leg])
            of[name] = first + len(rows) - 1


def _channel(field: Field, ways: Sequence[Way], names: list[Name], of: dict[Name, int]) -> int:
    """Give tracks in a channel, at each side to what leads to that side; return how many there are."""
    place = _leg(ways, names[0]).at
    toward: dict[int, list[Name]] = {-1: [], 0: [], 1: []}
    for name in names:
        toward[_leaning(field, ways, name, place)].append(name)
    count = 0
    for side in (-1, 0, 1):
        group = sorted(toward[side], key=lambda name: _length(ways, name))
        if not group:
            continue
        own: dict[Name, int] = {}
        _pack(group, ways, own, 0)
        most = max(own.values())
        for name, track in own.items():
            of[name] = count + (most - track if side > 0 else track)
        count += most + 1
    return count


def _leaning(field: Field, ways: Sequence[Way], name: Name, place: int) -> int:
    """Return to which side of a channel both ends of a leg lead: -1 left, 1 right, 0 to different ones or nowhere."""
    way, part = ways[name[0]], name[1]
    ends = [_far(leg, place) for leg in (*way.legs[part - 1 : part], *way.legs[part + 1 : part + 2])]
    return ends[0] if ends and all(end == ends[0] for end in ends) else 0


def _far(leg: Leg, place: int) -> int:
    return -1 if leg.low < place else 1
