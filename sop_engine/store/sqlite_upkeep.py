"""An SQLite store -> a whole copy of it as of one moment, while others work on it; an older one -> the present schema.

A copy is made page by page by SQLite itself, looked over, and only then given its name. A store is copied before its
schema is changed: what a mistake in a migration could do can then be undone.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from contextlib import closing, suppress
from itertools import count
from pathlib import Path
from typing import NamedTuple

from sop_engine.failure import Failure
from sop_engine.store.sqlite_failure import failure
from sop_engine.store.sqlite_file import PATIENCE, open_file
from sop_engine.writing import keep_name, refusal

_BESIDE = ("", "-wal", "-shm", "-journal")
_OF_THE_COPY = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR)


class Migrated(NamedTuple):
    """A store that was brought from schema ``found`` (0: there was none) to ``known``.

    ``copy`` is where it lies as it was before, '' where no copy was made.
    """

    found: int
    known: int
    copy: str


def copy_file(source: Path, to: Path) -> None:
    """Copy a store to a new file, with every step that was acknowledged before; it stands there whole or not at all.

    Raises :class:`Failure` STO001-STO008 where one of the two cannot be used, STO006 for a store that is damaged.
    """
    aside = None
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        handle, aside = tempfile.mkstemp(prefix=f".{to.name[:40]}.{os.getpid()}-", dir=to.parent)
        os.close(handle)
        _copy(source, to, Path(aside))
        with open(aside, "rb") as file:
            os.fsync(file.fileno())
        os.replace(aside, to)
        if os.name == "posix":
            keep_name(to.parent)
    except OSError as error:
        raise refusal(to, error) from error
    finally:
        for ending in _BESIDE if aside is not None else ():
            with suppress(OSError):
                os.unlink(f"{aside}{ending}")


def _copy(source: Path, to: Path, aside: Path) -> None:
    try:
        with closing(sqlite3.connect(source, timeout=PATIENCE)) as read, closing(sqlite3.connect(aside)) as written:
            read.backup(written)  # in one go: whoever records meanwhile neither waits nor makes it begin anew
            found = written.execute("PRAGMA integrity_check(1)").fetchone()[0]
    except sqlite3.Error as error:
        of_the_copy = getattr(error, "sqlite_errorcode", 0) & 0xFF in _OF_THE_COPY
        raise failure(to if of_the_copy else source, error) from error
    if found != "ok":
        raise Failure("STO006", path=source, reason=found)


def upgrade_file(path: Path) -> Migrated | None:
    """Bring the schema of a store up to date, a copy of it made before; None when there is nothing to do.

    Raises :class:`Failure` STO001-STO008. Killed at any point the store is as before, or upgraded.
    """
    try:
        found = open_file(path, create=False)
        if found is not None:
            found.close()
        return None
    except Failure as older:
        if older.code != "STO017":
            raise
        schema, known = (int(older.args_of_message[name]) for name in ("found", "known"))
    copy = _free(path, schema)
    copy_file(path, copy)
    upgraded = open_file(path, create=False, upgrade=True)
    if upgraded is not None:
        upgraded.close()
    return Migrated(schema, known, str(copy))


def _free(path: Path, schema: int) -> Path:
    names = (f"{path.name}.schema-{schema}{'' if number == 1 else f'-{number}'}.bak" for number in count(1))
    return next(path.with_name(name) for name in names if not path.with_name(name).exists())
