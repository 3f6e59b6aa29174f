"""What waits, page by page: for one's own offices, for one actor, for everybody, or what one has claimed.

A step that several of the asked offices may do is told once. A page is as long as was asked, and says after what the
next one goes on.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple
from zoneinfo import ZoneInfo

from sop_engine.failure import Failure
from sop_engine.office.person import text_of
from sop_engine.office.seat import DEFAULT_ZONE, Seat
from sop_engine.store.chain import written
from sop_engine.store.journal import NEVER, Page, Task

Place = tuple[str, str, str]
"""Where a page ends: the written due time, the case and the step of its last task."""


_PARTS = 3


class Whose(StrEnum):
    """Whose work is asked for."""

    OWN = "own"
    """Of the offices that the person holds today; without a list of people, everybody's."""
    MINE = "mine"
    """What the person has claimed."""
    ALL = "all"


class Waiting(NamedTuple):
    """A page of what waits, what is due first at first; ``after`` is where the next page goes on, None at the end."""

    tasks: tuple[Task, ...]
    after: Place | None


def waiting(
    seat: Seat,
    whose: Whose = Whose.OWN,
    actor: str | None = None,
    *,
    late: bool = False,
    limit: int = 50,
    after: Place | None = None,
) -> Waiting:
    """Return at most ``limit`` steps that wait; ``actor`` asks for the inbox of one actor, of any unit.

    ``late``: only those whose time has run out.
    """
    seat.admit()
    read = _reading(seat, whose, actor)
    found: dict[tuple[str, str], Task] = {}
    while len(found) <= limit:
        # one more than asked: whether anything is left
        page = read(Page(limit + 1, after))
        for each in page:
            found.setdefault((each.case, each.step), each)
        if len(page) <= limit:
            break
        after = _place(page[-1])
    tasks = tuple(found.values())
    if late:
        # what is due first comes first: after the first that is not late there is no other
        now = seat.now()
        tasks = tuple(each for each in tasks if each.due is not None and each.due <= now)
    return Waiting(tasks[:limit], _place(tasks[limit - 1]) if len(tasks) > limit else None)


def place_of(said: str) -> Place:
    """Return the place that an officer names, ``DUE,CASE,STEP``; raises :class:`Failure` RUN054 for what is none."""
    parts = text_of("--after", said).split(",")
    if len(parts) != _PARTS:
        raise Failure("RUN054", value=said)
    return (parts[0], parts[1], parts[2])


def _reading(seat: Seat, whose: Whose, actor: str | None) -> Callable[[Page], tuple[Task, ...]]:
    journal = seat.journal
    if actor is not None:
        asked = text_of("ACTOR", actor)
        named = [each for each in journal.awaited() if each == asked or each.endswith(f":{asked}")]
        return lambda page: journal.tasks(named, page)
    if whose is Whose.MINE:
        return lambda page: journal.held(seat.person, page)
    if whose is Whose.ALL or seat.listed is None:
        return lambda page: journal.tasks(None, page)
    today = seat.now().astimezone(ZoneInfo(DEFAULT_ZONE)).date()
    own = sorted({f"{held.unit}:{held.actor}" for held in seat.people.held(seat.person, today)})
    return lambda page: journal.tasks(own, page)


def _place(task: Task) -> Place:
    return (NEVER if task.due is None else written(task.due), task.case, task.step)
