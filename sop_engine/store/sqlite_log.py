"""The write-ahead log beside an SQLite file -> whether steps in it that were acknowledged can no longer be read.

SQLite takes the first frame of a log that does not add up for its end: right after a crash, for the last step was
never finished. But each step is on the disk before the next one is written. Where a later step stands whole behind the
frame that does not add up, that frame was damaged, and all that follows would be dropped without a word. Looked at
before anything is written; what was cut off at the very end of a log cannot be seen here.
"""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

_HEADER = struct.Struct(">4I8s8s")
_FRAME = struct.Struct(">2I8s2I")
_MAGIC = 0x377F0682
_SHARED = struct.Struct("=16xI12x8s")
"""Of the index that processes share: how many frames of the log count, and the log's salt."""


class _Frame(NamedTuple):
    number: int
    commits: bool
    start: int
    sums: tuple[int, int]


def damaged(path: Path) -> bool:
    """Return whether the log of the store at ``path`` is damaged before its end. Raises OSError or sqlite3.Error."""
    log = path.with_name(f"{path.name}-wal")
    if not log.exists() or log.stat().st_size < _HEADER.size + 2 * _FRAME.size:
        return False
    # a connection that only reads has SQLite read the log, and leaves it there when it is closed
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)) as db:
        db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        return _goes_on(log, path.with_name(f"{path.name}-shm"))


def _goes_on(log: Path, shared: Path) -> bool:
    """Return whether whole steps stand behind the frames of a log that count."""
    known, _ = _counted(shared)
    with log.open("rb") as file:
        magic, _, size, _, salt, _ = _HEADER.unpack(file.read(_HEADER.size))
        file.seek(_HEADER.size + known * (_FRAME.size + size))
        rest = file.read()
    count, present = _counted(shared)  # others may have added to it meanwhile
    if present != salt:
        return False  # the log was begun anew
    order, whole = ">" if magic & 1 else "<", 0
    before: _Frame | None = None
    for frame in _frames(rest, size, salt):
        if known + frame.number <= count:
            continue
        linked = before is not None and _sums(rest, order, size, before.sums, frame.start) == frame.sums
        whole = (whole if linked else 0) + frame.commits
        if whole > 1:
            return True
        before = frame
    return False


def _counted(shared: Path) -> tuple[int, bytes]:
    """Return how many frames of the log count, and its salt, from the index that processes share."""
    with shared.open("rb") as file:
        return _SHARED.unpack(file.read(_SHARED.size))


def _frames(rest: bytes, size: int, salt: bytes) -> Iterator[_Frame]:
    """Yield the frames that stand in a part of a log, those of the present salt alone."""
    for number, start in enumerate(range(0, len(rest) - _FRAME.size - size + 1, _FRAME.size + size), 1):
        _, pages, its, first, second = _FRAME.unpack_from(rest, start)
        if its == salt:
            yield _Frame(number, pages > 0, start, (first, second))


def _sums(rest: bytes, order: str, size: int, before: tuple[int, int], start: int) -> tuple[int, int]:
    """Return the sums of a frame that follows one whose sums are ``before``, as SQLite adds them up."""
    first, second = before
    covered = rest[start : start + 8] + rest[start + _FRAME.size : start + _FRAME.size + size]
    words = struct.unpack(f"{order}{len(covered) // 4}I", covered)
    for one, other in zip(words[::2], words[1::2], strict=True):
        first = (first + one + second) & 0xFFFFFFFF
        second = (second + other + first) & 0xFFFFFFFF
    return first, second
