"""Words of the analyst's commands."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str]] = {
    "help_validate": (
        "Periksa berkas SOP. Tanpa PATH: folder definisi.\n\n\b\nContoh:\n  sop validate\n"
        "  sop validate definitions/kerjasama-media.yaml --strict\n  sop validate --diff\n  sop validate --fix\n"
        "  sop validate - --format json < draf.yaml\n\n"
        "\b\nKode keluar: 0 tanpa kesalahan, 1 ada kesalahan (dengan --strict juga peringatan),\n"
        "2 cara pakai salah, 3 tidak dapat dijalankan.",
        "Check SOP files. Without PATH: the folder of definitions.\n\n\b\nExamples:\n  sop validate\n"
        "  sop validate definitions/kerjasama-media.yaml --strict\n  sop validate --diff\n  sop validate --fix\n"
        "  sop validate - --format json < draft.yaml\n\n"
        "\b\nExit codes: 0 no error, 1 errors (with --strict warnings too),\n2 wrong usage, 3 could not run.",
    ),
    "help_explain": (
        "Jelaskan sebuah kode pesan.\n\n\b\nContoh:\n  sop explain SOP027",
        "Explain a message's code.\n\n\b\nExample:\n  sop explain SOP027",
    ),
    "help_schema": (
        "Cetak JSON Schema untuk penyunting teks (VS Code dan lainnya).\n\n\b\nContoh:\n"
        "  sop schema > definitions/sop.schema.json",
        "Print the JSON Schema for editors (VS Code and others).\n\n\b\nExample:\n"
        "  sop schema > definitions/sop.schema.json",
    ),
    "paths": ("Berkas, folder, atau - untuk masukan baku.", "Files, folders, or - for standard input."),
    "format": ("Bentuk laporan.", "Form of the report."),
    "strict": ("Peringatan dianggap kesalahan.", "Treat warnings as errors."),
    "accepted": (
        "Tunjukkan juga temuan yang diterima, dengan alasannya.",
        "Show the accepted findings too, with their reasons.",
    ),
    "project": (
        "Berkas proyek yang dipakai; tanpa ini: sop-project.yaml terdekat di atas tiap berkas.",
        "The project file to use; without it: the nearest sop-project.yaml above each file.",
    ),
    "no_cache": (
        "Periksa semua berkas lagi, juga yang tidak berubah sejak pemeriksaan sebelumnya.",
        "Check every file again, also those that did not change since they were checked before.",
    ),
    "reason": ("alasan", "reason"),
    "accepted_finding": ("diterima", "accepted"),
    "accepted_count": (
        "{count} temuan diterima dengan alasan (--accepted).",
        "{count} findings accepted (--accepted).",
    ),
    "code": ("Kode pesan, misalnya SOP027.", "A message's code, such as SOP027."),
    "kind": ("Jenis berkas.", "Kind of file."),
    "checking": ("Memeriksa", "Checking"),
    "fix": (
        "Perbaiki temuan yang pasti perbaikannya; komentar dan isi lain tetap.",
        "Put right the findings whose fix is certain; comments and the rest stay.",
    ),
    "diff": ("Tampilkan apa yang akan diperbaiki --fix; tidak menulis.", "Show what --fix would do; write nothing."),
    "mending": ("Memperbaiki", "Mending"),
    "fixed": ("diperbaiki: {finding}", "fixed: {finding}"),
    "not_fixed_harms": (
        "tidak diperbaiki, karena akan menimbulkan kesalahan lain: {finding}",
        "not fixed, because it would bring another error: {finding}",
    ),
    "not_fixed_leaves": (
        "tidak diperbaiki, karena temuannya akan tetap ada: {finding}",
        "not fixed, because the finding would stay: {finding}",
    ),
    "untried": (
        "{path}: {count} perbaikan belum dicoba, karena temuan dalam berkas ini terlalu banyak. Jalankan --fix lagi, "
        "atau perbaiki sendiri.",
        "{path}: {count} fixes were not tried, because too much was found in this file. Run --fix again, or mend it "
        "yourself.",
    ),
    "mended": ("{count} temuan diperbaiki dalam {files} berkas.", "{count} findings fixed in {files} files."),
    "mendable": (
        "{count} temuan dapat diperbaiki dalam {files} berkas dengan --fix.",
        "{count} findings in {files} files can be fixed with --fix.",
    ),
    "hint": ("saran", "hint"),
    "related": ("yang pertama di baris {line}", "the first is on line {line}"),
    "see_also": ("lihat juga baris {line}", "see line {line} too"),
    "summary": (
        "{files} berkas diperiksa: {error} kesalahan, {warning} peringatan, {info} catatan.",
        "{files} files checked: {error} errors, {warning} warnings, {info} notes.",
    ),
}
