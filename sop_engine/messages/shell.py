"""Words of the command line itself: help, usage mistakes, interruptions."""

from __future__ import annotations

import re

from sop_engine.messages import language

PHRASES: dict[str, tuple[str, str]] = {
    "error": ("Gagal", "Failed"),
    "interrupted": (
        "Dihentikan; tidak ada yang berubah setelah pesan terakhir.",
        "Stopped; nothing changed after the last message.",
    ),
    "app": (
        "SOP menjadi berkas yang dapat diperiksa, dijalankan, dan dicetak.",
        "SOPs as files that can be checked, run and printed.",
    ),
    "app_more": (
        "Penyusun: new sampai schema. Petugas: case, inbox. Bagian organisasi: render, sheet. Mencoba: demo.",
        "Analysts: new to schema. Officers: case, inbox. Organization section: render, sheet. Try: demo.",
    ),
    "lang": ("Bahasa pesan: id atau en (juga SOP_LANG).", "Language of messages: id or en (also SOP_LANG)."),
    "version": ("Tampilkan versi program.", "Show the program's version."),
    "json": ("Jawaban sebagai JSON di keluaran baku.", "Answer as JSON on standard output."),
    "definitions": (
        "Folder definisi (juga SOP_DEFINITIONS; bila tidak ada: ./definitions, lalu contoh bawaan).",
        "Folder of definitions (also SOP_DEFINITIONS; else ./definitions, else those shipped).",
    ),
}

_USAGE = (
    (r"No such option: (\S+?)\.?(?:\s.*)?", "tidak ada pilihan {0}"),
    (r"No such command '(.+?)'\.(?:\s.*)?", "tidak ada perintah `{0}`"),
    (r"Missing argument '(.+?)'\.", "argumen {0} belum disebut"),
    (r"Missing option '(.+?)'\.", "pilihan {0} belum disebut"),
    (r"Missing command\.", "perintah belum disebut"),
    (r"Option '?(.+?)'? requires an? (?:argument|value)\.", "pilihan {0} memerlukan nilai"),
    (r"Got unexpected extra argument\S* \((.+)\)", "argumen berlebih: {0}"),
    (
        r"Invalid value for '(.+?)'.*?: '(.*?)' is not a valid int(?:eger)?(?: range)?\.?",
        "nilai untuk {0} harus bilangan bulat, bukan `{1}`",
    ),
    (r"Invalid value for '(.+?)'.*?: (\S+) is not in the range (.+?)\.?", "nilai untuk {0} di luar batas: {1} ({2})"),
    (
        r"Invalid value for '(.+?)'.*?: '(.*?)' is not (?:one of|a valid) (.+?)\.?$",
        "nilai untuk {0} tidak sah: `{1}` ({2})",
    ),
    (
        r"Invalid value for '(.+?)'.*?: '(.*?)' does not match the formats? .*",
        "nilai untuk {0} harus tanggal, misalnya 2026-01-31, bukan `{1}`",
    ),
)


_FRAME = (
    (r"^Usage:", "Pemakaian:"),
    (r"^Options:", "Pilihan:"),
    (r"^Commands:", "Perintah:"),
    (r"^Arguments:", "Argumen:"),
    (r"Show this message and exit\.", "Tampilkan bantuan ini."),
    (r"Install completion for the current shell\.", "Pasang pelengkapan untuk shell ini."),
    (
        r"Show\s+completion\s+for\s+the\s+current\s+shell,\s+to\s+copy\s+it\s+or\s+customize\s+the\s+installation\.",
        "Tampilkan naskah pelengkapan untuk shell ini.",
    ),
    (r"\[default:\s+", "[bila tidak disebut: "),
    (r"\[env\s+var:\s+", "[juga: "),
    (r"\[required\]", "[wajib]"),
)


def framed(page: str) -> str:
    """Return a help page with the library's English frame in the language in force."""
    if language() == "en":
        return page
    for pattern, wording in _FRAME:
        page = re.sub(pattern, wording, page, flags=re.MULTILINE)
    return page


def usage(message: str) -> str:
    """Return a usage mistake, as the command-line library words it in English, in the language in force."""
    if language() == "en":
        return message
    for pattern, wording in _USAGE:
        match = re.fullmatch(pattern, message.strip(), re.DOTALL)
        if match:
            return wording.format(*match.groups())
    return message
