"""The record of each case -> a trace that may leave the office: what happened, without who must not be known.

People at the desk have a number, the same one throughout an export and another one in the next, unless their names are
asked for; with names go the hashes, which would give the names away. Of an applicant no more than a masked name is
told, of a secret one nothing, and of such a case no note either. A record that is not intact is not exported.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from sop_engine.engine.event import Event
from sop_engine.failure import Failure
from sop_engine.messages import printed
from sop_engine.office.applicant import fields_of, masked
from sop_engine.office.attachments import listed
from sop_engine.record.case_check import chain_of
from sop_engine.record.kept import Kept, kept
from sop_engine.record.pinned import Definitions
from sop_engine.store.journal import Applicant, Journal

_TOLD = (
    "about_case",
    "about_event",
    "calendar",
    "called",
    "category",
    "clock",
    "due",
    "from",
    "have",
    "lacks",
    "warned",
)
"""The facts that are exported as they are."""

_BY = "by "
"""How the right of somebody begins who acts for another office, which is no secret."""

_WORDS = ("loss", "remedy")
"""What a complainant said; exported where notes are."""


class Wanted(NamedTuple):
    """Which part of the record is exported (no ``cases``: all), and how much of it may be known."""

    cases: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    public: bool = False
    persons: bool = False


class Entry(NamedTuple):
    """An event as it is exported; ``at`` is the time of the unit's zone, ``hash`` None where it is not told."""

    seq: int
    at: datetime
    kind: str
    step: str | None
    activity: str | None
    actor: str | None
    standing: str | None
    person: str
    answer: str | None
    note: str | None
    opens: tuple[str, ...]
    end: str | None
    status: str
    clock: str | None
    facts: tuple[str, ...]
    files: tuple[str, ...]
    hash: str | None


class Trace(NamedTuple):
    """A case as it is exported, with those of its events that were asked for."""

    case: str
    sop: str
    title: str | None
    unit: str | None
    procedure: str
    group: str | None
    reference: str | None
    channel: str | None
    about: str | None
    applicant: str | None
    entries: tuple[Entry, ...]


class People:
    """Names of people -> what an export calls them."""

    def __init__(self, *, named: bool) -> None:
        self._named = named
        self._number: dict[str, int] = {}

    def called(self, person: str) -> str:
        """Return the name where names are asked for, else a number in the order in which people appear."""
        if self._named or not person:
            return person
        return printed("record.person", number=self._number.setdefault(person, len(self._number) + 1))

    def by_right(self, standing: str | None) -> str | None:
        """Return by what right an office was held; the letter of a deputy gives the name away, and goes with names."""
        return standing if self._named or standing is None or standing.startswith(_BY) else standing.partition(" ")[0]


def traces(journal: Journal, wanted: Wanted) -> Iterator[Trace]:
    """Yield a trace of each case that was asked for, also of those without events in these days.

    To be read inside a snapshot. Raises :class:`Failure` STO009 at a record that is not intact, RUN011 for a case of
    ``wanted`` that is not there.
    """
    definitions, people = Definitions(journal), People(named=wanted.persons)
    unseen = set(wanted.cases)
    for each in kept(journal, sorted(unseen)):
        unseen.discard(each.case)
        yield _trace(each, wanted, definitions, people)
    if unseen:
        raise Failure("RUN011", case=min(unseen), store=journal.place)


def _trace(each: Kept, wanted: Wanted, definitions: Definitions, people: People) -> Trace:
    chain = chain_of(each, definitions)
    spoilt = each.row is None or any(isinstance(value, bytes) for value in each.row.values())
    if each.row is None or spoilt or chain.broken is not None or not chain.events:
        raise Failure("STO009", case=each.case, seq=len(chain.events) + 1)
    row, first = each.row, chain.events[0]
    pinned, _ = definitions.text(row["definition"])
    zone = ZoneInfo(pinned.zone if pinned is not None else "Asia/Jakarta")
    secret = each.applicant is not None and bool(each.applicant[2])
    hidden = wanted.public or secret
    entries = []
    digest = ""
    for event, found in zip(chain.events, chain.hashes, strict=True):
        digest = event.definition or digest
        at = event.at.astimezone(zone)
        if (wanted.since is None or at.date() >= wanted.since) and (wanted.until is None or at.date() <= wanted.until):
            activity = _activity(definitions, digest, row["procedure"], first.group, event.step)
            entries.append(_entry(event, at, activity, people, hidden, found if wanted.persons else None))
    return Trace(
        each.case,
        row["sop"],
        pinned.title if pinned is not None else None,
        pinned.unit if pinned is not None else None,
        row["procedure"],
        first.group,
        None if hidden else row["reference"],
        row["channel"],
        row["about"],
        None if hidden else _masked(each),
        tuple(entries),
    )


def _entry(event: Event, at: datetime, activity: str | None, people: People, hidden: bool, found: str | None) -> Entry:
    return Entry(
        event.seq,
        at,
        event.kind.value,
        event.step,
        activity,
        event.actor,
        people.by_right(event.standing),
        people.called(event.person),
        event.answer,
        None if hidden else event.note,
        event.opens,
        event.end,
        event.status.value,
        event.clock,
        tuple(_facts(event, people, _TOLD if hidden else (*_TOLD, *_WORDS))),
        () if hidden else tuple(each.name for each in listed((event,))),
        found,
    )


def _facts(event: Event, people: People, told: tuple[str, ...]) -> Iterator[str]:
    for each in event.facts:
        name, _, value = each.partition("=")
        if name in told:
            yield each
        elif name == "to":
            yield f"to={people.called(value)}"
        elif name == "with":
            actor, _, person = value.partition(":")
            yield f"with={actor}:{people.called(person)}"


def _activity(definitions: Definitions, digest: str, procedure: str, group: str | None, step: str | None) -> str | None:
    compiled = definitions.text(digest).compiled
    if compiled is None or step is None:
        return None
    node = compiled.flow(procedure, group).node.get(step)
    return None if node is None else node.activity


def _masked(each: Kept) -> str | None:
    if each.applicant is None:
        return None
    salt, data, secret = each.applicant
    name = fields_of(Applicant(salt, data, bool(secret))).get("name")
    return None if name is None else masked(name)
