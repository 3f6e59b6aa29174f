"""A path -> a checked SQLite connection with the current schema, or a Failure that says what the file is instead.

A file is ours by its ``application_id``; ``user_version`` counts the migrations it has. A file that is not ours is
never written to, nor an older one without being asked. Migrations are one transaction. Commits are durable (WAL,
synchronous=FULL): one fsync each.
"""

from __future__ import annotations

import os
import sqlite3
import struct
import time
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

from sop_engine.failure import NO_ROOM, Failure, reason
from sop_engine.store import sqlite_log
from sop_engine.store.file_folder import PRIVATE
from sop_engine.store.sqlite_failure import Error, failure, is_unwritable, primary

APPLICATION_ID = 0x534F5045
"""``SOPE`` in the file's header."""

MIGRATIONS = Path(__file__).resolve().parent / "migrations" / "sqlite"

PATIENCE = 5.0
"""Seconds to wait for another writer before giving up."""

_HAS_UNHEX = (3, 41, 0)

_MAGIC = b"SQLite format 3\0"


def open_file(
    path: Path, *, create: bool, patience: float = PATIENCE, upgrade: bool = False
) -> sqlite3.Connection | None:
    """Return a connection to the store at ``path`` in autocommit mode, with the present schema.

    Without ``create`` None is returned where there is no store yet, and nothing is written there.
    Raises :class:`Failure` STO001 (not a store), STO002 (a newer one), STO017 (an older one, without ``upgrade``),
    STO003-STO008 (it cannot be used), STO022 (its file was lost, its log was not).
    """
    try:
        if create:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if path.exists() and not path.is_file():
            # a pipe would be waited for, not read
            raise Failure("STO007", path=path, reason="EISDIR" if path.is_dir() else "EINVAL")
        if not create and (not path.exists() or _is_empty(path)):
            return None
        if path.exists() and not _begins_like_sqlite(path):
            raise Failure("STO001", path=path, reason="SQLITE_NOTADB")
        if (not path.exists() or _is_empty(path)) and _has_log(path):
            # SQLite would throw the log away, and with it steps of a store whose file was lost
            raise Failure("STO022", path=_log(path))
        if create and not path.exists():
            # SQLite would share it with all who may look into the folder, and gives its log what the file has
            with suppress(FileExistsError):
                os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, PRIVATE))
    except OSError as error:
        code = "STO004" if isinstance(error, PermissionError) else "STO005" if error.errno in NO_ROOM else "STO007"
        raise Failure(code, path=path, reason=reason(error)) from error
    _check_log(path)
    try:
        db = sqlite3.connect(path, timeout=patience, isolation_level=None)
        return _prepared(db, path, patience, create=create, upgrade=upgrade)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        if create or not _settled(path, error):
            raise failure(path, error) from error
    try:
        # someone who may only read a finished store still may look: no side files are needed then
        return _prepared(sqlite3.connect(f"{path.resolve().as_uri()}?immutable=1", uri=True), path, patience, look=True)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise failure(path, error) from error


def empty(path: Path) -> sqlite3.Connection:
    """Return a store without cases that lies nowhere: what a reader sees where there is none yet."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    migrate(db, path)
    return db


@cache
def migrations() -> tuple[tuple[int, str], ...]:
    """Return the numbered migrations in their order: (number, SQL)."""
    files = sorted(MIGRATIONS.glob("[0-9][0-9][0-9][0-9]_*.sql"))
    return tuple((int(file.name[:4]), file.read_text(encoding="utf-8")) for file in files)


def migrate(db: sqlite3.Connection, path: Path) -> None:
    """Apply the migrations that ``db`` lacks, all or none of them.

    Raises :class:`Failure` STO001 or STO002 before anything is written.
    """
    known = migrations()
    _version(db, path, known[-1][0])
    if sqlite3.sqlite_version_info < _HAS_UNHEX:
        db.create_function("unhex", 1, bytes.fromhex, deterministic=True)
    db.execute("PRAGMA foreign_keys = OFF")  # a table that is made anew is referred to meanwhile
    db.execute("BEGIN IMMEDIATE")
    try:
        # another process may have brought the file up to date while this one waited for the lock
        there = db.execute("PRAGMA user_version").fetchone()[0]
        for number, sql in known:
            if number > there:
                for statement in _statements(sql):
                    db.execute(statement)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {known[-1][0]}")
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
    db.execute("PRAGMA foreign_keys = ON")


def _check_log(path: Path) -> None:
    """Refuse a store (STO006) whose log lost steps that were acknowledged: opened, it would be cut off there."""
    with suppress(
        OSError, sqlite3.Error, UnicodeDecodeError, struct.error
    ):  # what cannot be opened is told when it is opened
        if sqlite_log.damaged(path):
            raise Failure("STO006", path=path, reason=f"{path.name}-wal")


def _is_empty(path: Path) -> bool:
    return path.is_file() and not path.stat().st_size


def _begins_like_sqlite(path: Path) -> bool:
    # SQLite itself takes a file of a few bytes for an empty database, and would write over it
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) in (b"", _MAGIC)


def _prepared(
    db: sqlite3.Connection,
    path: Path,
    patience: float,
    *,
    create: bool = False,
    look: bool = False,
    upgrade: bool = False,
) -> sqlite3.Connection | None:
    try:
        known = migrations()[-1][0]
        version = _version(db, path, known)
        if 0 < version < known and not upgrade:
            raise Failure("STO017", path=path, found=version, known=known)
        if version or create:
            if not look:
                _write_ahead(db, patience)
            db.execute("PRAGMA synchronous = FULL")
            db.execute("PRAGMA secure_delete = ON")  # what is erased is to be gone from the file as well
            db.execute("PRAGMA foreign_keys = ON")
            if version < known:
                migrate(db, path)
            return db
    except BaseException:
        db.close()
        raise
    db.close()
    return None


def _version(db: sqlite3.Connection, path: Path, known: int) -> int:
    """Return which schema the file has; 0: it is a database without anything in it."""
    # one look in one transaction: another process may be making this very store
    db.execute("BEGIN")
    application = db.execute("PRAGMA application_id").fetchone()[0]
    version: int = db.execute("PRAGMA user_version").fetchone()[0]
    objects = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    db.execute("COMMIT")
    if application == APPLICATION_ID:
        if version > known:
            raise Failure("STO002", path=path, found=version, known=known)
        return version
    if application or version or objects:
        raise Failure("STO001", path=path, reason="foreign")
    return 0


def _write_ahead(db: sqlite3.Connection, patience: float) -> None:
    # SQLite does not wait by itself for the lock that turns a new file to WAL
    deadline = time.monotonic() + patience
    while True:
        try:
            mode = db.execute("PRAGMA journal_mode = WAL").fetchone()[0]
        except sqlite3.OperationalError as error:
            if primary(error) != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.01)
        else:
            if mode != "wal":
                raise sqlite3.OperationalError(f"journal_mode = {mode}: no write-ahead log on this file system")
            return


def _settled(path: Path, error: Error) -> bool:
    """Return whether the store cannot be written now but can be read as it lies there."""
    return is_unwritable(path, error) and path.is_file() and not _has_log(path)


def _log(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def _has_log(path: Path) -> bool:
    return _log(path).exists() and bool(_log(path).stat().st_size)


def _statements(sql: str) -> Iterator[str]:
    statement = ""
    for line in sql.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
