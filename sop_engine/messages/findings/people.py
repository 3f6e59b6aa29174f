"""The list of people: who holds which office, from when to when (SOP155-SOP160)."""

from __future__ import annotations

from sop_engine.messages.findings.entry import Finding

FINDINGS: dict[str, Finding] = {
    "SOP155": Finding(
        "error",
        ("`{value}` sudah ada dalam daftar ini", "`{value}` is on this list already"),
        (
            "Satu orang ditulis satu kali, dengan semua jabatannya; huruf besar dan kecil tidak membedakan orang.",
            "Write each person once, with all offices; capitals do not make another person.",
        ),
    ),
    "SOP156": Finding(
        "error",
        (
            "masa jabatan berakhir ({until}) sebelum dimulai ({since})",
            "the term ends ({until}) before it begins ({since})",
        ),
        ("Periksa `from` dan `until`; keduanya ikut dihitung.", "Check `from` and `until`; both days count."),
    ),
    "SOP157": Finding(
        "error",
        ("`{standing}` tanpa {missing}", "`{standing}` without {missing}"),
        (
            "Plt. dan Plh. lazim ditunjuk dengan surat perintah untuk waktu tertentu; tulis `letter` dan `until`.",
            "Plt. and Plh. act by a letter of order and for a time; write `letter` and `until`.",
        ),
    ),
    "SOP158": Finding(
        "info",
        (
            "sejak {since} jabatan `{actor}` di `{unit}` dipangku {one} dan {other} bersamaan",
            "from {since}, `{actor}` of `{unit}` is held by {one} and {other} at once",
        ),
        (
            "Bila jabatan itu hanya untuk satu orang, tutup yang lama dengan `until`, atau tulis `standing`.",
            "If that office is for one person, close the older term with `until`, or write `standing`.",
        ),
    ),
    "SOP159": Finding(
        "error",
        ("daftar ini tidak mempunyai pengelola", "this list has no steward"),
        (
            "Tulis `steward: true` pada seorang atau lebih; tanpa pengelola daftar tidak dapat diganti lagi.",
            "Write `steward: true` for one person or more; without, nobody could ever load another list.",
        ),
    ),
    "SOP160": Finding(
        "error",
        ("`{value}` tidak dapat dipakai sebagai nama pengguna", "`{value}` cannot be a user name"),
        (
            "Pakai huruf, angka, dan tanda . _ - @ \\ tanpa spasi, misalnya `siti.aminah` atau `KOTA\\siti`.",
            "Use letters, digits and . _ - @ \\ without spaces, such as `siti.aminah` or `KOTA\\siti`.",
        ),
    ),
}
