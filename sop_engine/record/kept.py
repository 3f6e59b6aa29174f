"""The tables of a store -> all that is kept of each case, as it lies there, case after case in the order of ids.

Nothing is believed here: rows without a case are handed out too, and values of any type. Only one case is in memory
at a time, however many there are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from sop_engine.store.journal import Journal
from sop_engine.store.statements import OF_CASES, TABLES

Row = tuple[Any, ...]


class Kept(NamedTuple):
    """What is kept of a case; ``row`` is its row by column, None where there are only others' rows about it."""

    case: str
    row: dict[str, Any] | None
    events: tuple[Row, ...]
    """(seq, body, hash), in the order of ``seq``; the hash in hexadecimal."""
    tasks: tuple[Row, ...]
    """(step, office, due, own, activity, since, holder)"""
    applicant: Row | None
    """(salt, data, secret)"""


def kept(journal: Journal, cases: Sequence[str] = ()) -> Iterator[Kept]:
    """Yield what is kept of these cases, or of all; to be read inside a snapshot."""
    for case in cases or (None,):
        yield from _merged({name: rows for name, _, rows in journal.tables(case) if name in OF_CASES})


def _merged(tables: dict[str, Iterator[Row]]) -> Iterator[Kept]:
    groups = {name: groupby(rows, key=_name) for name, rows in tables.items()}
    waiting = {name: next(group, None) for name, group in groups.items()}
    while any(waiting.values()):
        case = min(each[0] for each in waiting.values() if each is not None)
        here: dict[str, tuple[Row, ...]] = dict.fromkeys(tables, ())
        for name, each in waiting.items():
            if each is not None and each[0] == case:
                here[name] = tuple(row for row in each[1])
                waiting[name] = next(groups[name], None)
        yield _kept(case, here)


def _kept(case: str, here: dict[str, tuple[Row, ...]]) -> Kept:
    row = dict(zip(TABLES["cases"], here["cases"][0], strict=True)) if here["cases"] else None
    if row is not None:
        row["head"] = hexadecimal(row["head"])
    events = tuple((seq, body, hexadecimal(found)) for _, seq, body, found in here["events"])
    applicant = here["applicants"][0][1:] if here["applicants"] else None
    return Kept(case, row, events, tuple(each[1:] for each in here["tasks"]), applicant)


def hexadecimal(found: object) -> str:
    """Return a hash as people write it; something that is none where no hash lies."""
    return found.hex() if isinstance(found, bytes) else repr(found)


def _name(row: Row) -> str:
    # a database may hold what is no text where a name belongs; it sorts that behind all texts
    return row[0] if isinstance(row[0], str) else f"\U0010ffff{row[0]!r}"
