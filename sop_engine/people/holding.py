"""The values of a list of people: a person, an office that he or she holds, and what only stewards may do."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Standing(StrEnum):
    """How an office is held: for good, by an acting official (Plt.), or by one who stands in for days (Plh.)."""

    DEFINITIVE = "definitive"
    PLT = "plt"
    PLH = "plh"


ORDER = {standing: place for place, standing in enumerate(Standing)}
"""The definitive official is named first."""


class Deed(StrEnum):
    """What nobody may do but a steward (pengelola)."""

    LOAD = "load"
    DELEGATE = "delegate"
    REASSIGN = "reassign"
    ERASE = "erase"
    REVEAL = "reveal"
    BACKUP = "backup"
    RESTORE = "restore"
    COPY = "copy"
    NAMES = "names"
    DESK = "desk"
    RECOUNT = "recount"


class Person(NamedTuple):
    """A user by his or her id, the full name, and whether he or she is a steward."""

    id: str
    name: str
    nip: str | None = None
    steward: bool = False


class Holding(NamedTuple):
    """An office, ``actor`` of ``unit``, as a person holds it from the day ``since`` to the day ``until`` (None: on).

    ``letter`` is the number of the letter of order of a deputy. ``by`` is set where somebody records at the counter
    what an external actor did: the own office of whoever records.
    """

    person: str
    unit: str
    actor: str
    standing: Standing
    letter: str | None
    since: date
    until: date | None
    by: str | None = None

    @property
    def right(self) -> str | None:
        """Return by what right it is held, as events say it: ``plh 800/15``, ``by agendaris``; None: by appointment."""
        if self.by is not None:
            return f"by {self.by}"
        if self.standing is Standing.DEFINITIVE:
            return None
        return f"{self.standing.value} {self.letter or ''}".strip()

    def in_force(self, on: date) -> bool:
        """Return whether the office is held on a day; the first and the last day count."""
        return self.since <= on and (self.until is None or on <= self.until)
