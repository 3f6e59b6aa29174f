"""The words of the officer's commands: (Indonesian, English)."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str]] = {
    # help
    "help_case": (
        "Buka, catat, dan lihat perkara.\n\n"
        "Contoh:\n\n"
        "  sop case open kerjasama-media\n\n"
        "  sop case run kerjasama-media-2026-0001\n\n"
        "Nama pencatat diambil dari SOP_USER, atau dari pengguna komputer.",
        "Open, record and look at cases.\n\n"
        "Examples:\n\n"
        "  sop case open kerjasama-media\n\n"
        "  sop case run kerjasama-media-2026-0001\n\n"
        "Who is recording is taken from SOP_USER, or from the user of the computer.",
    ),
    "help_open": (
        "Buka perkara baru. Perkara tetap memakai naskah SOP saat dibuka.\n\n"
        'Contoh: sop case open kerjasama-media --note "surat 12/2026"',
        "Open a new case. It stays on the text that the SOP has now.\n\n"
        'Example: sop case open kerjasama-media --note "letter 12/2026"',
    ),
    "help_list": ("Daftar perkara, yang terlama dahulu.", "List the cases, oldest first."),
    "help_show": (
        "Perlihatkan perkara: sampai di mana, dan apa yang dapat dicatat.\n\n"
        "Contoh: sop case show kerjasama-media-2026-0001 --picture --out perkara.svg",
        "Show a case: how far it is, and what can be recorded.\n\n"
        "Example: sop case show kerjasama-media-2026-0001 --picture --out case.svg",
    ),
    "help_do": (
        "Catat satu langkah. Tanpa STEP: satu-satunya langkah yang terbuka.\n\n"
        'Contoh: sop case do kerjasama-media-2026-0001 verifikasi --answer revisi --note "kurang bukti"',
        "Record one step. Without STEP: the only one open.\n\n"
        'Example: sop case do kerjasama-media-2026-0001 verifikasi --answer revisi --note "proof missing"',
    ),
    "help_history": (
        "Catatan perkara: apa, siapa, kapan. Rantai sidiknya diperiksa; kode keluar 3 bila tidak utuh.",
        "The record of a case: what, who, when. Its hash chain is verified; exit code 3 when it is not intact.",
    ),
    "help_run": (
        "Tuntun langkah demi langkah: siapa, apa, jawaban, catatan. Ctrl-C berhenti dengan aman.",
        "Walk through it step by step: who, what, answers, note. Ctrl-C stops safely.",
    ),
    "help_inbox": (
        "Langkah yang menunggu, yang terlama dahulu.\n\nContoh: sop inbox --as agendaris",
        "Steps that wait, longest first.\n\nExample: sop inbox --as agendaris",
    ),
    "arg_sop": ("Kunci SOP.", "Key of the SOP."),
    "arg_case": ("Nama perkara.", "Name of the case."),
    "arg_step": ("Kunci langkah.", "Key of the step."),
    "opt_store": (
        "Tempat simpan perkara, sqlite:///letak/berkas.db (bawaan: sqlite:///.sop/cases.db).",
        "Where cases are kept, sqlite:///path/file.db (default: sqlite:///.sop/cases.db).",
    ),
    "opt_procedure": ("Prosedur lain dari SOP itu, misalnya pengaduan.", "Another procedure of it, e.g. a complaint."),
    "opt_note": ("Catatan untuk peristiwa ini.", "A note on this event."),
    "opt_status": ("Hanya perkara dengan keadaan ini.", "Only cases of this status."),
    "opt_picture": ("Gambar diagram alir perkara ini.", "Draw the case on its flowchart."),
    "opt_out": (
        "Berkas gambar, .svg atau .png (bawaan: CASE.svg).",
        "Picture file, .svg or .png (default: CASE.svg).",
    ),
    "opt_answer": ("Jawaban, pada langkah yang memutuskan.", "The answer, where the step decides."),
    "opt_skip": ("Lewati langkah yang tidak diperlukan.", "Skip an optional step."),
    "opt_escalate": (
        "Tenggat langkah sudah lewat: teruskan menurut prosedur.",
        "The deadline of the step has passed: pass it on as the procedure says.",
    ),
    "opt_to": (
        "Dengan --escalate: kunci langkah atau akhir tujuannya, bila ada beberapa tenggat.",
        "With --escalate: key of the step or end to go to, where there are several deadlines.",
    ),
    "opt_applicant": (
        "Golongan pemohon, bila SOP membedakannya.",
        "Group of applicants, where the SOP tells them apart.",
    ),
    "help_resume": (
        "Lanjutkan perkara yang ditangguhkan.\n\n"
        'Contoh: sop case resume kerjasama-media-2026-0001 --note "pembayaran diterima"',
        'Let a suspended case go on.\n\nExample: sop case resume kerjasama-media-2026-0001 --note "payment received"',
    ),
    "opt_as": ("Kunci pelaksana.", "Key of the actor."),
    "opt_expect": (
        "Versi yang Anda lihat; ditolak bila perkara sudah bergerak.",
        "The version you saw; refused when the case has moved on.",
    ),
    # labels
    "case": ("Perkara", "Case"),
    "service": ("Layanan", "Service"),
    "procedure": ("Prosedur", "Procedure"),
    "group": ("Golongan pemohon", "Applicants"),
    "status": ("Keadaan", "Status"),
    "opened": ("Dibuka", "Opened"),
    "changed": ("Berubah", "Changed"),
    "step": ("Langkah", "Step"),
    "actor": ("Pelaksana", "Actor"),
    "activity": ("Kegiatan", "Activity"),
    "since": ("Sejak", "Since"),
    "person": ("Pencatat", "Recorded by"),
    "at": ("Waktu", "Time"),
    "event": ("Peristiwa", "Event"),
    "answer": ("Jawaban", "Answer"),
    "version": ("versi {version}", "version {version}"),
    "input": ("Kelengkapan", "Input"),
    "time": ("Waktu", "Time"),
    "output": ("Output", "Output"),
    "remark": ("Keterangan", "Remark"),
    # status and kinds
    "status_open": ("terbuka", "open"),
    "status_finished": ("selesai", "finished"),
    "status_rejected": ("ditolak", "rejected"),
    "status_withdrawn": ("dicabut", "withdrawn"),
    "status_suspended": ("ditangguhkan", "suspended"),
    "kind_opened": ("dibuka", "opened"),
    "kind_done": ("dikerjakan", "done"),
    "kind_skipped": ("dilewati", "skipped"),
    "kind_escalated": ("lewat tenggat", "past its deadline"),
    "kind_resumed": ("dilanjutkan", "resumed"),
    # sentences
    "is_opened": ("Perkara {case} dibuka.", "Case {case} is open."),
    "is_done": ("Tercatat: langkah {number} ({step}).", "Recorded: step {number} ({step})."),
    "is_skipped": ("Dilewati: langkah {number} ({step}).", "Skipped: step {number} ({step})."),
    "is_escalated": (
        "Lewat tenggat, diteruskan: langkah {number} ({step}).",
        "Past its deadline, passed on: step {number} ({step}).",
    ),
    "is_resumed": ("Perkara {case} dilanjutkan.", "Case {case} goes on."),
    "is_suspended": (
        "Perkara ditangguhkan, menunggu: {awaits}. Lanjutkan dengan: {command}",
        "The case is suspended and waits for: {awaits}. Resume with: {command}",
    ),
    "is_closed": ("Perkara selesai: {end}.", "The case is closed: {end}."),
    "document": ("Dokumen: {document}", "Document: {document}"),
    "now_on": (
        "Sekarang: langkah {number} dari {total} ({step}), {actor}",
        "Now: step {number} of {total} ({step}), {actor}",
    ),
    "legend": (
        "[x] sudah  [-] dilewati  [>] sekarang  [=] ditangguhkan  [ ] belum",
        "[x] done  [-] skipped  [>] now  [=] suspended  [ ] not yet",
    ),
    "record_with": ("Catat dengan: {command}", "Record with: {command}"),
    "record_with_one": ("Catat dengan salah satu:", "Record with one of:"),
    "skip_with": ("Lewati dengan: {command}", "Skip with: {command}"),
    "may_skip": (
        "Syarat: {condition} (bila tidak, dapat dilewati)",
        "Condition: {condition} (if not, it may be skipped)",
    ),
    "no_cases": ("Tidak ada perkara di {place}.", "No cases in {place}."),
    "no_tasks": ("Tidak ada langkah yang menunggu di {place}.", "No step is waiting in {place}."),
    "no_tasks_for": (
        "Tidak ada langkah yang menunggu untuk pelaksana {actor} di {place}.",
        "No step is waiting for the actor {actor} in {place}.",
    ),
    "awaited": ("Yang ditunggu: {actors}.", "Waiting for: {actors}."),
    "no_store": (
        "Belum ada tempat simpan di {place}; dibuat saat perkara pertama dibuka.",
        "There is no store in {place} yet; it is made when the first case is opened.",
    ),
    "of_procedure": ("{what} – {procedure}", "{what} – {procedure}"),
    "intact": ("Rantai sidik utuh: {count} peristiwa.", "The hash chain is intact: {count} events."),
    "picture_at": ("Gambar: {path}", "Picture: {path}"),
    "to_step": ("lanjut ke langkah {number}: {activity} ({actor})", "on to step {number}: {activity} ({actor})"),
    "back_to": ("kembali ke langkah {number}: {activity} ({actor})", "back to step {number}: {activity} ({actor})"),
    "suspended_until": ("ditangguhkan sampai {awaits}, lalu {onward}", "suspended until {awaits}, then {onward}"),
    "walk_reason": ("Alasan (wajib): ", "Reason (required): "),
    "walk_reason_again": ("Jawaban ini memerlukan alasan.", "This answer needs a reason."),
    "reason_here": ("ALASAN", "REASON"),
    "together": ("bersamaan: {ways}", "at the same time: {ways}"),
    "after_all": ("sesudah semua cabang selesai, {onward}", "when all branches are finished, {onward}"),
    "when_late": ("bila lewat {within}", "when {within} have passed"),
    "beyond_limit": ("sudah {times} kali, maka", "{times} times already, so"),
    "calls": ("SOP yang dijalankan: {sop}", "SOP to carry out: {sop}"),
    "deadline": ("Tenggat", "Deadline"),
    "escalate_with": ("Bila tenggat lewat: {command}", "When the deadline has passed: {command}"),
    "to_end": ("perkara berakhir: {end}", "the case ends: {end}"),
    # the walk
    "walk_next": ("Berikutnya: {onward}", "Next: {onward}"),
    "walk_do": ("kerjakan", "do it"),
    "walk_skip": ("lewati", "skip it"),
    "walk_which_step": ("Langkah yang mana?", "Which step?"),
    "walk_which_way": ("Dikerjakan atau dilewati?", "Do it or skip it?"),
    "walk_who": ("Dicatat oleh pelaksana yang mana?", "Which actor records it?"),
    "walk_pick": ("Pilih 1-{count}: ", "Choose 1-{count}: "),
    "walk_pick_again": (
        "{given!r} bukan pilihan; ketik nomor 1 sampai {count}, atau kata pilihannya.",
        "{given!r} is no choice; type a number from 1 to {count}, or the choice itself.",
    ),
    "walk_note": ("Catatan (Enter bila tidak ada): ", "Note (Enter for none): "),
    "walk_confirm": ("Catat langkah ini? [Y/t] ", "Record this step? [Y/n] "),
    "walk_yes": ("y ya yes", "y yes ya"),
    "walk_no": ("t tidak n no", "n no t tidak"),
    "walk_confirm_again": ("Ketik y (catat) atau t (jangan).", "Type y (record) or n (do not)."),
    "walk_stopped": (
        "Berhenti. Perkara {case} tetap pada versi {version}. Lanjutkan dengan: {command}",
        "Stopped. Case {case} stays at version {version}. Go on with: {command}",
    ),
}
