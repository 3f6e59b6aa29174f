"""A disk that fails just when a step is to be made durable: nobody is told that nothing happened."""

import sqlite3

import pytest

from sop_engine.store.sqlite_failure import failure


@pytest.mark.parametrize(
    ("name", "committing", "code"),
    [
        ("SQLITE_IOERR_FSYNC", True, "STO024"),
        ("SQLITE_IOERR_FSYNC", False, "STO008"),
        ("SQLITE_IOERR_WRITE", True, "STO008"),
    ],
)
def test_a_commit_of_which_nothing_certain_is_known_is_told_so(tmp_path, name, committing, code):
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode, error.sqlite_errorname = getattr(sqlite3, name), name
    told = failure(tmp_path / "kasus.db", error, committing=committing)
    assert told.code == code
    assert ("belum pasti" in told.message("id")) == (code == "STO024")
