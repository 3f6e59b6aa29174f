"""The words of complaints at the desk: (Indonesian, English)."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str]] = {
    # help
    "help_complaint": (
        "Pengaduan: buka, lihat, dan jawab.",
        "Complaints: open, look at and answer them.",
    ),
    "help_open": (
        "Buka pengaduan sebagai perkara pada prosedur pengaduan SOP itu.\n\n"
        "Dengan --about pengaduan ditautkan pada perkara yang diadukan, dengan --event juga pada peristiwanya; SOP "
        "boleh tidak disebut. --secret: identitas, isi, dan perkara yang diadukan disimpan terpisah.\n\n"
        'Contoh: sop complaint open --about izin-2026-0001 --event 3 --channel whatsapp --text "berkas hilang" '
        '--name "Budi Santoso"',
        "Open a complaint as a case of the SOP's own complaint procedure.\n\n"
        "--about ties it to the case that is complained of, --event to the very event; the SOP may then be left out. "
        "--secret: identity, words and the case complained of are kept apart.\n\n"
        'Example: sop complaint open --about izin-2026-0001 --event 3 --channel whatsapp --text "file was lost" '
        '--name "Budi Santoso"',
    ),
    "help_list": (
        "Daftar pengaduan dengan tenggatnya, terlama dahulu.",
        "List complaints with their due dates, oldest first.",
    ),
    "help_show": (
        "Tampilkan pengaduan: isinya, yang diadukan, batas waktunya, dan langkah sekarang.\n\n"
        "--reveal menampilkan identitas dan isi yang dirahasiakan; siapa yang melihat tercatat.",
        "Show a complaint: its words, what it is about, its time limit, and where it stands.\n\n"
        "--reveal shows identity and words that are kept secret; who looked is recorded.",
    ),
    "help_answer": (
        "Susun jawaban kepada pelapor dari rekaman pengaduan, simpan, dan lampirkan pada perkaranya.\n\n"
        "Sebelum pengaduan selesai, jawaban itu bersifat sementara. Perintah yang sama tidak membuat surat kedua.\n\n"
        'Contoh: sop complaint answer izin-2026-0002 --text "Berkas sudah ditemukan." --number 005/12/2026',
        "Compose the answer to the complainant from the record, keep it, and attach it to the case.\n\n"
        "Before the complaint is closed the answer is for the time being. The same command makes no second letter.\n\n"
        'Example: sop complaint answer izin-2026-0002 --text "The file was found." --number 005/12/2026',
    ),
    # arguments and options
    "arg_sop": ("Kunci SOP yang diadukan; boleh kosong dengan --about.", "Key of the SOP; not needed with --about."),
    "arg_complaint": ("Nama perkara pengaduan.", "Name of the complaint's case."),
    "opt_about": ("Perkara yang diadukan.", "The case that is complained of."),
    "opt_event": ("Nomor peristiwa yang diadukan (`sop case history`).", "Number of the event (`sop case history`)."),
    "opt_channel": (
        "Kanal masuknya: jenis atau nama kanal pada standar.",
        "Channel: kind or name in the standard.",
    ),
    "opt_category": ("Golongan pengaduan, bila standar membedakannya.", "Class, where the standard tells them apart."),
    "opt_procedure": ("Prosedur pengaduan, bila ada beberapa.", "Complaint procedure, where there are several."),
    "opt_group": ("Golongan pemohon, bila prosedurnya membedakan.", "Group of applicants, where told apart."),
    "opt_text": ("Isi pengaduan: apa yang tidak sesuai standar.", "The complaint: what was not up to standard."),
    "opt_loss": ("Kerugian pelapor.", "The complainant's loss."),
    "opt_remedy": ("Penyelesaian yang diminta.", "The remedy that is asked for."),
    "opt_name": ("Nama pelapor. Disimpan terpisah dari rekaman.", "Name of the complainant, kept apart."),
    "opt_nik": ("NIK pelapor.", "NIK of the complainant."),
    "opt_phone": ("Telepon pelapor.", "Telephone of the complainant."),
    "opt_email": ("Surel pelapor.", "Email of the complainant."),
    "opt_address": ("Alamat pelapor.", "Address of the complainant."),
    "opt_secret": ("Rahasiakan identitas pelapor.", "Keep the complainant's identity secret."),
    "opt_open": ("Hanya yang belum selesai.", "Only those that are not closed."),
    "opt_late": ("Hanya yang lewat batas waktu.", "Only those past their time limit."),
    "opt_list_about": ("Hanya tentang perkara ini.", "Only about this case."),
    "opt_reveal": ("Tampilkan yang dirahasiakan; tercatat.", "Show what is kept secret; on the record."),
    "opt_answer": ("Hasil pemeriksaan, untuk pelapor.", "What was found, for the complainant."),
    # labels
    "complaint": ("Pengaduan", "Complaint"),
    "about": ("Tentang", "About"),
    "channel": ("Kanal", "Channel"),
    "limit": ("Batas waktu", "Time limit"),
    "due": ("Tenggat", "Due"),
    "status": ("Keadaan", "Status"),
    "words": ("Isi", "Words"),
    "loss": ("Kerugian", "Loss"),
    "remedy": ("Yang diminta", "Remedy"),
    "complainant": ("Pelapor", "Complainant"),
    "files": ("Lampiran", "Enclosures"),
    "named": ("{label} ({kind})", "{label} ({kind})"),
    "of_category": ("{within} – {category}", "{within} – {category}"),
    "about_case": ("{case}", "{case}"),
    "about_event": ("{case}, peristiwa {event}", "{case}, event {event}"),
    "about_step": ("{case}, peristiwa {event} ({step})", "{case}, event {event} ({step})"),
    "about_this": ("tentang {case}", "about {case}"),
    "in_secret": ("dirahasiakan", "kept secret"),
    "see_secret": ("dirahasiakan; tampilkan dengan --reveal", "kept secret; show it with --reveal"),
    "not_said": ("tidak disebut", "not stated"),
    "not_running": ("dihitung sejak petugas menanganinya", "counted once the office takes it up"),
    "by_default": ("{within} – Perpres 76/2013", "{within} – Perpres 76/2013"),
    # what was done
    "is_opened": ("Pengaduan {case} dibuka.", "Complaint {case} is open."),
    "is_answered": ("Jawaban ditulis ke {path} dan dilampirkan.", "The answer is in {path} and attached."),
    "is_answered_now": (
        "Jawaban sementara ditulis ke {path} dan dilampirkan: pengaduan belum selesai.",
        "The interim answer is in {path} and attached: the complaint is not closed yet.",
    ),
    "was_answered": (
        "Jawaban yang sama sudah ada; salinannya ditulis ke {path}.",
        "The same answer was there already; a copy is in {path}.",
    ),
    "none": ("Tidak ada pengaduan di {place}.", "No complaints in {place}."),
    "file_answer": ("{case}-jawaban.{form}", "{case}-jawaban.{form}"),
    "file_interim": ("{case}-jawaban-sementara.{form}", "{case}-jawaban-sementara.{form}"),
    # the procedure of a standard that has none
    "common_title": ("Penanganan Pengaduan", "Handling of Complaints"),
    "common_terima": ("Menerima dan mencatat pengaduan", "Take in and record the complaint"),
    "common_tindak-lanjut": ("Memeriksa dan menindaklanjuti pengaduan", "Look into the complaint and act on it"),
    "common_jawab": ("Menyampaikan jawaban kepada pelapor", "Give the complainant an answer"),
    # what to know
    "remark_too_late": (
        "Catatan: layanan sudah diterima pada {day}, sedangkan pengaduan diajukan paling lambat {within} sesudahnya "
        "(UU 25/2009 Pasal 42). Pengaduan tetap dicatat.",
        "Note: the service was received on {day}, and a complaint is brought within {within} of that (UU 25/2009 "
        "Pasal 42). It is recorded all the same.",
    ),
    "remark_unstated": (
        "Catatan: pengaduan tertulis juga memuat {missing} (UU 25/2009 Pasal 42). Mintalah kepada pelapor.",
        "Note: a written complaint also states {missing} (UU 25/2009 Pasal 42). Ask the complainant.",
    ),
    "remark_no_category": (
        "Catatan: golongan pengaduan belum disebut, jadi berlaku {within}. Golongannya: {known}.",
        "Note: no class of complaint was named, so the time limit is {within}. The classes: {known}.",
    ),
    "remark_common": (
        "Catatan: SOP ini belum mempunyai prosedur pengaduan, jadi pengaduan ditangani dengan langkah umum: diterima, "
        "ditindaklanjuti, dijawab. Langkahnya sendiri ditulis pada `complaints.procedures`.",
        "Note: this SOP has no complaint procedure, so the complaint follows the common one: taken in, acted on, "
        "answered. Write its own steps in `complaints.procedures`.",
    ),
    "states_name": ("nama pelapor", "the complainant's name"),
    "states_address": ("alamat pelapor", "the address"),
    "states_loss": ("kerugian yang dialami", "the loss"),
    "states_remedy": ("penyelesaian yang diminta", "the remedy that is asked for"),
}
