"""The words of the group ``sop case``: (Indonesian, English)."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str]] = {
    "help_case": (
        "Buka, catat, dan lihat perkara.\n\n"
        "Contoh:\n\n"
        "  sop case open kerjasama-media\n\n"
        "  sop case run kerjasama-media-2026-0001\n\n"
        "Nama pencatat diambil dari SOP_USER, atau dari pengguna komputer.",
        "Open, record and look at cases.\n\n"
        "Examples:\n\n"
        "  sop case open kerjasama-media\n\n"
        "  sop case run kerjasama-media-2026-0001\n\n"
        "Who is recording is taken from SOP_USER, or from the user of the computer.",
    ),
}
