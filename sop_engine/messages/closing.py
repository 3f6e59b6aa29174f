"""The words of what stops a case outside its procedure: (Indonesian, English)."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str]] = {
    "help_suspend": (
        "Tangguhkan perkara; waktunya berhenti dihitung sampai `sop case resume`.",
        "Let a case stand still; its time stops until `sop case resume`.",
    ),
    "help_resume": (
        "Lanjutkan perkara yang ditangguhkan.\n\n"
        'Contoh: sop case resume kerjasama-media-2026-0001 --note "pembayaran diterima"',
        'Let a suspended case go on.\n\nExample: sop case resume kerjasama-media-2026-0001 --note "payment received"',
    ),
    "help_withdraw": (
        "Tutup perkara yang dicabut pemohon.",
        "Close a case that its applicant withdraws.",
    ),
    "help_reject": (
        "Tolak perkara di luar jalan prosedurnya, dengan alasan.\n\n"
        'Contoh: sop case reject izin-2026-0001 --note "lokasi terlarang" --attach surat.pdf',
        "Reject a case outside the way of its procedure, with the reason.\n\n"
        'Example: sop case reject izin-2026-0001 --note "forbidden place" --attach letter.pdf',
    ),
    "is_suspended": ("Perkara {case} ditangguhkan.", "Case {case} is suspended."),
    "is_resumed": ("Perkara {case} dilanjutkan.", "Case {case} goes on."),
    "is_withdrawn": ("Perkara {case} dicabut.", "Case {case} is withdrawn."),
    "is_rejected": ("Perkara {case} ditolak.", "Case {case} is rejected."),
}
