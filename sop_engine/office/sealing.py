"""A file that could tell whose case it is -> the same with salt behind it, under a digest and a size that fit no copy.

The record keeps digests for good. That of a plain file could be compared with every copy of it, and that of a letter
with what a guessed name would make of it. The salt lies in the file alone and is gone when the file is.
"""

from __future__ import annotations

import secrets
from collections.abc import MutableMapping
from hashlib import sha256

SALT = 32
"""Bytes of salt, at least."""

STEP = 1 << 14
"""A kept size is a multiple of this many bytes, so that it gives the file away no more than its digest does."""

MARK = "+"
"""What stands behind the size of such a file in the record."""

_LENGTH = 8


def sealed(attached: MutableMapping[str, bytes], fact: str) -> str:
    """Return the fact of a file for a record in which nobody may recognise it; what is kept lies in ``attached`` too.

    What is not the fact of a file that lies there plain is returned as it is.
    """
    if not fact.startswith("file="):
        return fact
    digest, size, name = fact.removeprefix("file=").split(" ", 2)
    content = attached.get(digest)
    if content is None or size.endswith(MARK):
        return fact
    kept = with_salt(content)
    found = sha256(kept).hexdigest()
    attached[found] = kept
    return f"file={found} {len(kept)}{MARK} {name}"


def with_salt(content: bytes) -> bytes:
    """Return the bytes that are kept of a sealed file: its own, salt, and how many its own are."""
    least = len(content) + SALT + _LENGTH
    whole = -(-least // STEP) * STEP
    return content + secrets.token_bytes(whole - len(content) - _LENGTH) + len(content).to_bytes(_LENGTH, "big")


def without_salt(kept: bytes) -> bytes:
    """Return a sealed file's own bytes."""
    return kept[: int.from_bytes(kept[-_LENGTH:], "big")]
