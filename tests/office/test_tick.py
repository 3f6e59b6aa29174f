"""Times that run out: each is recorded once, at the right moment, whoever else is at work."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sample import UNIT_TEXT, definition

from sop_engine.compiler import compile_text
from sop_engine.engine.action import Comment
from sop_engine.engine.event import Event, EventKind
from sop_engine.failure import Failure
from sop_engine.office import Office
from sop_engine.office.tick import Fired, Passed, fire, waiting
from sop_engine.store.sqlite import SqliteJournal

MONDAY = datetime(2026, 11, 2, 2, 0, tzinfo=UTC)
"""09.00 in Jakarta."""
DAY = timedelta(days=1)
MIDNIGHT = datetime(2026, 11, 4, 17, 0, tzinfo=UTC)
"""The end of Wednesday in Jakarta, when two working days since Monday are over."""

STEPS = """steps:
  - id: periksa
    actor: petugas
    activity: Memeriksa berkas
    time: 2 hari kerja
{more}  - id: tandatangani
    actor: lurah
    activity: Menandatangani surat izin
"""
LEADS = "    deadline:\n      within: 2 hari kerja\n      to: tandatangani\n"
TOLD = "    deadline:\n      within: 2 hari kerja\n"


class Desk:
    """An office with a clock that is set by hand."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "meja.db"
        self.journal = SqliteJournal(self.path, create=True)
        self.now = MONDAY
        self.office = Office(self.journal, "sari", lambda: self.now)
        self.cron = Office(self.journal, "cron", lambda: self.now)

    def open(self, more: str = "", **said: Any) -> str:
        compiled, found = compile_text(definition(STEPS.format(more=more)), UNIT_TEXT)
        assert compiled is not None, found
        return self.office.open_case(compiled, **said).id

    def tick(self, at: datetime, office: Office | None = None, *, dry: bool = False) -> list[Fired | Passed]:
        self.now = at
        office = office or self.cron
        return [each for case in waiting(office) for each in fire(office, case, dry=dry)]

    def events(self, case: str, since: int = 2) -> list[Event]:
        return [each.event for each in self.journal.history(case, since)]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.journal.close()


def names(fired: list[Fired | Passed]) -> list[str]:
    return [each.alarm.what if isinstance(each, Fired) else each.failure.code for each in fired]


def test_a_time_is_told_when_its_last_day_is_over_and_not_before(desk: Desk) -> None:
    case = desk.open()
    assert desk.tick(MIDNIGHT - timedelta(microseconds=1)) == []
    assert names(desk.tick(MIDNIGHT)) == ["time"]
    assert desk.tick(MIDNIGHT) == []
    (event,) = desk.events(case)
    assert (event.kind, event.step, event.person, event.actor) == (EventKind.WARNED, "periksa", "cron", None)
    assert event.facts == ("warned=time", "due=2026-11-04T17:00:00.000000Z")


def test_the_promise_and_the_limit_of_the_law_are_told_apart(desk: Desk) -> None:
    case = desk.open()
    assert names(desk.tick(MONDAY + 30 * DAY)) == ["time", "promise", "fictive"]
    dues = [event.fact("due") for event in desk.events(case)]
    assert dues == ["2026-11-04T17:00:00.000000Z", *["2026-11-05T17:00:00.000000Z"] * 2]
    assert desk.office.show(case).record.state.dues.alarm is None


def test_a_deadline_passes_the_case_on_after_what_is_told_at_the_same_moment(desk: Desk) -> None:
    case = desk.open(LEADS)
    assert names(desk.tick(MIDNIGHT)) == ["time", "deadline:2 hari kerja"]
    told, passed = desk.events(case)
    assert (told.kind, passed.kind, passed.opens) == (EventKind.WARNED, EventKind.ESCALATED, ("tandatangani",))
    assert (passed.person, passed.actor) == ("cron", None)
    assert passed.facts == ("due=2026-11-04T17:00:00.000000Z", "by=tick")
    assert desk.office.history(case).broken_at is None


def test_a_deadline_that_leads_nowhere_is_told(desk: Desk) -> None:
    case = desk.open(TOLD)
    assert sorted(names(desk.tick(MIDNIGHT))) == ["deadline:2 hari kerja", "time"]
    assert [waiting.step for waiting in desk.office.show(case).case.open] == ["periksa"]


def test_a_dry_run_changes_nothing(desk: Desk) -> None:
    case = desk.open(LEADS)
    fired = desk.tick(MIDNIGHT, dry=True)
    assert names(fired) == ["time", "deadline:2 hari kerja"]
    assert [each.seq for each in fired if isinstance(each, Fired)] == [None, None]
    assert desk.events(case) == []


class Interrupted:
    """A journal in which something happens just before the first event is kept."""

    def __init__(self, journal: SqliteJournal, meanwhile: Callable[[], object]) -> None:
        self._journal, self._meanwhile = journal, [meanwhile]

    def __getattr__(self, name: str) -> Any:
        return getattr(self._journal, name)

    def append(self, change: Any) -> Any:
        if self._meanwhile:
            self._meanwhile.pop()()
        return self._journal.append(change)


def interrupted(desk: Desk, meanwhile: Callable[[], object]) -> Office:
    return Office(Interrupted(desk.journal, meanwhile), "cron", lambda: desk.now)  # type: ignore[arg-type]


def test_an_officer_who_comments_meanwhile_delays_nothing(desk: Desk) -> None:
    case = desk.open()
    view = desk.office.show(case)
    office = interrupted(desk, lambda: desk.office.record(view, Comment(desk.now, "sari", "ditelepon")))
    assert names(desk.tick(MIDNIGHT, office)) == ["time"]
    assert [event.kind for event in desk.events(case)] == [EventKind.COMMENTED, EventKind.WARNED]


def test_an_officer_who_does_the_step_meanwhile_is_not_overtaken(desk: Desk) -> None:
    case = desk.open(LEADS)
    office = interrupted(desk, lambda: desk.office.do(case, "periksa"))
    assert desk.tick(MIDNIGHT, office) == []
    assert [event.kind for event in desk.events(case)] == [EventKind.DONE]


def test_two_ticks_at_once_tell_it_once(desk: Desk) -> None:
    case = desk.open(LEADS)
    office = interrupted(desk, lambda: desk.tick(MIDNIGHT))
    assert desk.tick(MIDNIGHT, office) == []
    assert [event.kind for event in desk.events(case)] == [EventKind.WARNED, EventKind.ESCALATED]


def test_what_is_late_when_the_file_comes_back_is_told_then(desk: Desk) -> None:
    text = """steps:
  - id: ajukan
    actor: pemohon
    activity: Mengajukan permohonan
  - id: periksa
    actor: petugas
    activity: Memeriksa berkas
  - id: tinjau
    actor: lurah
    activity: Meninjau berkas
    decision:
      question: Apakah berkas jelas?
      branches:
        - answer: jelas
          to: tandatangani
        - answer: perlu keterangan
  - id: terangkan
    actor: pemohon
    activity: Memberi keterangan
  - id: tandatangani
    actor: lurah
    activity: Menandatangani surat izin
"""
    compiled, found = compile_text(definition(text), UNIT_TEXT)
    assert compiled is not None, found
    case = desk.office.open_case(compiled).id
    desk.office.do(case, "ajukan")
    desk.office.do(case, "periksa")
    desk.now = MONDAY + 4 * DAY
    desk.office.do(case, "tinjau", answer="perlu keterangan")
    assert desk.tick(MONDAY + 10 * DAY) == []
    desk.office.do(case, "terangkan")
    assert names(desk.tick(MONDAY + 10 * DAY)) == ["promise", "fictive"]


def test_a_file_that_is_handed_in_anew_is_promised_anew(desk: Desk) -> None:
    text = """steps:
  - id: ajukan
    actor: pemohon
    activity: Mengajukan permohonan
  - id: periksa
    actor: petugas
    activity: Memeriksa berkas
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
"""
    compiled, found = compile_text(definition(text), UNIT_TEXT)
    assert compiled is not None, found
    case = desk.office.open_case(compiled).id
    desk.office.do(case, "ajukan")
    assert names(desk.tick(MONDAY + 7 * DAY)) == ["promise", "fictive"]
    desk.office.do(case, "periksa", answer="tidak lengkap")
    desk.office.do(case, "ajukan")
    assert desk.tick(MONDAY + 8 * DAY) == []
    assert names(desk.tick(MONDAY + 14 * DAY)) == ["promise", "fictive"]


COMPLAINTS = """complaints:
{within}  channels:
    - kind: lapor
  officer:
    name: Pejabat Pengaduan Contoh
    position: Sekretaris Kelurahan
  procedures:
    - id: aduan
      title: Pengaduan Langsung
      steps:
        - id: telaah
          actor: petugas
          activity: Menelaah pengaduan
"""
CLASSES = (
    "  categories:\n    - name: ringan\n      within: 2 hari kerja\n    - name: berat\n      within: 14 hari kerja\n"
)


@pytest.mark.parametrize(
    ("within", "category", "due"),
    [
        ("", None, "2027-01-01T17:00:00.000000Z"),
        ("  within: 5 hari kerja\n", None, "2026-11-09T17:00:00.000000Z"),
        (CLASSES, "ringan", "2026-11-04T17:00:00.000000Z"),
    ],
    ids=["60 calendar days", "the standard's", "the category's"],
)
def test_a_complaint_has_a_time_of_its_own(desk: Desk, within: str, category: str | None, due: str) -> None:
    compiled, found = compile_text(definition(COMPLAINTS.format(within=within)), UNIT_TEXT)
    assert compiled is not None, found
    case = desk.office.open_case(compiled, "aduan", category=category).id
    assert names(desk.tick(MONDAY + 100 * DAY)) == ["promise"]
    assert [event.fact("due") for event in desk.events(case)] == [due]


def test_a_case_that_cannot_be_read_is_passed_over(desk: Desk) -> None:
    first = desk.open()
    second = desk.open(TOLD)
    with sqlite3.connect(desk.path) as db:
        db.execute("DROP TRIGGER definitions_are_not_changed")
        db.execute(
            "UPDATE definitions SET text = 'sop: 9' WHERE digest = (SELECT definition FROM cases WHERE id = ?)",
            (first,),
        )
    db.close()
    passed, *fired = desk.tick(MIDNIGHT)
    assert isinstance(passed, Passed)
    assert (passed.case, passed.failure.code) == (first, "STO010")
    assert {each.view.id for each in fired if isinstance(each, Fired)} == {second}


def test_a_store_that_fails_stops_the_tick(desk: Desk) -> None:
    desk.open()

    def full() -> None:
        raise Failure("STO005", path="meja.db", reason="ENOSPC")

    with pytest.raises(Failure) as stopped:
        desk.tick(MIDNIGHT, interrupted(desk, full))
    assert stopped.value.code == "STO005"
