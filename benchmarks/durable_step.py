"""One durable step (load, check, append, project, commit) on SQLite, against a minimal WAL+FULL UPDATE and INSERT.

Also counts the fsyncs of a step, with ``strace`` where it is installed.
"""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.measure import alternating, table
from sop_engine.compiler import load
from sop_engine.definition.catalogue import Catalogue
from sop_engine.office import Office
from sop_engine.store.place import connect

ROUNDS = 300
COUNTED = 50
NOW = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)


def main() -> None:
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder, closing(_ours(Path(folder))) as journal:
        step = stepper(journal, ROUNDS + 1)
        with closing(_minimal(Path(folder))) as raw:
            floor = "minimal UPDATE + INSERT, WAL + FULL"
            medians = alternating({floor: lambda: _raw_step(raw), "case do": step}, ROUNDS)
        table("One durable step on SQLite (median)", medians, floor, {"case do": 1.4})
    _count_fsyncs()


def _ours(folder: Path):
    return connect(f"sqlite:///{folder / 'cases.db'}", create=True)


def stepper(journal, steps):
    """Return a function that takes one step each time, on cases opened beforehand; good for ``steps`` calls."""
    compiled = load(Catalogue(Path("definitions")), "kerjasama-media")
    office = Office(journal, "petugas", lambda: NOW)
    # a case is at its end after as many steps as it has
    views = [office.open_case(compiled) for _ in range(steps // len(compiled.flow().nodes) + 1)]

    def step() -> None:
        choice = next(each for each in views[-1].choices if not each.edge.back)
        views[-1] = office.do(views[-1].id, choice.node.id, answer=choice.edge.answer)
        if not views[-1].case.open:
            views.pop()

    return step


def _minimal(folder: Path) -> sqlite3.Connection:
    raw = sqlite3.connect(folder / "minimal.db", isolation_level=None)
    raw.execute("PRAGMA journal_mode=WAL")
    raw.execute("PRAGMA synchronous=FULL")
    raw.execute("CREATE TABLE c (id INTEGER PRIMARY KEY, version INTEGER, step TEXT)")
    raw.execute("CREATE TABLE e (c INTEGER, seq INTEGER, body TEXT, PRIMARY KEY (c, seq)) WITHOUT ROWID")
    raw.execute("INSERT INTO c VALUES (1, 1, 'a')")
    return raw


def _raw_step(raw: sqlite3.Connection) -> None:
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("UPDATE c SET version = version + 1, step = 'b' WHERE id = 1")
    raw.execute("INSERT INTO e SELECT 1, version, ? FROM c WHERE id = 1", ("x" * 200,))
    raw.execute("COMMIT")


def _count_fsyncs() -> None:
    if shutil.which("strace") is None:
        print("  fsyncs: not counted, strace is not installed")
        return
    counts = {}
    for steps in (COUNTED, 2 * COUNTED):
        with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
            command = ["strace", "-f", "-e", "trace=fsync,fdatasync", "-o", f"{folder}/trace", sys.executable, "-m"]
            subprocess.run([*command, "benchmarks.durable_step", folder, str(steps)], check=True)
            counts[steps] = Path(folder, "trace").read_text(encoding="utf-8").count("sync(")
    print(f"  fsyncs of {COUNTED} more steps: {counts[2 * COUNTED] - counts[COUNTED]}")


def _steps(folder: Path, count: int) -> None:
    with closing(_ours(folder)) as journal:
        step = stepper(journal, 2 * COUNTED)
        for _ in range(count):
            step()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _steps(Path(sys.argv[1]), int(sys.argv[2]))
    else:
        main()
