"""Letters say what the record holds: what was done when, whether in time, what is missing; and no more than that."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sample import definition

from sop_engine.cli.status import status_of
from sop_engine.compiler import compile_text, load
from sop_engine.correspondence import answer, posting, receipt, rejection
from sop_engine.correspondence.parties import paragraphs
from sop_engine.definition.catalogue import Catalogue
from sop_engine.failure import Failure
from sop_engine.office import Office, attachments, closing, complaints, papers, recalling, remarks, tick
from sop_engine.office.applicant import applicant_of
from sop_engine.office.complaints import Words
from sop_engine.render.letter import markdown
from sop_engine.render.letter.composition import compose
from sop_engine.render.letter.kinds import Handed, Signer
from sop_engine.store.journal import Entry
from sop_engine.store.sqlite import SqliteJournal

TOP = Path(__file__).resolve().parents[2]
EXAMPLES = Catalogue(TOP / "examples")
BEGIN = datetime(2026, 3, 2, 2, 15, tzinfo=UTC)  # a Monday, 09.15 WIB
REJECTION, RETURN, LAPSE = rejection.Verdict
MILD = "Ringan (keterlambatan angkut)"
WORDS = Words("Sampah belum diangkut\nsejak Senin\n\nBaunya mengganggu", "Rp20.000", "Diangkut hari ini")
WHO = {"name": "Wati Contoh", "address": "Jalan Kenanga 4"}
PEOPLE = """\
people: 1
persons:
  - {id: ratna, name: Ratna, steward: true}
  - id: agus
    name: Agus Contoh
    nip: "197001011995031001"
    offices: [{unit: contoh/lingkungan-hidup, actor: petugas, from: 2024-01-01}]
  - id: wakil
    name: Wakil Contoh
    offices:
      - unit: contoh/lingkungan-hidup
        actor: kabid
        standing: plh
        letter: 800/15/2026
        from: 2026-03-01
        until: 2026-03-31
  - {id: jauh, name: Jauh, offices: [{unit: contoh/perdagangan, actor: petugas, from: 2024-01-01}]}
"""


@pytest.fixture
def journal(tmp_path):
    journal = SqliteJournal(tmp_path / "kasus.db", create=True)
    yield journal
    journal.close()


@pytest.fixture(scope="module")
def cleaning():
    return load(EXAMPLES, "pengaduan-kebersihan")


def desk(journal, person="agus", days=0.0):
    return Office(journal, person, lambda: BEGIN + timedelta(days))


def opened(journal, compiled, words=WORDS, days=0.0, **said):
    said = {"channel": "sapa bersih", "category": MILD, "complainant": WHO, **said}
    return complaints.open_complaint(desk(journal, days=days), compiled, words, **said).complaint.view.id


def told(journal, case, words="Sudah diangkut", days=0.0, person="agus", **said):
    office = desk(journal, person, days)
    return answer.told(office, complaints.complaint(office, case), words, **said)


def handle(journal, case, *answers, days=0.0):
    for each in answers:
        desk(journal, days=days).do(case, answer=each)


def refused(action, *args, **named) -> Failure:
    with pytest.raises(Failure) as caught:
        action(*args, **named)
    return caught.value


def looks(journal):
    return [each.entry.case for each in journal.noted() if each.entry.kind == "revealed"]


# the answer to a complaint


def test_an_answer_tells_what_was_complained_of_and_what_was_done_when(journal, cleaning):
    office = desk(journal)
    about = office.open_case(cleaning).id
    for _ in range(3):
        office.do(about)
    case = opened(journal, cleaning, about=about, event=3)
    handle(journal, case, "tentang kebersihan", "selesai", days=1)
    handle(journal, case, "puas", days=2)
    said = told(journal, case, days=2, number="660/15/2026")
    assert (said.complaint, said.received, said.way) == (case, "2 Maret 2026", "Sapa Bersih")
    assert (said.complainant, said.where, said.secret) == ("Wati Contoh", "Jalan Kenanga 4", False)
    assert said.about == (
        "Sampah belum diangkut sejak Senin",
        "Baunya mengganggu",
        "Kerugian yang Saudara sampaikan: Rp20.000",
        "Penyelesaian yang Saudara minta: Diangkut hari ini",
    )
    assert (said.service, said.case, said.step) == (
        "Pelayanan Kebersihan Lingkungan",
        about,
        "Menjadwalkan regu kebersihan",
    )
    assert (said.found, said.outcome) == (("Sudah diangkut",), "Penanganan pengaduan telah selesai")
    assert said.done == (
        "Mencatat pengaduan (Petugas Pelayanan, 3 Maret 2026)",
        "Menindaklanjuti pengaduan (Petugas Pelayanan, 3 Maret 2026)",
        "Menyampaikan jawaban kepada pengadu (Petugas Pelayanan, 4 Maret 2026)",
    )
    assert (said.limit, said.due, said.kept, said.interim) == ("3 hari kerja", "5 Maret 2026", True, False)
    assert (said.issued.number, said.issued.day) == ("660/15/2026", "4 Maret 2026")


def test_before_the_end_it_is_an_interim_answer_that_claims_nothing(journal, cleaning):
    case = opened(journal, cleaning)
    said = told(journal, case)
    assert (said.interim, said.kept, said.due, said.done) == (True, None, "5 Maret 2026", ())
    assert said.outcome.endswith("Tahap saat ini: mencatat pengaduan")


@pytest.mark.parametrize(
    ("closed", "sent", "kept"), [(3.5, 3.6, True), (3.6, 3.7, False), (1, 3.7, False), (3.7, 3.8, False)]
)
def test_the_limit_is_kept_only_by_an_answer_before_its_end(journal, cleaning, closed, sent, kept):
    # the third working day ends on Thursday at 24.00 WIB, 3 days and 14.75 hours after the complaint
    case = opened(journal, cleaning)
    handle(journal, case, "bukan", days=closed)
    said = told(journal, case, days=sent)
    assert (said.due, said.kept) == ("5 Maret 2026", kept)
    assert said.outcome == "Pengaduan diteruskan ke instansi yang berwenang"


def test_an_interim_answer_after_the_limit_says_that_it_is_late(journal, cleaning):
    case = opened(journal, cleaning)
    assert (told(journal, case, days=3.6).kept, told(journal, case, days=3.7).kept) == (None, False)


@pytest.mark.parametrize(("given_out", "kept"), [(3.6, True), (3.7, False)])
def test_no_time_passes_while_the_complainant_has_the_answer(journal, cleaning, given_out, kept):
    # the last step is the complainant's
    text = cleaning.text.replace("- id: jawab\n          actor: petugas", "- id: jawab\n          actor: warga")
    compiled, found = compile_text(text, cleaning.unit_text)
    assert compiled is not None, found
    case = opened(journal, compiled)
    handle(journal, case, "tentang kebersihan", "selesai", days=given_out)
    assert told(journal, case, days=20).kept is (None if kept else False)
    handle(journal, case, "puas", days=20)
    said = told(journal, case, days=21)
    assert (said.due, said.kept) == ("5 Maret 2026", kept)


def test_a_limit_of_which_the_clock_never_ran_is_told_without_a_day(journal):
    # opened as any case is: nobody has recorded yet that the complainant complained
    compiled = load(Catalogue(TOP / "definitions"), "lapor-gub")
    case = desk(journal).open_case(compiled, "langsung", channel="in_person").id
    said = told(journal, case)
    assert (said.limit, said.due, said.kept, said.way) == ("60 hari kalender", "", None, "penyampaian langsung")


def test_what_was_taken_back_is_not_told_and_a_step_done_again_once(journal, cleaning):
    case = opened(journal, cleaning)
    handle(journal, case, "tentang kebersihan")
    handle(journal, case, "selesai")
    recalling.recall(desk(journal), case, note="keliru")
    handle(journal, case, "selesai", days=1)
    handle(journal, case, "tidak puas", days=1)
    desk(journal, days=2).do(case)
    handle(journal, case, "puas", days=2)
    assert told(journal, case, days=2).done == (
        "Mencatat pengaduan (Petugas Pelayanan, 2 Maret 2026)",
        "Menindaklanjuti pengaduan (Petugas Pelayanan, 3 Maret 2026)",
        "Menyelesaikan pengaduan (Kepala Bidang Kebersihan, 4 Maret 2026)",
        "Menyampaikan jawaban kepada pengadu (Petugas Pelayanan, 4 Maret 2026)",
    )


def test_only_what_the_office_did_and_did_not_take_back_is_told(journal, cleaning):
    text = cleaning.text.replace("- id: terima\n          actor: petugas", "- id: terima\n          actor: warga")
    compiled, found = compile_text(text, cleaning.unit_text)
    assert compiled is not None, found
    case = opened(journal, compiled)
    handle(journal, case, "tentang kebersihan")
    handle(journal, case, "selesai")
    assert [each.partition(" (")[0] for each in told(journal, case).done] == ["Menindaklanjuti pengaduan"]
    recalling.recall(desk(journal), case, note="keliru")
    assert told(journal, case).done == ()


def test_a_rejected_or_withdrawn_complaint_says_so(journal, cleaning):
    first, second = opened(journal, cleaning), opened(journal, cleaning)
    closing.reject(desk(journal), first, "Tidak ada kejadian pada hari itu")
    closing.withdraw(desk(journal), second, "dicabut lewat telepon")
    assert told(journal, first).outcome == "Tidak ada kejadian pada hari itu"
    assert told(journal, second).outcome == "Pengaduan telah Saudara cabut"


def test_the_officer_of_the_standard_signs_where_there_is_no_list(journal, cleaning):
    case = opened(journal, cleaning)
    assert told(journal, case).issued.signer == Signer("Kepala Bidang Kebersihan", "Nama Pejabat")


def test_who_holds_the_office_of_the_complaint_officer_signs_and_else_the_officer(journal, cleaning):
    journal.load_people(PEOPLE, Entry(BEGIN, "people", "ratna", None))
    case = opened(journal, cleaning)
    assert told(journal, case).issued.signer == Signer("Kepala Bidang Kebersihan", "Nama Pejabat")
    assert told(journal, case, person="wakil").issued.signer == Signer("Plh. Kepala Bidang Kebersihan", "Wakil Contoh")
    assert refused(told, journal, case, person="jauh").code == "RUN031"


def test_where_the_standard_names_no_officer_who_answers_signs(journal, cleaning):
    journal.load_people(PEOPLE, Entry(BEGIN, "people", "ratna", None))
    officer = "  officer:\n    name: Nama Pejabat\n    position: Kepala Bidang Kebersihan\n"
    assert officer in cleaning.text
    compiled, found = compile_text(cleaning.text.replace(officer, ""), unit_text=cleaning.unit_text)
    assert compiled is not None, found
    agus = Signer("Petugas Pelayanan", "Agus Contoh", nip="197001011995031001")
    assert told(journal, opened(journal, compiled)).issued.signer == agus


def test_an_interim_answer_tells_the_offices_stage_not_the_complainants(journal):
    compiled = load(Catalogue(TOP / "definitions"), "lapor-gub")
    office = desk(journal)
    case = office.open_case(compiled, "langsung", channel="in_person").id
    assert told(journal, case).outcome.endswith("bersifat sementara")
    office.do(case)
    assert told(journal, case).outcome.endswith("Tahap saat ini: merespon pengaduan pemohon sampai mendapatkan solusi")


@pytest.mark.parametrize(
    ("folder", "sop", "last"),
    [
        ("examples", "pengaduan-kebersihan", [("SP4N-LAPOR!", "www.lapor.go.id")]),
        ("examples", "rekomendasi-kegiatan", [("Kotak saran", "Jl. Merdeka No. 1")]),
    ],
)
def test_no_channel_is_told_without_an_address(journal, folder, sop, last):
    office = desk(journal)
    found = receipt.told(office, office.open_case(load(Catalogue(TOP / folder), sop))).channels
    told = [(each.label, each.value.text) for each in found]
    assert all(value for _, value in told)
    assert set(last) <= set(told)


def test_who_records_for_somebody_outside_signs_in_his_or_her_own_office(journal, cleaning):
    journal.load_people(PEOPLE, Entry(BEGIN, "people", "ratna", None))
    office = desk(journal)
    view = office.open_case(cleaning, actor="warga")
    assert view.event.standing == "by petugas"
    assert receipt.told(office, view).issued.signer.position == "Petugas Pelayanan"


@pytest.mark.parametrize(("words", "code"), [(" ", "USE062"), ("a\0", "USE026"), ("a" * 10_001, "RUN016")])
def test_an_answer_has_words(journal, cleaning, words, code):
    assert refused(told, journal, opened(journal, cleaning), words).code == code


def test_a_secret_complainant_is_answered_without_name_words_or_case(journal, cleaning):
    about = desk(journal).open_case(cleaning).id
    case = opened(journal, cleaning, Words("Rudi meminta uang"), secret=True, about=about)
    said = told(journal, case)
    assert (said.secret, said.complainant, said.where, said.case) == (True, "", "", "")
    assert "Rudi" not in repr(said)
    assert about not in repr(said)
    office = desk(journal)
    for name in ("jawaban.html", "jawaban.md"):
        content = posting.post(office, office.show(case), said, EXAMPLES, name).sent.content.decode()
        assert "Yth. Pelapor" in content
        assert "Wati" not in content
    assert looks(journal) == []


# what is kept


def post(journal, case, words="Sudah diangkut", days=0.0, name="jawaban.md", **said):
    office = desk(journal, days=days)
    return posting.post(office, office.show(case), told(journal, case, words, days, **said), EXAMPLES, name).sent


def test_the_same_answer_again_is_the_one_that_was_sent(journal, cleaning):
    case = opened(journal, cleaning)
    first, again = post(journal, case), post(journal, case, days=1)
    assert (first.new, again.new, again.content) == (True, False, first.content)
    assert desk(journal).show(case).case.version == 2
    assert [each.new for each in (post(journal, case, "Lain"), post(journal, case, number="7"))] == [True, True]
    assert post(journal, case, name="jawaban.html").new


def test_what_was_sent_is_attached_and_can_be_shown(journal, cleaning):
    case = opened(journal, cleaning)
    sent = post(journal, case)
    event = journal.history(case)[1].event
    assert event.fact("file") == f"{sent.file.digest} {sent.file.size}+ jawaban.md"
    assert attachments.fetch(desk(journal), case, "jawaban.md") == (sent.file, sent.content)
    assert journal.applicant(case) is not None
    # made once, fetched once: two looks at a name
    assert looks(journal) == [case, case]


def test_a_letter_whose_file_is_gone_is_not_made_anew(journal, cleaning, tmp_path):
    case = opened(journal, cleaning)
    post(journal, case)
    for each in (tmp_path / "kasus.db.files").rglob("*"):
        if each.is_file():
            each.unlink()
    assert refused(post, journal, case).code == "RUN053"


@pytest.mark.parametrize("form", posting.FORMS)
def test_each_format_is_the_same_bytes_for_the_same_letter(journal, cleaning, form):
    said = told(journal, opened(journal, cleaning))
    contents = []
    for _ in range(2):
        # two cases that differ in name alone would differ in the letter: the same value for both
        office = desk(journal)
        case = opened(journal, cleaning)
        contents.append(posting.post(office, office.show(case), said, EXAMPLES, f"j.{form}").sent.content)
    assert contents[0] == contents[1]
    assert len(contents[0]) > 500


def test_another_ending_is_refused():
    assert posting.form_of(Path("a.PDF")) == "pdf"
    assert refused(posting.form_of, Path("a.doc")).code == "USE061"


def test_paragraphs_are_parted_by_empty_lines():
    assert paragraphs(" a\n b \n \n\tc\n\n") == ("a b", "c")


# receipts

PAPERS = """
requirements:
  - {id: surat, text: Surat permohonan, original: true, copies: 2}
  - {id: ktp, text: KTP pemohon, copies: 1}
  - id: bukti
    text: Bukti kepemilikan
    parts: [{text: Sertifikat}, {text: Bukti bayar PBB}]
  - {id: kuasa, text: Surat kuasa, when: diwakilkan}
"""


@pytest.fixture(scope="module")
def permit():
    compiled, found = compile_text(definition(PAPERS))
    assert compiled is not None, found
    return compiled


def received(journal, permit, *, have=(), lacks=(), complete=False, who=None):
    said = papers.facts(papers.checklist(permit.definition), have, lacks, complete=complete)
    office = desk(journal)
    view = office.open_case(permit, papers=said, reference="05/III/2026", channel="loket", applicant=who)
    return receipt.told(office, view), view


def test_a_receipt_lists_what_was_handed_in_and_what_is_missing(journal, permit):
    who = applicant_of({"name": "Wati Contoh"})
    said, view = received(journal, permit, have=("surat:asli+1", "ktp", "bukti.1"), lacks=("bukti.2",), who=who)
    assert said.requirements == (
        Handed("Surat permohonan", "asli, salinan 1 lembar", "salinan 1 lembar"),
        Handed("KTP pemohon", "salinan 1 lembar", ""),
        Handed("Bukti kepemilikan: Sertifikat", "ada", ""),
        Handed("Bukti kepemilikan: Bukti bayar PBB", "", ""),
    )
    assert (said.case, said.service, said.complete, said.due) == (view.id, "Izin Keramaian", False, "")
    assert (said.applicant, said.reference, said.way) == ("Wati Contoh", "05/III/2026", "loket")
    assert said.opened == "Senin, 2 Maret 2026, pukul 09.15 WIB"
    assert said.promise == "3 hari kerja"
    assert looks(journal) == [view.id]


def test_who_has_handed_a_file_in_is_told_what_the_office_does_next(journal, permit):
    assert received(journal, permit)[0].following == ("Memeriksa berkas (Petugas Loket)",)


def test_a_complete_file_has_its_last_day_as_soon_as_the_office_has_it(journal, permit):
    said, view = received(journal, permit, complete=True)
    assert (said.complete, said.due) == (True, "")
    office = desk(journal)
    said = receipt.told(office, office.do(view.id))
    assert (said.complete, said.due) == (True, "5 Maret 2026")


def test_a_file_that_nobody_checked_counts_as_complete_for_its_receipt_as_for_its_clock(journal, permit):
    said, view = received(journal, permit)
    assert (said.requirements, said.complete, said.due) == ((), None, "")
    assert "dihitung sejak berkas lengkap masuk" in markdown.page(compose(said, None))
    office = desk(journal)
    said = receipt.told(office, office.do(view.id))
    assert (said.complete, said.due) == (None, "5 Maret 2026")
    assert "Layanan diselesaikan dalam 3 hari kerja, paling lambat 5 Maret 2026" in markdown.page(compose(said, None))


def test_a_receipt_of_a_complaint_says_what_is_complained_of_unless_in_secret(journal, cleaning):
    office = desk(journal)
    open_said = receipt.told(office, office.show(opened(journal, cleaning)))
    assert (open_said.complaint, open_said.applicant) == (True, "Wati Contoh")
    assert open_said.about == "Sampah belum diangkut sejak Senin Baunya mengganggu"
    secret = receipt.told(office, office.show(opened(journal, cleaning, secret=True)))
    assert (secret.secret, secret.applicant, secret.about) == (True, "", "")


# rejections


def test_a_rejected_case_has_the_reason_that_was_recorded(journal, permit):
    _, view = received(journal, permit, who=applicant_of({"name": "Wati", "address": "Jalan A"}))
    office = desk(journal)
    office.do(view.id)
    closing.reject(office, view.id, "Lokasi terlarang\n\nJalan ditutup")
    said = rejection.told(office, office.show(view.id), REJECTION, "400/1")
    assert (said.grounds, said.returned) == (("Lokasi terlarang", "Jalan ditutup"), False)
    assert (said.applicant, said.where, said.issued.number) == ("Wati", "Jalan A", "400/1")
    assert said.decision == ""


ENDING = """
ends: {tolak: {status: rejected, text: Permohonan ditolak lurah}}
steps:
  - {id: ajukan, actor: pemohon, activity: Mengajukan permohonan}
  - id: periksa
    actor: petugas
    activity: Memeriksa berkas
    decision:
      question: Apakah berkas lengkap?
      branches:
        - {answer: lengkap}
        - {answer: ditolak, end: tolak}
        - {answer: kurang, to: ajukan, deadline: {within: 3 hari kerja, end: tolak}}
  - {id: tandatangani, actor: lurah, activity: Menandatangani surat izin}
"""


@pytest.fixture(scope="module")
def ending():
    compiled, found = compile_text(definition(ENDING))
    assert compiled is not None, found
    return compiled


def test_a_case_that_was_rejected_by_its_procedure_tells_how_it_ended(journal, ending):
    office = desk(journal)
    case = office.open_case(ending).id
    office.do(case)
    office.do(case, answer="ditolak")
    said = rejection.told(office, office.show(case), REJECTION)
    assert (said.decision, said.grounds) == ("Permohonan ditolak lurah", ())


def test_a_returned_file_has_the_last_day_that_the_procedure_sets(journal, ending):
    office = desk(journal)
    case = office.open_case(ending).id
    office.do(case)
    office.do(case, answer="kurang", note="KTP kurang jelas")
    said = rejection.told(office, office.show(case), RETURN)
    assert (said.returned, said.until) == (True, "5 Maret 2026")


def test_a_file_that_went_back_is_returned_with_its_note_and_what_is_missing(journal, permit):
    _, view = received(journal, permit, have=("surat",), lacks=("ktp",))
    office = desk(journal)
    office.do(view.id)
    office.do(view.id, answer="tidak lengkap", note="Tanda tangan belum ada")
    said = rejection.told(office, office.show(view.id), RETURN)
    assert said.returned
    assert said.grounds[:2] == ("Tanda tangan belum ada", "persyaratan belum diserahkan: KTP pemohon")


def test_a_reason_that_was_forgotten_is_supplied_by_a_comment(journal, ending):
    office = desk(journal)
    case = office.open_case(ending).id
    remarks.comment(office, case, "datang dua orang")
    office.do(case)
    office.do(case, answer="kurang")
    assert refused(rejection.told, office, office.show(case), RETURN).code == "RUN080"
    view = remarks.comment(office, case, "KTP kurang jelas")
    said = rejection.told(office, view, RETURN)
    assert said.grounds == ("KTP kurang jelas",)
    sent = posting.post(office, view, said, EXAMPLES, "kembali.md").sent
    assert "Pengembalian Berkas Permohonan" in sent.content.decode()
    # the letter itself is a comment too, and no reason
    assert rejection.told(office, office.show(case), RETURN) == said


@pytest.fixture(scope="module")
def hall():
    return load(EXAMPLES, "sewa-aula-kecamatan")


def test_a_case_that_a_deadline_ended_has_a_notice_of_lapse(journal, hall):
    office = desk(journal)
    case = office.open_case(hall, applicant=applicant_of({"name": "Wati"})).id
    office.do(case)
    office.do(case, answer="tidak lengkap", note="KTP belum ada")
    office = desk(journal, days=8)
    list(tick.fire(office, case))
    view = office.show(case)
    said = rejection.told(office, view, LAPSE)
    activity = view.flow.node["ajukan"].activity
    assert said.grounds == (
        f"{activity}: tidak dilakukan dalam 7 hari kalender yang disediakan, paling lambat 9 Maret 2026",
    )
    assert (said.decision, said.lapsed, said.applicant) == ("Permohonan dianggap batal", True, "Wati")
    assert status_of(view.case) == "batal"
    sent = posting.post(office, view, said, EXAMPLES, "batal.md").sent
    assert "Pemberitahuan Batalnya Permohonan Pemakaian Aula Kecamatan" in sent.content.decode()
    assert sent.view.event.fact("letter").startswith("lapse ")


def test_what_an_applicant_withdraws_has_not_lapsed(journal, hall):
    office = desk(journal)
    case = office.open_case(hall).id
    view = closing.withdraw(office, case, "tidak jadi")
    assert refused(rejection.told, office, view, LAPSE).code == "RUN069"
    assert status_of(view.case) == "dicabut"


def test_there_is_no_letter_of_a_verdict_without_that_verdict(journal, permit, cleaning):
    _, view = received(journal, permit)
    office = desk(journal)
    case = opened(journal, cleaning)
    handle(journal, case, "bukan")
    for verdict in rejection.Verdict:
        assert refused(rejection.told, office, office.show(view.id), verdict).code == "RUN069"
        assert refused(rejection.told, office, office.show(case), verdict).code == "RUN069"
