"""Files that people attach -> facts of an event, and the files kept under their SHA-256.

A file is read whole before anything is recorded, and refused where it could not be what the officer means: not a
regular file, a link that leads out of its folder, too large, changed while it was read, a name that steers a terminal.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sop_engine.engine.event import Event
from sop_engine.failure import Failure, reason
from sop_engine.messages import text
from sop_engine.office import guard
from sop_engine.office.desk import Office
from sop_engine.office.disclosure import look_at_file
from sop_engine.office.person import text_of
from sop_engine.office.sealing import MARK, without_salt

if TYPE_CHECKING:
    from io import BufferedReader

LARGEST = 10 * 1024 * 1024
"""Bytes of one file: a scanned dossier of some fifty pages."""

_SHORTEST_DIGEST = 8
_DIGEST = re.compile("[0-9a-f]{64}")


class Attached(NamedTuple):
    """A file of a case as its record names it; ``seq`` is the event.

    ``size`` and ``digest`` are of what is kept; of a ``sealed`` file that is more than its own bytes.
    """

    seq: int
    digest: str
    size: int
    name: str
    sealed: bool = False

    def own(self, kept: bytes) -> bytes:
        """Return the file's own bytes out of what is kept of it."""
        return without_salt(kept) if self.sealed else kept


def attach(office: Office, paths: Sequence[Path], before: Sequence[str] = ()) -> tuple[str, ...]:
    """Read files, to be kept with the next event, and return the facts that name them there.

    ``before`` are the facts that the event has already: its files are counted together. Raises :class:`Failure` RUN048
    (too large), RUN049 (too many), RUN050 (changed while it was read) or USE050 (not a file that can be attached).
    """
    guard.check_files(before, len(paths))
    found = []
    for path in paths:
        name = _name(path)
        content = read(path)
        digest = hashlib.sha256(content).hexdigest()
        office.attached[digest] = content
        found.append(f"file={digest} {len(content)} {name}")
    return tuple(dict.fromkeys(found))


def listed(events: Iterable[Event]) -> tuple[Attached, ...]:
    """Return the files that a record names, in its order; a fact that names none is left to who verifies the record."""
    found = []
    for event in events:
        for said in event.all_facts("file"):
            with suppress(ValueError):
                found.append(attached_of(event.seq, said))
    return tuple(found)


def attached_of(seq: int, said: str) -> Attached:
    """Return the file that a fact of event ``seq`` names. Raises ValueError for a fact that names none."""
    digest, size, name = said.split(" ", 2)
    if not _DIGEST.fullmatch(digest):
        raise ValueError(digest)
    return Attached(seq, digest, int(size.removesuffix(MARK)), name, size.endswith(MARK))


def fetch(office: Office, case: str, name: str) -> tuple[Attached, bytes]:
    """Return a file of a case by its name or the beginning of its digest.

    Raises :class:`Failure` RUN051 when there is none, RUN081 when several different files have that name, STO014 when
    what is kept is no longer that file.
    """
    view = office.show(case)
    events = [each.event for each in office.journal.history(case)]
    files = listed(events)
    asked = text_of("NAME", name)
    named = [each for each in files if each.name == asked]
    if not named and len(asked) >= _SHORTEST_DIGEST:
        named = [each for each in files if each.digest.startswith(asked.lower())]
    if not named:
        known = ", ".join(dict.fromkeys(each.name for each in files)) or "–"
        raise Failure("RUN051", case=case, name=asked, known=known)
    if len({each.digest for each in named}) > 1:
        several = "; ".join(text("papers.file_of_event", seq=each.seq, digest=each.digest[:12]) for each in named)
        raise Failure("RUN081", case=case, name=asked, known=several, digest=named[-1].digest[:12])
    look_at_file(office, view, events[named[-1].seq - 1])
    content = office.journal.get_file(named[-1].digest)
    if content is None:
        raise Failure("RUN053", case=case, name=named[-1].name, digest=named[-1].digest)
    return named[-1], named[-1].own(content)


def read(path: Path) -> bytes:
    """Return the bytes of a file that can be attached; raises :class:`Failure` as :func:`attach` does."""
    try:
        if path.is_symlink() and not path.resolve(strict=True).is_relative_to(path.parent.resolve()):
            raise _not(path, "link", to=path.resolve())
        # a pipe would keep us waiting for ever: it is opened without waiting, and then refused
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError as error:
        raise _not(path, "missing") from error
    except IsADirectoryError as error:
        raise _not(path, "folder") from error
    except (OSError, ValueError, RuntimeError) as error:
        if path.is_dir():
            raise _not(path, "folder") from error
        raise _not(path, "unreadable", why=_why(error)) from error
    if stat.S_ISDIR(os.fstat(handle).st_mode):
        os.close(handle)
        raise _not(path, "folder")
    try:
        with open(handle, "rb") as file:
            return _whole(path, file)
    except OSError as error:
        raise _not(path, "unreadable", why=_why(error)) from error


def _whole(path: Path, file: BufferedReader) -> bytes:
    before = os.fstat(file.fileno())
    if not stat.S_ISREG(before.st_mode):
        raise _not(path, "device")
    if before.st_size > LARGEST:
        raise Failure("RUN048", path=path, size=_megabytes(before.st_size), limit=_megabytes(LARGEST))
    content = file.read(LARGEST + 1)
    after = os.fstat(file.fileno())
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or len(content) != after.st_size:
        raise Failure("RUN050", path=path)
    if not content:
        raise _not(path, "empty")
    return content


def _name(path: Path) -> str:
    name = text_of("--attach", path.name)
    unseen = next((sign for sign in name if not sign.isprintable()), None)
    if unseen is not None:
        raise Failure("USE026", name="--attach", sign=f"U+{ord(unseen):04X}")
    return name


def _not(path: Path, what: str, **said: object) -> Failure:
    return Failure("USE050", path=path, problem=text(f"papers.file_{what}", **said))


def _why(error: Exception) -> str:
    from sop_engine.messages import language
    from sop_engine.messages.reasons import REASONS

    known = REASONS.get(reason(error))
    return known[0 if language() == "id" else 1] if known else reason(error)


def _megabytes(size: int) -> int:
    return -(-size // 1024**2)
