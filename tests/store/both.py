"""The same store on either database, for tests: several at it at once, and a hand that reaches past the program."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from stepping import permit

from sop_engine.office import Office
from sop_engine.store.journal import Journal
from sop_engine.store.place import connect

BEGIN = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


class Store:
    """A store at an address; everything that was opened at it is closed at the end of the test."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._opened: list[Journal] = []

    def journal(self, *, create: bool = True) -> Journal:
        """Open the store once more, as another process would."""
        self._opened.append(connect(self.url, create=create))
        return self._opened[-1]

    def office(self, person: str = "sari", journal: Journal | None = None) -> Office:
        """Return what a person does there; her clock goes on a minute at each look."""
        ticks = count()
        return Office(journal or self.journal(), person, lambda: BEGIN + timedelta(minutes=next(ticks)))

    def case(self, desk: Office, *answers: str | None) -> str:
        """Open a case of the permit and do its first steps."""
        case = desk.open_case(permit()).id
        for answer in answers:
            desk.do(case, answer=answer)
        return case

    def forge(self, sql: str, *args: Any) -> None:
        """Change a row behind the program's back; what guards the record is put aside meanwhile."""
        if self.url.startswith("sqlite"):
            with closing(sqlite3.connect(self.url.removeprefix("sqlite:///"))) as db, db:
                guards = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
                for name, _ in guards:
                    db.execute(f"DROP TRIGGER {name}")
                assert db.execute(sql, args).rowcount == 1
                for _, made in guards:
                    db.execute(made)
        else:
            import psycopg

            with psycopg.connect(self.url) as db:
                db.execute("SET session_replication_role = replica")
                assert db.execute(sql.replace("?", "%s"), args).rowcount == 1

    def rows(self) -> dict[str, list[tuple[Any, ...]]]:
        """Return all rows of all tables, as a copy of the store gets them."""
        journal = self.journal(create=False)
        with journal.snapshot():
            return {name: [tuple(row) for row in rows] for name, _, rows in journal.tables()}

    def close(self) -> None:
        """Close everything that was opened."""
        while self._opened:
            self._opened.pop().close()


def opened(url: str) -> Iterator[Store]:
    store = Store(url)
    yield store
    store.close()
