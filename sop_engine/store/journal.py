"""What a store promises, whatever keeps it: append at an expected version, read back, project.

The record of a case is a chain: each event's hash covers the one before it and the event's canonical JSON, and the
first stands on the case's own name. Whoever holds the events can verify them with :func:`broken_at`.
Performing the effects of a step (the inbox) belongs to the same transaction as its event.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import lru_cache
from json.encoder import encode_basestring
from typing import NamedTuple, Protocol

from sop_engine.engine.advance import Step
from sop_engine.engine.case import Case
from sop_engine.engine.event import CaseStatus, Event

_FIELDS = sorted(Event._fields)


class Pinned(NamedTuple):
    """A definition as a case began with it: its texts, their digest and what lists say about it."""

    digest: str
    sop: str
    title: str
    zone: str
    text: str
    unit_text: str | None


class CaseRecord(NamedTuple):
    """A case as the store has it; ``head`` is the hash of its last event, ``zone`` the unit's time zone."""

    id: str
    sop: str
    title: str
    zone: str
    procedure: str
    definition: str
    opened_at: datetime
    changed_at: datetime
    case: Case
    head: str


class Recorded(NamedTuple):
    """An event as the store has it."""

    event: Event
    hash: str


class Task(NamedTuple):
    """A step that waits in an actor's inbox."""

    case: str
    sop: str
    title: str
    zone: str
    procedure: str
    definition: str
    step: str
    actor: str
    activity: str
    since: datetime


class Moved(Exception):  # noqa: N818 - not an error: somebody else was first
    """The case is no longer at the version that an append expected; nothing was kept."""


class Journal(Protocol):
    """A store of cases. Every method raises :class:`Failure` STO001-STO011 when the store itself fails."""

    @property
    def place(self) -> str:
        """Return where the store is, in words for a message."""

    @property
    def exists(self) -> bool:
        """Return whether there is a store yet; one that is not there reads as an empty one."""

    def open_case(self, pinned: Pinned, procedure: str, year: int, step: Step) -> CaseRecord:
        """Keep ``step`` as the first of a new case, named after its SOP, ``year`` and a running number."""

    def append(self, record: CaseRecord, step: Step) -> CaseRecord:
        """Keep ``step`` on the case that ``record`` shows; raises :class:`Moved` when it has moved on.

        Raises :class:`Failure` STO011 when the last event is not the one that the case's head stands for.
        """

    def load(self, case: str) -> CaseRecord | None:
        """Return the case, or None."""

    def cases(self, status: CaseStatus | None = None) -> tuple[CaseRecord, ...]:
        """Return the cases, oldest first."""

    def tasks(self, actor: str | None = None) -> tuple[Task, ...]:
        """Return what waits, longest first: one actor's, or each step once under its own actor."""

    def awaited(self) -> tuple[str, ...]:
        """Return the actors for whom something waits, by key."""

    def history(self, case: str) -> tuple[Recorded, ...]:
        """Return the events of a case, oldest first."""

    def last(self, case: str, step: str | None = None) -> Event | None:
        """Return the last event of a case, or the last one of a step of it."""

    def definition(self, digest: str) -> Pinned:
        """Return a pinned definition; raises KeyError for a digest that no case has."""

    def close(self) -> None:
        """Let go of the store."""


@lru_cache(maxsize=64)  # a step writes its moment several times
def written(moment: datetime) -> str:
    """Return an aware time as the store and its hashes write it: UTC, microseconds, ``Z``."""
    if moment.tzinfo is not UTC:
        moment = moment.astimezone(UTC)
    return moment.isoformat(timespec="microseconds")[: -len("+00:00")] + "Z"


def genesis(case: str, sop: str, procedure: str) -> str:
    """Return the hash that a case's first event stands on."""
    return _sha256(_canonical(("case", "procedure", "sop"), {"case": case, "procedure": procedure, "sop": sop}))


def chained(previous: str, event: Event) -> str:
    """Return the hash of ``event`` after the one whose hash is ``previous``."""
    fields = dict(zip(Event._fields, event, strict=True))
    fields["at"] = written(event.at)
    return linked(previous, fields)


def linked(previous: str, fields: Mapping[str, object]) -> str:
    """Return the hash of an event from its fields as they are written: :func:`chained` without a reading between.

    Empty fields are left out of the canonical JSON, so that fields added later leave old hashes as they are.
    """
    return _sha256(f"{previous}\n{_canonical(_FIELDS, fields)}")


def broken_at(first: str, events: Iterable[Recorded]) -> int | None:
    """Return the ``seq`` from which the chain that begins at ``first`` does not hold, or None when it is intact."""
    previous = first
    for expected, (event, digest) in enumerate(events, 1):
        if event.seq != expected or chained(previous, event) != digest:
            return expected
        previous = digest
    return None


def _canonical(names: Iterable[str], fields: Mapping[str, object]) -> str:
    """Return JSON without blanks and empty fields, in the order of ``names``: texts, whole numbers, lists of texts."""
    said = []
    for name in names:
        value = fields[name]
        # written here and not by the json module: a step hashes two events, and building an encoder costs more
        if isinstance(value, str):
            said.append(f'"{name}":{encode_basestring(value)}')
        elif isinstance(value, tuple):
            if value:
                said.append(f'"{name}":[{",".join(map(encode_basestring, value))}]')
        elif value is not None:
            said.append(f'"{name}":{value}')
    return f"{{{','.join(said)}}}"


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
