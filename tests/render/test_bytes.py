"""The same definition gives the same bytes in every view, format and paper, however a process hashes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from bytes_of_all import ORDERS
from views import TOP

SCRIPT = Path(__file__).with_name("bytes_of_all.py")
SEEDS = ("0", "1", "77")


def test_every_file_has_the_same_bytes_in_every_process() -> None:
    command = [sys.executable, str(SCRIPT), str(TOP / "definitions"), "keprotokolan"]
    found = []
    for seed in SEEDS:
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(TOP)}
        done = subprocess.run(command, capture_output=True, env=environment, check=True, text=True)
        found.append(json.loads(done.stdout))
    first, *others = found
    assert {name.rpartition(".")[2] for name in first} == {"svg", "png", "pdf", "dot", "mermaid", "html", "docx", "md"}
    assert {int(name.split()[1]) for name in first} == set(range(len(ORDERS)))
    for other in others:
        assert [name for name in first if first[name] != other.get(name)] == []
        assert list(first) == list(other)
