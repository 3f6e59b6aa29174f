"""The words of the inbox: (Indonesian, English)."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str]] = {
    "help_inbox": (
        "Langkah yang menunggu, yang paling dekat tenggatnya dahulu.\n\n"
        "Dengan daftar orang: yang menunggu jabatan Anda; tanpa daftar itu: semuanya.\n\n"
        "Contoh: sop inbox --as agendaris",
        "Steps that wait, what is due first at first.\n\n"
        "With a list of people: what waits for your own offices; without one: everything.\n\n"
        "Example: sop inbox --as agendaris",
    ),
    "opt_late": ("Hanya yang sudah lewat tenggat.", "Only what is late."),
    "opt_mine": ("Hanya langkah yang sudah Anda ambil.", "Only the steps that you have claimed."),
    "opt_all": ("Semua yang menunggu, juga bukan untuk jabatan Anda.", "Everything that waits, not only for you."),
    "opt_limit": ("Paling banyak sekian langkah.", "At most so many steps."),
    "opt_after": (
        "Lanjutan: tempat yang disebut di bawah daftar sebelumnya.",
        "Where to go on: what stands below the list before.",
    ),
    "opt_watch": ("Perbarui terus sampai Ctrl-C.", "Keep it up to date until Ctrl-C."),
    "opt_every": ("Dengan --watch: setiap sekian detik.", "With --watch: every so many seconds."),
    "due": ("Tenggat", "Due"),
    "nearly_due": ("hampir habis waktunya", "little time is left"),
    "held_by": ("dipegang {person}", "with {person}"),
    "of_actor": ("{activity} ({actor})", "{activity} ({actor})"),
    "more": ("Masih ada lagi. Lanjutkan dengan: {command}", "There is more. Go on with: {command}"),
    "none_late": ("Tidak ada yang lewat tenggat.", "Nothing is late."),
    "none_mine": ("Tidak ada langkah yang sedang Anda pegang.", "You have not claimed any step."),
    "none_own": (
        "Tidak ada yang menunggu jabatan Anda. Semua yang menunggu: {command}",
        "Nothing waits for your offices. All that waits: {command}",
    ),
    "watching": (
        "{at} · diperbarui tiap {seconds} detik · Ctrl-C untuk berhenti",
        "{at} · every {seconds} seconds · Ctrl-C stops",
    ),
}
