"""What is erased is gone from the files of the store; the record of the desk runs forward whatever the clock shows."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from stepping import office, permit

from sop_engine.office.applicant import applicant_of
from sop_engine.office.disclosure import erase
from sop_engine.record.verify import Verification
from sop_engine.store.journal import Entry
from sop_engine.store.sqlite import SqliteJournal

AT = datetime(2026, 3, 9, 1, 0, tzinfo=UTC)
NAME = "Zubaidah Contoh"


@pytest.fixture
def journal(tmp_path):
    journal = SqliteJournal(tmp_path / "kasus.db", create=True)
    yield journal
    journal.close()


def bytes_of(folder: Path) -> bytes:
    return b"".join(each.read_bytes() for each in folder.rglob("*") if each.is_file())


def test_erased_data_is_in_no_file_of_the_store(tmp_path):
    desk, journal = office(tmp_path / "kasus.db")
    case = desk.open_case(permit(), applicant=applicant_of({"name": NAME, "address": "Jalan Kenanga 4 " * 15})).id
    desk.open_case(permit(), applicant=applicant_of({"name": "Budi Contoh"}))
    assert NAME.encode() in bytes_of(tmp_path)
    erase(desk, case, "diminta pemohon")
    assert NAME.encode() not in bytes_of(tmp_path), "while the store is open"
    assert b"Budi Contoh" in bytes_of(tmp_path)
    journal.close()
    assert b"Kenanga" not in bytes_of(tmp_path)


def test_the_record_of_the_desk_does_not_run_backwards(journal):
    slow = AT - timedelta(hours=3)
    for at in (AT, slow, AT - timedelta(seconds=20), AT + timedelta(hours=1)):
        journal.note(Entry(at, "refused", "tono", None, ("code=RUN031",)))
    entries = [each.entry for each in journal.noted()]
    assert [each.at for each in entries] == [AT, AT, AT, AT + timedelta(hours=1)]
    plain = ("code=RUN031",)
    assert [each.facts for each in entries] == [plain, (*plain, "clock=2026-03-08T22:00:00.000000Z"), plain, plain]
    assert list(Verification(journal).faults()) == []


@pytest.mark.parametrize(
    "body", ["bukan JSON", '{"at":"2026-03-09T01:00:00","kind":"refused","person":"x"}', "[" * 10**5]
)
def test_a_last_line_that_is_none_keeps_nobody_from_going_on(journal, body):
    journal.note(Entry(AT, "refused", "tono", None))
    with journal._writing() as execute:
        execute("INSERT INTO desk (seq, body, hash) VALUES (2, ?, ?)", body, bytes(32))
    journal.note(Entry(AT, "refused", "tini", None))
    assert journal.counts()["desk"] == 3
