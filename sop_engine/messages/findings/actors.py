"""The actors: who acts, under which name (SOP04x)."""

from __future__ import annotations

from sop_engine.messages.findings.entry import Finding

FINDINGS: dict[str, Finding] = {
    "SOP041": Finding(
        "warning",
        ("pelaksana `{actor}` tidak dipakai oleh langkah mana pun", "actor `{actor}` is used by no step"),
        ("Hapus dari `actors`, atau beri langkah.", "Delete it from `actors`, or give it a step."),
    ),
    "SOP045": Finding(
        "warning",
        (
            "pelaksana yang sama ditulis dengan beberapa ejaan: {spellings}",
            "one actor is spelled in several ways: {spellings}",
        ),
        (
            "Seragamkan dalam dokumen; definisi ini memakai `{name}`.",
            "Make the document uniform; this definition uses `{name}`.",
        ),
    ),
    "SOP048": Finding(
        "error",
        ("pelaksana `{value}` tidak ada{near}", "there is no actor `{value}`{near}"),
        ("Yang ada di `actors`: {allowed}.", "There are in `actors`: {allowed}."),
    ),
    "SOP049": Finding(
        "error",
        ("pelaksana `{value}` disebut dua kali dalam satu langkah", "actor `{value}` is named twice in one step"),
        (
            "Sebut sekali saja: sebagai `actor`, dalam `with`, atau dalam `involves`.",
            "Name it once: as `actor`, in `with`, or in `involves`.",
        ),
    ),
}
