import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from inboxes import inbox
from stepping import office, permit

from sop_engine.engine.action import Do
from sop_engine.engine.case import fold
from sop_engine.failure import Failure
from sop_engine.office import CaseView, Office, system_clock
from sop_engine.store import sqlite_file
from sop_engine.store.journal import Moved
from sop_engine.store.sqlite import SqliteJournal


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "kasus.db"


def contents(path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as db:
        tables = ("definitions", "cases", "events", "tasks", "counters")
        return [row for table in tables for row in db.execute(f"SELECT * FROM {table}")]


def refused(action, *args, **named) -> Failure:
    with pytest.raises(Failure) as caught:
        action(*args, **named)
    assert caught.value.message("id") != caught.value.message("en")
    return caught.value


def test_the_schema_is_the_sum_of_the_migrations(path):
    office(path)[1].close()
    schema = "SELECT type, name, sql FROM sqlite_master ORDER BY name"
    with closing(sqlite3.connect(path)) as db, closing(sqlite3.connect(":memory:")) as summed:
        summed.create_function("unhex", 1, bytes.fromhex)
        for _, sql in sqlite_file.migrations():
            summed.executescript(sql)
        assert db.execute(schema).fetchall() == summed.execute(schema).fetchall()
        assert db.execute("PRAGMA user_version").fetchone()[0] == sqlite_file.migrations()[-1][0]
        assert db.execute("PRAGMA application_id").fetchone()[0] == sqlite_file.APPLICATION_ID
        assert db.execute("PRAGMA journal_mode").fetchone()[0] == "wal"


def test_migrations_are_numbered_without_a_gap():
    assert [number for number, _ in sqlite_file.migrations()] == list(range(1, len(sqlite_file.migrations()) + 1))


def changed(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute(sql)


def test_a_migration_that_fails_leaves_the_file_as_it_was(path, monkeypatch):
    office(path)[1].close()
    before = path.read_bytes()
    broken = (99, "CREATE TABLE later (id TEXT);\nINSERT INTO nowhere VALUES (1);\n")
    known = (*sqlite_file.migrations(), broken)
    monkeypatch.setattr(sqlite_file, "migrations", lambda: known)
    assert refused(SqliteJournal, path, create=True).code == "STO017", "an older store is not changed unasked"
    assert refused(sqlite_file.open_file, path, create=False, upgrade=True).code == "STO006"
    assert path.read_bytes() == before


def test_every_commit_is_durable(path):
    journal = office(path)[1]
    full = 2
    assert journal._db.execute("PRAGMA synchronous").fetchone()[0] == full


@pytest.mark.parametrize("content", [b"x", b"halo\n" * 1000, b"SQLite format 3\0" + b"\xff" * 4096])
@pytest.mark.parametrize("create", [True, False])
def test_a_file_that_is_no_store_is_refused_and_not_touched(path, content, create):
    path.write_bytes(content)
    assert refused(SqliteJournal, path, create=create).code == "STO001"
    assert path.read_bytes() == content
    assert [each.name for each in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("sql", ["CREATE TABLE buku (id)", "PRAGMA user_version = 7", "PRAGMA application_id = 7"])
def test_the_database_of_another_program_is_refused_and_not_touched(path, sql):
    changed(path, sql)
    before = path.read_bytes()
    assert refused(SqliteJournal, path, create=True).code == "STO001"
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_store(path):
    path.touch()
    office(path)[1].close()
    assert contents(path) == []


def test_looking_does_not_turn_an_empty_file_into_a_store(path):
    path.touch()
    journal = SqliteJournal(path, create=False)
    assert (journal.exists, journal.cases()) == (False, ())
    journal.close()
    assert path.read_bytes() == b""
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = 1")
        db.execute("PRAGMA user_version = 0")
    before = path.read_bytes()
    journal = SqliteJournal(path, create=False)
    assert (journal.exists, journal.cases()) == (False, ())
    journal.close()
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_newer_store_is_refused(path):
    office(path)[1].close()
    changed(path, "PRAGMA user_version = 99")
    failure = refused(SqliteJournal, path, create=True)
    assert failure.code == "STO002"
    assert "99" in failure.message()


def test_a_folder_is_no_store(tmp_path):
    assert refused(SqliteJournal, tmp_path, create=True).code == "STO007"
    blocked = tmp_path / "berkas"
    blocked.touch()
    assert refused(SqliteJournal, blocked / "kasus.db", create=True).code == "STO007"


def test_looking_at_a_store_that_is_not_there_makes_none(path):
    journal = SqliteJournal(path, create=False)
    assert (journal.exists, journal.cases(), journal.tasks(), journal.awaited()) == (False, (), (), ())
    assert journal.load("izin-2026-0001") is None
    journal.close()
    assert not path.exists()


def test_a_locked_store_says_so_and_nothing_is_recorded(path):
    desk, journal = office(path, patience=0.05)
    view = desk.open_case(permit())
    before = contents(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert refused(desk.do, view.id).code == "STO003"
    assert contents(path) == before
    assert desk.do(view.id).case.version == 2
    journal.close()


def test_a_full_disk_leaves_the_case_as_it_was(path):
    desk, journal = office(path)
    view = desk.open_case(permit())
    pages = journal._db.execute("PRAGMA page_count").fetchone()[0]
    journal._db.execute(f"PRAGMA max_page_count = {pages}")
    before, failure = contents(path), None
    for _ in range(200):
        try:
            view = desk.do(view.id, answer="Kurang" if view.open_nodes[0].answers else None, note="x" * 5000)
        except Failure as full:
            failure = full
            break
        before = contents(path)
    assert failure is not None
    assert failure.code == "STO005"
    assert failure.exit_code == 3
    assert contents(path) == before
    journal._db.execute("PRAGMA max_page_count = 100000")
    assert (
        desk.do(view.id, answer="Kurang" if view.open_nodes[0].answers else None).case.version == view.case.version + 1
    )


def test_a_damaged_store_says_so(path):
    desk, journal = office(path)
    view = desk.open_case(permit())
    for _ in range(30):
        view = desk.do(view.id, answer="Kurang" if view.open_nodes[0].answers else None, note="x" * 2000)
    journal.close()
    raw = bytearray(path.read_bytes())
    raw[4096:] = b"\xa5" * (len(raw) - 4096)
    path.write_bytes(raw)

    def everything() -> None:
        with closing(SqliteJournal(path, create=False)) as journal:
            journal.cases()
            journal.history(view.id)

    assert refused(everything).code == "STO006"


@contextmanager
def somebody() -> Iterator[None]:
    """Root may write anywhere: in here root is nobody."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.mark.skipif(sys.platform == "win32", reason="folders cannot be made read-only there")
def test_a_read_only_folder_can_be_looked_at_but_not_written(monkeypatch):
    # the project's own folder may be one that only root can read
    known = sqlite_file.migrations()
    monkeypatch.setattr(sqlite_file, "migrations", lambda: known)
    with TemporaryDirectory() as name:
        path = Path(name) / "kasus.db"
        desk, journal = office(path)
        view = desk.open_case(permit())
        journal.close()
        path.as_uri()  # what this imports may lie where only root may read
        path.chmod(0o444)
        path.parent.chmod(0o555)
        with somebody():
            journal = SqliteJournal(path, create=False)
            archive = Office(journal, "sari", system_clock)
            assert (len(archive.cases()), len(inbox(archive))) == (1, 1)
            assert refused(archive.do, view.id).code == "STO004"
            assert refused(SqliteJournal, path.with_name("lain.db"), create=True).code in {"STO004", "STO007"}
            assert refused(SqliteJournal, path.parent / "bawah" / "kasus.db", create=True).code == "STO004"
            journal.close()
        path.parent.chmod(0o755)
        assert [each.name for each in path.parent.iterdir()] == ["kasus.db"]


def test_an_append_at_another_version_keeps_nothing(path):
    desk, journal = office(path)
    view = desk.open_case(permit())
    seen = journal.load(view.id)
    desk.do(view.id)
    before = contents(path)
    late, _ = desk.change(CaseView(seen, view.compiled), Do(system_clock(), "lain", "ajukan"))
    with pytest.raises(Moved):
        journal.append(late)
    assert contents(path) == before


@pytest.mark.parametrize(
    "sql", ["UPDATE events SET body = '{}'", "DELETE FROM events", "UPDATE definitions SET text = ''"]
)
def test_what_happened_cannot_be_rewritten_through_sql(path, sql):
    desk, journal = office(path)
    desk.open_case(permit())
    with pytest.raises(sqlite3.IntegrityError):
        journal._db.execute(sql)


def test_the_inbox_of_a_joint_actor_has_the_task_too(path):
    desk, _ = office(path)
    view = desk.open_case(permit())
    for answer in (None, "Lengkap"):
        view = desk.do(view.id, answer=answer)
    view = desk.do(view.id, skip=True)
    assert [(task.step, task.actor) for task in inbox(desk)] == [("tandatangani", "kepala")]
    assert [task.actor for task in inbox(desk, "sekretaris")] == ["sekretaris"]
    desk.do(view.id, actor="sekretaris")
    assert (inbox(desk, "sekretaris"), inbox(desk, "kepala")) == ((), ())
    assert [task.step for task in inbox(desk, "petugas")] == ["serahkan"]


def test_numbers_run_by_sop_and_year(path):
    desk, journal = office(path)
    first, second = (desk.open_case(permit(), procedure).id for procedure in ("utama", "langsung"))
    assert (first, second) == ("izin-reklame-2026-0001", "izin-reklame-2026-0002")
    # New Year comes to Makassar before it comes to Greenwich
    late = Office(journal, "sari", lambda: datetime(2026, 12, 31, 16, 30, tzinfo=UTC))
    assert late.open_case(permit()).id == "izin-reklame-2027-0001"


def test_a_step_costs_the_same_after_many_returns(path):
    desk, journal = office(path)
    view = desk.open_case(permit())
    for _ in range(300):
        view = desk.do(view.id, answer="Kurang" if view.open_nodes[0].answers else None)
    assert fold(each.event for each in journal.history(view.id)) == view.case
    plan = journal._db.execute("EXPLAIN QUERY PLAN SELECT * FROM cases WHERE id = ?", (view.id,)).fetchall()
    assert "SEARCH" in plan[0][3]
    assert len(journal._db.execute("SELECT state FROM cases").fetchone()[0]) < 400
