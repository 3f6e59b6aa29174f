"""The clocks of random cases, and of cases whose days can be counted on one's fingers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from desks import courses, some
from hypothesis import given
from procedures import PERSON
from sample import definition

from sop_engine.calendar import NOTHING, of_unit
from sop_engine.compiler import compile_text
from sop_engine.duration import Duration, Unit
from sop_engine.engine.action import Do, Escalate, Open, Recall, Resume, Suspend
from sop_engine.engine.advance import advance
from sop_engine.engine.clock import clocks_of, run
from sop_engine.engine.deadline import Promised, Time, alarms, dues, times_of
from sop_engine.flow import Whose

CALENDAR = of_unit(None, 4)


@some
@given(courses())
def test_office_applicant_and_nobody_have_used_together_the_time_that_passed(course):
    clocks = clocks_of(course.events, CALENDAR)
    for later in (timedelta(0), timedelta(days=23, hours=5)):
        until = clocks.until(course.now + later, CALENDAR)
        used = until.office.plus(until.applicant).plus(until.idle)
        assert used == CALENDAR.tally(course.events[0].at, course.now + later)


@some
@given(courses())
def test_clocks_go_on_event_by_event_and_never_backwards(course):
    clocks, before = None, NOTHING
    for event, case in zip(course.events, course.cases, strict=True):
        clocks = run(clocks, event, case, CALENDAR)
        assert clocks.holder == case.clock
        assert (clocks.started is not None) == case.started
        assert [each.step for each in clocks.steps] == [each.step for each in case.open]
        assert (clocks.undo is not None) == (case.recallable is not None)
        used = clocks.until(event.at, CALENDAR)
        total = used.office.plus(used.applicant).plus(used.idle)
        assert all(now >= then for now, then in zip(total, before, strict=True))
        assert all(0 <= part <= whole for part, whole in zip(used.promise, used.office, strict=True))
        before = total
    assert clocks == clocks_of(course.events, CALENDAR)


@some
@given(courses())
def test_nothing_is_due_while_the_office_does_not_have_it(course):
    clocks, case, flow = clocks_of(course.events, CALENDAR), course.cases[-1], course.flow
    promised = Promised(Duration(3, Unit.WORKING_DAY), Duration(5, Unit.WORKING_DAY))
    due = dues(flow, case, clocks, CALENDAR, promised)
    assert (due.case is not None) == (case.clock == Whose.OFFICE and case.started)
    assert len(due.steps) == (0 if case.status.closed else len(case.open))
    found = alarms(flow, case, clocks, CALENDAR, promised)
    assert due.alarm == (found[0].at if found else None)
    assert [each.at for each in found] == sorted(each.at for each in found)
    for each in found:
        if each.step is None:
            assert each.what not in case.warned
        else:
            assert each.what not in case.waiting(each.step).warned
        if case.status != "open":
            assert each.time is Time.DEADLINE


TEXT = definition(
    """
ends: {batal: {status: withdrawn, text: Batal}}
steps:
  - {id: ajukan, actor: pemohon, activity: Mengajukan permohonan, deadline: {within: 2 hari kerja, end: batal}}
  - id: periksa
    actor: petugas
    activity: Memeriksa berkas
    time: 3 jam
    deadline: {within: 2 hari kerja, to: sahkan}
    decision:
      question: Apakah berkas lengkap?
      branches:
        - {answer: lengkap}
        - {answer: kurang, to: periksa, clock: applicant}
        - {answer: menunggu, to: sahkan, suspend: pembayaran, deadline: {within: 4 hari kalender, end: batal}}
        - {answer: pulang, to: ajukan}
  - {id: sahkan, actor: lurah, activity: Menandatangani surat izin}
sla: {within: 3 hari kerja, from: submitted}
"""
)
MONDAY = datetime(2026, 4, 6, 2, 0, tzinfo=UTC)  # 09.00 in Jakarta, a week without holidays


def at(day: int, hour: float = 9.0) -> datetime:
    """Return a moment so many days after that Monday, at an hour of Jakarta."""
    return MONDAY + timedelta(days=day, hours=hour - 9)


@pytest.fixture(scope="module")
def flow():
    compiled, found = compile_text(TEXT)
    assert compiled is not None, found
    return compiled.flow()


def told(flow, *actions):
    case, events = None, []
    for each in (Open(MONDAY, PERSON, "d"), *actions):
        case, event = advance(flow, case, each)
        events.append(event)
    return case, clocks_of(events, CALENDAR)


def do(day, step, answer=None):
    return Do(day, PERSON, step, answer)


def due(flow, case, clocks, step):
    """Return the times of a step that run: (what, when)."""
    times = times_of(flow, case, case.waiting(step), clocks, CALENDAR)
    return [(each.what, each.at) for each in times]


def test_a_day_counts_for_whoever_had_the_file_when_it_began(flow):
    # with the applicant from Monday on, handed in on Wednesday, out on Thursday evening, back on Sunday
    actions = (do(at(2), "ajukan"), do(at(3, 20), "periksa", "pulang"), do(at(6), "ajukan"))
    _, clocks = told(flow, *actions)
    clocks = clocks.until(at(7), CALENDAR)  # Monday again
    assert clocks.applicant[:2] == (3, 5), "Tuesday, Wednesday; Friday, Saturday, Sunday"
    assert clocks.office[:2] == (2, 2), "Thursday; Monday"
    assert clocks.applicant.plus(clocks.office) == CALENDAR.tally(MONDAY, at(7))


def test_what_is_handed_over_at_midnight_sharp_had_been_with_the_one_before(flow):
    _, clocks = told(flow, do(at(1, 0), "ajukan"))
    assert clocks.applicant[:2] == (1, 1)
    _, clocks = told(flow, do(at(1, 0) - timedelta(microseconds=1), "ajukan"))
    assert clocks.applicant[:2] == (0, 0)


def test_a_promised_time_stands_still_while_the_file_is_out(flow):
    promised = Promised(Duration(3, Unit.WORKING_DAY), None)
    case, clocks = told(flow, do(MONDAY, "ajukan"))
    assert dues(flow, case, clocks, CALENDAR, promised).case == at(4, 0), "the end of Thursday"
    case, clocks = told(flow, do(MONDAY, "ajukan"), do(at(2), "periksa", "pulang"))
    assert dues(flow, case, clocks, CALENDAR, promised).case is None
    case, clocks = told(flow, do(MONDAY, "ajukan"), do(at(2), "periksa", "pulang"), do(at(7), "ajukan"))
    assert clocks.promise[:2] == (2, 2)
    assert dues(flow, case, clocks, CALENDAR, promised).case == at(9, 0), "one day more: the Tuesday after"


def test_a_file_that_comes_back_when_its_time_is_used_up_is_due_that_day_and_a_later_one_at_once(flow):
    promised = Promised(Duration(3, Unit.WORKING_DAY), None)
    case, clocks = told(flow, do(MONDAY, "ajukan"), do(at(3, 16), "periksa", "pulang"), do(at(7), "ajukan"))
    assert dues(flow, case, clocks, CALENDAR, promised).case == at(8, 0)
    case, clocks = told(flow, do(MONDAY, "ajukan"), do(at(4, 16), "periksa", "pulang"), do(at(7), "ajukan"))
    assert dues(flow, case, clocks, CALENDAR, promised).case == at(7)


def test_a_steps_own_time_runs_in_office_hours_on_the_offices_account_alone(flow):
    case, clocks = told(flow, do(at(0, 15), "ajukan"))
    assert ("time", at(1, 9.5)) in due(flow, case, clocks, "periksa"), "an hour on Monday, two on Tuesday from 07.30 on"
    case, clocks = told(flow, do(at(0, 15), "ajukan"), do(at(0, 16), "periksa", "kurang"))
    assert case.clock == "applicant"
    assert [what for what, _ in due(flow, case, clocks, "periksa")] == ["deadline:2 hari kerja"]


def test_while_a_case_stands_still_no_time_runs_and_it_goes_on_with_what_was_left(flow):
    actions = (do(MONDAY, "ajukan"), Suspend(at(1), PERSON, "bencana"))
    case, clocks = told(flow, *actions)
    assert due(flow, case, clocks, "periksa") == []
    case, clocks = told(flow, *actions, Resume(at(8), PERSON))
    assert clocks.step("periksa").used[:2] == (1, 1)
    assert ("deadline:2 hari kerja", at(10, 0)) in due(flow, case, clocks, "periksa")
    assert clocks.idle[:2] == (5, 7)


def test_only_the_step_that_waits_for_the_reason_runs_on(flow):
    waiting = (do(MONDAY, "ajukan"), do(at(0, 12), "periksa", "menunggu"))
    case, clocks = told(flow, *waiting)
    assert due(flow, case, clocks, "sahkan") == [("deadline:4 hari kalender", at(5, 0))]
    case, clocks = told(flow, *waiting, Resume(at(3), PERSON))
    assert (due(flow, case, clocks, "sahkan"), clocks.step("sahkan").since) == ([], at(3))


def test_a_recall_gives_the_clocks_back_as_if_the_step_had_never_been(flow):
    before = (do(MONDAY, "ajukan"), do(at(1), "periksa", "kurang"))
    case, clocks = told(flow, *before)
    again, recalled = told(flow, *before, do(at(3), "periksa", "lengkap"), Recall(at(4), PERSON, 4, case))
    assert recalled == clocks._replace(undo=None)
    assert again.open == case.open
    assert recalled.until(at(7), CALENDAR) == clocks._replace(undo=None).until(at(7), CALENDAR)


def test_a_passed_deadline_leads_on_and_a_new_count_begins(flow):
    _, clocks = told(flow, do(MONDAY, "ajukan"), Escalate(at(5), PERSON, "periksa"))
    assert ([each.step for each in clocks.steps], clocks.step("sahkan").since) == (["sahkan"], at(5))
    assert clocks.office == CALENDAR.tally(MONDAY, MONDAY)
    assert clocks.until(at(5), CALENDAR).office == CALENDAR.tally(MONDAY, at(5))


def test_the_clocks_of_a_case_that_goes_to_and_fro_stay_small(flow):
    case, clocks, moment = None, None, MONDAY
    sizes = []
    for _ in range(2_000):
        moment += timedelta(hours=7)
        step = None if case is None else case.open[0].step
        act = Open(moment, PERSON, "d") if step is None else do(moment, step, "pulang" if step == "periksa" else None)
        case, event = advance(flow, case, act)
        clocks = run(clocks, event, case, CALENDAR)
        sizes.append(len(repr(clocks)))
    assert max(sizes[10:]) < 2 * max(sizes[:10])
    assert clocks.undo.undo is None
    until = clocks.until(moment, CALENDAR)
    assert until.office.plus(until.applicant) == CALENDAR.tally(MONDAY + timedelta(hours=7), moment)
