"""Files that mean harm, each in a process of its own: processor seconds and most memory for a million characters.

Without collection of garbage, as the command runs (:func:`sop_engine.cli.main.run`).

``python -m benchmarks.hostile`` prints the table, the slowest first; with names only these. What grows faster than its
text is seen in the last column: the time of the whole to the time of the half.
"""

from __future__ import annotations

import gc
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.hostile_inputs import TEXTS

SIZE = 1_000_000
MOST_SECONDS = 1.0
MOST_MEGABYTES = 500


class Cost(NamedTuple):
    """What a text costs: processor seconds, most memory of the whole process in MB, and how many findings it has."""

    seconds: float
    megabytes: float
    findings: int


def main(names: Sequence[str] = ()) -> None:
    half = {name: costs([name], SIZE // 2)[name] for name in names or TEXTS}
    whole = {name: costs([name], SIZE)[name] for name in half}
    print(f"\n{SIZE:,} characters each (limits: {MOST_SECONDS:g} s, {MOST_MEGABYTES} MB)")
    for name, each in sorted(whole.items(), key=lambda item: -item[1].seconds):
        growth = each.seconds / max(half[name].seconds, 0.001)
        missed = "  MISSED" if each.seconds > MOST_SECONDS or each.megabytes > MOST_MEGABYTES else ""
        print(f"  {name:<36} {each.seconds:7.2f} s {each.megabytes:6.0f} MB {each.findings:6} {growth:6.1f}x{missed}")


def costs(names: Iterable[str], size: int, timeout: float = 300.0) -> dict[str, Cost]:
    """Return what compiling the texts of these names and that size costs, one after the other in one new process."""
    call = [sys.executable, "-m", "benchmarks.hostile", "--here", str(size), *names]
    told = subprocess.run(call, capture_output=True, text=True, encoding="utf-8", timeout=timeout, check=True).stdout
    rows = (line.split("\t") for line in told.splitlines())
    return {name: Cost(float(seconds), float(megabytes), int(found)) for name, seconds, megabytes, found in rows}


def here(size: int, names: list[str]) -> None:
    """Print what they cost in this process; the memory is the most so far."""
    from sop_engine.compiler import compile_text

    gc.disable()
    compile_text(TEXTS["plain steps"](100))
    for name in names:
        text = TEXTS[name](size)
        start = time.process_time()
        _, found = compile_text(text)
        print(name, time.process_time() - start, peak(), len(found), sep="\t")
        gc.collect()


def peak() -> float:
    """Return the most memory that this process has had, in MB; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    if status.exists():  # what getrusage tells on Linux counts the process that started this one, too
        told = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM"))
        return int(told.split()[1]) / 1e3
    try:
        import resource
    except ImportError:
        return 0.0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1e6 if sys.platform == "darwin" else most / 1e3


if __name__ == "__main__":
    if sys.argv[1:2] == ["--here"]:
        here(int(sys.argv[2]), sys.argv[3:])
    else:
        main(sys.argv[1:])
