import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from keeping import FIRST, SECOND, THIRD, faults, filled, kinds, opened, tampered
from stepping import office

from sop_engine.failure import Failure
from sop_engine.record import heads
from sop_engine.record.verify import Verification
from sop_engine.store.chain import chained
from sop_engine.store.statements import TABLES


@pytest.fixture(scope="module")
def whole(tmp_path_factory) -> Path:
    return filled(tmp_path_factory.mktemp("utuh") / "kasus.db")


@pytest.fixture
def store(whole, tmp_path) -> Path:
    return copied(whole, tmp_path)


def copied(whole: Path, folder: Path) -> Path:
    to = Path(shutil.copy(whole, folder / "kasus.db"))
    shutil.copytree(f"{whole}.files", f"{to}.files")
    return to


def heads_of(path: Path) -> list[heads.Head]:
    with opened(path) as journal, journal.snapshot():
        return list(heads.heads(journal))


def test_an_intact_store_has_no_faults_and_all_of_it_is_counted(store):
    with opened(store) as journal:
        look = Verification(journal, heads=heads_of(store))
        assert list(look.faults()) == []
        assert (look.cases, look.events, look.files, look.desk) == (3, 11, 1, 3)


def test_a_changed_event_is_named_with_the_time_of_the_last_that_holds(store):
    tampered(store, "UPDATE events SET body = replace(body, 'surat 7', 'surat 8') WHERE case_id = ? AND seq = 1", FIRST)
    tampered(store, "UPDATE events SET body = body || ' ' WHERE case_id = ? AND seq = 2", SECOND)
    first, second = faults(store)
    assert (first.kind, first.case, first.seq, first.since) == ("chain", FIRST, 1, None)
    assert (second.kind, second.case, second.seq) == ("chain", SECOND, 2)
    assert second.since is not None
    assert second.zone == "Asia/Makassar"


def test_swapped_events_are_found(store):
    def swap(db):
        rows = db.execute("SELECT seq, body, hash FROM events WHERE case_id = ? AND seq IN (3, 4)", (FIRST,)).fetchall()
        for (seq, _, _), (_, body, found) in zip(rows, reversed(rows), strict=True):
            db.execute("UPDATE events SET body = ?, hash = ? WHERE case_id = ? AND seq = ?", (body, found, FIRST, seq))

    tampered(store, swap)
    assert [(each.kind, each.seq) for each in faults(store)] == [("chain", 3)]


def test_a_deleted_event_is_found(store):
    tampered(store, "DELETE FROM events WHERE case_id = ? AND seq = 4", FIRST)
    assert [(each.kind, each.seq) for each in faults(store)] == [("gap", 4)]


def test_a_first_event_stands_on_the_name_of_its_case(store):
    tampered(store, "UPDATE cases SET procedure = 'lain' WHERE id = ?", FIRST)
    assert [(each.kind, each.seq) for each in faults(store)] == [("chain", 1)]


def test_an_event_that_is_none_is_found_though_its_hash_agrees(store):
    def forge(db):
        before = db.execute("SELECT hash FROM events WHERE case_id = ? AND seq = 1", (SECOND,)).fetchone()[0]
        head = bytes.fromhex(chained(before.hex(), "bukan JSON"))
        db.execute("UPDATE events SET body = 'bukan JSON', hash = ? WHERE case_id = ? AND seq = 2", (head, SECOND))

    tampered(store, forge)
    assert [(each.kind, each.seq) for each in faults(store)] == [("unreadable", 2)]


def test_a_cut_tail_is_found(store):
    tampered(store, "DELETE FROM events WHERE case_id = ? AND seq = 8", FIRST)
    found = faults(store)
    assert [(each.kind, each.seq, dict(each.args)) for each in found] == [("tail", 8, {"version": "8", "count": "7"})]


def test_a_tail_that_was_cut_with_care_is_found_by_the_heads_alone(store, tmp_path):
    # the same store a step earlier: everything in it agrees
    (tmp_path / "dahulu").mkdir()
    earlier = copied(store, tmp_path / "dahulu")
    desk, journal = office(store)
    desk.do(SECOND, answer="lengkap")
    journal.close()
    known = heads_of(store)
    assert kinds(earlier) == []
    (found,) = faults(earlier, heads=known)
    assert (found.kind, found.case, found.seq) == ("head_cut", SECOND, 3)
    assert dict(found.args) == {"version": "3", "count": "2"}
    assert found.since is not None
    assert kinds(earlier, FIRST, heads=known) == []


def test_a_record_that_was_written_anew_is_found_by_the_heads_alone(store, tmp_path):
    known = heads_of(store)
    other = known[1]._replace(hash="0" * 64)
    assert kinds(store, heads=[known[0], other, *known[2:]]) == ["head_other"]
    assert kinds(store, heads=[*known[:3], known[3]._replace(hash="f" * 64)]) == ["desk_other"]


def test_a_deleted_case_is_found(store):
    known = heads_of(store)

    def delete(db):
        for table, column in (("tasks", "case_id"), ("events", "case_id"), ("applicants", "case_id"), ("cases", "id")):
            db.execute(f"DELETE FROM {table} WHERE {column} = ?", (SECOND,))

    tampered(store, delete)
    assert [(each.kind, each.case) for each in faults(store, heads=known)] == [
        ("head_gone", SECOND),
        ("number_gap", SECOND),
        ("file_unnamed", None),
    ]
    assert [(each.kind, each.case) for each in faults(store, SECOND, heads=known)] == [("head_gone", SECOND)]


def test_a_store_that_is_not_there_is_found_by_the_heads(store, tmp_path):
    known = heads_of(store)
    assert kinds(tmp_path / "tidak-ada.db", heads=known) == ["head_gone"] * 3 + ["desk_cut"]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ("UPDATE tasks SET due = '2099-01-01T00:00:00.000000Z'", ["tasks", "tasks"]),
        ("DELETE FROM tasks", ["tasks", "tasks"]),
        (f"UPDATE tasks SET holder = 'tono' WHERE case_id = '{SECOND}'", ["tasks"]),
        (f"INSERT INTO tasks VALUES ('u:a', '9', '{FIRST}', 'ajukan', 1, 'x', 'y', NULL)", ["tasks"]),
        (f"UPDATE cases SET status = 'rejected' WHERE id = '{FIRST}'", ["column"]),
        (f"UPDATE cases SET alarm = '2020-01-01T00:00:00.000000Z' WHERE id = '{FIRST}'", ["column"]),
        (f"UPDATE cases SET reference = '800/8' WHERE id = '{FIRST}'", ["column"]),
        (f"UPDATE cases SET complaint = 1, about = '{SECOND}' WHERE id = '{FIRST}'", ["column", "column"]),
        (f"UPDATE cases SET opened_at = changed_at WHERE id = '{FIRST}'", ["column"]),
        (f"UPDATE cases SET state = replace(state, '[', '[ ') WHERE id = '{FIRST}'", ["state"]),
        (f"UPDATE cases SET state = '' WHERE id = '{FIRST}'", ["untold"]),
        (f"UPDATE cases SET version = 7 WHERE id = '{FIRST}'", ["tail"]),
        ("UPDATE counters SET last = 4", ["counter"]),
        ("DELETE FROM counters", ["counter"]),
        ("UPDATE counters SET year = 2025", ["counter", "counter"]),
        (f"UPDATE applicants SET data = replace(data, 'Budi', 'Bude') WHERE case_id = '{FIRST}'", ["applicant"]),
        (f"UPDATE applicants SET secret = 1 WHERE case_id = '{FIRST}'", ["applicant"]),
        (f"UPDATE applicants SET data = '', salt = '' WHERE case_id = '{FIRST}'", ["applicant_erased"]),
        (f"DELETE FROM applicants WHERE case_id = '{FIRST}'", ["applicant_gone"]),
        (
            f"UPDATE applicants SET case_id = '{SECOND}' WHERE case_id = '{FIRST}'",
            ["applicant_gone", "applicant_unsaid"],
        ),
        ("UPDATE applicants SET case_id = 'x-2026-0001' WHERE salt <> ''", ["applicant_gone", "orphan"]),
        ("UPDATE definitions SET title = 'Lain'", ["definition_listed"]),
        ("UPDATE definitions SET text = text || ' '", [*["definition_of"] * 3, "definition"]),
        ("UPDATE desk SET body = replace(body, 'tono', 'toni') WHERE seq = 2", ["desk_chain"]),
        ("DELETE FROM desk WHERE seq = 2", ["desk_gap"]),
        ("UPDATE people SET text = text || '# lain'", ["people"]),
        ("UPDATE people SET seq = 2", ["people"]),
    ],
)
def test_what_is_kept_beside_the_record_is_compared_with_it(store, change, expected):
    tampered(store, change)
    assert kinds(store) == expected


def test_a_renamed_case_is_found(store):
    def rename(db):
        db.execute("PRAGMA foreign_keys = OFF")
        for table, column in (("cases", "id"), ("events", "case_id"), ("tasks", "case_id")):
            db.execute(f"UPDATE {table} SET {column} = 'izin-reklame-2027-01' WHERE {column} = ?", (SECOND,))

    tampered(store, rename)
    assert kinds(store) == ["chain", "misnamed", "number_gap"]


def test_attachments_are_compared_with_their_digests(store):
    (file,) = Path(f"{store}.files").glob("*/*")
    file.write_text("isi berkax", encoding="utf-8")
    (found,) = faults(store)
    assert (found.kind, found.case, found.seq, dict(found.args)["name"]) == ("file_changed", SECOND, 2, "pindai.txt")
    file.unlink()
    assert kinds(store) == ["file_gone"]


def test_a_file_that_no_case_names_is_only_noted(store):
    other = Path(f"{store}.files") / "ab" / ("ab" * 32)
    other.parent.mkdir()
    other.write_bytes(b"")
    (found,) = faults(store)
    assert (found.kind, found.is_note) == ("file_unnamed", True)


def test_single_cases_can_be_looked_at(store):
    tampered(store, "UPDATE events SET body = body || ' ' WHERE seq = 1")
    assert [each.case for each in faults(store, THIRD)] == [THIRD]
    with pytest.raises(Failure) as refused:
        faults(store, "izin-reklame-2026-0009")
    assert refused.value.code == "RUN011"


def test_verifying_writes_nothing(store):
    before = store.read_bytes()
    tampered_again = faults(store)
    assert (tampered_again, store.read_bytes()) == ([], before)


def test_officers_work_on_while_a_store_is_verified(store):
    desk, _ = office(store)

    def meanwhile(cases, total):
        assert total == 3
        for number, case in enumerate(cases):
            if not number:
                desk.do(SECOND, answer="lengkap")
            yield case

    with opened(store) as journal:
        look = Verification(journal, watch=meanwhile)
        assert list(look.faults()) == []
        assert look.events == 11  # all of it is of the moment at which it began
    assert desk.show(SECOND).case.version == 3
    assert kinds(store) == []


@pytest.mark.parametrize("damage", ["cut", "garbled", "text"])
def test_a_damaged_file_is_told_and_nothing_is_written(store, damage):
    if damage == "text":
        tampered(store, "UPDATE events SET body = CAST(x'c328' AS TEXT) WHERE case_id = ? AND seq = 3", FIRST)
    raw = bytearray(store.read_bytes())
    if damage == "cut":
        del raw[len(raw) // 2 :]
    elif damage == "garbled":
        raw[4096:] = bytes(each ^ 0x5A for each in raw[4096:])
    store.write_bytes(raw)
    with pytest.raises(Failure) as refused:
        faults(store)
    assert refused.value.code == "STO006"
    assert store.read_bytes() == raw


WHERE = [(table, column) for table, columns in TABLES.items() for column in columns]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    place=st.sampled_from(WHERE), row=st.integers(0, 1000), at=st.integers(0, 10_000), sign=st.sampled_from("0aZ[é ")
)
def test_any_single_sign_that_changes_in_any_row_is_found(whole, tmp_path_factory, place, row, at, sign):
    table, column = place
    store = copied(whole, tmp_path_factory.mktemp("ubah"))

    def change(db):
        rows = db.execute(f"SELECT * FROM {table}").fetchall()
        names = [each[0] for each in db.execute(f"SELECT * FROM {table}").description]
        chosen = rows[row % len(rows)]
        if (table, column) == ("applicants", "secret") and not chosen[names.index("data")]:
            return  # what was erased cannot be compared any more
        value = chosen[names.index(column)]
        key = " AND ".join(f"{name} IS ?" for name in names)
        with suppress(sqlite3.IntegrityError):  # another row has that name
            db.execute(f"UPDATE {table} SET {column} = ? WHERE {key}", (changed(value, at, sign), *chosen))

    tampered(store, change)
    with closing(sqlite3.connect(store)) as one, closing(sqlite3.connect(whole)) as two:
        same = all(
            one.execute(f"SELECT * FROM {name}").fetchall() == two.execute(f"SELECT * FROM {name}").fetchall()
            for name in TABLES
        )
    assert same or kinds(store)


def changed(value: object, at: int, sign: str) -> object:
    if value is None:
        return sign
    if isinstance(value, int):
        return value + 1 + at
    if isinstance(value, bytes):
        place = at % len(value)
        return value[:place] + bytes([value[place] ^ (1 + at % 255)]) + value[place + 1 :]
    place = at % (len(value) + 1)
    return f"{value[:place]}{sign}{value[place + 1 :]}"
