"""The language: its keys, the kinds of their values and the names they point to."""

from __future__ import annotations

from sop_engine.messages.findings.entry import Finding

FINDINGS: dict[str, Finding] = {
    "SOP108": Finding(
        "error",
        ("versi bahasa `{value}` tidak dikenal", "language version `{value}` is unknown"),
        (
            "Program ini membaca `sop: 1` (dan `unit: 1` untuk unit).",
            "This program reads `sop: 1` (and `unit: 1` for units).",
        ),
    ),
    "SOP110": Finding(
        "error",
        ("kunci `{key}` tidak dikenal{near}", "unknown key `{key}`{near}"),
        ("Yang boleh di sini: {allowed}.", "Allowed here: {allowed}."),
    ),
    "SOP111": Finding(
        "error",
        ("kunci `{key}` belum ada", "key `{key}` is missing"),
        ("Tambahkan `{key}:` ({label}).", "Add `{key}:` ({label})."),
    ),
    "SOP112": Finding(
        "error",
        ("isi `{key}` harus {expected}, bukan `{value}`", "`{key}` must be {expected}, not `{value}`"),
        ("Bandingkan dengan contoh di docs/language.md.", "Compare with the examples in docs/language.md."),
    ),
    "SOP129": Finding(
        "error",
        (
            "isi `{key}` harus teks, sedangkan {value} tanpa tanda kutip bukan teks",
            "`{key}` must be text, but unquoted {value} is not",
        ),
        ('Tulis dalam tanda kutip: "{value}".', 'Put it in quotes: "{value}".'),
    ),
    "SOP113": Finding(
        "error",
        ("isi `{key}` tidak boleh `{value}`{near}", "`{key}` may not be `{value}`{near}"),
        ("Yang boleh: {allowed}.", "Allowed: {allowed}."),
    ),
    "SOP114": Finding(
        "error",
        (
            "kunci `{key}` sudah dipesan untuk versi mendatang dan belum dapat dijalankan",
            "key `{key}` is reserved and cannot be run yet",
        ),
        (
            "Hapus kunci ini; arti yang direncanakan ada di docs/language.md.",
            "Remove it; its planned meaning is in docs/language.md.",
        ),
    ),
    "SOP115": Finding(
        "error",
        ("`{first}` dan `{second}` tidak boleh dipakai bersama", "`{first}` and `{second}` may not be used together"),
        ("Hapus salah satu; tiap hal ditulis dengan satu cara.", "Delete one; each thing is written in one way."),
    ),
    "SOP116": Finding(
        "error",
        ("`id: {value}` tidak sama dengan nama berkas `{file}`", "`id: {value}` differs from the file's name `{file}`"),
        (
            "Ubah id-nya atau nama berkasnya; keduanya harus sama.",
            "Change the id or the file's name; the two must agree.",
        ),
    ),
    "SOP117": Finding(
        "error",
        ("`id: {value}` sudah dipakai oleh {other}", "`id: {value}` is already used by {other}"),
        ("Tiap SOP mempunyai id sendiri.", "Each SOP has an id of its own."),
    ),
    "SOP118": Finding(
        "error",
        (
            "unit `{value}` tidak ditemukan atau salah isinya ({file})",
            "unit `{value}` is not found or has errors ({file})",
        ),
        ("Buat atau perbaiki berkas unit itu.", "Make or mend that unit file."),
    ),
    "SOP119": Finding(
        "error",
        ("`{value}` tidak dapat dipakai dalam `{key}`", "`{value}` cannot be used in `{key}`"),
        (
            "Pakai huruf kecil, angka, dan tanda hubung, misalnya `kerjasama-media`; hanya unit boleh bergaris miring.",
            "Use small letters, digits and hyphens, such as `kerjasama-media`; only units may have a slash.",
        ),
    ),
    "SOP120": Finding(
        "error",
        ("isi `{key}` kosong", "`{key}` is empty"),
        (
            "Tulis isinya, atau hapus baris ini bila tidak diperlukan.",
            "Write it, or delete this line when it is not needed.",
        ),
    ),
    "SOP126": Finding(
        "error",
        ("isi `{key}` melebihi batas {limit}", "`{key}` is over the limit of {limit}"),
        ("Pendekkan, atau pisahkan menjadi beberapa bagian.", "Shorten it or split it."),
    ),
    "SOP127": Finding(
        "error",
        ("`{key}` memerlukan tepat satu dari {choices}", "`{key}` needs exactly one of {choices}"),
        ("Isi salah satu saja; yang terisi sekarang: {given}.", "Fill in just one; given now: {given}."),
    ),
    "SOP128": Finding(
        "error",
        ("kanal `{value}` belum memuat alamat (`value`)", "channel `{value}` has no address (`value`)"),
        ("Tambahkan nomor, alamat, atau nama akunnya.", "Add its number, address or account."),
    ),
}
