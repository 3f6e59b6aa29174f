"""Lists say what is late, what soon will be, and since when and why a case stands still."""

from __future__ import annotations

import gc
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sop_engine.cli import case_lists
from sop_engine.cli.main import main
from sop_engine.store.journal import Task

EXAMPLES = str(Path(__file__).resolve().parents[2] / "examples")
NAME = "sewa-aula-kecamatan"
CASE = f"{NAME}-2026-0001"
NOW = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)  # a Monday, 09.00 WIB


@pytest.fixture
def sop(tmp_path, monkeypatch, capsys):
    """Run ``sop`` some days after the beginning: words -> what it prints."""
    monkeypatch.chdir(tmp_path)
    for name, value in {"SOP_USER": "sri", "SOP_LANG": "id", "NO_COLOR": "1"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("SOP_STORE", raising=False)

    def run(*words, days=0.0):
        monkeypatch.setattr("sop_engine.office.system_clock", lambda: NOW + timedelta(days))
        assert main(words) == 0
        return " ".join(capsys.readouterr().out.split())

    yield run
    gc.enable()


def test_an_inbox_of_what_is_late(sop):
    sop("case", "open", NAME, "--definitions", EXAMPLES)
    sop("case", "do", CASE)
    assert sop("inbox", "--late") == "Tidak ada yang lewat tenggat."
    assert CASE not in sop("inbox", "--late", "--json")
    assert CASE in sop("inbox", "--late", days=4)
    assert CASE in sop("inbox", "--late", "--json", days=4)


def test_a_suspended_case_says_since_when_and_why(sop):
    sop("case", "open", NAME, "--definitions", EXAMPLES)
    sop("case", "suspend", CASE, "--note", "gedung terbakar", days=1)
    sop("case", "comment", CASE, "--note", "masih diperbaiki", days=2)
    shown = sop("case", "list", "--status", "suspended", days=9)
    assert "ditangguhkan sejak 03-03-2026 09.00 WIB: gedung terbakar" in shown
    sop("case", "resume", CASE, days=10)
    assert "ditangguhkan sejak" not in sop("case", "list", days=11)


@pytest.mark.parametrize(("hours", "told"), [(79, False), (81, True), (100, False)])
def test_what_has_less_than_a_fifth_of_its_time_left_is_marked(monkeypatch, hours, told):
    monkeypatch.setenv("SOP_LANG", "id")
    said = {"zone": "Asia/Jakarta", "procedure": "utama", "since": NOW, "due": NOW + timedelta(hours=100)}
    task = Task(**(dict.fromkeys(Task._fields, "a") | {"reference": None, "holder": None} | said))
    lines = case_lists.inbox([task], {}, NOW + timedelta(hours=hours))
    assert ("hampir habis waktunya" in " ".join(lines)) is told
