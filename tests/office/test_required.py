"""A step that requires papers: it goes on when they are there; the file can be returned, refused and ended without."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sample import definition

from sop_engine.compiler import compile_text
from sop_engine.failure import Failure
from sop_engine.office import Office
from sop_engine.office.papers import check, checklist, facts
from sop_engine.store.sqlite import SqliteJournal

TEXT = definition("""
requirements:
  - {id: surat, text: Surat permohonan}
  - {id: ktp, text: KTP, parts: [{text: KTP suami}, {text: KTP istri}]}
ends:
  batal: {status: withdrawn, text: Permohonan batal}
  ditolak: {status: rejected, text: Permohonan ditolak}
steps:
  - {id: ajukan, actor: pemohon, activity: Mengajukan permohonan, requires: [ktp]}
  - id: periksa
    actor: petugas
    activity: Memeriksa berkas
    requires: [ktp]
    decision:
      question: Bagaimana berkasnya?
      branches:
        - {answer: lengkap}
        - {answer: kurang, to: ajukan, limit: {times: 1, to: terbitkan}}
        - {answer: susulan, to: lengkapi}
        - {answer: tolak, to: susun}
        - {answer: batal, end: batal}
        - {answer: mulai lagi, to: periksa}
  - {id: terbitkan, actor: petugas, activity: Menerbitkan surat, end: selesai}
  - {id: lengkapi, actor: pemohon, activity: Melengkapi berkas, next: periksa}
  - {id: susun, actor: petugas, activity: Menyusun surat penolakan, end: ditolak}
""")


@pytest.fixture
def office(tmp_path):
    journal = SqliteJournal(tmp_path / "kasus.db", create=True)
    yield Office(journal, "sari", lambda: datetime(2026, 3, 2, 2, 0, tzinfo=UTC))
    journal.close()


@pytest.fixture
def case(office):
    """Return a case at the step that requires what is missing."""
    compiled, found = compile_text(TEXT)
    assert compiled is not None, found
    papers = facts(checklist(compiled.definition), (), ["ktp.2"], complete=False)
    case = office.open_case(compiled, papers=papers).id
    office.do(case, "ajukan")
    return case


def refused(office: Office, case: str, answer: str) -> Failure:
    with pytest.raises(Failure) as caught:
        office.do(case, "periksa", answer=answer)
    return caught.value


def test_it_does_not_go_on_while_a_part_of_a_paper_is_missing_and_says_how_it_does(office, case):
    failure = refused(office, case, "Lengkap")
    assert failure.code == "RUN057"
    assert "KTP istri (ktp.2)" in failure.message("id")
    assert f"sop case check {case} --have ktp.2" in failure.message("en")
    check(office, case, have=["ktp.2"])
    assert office.do(case, "periksa", answer="lengkap").open_nodes[0].id == "terbitkan"


@pytest.mark.parametrize("answer", ["kurang", "susulan", "tolak", "batal", "mulai lagi"])
def test_what_is_missing_may_be_why_it_is_returned_refused_or_ended(office, case, answer):
    assert office.do(case, "periksa", answer=answer).case.version == 3


def test_an_answer_beyond_its_limit_is_still_the_return_that_it_was(office, case):
    office.do(case, "periksa", answer="kurang")
    office.do(case, "ajukan")
    assert office.do(case, "periksa", answer="kurang").open_nodes[0].id == "terbitkan"


def test_what_the_procedure_refuses_is_told_as_that(office, case):
    assert refused(office, case, "entah").code == "RUN008"


def test_a_paper_that_the_step_does_not_ask_for_holds_nothing_up(office, case):
    check(office, case, have=["ktp"], lacks=["surat"])
    assert office.do(case, "periksa", answer="lengkap").case.incomplete
