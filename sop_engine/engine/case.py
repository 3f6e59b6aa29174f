"""Events -> Case: the state of a case is a fold over what happened to it.

Open steps are a tuple, in the order in which they opened: parallel branches have one each. Events are believed
here; whether they were allowed is decided in :mod:`sop_engine.engine.advance`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from sop_engine.engine.event import CaseStatus, Event


class OpenStep(NamedTuple):
    """A step that waits, and since when; ``via`` is the answer (step, answer) that opened it, if one did."""

    step: str
    since: datetime
    via: tuple[str, str] | None = None


class Given(NamedTuple):
    """How often a limited answer has been given."""

    step: str
    answer: str
    times: int


class Case(NamedTuple):
    """The state of a case after ``version`` events. ``end`` is the key of the end it reached, or None.

    ``group`` is the group of applicants it was opened for; ``given`` counts the limited answers, those alone.
    """

    version: int
    status: CaseStatus
    open: tuple[OpenStep, ...]
    end: str | None
    group: str | None = None
    given: tuple[Given, ...] = ()

    def times(self, step: str, answer: str) -> int:
        """Return how often a limited answer has been given."""
        return next((each.times for each in self.given if each.step == step and each.answer == answer), 0)


def evolve(case: Case | None, event: Event) -> Case:
    """Return the case after ``event``; ``case`` is None before the first one."""
    if case is None:
        opened = tuple(OpenStep(step, event.at) for step in event.opens)
        return Case(event.seq, event.status, opened, event.end, event.group)
    opened = ()
    if event.end is None and (len(case.open) > 1 or event.step is None):
        opened = tuple(waiting for waiting in case.open if waiting.step != event.step)
    via = None if event.step is None or event.answer is None else (event.step, event.answer)
    for step in event.opens:
        opened += (OpenStep(step, event.at, via),)
    given = case.given if event.times is None else _given(case, event)
    return Case(event.seq, event.status, opened, event.end, case.group, given)


def _given(case: Case, event: Event) -> tuple[Given, ...]:
    step, answer, times = event.step or "", event.answer or "", event.times or 0
    others = tuple(each for each in case.given if (each.step, each.answer) != (step, answer))
    return (*others, Given(step, answer, times))


def fold(events: Iterable[Event]) -> Case | None:
    """Return the case that ``events`` tell of, in their order; None when there are none."""
    case = None
    for event in events:
        case = evolve(case, event)
    return case
