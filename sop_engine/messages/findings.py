"""What the checks can say: every finding's permanent code, severity, message and hint, in Indonesian and English.

A code is never reused and never changes its meaning; the wording may. SOP0xx and SP0xx follow the numbering of the
lint rules in use for SOP-AP and Standar Pelayanan; SOP1xx are about the file and the language.
"""

from __future__ import annotations

from typing import NamedTuple


class Finding(NamedTuple):
    """The catalogue entry of one code; ``message`` and ``hint`` are (Indonesian, English)."""

    severity: str
    message: tuple[str, str]
    hint: tuple[str, str]


TERMS = {
    "text": ("teks", "text"),
    "number": ("bilangan bulat", "a whole number"),
    "boolean": ("true atau false", "true or false"),
    "list": ("daftar (baris-baris yang diawali `- `)", "a list (lines that begin with `- `)"),
    "mapping": ("kelompok kunci (`kunci: isi`)", "a group of keys (`key: value`)"),
    "empty": ("berkas kosong", "an empty file"),
    "channel": ("kanal pengaduan", "complaint channels"),
    "officer": ("pejabat pengaduan", "complaint officer"),
    "limit": ("batas waktu", "time limit"),
    "requirements": ("persyaratan", "requirements"),
    "products": ("produk pelayanan", "service products"),
    "actor": ("pelaksana", "actor"),
    "activity": ("kegiatan", "activity"),
    "next": ("langkah berikut", "next step"),
    "time": ("waktu", "time"),
    "output": ("output", "output"),
    "optional": ("syarat langkah", "condition"),
    "decision": ("keputusan", "decision"),
    "to": ("langkah tujuan", "target step"),
    "end": ("akhir", "end"),
    "answer": ("jawaban", "answer"),
    "unit": ("unit", "unit"),
    "title": ("nama layanan", "title"),
    "decree": ("surat keputusan", "decree"),
    "step": ("langkah", "step"),
    "requirement": ("persyaratan", "requirement"),
    "procedure": ("prosedur", "procedure"),
    "as_boolean": ("ya/tidak", "a boolean"),
    "as_number": ("angka", "a number"),
    "as_date": ("tanggal", "a date"),
    "alias": ("jangkar atau alias", "an anchor or alias"),
    "tag": ("penanda jenis", "a tag"),
    "key": ("kunci yang bukan teks", "a key that is not text"),
    "merge": ("kunci gabungan", "a merge key"),
    "gone": ("berkas tidak ada", "there is no such file"),
    "forbidden": ("tidak ada izin membaca", "you may not read it"),
    "link_loop": ("tautan berputar tanpa ujung", "its links go round in a circle"),
    "other": ("tempat simpannya tidak menjawab", "its storage does not answer"),
}
"""Words that fill the arguments of TERM_ARGS; several are separated by commas."""

TERM_ARGS = frozenset({"expected", "seen", "missing", "kind", "reason"})

FINDINGS: dict[str, Finding] = {
    # --- the file ---------------------------------------------------------------------------------------------
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
        (
            "di sini ada tanda yang bukan bagian dari teks UTF-8 biasa ({sign})",
            "a sign here is no part of plain UTF-8 text ({sign})",
        ),
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
    # --- the language -----------------------------------------------------------------------------------------
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
    # --- the flow ---------------------------------------------------------------------------------------------
    "SOP020": Finding(
        "error",
        ("prosedur belum mempunyai langkah", "the procedure has no steps"),
        ("Tambahkan setidaknya satu langkah di bawah `steps:`.", "Add at least one step below `steps:`."),
    ),
    "SOP024": Finding(
        "error",
        (
            "keputusan mempunyai {count} jawaban; seharusnya dua atau lebih",
            "the decision has {count} answers; it needs two or more",
        ),
        (
            "Tulis setiap jawaban yang mungkin, masing-masing dengan tujuannya.",
            "Write each possible answer with where it leads.",
        ),
    ),
    "SOP025": Finding(
        "error",
        ("{kind} `{value}` tidak ada{near}", "there is no {kind} `{value}`{near}"),
        ("Yang ada: {allowed}.", "There are: {allowed}."),
    ),
    "SOP026": Finding(
        "error",
        (
            "jawaban `{first}` dan `{second}` menuju tempat yang sama ({place})",
            "answers `{first}` and `{second}` lead to the same place ({place})",
        ),
        (
            "Perbaiki tujuannya; bila memang sama, tulis `same_place: true` pada jawaban ini.",
            "Mend the target; if it is meant, write `same_place: true` at this answer.",
        ),
    ),
    "SOP027": Finding(
        "error",
        ("langkah {number} `{step}` tidak pernah tercapai", "step {number} `{step}` is never reached"),
        (
            "Arahkan salah satu langkah atau jawaban ke sini, atau hapus langkah ini.",
            "Lead a step or an answer here, or delete it.",
        ),
    ),
    "SOP028": Finding(
        "error",
        (
            "dari langkah {number} `{step}` tidak ada jalan menuju akhir: perkara berputar di langkah {circle}",
            "no way leads from step {number} `{step}` to an end: the case goes round in steps {circle}",
        ),
        (
            "Beri salah satu langkah itu jalan keluar: jawaban ke langkah lain, atau `end:`.",
            "Give one of those steps a way out: an answer to another step, or `end:`.",
        ),
    ),
    "SOP035": Finding(
        "error",
        ("{kind} `{value}` ada dua kali", "{kind} `{value}` is there twice"),
        ("Beri nama lain pada salah satunya.", "Rename one of them."),
    ),
    "SOP036": Finding(
        "error",
        ("jawaban `{value}` ada dua kali dalam satu keputusan", "answer `{value}` is there twice in one decision"),
        ("Tiap jawaban harus dapat dibedakan oleh petugas.", "The officer must be able to tell the answers apart."),
    ),
    "SOP037": Finding(
        "warning",
        ("akhir `{value}` tidak dituju oleh langkah mana pun", "no step leads to end `{value}`"),
        ("Arahkan jawaban ke sana dengan `end:`, atau hapus.", "Lead an answer there with `end:`, or delete it."),
    ),
    # --- actors -----------------------------------------------------------------------------------------------
    "SOP041": Finding(
        "warning",
        ("pelaksana `{actor}` tidak dipakai oleh langkah mana pun", "actor `{actor}` is used by no step"),
        ("Hapus dari `actors`, atau beri langkah.", "Delete it from `actors`, or give it a step."),
    ),
    "SOP045": Finding(
        "warning",
        (
            "pelaksana yang sama ditulis dengan beberapa ejaan: {spellings}",
            "one actor is spelled in several ways: {spellings}",
        ),
        (
            "Seragamkan dalam dokumen; definisi ini memakai `{name}`.",
            "Make the document uniform; this definition uses `{name}`.",
        ),
    ),
    "SOP048": Finding(
        "error",
        ("pelaksana `{value}` tidak ada{near}", "there is no actor `{value}`{near}"),
        ("Yang ada di `actors`: {allowed}.", "There are in `actors`: {allowed}."),
    ),
    "SOP049": Finding(
        "error",
        ("pelaksana `{value}` disebut dua kali dalam satu langkah", "actor `{value}` is named twice in one step"),
        (
            "Sebut sekali saja: sebagai `actor`, dalam `with`, atau dalam `involves`.",
            "Name it once: as `actor`, in `with`, or in `involves`.",
        ),
    ),
    # --- time -------------------------------------------------------------------------------------------------
    "SOP061": Finding(
        "error",
        ("waktu `{value}` tidak dapat dibaca", "time `{value}` cannot be read"),
        (
            "Tulis bilangan dan satuan, misalnya `3 hari kerja`; satuannya menit, jam, hari kerja, hari kalender, "
            "hari, minggu, atau bulan.",
            "Write a number and a unit, such as `3 hari kerja`; units are menit, jam, hari kerja, hari kalender, hari, "
            "minggu and bulan.",
        ),
    ),
    "SP011": Finding(
        "warning",
        ("waktu penyelesaian tidak berbatas: `{value}`", "the completion time has no bound: `{value}`"),
        (
            "Tetapkan batas paling lama agar janji dapat diperiksa.",
            "Set an upper bound so that the promise can be checked.",
        ),
    ),
    "SP012": Finding(
        "warning",
        (
            "`{value}` tidak jelas: hari kerja atau hari kalender?",
            "`{value}` is ambiguous: working days or calendar days?",
        ),
        (
            "Tanyakan kepada penyusun, lalu tulis `hari kerja` atau `hari kalender`.",
            "Ask the author, then write `hari kerja` or `hari kalender`.",
        ),
    ),
    "SP013": Finding(
        "info",
        ("tidak disebut sejak kapan waktu dihitung", "it is not said from when the time counts"),
        (
            "Tambahkan `from: requirements_complete` (berkas lengkap) atau `from: submitted` (diajukan).",
            "Add `from: requirements_complete` or `from: submitted`.",
        ),
    ),
    # --- the standard -----------------------------------------------------------------------------------------
    "SP001": Finding(
        "error",
        ("komponen {missing} kosong", "component {missing} is empty"),
        (
            "Standar pelayanan wajib memuatnya (PermenPAN-RB 15/2014).",
            "A service standard must have it (PermenPAN-RB 15/2014).",
        ),
    ),
    "SP030": Finding(
        "warning",
        ("bagian pengaduan belum menyebut: {missing}", "the complaint section does not name: {missing}"),
        (
            "Lengkapi dari dokumen, atau tanyakan kepada unit; kanal dan pejabat pengaduan wajib ada (UU 25/2009 "
            "Pasal 36).",
            "Complete it from the document, or ask the unit; channels and an officer are a duty (UU 25/2009 "
            "Article 36).",
        ),
    ),
    "SOP080": Finding(
        "warning",
        (
            "dokumen tidak menyebut {missing} secara jelas; isi di sini adalah tafsiran: `{value}`",
            "the document does not clearly state the {missing}; this is a reading of it: `{value}`",
        ),
        (
            "Pastikan kepada unit penyusun, lalu hapus dari `unstated`.",
            "Confirm with the unit, then remove it from `unstated`.",
        ),
    ),
    "SOP081": Finding(
        "warning",
        ("`unstated` menyebut `{key}`, padahal tidak diisi", "`unstated` names `{key}`, which is not filled in"),
        ("Isi kuncinya, atau hapus dari `unstated`.", "Fill it in, or remove it from `unstated`."),
    ),
}
