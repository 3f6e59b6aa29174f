"""The words of ``sop store``: keeping stores in order: (Indonesian, English)."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str]] = {
    "help_store": (
        "Rawat tempat simpan perkara: cadangkan, pulihkan, periksa, perbarui, salin.\n\n"
        "Contoh:\n\n"
        "  sop store backup cadangan/2026-11-22\n\n"
        "  sop store check",
        "Keep the store of cases in order: back up, restore, check, upgrade, copy.\n\n"
        "Examples:\n\n"
        "  sop store backup backups/2026-11-22\n\n"
        "  sop store check",
    ),
    "help_upgrade": (
        "Perbarui tempat simpan dari versi lama.\n\nSalinan dibuat lebih dahulu; bila terhenti, ulangi saja.",
        "Bring a store of an older version up to date.\n\nA copy is made first; if it is stopped, just repeat it.",
    ),
    "help_check": (
        "Periksa basis data, lalu seluruh catatan.\n\n"
        "Catatan diperiksa seperti oleh `sop log verify`. Tidak ada yang diperbaiki.",
        "Check the database, then all of the record.\n\n"
        "The record is verified as by `sop log verify`. Nothing is repaired.",
    ),
    "help_backup": (
        "Cadangkan tanpa menghentikan pekerjaan.\n\n"
        "Folder baru itu memuat perkara, lampiran, dan daftar isinya.\n\n"
        "Contoh: sop store backup cadangan/2026-11-22",
        "Back up while work goes on.\n\n"
        "The new folder holds cases, attachments and a list of contents.\n\n"
        "Example: sop store backup backups/2026-11-22",
    ),
    "help_restore": (
        "Pulihkan cadangan ke tempat simpan kosong.\n\n"
        "Cadangan diperiksa dahulu; tempat simpan yang berisi perkara tidak ditimpa.\n\n"
        "Contoh: sop store restore cadangan/2026-11-22",
        "Restore a backup to an empty store.\n\n"
        "The backup is checked first; a store with cases is not overwritten.\n\n"
        "Example: sop store restore backups/2026-11-22",
    ),
    "help_copy": (
        "Salin ke tempat simpan lain yang kosong.\n\n"
        "Semua perkara dan lampiran disalin, dibaca kembali, dan dicocokkan.\n\n"
        "Contoh: sop store copy sqlite:///.sop/cases.db sqlite:///baru/cases.db",
        "Copy to another store that is empty.\n\n"
        "All cases and attachments are copied, read back and compared.\n\n"
        "Example: sop store copy sqlite:///.sop/cases.db sqlite:///new/cases.db",
    ),
    "arg_folder": ("Folder cadangan.", "Folder of the backup."),
    "arg_from": ("Tempat simpan asal.", "The store to copy."),
    "arg_to": ("Tempat simpan tujuan, masih kosong.", "The store to copy to, still empty."),
    "telling": ("Menghitung ulang perkara", "Telling cases again"),
    "migrated": (
        "Tempat simpan diperbarui dari skema {found} ke {known}. Salinan sebelumnya: {copy}",
        "The store was upgraded from schema {found} to {known}. As it was before: {copy}",
    ),
    "migrated_there": (
        "Tempat simpan diperbarui dari skema {found} ke {known}.",
        "The store was upgraded from schema {found} to {known}.",
    ),
    "made": (
        "Tabel dibuat (skema {known}). Tempat simpan ini masih kosong.",
        "Tables were made (schema {known}). The store is still empty.",
    ),
    "current": ("Tempat simpan sudah yang terbaru.", "The store is up to date."),
    "told": ("{count} perkara dihitung ulang dari catatannya.", "{count} cases were told again from their record."),
    "untold": ("{case}: belum dapat dihitung ulang. {message}", "{case}: could not be told again. {message}"),
    "database_sound": ("Berkas basis data utuh.", "The files of the database are sound."),
    "no_part": ("{name} tidak ada di dalamnya", "{name} is not in it"),
    "database_wrong": (
        "Berkas basis data rusak ({reason}). Pulihkan dari cadangan terakhir, dan simpan berkas ini untuk diperiksa.",
        "The files of the database are damaged ({reason}). Restore the last backup, and keep this file for inspection.",
    ),
    "backed_up": (
        "Dicadangkan: {cases} perkara dan {files} lampiran ke {folder}\nSidik seluruhnya: {heads}",
        "Backed up: {cases} cases and {files} attachments to {folder}\nDigest of all: {heads}",
    ),
    "restored": (
        "Dipulihkan: {cases} perkara, {events} peristiwa, {files} lampiran ke {place}",
        "Restored: {cases} cases, {events} events, {files} attachments to {place}",
    ),
    "copied": (
        "Disalin dan dicocokkan: {cases} perkara, {events} peristiwa, {files} lampiran ke {place}",
        "Copied and compared: {cases} cases, {events} events, {files} attachments to {place}",
    ),
    "wrong": (
        "{count} hal tidak cocok. Catatannya ikut tersalin seperti adanya, supaya buktinya tidak hilang; salinan ini "
        "bukan catatan yang utuh. Bandingkan dengan cadangan yang lebih lama.",
        "{count} things do not agree. The record was copied as it is, so that no evidence is lost; the copy is not an "
        "intact record. Compare with an older backup.",
    ),
    "lacking": (
        "{count} lampiran rusak di tempat asalnya, jadi tidak ikut. Lihat yang mana dengan: {command}",
        "{count} attachments are damaged where they were, so they were left out. See which with: {command}",
    ),
}
