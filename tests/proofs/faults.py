"""A deed whose disk fails at every point: ``python -m tests.proofs.faults [EVERY]``.

Every deed of ``deeds`` is done by a process whose first call that writes is refused (ENOSPC, EIO, EROFS), then its
second, until none is met; once for that call alone and once for it and all that follow. With EIO reading fails as well.
Each time the deed is acknowledged, or refused with a STO or OUT code; never anything else. The store must then open and
be as before or as after: after, where it was acknowledged; as before, unless it was told that nothing is certain. With
EVERY only each so many-th point is tried.
"""

from __future__ import annotations

import resource  # noqa: F401 - what is loaded before cannot fail to load: it is the disk of the store that fails
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from sop_engine.failure import Failure
from tests.proofs import deeds
from tests.proofs.asked import Asked, asked, quick_folder
from tests.proofs.calls import READS, WRITES, Outcome, hit, untraceable
from tests.proofs.children import Say
from tests.proofs.deeds import DEEDS, Deed, attachments, fingerprint
from tests.proofs.kill_points import judged

FAULTS = (
    *((error, WRITES, lasting) for error in ("ENOSPC", "EROFS", "EIO") for lasting in (False, True)),
    ("EIO", READS, False),
    ("EIO", READS, True),
)
"""What the disk says, to which calls, and whether it goes on saying so."""

UNCERTAIN = ("STO024", "OUT003")
"""What is said of a deed that may be there all the same."""


def main(given: Asked) -> int:
    """Fail at every point, judge, and print the figure."""
    why_not = untraceable()
    if why_not:
        sys.stdout.write(f"nothing can be failed here: {why_not}\n")
        return 0
    states: Counter[str] = Counter()
    codes: Counter[str] = Counter()
    wrong: list[str] = []
    for code in ("STO004", "STO005", "STO007", "STO008"):
        Failure(code, path="", reason="EIO").message("id")
    for number, deed in enumerate(DEEDS):
        for place, outcome, code, state, fault in failed(deed, 1 + number % given.count, given.count):
            states[state] += 1
            codes[code] += 1
            if fault:
                wrong.append(f"{deed.name}, {place} ({outcome.hit}): {fault}")
    sys.stdout.write(
        f"{len(DEEDS)} deeds met {sum(states.values())} faults: {_counted(states)}; wrong: {len(wrong)}\n"
        f"said: {_counted(codes)}\n"
    )
    sys.stdout.writelines(f"{each}\n" for each in wrong[:20])
    return 1 if wrong or not states else 0


def failed(deed: Deed, first: int, every: int) -> Iterator[tuple[str, Outcome, str, str, str]]:
    """Yield (place, outcome, code, state, fault) for each fault that a deed meets; fault '' when nothing is wrong."""
    with quick_folder() as place:
        template, after_all = Path(place) / "awal", Path(place) / "akhir"
        template.mkdir()
        deed.prepare(template)
        shutil.copytree(template, after_all)
        looked = shutil.copytree(template, Path(place) / "lihat")
        before = fingerprint(deed, looked)
        deeds.do(deed, after_all)
        after, files = fingerprint(deed, after_all), attachments(deed, after_all)
        for error, calls, lasting in FAULTS:
            point = first
            while True:
                folder = shutil.copytree(template, Path(place) / "kerja")
                outcome = hit(_telling(deed, folder), calls, f"error={error}", point, from_then=lasting)
                if outcome.hit is None:
                    shutil.rmtree(folder)
                    break
                where = f"{error} at {point}{' and after' if lasting else ''}"
                yield where, outcome, *_judged(deed, folder, outcome, before, after, files)
                shutil.rmtree(folder)
                point += every


def _telling(deed: Deed, folder: Path) -> Callable[[Say], None]:
    """Return the work of a child that does a deed and says what was refused, as the program's front does."""

    def work(say: Say) -> None:
        try:
            deeds.said(deed, folder)(say)
        except Failure as failure:
            failure.message("id")
            say("refused", failure.code)

    return work


def _judged(
    deed: Deed, folder: Path, outcome: Outcome, before: str, after: str, files: frozenset[str]
) -> tuple[str, str, str]:
    """Return the code that was said, the state of the store, and what is wrong."""
    code = "–"
    for what, *rest in outcome.said:
        code = "acknowledged" if what == "done" else str(rest[0])
        if what == "fault" or (what == "refused" and not code.startswith(("STO", "OUT"))):
            return what, "not told", code.strip().splitlines()[-1]
    state, fault = judged(deed, folder, outcome, before, after, files)
    if state == "whole, not acknowledged":
        # what could not be made certain must not be told as if nothing had happened
        return code, "uncertain, and there", fault or ("" if code in UNCERTAIN else f"{code}, and it is there")
    return code, state, fault


def _counted(found: Counter[str]) -> str:
    return ", ".join(f"{times} {name}" for name, times in found.most_common())


if __name__ == "__main__":
    sys.exit(main(asked(__doc__, 1, stores=("sqlite",))))
