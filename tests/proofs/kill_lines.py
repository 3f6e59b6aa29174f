"""A deed on PostgreSQL killed at every point: ``python -m tests.proofs.kill_lines [EVERY]``.

Every deed at the desk (``deeds``) is done by an officer whose process is killed on entering its first system call on
the line to the server, then at its second, until it passes. Each time the database must be as before or as after, row
by row; after, where the deed was acknowledged; and whoever does it again gets what it makes. With EVERY only each so
many-th point is tried, another first one for each deed.
"""

from __future__ import annotations

import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any

from sop_engine.office import Office
from sop_engine.store.place import connect
from tests.proofs.asked import Asked, asked, server_class
from tests.proofs.calls import KILL, hit, untraceable
from tests.proofs.children import Say
from tests.proofs.deeds import AT_THE_DESK, NOW, fill

LINE = ("connect", "sendto", "recvfrom", "poll", "ppoll", "epoll_wait", "close")
"""The calls of an officer's process on its line."""


def main(given: Asked) -> int:
    """Kill at every point, judge, and print the figure."""
    why_not = untraceable()
    if why_not:
        sys.stdout.write(f"nobody can be killed at a call here: {why_not}\n")
        return 0
    found: Counter[str] = Counter()
    wrong: list[str] = []
    with server_class()() as server:
        template = server.create_database()
        with closing(connect(template, create=True)) as journal:
            fill(journal)
        for number, name in enumerate(AT_THE_DESK):
            for point, state, fault in killed(server, template, name, 1 + number % given.count, given.count):
                found[state] += 1
                if fault:
                    wrong.append(f"{name}, {point}: {fault}")
    states = ", ".join(f"{times} {name}" for name, times in found.most_common())
    sys.stdout.write(
        f"{len(AT_THE_DESK)} deeds killed at {sum(found.values())} system calls: {states}; wrong: {len(wrong)}\n"
    )
    sys.stdout.writelines(f"{each}\n" for each in wrong[:20])
    return 1 if wrong or not found else 0


def killed(server: Any, template: str, name: str, first: int, every: int) -> Iterator[tuple[int, str, str]]:
    """Yield (point, state, fault) for each point at which a deed is killed; fault '' when nothing is wrong."""
    base = template.partition("?")[0].rpartition("/")[2]
    before, url = _rows(template), server.create_database(base)
    _done(url, name)(lambda *_: None)
    after = _rows(url)
    server.drop_database(url)
    point = first
    while True:
        url = server.create_database(base)
        outcome = hit(_done(url, name), LINE, KILL, point)
        _wait_for_silence(server, url)
        now = _rows(url)
        acknowledged = ["done"] in outcome.said
        fault = "acknowledged and not there" if acknowledged and now != after else ""
        state = "acknowledged" if acknowledged else "whole, not acknowledged" if now == after else "as before"
        if now not in (before, after):
            fault = "half"
        elif now == before and not fault:
            _done(url, name)(lambda *_: None)
            fault = "" if _rows(url) == after else "done again it makes something else"
        server.drop_database(url)
        if not outcome.killed:
            return
        yield point, state, fault
        point += every


def _done(url: str, name: str) -> Callable[[Say], None]:
    def work(say: Say) -> None:
        with closing(connect(url, create=True)) as journal:
            AT_THE_DESK[name](Office(journal, "sari", lambda: NOW))
            say("done")

    return work


def _rows(url: str) -> list[str]:
    """Return all rows of a database; attachments come before the event that names them, and must be there with it."""
    with closing(connect(url, create=False)) as journal, journal.snapshot():
        rows = [f"{name} {row!r}" for name, _, each in journal.tables() for row in each]
        there = set(journal.files())
        named = {word for row in rows for word in re.findall("file=([0-9a-f]{64})", row)}
        assert named <= there, f"attachments that are named and not there: {named - there}"
        return sorted(rows)


def _wait_for_silence(server: Any, url: str) -> None:
    """Wait until the server has noticed that nobody is on the line any more."""
    name = url.partition("?")[0].rpartition("/")[2]
    with server.admin() as admin:
        while admin.execute("SELECT 1 FROM pg_stat_activity WHERE datname = %s", [name]).fetchone():
            time.sleep(0.005)


if __name__ == "__main__":
    sys.exit(main(asked(__doc__, 1, stores=("postgres",))))
