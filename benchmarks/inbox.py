"""The first page of an inbox among many cases, of one office and of a person with five, against the best raw SQL.

``python -m benchmarks inbox`` makes a million cases (about a minute). The raw query reads the same columns and makes no
values of them. The last line shows what the obvious query costs: one condition over several offices, sorted.
"""

from __future__ import annotations

import random
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles

from sop_engine.store.chain import written
from sop_engine.store.journal import Journal, Page
from sop_engine.store.place import connect

CASES = 1_000_000
OFFICES = 200
ROUNDS = 400
SHOWN = 50
BEGIN = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)
P99 = {"sqlite": 3.0, "postgresql": 5.0}
LINE = """
SELECT t.case_id, c.sop, d.title, d.zone, d.unit, c.procedure, c.definition, c.reference, t.step, t.office, t.activity,
       t.since, t.due, t.holder
FROM ({rows}) AS t JOIN cases AS c ON c.id = t.case_id JOIN definitions AS d ON d.digest = c.definition
ORDER BY t.due, t.case_id, t.step
"""
ONE = "SELECT * FROM tasks WHERE office = ? ORDER BY due, case_id, step LIMIT 50"

Rows = Iterator[tuple[object, ...]]


def main() -> None:
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        path = Path(folder, "cases.db")
        with closing(connect(f"sqlite:///{path}", create=True)) as journal, closing(sqlite3.connect(path)) as raw:
            print(f"\nInbox among {CASES:,} open cases of {OFFICES} offices (first {SHOWN}, SQLite)")
            journal.fill(tables(CASES))
            compare(journal, lambda sql, args: raw.execute(sql, args).fetchall(), "sqlite")


def compare(journal: Journal, raw: Callable[[str, tuple[object, ...]], object], kind: str) -> None:
    """Print medians, ratio and p99 of our inboxes and of the raw queries, in turns on the same store."""
    chance = random.Random(20261122)
    person = [[office(chance.randrange(OFFICES)) for _ in range(5)] for _ in range(ROUNDS)]
    five = f"SELECT * FROM ({' UNION ALL '.join([f'SELECT * FROM ({ONE}) AS one'] * 5)}) AS every ORDER BY due LIMIT 50"
    one_sql, five_sql = LINE.format(rows=ONE), LINE.format(rows=five)
    naive = LINE.format(rows="SELECT * FROM tasks WHERE office IN (?, ?, ?, ?, ?) ORDER BY due LIMIT 50")
    seconds: dict[str, list[float]] = {}

    def timed(name: str, task: Callable[[], object]) -> None:
        start = time.perf_counter()
        task()
        seconds.setdefault(name, []).append(time.perf_counter() - start)

    for offices in person:
        first = tuple(offices[:1])
        timed("one office, raw", lambda first=first: raw(one_sql, first))
        timed("one office, ours", lambda first=first: journal.tasks(first, Page(SHOWN)))
        timed("five offices, raw", lambda offices=offices: raw(five_sql, tuple(offices)))
        timed("five offices, ours", lambda offices=offices: journal.tasks(offices, Page(SHOWN)))
    for offices in person[:5]:
        timed("five offices, IN (…) ORDER BY due", lambda offices=offices: raw(naive, tuple(offices)))
    for name, values in seconds.items():
        middle = median(values)
        said = f"  {name:<44} {middle * 1000:10.3f} ms"
        if name.endswith("ours"):
            ratio, worst = middle / median(seconds[name.replace("ours", "raw")]), quantiles(values, n=100)[-1] * 1000
            kept = "kept" if ratio <= 2 and worst <= P99[kind] else "MISSED"
            said += f" {ratio:8.2f}x  p99 {worst:.2f} ms  (limits 2x, {P99[kind]:.0f} ms: {kept})"
        print(said)


def office(number: int) -> str:
    return f"unit-{number // 10}:pelaksana-{number % 10}"


def tables(count: int) -> Iterator[tuple[str, tuple[str, ...], Rows]]:
    """Yield the tables of a store with so many open cases, for :meth:`Journal.fill`; only what an inbox reads."""
    yield "definitions", ("digest", "sop", "title", "zone", "unit", "text"), iter(_definitions())
    columns = ("id", "sop", "procedure", "definition", "opened_at", "changed_at", "version", "status", "state", "head")
    yield "cases", columns, (_case(number) for number in range(count))
    columns = ("office", "due", "case_id", "step", "own", "activity", "since", "holder")
    yield "tasks", columns, _tasks(count)


def _definitions() -> list[tuple[object, ...]]:
    return [(f"{n:064}", f"layanan-{n}", f"Layanan {n}", "Asia/Jakarta", f"unit-{n}", "sop: 1\n") for n in range(20)]


def _case(number: int) -> tuple[object, ...]:
    at = written(BEGIN + timedelta(seconds=7 * number))
    sop = number % 20
    return (_id(number), f"layanan-{sop}", "utama", f"{sop:064}", at, at, 1, "open", "[]", "0" * 64)


def _tasks(count: int) -> Rows:
    chance = random.Random(5)
    for number in range(count):
        due = written(BEGIN + timedelta(seconds=chance.randrange(31_536_000)))
        since = written(BEGIN + timedelta(seconds=7 * number))
        yield (office(chance.randrange(OFFICES)), due, _id(number), "periksa", 1, "Memeriksa berkas", since, None)


def _id(number: int) -> str:
    return f"layanan-{number % 20}-2026-{number:07}"
