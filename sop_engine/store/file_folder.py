"""Attachments in a folder beside an SQLite store: each under its SHA-256, written whole or not at all."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from sop_engine.failure import Failure, reason

PRIVATE = 0o600
"""Who may use what is kept of applicants: the account that made it."""

_DIGEST = re.compile(r"[0-9a-f]{64}")


class FileFolder:
    """The folder ``STORE.files`` of a store: ``ab/abcdef…``, never changed and never named by anybody's words.

    Whoever may use the store may use them, and nobody else.
    """

    def __init__(self, store: Path) -> None:
        self._store = store
        self.folder = store.parent / f"{store.name}.files"  # a path without a name is refused elsewhere

    def put(self, digest: str, content: bytes) -> None:
        """Keep a file for good; one that is there already stays. Raises :class:`Failure` OUT001-OUT003."""
        path = self._path(digest)
        if not path.exists():
            from sop_engine.writing import refusal, write_whole

            mode = self._store.stat().st_mode & 0o666 if self._store.exists() else PRIVATE
            try:
                for folder in (self.folder, path.parent):
                    # who may read may look in
                    folder.mkdir(mode=mode | (mode & 0o444) >> 2, parents=True, exist_ok=True)
            except OSError as error:
                raise refusal(path, error) from error
            write_whole(path, content, durable=True, mode=mode)

    def get(self, digest: str) -> bytes | None:
        """Return a file, or None; raises :class:`Failure` STO014 when it is not what its name says."""
        path = self._path(digest)
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise Failure("STO007", path=path, reason=reason(error)) from error
        if hashlib.sha256(content).hexdigest() != digest:
            raise Failure("STO014", path=path)
        return content

    def remove(self, digest: str) -> None:
        """Remove a file for good; raises :class:`Failure` STO007 when it cannot be."""
        path = self._path(digest)
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise Failure("STO007", path=path, reason=reason(error)) from error

    def digests(self) -> tuple[str, ...]:
        """Return the digests of the files, sorted; raises :class:`Failure` STO007 when the folder cannot be read."""
        try:
            found = self.folder.glob("[0-9a-f][0-9a-f]/*") if self.folder.is_dir() else ()
            return tuple(sorted(path.name for path in found if _DIGEST.fullmatch(path.name)))
        except OSError as error:
            raise Failure("STO007", path=self.folder, reason=reason(error)) from error

    def _path(self, digest: str) -> Path:
        if not _DIGEST.fullmatch(digest):
            raise ValueError(digest)
        return self.folder / digest[:2] / digest
