"""What a list of people lets nobody do: whatever the deed, and whatever is asked for with ``--as`` and ``--with``."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from sample import definition

from sop_engine.compiler import compile_text
from sop_engine.failure import Failure
from sop_engine.office import Office, appointments, calling, closing, custody, recalling
from sop_engine.office.inbox import waiting
from sop_engine.people import Standing
from sop_engine.people.listing import of_text
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


@pytest.mark.parametrize("deed", ["suspend", "reject"])
def test_the_office_stops_no_case_as_an_outsider_who_may_withdraw(journal, deed):
    office = desk(journal, "tono")
    case = office.open_case(compiled()).id
    assert code_of(DEEDS[deed], office, case, "pemohon") == "RUN006"
    assert [each.facts for each in noted(journal)] == [("code=RUN006",)]
    assert closing.withdraw(office, case, "batal", actor="pemohon").event.actor == "pemohon"


def test_a_step_is_not_recalled_as_somebody_who_has_no_part_in_it(journal):
    office = desk(journal, "tono")
    case = office.open_case(compiled()).id
    office.do(case)
    assert code_of(recalling.recall, office, case, actor="petugas") == "RUN006"
    assert recalling.recall(office, case)[0].event.actor == "pemohon"


def test_who_is_not_on_the_list_is_told_so_before_anything_else(journal):
    case = desk(journal, "tono").open_case(compiled()).id
    assert code_of(desk(journal, "rudi").do, case, actor="camat") == "RUN030"


# the list in force


def given(office, person, day=9):
    until = date(2026, 11, day)
    return appointments.appoint(office, person, "contoh/kelurahan", "lurah", Standing.PLH, "800/1", until, until)


def test_of_two_appointments_at_once_both_are_in_force(journal):
    here, there = desk(journal, "siti"), desk(journal, "siti")
    before = here.listing
    given(there, "budi")
    here.journal = Behind(journal, before)
    people = given(here, "tono", 10)
    held = [(each.person, each.since.day) for each in people.holdings if each.standing is Standing.PLH]
    assert held == [("tono", 10), ("budi", 9), ("bayu", 2)]
    assert of_text(journal.people()) == people


def test_a_list_that_another_steward_replaced_meanwhile_is_refused_and_says_who(journal):
    here = desk(journal, "siti")
    here.journal = Behind(journal, here.listing)
    appointments.load(desk(journal, "siti"), PEOPLE.replace("name: Tono", "name: Tono Baru"))
    with pytest.raises(Failure) as caught:
        appointments.load(here, PEOPLE)
    assert caught.value.code == "RUN073"
    assert caught.value.args_of_message == {"person": "siti", "at": "09-11-2026 08.00 WIB"}
    assert "Tono Baru" in journal.people()


def test_a_list_that_leaves_its_steward_out_is_noted(journal):
    assert code_of(appointments.load, desk(journal, "siti"), PEOPLE.replace("id: siti", "id: lain")) == "RUN070"
    assert [each.facts for each in noted(journal)] == [("code=RUN070",)]


def test_the_number_of_a_letter_is_one_line(journal):
    office, day = desk(journal, "siti"), date(2026, 11, 9)
    told = (office, "budi", "contoh/kelurahan", "lurah", Standing.PLH, "800/1\n- id: x", day, day)
    assert code_of(appointments.appoint, *told) == "USE026"
    assert journal.people() == PEOPLE


class Behind:
    """A journal that shows, the first time, the list of people as it was."""

    def __init__(self, journal, before):
        self.journal, self.before = journal, [before]

    def __getattr__(self, name):
        return getattr(self.journal, name)

    def people_since(self, number):
        return None if self.before and self.before.pop() else self.journal.people_since(number)


def test_an_office_that_was_taken_away_is_gone_at_the_next_deed(journal):
    office = desk(journal, "tono")
    case = office.open_case(compiled()).id
    office.do(case)
    assert custody.claim(desk(journal, "bayu"), case).event.standing == "plh 800/15"
    without = PEOPLE.replace("actor: lurah, standing: plh", "actor: lain, standing: plh")
    watching = desk(journal, "bayu")
    assert [task.step for task in waiting(watching).tasks] == ["sahkan"]
    custody.release(watching, case)
    appointments.load(desk(journal, "siti"), without)
    assert waiting(watching).tasks == ()
    assert code_of(watching.do, case) == "RUN031"
    appointments.load(desk(journal, "siti"), "".join(without.partition("  - id: bayu")[:1]))
    assert code_of(waiting, watching) == "RUN030"
    assert code_of(watching.do, case) == "RUN030"


def test_the_list_is_read_once_as_long_as_it_is_in_force(journal):
    office = desk(journal, "tono")
    people = office.people
    assert office.people is people
    journal.load_people(PEOPLE, Entry(BEGIN, "people", "siti", None))
    assert office.people is not people


# four eyes


CHECKED = definition("""
steps:
  - {id: susun, actor: petugas, with: [lurah], activity: Menyusun surat izin, optional: apabila perlu}
  - id: uji
    actor: lurah
    activity: Menguji surat izin
    decision:
      question: Apakah baik?
      branches: [{answer: baik}, {answer: belum, to: susun, limit: {times: 3, to: uji}}]
  - {id: periksa, actor: petugas, with: [lurah], activity: Memeriksa surat izin, four_eyes: [susun], optional: bila ada}
  - {id: arsip, actor: petugas, activity: Mengarsipkan surat izin}
""")


def made(journal, person, facts=("with=lurah:siti",)):
    """A case whose letter was made by somebody, with the head, and found good."""
    case = desk(journal, person).open_case(compiled(CHECKED)).id
    desk(journal, person).do(case, facts=facts)
    return case


def test_whoever_had_a_part_in_the_making_may_not_check(journal):
    case = made(journal, "tono", ("with=lurah:bayu",))
    desk(journal, "siti").do(case, answer="baik")
    with_head = ("with=lurah:siti",)
    for person in ("tono", "bayu"):
        assert code_of(desk(journal, person).do, case, facts=with_head, actor="petugas") == "RUN019"
    assert code_of(desk(journal, "budi").do, case, facts=("with=lurah:bayu",)) == "RUN019"
    assert {each.person for each in noted(journal)} == {"tono", "bayu", "budi"}
    assert desk(journal, "budi").do(case, facts=with_head).event.person == "budi"


def test_a_maker_neither_skips_nor_claims_nor_gets_the_check(journal):
    case = made(journal, "tono")
    desk(journal, "siti").do(case, answer="baik")
    assert code_of(desk(journal, "tono").do, case, skip=True) == "RUN019"
    assert code_of(custody.claim, desk(journal, "tono"), case) == "RUN019"
    assert code_of(custody.reassign, desk(journal, "siti"), case, None, "tono") == "RUN019"
    assert custody.reassign(desk(journal, "siti"), case, None, "budi").case.open[0].holder == "budi"
    assert desk(journal, "budi").do(case, skip=True).open_nodes[0].id == "arsip"


def test_to_skip_a_step_does_not_undo_having_made_it(journal):
    case = made(journal, "tono")
    desk(journal, "siti").do(case, answer="belum")
    desk(journal, "tono").do(case, skip=True)
    desk(journal, "siti").do(case, answer="baik")
    assert code_of(desk(journal, "tono").do, case, facts=("with=lurah:siti",)) == "RUN019"
    assert desk(journal, "budi").do(case, facts=("with=lurah:bayu",)).event.step == "periksa"


def test_who_took_the_making_back_did_not_make_it(journal):
    case = made(journal, "tono")
    recalling.recall(desk(journal, "tono"), case)
    desk(journal, "budi").do(case, facts=("with=lurah:bayu",))
    desk(journal, "siti").do(case, answer="baik")
    assert code_of(desk(journal, "budi").do, case, facts=("with=lurah:siti",)) == "RUN019"
    assert desk(journal, "tono").do(case, facts=("with=lurah:siti",)).event.step == "periksa"


@pytest.mark.parametrize(
    "facts", [("with=lurah:bayu",), ("with=petugas:tono",), ("with=lurah:siti", "with=lurah:siti")]
)
def test_nobody_does_a_step_together_with_himself(journal, facts):
    case = desk(journal, "tono").open_case(compiled(CHECKED)).id
    assert code_of(desk(journal, "bayu").do, case, actor="petugas", facts=facts) == "RUN074"
    assert journal.load(case).case.version == 1


def test_a_case_is_not_called_for_at_a_step_that_somebody_has_claimed(journal):
    case = made(journal, "tono")
    custody.claim(desk(journal, "siti"), case)
    assert code_of(calling.call, desk(journal, "bayu"), None, case) == "RUN041"
    assert code_of(calling.call, desk(journal, "siti"), None, case) == "RUN039"
