"""Who is at the desk, and how the desk writes times and takes texts."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from sop_engine.failure import Failure

Clock = Callable[[], datetime]
"""Returns the present moment as an aware time."""

NOTE_LIMIT = 10_000
"""Characters of a note: a page or three. Longer texts are files."""

_ZONES = {"Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}


def system_clock() -> datetime:
    """Return the machine's time."""
    return datetime.now(UTC)


def present_person() -> str:
    """Return who is recording: ``SOP_USER``, else the user of the operating system.

    Raises :class:`Failure` USE022 when neither is known, USE023 when the name is not text, USE026 when a sign of it
    cannot be seen: a name must not steer a terminal.
    """
    name = os.environ.get("SOP_USER", "").strip()
    if not name:
        try:
            name = getpass.getuser()
        except (KeyError, OSError, ImportError) as error:  # a bare container has no user of that number
            raise Failure("USE022") from error
    unseen = next((sign for sign in text_of("SOP_USER", name) if not sign.isprintable()), None)
    if unseen is not None:
        raise Failure("USE026", name="SOP_USER", sign=f"U+{ord(unseen):04X}")
    return name


def local_time(moment: datetime, zone: str) -> str:
    """Return a moment as officers write it: ``22-11-2026 11.21 WIB``."""
    return f"{moment.astimezone(ZoneInfo(zone)):%d-%m-%Y %H.%M} {_ZONES.get(zone, zone)}"


def note_of(note: str | None, name: str = "--note") -> str | None:
    """Return a note without blanks around it, None for an empty one. Raises RUN016 (too long), USE023 or USE026."""
    if note is None or not note.strip():
        return None
    if len(note) > NOTE_LIMIT:
        raise Failure("RUN016", length=len(note), limit=NOTE_LIMIT)
    return text_of(name, note.strip())


def line_of(name: str, value: str | None, limit: int = 200) -> str | None:
    """Return a text of one line (a reference, a channel), None for an empty one.

    Raises :class:`Failure` USE026 for line breaks and other characters that cannot be seen, RUN043 when it is too long.
    """
    if value is None or not value.strip():
        return None
    said = text_of(name, value.strip())
    unseen = next((sign for sign in said if not sign.isprintable()), None)
    if unseen is not None:
        raise Failure("USE026", name=name, sign=f"U+{ord(unseen):04X}")
    if len(said) > limit:
        raise Failure("RUN043", name=name, length=len(said), limit=limit)
    return said


def text_of(name: str, value: str) -> str:
    """Refuse what is no text: a terminal that is not UTF-8 hands over halves of characters; a database takes no NUL."""
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise Failure("USE023", name=name) from error
    if "\0" in value:
        raise Failure("USE026", name=name, sign="U+0000")
    return value
