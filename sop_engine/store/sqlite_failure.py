"""An SQLite error at a path -> the Failure that tells the officer what it means and the way out.

SQLite calls a full disk by several names, a plain I/O error among them: the file system is asked before it is worded.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
from pathlib import Path

from sop_engine.failure import NO_ROOM, Failure, reason
from sop_engine.messages import text

_PRIMARY = 0xFF
"""SQLite's extended result codes carry the primary one in their low byte."""

_PROBE = 1 << 17
"""Bytes that a step needs at most when things are ordinary: a few pages, and the index beside the log."""

_CODES = {
    sqlite3.SQLITE_NOTADB: "STO001",
    sqlite3.SQLITE_BUSY: "STO003",
    sqlite3.SQLITE_LOCKED: "STO003",
    sqlite3.SQLITE_READONLY: "STO004",
    sqlite3.SQLITE_PERM: "STO004",
    sqlite3.SQLITE_FULL: "STO005",
    sqlite3.SQLITE_CORRUPT: "STO006",
    sqlite3.SQLITE_CANTOPEN: "STO007",
}

_NO_TEXT = "Could not decode to UTF-8"
"""How Python begins what it says of bytes in the file that are no text; the database does not look at them."""

_NO_PART = ("no such table", "no such column", "no such index")
"""How SQLite begins what it says of a store of which a part was taken away."""

_UNWRITABLE = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN)

_PERHAPS_FULL = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, *_UNWRITABLE)


Error = sqlite3.Error | UnicodeDecodeError
"""What SQLite raises here; the second where a damaged name of a table would stand in its own words."""


def primary(error: Error) -> int:
    """Return the primary result code of an error; 0 when it has none."""
    return getattr(error, "sqlite_errorcode", 0) & _PRIMARY


def failure(path: Path, error: Error, *, committing: bool = False, reading: bool = False) -> Failure:
    """Return what an error at the store ``path`` means.

    STO001 or STO003-STO008; STO024 when a commit is uncertain, STO025 where nothing was to be written.
    """
    if committing and getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_IOERR_FSYNC:
        # what was written and not confirmed is read again when everybody has let go of the file
        return Failure("STO024", path=path, reason=reason(error))
    code = primary(error)
    if code in _PERHAPS_FULL and _no_room(path):
        return Failure("STO005", path=path)
    if isinstance(error, UnicodeDecodeError) or (not code and str(error).startswith(_NO_TEXT)):
        return Failure("STO006", path=path, reason="UTF-8")
    if code == sqlite3.SQLITE_ERROR and str(error).startswith(_NO_PART):
        return Failure("STO006", path=path, reason=text("store.no_part", name=str(error).rpartition(": ")[2]))
    return Failure(_CODES.get(code, "STO025" if reading else "STO008"), path=path, reason=reason(error))


def is_unwritable(path: Path, error: Error) -> bool:
    """Return whether an error says that the store at ``path`` cannot be written now, while it may well be read."""
    code = primary(error)
    return code in _UNWRITABLE or (code in _PERHAPS_FULL and _no_room(path))


def _no_room(path: Path) -> bool:
    """Return whether the files of the store cannot grow: the disk, a quota or a limit is used up."""
    try:
        with tempfile.TemporaryFile(dir=path.parent) as probe:
            probe.write(bytes(_PROBE))
            probe.flush()
    except OSError as error:
        return error.errno in NO_ROOM
    return _longest(path) + _PROBE > _limit()


def _longest(path: Path) -> int:
    files = (path, path.with_name(path.name + "-wal"))
    return max((file.stat().st_size for file in files if file.exists()), default=0)


def _limit() -> float:
    """Return the size that this process may give to a file: ``ulimit -f``, where there is such a thing."""
    if sys.platform == "win32":
        return float("inf")
    import resource

    limit = resource.getrlimit(resource.RLIMIT_FSIZE)[0]
    return float("inf") if limit == resource.RLIM_INFINITY else limit
