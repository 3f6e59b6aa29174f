"""What each construct of the language means when a case runs, one small procedure for all."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sample import definition

from sop_engine.compiler import compile_text
from sop_engine.engine.action import Do, Escalate, Open, Resume, Skip
from sop_engine.engine.advance import advance, choices
from sop_engine.engine.case import fold
from sop_engine.engine.event import CaseStatus, EventKind
from sop_engine.engine.waiting import tasks
from sop_engine.failure import Failure

AT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)

TEXT = definition(
    """
applicants:
  baru: {name: Pemohon baru}
  lama: {name: Pemohon lama}
ends:
  ditolak: {status: rejected, text: Permohonan ditolak}
  batal: {status: withdrawn, text: Permohonan batal}
steps:
  - {id: ajukan, actor: pemohon, activity: Mengajukan permohonan}
  - {id: daftar, actor: petugas, activity: Mendaftarkan pemohon, only: [baru]}
  - id: periksa
    actor: petugas
    activity: Memeriksa berkas
    decision:
      question: Apakah berkas lengkap?
      branches:
        - {answer: lengkap}
        - answer: kurang
          to: ajukan
          reason: true
          limit: {times: 2, end: ditolak}
          deadline: {within: 7 hari kerja, end: batal}
        - answer: menunggu
          suspend: bukti pembayaran
          deadline: {within: 30 hari kerja, end: batal}
  - id: bagi
    actor: lurah
    activity: Membagi berkas
    parallel:
      - title: Telaah
        steps:
          - {id: telaah, actor: petugas, activity: Menelaah berkas}
          - {id: catat, actor: petugas, activity: Mencatat hasil, optional: apabila perlu}
      - title: Tinjau
        steps:
          - id: tinjau
            actor: lurah
            any_of: [petugas]
            activity: Meninjau lokasi
            deadline: {within: 3 hari kerja, to: lapor}
          - {id: lapor, actor: lurah, activity: Melaporkan hasil}
  - id: sahkan
    actor: lurah
    deputy: {actor: petugas, any_of: [pemohon], when: Lurah tidak di tempat}
    activity: Menandatangani surat izin
"""
)


@pytest.fixture(scope="module")
def permit():
    compiled, found = compile_text(TEXT)
    assert compiled is not None, found
    return compiled


def run(flow, *actions, case=None):
    """Return the events of actions and the case they lead to."""
    events = []
    for act in (Open(AT, "sri", "d"), *actions) if case is None else actions:
        case, event = advance(flow, case, act)
        events.append(event)
    return events, case


def do(step, answer=None, note=None, person="sri"):
    return Do(AT, person, step, answer, None, note)


def places(case):
    return [each.step for each in case.open]


def refused(flow, case, action):
    with pytest.raises(Failure) as caught:
        advance(flow, case, action)
    return caught.value.code


COMPLETE = (do("ajukan"), do("periksa", "lengkap"))


def test_a_case_is_of_one_group_and_does_the_steps_of_that_group_only(permit):
    assert refused(permit.flow(), None, Open(AT, "sri", "d")) == "RUN024"
    _, case = run(permit.flow(group="baru"), do("ajukan"))
    assert (case.group, places(case)) == ("baru", ["daftar"])
    events, case = run(permit.flow(group="lama"), do("ajukan"))
    assert (case.group, places(case)) == ("lama", ["periksa"])
    assert fold(events).group == "lama"
    with pytest.raises(Failure, match="RUN025"):
        permit.flow(group="lain")


def test_parallel_branches_open_together_and_the_last_one_passes_the_join(permit):
    flow = permit.flow(group="lama")
    events, case = run(flow, *COMPLETE, do("bagi"))
    assert places(case) == ["telaah", "tinjau"]
    assert events[-1].opens == ("telaah", "tinjau")
    events, case = run(flow, do("telaah"), Skip(AT, "sri", "catat"), do("tinjau"), case=case)
    assert places(case) == ["lapor"]
    assert [event.opens for event in events] == [("catat",), (), ("lapor",)]
    _, case = run(flow, do("lapor"), case=case)
    assert places(case) == ["sahkan"]


def test_a_limited_answer_leads_elsewhere_when_it_is_given_once_more(permit):
    flow = permit.flow(group="lama")
    back = (do("ajukan"), do("periksa", "kurang", "tanda tangan tidak ada"))
    events, case = run(flow, *back, *back)
    assert places(case) == ["ajukan"]
    assert [event.times for event in events if event.answer] == [1, 2]
    _, case = run(flow, do("ajukan"), case=case)
    assert "kurang" in [each.edge.answer for each in choices(flow, case)]
    events, case = run(flow, do("periksa", "KURANG", "masih"), case=case)
    assert (case.status, case.end) == (CaseStatus.REJECTED, "ditolak")
    assert fold([*run(flow, *back, *back, do("ajukan"))[0], *events]) == case


def test_an_answer_that_asks_for_a_reason_is_refused_without_one(permit):
    flow = permit.flow(group="lama")
    case = run(flow, do("ajukan"))[1]
    assert refused(flow, case, do("periksa", "kurang")) == "RUN018"
    back = (do("periksa", "kurang", "materai"), do("ajukan"))
    case = run(flow, *back, *back, case=case)[1]
    assert refused(flow, case, do("periksa", "kurang")) == "RUN018", "beyond its limit too"


def test_a_returned_file_may_be_late_and_a_first_one_may_not(permit):
    flow = permit.flow(group="lama")
    first = run(flow)[1]
    assert refused(flow, first, Escalate(AT, "sri", "ajukan")) == "RUN029"
    assert not any(each.late for each in choices(flow, first))
    returned = run(flow, do("ajukan"), do("periksa", "kurang", "materai"))[1]
    assert [each.edge.target for each in choices(flow, returned) if each.late] == ["end:batal"]
    (event,), case = run(flow, Escalate(AT, "sri", "ajukan"), case=returned)
    assert (event.kind, case.status) == (EventKind.ESCALATED, CaseStatus.WITHDRAWN)


def test_a_step_past_its_deadline_goes_on_inside_its_branch(permit):
    flow = permit.flow(group="lama")
    case = run(flow, *COMPLETE, do("bagi"))[1]
    _, case = run(flow, Escalate(AT, "sri", "tinjau"), case=case)
    assert places(case) == ["telaah", "lapor"]


def test_a_suspended_case_waits_and_goes_on_where_it_stands(permit):
    flow = permit.flow(group="lama")
    _, case = run(flow, do("ajukan"), do("periksa", "menunggu"))
    assert (case.status, places(case)) == (CaseStatus.SUSPENDED, ["bagi"])
    assert [each.edge.target for each in choices(flow, case)] == ["end:batal"]
    assert advance(flow, case, Escalate(AT, "sri", "bagi")).case.status is CaseStatus.WITHDRAWN
    assert refused(flow, case, do("bagi")) == "RUN027"
    (event,), case = run(flow, Resume(AT, "sri"), case=case)
    assert (event.kind, case.status, places(case)) == (EventKind.RESUMED, CaseStatus.OPEN, ["bagi"])
    assert refused(flow, case, Resume(AT, "sri")) == "RUN028"


def test_one_of_several_or_the_deputy_may_record(permit):
    flow = permit.flow(group="lama")
    case = run(flow, *COMPLETE, do("bagi"))[1]
    mine = [each for each in tasks(flow, case) if each.step.step == "tinjau"]
    assert [(each.actor, each.own) for each in mine] == [("lurah", True), ("petugas", False)]
    assert {each.activity for each in mine} == {"Meninjau lokasi"}
    event = advance(flow, case, Do(AT, "sri", "tinjau", actor="petugas")).event
    assert event.actor == "petugas"
    assert flow.node["sahkan"].performers == ("lurah", "petugas", "pemohon")
    assert refused(flow, case, Do(AT, "sri", "tinjau", actor="pemohon")) == "RUN006"


BRANCHES = definition(
    """
steps:
  - id: bagi
    actor: lurah
    activity: Membagi berkas
    parallel:
      - steps:
          - id: hitung
            actor: petugas
            activity: Menghitung retribusi
            decision:
              question: Apakah sudah dibayar?
              branches: [{answer: sudah}, {answer: belum, to: catat, suspend: bukti pembayaran}]
          - {id: catat, actor: petugas, activity: Mencatat pembayaran}
      - steps:
          - {id: tinjau, actor: petugas, activity: Meninjau lokasi, deadline: {within: 3 hari kerja, to: lapor}}
          - {id: lapor, actor: petugas, activity: Melaporkan hasil}
"""
)


def test_a_deadline_in_another_branch_does_not_end_a_suspension():
    flow = compile_text(BRANCHES)[0].flow()
    _, case = run(flow, do("bagi"), do("hitung", "belum"))
    _, case = run(flow, Escalate(AT, "sri", "tinjau"), case=case)
    assert (case.status, sorted(places(case))) == (CaseStatus.SUSPENDED, ["catat", "lapor"])
    assert refused(flow, case, do("catat")) == "RUN027"


TWO_DEADLINES = definition(
    """
ends:
  batal: {status: withdrawn, text: Batal}
  kedaluwarsa: {status: withdrawn, text: Kedaluwarsa}
steps:
  - {id: ajukan, actor: pemohon, activity: Mengajukan, deadline: {within: 1 hari kerja, end: kedaluwarsa}}
  - id: periksa
    actor: petugas
    activity: Memeriksa berkas
    decision:
      question: Apakah lengkap?
      branches:
        - {answer: ya}
        - {answer: tidak, to: ajukan, deadline: {within: 7 hari kerja, end: batal}}
"""
)


def test_of_two_deadlines_that_of_the_answer_comes_first_unless_the_other_is_named():
    flow = compile_text(TWO_DEADLINES)[0].flow()
    case = run(flow, do("ajukan"), do("periksa", "tidak"))[1]
    assert [each.edge.target for each in choices(flow, case) if each.late] == ["end:batal", "end:kedaluwarsa"]
    assert advance(flow, case, Escalate(AT, "sri", "ajukan")).case.end == "batal"
    assert advance(flow, case, Escalate(AT, "sri", "ajukan", to="end:kedaluwarsa")).case.end == "kedaluwarsa"
    assert refused(flow, case, Escalate(AT, "sri", "ajukan", to="end:selesai")) == "RUN029"


FOR_ONE_GROUP = """
applicants: {baru: {name: Baru}, lama: {name: Lama}}
ends: {batal: {status: withdrawn, text: Batal}}
steps:
  - {id: ajukan, actor: pemohon, activity: Mengajukan permohonan}
  - id: periksa
    actor: petugas
    activity: Memeriksa berkas
    decision:
      question: Apakah lengkap?
      branches: [{answer: ya, to: sahkan}, {answer: tunggu, to: tambah, %s}]
  - {id: tambah, actor: pemohon, activity: Menambah berkas, only: [baru]%s}
  - {id: sahkan, actor: lurah, activity: Menandatangani surat}
"""


def test_what_waits_at_a_step_that_a_group_does_not_have_waits_at_the_next():
    compiled, found = compile_text(definition(FOR_ONE_GROUP % ("deadline: {within: 7 hari kerja, end: batal}", "")))
    assert compiled is not None, found
    flow = compiled.flow(group="lama")
    case = run(flow, do("ajukan"), do("periksa", "tunggu"))[1]
    assert [(each.node.id, each.edge.target) for each in choices(flow, case) if each.late] == [("sahkan", "end:batal")]


def test_a_suspension_that_a_group_would_lose_is_refused():
    found = compile_text(definition(FOR_ONE_GROUP % ("suspend: surat", ", skip_to: ajukan") + "    end: selesai\n"))[1]
    assert "SOP088" not in {each.code for each in found}
    last = FOR_ONE_GROUP.partition("  - {id: sahkan")[0].replace("to: sahkan", "end: selesai")
    found = compile_text(definition(last % ("suspend: surat", "")))[1]
    assert "SOP088" in {each.code for each in found}
