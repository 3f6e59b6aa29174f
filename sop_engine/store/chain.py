"""The record of a case as a chain: each event's hash covers the one before it and the event's canonical JSON.

The first stands on the case's own name. Whoever holds the texts can verify them with :func:`broken_at`, without this
program: SHA-256 over the hash before, a line feed, and the text.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import lru_cache
from json.encoder import encode_basestring
from typing import Any, NamedTuple

from sop_engine.engine.event import CaseStatus, Event, EventKind

_FIELDS = sorted(Event._fields)

_TEXTS = ("step", "actor", "person", "answer", "note", "end", "definition", "group", "clock", "standing")
_NUMBERS = ("seq", "times", "starts", "about")
_TYPES = (*((name, str) for name in _TEXTS), *((name, int) for name in _NUMBERS), ("opens", list), ("facts", list))

UNREADABLE = (ValueError, TypeError, KeyError, AttributeError, IndexError, ArithmeticError, RecursionError)
"""What the reading of something may raise that somebody else put into a store."""


class Recorded(NamedTuple):
    """An event as the store has it; ``body`` is the text that its hash covers."""

    event: Event
    hash: str
    body: str


@lru_cache(maxsize=64)  # a step writes its moment several times
def written(moment: datetime) -> str:
    """Return an aware time as the store and its hashes write it: UTC, microseconds, ``Z``."""
    if moment.tzinfo is not UTC:
        moment = moment.astimezone(UTC)
    return moment.isoformat(timespec="microseconds")[: -len("+00:00")] + "Z"


def genesis(case: str, sop: str, procedure: str) -> str:
    """Return the hash that a case's first event stands on."""
    return digest(canonical(("case", "procedure", "sop"), {"case": case, "procedure": procedure, "sop": sop}))


def body_of(event: Event) -> str:
    """Return the canonical JSON of an event.

    Empty fields are left out, so that fields added later leave old hashes as they are.
    """
    fields = dict(zip(Event._fields, event, strict=True))
    fields["at"] = written(event.at)
    return canonical(_FIELDS, fields)


def chained(previous: str, body: str) -> str:
    """Return the hash of a text after the one whose hash is ``previous``."""
    return digest(f"{previous}\n{body}")


def event_of(body: str) -> Event:
    """Return the event that a canonical text tells. Raises one of :data:`UNREADABLE` for what is none."""
    said: dict[str, Any] = json.loads(body)
    at, facts = datetime.fromisoformat(said["at"]), tuple(said.get("facts", ()))
    if at.tzinfo is None:
        raise ValueError(said["at"])
    # hashed anew by somebody else, a text may hold anything: what is told on is of the type that it has to be
    for name, kind in _TYPES:
        value = said.get(name)
        if value is not None and type(value) is not kind:
            raise TypeError(name)
    if facts and not all(isinstance(each, str) for each in facts):
        raise TypeError("facts")
    return Event(
        seq=said["seq"],
        at=at,
        kind=EventKind(said["kind"]),
        step=said.get("step"),
        actor=said.get("actor"),
        person=said["person"],
        answer=said.get("answer"),
        note=said.get("note"),
        opens=tuple(said.get("opens", ())),
        end=said.get("end"),
        status=CaseStatus(said["status"]),
        definition=said.get("definition"),
        times=said.get("times"),
        group=said.get("group"),
        clock=said.get("clock"),
        starts=said.get("starts"),
        standing=said.get("standing"),
        about=said.get("about"),
        facts=facts,
    )


def broken_at(first: str, events: Iterable[Recorded]) -> int | None:
    """Return the ``seq`` from which the chain that begins at ``first`` does not hold, or None when it is intact."""
    previous = first
    for expected, (event, found, body) in enumerate(events, 1):
        if event.seq != expected or chained(previous, body) != found:
            return expected
        previous = found
    return None


def canonical(names: Iterable[str], fields: Mapping[str, object]) -> str:
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


def digest(text: str) -> str:
    """Return the SHA-256 of a text, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
