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
            "Pakai huruf kecil, angka, dan tanda hubung, misalnya `kerjasama-media`; garis miring hanya untuk unit.",
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
    "SOP136": Finding(
        "error",
        (
            "{groups} golongan pemohon pada {steps} langkah terlalu banyak untuk ditelusuri satu per satu",
            "{groups} groups of applicants in {steps} steps are too many to follow one by one",
        ),
        (
            "Satukan golongan yang langkahnya sama, atau pisahkan SOP ini menjadi beberapa berkas.",
            "Join groups that take the same steps, or split this SOP into several files.",
        ),
    ),
    "SOP128": Finding(
        "error",
        ("kanal `{value}` belum memuat alamat (`value`)", "channel `{value}` has no address (`value`)"),
        ("Tambahkan nomor, alamat, atau nama akunnya.", "Add its number, address or account."),
    ),
    "SOP038": Finding(
        "error",
        (
            "`{value}` berada di luar cabang ini; tidak ada jalan masuk atau keluar dari cabang bersamaan `{split}`",
            "`{value}` lies outside this branch; nothing leads into or out of the parallel branches of `{split}`",
        ),
        (
            "Tuju langkah di cabang yang sama; putuskan yang berlaku bagi semua cabang sesudah semuanya bertemu.",
            "Name a step of the same branch; what concerns all branches is decided after they have met.",
        ),
    ),
    "SOP039": Finding(
        "error",
        (
            "akhir `{value}` berada di dalam cabang bersamaan `{split}`, sedangkan cabang lain masih berjalan",
            "end `{value}` stands inside the parallel branches of `{split}`, while the others still run",
        ),
        (
            "Biarkan cabang selesai, lalu putuskan akhirnya pada langkah sesudah cabang-cabang bertemu.",
            "Let the branch finish and decide on the end in a step after the branches have met.",
        ),
    ),
    "SOP085": Finding(
        "error",
        ("`{key}` hanya berarti bersama `{other}`", "`{key}` means something only beside `{other}`"),
        ("Tambahkan `{other}` atau hapus `{key}`.", "Add `{other}` or delete `{key}`."),
    ),
    "SOP086": Finding(
        "error",
        ("pekerjaan bersamaan memerlukan dua cabang atau lebih", "parallel work needs two branches or more"),
        (
            "Tambahkan cabang, atau tulis langkah-langkahnya langsung dalam daftar.",
            "Add a branch, or write its steps in the list itself.",
        ),
    ),
    "SOP087": Finding(
        "error",
        (
            "`starts_by` berada pada langkah yang bukan langkah pertama",
            "`starts_by` stands at a step that is not the first",
        ),
        (
            "Pindahkan ke langkah pertama; yang dimulai di tengah jalan adalah prosedur lain.",
            "Move it to the first step; what starts midway is another procedure.",
        ),
    ),
    "SOP088": Finding(
        "error",
        (
            "`{key}` pada jawaban yang tidak menuju sebuah langkah, sehingga tidak ada yang menunggu",
            "`{key}` at an answer that leads to no step, so that nothing waits",
        ),
        ("Hapus `{key}`, atau tuju sebuah langkah dengan `to`.", "Delete `{key}`, or name a step with `to`."),
    ),
    "SOP089": Finding(
        "error",
        ("dua jawaban ditandai sebagai jawaban “Ya”", "two answers are marked as the one that says yes"),
        ("Sisakan satu `affirmative: true`.", "Leave one `affirmative: true`."),
    ),
    "SOP090": Finding(
        "error",
        (
            "golongan pemohon `{value}` tidak mempunyai satu langkah pun dalam salah satu prosedur",
            "group of applicants `{value}` has not a single step in a procedure",
        ),
        (
            "Periksa `only` pada langkah-langkah, atau hapus golongan itu.",
            "Check `only` at the steps, or delete the group.",
        ),
    ),
    "SOP091": Finding(
        "error",
        (
            "bagi golongan `{group}`, perkara tidak sampai ke mana pun sesudah langkah `{step}`: langkah-langkah "
            "golongan lain hanya saling melewatkan",
            "for group `{group}` a case comes nowhere after step `{step}`: the steps of other groups lead past each "
            "other only",
        ),
        (
            "Beri salah satu langkah golongan lain itu `skip_to` ke langkah yang dijalani golongan ini.",
            "Give one of those steps a `skip_to` to a step that this group has.",
        ),
    ),
    "SOP092": Finding(
        "error",
        (
            "cabang bersamaan di dalam cabang bersamaan lebih dari {limit} tingkat",
            "parallel branches inside parallel branches, more than {limit} levels deep",
        ),
        (
            "Jadikan cabang yang dalam sebuah SOP sendiri dan panggil dengan `call`.",
            "Make the inner branches an SOP of their own and call it with `call`.",
        ),
    ),
    "SOP093": Finding(
        "error",
        ("`{key}` menyebut dirinya sendiri", "`{key}` names itself"),
        (
            "Sebutkan langkah lain pada `four_eyes`, atau SOP lain pada `call`.",
            "Name another step in `four_eyes`, or another SOP in `call`.",
        ),
    ),
    "SOP134": Finding(
        "error",
        ("`{value}` bukan tanggal", "`{value}` is not a date"),
        (
            "Tulis tahun-bulan-hari yang ada di kalender, misalnya 2026-01-31.",
            "Write year-month-day of a day that exists, such as 2026-01-31.",
        ),
    ),
}
