"""What a list of people lets nobody do: whatever the deed, and whatever is asked for with ``--as`` and ``--with``."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sample import definition

from sop_engine.compiler import compile_text
from sop_engine.failure import Failure
from sop_engine.office import Office, calling, closing, custody, recalling
from sop_engine.store.journal import Entry
from sop_engine.store.sqlite import SqliteJournal

BEGIN = datetime(2026, 11, 9, 1, 0, tzinfo=UTC)
UNIT = "unit: contoh/kelurahan"
PEOPLE = f"""\
people: 1
persons:
  - {{id: siti, name: Siti, steward: true, offices: [{{{UNIT}, actor: lurah, from: 2024-01-01}}]}}
  - {{id: tono, name: Tono, offices: [{{{UNIT}, actor: petugas, from: 2024-01-01}}]}}
  - {{id: budi, name: Budi, offices: [{{{UNIT}, actor: petugas, from: 2024-01-01}}]}}
  - id: bayu
    name: Bayu
    offices:
      - {{{UNIT}, actor: petugas, from: 2024-01-01}}
      - {{{UNIT}, actor: lurah, standing: plh, letter: 800/15, from: 2026-11-02, until: 2026-11-13}}
"""
STEPS = definition("""
steps:
  - {id: ajukan, actor: pemohon, activity: Mengajukan permohonan}
  - {id: sahkan, actor: lurah, activity: Menandatangani surat izin, optional: apabila diminta}
  - {id: serahkan, actor: petugas, activity: Menyerahkan surat izin}
""")


@pytest.fixture
def journal(tmp_path):
    journal = SqliteJournal(tmp_path / "kasus.db", create=True)
    journal.load_people(PEOPLE, Entry(BEGIN, "people", "siti", None))
    yield journal
    journal.close()


def compiled(text=STEPS):
    made, found = compile_text(text)
    assert made is not None, found
    return made


def desk(journal, person, days=0):
    return Office(journal, person, lambda: BEGIN + timedelta(days=days))


def code_of(action, *args, **named) -> str | None:
    try:
        action(*args, **named)
    except Failure as failure:
        return failure.code
    return None


def noted(journal):
    return [each.entry for each in journal.noted() if each.entry.kind == "refused"]


DEEDS = {
    "do": lambda office, case, actor: office.do(case, actor=actor),
    "skip": lambda office, case, actor: office.do(case, skip=True, actor=actor),
    "escalate": lambda office, case, actor: office.do(case, escalate=True, actor=actor),
    "claim": lambda office, case, actor: custody.claim(office, case, actor=actor),
    "call": lambda office, case, actor: calling.call(office, None, case, actor=actor),
    "suspend": lambda office, case, actor: closing.suspend(office, case, "alasan", actor=actor),
    "reject": lambda office, case, actor: closing.reject(office, case, "alasan", actor=actor),
}


@pytest.mark.parametrize("asked", ["petugas", "pemohon", "lurah", "camat", None])
@pytest.mark.parametrize("deed", DEEDS)
def test_no_capacity_that_is_asked_for_opens_a_step_of_others(journal, deed, asked):
    office = desk(journal, "tono")
    case = office.open_case(compiled()).id
    office.do(case)
    expected = {None: "RUN031", "lurah": "RUN032"}.get(asked, "RUN006")
    assert code_of(DEEDS[deed], office, case, asked) == expected
    assert journal.load(case).case.version == 2
    assert [(each.case, each.facts) for each in noted(journal)] == [(case, (f"code={expected}", "step=sahkan"))]


def test_a_step_is_not_recalled_as_somebody_who_has_no_part_in_it(journal):
    office = desk(journal, "tono")
    case = office.open_case(compiled()).id
    office.do(case)
    assert code_of(recalling.recall, office, case, actor="petugas") == "RUN006"
    assert recalling.recall(office, case)[0].event.actor == "pemohon"


def test_who_is_not_on_the_list_is_told_so_before_anything_else(journal):
    case = desk(journal, "tono").open_case(compiled()).id
    assert code_of(desk(journal, "rudi").do, case, actor="camat") == "RUN030"
