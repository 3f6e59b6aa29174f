"""What an officer does with the whole language: groups, parallel branches, deadlines, suspension, four eyes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from inboxes import inbox
from sample import definition

from sop_engine.compiler import compile_text
from sop_engine.engine.event import CaseStatus
from sop_engine.failure import Failure
from sop_engine.office import Office
from sop_engine.store.sqlite import SqliteJournal

TEXT = definition(
    """
applicants: {baru: {name: Pemohon baru}, lama: {name: Pemohon lama}}
ends:
  batal: {status: withdrawn, text: Permohonan batal}
steps:
  - {id: ajukan, actor: pemohon, activity: Mengajukan permohonan}
  - {id: daftar, actor: petugas, activity: Mendaftarkan pemohon, only: [baru]}
  - id: bagi
    actor: lurah
    activity: Membagi berkas
    parallel:
      - steps:
          - {id: susun, actor: petugas, activity: Menyusun surat izin}
          - id: uji
            actor: petugas
            activity: Menguji surat izin
            decision: {question: Apakah baik?, branches: [{answer: baik}, {answer: belum, to: susun}]}
      - steps:
          - {id: tinjau, actor: petugas, activity: Meninjau lokasi}
  - id: sahkan
    actor: lurah
    activity: Menandatangani surat izin
    four_eyes: [susun]
    deadline: {within: 3 hari kerja, end: batal}
    decision:
      question: Apakah disetujui?
      branches:
        - {answer: setuju}
        - {answer: ulang, to: bagi}
        - {answer: menunggu, to: sahkan, suspend: pembayaran}
"""
)


@pytest.fixture
def journal(tmp_path):
    journal = SqliteJournal(tmp_path / "kasus.db", create=True)
    yield journal
    journal.close()


def desk(journal, person="sari", days=0):
    return Office(journal, person, lambda: datetime(2026, 3, 2, 1, 0, tzinfo=UTC) + timedelta(days))


def opened(journal, group="lama"):
    compiled, found = compile_text(TEXT)
    assert compiled is not None, found
    case = desk(journal).open_case(compiled, group=group).id
    desk(journal).do(case, "ajukan")
    return case


def ways(history):
    return {(edge.source, edge.target) for edge in history.walked}


def refused(action, *args, **named):
    with pytest.raises(Failure) as caught:
        action(*args, **named)
    return caught.value.code


def test_a_case_is_opened_for_a_group_and_stays_with_it(journal):
    case = opened(journal, "baru")
    assert [each.step for each in desk(journal).show(case).case.open] == ["daftar"]
    case = opened(journal, "lama")
    assert [each.step for each in desk(journal).show(case).case.open] == ["bagi"]
    assert desk(journal).history(case).broken_at is None


def test_branches_wait_together_and_a_return_in_one_leaves_the_other(journal):
    case, office = opened(journal), desk(journal)
    office.do(case, "bagi")
    assert sorted(task.step for task in inbox(office, "petugas")) == ["susun", "tinjau"]
    assert refused(office.do, case) == "RUN012"
    for step, answer in (("tinjau", None), ("susun", None), ("uji", "belum")):
        office.do(case, step, answer=answer)
    history = office.history(case)
    assert history.done == {"ajukan", "bagi", "tinjau"}
    assert ("tinjau", "join:bagi") in ways(history)
    assert ("uji", "join:bagi") not in ways(history)
    office.do(case, "susun")
    view = office.do(case, "uji", answer="baik")
    assert [each.step for each in view.case.open] == ["sahkan"]
    assert {("uji", "join:bagi"), ("join:bagi", "sahkan")} <= ways(office.history(case))


def test_a_case_that_leaves_nested_blocks_at_once_went_over_both_joins(journal):
    text = TEXT.replace(
        "          - {id: tinjau, actor: petugas, activity: Meninjau lokasi}\n",
        "          - id: tinjau\n            actor: petugas\n            activity: Meninjau lokasi\n"
        "            parallel:\n"
        "              - steps: [{id: ukur, actor: petugas, activity: Mengukur lokasi}]\n"
        "              - steps: [{id: foto, actor: petugas, activity: Memotret lokasi}]\n",
    )
    compiled, found = compile_text(text)
    assert compiled is not None, found
    office = desk(journal)
    case = office.open_case(compiled, group="lama").id
    for step, answer in (("ajukan", None), ("bagi", None), ("tinjau", None), ("ukur", None), ("foto", None)):
        office.do(case, step, answer=answer)
    assert ("join:tinjau", "join:bagi") in ways(office.history(case))
    assert ("join:bagi", "sahkan") not in ways(office.history(case))


def test_a_return_before_the_split_opens_all_its_branches_anew(journal):
    case, office = opened(journal), desk(journal)
    for step, answer in (("bagi", None), ("susun", None), ("uji", "baik"), ("tinjau", None)):
        office.do(case, step, answer=answer)
    desk(journal, "budi").do(case, "sahkan", answer="ulang")
    history = office.history(case)
    assert history.done == {"ajukan"}
    assert ways(history) == {("ajukan", "bagi"), ("sahkan", "bagi")}
    office.do(case, "bagi")
    assert sorted(each.step for each in office.show(case).case.open) == ["susun", "tinjau"]
    again = {("ajukan", "bagi"), ("sahkan", "bagi"), ("bagi", "susun"), ("bagi", "tinjau")}
    assert ways(office.history(case)) == again


def test_whoever_made_it_may_not_check_it(journal):
    case, office = opened(journal), desk(journal)
    for step, answer in (("bagi", None), ("susun", None), ("uji", "baik"), ("tinjau", None)):
        office.do(case, step, answer=answer)
    assert refused(office.do, case, "sahkan", answer="setuju") == "RUN019"
    assert desk(journal, "budi").do(case, "sahkan", answer="setuju").case.status is CaseStatus.FINISHED


def test_a_suspended_case_waits_in_no_inbox_and_its_deadline_may_pass(journal):
    case, office = opened(journal), desk(journal, "budi")
    for step, answer in (("bagi", None), ("susun", None), ("uji", "baik"), ("tinjau", None)):
        desk(journal).do(case, step, answer=answer)
    view = office.do(case, "sahkan", answer="menunggu")
    assert (view.case.status, view.awaits) == (CaseStatus.SUSPENDED, "pembayaran")
    assert inbox(office) == ()
    assert office.awaited() == ()
    assert refused(office.do, case, "sahkan", answer="setuju") == "RUN027"
    assert office.resume(case).case.status is CaseStatus.OPEN
    assert [task.step for task in inbox(office, "lurah")] == ["sahkan"]
    office.do(case, "sahkan", answer="menunggu")
    assert refused(office.do, case, "sahkan", escalate=True) == "RUN044"
    # opened on a Monday: three working days are over when Friday begins in Jakarta, at 17.00 in Greenwich
    view = desk(journal, "budi", 3 + 16 / 24).do(case, "sahkan", escalate=True)
    assert (view.case.status, view.case.end) == (CaseStatus.WITHDRAWN, "batal")
    assert "sahkan" in office.history(case).skipped
    assert refused(office.resume, case) == "RUN028"
