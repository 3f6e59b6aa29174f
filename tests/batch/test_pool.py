"""Processes share the work out; one that dies takes its own job with it, and a stopped batch leaves nothing behind."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from orders import Broken, Deadly, Endless, Plain, jobs

from sop_engine.batch import pool


def names(folder):
    return sorted(each.name for each in folder.iterdir())


def test_every_job_has_its_outcome_and_the_work_is_shared(tmp_path):
    outcomes = dict(pool.carry_out(jobs(tmp_path, Plain(), 8), 2, {}))
    assert sorted(outcomes) == list(range(8))
    for number, outcome in outcomes.items():
        (file,) = outcome.files
        assert file == str(tmp_path / "hasil" / f"layanan-{number:04}.txt")
        assert outcome.notices[0][0] == file
        assert outcome.notices[0][1].name == "glyph"
        assert not outcome.failed
    makers = {Path(file).read_text(encoding="utf-8") for each in outcomes.values() for file in each.files}
    assert str(os.getpid()) not in makers
    assert len(makers) <= 2


def test_more_processes_than_jobs_are_not_started(tmp_path, monkeypatch):
    started = []
    worker = pool._Worker

    def counted():
        started.append(1)
        return worker()

    monkeypatch.setattr(pool, "_Worker", counted)
    assert len(dict(pool.carry_out(jobs(tmp_path, Plain(), 1), 7, {}))) == 1
    assert len(started) == 1


def test_a_process_that_is_killed_takes_one_job_with_it(tmp_path, monkeypatch):
    (tmp_path / "hasil").mkdir()
    monkeypatch.setenv("SOP_TEST_OUT", str(tmp_path / "hasil"))
    outcomes = dict(pool.carry_out(jobs(tmp_path, Deadly("layanan-0002"), 6), 2, {}))
    assert sorted(outcomes) == list(range(6))
    assert [number for number, each in outcomes.items() if each.failed] == [2]
    assert "layanan-0002.yaml" in outcomes[2].failed
    assert outcomes[2].code == 3
    assert names(tmp_path / "hasil") == [f"layanan-{number:04}.txt" for number in (0, 1, 3, 4, 5)]


def test_what_nobody_foresaw_is_the_failure_of_one_job(tmp_path):
    outcomes = dict(pool.carry_out(jobs(tmp_path, Broken(), 3), 1, {}))
    assert {each.code for each in outcomes.values()} == {3}
    assert "RecursionError: terlalu dalam" in outcomes[0].failed
    assert [len(each.files) for each in outcomes.values()] == [1, 1, 1]


def test_closed_early_it_stops_between_two_files(tmp_path):
    out = tmp_path / "hasil"
    endless, broken_off = jobs(tmp_path, Endless(), 3), {}
    coming = pool.carry_out([(9, jobs(tmp_path / "lain", Plain(), 1)[0][1]), *endless], 2, broken_off)
    assert next(coming)[0] == 9
    while not list(out.glob("*_3.txt")):
        time.sleep(0.01)
    coming.close()
    made = names(out)
    assert 0 < len(made) < 10_000
    assert not [name for name in made if name.startswith(".")]
    time.sleep(0.1)
    assert names(out) == made, "nobody is still at work"
    assert sorted(Path(file).name for each in broken_off.values() for file in each.files) == made
    assert not any(each.finished for each in broken_off.values())


def test_without_a_single_process_it_is_said(tmp_path, monkeypatch):
    def refused():
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(pool, "_Worker", refused)
    outcomes = dict(pool.carry_out(jobs(tmp_path, Plain(), 3), 2, {}))
    assert sorted(outcomes) == [0, 1, 2]
    assert all("OUT031" in each.failed and each.code == 3 for each in outcomes.values())


def test_when_the_last_process_dies_and_no_other_can_be_started_every_job_has_its_outcome(tmp_path, monkeypatch):
    (tmp_path / "hasil").mkdir()
    monkeypatch.setenv("SOP_TEST_OUT", str(tmp_path / "hasil"))
    first = [pool._Worker()]

    def only_once():
        if not first:
            raise BlockingIOError(11, "Resource temporarily unavailable")
        return first.pop()

    monkeypatch.setattr(pool, "_Worker", only_once)
    outcomes = list(pool.carry_out(jobs(tmp_path, Deadly("layanan-0001"), 4), 2, {}))
    assert [number for number, _ in outcomes] == [0, 1, 2, 3]
    told = [outcome.failed for _, outcome in outcomes]
    assert told[0] == ""
    assert "terhenti" in told[1]
    assert ["OUT031" in each for each in told] == [False, False, True, True]
    assert "layanan-0003.yaml" in told[3]


def test_a_process_that_cannot_be_started_leaves_no_pipe_open(monkeypatch):
    def refused(_):
        raise BlockingIOError(11, "Resource temporarily unavailable")

    ends = []
    pipe = multiprocessing.context.BaseContext.Pipe

    def noted(*given):
        ends.extend(pipe(*given))
        return tuple(ends)

    monkeypatch.setattr(multiprocessing.process.BaseProcess, "start", refused)
    monkeypatch.setattr(multiprocessing.context.BaseContext, "Pipe", noted)
    with pytest.raises(BlockingIOError):
        pool._Worker()
    assert [each.closed for each in ends] == [True, True]


def test_workers_that_do_not_end_share_the_time_that_they_have(tmp_path, monkeypatch):
    joined = []

    class Stubborn:
        class pipe:  # noqa: N801
            close = staticmethod(lambda: None)

        class process:  # noqa: N801
            @staticmethod
            def join(patience):
                joined.append(patience)
                clock[0] += patience

        reap = staticmethod(lambda: None)

    clock = [100.0]
    monkeypatch.setattr(pool.time, "monotonic", lambda: clock[0])
    pool._stop([Stubborn(), Stubborn(), Stubborn()], [], {})
    assert joined == [pool._PATIENCE, 0.0, 0.0]


@pytest.mark.skipif(os.name == "nt", reason="no such signal there")
def test_no_process_outlives_the_one_that_started_it(tmp_path):
    (tmp_path / "awal.py").write_text(
        "import sys; from pathlib import Path; from orders import Endless, jobs\n"
        "from sop_engine.batch import pool\n"
        "if __name__ == '__main__':\n"
        "    list(pool.carry_out(jobs(Path(sys.argv[1]), Endless(), 3), 2, {}))\n",
        encoding="utf-8",
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, sys.path))}
    started = subprocess.Popen([sys.executable, tmp_path / "awal.py", tmp_path], env=environment)
    out = tmp_path / "hasil"
    while started.poll() is None and len(list(out.glob("*_2.txt"))) < 2:
        time.sleep(0.02)
    started.send_signal(signal.SIGKILL)
    started.wait()
    makers = {int(file.read_text(encoding="utf-8")) for file in out.glob("*.txt")}
    assert len(makers) == 2
    deadline = time.monotonic() + 30
    while alive := [maker for maker in makers if _alive(maker)]:
        assert time.monotonic() < deadline, f"still there: {alive}"
        time.sleep(0.05)
    assert not [name for name in names(out) if name.startswith(".")]


def _alive(process):
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    # one that has ended and that nobody has asked about is no longer at work
    status = Path(f"/proc/{process}/stat")
    return not status.exists() or status.read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
