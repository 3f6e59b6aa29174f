"""Words of the organization section's commands."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str]] = {
    "help_render": (
        "Gambar diagram alir prosedur dan prosedur pengaduan.\n\n\b\nContoh:\n"
        "  sop render definitions --out gambar\n  sop render definitions/lapor-gub.yaml --format png --out gambar",
        "Draw the flowcharts of procedures and complaint procedures.\n\n\b\nExamples:\n"
        "  sop render definitions --out pictures\n  sop render definitions/lapor-gub.yaml --format png --out pictures",
    ),
    "help_sheet": (
        "Cetak lembar standar pelayanan.\n\nEnam komponen penyampaian, diagram alir, dan pengaduan.\n\n\b\nContoh:\n"
        "  sop sheet definitions --out lembar\n  sop sheet definitions/keprotokolan.yaml --format pdf --out lembar",
        "Print the standard sheet.\n\nSix delivery components, flowcharts and complaints.\n\n\b\nExamples:\n"
        "  sop sheet definitions --out sheets\n  sop sheet definitions/keprotokolan.yaml --format pdf --out sheets",
    ),
    "help_demo": (
        "Coba semuanya sekali.\n\nPeriksa, gambar, dan cetak semua definisi, lalu jalankan satu perkara."
        "\n\n\b\nContoh:\n  sop demo --out out",
        "Try everything once.\n\nCheck, draw and print all definitions, then run one case."
        "\n\n\b\nExample:\n  sop demo --out out",
    ),
    "paths": (
        "Berkas atau folder definisi. Tanpa PATH: folder definisi.",
        "Definition files or folders. Without PATH: the folder of definitions.",
    ),
    "out": ("Folder hasil; dibuat bila belum ada.", "Folder for the results; made when it is not there."),
    "view": ("Jenis gambar.", "Kind of picture."),
    "picture_format": ("Bentuk gambar; boleh diulang.", "Form of the picture; may be repeated."),
    "sheet_format": ("Bentuk lembar; boleh diulang.", "Form of the sheet; may be repeated."),
    "drawing": ("Menggambar", "Drawing"),
    "printing": ("Mencetak", "Printing"),
    "failed": (
        "{path}: tidak diproses karena {count} kesalahan; lihat sop validate {path}",
        "{path}: left out because of {count} errors; see sop validate {path}",
    ),
    "broke": (
        "{path}: tidak dapat dibuat karena kesalahan di dalam program ({kind}: {reason})",
        "{path}: could not be made because of a mistake inside the program ({kind}: {reason})",
    ),
    "twice": (
        "{path}: tidak diproses; id `{value}` sudah dipakai berkas lain",
        "{path}: left out; id `{value}` is already used by another file",
    ),
    "done": (
        "{files} berkas ditulis ke {folder}; {failed} SOP gagal.",
        "{files} files written to {folder}; {failed} SOPs failed.",
    ),
    "notice_glyph": (
        "huruf ini tidak ada dalam huruf cetak dan tampak sebagai kotak kosong: {signs}",
        "the typeface lacks these characters, which show as empty boxes: {signs}",
    ),
}
