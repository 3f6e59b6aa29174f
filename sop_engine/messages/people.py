"""Words about people and their offices: the pieces of which refusals of authority are made."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str]] = {
    "help_people": (
        "Daftar orang: siapa memangku jabatan apa, jadi boleh mencatat apa.\n\n"
        "Contoh:\n\n"
        "  sop people load people.yaml\n\n"
        "  sop people list --on 2026-11-05",
        "The list of people: who holds which office, and so may record what.\n\n"
        "Examples:\n\n"
        "  sop people load people.yaml\n\n"
        "  sop people list --on 2026-11-05",
    ),
    "definitive": ("{office}", "{office}"),
    "plt": ("Plt. {office}", "acting {office} (Plt.)"),
    "plh": ("Plh. {office}", "acting {office} (Plh.)"),
    "until": ("{office} sampai {day}", "{office} until {day}"),
    "or": (" atau ", " or "),
    "any": ("apa pun", "any office"),
    "nobody": ("tidak ada", "none"),
    "ended": (" Jabatan {office} dipangkunya sampai {day}.", " The term as {office} ended on {day}."),
    "coming": (" Jabatan {office} baru dipangkunya mulai {day}.", " The term as {office} begins on {day}."),
    "allowed": (" Yang berwenang: {who}.", " Who may: {who}."),
    "vacant": (
        " Pada hari itu tidak ada yang memangku jabatan tersebut; mintalah pengelola mencatatnya ({stewards}).",
        " On that day nobody holds that office; ask a steward to enter somebody ({stewards}).",
    ),
    "deed_load": ("memuat daftar orang", "load a list of people"),
    "deed_delegate": ("menunjuk Plt. atau Plh.", "appoint a deputy (Plt. or Plh.)"),
    "deed_reassign": ("mengalihkan pekerjaan orang lain", "reassign the work of others"),
    "deed_erase": ("menghapus data pribadi", "erase personal data"),
    "deed_reveal": ("melihat pelapor yang dirahasiakan", "see who complained in secret"),
    "deed_backup": ("mencadangkan tempat simpan", "back a store up"),
    "deed_restore": ("memulihkan cadangan", "restore a backup"),
    "deed_copy": ("menyalin tempat simpan", "copy a store"),
    "deed_names": ("mengekspor catatan dengan nama petugas", "export the record with the officers' names"),
    "deed_desk": ("membaca catatan meja", "read the record of the desk"),
    "deed_recount": ("menghitung ulang jatuh tempo perkara", "count the due dates of cases anew"),
}
