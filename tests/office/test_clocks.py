"""Clocks and due dates of cases: stints, explanations, moves to another calendar, and times that are out of order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest
from inboxes import inbox
from sample import UNIT_TEXT, definition

from sop_engine.calendar import NOTHING, Tally, of_unit
from sop_engine.calendar.wording import told as worded
from sop_engine.compiler import Compiled, compile_text, load, recompile
from sop_engine.definition.catalogue import Catalogue
from sop_engine.engine.action import (
    Action,
    Check,
    Claim,
    Close,
    Comment,
    Do,
    Escalate,
    Open,
    Recall,
    Resume,
    Suspend,
    Warn,
)
from sop_engine.engine.advance import advance, choices
from sop_engine.engine.case import Case, fold
from sop_engine.engine.clock import clocks_of
from sop_engine.engine.deadline import Alarm, Promised, Time, alarms
from sop_engine.engine.event import CaseStatus, Event, EventKind
from sop_engine.engine.stint import Told, stints
from sop_engine.failure import Failure
from sop_engine.flow import Flow
from sop_engine.messages import text
from sop_engine.office import Office
from sop_engine.office.explain import Counted, Explained, explain
from sop_engine.office.recount import recount, running
from sop_engine.store.journal import Entry
from sop_engine.store.sqlite import SqliteJournal

EXAMPLES = Path(__file__).parents[2] / "examples"
MONDAY = datetime(2026, 11, 2, 2, 0, tzinfo=UTC)
"""09.00 in Jakarta."""
DAY, HOUR = timedelta(days=1), timedelta(hours=1)

TIMED = """steps:
  - id: ajukan
    actor: pemohon
    activity: Mengajukan permohonan
  - id: periksa
    actor: petugas
    activity: Memeriksa berkas
    time: 2 hari kerja
    decision:
      question: Apakah berkas lengkap?
      branches:
        - answer: lengkap
        - answer: tidak lengkap
          to: ajukan
          note: berkas dilengkapi pemohon
  - id: tandatangani
    actor: lurah
    activity: Menandatangani surat izin
    time: 1 jam
"""


class Desk:
    """An office with a clock that is set by hand, and a case."""

    def __init__(self, folder: Path, fragment: str = TIMED, at: datetime = MONDAY, unit: str = UNIT_TEXT) -> None:
        self.now = at
        self.journal = SqliteJournal(folder / "meja.db", create=True)
        self.office = Office(self.journal, "sari", lambda: self.now)
        compiled, found = compile_text(definition(fragment), unit)
        assert compiled is not None, found
        self.compiled: Compiled = compiled
        self.case = self.office.open_case(compiled).id

    def do(self, at: datetime, step: str, answer: str | None = None) -> None:
        self.now = at
        self.office.do(self.case, step, answer=answer)

    def explain(self, at: datetime | None = None, step: str | None = None) -> Explained:
        self.now = at or self.now
        return explain(self.office, self.case, step)

    def promise(self, at: datetime | None = None) -> Counted:
        return next(each for each in self.explain(at).counted if each.time is Time.PROMISE)

    @property
    def due(self) -> datetime | None:
        return self.office.show(self.case).record.state.dues.case


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.journal.close()


def local(moment: datetime | None) -> str:
    assert moment is not None
    return f"{moment + 7 * HOUR:%d-%m %H.%M}"


# stints and clocks

CALENDAR = of_unit(None)


def walk(flow: Flow, chance: Random, actions: int) -> list[Event]:
    """Return the events of a case to which everything happens, in an order drawn by chance."""
    now, case, events = MONDAY, None, []
    asked: Action = Open(now, "sari", "d" * 64, complete=chance.random() < 0.8)
    for _ in range(actions):
        try:
            case, event = advance(flow, case, asked)
            events.append(event)
        except Failure:
            pass
        assert case is not None
        if case.status.closed:
            break
        now += timedelta(minutes=int(chance.expovariate(1 / 1500)))
        asked = drawn(flow, case, events, now, chance)
    return events


def drawn(flow: Flow, case: Case, events: list[Event], now: datetime, chance: Random) -> Action:
    step, ways = chance.choice(case.open).step, choices(flow, case)
    before = fold(events[: case.recallable - 1]) if case.recallable is not None else None
    beside: list[Action] = [
        Suspend(now, "sari", "menunggu"),
        Check(now, "sari", chance.random() < 0.5, "dilihat", facts=() if chance.random() < 0.5 else ("lacks=ktp",)),
        Comment(now, "sari", "ditelepon"),
        Warn(now, "sari", "time", step),
        Warn(now, "sari", "promise"),
        Claim(now, "sari", step),
    ]
    if before is not None:
        beside += [Recall(now, "sari", case.recallable or 0, before)] * 4
    if case.status is CaseStatus.SUSPENDED:
        beside += [Resume(now, "sari")] * 8
    if chance.random() < 0.5 and ways:
        return chance.choice(ways).action(now, "sari", note="alasan")
    return Close(now, "sari", CaseStatus.WITHDRAWN, "dicabut") if chance.random() < 0.02 else chance.choice(beside)


def tallies(told: Told, holder: str, until: datetime) -> Tally:
    ran = NOTHING
    for each in told.stints:
        if each.holder == holder:
            ran = ran.plus(CALENDAR.tally(each.since, each.until or until))
    return ran


BRANCHES = """ends:
  batal: {status: withdrawn, text: Permohonan batal}
steps:
  - {id: ajukan, actor: pemohon, activity: Mengajukan permohonan}
  - id: bagi
    actor: lurah
    activity: Membagi berkas
    parallel:
      - steps:
          - id: uji
            actor: petugas
            activity: Menguji surat izin
            decision:
              question: Apakah baik?
              branches:
                - {answer: baik}
                - {answer: menunggu, to: uji, suspend: hasil laboratorium, deadline: {within: 2 bulan, to: susun}}
          - {id: susun, actor: petugas, activity: Menyusun surat izin, time: 1 bulan}
      - steps:
          - {id: tinjau, actor: petugas, activity: Meninjau lokasi, deadline: {within: 1 hari kerja, to: lapor}}
          - {id: lapor, actor: petugas, activity: Melaporkan hasil tinjauan}
  - id: sahkan
    actor: lurah
    activity: Menandatangani surat izin
    time: 1 hari kerja
    decision:
      question: Apakah disetujui?
      branches:
        - {answer: setuju}
        - {answer: ubah, to: perbaiki}
        - {answer: keterangan, to: perbaiki, clock: applicant}
  - {id: perbaiki, actor: petugas, activity: Memperbaiki surat, time: 1 hari kerja}
"""


def branches() -> Flow:
    compiled = recompile(definition(BRANCHES), UNIT_TEXT)
    assert compiled is not None
    return compiled.flow()


@pytest.mark.parametrize("sop", ["branches", "permintaan-informasi-desa", "surat-riwayat-tanah"])
@pytest.mark.parametrize("seed", range(25))
def test_stints_and_clocks_agree(sop: str, seed: int) -> None:
    flow = branches() if sop == "branches" else load(Catalogue(EXAMPLES), sop).flow()
    events = walk(flow, Random(seed), 40)
    # a case that was just opened is never closed: at least that is compared
    assert not fold(events[:1]).status.closed
    for count in range(1, len(events) + 1):
        told, clocks, case = stints(events[:count]), clocks_of(events[:count], CALENDAR), fold(events[:count])
        assert clocks is not None
        assert case is not None
        until = events[count - 1].at
        if case.status.closed:
            continue
        now = clocks.until(max(until, clocks.since), CALENDAR)
        assert [tallies(told, each, now.since) for each in ("office", "applicant", "none")] == [*now[4:7]]
        promise = NOTHING
        for since, end in told.promised():
            promise = promise.plus(CALENDAR.tally(since, end or now.since))
        assert promise == now.promise
        for step in clocks.steps:
            (visit,) = (each for each in told.of(step.step) if each.until is None)
            used, since = NOTHING, None
            for begun, end in visit.spans:
                used, since = (used, begun) if end is None else (used.plus(CALENDAR.tally(begun, end)), None)
            assert (used, since) == (step.used, step.since)


def test_a_step_that_is_taken_back_was_never_left(desk: Desk) -> None:
    desk.do(MONDAY + HOUR, "ajukan")
    view = desk.office.show(desk.case)
    events = [each.event for each in desk.journal.history(desk.case)]
    before = fold(events[:1])
    assert before is not None
    desk.office.record(view, Recall(MONDAY + 2 * HOUR, "sari", 2, before))
    told = desk.explain(MONDAY + DAY).told
    assert [(each.holder, each.since, each.until) for each in told.stints] == [("applicant", MONDAY, None)]
    assert [(each.step, each.since, each.until) for each in told.visits] == [("ajukan", MONDAY, None)]


def follow(flow: Flow, *actions: Action) -> tuple[Case, tuple[Alarm, ...]]:
    """Return a case after some actions, and the times that run then."""
    case, events = None, []
    for action in actions:
        case, event = advance(flow, case, action)
        events.append(event)
    clocks = clocks_of(events, CALENDAR)
    assert case is not None
    assert clocks is not None
    return case, alarms(flow, case, clocks, CALENDAR, Promised(None, None))


def test_a_branch_stands_still_while_the_case_waits_also_when_it_moves_on() -> None:
    begun = (
        Open(MONDAY, "sari", "d" * 64),
        Do(MONDAY, "sari", "ajukan"),
        Do(MONDAY, "sari", "bagi"),
        Do(MONDAY, "sari", "uji", "menunggu"),
    )
    _, found = follow(branches(), *begun)
    assert [(each.step, str(each.within)) for each in found] == [("uji", "2 bulan")]
    _, found = follow(branches(), *begun, Escalate(MONDAY + 5 * DAY, "sari", "tinjau"))
    assert [(each.step, local(each.at)) for each in found] == [("uji", "03-01 00.00")]


def test_a_month_that_stood_still_is_counted_from_its_beginning() -> None:
    begun = (
        Open(MONDAY, "sari", "d" * 64),
        Do(MONDAY, "sari", "ajukan"),
        Do(MONDAY, "sari", "bagi"),
        Do(MONDAY, "sari", "uji", "baik"),
        Suspend(MONDAY + 10 * DAY, "sari", "menunggu putusan"),
        Resume(MONDAY + 40 * DAY, "sari"),
    )
    _, found = follow(branches(), *begun)
    # November has thirty days: ten of them are used, twenty are left from 12 December on
    assert [local(each.at) for each in found if each.step == "susun"] == ["02-01 00.00"]


@pytest.mark.parametrize(("answer", "runs"), [("ubah", True), ("keterangan", False)])
def test_the_time_of_a_step_runs_on_the_account_of_the_office_alone(answer: str, runs: bool) -> None:
    _, found = follow(
        branches(),
        Open(MONDAY, "sari", "d" * 64),
        Do(MONDAY, "sari", "ajukan"),
        Do(MONDAY, "sari", "bagi"),
        Do(MONDAY, "sari", "uji", "baik"),
        Do(MONDAY, "sari", "susun"),
        Do(MONDAY, "sari", "tinjau"),
        Do(MONDAY, "sari", "lapor"),
        Do(MONDAY, "sari", "sahkan", answer),
    )
    assert bool(found) is runs


# explanations


def test_a_due_date_is_explained_over_two_stints(desk: Desk) -> None:
    desk.do(MONDAY + HOUR, "ajukan")
    desk.do(MONDAY + 2 * DAY, "periksa", "tidak lengkap")
    away = desk.promise(MONDAY + 3 * DAY)
    assert (away.runs, away.account.due, away.left.amount) == (False, None, 1)
    assert desk.due is None
    desk.do(MONDAY + 7 * DAY, "ajukan")
    found = desk.promise(MONDAY + 8 * DAY)
    # a file that was not complete and is handed in again begins anew
    assert len(found.spans) == 1
    assert local(found.account.due.at) == "13-11 00.00"
    assert found.account.due.at == desk.due
    assert worded(text, found.account).lines == (
        ("Senin 09-11-2026", "tidak dihitung: hari mulai"),
        ("Selasa 10-11-2026 s.d. Kamis 12-11-2026", "hari kerja ke-1 s.d. ke-3"),
    )


def test_the_due_dates_that_are_explained_are_those_of_the_store(desk: Desk) -> None:
    desk.do(MONDAY + HOUR, "ajukan")
    desk.do(MONDAY + DAY, "periksa", "lengkap")
    found = {each.time: each for each in desk.explain().counted}
    view = desk.office.show(desk.case)
    assert {each.time: each.at for each in view.alarms} == {time: each.account.due.at for time, each in found.items()}
    assert found.keys() == {Time.PROMISE, Time.FICTIVE, Time.STEP}


@pytest.mark.parametrize(("last", "late", "amount"), [(3 * DAY, False, 0), (4 * DAY, True, -1), (DAY, False, 2)])
def test_a_closed_case_was_in_time_or_late(desk: Desk, last: timedelta, late: bool, amount: int) -> None:
    desk.do(MONDAY + HOUR, "ajukan")
    desk.do(MONDAY + 2 * HOUR, "periksa", "lengkap")
    desk.do(MONDAY + last, "tandatangani")
    found = desk.promise(MONDAY + 30 * DAY)
    assert (found.over, found.left.late, found.left.amount) == (True, late, amount)
    assert local(found.account.due.at) == "06-11 00.00"
    assert desk.explain().until == MONDAY + last


def test_a_step_that_is_done_is_explained_too(desk: Desk) -> None:
    desk.do(MONDAY + HOUR, "ajukan")
    desk.do(MONDAY + 8 * DAY, "periksa", "lengkap")
    (found,) = desk.explain(step="periksa").counted
    assert (found.time, found.over, found.left.late, found.left.amount) == (Time.STEP, True, True, -4)
    (used,) = desk.explain(step="periksa").steps
    assert (used.ran.working_days, used.ran.days, used.late) == (6, 8, True)
    with pytest.raises(Failure) as never:
        desk.explain(step="tandatangan")
    assert never.value.code == "RUN004"


def test_a_step_that_was_never_open_has_no_times(desk: Desk) -> None:
    with pytest.raises(Failure) as never:
        desk.explain(step="tandatangani")
    assert (never.value.code, never.value.args_of_message["known"]) == ("RUN056", "ajukan")


def test_before_the_file_is_handed_in_nothing_is_counted(desk: Desk) -> None:
    found = desk.explain(MONDAY + DAY)
    assert found.counted == ()
    assert found.clocks["applicant"] == Tally(1, 1, 7 * 60 * 60_000_000 + 30 * 60_000_000)
    assert found.clocks["total"] == found.clocks["applicant"]


def test_ten_thousand_events_are_told_in_one_pass() -> None:
    flow = load(Catalogue(EXAMPLES), "surat-riwayat-tanah").flow()
    case, event = advance(flow, None, Open(MONDAY, "sari", "d" * 64))
    events = [event]
    for number in range(10_000):
        case, event = advance(flow, case, Comment(MONDAY + number * HOUR, "sari", "ditelepon"))
        events.append(event)
    assert len(stints(events).stints) == 1


# bad times


@pytest.mark.parametrize(
    ("handed_in", "due"),
    [
        ("2026-11-02T23:59:00+07:00", "06-11 00.00"),
        ("2026-11-03T00:00:00+07:00", "07-11 00.00"),
        ("2026-12-25T09:00:00+07:00", "31-12 00.00"),
        ("2026-02-25T15:30:00+07:00", "03-03 00.00"),
    ],
    ids=["just before midnight", "at midnight", "on a holiday", "in Ramadan after hours"],
)
def test_a_file_is_handed_in_at_an_odd_time(tmp_path: Path, handed_in: str, due: str) -> None:
    at = datetime.fromisoformat(handed_in)
    desk = Desk(tmp_path, at=at)
    desk.do(at, "ajukan")
    assert local(desk.due) == due
    desk.journal.close()


def test_hours_end_earlier_in_ramadan(tmp_path: Path) -> None:
    at = datetime.fromisoformat("2026-02-25T14:30:00+07:00")
    desk = Desk(tmp_path, at=at)
    desk.do(at, "ajukan")
    desk.do(at, "periksa", "lengkap")
    (found,) = (each for each in desk.explain().counted if each.time is Time.STEP)
    # half an hour until 15.00, half an hour from 08.00
    assert local(found.account.due.at) == "26-02 08.30"
    desk.journal.close()


def test_past_the_last_year_of_the_calendar_a_date_is_not_sure(tmp_path: Path) -> None:
    at = datetime.fromisoformat("2027-12-30T09:00:00+07:00")
    desk = Desk(tmp_path, at=at)
    desk.do(at, "ajukan")
    found = desk.promise()
    assert not found.account.due.sure
    assert "Kalender hanya sampai 2027" in " ".join(worded(text, found.account).notes)
    desk.journal.close()


def test_a_zone_decides_on_which_day_a_file_arrived(tmp_path: Path) -> None:
    at = datetime.fromisoformat("2026-11-02T23:00:00+07:00")
    desk = Desk(tmp_path, at=at, unit=f"{UNIT_TEXT}time_zone: Asia/Jayapura\n")
    desk.do(at, "ajukan")
    assert desk.due == datetime.fromisoformat("2026-11-07T00:00:00+09:00")
    desk.journal.close()


def test_a_clock_that_was_set_back_does_not_turn_the_record_back(desk: Desk) -> None:
    desk.do(MONDAY + HOUR, "ajukan")
    assert desk.office.behind is None
    desk.do(MONDAY, "periksa", "lengkap")
    first, _, event = (each.event for each in desk.journal.history(desk.case))
    assert (event.at, event.fact("clock")) == (MONDAY + HOUR, "2026-11-02T02:00:00.000000Z")
    assert first.fact("clock") is None
    assert desk.office.behind == (desk.case, HOUR)
    assert desk.office.history(desk.case).broken_at is None


def test_two_machines_may_differ_by_a_minute(desk: Desk) -> None:
    desk.do(MONDAY - timedelta(minutes=1), "ajukan")
    assert desk.office.behind is None
    assert [each.event.fact("clock") for each in desk.journal.history(desk.case)] == [None, None]


# another calendar


TWO = """\
people: 1
persons:
  - {id: kepala, name: Kepala, steward: true}
  - {id: sari, name: Sari, offices: [{unit: contoh/kelurahan, actor: petugas, from: 2024-01-01}]}
"""
UNIT_FILE = "units/contoh/kelurahan.yaml"


def present(folder: Path, more: str) -> Catalogue:
    path = folder / "definitions" / UNIT_FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(UNIT_TEXT + more, encoding="utf-8")
    return Catalogue(folder / "definitions")


def test_a_case_is_moved_to_the_present_working_time_of_its_unit(desk: Desk, tmp_path: Path) -> None:
    desk.do(MONDAY + HOUR, "ajukan")
    before = desk.due
    units = present(tmp_path, "calendar:\n  holidays:\n    - date: 2026-11-04\n      name: Hari jadi kota\n")
    dry = recount(desk.office, desk.case, units, dry=True)
    assert desk.due == before
    moved = recount(desk.office, desk.case, units, note="Perwali 5/2026")
    assert (moved.unit, moved.shifts) == (True, dry.shifts)
    assert [(each.step, local(each.before), local(each.after)) for each in moved.shifts] == [
        (None, "06-11 00.00", "07-11 00.00"),
        ("periksa", "05-11 00.00", "06-11 00.00"),
    ]
    assert local(desk.due) == "07-11 00.00"
    assert [local(each.due) for each in inbox(desk.office)] == ["06-11 00.00"]
    last = desk.journal.last(desk.case)
    assert last is not None
    assert (last.kind, last.note) == (EventKind.RECOUNTED, "Perwali 5/2026")
    unit = (tmp_path / "definitions" / UNIT_FILE).read_bytes()
    assert last.facts == ("calendar=4", f"unit={sha256(unit).hexdigest()}")
    history = desk.office.history(desk.case)
    assert history.broken_at is None
    assert history.view.compiled.text == desk.compiled.text
    with pytest.raises(Failure) as again:
        recount(desk.office, desk.case, units)
    assert again.value.code == "RUN046"
    desk.do(MONDAY + DAY, "periksa", "lengkap")
    assert desk.office.history(desk.case).broken_at is None


def test_a_due_date_is_moved_by_a_steward_alone(desk: Desk, tmp_path: Path) -> None:
    desk.do(MONDAY + HOUR, "ajukan")
    before = desk.due
    desk.journal.load_people(TWO, Entry(MONDAY, "people", "kepala", None))
    units = present(tmp_path, "calendar:\n  holidays:\n    - date: 2026-11-04\n      name: Hari jadi kota\n")
    for person, code in (("sari", "RUN033"), ("orang-luar", "RUN030")):
        with pytest.raises(Failure) as refused:
            recount(Office(desk.journal, person, lambda: MONDAY + DAY), desk.case, units)
        assert refused.value.code == code
    assert recount(desk.office, desk.case, units, dry=True).shifts[0].after != before
    assert desk.due == before
    assert [each.entry.facts for each in desk.journal.noted()][1:] == [("code=RUN033",), ("code=RUN030",)]
    moved = recount(Office(desk.journal, "kepala", lambda: MONDAY + DAY), desk.case, units)
    assert desk.due == moved.shifts[0].after != before
    last = desk.journal.last(desk.case)
    assert last is not None
    assert (last.person, last.actor, last.standing) == ("kepala", None, "steward")


def test_a_case_of_an_earlier_edition_is_moved_to_the_latest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sop_engine.office.opening.LATEST", 2)
    desk = Desk(tmp_path)
    monkeypatch.undo()
    desk.do(MONDAY + HOUR, "ajukan")
    assert desk.office.show(desk.case).record.state.calendar == 2
    units = present(tmp_path, "")
    moved = recount(desk.office, desk.case, units)
    assert (moved.editions, moved.unit) == ((2, 4), False)
    assert desk.office.show(desk.case).record.state.calendar == 4
    assert desk.office.history(desk.case).broken_at is None
    assert [*running(desk.office)] == [desk.case]
    desk.journal.close()


def test_what_does_not_touch_working_time_moves_nothing(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(Failure) as nothing:
        recount(desk.office, desk.case, present(tmp_path, "phone: (0281) 000\n"))
    assert nothing.value.code == "RUN046"


def test_a_unit_that_cannot_be_read_moves_nothing(desk: Desk, tmp_path: Path) -> None:
    units = present(tmp_path, "calendar:\n  week: 9\n")
    with pytest.raises(Failure) as bad:
        recount(desk.office, desk.case, units)
    assert bad.value.code == "RUN055"


def test_a_closed_case_is_not_moved(desk: Desk, tmp_path: Path) -> None:
    view = desk.office.show(desk.case)
    desk.office.record(view, Close(MONDAY, "sari", CaseStatus.WITHDRAWN, "dicabut"))
    with pytest.raises(Failure) as closed:
        recount(desk.office, desk.case, present(tmp_path, "calendar:\n  week: 6\n"))
    assert closed.value.code == "RUN003"
    assert [*running(desk.office)] == []
