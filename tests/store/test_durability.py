"""What holds when a process is killed at any moment, and when several work at once."""

import random
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from inboxes import inbox
from stepping import office

from sop_engine.engine.case import fold

PROGRAM = Path(__file__).with_name("stepping.py")

OPEN_ONE = """
import pathlib, sys
sys.path.insert(0, sys.argv[1])
from stepping import office, permit
compiled = permit()
print("siap", flush=True)
sys.stdin.read()
office(pathlib.Path(sys.argv[2]))[0].open_case(compiled)
"""


def verified(path: Path) -> dict[str, int]:
    """Check every case of a store against its events, and return the versions."""
    desk, journal = office(path)
    waiting = Counter((task.case, task.step) for task in inbox(desk))
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


class Worker:
    """A process that steps cases until it is killed; what it said to have recorded stands in a file."""

    def __init__(self, path: Path, said: Path) -> None:
        self._said = said
        with said.open("wb") as output:
            self._process = subprocess.Popen([sys.executable, str(PROGRAM), str(path)], stdout=output)
        while not said.stat().st_size:
            assert self._process.poll() is None
            time.sleep(0.005)

    def kill(self) -> list[tuple[str, int]]:
        """Kill it now and return the (case, version) that it had said, without a half line at the end."""
        self._process.kill()
        self._process.wait(timeout=30)
        lines = self._said.read_text(encoding="utf-8").split("\n")[:-1]
        return [(case, int(version)) for case, version in (line.split() for line in lines)]


def test_whatever_moment_it_is_killed_the_acknowledged_steps_are_there(tmp_path):
    path, chance = tmp_path / "kasus.db", random.Random(20260302)
    for _ in range(12):
        worker = Worker(path, tmp_path / "dikatakan")
        time.sleep(chance.uniform(0, 0.12))
        said = worker.kill()
        kept = verified(path)
        assert said
        assert all(kept[case] >= version for case, version in said)


def test_processes_that_step_at_once_lose_nothing(tmp_path):
    path = tmp_path / "kasus.db"
    workers = [Worker(path, tmp_path / f"dikatakan-{number}") for number in range(3)]
    time.sleep(0.3)
    said = [line for worker in workers for line in worker.kill()]
    kept = verified(path)
    assert len({case for case, version in said if version == 1}) == [version for _, version in said].count(1)
    assert all(kept[case] >= version for case, version in said)


def test_processes_may_make_the_store_at_once(tmp_path):
    command = [sys.executable, "-c", OPEN_ONE, str(PROGRAM.parent), str(tmp_path / "kasus.db")]
    children = [subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) for _ in range(4)]
    for child in children:
        assert child.stdout is not None
        child.stdout.readline()
    for child in children:
        child.stdin.close()
    assert [child.wait(timeout=60) for child in children] == [0] * 4
    for child in children:
        child.stdout.close()
    assert len(verified(tmp_path / "kasus.db")) == 4


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
