"""The words of the guided walk through a case: (Indonesian, English)."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str]] = {
    "reason": ("Alasan (wajib): ", "Reason (required): "),
    "reason_again": ("Jawaban ini memerlukan alasan.", "This answer needs a reason."),
    "next": ("Berikutnya: {onward}", "Next: {onward}"),
    "do": ("kerjakan", "do it"),
    "skip": ("lewati", "skip it"),
    "which_step": ("Langkah yang mana?", "Which step?"),
    "which_way": ("Dikerjakan atau dilewati?", "Do it or skip it?"),
    "who": ("Dicatat oleh pelaksana yang mana?", "Which actor records it?"),
    "pick": ("Pilih 1-{count}: ", "Choose 1-{count}: "),
    "pick_again": (
        "{given!r} bukan pilihan; ketik nomor 1 sampai {count}, atau kata pilihannya.",
        "{given!r} is no choice; type a number from 1 to {count}, or the choice itself.",
    ),
    "note": (
        "Catatan (Enter bila tidak ada, @berkas untuk melampirkan): ",
        "Note (Enter for none, @file to attach): ",
    ),
    "uncalled": (
        "Langkah ini menjalankan SOP {sop}, dan perkaranya belum dibuka (q, lalu sop case call {case} {step}). Bila "
        "SOP itu dijalankan di luar program ini, tulis alasannya.",
        "This step carries out SOP {sop}, whose case was not opened (q, then sop case call {case} {step}). Where that "
        "SOP was carried out elsewhere, say so.",
    ),
    "with_whom": ("Bersama {actor} ({who}): ", "Together with {actor} ({who}): "),
    "with_outsider": ("Bersama {actor} (nama): ", "Together with {actor} (name): "),
    "confirm": ("Catat langkah ini? [Y/t] ", "Record this step? [Y/n] "),
    "yes": ("y ya yes", "y yes ya"),
    "no": ("t tidak n no", "n no t tidak"),
    "confirm_again": ("Ketik y (catat) atau t (jangan).", "Type y (record) or n (do not)."),
    "stopped": (
        "Berhenti. Perkara {case} tetap pada versi {version}. Lanjutkan dengan: {command}",
        "Stopped. Case {case} stays at version {version}. Go on with: {command}",
    ),
    "keys": (
        "Setiap saat: q berhenti, p jeda (langkah tetap Anda pegang), Ctrl-C berhenti dengan aman.\n",
        "At any time: q leaves, p pauses (you keep the step), Ctrl-C stops safely.\n",
    ),
    "key_leave": ("q", "q"),
    "key_pause": ("p", "p"),
    "key_recall": ("u", "u"),
    "onward": ("Enter lanjut, u tarik kembali: ", "Enter to go on, u to take it back: "),
    "recalled": ("Langkah {step} ditarik kembali.", "Step {step} was taken back."),
    "papers": (
        "Yang baru masuk (kunci persyaratan, `semua` bila lengkap, Enter bila belum): ",
        "What has come (keys of requirements, `all` when complete, Enter for nothing): ",
    ),
    "papers_all": ("semua", "all"),
    "note_before": ("Tadi Anda menulis: {note}", "You wrote before: {note}"),
    "attached": ("Dilampirkan: {name}", "Attached: {name}"),
    "unsaved": ("Catatan Anda yang belum tersimpan:", "Your note, which was not recorded:"),
    "for_others": (
        "Bagian Anda selesai; langkah berikutnya bukan untuk jabatan Anda.",
        "Your part is done; the next step is not for your office.",
    ),
}
