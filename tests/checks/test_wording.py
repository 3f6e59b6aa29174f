"""The wording rules on sentences of the genre: what each must tell, and what it must leave alone."""

from __future__ import annotations

import pytest
from sample import definition

from sop_engine.checks import lexicon, sentence
from sop_engine.compiler import compile_text
from sop_engine.diagnostic import Diagnostic

OPENINGS = {"SOP050", "SOP051", "SOP054"}
WORDING = OPENINGS | {"SOP033", "SOP052", "SOP055"}


def about(activity: str, more: str = "") -> list[Diagnostic]:
    """Return the findings about one activity of the clerk, which stands between two good ones."""
    quoted = activity.replace('"', '\\"')
    text = (
        "steps:\n  - {id: a, actor: pemohon, activity: Mengajukan permohonan}\n"
        f'  - {{id: b, actor: petugas, activity: "{quoted}"{more}}}\n'
        "  - {id: c, actor: lurah, activity: Menandatangani surat}\n"
    )
    found = compile_text(definition(text), None, "f.yaml")[1]
    return [each for each in found if each.route[:2] == ("steps", 1)]


def codes(activity: str, more: str = "") -> set[str]:
    return {each.code for each in about(activity, more)} & WORDING


GOOD = [
    "Memeriksa kelengkapan dan kebenaran berkas",
    "Menerima berkas dan lampirannya",
    "Menyerahkan surat kepada pemohon",
    "Mendisposisi surat kepada staf untuk menindaklanjuti",
    "Meneruskan berkas kepada Camat untuk diperiksa dan ditandatangani",
    "Menugaskan staf untuk memeriksa dan melaporkan lokasi",
    "Menyusun konsep surat dan dokumen yang dilampirkan",
    "Mencatat surat masuk dan keluar",
    "Menyerahkan surat bertanda tangan dan berstempel",
    "Berkoordinasi dengan tim teknis",
    "Datang ke loket dengan membawa berkas dan mengambil nomor antrean",
    "Mendaftar secara daring atau luring",
    "Ikut serta memeriksa lokasi",
    "Memproses tindakan selanjutnya",
    "Meng-upload dokumen persyaratan",
    "Mengentri data pemohon ke aplikasi",
    "Membuat berita acara (dicatat oleh petugas)",
    "Menandatangani surat izin/penolakan",
    "Menyiapkan rapat di dinas terkait",
    "Menginformasikan hasil ke direktur",
    "Mengambil nomor di kantor kelurahan",
    "Menghitung retribusi sesuai ketentuan Perda 4 Tahun 2024",
    "Memberi nomor, tanggal, dan stempel",
    "Menuju ruang pelayanan",
    "Mengarsipkan berkas menurut kode klasifikasi",
    "Melakukan pemeriksaan dan verifikasi",
    "Mengurus laporan lalu lintas",
]


@pytest.mark.parametrize("activity", GOOD)
def test_a_good_activity_is_left_alone(activity: str) -> None:
    assert codes(activity) == set()


@pytest.mark.parametrize(
    ("activity", "near"),
    [
        ("Pemeriksaan berkas", "Memeriksa"),
        ("Penyerahan surat kepada pemohon", "Menyerahkan"),
        ("Verifikasi lapangan", "Memverifikasi"),
        ("Upload dokumen", "Mengunggah"),
        ("Cetak surat", "Mencetak"),
        ("Selanjutnya memeriksa berkas", "Memeriksa"),
        ("Melalui aplikasi, mengirim berkas", "Mengirim"),
        ("Berkas lengkap", ""),
        ("Menteri", ""),
        ("Meja pelayanan", ""),
        ("Media cetak", ""),
        ("Bersama tim", ""),
        ("Selesai", ""),
        ("Proses selesai", ""),
        ("Dinas Kesehatan", ""),
        ("Disposisi surat", "Mendisposisi"),
        ("1234", ""),
    ],
)
def test_without_an_active_verb_in_front(activity: str, near: str) -> None:
    (told,) = [each for each in about(activity) if each.code in OPENINGS]
    assert told.code == "SOP050"
    assert dict(told.args)["near"] == near


@pytest.mark.parametrize(
    ("activity", "near"),
    [
        ("Berkas diserahkan kepada lurah", "Menyerahkan"),
        ("Surat dicatat di buku register", "Mencatat"),
        ("Diverifikasi kelengkapannya", "Memverifikasi"),
        ("Berkas yang telah diperiksa dikembalikan kepada pemohon", "Mengembalikan"),
        ("Berkas di kembalikan kepada pemohon", ""),
        ("Penyerahan dilakukan di loket", "Menyerahkan"),
        ("Permohonan dikaji tim teknis", "Mengkaji"),
        ("Dokumen di-upload ke aplikasi", "Mengunggah"),
    ],
)
def test_the_passive(activity: str, near: str) -> None:
    (told,) = [each for each in about(activity) if each.code in OPENINGS]
    assert told.code == "SOP054"
    assert dict(told.args)["near"] == near


@pytest.mark.parametrize(
    ("activity", "value"),
    [
        ("Petugas Loket memeriksa berkas", "petugas loket"),
        ("Kepala Bagian mendisposisi surat", "kepala bagian"),
        ("Lurah menandatangani surat", "lurah"),
        ("Tim teknis meninjau lokasi", "tim teknis"),
        ("Wajib pajak membayar pajak", "wajib pajak"),
        ("Dinas Kesehatan meninjau lokasi", "dinas kesehatan"),
        ("Pejabat yang ditunjuk menandatangani surat", "pejabat yang ditunjuk"),
    ],
)
def test_the_subject_in_front(activity: str, value: str) -> None:
    (told,) = [each for each in about(activity) if each.code in OPENINGS]
    assert (told.code, dict(told.args)["value"]) == ("SOP051", value)


def test_the_own_actor_behind_oleh() -> None:
    assert codes("Verifikasi berkas oleh petugas loket") == {"SOP050", "SOP051"}
    assert codes("Verifikasi berkas oleh lurah") == {"SOP050"}
    assert codes("Menyampaikan keluhan pemohon kepada petugas loket") == set()


@pytest.mark.parametrize(
    ("activity", "first", "second"),
    [
        ("Menerima dan memeriksa berkas", "menerima", "memeriksa"),
        ("Menerima berkas serta mencatat nomornya", "menerima", "mencatat"),
        ("Memeriksa berkas, kemudian meneruskannya kepada lurah", "memeriksa", "meneruskannya"),
        ("Mencetak surat lalu diserahkan kepada pemohon", "mencetak", "diserahkan"),
        ("Mencetak surat; menyerahkan surat", "mencetak", "menyerahkan"),
        ("Menerima, menangani/menyelesaikan, menanggapi pengaduan", "menerima", "menangani"),
        ("Menyusun surat yang diminta dan mengirimkannya", "menyusun", "mengirimkannya"),
        ("Menerbitkan tagihan lalu pemohon membayar retribusi", "menerbitkan", "membayar"),
        ("Menerbitkan tagihan dan pemohon membayar retribusi", "menerbitkan", "membayar"),
        ("Mencetak surat. Pemohon mendapatkan pesan singkat", "mencetak", "mendapatkan"),
        ("Mengetik surat dan ditandatangani lurah", "mengetik", "ditandatangani"),
        ("Menyiapkan bahan: 1) mengetik surat 2) menggandakan surat", "menyiapkan", "mengetik"),
        ("Berkoordinasi dengan tim teknis dan menyusun jadwal", "berkoordinasi", "menyusun"),
        ("Meninjau lokasi dan/atau menggelar rapat", "meninjau", "menggelar"),
    ],
)
def test_two_activities(activity: str, first: str, second: str) -> None:
    (told,) = [each for each in about(activity) if each.code == "SOP052"]
    assert dict(told.args) == {"first": first, "second": second}


@pytest.mark.parametrize(
    ("activity", "value"),
    [
        ("Memeriksa berkas, jika tidak lengkap dikembalikan", "jika"),
        ("Meninjau lokasi apabila diperlukan", "apabila"),
        ("Memeriksa apakah berkas lengkap", "apakah"),
        ("Dalam hal berkas lengkap, mencetak surat", "Dalam hal"),
        ("Menerbitkan atau menolak izin", "atau menolak"),
        ("Memilah berkas, yang tidak lengkap dikembalikan", None),
        ("Memeriksa: berkas tidak lengkap dikembalikan", "tidak lengkap dikembalikan"),
        ("Memberi saran dalam hal perizinan", None),
        ("Memeriksa berkas yang dikembalikan", None),
    ],
)
def test_a_hidden_decision(activity: str, value: str | None) -> None:
    told = [dict(each.args)["value"] for each in about(activity) if each.code == "SOP033"]
    assert told == ([] if value is None else [value])


@pytest.mark.parametrize(
    "more",
    [
        ", optional: Apabila diperlukan",
        ", deputy: {actor: lurah, when: Bila lurah tidak di tempat}",
        ", decision: {question: Lengkap?, branches: [{answer: ya}, {answer: tidak, to: a}]}",
    ],
)
def test_what_is_said_in_the_language_is_hidden_no_more(more: str) -> None:
    assert "SOP033" not in codes("Meninjau lokasi apabila diperlukan", more)


@pytest.mark.parametrize(
    ("question", "wrong"),
    [
        ("Apakah berkas lengkap?", False),
        ("Berkas lengkap", False),
        ("Setuju", False),
        ("Memeriksa berkas?", False),
        ("Memeriksa berkas", True),
        ("Menyetujui permohonan", True),
    ],
)
def test_a_question_that_is_an_activity(question: str, wrong: bool) -> None:
    more = f', decision: {{question: "{question}", branches: [{{answer: ya}}, {{answer: tidak, to: a}}]}}'
    assert ("SOP033" in codes("Memeriksa berkas", more)) == wrong


def test_the_arms_of_a_hidden_decision_are_told_once() -> None:
    assert codes("Jika berkas lengkap maka petugas mencetak surat dan menyerahkannya") == {"SOP033"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("surat permohonan, dll", "dll"),
        ("surat permohonan dan lain-lain", "dan lain-lain"),
        ("surat permohonan secepatnya", "secepatnya"),
        ("hal-hal yang diperlukan", "hal-hal yang diperlukan"),
        ("hal-hal yang diminta", None),
        ("surat yang dianggap perlu", "yang dianggap perlu"),
        ("berkas sesuai ketentuan yang berlaku", "sesuai ketentuan"),
        ("berkas sesuai Ketentuan", "sesuai ketentuan"),
        ("berkas sesuai ketentuan pasal empat", None),
        ("lain kali", None),
        ("dslr", None),
    ],
)
def test_vague_words_in_activity_and_input(text: str, value: str | None) -> None:
    told = [(each.route[2:], dict(each.args)["value"]) for each in about("Memeriksa", f', input: [berkas, "{text}"]')]
    assert told == ([] if value is None else [(("input", 1), value)])
    assert ("SOP055" in codes(f"Memeriksa {text}")) == (value is not None)


def test_the_length_of_an_activity() -> None:
    assert not about("Memeriksa " + "x" * 45)
    (told,) = about("Memeriksa " + "x" * 46)
    assert (told.code, dict(told.args)) == ("SOP053", {"count": "56", "limit": "55"})


@pytest.mark.parametrize(
    ("warning", "told"),
    [("Harus tertib", True), ("Apabila lalai, maka izin batal", False), ("Bila lalai izin batal", False)],
)
def test_warnings_name_a_consequence(warning: str, told: bool) -> None:
    text = definition(f'identity: {{warnings: ["Simpan arsip", "{warning}"]}}\n')
    assert ("SOP013" in {each.code for each in compile_text(text)[1]}) == told


@pytest.mark.parametrize(
    ("passive", "active"),
    [
        ("diserahkan", "menyerahkan"),
        ("diperbaiki", "memperbaiki"),
        ("diperiksa", "memeriksa"),
        ("dipelajari", "mempelajari"),
        ("diproses", "memproses"),
        ("diterima", "menerima"),
        ("ditransfer", ""),
        ("dikirim", "mengirim"),
        ("diambil", "mengambil"),
        ("dibuat", "membuat"),
        ("divalidasi", "memvalidasi"),
        ("dilanjutkan", "melanjutkan"),
        ("dinas", ""),
        ("direktur", ""),
        ("dikantor", ""),
        ("distribusi", "mendistribusikan"),
    ],
)
def test_the_active_form(passive: str, active: str) -> None:
    assert lexicon.active_form(passive) == active


@pytest.mark.parametrize(
    "word", ["dinas", "direktur", "divisi", "diskusi", "dikantor", "diatas", "dimana", "diri", "di"]
)
def test_what_only_looks_passive(word: str) -> None:
    assert not lexicon.is_passive(word)


def test_no_word_of_the_lexicon_contradicts_another() -> None:
    actives = lexicon.words("active") | lexicon.words("active_ber")
    assert not actives & lexicon.words("not_active")
    assert all(lexicon.is_passive("di" + root) for root in lexicon.words("passive_roots"))
    assert all(lexicon.is_passive("di" + root) for root in lexicon.words("split_passive"))
    assert all(lexicon.opens_actively(verb.split()[0]) for verb in lexicon.table("verb_of").values())


@pytest.mark.parametrize(
    "text", ["", "()", "(((", "; ; ;", "-", "dan", "di", "1)", "\u0130", "me" * 900, "dan memeriksa " * 300]
)
def test_any_text_can_be_read(text: str) -> None:
    told = sentence.read(text)
    places = [verb.place for verb in told.verbs]
    assert places == sorted(set(places))
    assert all(told.words[verb.place] == verb.word.casefold() for verb in told.verbs)
