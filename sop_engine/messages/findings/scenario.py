"""The scenarios beside a definition (SOP15x)."""

from __future__ import annotations

from sop_engine.messages.findings.entry import Finding

FINDINGS: dict[str, Finding] = {
    "SOP150": Finding(
        "error",
        ("`{value}` bukan jawaban langkah `{step}`{near}", "`{value}` is no answer of step `{step}`{near}"),
        ("Pakai salah satu: {allowed}.", "Use one of: {allowed}."),
    ),
    "SOP151": Finding(
        "error",
        (
            "skenario “{value}” tidak menyebut apa yang diharapkan",
            "scenario “{value}” does not say what is expected",
        ),
        (
            "Tambahkan `end`, `steps`, `through`, atau `never`; tanpa itu skenario selalu sesuai.",
            "Add `end`, `steps`, `through` or `never`; without any it is always met.",
        ),
    ),
    "SOP152": Finding(
        "error",
        (
            "berkas ini menguji `{value}`, tetapi berada di samping `{sop}`",
            "this file tests `{value}` but stands beside `{sop}`",
        ),
        (
            "Samakan `sop` dengan definisi di sampingnya, atau pindahkan berkasnya.",
            "Name the definition beside it in `sop`, or move the file.",
        ),
    ),
    "SOP153": Finding(
        "error",
        ("skenario ini tidak dapat dijalankan: {problem}", "this scenario cannot be run: {problem}"),
        (
            "Periksa `procedure` dan `applicant` skenario ini.",
            "Check `procedure` and `applicant` of this scenario.",
        ),
    ),
    "SOP154": Finding(
        "error",
        (
            "skenario ini tidak menyebut golongan pemohonnya",
            "this scenario does not name its group of applicants",
        ),
        ("Tambahkan `applicant` dengan salah satu: {known}.", "Add `applicant` with one of: {known}."),
    ),
}
