"""Events -> Case: the state of a case is a fold over what happened to it.

Open steps are a tuple, in the order in which they opened, though a case has only one today: parallel branches will
add more. Events are believed here; whether they were allowed is decided in :mod:`sop_engine.engine.advance`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from sop_engine.engine.event import CaseStatus, Event


class OpenStep(NamedTuple):
    """A step that waits, and since when."""

    step: str
    since: datetime


class Case(NamedTuple):
    """The state of a case after ``version`` events. ``end`` is the key of the end it reached, or None."""

    version: int
    status: CaseStatus
    open: tuple[OpenStep, ...]
    end: str | None


def evolve(case: Case | None, event: Event) -> Case:
    """Return the case after ``event``; ``case`` is None before the first one."""
    opened: tuple[OpenStep, ...] = ()
    if case is not None and len(case.open) > 1 and event.end is None:
        opened = tuple(waiting for waiting in case.open if waiting.step != event.step)
    for step in event.opens:
        opened += (OpenStep(step, event.at),)
    return Case(event.seq, event.status, opened, event.end)


def fold(events: Iterable[Event]) -> Case | None:
    """Return the case that ``events`` tell of, in their order; None when there are none."""
    case = None
    for event in events:
        case = evolve(case, event)
    return case
