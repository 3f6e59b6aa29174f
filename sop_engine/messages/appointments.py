"""The words of `sop people`: (Indonesian, English)."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str]] = {
    "help_load": (
        "Periksa daftar orang dan berlakukan di tempat simpan. Hanya pengelola, bila sudah ada daftar.\n\n"
        "Contoh: sop people load people.yaml",
        "Check a list of people and put it in force in the store. Only a steward, once there is a list.\n\n"
        "Example: sop people load people.yaml",
    ),
    "help_list": (
        "Siapa memangku jabatan apa pada suatu hari (bawaan: hari ini).",
        "Who holds which office on a day (default: today).",
    ),
    "help_export": ("Tulis daftar orang yang berlaku.", "Write the list of people in force."),
    "help_delegate": (
        "Tunjuk Plt. atau Plh. untuk suatu jabatan, menurut surat perintah.\n\n"
        "Contoh: sop people delegate siti --unit pekalongan/prokompim --actor kepala-bagian --standing plh "
        "--letter 800/15/2026 --from 2026-11-02 --until 2026-11-13",
        "Appoint an acting official (Plt. or Plh.) by a letter of order.\n\n"
        "Example: sop people delegate siti --unit pekalongan/prokompim --actor kepala-bagian --standing plh "
        "--letter 800/15/2026 --from 2026-11-02 --until 2026-11-13",
    ),
    "arg_file": ("Berkas daftar orang, atau `-` untuk masukan baku.", "File of the list, or `-` for standard input."),
    "arg_person": ("Nama pengguna orang yang ditunjuk.", "User name of who is appointed."),
    "opt_on": ("Tanggal, misalnya 2026-11-05.", "The day, such as 2026-11-05."),
    "opt_out": ("Berkas tujuan (bawaan: ke layar).", "File to write (default: to the screen)."),
    "opt_unit": ("Kunci unit.", "Key of the unit."),
    "opt_actor": ("Kunci pelaksana (jabatan).", "Key of the actor (the office)."),
    "opt_standing": ("Sebagai definitif, Plt., atau Plh.", "For good, as Plt. or as Plh."),
    "opt_from": ("Hari pertama.", "First day."),
    "opt_until": ("Hari terakhir, ikut dihitung.", "Last day, included."),
    "opt_letter": ("Nomor surat perintah.", "Number of the letter of order."),
    "col_person": ("Nama", "Name"),
    "col_user": ("Pengguna", "User"),
    "col_offices": ("Jabatan", "Offices"),
    "steward": ("pengelola", "steward"),
    "on_day": ("Menurut daftar pada {day}:", "By the list on {day}:"),
    "nobody_listed": (
        "Belum ada daftar orang: siapa pun dapat mencatat sebagai pelaksana mana pun. Berlakukan dengan: sop people "
        "load",
        "There is no list of people: anybody can record as any actor. Put one in force with: sop people load",
    ),
    "loaded": (
        "Daftar orang berlaku: {persons} orang, {offices} jabatan.",
        "The list of people is in force: {persons} persons, {offices} offices.",
    ),
    "appointed": ("{person} ditunjuk sebagai {office}.", "{person} is appointed {office}."),
    "written": ("Daftar orang: {path}", "List of people: {path}"),
    "unknown": (
        "Peringatan: tidak ada SOP di unit {unit} dengan pelaksana `{actor}` (dipangku {persons}){near}",
        "Warning: no SOP of unit {unit} has an actor `{actor}` (held by {persons}){near}",
    ),
    "meant": ("; maksudnya `{near}`?", "; did you mean `{near}`?"),
}
