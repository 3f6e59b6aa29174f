"""The words of times that run out, of the clocks of a case and how they were counted: (Indonesian, English)."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str]] = {
    # help
    "help_tick": (
        "Catat setiap waktu yang sudah habis, masing-masing satu kali: peringatan, atau penerusan menurut tenggat "
        "prosedur.\n\n"
        "Jalankan secara berkala, misalnya tiap jam dengan cron. Aman diulang, dihentikan, atau dijalankan "
        "bersamaan.\n\n"
        "Contoh: sop tick --dry-run",
        "Record every time that has run out, once each: a warning, or the case is passed on as the procedure says.\n\n"
        "Run it again and again, by cron every hour say. It may be repeated, stopped, or run twice at once.\n\n"
        "Example: sop tick --dry-run",
    ),
    "help_explain": (
        "Jelaskan hari demi hari bagaimana tiap jatuh tempo dihitung, dan berapa lama berkas di kantor dan di "
        "pemohon.\n\n"
        "Contoh: sop case explain kerjasama-media-2026-0001",
        "Explain day by day how each due date was counted, and how long office and applicant had the file.\n\n"
        "Example: sop case explain kerjasama-media-2026-0001",
    ),
    "help_recount": (
        "Hitung ulang jatuh tempo perkara yang masih berjalan menurut kalender libur terbaru dan jam kerja unit yang "
        "berlaku sekarang.\n\n"
        "Contoh: sop case recount --all --dry-run",
        "Count the due dates of running cases anew, by the latest holidays and the present working time of the "
        "unit.\n\n"
        "Example: sop case recount --all --dry-run",
    ),
    "opt_dry_run": (
        "Hanya perlihatkan apa yang akan dicatat; tidak ada yang diubah.",
        "Only show what would be recorded; nothing is changed.",
    ),
    "opt_all": ("Semua perkara yang masih berjalan.", "All cases that are not closed."),
    "arg_explain_step": (
        "Kunci langkah; tanpa ini seluruh perkara.",
        "Key of the step; without it the case as a whole.",
    ),
    "arg_recount_case": ("Nama perkara; atau pakai --all.", "Name of the case; or use --all."),
    # what ran out
    "step_of": ("langkah {number} ({step})", "step {number} ({step})"),
    "fired_time": (
        "waktu {step} habis: {within}, jatuh tempo {due}",
        "the time of {step} ran out: {within}, due {due}",
    ),
    "fired_deadline": (
        "tenggat {step} lewat: {within}, jatuh tempo {due}",
        "the deadline of {step} passed: {within}, due {due}",
    ),
    "fired_passed_on": (
        "tenggat {step} lewat: {within}, jatuh tempo {due}; diteruskan ke {to}",
        "the deadline of {step} passed: {within}, due {due}; passed on to {to}",
    ),
    "fired_passed_on_dry": (
        "tenggat {step} lewat: {within}, jatuh tempo {due}; akan diteruskan ke {to}",
        "the deadline of {step} passed: {within}, due {due}; would be passed on to {to}",
    ),
    "fired_promise": (
        "waktu layanan yang dijanjikan habis: {within}, jatuh tempo {due}",
        "the promised time ran out: {within}, due {due}",
    ),
    "fired_complaint": (
        "waktu penyelesaian pengaduan habis: {within}, jatuh tempo {due}",
        "the time for settling the complaint ran out: {within}, due {due}",
    ),
    "fired_fictive": (
        "batas waktu keputusan habis: {within}, jatuh tempo {due}; permohonan berisiko dianggap dikabulkan "
        "(UU 30/2014 Pasal 53)",
        "the time for a decision ran out: {within}, due {due}; the application may be deemed granted "
        "(UU 30/2014, art. 53)",
    ),
    "not_sure": ("{what} (perkiraan)", "{what} (estimate)"),
    "to_end": ("akhir prosedur: {end}", "the end: {end}"),
    "tick_label": ("Memeriksa perkara", "Looking at cases"),
    "tick_nothing": (
        "Tidak ada waktu yang habis sejak pemeriksaan terakhir.",
        "No time has run out since it was last looked at.",
    ),
    "tick_done": (
        "Tercatat {count} peristiwa pada {cases} perkara.",
        "Recorded: {count} events on {cases} cases.",
    ),
    "tick_dry": (
        "Akan tercatat {count} peristiwa pada {cases} perkara; tidak ada yang diubah.",
        "Would be recorded: {count} events on {cases} cases; nothing was changed.",
    ),
    "tick_stopped": (
        "Dihentikan. Yang sudah tercatat tetap tercatat; jalankan lagi untuk sisanya.",
        "Stopped. What was recorded stays recorded; run it again for the rest.",
    ),
    "passed_over": ("Dilewati: {case}. {code}: {message}", "Passed over: {case}. {code}: {message}"),
    # the explanation
    "promise": ("Waktu layanan yang dijanjikan: {within}", "Promised time: {within}"),
    "complaint": ("Waktu penyelesaian pengaduan: {within}", "Time for settling the complaint: {within}"),
    "fictive": (
        "Batas waktu keputusan, UU 30/2014 Pasal 53: {within}",
        "Limit of the law for a decision, UU 30/2014 art. 53: {within}",
    ),
    "fictive_same": ("Dihitung sama dengan waktu layanan di atas.", "Counted as the promised time above."),
    "fictive_note": (
        "Bila lewat tanpa keputusan, permohonan berisiko dianggap dikabulkan. Batasnya dapat diatur lain oleh "
        "peraturan sektor; mintalah pendapat bagian hukum.",
        "Without a decision by then, the application may be deemed granted. A regulation of the sector may set "
        "another limit; ask the legal section.",
    ),
    "time": ("Waktu {step}: {within}", "Time of {step}: {within}"),
    "deadline": ("Tenggat {step}: {within}", "Deadline of {step}: {within}"),
    "leads_to": ("Bila lewat, perkara diteruskan ke {to}.", "When it has passed, the case is passed on to {to}."),
    "ran": ("Waktu berjalan:", "The clock ran:"),
    "by_day": ("Hari demi hari:", "Day by day:"),
    "span": ("{since} s.d. {until}", "{since} to {until}"),
    "span_open": ("{since} s.d. sekarang", "{since} until now"),
    "stands_still": (
        "Waktu sedang berhenti, {left}; jatuh tempo dihitung lagi setelah waktu berjalan.",
        "The clock stands still, {left}; the due date is counted again once it runs.",
    ),
    "kept": ("Selesai tepat waktu: {left}.", "Done in time: {left}."),
    "exceeded": ("Selesai {left}.", "Done {left}."),
    "now_left": ("Sekarang: {left}.", "Now: {left}."),
    "not_begun": (
        "Waktu layanan belum mulai dihitung: berkas belum lengkap atau belum diserahkan.",
        "The promised time has not begun: the file is not complete, or has not been handed in.",
    ),
    "nothing_promised": (
        "Tidak ada waktu layanan yang berlaku untuk perkara ini: dokumen tidak menetapkannya, atau golongannya tidak "
        "dipilih saat perkara dibuka.",
        "No promised time holds for this case: the document sets none, or no class was chosen when it was opened.",
    ),
    "no_times": ("Tidak ada waktu yang dihitung.", "No time was counted."),
    "way": ("Berkas ada pada:", "Who had the file:"),
    "holder_office": ("kantor", "office"),
    "holder_applicant": ("pemohon", "applicant"),
    "papers": ("pemohon: kelengkapan", "applicant: papers"),
    "holder_none": ("waktu berhenti", "nobody's time"),
    "holder_total": ("seluruhnya", "in all"),
    "clocks": ("Lama waktu:", "Time that passed:"),
    "steps": ("Lama tiap langkah:", "Time of each step:"),
    "column_days": ("Hari kerja", "Working days"),
    "column_calendar": ("Hari kalender", "Calendar days"),
    "column_hours": ("Jam kerja", "Office hours"),
    "column_step": ("Langkah", "Step"),
    "column_visits": ("Kali", "Times"),
    "column_since": ("Mulai", "Begun"),
    "column_remark": ("Keterangan", "Remark"),
    "still_open": ("masih terbuka", "still open"),
    "in_time": ("dalam waktu {within}", "within {within}"),
    "too_late": ("lewat dari {within}", "longer than {within}"),
    "calendar": (
        "Kalender: hari libur nasional edisi {edition}, jam kerja {unit}, {zone}.",
        "Calendar: national holidays edition {edition}, working time of {unit}, {zone}.",
    ),
    "explained_behind": (
        "Jam komputer ini menunjukkan {now}, sebelum peristiwa terakhir perkara ({last}). Yang menurut catatan "
        "dimulai sesudah saat ini belum dihitung. Periksa jam komputer.",
        "The clock of this computer says {now}, before the last event of the case ({last}). What begins later by the "
        "record is not counted yet. Check the clock of the computer.",
    ),
    # recounting
    "recounted": (
        "{case}: kalender edisi {before} menjadi {after}.",
        "{case}: calendar edition {before} becomes {after}.",
    ),
    "recounted_unit": (
        "{case}: kalender edisi {before} menjadi {after}, jam kerja unit yang berlaku sekarang.",
        "{case}: calendar edition {before} becomes {after}, with the present working time of the unit.",
    ),
    "shift_case": ("jatuh tempo perkara", "the case is due"),
    "shift_same": ("{what}: tetap, {after}", "{what}: as before, {after}"),
    "shift_moved": ("{what}: {before} menjadi {after}", "{what}: {before}, now {after}"),
    "never_due": ("tanpa jatuh tempo", "never"),
    "recount_label": ("Menghitung ulang", "Counting anew"),
    "recount_done": ("{count} perkara dihitung ulang.", "{count} cases counted anew."),
    "recount_dry": (
        "{count} perkara akan dihitung ulang; tidak ada yang diubah.",
        "{count} cases would be counted anew; nothing was changed.",
    ),
    "recount_nothing": (
        "Semua perkara yang berjalan sudah memakai kalender dan jam kerja terbaru.",
        "All running cases have the latest calendar and working time already.",
    ),
    # the machine's clock
    "behind": (
        "Jam komputer ini tertinggal {minutes} menit dari catatan perkara {case}; peristiwa ini dicatat dengan waktu "
        "peristiwa sebelumnya. Periksa jam komputer.",
        "The clock of this computer is {minutes} min behind the record of case {case}; the event was recorded at the "
        "time of its last one. Check the clock of the computer.",
    ),
}
