"""What can happen to a case: a closed set of events, as plain values.

An event says what happened, who recorded it in which capacity, when, and where the case went (``opens``, ``end``,
``status``, ``clock``): a case can be told again from its events alone, without its definition. Nothing in here decides
or performs; kinds and fields may be added later, the meaning of one never changes.
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

    @property
    def closed(self) -> bool:
        """Return whether nothing goes on any more."""
        return self not in (CaseStatus.OPEN, CaseStatus.SUSPENDED)


class EventKind(StrEnum):
    """What happened."""

    OPENED = "opened"
    DONE = "done"
    SKIPPED = "skipped"
    ESCALATED = "escalated"
    SUSPENDED = "suspended"
    RESUMED = "resumed"
    WITHDRAWN = "withdrawn"
    REJECTED = "rejected"
    RECALLED = "recalled"
    """The step of event ``about`` was taken back."""
    CHECKED = "checked"
    """The papers were held against the requirements."""
    CLAIMED = "claimed"
    RELEASED = "released"
    REASSIGNED = "reassigned"
    CALLED = "called"
    """The case of a called SOP was opened."""
    COMMENTED = "commented"
    CORRECTED = "corrected"
    """What event ``about`` says is put right; the event itself stays."""
    WARNED = "warned"
    """A time ran out."""
    RECOUNTED = "recounted"
    """The case was moved to another edition of the calendar, or of its unit's working time."""


MOVES = (EventKind.DONE, EventKind.SKIPPED, EventKind.ESCALATED)
"""The kinds by which a case goes along its procedure, from step to step."""


class Event(NamedTuple):
    """One thing that happened to a case.

    ``seq`` counts from 1 and is the case's version after the event; ``at`` is an aware time. ``step`` and ``actor``
    are empty for what concerns the case as a whole. ``opens`` are the steps that opened by it, ``end`` the key of the
    end it reached. ``definition`` is the digest of the definition the case is pinned to from this event on; None: as
    before. ``times`` says how often a limited answer has now been given, and ``group`` for which applicants a case is
    opened. ``clock`` is whose time runs from here on (None: as before), ``starts`` is 1 when the promised time begins
    here and 0 when it begins no more. ``standing`` is by what right the person held the office when not by
    appointment, ``about`` an earlier event, ``facts`` are ``name=value``: see :meth:`fact`.
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
    clock: str | None = None
    starts: int | None = None
    standing: str | None = None
    about: int | None = None
    facts: tuple[str, ...] = ()

    def fact(self, name: str) -> str | None:
        """Return the first value of a fact, or None."""
        return next(iter(self.all_facts(name)), None)

    def all_facts(self, name: str) -> tuple[str, ...]:
        """Return the values of a fact that may be there several times."""
        start = f"{name}="
        return tuple(each.removeprefix(start) for each in self.facts if each.startswith(start))
