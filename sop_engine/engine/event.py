"""What can happen to a case: a closed set of events and of effects, as plain values.

An event says what happened, who recorded it in which capacity, when, and where the case went (``opens``, ``end``,
``status``): a case can be told again from its events alone, without its definition.
An effect says what the shell is to do about it. Nothing in here decides or performs; kinds may be added later,
the meaning of a kind never changes.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


class CaseStatus(StrEnum):
    """What has become of a case. A suspended one waits for something and goes on where it stands when resumed."""

    OPEN = "open"
    FINISHED = "finished"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    SUSPENDED = "suspended"


class EventKind(StrEnum):
    """What happened."""

    OPENED = "opened"
    DONE = "done"
    SKIPPED = "skipped"
    ESCALATED = "escalated"
    RESUMED = "resumed"


class Event(NamedTuple):
    """One thing that happened to a case.

    ``seq`` counts from 1 and is the case's version after the event; ``at`` is an aware time. ``step`` and ``actor``
    are empty for the opening. ``opens`` are the steps that opened by it, ``end`` the key of the end it reached.
    ``definition`` is the digest of the definition the case is pinned to from this event on; None: as before.
    ``times`` says how often a limited answer has now been given, and ``group`` for which applicants a case is opened.
    """

    seq: int
    at: datetime
    kind: EventKind
    step: str | None
    actor: str | None
    person: str
    answer: str | None
    note: str | None
    opens: tuple[str, ...]
    end: str | None
    status: CaseStatus
    definition: str | None = None
    times: int | None = None
    group: str | None = None


class TaskOpened(NamedTuple):
    """A step waits for one of its performers (keys of actors; the first is the step's own)."""

    step: str
    performers: tuple[str, ...]
    activity: str


class TaskClosed(NamedTuple):
    """A step waits no longer for the performers for whom it had opened."""

    step: str
    performers: tuple[str, ...]


class CaseClosed(NamedTuple):
    """The case reached an end: ``end`` is its key."""

    end: str
    status: CaseStatus


Effect = TaskOpened | TaskClosed | CaseClosed
