"""A store on a disk, or under a limit, that is used up: it is called by its name, and nothing is half done."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from stepping import close_all, office, permit

from sop_engine.failure import Failure
from sop_engine.office import Office, system_clock
from sop_engine.store.sqlite import SqliteJournal
from sop_engine.store.sqlite_failure import failure
from sop_engine.writing import write_whole

LIMITED = """
import pathlib, resource, sys
sys.path.insert(0, sys.argv[1])
from stepping import office, permit
from sop_engine.failure import Failure
path, compiled = pathlib.Path(sys.argv[2]), permit()
def limit(size):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
def refused(action, *args, **named):
    try:
        action(*args, **named)
    except Failure as refusal:
        print(refusal.code, flush=True)
desk, journal = office(path)
case = desk.open_case(compiled).id
limit((path.parent / (path.name + "-wal")).stat().st_size + 100)
refused(desk.do, case, note="x" * 9000)
refused(desk.open_case, compiled, note="x" * 9000)
journal.close()
limit(8192)
refused(lambda: office(path.with_name("baru.db")))
refused(lambda: office(path)[0].do(case))
"""


@pytest.fixture
def small(tmp_path) -> Iterator[Path]:
    """Return a folder on a disk of its own with room for a small store."""
    folder = tmp_path / "cakram"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(folder)]
    if not sys.platform.startswith("linux") or os.geteuid() or not shutil.which("mount"):
        pytest.skip("only root on Linux can make a small disk")
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no disk can be made here")
    yield folder
    close_all()
    subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(folder: Path) -> Path:
    file = folder / "penuh"
    with file.open("wb", buffering=0) as filled:
        for size in (4096, 1):
            try:
                while filled.write(b"x" * size):
                    pass
            except OSError:
                continue
    return file


def contents(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as db:
        return list(db.iterdump())


def refused(action, *args, **named) -> str:
    with pytest.raises(Failure) as caught:
        action(*args, **named)
    return caught.value.code


def test_a_full_disk_is_called_full_and_nothing_is_half_done(small):
    path, compiled = small / "kasus.db", permit()
    desk, journal = office(path)
    case = desk.open_case(compiled).id
    before, filled = contents(path), fill(small)
    assert refused(desk.do, case, note="x" * 9000) == "STO005"
    assert refused(desk.open_case, compiled, note="x" * 9000) == "STO005"
    filled.unlink()
    assert contents(path) == before
    assert desk.do(case).case.version == 2
    journal.close()


def test_a_store_on_a_full_disk_can_be_looked_at(small):
    path, compiled = small / "kasus.db", permit()
    desk, journal = office(path)
    case = desk.open_case(compiled).id
    journal.close()
    fill(small)
    assert refused(office, small / "baru.db") == "STO005"
    assert refused(office, small / "bawah" / "baru.db") == "STO005"
    with closing(SqliteJournal(path, create=False)) as journal:
        reader = Office(journal, "sari", system_clock)
        assert (len(reader.cases()), reader.history(case).broken_at) == (1, None)
        assert refused(reader.do, case) == "STO005"


def test_a_picture_on_a_full_disk_leaves_the_old_one(small):
    (small / "a.svg").write_text("lama", encoding="utf-8")
    fill(small)
    assert refused(write_whole, small / "a.svg", "x" * 100_000) == "OUT002"
    assert (small / "a.svg").read_text(encoding="utf-8") == "lama"
    assert sorted(each.name for each in small.iterdir()) == ["a.svg", "penuh"]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such limits")
def test_a_limit_on_the_size_of_files_is_a_full_disk(tmp_path):
    path = tmp_path / "kasus.db"
    command = [sys.executable, "-c", LIMITED, str(Path(__file__).parent), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.split() == ["STO005"] * 4
    desk, journal = office(path)
    (record,) = desk.cases()
    assert (record.case.version, desk.history(record.id).broken_at) == (1, None)
    assert desk.do(record.id).case.version == 2
    journal.close()


def test_an_error_of_a_disk_with_room_is_not_called_full(tmp_path):
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode, error.sqlite_errorname = sqlite3.SQLITE_IOERR_FSYNC, "SQLITE_IOERR_FSYNC"
    told = failure(tmp_path / "kasus.db", error)
    assert told.code == "STO008"
    assert "(cakramnya tidak dapat dibaca atau ditulis)" in told.message("id")
