"""A store -> the list of its heads: one line a case with the number and the hash of its last event.

Whoever has such a list, printed, signed or mailed, can prove later that a record was cut, replaced or is gone; the
chain alone cannot. The last line is a digest over all lines before it, so that a short text stands for the whole list.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from sop_engine.failure import Failure, reason
from sop_engine.record.kept import hexadecimal
from sop_engine.store.journal import Journal

FIRST_LINE = "sop-heads 1"
DESK = "desk"
TOTAL = "total"

_LINE = re.compile(r"(\S+) +([0-9]{1,18}) +([0-9a-f]{64})")
_NO_EVENT = "0" * 64


class Head(NamedTuple):
    """The last event of a case (or of the desk) when the list was made."""

    name: str
    version: int
    hash: str


def heads(journal: Journal) -> Iterator[Head]:
    """Yield the head of each case in the order of their ids, then that of the desk; to be read inside a snapshot."""
    last = Head(DESK, 0, _NO_EVENT)
    for name, columns, rows in journal.tables():
        if name == "cases":
            version, last_hash = columns.index("version"), columns.index("head")
            for row in rows:
                yield Head(row[0], row[version], hexadecimal(row[last_hash]))
        elif name == "desk":
            for seq, _, found in rows:
                last = Head(DESK, seq, hexadecimal(found))
    yield last


def lines(found: Iterable[Head]) -> Iterator[str]:
    """Yield the lines of a list of heads, its digest in the last."""
    digest, count = hashlib.sha256(f"{FIRST_LINE}\n".encode()), 0
    yield FIRST_LINE
    for head in found:
        line = f"{head.name} {head.version} {head.hash}"
        digest.update(f"{line}\n".encode())
        count += head.name != DESK
        yield line
    yield f"{TOTAL} {count} {digest.hexdigest()}"


def total(journal: Journal) -> Head:
    """Return how many cases there are and the digest over all heads; to be read inside a snapshot."""
    last = ""
    for line in lines(heads(journal)):
        last = line
    return _head(last)


def read(path: Path) -> Iterator[Head]:
    """Yield the heads of a list, once all of it has been checked against its last line.

    Blank lines and blanks around lines, as mail and editors make them, are passed over. Raises :class:`Failure`
    USE054 for what is no list of heads or was changed, STO020 when it cannot be read.
    """
    expected, digest, count = None, hashlib.sha256(), 0
    for line in _text_lines(path):
        if line.startswith(f"{TOTAL} "):
            expected = line
        elif expected is None:
            digest.update(f"{line}\n".encode())
            count += 1
    if expected != f"{TOTAL} {count - 2} {digest.hexdigest()}":
        raise Failure("USE054", path=path)
    before = ""
    for number, line in enumerate(_text_lines(path)):
        if not number or line.startswith(f"{TOTAL} "):
            continue
        try:
            head = _head(line)
        except ValueError as error:
            raise Failure("USE054", path=path) from error
        if head.name != DESK:
            if head.name <= before:
                raise Failure("USE054", path=path)
            before = head.name
        yield head


def _head(line: str) -> Head:
    found = _LINE.fullmatch(line)
    if found is None:
        raise ValueError(line)
    return Head(found[1], int(found[2]), found[3])


def _text_lines(path: Path) -> Iterator[str]:
    try:
        with path.open(encoding="utf-8-sig", errors="replace") as file:
            for line in file:
                if line.strip():
                    yield line.strip()
    except OSError as error:
        raise Failure("STO020", path=path, reason=reason(error)) from error
