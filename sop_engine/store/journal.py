"""What a store promises, whatever keeps it: append at an expected version, read back, project.

What a case's record tells (its state, its tasks in the inboxes) is kept beside it and belongs to the same transaction
as its event: it is never more and never less than the fold of the record. Times in rows are written as
:func:`~sop_engine.store.chain.written` writes them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from sop_engine.engine.event import MOVES, CaseStatus, Event, EventKind
from sop_engine.store.chain import Recorded

if TYPE_CHECKING:
    from sop_engine.engine.case import Case
    from sop_engine.engine.clock import Clocks
    from sop_engine.engine.deadline import Dues

NEVER = "9999-12-31T23:59:59.999999Z"
"""The due time of what is never due, so that it sorts after everything that is."""


class Pinned(NamedTuple):
    """A definition as a case began with it: its texts, their digest and what lists say about it."""

    digest: str
    sop: str
    title: str
    zone: str
    unit: str
    text: str
    unit_text: str | None


class State(NamedTuple):
    """What the record of a case tells.

    ``calendar`` is the edition that its clocks are counted with, ``category`` the class of request or complaint.
    """

    case: Case
    clocks: Clocks
    dues: Dues
    calendar: int
    category: str | None


class CaseRecord(NamedTuple):
    """A case as the store has it; ``head`` is the hash of its last event, ``zone`` the unit's time zone.

    ``about`` is the case that is complained of, or that called this one.
    """

    id: str
    sop: str
    title: str
    zone: str
    unit: str
    procedure: str
    definition: str
    opened_at: datetime
    changed_at: datetime
    complaint: bool
    about: str | None
    reference: str | None
    channel: str | None
    head: str
    state: State

    @property
    def case(self) -> Case:
        """Return the engine's state of the case."""
        return self.state.case


class TaskRow(NamedTuple):
    """One row of an inbox as it is stored. ``office`` is ``unit:actor``."""

    office: str
    due: str
    step: str
    own: bool
    activity: str
    since: str
    holder: str | None


class Task(NamedTuple):
    """A step that waits in an actor's inbox; ``due`` None: no time has been set for it."""

    case: str
    sop: str
    title: str
    zone: str
    unit: str
    procedure: str
    definition: str
    reference: str | None
    step: str
    actor: str
    activity: str
    since: datetime
    due: datetime | None
    holder: str | None


class Applicant(NamedTuple):
    """Who the applicant is, as JSON text, with the salt of the digest in the record; ``data`` '' when erased."""

    salt: str
    data: str
    secret: bool


class Opening(NamedTuple):
    """A case to be opened: everything but its name, which the store draws."""

    pinned: Pinned
    procedure: str
    year: int
    event: Event
    state: State
    tasks: tuple[TaskRow, ...]
    complaint: bool = False
    about: str | None = None
    reference: str | None = None
    channel: str | None = None
    applicant: Applicant | None = None


class Change(NamedTuple):
    """One event to be added to a case as ``record`` shows it, and what it makes of the projections."""

    record: CaseRecord
    event: Event
    state: State
    closed: tuple[TaskRow, ...]
    opened: tuple[TaskRow, ...]
    pinned: Pinned | None = None
    """The definition that the case is pinned to from here on, where it changes."""


class Entry(NamedTuple):
    """Something that happened at the desk beside the cases: a refusal, a look at personal data, a new list."""

    at: datetime
    kind: str
    person: str
    case: str | None
    facts: tuple[str, ...] = ()


class Noted(NamedTuple):
    """An entry as the store has it; ``hash`` covers ``body`` and the entry before."""

    seq: int
    entry: Entry
    hash: str
    body: str


class Listed(NamedTuple):
    """A list of people that was put in force, and its number: the first one is 1; (0, None) without any."""

    number: int = 0
    text: str | None = None


class Page(NamedTuple):
    """Which part of a list is wanted: at most ``limit`` rows, after the one whose sort key is ``after``."""

    limit: int | None = None
    after: tuple[str, ...] | None = None


ALL = Page()


class Moved(Exception):  # noqa: N818 - not an error: somebody else was first
    """The case, or the list of people, is no longer the one that was read; nothing was kept."""


class Journal(Protocol):
    """A store of cases. Every method raises :class:`Failure` STO001-STO030 when the store itself fails."""

    @property
    def place(self) -> str:
        """Return where the store is, in words for a message."""

    @property
    def exists(self) -> bool:
        """Return whether there is a store yet; one that is not there reads as an empty one."""

    def open_case(self, opening: Opening, then: Callable[[str], Change] | None = None) -> CaseRecord:
        """Keep the first event of a new case, named after its SOP, the year and a running number.

        ``then`` gets that name and returns a change of another case that belongs to the same transaction.
        """

    def append(self, change: Change) -> CaseRecord:
        """Keep an event on the case that the change saw; raises :class:`Moved` when it has moved on.

        Raises :class:`Failure` STO011 when the last event is not the one that the case's head stands for.
        """

    def reproject(self, case: str, state: State, tasks: Sequence[TaskRow], *, complaint: bool) -> None:
        """Keep what the record of an untold case tells; raises :class:`Moved` when it has been told already."""

    def load(self, case: str) -> CaseRecord | None:
        """Return the case, or None."""

    @property
    def spoilt(self) -> set[str]:
        """Return the cases that were left out of lists, for their rows are none."""

    def cases(
        self, status: CaseStatus | None = None, page: Page = ALL, *, complaints: bool = False
    ) -> tuple[CaseRecord, ...]:
        """Return the cases, oldest first; a page goes on after (written opening time, id)."""

    def about(self, case: str) -> tuple[CaseRecord, ...]:
        """Return the complaints about a case, and the cases that it called, oldest first."""

    def untold(self) -> tuple[str, ...]:
        """Return the ids of the cases whose state is to be told again from their record; none of them has tasks."""

    def alarms(self, until: datetime, page: Page = ALL) -> tuple[str, ...]:
        """Return the ids of the cases for which something is to be done by itself until then, the earliest first."""

    def tasks(self, offices: Sequence[str] | None = None, page: Page = ALL) -> tuple[Task, ...]:
        """Return what waits, what is due first at first: these offices', or each step once under its own actor.

        A page goes on after (written due time, case, step).
        """

    def held(self, person: str, page: Page = ALL) -> tuple[Task, ...]:
        """Return the steps that a person has claimed, in the order of :meth:`tasks`."""

    def awaited(self) -> tuple[str, ...]:
        """Return the offices for which something waits, in the order of the alphabet."""

    def history(self, case: str, since: int = 1) -> tuple[Recorded, ...]:
        """Return the events of a case from ``since`` on, oldest first; raises STO009 at one that is none."""

    def last(self, case: str, step: str | None = None, kinds: Sequence[EventKind] = MOVES) -> Event | None:
        """Return the last event of a case, or the last one of a step that is of these kinds and was not recalled."""

    def definition(self, digest: str) -> Pinned:
        """Return a pinned definition; raises KeyError for a digest that no case has."""

    def unnamed_units(self) -> tuple[str, ...]:
        """Return the digests of the definitions whose unit is still to be read from their text."""

    def name_unit(self, digest: str, unit: str) -> None:
        """Keep the unit of such a definition."""

    def applicant(self, case: str) -> Applicant | None:
        """Return who the applicant is, where it was said."""

    def erase(self, case: str, entry: Entry, files: Sequence[str] = ()) -> None:
        """Erase an applicant's data and these files for good, and note it; the note is kept before a file goes."""

    def named_elsewhere(self, case: str, file: str) -> bool:
        """Return whether the record of another case names a file, by its digest."""

    def people(self) -> str | None:
        """Return the text of the list of people in force, or None."""

    def people_since(self, number: int) -> Listed | None:
        """Return the list of people in force where it is a later one than that of this number, or None."""

    def load_people(self, text: str, entry: Entry, after: int | None = None) -> None:
        """Put a list of people in force, and note it with the digest of the list (``list=``).

        Raises :class:`Moved` when another one was put in force since number ``after``.
        """

    def note(self, entry: Entry) -> None:
        """Keep what happened at the desk."""

    def noted(self) -> Iterator[Noted]:
        """Yield what happened at the desk, oldest first."""

    def snapshot(self) -> AbstractContextManager[None]:
        """Return a context in which everything that is read is of one moment; nothing is written in it."""

    def tables(self, case: str | None = None) -> Iterator[tuple[str, tuple[str, ...], Iterator[tuple[Any, ...]]]]:
        """Yield every table as (name, columns, rows), in an order in which they can be filled again.

        Several may be read side by side inside a :meth:`snapshot`. Rows are as they lie there, in the order of their
        first columns, texts by their code points. With ``case`` only the tables in which that case has rows, and those.
        """

    def counts(self) -> dict[str, int]:
        """Return how many rows each table has."""

    def fill(self, tables: Iterable[tuple[str, tuple[str, ...], Iterable[tuple[Any, ...]]]]) -> None:
        """Fill an empty store with the tables of another, all or nothing; raises STO013 when it is not empty."""

    def copy_to(self, path: Path) -> None:
        """Write everything but the attachments to a new SQLite file, as of one moment, while others work."""

    def sound(self) -> str | None:
        """Return what the database itself finds wrong with its files, or None."""

    def differing(self) -> tuple[str, ...]:
        """Return the names of tables, columns, indexes and guards that are not as the migrations make them."""

    def put_file(self, digest: str, content: bytes) -> None:
        """Keep a file under its SHA-256; one that is there already stays."""

    def get_file(self, digest: str) -> bytes | None:
        """Return a file by its SHA-256, or None; raises STO014 when it is not what its name says."""

    def files(self) -> tuple[str, ...]:
        """Return the digests of the files, sorted."""

    def close(self) -> None:
        """Let go of the store."""
