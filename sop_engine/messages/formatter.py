"""Words of ``sop format``."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str]] = {
    "help_format": (
        "Rapikan berkas SOP: urutan kunci dan jarak yang baku; isi dan komentar tetap.\n\n"
        "Tanpa PATH: folder definisi. Berkas yang tidak dapat dibaca tidak disentuh.\n\n\b\nContoh:\n  sop format\n"
        "  sop format --diff definitions/kerjasama-media.yaml\n  sop format --check\n  sop format - < draf.yaml\n\n"
        "\b\nKode keluar: 0 selesai, 1 ada yang perlu dirapikan (--check) atau tidak dapat dirapikan,\n"
        "2 cara pakai salah, 3 tidak dapat dijalankan.",
        "Tidy SOP files: canonical order of keys and spacing; content and comments stay.\n\n"
        "Without PATH: the folder of definitions. A file that cannot be read is left alone.\n\n\b\nExamples:\n"
        "  sop format\n  sop format --diff definitions/kerjasama-media.yaml\n  sop format --check\n"
        "  sop format - < draft.yaml\n\n"
        "\b\nExit codes: 0 done, 1 something is to be tidied (--check) or could not be,\n"
        "2 wrong usage, 3 could not run.",
    ),
    "check": (
        "Hanya sebutkan berkas yang belum rapi; tidak menulis.",
        "Only name files that would change; write nothing.",
    ),
    "diff": ("Tampilkan perubahannya; tidak menulis.", "Show the changes; write nothing."),
    "tidying": ("Merapikan", "Tidying"),
    "changed": ("dirapikan: {path}", "tidied: {path}"),
    "untidy": ("belum rapi: {path}", "would change: {path}"),
    "summary": (
        "{changed} berkas dirapikan, {same} sudah rapi, {left} tidak dapat dirapikan.",
        "{changed} files tidied, {same} tidy already, {left} could not be tidied.",
    ),
    "summary_check": (
        "{changed} berkas belum rapi, {same} sudah rapi, {left} tidak dapat dirapikan.",
        "{changed} files would change, {same} are tidy, {left} cannot be tidied.",
    ),
}
