"""A line to a database -> the store in it with the present schema, or a Failure that says what it is instead.

A database is ours by its table ``sop_schema``, in which each migration has left its number. One that is not empty and
not ours is never written to, nor an older one without being asked. Migrations are one transaction, under a lock.
"""

from __future__ import annotations

from pathlib import Path

from sop_engine.failure import Failure
from sop_engine.store.postgres_line import Line

MIGRATIONS = Path(__file__).resolve().parent / "migrations" / "postgres"

_LOCK = "SELECT pg_advisory_xact_lock(5459013)"  # processes that make the same store take turns
_VERSIONS = """
CREATE TABLE IF NOT EXISTS sop_schema (number integer PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())
"""
# what extensions have put there is nobody's work
_FOUND = """
SELECT (to_regclass('sop_schema') IS NOT NULL)::integer,
    (SELECT count(*) FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
     WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND NOT EXISTS (
        SELECT FROM pg_depend AS d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e'))
"""


def migrations() -> tuple[tuple[int, str], ...]:
    """Return the numbered migrations in their order: (number, SQL)."""
    files = sorted(MIGRATIONS.glob("[0-9][0-9][0-9][0-9]_*.sql"))
    return tuple((int(file.name[:4]), file.read_text(encoding="utf-8")) for file in files)


def prepare(line: Line, place: str, *, create: bool, upgrade: bool = False) -> bool:
    """Return whether there is a store, after ``create`` has made it and ``upgrade`` brought it up to date.

    Raises :class:`Failure` STO001 (not a store), STO002 (a newer one), STO017 (an older one, without ``upgrade``).
    """
    known = migrations()[-1][0]
    version = _version(line, place, known)
    if 0 < version < known and not upgrade:
        raise Failure("STO017", path=place, found=version, known=known)
    if version < known and (version or create):
        migrate(line, place)
    return bool(version) or create


def migrate(line: Line, place: str) -> None:
    """Apply the migrations that the database lacks, all or none of them."""
    known = migrations()
    line.ask("BEGIN", once=True)
    try:
        line.ask(_LOCK, once=True)
        there = _version(line, place, known[-1][0])  # another process may have been faster
        line.script(_VERSIONS)
        for number, sql in known:
            if number > there:
                line.script(sql)
                line.ask("INSERT INTO sop_schema (number) VALUES (?)", (number,), once=True)
        line.ask("COMMIT", once=True)
    except BaseException:
        line.roll_back()
        raise


def _version(line: Line, place: str, known: int) -> int:
    """Return which schema the database has; 0: there is nothing in it."""
    ours, objects = line.ask(_FOUND, once=True).rows[0]
    if not ours:
        if objects:
            raise Failure("STO001", path=place, reason="foreign")
        return 0
    version = int(line.ask("SELECT coalesce(max(number), 0) FROM sop_schema", once=True).rows[0][0])
    if version > known:
        raise Failure("STO002", path=place, found=version, known=known)
    return version
