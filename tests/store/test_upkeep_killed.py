"""What keeps a store in order is killed at any moment: nothing is lost, nothing half made stands under its name."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from keeping import filled, kinds, opened

from sop_engine.office.upkeep import upgrade
from sop_engine.record.backup import back_up, examine, restore
from sop_engine.store.place import connect

OLD = Path(__file__).with_name("old") / "schema-2.sql"
KILLS = 6
_LONGEST = 0.6  # seconds: a little more than the command takes

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")


def killed(seed: int, *arguments: str) -> None:
    """Run ``sop`` and kill it at some moment, or let it end when it is faster."""
    with subprocess.Popen(
        [sys.executable, "-m", "sop_engine", *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as command:
        time.sleep(random.Random(seed).uniform(0.05, _LONGEST))
        command.send_signal(signal.SIGKILL)


def test_an_upgrade_goes_on_where_it_was_killed(tmp_path):
    path = tmp_path / "lama.db"
    with closing(sqlite3.connect(path)) as db:
        db.executescript(OLD.read_text(encoding="utf-8"))
        events = db.execute("SELECT count(*) FROM events").fetchone()
    for seed in range(KILLS):
        killed(seed, "store", "upgrade", "--store", f"sqlite:///{path}")
        with closing(sqlite3.connect(path)) as db:
            assert db.execute("PRAGMA user_version").fetchone()[0] in (2, 3)
            assert db.execute("SELECT count(*) FROM events").fetchone() == events
    assert upgrade(f"sqlite:///{path}").failed == ()
    assert kinds(path) == []
    for copy in tmp_path.glob("*.bak"):
        with closing(sqlite3.connect(copy)) as db:
            assert db.execute("PRAGMA user_version").fetchone()[0] == 2
            assert db.execute("SELECT count(*) FROM events").fetchone() == events


def test_a_backup_that_was_killed_is_none_and_one_that_stands_is_whole(tmp_path):
    store = filled(tmp_path / "kasus.db")
    for seed in range(KILLS):
        killed(seed, "store", "backup", str(tmp_path / f"cadangan-{seed}"), "--store", f"sqlite:///{store}")
        if (tmp_path / f"cadangan-{seed}").exists():
            examine(tmp_path / f"cadangan-{seed}")
    assert kinds(store) == []


def test_a_restore_that_was_killed_is_given_again(tmp_path):
    store, folder = filled(tmp_path / "kasus.db"), tmp_path / "cadangan"
    with opened(store) as journal:
        back_up(journal, folder)
    for seed in range(KILLS):
        new = tmp_path / f"baru-{seed}.db"
        killed(seed, "store", "restore", str(folder), "--store", f"sqlite:///{new}")
        with closing(connect(f"sqlite:///{new}", create=True)) as journal:
            if not any(journal.counts().values()):
                restore(folder, journal)
            assert journal.counts()["cases"] == 3
        assert kinds(new) == []
