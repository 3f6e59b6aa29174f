"""A deed killed at every point: ``python -m tests.proofs.kill_points [EVERY]``.

Every deed of ``deeds`` is done in a process that is killed (SIGKILL) at its first system call that changes a file or
touches a lock, then again at its second, until it passes. Each time the store must open and be as before or as after,
row by row; after, where the deed was acknowledged; and whoever does it again gets what it makes. Where nothing can be
traced it is killed before each SQL statement instead. With EVERY only each so many-th point is tried, another first one
for each deed.
"""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.proofs import deeds
from tests.proofs.asked import Asked, asked, quick_folder
from tests.proofs.calls import FILES, KILL, LOCKS, Outcome, hit, untraceable
from tests.proofs.children import Child, Say
from tests.proofs.deeds import DEEDS, Deed, attachments, fingerprint

Kill = Callable[[Callable[[Say], None], int], Outcome]


def main(given: Asked) -> int:
    """Kill at every point, judge, and print the figure."""
    why_not = untraceable()
    kill = at_statement if why_not else at_call
    where = f"SQL statements ({why_not})" if why_not else "system calls"
    found: Counter[str] = Counter()
    wrong: list[str] = []
    for number, deed in enumerate(DEEDS):
        for point, outcome, state, fault in killed(deed, kill, 1 + number % given.count, given.count):
            found[state] += 1
            if fault:
                wrong.append(f"{deed.name}, {point} ({outcome.hit}): {fault}")
    states = ", ".join(f"{times} {name}" for name, times in found.most_common())
    sys.stdout.write(f"{len(DEEDS)} deeds killed at {sum(found.values())} {where}: {states}; wrong: {len(wrong)}\n")
    sys.stdout.writelines(f"{each}\n" for each in wrong[:20])
    return 1 if wrong or not found else 0


def killed(deed: Deed, kill: Kill, first: int, every: int) -> Iterator[tuple[int, Outcome, str, str]]:
    """Yield (point, outcome, state, fault) for each point at which a deed is killed; fault '' when nothing is wrong."""
    with quick_folder() as place:
        template, after_all = Path(place) / "awal", Path(place) / "akhir"
        template.mkdir()
        deed.prepare(template)
        shutil.copytree(template, after_all)
        before = fingerprint(deed, _copied(template, Path(place) / "lihat"))
        deeds.do(deed, after_all)
        after, files = fingerprint(deed, after_all), attachments(deed, after_all)
        point = first
        while True:
            folder = _copied(template, Path(place) / "kerja")
            outcome = kill(deeds.said(deed, folder), point)
            if not outcome.killed:
                if outcome.said != [["done"]]:
                    yield point, outcome, "not done", f"said {outcome.said}"
                return
            yield point, outcome, *judged(deed, folder, outcome, before, after, files)
            shutil.rmtree(folder)
            point += every


def judged(
    deed: Deed, folder: Path, outcome: Outcome, before: str, after: str, files: frozenset[str]
) -> tuple[str, str]:
    """Return the state of a store after an incident, and what is wrong with it; the deed is done again to see."""
    acknowledged = ["done"] in outcome.said
    try:
        now = fingerprint(deed, folder)
        if now == after:
            gone = files - attachments(deed, folder)
            return "acknowledged" if acknowledged else "whole, not acknowledged", "attachments" if gone else ""
        if acknowledged:
            return "lost", "acknowledged and not there"
        if now != before and not deed.several:
            return "half", _difference(now, before, after)
        deeds.do(deed, folder)
        again = fingerprint(deed, folder)
        fault = "" if again == after else f"done again: {_difference(again, before, after)}"
        return "as before" if now == before else "on the way", fault
    except Exception as error:  # whatever it is, the other points are tried too
        return "unusable", f"{type(error).__name__}: {error}"


def at_call(work: Callable[[Say], None], number: int) -> Outcome:
    """Do ``work`` and kill it on entering its ``number``-th system call that changes a file or touches a lock."""
    return hit(work, (*FILES, *LOCKS), KILL, number)


def at_statement(work: Callable[[Say], None], number: int) -> Outcome:
    """Do ``work`` and kill it before its ``number``-th SQL statement."""

    def counted(say: Say) -> None:
        left = number
        plain = sqlite3.connect

        def fell(_: str) -> None:
            nonlocal left
            left -= 1
            if not left:
                os.kill(os.getpid(), signal.SIGKILL)

        def connect(*args: Any, **named: Any) -> sqlite3.Connection:
            db = plain(*args, **named)
            db.set_trace_callback(fell)
            return db

        sqlite3.connect = connect
        work(say)

    child = Child(counted)
    said = child.end()
    return Outcome(said, child.killed, "statement" if child.killed else None)


def _copied(template: Path, folder: Path) -> Path:
    shutil.copytree(template, folder)
    return folder


def _difference(now: str, before: str, after: str) -> str:
    lines = set(now.splitlines())
    more, less = lines - set(after.splitlines()), set(after.splitlines()) - lines
    new = len(lines - set(before.splitlines()))
    return f"{new} new rows; beside what it makes: {sorted(more)[:2]}; lacking: {sorted(less)[:2]}"


if __name__ == "__main__":
    sys.exit(main(asked(__doc__, 1, stores=("sqlite",))))
