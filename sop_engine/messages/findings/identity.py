"""The identity block of an SOP-AP sheet, its number, dates, signer and legal basis (SOP00x, SOP01x)."""

from __future__ import annotations

from sop_engine.messages.findings.entry import Finding

FINDINGS: dict[str, Finding] = {
    "SOP001": Finding(
        "warning",
        ("nomor SOP belum diisi", "the SOP has no number"),
        (
            "Isi `number:` menurut tata naskah dinas; selama masih rancangan, tulis `status: draft`.",
            "Fill in `number:` as the agency's rules say; while it is a draft, write `status: draft`.",
        ),
    ),
    "SOP002": Finding(
        "error",
        ("nomor SOP `{value}` sudah dipakai oleh {other}", "number `{value}` is already used by {other}"),
        ("Tiap SOP mempunyai nomor sendiri; perbaiki salah satunya.", "Each SOP has its own number; mend one of them."),
    ),
    "SOP003": Finding(
        "error",
        (
            "{missing} ({value}) lebih awal daripada tanggal pembuatan ({made})",
            "{missing} ({value}) is earlier than the day it was made ({made})",
        ),
        (
            "Periksa kedua tanggal; tanggal pembuatan adalah hari SOP selesai disusun.",
            "Check both dates; an SOP is made on the day on which it is finished.",
        ),
    ),
    "SOP004": Finding(
        "warning",
        ("{missing} {reason}", "{missing} {reason}"),
        (
            "Periksa tanggalnya; selama SOP masih rancangan, tulis `status: draft`.",
            "Check the date; while the SOP is a draft, write `status: draft`.",
        ),
    ),
    "SOP005": Finding(
        "error",
        ("status berlaku, tetapi belum ada {missing}", "the SOP is in force, but lacks: {missing}"),
        (
            "Lengkapi `approved_by` dan `effective`, atau tulis `status: draft` sampai SOP disahkan.",
            "Complete `approved_by` and `effective`, or write `status: draft` until it is approved.",
        ),
    ),
    "SOP006": Finding(
        "warning",
        ("`{value}` tampaknya bukan NIP yang benar", "`{value}` does not look like a right NIP"),
        (
            "NIP terdiri atas 18 angka dan diawali tanggal lahir (tahun, bulan, hari).",
            "A NIP has 18 digits and begins with the date of birth (year, month, day).",
        ),
    ),
    "SOP007": Finding(
        "warning",
        ("dasar hukum SOP belum diisi", "the SOP has no legal basis"),
        (
            "Tulis peraturannya di `legal_basis:`, masing-masing dengan jenis, nomor, dan tahunnya.",
            "Write the regulations in `legal_basis:`, each with its kind, number and year.",
        ),
    ),
    "SOP008": Finding(
        "warning",
        ("dasar hukum ini belum menyebut {missing}", "this legal basis lacks: {missing}"),
        (
            "Tulis lengkap, misalnya `Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik`.",
            "Write it in full, such as `Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik`.",
        ),
    ),
    "SOP009": Finding(
        "warning",
        (
            "peraturan ini sudah tidak berlaku; yang berlaku sekarang {by}",
            "this regulation is no longer in force; now it is {by}",
        ),
        (
            "Ganti dengan peraturan yang berlaku, setelah isinya diperiksa di JDIH.",
            "Put the one in force in its place, after checking what it says.",
        ),
    ),
    "SOP010": Finding(
        "warning",
        ("bagian identitas belum memuat {missing}", "the identity block lacks: {missing}"),
        (
            "Isi menurut keadaan unit; kotak yang kosong dicatat oleh penilai SOP.",
            "Fill them in as the unit works; evaluators note empty boxes.",
        ),
    ),
    "SOP011": Finding(
        "info",
        ("keterkaitan dengan SOP lain belum diisi", "no other SOP is named that this one touches"),
        (
            "Tulis di `related_sops:` atau `related:` SOP yang mendahului, mengikuti, atau berjalan bersama.",
            "Write in `related_sops:` or `related:` which SOPs come before, after or beside it.",
        ),
    ),
    "SOP012": Finding(
        "warning",
        ("berkas SOP `{value}` tidak ada di folder ini{near}", "there is no SOP `{value}` in this folder{near}"),
        (
            "Perbaiki kuncinya atau tambahkan berkasnya; pada `related`, tulis `title:` bila berkasnya belum ada.",
            "Mend the key or add the file; in `related`, write `title:` where there is no file yet.",
        ),
    ),
    "SOP014": Finding(
        "warning",
        (
            "{missing} terakhir {value}; seharusnya diulang paling lambat {until}",
            "{missing} was last done on {value}; it was to be repeated by {until}",
        ),
        (
            "Lakukan pemantauan atau evaluasi, lalu isi tanggalnya yang baru.",
            "Monitor or evaluate the SOP, then write the new date.",
        ),
    ),
    "SOP015": Finding(
        "info",
        (
            "teks menyebut {value}, sedangkan unit ini di {unit}",
            "the text names {value}, but this unit belongs to {unit}",
        ),
        (
            "Periksa apakah ini sisa salinan dari dokumen instansi lain.",
            "Check whether this was left over from another agency's document.",
        ),
    ),
    "SOP016": Finding(
        "warning",
        ("nomor `{value}` tidak mengikuti pola instansi `{pattern}`", "number `{value}` does not fit `{pattern}`"),
        (
            "Perbaiki nomornya, atau pola `number_pattern` dalam berkas proyek.",
            "Mend the number, or `number_pattern` in the project file.",
        ),
    ),
    "SOP017": Finding(
        "info",
        ("mutu baku terisi, tetapi bagian identitas SOP-AP belum ada", "mutu baku without an SOP-AP identity block"),
        (
            "Bila lembar SOP-AP diperlukan, tambahkan `identity:` dengan nomor, tanggal, dan pengesahannya.",
            "Where an SOP-AP sheet is wanted, add `identity:` with number, dates and approval.",
        ),
    ),
}
