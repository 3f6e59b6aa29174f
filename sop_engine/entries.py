"""Small records under a digest, each in a file of its own in a folder: written aside, renamed, cleared away when old.

A record is a shortcut and nothing more: one that is broken or foreign is passed over, and a folder that cannot be
used holds none.
"""

from __future__ import annotations

import json
import os
import re
import stat
from contextlib import suppress
from pathlib import Path
from typing import Any

from sop_engine.textfile import content

MOST_ENTRIES = 20_000
MOST_BYTES = 64_000_000
_MOST_IN_ENTRY = 100_000
_SWEEPING = "00"
"""One name in 256 begins so: after keeping it, old records are cleared away."""
_OURS = re.compile(r"\.?[0-9a-f]{40}.*")


class Entries:
    """The records in a folder; without a folder nothing is kept and nothing is found."""

    def __init__(self, folder: Path | None, most_entries: int = MOST_ENTRIES, most_bytes: int = MOST_BYTES) -> None:
        self._folder = folder
        self._most_entries = most_entries
        self._most_bytes = most_bytes

    def entry(self, name: str) -> dict[str, Any] | None:
        """Return what is kept under a name (hex); None when there is nothing.

        Raises whatever there is to raise for a file that this program did not write.
        """
        if self._folder is None:
            return None
        entry: dict[str, Any] = json.loads(_content(f"{self._folder}{os.sep}{name}.json").decode())
        return entry if entry["key"] == name else None

    def keep(self, name: str, entry: dict[str, Any]) -> None:
        """Keep a record under a name; one that is too large, or for which there is no room, is not kept."""
        if self._folder is None:
            return
        from sop_engine.failure import Failure
        from sop_engine.writing import write_whole

        written = json.dumps({"key": name, **entry}, separators=(",", ":"))
        if len(written) > _MOST_IN_ENTRY:
            return
        try:
            write_whole(self._folder / f"{name}.json", written)
        except Failure:
            self._folder = None
            return
        if name.startswith(_SWEEPING):
            self._sweep(self._folder)

    def _sweep(self, folder: Path) -> None:
        """Remove the oldest records until there is room again; what is not ours stays."""
        with suppress(OSError), os.scandir(folder) as files:
            ours = [(each.stat(follow_symlinks=False), each.path) for each in files if _OURS.fullmatch(each.name)]
            ours.sort(key=lambda each: (each[0].st_mtime_ns, each[1]))
            size = sum(status.st_size for status, _ in ours)
            if len(ours) <= self._most_entries and size <= self._most_bytes:
                return
            for number, (status, path) in enumerate(ours):
                if len(ours) - number <= self._most_entries * 3 // 4 and size <= self._most_bytes * 3 // 4:
                    return
                size -= status.st_size
                os.unlink(path)


def _content(path: str) -> bytes:
    status = os.stat(path)
    if not stat.S_ISREG(status.st_mode) or status.st_size > _MOST_IN_ENTRY:
        raise ValueError(path)
    return content(path, status.st_size)
