"""Writes result files whole or not at all: aside first, then renamed into place."""

from __future__ import annotations

import errno
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from sop_engine.failure import NO_ROOM, Failure, reason

_FORBIDDEN = (errno.EACCES, errno.EROFS, errno.EPERM)


def write_whole(path: Path, content: bytes | str) -> None:
    """Write ``content`` (text as UTF-8) to ``path``, making its folder; a reader never sees half of it.

    Raises :class:`Failure` OUT001 (folder not writable), OUT002 (disk full) or OUT003 (any other refusal); what
    stood at ``path`` before is then still there.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    aside = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, aside = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(aside, _mode(path))
        os.replace(aside, path)
    except OSError as error:
        if aside is not None:
            with suppress(OSError):
                os.unlink(aside)
        code = "OUT001" if error.errno in _FORBIDDEN else "OUT002" if error.errno in NO_ROOM else "OUT003"
        raise Failure(code, path=path, reason=reason(error)) from error


def _mode(path: Path) -> int:
    """Return who may use the new file: as the one it replaces, else shared like any other file of this user."""
    with suppress(OSError):
        return path.stat().st_mode & 0o777
    return 0o666 & ~_umask()


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
