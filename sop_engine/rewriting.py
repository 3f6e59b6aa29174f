"""A text file and its changes -> the same file with only those changes: its line ends and its byte-order mark stay.

Changes are edits at places of the text as it was read, where a line break is one sign. A file is written whole or not
at all, through a link into the file it leads to, and never over what somebody else saved meanwhile.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from sop_engine.diagnostic import Diagnostic
from sop_engine.failure import Failure
from sop_engine.textfile import decode, read_bytes
from sop_engine.writing import write_whole

_BOM = b"\xef\xbb\xbf"
_BREAK = re.compile(r"\r\n|\r|\n")


class Edit(NamedTuple):
    """The text between two places of a text, and what is to stand there instead."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Original:
    """A text file as it was found."""

    raw: bytes
    text: str

    def rewritten(self, text: str) -> bytes:
        """Return the bytes of a whole new text, with the line ends and the byte-order mark of this file."""
        return self._mark + text.replace("\n", self._newline).encode("utf-8")

    def edited(self, edits: Iterable[Edit]) -> bytes:
        """Return the bytes of this file with edits that do not overlap; all others stay byte for byte."""
        content = self.raw.removeprefix(_BOM).decode("utf-8")
        pairs = [match.start() - number for number, match in enumerate(re.finditer("\r\n", content))]
        parts, done = [], 0
        for edit in sorted(edits):
            start, end = (place + bisect_left(pairs, place) for place in edit[:2])
            parts += [content[done:start], edit.text.replace("\n", self._newline)]
            done = end
        return self._mark + "".join([*parts, content[done:]]).encode("utf-8")

    @property
    def _mark(self) -> bytes:
        # spreadsheets and old editors know UTF-8 by it; whoever put it there may need it
        return _BOM if self.raw.startswith(_BOM) else b""

    @cached_property
    def _newline(self) -> str:
        first = _BREAK.search(self.raw.decode("utf-8"))
        return first.group() if first else "\n"


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with edits that do not overlap."""
    parts, done = [], 0
    for edit in sorted(edits):
        parts += [text[done : edit.start], edit.text]
        done = edit.end
    return "".join([*parts, text[done:]])


def overlapping(edits: Sequence[Edit]) -> bool:
    """Return whether two of the edits touch the same text."""
    ordered = sorted(edits)
    return any(one.end > other.start or one[:2] == other[:2] for one, other in pairwise(ordered))


def original(raw: bytes, shown: str) -> tuple[Original | None, tuple[Diagnostic, ...]]:
    """Return what bytes hold, or the findings that say why they are no text."""
    text, found = decode(raw, shown)
    return (None, found) if text is None else (Original(raw, text), ())


def opened(path: Path, shown: str) -> tuple[Original | None, tuple[Diagnostic, ...]]:
    """Return a text file as it stands, or the findings that say why it cannot be read."""
    raw, found = read_bytes(path, shown)
    return (None, found) if raw is None else original(raw, shown)


def replace(path: Path, before: Original, raw: bytes) -> None:
    """Write a file's new bytes.

    Raises Failure OUT021 when the file is no longer what was read or can no longer be read, or as :func:`write_whole`
    does.
    """
    try:
        target = path.resolve()
        now = target.read_bytes()
    except (OSError, RuntimeError) as error:  # a link that has become a circle is a RuntimeError before Python 3.13
        raise Failure("OUT021", path=path) from error
    if now != before.raw:
        raise Failure("OUT021", path=path)
    write_whole(target, raw)
