import json
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
import stepping
from inboxes import inbox
from keeping import FIRST, SECOND, faults, filled, kinds, opened, tampered

from sop_engine.failure import Failure
from sop_engine.office.upkeep import upgrade
from sop_engine.record.backup import back_up, examine, restore
from sop_engine.record.transfer import transfer
from sop_engine.store.place import connect
from sop_engine.store.sqlite import SqliteJournal
from sop_engine.store.statements import TABLES

OLD = sorted(Path(__file__).with_name("old").glob("schema-*.sql"))


def url(path: Path) -> str:
    return f"sqlite:///{path}"


def content(path: Path) -> dict[str, list[tuple]]:
    with closing(sqlite3.connect(path)) as db:
        return {name: sorted(db.execute(f"SELECT * FROM {name}").fetchall(), key=repr) for name in TABLES}


def attached(path: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in Path(f"{path}.files").glob("*/*")}


@pytest.fixture
def store(tmp_path) -> Path:
    return filled(tmp_path / "kasus.db")


@pytest.fixture(params=OLD, ids=lambda path: path.stem)
def old(request, tmp_path) -> Path:
    path = tmp_path / "lama.db"
    with closing(sqlite3.connect(path)) as db:
        db.executescript(request.param.read_text(encoding="utf-8"))
    return path


def code_of(action, *args) -> str:
    with pytest.raises(Failure) as refused:
        action(*args)
    return refused.value.code


# upgrade


def test_an_upgraded_store_has_no_faults_and_its_copy_is_as_it_was(old, tmp_path):
    shutil.copy(old, tmp_path / "dahulu.db")
    done = upgrade(url(old))
    assert done.failed == ()
    assert done.told > 10
    assert kinds(old) == []
    assert Path(done.migrated.copy).name == f"lama.db.schema-{done.migrated.found}.bak"
    with closing(sqlite3.connect(done.migrated.copy)) as one, closing(sqlite3.connect(tmp_path / "dahulu.db")) as two:
        assert list(one.iterdump()) == list(two.iterdump())
    again = upgrade(url(old))
    assert (again.migrated, again.told, again.failed) == (None, 0, ())


def test_officers_go_on_where_they_were_after_an_upgrade(old):
    upgrade(url(old))
    desk, _ = stepping.office(old)
    waiting = inbox(desk)
    assert waiting
    assert all(each.unit for each in waiting)
    (case,) = {each.case for each in waiting[:1]}
    view = desk.show(case)
    choice = next(each for each in view.choices if not each.late)
    desk.do(case, choice.node.id, answer=choice.edge.answer, skip=choice.skip, note="lanjut")
    assert kinds(old) == []


def test_an_upgrade_that_is_stopped_goes_on_where_it_stopped(old):
    class Stop(Exception):  # noqa: N818
        pass

    def some(cases):
        yield from cases[:3]
        raise Stop

    with pytest.raises(Stop):
        upgrade(url(old), some)
    assert set(kinds(old)) == {"untold"}
    done = upgrade(url(old))
    assert done.migrated is None
    assert done.told > 5
    assert kinds(old) == []


def test_a_record_that_is_not_intact_is_not_told_again(old):
    upgrade(url(old), lambda cases: iter(()))
    with closing(SqliteJournal(old, create=False)) as journal:
        case = journal.untold()[0]
    tampered(old, "UPDATE events SET body = body || ' ' WHERE case_id = ? AND seq = 1", case)
    done = upgrade(url(old))
    assert [(name, failure.code) for name, failure in done.failed] == [(case, "STO009")]
    assert [(each.kind, each.case) for each in faults(old)] == [("chain", case)]


def test_a_store_that_is_current_or_missing_or_none_is_not_changed(store, tmp_path):
    before = content(store)
    assert upgrade(url(store)) == (None, 0, ())
    assert content(store) == before
    assert code_of(upgrade, url(tmp_path / "tidak-ada.db")) == "STO019"
    assert not (tmp_path / "tidak-ada.db").exists()
    (tmp_path / "teks.db").write_text("bukan basis data, hanya teks biasa")
    assert code_of(upgrade, url(tmp_path / "teks.db")) == "STO001"


# backup and restore


def backed_up(store: Path, folder: Path):
    with opened(store) as journal:
        return back_up(journal, folder)


def restored(folder: Path, store: Path):
    examine(folder)
    with closing(connect(url(store), create=True)) as journal:
        return restore(folder, journal)


def test_what_was_backed_up_is_restored_to_the_last_byte(store, tmp_path):
    made = backed_up(store, tmp_path / "cadangan" / "1")
    assert (made.cases, made.files, made.lacking) == (3, 1, ())
    assert sorted(each.name for each in (tmp_path / "cadangan").iterdir()) == ["1"]
    assert sorted(each.name for each in (tmp_path / "cadangan" / "1").iterdir()) == [
        "cases.db",
        "cases.db.files",
        "manifest.json",
    ]
    done = restored(tmp_path / "cadangan" / "1", tmp_path / "baru" / "kasus.db")
    assert (done.counts["cases"], done.files) == (3, 1)
    assert content(tmp_path / "baru" / "kasus.db") == content(store)
    assert attached(tmp_path / "baru" / "kasus.db") == attached(store) != {}
    assert kinds(tmp_path / "baru" / "kasus.db") == []
    # a backup can be restored again: nothing in it was changed
    restored(tmp_path / "cadangan" / "1", tmp_path / "lagi.db")


def test_a_backup_made_during_work_has_every_step_that_was_acknowledged_before(tmp_path):
    path = tmp_path / "kasus.db"
    with subprocess.Popen(
        [sys.executable, str(Path(stepping.__file__)), str(path)], stdout=subprocess.PIPE, text=True
    ) as officer:
        seen: dict[str, int] = {}
        for number in range(3):
            for _ in range(20):
                case, version = officer.stdout.readline().split()
                seen[case] = int(version)
            backed_up(path, tmp_path / str(number))
            with opened(tmp_path / str(number) / "cases.db") as copy:
                assert all(copy.load(case).case.version >= version for case, version in seen.items())
            assert kinds(tmp_path / str(number) / "cases.db") == []
        officer.kill()


def test_after_the_plug_was_pulled_the_last_acknowledged_step_is_backed_up(tmp_path):
    path = tmp_path / "kasus.db"
    with subprocess.Popen(
        [sys.executable, str(Path(stepping.__file__)), str(path)], stdout=subprocess.PIPE, text=True
    ) as officer:
        lines = [officer.stdout.readline() for _ in range(30)]
        officer.kill()
    assert Path(f"{path}-wal").stat().st_size  # the steps are in the log, not yet in the file
    case, version = lines[-1].split()
    backed_up(path, tmp_path / "cadangan")
    restored(tmp_path / "cadangan", tmp_path / "baru.db")
    with opened(tmp_path / "baru.db") as journal:
        assert journal.load(case).case.version >= int(version)


def test_a_backup_replaces_nothing(store, tmp_path):
    (tmp_path / "cadangan").mkdir()
    backed_up(store, tmp_path / "cadangan")  # an empty folder is taken
    assert code_of(backed_up, store, tmp_path / "cadangan") == "USE034"
    (tmp_path / "berkas").write_text("x")
    assert code_of(backed_up, store, tmp_path / "berkas") == "USE034"


def test_a_damaged_store_is_not_backed_up_as_if_it_were_whole(store, tmp_path):
    raw = bytearray(store.read_bytes())
    raw[len(raw) // 2 :] = bytes(each ^ 0x5A for each in raw[len(raw) // 2 :])
    store.write_bytes(raw)
    assert code_of(backed_up, store, tmp_path / "cadangan") == "STO006"
    assert sorted(each.name for each in tmp_path.iterdir() if "cadangan" in each.name) == []


def test_a_backup_for_which_there_is_no_room_leaves_nothing_and_names_its_folder(store, tmp_path):
    class Full(SqliteJournal):
        def copy_to(self, path):
            path.write_bytes(b"the beginning")
            raise Failure("STO005", path=path)

    with closing(Full(store, create=False)) as journal, pytest.raises(Failure) as refused:
        back_up(journal, tmp_path / "cadangan")
    assert (refused.value.code, refused.value.args_of_message["path"]) == ("STO005", str(tmp_path / "cadangan"))
    assert [each.name for each in tmp_path.iterdir() if "cadangan" in each.name] == []


def test_a_damaged_attachment_is_left_out_and_told(store, tmp_path):
    (file,) = Path(f"{store}.files").glob("*/*")
    file.write_text("berubah")
    assert backed_up(store, tmp_path / "cadangan").lacking == (file.name,)
    restored(tmp_path / "cadangan", tmp_path / "baru.db")
    assert kinds(tmp_path / "baru.db") == ["file_gone"]


def test_a_backup_that_was_changed_is_refused_and_nothing_is_made(store, tmp_path):
    def damage(name: str, how) -> None:
        folder = tmp_path / f"rusak-{name}"
        shutil.copytree(tmp_path / "cadangan", folder)
        how(folder)
        assert code_of(restored, folder, tmp_path / "baru.db") == "STO021", name
        assert not (tmp_path / "baru.db").exists()

    backed_up(store, tmp_path / "cadangan")
    damage("database", lambda folder: (folder / "cases.db").write_bytes((folder / "cases.db").read_bytes()[:-1]))
    damage("no-database", lambda folder: (folder / "cases.db").unlink())
    damage("manifest", lambda folder: (folder / "manifest.json").write_text("{"))
    damage("other-manifest", lambda folder: (folder / "manifest.json").write_text(json.dumps({"sop-backup": 9})))
    damage("no-manifest", lambda folder: (folder / "manifest.json").unlink())
    damage("no-file", lambda folder: next((folder / "cases.db.files").glob("*/*")).unlink())
    damage("file", lambda folder: next((folder / "cases.db.files").glob("*/*")).write_text("lain"))
    assert code_of(restored, tmp_path / "tidak-ada", tmp_path / "baru.db") == "STO020"


def test_a_store_with_cases_is_never_restored_over(store, tmp_path):
    backed_up(store, tmp_path / "cadangan")
    before = content(store)
    assert code_of(restored, tmp_path / "cadangan", store) == "STO013"
    assert content(store) == before


def test_the_log_of_a_store_whose_file_was_lost_is_not_thrown_away(store, tmp_path):
    backed_up(store, tmp_path / "cadangan")
    log = tmp_path / "hilang.db-wal"
    log.write_bytes(b"langkah terakhir")
    assert code_of(restored, tmp_path / "cadangan", tmp_path / "hilang.db") == "STO022"
    assert log.read_bytes() == b"langkah terakhir"
    assert not (tmp_path / "hilang.db").exists()


# copy


def copy(source: Path, target: Path):
    with opened(source) as one, closing(SqliteJournal(target, create=True)) as other:
        return transfer(one, other)


def test_a_copy_has_everything(store, tmp_path):
    done = copy(store, tmp_path / "baru.db")
    assert done.counts == {name: len(rows) for name, rows in content(store).items()}
    assert content(tmp_path / "baru.db") == content(store)
    assert attached(tmp_path / "baru.db") == attached(store)


def test_two_stores_are_not_mixed(store, tmp_path):
    other = filled(tmp_path / "lain.db")  # the same names of cases
    before = content(other)
    assert code_of(copy, store, other) == "STO013"
    assert code_of(copy, store, store) == "STO013"
    assert content(other) == before


def test_a_copy_goes_on_with_the_next_number(store, tmp_path):
    copy(store, tmp_path / "baru.db")
    desk, _ = stepping.office(tmp_path / "baru.db")
    desk.do(SECOND, answer="lengkap")
    assert desk.open_case(stepping.permit()).id == "izin-reklame-2026-0004"
    assert kinds(tmp_path / "baru.db") == []


def test_a_copy_that_breaks_off_leaves_the_other_store_empty(store, tmp_path):
    class Broken(SqliteJournal):
        def tables(self, case=None):
            for name, columns, rows in super().tables(case):
                if name == "tasks":
                    raise Failure("STO006", path="asal", reason="x")
                yield name, columns, rows

    with closing(Broken(store, create=False)) as one, closing(SqliteJournal(tmp_path / "b.db", create=True)) as other:
        assert code_of(transfer, one, other) == "STO006"
        assert not any(other.counts().values())
    copy(store, tmp_path / "b.db")


def test_a_copy_that_differs_is_told(store, tmp_path):
    class Forgetful(SqliteJournal):
        def fill(self, tables):
            super().fill(tables)
            with self._writing() as execute:
                execute("UPDATE cases SET reference = 'lain' WHERE id = ?", FIRST)

    with opened(store) as one, closing(Forgetful(tmp_path / "b.db", create=True)) as other:
        assert code_of(transfer, one, other) == "STO023"
