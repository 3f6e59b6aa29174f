"""The file: whether it can be read at all, and whether it is the YAML that we read (SOP10x, SOP12x-SOP13x)."""

from __future__ import annotations

from sop_engine.messages.findings.entry import Finding

FINDINGS: dict[str, Finding] = {
    "SOP100": Finding(
        "error",
        ("berkas tidak dapat dibaca: {reason}", "the file cannot be read: {reason}"),
        ("Periksa nama berkas dan izin bacanya.", "Check the file's name and that you may read it."),
    ),
    "SOP101": Finding(
        "error",
        ("tulisan di sini tidak mengikuti aturan YAML ({problem})", "this is not YAML ({problem})"),
        (
            "Periksa tanda baca dan indentasi di baris ini dan baris di atasnya.",
            "Check punctuation and indentation on this line and the one above.",
        ),
    ),
    "SOP102": Finding(
        "error",
        ("{reason} ({sign})", "{reason} ({sign})"),
        (
            "Hapus tanda itu, atau simpan ulang berkas sebagai teks UTF-8; berkas Word atau Excel tidak dapat dipakai "
            "langsung.",
            "Delete the sign, or save the file again as UTF-8 text; Word and Excel files cannot be used as they are.",
        ),
    ),
    "SOP103": Finding(
        "error",
        (
            "berkas terlalu besar ({size} bita; batasnya {limit} MB)",
            "the file is too large ({size} bytes; limit {limit} MB)",
        ),
        ("Satu berkas memuat satu SOP; pisahkan isinya.", "One file holds one SOP; split it."),
    ),
    "SOP104": Finding(
        "error",
        (
            "kunci `{key}` ditulis dua kali; yang pertama di baris {line}",
            "key `{key}` is written twice; first on line {line}",
        ),
        ("Gabungkan isinya atau hapus salah satu.", "Merge the two or delete one."),
    ),
    "SOP105": Finding(
        "error",
        (
            "bentuk YAML ini tidak dipakai dalam SOP: {kind} `{character}`",
            "YAML feature not used in SOPs: {kind} `{character}`",
        ),
        (
            "Tulis isinya secara langsung, tanpa &, *, !, ? atau <<.",
            "Write the value itself, without &, *, !, ? or <<.",
        ),
    ),
    "SOP106": Finding(
        "warning",
        (
            "`{value}` tanpa tanda kutip dibaca sebagai {seen} oleh program lain; di sini dibaca sebagai teks",
            "unquoted `{value}` is read as {seen} by other programs; here it is read as text",
        ),
        ('Tulis dalam tanda kutip: "{value}".', 'Put it in quotes: "{value}".'),
    ),
    "SOP107": Finding(
        "error",
        ("isi berkas harus kelompok kunci, yang ditemukan {seen}", "the file must be a group of keys, but is {seen}"),
        (
            "Mulai dengan `sop: 1`, lalu `id:`, `title:`, dan seterusnya.",
            "Begin with `sop: 1`, then `id:`, `title:` and so on.",
        ),
    ),
    "SOP109": Finding(
        "error",
        ("isi bertingkat lebih dari {limit} lapis", "values nest deeper than {limit} levels"),
        (
            "SOP tidak memerlukan tingkat sedalam itu; periksa kurung dan indentasi.",
            "No SOP needs that; check brackets and indentation.",
        ),
    ),
    "SOP135": Finding(
        "error",
        ("isi berkas lebih dari {limit} nilai", "the file holds more than {limit} values"),
        ("Satu berkas memuat satu SOP; pisahkan isinya.", "One file holds one SOP; split it."),
    ),
    "SOP137": Finding(
        "warning",
        ("logo `{value}` tidak dapat dipakai: {reason}", "the logo `{value}` cannot be used: {reason}"),
        (
            "Simpan lambang sebagai PNG atau JPEG di samping berkas unit ini; sekarang tempatnya pada matriks kosong.",
            "Save the emblem as PNG or JPEG beside this unit's file; its place on the matrix is empty now.",
        ),
    ),
    "SOP130": Finding(
        "error",
        ("ini bukan berkas biasa", "this is not a regular file"),
        ("Sebutkan berkas `.yaml` atau folder yang memuatnya.", "Name a `.yaml` file or a folder that holds some."),
    ),
    "SOP131": Finding(
        "error",
        ("teks memuat karakter kendali yang tidak terlihat", "the text holds invisible control characters"),
        ("Ketik ulang teks ini tanpa menyalin dari program lain.", "Type this text again instead of pasting it."),
    ),
    "SOP121": Finding(
        "error",
        ("teks tidak boleh diawali tanda “{character}”", "text may not begin with the sign “{character}”"),
        ("Tulis seluruh teksnya dalam tanda kutip.", "Put the whole text in quotes."),
    ),
    "SOP122": Finding(
        "error",
        ("tanda kutip atau kurung belum ditutup", "a quote or bracket is not closed"),
        (
            "Cari tanda pembuka di baris ini atau di atasnya, lalu tutup.",
            "Find the opening sign on this line or above and close it.",
        ),
    ),
    "SOP123": Finding(
        "error",
        (
            "titik dua di tengah teks tanpa tanda kutip, atau indentasi tidak lurus",
            "a colon inside unquoted text, or crooked indentation",
        ),
        (
            "Tulis teks yang memuat `: ` dalam tanda kutip, dan luruskan kunci-kunci yang setingkat.",
            "Put text that holds `: ` in quotes, and align keys of one level.",
        ),
    ),
    "SOP124": Finding(
        "error",
        ("indentasi atau `kunci:` tidak lengkap di sini", "indentation or a `key:` is incomplete here"),
        (
            "Kunci-kunci yang setingkat harus lurus, dan tiap butir daftar ditulis pada barisnya sendiri, diawali `- ` "
            "pada kolom yang sama.",
            "Keys of one level must align, and each list item stands on a line of its own that begins with `- ` in the "
            "same column.",
        ),
    ),
    "SOP132": Finding(
        "error",
        ("jarak di awal baris memakai tab", "the line is indented with a tab"),
        ("Ganti tab dengan spasi, dua spasi untuk tiap tingkat.", "Replace the tab by spaces, two for each level."),
    ),
    "SOP133": Finding(
        "error",
        ("berkas memuat lebih dari satu dokumen (garis `---`)", "the file holds more than one document (a `---` line)"),
        ("Simpan tiap SOP dalam berkasnya sendiri.", "Keep each SOP in a file of its own."),
    ),
}
