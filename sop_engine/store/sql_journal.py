"""The journal in SQL, as far as it is the same on every database: one transaction for an event and its projections.

Events are only ever added. A case's row carries its version and its state, so that a step costs the same on the first
day and after ten thousand returns. Nothing is half done: whatever fails rolls the whole transaction back and is raised
as a :class:`Failure`. How a database is opened, locked and understood when it refuses, its own module knows.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, closing
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from sop_engine.engine.event import MOVES, CaseStatus, Event, EventKind
from sop_engine.failure import Failure
from sop_engine.store import statements
from sop_engine.store.chain import UNREADABLE, Recorded, body_of, canonical, chained, digest, genesis, written
from sop_engine.store.journal import (
    ALL,
    NEVER,
    Applicant,
    CaseRecord,
    Change,
    Entry,
    Listed,
    Moved,
    Noted,
    Opening,
    Page,
    Pinned,
    State,
    Task,
    TaskRow,
)
from sop_engine.store.rows import (
    Row,
    case_name,
    codec,
    following,
    hexadecimal,
    leads_to,
    noted_of,
    opened_case,
    record_of,
    recorded_of,
    standing_of,
    task_of,
    task_values,
)

T = TypeVar("T")

_NO_LIMIT = 1 << 60

_ENTRY = ("at", "case", "facts", "kind", "person", "seq")


class SqlJournal(ABC):
    """What the journals of all databases share; see :class:`~sop_engine.store.journal.Journal`."""

    @cached_property
    def spoilt(self) -> set[str]:
        """The cases that were left out of lists, for their rows are none."""
        return set()

    @abstractmethod
    def _read(self, sql: str, *args: Any) -> list[Row]:
        """Return the rows of a query; raises :class:`Failure` when the store fails."""

    @abstractmethod
    def _streamed(self, sql: str, *args: Any) -> Iterator[Row]:
        """Yield the rows of a query as they are read; raises :class:`Failure` when the store fails."""

    @abstractmethod
    def _writing(self) -> AbstractContextManager[Callable[..., int]]:
        """Return a transaction: what it gives runs a statement and returns how many rows that touched."""

    @abstractmethod
    def snapshot(self) -> AbstractContextManager[None]:
        """Return a context in which everything that is read is of one moment."""

    @abstractmethod
    def _drawn(self, sop: str, year: int) -> int:
        """Return the next number of a register, inside the transaction that is open."""

    @abstractmethod
    def _in_turn(self, execute: Callable[..., int], table: str) -> None:
        """Wait, inside the transaction that is open, until nobody else numbers rows of a table."""

    @abstractmethod
    def _erase_files(self, execute: Callable[..., int], files: Sequence[str]) -> None:
        """Erase files, as far as they lie in the database, inside the transaction that is open."""

    def open_case(self, opening: Opening, then: Callable[[str], Change] | None = None) -> CaseRecord:
        """Keep the first event of a new case; its number is drawn in the same transaction."""
        pinned, event = opening.pinned, opening.event
        with self._writing() as execute:
            execute(statements.INSERT_DEFINITION, *pinned)
            case = case_name(opening, self._drawn(pinned.sop, opening.year))
            body = body_of(event)
            head = chained(genesis(case, pinned.sop, opening.procedure), body)
            at, state = written(event.at), opening.state
            identity = (case, pinned.sop, opening.procedure, pinned.digest, at, at)
            more = (
                int(opening.complaint),
                opening.about,
                opening.reference,
                opening.channel,
                codec().encode(state),
                bytes.fromhex(head),
            )
            execute(statements.INSERT_CASE, *identity, *standing_of(state), *more)
            execute(statements.INSERT_EVENT, case, event.seq, body, bytes.fromhex(head))
            for task in opening.tasks:
                execute(statements.INSERT_TASK, case, *task_values(task))
            if opening.applicant is not None:
                salt, data, secret = opening.applicant
                execute(statements.INSERT_APPLICANT, case, salt, data, int(secret))
            if then is not None:
                self._append(execute, then(case))
        return opened_case(opening, case, head)

    def append(self, change: Change) -> CaseRecord:
        """Keep an event on the case that the change saw; raises :class:`Moved` when it has moved on."""
        with self._writing() as execute:
            return self._append(execute, change)

    def _append(self, execute: Callable[..., int], change: Change) -> CaseRecord:
        record, event, state = change.record, change.event, change.state
        body = body_of(event)
        head = chained(record.head, body)
        definition = record.definition
        if change.pinned is not None:
            execute(statements.INSERT_DEFINITION, *change.pinned)
            definition = change.pinned.digest
        values = (written(event.at), *standing_of(state), definition, codec().encode(state), bytes.fromhex(head))
        if execute(statements.UPDATE_CASE, *values, record.id, record.case.version) != 1:
            raise Moved(record.id)
        if not leads_to(record, self._read(statements.HISTORY, record.id, record.case.version - 1)):
            raise Failure("STO011", case=record.id, seq=record.case.version)
        execute(statements.INSERT_EVENT, record.id, event.seq, body, bytes.fromhex(head))
        for task in change.closed:
            execute(statements.DELETE_TASK, task.office, task.due, record.id, task.step)
        for task in change.opened:
            execute(statements.INSERT_TASK, record.id, *task_values(task))
        return record._replace(changed_at=event.at, definition=definition, head=head, state=state)

    def reproject(self, case: str, state: State, tasks: Sequence[TaskRow], *, complaint: bool) -> None:
        """Keep what the record of an untold case tells; raises :class:`Moved` when it has been told already."""
        with self._writing() as execute:
            version, status, alarm = standing_of(state)
            values = (status, alarm, int(complaint), codec().encode(state))
            if execute(statements.UPDATE_STATE, *values, case, version) != 1:
                raise Moved(case)
            for task in tasks:
                execute(statements.INSERT_TASK, case, *task_values(task))

    def load(self, case: str) -> CaseRecord | None:
        """Return the case, or None."""
        found = self._records(statements.ONE_CASE, case)
        return found[0] if found else None

    def cases(
        self, status: CaseStatus | None = None, page: Page = ALL, *, complaints: bool = False
    ) -> tuple[CaseRecord, ...]:
        """Return the cases, oldest first; a page goes on after (written opening time, id)."""
        which = statements.CASES_OF_STATUS if status is not None else statements.CASES
        sql = statements.COMPLAINTS if complaints else which
        after = (*((status.value,) if status is not None and not complaints else ()), *(page.after or ("", "")))
        return self._good(record_of, page, lambda most: (sql, (*after, most)))

    def about(self, case: str) -> tuple[CaseRecord, ...]:
        """Return the complaints about a case, and the cases that it called, oldest first."""
        return self._records(statements.ABOUT, case)

    def untold(self) -> tuple[str, ...]:
        """Return the ids of the cases whose state is to be told again from their record."""
        return tuple(case for (case,) in self._read(statements.UNTOLD))

    def alarms(self, until: datetime, page: Page = ALL) -> tuple[str, ...]:
        """Return the ids of the cases for which something is to be done by itself until then, the earliest first."""
        bounds = (*(page.after or ("", "")), page.limit or _NO_LIMIT)
        return tuple(case for (case,) in self._read(statements.ALARMS, written(until), *bounds))

    def tasks(self, offices: Sequence[str] | None = None, page: Page = ALL) -> tuple[Task, ...]:
        """Return what waits, what is due first at first: these offices', or each step once under its own actor."""
        after = page.after or ("", "", "")
        named = self.awaited() if offices is None else offices
        found: list[Task] = []
        for start in range(0, len(named), statements.MOST_OFFICES):
            some = named[start : start + statements.MOST_OFFICES]
            sql = statements.tasks_of(len(some), own=offices is None)

            def asked(most: int, sql: str = sql, some: Sequence[str] = some) -> tuple[str, Row]:
                return sql, (*(value for office in some for value in (office, *after, most)), most)

            found += self._good(task_of, page, asked)
        if len(named) > statements.MOST_OFFICES:
            found.sort(key=lambda task: (NEVER if task.due is None else written(task.due), task.case, task.step))
        return tuple(found[: page.limit or _NO_LIMIT])

    def held(self, person: str, page: Page = ALL) -> tuple[Task, ...]:
        """Return the steps that a person has claimed, in the order of :meth:`tasks`."""
        after = (person, *(page.after or ("", "", "")))
        return self._good(task_of, page, lambda most: (statements.HELD_TASKS, (*after, most)))

    def awaited(self) -> tuple[str, ...]:
        """Return the offices for which something waits, in the order of the alphabet."""
        return tuple(office for (office,) in self._read(statements.AWAITED) if isinstance(office, str))

    def history(self, case: str, since: int = 1) -> tuple[Recorded, ...]:
        """Return the events of a case from ``since`` on, oldest first; raises STO009 at one that is none."""
        return tuple(recorded_of(case, row) for row in self._read(statements.HISTORY, case, since))

    def last(self, case: str, step: str | None = None, kinds: Sequence[EventKind] = MOVES) -> Event | None:
        """Return the last event of a case, or the last one of a step that is of these kinds and was not recalled."""
        recalled: set[int | None] = set()
        for row in self._streamed(statements.BACKWARDS, case):
            event = recorded_of(case, row).event
            if event.kind is EventKind.RECALLED:
                recalled.add(event.about)
            if step is None or (event.step == step and event.kind in kinds and event.seq not in recalled):
                return event
        return None

    def definition(self, digest: str) -> Pinned:
        """Return a pinned definition; raises KeyError for a digest that no case has."""
        found = self._read(statements.DEFINITION, digest)
        if not found:
            raise KeyError(digest)
        return Pinned._make(found[0])

    def unnamed_units(self) -> tuple[str, ...]:
        """Return the digests of the definitions whose unit is still to be read from their text."""
        return tuple(digest for (digest,) in self._read(statements.UNNAMED_UNITS))

    def name_unit(self, digest: str, unit: str) -> None:
        """Keep the unit of such a definition."""
        with self._writing() as execute:
            execute(statements.NAME_UNIT, unit, digest)

    def applicant(self, case: str) -> Applicant | None:
        """Return who the applicant is, where it was said."""
        found = self._read(statements.APPLICANT, case)
        return Applicant(found[0][0], found[0][1], bool(found[0][2])) if found else None

    def erase(self, case: str, entry: Entry, files: Sequence[str] = ()) -> None:
        """Erase an applicant's data and these files for good, and note it."""
        with self._writing() as execute:
            execute(statements.ERASE_APPLICANT, case)
            self._note(execute, entry)
            self._erase_files(execute, files)

    def named_elsewhere(self, case: str, file: str) -> bool:
        """Return whether the record of another case names a file, by its digest."""
        return bool(self._read(statements.NAMED_ELSEWHERE, case, f'%"file={file} %'))

    def people(self) -> str | None:
        """Return the text of the list of people in force, or None."""
        found = self._read(statements.PEOPLE)
        return found[0][0] if found else None

    def people_since(self, number: int) -> Listed | None:
        """Return the list of people in force where it is a later one than that of this number, or None."""
        found = self._read(statements.PEOPLE_SINCE, number)
        return Listed._make(found[0]) if found else None

    def load_people(self, text: str, entry: Entry, after: int | None = None) -> None:
        """Put a list of people in force, and note it; raises :class:`Moved` when one came since number ``after``."""
        with self._writing() as execute:
            self._in_turn(execute, "people")
            if after is not None and self._read(statements.PEOPLE_SINCE, after):
                raise Moved("people")
            execute(statements.INSERT_PEOPLE, text)
            self._note(execute, entry._replace(facts=(*entry.facts, f"list={digest(text)}")))

    def note(self, entry: Entry) -> None:
        """Keep what happened at the desk."""
        with self._writing() as execute:
            self._note(execute, entry)

    def _note(self, execute: Callable[..., int], entry: Entry) -> None:
        self._in_turn(execute, "desk")
        found = self._read(statements.LAST_NOTED)
        seq, previous = (found[0][0] + 1, hexadecimal(found[0][2])) if found else (1, digest("desk"))
        entry = following(entry, found[0]) if found else entry
        body = canonical(_ENTRY, {**entry._asdict(), "at": written(entry.at), "seq": seq})
        execute(statements.INSERT_NOTED, seq, body, bytes.fromhex(chained(previous, body)))

    def noted(self) -> Iterator[Noted]:
        """Yield what happened at the desk, oldest first."""
        yield from map(noted_of, self._streamed(statements.NOTED))

    def tables(self, case: str | None = None) -> Iterator[tuple[str, tuple[str, ...], Iterator[Row]]]:
        """Yield every table as (name, columns, rows), in an order in which they can be filled again."""
        for name, columns in statements.TABLES.items():
            rows, order = f"SELECT {', '.join(columns)} FROM {name}", ", ".join(columns[:4])  # noqa: S608
            if case is None:
                yield name, columns, self._streamed(f"{rows} ORDER BY {order}")
            elif name in statements.OF_CASES:
                which = statements.OF_CASES[name]
                yield name, columns, self._streamed(f"{rows} WHERE {which} = ? ORDER BY {order}", case)

    def counts(self) -> dict[str, int]:
        """Return how many rows each table has."""
        return {name: int(self._read(f"SELECT count(*) FROM {name}")[0][0]) for name in statements.TABLES}  # noqa: S608

    def fill(self, tables: Iterable[tuple[str, tuple[str, ...], Iterable[Row]]]) -> None:
        """Fill an empty store with the tables of another, all or nothing; raises STO013 when it is not empty."""
        with self._writing() as execute:
            self._check_empty()
            for name, columns, rows in tables:
                places = ", ".join("?" * len(columns))
                sql = f"INSERT INTO {name} ({', '.join(columns)}) VALUES ({places})"  # noqa: S608
                for row in rows:
                    execute(sql, *row)

    def copy_to(self, path: Path) -> None:
        """Write everything but the attachments to a new SQLite file, as of one moment, while others work."""
        from sop_engine.store.sqlite import SqliteJournal

        with closing(SqliteJournal(path, create=True)) as copy, self.snapshot():
            copy.fill(self.tables())

    def _check_empty(self) -> None:
        for name in statements.TABLES:
            if self._read(f"SELECT 1 FROM {name} LIMIT 1"):  # noqa: S608 - names of our own tables
                raise Failure("STO013", path=self.place)

    @property
    @abstractmethod
    def place(self) -> str:
        """Return where the store is, in words for a message."""

    def _records(self, sql: str, *args: Any) -> tuple[CaseRecord, ...]:
        return self._made(record_of, sql, *args)

    def _good(self, make: Callable[[Row], T], page: Page, query: Callable[[int], tuple[str, Row]]) -> tuple[T, ...]:
        """Return a page of values; a row that is none takes nobody's list away: it is noted in ``spoilt``."""
        most = asked = page.limit or _NO_LIMIT
        while True:
            sql, args = query(asked)
            rows = self._read(sql, *args)
            made, spoilt = [], []
            for row in rows:
                try:
                    made.append(make(row))
                except UNREADABLE:
                    spoilt.append(str(row[0]))
            if len(made) >= most or len(rows) < asked:
                self.spoilt.update(spoilt)
                return tuple(made[:most])
            asked += len(spoilt)  # a page is full, or the last one

    def _made(self, make: Callable[[Row], T], sql: str, *args: Any) -> tuple[T, ...]:
        """Return a value for each row; raises STO012 at one whose stored state is none."""
        made = []
        for row in self._read(sql, *args):
            try:
                made.append(make(row))
            except UNREADABLE as error:
                raise Failure("STO012", case=row[0]) from error
        return tuple(made)
