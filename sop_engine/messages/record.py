"""The words of ``sop log``: verifying, heads and exports: (Indonesian, English)."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str]] = {
    # help
    "help_log": (
        "Catatan perkara sebagai bukti: periksa keutuhannya, ambil sidik terakhirnya, ekspor.\n\n"
        "Contoh:\n\n"
        "  sop log head --out sidik-2026-11.txt\n\n"
        "  sop log verify --heads sidik-2026-11.txt\n\n"
        "  sop log export --to csv --out perkara.csv",
        "The record as evidence: verify it, take its heads, export it.\n\n"
        "Examples:\n\n"
        "  sop log head --out heads-2026-11.txt\n\n"
        "  sop log verify --heads heads-2026-11.txt\n\n"
        "  sop log export --to csv --out cases.csv",
    ),
    "help_verify": (
        "Periksa keutuhan catatan.\n\n"
        "Diperiksa: rantai sidik, keadaan perkara, nomor urut, lampiran. Tidak ada yang diubah.\n\n"
        "Kode keluar 0: semuanya utuh; 1: ada yang tidak cocok; 3: tempat simpan tidak dapat dibaca.\n\n"
        "Contoh: sop log verify --heads sidik-2026-11.txt",
        "Verify the record.\n\n"
        "Verified are hash chains, states, numbers, attachments. Nothing is changed.\n\n"
        "Exit code 0: all is intact; 1: something does not agree; 3: the store could not be read.\n\n"
        "Example: sop log verify --heads heads-2026-11.txt",
    ),
    "help_head": (
        "Daftar sidik terakhir setiap perkara.\n\n"
        "Untuk dicetak, ditandatangani, atau dikirim ke luar: dengan daftar ini catatan yang dipotong, diganti, atau "
        "dihapus kelak dapat ditemukan.\n\n"
        "Contoh: sop log head --out sidik-2026-11.txt",
        "The last hash of every case.\n\n"
        "To be printed, signed or mailed: with this list a record that was cut, replaced or deleted can be found "
        "later.\n\n"
        "Example: sop log head --out heads-2026-11.txt",
    ),
    "help_export": (
        "Ekspor ke Excel dan program lain.\n\n"
        "CSV untuk Excel, JSON Lines, atau XES untuk process mining. Nama petugas disamarkan; dari pemohon paling "
        "banyak nama yang disamarkan.\n\n"
        "Contoh: sop log export --to csv --since 2026-01-01 --out perkara.csv",
        "Export to Excel and other programs.\n\n"
        "CSV for Excel, JSON Lines, or XES for process mining. Names of officers are replaced; of applicants at most a "
        "masked name is told.\n\n"
        "Example: sop log export --to csv --since 2026-01-01 --out cases.csv",
    ),
    "arg_cases": ("Hanya perkara ini.", "These cases only."),
    "opt_heads": (
        "Daftar sidik dari `sop log head` yang disimpan di luar: bandingkan dengannya.",
        "A list of heads from `sop log head` that was kept outside: compare with it.",
    ),
    "opt_out": ("Tulis ke berkas ini (bawaan: ke layar).", "Write to this file (default: to the screen)."),
    "opt_to": ("Bentuk ekspor.", "Form of the export."),
    "opt_case": ("Hanya perkara ini; boleh diulang.", "This case only; may be repeated."),
    "opt_since": ("Hanya peristiwa sejak tanggal ini (2026-01-31).", "Only events from this day on (2026-01-31)."),
    "opt_until": ("Hanya peristiwa sampai tanggal ini.", "Only events up to this day."),
    "opt_public": (
        "Untuk umum: tanpa catatan, lampiran, nomor surat, dan pemohon.",
        "For the public: without notes, attachments, references and applicants.",
    ),
    "opt_persons": ("Tulis nama petugas, jangan disamarkan.", "Write the names of officers as they are."),
    "opt_separator": (
        "Pemisah kolom CSV: titik koma (Excel Indonesia), koma, atau tab.",
        "Separator of CSV columns: semicolon (Indonesian Excel), comma or tab.",
    ),
    # verify
    "verifying": ("Memeriksa catatan", "Verifying the record"),
    "exporting": ("Mengekspor catatan", "Exporting the record"),
    "event_place": ("{case}, peristiwa {seq}", "{case}, event {seq}"),
    "desk_place": ("Catatan meja, baris {seq}", "Record of the desk, line {seq}"),
    "since": ("Yang terakhir masih cocok: {at}.", "The last that still agrees: {at}."),
    "counted": (
        "Diperiksa: {cases} perkara, {events} peristiwa, {files} lampiran, {desk} baris catatan meja.",
        "Verified: {cases} cases, {events} events, {files} attachments, {desk} lines of the desk's record.",
    ),
    "all_intact": ("Semuanya utuh.", "All is intact."),
    "found": (
        "{count} hal tidak cocok. Tidak ada yang diubah; bandingkan dengan cadangan (`sop store restore`).",
        "{count} things do not agree. Nothing was changed; compare with a backup (`sop store restore`).",
    ),
    "fault_chain": (
        "isi atau sidik peristiwa ini berubah, atau urutannya ditukar.",
        "the content or the hash of this event was changed, or the order was.",
    ),
    "fault_gap": ("peristiwa ini hilang.", "this event is missing."),
    "fault_unreadable": (
        "sidiknya cocok, tetapi isinya tidak dapat dibaca sebagai peristiwa.",
        "its hash agrees, but its content cannot be read as an event.",
    ),
    "fault_orphan": (
        "ada peristiwa, tugas, atau data pemohon, tetapi perkaranya tidak ada.",
        "there are events, tasks or data of an applicant, but no such case.",
    ),
    "fault_tail": (
        "ujung catatan tidak cocok dengan perkaranya: {count} peristiwa ada, perkara berada pada versi {version}.",
        "the end of the record does not agree with the case: {count} events are there, the case is at version "
        "{version}.",
    ),
    "fault_untold": (
        "keadaannya belum dihitung ulang sejak pembaruan. Jalankan: sop store upgrade",
        "its state has not been told again since the upgrade. Run: sop store upgrade",
    ),
    "fault_column": ("{column} bukan seperti yang tercatat.", "{column} is not what the record tells."),
    "fault_state": (
        "keadaan yang tersimpan bukan seperti yang tercatat.",
        "the stored state is not what the record tells.",
    ),
    "fault_tasks": (
        "tugas yang menunggu bukan seperti yang tercatat (langkah: {steps}).",
        "the waiting tasks are not what the record tells (steps: {steps}).",
    ),
    "fault_schema": (
        "Bagian {name} dari tempat simpan hilang atau bukan seperti yang dibuat program ini: yang menjaga catatan "
        "mungkin dilepas.",
        "Part {name} of the store is missing or not as this program makes it: what guards the record may have been "
        "taken off.",
    ),
    "fault_untellable": (
        "rantainya utuh, tetapi catatannya tidak dapat dijalankan menurut naskah SOP-nya.",
        "its chain is intact, but the record cannot be followed along its SOP text.",
    ),
    "fault_definition": (
        "Naskah SOP {digest}… berubah, atau tidak dapat dibaca versi program ini.",
        "The SOP text {digest}… was changed, or this version of the program cannot read it.",
    ),
    "fault_definition_listed": (
        "Judul, unit, atau zona waktu naskah SOP {sop} ({digest}…) bukan seperti dalam naskahnya.",
        "Title, unit or time zone of the SOP text {sop} ({digest}…) is not what the text says.",
    ),
    "fault_definition_of": (
        "naskah SOP-nya ({digest}…) hilang, berubah, atau tidak dapat dibaca.",
        "its SOP text ({digest}…) is missing, was changed or cannot be read.",
    ),
    "fault_applicant": (
        "data pemohon bukan seperti saat perkara dibuka.",
        "the data of the applicant is not what it was when the case was opened.",
    ),
    "fault_applicant_gone": ("data pemohon hilang.", "the data of the applicant is missing."),
    "fault_applicant_unsaid": (
        "ada data pemohon, padahal tidak tercatat saat perkara dibuka.",
        "there is data of an applicant, but none was recorded when the case was opened.",
    ),
    "fault_applicant_erased": (
        "data pemohon dihapus tanpa tercatat pada catatan meja.",
        "the data of the applicant was erased without an entry in the record of the desk.",
    ),
    "fault_head_other": (
        "pada daftar sidik peristiwa ini lain: catatannya ditulis ulang.",
        "the list of heads has another event here: the record was rewritten.",
    ),
    "fault_head_cut": (
        "menurut daftar sidik ada {version} peristiwa, sekarang {count}: ujungnya dipotong.",
        "the list of heads knows {version} events, now there are {count}: the tail was cut.",
    ),
    "fault_head_gone": (
        "ada dalam daftar sidik (versi {version}), tetapi tidak ada lagi di tempat simpan ini.",
        "is in the list of heads (version {version}), but no longer in this store.",
    ),
    "fault_misnamed": (
        "nama perkara tidak sesuai dengan SOP {sop}.",
        "the name of the case is not one of the SOP {sop}.",
    ),
    "fault_number_gap": (
        "nomor ini tidak ada, padahal sudah diberikan ({count} nomor hilang dari register {register}).",
        "this number is missing though it was given ({count} numbers are missing in the register {register}).",
    ),
    "fault_counter": (
        "Register {register}: nomor terakhir tercatat {last}, perkara terakhir bernomor {highest}.",
        "Register {register}: the last number drawn is {last}, the last case has number {highest}.",
    ),
    "fault_desk_gap": ("baris ini hilang.", "this line is missing."),
    "fault_desk_chain": ("isi atau sidik baris ini berubah.", "the content or the hash of this line was changed."),
    "fault_desk_unreadable": ("baris ini tidak dapat dibaca.", "this line cannot be read."),
    "fault_desk_cut": (
        "menurut daftar sidik ada {version} baris, sekarang {count}: ujungnya dipotong.",
        "the list of heads knows {version} lines, now there are {count}: the tail was cut.",
    ),
    "fault_desk_other": (
        "pada daftar sidik baris ini lain: catatannya ditulis ulang.",
        "the list of heads has another line here: the record was rewritten.",
    ),
    "fault_file_fact": (
        "lampiran disebut dengan cara yang tidak dapat dibaca.",
        "an attachment is named in a way that cannot be read.",
    ),
    "fault_file_gone": ("lampiran {name} hilang ({digest}…).", "the attachment {name} is missing ({digest}…)."),
    "fault_file_changed": (
        "isi lampiran {name} berubah ({digest}…).",
        "the attachment {name} was changed ({digest}…).",
    ),
    "fault_file_size": (
        "ukuran lampiran {name} bukan seperti yang tercatat.",
        "the size of the attachment {name} is not what was recorded.",
    ),
    "fault_file_kept": (
        "Catatan: lampiran {name} dihapus menurut catatan meja, tetapi berkasnya ada. Bila tidak dilampirkan lagi "
        "sesudahnya, ulangi: sop case applicant PERKARA --erase",
        "Note: the attachment {name} was erased as the desk's record tells, but its file is there. Unless it was "
        "attached again, repeat: sop case applicant CASE --erase",
    ),
    "fault_file_unnamed": (
        "Catatan: {count} berkas lampiran tidak disebut oleh perkara mana pun (misalnya pencatatan yang terputus).",
        "Note: {count} attachment files are named by no case (an interrupted recording, for example).",
    ),
    "fault_link": (
        "peristiwa {event} dari {about} yang diadukan sekarang lain.",
        "event {event} of {about}, which is complained of, is another one now.",
    ),
    "fault_link_secret": (
        "peristiwa yang diadukan sekarang lain; perkaranya dirahasiakan.",
        "the event that is complained of is another one now; its case is kept secret.",
    ),
    "fault_people": (
        "Daftar orang ke-{number} bukan yang tercatat saat dimuat.",
        "List of people number {number} is not the one that was recorded when it was loaded.",
    ),
    "column_definition": ("naskah SOP", "the SOP text"),
    "column_sop": ("kunci SOP", "the key of the SOP"),
    "column_opened_at": ("waktu pembukaan", "the opening time"),
    "column_changed_at": ("waktu perubahan terakhir", "the time of the last change"),
    "column_status": ("status", "the status"),
    "column_alarm": ("waktu tenggat terdekat", "the next time limit"),
    "column_complaint": ("tanda pengaduan", "the mark of a complaint"),
    "column_about": ("perkara asalnya", "the case that it is about"),
    "column_reference": ("nomor surat", "the reference"),
    "column_channel": ("saluran", "the channel"),
    # head and export
    "heads_at": (
        "Sidik {cases} perkara: {path}\nSidik seluruhnya: {digest}\n"
        "Simpan di luar komputer ini: cetak, tanda tangani, atau kirim.",
        "Heads of {cases} cases: {path}\nDigest of all: {digest}\n"
        "Keep it outside of this computer: print it, sign it, or mail it.",
    ),
    "exported": ("{events} peristiwa dari {cases} perkara: {path}", "{events} events of {cases} cases: {path}"),
    "screen": ("layar", "the screen"),
    "person": ("petugas-{number}", "petugas-{number}"),
    "col_case": ("Perkara", "Case"),
    "col_sop": ("SOP", "SOP"),
    "col_title": ("Layanan", "Service"),
    "col_unit": ("Unit", "Unit"),
    "col_procedure": ("Prosedur", "Procedure"),
    "col_group": ("Golongan pemohon", "Applicants"),
    "col_reference": ("Nomor surat", "Reference"),
    "col_channel": ("Saluran", "Channel"),
    "col_applicant": ("Pemohon (disamarkan)", "Applicant (masked)"),
    "col_seq": ("No. peristiwa", "Event no."),
    "col_time": ("Waktu", "Time"),
    "col_machine": ("Waktu menurut jam komputer", "Time by the computer's clock"),
    "col_kind": ("Kejadian", "Kind"),
    "col_more": ("Keterangan kejadian", "More of it"),
    "col_step": ("Kunci langkah", "Step"),
    "col_activity": ("Kegiatan", "Activity"),
    "col_actor": ("Pelaksana", "Actor"),
    "col_standing": ("Kedudukan", "Standing"),
    "col_person": ("Petugas", "Person"),
    "col_answer": ("Jawaban", "Answer"),
    "col_note": ("Catatan", "Note"),
    "col_status": ("Keadaan", "Status"),
    "col_end": ("Akhir", "End"),
    "col_clock": ("Waktu berjalan bagi", "Clock"),
    "col_files": ("Lampiran", "Attachments"),
    "col_hash": ("Sidik", "Hash"),
    "standing_by": ("{more}, mencatat untuk pelaksananya", "{more}, recording for the actor"),
    "standing_plt": ("Plt. (surat {more})", "acting, Plt. (letter {more})"),
    "standing_plh": ("Plh. (surat {more})", "acting, Plh. (letter {more})"),
    "standing_plt_alone": ("Plt.", "acting, Plt."),
    "standing_plh_alone": ("Plh.", "acting, Plh."),
    "standing_steward": ("pengelola", "steward"),
    "clock_office": ("kantor", "office"),
    "clock_applicant": ("pemohon", "applicant"),
    "clock_none": ("tidak ada", "nobody"),
    "status_open": ("terbuka", "open"),
    "status_finished": ("selesai", "finished"),
    "status_rejected": ("ditolak", "rejected"),
    "status_withdrawn": ("dicabut", "withdrawn"),
    "status_suspended": ("ditangguhkan", "suspended"),
    # the kinds of events, in the words of `sop case history`
    "kind_opened": ("Perkara dibuka", "Case opened"),
    "kind_done": ("Dikerjakan", "Done"),
    "kind_skipped": ("Dilewati", "Skipped"),
    "kind_escalated": ("Lewat tenggat, diteruskan", "Past its deadline, passed on"),
    "kind_suspended": ("Ditangguhkan", "Suspended"),
    "kind_resumed": ("Dilanjutkan", "Resumed"),
    "kind_withdrawn": ("Dicabut", "Withdrawn"),
    "kind_rejected": ("Ditolak", "Rejected"),
    "kind_recalled": ("Ditarik kembali", "Taken back"),
    "kind_checked": ("Berkas diperiksa", "Papers checked"),
    "kind_claimed": ("Diambil", "Claimed"),
    "kind_released": ("Dilepas", "Released"),
    "kind_reassigned": ("Dialihkan", "Reassigned"),
    "kind_called": ("SOP lain dijalankan", "Another SOP called"),
    "kind_commented": ("Keterangan", "Comment"),
    "kind_corrected": ("Ralat", "Correction"),
    "kind_warned": ("Peringatan waktu", "Time ran out"),
    "kind_recounted": ("Dihitung ulang", "Recounted"),
}
