"""Writes result files whole or not at all: aside first, then renamed into place."""

from __future__ import annotations

import errno
import os
import re
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from sop_engine.failure import NO_ROOM, Failure, reason

_FORBIDDEN = (errno.EACCES, errno.EROFS, errno.EPERM)
_PAUSES = (0.02, 0.05, 0.1)  # seconds
_OLD = 3600.0  # seconds
_ASIDE = re.compile(r"\..+\.([1-9][0-9]*)-[a-z0-9_]{8}")


def write_whole(path: Path, content: bytes | str, *, durable: bool = False, mode: int | None = None) -> None:
    """Write ``content`` (text as UTF-8) to ``path``, making its folder; a reader never sees half of it.

    With ``durable`` it is there for good when this returns, also when the power fails the moment after. ``mode`` says
    who may use it; else it is as the file that it replaces, or shared like any other.
    Raises :class:`Failure` OUT001 (folder not writable), OUT002 (disk full) or OUT003 (any other refusal); what
    stood at ``path`` before is then still there, and nothing is left beside it. Only a process that the system ends
    without a word leaves what it had begun, until :func:`make_ready` or :func:`clear_aside` comes by.
    """
    with writing(path, durable=durable, mode=mode) as file:
        file.write(content.encode("utf-8") if isinstance(content, str) else content)


@contextmanager
def writing(path: Path, *, durable: bool = False, mode: int | None = None) -> Iterator[BinaryIO]:
    """Give a file to be written piece by piece; it stands at ``path`` when all went well, see :func:`write_whole`."""
    aside = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, aside = tempfile.mkstemp(prefix=f".{path.name[:40]}.{os.getpid()}-", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            yield file
            if durable:
                file.flush()
                os.fsync(file.fileno())
        os.chmod(aside, _mode(path) if mode is None else mode)
        _put(aside, path)
        aside = None
        if durable and os.name == "posix":
            keep_name(path.parent)
    except OSError as error:
        raise refusal(path, error) from error
    finally:
        if aside is not None:
            with suppress(OSError):
                os.unlink(aside)


def keep_name(folder: Path) -> None:
    """Have the system keep the names in a folder, not only what is in its files."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def refusal(path: Path, error: OSError) -> Failure:
    """Return what to raise where the system does not let a file be written or removed: OUT001, OUT002 or OUT003."""
    code = "OUT001" if error.errno in _FORBIDDEN else "OUT002" if error.errno in NO_ROOM else "OUT003"
    return Failure(code, path=path, reason=reason(error))


def make_ready(folder: Path) -> None:
    """Make a folder for results, and see whether files can be written there; clear away what was begun long ago.

    Raises :class:`Failure` OUT030 when something else stands in its place, else as :func:`write_whole` does.
    """
    if os.path.lexists(folder) and not folder.is_dir():
        raise Failure("OUT030", path=folder)
    tried = folder / f".coba.{os.getpid()}-________"  # named as what is written aside, and cleared away like it
    try:
        write_whole(tried, b"")
    except Failure as failure:
        raise Failure(failure.code, **{**failure.args_of_message, "path": folder}) from failure
    finally:
        with suppress(OSError):
            os.unlink(tried)
    _clear(folder, _abandoned)


def clear_aside(folder: Path, process: int) -> None:
    """Remove what a process that is no more had begun to write in a folder."""
    _clear(folder, lambda _, writer: writer == process)


def _clear(folder: Path, gone: Callable[[os.DirEntry[str], int], bool]) -> None:
    """Remove the files written aside of which ``gone``, given a file and its process, says that nobody writes them."""
    with suppress(OSError), os.scandir(folder) as files:
        for each in files:
            begun = _ASIDE.fullmatch(each.name)
            with suppress(OSError):
                if begun and gone(each, int(begun[1])):
                    os.unlink(each.path)


def _abandoned(file: os.DirEntry[str], process: int) -> bool:
    """Return whether nobody can be writing a file: it is old, and its process, which may be another machine's, gone."""
    if os.name == "nt":  # there is no harmless way to ask for a process there
        return False
    if time.time() - file.stat(follow_symlinks=False).st_mtime < _OLD:
        return False
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return True
    except PermissionError:
        pass
    return False


def _put(aside: str, path: Path) -> None:
    for pause in _PAUSES:
        try:
            os.replace(aside, path)
        except PermissionError:
            # Windows refuses as long as another program has the old file open, most often for a moment only
            time.sleep(pause)
        else:
            return
    os.replace(aside, path)


def _mode(path: Path) -> int:
    """Return who may use the new file: as the one it replaces, else shared like any other file of this user."""
    with suppress(OSError):
        return path.stat().st_mode & 0o777
    return 0o666 & ~_umask()


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
