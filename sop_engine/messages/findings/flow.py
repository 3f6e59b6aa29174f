"""The flow: decisions, steps that are reached, cases that can finish (SOP02x-SOP03x)."""

from __future__ import annotations

from sop_engine.messages.findings.entry import Finding

FINDINGS: dict[str, Finding] = {
    "SOP020": Finding(
        "error",
        ("prosedur belum mempunyai langkah", "the procedure has no steps"),
        ("Tambahkan setidaknya satu langkah di bawah `steps:`.", "Add at least one step below `steps:`."),
    ),
    "SOP023": Finding(
        "info",
        ("prosedur mempunyai {count} akhir: {ends}", "the procedure has {count} ends: {ends}"),
        (
            "Boleh; lembar SOP lazimnya satu kapsul akhir. Gabungkan bila maknanya sama.",
            "This is allowed; a sheet usually has one final capsule. Join them if they mean the same.",
        ),
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
        (
            "langkah {number} `{step}` tidak pernah tercapai{others}",
            "step {number} `{step}` is never reached{others}",
        ),
        (
            "Arahkan salah satu langkah atau jawaban ke sini, atau hapus langkah ini.",
            "Lead a step or an answer here, or delete it.",
        ),
    ),
    "SOP028": Finding(
        "error",
        (
            "{who}{story}perkara tidak punya jalan keluar: berputar di langkah {circle}",
            "{who}{story}the case has no way out: it goes round in steps {circle}",
        ),
        (
            "{edit}. Tenggat (`deadline`) tidak dihitung sebagai jalan keluar.",
            "{edit}. A `deadline` does not count as a way out.",
        ),
    ),
    "SOP029": Finding(
        "info",
        (
            "langkah {number} mengembalikan berkas (`{answer}`) tanpa batas dan tanpa keterangan apa yang diperbaiki",
            "step {number} sends the file back (`{answer}`) without a limit and without saying what is to be mended",
        ),
        (
            "Tulis `note:` apa yang diperbaiki, atau `limit:` berapa kali, atau `deadline:` paling lama berapa hari.",
            "Write what is to be mended as `note:`, or how often as `limit:`, or for how long as `deadline:`.",
        ),
    ),
    "SOP032": Finding(
        "info",
        (
            "langkah {steps} tidak dapat digambar dengan lima simbol: ada cabang bersamaan atau jawaban ketiga",
            "steps {steps} cannot be drawn with the five symbols: parallel branches or a third answer",
        ),
        (
            "Tidak perlu diubah: digambar menurut kebiasaan yang dijelaskan di halaman kode ini.",
            "Nothing to change: it is drawn by the convention told on this code's page.",
        ),
    ),
    "SOP034": Finding(
        "warning",
        (
            "alur meloncat dari langkah {number} ke langkah {target}{skipped}",
            "the flow jumps from step {number} to step {target}{skipped}",
        ),
        (
            "Urutkan langkah menurut jalannya pekerjaan, supaya jalur biasa tidak meloncat-loncat.",
            "Put the steps in the order of the work, so that the normal way does not jump about.",
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
    "SOP082": Finding(
        "error",
        (
            "batas jawaban `{answer}` langkah {number} tidak dapat dihitung: jawaban itu tidak kembali ke sini",
            "the limit of answer `{answer}` of step {number} cannot be counted: it does not come back here",
        ),
        (
            "Arahkan jawabannya ke langkah yang kembali ke sini tanpa batas atau tenggat lain, atau hapus `limit`.",
            "Lead the answer to a step that comes back here without another limit or deadline, or delete `limit`.",
        ),
    ),
    "SOP083": Finding(
        "error",
        (
            "{who}{story}cabang {branch} dari langkah {split} tidak sampai ke titik temu: berputar di langkah {circle}",
            "{who}{story}branch {branch} of step {split} never comes to the join: it goes round in steps {circle}",
        ),
        ("{edit}.", "{edit}."),
    ),
}
