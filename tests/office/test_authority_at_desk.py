"""Authority where people are listed: steps of several, claims that lapsed, four eyes, and what stops a case."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sample import definition

from sop_engine.compiler import compile_text
from sop_engine.engine.event import EventKind
from sop_engine.failure import Failure
from sop_engine.office import Office, closing, custody, guard
from sop_engine.office.overview import overview
from sop_engine.store.journal import Entry
from sop_engine.store.sqlite import SqliteJournal

BEGIN = datetime(2026, 11, 9, 1, 0, tzinfo=UTC)
PEOPLE = """\
people: 1
persons:
  - {id: siti, name: Siti, offices: [{unit: contoh/kelurahan, actor: lurah, from: 2024-01-01}]}
  - {id: dewi, name: Dewi, offices: [{unit: contoh/kelurahan, actor: petugas, from: 2024-01-01}]}
  - {id: budi, name: Budi, offices: [{unit: contoh/kelurahan, actor: petugas, from: 2024-01-01, until: 2026-11-09}]}
  - {id: arsip, name: Arsip, offices: [{unit: contoh/kelurahan, actor: arsiparis, from: 2024-01-01}]}
  - {id: kepala, name: Kepala, steward: true}
"""
STEPS = definition("""
steps:
  - {id: ajukan, actor: pemohon, activity: Mengajukan permohonan}
  - {id: periksa, actor: petugas, activity: Memeriksa berkas}
  - {id: tinjau, actor: petugas, any_of: [lurah], with: [pemohon], four_eyes: [periksa], activity: Meninjau lokasi}
  - {id: sahkan, actor: lurah, with: [petugas], activity: Menandatangani surat izin}
""")


@pytest.fixture
def journal(tmp_path):
    journal = SqliteJournal(tmp_path / "kasus.db", create=True)
    yield journal
    journal.close()


@pytest.fixture
def listed(journal):
    journal.load_people(PEOPLE, Entry(BEGIN, "people", "kepala", None))
    return journal


@pytest.fixture
def permit():
    compiled, found = compile_text(STEPS)
    assert compiled is not None, found
    return compiled


def desk(journal, person="dewi", days=0):
    return Office(journal, person, lambda: BEGIN + timedelta(days=days))


def refused(action, *args, **named) -> Failure:
    with pytest.raises(Failure) as caught:
        action(*args, **named)
    return caught.value


def checked(journal, permit, person="dewi"):
    """A case that waits for the look at the place."""
    office = desk(journal, person)
    case = office.open_case(permit).id
    office.do(case)
    office.do(case)
    return case


def looked_at(journal, permit):
    """A case that waits for the signature."""
    case = checked(journal, permit)
    desk(journal, "budi").do(case, facts=["with=pemohon:Ibu Contoh"])
    return case


# steps of several


def test_a_step_of_several_is_not_recorded_before_all_of_them_are_named(listed, permit):
    case = looked_at(listed, permit)
    failure = refused(desk(listed, "siti").do, case)
    assert (failure.code, failure.args_of_message["ways"]) == ("RUN072", "--with petugas=…")
    assert desk(listed, "siti").show(case).open_nodes[0].id == "sahkan"
    view = desk(listed, "siti").do(case, facts=["with=petugas:dewi"])
    assert view.case.status.closed


def test_for_an_outsider_a_free_name_will_do_and_for_an_office_its_holder(listed, permit):
    case = checked(listed, permit)
    office = desk(listed, "budi")
    said = custody.together(office, office.show(case), None, ["pemohon=Ibu Contoh"])
    assert said == ("with=pemohon:Ibu Contoh",)
    assert refused(office.do, case).args_of_message["ways"] == "--with pemohon=…"
    office.do(case, facts=said)
    assert refused(custody.together, office, office.show(case), None, ["petugas=Ibu Contoh"]).code == "RUN030"
    assert refused(custody.together, office, office.show(case), None, ["petugas=siti"]).code == "RUN032"


def test_one_who_joins_in_names_who_led_and_not_himself(listed, permit):
    case = looked_at(listed, permit)
    assert refused(desk(listed).do, case).args_of_message["ways"] == "--with lurah=…"
    assert desk(listed).do(case, facts=["with=lurah:siti"]).event.actor == "petugas"


def test_an_alternative_stands_for_the_steps_own_actor(listed, permit):
    view = desk(listed).show(checked(listed, permit))
    assert guard.unnamed(view, "tinjau", "lurah") == ("pemohon",)
    assert guard.unnamed(view, "tinjau", "lurah", ["with=pemohon:Ibu Contoh"]) == ()


def test_without_a_list_nobody_has_to_be_named(journal, permit):
    case = checked(journal, permit)
    desk(journal, "budi").do(case)
    assert desk(journal, "siti").do(case).case.status.closed


# four eyes


def test_a_step_is_not_given_to_whom_it_checks(listed, permit):
    case = checked(listed, permit)
    custody.claim(desk(listed, "budi"), case)
    failure = refused(custody.reassign, desk(listed, "kepala"), case, None, "dewi")
    assert (failure.code, failure.args_of_message["person"]) == ("RUN019", "dewi")
    assert custody.reassign(desk(listed, "kepala"), case, None, "siti").case.open[0].holder == "siti"


def test_who_is_checked_cannot_claim_the_check(listed, permit):
    case = checked(listed, permit)
    assert refused(custody.claim, desk(listed), case).code == "RUN019"
    assert [each.entry.facts for each in listed.noted()][1:] == [("code=RUN019", "step=tinjau")]


def test_who_may_instead_leaves_out_who_is_checked(listed, permit):
    case = checked(listed, permit)
    allowed = refused(custody.claim, desk(listed, "kepala"), case).args_of_message["allowed"]
    assert "Budi" in allowed
    assert "Dewi" not in allowed
    seen = overview(desk(listed, "siti"), case)
    assert {each.person for each in seen.holders("tinjau")} == {"budi", "siti"}


# claims of who may do it no longer


def test_a_claim_binds_nobody_when_who_has_it_may_do_it_no_longer(listed, permit):
    office = desk(listed)
    case = office.open_case(permit).id
    office.do(case)
    custody.claim(desk(listed, "budi"), case)
    assert refused(desk(listed).do, case).code == "RUN041"
    seen = overview(desk(listed, days=1), case)
    assert seen.lapsed == {"periksa"}
    assert seen.lapsed != overview(desk(listed), case).lapsed
    view = custody.claim(desk(listed, days=1), case)
    assert (view.event.kind, view.event.fact("to"), view.event.actor) == (EventKind.REASSIGNED, "dewi", "petugas")
    assert view.case.open[0].holder == "dewi"
    assert refused(custody.claim, desk(listed, "budi", days=1), case).code == "RUN031"


def test_the_step_may_also_be_done_at_once(listed, permit):
    office = desk(listed)
    case = office.open_case(permit).id
    office.do(case)
    custody.claim(desk(listed, "budi"), case)
    assert desk(listed, days=1).do(case).open_nodes[0].id == "tinjau"


# what stops a case

STOPPING = [closing.suspend, closing.withdraw, closing.reject]


@pytest.mark.parametrize("act", STOPPING)
def test_a_steward_may_always_stop_a_case_and_the_record_says_so(listed, permit, act):
    case = checked(listed, permit)
    custody.claim(desk(listed, "budi"), case)
    event = act(desk(listed, "kepala"), case, "atas perintah").event
    assert (event.actor, event.standing, event.person) == (None, "steward", "kepala")


@pytest.mark.parametrize("act", STOPPING)
def test_nobody_stops_a_case_that_somebody_else_is_working_on(listed, permit, act):
    case = checked(listed, permit)
    custody.claim(desk(listed, "budi"), case)
    assert refused(act, desk(listed), case, "coba").code == "RUN041"
    assert act(desk(listed, "budi"), case, "kurang jelas").event.actor == "petugas"


@pytest.mark.parametrize("act", STOPPING)
def test_a_claim_that_lapsed_keeps_nobody_from_stopping_a_case(listed, permit, act):
    case = checked(listed, permit)
    custody.claim(desk(listed, "budi"), case)
    assert act(desk(listed, days=1), case, "lokasi terlarang").event.actor == "petugas"


def test_a_withdrawal_is_recorded_by_any_office_and_the_rest_by_that_of_the_step(listed, permit):
    case = looked_at(listed, permit)
    assert refused(closing.suspend, desk(listed, "tono"), case, "coba").code == "RUN030"
    assert refused(closing.reject, desk(listed, "arsip"), case, "coba").code == "RUN031"
    assert closing.withdraw(desk(listed, "arsip"), case, "pindah rumah").event.actor == "arsiparis"


def test_without_a_list_a_claim_stops_nobody(journal, permit):
    case = checked(journal, permit)
    custody.claim(desk(journal, "budi"), case)
    assert closing.suspend(desk(journal, "siti"), case, "hujan").event.person == "siti"
