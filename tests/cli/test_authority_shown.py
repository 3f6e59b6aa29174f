"""What a case shows of authority: one of several actors, several together, a claim that lapsed, who may do the step."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sample import definition

from sop_engine.cli import case_text
from sop_engine.compiler import compile_text
from sop_engine.office import Office, custody
from sop_engine.office.overview import overview
from sop_engine.store.journal import Entry
from sop_engine.store.sqlite import SqliteJournal

BEGIN = datetime(2026, 11, 9, 1, 0, tzinfo=UTC)
SOP = definition("""
steps:
  - {id: periksa, actor: petugas, activity: Memeriksa berkas}
  - {id: tinjau, actor: petugas, any_of: [lurah], with: [pemohon], four_eyes: [periksa], activity: Meninjau lokasi}
""")
PEOPLE = """\
people: 1
persons:
  - {id: dewi, name: Dewi, offices: [{unit: contoh/kelurahan, actor: petugas, from: 2024-01-01}]}
  - {id: budi, name: Budi, offices: [{unit: contoh/kelurahan, actor: petugas, from: 2024-01-01, until: 2026-11-09}]}
  - {id: rini, name: Rini, offices: [{unit: contoh/kelurahan, actor: lurah, from: 2024-01-01}]}
  - {id: kepala, name: Kepala, steward: true}
"""


@pytest.fixture
def journal(tmp_path, monkeypatch):
    monkeypatch.setenv("SOP_LANG", "id")
    monkeypatch.setenv("COLUMNS", "120")
    journal = SqliteJournal(tmp_path / "kasus.db", create=True)
    journal.load_people(PEOPLE, Entry(BEGIN, "people", "kepala", None))
    yield journal
    journal.close()


def desk(journal, person, days=0):
    return Office(journal, person, lambda: BEGIN + timedelta(days=days))


@pytest.fixture
def case(journal):
    compiled, found = compile_text(SOP)
    assert compiled is not None, found
    case = desk(journal, "dewi").open_case(compiled).id
    desk(journal, "dewi").do(case)
    return case


def shown(journal, case, person="kepala", days=0):
    return "\n".join(case_text.case(overview(desk(journal, person, days), case), None))


def test_one_of_several_is_told_apart_from_several_together(journal, case):
    assert "(tinjau), Petugas Loket atau Lurah + Pemohon" in shown(journal, case)


def test_who_did_what_is_checked_is_not_named_as_one_who_may(journal, case):
    told = shown(journal, case)
    assert "Yang berwenang: Budi, Petugas Loket; Rini, Lurah" in told
    assert "Dewi, Petugas" not in told


def test_a_claim_that_lapsed_is_said_to_be_free(journal, case):
    custody.claim(desk(journal, "budi"), case)
    assert "Dipegang oleh budi\n" in shown(journal, case)
    assert "Dipegang oleh budi, yang tidak lagi memangku jabatan yang berwenang" in shown(journal, case, days=1)


def test_the_command_that_is_shown_has_room_for_everyone_who_must_be_named(journal, case):
    command = f"sop case do {case} tinjau --with pemohon=NAMA --expect 2"
    assert f"Catat dengan: {command}" in shown(journal, case, "budi")
