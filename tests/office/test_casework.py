"""What is done to a case beside its procedure: who may, what is refused, and what the record says of it."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta

import pytest
from sample import UNIT_TEXT, definition

from sop_engine.compiler import compile_text, recompile
from sop_engine.definition.catalogue import Catalogue
from sop_engine.engine.event import CaseStatus, EventKind
from sop_engine.failure import Failure
from sop_engine.office import Office, attachments, calling, closing, custody, disclosure, guard, recalling, remarks
from sop_engine.office.applicant import applicant_of
from sop_engine.office.inbox import Whose, place_of, waiting
from sop_engine.office.overview import overview
from sop_engine.store.journal import Entry
from sop_engine.store.sqlite import SqliteJournal

BEGIN = datetime(2026, 11, 9, 1, 0, tzinfo=UTC)
PEOPLE = """\
people: 1
persons:
  - {id: siti, name: Siti, steward: true, offices: [{unit: contoh/kelurahan, actor: lurah, from: 2024-01-01}]}
  - {id: dewi, name: Dewi, offices: [{unit: contoh/kelurahan, actor: petugas, from: 2024-01-01}]}
  - {id: budi, name: Budi, offices: [{unit: contoh/kelurahan, actor: petugas, from: 2024-01-01}]}
  - {id: kepala, name: Kepala, steward: true}
  - id: wakil
    name: Wakil
    offices:
      - {unit: contoh/kelurahan, actor: lurah, standing: plh, letter: 800/15, from: 2026-11-02, until: 2026-11-13}
"""
STEPS = definition("""
steps:
  - {id: ajukan, actor: pemohon, activity: Mengajukan permohonan}
  - id: periksa
    actor: petugas
    activity: Memeriksa berkas
    decision:
      question: Apakah lengkap?
      branches: [{answer: ya}, {answer: belum, to: ajukan, limit: {times: 2, to: sahkan}}]
  - {id: sahkan, actor: lurah, with: [petugas], activity: Menandatangani surat izin}
""")


@pytest.fixture
def journal(tmp_path):
    journal = SqliteJournal(tmp_path / "kasus.db", create=True)
    yield journal
    journal.close()


@pytest.fixture
def listed(journal):
    """A store with a list of people in force."""
    journal.load_people(PEOPLE, Entry(BEGIN, "people", "siti", None))
    return journal


@pytest.fixture
def permit():
    compiled, found = compile_text(STEPS)
    assert compiled is not None, found
    return compiled


def desk(journal, person="dewi", minutes=0):
    return Office(journal, person, lambda: BEGIN + timedelta(minutes=minutes))


def submitted(journal, permit, person="dewi"):
    """A case whose file has been handed in."""
    office = desk(journal, person)
    case = office.open_case(permit).id
    office.do(case)
    return case


def refused(action, *args, **named) -> Failure:
    with pytest.raises(Failure) as caught:
        action(*args, **named)
    return caught.value


def entries(journal, kind):
    return [each.entry for each in journal.noted() if each.entry.kind == kind]


# claims


def test_a_claimed_step_is_done_by_who_claimed_it_and_nobody_else(listed, permit):
    case = submitted(listed, permit)
    view = custody.claim(desk(listed), case)
    assert (view.event.kind, view.event.step, view.event.actor) == (EventKind.CLAIMED, "periksa", "petugas")
    assert refused(custody.claim, desk(listed, "budi"), case).code == "RUN041"
    failure = refused(desk(listed, "budi").do, case, answer="ya")
    assert (failure.code, failure.args_of_message["holder"]) == ("RUN041", "dewi")
    assert [each.facts[0] for each in entries(listed, "refused")] == ["code=RUN041", "code=RUN041"]
    assert desk(listed).do(case, answer="ya").open_nodes[0].id == "sahkan"


def test_who_holds_none_of_the_offices_cannot_claim(listed, permit):
    case = submitted(listed, permit)
    assert refused(custody.claim, desk(listed, "siti"), case).code == "RUN031"
    assert desk(listed).show(case).case.open[0].holder is None


def test_a_claim_is_given_back_by_its_holder_or_a_steward_alone(listed, permit):
    case = submitted(listed, permit)
    custody.claim(desk(listed), case)
    assert refused(custody.release, desk(listed, "budi"), case).code == "RUN033"
    assert custody.release(desk(listed), case).event.standing is None
    custody.claim(desk(listed), case)
    by_steward = custody.release(desk(listed, "kepala"), case, note="cuti")
    assert (by_steward.event.standing, by_steward.event.actor, by_steward.event.note) == ("steward", None, "cuti")
    assert by_steward.case.open[0].holder is None
    assert refused(custody.release, desk(listed, "kepala"), case).code == "RUN035"


def test_a_step_is_given_to_somebody_who_may_do_it(listed, permit):
    case = submitted(listed, permit)
    custody.claim(desk(listed), case)
    assert refused(custody.reassign, desk(listed), case, None, "siti").code == "RUN031"
    assert refused(custody.reassign, desk(listed), case, None, "tono").code == "RUN030"
    assert [each.facts[0] for each in entries(listed, "refused")] == ["code=RUN031", "code=RUN030"]
    assert custody.reassign(desk(listed), case, None, "budi").case.open[0].holder == "budi"
    assert refused(custody.reassign, desk(listed), case, None, "dewi").code == "RUN033"
    assert custody.reassign(desk(listed, "kepala"), case, "periksa", "dewi").case.open[0].holder == "dewi"


def test_an_unclaimed_step_is_given_away_by_a_steward_or_where_nobody_is_listed(journal, permit):
    case = submitted(journal, permit)
    assert custody.reassign(desk(journal), case, None, "siapa pun").case.open[0].holder == "siapa pun"
    journal.load_people(PEOPLE, Entry(BEGIN, "people", "siti", None))
    case = submitted(journal, permit)
    assert refused(custody.reassign, desk(journal), case, None, "budi").code == "RUN033"


def test_joint_actors_must_hold_the_office_in_which_they_take_part(listed, permit):
    case = submitted(listed, permit)
    office = desk(listed, "siti")
    desk(listed).do(case, answer="ya")
    view = office.show(case)
    assert custody.together(office, view, None, ["petugas=budi"]) == ("with=petugas:budi",)
    assert refused(custody.together, office, view, None, ["petugas=siti"]).code == "RUN032"
    assert refused(custody.together, office, view, None, ["pemohon=budi"]).code == "RUN006"
    for malformed in ("budi", "=budi", "petugas=", ""):
        assert refused(custody.together, office, view, None, [malformed]).code == "USE049"


# remarks


def test_comments_and_corrections_come_at_any_time_and_move_nothing(listed, permit):
    case = submitted(listed, permit)
    before = desk(listed).show(case).case
    remarks.comment(desk(listed, "budi"), case, "pemohon menelepon")
    corrected = remarks.correct(desk(listed), case, 2, "nomor surat 13")
    assert (corrected.event.about, corrected.event.note) == (2, "nomor surat 13")
    assert corrected.case.open == before.open
    closing.withdraw(desk(listed), case, "dicabut")
    assert remarks.comment(desk(listed), case, "arsip B7").case.status is CaseStatus.WITHDRAWN
    assert remarks.correct(desk(listed), case, 5, "dicabut lisan").event.about == 5


def test_a_remark_needs_words_and_an_event_that_is_there(listed, permit):
    case = submitted(listed, permit)
    assert refused(remarks.comment, desk(listed), case, "  ").code == "RUN042"
    assert refused(remarks.correct, desk(listed), case, 1, None).code == "RUN042"
    assert refused(remarks.correct, desk(listed), case, 3, "x").code == "RUN038"
    assert refused(remarks.comment, desk(listed, "tono"), case, "x").code == "RUN030"
    assert refused(remarks.comment, desk(listed, "kepala"), case, "x").code == "RUN031"


# suspended, withdrawn, rejected


@pytest.mark.parametrize("act", [closing.suspend, closing.withdraw, closing.reject])
def test_what_stops_a_case_needs_its_reason(listed, permit, act):
    case = submitted(listed, permit)
    assert refused(act, desk(listed), case, None).code == "RUN042"
    assert desk(listed).show(case).case.version == 2


def test_a_suspended_case_stands_still_until_it_is_resumed(listed, permit):
    case = submitted(listed, permit)
    view = closing.suspend(desk(listed), case, "menunggu saksi")
    assert (view.case.status, view.record.state.dues.case) == (CaseStatus.SUSPENDED, None)
    assert waiting(desk(listed)).tasks == ()
    assert refused(desk(listed).do, case, answer="ya").code == "RUN027"
    assert refused(closing.suspend, desk(listed), case, "lagi").code == "RUN027"
    assert desk(listed).resume(case, "saksi hadir").open_nodes[0].id == "periksa"


def test_who_may_do_the_open_step_may_reject_and_no_other_office(listed, permit):
    case = submitted(listed, permit)
    assert refused(closing.reject, desk(listed, "wakil"), case, "lokasi terlarang").code == "RUN031"
    view = closing.reject(desk(listed), case, "lokasi terlarang")
    assert (view.case.status, view.event.actor) == (CaseStatus.REJECTED, "petugas")
    assert refused(closing.reject, desk(listed), case, "sekali lagi").code == "RUN003"


def test_a_deputy_acts_by_the_letter(listed, permit):
    case = submitted(listed, permit)
    desk(listed).do(case, answer="ya")
    assert desk(listed, "wakil").do(case, facts=["with=petugas:dewi"]).event.standing == "plh 800/15"


# taken back


def test_one_takes_back_ones_own_last_step_as_long_as_nobody_has_gone_on(listed, permit):
    case = submitted(listed, permit)
    before = desk(listed).show(case)
    desk(listed, minutes=5).do(case, answer="belum")
    failure = refused(recalling.recall, desk(listed, "budi"), case)
    assert (failure.code, failure.args_of_message["person"]) == ("RUN037", "dewi")
    view, step = recalling.recall(desk(listed, minutes=9), case, note="salah pilih")
    assert (step, view.event.about, view.event.note) == ("periksa", 3, "salah pilih")
    assert view.case.open == before.case.open
    assert view.case.given == ()
    assert view.record.state.dues == before.record.state.dues
    assert refused(recalling.recall, desk(listed), case).code == "RUN036"
    desk(listed).do(case, answer="ya")
    custody.claim(desk(listed, "siti"), case)
    assert refused(recalling.recall, desk(listed), case).code == "RUN036"


def test_a_remark_in_between_does_not_hinder_taking_back(listed, permit):
    case = submitted(listed, permit)
    desk(listed).do(case, answer="ya")
    remarks.comment(desk(listed, "budi"), case, "lihat berkas lama")
    assert recalling.recall(desk(listed), case)[0].open_nodes[0].id == "periksa"
    assert desk(listed).history(case).broken_at is None


def test_a_closed_case_has_nothing_to_take_back(listed, permit):
    case = submitted(listed, permit)
    closing.withdraw(desk(listed), case, "batal")
    assert refused(recalling.recall, desk(listed), case).code == "RUN003"


# seen before somebody else was faster


@pytest.mark.parametrize(
    "act",
    [
        lambda office, case: custody.claim(office, case, expect=1),
        lambda office, case: custody.release(office, case, expect=1),
        lambda office, case: custody.reassign(office, case, None, "budi", expect=1),
        lambda office, case: remarks.comment(office, case, "x", expect=1),
        lambda office, case: remarks.correct(office, case, 1, "x", expect=1),
        lambda office, case: closing.suspend(office, case, "x", expect=1),
        lambda office, case: closing.withdraw(office, case, "x", expect=1),
        lambda office, case: closing.reject(office, case, "x", expect=1),
        lambda office, case: recalling.recall(office, case, expect=1),
        lambda office, case: office.resume(case, expect=1),
    ],
)
def test_what_expects_an_earlier_version_is_refused(listed, permit, act):
    case = submitted(listed, permit)
    assert refused(act, desk(listed), case).code == "RUN015"


# attachments


@pytest.fixture
def letter(tmp_path):
    path = tmp_path / "surat tugas.pdf"
    path.write_bytes(b"%PDF-1.7 isi")
    return path


def attached(journal, case, *paths, person="dewi"):
    office = desk(journal, person)
    return remarks.comment(office, case, None, facts=attachments.attach(office, paths))


def test_a_file_comes_back_as_it_was_and_alike_ones_are_kept_once(listed, permit, letter, tmp_path):
    case = submitted(listed, permit)
    again = tmp_path / "salinan.pdf"
    again.write_bytes(letter.read_bytes())
    attached(listed, case, letter, again)
    assert len(listed.files()) == 1
    found, content = attachments.fetch(desk(listed), case, "surat tugas.pdf")
    assert (found.name, found.seq, content) == ("surat tugas.pdf", 3, letter.read_bytes())
    assert attachments.fetch(desk(listed), case, found.digest[:10])[1] == content
    failure = refused(attachments.fetch, desk(listed), case, "lain.pdf")
    assert (failure.code, failure.args_of_message["known"]) == ("RUN051", "surat tugas.pdf, salinan.pdf")


def test_of_two_files_of_one_name_it_is_asked_which_is_meant(listed, permit, letter):
    case = submitted(listed, permit)
    attached(listed, case, letter)
    letter.write_bytes(b"isi baru")
    attached(listed, case, letter)
    failure = refused(attachments.fetch, desk(listed), case, letter.name)
    assert failure.code == "RUN081"
    assert attachments.fetch(desk(listed), case, failure.args_of_message["digest"])[1] == b"isi baru"


def test_a_file_that_was_changed_or_lost_is_not_given_back(listed, permit, letter, tmp_path):
    case = submitted(listed, permit)
    attached(listed, case, letter)
    (kept,) = [path for path in tmp_path.glob("kasus.db.files/*/*") if path.is_file()]
    kept.chmod(0o600)
    kept.write_bytes(b"lain")
    assert refused(attachments.fetch, desk(listed), case, letter.name).code == "STO014"
    kept.unlink()
    assert refused(attachments.fetch, desk(listed), case, letter.name).code == "RUN053"


def test_of_a_refused_event_no_file_is_kept(listed, permit, letter):
    case = submitted(listed, permit)
    office = desk(listed)
    files = attachments.attach(office, [letter])
    assert refused(office.do, case, answer="entah", facts=files).code == "RUN008"
    assert listed.files() == ()
    assert office.do(case, answer="ya", facts=files).event.all_facts("file")[0].endswith(" surat tugas.pdf")
    assert len(listed.files()) == 1


def test_of_one_event_no_more_files_are_kept_however_they_came_together(listed, permit, letter, tmp_path):
    case = submitted(listed, permit)
    office, files = desk(listed), ()
    for number in range(10):
        path = tmp_path / f"{number}.pdf"
        path.write_bytes(f"halaman {number}".encode())
        files += attachments.attach(office, [path], files)
    assert refused(attachments.attach, office, [letter], files).code == "RUN049"
    more = attachments.attach(office, [letter])
    assert refused(office.do, case, answer="ya", facts=files + more).code == "RUN049"
    assert listed.files() == ()
    assert len(office.do(case, answer="ya", facts=files).event.all_facts("file")) == 10


def test_what_is_no_file_is_not_attached(listed, letter, tmp_path, monkeypatch):
    office = desk(listed)
    (tmp_path / "kosong").touch()
    (tmp_path / "keluar").symlink_to("/etc/hostname")
    (tmp_path / "putus").symlink_to(tmp_path / "tidak ada")
    (tmp_path / "berputar").symlink_to(tmp_path / "berputar")
    (tmp_path / "dekat").symlink_to(letter)
    os.mkfifo(tmp_path / "pipa")
    for name in ("tidak ada", ".", "kosong", "keluar", "putus", "berputar", "pipa"):
        assert refused(attachments.attach, office, [tmp_path / name]).code == "USE050", name
    assert len(attachments.attach(office, [tmp_path / "dekat"])) == 1
    named = tmp_path / "surat\x1b[2J.pdf"
    named.write_bytes(b"x")
    assert refused(attachments.attach, office, [named]).code == "USE026"
    assert refused(attachments.attach, office, [letter] * 11).code == "RUN049"
    monkeypatch.setattr(attachments, "LARGEST", 10)
    assert refused(attachments.attach, office, [letter]).code == "RUN048"


def test_a_file_that_changes_while_it_is_read_is_refused(listed, letter, monkeypatch):
    real = os.fstat
    looks = []

    def growing(handle):
        looks.append(handle)
        if len(looks) == 3:
            letter.write_bytes(b"%PDF-1.7 isi yang lebih panjang")
        return real(handle)

    monkeypatch.setattr(attachments.os, "fstat", growing)
    assert refused(attachments.attach, desk(listed), [letter]).code == "RUN050"


# applicants


@pytest.fixture
def personal(listed, permit):
    someone = applicant_of({"name": "Sri Wahyuni", "nik": "3375010101900001"})
    return desk(listed).open_case(permit, applicant=someone).id


def test_an_applicant_is_shown_masked_and_in_clear_only_on_the_record(listed, personal):
    assert overview(desk(listed), personal).applicant == {"name": "S•• W••••••", "nik": "••••••••••••••01"}
    assert disclosure.revealed(desk(listed, "budi"), personal)["nik"] == "3375010101900001"
    (entry,) = entries(listed, "revealed")
    assert (entry.person, entry.case) == ("budi", personal)
    assert refused(disclosure.revealed, desk(listed, "kepala"), personal).code == "RUN031"


def test_a_secret_applicant_is_shown_to_nobody_but_a_steward(listed, permit):
    someone = applicant_of({"name": "Sri Wahyuni"}, secret=True)
    case = desk(listed).open_case(permit, applicant=someone).id
    assert disclosure.fields(desk(listed), case) == {}
    assert refused(disclosure.revealed, desk(listed), case).code == "RUN033"
    assert disclosure.revealed(desk(listed, "siti"), case) == {"name": "Sri Wahyuni"}


def test_an_erased_applicant_is_gone_and_the_record_stays_whole(listed, personal):
    assert refused(disclosure.erase, desk(listed), personal, "diminta").code == "RUN033"
    assert refused(disclosure.erase, desk(listed, "kepala"), personal, " ").code == "RUN042"
    disclosure.erase(desk(listed, "kepala"), personal, "diminta pemohon")
    assert overview(desk(listed), personal).applicant == {}
    assert refused(disclosure.revealed, desk(listed), personal).code == "RUN052"
    assert desk(listed).history(personal).broken_at is None
    assert entries(listed, "erased")[0].facts == ("note=diminta pemohon",)


# called SOPs


@pytest.fixture
def catalogue(tmp_path):
    folder = tmp_path / "definisi"
    folder.mkdir()
    calls = STEPS.replace("Menandatangani surat izin}", "Menandatangani surat izin, call: {sop: bayar}}")
    pays = definition("id: bayar\nsteps:\n  - {id: terima, actor: petugas, activity: Menerima setoran}\n")
    (folder / "izin-keramaian.yaml").write_text(calls, encoding="utf-8")
    (folder / "bayar.yaml").write_text(pays, encoding="utf-8")
    (folder / "units" / "contoh").mkdir(parents=True)
    (folder / "units" / "contoh" / "kelurahan.yaml").write_text(UNIT_TEXT, encoding="utf-8")
    return Catalogue(folder)


def test_a_step_waits_for_the_case_of_the_sop_that_it_calls(listed, catalogue):
    text = (catalogue.folder / "izin-keramaian.yaml").read_text(encoding="utf-8")
    case = submitted(listed, recompile(text, None))
    assert refused(calling.call, desk(listed), catalogue, case).code == "RUN039"
    desk(listed).do(case, answer="ya")
    assert refused(calling.call, desk(listed, "kepala"), catalogue, case).code == "RUN031"
    made = calling.call(desk(listed, "siti"), catalogue, case)
    assert (made.called.record.about, made.called.event.fact("from")) == (case, f"{case}#sahkan")
    assert made.caller.case.open[0].called == made.called.id
    assert calling.call(desk(listed, "siti"), catalogue, case).called.id == made.called.id
    assert refused(desk(listed, "siti").do, case).code == "RUN040"
    desk(listed).do(made.called.id)
    assert desk(listed, "siti").do(case, facts=["with=petugas:dewi"]).case.status is CaseStatus.FINISHED
    assert [each.id for each in overview(desk(listed), case).related] == [made.called.id]
    assert desk(listed).history(made.called.id).broken_at is None


def test_a_step_that_calls_is_not_done_without_its_case_unless_somebody_says_why(listed, catalogue):
    text = (catalogue.folder / "izin-keramaian.yaml").read_text(encoding="utf-8")
    case = submitted(listed, recompile(text, None))
    desk(listed).do(case, answer="ya")
    office, together = desk(listed, "siti"), ["with=petugas:dewi"]
    office.definitions = lambda: catalogue
    failure = refused(office.do, case, facts=together)
    assert (failure.code, failure.args_of_message["sop"]) == ("RUN075", "bayar")
    (catalogue.folder / "bayar.yaml").rename(catalogue.folder / "lain.yaml")
    assert guard.uncalled(office.show(case), "sahkan", office.definitions) is None
    (catalogue.folder / "lain.yaml").rename(catalogue.folder / "bayar.yaml")
    assert office.do(case, note="dibayar di bank", facts=together).case.status is CaseStatus.FINISHED


def test_of_two_who_call_at_once_one_case_comes_and_both_see_it(listed, catalogue, monkeypatch):
    text = (catalogue.folder / "izin-keramaian.yaml").read_text(encoding="utf-8")
    case = submitted(listed, recompile(text, None))
    desk(listed).do(case, answer="ya")
    keep, faster = listed.open_case, []

    def overtaken(opening, then=None):
        if not faster:
            faster.append(True)
            faster.append(calling.call(desk(listed, "wakil"), catalogue, case).called.id)
        return keep(opening, then)

    monkeypatch.setattr(listed, "open_case", overtaken)
    assert calling.call(desk(listed, "siti"), catalogue, case).called.id == faster[1]
    assert {each.id for each in listed.cases()} == {case, faster[1]}


def test_another_units_sop_is_called_in_the_own_office(listed, catalogue):
    pays = catalogue.folder / "bayar.yaml"
    pays.write_text(pays.read_text(encoding="utf-8").replace("contoh/kelurahan", "contoh/bank"), encoding="utf-8")
    bank = UNIT_TEXT.replace("id: contoh/kelurahan", "id: contoh/bank")
    (catalogue.folder / "units" / "contoh" / "bank.yaml").write_text(bank, encoding="utf-8")
    text = (catalogue.folder / "izin-keramaian.yaml").read_text(encoding="utf-8")
    case = submitted(listed, recompile(text, None))
    desk(listed).do(case, answer="ya")
    called = calling.call(desk(listed, "wakil"), catalogue, case).called
    assert (called.record.unit, called.event.actor) == ("contoh/bank", None)
    assert called.event.standing == "by contoh/kelurahan:lurah"
    # what is done there is the bank's
    assert refused(desk(listed, "siti").do, called.id).code == "RUN031"


def test_a_call_that_is_refused_opens_no_case(listed, catalogue):
    text = (catalogue.folder / "izin-keramaian.yaml").read_text(encoding="utf-8")
    case = submitted(listed, recompile(text, None))
    desk(listed).do(case, answer="ya")
    (catalogue.folder / "bayar.yaml").unlink()
    assert refused(calling.call, desk(listed, "siti"), catalogue, case).code == "RUN020"
    assert [each.id for each in listed.cases()] == [case]


# what waits


def test_the_inbox_of_a_person_is_that_of_his_or_her_offices(listed, permit):
    first, second = submitted(listed, permit), submitted(listed, permit)
    desk(listed).do(first, answer="ya")
    assert [(each.case, each.step) for each in waiting(desk(listed, "siti")).tasks] == [(first, "sahkan")]
    # the clerk may sign jointly, and checks the other one: each step once
    assert [each.case for each in waiting(desk(listed, "budi")).tasks] == [first, second]
    assert waiting(desk(listed, "kepala")).tasks == ()
    assert len(waiting(desk(listed, "kepala"), Whose.ALL).tasks) == 2
    custody.claim(desk(listed, "budi"), second)
    assert [each.case for each in waiting(desk(listed, "budi"), Whose.MINE).tasks] == [second]
    assert [each.step for each in waiting(desk(listed), actor="lurah").tasks] == ["sahkan"]
    ended = desk(listed, "wakil", minutes=60 * 24 * 30)
    assert waiting(ended).tasks == ()


def test_pages_follow_one_another_without_a_gap_or_a_double(listed, permit):
    cases = [submitted(listed, permit) for _ in range(5)]
    for case in cases[::2]:
        desk(listed).do(case, answer="ya")
    everything = [(each.case, each.step) for each in waiting(desk(listed)).tasks]
    assert len(everything) == 5
    found, after = [], None
    while True:
        page = waiting(desk(listed), limit=2, after=after)
        found += [(each.case, each.step) for each in page.tasks]
        if page.after is None:
            break
        assert len(page.tasks) == 2
        after = place_of(",".join(page.after))
    assert found == everything
    assert refused(place_of, "besok").code == "RUN054"
