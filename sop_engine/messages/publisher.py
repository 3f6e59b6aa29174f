"""Words of the organization section's commands."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str]] = {
    "help_render": (
        "Gambar prosedur dan prosedur pengaduan.\n\n"
        "Yang tidak berubah sejak terakhir digambar dilewati; satu SOP yang gagal tidak menghentikan yang lain."
        "\n\n\b\nContoh:\n"
        "  sop render definitions --out gambar\n"
        "  sop render definitions --view matrix --format pdf --out matriks\n"
        "  sop render kerjasama-media --format png --theme abu --out gambar\n"
        "  sop render - --out gambar < kerjasama-media.yaml\n"
        "  sop render --case kerjasama-media-2026-0001 --format pdf --out gambar",
        "Draw procedures and complaint procedures.\n\n"
        "What has not changed since it was last drawn is passed over; one SOP that fails does not stop the others."
        "\n\n\b\nExamples:\n"
        "  sop render definitions --out pictures\n"
        "  sop render definitions --view matrix --format pdf --out matrices\n"
        "  sop render kerjasama-media --format png --theme abu --out pictures\n"
        "  sop render - --out pictures < kerjasama-media.yaml\n"
        "  sop render --case kerjasama-media-2026-0001 --format pdf --out pictures",
    ),
    "help_sheet": (
        "Cetak lembar standar pelayanan.\n\n"
        "Empat belas komponen, atau enam yang diumumkan, dengan diagram alir dan bagian pengaduan. Yang tidak berubah "
        "sejak terakhir dicetak dilewati.\n\n\b\nContoh:\n"
        "  sop sheet definitions --out lembar\n"
        "  sop sheet keprotokolan --format pdf --out lembar\n"
        "  sop sheet definitions --public --format html --out situs\n"
        "  sop sheet definitions --maklumat --format docx --out maklumat",
        "Print the standard sheet.\n\n"
        "Fourteen components, or the six that are published, with flowcharts and complaints. What has not changed "
        "since it was last printed is passed over.\n\n\b\nExamples:\n"
        "  sop sheet definitions --out sheets\n"
        "  sop sheet keprotokolan --format pdf --out sheets\n"
        "  sop sheet definitions --public --format html --out site\n"
        "  sop sheet definitions --maklumat --format docx --out charters",
    ),
    "help_demo": (
        "Coba semuanya sekali.\n\nPeriksa, gambar, dan cetak semua definisi, lalu jalankan satu perkara."
        "\n\n\b\nContoh:\n  sop demo --out out",
        "Try everything once.\n\nCheck, draw and print all definitions, then run one case."
        "\n\n\b\nExample:\n  sop demo --out out",
    ),
    "paths": (
        "Berkas atau folder definisi, id SOP, atau - untuk masukan baku. Tanpa PATH: folder definisi.",
        "Definition files or folders, ids of SOPs, or - for standard input. Without PATH: the folder of definitions.",
    ),
    "out": ("Folder hasil; dibuat bila belum ada.", "Folder for the results; made when it is not there."),
    "view": (
        "Jenis gambar: flowchart (diagram alir), lanes (jalur per pelaksana), atau matrix (matriks SOP-AP dengan "
        "halaman "
        "identitas).",
        "Kind of picture: flowchart, lanes (one an actor), or matrix (the SOP-AP matrix with its identity page).",
    ),
    "picture_format": ("Bentuk gambar; boleh diulang.", "Form of the picture; may be repeated."),
    "across": (
        "Jalur dari kiri ke kanan pada satu halaman lebar, untuk layar (dengan --view lanes).",
        "Lanes from left to right on one wide page, for a screen (with --view lanes).",
    ),
    "theme": (
        "Warna gambar: berwarna, abu-abu untuk dicetak hitam putih, atau kontras tinggi.",
        "Colours of the picture: coloured, grey for printing in black and white, or of high contrast.",
    ),
    "sheet_format": ("Bentuk lembar; boleh diulang.", "Form of the sheet; may be repeated."),
    "public": (
        "Hanya enam komponen penyampaian yang diumumkan kepada masyarakat.",
        "Only the six delivery components that are published.",
    ),
    "maklumat": (
        "Maklumat pelayanan sebagai lembar tersendiri, menggantikan lembar standar.",
        "The maklumat pelayanan (service charter) as a sheet of its own, instead of the standard sheet.",
    ),
    "case": (
        "Nomor perkara: gambarlah sampai di mana perkara itu, dengan waktunya.",
        "Number of a case: draw how far it has come, with its times.",
    ),
    "force": ("Buat semua, juga yang tidak berubah.", "Make all, also what has not changed."),
    "jobs": (
        "Banyaknya proses yang bekerja bersama. Bila tidak disebut: sebanyak prosesor.",
        "How many processes work side by side. If not given: as many as there are processors.",
    ),
    "title_flowchart": ("Diagram alir: {title}", "Flowchart: {title}"),
    "title_lanes": ("Diagram alir menurut pelaksana: {title}", "Flowchart by actor: {title}"),
    "title_across": ("Diagram alir menurut pelaksana, melintang: {title}", "Flowchart by actor, across: {title}"),
    "title_matrix": ("Matriks SOP-AP: {title}", "SOP-AP matrix: {title}"),
    "drawing": ("Menggambar", "Drawing"),
    "printing": ("Mencetak", "Printing"),
    "failed": (
        "{path}: tidak diproses karena {count} kesalahan; lihat sop validate {path}",
        "{path}: left out, errors in it: {count}; see sop validate {path}",
    ),
    "faulty": (
        "tidak diproses karena ada kesalahan di dalamnya; lihat sop validate",
        "left out because of errors in them; see sop validate",
    ),
    "gone": (
        "proses yang membuatnya terhenti (kode {code}), mungkin kehabisan memori; ulangi perintahnya",
        "the process that made them ended (code {code}), perhaps for want of memory; give the command again",
    ),
    "alike": (
        "{count} SOP gagal karena sebab yang sama: {cause}",
        "{count} SOPs failed for the same cause: {cause}",
    ),
    "project_parts": (
        "{path}: {count} temuan, {errors} di antaranya kesalahan; bagian ini tidak dipakai: {parts}; lihat "
        "sop validate {path}",
        "{path}: findings: {count}, errors among them: {errors}; these parts are not used: {parts}; see "
        "sop validate {path}",
    ),
    "project_whole": (
        "{path}: {count} temuan, {errors} di antaranya kesalahan; seluruh isinya tidak dipakai; lihat "
        "sop validate {path}",
        "{path}: findings: {count}, errors among them: {errors}; nothing of it is used; see sop validate {path}",
    ),
    "project_only": (
        "{path}: {count} temuan, {errors} di antaranya kesalahan; lihat sop validate {path}",
        "{path}: findings: {count}, errors among them: {errors}; see sop validate {path}",
    ),
    "built_in": (
        "Di sini tidak ada folder definitions; yang dipakai SOP contoh bawaan program.",
        "There is no folder definitions here; the SOPs that ship with the program are used.",
    ),
    "broke": (
        "{path}: tidak dapat dibuat karena kesalahan di dalam program ({kind}: {reason})",
        "{path}: could not be made because of a mistake inside the program ({kind}: {reason})",
    ),
    "lost": (
        "{path}: tidak selesai karena proses yang membuatnya terhenti (kode {code}), mungkin kehabisan memori; ulangi "
        "perintahnya",
        "{path}: not finished because the process that made it ended (code {code}), perhaps for want of memory; give "
        "the command again",
    ),
    "twice": (
        "{path}: tidak diproses; id `{value}` sudah dipakai {other}",
        "{path}: left out; id `{value}` is already used by {other}",
    ),
    "done": (
        "{files} berkas ditulis ke {folder}; {unchanged} SOP tidak berubah; {failed} SOP gagal.",
        "Files written to {folder}: {files}; SOPs unchanged: {unchanged}; SOPs failed: {failed}.",
    ),
    "kept_notices": (
        "Ada {count} pemberitahuan tentang hasil yang tidak berubah; bacalah dengan --json atau --force.",
        "Notices about unchanged results: {count}; read them with --json or --force.",
    ),
    "stopped": (
        "Dihentikan setelah {done} dari {count} SOP. Tidak ada berkas yang setengah jadi; perintah yang sama "
        "melanjutkan sisanya.",
        "Stopped; SOPs done: {done} of {count}. No file is half written; the same command goes on with the rest.",
    ),
    "full": (
        "Dihentikan setelah {done} dari {count} SOP karena ruang simpan habis. Tidak ada berkas yang setengah jadi; "
        "kosongkan tempat, lalu ulangi: perintah yang sama melanjutkan sisanya.",
        "Stopped, the disk being full; SOPs done: {done} of {count}. No file is half written; make room and try again: "
        "the same command goes on with the rest.",
    ),
    "more": (
        "… dan {count} baris lagi; --json memuat semuanya",
        "… and {count} more lines; --json has them all",
    ),
    "notice_logo": ("{code} {problem}", "{code} {problem}"),
    "notice_matrix_parallel": (
        "pekerjaan bersamaan (langkah {numbers}) tidak mempunyai simbol pada matriks; digambar dengan dua garis "
        "tebal dan "
        "diterangkan di bawah tabel",
        "the matrix has no symbol for parallel work (step {numbers}); it is drawn with two thick lines and explained "
        "below "
        "the table",
    ),
    "notice_matrix_answers": (
        "keputusan dengan lebih dari dua jawaban (langkah {numbers}): jawabannya tertulis pada anak panah atau "
        "diterangkan dengan huruf, bukan Ya dan Tidak",
        "a decision with more than two answers (step {numbers}): they stand on the arrows or are explained by letters, "
        "not as Ya and Tidak",
    ),
    "notice_matrix_late": (
        "jalan bila tenggat lewat (langkah {numbers}) tidak mempunyai simbol pada matriks; digambar dengan anak panah "
        "titik-titik",
        "the matrix has no symbol for a deadline that passes (step {numbers}); it is drawn as a dotted arrow",
    ),
    "notice_matrix_skip": (
        "langkah yang boleh dilewati (langkah {numbers}) tidak mempunyai simbol pada matriks; digambar dengan anak "
        "panah "
        "kedua",
        "the matrix has no symbol for a step that may be left out (step {numbers}); it is drawn with a second arrow",
    ),
    "notice_matrix_either": (
        "langkah oleh salah satu dari beberapa pelaksana (langkah {numbers}) digambar pada semua kolomnya, dengan kata "
        "“atau” dalam keterangan",
        "a step that one of several actors does (step {numbers}) is drawn in all their columns, with “atau” in the "
        "remarks",
    ),
    "notice_matrix_call": (
        "SOP lain yang dijalankan sebagai langkah (langkah {numbers}) digambar sebagai kotak biasa dan disebut dalam "
        "keterangan",
        "another SOP that is carried out as a step (step {numbers}) is drawn as a plain box and named in the remarks",
    ),
    "notice_matrix_scaled": (
        "kolomnya terlalu banyak untuk kertas ini; halaman diperkecil menjadi {percent}%",
        "there are too many columns for this paper; the page was scaled down to {percent}%",
    ),
    "notice_matrix_smaller": (
        "teks yang panjang ditulis lebih kecil (langkah {numbers})",
        "long texts are set smaller (step {numbers})",
    ),
    "notice_matrix_smaller_unnumbered": (
        "teks yang panjang pada baris tanpa nomor ditulis lebih kecil",
        "long texts in rows without a number are set smaller",
    ),
    "notice_matrix_widths": (
        "lebar kolom yang ditetapkan proyek (`widths`: {columns}) terlalu besar untuk kertas ini; halaman diperkecil "
        "menjadi {percent}%",
        "the widths of columns that the project has settled (`widths`: {columns}) are too large for this paper; the "
        "page was scaled down to {percent}%",
    ),
    "notice_matrix_small": (
        "pada {percent}% huruf tabel sukar dibaca di kertas: bagilah SOP ini menjadi beberapa prosedur, atau satukan "
        "pelaksana yang sejenis",
        "at {percent}% the letters of the table are hard to read on paper: divide this SOP into several procedures, or "
        "bring actors of one kind together",
    ),
    "notice_matrix_paper": (
        "kertas F4 (`paper: F4` dalam berkas proyek) memberi tabel ini tempat lebih lebar",
        "F4 paper (`paper: F4` in the project file) gives this table more room across",
    ),
    "notice_matrix_names": (
        "nama pelaksana {actors} terlalu panjang untuk kepala tabel dan terpotong di sana; nama lengkapnya ada dalam "
        "catatan di bawah tabel",
        "the names of the actors {actors} are too long for the head of the table and cut there; they stand whole in "
        "the notes below it",
    ),
    "notice_matrix_continued": (
        "{count} teks terlalu panjang untuk selnya dan berlanjut sebagai catatan di bawah tabel",
        "texts that are too long for their cells and go on as notes below the table: {count}",
    ),
    "notice_lanes_large": (
        "digambar untuk kertas A3, karena pada A4 jalurnya tidak muat atau halamannya terlalu banyak",
        "drawn for A3 paper, because on A4 the lanes do not fit or take too many pages",
    ),
    "notice_lanes_scaled": (
        "jalurnya terlalu banyak, juga untuk kertas A3; gambarnya diperkecil menjadi {percent}%",
        "there are too many lanes even for A3 paper; the drawing was scaled down to {percent}%",
    ),
    "notice_glyph": (
        "{count} tanda ({scripts}) tidak ada dalam huruf cetak dan tampak sebagai kotak atau tanda tanya: {signs}",
        "the typeface lacks {count} characters ({scripts}), which show as boxes or question marks: {signs}",
    ),
    "notice_glyph_steps": (
        "{count} tanda ({scripts}) tidak ada dalam huruf cetak dan tampak sebagai kotak atau tanda tanya, antara lain "
        "pada langkah {steps}: {signs}",
        "the typeface lacks {count} characters ({scripts}), which show as boxes or question marks, among others in "
        "step {steps}: {signs}",
    ),
}
