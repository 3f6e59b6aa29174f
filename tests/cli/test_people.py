"""`sop people`: a list is put in force by a steward, shown, extended and written out; others are refused and noted."""

import json

import pytest
from typer.testing import CliRunner

from sop_engine.cli.main import main
from sop_engine.store.place import connect

LIST = """people: 1
persons:
  - id: siti
    name: Siti Contoh
    steward: true
    offices:
      - {unit: contoh/layanan, actor: petugas, from: 2026-01-05}
  - id: budi
    name: Budi Contoh
"""


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOP_USER", "siti")
    (tmp_path / "people.yaml").write_text(LIST, encoding="utf-8")
    return tmp_path


def noted(kind):
    journal = connect("sqlite:///.sop/cases.db", create=False)
    try:
        return [each.entry for each in journal.noted() if each.entry.kind == kind]
    finally:
        journal.close()


def test_without_a_list_it_is_said_that_anybody_may(desk, capsys):
    assert main(["people", "list"]) == 0
    assert "sop people load" in capsys.readouterr().out
    assert not (desk / ".sop").exists()


def test_a_list_that_was_loaded_is_shown_for_the_day(desk, capsys):
    assert main(["people", "load", "people.yaml"]) == 0
    assert main(["people", "list", "--on", "2026-01-04", "--json"]) == 0
    before = json.loads(capsys.readouterr().out.partition("\n")[2])
    assert [each["offices"] for each in before["persons"]] == [[], []]
    assert main(["people", "list", "--on", "2026-01-05"]) == 0
    shown = capsys.readouterr().out
    assert "petugas (contoh/layanan); pengelola" in shown
    assert [each.person for each in noted("people")] == ["siti"]


def test_who_is_no_steward_is_refused_and_that_is_noted(desk, capsys, monkeypatch):
    main(["people", "load", "people.yaml"])
    monkeypatch.setenv("SOP_USER", "budi")
    assert main(["people", "load", "people.yaml"]) == 1
    assert "RUN033" in capsys.readouterr().err
    assert [(each.person, each.facts) for each in noted("refused")] == [("budi", ("code=RUN033",))]


def test_nobody_shuts_himself_out(desk, capsys, monkeypatch):
    monkeypatch.setenv("SOP_USER", "tono")
    assert main(["people", "load", "people.yaml"]) == 1
    assert "RUN070" in capsys.readouterr().err
    assert noted("people") == []


def test_a_list_with_errors_is_told_and_changes_nothing(desk, capsys):
    (desk / "people.yaml").write_text(LIST.replace("steward: true", "steward: ja"), encoding="utf-8")
    assert main(["people", "load", "people.yaml"]) == 1
    assert "people.yaml:5" in capsys.readouterr().err
    assert not (desk / ".sop").exists()


def test_an_office_that_no_definition_knows_is_told_with_what_was_meant(desk, capsys):
    wrong = LIST.replace("contoh/layanan, actor: petugas", "pekalongan/prokompim, actor: agendari")
    (desk / "people.yaml").write_text(wrong, encoding="utf-8")
    assert main(["people", "load", "people.yaml"]) == 0
    assert "`agendaris`?" in capsys.readouterr().err


def test_a_deputy_is_appointed_by_letter_and_the_list_keeps_its_comments(desk, capsys):
    (desk / "people.yaml").write_text(f"# daftar 2026\n{LIST}", encoding="utf-8")
    main(["people", "load", "people.yaml"])
    office = ["--unit", "contoh/layanan", "--actor", "kepala", "--from", "2026-11-02"]
    assert main(["people", "delegate", "budi", *office, "--standing", "plh", "--until", "2026-11-13"]) == 1
    assert "RUN059" in capsys.readouterr().err
    letter = ["--letter", "800/15/2026"]
    assert main(["people", "delegate", "budi", *office, *letter, "--standing", "plh", "--until", "2026-11-13"]) == 0
    assert "Plh. kepala (contoh/layanan) sampai 13-11-2026" in capsys.readouterr().out
    assert main(["people", "export", "--out", "baru.yaml"]) == 0
    text = (desk / "baru.yaml").read_text(encoding="utf-8")
    assert text.startswith("# daftar 2026\n")
    assert "letter: 800/15/2026" in text
    assert text.endswith("\n")


def test_an_appointment_to_what_no_definition_knows_is_told_too(desk, capsys):
    main(["people", "load", "people.yaml"])
    capsys.readouterr()
    office = ["--from", "2026-11-02", "--standing", "definitive"]
    assert main(["people", "delegate", "budi", "--unit", "pekalongan/prokompim", "--actor", "agendari", *office]) == 0
    assert "`agendari` (dipangku budi); maksudnya `agendaris`?" in capsys.readouterr().err
    assert main(["people", "delegate", "budi", "--unit", "pekalongan/prokompi", "--actor", "agendaris", *office]) == 0
    assert "maksudnya `pekalongan/prokompim: agendaris`?" in capsys.readouterr().err
    assert main(["people", "delegate", "budi", "--unit", "pekalongan/prokompim", "--actor", "agendaris", *office]) == 0
    assert capsys.readouterr().err == ""


def test_without_a_list_nobody_is_appointed_and_nothing_is_written_out(desk, capsys):
    main(["people", "list"])
    office = ["--unit", "contoh/layanan", "--actor", "kepala", "--from", "2026-11-02", "--standing", "definitive"]
    assert main(["people", "delegate", "budi", *office]) == 1
    assert main(["people", "export"]) == 1
    assert capsys.readouterr().err.count("RUN071") == 2


def test_a_list_may_come_from_standard_input(desk):
    from sop_engine.cli.app import app

    assert CliRunner().invoke(app, ["people", "load", "-"], input=LIST).exit_code == 0
    assert len(noted("people")) == 1
