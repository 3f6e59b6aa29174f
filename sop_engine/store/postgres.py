"""The journal on PostgreSQL, for many offices: one round trip and one commit for a step; attachments in a table.

Workers keep nothing: any number of them may work on one database. When the line breaks around a commit, the journal
finds out by the hash of the event whether it happened, and says so; it never does it twice and never claims what it
does not know. A commit for which the server gave up waiting for its standby is not acknowledged.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import count
from typing import Any, NamedTuple, TypeVar

from psycopg.conninfo import conninfo_to_dict

from sop_engine.failure import Failure
from sop_engine.store import postgres_schema, statements
from sop_engine.store.chain import body_of, chained, genesis, written
from sop_engine.store.journal import CaseRecord, Change, Moved, Opening, TaskRow
from sop_engine.store.postgres_line import Line, Lost, Reply
from sop_engine.store.postgres_schema import prepare
from sop_engine.store.rows import Row, case_name, opened_case, standing_of, task_values
from sop_engine.store.sql_journal import SqlJournal
from sop_engine.store.state import encode

T = TypeVar("T")

_APPEND = f"SELECT append_event({', '.join('?' * 10)}, ?::text::text[], ?::text::text[])"
_OPEN = f"SELECT open_case(?::text::text[], {', '.join('?' * 14)}, ?::text::text[], ?::text::text[])"
_EVENT_HASH = "SELECT hash FROM events WHERE case_id = ? AND seq = ?"
_NOTED_HASH = "SELECT hash FROM desk WHERE seq = ?"
_IN_TURN = "SELECT pg_advisory_xact_lock(hashtext(?))"
_DAMAGED = "SELECT coalesce(checksum_failures, 0) FROM pg_stat_database WHERE datname = current_database()"
_PUT_FILE = "INSERT INTO files (digest, content) VALUES (?, ?) ON CONFLICT (digest) DO NOTHING"
_CHUNK = 500


class _Mark(NamedTuple):
    """What tells that a transaction happened: the row that has this hash. ``look`` is how an officer can see it."""

    sql: str
    key: Row
    hash: bytes
    look: str


class PostgresJournal(SqlJournal):
    """A :class:`~sop_engine.store.journal.Journal` in one PostgreSQL database. Belongs to the process that made it."""

    def __init__(self, url: str, *, create: bool, upgrade: bool = False) -> None:
        self._place = place_of(url)
        self._line = Line(url, self._place)
        self._cursors = count(1)
        self._numbers: dict[tuple[str, int], int] = {}
        try:
            self.exists = self._kept(lambda: prepare(self._line, self._place, create=create, upgrade=upgrade))
        except BaseException:
            self._line.close()
            raise

    @property
    def place(self) -> str:
        """Return the address, without a password."""
        return self._place

    def open_case(self, opening: Opening, then: Callable[[str], Change] | None = None) -> CaseRecord:
        """Keep the first event of a new case; its number is the next of its register, whoever else opens one now."""
        if then is not None:
            return super().open_case(opening, then)
        pinned, event, state = opening.pinned, opening.event, opening.state
        body, register, who = body_of(event), (pinned.sop, opening.year), opening.applicant
        said = (int(opening.complaint), opening.about, opening.reference, opening.channel, encode(state), body)
        tasks = _array(map(task_values, opening.tasks))
        known = _array(() if who is None else [(who.salt, who.data, int(who.secret))])
        while True:
            # the name is hashed with the event, so the number is guessed here; the store says when it was another
            number = self._numbers.get(register, 0) + 1
            case = case_name(opening, number)
            head = chained(genesis(case, pinned.sop, opening.procedure), body)
            mark = _Mark(_EVENT_HASH, (case, event.seq), bytes.fromhex(head), f"sop case show {case}")
            named = (_array([pinned]), opening.year, number, case, opening.procedure, written(event.at))
            args = (*named, *standing_of(state)[1:], *said, mark.hash, tasks, known)
            drawn = self._once(_OPEN, args, mark)
            self._numbers[register] = number if drawn is None else drawn
            if drawn is None:
                return opened_case(opening, case, head)

    def append(self, change: Change) -> CaseRecord:
        """Keep an event on the case that the change saw; raises :class:`Moved` when it has moved on."""
        if change.pinned is not None:
            return super().append(change)
        record, event, state = change.record, change.event, change.state
        body, version = body_of(event), record.case.version
        head = chained(record.head, body)
        first = genesis(record.id, record.sop, record.procedure) if version == 1 else ""
        mark = _Mark(_EVENT_HASH, (record.id, event.seq), bytes.fromhex(head), f"sop case show {record.id}")
        told = (written(event.at), *standing_of(state)[1:], encode(state), body, mark.hash)
        tasks = (_array(map(_key, change.closed)), _array(map(task_values, change.opened)))
        args = (record.id, version, bytes.fromhex(record.head), first, *told, *tasks)
        if self._once(_APPEND, args, mark) is not None:
            raise Moved(record.id)
        return record._replace(changed_at=event.at, head=head, state=state)

    def _once(self, sql: str, args: Row, mark: _Mark) -> int | None:
        """Have a function of the store do its work once, whatever becomes of the line; None: it is done."""
        try:
            said = self._line.ask(sql, args).rows[0][0]
        except Lost as lost:
            if self._happened(mark):
                return None
            try:
                said = self._line.ask(sql, args).rows[0][0]
            except Lost:
                if self._happened(mark):
                    return None
                raise self._line.broken(lost) from lost
        self._check_confirmed(mark)
        return None if said is None else int(said)

    def counts(self) -> dict[str, int]:
        """Return how many rows each table has."""
        return super().counts() if self.exists else dict.fromkeys(statements.TABLES, 0)

    def fill(self, tables: Iterable[tuple[str, tuple[str, ...], Iterable[Row]]]) -> None:
        """Fill an empty store with the tables of another, all or nothing; raises STO013 when it is not empty."""
        with self._writing() as execute:
            execute(f"LOCK TABLE {', '.join(statements.TABLES)} IN SHARE ROW EXCLUSIVE MODE")
            self._check_empty()
            for name, columns, rows in tables:
                self._line.copy_in(f"COPY {name} ({', '.join(columns)}) FROM STDIN", rows)
        self._read("ANALYZE")

    def sound(self) -> str | None:
        """Return what PostgreSQL has found wrong with the pages of the database, or None."""
        found = self._read(_DAMAGED)
        return f"checksum_failures: {found[0][0]}" if found and found[0][0] else None

    def differing(self) -> tuple[str, ...]:
        """Return the names of tables, columns, indexes, guards and functions that are not as they were made."""
        return postgres_schema.differing(self._kept(lambda: self._line.ask(postgres_schema.THERE)).rows)

    def put_file(self, digest: str, content: bytes) -> None:
        """Keep a file under its SHA-256; one that is there already stays."""
        self._kept(lambda: self._line.ask(_PUT_FILE, (digest, content)))
        self._check_confirmed(_Mark("", (), b"", "sop store check"))

    def get_file(self, digest: str) -> bytes | None:
        """Return a file by its SHA-256, or None; raises STO014 when it is not what its name says."""
        found = self._read("SELECT content FROM files WHERE digest = ?", digest)
        if not found:
            return None
        content: bytes = found[0][0]
        if hashlib.sha256(content).hexdigest() != digest:
            raise Failure("STO014", path=f"{self._place} {digest}")
        return content

    def files(self) -> tuple[str, ...]:
        """Return the digests of the files, sorted."""
        return tuple(digest for (digest,) in self._read("SELECT digest FROM files ORDER BY digest"))

    def close(self) -> None:
        """Hang up."""
        self._line.close()

    def _read(self, sql: str, *args: Any) -> list[Row]:
        return self._kept(lambda: self._line.ask(sql, args)).rows if self.exists else []

    def _streamed(self, sql: str, *args: Any) -> Iterator[Row]:
        if not self.exists:
            return
        name = f"sop_{next(self._cursors)}"
        # outside of a snapshot the rows are set aside at the server, so that others can be read and written meanwhile
        hold = "" if self._line.in_transaction else "WITH HOLD "
        self._kept(lambda: self._line.ask(f"DECLARE {name} NO SCROLL CURSOR {hold}FOR {sql}", args, once=True))
        try:
            while rows := self._asked(f"FETCH {_CHUNK} FROM {name}").rows:
                yield from rows
        finally:
            with suppress(Lost, Failure):  # a line that is lost, or a transaction undone, has closed it
                self._line.ask(f"CLOSE {name}", once=True)

    def _drawn(self, sop: str, year: int) -> int:
        return int(self._line.ask(statements.DRAW, (sop, year)).rows[0][0])

    def _erase_files(self, execute: Callable[..., int], files: Sequence[str]) -> None:
        for digest in files:
            execute("DELETE FROM files WHERE digest = ?", digest)

    def _in_turn(self, execute: Callable[..., int], table: str) -> None:
        execute(_IN_TURN, table)

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Return a context in which everything that is read is of one moment; nothing is written in it."""
        self._kept(lambda: self._line.ask("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", once=True))
        try:
            yield
        finally:
            self._line.roll_back()

    @contextmanager
    def _writing(self) -> Iterator[Callable[..., int]]:
        mark: _Mark | None = None

        def execute(sql: str, *args: Any) -> int:
            nonlocal mark
            if sql == statements.INSERT_EVENT:
                mark = _Mark(_EVENT_HASH, (args[0], args[1]), args[3], f"sop case show {args[0]}")
            elif sql == statements.INSERT_NOTED:
                mark = _Mark(_NOTED_HASH, (args[0],), args[2], "sop log verify")
            return self._line.ask(sql, args).touched

        self._kept(lambda: self._line.ask("BEGIN", once=True))
        try:
            yield execute
        except Lost as lost:  # without a COMMIT the server has undone it
            raise self._line.broken(lost) from lost
        except BaseException:
            self._line.roll_back()
            raise
        self._commit(mark or _Mark("", (), b"", "sop store check"))

    def _commit(self, mark: _Mark) -> None:
        try:
            self._line.ask("COMMIT", once=True)
        except Lost as lost:
            if not mark.sql:
                raise Failure("STO028", path=self._place, look=mark.look) from lost
            if not self._happened(mark):
                raise self._line.broken(lost) from lost
        self._check_confirmed(mark)

    def _happened(self, mark: _Mark) -> bool:
        """Find out on a new line whether a transaction happened of which no answer came; raises STO028 if it cannot."""
        try:
            self._line.again()
            found = self._line.ask(mark.sql, mark.key, once=True).rows
            if found != [(mark.hash,)]:
                return False
            self._line.confirm()
        except (Lost, Failure) as error:
            raise Failure("STO028", path=self._place, look=mark.look) from error
        self._check_confirmed(mark)
        return True

    def _check_confirmed(self, mark: _Mark) -> None:
        if not self._line.confirmed():
            raise Failure("STO029", path=self._place, look=mark.look)

    def _asked(self, sql: str) -> Reply:
        try:
            return self._line.ask(sql, once=True)
        except Lost as lost:
            raise self._line.broken(lost) from lost

    def _kept(self, ask: Callable[[], T]) -> T:
        """Do what may be done twice, once more on a new line when the line breaks; not within a transaction."""
        inside = self._line.in_transaction
        try:
            return ask()
        except Lost as lost:
            if inside:
                raise self._line.broken(lost) from lost
            self._line.again()
            try:
                return ask()
            except Lost as again:
                raise self._line.broken(again) from again


def place_of(url: str) -> str:
    """Return an address as it may be shown: who, where and which database."""
    said = {name: str(value) for name, value in conninfo_to_dict(url).items()}
    user = f"{said['user']}@" if "user" in said else ""
    port = f":{said['port']}" if "port" in said else ""
    return f"postgresql://{user}{said.get('host', '')}{port}/{said.get('dbname', '')}"


def _key(task: TaskRow) -> Row:
    return (task.office, task.due, task.step)


def _array(rows: Iterable[Row]) -> str:
    """Return the values of all rows, one after the other, as PostgreSQL writes an array of texts."""
    return "{" + ",".join(["NULL" if value is None else _quoted(str(value)) for row in rows for value in row]) + "}"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
