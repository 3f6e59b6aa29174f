from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from shutil import copytree

import pytest
from inboxes import inbox

from sop_engine.compiler import Compiled, compile_text, load
from sop_engine.definition.catalogue import Catalogue
from sop_engine.engine.event import CaseStatus
from sop_engine.failure import Failure
from sop_engine.office import NOTE_LIMIT, Office, local_time, present_person
from sop_engine.office.titles import procedures
from sop_engine.store.sqlite import SqliteJournal

DEFINITIONS = Path(__file__).with_name("definitions")
BEGIN = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


@pytest.fixture
def journal(tmp_path) -> Iterator[SqliteJournal]:
    journal = SqliteJournal(tmp_path / "kasus.db", create=True)
    yield journal
    journal.close()


@pytest.fixture
def permit() -> Compiled:
    return load(Catalogue(DEFINITIONS), "izin-reklame")


def desk(journal: SqliteJournal, person: str = "sari") -> Office:
    ticks = count()
    return Office(journal, person, lambda: BEGIN + timedelta(minutes=next(ticks)))


def refused(action, *args, **named) -> Failure:
    with pytest.raises(Failure) as caught:
        action(*args, **named)
    return caught.value


def test_a_case_goes_through_a_return_to_its_end(journal, permit):
    office = desk(journal)
    case = office.open_case(permit, note="surat 7").id
    for step, answer in [("ajukan", None), ("periksa", "kurang"), ("ajukan", None), ("periksa", "lengkap")]:
        office.do(case, step, answer=answer)
    office.do(case, "tinjau", skip=True)
    office.do(case, actor="sekretaris", note="a.n. kepala")
    view = office.do(case)
    assert (view.case.status, view.case.version, view.end.text) == (CaseStatus.FINISHED, 8, "Selesai")
    history = office.history(case)
    assert history.broken_at is None
    assert [each.event.answer for each in history.events if each.event.answer] == ["Kurang", "Lengkap"]
    assert history.events[0].event.note == "surat 7"
    assert history.events[6].event[4:8] == ("sekretaris", "sari", None, "a.n. kepala")
    assert history.done == {node.id for node in view.flow.nodes}
    assert history.skipped == {"tinjau"}
    assert inbox(office) == ()


def test_a_return_opens_what_follows_anew(journal, permit):
    office = desk(journal)
    case = office.open_case(permit).id
    office.do(case)
    office.do(case, answer="kurang")
    history = office.history(case)
    assert history.done == set()
    assert ways(history) == {("periksa", "ajukan", "Kurang")}
    office.do(case)
    history = office.history(case)
    assert history.done == {"ajukan"}
    assert ways(history) == {("periksa", "ajukan", "Kurang"), ("ajukan", "periksa", None)}
    office.do(case, answer="lengkap")
    assert ways(office.history(case)) == {("ajukan", "periksa", None), ("periksa", "tinjau", "Lengkap")}


def ways(history):
    return {(edge.source, edge.target, edge.answer) for edge in history.walked}


def test_a_detour_that_is_listed_last_opens_nothing_anew(journal):
    folder = Catalogue(DEFINITIONS)
    plain = load(folder, "izin-reklame")
    steps, rest = plain.text.split("ends:\n", 1)
    steps = steps.replace(
        "        - answer: Ditolak", "        - answer: Ragu\n          to: bahas\n        - answer: Ditolak"
    )
    steps = steps.replace("Menyerahkan surat izin\n", "Menyerahkan surat izin\n    end: selesai\n")
    steps += "  - id: bahas\n    actor: kepala\n    activity: Membahas berkas\n    next: tandatangani\n"
    compiled, found = compile_text(f"{steps}ends:\n{rest}", plain.unit_text)
    assert compiled is not None, found
    office = desk(journal)
    case = office.open_case(compiled).id
    office.do(case)
    office.do(case, answer="Kurang")
    assert office.history(case).done == set()
    office.do(case)
    office.do(case, answer="Ragu")
    office.do(case)
    history = office.history(case)
    assert history.done == {"ajukan", "periksa", "bahas"}
    assert ways(history) == {
        ("ajukan", "periksa", None), ("periksa", "bahas", "Ragu"), ("bahas", "tandatangani", None),
    }  # fmt: skip
    office.do(case)
    office.do(case)
    history = office.history(case)
    assert history.done == {"ajukan", "periksa", "bahas", "tandatangani", "serahkan"}
    assert ("serahkan", "end:selesai", None) in ways(history)


def test_a_complaint_is_a_case_too(journal, permit):
    office = desk(journal)
    case = office.open_case(permit, "langsung").id
    assert [node.id for node in office.show(case).open_nodes] == ["terima"]
    assert office.do(case).case.status is CaseStatus.FINISHED


def test_a_procedure_that_is_not_there_opens_nothing(journal, permit):
    assert refused(desk(journal).open_case, permit, "tak-langsung").code == "RUN021"
    assert journal.cases() == ()


def test_the_case_stays_on_the_text_it_began_with(journal, tmp_path):
    folder = copytree(DEFINITIONS, tmp_path / "definisi")
    file = folder / "izin-reklame.yaml"
    office = desk(journal)
    old = office.open_case(load(Catalogue(folder), "izin-reklame")).id
    file.write_text(
        file.read_text(encoding="utf-8").replace("Mengajukan permohonan", "Mendaftarkan permohonan"), encoding="utf-8"
    )
    new = office.open_case(load(Catalogue(folder), "izin-reklame")).id
    file.unlink()
    later = desk(journal)
    activities = [later.show(case).open_nodes[0].activity for case in (old, new)]
    assert activities == ["Mengajukan permohonan izin", "Mendaftarkan permohonan izin"]
    assert later.do(old).case.version == 2


def test_a_text_that_this_version_cannot_read_is_said(journal, permit):
    office = desk(journal)
    case = office.open_case(permit).id
    journal._db.executescript("DROP TRIGGER definitions_are_not_changed; UPDATE definitions SET text = 'sop: 99'")
    assert refused(desk(journal).show, case).code == "STO010"


def test_of_two_officers_on_one_step_the_second_is_told_who_and_when(journal, permit):
    first, second = desk(journal, "sari"), desk(journal, "budi")
    case = first.open_case(permit).id
    seen = second.show(case).case.version
    first.do(case, "ajukan")
    failure = refused(second.do, case, "ajukan")
    assert failure.code == "RUN013"
    for word in ("ajukan", "sari", "pemohon", "02-03-2026 09.01 WITA", "periksa (Petugas Loket)"):
        assert word in failure.message("id")
    failure = refused(second.do, case, "periksa", answer="Lengkap", expect=seen)
    assert failure.code == "RUN015"
    assert "02-03-2026 09.01 WITA" in failure.message("en")
    assert second.show(case).case.version == 2


def test_who_closed_the_case_is_told(journal, permit):
    office = desk(journal)
    case = office.open_case(permit, "langsung").id
    office.do(case)
    for step in ("terima", None):
        failure = refused(office.do, case, step)
        assert failure.code == "RUN014"
        assert "sari" in failure.message()
    assert refused(office.do, case, "makan").code == "RUN003"


@pytest.mark.parametrize("step", ["ajukan", None], ids=["named", "the-open-one"])
def test_a_race_between_the_look_and_the_record_is_won_by_one(journal, permit, monkeypatch, step):
    slow, fast = desk(journal, "budi"), desk(journal, "sari")
    case = slow.open_case(permit).id
    load_case, overtaken = journal.load, []

    def load_and_be_overtaken(name: str):
        record = load_case(name)
        if not overtaken:
            overtaken.append(name)
            fast.do(name, "ajukan")
        return record

    monkeypatch.setattr(journal, "load", load_and_be_overtaken)
    failure = refused(slow.do, case, step)
    assert failure.code == "RUN015"
    assert "sari" in failure.message()
    assert [each.event.person for each in journal.history(case)] == ["budi", "sari"]


def test_a_forged_state_is_noticed(journal, permit):
    office = desk(journal)
    case = office.open_case(permit).id
    for forged in ("'$[0][0][0]', 'periksa'", "'$[10][1]', 0", "'$[11][0]', 0", "'$[8]', 3"):
        journal._db.execute(f"UPDATE cases SET state = json_set(state, {forged})")
        assert office.history(case).broken_at == 2
    journal._db.execute("UPDATE cases SET state = json_set(state, '$[0][0][0]', 'tak-ada')")
    assert refused(office.show, case).code == "STO012"
    for forged in ("bukan", "[]", "{}", "7", '"x"', "[[], 1]"):
        journal._db.execute("UPDATE cases SET state = ?", (forged,))
        assert refused(office.show, case).code == "STO012"


def test_a_colleague_who_records_meanwhile_breaks_nothing(journal, permit, monkeypatch):
    office = desk(journal)
    case = office.open_case(permit).id
    told = journal.history

    def after_a_colleague(name):
        monkeypatch.setattr(journal, "history", told)
        office.do(name)
        return told(name)

    monkeypatch.setattr(journal, "history", after_a_colleague)
    history = office.history(case)
    assert (history.broken_at, len(history.events), history.view.case.version) == (None, 1, 1)


def test_a_record_that_was_tampered_with_is_noticed(journal, permit):
    office = desk(journal)
    case = office.open_case(permit).id
    office.do(case)
    office.do(case, answer="Kurang")
    journal._db.executescript("DROP TRIGGER events_are_not_changed; DROP TRIGGER events_are_not_deleted")
    journal._db.execute("UPDATE events SET body = json_set(body, '$.answer', 'Lengkap') WHERE seq = 3")
    assert office.history(case).broken_at == 3
    journal._db.execute("DELETE FROM events WHERE seq = 3")
    assert office.history(case).broken_at == 3


@pytest.mark.parametrize(
    "changes",
    [
        "UPDATE events SET body = json_set(body, '$.note', 'lain') WHERE seq = 3",
        "UPDATE events SET body = json_set(body, '$.at', 'kemarin') WHERE seq = 3",
        "UPDATE events SET body = '[' WHERE seq = 3",
        "UPDATE events SET body = ' ' || body WHERE seq = 3",
        "UPDATE events SET hash = 'lain' WHERE seq = 3",
        "UPDATE events SET hash = 'lain' WHERE seq = 2",
        "UPDATE events SET seq = 7 WHERE seq = 3",
        "DELETE FROM events WHERE seq = 3",
        "DELETE FROM events WHERE seq = 2",
        "UPDATE cases SET head = 'lain'",
    ],
)
def test_nothing_is_added_to_a_record_whose_end_was_tampered_with(journal, permit, changes):
    office = desk(journal)
    case = office.open_case(permit).id
    office.do(case)
    office.do(case, answer="Kurang")
    journal._db.executescript("DROP TRIGGER events_are_not_changed; DROP TRIGGER events_are_not_deleted")
    journal._db.execute(changes)
    before = list(journal._db.iterdump())
    failure = refused(office.do, case)
    assert (failure.code, failure.exit_code) == ("STO011", 3)
    assert "peristiwa 3" in failure.message("id")
    assert list(journal._db.iterdump()) == before


def test_nothing_is_added_after_a_tampered_opening(journal, permit):
    office = desk(journal)
    case = office.open_case(permit).id
    journal._db.executescript(
        "DROP TRIGGER events_are_not_changed; UPDATE events SET body = json_set(body, '$.person', 'lain')"
    )
    assert refused(office.do, case).code == "STO011"


@pytest.mark.parametrize(
    "change",
    [
        "json_set(body, '$.kind', 'lain')",
        "json_set(body, '$.at', 'kemarin')",
        "'['",
        "'7'",
        "json_set(body, '$.opens', 7)",
    ],
)
def test_an_event_that_is_none_any_more_is_told_with_its_number(journal, permit, change):
    office = desk(journal)
    case = office.open_case(permit).id
    office.do(case)
    journal._db.executescript(f"DROP TRIGGER events_are_not_changed; UPDATE events SET body = {change} WHERE seq = 2")
    failure = refused(office.history, case)
    assert (failure.code, failure.args_of_message["seq"]) == ("STO009", "2")


def test_complaints_are_named_in_lists_even_when_their_text_is_no_longer_read(journal, permit):
    office = desk(journal)
    case = office.open_case(permit, "langsung").id
    office.open_case(permit)
    assert procedures(office, office.cases()) == procedures(office, inbox(office)) == {case: "Pengaduan Langsung"}
    journal._db.executescript("DROP TRIGGER definitions_are_not_changed; UPDATE definitions SET text = 'sop: 99'")
    assert procedures(desk(journal), office.cases()) == {case: "langsung"}


def test_the_actors_for_whom_something_waits(journal, permit):
    office = desk(journal)
    assert office.awaited() == ()
    office.open_case(permit)
    office.open_case(permit, "langsung")
    assert office.awaited() == ("pemohon", "petugas")


def test_an_unknown_case_is_refused_with_the_place(journal):
    failure = refused(desk(journal).show, "izin-reklame-2026-0009")
    assert failure.code == "RUN011"
    assert "kasus.db" in failure.message()


@pytest.mark.parametrize(
    "note", ["baris satu\nbaris dua", "\x1b[31m\x01\x07", "<script>alert(1)</script>", "é€字\u202e", "n" * NOTE_LIMIT]
)
def test_a_note_is_kept_as_it_was_said(journal, permit, note):
    office = desk(journal)
    case = office.open_case(permit, note=note).id
    assert office.history(case).events[0].event.note == note
    assert office.history(case).broken_at is None


@pytest.mark.parametrize("note", ["", " \n ", None])
def test_no_note_is_no_note(journal, permit, note):
    office = desk(journal)
    assert office.history(office.open_case(permit, note=note).id).events[0].event.note is None


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"note": "n" * 100_000}, "RUN016"),
        ({"note": "\udce9"}, "USE023"),
        ({"note": "a\0b"}, "USE026"),
        ({"step": "\udce9"}, "USE023"),
        ({"answer": "\udce9"}, "RUN009"),
        ({"answer": "x", "skip": True}, "USE024"),
        ({"actor": "kepala"}, "RUN006"),
    ],
)
def test_what_cannot_be_recorded_changes_nothing(journal, permit, given, code):
    office = desk(journal)
    case = office.open_case(permit).id
    before = list(journal._db.iterdump())
    assert refused(office.do, case, **given).code == code
    # the record of the desk says who asked to act as somebody else
    assert [each for each in journal._db.iterdump() if '"code=RUN006"' not in each] == before


def test_the_person_is_named_by_the_environment(monkeypatch):
    monkeypatch.setenv("SOP_USER", " Sari Dewi ")
    assert present_person() == "Sari Dewi"
    monkeypatch.setenv("SOP_USER", "a\x1bb")
    assert refused(present_person).code == "USE026"
    monkeypatch.setenv("SOP_USER", "a\udce9")
    assert refused(present_person).code == "USE023"
    monkeypatch.delenv("SOP_USER")
    assert present_person()
    monkeypatch.setattr("getpass.getuser", lambda: {}["tiada"])
    assert refused(present_person).code == "USE022"


@pytest.mark.parametrize(
    ("zone", "shown"),
    [("Asia/Jakarta", "08.00 WIB"), ("Asia/Makassar", "09.00 WITA"), ("Asia/Jayapura", "10.00 WIT")],
)
def test_times_are_those_of_the_unit(zone, shown):
    assert local_time(BEGIN, zone) == f"02-03-2026 {shown}"
