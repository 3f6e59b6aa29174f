"""The words of what is done to a case beside its procedure: (Indonesian, English)."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str]] = {
    # help
    "help_check": (
        "Periksa berkas terhadap persyaratan; bila lengkap, waktu layanan mulai dihitung.\n\n"
        "Tanpa --have dan --lacks: berkas lengkap.\n\n"
        "Contoh: sop case check izin-2026-0001 --have ktp:asli+2 --lacks npwp",
        "Hold the papers against the requirements; when they are complete the time of the service begins.\n\n"
        "Without --have and --lacks: the file is complete.\n\n"
        "Example: sop case check izin-2026-0001 --have ktp:asli+2 --lacks npwp",
    ),
    "help_claim": (
        "Ambil langkah untuk diri sendiri, agar tidak dikerjakan dua orang.",
        "Take a step for yourself, so that two do not work on it.",
    ),
    "help_release": ("Lepaskan langkah yang sudah diambil.", "Give a claimed step back."),
    "help_reassign": (
        "Serahkan langkah kepada orang lain. Boleh oleh pemegangnya, atau oleh pengelola.\n\n"
        "Contoh: sop case reassign izin-2026-0001 periksa --to budi",
        "Give a step to another person: its holder may, or a steward.\n\n"
        "Example: sop case reassign izin-2026-0001 periksa --to budi",
    ),
    "help_comment": (
        "Tulis keterangan pada perkara, kapan saja, juga sesudah selesai.\n\n"
        'Contoh: sop case comment izin-2026-0001 --note "pemohon menelepon"',
        'Comment on a case, at any time.\n\nExample: sop case comment izin-2026-0001 --note "the applicant called"',
    ),
    "help_correct": (
        "Luruskan peristiwa yang salah catat. Yang lama tetap ada, ralatnya di bawahnya.\n\n"
        'Contoh: sop case correct izin-2026-0001 3 --note "nomor surat seharusnya 13/2026"',
        "Put right what an event says. The event stays, with the correction below it.\n\n"
        'Example: sop case correct izin-2026-0001 3 --note "the number of the letter is 13/2026"',
    ),
    "help_suspend": (
        "Tangguhkan perkara; waktunya berhenti dihitung sampai `sop case resume`.",
        "Let a case stand still; its time stops until `sop case resume`.",
    ),
    "help_withdraw": (
        "Tutup perkara yang dicabut pemohon.",
        "Close a case that its applicant withdraws.",
    ),
    "help_reject": (
        "Tolak perkara di luar jalan prosedurnya, dengan alasan.\n\n"
        'Contoh: sop case reject izin-2026-0001 --note "lokasi terlarang" --attach surat.pdf',
        "Reject a case outside the way of its procedure, with the reason.\n\n"
        'Example: sop case reject izin-2026-0001 --note "forbidden place" --attach letter.pdf',
    ),
    "help_recall": (
        "Tarik kembali langkah terakhir Anda, selama belum dilanjutkan orang lain.",
        "Take back your last step, as long as nobody has gone on from there.",
    ),
    "help_call": (
        "Buka perkara SOP lain yang dijalankan langkah ini; langkahnya menunggu perkara itu.",
        "Open the case of the other SOP that this step carries out; the step waits for it.",
    ),
    "help_file": (
        "Ambil lampiran perkara; sidiknya diperiksa.\n\nContoh: sop case file izin-2026-0001 surat.pdf --out surat.pdf",
        "Get an attachment of a case; its hash is verified.\n\n"
        "Example: sop case file izin-2026-0001 letter.pdf --out letter.pdf",
    ),
    "help_applicant": (
        "Data pemohon, disamarkan. --reveal membukanya, dan itu dicatat.",
        "The applicant's data, masked. --reveal shows them, and that is noted.",
    ),
    # arguments and options
    "arg_seq": ("Nomor peristiwa dalam `sop case history`.", "Number of the event in `sop case history`."),
    "arg_file": ("Nama lampiran, atau awal sidiknya.", "Name of the attachment, or the beginning of its hash."),
    "opt_have": (
        "Persyaratan yang sudah ada: ID, atau ID:asli, ID+2 (salinan), ID:asli+2. Dapat diulang.",
        "A requirement that is there: ID, or ID:asli (original), ID+2 (copies), ID:asli+2. Can be repeated.",
    ),
    "opt_lacks": ("Persyaratan yang kurang. Dapat diulang.", "A requirement that is missing. Can be repeated."),
    "opt_complete": ("Berkas lengkap.", "The file is complete."),
    "opt_to": ("Nama pengguna penerima.", "User name of who receives it."),
    "opt_attach": (
        "Berkas yang dilampirkan. Dapat diulang.",
        "A file to attach. Can be repeated.",
    ),
    "opt_with": (
        "Siapa yang mengerjakan bersama, PELAKSANA=ORANG. Dapat diulang.",
        "Who acted with you, ACTOR=PERSON. Can be repeated.",
    ),
    "opt_file_out": ("Tempat berkas ditulis.", "Where the file is written."),
    "opt_reveal": ("Tampilkan tanpa samaran; siapa yang melihat dicatat.", "Show in clear; who has looked is noted."),
    "opt_erase": (
        "Hapus datanya untuk selamanya (pengelola, dengan --note).",
        "Erase the data for good (a steward, with --note).",
    ),
    "opt_reason": ("Alasannya (wajib).", "The reason (required)."),
    "opt_called_group": ("Golongan pemohon SOP yang dijalankan.", "Group of applicants of the called SOP."),
    # what was done
    "is_checked": ("Pemeriksaan berkas tercatat.", "The check of the papers is recorded."),
    "is_claimed": ("Langkah {step} kini dipegang oleh {person}.", "Step {step} is now with {person}."),
    "is_released": ("Langkah {step} dilepas; siapa pun yang berwenang dapat mengambilnya.", "Step {step} is released."),
    "is_reassigned": ("Langkah {step} diserahkan kepada {person}.", "Step {step} was given to {person}."),
    "is_commented": ("Keterangan tercatat.", "The comment is recorded."),
    "is_corrected": ("Ralat atas peristiwa {seq} tercatat.", "The correction of event {seq} is recorded."),
    "is_suspended": ("Perkara {case} ditangguhkan.", "Case {case} is suspended."),
    "is_withdrawn": ("Perkara {case} dicabut.", "Case {case} is withdrawn."),
    "is_rejected": ("Perkara {case} ditolak.", "Case {case} is rejected."),
    "is_recalled": (
        "Langkah {step} (peristiwa {seq}) ditarik kembali; perkara kembali seperti sebelumnya.",
        "Step {step} (event {seq}) was taken back; the case stands as before.",
    ),
    "is_called": ("Perkara {called} dijalankan untuk langkah {step}.", "Case {called} is carried out for step {step}."),
    "is_erased": (
        "Data pemohon perkara {case} dihapus. Rekaman perkara tetap ada.",
        "The data on the applicant of case {case} are erased. The record of the case stays.",
    ),
    "is_written": (
        "{name} ditulis ke {path} ({size} byte, sidiknya cocok).",
        "{name} is in {path} ({size} bytes, the hash agrees).",
    ),
    # papers
    "papers": ("Persyaratan", "Requirements"),
    "papers_complete": ("Berkas lengkap.", "The file is complete."),
    "papers_lacking": ("Berkas belum lengkap: kurang {count}.", "The file is not complete: {count} missing."),
    "papers_unsaid": ("Berkas belum diperiksa terhadap persyaratan.", "The papers have not been checked."),
    "papers_none": ("Layanan ini tidak meminta persyaratan.", "This service asks for no papers."),
    "paper_original": ("asli", "original"),
    "paper_copies": ("salinan {count}", "{count} copies"),
    "paper_form": ("formulir {form}", "form {form}"),
    "paper_when": ("bila {when}", "if {when}"),
    "paper_any": ("cukup salah satu", "one is enough"),
    "paper_short": ("kurang", "missing"),
    "paper_there": ("ada: {what}", "there: {what}"),
    # applicant
    "field_name": ("Nama", "Name"),
    "field_nik": ("NIK", "NIK"),
    "field_phone": ("Telepon", "Telephone"),
    "field_email": ("Surel", "Email"),
    "field_address": ("Alamat", "Address"),
    "no_applicant": (
        "Data pemohon tidak ada, sudah dihapus, atau dirahasiakan.",
        "No data on the applicant: never recorded, erased, or kept secret.",
    ),
    # attachments that are none
    "file_missing": ("tidak ada. Periksa nama dan foldernya.", "it is not there. Check name and folder."),
    "file_folder": (
        "itu folder. Sebutkan berkas di dalamnya, atau satukan menjadi satu berkas.",
        "that is a folder. Name the files in it, or make one file of them.",
    ),
    "file_device": ("bukan berkas biasa.", "it is not a regular file."),
    "file_link": (
        "tautan yang keluar dari foldernya, ke {to}. Sebutkan berkas itu sendiri.",
        "a link that leads out of its folder, to {to}. Name that file itself.",
    ),
    "file_empty": ("berkasnya kosong. Pindai atau simpan ulang.", "the file is empty. Scan or save it again."),
    "file_unreadable": ("{why}.", "{why}."),
}
