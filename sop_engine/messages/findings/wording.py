"""The words of activities, requirements and warnings (SOP013, SOP033, SOP05x, SP02x, SP050)."""

from __future__ import annotations

from sop_engine.messages.findings.entry import Finding

FINDINGS: dict[str, Finding] = {
    "SOP013": Finding(
        "info",
        ("tidak satu pun peringatan menyebut akibat", "no warning names a consequence"),
        (
            "Tulis “Apabila … maka …”: apa yang terjadi bila prosedur tidak dijalankan.",
            "Write “Apabila … maka …”: what happens when the procedure is not followed.",
        ),
    ),
    "SOP033": Finding(
        "warning",
        ("keputusan tersembunyi dalam kalimat: `{value}`", "a decision is hidden in the sentence: `{value}`"),
        (
            "Tulis sebagai `decision` dengan pertanyaan dan cabangnya; langkah yang boleh dilewati memakai `optional`, "
            "pejabat pengganti `deputy`.",
            "Write it as a `decision` with its question and branches; a step that may be passed over takes `optional`, "
            "a stand-in `deputy`.",
        ),
    ),
    "SOP050": Finding(
        "warning",
        (
            "kegiatan tidak diawali kata kerja aktif: `{value}`{near}",
            "the activity does not begin with an active verb: `{value}`{near}",
        ),
        (
            "Tulis kata kerja aktif lalu objeknya, misalnya `Memeriksa berkas`.",
            "Write an active verb and then its object, such as `Memeriksa berkas`.",
        ),
    ),
    "SOP051": Finding(
        "warning",
        (
            "kegiatan menyebut pelaksananya: `{value}`{near}",
            "the activity names who does it: `{value}`{near}",
        ),
        (
            "Mulailah dengan kata kerja; pelaksana sudah disebut dalam `actor`.",
            "Begin with the verb; who does it is said in `actor`.",
        ),
    ),
    "SOP052": Finding(
        "warning",
        (
            "dua kegiatan dalam satu langkah: `{first}` dan `{second}`",
            "two activities in one step: `{first}` and `{second}`",
        ),
        (
            "Pecah menjadi dua langkah, masing-masing dengan waktu dan outputnya sendiri.",
            "Make two steps of it, each with a time and an output of its own.",
        ),
    ),
    "SOP053": Finding(
        "info",
        (
            "kegiatan sepanjang {count} karakter; lebih dari {limit} sulit dimuat dalam kolomnya",
            "the activity has {count} characters; more than {limit} hardly fit its column",
        ),
        (
            "Persingkat; rinciannya dapat ditulis dalam `note`, `input`, atau `output`.",
            "Shorten it; details may stand in `note`, `input` or `output`.",
        ),
    ),
    "SOP054": Finding(
        "warning",
        ("kegiatan ditulis pasif: `{value}`{near}", "the activity is in the passive: `{value}`{near}"),
        (
            "Tulis apa yang dikerjakan pelaksana, misalnya `Menyerahkan berkas`.",
            "Write what the actor does, such as `Menyerahkan berkas`.",
        ),
    ),
    "SOP055": Finding(
        "warning",
        ("kata-kata yang tidak pasti: `{value}`", "vague words: `{value}`"),
        (
            "Sebutkan isinya, atau peraturan dengan nomor dan pasalnya.",
            "Name what is meant, or the regulation with number and article.",
        ),
    ),
    "SOP056": Finding(
        "info",
        ("tanda daftar tertinggal dalam teks: `{value}`", "a list mark is left in the text: `{value}`"),
        (
            "Hapus; nomor dan tanda baca daftar dibuat oleh program saat dicetak.",
            "Delete it; numbers and marks of lists are made when printing.",
        ),
    ),
    "SP020": Finding(
        "warning",
        (
            "satu butir persyaratan memuat beberapa dokumen: `{first}` dan `{second}`",
            "one requirement holds several documents: `{first}` and `{second}`",
        ),
        (
            "Pecah menjadi beberapa butir, atau tulis dalam `parts` (semua) atau `one_of` (salah satu).",
            "Make several requirements of it, or write `parts` (all of them) or `one_of` (one of them).",
        ),
    ),
    "SP021": Finding(
        "info",
        (
            "tidak disebut asli atau salinan: `{value}`",
            "it is not said whether the original or a copy is wanted: `{value}`",
        ),
        (
            "Tambahkan `original: true`, atau `copies` dengan jumlah lembarnya.",
            "Add `original: true`, or `copies` with the number of sheets.",
        ),
    ),
    "SP050": Finding(
        "info",
        ("sisa salinan halaman web dalam teks: `{value}`", "left over from a web page: `{value}`"),
        ("Hapus sisa itu; teksnya sendiri tetap.", "Delete what is left over; keep the text itself."),
    ),
}
