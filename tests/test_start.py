"""The set-up script, without setting anything up: what it asks for, and that a broken-off set-up can be repeated."""

import subprocess
from pathlib import Path

import pytest

import start


@pytest.fixture
def machine(monkeypatch, tmp_path):
    """A folder with nothing in it; the programs that are called are written down and answer as told."""
    calls = []
    answers = {"--version": 1, "install": 0}

    def run(command, **_):
        calls.append(command)
        return subprocess.CompletedProcess(command, next((answers[word] for word in command if word in answers), 0))

    monkeypatch.setattr(start, "ENVIRONMENT", tmp_path / ".venv")
    monkeypatch.setattr(start, "SCRIPTS", tmp_path / ".venv" / "bin")
    monkeypatch.setattr(start.subprocess, "run", run)
    monkeypatch.setattr(
        start.venv, "create", lambda folder, **_: (Path(folder) / "bin").mkdir(parents=True, exist_ok=True)
    )
    return calls, answers


def jobs(calls):
    return [next((word for word in call if word in ("install", "pytest", "sop_engine")), None) for call in calls]


def test_wrong_usage(machine, capsys):
    assert start.main([]) == 2
    assert start.main(["lain"]) == 2
    assert "demo|test" in capsys.readouterr().err
    assert machine[0] == []


def test_the_first_call_installs_and_the_second_goes_to_the_job(machine):
    calls, answers = machine
    assert start.main(["demo", "--out", "hasil"]) == 0
    assert jobs(calls) == ["install", "sop_engine"]
    assert calls[-1][-3:] == ["demo", "--out", "hasil"]
    (start.SCRIPTS / "python").write_text("", encoding="utf-8")
    answers["--version"] = 0
    calls.clear()
    assert start.main(["demo"]) == 0
    assert jobs(calls) == ["sop_engine"]


def test_an_environment_without_pip_is_made_anew(machine, monkeypatch):
    made = []
    monkeypatch.setattr(start.venv, "create", lambda folder, **settings: made.append(settings))
    start.SCRIPTS.mkdir(parents=True)
    (start.SCRIPTS / "python").write_text("", encoding="utf-8")
    assert start.main(["test"]) == 0
    assert made == [{"with_pip": True, "clear": True}]


def test_a_failed_installation_is_told_and_tried_again(machine, capsys):
    calls, answers = machine
    answers["install"] = 1
    assert start.main(["test"]) == 3
    assert "Pemasangan gagal" in capsys.readouterr().err
    answers["install"] = 0
    assert start.main(["test"]) == 0
    assert jobs(calls)[-2:] == ["install", "pytest"]
