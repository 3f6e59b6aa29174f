"""A store in a file -> what of its schema is not as the migrations make it: missing, changed, or a trigger too many.

Somebody who has the file can drop what guards the record and put it back unseen only by making it exactly as it was.
Tables are compared by their columns, for SQLite words a table anew when it is altered; the others by their text.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sop_engine.store.sqlite_file import empty

_COMPARED = "SELECT name, type, sql FROM sqlite_master WHERE type IN ('table', 'index', 'trigger') AND sql IS NOT NULL"


def differing(db: sqlite3.Connection, path: Path) -> tuple[str, ...]:
    """Return the names of the tables (``table.column`` for a column), indexes and triggers that are not as made."""
    found = _schema(db)
    pattern = empty(path)
    try:
        made = _schema(pattern)
    finally:
        pattern.close()
    wrong = {name for name, said in made.items() if found.get(name) != said}
    more = {name for name in found.keys() - made.keys() if found[name][0] == "trigger"}
    gone = {name for name, said in made.items() if said[0] == "table" and name not in found}
    return tuple(sorted(name for name in wrong | more if name.partition(".")[0] not in gone or name in gone))


def _schema(db: sqlite3.Connection) -> dict[str, tuple[str, str]]:
    said: dict[str, tuple[str, str]] = {}
    for name, kind, sql in db.execute(_COMPARED).fetchall():
        if kind == "table":
            said[name] = (kind, "")
            columns = db.execute('SELECT name, type, "notnull", pk FROM pragma_table_info(?)', (name,)).fetchall()
            said |= {f"{name}.{column}": ("column", repr(rest)) for column, *rest in columns}
        else:
            said[name] = (kind, " ".join(sql.split()))
    return said
