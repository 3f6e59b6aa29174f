"""Backups made under load and restored: ``python -m tests.proofs.restore [BACKUPS] [--store sqlite|postgres]``.

Four officers work while a backup is made, and go on meanwhile. Restored to an empty store it has every step that was
acknowledged before it was begun, none twice, and verifies. Of an SQLite store whose officers were then killed, the file
and its log, copied as they lie there (an image of the disk), have every step up to the last one acknowledged. Ends with
1 when something is wrong.
"""

from __future__ import annotations

import random
import shutil
import sys
import time
from contextlib import closing
from pathlib import Path

from sop_engine.record import backup
from sop_engine.store.place import connect
from tests.proofs.asked import Asked, asked, store
from tests.proofs.children import Child
from tests.proofs.kill_random import WORKERS, work
from tests.proofs.officer import permit
from tests.proofs.told import Told

CASES_FOR = 20
"""Backups after which a new store is begun."""


def main(given: Asked) -> int:
    """Back up, restore, judge, and print the figure."""
    permit()
    restored, copied, chance = Told(), Told(), random.Random(given.seed)
    for first in range(0, given.count, CASES_FOR):
        with store(given.store) as url, store("sqlite") as aside:
            folder = Path(aside.removeprefix("sqlite:///")).parent
            start = time.monotonic()
            restored.begin()
            copied.begin()
            for number in range(first, min(first + CASES_FOR, given.count)):
                _one(url, folder / str(number), chance, start, restored, copied)
    wrong = [*restored.faults, *copied.faults]
    sys.stdout.write(
        f"{given.count} backups of a store on {given.store} under load: of {restored.events} events restored "
        f"{restored.kept} had been acknowledged before and had to be there; wrong: {len(restored.faults)}\n"
    )
    if given.store == "sqlite":
        sys.stdout.write(
            f"{given.count} copies of the file and its log: of {copied.events} events {copied.kept} had been "
            f"acknowledged and had to be there; wrong: {len(copied.faults)}\n"
        )
    sys.stdout.writelines(f"{each}\n" for each in wrong[:5])
    return 1 if wrong else 0


def _one(url: str, folder: Path, chance: random.Random, start: float, restored: Told, copied: Told) -> None:
    workers = [Child(work(url, chance.random(), start)) for _ in range(WORKERS)]
    time.sleep(chance.uniform(0.02, 0.2))
    before = [line for worker in workers for line in worker.said()]
    restored.hear(before)
    copied.hear(before)
    with closing(connect(url, create=True)) as journal:
        backup.back_up(journal, folder)
    time.sleep(chance.uniform(0, 0.05))
    after = [line for worker in workers for line in worker.kill()]
    _look(restored, folder)
    copied.hear(after)
    if url.startswith("sqlite"):
        _look_at_copy(copied, Path(url.removeprefix("sqlite:///")), folder / "salinan")
    restored.hear(after)


def _look(told: Told, folder: Path) -> None:
    """Restore a backup to an empty store, and hold that against what was said before it was begun."""
    backup.examine(folder)
    with store("sqlite") as url, closing(connect(url, create=True)) as journal:
        backup.restore(folder, journal)
        told.look(journal, afresh=True, last=True)


def _look_at_copy(told: Told, path: Path, folder: Path) -> None:
    folder.mkdir()
    for each in path.parent.glob(f"{path.name}*"):
        (shutil.copytree if each.is_dir() else shutil.copy)(each, folder / each.name)
    with closing(connect(f"sqlite:///{folder / path.name}", create=False)) as journal:
        told.look(journal, afresh=True, last=True)


if __name__ == "__main__":
    sys.exit(main(asked(__doc__, 100)))
