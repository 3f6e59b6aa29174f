"""What a store of cases could not do: code -> (Indonesian, English)."""

from __future__ import annotations

FAILURES: dict[str, tuple[str, str]] = {
    "STO001": (
        "{path} bukan tempat simpan perkara ({reason}). Tidak ada yang diubah; pilih berkas lain dengan --store.",
        "{path} is not a case store ({reason}). Nothing was changed; choose another file with --store.",
    ),
    "STO002": (
        "{path} dibuat oleh versi program yang lebih baru (skema {found}, program ini mengenal sampai {known}). "
        "Perbarui program ini.",
        "{path} was made by a newer version of the program (schema {found}, this one knows up to {known}). "
        "Update this program.",
    ),
    "STO003": (
        "{path} sedang dikunci oleh program lain. Tunggu sebentar, lalu ulangi; tidak ada yang tercatat.",
        "{path} is locked by another program. Wait a moment and repeat; nothing was recorded.",
    ),
    "STO004": (
        "{path} tidak boleh ditulis. Minta izin menulis pada berkas dan foldernya, atau pilih tempat lain dengan "
        "--store; tidak ada yang tercatat.",
        "{path} may not be written. Ask for write permission on the file and its folder, or choose another place with "
        "--store; nothing was recorded.",
    ),
    "STO005": (
        "{path}: ruang simpan habis. Kosongkan tempat, lalu ulangi; perkara tetap seperti semula.",
        "{path}: the disk is full. Make room and repeat; the case is as it was.",
    ),
    "STO006": (
        "{path} rusak ({reason}). Jangan dipakai lagi; pulihkan dari cadangan terakhir, dan simpan berkas yang rusak "
        "untuk diperiksa.",
        "{path} is damaged ({reason}). Stop using it; restore the last backup, and keep the damaged file for "
        "inspection.",
    ),
    "STO007": (
        "{path} tidak dapat dibuka ({reason}). Periksa letaknya, atau pilih berkas lain dengan --store.",
        "{path} could not be opened ({reason}). Check where it lies, or choose another file with --store.",
    ),
    "STO008": (
        "{path}: pencatatan gagal ({reason}). Perkara tetap seperti semula; ulangi, dan periksa cakramnya bila terjadi "
        "lagi.",
        "{path}: recording failed ({reason}). The case is as it was; repeat, and check the disk if it happens again.",
    ),
    "STO009": (
        "Catatan {case} tidak utuh sejak peristiwa {seq}: rantai sidiknya tidak cocok. Bandingkan dengan cadangan.",
        "The record of {case} is not intact from event {seq} on: its hash chain does not agree. Compare with a backup.",
    ),
    "STO010": (
        "Perkara {case} memakai naskah SOP yang tidak dapat dibaca versi program ini ({reason}). Perbarui program ini.",
        "Case {case} is pinned to an SOP text that this version of the program cannot read ({reason}). "
        "Update this program.",
    ),
    "STO011": (
        "Tidak dicatat: catatan {case} tidak utuh pada peristiwa {seq}, sidiknya tidak cocok. Periksa dengan "
        "`sop case history {case}`, dan bandingkan dengan cadangan.",
        "Not recorded: the record of {case} is not intact at event {seq}, its hash does not agree. Check with "
        "`sop case history {case}`, and compare with a backup.",
    ),
    "STO012": (
        "Keadaan perkara {case} di penyimpanan tidak sesuai dengan catatannya. Jangan dilanjutkan; pulihkan dari "
        "cadangan terakhir, dan simpan berkas ini untuk diperiksa.",
        "The stored state of case {case} is not what its record tells. Do not go on; restore the last backup, and "
        "keep this file for inspection.",
    ),
    "STO030": (
        "Daftar orang dalam tempat simpan tidak dapat dibaca, atau dibuat oleh versi program yang lebih baru. Tidak "
        "ada yang diubah; perbarui program ini, atau mintalah pengelola memuat daftarnya kembali.",
        "The list of people in the store cannot be read, or was made by a newer version of the program. Nothing was "
        "changed; update this program, or ask a steward to load the list again.",
    ),
    "STO013": (
        "{path} sudah berisi perkara. Salin hanya ke tempat simpan yang kosong; tidak ada yang diubah.",
        "{path} holds cases already. Copy only into an empty store; nothing was changed.",
    ),
    "STO014": (
        "Lampiran {path} tidak sama dengan sidiknya: berkasnya berubah. Pulihkan dari cadangan.",
        "The attachment {path} is not what its digest says: the file was changed. Restore it from a backup.",
    ),
    "STO015": (
        "Keadaan perkara {case} belum dihitung ulang sejak pembaruan. Jalankan: sop store upgrade",
        "The state of case {case} has not been told again since the upgrade. Run: sop store upgrade",
    ),
    "STO016": (
        "Catatan meja tidak utuh pada baris {seq}. Bandingkan dengan cadangan.",
        "The record of the desk is not intact at line {seq}. Compare with a backup.",
    ),
    "STO017": (
        "{path} dibuat oleh versi program yang lebih lama (skema {found}, sekarang {known}). Perbarui dengan: "
        "sop store upgrade",
        "{path} was made by an older version of the program (schema {found}, now {known}). Upgrade it with: "
        "sop store upgrade",
    ),
    "STO018": (
        "Data pemohon tidak dapat dibaca. Bandingkan dengan cadangan.",
        "The data of the applicant cannot be read. Compare with a backup.",
    ),
    "STO019": (
        "Tidak ada tempat simpan di {path}. Periksa letaknya (--store, SOP_STORE, atau folder tempat perintah "
        "dijalankan).",
        "There is no store in {path}. Check the place (--store, SOP_STORE, or the folder in which the command runs).",
    ),
    "STO020": (
        "{path} tidak dapat dibaca ({reason}). Periksa letak dan izinnya.",
        "{path} could not be read ({reason}). Check where it lies and its permissions.",
    ),
    "STO021": (
        "{path} bukan cadangan yang utuh ({reason}). Tidak ada yang dipulihkan; pakai cadangan lain.",
        "{path} is not a whole backup ({reason}). Nothing was restored; use another backup.",
    ),
    "STO022": (
        "Masih ada berkas {path}. Pindahkan dahulu tempat simpan lama beserta berkas -wal dan -shm di sampingnya, "
        "jangan dihapus; tidak ada yang dipulihkan.",
        "The file {path} is still there. First move the old store away with the -wal and -shm files beside it, do not "
        "delete them; nothing was restored.",
    ),
    "STO023": (
        "Salinan di {path} tidak sama dengan asalnya (tabel {table}). Jangan dipakai; ulangi ke tempat lain, dan "
        "periksa cakramnya.",
        "The copy in {path} is not the same as what was copied (table {table}). Do not use it; repeat to another "
        "place, and check the disk.",
    ),
    "STO024": (
        "{path}: cakramnya gagal tepat ketika catatan disimpan ({reason}), jadi belum pasti apakah ini sudah tercatat. "
        "Jangan ulangi dulu; lihat perkaranya dengan `sop case show`, lalu minta cakramnya diperiksa.",
        "{path}: the disk failed just as this was being kept ({reason}), so it is not certain whether it was recorded. "
        "Do not repeat it yet; look at the case with `sop case show`, and have the disk checked.",
    ),
    "STO025": (
        "{path} tidak dapat dibaca ({reason}). Ulangi; bila terjadi lagi, periksa cakramnya dan jalankan: sop store "
        "check",
        "{path} could not be read ({reason}). Repeat; if it happens again, check the disk and run: sop store check",
    ),
    "STO026": (
        "Di {path} peran ini tidak boleh menulis atau membuat tabel ({reason}). Mintalah pemilik basis data "
        "menjalankan `sop store upgrade` bila tabelnya belum ada, atau memberi peran ini hak menulis; pastikan "
        "alamatnya peladen utama, bukan cadangannya. Tidak ada yang tercatat.",
        "In {path} this role may not write or make tables ({reason}). Ask the owner of the database to run `sop store "
        "upgrade` if there are no tables yet, or to grant this role the right to write; be sure that the address is "
        "the primary server and not its standby. Nothing was recorded.",
    ),
    "STO027": (
        "{path} tidak dapat dihubungi, atau hubungannya terputus ({reason}). Tidak ada yang tercatat. Periksa peladen, "
        "jaringan, peran, dan sandinya, lalu ulangi.",
        "{path} cannot be reached, or the connection broke ({reason}). Nothing was recorded. Check the server, the "
        "network, the role and its password, then repeat.",
    ),
    "STO028": (
        "Hubungan ke {path} terputus sebelum ada jawaban, dan belum diketahui apakah ini sudah tercatat. Jangan "
        "ulangi dulu; bila peladennya sudah kembali, periksa dengan: {look}",
        "The connection to {path} broke before there was an answer, and whether this was recorded is not known. Do "
        "not repeat it yet; when the server is back, check with: {look}",
    ),
    "STO029": (
        "Tercatat di peladen utama {path}, tetapi peladen cadangannya belum menyatakan menyimpannya: bila peladen "
        "utama hilang, catatan ini bisa ikut hilang. Jangan diulangi; beri tahu pengelola, dan periksa dengan: {look}",
        "Recorded on the primary server {path}, but its standby has not confirmed that it has it: if the primary is "
        "lost, this may be lost with it. Do not repeat it; tell the administrator, and check with: {look}",
    ),
}
