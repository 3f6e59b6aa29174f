"""Letters made from an applicant's data go with them, on both databases; the record knows it and stays whole."""

import hashlib
from pathlib import Path

import pytest
from both import Store, opened
from stepping import permit

from sop_engine.failure import Failure
from sop_engine.office import attachments
from sop_engine.office.applicant import applicant_of
from sop_engine.office.disclosure import Erased, erase, was_erased
from sop_engine.office.letters import send
from sop_engine.record.verify import Verification

LETTER = b"Nama pemohon: Sri Wahyuni"


@pytest.fixture
def store(store_url: str):
    yield from opened(store_url)


@pytest.fixture
def case(store: Store, tmp_path: Path) -> str:
    """A case with a letter and an attachment."""
    desk = store.office()
    name = desk.open_case(permit(), applicant=applicant_of({"name": "Sri Wahyuni"})).id
    attach(desk, name, tmp_path, "ktp.txt", "pindaian KTP")
    send(desk, desk.show(name), "receipt", "1", "tanda-terima.pdf", LETTER)
    return name


def attach(desk, case: str, folder: Path, name: str, content: str) -> str:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    desk.do(case, facts=attachments.attach(desk, [path]))
    return hashlib.sha256(content.encode()).hexdigest()


def kinds(store: Store) -> list[str]:
    return [each.kind for each in Verification(store.journal(create=False)).faults()]


def stored(store: Store) -> int:
    return len(store.journal(create=False).files())


def test_a_letter_goes_with_the_data_and_what_else_is_attached_is_named(store, case):
    desk = store.office()
    assert erase(desk, case, "diminta") == Erased(("tanda-terima.pdf",), ("ktp.txt",), ())
    with pytest.raises(Failure) as refused:
        attachments.fetch(desk, case, "tanda-terima.pdf")
    said = refused.value.args_of_message
    assert (refused.value.code, was_erased(desk, case, said["digest"])) == ("RUN053", True)
    assert attachments.fetch(desk, case, "ktp.txt")[1] == b"pindaian KTP"
    assert kinds(store) == []


def test_everything_goes_when_that_is_asked_for_also_later(store, case):
    desk = store.office()
    erase(desk, case, "diminta")
    assert erase(desk, case, "diminta", files=True) == Erased(("ktp.txt",), (), ())
    assert stored(store) == 0
    with pytest.raises(Failure) as refused:
        erase(desk, case, "diminta", files=True)
    assert refused.value.code == "RUN052"
    assert kinds(store) == []


def test_a_file_that_another_case_names_stays(store, case, tmp_path):
    desk = store.office()
    other = desk.open_case(permit()).id
    attach(desk, other, tmp_path, "ktp.txt", "pindaian KTP")
    assert erase(desk, case, "diminta", files=True) == Erased(("tanda-terima.pdf",), (), ("ktp.txt",))
    assert attachments.fetch(desk, other, "ktp.txt")[1] == b"pindaian KTP"
    assert kinds(store) == []


def test_a_file_that_is_gone_without_a_word_is_still_missed(store, case):
    desk = store.office()
    erase(desk, case, "diminta")
    journal = store.journal()
    digest = journal.files()[0]
    if store.url.startswith("sqlite"):
        next(Path(store.url.removeprefix("sqlite:///") + ".files").glob(f"*/{digest}")).unlink()
    else:
        store.forge("DELETE FROM files WHERE digest = ?", digest)
    assert kinds(store) == ["file_gone"]


def test_what_was_erased_and_lies_there_all_the_same_is_noted_and_goes_when_asked_again(store, case):
    desk = store.office()
    journal = store.journal()
    (letter,) = (each for each in journal.files() if LETTER in (journal.get_file(each) or b""))
    content = journal.get_file(letter)
    erase(desk, case, "diminta")
    journal.put_file(letter, content)
    assert kinds(store) == ["file_kept"]
    assert erase(desk, case, "diminta").gone == ("tanda-terima.pdf",)
    assert kinds(store) == []
