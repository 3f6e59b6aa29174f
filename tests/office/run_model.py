"""Lets the desk and its reference run side by side: ``python tests/office/run_model.py 100000`` (actions)."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

os.environ["SOP_CACHE"] = "off"
sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1])]

from hypothesis import HealthCheck, Phase, settings  # noqa: E402
from hypothesis.stateful import run_state_machine_as_test  # noqa: E402
from model import DONE, Desk  # noqa: E402

STEPS = 150
"""Actions of one store."""
AT_ONCE = 40
"""Stores between two looks at the figure."""


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(wanted: int) -> None:
    began = time.monotonic()
    while sum(DONE.values()) < wanted:
        run_state_machine_as_test(
            Desk,
            settings=settings(
                max_examples=AT_ONCE,
                stateful_step_count=STEPS,
                deadline=None,
                database=None,
                phases=(Phase.generate, Phase.shrink),
                suppress_health_check=list(HealthCheck),
            ),
        )
        say(f"{sum(DONE.values())} actions without a difference, {time.monotonic() - began:.0f} s")
    for name, count in sorted(DONE.items()):
        say(f"  {name:20} {count}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
