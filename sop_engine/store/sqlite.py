"""The journal on SQLite: one file, one transaction and one fsync for a step; attachments in a folder beside it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sop_engine.failure import Failure, reason
from sop_engine.store import statements
from sop_engine.store.file_folder import FileFolder
from sop_engine.store.journal import Entry
from sop_engine.store.rows import Row
from sop_engine.store.sql_journal import SqlJournal
from sop_engine.store.sqlite_failure import failure
from sop_engine.store.sqlite_file import PATIENCE, empty, open_file


class SqliteJournal(SqlJournal):
    """A :class:`~sop_engine.store.journal.Journal` in one SQLite file. Belongs to the thread that made it."""

    def __init__(self, path: Path, *, create: bool, patience: float = PATIENCE) -> None:
        self._path = path
        self._files = FileFolder(path)
        found = open_file(path, create=create, patience=patience)
        self.exists = found is not None
        self._db = found or empty(path)

    @property
    def place(self) -> str:
        """Return the path of the file."""
        return str(self._path)

    def sound(self) -> str | None:
        """Return what SQLite finds wrong with the file, or None."""
        found = [str(row[0]) for row in self._read("PRAGMA integrity_check(10)")]
        found += [f"{row[0]}: foreign key" for row in self._read("PRAGMA foreign_key_check")]
        return None if found == ["ok"] else "; ".join(each for each in found if each != "ok")

    def differing(self) -> tuple[str, ...]:
        """Return the names of tables, columns, indexes and triggers that are not as the migrations make them."""
        from sop_engine.store.sqlite_schema import differing

        try:
            return differing(self._db, self._path)
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise failure(self._path, error, reading=True) from error

    def copy_to(self, path: Path) -> None:
        """Write everything but the attachments to a new SQLite file, as of one moment, while others work."""
        from sop_engine.store.sqlite_upkeep import copy_file

        copy_file(self._path, path)

    def erase(self, case: str, entry: Entry, files: Sequence[str] = ()) -> None:
        """Erase an applicant's data and these files for good, and note it."""
        super().erase(case, entry, files)
        for digest in files:
            self._files.remove(digest)
        try:
            # the log still has the pages as they were; while others read it waits for the next time
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        except sqlite3.Error as error:
            # it is recorded, and what was erased may still be read in the log: neither "as before" nor done
            raise Failure("STO024", path=self._path, reason=reason(error)) from error

    def _erase_files(self, execute: Callable[..., int], files: Sequence[str]) -> None:
        """Do nothing: files lie beside the database, and go when the note of it is kept for good."""

    def put_file(self, digest: str, content: bytes) -> None:
        """Keep a file under its SHA-256; one that is there already stays."""
        self._files.put(digest, content)

    def get_file(self, digest: str) -> bytes | None:
        """Return a file by its SHA-256, or None; raises STO014 when it is not what its name says."""
        return self._files.get(digest)

    def files(self) -> tuple[str, ...]:
        """Return the digests of the files, sorted."""
        return self._files.digests()

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def _read(self, sql: str, *args: Any) -> list[Row]:
        try:
            return self._db.execute(sql, args).fetchall()
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise failure(self._path, error, reading=True) from error

    def _streamed(self, sql: str, *args: Any) -> Iterator[Row]:
        try:
            for row in self._db.execute(sql, args):  # noqa: UP028 - a cursor has a say of its own when it is closed late
                yield row
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise failure(self._path, error, reading=True) from error

    def _drawn(self, sop: str, year: int) -> int:
        return int(self._db.execute(statements.DRAW, (sop, year)).fetchall()[0][0])

    def _in_turn(self, execute: Callable[..., int], table: str) -> None:
        """Do nothing: a transaction that writes is alone from its start."""

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Return a context in which everything that is read is of one moment; nothing is written in it."""
        self._read("BEGIN")
        try:
            yield
        finally:
            self._read("ROLLBACK")

    @contextmanager
    def _writing(self) -> Iterator[Callable[..., int]]:
        def execute(sql: str, *args: Any) -> int:
            return self._db.execute(sql, args).rowcount

        committing = False
        try:
            # the lock is taken at the start: a step never finds out halfway that it must wait
            self._db.execute("BEGIN IMMEDIATE")
            yield execute
            committing = True
            self._db.execute("COMMIT")
        except BaseException as error:
            if self._db.in_transaction:
                with suppress(sqlite3.Error):  # what is not committed is undone when the file is opened again
                    self._db.execute("ROLLBACK")
            if isinstance(error, (sqlite3.Error, UnicodeDecodeError)):
                raise failure(self._path, error, committing=committing) from error
            raise
