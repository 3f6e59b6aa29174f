"""The promised time and the times of the steps (SP01x, SOP06x)."""

from __future__ import annotations

from sop_engine.messages.findings.entry import Finding

FINDINGS: dict[str, Finding] = {
    "SOP061": Finding(
        "error",
        ("waktu `{value}` tidak dapat dibaca", "time `{value}` cannot be read"),
        (
            "Tulis bilangan dan satuan, misalnya `3 hari kerja`; satuannya menit, jam, hari kerja, hari kalender, "
            "hari, minggu, atau bulan.",
            "Write a number and a unit, such as `3 hari kerja`; units are menit, jam, hari kerja, hari kalender, hari, "
            "minggu and bulan.",
        ),
    ),
    "SP011": Finding(
        "warning",
        ("waktu penyelesaian tidak berbatas: `{value}`", "the completion time has no bound: `{value}`"),
        (
            "Tetapkan batas paling lama agar janji dapat diperiksa.",
            "Set an upper bound so that the promise can be checked.",
        ),
    ),
    "SP012": Finding(
        "warning",
        (
            "`{value}` tidak jelas: hari kerja atau hari kalender?",
            "`{value}` is ambiguous: working days or calendar days?",
        ),
        (
            "Tanyakan kepada penyusun, lalu tulis `hari kerja` atau `hari kalender`.",
            "Ask the author, then write `hari kerja` or `hari kalender`.",
        ),
    ),
    "SP013": Finding(
        "info",
        ("tidak disebut sejak kapan waktu dihitung", "it is not said from when the time counts"),
        (
            "Tambahkan `from: requirements_complete` (berkas lengkap) atau `from: submitted` (diajukan).",
            "Add `from: requirements_complete` or `from: submitted`.",
        ),
    ),
    "SOP062": Finding(
        "warning",
        ("waktu langkah tidak berbatas: `{value}`", "the step's time has no bound: `{value}`"),
        (
            "Tulis `time` paling lama, `times`, atau `deadline`, agar janji layanan dapat diperiksa.",
            "Write the longest `time`, `times` or a `deadline`, so that the promise can be checked.",
        ),
    ),
    "SOP063": Finding(
        "warning",
        ("`hari` dan `{unit}` dipakai bersama dalam satu SOP", "`hari` and `{unit}` are both used in one SOP"),
        (
            "Pilih satu satuan; selisihnya terasa pada akhir pekan dan hari libur.",
            "Choose one unit; they differ over weekends and holidays.",
        ),
    ),
    "SOP064": Finding(
        "warning",
        (
            "janji {promise} tidak dapat ditepati: langkah-langkah “{procedure}” memerlukan {total}, lebih {over}; "
            "terlama: langkah {steps}",
            "the promise of {promise} cannot be kept: the steps of “{procedure}” take {total}, {over} too long; "
            "longest: steps {steps}",
        ),
        (
            "Pendekkan langkah itu, kerjakan bersamaan, atau panjangkan janji; rinciannya: sop promise.",
            "Shorten these steps, do them at once, or lengthen the promise; for details: sop promise.",
        ),
    ),
    "SOP065": Finding(
        "warning",
        (
            "janji {promise} lebih dari sepuluh kali waktu semua langkah ({total})",
            "the promise of {promise} is more than ten times what all steps take ({total})",
        ),
        (
            "Periksa waktu langkah dan masa tunggu; bila benar, janji dapat dipendekkan.",
            "Check the steps' times and the waiting; if they are right, the promise can be shorter.",
        ),
    ),
    "SOP067": Finding(
        "info",
        (
            "langkah kantor memakai satuan yang lebih besar dari hari: `{value}`",
            "an office step uses a unit larger than days: `{value}`",
        ),
        (
            "Tulis dalam `hari kerja`, atau pecah menjadi beberapa langkah.",
            "Write it in `hari kerja`, or split it into several steps.",
        ),
    ),
    "SOP073": Finding(
        "warning",
        (
            "`{value}` dihitung sebagai jam kantor, yaitu {counted}; apakah maksudnya {days} hari?",
            "`{value}` counts as office hours, that is {counted}; are {days} days meant?",
        ),
        (
            "Tulis `{days} hari kerja` atau `{days} hari kalender`.",
            "Write `{days} hari kerja` or `{days} hari kalender`.",
        ),
    ),
    "SOP074": Finding(
        "warning",
        (
            "tenggat `{value}` lebih lama daripada janji layanan {promise}",
            "the deadline `{value}` is longer than the promise of {promise}",
        ),
        (
            "Pendekkan tenggatnya, atau tandai `clock: applicant` bila yang ditunggu adalah pemohon.",
            "Shorten it, or mark `clock: applicant` when the applicant is waited for.",
        ),
    ),
    "SOP075": Finding(
        "error",
        ("rentang terbalik: paling cepat {low}, paling lama {high}", "reversed range: from {low} to {high}"),
        ("Tukar isi `at_least` dan `within`.", "Swap `at_least` and `within`."),
    ),
    "SOP076": Finding(
        "error",
        ("taksiran waktu tidak berurutan: {estimates}", "the estimates are not in order: {estimates}"),
        (
            "Urutannya `best`, `usual` (atau `time`), lalu `worst`, dari yang tercepat.",
            "The order is `best`, `usual` (or `time`), then `worst`, the fastest first.",
        ),
    ),
}
