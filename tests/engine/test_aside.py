"""What is done beside the procedure: when it is allowed, when it is refused, and what it leaves as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sample import definition

from sop_engine.compiler import compile_text
from sop_engine.engine.action import (
    Called,
    Check,
    Claim,
    Close,
    Comment,
    Correct,
    Do,
    Escalate,
    Open,
    Reassign,
    Recall,
    Recount,
    Release,
    Resume,
    Suspend,
    Warn,
)
from sop_engine.engine.advance import advance
from sop_engine.engine.case import fold
from sop_engine.engine.event import CaseStatus, EventKind
from sop_engine.engine.waiting import tasks
from sop_engine.failure import Failure
from sop_engine.flow import Call

AT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
TEXT = definition(
    """
ends:
  ditolak: {status: rejected, text: Permohonan ditolak}
  batal: {status: withdrawn, text: Permohonan batal}
  gugur: {status: withdrawn, text: Permohonan gugur}
steps:
  - {id: ajukan, actor: pemohon, activity: Mengajukan permohonan}
  - id: periksa
    actor: petugas
    activity: Memeriksa berkas
    decision:
      question: Apakah berkas lengkap?
      branches:
        - {answer: lengkap}
        - {answer: kurang, to: ajukan, limit: {times: 2, end: batal}}
        - {answer: menunggu, suspend: pembayaran, deadline: {within: 5 hari kerja, end: gugur}}
  - id: bagi
    actor: lurah
    activity: Membagi berkas
    parallel:
      - steps: [{id: telaah, actor: petugas, activity: Menelaah berkas}]
      - steps: [{id: tinjau, actor: petugas, activity: Meninjau lokasi}]
  - {id: sahkan, actor: lurah, activity: Menandatangani surat izin}
"""
)


@pytest.fixture(scope="module")
def flow():
    compiled, found = compile_text(TEXT)
    assert compiled is not None, found
    return compiled.flow()


class Told:
    """A case and its record, a minute for each event."""

    def __init__(self, flow, *actions):
        self.flow, self.case, self.events = flow, None, []
        self.do(Open(AT, "sri", "d"))
        for each in actions:
            self.do(each)

    def do(self, action):
        if not isinstance(action, Open):
            action = action._replace(at=AT + timedelta(minutes=len(self.events)))
        self.case, event = advance(self.flow, self.case, action)
        self.events.append(event)
        assert fold(self.events) == self.case
        return event

    def refused(self, action) -> str:
        with pytest.raises(Failure) as caught:
            advance(self.flow, self.case, action)
        assert caught.value.message("id") != caught.value.message("en")
        return caught.value.code

    def recall(self, about: int | None = None):
        about = about or self.case.recallable or 1
        return Recall(AT, "sri", about, fold(self.events[: about - 1]) or self.case)

    @property
    def places(self):
        return [each.step for each in self.case.open]


def do(step, answer=None):
    return Do(AT, "sri", step, answer)


HANDED_IN = (do("ajukan"),)
SPLIT = (do("ajukan"), do("periksa", "lengkap"), do("bagi"))
BESIDE = {
    "claim": Claim(AT, "sri", "periksa"),
    "release": Release(AT, "sri", "periksa"),
    "reassign": Reassign(AT, "sri", "periksa", "budi"),
    "called": Called(AT, "sri", "periksa", "lain-2026-0001"),
    "suspend": Suspend(AT, "sri", "bencana"),
    "resume": Resume(AT, "sri"),
    "check": Check(AT, "sri", True, facts=("have=surat",)),
    "warn": Warn(AT, "sri", "promise"),
    "comment": Comment(AT, "sri", "catatan"),
    "correct": Correct(AT, "sri", 1, "salah tulis"),
    "recount": Recount(AT, "sri", None, facts=("calendar=4",)),
    "withdraw": Close(AT, "sri", CaseStatus.WITHDRAWN, "tidak jadi"),
    "reject": Close(AT, "sri", CaseStatus.REJECTED, "tidak berwenang"),
}
SAID = {"comment", "correct"}


@pytest.mark.parametrize("name", BESIDE)
def test_after_the_end_only_words_are_added(flow, name):
    told = Told(flow, *HANDED_IN, Close(AT, "sri", CaseStatus.REJECTED, "x"))
    before = told.case
    if name in SAID:
        told.do(BESIDE[name])
        assert told.case._replace(version=before.version) == before
    else:
        assert told.refused(BESIDE[name]) == ("RUN028" if name == "resume" else "RUN003")


@pytest.mark.parametrize("name", BESIDE)
def test_while_a_case_is_suspended_nobody_takes_its_steps(flow, name):
    told = Told(flow, *HANDED_IN, Suspend(AT, "sri", "bencana"))
    if name in {"claim", "release", "reassign", "called", "suspend"}:
        assert told.refused(BESIDE[name]) == "RUN027"
        return
    told.do(BESIDE[name])
    assert (told.case.status is CaseStatus.SUSPENDED) == (name not in {"resume", "withdraw", "reject"})


@pytest.mark.parametrize("name", [name for name in BESIDE if name not in {"suspend", "withdraw", "reject", "resume"}])
def test_what_stands_beside_the_procedure_moves_nothing(flow, name):
    told = Told(flow, *HANDED_IN)
    if name in {"release", "called"}:
        assert told.refused(BESIDE[name]) == ("RUN035" if name == "release" else "RUN039")
        return
    before = told.case
    event = told.do(BESIDE[name])
    assert (told.places, told.case.status, event.opens, event.end) == (["periksa"], before.status, (), None)
    assert [each.step.step for each in tasks(flow, told.case)] == ["periksa"]


@pytest.mark.parametrize("name", ["suspend", "withdraw", "reject", "correct", "comment"])
@pytest.mark.parametrize("note", ["", None])
def test_without_a_reason_it_is_refused(flow, name, note):
    assert Told(flow, *HANDED_IN).refused(BESIDE[name]._replace(note=note)) == "RUN042"


def test_a_paper_alone_is_a_comment_too(flow):
    event = Told(flow).do(Comment(AT, "sri", None, facts=("file=ab 3 surat.pdf",)))
    assert (event.kind, event.facts) == (EventKind.COMMENTED, ("file=ab 3 surat.pdf",))


@pytest.mark.parametrize("about", [0, -1, 3])
def test_only_what_happened_can_be_put_right(flow, about):
    told = Told(flow, *HANDED_IN)
    assert told.refused(Correct(AT, "sri", about, "salah")) == "RUN038"
    assert told.do(Correct(AT, "sri", 2, "salah")).about == 2


def test_a_step_is_claimed_by_one_and_given_back_or_on(flow):
    told = Told(flow, *SPLIT, Claim(AT, "sri", "telaah"))
    assert told.case.waiting("telaah").holder == "sri"
    assert told.case.waiting("tinjau").holder is None
    for person in ("sri", "budi"):
        assert told.refused(Claim(AT, person, "telaah")) == "RUN041"
    told.do(Reassign(AT, "sri", "telaah", "budi"))
    assert told.case.waiting("telaah").holder == "budi"
    told.do(Release(AT, "budi", "telaah"))
    assert told.case.waiting("telaah").holder is None
    assert told.refused(Release(AT, "budi", "telaah")) == "RUN035"
    assert told.refused(Claim(AT, "sri", "sahkan")) == "RUN005"
    assert told.refused(Claim(AT, "sri", "entah")) == "RUN004"


def test_a_step_that_opens_again_is_in_nobodys_hands(flow):
    told = Told(flow, Claim(AT, "sri", "ajukan"), do("ajukan"), do("periksa", "kurang"))
    assert told.case.waiting("ajukan").holder is None


@pytest.mark.parametrize("status", [CaseStatus.REJECTED, CaseStatus.WITHDRAWN])
def test_a_case_that_is_closed_beside_its_procedure_reaches_none_of_its_ends(flow, status):
    case = Told(flow, *SPLIT, Close(AT, "sri", status, "x")).case
    assert (case.status, case.end, case.open, case.clock) == (status, None, (), "none")


def test_going_on_ends_the_time_set_for_the_waiting(flow):
    told = Told(flow, *HANDED_IN, do("periksa", "menunggu"))
    assert told.case.open[0].via == ("periksa", "menunggu")
    event = told.do(Resume(AT, "sri"))
    assert (event.opens, told.case.open[0].via, told.case.open[0].since) == (("bagi",), None, event.at)
    assert told.refused(Escalate(AT, "sri", "bagi")) == "RUN029"


def test_a_case_that_was_suspended_by_hand_goes_on_with_its_steps_as_they_were(flow):
    told = Told(flow, *SPLIT, Claim(AT, "sri", "telaah"))
    before = told.case.open
    told.do(Suspend(AT, "sri", "bencana"))
    assert (told.case.clock, tasks(flow, told.case)) == ("none", ())
    told.do(Resume(AT, "sri"))
    assert (told.case.open, told.case.clock) == (before, "office")


WAYS = {
    "along": SPLIT[:2],
    "into branches": SPLIT,
    "in a branch": (*SPLIT, do("telaah")),
    "over a join": (*SPLIT, do("telaah"), do("tinjau")),
    "back, counted": (*HANDED_IN, do("periksa", "kurang"), do("ajukan"), do("periksa", "kurang")),
    "into suspension": (*HANDED_IN, do("periksa", "menunggu")),
    "of a claimed step": (*HANDED_IN, Claim(AT, "sri", "periksa"), do("periksa", "lengkap")),
    "handing in": HANDED_IN,
}


@pytest.mark.parametrize("way", WAYS)
def test_a_recalled_step_leaves_the_case_where_it_was(flow, way):
    *before, last = WAYS[way]
    told = Told(flow, *before)
    stood = told.case
    told.do(last)
    told.do(Warn(AT, "sri", "promise"))
    told.do(Comment(AT, "sri", "sudah dibaca"))
    event = told.do(told.recall())
    assert (event.kind, event.about) == (EventKind.RECALLED, len(before) + 2)
    assert told.case._replace(version=0, recallable=None, warned=()) == stood._replace(version=0, recallable=None)
    assert tasks(flow, told.case) == tasks(flow, stood)
    assert told.refused(told.recall(event.about)) == "RUN036"
    again = told.do(last._replace(person="budi"))
    assert (again.opens, again.times, told.case.status) == (
        told.events[event.about - 1].opens,
        told.events[event.about - 1].times,
        told.events[event.about - 1].status,
    )


@pytest.mark.parametrize("name", ["claim", "reassign", "suspend", "check", "correct", "recount"])
def test_what_somebody_went_on_from_is_not_taken_back(flow, name):
    told = Told(flow, *HANDED_IN)
    recall = told.recall()
    told.do(BESIDE[name])
    assert told.refused(recall) == "RUN036"


def test_an_end_is_not_taken_back_nor_what_was_never_done(flow):
    told = Told(flow)
    assert told.refused(told.recall(1)) == "RUN036"
    told = Told(flow, *SPLIT, do("telaah"), do("tinjau"))
    before = told.recall()
    told.do(do("sahkan"))
    assert told.refused(before) == "RUN003"


def test_a_time_that_was_told_stays_told_when_a_step_of_another_branch_is_taken_back(flow):
    told = Told(flow, *SPLIT, do("telaah"), Warn(AT, "sri", "time", "tinjau"))
    told.do(told.recall())
    assert told.places == ["telaah", "tinjau"]
    assert told.case.waiting("tinjau").warned == ("time",)


class TestTheStartOfThePromisedTime:
    """``from: requirements_complete``."""

    def test_from_the_complete_file_that_is_handed_in(self, flow):
        told = Told(flow)
        assert not told.case.started
        assert told.do(do("ajukan")).starts == 1
        assert told.do(do("periksa", "lengkap")).starts is None

    def test_from_the_check_where_the_file_was_not_complete(self, flow):
        told = Told(flow)
        told.do(Check(AT, "sri", False, facts=("lacks=surat",)))
        assert told.do(do("ajukan")).starts is None
        event = told.do(Check(AT, "sri", True, facts=("have=surat",)))
        assert (event.starts, told.case.started, told.case.incomplete) == (1, True, False)
        assert told.do(Check(AT, "sri", True, facts=("have=surat",))).starts is None, "it has begun"

    def test_stands_where_something_turns_out_to_be_missing_and_the_clock_is_the_applicants(self, flow):
        told = Told(flow, *HANDED_IN, Warn(AT, "sri", "promise"))
        event = told.do(Check(AT, "sri", False, "KTP buram", facts=("lacks=surat",)))
        assert (event.starts, event.clock) == (None, "applicant")
        assert (told.case.started, told.case.incomplete, told.case.warned) == (True, True, ("promise",))
        event = told.do(Check(AT, "sri", True, facts=("have=surat",)))
        assert (event.starts, event.clock, told.case.incomplete) == (None, "office", False)

    def test_who_stops_the_clock_says_why(self, flow):
        lacking = Check(AT, "sri", False, facts=("lacks=surat",))
        told = Told(flow, *HANDED_IN)
        assert told.refused(lacking) == "RUN042"
        told.do(lacking._replace(note="KTP buram"))
        assert told.do(lacking).clock is None, "it stands still already"

    def test_a_step_done_while_papers_are_missing_leaves_the_clock_with_the_applicant(self, flow):
        told = Told(flow, *HANDED_IN, Check(AT, "sri", False, "KTP buram", facts=("lacks=surat",)))
        assert told.do(do("periksa", "lengkap")).clock is None
        assert told.case.clock == "applicant"
        told.do(Suspend(AT, "sri", "x"))
        assert told.case.clock == "none"
        assert told.do(Resume(AT, "sri")).clock == "applicant"

    def test_anew_where_the_file_was_returned_to_be_completed(self, flow):
        told = Told(flow, *HANDED_IN, Warn(AT, "sri", "promise"))
        assert told.do(do("periksa", "kurang")).starts is None
        assert told.do(do("ajukan")).starts == 1
        assert told.case.warned == (), "it is told again in the new count"

    def test_when_a_case_goes_on_that_became_complete_while_it_stood_still(self, flow):
        told = Told(flow, Check(AT, "sri", False, facts=("lacks=surat",)), do("ajukan"), Suspend(AT, "sri", "x"))
        assert told.do(Check(AT, "sri", True, facts=("have=surat",))).starts is None
        assert told.do(Resume(AT, "sri")).starts == 1

    def test_not_when_a_case_goes_on_that_had_begun(self, flow):
        assert Told(flow, *HANDED_IN, Suspend(AT, "sri", "x")).do(Resume(AT, "sri")).starts is None

    def test_from_the_opening_where_the_document_says_so(self):
        assert "from: requirements_complete" in TEXT
        compiled, found = compile_text(TEXT.replace("from: requirements_complete", "from: submitted"))
        assert compiled is not None, found
        told = Told(compiled.flow())
        assert told.events[0].starts == 1
        for action in (
            Check(AT, "sri", False, facts=("lacks=surat",)),
            *HANDED_IN,
            do("periksa", "kurang"),
            do("ajukan"),
        ):
            assert told.do(action).starts is None


def test_a_called_case_is_remembered_by_its_step(flow):
    called = flow.node["periksa"]._replace(call=Call("lain", None))
    nodes = tuple(called if node.id == "periksa" else node for node in flow.nodes)
    told = Told(replace(flow, nodes=nodes), *HANDED_IN, Called(AT, "sri", "periksa", "lain-2026-0001"))
    assert told.case.waiting("periksa").called == "lain-2026-0001"
    assert told.events[-1].facts == ("called=lain-2026-0001",)
