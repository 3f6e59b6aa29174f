"""The words of papers, attachments and applicants: (Indonesian, English)."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str]] = {
    "help_file": (
        "Ambil lampiran perkara; sidiknya diperiksa.\n\nContoh: sop case file izin-2026-0001 surat.pdf --out surat.pdf",
        "Get an attachment of a case; its hash is verified.\n\n"
        "Example: sop case file izin-2026-0001 letter.pdf --out letter.pdf",
    ),
    "help_applicant": (
        "Data pemohon, disamarkan. --reveal membukanya, dan itu dicatat.",
        "The applicant's data, masked. --reveal shows them, and that is noted.",
    ),
    "arg_file": ("Nama lampiran, atau awal sidiknya.", "Name of the attachment, or the beginning of its hash."),
    "opt_file_out": ("Tempat berkas ditulis.", "Where the file is written."),
    "opt_reveal": ("Tampilkan tanpa samaran; siapa yang melihat dicatat.", "Show in clear; who has looked is noted."),
    "opt_erase": (
        "Hapus datanya dan surat yang memuatnya untuk selamanya (pengelola, dengan --note).",
        "Erase the data and the letters with them for good (a steward, with --note).",
    ),
    "opt_files": (
        "Bersama --erase: hapus juga semua lampiran lain perkara itu.",
        "With --erase: erase all other attachments of the case too.",
    ),
    "files_gone": ("Ikut dihapus: {names}.", "Erased with them: {names}."),
    "files_left": (
        "Lampiran lain tetap ada: {names}. Periksa isinya; bila memuat data pemohon, hapus juga dengan:\n{command}",
        "Other attachments stay: {names}. Look at them; if they tell who the applicant is, erase them too "
        "with:\n{command}",
    ),
    "files_shared": (
        "Tidak dihapus karena disebut perkara lain juga: {names}.",
        "Not erased, because another case names them too: {names}.",
    ),
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
    "papers_short": ("belum lengkap, kurang: {keys}", "not complete, missing: {keys}"),
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
    "file_of_event": ("{digest} (peristiwa {seq})", "{digest} (event {seq})"),
    "file_link": (
        "tautan yang keluar dari foldernya, ke {to}. Sebutkan berkas itu sendiri.",
        "a link that leads out of its folder, to {to}. Name that file itself.",
    ),
    "file_empty": ("berkasnya kosong. Pindai atau simpan ulang.", "the file is empty. Scan or save it again."),
    "file_unreadable": ("{why}.", "{why}."),
}
