"""Complaints are cases of the SOP's own procedure: tied to an event, timed by their class, secret where asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sop_engine.cli import due
from sop_engine.compiler import compile_text, load
from sop_engine.correspondence import answer, posting
from sop_engine.definition.catalogue import Catalogue
from sop_engine.engine.event import CaseStatus
from sop_engine.failure import Failure
from sop_engine.office import Office, attachments, complaints, disclosure, explain, tick
from sop_engine.office.complaint_ways import procedure_of, ways_of
from sop_engine.office.complaints import Words
from sop_engine.office.inbox import Whose, waiting
from sop_engine.store.journal import Entry
from sop_engine.store.sqlite import SqliteJournal

TOP = Path(__file__).resolve().parents[2]
FOLDERS = (TOP / "definitions", TOP / "examples")
BEGIN = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)  # a Monday, 09.00 WIB
MILD, GRAVE = "Ringan (keterlambatan angkut)", "Berat (pencemaran)"
WORDS = Words("Sampah di Jalan Kenanga belum diangkut")
SECRET = Words("Petugas Rudi meminta uang", "Rp75.000 hilang", "Uang dikembalikan")
WHO = {"name": "Wati Rahasia", "nik": "3326010101900001", "phone": "0899123", "address": "Gang Melati 9"}
COUNTER = """\
people: 1
persons:
  - {id: ratna, name: Ratna, steward: true}
  - {id: ani, name: Ani, offices: [{unit: pekalongan/prokompim, actor: agendaris, from: 2024-01-01}]}
"""
PEOPLE = """\
people: 1
persons:
  - {id: ratna, name: Ratna, steward: true}
  - id: agus
    name: Agus Contoh
    nip: "197001011995031001"
    offices: [{unit: contoh/lingkungan-hidup, actor: petugas, from: 2024-01-01}]
  - {id: tono, name: Tono, offices: [{unit: contoh/lingkungan-hidup, actor: regu, from: 2024-01-01}]}
"""


@pytest.fixture
def journal(tmp_path):
    journal = SqliteJournal(tmp_path / "kasus.db", create=True)
    yield journal
    journal.close()


@pytest.fixture(scope="module")
def cleaning():
    return load(Catalogue(TOP / "examples"), "pengaduan-kebersihan")


@pytest.fixture(scope="module")
def media():
    return load(Catalogue(TOP / "definitions"), "kerjasama-media")


def desk(journal, person="agus", days=0.0):
    return Office(journal, person, lambda: BEGIN + timedelta(days))


def opened(journal, compiled, words=WORDS, person="agus", days=0.0, **said):
    said.setdefault("channel", "whatsapp")
    return complaints.open_complaint(desk(journal, person, days), compiled, words, **said)


def finished(journal, compiled, days=0.0):
    """Return a case of the main procedure that was carried to its end."""
    office = desk(journal, days=days)
    case = office.open_case(compiled).id
    while not office.show(case).case.status.closed:
        office.do(case)
    return case


def refused(action, *args, **named) -> Failure:
    with pytest.raises(Failure) as caught:
        action(*args, **named)
    return caught.value


def without_complaints():
    for folder in FOLDERS:
        for path in sorted(folder.glob("*.yaml")):
            if not path.name.endswith(".uji.yaml") and "\n  procedures:" not in path.read_text(encoding="utf-8"):
                yield pytest.param(folder, path.stem, id=path.stem)


def with_complaints():
    for folder in FOLDERS:
        for path in sorted(folder.glob("*.yaml")):
            if "\n  procedures:" in path.read_text(encoding="utf-8") and not path.name.endswith(".uji.yaml"):
                yield pytest.param(folder, path.stem, id=path.stem)


@pytest.mark.parametrize(("folder", "sop"), list(with_complaints()))
def test_every_complaint_procedure_runs_from_opening_to_answer(journal, folder, sop):
    catalogue = Catalogue(folder)
    compiled = load(catalogue, sop)
    flows = [flow for flow in compiled.flows if flow.complaint]
    assert flows
    for flow in flows:
        office = desk(journal)
        channels = compiled.definition.complaints.channels
        channel = next((each.kind for each in channels if each.procedure == flow.procedure), "lapor")
        group = next(iter(flow.groups or ()), None)
        made = complaints.open_complaint(
            office, compiled, WORDS, channel=channel, procedure=flow.procedure, group=group
        )
        case = made.complaint.view.id
        assert [each.case for each in waiting(office, Whose.ALL).tasks] == [case]
        first = answer.told(office, complaints.complaint(office, case), "Sedang kami periksa")
        assert first.interim
        for hours in range(1, 60):
            office = desk(journal, days=hours / 24)
            view = office.show(case)
            if view.case.status.closed:
                break
            ways = [each for each in view.choices if not (each.late or each.edge.back)]
            note = "alasan" if ways[0].edge.reason else None
            office.do(case, ways[0].node.id, answer=ways[0].edge.answer, skip=ways[0].skip, note=note)
        assert office.show(case).case.status is CaseStatus.FINISHED
        assert waiting(office, Whose.ALL).tasks == ()
        assert explain.explain(office, case).view.id == case
        found = complaints.complaint(office, case)
        told = answer.told(office, found, "Sudah kami tangani")
        assert (told.complaint, told.interim, told.kept) == (case, False, True)
        assert told.done
        sent = posting.post(office, found.view, told, catalogue, f"{case}.md").sent
        assert "Jawaban atas Pengaduan" in sent.content.decode()
        assert office.history(case).broken_at is None


def received(journal, folder, sop):
    """Yield, for each complaint procedure of a standard, a complaint in secret that was just opened at the counter."""
    compiled = load(Catalogue(folder), sop)
    for flow in compiled.flows:
        if flow.complaint:
            group = next(iter(flow.groups or ()), None)
            more = {"channel": "lapor", "procedure": flow.procedure, "group": group, "complainant": WHO, "secret": True}
            yield opened(journal, compiled, SECRET, **more).complaint.view


@pytest.mark.parametrize(("folder", "sop"), list(with_complaints()))
def test_every_complaint_is_due_from_its_receipt_and_waits_for_an_office(journal, folder, sop):
    for view in received(journal, folder, sop):
        assert view.record.state.dues.case == view.calendar.due(view.promised.within, BEGIN).at
        assert "hari kerja)" in due.told(view, view.record.state.dues.case, BEGIN)
        assert {node.actor for node in view.open_nodes}.isdisjoint(view.flow.external)
        for node in view.open_nodes:
            assert view.id in {each.case for each in waiting(desk(journal), actor=node.actor).tasks}


@pytest.mark.parametrize(("folder", "sop"), list(with_complaints()))
def test_the_office_whose_step_it_is_reads_a_complaint_in_secret(journal, folder, sop):
    for view in received(journal, folder, sop):
        unit, actor = view.record.unit, view.open_nodes[0].actor
        office = f"[{{unit: {unit}, actor: {actor}, from: 2024-01-01}}]"
        people = (
            f"people: 1\npersons:\n  - {{id: r, name: R, steward: true}}\n  - {{id: p, name: P, offices: {office}}}\n"
        )
        journal.load_people(people, Entry(BEGIN, "people", "r", None))
        found, who = complaints.revealed(desk(journal, "p"), view.id)
        assert (found.words, who["name"]) == (SECRET, "Wati Rahasia")


@pytest.mark.parametrize(("folder", "sop"), list(without_complaints()))
def test_a_standard_without_a_complaint_procedure_has_the_common_one(journal, folder, sop):
    made = opened(journal, load(Catalogue(folder), sop), channel="lapor")
    view = made.complaint.view
    assert (names(made)[0], view.flow.procedure) == ("unstated", "pengaduan-umum")
    assert "common" in names(made)
    assert view.record.state.dues.case == view.calendar.due(view.promised.within, BEGIN).at
    for step in ("terima", "tindak-lanjut", "jawab"):
        desk(journal).do(view.id, step)
    history = desk(journal, "lain").history(view.id)
    assert (history.view.case.status, history.broken_at) == (CaseStatus.FINISHED, None)


def test_the_common_procedure_is_the_complaint_officers_else_the_first_of_the_office():
    def handler(sop):
        return load(Catalogue(TOP / "examples"), sop).flow("pengaduan-umum").node["terima"].actor

    assert handler("sewa-aula-kecamatan") == "sekcam"
    assert handler("izin-reklame-toko") == "front-office"


def test_a_standard_that_nobody_in_the_office_carries_out_takes_no_complaint():
    compiled = load(Catalogue(TOP / "examples"), "izin-reklame-toko")
    outsiders = {key: each for key, each in compiled.definition.actors.items() if each.external}
    alone = replace(compiled, definition=compiled.definition.model_copy(update={"actors": outsiders}))
    assert refused(procedure_of, alone, None).code == "RUN064"


def test_what_the_complainant_does_first_is_recorded_at_the_counter(journal, media):
    journal.load_people(COUNTER, Entry(BEGIN, "people", "ratna", None))
    view = opened(journal, media, person="ani", channel="in_person").complaint.view
    brought = journal.history(view.id)[1].event
    assert (brought.step, brought.actor, brought.standing) == ("sampaikan", "pemohon", "by agendaris")
    assert complaints.complaint(desk(journal), view.id).words == WORDS
    assert [each.id for each in complaints.complaints(desk(journal, days=90), late=True)] == [view.id]


def test_a_complaint_that_is_cut_off_while_it_is_taken_in_waits_with_its_step(journal, media, monkeypatch):
    def full(change):
        raise Failure("STO003", place="kasus.db", reason="disk full")

    monkeypatch.setattr(journal, "append", full)
    view = opened(journal, media, channel="in_person").complaint.view
    assert [node.id for node in view.open_nodes] == ["sampaikan"]
    assert view.record.state.dues.case is None


def test_a_complainant_who_decides_something_first_is_asked(journal, cleaning):
    text = cleaning.text.replace("- id: terima\n          actor: petugas", "- id: terima\n          actor: warga")
    compiled, found = compile_text(text, cleaning.unit_text)
    assert compiled is not None, found
    assert [node.id for node in opened(journal, compiled).complaint.view.open_nodes] == ["terima"]


def test_a_complaint_is_tied_to_the_very_event(journal, cleaning):
    about = finished(journal, cleaning)
    made = opened(journal, cleaning, about=about, event=3)
    event = journal.history(about)[2]
    assert made.complaint.concerned == (about, 3, event.hash)
    first = journal.history(made.complaint.view.id)[0].event
    assert {f"about_case={about}", "about_event=3", f"about_hash={event.hash}"} <= set(first.facts)
    assert [each.id for each in journal.about(about)] == [made.complaint.view.id]
    assert complaints.complaint(desk(journal), made.complaint.view.id).concerned == made.complaint.concerned


def test_a_complaint_about_a_case_as_a_whole_names_no_event(journal, cleaning):
    about = finished(journal, cleaning)
    assert opened(journal, cleaning, about=about).complaint.concerned == (about, None, None)


def test_what_is_complained_of_must_be_there(journal, cleaning):
    about = finished(journal, cleaning)
    assert refused(opened, journal, cleaning, about=about, event=9).code == "RUN038"
    assert refused(opened, journal, cleaning, about="lain-2026-0001").code == "RUN011"
    assert len(journal.cases()) == 1


def test_a_channel_is_named_by_kind_word_or_label(cleaning):
    for said, kind, recorded in (
        ("whatsapp", "whatsapp", "whatsapp"),
        ("SAPA bersih", "whatsapp", "Sapa Bersih"),
        ("Telepon", "phone", "phone"),
        ("Phone", "phone", "phone"),
    ):
        ways, named = ways_of(cleaning, said)
        assert ({each.kind for each in ways}, named) == ({kind}, recorded)
    failure = refused(ways_of, cleaning, "fax")
    assert (failure.code, failure.args_of_message["known"]) == ("RUN067", "phone, Sapa Bersih, lapor")
    assert refused(ways_of, cleaning, " ").code == "USE060"


def test_lapor_is_a_channel_of_every_standard():
    compiled = load(Catalogue(TOP / "definitions"), "lapor-gub")
    assert "lapor" not in {each.kind for each in compiled.definition.complaints.channels}
    assert ways_of(compiled, "SP4N-LAPOR!") == ((), "lapor")


def test_a_standard_that_names_no_channel_takes_every_kind_and_no_other_word():
    compiled = load(Catalogue(TOP / "definitions"), "keprotokolan")
    assert compiled.definition.complaints.channels == ()
    assert ways_of(compiled, "in_person") == ((), "in_person")
    assert refused(ways_of, compiled, "merpati").code == "RUN067"


def test_the_procedure_is_the_one_asked_for_else_the_channels_else_the_only_one(cleaning):
    other = "    - {id: surat, title: Lewat Surat, steps: [{id: baca, actor: petugas, activity: Membaca surat}]}\n"
    text = cleaning.text.replace("    - id: langsung\n", f"{other}    - id: langsung\n")
    two, found = compile_text(text, unit_text=cleaning.unit_text)
    assert two is not None, found
    phone, lapor = ways_of(two, "phone")[0], ways_of(two, "lapor")[0]
    assert procedure_of(two, "surat", phone).procedure == "surat"
    assert procedure_of(two, None, phone).procedure == "langsung"
    assert refused(procedure_of, two, None, lapor).code == "RUN066"
    assert refused(procedure_of, two, "utama", phone).code == "RUN065"
    assert procedure_of(cleaning, None, lapor).procedure == "langsung"


@pytest.mark.parametrize(
    ("sop", "category", "limit", "last"),
    [
        ("pengaduan-kebersihan", MILD, "3 hari kerja", "2026-03-05"),
        ("pengaduan-kebersihan", None, "14 hari kerja", "2026-03-27"),
        ("keprotokolan", None, "60 hari kalender", "2026-05-01"),
    ],
)
def test_the_time_limit_is_that_of_the_class_else_the_standards_else_the_laws(journal, sop, category, limit, last):
    folder = next(each for each in FOLDERS if (each / f"{sop}.yaml").exists())
    view = opened(journal, load(Catalogue(folder), sop), channel="lapor", category=category).complaint.view
    assert str(view.promised.within) == limit
    # days end at midnight in the unit's zone
    assert view.record.state.dues.case == datetime.fromisoformat(f"{last}T17:00:00+00:00")


def test_a_class_that_the_standard_does_not_have_is_refused(journal, cleaning):
    assert refused(opened, journal, cleaning, category="gawat").code == "RUN047"
    assert journal.cases() == ()


def names(made):
    return [each.name for each in made.remarks]


@pytest.mark.parametrize(("days", "late"), [(30, False), (30.6, False), (31, True)])
def test_after_thirty_days_the_officer_is_told_and_the_complaint_taken(journal, cleaning, days, late):
    about = finished(journal, cleaning)
    said = {"channel": "phone", "category": MILD, "about": about}
    assert names(opened(journal, cleaning, days=days, **said)) == (["too_late"] if late else [])


def test_a_service_that_goes_on_was_not_received_yet(journal, cleaning):
    about = desk(journal).open_case(cleaning).id
    assert names(opened(journal, cleaning, days=90, channel="phone", category=MILD, about=about)) == []


def test_what_a_written_complaint_should_state_is_asked_for(journal, cleaning):
    made = opened(journal, cleaning, complainant={"name": "Wati"}, category=MILD)
    assert names(made) == ["unstated"]
    assert made.remarks[0].args["missing"] == "alamat pelapor, kerugian yang dialami, penyelesaian yang diminta"
    whole = Words("Kurang", "Rp10.000", "Diganti")
    assert names(opened(journal, cleaning, whole, complainant={"name": "W", "address": "A"}, category=MILD)) == []
    assert names(opened(journal, cleaning, channel="phone", category=MILD)) == []


def test_the_classes_are_told_where_none_was_chosen(journal, cleaning):
    made = opened(journal, cleaning, channel="phone")
    assert names(made) == ["no_category"]
    assert made.remarks[0].args == {"within": "14 hari kerja", "known": f"{MILD}; {GRAVE}"}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (Words(" \n"), "USE062"),
        (Words("a\0b"), "USE026"),
        (Words("a" * 10_001), "RUN016"),
        (Words("a", loss="b\nc"), "USE026"),
        (Words("a", remedy="b" * 1001), "RUN043"),
        (Words("\ud800"), "USE023"),
    ],
)
def test_words_that_cannot_stand_in_a_record_are_refused(journal, cleaning, words, code):
    assert refused(opened, journal, cleaning, words).code == code
    assert journal.cases() == ()


def test_a_case_that_is_no_complaint_is_not_shown_as_one(journal, cleaning):
    assert refused(complaints.complaint, desk(journal), finished(journal, cleaning)).code == "RUN068"


def test_complaints_are_listed_open_late_or_about_a_case(journal, cleaning):
    about = finished(journal, cleaning)
    tied = opened(journal, cleaning, about=about, category=MILD).complaint.view.id
    other = opened(journal, cleaning, category=GRAVE).complaint.view.id
    done = opened(journal, cleaning).complaint.view.id
    desk(journal).do(done, answer="bukan")

    def listed(days=0.0, **said):
        return [each.id for each in complaints.complaints(desk(journal, days=days), **said)]

    assert listed() == [tied, other, done]
    assert listed(running=True) == [tied, other]
    assert listed(about=about) == [tied]
    assert (listed(3.6, late=True), listed(4, late=True)) == ([], [tied])
    assert listed(40, late=True) == [tied, other]
    assert refused(listed, about="tidak-ada").code == "RUN011"


def test_more_complaints_than_a_page_are_all_listed(journal, cleaning, monkeypatch):
    monkeypatch.setattr(complaints, "_PAGE", 2)
    made = [opened(journal, cleaning).complaint.view.id for _ in range(5)]
    assert [each.id for each in complaints.complaints(desk(journal))] == made


def test_a_deadline_of_a_complaint_fires_as_in_any_case(journal, cleaning):
    case = opened(journal, cleaning).complaint.view.id
    desk(journal).do(case, answer="tentang kebersihan")
    late = desk(journal, days=7)
    assert tick.waiting(late) == (case,)
    assert [each.alarm.to for each in tick.fire(late, case)] == ["tindak-kabid"]
    assert [each.step for each in late.show(case).case.open] == ["tindak-kabid"]


# secrecy

TELLING = ("Rudi", "Rp75.000", "dikembalikan", "Wati", "3326010101900001", "0899123", "Melati", "ktp-wati")


@pytest.fixture
def hidden(journal, cleaning, tmp_path):
    """A complaint in secret about a case, with an enclosed file; and that case."""
    journal.load_people(PEOPLE, Entry(BEGIN, "people", "ratna", None))
    about = desk(journal).open_case(cleaning).id
    path = tmp_path / "ktp-wati.pdf"
    path.write_bytes(b"bukti")
    office = desk(journal)
    files = attachments.attach(office, [path])
    made = complaints.open_complaint(
        office, cleaning, SECRET, channel="lapor", about=about, event=1, complainant=WHO, secret=True, files=files
    )
    return made.complaint.view.id, about


def test_what_would_give_a_secret_complainant_away_lies_apart_alone(journal, hidden):
    case, about = hidden
    desk(journal).do(case, answer="tentang kebersihan")
    told = "".join(
        repr(row)
        for name, _, rows in journal.tables()
        for row in rows
        if name not in ("applicants", "definitions", "people")
    )
    assert case in told
    assert not [each for each in TELLING if each in told]
    record = journal.load(case)
    assert (record.about, journal.about(about)) == (None, ())
    first = journal.history(case)[0].event
    assert first.fact("file").endswith(" 16384+ lampiran-1.pdf")
    found = complaints.complaint(desk(journal), case)
    assert (found.secret, found.words, found.concerned) == (True, Words(), None)
    assert disclosure.fields(desk(journal), case) == {}


@pytest.mark.parametrize("person", ["ratna", "agus"])
def test_a_steward_and_who_works_on_it_see_a_secret_complaint_on_the_record(journal, hidden, person):
    case, about = hidden
    found, who = complaints.revealed(desk(journal, person), case)
    assert (found.words, who) == (SECRET, WHO)
    assert found.concerned == (about, 1, journal.history(about)[0].hash)
    looks = [each.entry for each in journal.noted() if each.entry.kind == "revealed"]
    assert [(each.person, each.case) for each in looks] == [(person, case)]
    assert disclosure.revealed(desk(journal, person), case) == WHO


def test_others_are_refused_and_that_is_recorded(journal, hidden):
    case, _ = hidden
    for look in (complaints.revealed, disclosure.revealed):
        assert refused(look, desk(journal, "tono"), case).code == "RUN033"
    assert refused(attachments.fetch, desk(journal, "tono"), case, "lampiran-1.pdf").code == "RUN033"
    kinds = [each.entry.kind for each in journal.noted()]
    assert (kinds.count("refused"), kinds.count("revealed")) == (3, 0)
    assert attachments.fetch(desk(journal), case, "lampiran-1.pdf")[1] == b"bukti"


def test_who_worked_on_it_sees_it_no_more_once_it_is_closed(journal, hidden):
    case, _ = hidden
    desk(journal).do(case, answer="bukan")
    assert refused(complaints.revealed, desk(journal), case).code == "RUN033"
    assert complaints.revealed(desk(journal, "ratna"), case)[1] == WHO


def test_an_erased_secret_is_gone_and_the_record_stays(journal, hidden):
    case, _ = hidden
    disclosure.erase(desk(journal, "ratna"), case, "masa simpan habis")
    assert refused(complaints.revealed, desk(journal, "ratna"), case).code == "RUN052"
    assert complaints.complaint(desk(journal), case).secret
    assert desk(journal).history(case).broken_at is None


def test_a_complainant_who_asks_for_no_secrecy_is_masked_and_the_words_are_on_record(journal, cleaning):
    made = opened(journal, cleaning, Words("Kotor", "Rp1.000"), complainant=WHO)
    office = desk(journal)
    assert disclosure.fields(office, made.complaint.view.id)["name"] == "W••• R••••••"
    assert complaints.complaint(office, made.complaint.view.id).words == ("Kotor", "Rp1.000", None)
    assert complaints.revealed(office, made.complaint.view.id)[1] == WHO
