"""Where people are listed, who is not on the list is refused by every command that opens the store, looking too."""

from datetime import UTC, datetime

import pytest

from sop_engine.cli.main import main
from sop_engine.store.place import connect

LIST = """people: 1
persons:
  - id: siti
    name: Siti Contoh
    steward: true
    offices:
      - {unit: pekalongan/prokompim, actor: agendaris, from: 2024-01-05}
  - id: budi
    name: Budi Contoh
  - id: sistem
    name: Penjadwal
"""
CASE = f"kerjasama-media-{datetime.now(UTC).year}-0001"
LOOKING = [
    ["case", "list"],
    ["case", "show", CASE],
    ["case", "history", CASE],
    ["case", "explain", CASE],
    ["case", "file", CASE, "surat.pdf", "--out", "x.pdf"],
    ["case", "applicant", CASE],
    ["case", "run", CASE],
    ["case", "do", CASE],
    ["case", "call", CASE],
    ["inbox"],
    ["inbox", "--all"],
    ["inbox", "--as", "agendaris"],
    ["people", "list"],
    ["people", "export"],
    ["complaint", "list"],
    ["log", "verify"],
    ["log", "head"],
    ["log", "export"],
    ["store", "check"],
    ["store", "upgrade"],
    ["store", "backup", "cadangan"],
    ["store", "copy", "sqlite:///.sop/cases.db", "sqlite:///lain.db"],
    ["tick"],
    ["tick", "--dry-run"],
    ["render", "--case", CASE, "--out", "gambar"],
]
FOR_STEWARDS = [
    ["store", "backup", "cadangan"],
    ["store", "copy", "sqlite:///.sop/cases.db", "sqlite:///lain.db"],
    ["store", "restore", "cadangan-siti", "--store", "sqlite:///lain.db"],
    ["log", "export", "--persons"],
    ["log", "desk"],
]


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOP_USER", "siti")
    (tmp_path / "people.yaml").write_text(LIST, encoding="utf-8")
    assert main(["people", "load", "people.yaml"]) == 0
    assert main(["case", "open", "kerjasama-media"]) == 0
    return tmp_path


def noted():
    journal = connect("sqlite:///.sop/cases.db", create=False)
    try:
        return [(each.entry.person, each.entry.facts) for each in journal.noted() if each.entry.kind == "refused"]
    finally:
        journal.close()


@pytest.mark.parametrize("command", LOOKING, ids=" ".join)
def test_who_is_not_on_the_list_sees_nothing_and_that_is_noted(desk, capsys, monkeypatch, command):
    capsys.readouterr()
    monkeypatch.setenv("SOP_USER", "hantu")
    assert main(command) == 1
    said = capsys.readouterr()
    assert "RUN030" in said.err
    assert CASE not in said.out
    assert noted() == [("hantu", ("code=RUN030",))]
    assert not (desk / "cadangan").exists()


@pytest.mark.parametrize("command", FOR_STEWARDS, ids=" ".join)
def test_what_carries_a_store_away_is_for_stewards(desk, capsys, monkeypatch, command):
    assert main(["store", "backup", "cadangan-siti"]) == 0
    capsys.readouterr()
    monkeypatch.setenv("SOP_USER", "budi")
    assert main(command) == 1
    said = capsys.readouterr()
    assert "RUN033" in said.err
    assert "Siti Contoh" in said.err
    assert said.out == ""
    assert not (desk / "cadangan").exists()


def test_a_steward_carries_it_away_and_brings_it_back(desk):
    assert main(["store", "backup", "cadangan"]) == 0
    assert main(["store", "restore", "cadangan", "--store", "sqlite:///pulih.db"]) == 0
    assert main(["log", "export", "--persons"]) == 0


def test_the_account_of_the_scheduler_is_on_the_list_and_needs_no_office(desk, capsys, monkeypatch):
    monkeypatch.setenv("SOP_USER", "sistem")
    assert main(["tick"]) == 0
    assert noted() == []


def test_a_list_that_cannot_be_read_does_not_keep_the_damage_from_being_found(desk, capsys, monkeypatch):
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(".sop/cases.db", isolation_level=None)) as db:
        db.execute("DROP TABLE people")
    monkeypatch.setenv("SOP_USER", "hantu")
    capsys.readouterr()
    assert main(["inbox"]) == 3
    assert main(["store", "check"]) in (1, 3)
    assert "RUN030" not in capsys.readouterr().err
