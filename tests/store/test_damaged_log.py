"""A write-ahead log that was damaged before its end: SQLite would take that place for its end, and forget the rest."""

import os
import sqlite3
from contextlib import closing

import pytest
from stepping import office, permit

from sop_engine.failure import Failure
from sop_engine.store.sqlite import SqliteJournal
from sop_engine.store.sqlite_log import damaged

STEPS = 6


@pytest.fixture
def left(tmp_path):
    """A store as somebody leaves it who is killed: his log lies beside the file."""
    path = tmp_path / "asal" / "kasus.db"
    path.parent.mkdir()
    desk, journal = office(path)
    case = desk.open_case(permit()).id
    for number in range(STEPS):
        desk.do(case, answer="Kurang" if number % 2 else None)
    copy = tmp_path / "kasus.db"
    for ending in ("", "-wal"):
        copy.with_name(copy.name + ending).write_bytes(path.with_name(path.name + ending).read_bytes())
    journal.close()
    return copy


def spoil(path, place):
    log = path.with_name(f"{path.name}-wal")
    content = bytearray(log.read_bytes())
    content[int(len(content) * place)] ^= 1
    log.write_bytes(content)
    return log


def test_a_log_that_is_whole_is_read(left):
    assert not damaged(left)
    with closing(SqliteJournal(left, create=False)) as journal:
        assert journal.cases()[0].case.version == STEPS + 1


def test_a_log_without_its_last_bytes_is_a_step_that_was_never_finished(left):
    log = left.with_name(f"{left.name}-wal")
    os.truncate(log, log.stat().st_size - 10)
    assert not damaged(left)
    with closing(SqliteJournal(left, create=False)) as journal:
        assert journal.cases()[0].case.version == STEPS


@pytest.mark.parametrize("place", [0.1, 0.3, 0.5, 0.7])
def test_a_log_that_is_damaged_before_its_end_is_refused_and_left_as_it_is(left, place):
    log = spoil(left, place)
    before = left.read_bytes(), log.read_bytes()
    for create in (True, False):
        with pytest.raises(Failure) as refused:
            SqliteJournal(left, create=create)
        assert refused.value.code == "STO006"
        assert "kasus.db-wal" in refused.value.message("id")
    assert (left.read_bytes(), log.read_bytes()) == before


def test_an_older_log_that_was_begun_anew_is_no_damage(left):
    with closing(SqliteJournal(left, create=False)) as journal, closing(sqlite3.connect(left)) as other:
        journal._db.execute("PRAGMA wal_checkpoint(RESTART)")
        assert not damaged(left)
        other.execute("PRAGMA user_version").fetchone()
        journal._db.execute("UPDATE counters SET last = last + 1")
        assert not damaged(left)


def test_who_steps_beside_is_no_damage(left):
    with closing(SqliteJournal(left, create=False)) as journal:
        for _ in range(20):
            journal._db.execute("UPDATE counters SET last = last + 1")
            assert not damaged(left)
