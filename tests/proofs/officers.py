"""Eight officers on the same hundred cases: ``python -m tests.proofs.officers [DEEDS] [--store sqlite|postgres]``.

Each is a process; they do at random what can be done at a desk, legal and not, with ``--expect`` and without. Then
every record is told again from the procedure alone: nothing that was acknowledged is missing, nothing is there twice or
without somebody having been told, no step is there that could not be done. Prints what was done and what refused, by
code; ends with 1 when something is wrong.
"""

from __future__ import annotations

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

CASES = 100


def main(given: Asked) -> int:
    """Let them work, and judge what they left."""
    permit()
    told, start = Told(), time.monotonic()
    with store(given.store) as url:
        with closing(connect(url, create=True)) as journal:
            first = Officer(journal, PEOPLE[0], given.seed, quick_clock(start), CASES)
            told.hear([["done", "open", first.open(f"awal-{number}")] for number in range(CASES)])
        share = given.count // len(PEOPLE)
        children = [Child(_work(url, person, given.seed + n, start, share)) for n, person in enumerate(PEOPLE)]
        for child in children:
            told.hear(child.end())
        took = time.monotonic() - start
        with closing(connect(url, create=True)) as journal:
            told.look(journal, last=True)
    deeds = sum(told.done.values()) + sum(told.refused.values())
    sys.stdout.write(f"{deeds} deeds of {len(PEOPLE)} officers on {given.store} in {took:.1f} s\n{told}")
    return told.verdict


def _work(url: str, person: str, seed: int, start: float, share: int) -> Callable[[Say], None]:
    def work(say: Say) -> None:
        with closing(connect(url, create=True)) as journal:
            officer = Officer(journal, person, seed, quick_clock(start), CASES)
            for _ in range(share):
                try:
                    say("done", *officer.act())
                except Failure as failure:
                    say("refused", refusal(failure))

    return work


if __name__ == "__main__":
    sys.exit(main(asked(__doc__, 4000)))
