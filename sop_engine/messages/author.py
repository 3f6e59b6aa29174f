"""Words of the analyst's commands."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str]] = {
    "help_validate": (
        "Periksa berkas SOP. Tanpa PATH: folder definisi.\n\n\b\nContoh:\n  sop validate\n"
        "  sop validate definitions/kerjasama-media.yaml --strict\n  sop validate - --format json < draf.yaml\n\n"
        "\b\nKode keluar: 0 tanpa kesalahan, 1 ada kesalahan (dengan --strict juga peringatan),\n"
        "2 cara pakai salah, 3 tidak dapat dijalankan.",
        "Check SOP files. Without PATH: the folder of definitions.\n\n\b\nExamples:\n  sop validate\n"
        "  sop validate definitions/kerjasama-media.yaml --strict\n  sop validate - --format json < draft.yaml\n\n"
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
    "code": ("Kode pesan, misalnya SOP027.", "A message's code, such as SOP027."),
    "kind": ("Jenis berkas.", "Kind of file."),
    "checking": ("Memeriksa", "Checking"),
    "hint": ("saran", "hint"),
    "related": ("yang pertama di baris {line}", "the first is on line {line}"),
    "summary": (
        "{files} berkas diperiksa: {error} kesalahan, {warning} peringatan, {info} catatan.",
        "{files} files checked: {error} errors, {warning} warnings, {info} notes.",
    ),
}
