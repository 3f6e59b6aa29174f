"""``sqlite:///path`` or ``postgresql://…`` -> an open journal. Knows addresses and nothing of what is in a store."""

from __future__ import annotations

import re
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from sop_engine.failure import Failure
from sop_engine.store.journal import Journal

if TYPE_CHECKING:
    from sop_engine.store.sqlite_upkeep import Migrated

DEFAULT_PLACE = "sqlite:///.sop/cases.db"
"""Where cases are kept when nobody says otherwise: beside the work, in the current folder."""

_SQLITE = "sqlite:///"
_POSTGRES = ("postgresql:", "postgres:")

_PASSWORD = re.compile(r"(//[^:@/]*):[^/]*@")
_HIDDEN = re.compile(r"(?<=[?&])(?:ssl)?password=[^&]*&?", re.IGNORECASE)


def connect(url: str, *, create: bool) -> Journal:
    """Return the journal at ``url``; with ``create`` it is made when it is missing (a file with its folder, tables).

    Without ``create`` a missing one reads as an empty store and is not made: looking changes nothing.
    Raises :class:`Failure` USE020, USE021 or USE057 for an address that is none or that nothing here can open,
    STO001-STO008, STO017 or STO027 when it cannot be used.
    """
    if url.startswith(_POSTGRES):
        return _postgres(url, create=create)
    from sop_engine.store.sqlite import SqliteJournal

    return SqliteJournal(_path(url), create=create)


def without_password(url: str) -> str:
    """Return an address as it may be shown: without the password that somebody wrote into it."""
    if url.startswith(_SQLITE):
        return url
    return _HIDDEN.sub("", _PASSWORD.sub(r"\1@", url)).rstrip("?&")


def upgrade(url: str) -> Migrated | None:
    """Bring the schema of the store at ``url`` up to date; None when there is nothing to do, or no store.

    In an empty PostgreSQL database the store is made: only its owner may, and whoever opens cases is another role.
    Raises :class:`Failure` as :func:`connect` does.
    """
    if url.startswith(_POSTGRES):
        return _upgrade_postgres(url)
    from sop_engine.store.sqlite_upkeep import upgrade_file

    return upgrade_file(_path(url))


def _upgrade_postgres(url: str) -> Migrated | None:
    from sop_engine.store.postgres_schema import migrations
    from sop_engine.store.sqlite_upkeep import Migrated

    try:
        with closing(_postgres(url, create=False)) as journal:
            if journal.exists:
                return None
        found = 0
    except Failure as older:
        if older.code != "STO017":
            raise
        found = int(older.args_of_message["found"])
    _postgres(url, create=True, upgrade=True).close()
    return Migrated(found, migrations()[-1][0], "")


def _path(url: str) -> Path:
    path = url.removeprefix(_SQLITE)
    if path == url or not path or path == ":memory:" or "\0" in path:
        raise Failure("USE020", url=without_password(url))
    return Path(path)


def _postgres(url: str, *, create: bool, upgrade: bool = False) -> Journal:
    try:
        import psycopg
    except ImportError as error:
        raise Failure("USE021") from error
    from sop_engine.store.postgres import PostgresJournal

    try:
        known = psycopg.conninfo.conninfo_to_dict(url)
    except psycopg.Error as error:
        raise Failure("USE057") from error
    if "\0" in url or not known.get("dbname") or not url.split(":", 1)[1].startswith("//"):
        raise Failure("USE057")
    return PostgresJournal(url, create=create, upgrade=upgrade)
