"""The words of ``sop new``: (Indonesian, English)."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str]] = {
    "help_new": (
        "Buat SOP baru dari beberapa pertanyaan, atau dari contoh.\n\n"
        "Hasilnya tidak mengandung kesalahan; `sop validate` menyebut yang masih perlu dilengkapi.\n\n"
        "\b\nContoh:\n  sop new izin-keramaian\n"
        '  sop new izin-keramaian --from kerjasama-media --title "Izin Keramaian" --unit contoh/kelurahan',
        "Make a new SOP from a few questions, or from an example.\n\n"
        "The result has no error; `sop validate` tells what is still to be completed.\n\n"
        "\b\nExamples:\n  sop new izin-keramaian\n"
        '  sop new izin-keramaian --from kerjasama-media --title "Izin Keramaian" --unit contoh/kelurahan',
    ),
    "sop": ("Kunci SOP yang baru, misalnya izin-keramaian.", "Key of the new SOP, such as izin-keramaian."),
    "source": (
        "Contoh yang disalin: kunci SOP, kunci contoh, atau berkas.",
        "The example to copy: key of an SOP, key of an example, or a file.",
    ),
    "title": ("Nama layanan.", "Title of the service."),
    "unit": ("Unit, misalnya contoh/kelurahan.", "Unit, such as contoh/kelurahan."),
    "folder": (
        "Folder definisi tempat berkasnya ditulis (bawaan: definitions).",
        "Folder of definitions to write to (default: definitions).",
    ),
    "welcome": (
        "SOP baru `{sop}`. Enter saja melewati pertanyaan atau mengakhiri daftar; Ctrl-C berhenti tanpa menulis.",
        "New SOP `{sop}`. Enter alone skips a question or ends a list; Ctrl-C stops without writing.",
    ),
    "ask_title": ("Nama layanan: ", "Title of the service: "),
    "ask_unit": (
        "Unit (yang ada: {known}; atau kunci baru seperti contoh/kelurahan): ",
        "Unit (there are: {known}; or a new key such as contoh/kelurahan): ",
    ),
    "ask_unit_name": ("Nama unit `{unit}`: ", "Name of unit `{unit}`: "),
    "ask_parent": ("Instansi induknya: ", "The body it belongs to: "),
    "ask_requirements": ("Persyaratan, satu tiap baris:", "Requirements, one a line:"),
    "ask_steps": (
        "Langkah menurut urutan, satu tiap baris, `Pelaksana: Kegiatan`. Bila langkah itu memutuskan sesuatu, akhiri "
        "dengan pertanyaannya, misalnya `Petugas Loket: Memeriksa berkas. Apakah berkas lengkap?`",
        "Steps in their order, one a line, `Actor: Activity`. Where a step decides something, end with the question, "
        "such as `Petugas Loket: Memeriksa berkas. Apakah berkas lengkap?`",
    ),
    "ask_step": ("  {number}. ", "  {number}. "),
    "ask_back": (
        "     Bila tidak: kembali ke langkah nomor berapa? (Enter: permohonan ditolak) ",
        "     If not: back to which step? (Enter: the request is rejected) ",
    ),
    "ask_external": (
        "Apakah {actor} pihak luar, misalnya pemohon? [Y/t] ",
        "Is {actor} from outside, such as the applicant? [Y/n] ",
    ),
    "ask_within": (
        "Jangka waktu penyelesaian, misalnya `3 hari kerja`: ",
        "Completion time, such as `3 hari kerja`: ",
    ),
    "ask_fee": (
        "Biaya: rupiah, nama peraturan tarif, atau Enter bila gratis: ",
        "Fee: rupiah, the tariff regulation, or Enter when free: ",
    ),
    "ask_products": ("Produk pelayanan, satu tiap baris:", "Service products, one a line:"),
    "ask_phone": ("Telepon pengaduan: ", "Phone for complaints: "),
    "ask_officer": ("Nama pejabat pengaduan: ", "Name of the complaint officer: "),
    "ask_answer_within": (
        "Batas waktu menjawab pengaduan, misalnya `5 hari kerja`: ",
        "Time limit for answering complaints, such as `5 hari kerja`: ",
    ),
    "item": ("  - ", "  - "),
    "again_empty": ("Bagian ini harus diisi.", "This needs an answer."),
    "again_sign": (
        "Jawaban ini memuat huruf kendali yang tidak tampak. Ketik ulang, jangan menyalinnya dari program lain.",
        "This answer holds a control character that cannot be seen. Type it again instead of pasting it.",
    ),
    "again_long": (
        "Jawaban ini terlalu panjang; batasnya {limit} huruf. Tulis lebih singkat.",
        "This answer is too long; the limit is {limit} characters. Write it shorter.",
    ),
    "again_unit": (
        "Kunci unit memakai huruf kecil, angka, `-`, dan `/`, misalnya contoh/kelurahan.",
        "The key of a unit has small letters, digits, `-` and `/`, such as contoh/kelurahan.",
    ),
    "again_step": ("Tulis `Pelaksana: Kegiatan`.", "Write `Actor: Activity`."),
    "again_steps": ("Tulis sedikitnya satu langkah.", "Write at least one step."),
    "again_back": ("Tulis nomor 1 sampai {number}, atau Enter.", "Write a number from 1 to {number}, or Enter."),
    "again_time": (
        "Tulis bilangan dan satuan: menit, jam, hari kerja, hari kalender, minggu, bulan.",
        "Write a number and a unit: menit, jam, hari kerja, hari kalender, minggu, bulan.",
    ),
    "again_yes": ("Ketik y atau t.", "Type y or n."),
    "stopped": ("Berhenti; tidak ada yang ditulis.", "Stopped; nothing was written."),
    "made": ("Dibuat: {path}", "Made: {path}"),
    "next": (
        "Berikutnya: sop validate {path}",
        "Next: sop validate {path}",
    ),
}
