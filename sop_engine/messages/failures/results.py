"""What stands in the way of writing a result: code -> (Indonesian, English)."""

from __future__ import annotations

FAILURES: dict[str, tuple[str, str]] = {
    "OUT001": (
        "{path}: tidak boleh ditulis ({reason}). Buka izin tulis berkas dan foldernya; pada perintah yang mempunyai "
        "--out, folder lain dapat dipilih.",
        "{path}: may not be written ({reason}). Allow writing the file and its folder; commands that have "
        "--out can write to another folder.",
    ),
    "OUT002": (
        "{path}: ruang simpan habis. Kosongkan tempat, lalu ulangi; berkas yang lama tidak berubah.",
        "{path}: the disk is full. Make room and try again; the old file is unchanged.",
    ),
    "OUT003": ("{path}: tidak dapat ditulis ({reason}).", "{path}: could not be written ({reason})."),
    "OUT004": (
        "jawaban tidak dapat ditulis ke keluaran ({reason}). Tindakannya sendiri mungkin sudah tercatat: "
        "periksa dengan sop case history sebelum mengulang.",
        "the answer could not be written to the output ({reason}). The action itself may be recorded: "
        "look with sop case history before doing it again.",
    ),
    "OUT010": (
        "Langkah `{step}` mempunyai terlalu banyak jawaban untuk satu halaman. Bagi menjadi beberapa keputusan.",
        "Step `{step}` has more answers than fit on a page. Split it into several decisions.",
    ),
    "OUT011": (
        "Gambar PNG tidak dapat dibuat ({reason}). Pasang ulang program, atau pakai format svg.",
        "The PNG picture could not be made ({reason}). Reinstall the program, or use the format svg.",
    ),
    "OUT012": (
        "lembar “{title}” tidak dapat dibuat menjadi PDF ({reason}). Coba format html, dan laporkan definisinya.",
        "the sheet “{title}” could not be made into a PDF ({reason}). Try the format html, and report the definition.",
    ),
    "OUT013": (
        "logo {path} di luar folder definisi {folder}, jadi tidak dipakai. Simpan berkasnya di samping berkas unit.",
        "the logo {path} is outside the folder of definitions {folder} and not used. Keep it beside the unit's file.",
    ),
    "OUT014": (
        "logo {path} tidak dapat dibaca ({reason}), jadi tempatnya kosong. Periksa nama berkasnya pada `logo`.",
        "the logo {path} cannot be read ({reason}) and its place stays empty. Check the name of the file in `logo`.",
    ),
    "OUT015": (
        "logo {path} lebih besar daripada {most} MB, jadi tidak dipakai. Perkecil gambarnya.",
        "the logo {path} is larger than {most} MB and is not used. Make the image smaller.",
    ),
    "OUT016": (
        "logo {path} bukan gambar PNG atau JPEG yang utuh, jadi tidak dipakai. Simpan ulang sebagai PNG.",
        "the logo {path} is no whole PNG or JPEG image and is not used. Save it again as PNG.",
    ),
    "OUT017": (
        "logo {path} berukuran {width} x {height} piksel, jadi tidak dipakai. Tiap sisi {least} sampai {most} piksel.",
        "the logo {path} has {width} x {height} pixels and is not used. Each side has {least} to {most} pixels.",
    ),
    "OUT018": (
        "logo {path} memakai warna mesin cetak (CMYK), jadi tidak dipakai. Simpan ulang sebagai PNG.",
        "the logo {path} is in the colours of a printing press (CMYK) and is not used. Save it again as PNG.",
    ),
    "OUT020": (
        "{path}: tidak diubah, karena hasilnya akan berbeda isi atau komentarnya. Ini kesalahan program; laporkan "
        "berkasnya kepada pengelola.",
        "{path}: left as it is, because the result would differ in content or comments. This is a mistake of the "
        "program; report the file.",
    ),
    "OUT021": (
        "{path}: tidak diubah, karena berkas ini berubah selagi dikerjakan. Simpan di penyunting, lalu ulangi.",
        "{path}: left as it is, because the file changed meanwhile. Save it in the editor, then try again.",
    ),
    "OUT022": (
        "Definisi {path} tidak ditulis karena isinya belum benar: {problem}.",
        "Definition {path} was not written because it would have an error: {problem}.",
    ),
    "OUT023": (
        "gambarnya {length} cm panjangnya, sedangkan halaman PDF paling panjang {most} cm. Pakai format svg, atau "
        "gambarlah tanpa --across.",
        "the drawing is {length} cm long, and a page of PDF at most {most} cm. Use the format svg, or draw it without "
        "--across.",
    ),
    "OUT024": (
        "gambarnya {width} x {height} piksel, terlalu besar untuk PNG (paling banyak {most} juta piksel). Pakai format "
        "svg, atau gambarlah tanpa --across.",
        "the drawing has {width} x {height} pixels, too many for a PNG (at most {most} million). Use the format svg, "
        "or draw it without --across.",
    ),
    "OUT030": (
        "{path} bukan folder, jadi hasil tidak dapat ditulis di sana. Sebutkan folder lain dengan --out.",
        "{path} is no folder, so results cannot be written there. Name another folder with --out.",
    ),
    "OUT031": (
        "proses pembantu tidak dapat dimulai ({reason}). Tutup program lain, atau sebutkan lebih sedikit berkas.",
        "no process can be started to share the work ({reason}). Close other programs, or name fewer files.",
    ),
}
