"""Two or more things timed in turns, so that a noisy moment falls on all of them."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from statistics import median


def alternating(tasks: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Return the median seconds of each task; each round runs each task once, and one round before warms up."""
    seconds: dict[str, list[float]] = {name: [] for name in tasks}
    for lap in range(rounds + 1):
        for name, task in tasks.items():
            start = time.perf_counter()
            task()
            if lap:
                seconds[name].append(time.perf_counter() - start)
    return {name: median(values) for name, values in seconds.items()}


def table(title: str, medians: Mapping[str, float], floor: str, limits: Mapping[str, float]) -> None:
    """Print each median in milliseconds and as a ratio to ``floor``, with the limit that we set ourselves."""
    print(f"\n{title}")
    for name, value in medians.items():
        ratio = value / medians[floor]
        limit = f"  (limit {limits[name]}x: {'kept' if ratio <= limits[name] else 'MISSED'})" if name in limits else ""
        print(f"  {name:<44} {value * 1000:10.4f} ms {ratio:8.2f}x{limit}")
