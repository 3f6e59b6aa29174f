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
    "arg_case": ("Nama perkara.", "Name of the case."),
    "arg_step": ("Kunci langkah.", "Key of the step."),
    "opt_store": (
        "Tempat simpan perkara, sqlite:///letak/berkas.db (bawaan: sqlite:///.sop/cases.db).",
        "Where cases are kept, sqlite:///path/file.db (default: sqlite:///.sop/cases.db).",
    ),
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
    "opt_as": ("Kunci pelaksana.", "Key of the actor."),
    "opt_attach": ("Berkas yang dilampirkan. Dapat diulang.", "A file to attach. Can be repeated."),
    "opt_no_pager": ("Cetak saja, tanpa layar berhalaman.", "Just print, without a pager."),
    "opt_limit": ("Paling banyak sekian perkara.", "At most so many cases."),
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
    "at": ("Waktu", "Time"),
    "event": ("Peristiwa", "Event"),
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
    # what happened
    "kind_opened": ("dibuka", "opened"),
    "kind_done": ("dikerjakan", "done"),
    "kind_skipped": ("dilewati", "skipped"),
    "kind_escalated": ("lewat tenggat, diteruskan", "past its deadline"),
    "kind_suspended": ("ditangguhkan", "suspended"),
    "kind_resumed": ("dilanjutkan", "resumed"),
    "kind_withdrawn": ("dicabut", "withdrawn"),
    "kind_rejected": ("ditolak", "rejected"),
    "kind_recalled": ("ditarik kembali", "recalled"),
    "kind_checked": ("berkas diperiksa", "papers checked"),
    "kind_claimed": ("diambil", "claimed"),
    "kind_released": ("dilepas", "released"),
    "kind_reassigned": ("diserahkan", "reassigned"),
    "kind_called": ("SOP lain dijalankan", "SOP called"),
    "kind_commented": ("keterangan", "comment"),
    "kind_corrected": ("ralat", "correction"),
    "kind_warned": ("peringatan waktu", "time ran out"),
    "kind_recounted": ("dihitung ulang", "recounted"),
    # in which capacity
    "as_holder": ("{person}, {office}", "{person}, {office}"),
    "as_plt": ("{person}, Plt. {office} (surat {letter})", "{person}, acting {office} (Plt., letter {letter})"),
    "as_plh": ("{person}, Plh. {office} (surat {letter})", "{person}, acting {office} (Plh., letter {letter})"),
    "as_by": ("{person} ({by}), mencatat untuk {office}", "{person} ({by}), recording for {office}"),
    "as_by_alone": ("{person} ({by})", "{person} ({by})"),
    "as_steward": ("{person}, pengelola", "{person}, steward"),
    "together_with": ("bersama {who}", "together with {who}"),
    "capacity": ("Anda", "You"),
    "no_people": (
        "tanpa daftar orang: siapa pun dapat mencatat sebagai pelaksana mana pun",
        "there is no list of people: anybody may record as any actor",
    ),
    "no_office": (
        "{person}; tidak berwenang mencatat pada perkara ini",
        "{person}; may not record anything in this case",
    ),
    "is_held": ("Dipegang oleh {person}", "With {person}"),
    "may_do": ("Yang berwenang: {who}", "Who may: {who}"),
    "nobody": ("tidak ada yang memangku jabatannya", "nobody holds that office"),
    # around a case
    "applicant": ("Pemohon", "Applicant"),
    "reference": ("Nomor surat", "Reference"),
    "channel": ("Saluran", "Channel"),
    "category": ("Jenis", "Kind"),
    "due": ("Tenggat", "Due"),
    "files": ("Lampiran", "Attachments"),
    "belongs_to": ("Terkait dengan", "Belongs to"),
    "complaint": ("Pengaduan", "Complaint"),
    "called_case": ("Menjalankan", "Carries out"),
    "remarks": ("Keterangan dan ralat:", "Comments and corrections:"),
    "remark_commented": ("{at}, {person}: {note}", "{at}, {person}: {note}"),
    "remark_corrected": (
        "{at}, {person}, ralat atas peristiwa {about}: {note}",
        "{at}, {person}, correction of event {about}: {note}",
    ),
    "corrected_by": ("Ralat (peristiwa {seq}): {note}", "Correction (event {seq}): {note}"),
    "on_event": ("atas peristiwa {seq}", "of event {seq}"),
    "fact_to": ("kepada {value}", "to {value}"),
    "fact_called": ("perkara {value}", "case {value}"),
    "fact_have": ("ada: {value}", "there: {value}"),
    "fact_lacks": ("kurang: {value}", "missing: {value}"),
    "fact_file": ("lampiran {name} ({size} byte, sidik {digest}…)", "attached {name} ({size} bytes, hash {digest}…)"),
    "waits_for": ("Menunggu perkara {called}", "Waits for the case {called}"),
    "call_with": ("Jalankan SOP itu dengan: {command}", "Carry that SOP out with: {command}"),
    "reason": ("Alasan: {note}", "Reason: {note}"),
    "awaits": (", menunggu: {awaits}", " and waits for: {awaits}"),
    "is_suspended": (
        "Perkara ditangguhkan{awaits}. Lanjutkan dengan: {command}",
        "The case is suspended{awaits}. Resume with: {command}",
    ),
    # sentences
    "is_opened": ("Perkara {case} dibuka.", "Case {case} is open."),
    "is_done": ("Tercatat: langkah {number} ({step}).", "Recorded: step {number} ({step})."),
    "is_skipped": ("Dilewati: langkah {number} ({step}).", "Skipped: step {number} ({step})."),
    "is_escalated": (
        "Lewat tenggat, diteruskan: langkah {number} ({step}).",
        "Past its deadline, passed on: step {number} ({step}).",
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
    "reason_here": ("ALASAN", "REASON"),
    "together": ("bersamaan: {ways}", "at the same time: {ways}"),
    "after_all": ("sesudah semua cabang selesai, {onward}", "when all branches are finished, {onward}"),
    "when_late": ("bila lewat {within}", "when {within} have passed"),
    "beyond_limit": ("sudah {times} kali, maka", "{times} times already, so"),
    "calls": ("SOP yang dijalankan: {sop}", "SOP to carry out: {sop}"),
    "deadline": ("Tenggat", "Deadline"),
    "escalate_with": ("Bila tenggat lewat: {command}", "When the deadline has passed: {command}"),
    "to_end": ("perkara berakhir: {end}", "the case ends: {end}"),
}
