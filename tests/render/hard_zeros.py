"""Draws made-up standards and looks for faults: ``python tests/render/hard_zeros.py [COUNT] [--view NAME]``.

Each drawing must be free of faults (``inspection``), tell just what its flow says (``told``) and in all its words
(``spoken``). Prints a table of what
was found with the seeds that show it, and the soft numbers of all drawings together; ends with 1 when anything was
found. ``--seed`` begins elsewhere, ``--keep FILE`` writes one line of JSON for each standard with a fault. Ctrl-C stops
it and tells what was found until then.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import signal
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

if __name__ == "__main__":
    TOP = Path(__file__).resolve().parents[2]
    sys.path[:0] = [str(TOP), str(Path(__file__).parent)]

from flows import STRESS, compiled, made_up
from inspection import faults
from spoken import unsaid
from tally import numbers
from told import differences, of_flow, of_svg
from views import VIEWS

CHUNK = 8
SHOWN = 5


@dataclass
class Verdict:
    """What was found in the drawing of one standard: faults by their kind, and the soft numbers."""

    name: str
    found: dict[str, list[str]] = field(default_factory=dict)
    numbers: Counter[str] = field(default_factory=Counter)
    seconds: tuple[float, float] = (0.0, 0.0)


def judged(job: tuple[str, int | str]) -> Verdict:
    """Return what is wrong with the drawing of a seed, or of an input of ``flows.STRESS``, in a view."""
    view, which = job
    standard = made_up(which) if isinstance(which, int) else compiled(STRESS[which]())
    flow = standard.flows[0]
    verdict = Verdict(str(which))
    found = defaultdict(list)
    started = time.perf_counter()
    try:
        pages = VIEWS[view](standard, flow)
    except Exception as error:  # whatever it is, the other drawings go on
        return Verdict(str(which), {"not drawn": [f"{type(error).__name__}: {error}"]})
    drawn = time.perf_counter()
    for fault in faults(pages):
        found[str(fault.kind)].append(f"page {fault.page}: {fault.what}")
    if "page does not keep to the contract" not in found:
        for difference in differences(of_flow(flow), of_svg(pages)):
            found["does not tell the flow"].append(difference)
        for words in unsaid(standard, flow, pages):
            found["does not say the words of the flow"].append(words)
        verdict.numbers = numbers(pages)
    verdict.found, verdict.seconds = dict(found), (drawn - started, time.perf_counter() - drawn)
    return verdict


def main() -> int:
    """Draw, look, and print what was found."""
    asked = _arguments()
    jobs: list[tuple[str, int | str]] = [(asked.view, seed) for seed in range(asked.seed, asked.seed + asked.count)]
    if asked.stress:
        jobs = [(asked.view, name) for name in STRESS]
    verdicts: list[Verdict] = []
    judged(jobs[0])  # what it loads, the processes need not load again
    with multiprocessing.Pool(asked.workers, signal.signal, (signal.SIGINT, signal.SIG_IGN)) as pool:
        try:
            for verdict in pool.imap_unordered(judged, jobs, CHUNK):
                verdicts.append(verdict)
                if sys.stderr.isatty() or len(verdicts) % 500 == 0:
                    bad = sum(1 for each in verdicts if each.found)
                    sys.stderr.write(f"\r{len(verdicts)} of {len(jobs)}, {bad} with faults ")
                    sys.stderr.flush()
        except KeyboardInterrupt:
            sys.stderr.write("stopped\n")
    drawn, looked = (sum(verdict.seconds[part] for verdict in verdicts) for part in (0, 1))
    sys.stdout.write(f"{len(verdicts)} drawings as {asked.view}; drawn in {drawn:.1f} s, looked at in {looked:.1f} s\n")
    sys.stdout.writelines(f"{line}\n" for line in _report(verdicts))
    bad = [verdict for verdict in verdicts if verdict.found]
    if asked.keep:
        asked.keep.write_text("".join(f"{_line(verdict, asked.view)}\n" for verdict in bad), encoding="utf-8")
    return 1 if bad or len(verdicts) < len(jobs) else 0


def _report(verdicts: list[Verdict]) -> Iterator[str]:
    """Yield each kind of fault with the drawings that show it most plainly, and the soft numbers of them all."""
    seen: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    total: Counter[str] = Counter()
    for verdict in verdicts:
        total += verdict.numbers
        for kind, places in verdict.found.items():
            seen[kind].append((len(places), verdict.name, places[0]))
    for kind, shown in sorted(seen.items()):
        yield f"{kind}: {sum(count for count, _, _ in shown)} in {len(shown)} drawings"
        yield from (f"    {name}: {place[:200]}" for _, name, place in sorted(shown)[:SHOWN])
    yield f"{sum(1 for verdict in verdicts if verdict.found)} with faults"
    yield ", ".join(f"{name} {count}" for name, count in sorted(total.items()))


def _line(verdict: Verdict, view: str) -> str:
    return json.dumps({"view": view, "seed": verdict.name, "found": verdict.found}, ensure_ascii=False)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", nargs="?", type=int, default=300, help="how many made-up standards")
    parser.add_argument("--seed", type=int, default=0, help="the first seed")
    parser.add_argument("--view", choices=VIEWS, default="matrix")
    parser.add_argument("--stress", action="store_true", help="the nasty inputs instead")
    parser.add_argument("--workers", type=int, default=None, help="processes; as many as there are cores")
    parser.add_argument("--keep", type=Path, help="a file for what was found, one line of JSON a standard")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
