"""No drawing has a fault, and none gets worse unseen.

Every procedure of the definitions and examples, a sample of the made-up standards and the nasty inputs, in every view;
``hard_zeros.py`` draws as many made-up ones as one likes. ``baseline.json`` holds the numbers that may be better or
worse: ``SOP_UPDATE_DOCS=1`` writes it anew, and the difference says which they are.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from flows import STRESS
from hard_zeros import judged
from inspection import faults
from tally import numbers
from views import VIEWS, drawn, procedures

BASELINE = Path(__file__).with_name("baseline.json")
SAMPLES = {
    "matrix": range(1000, 1025),
    "folio": range(2000, 2005),
    "serif": range(2100, 2105),
    "lanes": range(3000, 3015),
    "across": range(4000, 4010),
    "flowchart": range(5000, 5005),
}


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", procedures())
def test_a_drawing_has_no_fault(name: str, view: str) -> None:
    assert [str(fault) for fault in faults(drawn(view, name))] == []


@pytest.mark.parametrize(("view", "seed"), [(view, seed) for view, seeds in SAMPLES.items() for seed in seeds])
def test_the_drawing_of_a_made_up_standard_has_no_fault(view: str, seed: int) -> None:
    assert judged((view, seed)).found == {}


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", STRESS)
def test_the_drawing_of_a_nasty_input_has_no_fault(name: str, view: str) -> None:
    assert judged((view, name)).found == {}


def test_the_command_draws_looks_and_tells(tmp_path: Path) -> None:
    kept = tmp_path / "found.jsonl"
    command = [sys.executable, str(BASELINE.with_name("hard_zeros.py")), "3", "--workers", "1", "--keep", str(kept)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, kept.read_text(encoding="utf-8")) == (0, "")
    assert "3 drawings as matrix" in done.stdout
    assert "0 with faults" in done.stdout


def test_what_cannot_be_drawn_is_told_and_the_rest_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ValueError("no paper")

    monkeypatch.setitem(VIEWS, "matrix", broken)
    assert judged(("matrix", 1)).found == {"not drawn": ["ValueError: no paper"]}


def test_the_numbers_are_those_of_the_baseline() -> None:
    measured: dict[str, dict[str, int]] = {}
    for view in VIEWS:
        total: Counter[str] = Counter()
        for name in procedures():
            total.update(numbers(drawn(view, name)))
        measured[view] = dict(sorted(total.items()))
    if os.environ.get("SOP_UPDATE_DOCS"):
        BASELINE.write_text(json.dumps(measured, indent=2) + "\n", encoding="utf-8", newline="\n")
    kept = json.loads(BASELINE.read_text(encoding="utf-8"))
    assert changes(kept, measured) == [], "look at the drawings; SOP_UPDATE_DOCS=1 writes the new numbers"


def changes(kept: dict[str, dict[str, int]], measured: dict[str, dict[str, int]]) -> list[str]:
    """Return the numbers that differ, those of views and names that only one of the two has among them."""
    names = {(view, name) for numbered in (kept, measured) for view, counts in numbered.items() for name in counts}
    lines = []
    for view, name in sorted(names):
        was, now = kept.get(view, {}).get(name), measured.get(view, {}).get(name)
        if was != now:
            what = "new" if was is None else "gone" if now is None else "worse" if now > was else "better"
            lines.append(f"{view}: {name} {what}, {was} → {now}")
    return lines


def test_a_number_that_is_gone_is_noticed() -> None:
    kept = {"matrix": {"bends": 3, "pages": 2}, "lanes": {"pages": 1}}
    assert changes(kept, kept) == []
    assert changes(kept, {"matrix": {"bends": 2, "pages": 2, "crossings": 0}}) == [
        "lanes: pages gone, 1 → None", "matrix: bends better, 3 → 2", "matrix: crossings new, None → 0",
    ]  # fmt: skip
