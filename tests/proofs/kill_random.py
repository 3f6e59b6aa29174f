"""Workers killed at random moments: ``python -m tests.proofs.kill_random [KILLS] [--store sqlite|postgres]``.

Four officers work on one store as fast as they can. At each incident one of them is killed (``kill -9``), now and then
all at once, and the store is looked at while the others go on: what was acknowledged is there, nothing is there twice,
and everything is as its record tells. What nobody was told of and is there is counted. Ends with 1 when something is
wrong.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from contextlib import closing

from sop_engine.failure import Failure
from sop_engine.store.place import connect
from tests.proofs.asked import Asked, asked, store
from tests.proofs.children import Child, Say
from tests.proofs.officer import PEOPLE, Officer, permit, quick_clock, refusal
from tests.proofs.told import Told

WORKERS = 4
CASES = 40
STORE_FOR = 40
"""Incidents after which a new store is begun: to look at an old one takes longer each time."""

LONGEST = 0.06
"""Seconds between two incidents at most."""


def main(given: Asked) -> int:
    """Kill, look, and print what was found."""
    permit()
    told, chance = Told(), random.Random(given.seed)
    for first in range(0, given.count, STORE_FOR):
        with store(given.store) as url:
            _one_store(url, min(STORE_FOR, given.count - first), chance, told)
    sys.stdout.write(f"{given.count} incidents on {given.store}, {told.killed} workers killed\n{told}")
    return told.verdict


def _one_store(url: str, incidents: int, chance: random.Random, told: Told) -> None:
    start = time.monotonic()
    told.begin()
    workers = [Child(work(url, chance.random(), start)) for _ in range(WORKERS)]
    for _ in range(incidents):
        time.sleep(chance.uniform(0.001, LONGEST))
        fallen = workers if chance.random() < 0.1 else [chance.choice(workers)]
        for each in fallen:
            told.hear(each.kill())
        told.killed += len(fallen)
        running = [each for each in workers if each not in fallen]
        for each in running:
            told.hear(each.said())
        with closing(connect(url, create=True)) as journal:
            told.look(journal)
        workers = running + [Child(work(url, chance.random(), start)) for _ in fallen]
    for each in workers:
        told.hear(each.kill())
    with closing(connect(url, create=True)) as journal:
        told.look(journal, last=True)


def work(url: str, seed: float, start: float) -> Callable[[Say], None]:
    """Return what a worker does until it is killed."""

    def work_on(say: Say) -> None:
        chance = random.Random(seed)
        with closing(connect(url, create=True)) as journal:
            clock = quick_clock(start)
            officer = Officer(journal, chance.choice(PEOPLE), chance.randrange(1 << 40), clock, CASES)
            while True:
                try:
                    say("done", *officer.act())
                except Failure as failure:
                    say("refused", refusal(failure))

    return work_on


if __name__ == "__main__":
    sys.exit(main(asked(__doc__, 1000)))
