"""``sqlite:///path`` -> an open journal. Knows the addresses of stores and nothing of what is in them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sop_engine.failure import Failure
from sop_engine.store.journal import Journal

if TYPE_CHECKING:
    from sop_engine.store.sqlite_upkeep import Migrated

DEFAULT_PLACE = "sqlite:///.sop/cases.db"
"""Where cases are kept when nobody says otherwise: beside the work, in the current folder."""

_SQLITE = "sqlite:///"
_POSTGRES = ("postgresql://", "postgres://")


def connect(url: str, *, create: bool) -> Journal:
    """Return the journal at ``url``; with ``create`` its file and folder are made when they are missing.

    Without ``create`` a missing file reads as an empty store and is not made: looking changes nothing.
    Raises :class:`Failure` USE020 or USE021 for an address that is none, STO001-STO008 when it cannot be used.
    """
    if url.startswith(_POSTGRES):
        raise Failure("USE021")
    from sop_engine.store.sqlite import SqliteJournal

    return SqliteJournal(_path(url), create=create)


def upgrade(url: str) -> Migrated | None:
    """Bring the schema of the store at ``url`` up to date; None when there is nothing to do, or no store.

    Raises :class:`Failure` as :func:`connect` does.
    """
    if url.startswith(_POSTGRES):
        raise Failure("USE021")
    from sop_engine.store.sqlite_upkeep import upgrade_file

    return upgrade_file(_path(url))


def _path(url: str) -> Path:
    path = url.removeprefix(_SQLITE)
    if path == url or not path or path == ":memory:" or "\0" in path:
        raise Failure("USE020", url=url)
    return Path(path)
