"""What only PostgreSQL can do to a store: be away, come back, answer nothing, wait for a standby, belong to others."""

import socket
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
from inboxes import inbox

from sop_engine.compiler import load
from sop_engine.definition.catalogue import Catalogue
from sop_engine.failure import Failure
from sop_engine.office import Office
from sop_engine.store import postgres_line, postgres_schema
from sop_engine.store.journal import Entry, Moved
from sop_engine.store.place import connect, upgrade
from sop_engine.store.postgres_line import Lost

BEGIN = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
PERMIT = load(Catalogue(Path(__file__).parents[1] / "office" / "definitions"), "izin-reklame")
ENTRY = Entry(BEGIN, "refused", "tono", None)


@pytest.fixture
def desk(postgres_url):
    journal = connect(postgres_url, create=True)
    yield Office(journal, "sari", lambda: BEGIN)
    journal.close()


def refused(action, *args, **named) -> Failure:
    with pytest.raises(Failure) as caught:
        action(*args, **named)
    assert caught.value.message("id") != caught.value.message("en")
    return caught.value


def seen(url: str) -> list[tuple[str, int]]:
    with psycopg.connect(url) as db:
        return db.execute("SELECT case_id, seq FROM events ORDER BY case_id, seq").fetchall()


def test_looking_at_an_empty_database_makes_nothing(postgres_url):
    journal = connect(postgres_url, create=False)
    assert (journal.exists, journal.cases(), journal.tasks(), set(journal.counts().values())) == (False, (), (), {0})
    assert journal.load("izin-2026-0001") is None
    assert (list(journal.noted()), journal.files(), journal.get_file("00")) == ([], (), None)
    journal.close()
    with psycopg.connect(postgres_url) as db:
        assert db.execute("SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace").fetchone() == (
            0,
        )


def test_several_may_make_the_store_at_once(postgres_url):
    with ThreadPoolExecutor(6) as pool:
        for journal in pool.map(lambda _: connect(postgres_url, create=True), range(6)):
            assert journal.exists
            journal.close()
    with psycopg.connect(postgres_url) as db:
        numbers = [number for (number,) in db.execute("SELECT number FROM sop_schema ORDER BY number")]
    assert numbers == [number for number, _ in postgres_schema.migrations()]


@pytest.mark.parametrize("create", [True, False])
def test_the_database_of_another_program_is_refused_and_not_touched(postgres_url, create):
    with psycopg.connect(postgres_url) as db:
        db.execute("CREATE TABLE buku (id integer)")
    failure = refused(connect, postgres_url, create=create)
    assert failure.code == "STO001"
    with psycopg.connect(postgres_url) as db:
        assert db.execute("SELECT relname FROM pg_class WHERE relname IN ('cases', 'sop_schema')").fetchall() == []


def test_older_and_newer_stores_are_refused(postgres_url, monkeypatch):
    connect(postgres_url, create=True).close()
    later = (99, "CREATE TABLE later (id integer);")
    known = postgres_schema.migrations()
    monkeypatch.setattr(postgres_schema, "migrations", lambda: (*known, later))
    assert refused(connect, postgres_url, create=True).code == "STO017"
    upgrade(postgres_url)
    connect(postgres_url, create=False).close()
    monkeypatch.setattr(postgres_schema, "migrations", lambda: known)
    assert refused(connect, postgres_url, create=True).code == "STO002"


def test_a_migration_that_fails_leaves_the_store_as_it_was(postgres_url, monkeypatch):
    connect(postgres_url, create=True).close()
    known = postgres_schema.migrations()
    broken = (99, "CREATE TABLE later (id integer); INSERT INTO nowhere VALUES (1);")
    monkeypatch.setattr(postgres_schema, "migrations", lambda: (*known, broken))
    assert refused(upgrade, postgres_url).code == "STO006"
    monkeypatch.setattr(postgres_schema, "migrations", lambda: known)
    connect(postgres_url, create=False).close()


def test_every_text_sorts_by_its_code_points(desk, postgres_url):
    wrong = """
        SELECT c.relname, a.attname FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid
        JOIN pg_collation AS l ON l.oid = a.attcollation
        WHERE c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND l.collname <> 'C'
    """
    with psycopg.connect(postgres_url) as db:
        assert db.execute(wrong).fetchall() == []


@pytest.mark.parametrize("table", ["events", "desk", "definitions"])
def test_the_record_is_not_emptied(desk, postgres_url, table):
    desk.open_case(PERMIT)
    desk.journal.note(ENTRY)
    with psycopg.connect(postgres_url) as db, pytest.raises(psycopg.errors.RaiseException):
        db.execute(f"TRUNCATE {table} CASCADE")


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://",
        "postgresql:///",
        "postgresql:kasus",
        "postgres://sari:rahasia@kantor",
        "postgresql://sari:rahasia@kantor/kasus?pintu=1",
        "postgresql://sari:rahasia@kantor/kasus\0x",
        "postgresql://sari:rahasia@[::1/kasus",
    ],
)
def test_an_address_that_is_none_is_refused_without_its_password(url):
    failure = refused(connect, url, create=True)
    assert (failure.code, failure.exit_code) == ("USE057", 2)
    assert "rahasia" not in failure.message("id")


def test_without_the_driver_it_is_said_how_to_install_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)
    failure = refused(connect, "postgresql://kantor/kasus", create=True)
    assert failure.code == "USE021"
    assert "pip install 'sop-engine[postgres]'" in failure.message("id")


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://sari:rahasia@127.0.0.1:1/kasus",
        "postgresql://sari:rahasia@127.0.0.1:x/kasus",
        "postgresql:///kasus?host=/tidak/ada&password=rahasia",
    ],
)
def test_a_server_that_is_not_there_is_named_without_the_password(url):
    failure = refused(connect, url, create=True)
    assert (failure.code, failure.exit_code) == ("STO027", 3)
    assert "rahasia" not in failure.message("id")
    assert "postgresql://" in failure.message("id")


def test_a_database_that_is_not_there_is_said(postgres_server):
    assert refused(connect, postgres_server.address("tidak_ada"), create=True).code == "STO027"


def test_the_place_has_no_password(postgres_server, postgres_url):
    journal = connect(postgres_url + "&password=rahasia", create=True)
    assert "rahasia" not in journal.place
    assert journal.place.startswith("postgresql://postgres@")
    journal.close()


def test_a_server_that_was_restarted_between_two_commands_is_not_noticed(own_server):
    journal = connect(own_server.create_database(), create=True)
    desk = Office(journal, "sari", lambda: BEGIN)
    case = desk.open_case(PERMIT).id
    change, _ = desk.change(desk.show(case), _do(desk))
    actions = (lambda: desk.show(case), lambda: journal.append(change), lambda: journal.note(ENTRY))
    for away, act in zip((own_server.stop, own_server.kill, own_server.kill), actions, strict=True):
        away()
        own_server.start()
        act()
    assert [each.event.seq for each in journal.history(case)] == [1, 2]
    assert [each.seq for each in journal.noted()] == [1]
    journal.close()


def test_a_server_that_stays_away_is_said(own_server, monkeypatch):
    monkeypatch.setattr(postgres_line, "PATIENCE", 0.5)
    journal = connect(own_server.create_database(), create=True)
    desk = Office(journal, "sari", lambda: BEGIN)
    case = desk.open_case(PERMIT).id
    view = desk.show(case)
    own_server.stop()
    assert refused(desk.show, case).code == "STO027"
    assert refused(journal.note, ENTRY).code == "STO027"
    from sop_engine.engine.action import Do

    unknown = refused(desk.record, view, Do(BEGIN, "sari", "ajukan", None, None, None, None, ()))
    assert unknown.code == "STO028"
    assert f"sop case show {case}" in unknown.message("id")
    own_server.start()
    assert desk.do(case).case.version == 2
    journal.close()


class Cut:
    """A line that breaks once at a statement, before the server hears it or after it has answered."""

    def __init__(self, journal, word: str, *, heard: bool) -> None:
        self._line, self._word, self._heard = journal._line, word, heard
        self._ask = journal._line.ask
        journal._line.ask = self

    def __call__(self, sql, args=(), *, once=False):
        if self._word not in sql:
            return self._ask(sql, args, once=once)
        self._line.ask = self._ask
        if self._heard:
            self._ask(sql, args, once=once)
        self._line.close()
        raise Lost("terputus")


@pytest.mark.parametrize("heard", [True, False])
def test_a_step_whose_answer_is_lost_is_done_once(desk, postgres_url, heard):
    case = desk.open_case(PERMIT).id
    view = desk.show(case)
    Cut(desk.journal, "append_event", heard=heard)
    assert desk.do(case).case.version == 2
    assert seen(postgres_url) == [(case, 1), (case, 2)]
    assert desk.journal.load(case).case.version == view.case.version + 1


def test_a_step_whose_request_is_lost_while_another_was_faster_is_refused(desk, postgres_url):
    case = desk.open_case(PERMIT).id
    other = Office(connect(postgres_url, create=True), "tono", lambda: BEGIN)
    change, _ = desk.change(desk.show(case), _do(desk))
    Cut(desk.journal, "append_event", heard=False)
    other.do(case)
    with pytest.raises(Moved):
        desk.journal.append(change)
    assert seen(postgres_url) == [(case, 1), (case, 2)]
    other.journal.close()


def _do(desk):
    from sop_engine.engine.action import Do

    return Do(BEGIN, desk.person, "ajukan", None, None, None, None, ())


@pytest.mark.parametrize("heard", [True, False])
def test_an_opening_whose_answer_is_lost_is_done_once(desk, postgres_url, heard):
    Cut(desk.journal, "open_case", heard=heard)
    first = desk.open_case(PERMIT).id
    second = desk.open_case(PERMIT).id
    assert seen(postgres_url) == [(first, 1), (second, 1)]
    assert (first, second) == ("izin-reklame-2026-0001", "izin-reklame-2026-0002")


def _opening(desk):
    """Return a case that is ready to be opened, as the desk would hand it to the store."""

    class CaughtError(Exception):
        pass

    def catch(opening):
        raise CaughtError(opening)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(desk.journal, "open_case", catch)
        with pytest.raises(CaughtError) as caught:
            desk.open_case(PERMIT)
    return caught.value.args[0]


@pytest.mark.parametrize(("word", "heard"), [("INSERT INTO cases", True), ("COMMIT", False), ("COMMIT", True)])
def test_an_opening_that_moves_another_case_on_is_looked_up(desk, postgres_url, word, heard):
    caller = desk.open_case(PERMIT).id
    change, _ = desk.change(desk.show(caller), _do(desk))
    opening = _opening(desk)
    Cut(desk.journal, word, heard=heard)
    if (word, heard) == ("COMMIT", True):
        case = desk.journal.open_case(opening, lambda _: change).id
        assert seen(postgres_url) == [(caller, 1), (caller, 2), (case, 1)]
    else:
        assert refused(desk.journal.open_case, opening, lambda _: change).code == "STO027"
        assert seen(postgres_url) == [(caller, 1)]


@pytest.mark.parametrize("heard", [True, False])
def test_a_note_whose_answer_is_lost_is_looked_up(desk, heard):
    Cut(desk.journal, "COMMIT", heard=heard)
    if heard:
        desk.journal.note(ENTRY)
    else:
        assert refused(desk.journal.note, ENTRY).code == "STO027"
    assert len(list(desk.journal.noted())) == heard


def test_what_the_server_still_does_for_a_lost_line_is_ended_first(desk, postgres_url):
    case = desk.open_case(PERMIT).id
    with psycopg.connect(postgres_url) as other, ThreadPoolExecutor(1) as pool:
        other.execute("SELECT FROM cases FOR UPDATE")
        waiting = pool.submit(desk.do, case)
        with psycopg.connect(postgres_url, autocommit=True) as admin:
            blocked = "SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
            first = _wait(lambda: admin.execute(blocked).fetchone())
            with socket.socket(fileno=socket.dup(desk.journal._line._db.pgconn.socket)) as cable:
                cable.shutdown(socket.SHUT_RDWR)
            assert _wait(lambda: {admin.execute(blocked).fetchone()} - {first, None})
        other.rollback()
        assert waiting.result(timeout=30).case.version == 2
    assert seen(postgres_url) == [(case, 1), (case, 2)]


def _wait(found):
    for _ in range(1000):
        if what := found():
            return what
        time.sleep(0.01)
    raise AssertionError("it does not happen")


def test_a_commit_that_no_standby_has_is_not_acknowledged(own_server):
    url = own_server.create_database()
    journal = connect(url, create=True)
    desk = Office(journal, "sari", lambda: BEGIN)
    case = desk.open_case(PERMIT).id
    follower = own_server.standby()
    follower.kill()
    follower.remove()
    waits = "SELECT pid FROM pg_stat_activity WHERE wait_event = 'SyncRep'"
    with ThreadPoolExecutor(1) as pool, own_server.admin() as admin:
        for act, look in ((lambda: desk.do(case), case), (lambda: journal.note(ENTRY), "log verify")):
            waiting = pool.submit(act)
            admin.execute("SELECT pg_cancel_backend(%s)", _wait(lambda: admin.execute(waits).fetchone()))
            failure = refused(waiting.result, timeout=30)
            assert failure.code == "STO029"
            assert look in failure.message("id")
        # thrown out while it waits: found again, and waited for again
        waiting = pool.submit(desk.do, case, answer="Kurang")
        first = _wait(lambda: admin.execute(waits).fetchone())
        admin.execute("SELECT pg_terminate_backend(%s)", first)
        assert _wait(lambda: {admin.execute(waits).fetchone()} - {first, None})
        assert not waiting.done()
        admin.execute("ALTER SYSTEM RESET synchronous_standby_names")
        admin.execute("SELECT pg_reload_conf()")
        assert waiting.result(timeout=30).case.version == 3
    assert seen(url) == [(case, 1), (case, 2), (case, 3)]
    journal.close()


def test_ctrl_c_is_heard_while_the_server_is_waited_for(desk, postgres_url):
    case = desk.open_case(PERMIT).id
    import _thread

    with psycopg.connect(postgres_url) as other:
        other.execute("SELECT FROM cases FOR UPDATE")
        timer = threading.Timer(0.3, _thread.interrupt_main)
        timer.start()
        with pytest.raises(KeyboardInterrupt):
            desk.do(case)
        timer.join()
    assert desk.do(case).case.version == 2
    assert seen(postgres_url) == [(case, 1), (case, 2)]


def test_a_standby_is_read_and_not_written(own_server):
    url = own_server.create_database()
    journal = connect(url, create=True)
    case = Office(journal, "sari", lambda: BEGIN).open_case(PERMIT).id
    journal.close()
    follower = own_server.standby()
    journal = connect(follower.address(psycopg.conninfo.conninfo_to_dict(url)["dbname"]), create=True)
    desk = Office(journal, "sari", lambda: BEGIN)
    assert desk.show(case).id == case
    assert len(inbox(desk)) == 1
    assert desk.journal.last(case).seq == 1
    assert refused(desk.do, case).code == "STO026"
    assert refused(desk.open_case, PERMIT).code == "STO026"
    journal.close()
    follower.remove()


def test_a_text_that_the_database_cannot_keep_is_refused_and_not_cut_off(desk, postgres_url):
    assert refused(desk.journal.load_people, "daftar\0gelap", ENTRY).code == "STO008"
    assert desk.journal.people() is None


def test_a_deadlock_or_a_lock_that_does_not_come_free_is_said(desk, postgres_url):
    case = desk.open_case(PERMIT).id
    desk.journal._line.ask("SET lock_timeout = '50ms'", once=True)
    with psycopg.connect(postgres_url) as other:
        other.execute("SELECT FROM cases FOR UPDATE")
        assert refused(desk.do, case).code == "STO003"
    assert desk.do(case).case.version == 2
