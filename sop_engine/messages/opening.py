"""The words of opening a case: (Indonesian, English)."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str]] = {
    "help_open": (
        "Buka perkara baru. Perkara tetap memakai naskah SOP saat dibuka.\n\n"
        "Persyaratan yang sudah ada disebut dengan --have, yang kurang dengan --lacks; tanpa keduanya berkas dianggap "
        "lengkap.\n\n"
        'Contoh: sop case open kerjasama-media --reference "B/12/2026" --applicant "Siti Aminah"',
        "Open a new case. It stays on the text that the SOP has now.\n\n"
        "Papers that are there are named with --have, missing ones with --lacks; without either the file counts as "
        "complete.\n\n"
        'Example: sop case open kerjasama-media --reference "B/12/2026" --applicant "Siti Aminah"',
    ),
    "arg_sop": ("Kunci SOP.", "Key of the SOP."),
    "opt_procedure": ("Prosedur lain dari SOP itu, misalnya pengaduan.", "Another procedure of it, e.g. a complaint."),
    "opt_group": ("Golongan pemohon, bila SOP membedakannya.", "Group of applicants, where the SOP tells them apart."),
    "opt_reference": ("Nomor surat atau nomor agenda.", "Number of the letter, or in the register."),
    "opt_channel": ("Saluran masuknya: loket, surel, LAPOR!, …", "How it came in: counter, email, …"),
    "opt_category": (
        "Jenis permohonan, bila waktu layanannya berbeda.",
        "Kind of request, where the promised times differ.",
    ),
    "opt_applicant": ("Nama pemohon. Disimpan terpisah dari rekaman.", "Name of the applicant, kept apart."),
    "opt_nik": ("NIK pemohon.", "NIK of the applicant."),
    "opt_phone": ("Telepon pemohon.", "Telephone of the applicant."),
    "opt_email": ("Surel pemohon.", "Email of the applicant."),
    "opt_address": ("Alamat pemohon.", "Address of the applicant."),
    "doubt_nik": (
        "Catatan: NIK terdiri atas 16 angka. Yang disebut tetap dicatat; periksa lagi.",
        "Note: a NIK has 16 digits. What was said is kept all the same; look again.",
    ),
    "doubt_email": (
        "Catatan: itu bukan bentuk alamat surel (nama@alamat.id). Yang disebut tetap dicatat; periksa lagi.",
        "Note: that does not look like an email address (name@address.id). It is kept all the same; look again.",
    ),
}
