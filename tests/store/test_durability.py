"""What holds when a process is killed at any moment, and when several work at once."""

import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from stepping import office

from sop_engine.engine.case import fold

PROGRAM = Path(__file__).with_name("stepping.py")


def verified(path: Path) -> dict[str, int]:
    """Check every case of a store against its events, and return the versions."""
    desk, journal = office(path)
    waiting = Counter((task.case, task.step) for task in desk.inbox())
    for record in desk.cases():
        history = desk.history(record.id)
        assert history.broken_at is None
        assert fold(each.event for each in history.events) == record.case
        for step in record.case.open:
            assert waiting.pop((record.id, step.step)) == 1
    assert not waiting
    versions = {record.id: record.case.version for record in desk.cases()}
    assert journal._db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    journal.close()
    return versions


def test_whatever_moment_it_is_killed_the_acknowledged_steps_are_there(tmp_path):
    path = tmp_path / "kasus.db"
    chance = random.Random(20260302)
    kill = getattr(signal, "SIGKILL", signal.SIGTERM)
    total = 0
    for _ in range(12):
        child = subprocess.Popen(
            [sys.executable, str(PROGRAM), str(path)], stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )
        assert child.stdout is not None
        told = [child.stdout.readline()]
        time.sleep(chance.uniform(0, 0.12))
        child.send_signal(kill)
        rest, _ = child.communicate(timeout=30)
        lines = [line.split() for line in (told[0] + rest).splitlines()]
        kept = verified(path)
        for case, version in (line for line in lines if len(line) == 2):
            assert kept[case] >= int(version)
            total += 1
    assert total > 12


def test_processes_that_step_at_once_lose_nothing(tmp_path):
    path = tmp_path / "kasus.db"
    children = [
        subprocess.Popen([sys.executable, str(PROGRAM), str(path)], stdout=subprocess.PIPE, text=True, encoding="utf-8")
        for _ in range(3)
    ]
    for child in children:
        assert child.stdout is not None
        assert child.stdout.readline()
    time.sleep(0.3)
    told = []
    for child in children:
        child.kill()
        told += child.communicate(timeout=30)[0].split("\n")[:-1]
    kept = verified(path)
    assert len(kept) == len(set(kept))
    for case, version in (line.split() for line in told):
        assert kept[case] >= int(version)


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_a_step_is_one_fsync(tmp_path):
    path, log = tmp_path / "kasus.db", tmp_path / "panggilan"
    script = (
        "import os, sys, pathlib; sys.path.insert(0, sys.argv[1])\n"
        "from stepping import office, permit\n"
        "desk, journal = office(pathlib.Path(sys.argv[2]))\n"
        "view = desk.open_case(permit())\n"
        "for number in range(20):\n"
        "    os.path.exists('langkah-mulai')\n"
        "    view = desk.do(view.id, answer='Kurang' if view.open_nodes[0].answers else None)\n"
        "    os.path.exists('langkah-selesai')\n"
    )
    command = ["strace", "-f", "-o", str(log), "-e", "trace=fsync,fdatasync,stat,newfstatat"]
    done = subprocess.run(
        [*command, sys.executable, "-c", script, str(PROGRAM.parent), str(path)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    if "ptrace" in done.stderr.lower():
        pytest.skip("strace may not trace here")
    assert done.returncode == 0, done.stderr
    steps = re.findall(r"langkah-mulai(.*?)langkah-selesai", log.read_text(encoding="utf-8"), re.DOTALL)
    assert [len(re.findall(r"f(?:data)?sync\(", each)) for each in steps] == [1] * 20
