"""What is kept of people is for the account that keeps it alone, whatever the system would allow by itself."""

import os
import sys
from pathlib import Path

import pytest
from keeping import filled, opened

from sop_engine.record.backup import back_up
from sop_engine.store.file_folder import FileFolder
from sop_engine.store.sqlite import SqliteJournal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no such permissions")


@pytest.fixture(params=[0o000, 0o022, 0o077])
def store(request, tmp_path):
    before = os.umask(request.param)
    folder = tmp_path / ".sop"
    folder.mkdir(mode=0o700)
    yield filled(folder / "cases.db")
    os.umask(before)


def modes(folder: Path) -> dict[str, int]:
    return {each.name: each.stat().st_mode & 0o777 for each in folder.rglob("*") if each.name != "pindai.txt"}


def test_a_store_its_log_and_its_attachments_are_private(store):
    with opened(store) as journal:
        assert journal.counts()["cases"] == 3
        found = modes(store.parent)
    assert {name for name in found if name.startswith("cases.db")} == {
        "cases.db",
        "cases.db-shm",
        "cases.db-wal",
        "cases.db.files",
    }
    assert set(found.values()) == {0o600, 0o700}
    assert all(mode == (0o700 if len(name) == 2 or name.endswith(".files") else 0o600) for name, mode in found.items())


def test_the_folder_of_a_new_store_is_private(tmp_path):
    SqliteJournal(tmp_path / "baru" / "cases.db", create=True).close()
    assert (tmp_path / "baru").stat().st_mode & 0o777 == 0o700


def test_a_backup_is_private(store, tmp_path):
    with opened(store) as journal:
        back_up(journal, tmp_path / "cadangan")
    assert (tmp_path / "cadangan").stat().st_mode & 0o777 == 0o700
    assert set(modes(tmp_path / "cadangan").values()) == {0o600, 0o700}


def test_attachments_are_as_open_as_their_store(store):
    store.chmod(0o660)
    files = FileFolder(store)
    digest = "ab" * 32
    files.put(digest, b"isi")
    path = files.folder / "ab" / digest
    assert path.stat().st_mode & 0o777 == 0o660
