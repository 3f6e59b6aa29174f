"""The components of a service standard and what its document leaves open (SP0xx, SOP08x)."""

from __future__ import annotations

from sop_engine.messages.findings.entry import Finding

FINDINGS: dict[str, Finding] = {
    "SP001": Finding(
        "error",
        ("komponen {missing} kosong", "component {missing} is empty"),
        (
            "Standar pelayanan wajib memuatnya (PermenPAN-RB 15/2014).",
            "A service standard must have it (PermenPAN-RB 15/2014).",
        ),
    ),
    "SP002": Finding(
        "warning",
        ("komponen pengelolaan belum memuat {missing}", "the management components lack: {missing}"),
        (
            "Lengkapi di bawah `standard:`; standar pelayanan memuat empat belas komponen (PermenPAN-RB 15/2014).",
            "Complete them below `standard:`; a service standard has fourteen components (PermenPAN-RB 15/2014).",
        ),
    ),
    "SP004": Finding(
        "warning",
        ("tarif menurut peraturan yang tidak menyebut {missing}", "a tariff by a regulation that lacks: {missing}"),
        (
            "Tulis lengkap, misalnya `Peraturan Daerah Nomor 3 Tahun 2024 tentang Retribusi`.",
            "Write it in full, such as `Peraturan Daerah Nomor 3 Tahun 2024 tentang Retribusi`.",
        ),
    ),
    "SP005": Finding(
        "warning",
        (
            "layanan dinyatakan gratis, tetapi langkah ini menyebut “{value}”",
            "the service is said to be free, but this step says “{value}”",
        ),
        ("Perbaiki `fee:` atau langkah ini; keduanya harus sejalan.", "Mend `fee:` or this step; the two must agree."),
    ),
    "SP006": Finding(
        "info",
        (
            "delapan komponen pengelolaan (dasar hukum sampai evaluasi) belum ada",
            "the eight management components (legal basis to evaluation) are not there",
        ),
        (
            "Tambahkan `standard:` bila dokumen lengkapnya ada; halaman layanan memang hanya memuat enam komponen.",
            "Add `standard:` where the whole document is at hand; a service page has only six components.",
        ),
    ),
    "SP007": Finding(
        "warning",
        (
            "rincian biaya dijumlahkan, padahal tidak ada yang membayar semuanya",
            "the fees are summed, though nobody pays them all",
        ),
        (
            "Hapus `additive: true` bila hanya salah satu tarif yang berlaku.",
            "Delete `additive: true` where just one of the fees applies.",
        ),
    ),
    "SP022": Finding(
        "warning",
        (
            "langkah ini menyebut {value}, yang tidak ada di persyaratan",
            "this step names {value}, which is no requirement",
        ),
        (
            "Tambahkan ke `requirements:`, atau hapus dari langkah; pemohon hanya wajib membawa yang tercantum.",
            "Add it to `requirements:`, or delete it from the step; applicants must bring only what is listed.",
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
    "SP031": Finding(
        "info",
        ("kanal SP4N-LAPOR! belum disebut", "the national channel SP4N-LAPOR! is not named"),
        ("Tambahkan kanal `- kind: lapor`.", "Add the channel `- kind: lapor`."),
    ),
    "SP032": Finding(
        "info",
        ("nomor ponsel pribadi diumumkan: {value}", "the mobile number of a person is published: {value}"),
        (
            "Pakai nomor kantor atau nomor layanan yang tidak melekat pada orangnya (UU 27/2022).",
            "Use a number of the office, which does not belong to a person (UU 27/2022).",
        ),
    ),
    "SP040": Finding(
        "info",
        (
            "surat keputusan {value} sudah melewati masa tinjau ulang ({until})",
            "the decree of {value} has passed its review ({until})",
        ),
        (
            "Tinjau ulang standar pelayanan, lalu tetapkan yang baru atau nyatakan tetap berlaku.",
            "Review the standard, then set it anew or declare that it stands.",
        ),
    ),
    "SP041": Finding(
        "warning",
        (
            "langkah terakhir menghasilkan `{value}`, bukan produk pelayanan ({products})",
            "the last step yields `{value}`, not a product of the standard ({products})",
        ),
        ("Samakan sebutan produk dan output langkah terakhir.", "Name the product and the last output alike."),
    ),
    "SP042": Finding(
        "warning",
        ("produk `{value}` tidak ada di `products`", "product `{value}` is not in `products`"),
        ("Yang ada: {allowed}.", "There are: {allowed}."),
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
