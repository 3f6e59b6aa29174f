"""The requirements held against what was handed in: what follows of the rest, and when the promised time begins."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sample import definition

from sop_engine.compiler import compile_text
from sop_engine.failure import Failure
from sop_engine.office import Office
from sop_engine.office.explain import explain
from sop_engine.office.papers import check, checked, checklist, facts
from sop_engine.store.sqlite import SqliteJournal

TEXT = definition("""
applicants: {baru: {name: Pemohon baru}, lama: {name: Pemohon lama}}
steps:
  - {id: terima, actor: petugas, activity: Menerima permohonan}
sla: {within: 5 hari kerja}
""").replace(
    "requirements:",
    """requirements:
  - {id: ktp, text: KTP, original: true, copies: 2}
  - {id: kuasa, text: Surat kuasa, when: dikuasakan}
  - {id: bukti, text: Bukti alamat, one_of: [{text: Rekening listrik}, {text: Surat RT}]}
  - {id: usaha, text: Berkas usaha, parts: [{text: NIB}, {text: NPWP}]}
  - {id: lama, text: Izin lama, only: [lama]}
""",
    1,
)


@pytest.fixture
def compiled():
    compiled, found = compile_text(TEXT)
    assert compiled is not None, found
    return compiled


@pytest.fixture
def wanted(compiled):
    return [each for each in checklist(compiled.definition, "baru") if each.key not in ("surat", "lama")]


def said(wanted, have=(), lacks=(), complete=False, before=None):
    """Return what is there and what is missing, by what the facts of a check say."""
    told = facts(wanted, have, lacks, complete=complete, before=before)
    return (
        {each.removeprefix("have=") for each in told if each.startswith("have=")},
        {each.removeprefix("lacks=") for each in told if each.startswith("lacks=")},
    )


def test_a_group_is_asked_for_its_own_papers_only(compiled):
    assert "lama" not in {each.key for each in checklist(compiled.definition, "baru")}
    assert "lama" in {each.key for each in checklist(compiled.definition, "lama")}


def test_what_is_asked_of_a_paper_is_in_the_checklist(wanted):
    by_key = {each.key: each for paper in wanted for each in paper.every}
    assert (by_key["ktp"].original, by_key["ktp"].copies) == (True, 2)
    assert (by_key["bukti"].enough, by_key["usaha"].enough) == (True, False)
    assert by_key["usaha.2"].text == "NPWP"


def test_where_nothing_is_said_nothing_is_recorded(wanted):
    assert facts(wanted, (), (), complete=False) == ()


def test_complete_means_all_but_what_is_asked_for_in_some_cases(wanted):
    assert said(wanted, complete=True) == ({"ktp", "bukti", "usaha"}, set())


def test_what_is_named_leaves_the_rest_missing(wanted):
    assert said(wanted, have=["ktp", "bukti.2"]) == ({"ktp", "bukti.2"}, {"usaha"})


def test_what_is_missing_leaves_the_rest_there(wanted):
    assert said(wanted, lacks=["ktp"]) == ({"bukti", "usaha"}, {"ktp"})


@pytest.mark.parametrize(
    ("piece", "enough"), [("ktp", True), ("ktp:asli+2", True), ("ktp:asli+1", False), ("ktp+2", False)]
)
def test_fewer_copies_than_asked_or_no_original_is_missing(wanted, piece, enough):
    there, missing = said(wanted, have=[piece, "bukti", "usaha"])
    assert piece in there
    assert (missing == set()) is enough


def test_of_parts_that_are_all_asked_for_the_unnamed_ones_are_missing(wanted):
    assert said(wanted, have=["ktp", "bukti", "usaha.1"])[1] == {"usaha.2"}


def test_one_of_several_is_enough(wanted):
    assert said(wanted, have=["ktp", "usaha", "bukti.1"])[1] == set()


def test_a_later_check_keeps_what_was_there_before(wanted):
    class Told:
        def __init__(self, told):
            self.told = told

        def all_facts(self, name):
            return tuple(each.partition("=")[2] for each in self.told if each.startswith(f"{name}="))

    first = facts(wanted, ["ktp"], (), complete=False)
    second = facts(wanted, ["bukti"], (), complete=False, before=checked([Told(first)]))
    assert {each for each in second if each.startswith("lacks=")} == {"lacks=usaha"}
    third = facts(wanted, (), (), complete=True, before=checked([Told(second)]))
    assert set(third) == {"have=ktp", "have=bukti", "have=usaha"}
    taken_back = facts(wanted, (), ["ktp"], complete=False, before=checked([Told(third)]))
    assert set(taken_back) == {"lacks=ktp", "have=bukti", "have=usaha"}


def test_a_paper_that_nobody_asks_for_is_refused_with_the_one_that_was_meant(wanted):
    with pytest.raises(Failure) as caught:
        facts(wanted, ["kpt"], (), complete=False)
    assert caught.value.code == "RUN045"
    assert "maksudnya `ktp`?" in caught.value.message("id")


def test_complete_and_something_missing_contradict_each_other(wanted):
    with pytest.raises(Failure) as caught:
        facts(wanted, (), ["ktp"], complete=True)
    assert caught.value.code == "USE048"


def test_the_promised_time_begins_when_the_file_is_complete(compiled, tmp_path):
    now = [datetime(2026, 3, 2, 2, 0, tzinfo=UTC)]
    journal = SqliteJournal(tmp_path / "kasus.db", create=True)
    office = Office(journal, "sari", lambda: now[0])
    papers = facts(checklist(compiled.definition, "baru"), (), ["ktp"], complete=False)
    case = office.open_case(compiled, None, None, "baru", papers=papers)
    assert case.case.incomplete
    assert not case.case.started
    now[0] += timedelta(days=3)
    assert not check(office, case.id, lacks=["ktp"]).case.started
    now[0] += timedelta(days=1)
    complete = check(office, case.id, note="disusulkan")
    assert (complete.case.started, complete.case.incomplete) == (True, False)
    assert complete.record.state.clocks.started == now[0]
    assert complete.event.note == "disusulkan"
    assert office.history(case.id).broken_at is None
    journal.close()


def test_what_turns_out_to_be_missing_stops_the_clock_and_takes_no_day_back(compiled, tmp_path):
    now = [datetime(2026, 3, 2, 2, 0, tzinfo=UTC)]
    journal = SqliteJournal(tmp_path / "kasus.db", create=True)
    office = Office(journal, "sari", lambda: now[0])
    papers = facts(checklist(compiled.definition, "baru"), (), (), complete=True)
    case = office.open_case(compiled, None, None, "baru", papers=papers)
    assert case.record.state.dues.case is not None
    begun = now[0]
    now[0] += timedelta(days=1)
    with pytest.raises(Failure) as caught:
        check(office, case.id, lacks=["ktp"])
    assert caught.value.code == "RUN042"
    stopped = check(office, case.id, lacks=["ktp"], note="KTP buram")
    assert (stopped.case.clock, stopped.case.started, stopped.record.state.dues.case) == ("applicant", True, None)
    now[0] += timedelta(days=7)
    again = check(office, case.id, have=["ktp"])
    assert (again.case.clock, again.record.state.clocks.started) == ("office", begun)
    assert again.record.state.clocks.promise.working_days == 1
    assert again.record.state.dues.case == case.record.state.dues.case + timedelta(days=7)
    told = explain(office, case.id).told
    assert [(each.holder, each.papers) for each in told.stints] == [
        ("office", False),
        ("applicant", True),
        ("office", False),
    ]
    assert office.history(case.id).broken_at is None
    journal.close()
