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
}
