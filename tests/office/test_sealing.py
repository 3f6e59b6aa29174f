"""What could tell whose case it is cannot be recognised in the record: not by a copy of the file, not by a guess."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from sop_engine.compiler import load
from sop_engine.correspondence import posting, receipt
from sop_engine.definition.catalogue import Catalogue
from sop_engine.office import Office, attachments, complaints, disclosure, remarks
from sop_engine.office.applicant import applicant_of
from sop_engine.office.complaints import Words
from sop_engine.office.sealing import SALT, STEP, sealed, with_salt, without_salt
from sop_engine.record.verify import Verification
from sop_engine.store.sqlite import SqliteJournal

EXAMPLES = Catalogue(Path(__file__).resolve().parents[2] / "examples")
BEGIN = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
SCAN = b"pindaian KTP" * 100
NAME = "Wati Contoh"


@pytest.fixture
def journal(tmp_path):
    journal = SqliteJournal(tmp_path / "kasus.db", create=True)
    yield journal
    journal.close()


@pytest.fixture(scope="module")
def cleaning():
    return load(EXAMPLES, "pengaduan-kebersihan")


@pytest.fixture
def scan(tmp_path):
    path = tmp_path / "ktp.pdf"
    path.write_bytes(SCAN)
    return path


def desk(journal) -> Office:
    return Office(journal, "agus", lambda: BEGIN)


def in_secret(journal, cleaning, *paths):
    office = desk(journal)
    files = attachments.attach(office, paths)
    made = complaints.open_complaint(office, cleaning, Words("Kotor"), channel="lapor", secret=True, files=files)
    return made.complaint.view.id


def openly(journal, cleaning, *paths):
    office = desk(journal)
    files = attachments.attach(office, paths)
    made = complaints.open_complaint(office, cleaning, Words("Kotor"), channel="lapor", files=files)
    return made.complaint.view.id


def files_of(journal, case):
    return attachments.listed(each.event for each in journal.history(case))


@pytest.mark.parametrize("size", [0, 1, STEP - SALT - 8, STEP - SALT - 7, STEP, 3 * STEP + 5])
def test_a_sealed_file_is_its_bytes_and_salt_in_whole_steps(size):
    content = bytes(size)
    kept = with_salt(content)
    assert without_salt(kept) == content
    assert len(kept) % STEP == 0
    assert SALT + 8 <= len(kept) - size <= STEP + SALT + 8
    assert with_salt(content) != kept


def test_only_the_fact_of_a_plain_file_is_sealed_and_that_once():
    attached = {sha256(SCAN).hexdigest(): SCAN}
    fact = f"file={sha256(SCAN).hexdigest()} {len(SCAN)} ktp wati.pdf"
    once = sealed(attached, fact)
    assert once.endswith(" 16384+ ktp wati.pdf")
    assert once != sealed(attached, fact), "the same file again has salt of its own"
    assert sealed(attached, once) == once
    assert sealed(attached, "have=ktp") == "have=ktp"
    assert sealed({}, fact) == fact


def test_a_scan_in_a_secret_complaint_is_not_the_one_of_a_public_case(journal, cleaning, scan):
    hidden, public = in_secret(journal, cleaning, scan), openly(journal, cleaning, scan)
    office = desk(journal)
    remarks.comment(office, hidden, "menyusul", facts=attachments.attach(office, [scan]))
    (known,) = files_of(journal, public)
    first, later = files_of(journal, hidden)
    assert (known.digest, known.size, known.sealed) == (sha256(SCAN).hexdigest(), len(SCAN), False)
    assert len({known.digest, first.digest, later.digest}) == 3
    assert known.size not in (first.size, later.size)
    for name in ("lampiran-1.pdf", "ktp.pdf"):
        assert attachments.fetch(desk(journal), hidden, name)[1] == SCAN
    told = "".join(str(row) for name, _, rows in journal.tables(hidden) if name == "events" for row in rows)
    assert known.digest not in told
    assert len(journal.files()) == 3
    assert list(Verification(journal).faults()) == []


def letter(journal, case):
    office = desk(journal)
    view = office.show(case)
    return posting.post(office, view, receipt.told(office, view), EXAMPLES, "tanda-terima.md").sent


def test_nobody_can_try_a_name_against_what_the_record_has_of_a_letter(journal, cleaning):
    office = desk(journal)
    case = office.open_case(cleaning, applicant=applicant_of({"name": NAME})).id
    view = office.show(case)
    told = receipt.told(office, view)
    sent = posting.post(office, view, told, EXAMPLES, "tanda-terima.md").sent
    event = journal.history(case)[-1].event
    assert NAME.encode() in sent.content
    assert sha256(sent.content).hexdigest() not in str(event.facts)
    assert sent.file.size % STEP == 0
    # whoever knows name and letter still lacks the salt that lies with the data
    known = journal.applicant(case)
    keys = {posting.key_of(told, "md", salt) for salt in ("", "0" * 32)}
    assert event.fact("letter") == f"receipt {posting.key_of(told, 'md', known.salt)}"
    assert event.fact("letter").removeprefix("receipt ") not in keys


def test_the_same_letter_again_is_the_one_that_was_sent(journal, cleaning):
    case = desk(journal).open_case(cleaning, applicant=applicant_of({"name": NAME})).id
    first, again = letter(journal, case), letter(journal, case)
    assert (first.new, again.new) == (True, False)
    assert (first.content, first.file) == (again.content, again.file)
    assert attachments.fetch(desk(journal), case, "tanda-terima.md")[1] == first.content
    assert list(Verification(journal).faults()) == []


def test_after_an_erasure_no_key_fits_what_is_known(journal, cleaning):
    case = desk(journal).open_case(cleaning, applicant=applicant_of({"name": NAME})).id
    letter(journal, case)
    key = journal.history(case)[-1].event.fact("letter")
    disclosure.erase(desk(journal), case, "diminta")
    assert journal.applicant(case).salt == ""
    again = letter(journal, case)
    assert again.new
    assert NAME.encode() not in again.content
    assert journal.history(case)[-1].event.fact("letter") != key
