"""A line to a database -> the store in it with the present schema, or a Failure that says what it is instead.

A database is ours by its table ``sop_schema``, in which each migration has left its number. One that is not empty and
not ours is never written to, nor an older one without being asked. Migrations are one transaction, under a lock.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sop_engine.failure import Failure
from sop_engine.store.postgres_line import Line
from sop_engine.store.statements import TABLES

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

THERE = """
SELECT 'table', c.relname, '' FROM pg_class AS c
WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
UNION ALL
SELECT 'column', c.relname || '.' || a.attname, '' FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid
WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0
    AND NOT a.attisdropped
UNION ALL
SELECT 'index', c.relname, '' FROM pg_class AS c JOIN pg_index AS i ON i.indexrelid = c.oid
WHERE c.relnamespace = current_schema()::regnamespace AND i.indisvalid
UNION ALL
SELECT 'trigger', t.tgname, c.relname || ' ' || p.proname
FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid JOIN pg_proc AS p ON p.oid = t.tgfoid
WHERE c.relnamespace = current_schema()::regnamespace AND NOT t.tgisinternal AND t.tgenabled IN ('O', 'A')
UNION ALL
SELECT 'function', p.proname, p.prosrc FROM pg_proc AS p WHERE p.pronamespace = current_schema()::regnamespace
"""
"""What there is: (kind, name, what it says). A trigger that is disabled guards nothing, and is not there."""

_PARTS = re.compile(r"CREATE (?P<kind>TABLE|INDEX|TRIGGER) (?P<name>\w+)(?P<rest>.*?);$", re.DOTALL | re.MULTILINE)
_FUNCTIONS = re.compile(r"CREATE (?:OR REPLACE )?FUNCTION (?P<name>\w+)\(.*?\$\$(?P<body>.*?)\$\$;", re.DOTALL)


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


def differing(there: Iterable[tuple[Any, ...]]) -> tuple[str, ...]:
    """Return the names of what is not as the migrations make it, and of triggers too many; ``there``: see THERE."""
    found = {(kind, name): said for kind, name, said in there}
    made = _made()
    wrong = {name for (kind, name), said in made.items() if found.get((kind, name)) != said}
    more = {name for kind, name in found.keys() - made.keys() if kind == "trigger"}
    gone = {name for kind, name in made.keys() - found.keys() if kind == "table"}
    return tuple(sorted(name for name in wrong | more if name.partition(".")[0] not in gone or name in gone))


def _made() -> dict[tuple[str, str], str]:
    """Return what the migrations make: (kind, name) -> what it says."""
    made: dict[tuple[str, str], str] = {("table", "sop_schema"): ""}
    for _, sql in migrations():
        made |= {("function", each["name"]): each["body"] for each in _FUNCTIONS.finditer(sql)}
        for each in _PARTS.finditer(sql):
            words = each["rest"].split()
            where = words[words.index("ON") + 1] if each["kind"] == "TRIGGER" else ""
            said = f"{where} {words[-1].removesuffix('()')}" if where else ""
            made[each["kind"].lower(), each["name"]] = said
    columns = {**TABLES, "files": ("digest", "content")}
    return made | {("column", f"{table}.{name}"): "" for table, names in columns.items() for name in names}
