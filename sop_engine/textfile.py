"""A file -> its text: UTF-8, bounded in size, free of signs that no text needs. Nothing raises."""

from __future__ import annotations

import errno
import os
import re
import stat
from pathlib import Path

from sop_engine.diagnostic import Diagnostic, Position, finding

MAX_BYTES = 4_000_000
"""A definition of 10,000 steps takes about 1.5 MB."""

CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
"""Characters that no text needs and that mislead a reader or a terminal: control codes, bidirectional overrides, and
line breaks that only some programs count as such."""

_LINE_BREAK = re.compile(r"\r\n|\r|\n")


def read_text(path: Path, shown: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Return the text of a file, or the finding that says why there is none (SOP100, SOP102, SOP103)."""
    raw, found = read_bytes(path, shown)
    return (None, found) if raw is None else decode(raw, shown)


def read_bytes(path: Path, shown: str) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
    """Return the bytes of a file, or the finding that says why there are none (SOP100, SOP103, SOP130)."""
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):
            return None, (finding("SOP130", path=shown),)
        if status.st_size > MAX_BYTES:
            return None, (_too_large(shown, status.st_size),)
        return content(path, status.st_size), ()
    except (OSError, ValueError) as error:
        reason = _REASONS.get(getattr(error, "errno", None) or 0, "other")
        return None, (finding("SOP100", path=shown, args={"reason": reason}),)


_REASONS = {errno.ENOENT: "gone", errno.EACCES: "forbidden", errno.EPERM: "forbidden", errno.ELOOP: "link_loop"}


def content(path: Path | str, size: int) -> bytes:
    """Return the bytes of a regular file that was found to have ``size``; with half the system calls of ``open``.

    Raises OSError for a file that cannot be read.
    """
    file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        raw = os.read(file, size + 1)
    finally:
        os.close(file)
    # whoever changed it meanwhile, it is read as it is now
    return raw if len(raw) == size else Path(path).read_bytes()


def decode(raw: bytes, shown: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Return bytes as UTF-8 text without byte-order mark, or SOP103, or SOP102 with the place of the first bad byte."""
    if len(raw) > MAX_BYTES:
        return None, (_too_large(shown, len(raw)),)
    for opening, reason in _OTHER_FILES.items():
        if raw.startswith(opening):
            return None, (foreign("", f"0x{opening[:2].hex().upper()}", shown, reason),)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # the error counts from behind a byte-order mark, so its own copy of the bytes is the one to cut
        before = error.object[: error.start].decode("utf-8", "replace")
        return None, (foreign(before, f"0x{error.object[error.start]:02X}", shown),)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text, ()


_OTHER_FILES = {
    b"PK\x03\x04": "office_file",
    b"\xd0\xcf\x11\xe0": "office_file",
    b"\xff\xfe": "utf_16",
    b"\xfe\xff": "utf_16",
}
"""How files begin that are often taken for a definition."""


def foreign(before: str, sign: str, shown: str, reason: str = "odd_sign") -> Diagnostic:
    """Return SOP102 at the place where the text ``before`` ends, for a ``sign`` that no text has."""
    lines = lines_of(before)
    position = Position(len(lines), len(lines[-1]) + 1)
    return finding("SOP102", path=shown, position=position, args={"sign": sign, "reason": reason})


def _too_large(shown: str, size: int) -> Diagnostic:
    return finding("SOP103", path=shown, args={"size": f"{size:,}".replace(",", "."), "limit": str(MAX_BYTES // 10**6)})


def lines_of(text: str) -> list[str]:
    """Return the lines of a text as editors count them."""
    return _LINE_BREAK.split(text)
