"""The journal on SQLite: one file, one transaction and one fsync for a step.

Events are only ever added. A case's row carries its version and its open steps, so that a step costs the same on the
first day and after a thousand returns. Nothing is half done: whatever fails rolls the whole transaction back and is
raised as a :class:`Failure`.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from json.encoder import encode_basestring
from pathlib import Path
from typing import Any, TypeVar

from sop_engine.engine.advance import Step
from sop_engine.engine.case import Case, Given, OpenStep
from sop_engine.engine.event import CaseStatus, Event, EventKind, TaskClosed, TaskOpened
from sop_engine.failure import Failure
from sop_engine.store.journal import CaseRecord, Moved, Pinned, Recorded, Task, chained, genesis, linked, written
from sop_engine.store.sqlite_failure import failure
from sop_engine.store.sqlite_file import PATIENCE, empty, open_file

_CASE = """
SELECT c.id, c.sop, d.title, d.zone, c.procedure, c.definition, c.opened_at, c.changed_at,
       c.version, c.status, c.open_steps, c.ended, c.applicant_group, c.given, c.head
FROM cases AS c JOIN definitions AS d ON d.digest = c.definition
"""
_ONE_CASE = f"{_CASE} WHERE c.id = ?"
_INSERT_CASE = """
INSERT INTO cases (
    id, sop, procedure, definition, opened_at, changed_at, version, status, open_steps, ended, given, head,
    applicant_group
)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_UPDATE_CASE = """
UPDATE cases SET changed_at = ?, version = ?, status = ?, open_steps = ?, ended = ?, given = ?, head = ?
WHERE id = ? AND version = ?
"""
_INSERT_EVENT = """
INSERT INTO events (
    case_id, seq, at, kind, step, actor, person, answer, note, opens, ended, status, definition, times,
    applicant_group, hash
)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_EVENTS = """
SELECT seq, at, kind, step, actor, person, answer, note, opens, ended, status, definition, times, applicant_group, hash
FROM events
"""
_HISTORY = f"{_EVENTS} WHERE case_id = ? ORDER BY seq"
_END = f"{_EVENTS} WHERE case_id = ? AND seq >= ? ORDER BY seq"
_LAST = f"{_EVENTS} WHERE case_id = ? AND (? IS NULL OR step = ?) ORDER BY seq DESC LIMIT 1"
_DEFINITION = "SELECT digest, sop, title, zone, text, unit_text FROM definitions WHERE digest = ?"
_INSERT_DEFINITION = """
INSERT INTO definitions (digest, sop, title, zone, text, unit_text) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (digest) DO NOTHING
"""
_COUNT = """
INSERT INTO counters (sop, year, last) VALUES (?, ?, 1)
ON CONFLICT (sop, year) DO UPDATE SET last = last + 1
"""
_INSERT_TASK = "INSERT INTO tasks (case_id, step, actor, own, activity, since) VALUES (?, ?, ?, ?, ?, ?)"
_DELETE_TASK = "DELETE FROM tasks WHERE actor = ? AND case_id = ? AND step = ?"
_TASKS = """
SELECT t.case_id, c.sop, d.title, d.zone, c.procedure, c.definition, t.step, t.actor, t.activity, t.since
FROM tasks AS t JOIN cases AS c ON c.id = t.case_id JOIN definitions AS d ON d.digest = c.definition
"""

_AWAITED = """
SELECT DISTINCT t.actor FROM tasks AS t JOIN cases AS c ON c.id = t.case_id WHERE c.status = 'open' ORDER BY t.actor
"""

T = TypeVar("T")

_decoded = json.JSONDecoder().raw_decode


class SqliteJournal:
    """A :class:`~sop_engine.store.journal.Journal` in one SQLite file. Belongs to the thread that made it."""

    def __init__(self, path: Path, *, create: bool, patience: float = PATIENCE) -> None:
        self.place = str(path)
        self._path = path
        found = open_file(path, create=create, patience=patience)
        self.exists = found is not None
        self._db = found or empty(path)

    def open_case(self, pinned: Pinned, procedure: str, year: int, step: Step) -> CaseRecord:
        """Keep ``step`` as the first of a new case; its number is drawn in the same transaction."""
        with self._writing() as db:
            db.execute(_INSERT_DEFINITION, pinned)
            db.execute(_COUNT, (pinned.sop, year))
            drawn = db.execute("SELECT last FROM counters WHERE sop = ? AND year = ?", (pinned.sop, year)).fetchone()
            case = f"{pinned.sop}-{year}-{drawn[0]:04d}"
            at = step.event.at
            head = chained(genesis(case, pinned.sop, procedure), step.event)
            record = CaseRecord(
                case, pinned.sop, pinned.title, pinned.zone, procedure, pinned.digest, at, at, step.case, head
            )
            identity = (case, pinned.sop, procedure, pinned.digest, written(at), written(at))
            db.execute(_INSERT_CASE, (*identity, *_state(step.case), head, step.case.group))
            _keep(db, case, step, head)
        return record

    def append(self, record: CaseRecord, step: Step) -> CaseRecord:
        """Keep ``step`` on the case that ``record`` shows; raises :class:`Moved` when it has moved on.

        Raises :class:`Failure` STO011 when the last event is not the one that the case's head stands for.
        """
        head = chained(record.head, step.event)
        with self._writing() as db:
            changed = (written(step.event.at), *_state(step.case), head, record.id, record.case.version)
            if db.execute(_UPDATE_CASE, changed).rowcount != 1:
                raise Moved(record.id)
            if not _leads_to(record, db.execute(_END, (record.id, record.case.version - 1)).fetchall()):
                raise Failure("STO011", case=record.id, seq=record.case.version)
            _keep(db, record.id, step, head)
        return record._replace(changed_at=step.event.at, case=step.case, head=head)

    def load(self, case: str) -> CaseRecord | None:
        """Return the case, or None."""
        found = self._made(_record, _ONE_CASE, case)
        return found[0] if found else None

    def cases(self, status: CaseStatus | None = None) -> tuple[CaseRecord, ...]:
        """Return the cases, oldest first."""
        order = "ORDER BY c.opened_at, c.id"
        if status is None:
            return self._made(_record, f"{_CASE} {order}")
        return self._made(_record, f"{_CASE} WHERE c.status = ? {order}", status.value)

    def tasks(self, actor: str | None = None) -> tuple[Task, ...]:
        """Return what waits, longest first: one actor's, or each step once under its own actor."""
        order = "ORDER BY t.since, t.case_id, t.step"
        if actor is None:
            return self._made(_task, f"{_TASKS} WHERE c.status = 'open' AND t.own {order}")
        return self._made(_task, f"{_TASKS} WHERE c.status = 'open' AND t.actor = ? {order}", actor)

    def awaited(self) -> tuple[str, ...]:
        """Return the actors for whom something waits, by key."""
        return tuple(actor for (actor,) in self._read(_AWAITED))

    def history(self, case: str) -> tuple[Recorded, ...]:
        """Return the events of a case, oldest first; raises :class:`Failure` STO009 at one that is none any more."""
        events: list[Recorded] = []
        for row in self._read(_HISTORY, case):
            try:
                events.append(Recorded(_event(row), row[-1]))
            except (ValueError, TypeError) as error:
                raise Failure("STO009", case=case, seq=row[0]) from error
        return tuple(events)

    def last(self, case: str, step: str | None = None) -> Event | None:
        """Return the last event of a case, or the last one of a step of it."""
        found = self._made(_event, _LAST, case, step, step)
        return found[0] if found else None

    def definition(self, digest: str) -> Pinned:
        """Return a pinned definition; raises KeyError for a digest that no case has."""
        for row in self._read(_DEFINITION, digest):
            return Pinned(*row)
        raise KeyError(digest)

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def _read(self, sql: str, *values: object) -> list[Any]:
        try:
            return self._db.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise failure(self._path, error) from error

    def _made(self, build: Callable[[tuple[Any, ...]], T], sql: str, *values: object) -> tuple[T, ...]:
        try:
            return tuple(map(build, self._read(sql, *values)))
        except (ValueError, TypeError) as error:
            # a value that this program never writes
            raise Failure("STO006", path=self._path, reason=error) from error

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        try:
            # the lock is taken at the start: a step never finds out halfway that it must wait
            self._db.execute("BEGIN IMMEDIATE")
            yield self._db
            self._db.execute("COMMIT")
        except BaseException as error:
            if self._db.in_transaction:
                with suppress(sqlite3.Error):  # what is not committed is undone when the file is opened again
                    self._db.execute("ROLLBACK")
            if isinstance(error, sqlite3.Error):
                raise failure(self._path, error) from error
            raise


def _keep(db: sqlite3.Connection, case: str, step: Step, head: str) -> None:
    event = step.event
    since = written(event.at)
    opens = f"[{','.join(map(encode_basestring, event.opens))}]"
    db.execute(_INSERT_EVENT, (case, event.seq, since, *event[2:8], opens, *event[9:], head))
    for effect in step.effects:
        if isinstance(effect, TaskClosed):
            for actor in effect.performers:
                db.execute(_DELETE_TASK, (actor, case, effect.step))
        elif isinstance(effect, TaskOpened):
            for position, actor in enumerate(effect.performers):
                db.execute(_INSERT_TASK, (case, effect.step, actor, position == 0, effect.activity, since))


def _leads_to(record: CaseRecord, end: list[tuple[Any, ...]]) -> bool:
    """Return whether the last two events (the only one) of a case are those that its version and head stand for."""
    version = record.case.version
    if [row[0] for row in end] != [seq for seq in (version - 1, version) if seq]:
        return False
    previous: str = end[0][-1] if version > 1 else genesis(record.id, record.sop, record.procedure)
    *fields, digest = end[-1]
    said = dict(zip(Event._fields, fields, strict=True))
    try:
        said["opens"] = tuple(_decoded(said["opens"])[0])
    except (ValueError, TypeError):
        return False
    return bool(digest == record.head == linked(previous, said))


def _state(case: Case) -> tuple[int, str, str, str | None, str]:
    waiting = ",".join(map(_waiting, case.open))
    given = json.dumps(case.given, ensure_ascii=False) if case.given else "[]"
    return case.version, case.status.value, f"[{waiting}]", case.end, given


def _waiting(opened: OpenStep) -> str:
    via = "" if opened.via is None else "," + ",".join(map(encode_basestring, opened.via))
    return f'[{encode_basestring(opened.step)},"{written(opened.since)}"{via}]'


def _record(row: tuple[Any, ...]) -> CaseRecord:
    *identity, opened_at, changed_at, version, status, waiting, end, group, given, head = row
    steps = tuple(_open_step(*each) for each in _decoded(waiting)[0])
    counted = tuple(Given(*each) for each in _decoded(given)[0])
    times = (datetime.fromisoformat(opened_at), datetime.fromisoformat(changed_at))
    return CaseRecord._make((*identity, *times, Case(version, CaseStatus(status), steps, end, group, counted), head))


def _open_step(step: str, since: str, *via: str) -> OpenStep:
    return OpenStep(step, datetime.fromisoformat(since), (via[0], via[1]) if via else None)


def _task(row: tuple[Any, ...]) -> Task:
    return Task._make((*row[:-1], datetime.fromisoformat(row[-1])))


def _event(row: tuple[Any, ...]) -> Event:
    seq, at, kind, *said, opens, end, status, definition, times, group, _hash = row
    told = (seq, datetime.fromisoformat(at), EventKind(kind), *said, tuple(_decoded(opens)[0]))
    return Event._make((*told, end, CaseStatus(status), definition, times, group))
