"""Stubs beside the column -> the channel in which each arrow runs up or down.

Arrows to one landing share a channel, and so do the arrows to branches that start together. Short ones run next to
the column. Two arrows in one channel stay apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sop_engine.render.flowchart.frame import MIDDLE
from sop_engine.render.flowchart.pages import CHANNELS
from sop_engine.render.flowchart.port import LABEL_EDGE, Kind
from sop_engine.render.flowchart.route import Side

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sop_engine.render.flowchart.port import Port
    from sop_engine.render.flowchart.route import Landing

PITCH = 8.0  # between channels
CLEARANCE = 11.0  # between two arrows in one channel
FIRST_CHANNEL = LABEL_EDGE + 6


@dataclass(frozen=True, slots=True)
class Stub:
    """A port at its place.

    ``edge`` is on the outline of its symbol, ``clear`` where its label begins; ``outward`` is 1 to the right, -1 to
    the left.
    """

    row: int
    port: Port
    step: str
    edge: float
    y: float
    clear: float
    outward: int


def channels_of(stubs: list[Stub], entries: Mapping[Landing, Stub]) -> dict[Landing, float]:
    """Return where the upright part of the arrows to each landing runs: short ones next to the column."""
    lanes = _lanes(stubs)
    reach: dict[Landing, list[float]] = {}
    for stub in stubs:
        if stub.port.kind in (Kind.EXIT, Kind.ENTRY):
            lane = lanes.get(stub.port.landing, stub.port.landing)
            low, high = reach.get(lane, (stub.y, stub.y))
            reach[lane] = [min(low, stub.y), max(high, stub.y)]
    taken: dict[Side, list[list[tuple[float, float]]]] = {Side.LEFT: [], Side.RIGHT: []}
    index: dict[Landing, int] = {}
    for landing, (low, high) in sorted(reach.items(), key=lambda item: (item[1][1] - item[1][0], item[1][0])):
        channels = taken[landing.side]
        number = next((i for i, used in enumerate(channels) if _free(used, low, high)), len(channels))
        if number == len(channels):
            channels.append([])
        channels[number].append((low, high))
        index[landing] = number
    # more than planned for can only come from unlucky neighbours; then they stand closer
    pitch = {side: PITCH * min(1.0, (CHANNELS - 1) / max(1, len(used) - 1)) for side, used in taken.items()}
    places = {
        lane: MIDDLE + (1 if lane.side is Side.RIGHT else -1) * (FIRST_CHANNEL + number * pitch[lane.side])
        for lane, number in index.items()
    }
    return {landing: places[lanes.get(landing, landing)] for landing in entries}


def _lanes(stubs: list[Stub]) -> dict[Landing, Landing]:
    """Return for the landings of branches that start together the one whose channel they share."""
    first: dict[str, Landing] = {}
    lanes = {}
    for stub in stubs:
        route = stub.port.route
        if stub.port.kind is Kind.EXIT and route is not None and route.fork:
            lanes[stub.port.landing] = first.setdefault(stub.step, stub.port.landing)
    return lanes


def _free(used: list[tuple[float, float]], low: float, high: float) -> bool:
    return all(high + CLEARANCE < start or end + CLEARANCE < low for start, end in used)
