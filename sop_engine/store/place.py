"""``sqlite:///path`` -> an open journal. Knows the addresses of stores and nothing of what is in them."""

from __future__ import annotations

from pathlib import Path

from sop_engine.failure import Failure
from sop_engine.store.journal import Journal

DEFAULT_PLACE = "sqlite:///.sop/cases.db"
"""Where cases are kept when nobody says otherwise: beside the work, in the current folder."""

_SQLITE = "sqlite:///"


def connect(url: str, *, create: bool) -> Journal:
    """Return the journal at ``url``; with ``create`` its file and folder are made when they are missing.

    Without ``create`` a missing file reads as an empty store and is not made: looking changes nothing.
    Raises :class:`Failure` USE020 or USE021 for an address that is none, STO001-STO008 when it cannot be used.
    """
    if url.startswith(("postgresql://", "postgres://")):
        raise Failure("USE021")
    path = url.removeprefix(_SQLITE)
    if path == url or not path or path == ":memory:" or "\0" in path:
        raise Failure("USE020", url=url)
    from sop_engine.store.sqlite import SqliteJournal

    return SqliteJournal(Path(path), create=create)
