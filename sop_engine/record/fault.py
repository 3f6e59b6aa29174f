"""What a verification finds, as values: what it is, in which case, from which event on, and what else is known of it.

The words are in ``messages/record.py``; the names of the kinds never change, other programs read them.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

NOTES = ("file_kept", "file_unnamed")
"""The kinds that are told and are nothing wrong."""


class Fault(NamedTuple):
    """Something that is not as the record tells.

    ``seq`` is the first event that does not hold, ``since`` the time of the last one that does: what happened to the
    record happened after it. ``zone`` is the one in which that time is told.
    """

    kind: str
    case: str | None = None
    seq: int | None = None
    since: datetime | None = None
    zone: str = "Asia/Jakarta"
    args: tuple[tuple[str, str], ...] = ()

    @property
    def is_note(self) -> bool:
        """Return whether it is worth knowing and no more."""
        return self.kind in NOTES


def fault(kind: str, case: str | None = None, seq: int | None = None, **args: object) -> Fault:
    """Return a fault whose time is not known."""
    return Fault(kind, case, seq, args=tuple((name, str(value)) for name, value in args.items()))
