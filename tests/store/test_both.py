"""What a store does is the same on SQLite and on PostgreSQL; each test here runs on both."""

import hashlib
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from both import BEGIN, Store, opened
from inboxes import inbox
from stepping import permit

from sop_engine.engine.case import fold
from sop_engine.engine.event import CaseStatus
from sop_engine.failure import Failure
from sop_engine.office import Office
from sop_engine.office.applicant import applicant_of
from sop_engine.office.custody import claim, reassign
from sop_engine.office.recalling import recall
from sop_engine.office.telling import rows, told
from sop_engine.store.chain import chained, digest
from sop_engine.store.journal import NEVER, Entry, Moved, Page, TaskRow
from sop_engine.store.place import connect

CASE = "izin-reklame-2026-0001"
WHOLE = (None, "Kurang", None, "Lengkap", None, None, None)
ENTRY = Entry(BEGIN, "refused", "tono", CASE, ("code=RUN031",))


@pytest.fixture
def store(store_url):
    yield from opened(store_url)


def code_of(action, *args, **named) -> str:
    with pytest.raises(Failure) as refused:
        action(*args, **named)
    assert refused.value.message("id") != refused.value.message("en")
    return refused.value.code


def test_a_case_goes_all_its_way_and_is_the_fold_of_its_record(store):
    desk = store.office()
    case = store.case(desk, *WHOLE)
    journal = store.journal()
    record, history = journal.load(case), journal.history(case)
    assert record.case.status is CaseStatus.FINISHED
    assert fold(each.event for each in history) == record.case
    assert (
        told(permit(), lambda made, group: made.flow("utama", group), (each.event for each in history)) == record.state
    )
    assert desk.history(case).broken_at is None
    assert history[-1].hash == record.head
    assert journal.tasks() == journal.alarms(BEGIN + timedelta(days=3000)) == ()
    assert journal.last(case) == history[-1].event
    assert journal.last(case, "ajukan") == history[3].event
    assert journal.history(case, 7) == history[6:]


def test_each_step_puts_the_tasks_where_they_wait(store):
    desk = store.office()
    case = store.case(desk)
    waits = []
    for answer in WHOLE:
        waits.append({(task.step, task.actor) for task in desk.journal.tasks()})
        waits[-1] |= {(task.step, f"({task.actor})") for task in inbox(desk, "kepala")}
        desk.do(case, answer=answer)
    assert waits[3:6] == [
        {("periksa", "petugas")},
        {("tinjau", "petugas")},
        {("tandatangani", "kepala"), ("tandatangani", "(kepala)")},
    ]
    assert not desk.journal.tasks()


def test_who_comes_second_is_refused_and_changes_nothing(store):
    first, second = store.office("sari"), store.office("tono")
    case = store.case(first)
    seen = second.show(case)
    first.do(case)
    before = store.rows()
    change, _ = second.change(seen, second_action(second))
    with pytest.raises(Moved):
        second.journal.append(change)
    assert code_of(second.do, case, answer="Lengkap", expect=1) == "RUN015"
    assert store.rows() == before


def second_action(desk: Office):
    from sop_engine.engine.action import Do

    return Do(desk.now(), desk.person, "ajukan", None, None, None, None, ())


def test_eight_at_once_open_cases_under_numbers_without_a_gap(store):
    store.journal()
    compiled = permit()

    def work(person: int) -> None:
        desk = Office(connect(store.url, create=True), f"p{person}", lambda: BEGIN)
        for _ in range(5):
            desk.open_case(compiled)
        desk.journal.close()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(8)))
    cases = store.journal().cases()
    assert sorted(each.id for each in cases) == [f"izin-reklame-2026-{number:04}" for number in range(1, 41)]


def test_eight_at_once_do_each_step_of_a_case_once(store):
    case = store.case(store.office())
    done, refused, steps = [], set(), 30
    gate = threading.Barrier(8)

    def work(person: int) -> None:
        desk = Office(connect(store.url, create=True), f"p{person}", lambda: BEGIN)
        gate.wait()
        while (view := desk.show(case)).case.version < steps:
            answer = "Kurang" if view.open_nodes[0].answers else None
            try:
                done.append(desk.do(case, answer=answer, expect=view.case.version).case.version)
            except Failure as overtaken:
                refused.add(overtaken.code)
        desk.journal.close()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(8)))
    events = store.journal().history(case)
    assert [each.event.seq for each in events] == list(range(1, len(events) + 1))
    assert sorted(done) == list(range(2, len(events) + 1)), "an acknowledged step is there once"
    assert refused <= {"RUN015"}
    assert store.office().history(case).broken_at is None


def test_pages_are_the_whole_in_its_order(store):
    desk = store.office()
    for _ in range(7):
        store.case(desk)
    journal = desk.journal
    cases, found, page = journal.cases(), [], Page(3)
    while some := journal.cases(CaseStatus.OPEN, page):
        found += some
        page = Page(3, (some[-1].opened_at.isoformat(timespec="microseconds")[:-6] + "Z", some[-1].id))
    assert tuple(found) == cases
    assert len(cases) == 7
    tasks, seen, page = journal.tasks(), [], Page(2)
    while some := journal.tasks(journal.awaited(), page):
        seen += some
        page = Page(2, (NEVER, some[-1].case, some[-1].step))
    assert tuple(seen) == tasks
    assert len(journal.tasks(None, Page(4))) == 4


def test_texts_sort_by_their_code_points(store):
    journal, names = store.journal(), ["a", "B", "Z", "é", "z", "_", "a-b", "ab", "A", "🙂", "\uff5e"]
    rows = [(name, name, "utama", "d", "t", "t", 1, "open", "", b"\0" * 32) for name in names]
    columns = ("id", "sop", "procedure", "definition", "opened_at", "changed_at", "version", "status", "state", "head")
    named = ("digest", "sop", "title", "zone", "unit", "text")
    journal.fill([("definitions", named, [("d",) * 6]), ("cases", columns, rows)])
    assert list(journal.untold()) == sorted(names)
    with journal.snapshot():
        told = next(list(rows) for name, _, rows in journal.tables() if name == "cases")
    assert [row[0] for row in told] == sorted(names)


def test_claims_and_recalls_are_kept_with_their_tasks(store):
    sari, tono = store.office("sari"), store.office("tono")
    case = store.case(sari, None)
    claim(sari, case)
    assert [task.holder for task in tono.journal.held("sari")] == ["sari"]
    reassign(sari, case, None, 'tono "N\\ULL" {x,y}')
    assert [task.holder for task in tono.journal.tasks()] == ['tono "N\\ULL" {x,y}']
    reassign(sari, case, None, "NULL")
    assert [task.step for task in tono.journal.held("NULL")] == ["periksa"]
    other = store.case(sari, None)
    view, step = recall(sari, other)
    assert step == "ajukan"
    assert [(task.step, task.holder) for task in sari.journal.tasks() if task.case == other] == [("ajukan", None)]
    assert rows(view.flow, view.record.unit, sari.journal.load(other).state)


@pytest.mark.parametrize("text", ["surat 🙂 no. 7", "a'b\"c\\d", "{a,b}", "NULL", "é\u2028ü"])
def test_any_text_comes_back_as_it_was(store, text):
    desk = store.office(text)
    case = desk.open_case(permit(), note=text, reference=text.replace("\u2028", "-"), channel="loket").id
    desk.do(case, note=text)
    found = store.journal()
    assert [each.event.note for each in found.history(case)] == [text, text]
    assert found.load(case).reference == text.replace("\u2028", "-")


def test_an_applicant_is_kept_apart_and_erased_for_good(store):
    desk, known = store.office(), applicant_of({"name": "Budi Contoh", "nik": "3375012345678901"}, secret=True)
    case = desk.open_case(permit(), applicant=known).id
    assert store.journal().applicant(case) == known
    assert store.journal().applicant("tidak-ada") is None
    desk.journal.erase(case, ENTRY._replace(kind="erased"))
    assert store.journal().applicant(case) == ("", "", True)
    assert [each.entry.kind for each in store.journal().noted()] == ["erased"]


def test_notes_of_several_at_once_are_one_chain(store):
    store.journal()

    def work(person: int) -> None:
        journal = connect(store.url, create=True)
        for number in range(6):
            journal.note(ENTRY._replace(person=f"p{person}", facts=(f"number={number}",)))
        journal.load_people(f"daftar {person}", ENTRY._replace(kind="people"))
        journal.close()

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(work, range(6)))
    noted, previous = list(store.journal().noted()), digest("desk")
    assert [each.seq for each in noted] == list(range(1, 43))
    for each in noted:
        assert each.hash == chained(previous, each.body)
        previous = each.hash
    lists = [each.entry.facts[-1] for each in noted if each.entry.kind == "people"]
    assert lists[-1] == f"list={digest(store.journal().people())}", "the last list is the one in force"
    assert store.journal().counts()["people"] == 6


def test_a_list_of_people_follows_the_one_that_was_read_or_is_not_kept(store):
    journal = store.journal()
    assert journal.people_since(0) is None
    journal.load_people("satu", ENTRY, 0)
    assert journal.people_since(0) == (1, "satu")
    assert journal.people_since(1) is None
    with pytest.raises(Moved):
        store.journal().load_people("lain", ENTRY, 0)
    assert journal.people_since(0) == (1, "satu")
    journal.load_people("dua", ENTRY, 1)
    assert (journal.people_since(1), journal.people()) == ((2, "dua"), "dua")
    assert len(list(journal.noted())) == 2


def test_of_lists_made_at_once_of_the_same_list_one_is_kept(store):
    store.journal().load_people("satu", ENTRY, 0)

    def work(person: int) -> bool:
        journal = connect(store.url, create=True)
        try:
            journal.load_people(f"daftar {person}", ENTRY, 1)
        except Moved:
            return False
        finally:
            journal.close()
        return True

    with ThreadPoolExecutor(6) as pool:
        assert sorted(pool.map(work, range(6))) == [False] * 5 + [True]
    assert store.journal().counts()["people"] == 2


def test_notes_may_be_written_while_they_are_read(store):
    journal = store.journal()
    for number in range(3):
        journal.note(ENTRY._replace(facts=(f"number={number}",)))
    first = next(stream := journal.noted())
    journal.note(ENTRY)
    assert (first.seq, [each.seq for each in stream][:2]) == (1, [2, 3])


def test_files_lie_under_their_digests(store):
    journal, content = store.journal(), bytes(range(256)) * 5
    assert journal.get_file(digest("x")) is None
    name = hashlib.sha256(content).hexdigest()
    journal.put_file(name, content)
    journal.put_file(name, content)
    journal.put_file(hashlib.sha256(b"").hexdigest(), b"")
    other = store.journal()
    assert other.get_file(name) == content
    assert other.files() == tuple(sorted((name, hashlib.sha256(b"").hexdigest())))


def test_a_file_that_is_not_what_its_name_says_is_refused(store, tmp_path):
    journal = store.journal()
    name = hashlib.sha256(b"isi").hexdigest()
    journal.put_file(name, b"isi")
    if store.url.startswith("sqlite"):
        (tmp_path / "kasus.db.files" / name[:2] / name).write_bytes(b"lain")
    else:
        store.forge("UPDATE files SET content = ? WHERE digest = ?", b"lain", name)
    assert code_of(journal.get_file, name) == "STO014"


def test_a_snapshot_stays_at_its_moment_and_streams_side_by_side(store):
    desk = store.office()
    store.case(desk, *WHOLE)
    reader = store.journal()
    with reader.snapshot():
        assert len(reader.cases()) == 1
        store.case(desk)
        assert len(reader.cases()) == 1
        cases, events = (rows for name, _, rows in reader.tables() if name in ("cases", "events"))
        assert [next(events)[0], next(cases)[0], next(events)[0]] == [CASE] * 3
        assert (len(list(cases)), len(list(events))) == (0, len(WHOLE) - 1)
    assert len(reader.cases()) == 2


def test_a_case_alone_has_its_rows(store):
    desk = store.office()
    case = store.case(desk, None, "Lengkap")
    store.case(desk)
    journal = store.journal()
    with journal.snapshot():
        found = {name: [row[0] for row in rows] for name, _, rows in journal.tables(case)}
    assert found["cases"] == [case]
    assert found["events"] == [case] * 3
    assert set(found) == {"cases", "events", "tasks", "applicants"}


def test_an_alarm_is_found_when_its_time_has_come(store):
    desk = store.office()
    case = store.case(desk, None)
    alarm = desk.journal.load(case).state.dues.alarm
    assert desk.journal.alarms(alarm - timedelta(microseconds=1)) == ()
    assert desk.journal.alarms(alarm) == (case,)


def test_a_state_that_is_to_be_told_again_is_refused_until_it_is(store):
    desk = store.office()
    case = store.case(desk, None)
    record, waiting = desk.journal.load(case), desk.journal.tasks()
    store.forge("DELETE FROM tasks WHERE case_id = ?", case)
    store.forge("UPDATE cases SET state = '' WHERE id = ?", case)
    assert desk.journal.untold() == (case,)
    assert code_of(desk.show, case) == "STO015"
    view_rows = rows(permit().flow(), record.unit, record.state)
    desk.journal.reproject(case, record.state, view_rows, complaint=record.complaint)
    assert desk.journal.load(case) == record
    assert desk.journal.tasks() == waiting
    with pytest.raises(Moved):
        desk.journal.reproject(case, record.state, view_rows, complaint=record.complaint)
    assert desk.journal.tasks() == waiting


def test_a_stored_state_that_is_none_is_said(store):
    desk = store.office()
    case = store.case(desk, None)
    store.forge("UPDATE cases SET state = '[1' WHERE id = ?", case)
    assert code_of(desk.do, case, answer="Lengkap") == "STO012"


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE events SET body = replace(body, 'sari', 'tono') WHERE case_id = ? AND seq = 3",
        "UPDATE events SET hash = (SELECT hash FROM events WHERE seq = 1) WHERE case_id = ? AND seq = 3",
        "UPDATE events SET hash = (SELECT hash FROM events WHERE seq = 1) WHERE case_id = ? AND seq = 2",
        "DELETE FROM events WHERE case_id = ? AND seq = 3",
        "DELETE FROM events WHERE case_id = ? AND seq = 2",
        "INSERT INTO events SELECT case_id, 5, body, hash FROM events WHERE case_id = ? AND seq = 3",
        "UPDATE cases SET head = (SELECT hash FROM events WHERE seq = 1) WHERE id = ?",
    ],
)
def test_nothing_is_added_to_a_record_whose_end_does_not_hold(store, sql):
    desk = store.office()
    case = store.case(desk, None, "Kurang")
    store.forge(sql, case)
    before = store.rows()
    assert code_of(desk.do, case) == "STO011"
    assert store.rows() == before


def test_the_first_event_stands_on_the_name_of_its_case(store):
    desk = store.office()
    case = store.case(desk)
    view = desk.show(case)
    change, _ = desk.change(view, second_action(desk))
    forged = change._replace(record=view.record._replace(procedure="lain"))
    before = store.rows()
    assert code_of(desk.journal.append, forged) == "STO011"
    assert store.rows() == before


def test_what_is_recorded_is_not_changed_by_anybody(store):
    desk = store.office()
    store.case(desk, None)
    desk.journal.note(ENTRY)
    before = store.rows()
    for sql in (
        "UPDATE events SET body = '{}'",
        "DELETE FROM events",
        "UPDATE desk SET body = '{}'",
        "DELETE FROM desk",
        "UPDATE definitions SET title = 'lain'",
        "DELETE FROM definitions",
    ):
        refused_by_the_database(store.url, sql)
    assert store.rows() == before


def refused_by_the_database(url: str, sql: str) -> None:
    if url.startswith("sqlite"):
        import sqlite3
        from contextlib import closing

        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as db, pytest.raises(sqlite3.IntegrityError):
            db.execute(sql)
    else:
        import psycopg

        with psycopg.connect(url) as db, pytest.raises(psycopg.errors.RaiseException):
            db.execute(sql)


def test_tasks_of_more_offices_than_one_query_may_name_are_merged(store):
    desk = store.office()
    case = store.case(desk, None)
    columns = ("office", "due", "case_id", "step", "own", "activity", "since", "holder")
    at = "2026-03-02T01:00:00.000000Z"
    made = [
        TaskRow(f"u{number:03}:a", f"2027-01-{1 + number % 28:02}", "s", True, "x", at, None) for number in range(230)
    ]
    store.forge("DELETE FROM tasks WHERE case_id = ?", case)
    for task in made:
        named = f"INSERT INTO tasks ({', '.join(columns)}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
        store.forge(named, task.office, f"{task.due}T00:00:00.000000Z", case, task.step, 1, task.activity, at, None)
    found = desk.journal.tasks()
    assert len(found) == 230
    assert [task.due for task in found] == sorted(task.due for task in found)
    assert len(desk.journal.tasks([task.office for task in made], Page(10))) == 10


def test_an_empty_store_is_filled_with_all_of_another(store, tmp_path):
    desk = store.office()
    known = applicant_of({"name": "Budi Contoh"})
    desk.open_case(permit(), applicant=known, note="tab\t dan \\N dan baris\nbaru")
    store.case(desk, *WHOLE)
    desk.journal.load_people("people: 1\n", ENTRY)
    source = store.journal()
    other = Store(f"sqlite:///{tmp_path / 'salinan.db'}")
    target = other.journal()
    with source.snapshot():
        target.fill(source.tables())
    assert other.rows() == store.rows()
    assert target.counts() == source.counts()
    assert code_of(target.fill, []) == "STO013"
    other.close()


def test_a_filling_that_fails_leaves_the_store_empty(store):
    journal = store.journal()

    def broken():
        yield "definitions", ("digest", "sop", "title", "zone", "unit", "text"), iter([("d",) * 6])
        raise RuntimeError

    with pytest.raises(RuntimeError):
        journal.fill(broken())
    assert set(journal.counts().values()) == {0}


def test_looking_makes_no_store(store):
    journal = store.journal(create=False)
    if store.url.startswith("sqlite"):
        assert not journal.exists
    assert (journal.cases(), journal.tasks(), journal.awaited(), journal.untold(), journal.people()) == ((),) * 4 + (
        None,
    )
    assert journal.load("izin-2026-0001") is None
    assert set(journal.counts().values()) == {0}
    assert (list(journal.noted()), journal.sound()) == ([], None)
