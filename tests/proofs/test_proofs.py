"""Every proof in a short form; docs/proofs.md has the figures of the long ones."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are not forked here")


def proof(name: str, *args: str) -> str:
    command = [sys.executable, "-m", f"tests.proofs.{name}", *args]
    done = subprocess.run(command, cwd=TOP, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize(
    "command",
    [
        ("kill_points", "80"),
        ("kill_random", "20"),
        ("officers", "800"),
        ("damage", "4"),
        ("restore", "3"),
    ],
    ids=" ".join,
)
def test_nothing_is_lost_or_done_twice(command):
    assert "wrong: 0" in proof(*command)


def test_a_disk_that_fails_is_told_and_nothing_is_half_done():
    told = proof("faults", "200")
    if "nothing can be failed here" in told:
        pytest.skip(told)
    assert "wrong: 0" in told


@pytest.mark.usefixtures("postgres_server")  # skipped where the others are
@pytest.mark.parametrize(
    "command",
    [
        ("kill_random", "8", "--store", "postgres"),
        ("officers", "400", "--store", "postgres"),
        ("kill_lines", "40"),
        ("server", "1", "--kind", "kill"),
        ("server", "1", "--kind", "failover"),
        ("server", "2", "--kind", "cut"),
        ("restore", "2", "--store", "postgres"),
    ],
    ids=" ".join,
)
def test_nothing_is_lost_or_done_twice_on_postgresql(command):
    assert "wrong: 0" in proof(*command)
