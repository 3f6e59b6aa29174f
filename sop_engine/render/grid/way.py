"""The way of an arrow over a page, in places and levels without sizes (:mod:`.field`)."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple


class Side(IntEnum):
    """Where an arrow leaves or reaches a symbol."""

    TOP = 0
    LEFT = 1
    RIGHT = 2
    BOTTOM = 3


class Leg(NamedTuple):
    """A straight part of a way: at a place (or level), from ``low`` to ``high`` levels (or places).

    A ``stub`` is the short leg onto the top of a symbol that leaves its centre line to others.
    """

    down: bool
    at: int
    low: int
    high: int
    stub: bool = False


class Way(NamedTuple):
    """The way of a wire: its legs from the source to the target, and where it leaves and arrives."""

    legs: tuple[Leg, ...]
    leaves: Side
    arrives: Side


def across(level: int, one: int, other: int) -> Leg:
    """Return a leg along a level between two places."""
    return Leg(False, level, one, other) if one < other else Leg(False, level, other, one)


def down(place: int, one: int, other: int, *, stub: bool = False) -> Leg:
    """Return a leg on a place between two levels."""
    return Leg(True, place, one, other, stub) if one < other else Leg(True, place, other, one, stub)
