"""Words of the demonstration."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str]] = {
    "checking": ("1. Memeriksa definisi di {folder}", "1. Checking the definitions in {folder}"),
    "valid": (
        "  {path}: tanpa kesalahan, {findings} catatan dan peringatan",
        "  {path}: no errors, {findings} notes and warnings",
    ),
    "printing": (
        "2. Menggambar diagram alir dan mencetak lembar standar ke {folder}",
        "2. Drawing flowcharts and printing standard sheets to {folder}",
    ),
    "running": ("3. Menjalankan satu perkara “{title}”", "3. Running one case of “{title}”"),
    "note": ("contoh", "example"),
    "opened": ("  perkara {case} dibuka", "  case {case} opened"),
    "returned": ("(dikembalikan ke langkah {number})", "(returned to step {number})"),
    "ended": ("  perkara selesai: {end}", "  case closed: {end}"),
    "look": (
        "Hasilnya ada di folder {folder}: buka {sop}.html atau {sop}.pdf.\n"
        "Riwayat perkaranya: {program} case history {case} --store {store}",
        "The results are in folder {folder}: open {sop}.html or {sop}.pdf.\n"
        "The case's history: {program} case history {case} --store {store}",
    ),
}
