"""What letters say: only what is known, in the words of official papers, and no name that is to be kept secret."""

from dataclasses import replace

import letters
import pytest

from sop_engine.render.letter.composition import compose
from sop_engine.render.letter.document import Letter, Notice, Paragraph, Points, Table, Texts
from sop_engine.render.letter.kinds import Handed, Issued, Receipt, Signer
from sop_engine.render.letter.receipt import papers
from sop_engine.render.sheet.blocks import Facts


def composed(told: object) -> Letter:
    return compose(told, letters.unit())


def said(letter: Letter) -> str:
    """Return all words of a letter's body, one text a line."""
    found: list[str] = []
    for block in letter.body:
        if isinstance(block, Paragraph):
            found.append(block.text)
        elif isinstance(block, Notice):
            found.append(f"{block.lead} {block.text}")
        elif isinstance(block, Texts):
            found += [block.title, *block.texts]
        elif isinstance(block, Table):
            found += [block.title, *(" | ".join(row) for row in block.rows)]
        elif isinstance(block, Points):
            found += [f"{point.title}: {text}" for point in block.points for text in point.texts]
        else:
            found += [block.title, *(f"{fact.label}: {fact.value.text}" for fact in block.facts)]
    return "\n".join(each for each in found if each)


def facts(letter: Letter) -> dict[str, str]:
    return {fact.label: fact.value.text for fact in letter.reference}


def test_a_receipt_lists_what_was_handed_in_and_what_is_missing() -> None:
    table = next(block for block in composed(letters.incomplete()).body if isinstance(block, Table))
    assert table.head == ("No", "Persyaratan", "Diterima", "Kekurangan")
    assert table.rows[0][2:] == ("asli, salinan 1 lembar", "–")
    assert table.rows[2][2:] == ("salinan 1 lembar", "salinan 1 lembar")
    assert table.rows[3][2:] == ("–", "asli")


def test_a_requirement_of_which_nothing_was_handed_in_says_so() -> None:
    (row,) = next(
        block.rows
        for block in composed(letters.receipt(requirements=(Handed("KTP"),))).body
        if isinstance(block, Table)
    )
    assert row == ("1", "KTP", "–", "belum diserahkan")


@pytest.mark.parametrize(
    ("original", "copies", "words"),
    [(True, 0, "asli"), (False, 3, "salinan 3 lembar"), (True, 2, "asli, salinan 2 lembar"), (False, 0, "")],
)
def test_papers_are_counted_in_words(original: bool, copies: int, words: str) -> None:
    assert papers(original, copies) == words


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "Berkas lengkap. Layanan diselesaikan dalam 3 hari kerja, paling lambat Kamis, 5 Maret 2026."),
        ({"promise": ""}, "Berkas lengkap. Layanan diselesaikan paling lambat Kamis, 5 Maret 2026."),
        ({"due": ""}, "Berkas lengkap. Waktu penyelesaian: 3 hari kerja, dihitung sejak berkas lengkap masuk"),
        ({"due": "", "promise": ""}, "Waktu penyelesaian tidak dinyatakan dalam standar pelayanan."),
        ({"complete": False}, "Waktu penyelesaian (3 hari kerja) belum dihitung sampai berkas lengkap. Mohon"),
        ({"complete": None}, "lengkap. Layanan diselesaikan dalam 3 hari kerja, paling lambat Kamis, 5 Maret 2026."),
        ({"complete": None, "due": ""}, "dianggap lengkap. Waktu penyelesaian: 3 hari kerja, dihitung sejak berkas"),
        ({"complete": False, "promise": "", "requirements": ()}, "Waktu penyelesaian belum dihitung sampai"),
    ],
)
def test_a_day_is_promised_only_once_the_file_is_complete(changes: dict[str, object], words: str) -> None:
    text = said(composed(letters.receipt(**changes)))
    assert words in text
    assert ("5 Maret 2026" in text) == ("5 Maret 2026" in words)


def test_a_receipt_names_the_applicant_unless_that_is_secret() -> None:
    assert "Nama pemohon: PT Media Contoh Nusantara" in said(composed(letters.receipt()))
    secret = said(composed(letters.receipt(secret=True)))
    assert "Nama pemohon: dirahasiakan" in secret
    assert "PT Media" not in secret


def test_what_nobody_knows_is_left_out_or_left_to_be_written_in() -> None:
    letter = composed(Receipt(case="a-1", service="Izin", opened="2 Maret 2026"))
    assert said(letter).splitlines()[:4] == [
        "Nomor registrasi: a-1",
        "Layanan: Izin",
        "Diterima pada: 2 Maret 2026",
        "Berkas dianggap lengkap. Waktu penyelesaian tidak dinyatakan dalam standar pelayanan.",
    ]
    assert letter.signature.office == ("Petugas penerima,",)
    assert set(letter.signature.name) == {"…"}
    assert letter.signature.details[0].startswith("NIP …")
    assert set(letter.dated) <= {"…", ",", " "}


def test_a_letter_has_the_reference_of_an_official_paper() -> None:
    letter = composed(letters.rejection())
    assert facts(letter) == {
        "Nomor": "400.14.5/0123",
        "Sifat": "Biasa",
        "Lampiran": "-",
        "Hal": "Penolakan Permohonan Kerjasama Media",
    }
    assert letter.dated == "Pekalongan, 5 Maret 2026"
    assert letter.addressee == ("Yth. Pimpinan PT Media Contoh Nusantara", "di Tempat")
    assert letter.copies.texts == ("Asisten Administrasi Umum Sekretaris Daerah", "Arsip")


def test_who_signs_does_so_in_the_office_that_is_held() -> None:
    signer = Signer("Plh. Kepala Bagian Umum", "Sari Contoh", "", "199001012015032001", "Sekretaris Daerah")
    signature = composed(letters.rejection(issued=Issued(signer=signer))).signature
    assert signature.office == ("a.n. Sekretaris Daerah", "Plh. Kepala Bagian Umum,")
    assert (signature.name, signature.details) == ("Sari Contoh", ("NIP 199001012015032001",))
    unnumbered = composed(letters.rejection(issued=Issued(signer=replace(signer, nip="")))).signature
    assert unnumbered.details == (), "not every officer has a NIP"


def test_a_rejection_gives_its_grounds_the_decision_and_where_to_object() -> None:
    text = said(composed(letters.rejection()))
    for words in (
        "permohonan tersebut tidak dapat kami kabulkan dengan alasan sebagai berikut:",
        "untuk layanan Kerjasama Media (rujukan Saudara: Surat Nomor 05/MCN/III/2026)",
        "\nMedia yang Saudara kelola belum terverifikasi pada Dewan Pers.\n",
        "berakhir dengan keputusan: Permohonan ditolak.",
        "Telepon: (0285) 421093",
    ):
        assert words in text
    assert said(composed(letters.rejection(grounds=()))).splitlines()[1].startswith("…")


def test_a_returned_file_is_not_rejected_and_its_clock_stands_still() -> None:
    letter = composed(letters.returned())
    text = said(letter)
    assert facts(letter)["Hal"] == "Pengembalian Berkas Permohonan Kerjasama Media"
    assert "kami kembalikan untuk dilengkapi atau diperbaiki" in text
    assert "paling lambat 12 Maret 2026. Selama berkas berada pada Saudara, waktu penyelesaian tidak dihitung." in text
    assert "kabulkan" not in text
    assert "keputusan" not in text


@pytest.mark.parametrize(
    ("service", "subject"),
    [("Permohonan Izin Pasar", "Penolakan Permohonan Izin Pasar"), ("Izin Pasar", "Penolakan Permohonan Izin Pasar")],
)
def test_an_application_is_not_called_so_twice(service: str, subject: str) -> None:
    assert facts(composed(letters.rejection(service=service)))["Hal"] == subject


def test_an_answer_tells_what_was_found_and_done_and_where_else_to_turn() -> None:
    text = said(composed(letters.answer()))
    for words in (
        "yang kami terima pada tanggal 9 Maret 2026 melalui surat elektronik dan tercatat dengan nomor",
        "Pokok pengaduan: Pengaduan ini menyangkut layanan Kerjasama Media, permohonan dengan nomor registrasi "
        "kerjasama-media-2026-0012, dan langkah “Memverifikasi kelengkapan bukti tayang pada media rekanan”.",
        "Hasil pemeriksaan: Bukti tayang diterima",
        "Tindakan yang telah dilakukan: Verifikasi telah diselesaikan",
        "Kesimpulan: Pengaduan terbukti dan telah ditindaklanjuti.",
        "yaitu paling lambat 31 Maret 2026. Jawaban ini kami sampaikan dalam batas waktu tersebut.",
        "Ombudsman Republik Indonesia (Pasal 46 Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik)",
    ):
        assert words in text


def test_a_late_answer_says_so() -> None:
    text = said(composed(letters.answer(kept=False)))
    assert "Jawaban ini melewati batas waktu tersebut; atas keterlambatan itu kami mohon maaf." in text
    assert "dalam batas waktu" not in text
    silent = said(composed(letters.answer(kept=None, limit="")))
    assert "Batas waktu menjawab pengaduan ini adalah 31 Maret 2026." in silent
    assert "tersebut" not in silent
    assert "Batas waktu" not in said(composed(letters.answer(limit="", due="")))


def test_a_secret_complainant_is_addressed_without_a_name_or_a_place() -> None:
    letter = composed(letters.secret_answer(complainant="Budi Contoh", where="Jl. Rahasia 1"))
    assert letter.addressee == ("Yth. Pelapor", "di Tempat")
    assert facts(letter)["Sifat"] == "Rahasia"
    assert "Budi" not in repr(letter)
    assert "Jl. Rahasia" not in repr(letter)
    assert "Identitas Saudara kami rahasiakan." in said(letter)
    assert "rahasiakan" not in said(composed(letters.answer()))


def test_a_secret_applicant_is_addressed_without_a_name() -> None:
    letter = composed(letters.rejection(secret=True))
    assert letter.addressee[0] == "Yth. Pemohon"
    assert "PT Media" not in repr(letter)


@pytest.mark.parametrize("name", letters.LETTERS)
def test_letters_are_indonesian_in_english_too(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOP_LANG", "id")
    indonesian = composed(letters.LETTERS[name]())
    monkeypatch.setenv("SOP_LANG", "en")
    assert composed(letters.LETTERS[name]()) == indonesian


@pytest.mark.parametrize("name", letters.LETTERS)
def test_a_letter_of_an_unknown_unit_says_so(name: str) -> None:
    head = compose(letters.LETTERS[name](), None).unit
    assert (head.name.text, head.name.stated) == ("Unit penyelenggara tidak dinyatakan", False)


def test_ways_to_complain_follow_the_standard() -> None:
    ways = [block for block in composed(letters.receipt()).body if isinstance(block, Facts) and block.title]
    assert [fact.link for fact in ways[0].facts][:2] == ["tel:0285421093", "mailto:humas2kotapekalongan@gmail.com"]
