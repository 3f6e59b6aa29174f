"""What a store of an office keeps, on PostgreSQL: copied there and back, verified, backed up, restored."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import psycopg
import pytest
import stepping
from keeping import FIRST, SECOND, filled, opened

from sop_engine.failure import Failure
from sop_engine.office import Office
from sop_engine.office.upkeep import upgrade
from sop_engine.record import heads
from sop_engine.record.backup import back_up, examine, restore
from sop_engine.record.transfer import transfer
from sop_engine.record.verify import Verification
from sop_engine.store.place import connect
from sop_engine.store.sqlite import SqliteJournal


@pytest.fixture
def store(tmp_path) -> Path:
    return filled(tmp_path / "kasus.db")


@pytest.fixture
def server(store, postgres_url) -> str:
    """The address of a database that holds what the SQLite store does."""
    with opened(store) as one, closing(connect(postgres_url, create=True)) as other:
        transfer(one, other)
    return postgres_url


def rows(journal) -> dict[str, list[tuple]]:
    with journal.snapshot():
        return {name: list(found) for name, _, found in journal.tables()}


def kinds(url: str, expected=None) -> list[str]:
    with closing(connect(url, create=False)) as journal:
        return [each.kind for each in Verification(journal, heads=expected).faults()]


def test_a_store_goes_to_postgresql_and_back_without_loss(store, server, tmp_path):
    with closing(connect(server, create=False)) as there, opened(store) as here:
        assert rows(there) == rows(here)
        assert there.files() == here.files()
        with closing(SqliteJournal(tmp_path / "pulang.db", create=True)) as back:
            transfer(there, back)
            assert rows(back) == rows(here)
            with back.snapshot(), here.snapshot():
                assert list(heads.lines(heads.heads(back))) == list(heads.lines(heads.heads(here)))
    assert kinds(server) == []


def test_officers_go_on_on_postgresql(server):
    with closing(connect(server, create=False)) as journal:
        office = Office(journal, "sari", lambda: stepping.BEGIN)
        office.do(SECOND, answer="lengkap")
        assert office.open_case(stepping.permit()).id == "izin-reklame-2026-0004"
    assert kinds(server) == []


def test_a_copy_is_never_mixed_with_other_cases(store, server):
    with opened(store) as one, closing(connect(server, create=True)) as other:
        with pytest.raises(Failure) as refused:
            transfer(one, other)
        assert refused.value.code == "STO013"
        assert rows(other) == rows(one)


def test_a_backup_of_postgresql_is_restored_anywhere(store, server, tmp_path, postgres_server):
    with closing(connect(server, create=False)) as journal:
        made = back_up(journal, tmp_path / "cadangan")
        before = rows(journal)
    assert (made.cases, made.files, made.lacking) == (3, 1, ())
    examine(tmp_path / "cadangan")
    other = postgres_server.create_database()
    try:
        for place in (f"sqlite:///{tmp_path / 'baru.db'}", other):
            with closing(connect(place, create=True)) as journal:
                restore(tmp_path / "cadangan", journal)
                assert rows(journal) == before
            assert kinds(place) == []
    finally:
        postgres_server.drop_database(other)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (f"UPDATE events SET body = body || ' ' WHERE case_id = '{FIRST}' AND seq = 3", ["chain"]),
        (f"DELETE FROM events WHERE case_id = '{FIRST}' AND seq = 4", ["gap"]),
        (f"UPDATE tasks SET due = '2099-01-01T00:00:00.000000Z' WHERE case_id = '{SECOND}'", ["tasks"]),
        (f"UPDATE applicants SET data = replace(data, 'Budi', 'Bude') WHERE case_id = '{FIRST}'", ["applicant"]),
        ("UPDATE counters SET last = 4", ["counter"]),
        ("UPDATE desk SET body = replace(body, 'tono', 'toni') WHERE seq = 2", ["desk_chain"]),
        ("UPDATE people SET text = text || '# lain'", ["people"]),
    ],
)
def test_what_somebody_changes_in_the_database_is_found(server, change, expected):
    with psycopg.connect(server) as db:
        db.execute("SET session_replication_role = replica")  # as its owner may: triggers are asleep
        assert db.execute(change).rowcount > 0
    assert kinds(server) == expected


def test_a_present_store_needs_no_upgrade(server):
    with closing(connect(server, create=False)) as journal:
        before = rows(journal)
        assert upgrade(server).told == 0
        assert rows(journal) == before
