"""The working time that a unit's file sets (SOP170-SOP179)."""

from __future__ import annotations

from sop_engine.messages.findings.entry import Finding

FINDINGS: dict[str, Finding] = {
    "SOP170": Finding(
        "error",
        ("`{value}` bukan hari", "`{value}` is no weekday"),
        (
            "Tulis satu hari (`Jumat`) atau beberapa yang berurutan (`Senin-Kamis`), dari Senin sampai Minggu.",
            "Write one day (`Jumat`) or several in a row (`Senin-Kamis`), from Senin to Minggu.",
        ),
    ),
    "SOP171": Finding(
        "error",
        ("`{value}` bukan jam dari–sampai", "`{value}` is no time from–to"),
        (
            "Tulis seperti `07.30-16.00`: jam dua angka, titik, menit dua angka, dan jam akhir sesudah jam awal.",
            "Write it like `07.30-16.00`: two digits of hours, a dot, two of minutes, and the end after the beginning.",
        ),
    ),
    "SOP172": Finding(
        "error",
        ("istirahat {value} tidak terletak di dalam jam buka", "the break {value} does not lie within the open hours"),
        (
            "Istirahat dimulai sesudah jam masuk dan selesai sebelum jam pulang; tulis jam buka yang memuatnya pada "
            "`open`.",
            "A break begins after the office opens and ends before it closes; write hours around it as `open`.",
        ),
    ),
    "SOP173": Finding(
        "error",
        ("jam kerja hari {value} ditulis dua kali", "the hours of {value} are written twice"),
        ("Satu hari hanya masuk satu baris; ubah `days` salah satunya.", "Name a day in one row; change one `days`."),
    ),
    "SOP174": Finding(
        "error",
        ("hari kerja {value} belum mempunyai jam kerja", "the working day {value} has no hours"),
        (
            "Dengan {week} hari kerja seminggu, tiap hari itu memerlukan jam; tambahkan barisnya, atau hapus semua "
            "baris agar jam menurut Perpres 21/2023 dipakai.",
            "With a week of {week} days each of them needs hours; add a row, or delete all rows to have the hours of "
            "Perpres 21/2023.",
        ),
    ),
    "SOP175": Finding(
        "error",
        (
            "{value} mempunyai jam kerja, padahal bukan hari kerja",
            "{value} has hours, but is no working day",
        ),
        (
            "Minggu kerja di sini {week} hari. Ubah `week`, hapus hari itu dari `days`, atau sebutkan tanggalnya dalam "
            "`open_days`.",
            "The week has {week} working days here. Change `week`, delete that day from `days`, or name its date in "
            "`open_days`.",
        ),
    ),
    "SOP176": Finding(
        "error",
        ("tanggal {value} ditulis dua kali", "the date {value} is written twice"),
        (
            "Satu tanggal adalah hari libur (`holidays`) atau hari kerja (`open_days`), satu kali saja.",
            "A date is a day off (`holidays`) or a day of work (`open_days`), and once only.",
        ),
    ),
    "SOP177": Finding(
        "info",
        (
            "jam kerja seminggu {value} (jam.menit), sedangkan Perpres 21/2023 menetapkan {usual}",
            "a week of {value} working hours (hours.minutes), whereas Perpres 21/2023 has {usual}",
        ),
        (
            "Periksa jam dan istirahatnya; bila memang begitu ketetapan instansi, biarkan.",
            "Check the hours and breaks; if the agency has settled them so, leave them.",
        ),
    ),
}
