"""One durable step (load, check, append, project, commit) on SQLite, against a minimal WAL+FULL UPDATE and INSERT.

The workload is the one of all durable benchmarks: nine steps with one return, each committed, every case loaded from
the store for every step. Also: the same on a RAM disk, how a step grows with the events before it, what a finished
case takes in the store, and the fsyncs of a step, counted with ``strace`` where it is installed.
"""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from statistics import median

from benchmarks.measure import alternating, table
from sop_engine.compiler import Compiled, load
from sop_engine.definition.catalogue import Catalogue
from sop_engine.engine.event import CaseStatus
from sop_engine.office import Office
from sop_engine.store.journal import Journal
from sop_engine.store.place import connect

ROUNDS = 300
WHOLE = 12
"""Steps of a whole case of the workload."""
COUNTED = 4 * WHOLE
NOW = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)
RAM = Path("/dev/shm")
LATE, EARLY, SAMPLE = 10_000, 10, 400
SIZED = 400
MOST_BYTES = 4096


def main() -> None:
    for place, limit in ((Path.cwd(), 1.4), *(((RAM, 5.0),) if RAM.is_dir() else ())):
        with tempfile.TemporaryDirectory(dir=place) as folder, closing(_ours(Path(folder))) as journal:
            step = stepper(journal)
            with closing(_minimal(Path(folder))) as raw:
                floor = "minimal UPDATE + INSERT, WAL + FULL"
                medians = alternating({floor: lambda raw=raw: _raw_step(raw), "case do": step}, ROUNDS)
            where = "on a RAM disk" if place == RAM else "on the disk"
            table(f"One durable step on SQLite {where} (median)", medians, floor, {"case do": limit})
    _grow()
    _weigh()
    _count_fsyncs()


def _ours(folder: Path) -> Journal:
    return connect(f"sqlite:///{folder / 'cases.db'}", create=True)


def stepper(journal: Journal):
    """Return a function that takes one step each time: nine steps with one return, then the next case is opened."""
    office = Office(journal, "petugas", lambda: NOW)
    compiled = workload()
    view, returned = office.open_case(compiled), False

    def step() -> None:
        nonlocal view, returned
        if view.case.status is not CaseStatus.OPEN:
            view, returned = office.open_case(compiled), False
        waiting = view.open_nodes[0]
        back = not returned and any(each.edge.back for each in view.choices)
        choice = next(each for each in view.choices if each.edge.back is back)
        returned = returned or back
        view = office.do(view.id, waiting.id, answer=choice.edge.answer)

    return step


def workload() -> Compiled:
    return load(Catalogue(Path("definitions")), "kerjasama-media")


def _grow() -> None:
    """Print what step 10,000 of a case costs beside the first steps of others: forth and back, again and again."""
    place = RAM if RAM.is_dir() else Path.cwd()
    with tempfile.TemporaryDirectory(dir=place) as folder, closing(_ours(Path(folder))) as journal:
        office, compiled = Office(journal, "petugas", lambda: NOW), workload()
        old = office.open_case(compiled).id
        for _ in range(LATE):
            _go_on(office, old)
        aged, fresh = [], []
        for _ in range(SAMPLE // EARLY):
            young = office.open_case(compiled).id
            for _ in range(EARLY):
                for case, seconds in ((old, aged), (young, fresh)):
                    start = time.perf_counter()
                    _go_on(office, case)
                    seconds.append(time.perf_counter() - start)
        ratio = median(aged) / median(fresh)
        kept = "kept" if ratio <= 1.2 else "MISSED"
        print(f"  step {LATE:,} of a case beside steps 1 to {EARLY}: {ratio:.2f}x  (limit 1.20x: {kept})")


def _go_on(office: Office, case: str) -> None:
    view = office.show(case)
    choice = next((each for each in view.choices if each.edge.back), view.choices[0])
    office.do(case, view.open_nodes[0].id, answer=choice.edge.answer)


def _weigh() -> None:
    """Print how many bytes a finished case takes in the store, its definition left out."""
    sizes = []
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder, closing(_ours(Path(folder))) as journal:
        step = stepper(journal)
        for finished in count():
            if finished in (SIZED, 2 * SIZED):
                with closing(sqlite3.connect(Path(folder, "cases.db"))) as db:
                    db.execute("VACUUM")
                    sizes.append(db.execute("SELECT sum(pgsize) FROM dbstat").fetchone()[0])
            if len(sizes) == 2:
                break
            for _ in range(WHOLE):
                step()
    bytes_each = (sizes[1] - sizes[0]) / SIZED
    kept = "kept" if bytes_each <= MOST_BYTES else "MISSED"
    print(f"  a finished case of nine steps and one return: {bytes_each:.0f} bytes  (limit {MOST_BYTES}: {kept})")


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
    print(f"  fsyncs of {COUNTED} more steps and {COUNTED // WHOLE} openings: {counts[2 * COUNTED] - counts[COUNTED]}")


def _steps(folder: Path, count: int) -> None:
    with closing(_ours(folder)) as journal:
        step = stepper(journal)
        for _ in range(count):
            step()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _steps(Path(sys.argv[1]), int(sys.argv[2]))
    else:
        main()
