"""The flow: decisions, steps that are reached, cases that can finish (SOP02x-SOP03x)."""

from __future__ import annotations

from sop_engine.messages.findings.entry import Finding

FINDINGS: dict[str, Finding] = {
    "SOP020": Finding(
        "error",
        ("prosedur belum mempunyai langkah", "the procedure has no steps"),
        ("Tambahkan setidaknya satu langkah di bawah `steps:`.", "Add at least one step below `steps:`."),
    ),
    "SOP024": Finding(
        "error",
        (
            "keputusan mempunyai {count} jawaban; seharusnya dua atau lebih",
            "the decision has {count} answers; it needs two or more",
        ),
        (
            "Tulis setiap jawaban yang mungkin, masing-masing dengan tujuannya.",
            "Write each possible answer with where it leads.",
        ),
    ),
    "SOP025": Finding(
        "error",
        ("{kind} `{value}` tidak ada{near}", "there is no {kind} `{value}`{near}"),
        ("Yang ada: {allowed}.", "There are: {allowed}."),
    ),
    "SOP026": Finding(
        "error",
        (
            "jawaban `{first}` dan `{second}` menuju tempat yang sama ({place})",
            "answers `{first}` and `{second}` lead to the same place ({place})",
        ),
        (
            "Perbaiki tujuannya; bila memang sama, tulis `same_place: true` pada jawaban ini.",
            "Mend the target; if it is meant, write `same_place: true` at this answer.",
        ),
    ),
    "SOP027": Finding(
        "error",
        ("langkah {number} `{step}` tidak pernah tercapai", "step {number} `{step}` is never reached"),
        (
            "Arahkan salah satu langkah atau jawaban ke sini, atau hapus langkah ini.",
            "Lead a step or an answer here, or delete it.",
        ),
    ),
    "SOP028": Finding(
        "error",
        (
            "dari langkah {number} `{step}` tidak ada jalan menuju akhir: perkara berputar di langkah {circle}",
            "no way leads from step {number} `{step}` to an end: the case goes round in steps {circle}",
        ),
        (
            "Beri salah satu langkah itu jalan keluar: jawaban ke langkah lain, atau `end:`.",
            "Give one of those steps a way out: an answer to another step, or `end:`.",
        ),
    ),
    "SOP035": Finding(
        "error",
        ("{kind} `{value}` ada dua kali", "{kind} `{value}` is there twice"),
        ("Beri nama lain pada salah satunya.", "Rename one of them."),
    ),
    "SOP036": Finding(
        "error",
        ("jawaban `{value}` ada dua kali dalam satu keputusan", "answer `{value}` is there twice in one decision"),
        ("Tiap jawaban harus dapat dibedakan oleh petugas.", "The officer must be able to tell the answers apart."),
    ),
    "SOP037": Finding(
        "warning",
        ("akhir `{value}` tidak dituju oleh langkah mana pun", "no step leads to end `{value}`"),
        ("Arahkan jawaban ke sana dengan `end:`, atau hapus.", "Lead an answer there with `end:`, or delete it."),
    ),
}
