"""What could not be done, by permanent code, in Indonesian and English. Codes are never reused."""

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
    "OUT030": (
        "{path} bukan folder, jadi hasil tidak dapat ditulis di sana. Sebutkan folder lain dengan --out.",
        "{path} is no folder, so results cannot be written there. Name another folder with --out.",
    ),
    "OUT031": (
        "proses pembantu tidak dapat dimulai ({reason}). Tutup program lain, atau sebutkan lebih sedikit berkas.",
        "no process can be started to share the work ({reason}). Close other programs, or name fewer files.",
    ),
    "OUT010": (
        "Langkah `{step}` mempunyai terlalu banyak jawaban untuk satu halaman. Bagi menjadi beberapa keputusan.",
        "Step `{step}` has more answers than fit on a page. Split it into several decisions.",
    ),
    "OUT011": (
        "Gambar PNG tidak dapat dibuat ({reason}). Pasang ulang program, atau pakai format svg.",
        "The PNG picture could not be made ({reason}). Reinstall the program, or use the format svg.",
    ),
    "RUN060": (
        "Kalender hari libur edisi {value} belum ada pada program ini; yang terbaru edisi {latest}. Perbarui program "
        "ini.",
        "This program has no edition {value} of the holiday calendar; its newest is {latest}. Update the program.",
    ),
    "RUN001": (
        "Perkara ini sudah dibuka; satu perkara dibuka satu kali.",
        "This case is open already; a case is opened once.",
    ),
    "RUN002": (
        "Perkara ini belum dibuka; bukalah dahulu dengan `sop case open`.",
        "This case has not been opened; open it first with `sop case open`.",
    ),
    "RUN003": (
        "Perkara sudah ditutup ({end}); tidak ada lagi langkah yang dapat dicatat.",
        "The case is closed ({end}); no step can be recorded any more.",
    ),
    "RUN004": (
        "{step!r} bukan langkah prosedur ini. Langkah yang terbuka: {allowed}.",
        "{step!r} is not a step of this procedure. Open now: {allowed}.",
    ),
    "RUN005": (
        "Langkah {step} tidak sedang terbuka. Yang terbuka: {allowed}.",
        "Step {step} is not open. Open now: {allowed}.",
    ),
    "RUN006": (
        "{actor!r} tidak berwenang mencatat langkah {step}. Yang boleh: {allowed}.",
        "{actor!r} may not record step {step}. Allowed: {allowed}.",
    ),
    "RUN007": (
        "Langkah {step} memerlukan jawaban. {question} Pilih dengan --answer: {allowed}.",
        "Step {step} needs an answer. {question} Choose with --answer: {allowed}.",
    ),
    "RUN008": (
        "{answer!r} bukan jawaban langkah {step}. Yang ada: {allowed}.",
        "{answer!r} is not an answer of step {step}. Allowed: {allowed}.",
    ),
    "RUN009": (
        "Langkah {step} tidak memutuskan apa pun, maka jawaban {answer!r} tidak diterima; ulangi tanpa --answer.",
        "Step {step} decides nothing, so the answer {answer!r} is not accepted; repeat without --answer.",
    ),
    "RUN010": (
        "Langkah {step} wajib, tidak dapat dilewati; kerjakan tanpa --skip.",
        "Step {step} is not optional and cannot be skipped; do it without --skip.",
    ),
    "RUN011": (
        "Perkara {case!r} tidak ada di {store}. Lihat daftarnya dengan `sop case list`.",
        "There is no case {case!r} in {store}. See `sop case list`.",
    ),
    "RUN012": (
        "Ada beberapa langkah terbuka pada {case}; sebutkan salah satu: {allowed}.",
        "Several steps of {case} are open; name one: {allowed}.",
    ),
    "RUN013": (
        "Langkah {step} sudah dicatat oleh {person} ({actor}) pada {at}. Yang terbuka sekarang: {allowed}.",
        "Step {step} was recorded already by {person} ({actor}) on {at}. Open now: {allowed}.",
    ),
    "RUN014": (
        "Langkah {step} sudah dicatat oleh {person} ({actor}) pada {at}, dan perkara sudah ditutup ({end}).",
        "Step {step} was recorded already by {person} ({actor}) on {at}, and the case is closed ({end}).",
    ),
    "RUN015": (
        "Perkara {case} sudah bergerak: Anda melihat versi {expected}, kini versi {version}, dicatat oleh {person} "
        "pada {at}. Lihat dahulu dengan `sop case show {case}`.",
        "Case {case} has moved on: you saw version {expected}, it is now version {version}, recorded by {person} on "
        "{at}. Look first with `sop case show {case}`.",
    ),
    "RUN016": (
        "Catatan terlalu panjang: {length} huruf, paling banyak {limit}. Simpan naskah panjang sebagai berkas dan "
        "sebut namanya dalam catatan.",
        "The note is too long: {length} characters, at most {limit}. Keep a long text as a file and "
        "name it in the note.",
    ),
    "RUN018": (
        "Jawaban {answer!r} pada langkah {step} memerlukan alasan; tulis dengan --note.",
        "Answer {answer!r} of step {step} needs a reason; write it with --note.",
    ),
    "RUN019": (
        "Langkah {step} harus dikerjakan orang lain: {person} sudah mengerjakan langkah {other}.",
        "Step {step} must be done by somebody else: {person} did step {other}.",
    ),
    "RUN024": (
        "SOP ini membedakan golongan pemohon; sebutkan dengan --applicant: {allowed}.",
        "This SOP tells groups of applicants apart; name one with --applicant: {allowed}.",
    ),
    "RUN025": (
        "SOP `{sop}` tidak mempunyai golongan pemohon `{value}`. Yang ada: {known}.",
        "SOP `{sop}` has no group of applicants `{value}`. There are: {known}.",
    ),
    "RUN026": (
        "SOP `{sop}` mempunyai beberapa prosedur; sebutkan salah satu: {known}.",
        "SOP `{sop}` has several procedures; name one: {known}.",
    ),
    "RUN027": (
        "Perkara sedang ditangguhkan; lanjutkan dahulu dengan `sop case resume`.",
        "The case is suspended; resume it first with `sop case resume`.",
    ),
    "RUN028": (
        "Perkara tidak sedang ditangguhkan, jadi tidak ada yang dilanjutkan.",
        "The case is not suspended, so there is nothing to resume.",
    ),
    "RUN029": (
        "Langkah {step} tidak mempunyai tujuan bila tenggatnya lewat; kerjakan tanpa --escalate.",
        "Step {step} has nowhere to go when its deadline passes; do it without --escalate.",
    ),
    "RUN017": (
        "Perkara {case!r} tidak ada, karena belum ada tempat simpan di {store}. Periksa letaknya (--store, SOP_STORE, "
        "atau folder tempat perintah dijalankan).",
        "There is no case {case!r}, for there is no store in {store} yet. Check the place (--store, SOP_STORE, or the "
        "folder in which the command runs).",
    ),
    "RUN030": (
        "Pengguna `{person}` tidak ada dalam daftar orang. Masuklah dengan nama pengguna sendiri, atau mintalah "
        "pengelola mencatatnya ({stewards}).{allowed}",
        "User `{person}` is not on the list of people. Use your own user name, or ask a steward to be entered "
        "({stewards}).{allowed}",
    ),
    "RUN031": (
        "{name} tidak berwenang: pada {day} tidak memangku jabatan {offices} di {unit}.{term}{allowed}",
        "{name} may not do this: on {day} he or she does not hold {offices} in {unit}.{term}{allowed}",
    ),
    "RUN032": (
        "{name} tidak dapat bertindak sebagai {offices}: pada {day} tidak memangku jabatan itu di {unit}.{term} "
        "Jabatannya di sana: {own}.{allowed}",
        "{name} cannot act as {offices}: on {day} he or she does not hold that office in {unit}.{term} "
        "Held there: {own}.{allowed}",
    ),
    "RUN033": (
        "Hanya pengelola yang boleh {deed}, sedangkan {name} bukan pengelola. Pengelola: {stewards}.",
        "Only a steward may {deed}, and {name} is none. Stewards: {stewards}.",
    ),
    "RUN034": (
        "Penunjukan tidak dapat dicatat: {problem}. {way_out}",
        "The appointment cannot be entered: {problem}. {way_out}",
    ),
    "STO030": (
        "Daftar orang dalam tempat simpan tidak dapat dibaca, atau dibuat oleh versi program yang lebih baru. Tidak ada "
        "yang diubah; perbarui program ini, atau mintalah pengelola memuat daftarnya kembali.",
        "The list of people in the store cannot be read, or was made by a newer version of the program. Nothing was "
        "changed; update this program, or ask a steward to load the list again.",
    ),
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
    "OUT012": (
        "lembar “{title}” tidak dapat dibuat menjadi PDF ({reason}). Coba format html, dan laporkan definisinya.",
        "the sheet “{title}” could not be made into a PDF ({reason}). Try the format html, and report the definition.",
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
    "STO012": (
        "Keadaan perkara {case} di penyimpanan tidak sesuai dengan catatannya. Jangan dilanjutkan; pulihkan dari "
        "cadangan terakhir, dan simpan berkas ini untuk diperiksa.",
        "The stored state of case {case} is not what its record tells. Do not go on; restore the last backup, and "
        "keep this file for inspection.",
    ),
    "USE016": (
        "{path}: {reason}. Periksa penulisan nama berkas atau folder.",
        "{path}: {reason}. Check how the file or folder is written.",
    ),
    "USE037": (
        "{path}: {reason}. Mintalah izin membaca berkas atau folder itu, atau sebut berkas lain.",
        "{path}: {reason}. Ask for permission to read the file or folder, or name others.",
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
    "USE020": (
        "{url!r} bukan alamat tempat simpan. Tulis `sqlite:///folder/perkara.db` (menurut folder ini) atau "
        "`sqlite:////folder/perkara.db` (dari akar).",
        "{url!r} is not a store address. Write `sqlite:///folder/cases.db` (from this folder) or "
        "`sqlite:////folder/cases.db` (from the root).",
    ),
    "USE021": (
        "Tempat simpan PostgreSQL belum tersedia. Pakai `sqlite:///folder/perkara.db`.",
        "A PostgreSQL store is not available yet. Use `sqlite:///folder/cases.db`.",
    ),
    "USE022": (
        "Nama pencatat tidak diketahui. Isi SOP_USER dengan nama Anda.",
        "Who is recording is not known. Set SOP_USER to your name.",
    ),
    "USE023": (
        "{name} memuat huruf yang bukan teks UTF-8. Ketik ulang, atau atur terminal ke UTF-8.",
        "{name} has characters that are not UTF-8 text. Type it again, or set the terminal to UTF-8.",
    ),
    "USE024": (
        "Pakai satu saja dari --answer, --skip, dan --escalate: langkah dijawab, dilewati, atau tenggatnya lewat.",
        "Use one of --answer, --skip and --escalate: a step is answered, skipped, or past its deadline.",
    ),
    "USE031": (
        "SOP `{value}` sudah ada: {path}. Pakai kunci lain, atau sunting berkas itu.",
        "SOP `{value}` is there already: {path}. Use another key, or edit that file.",
    ),
    "USE032": (
        "{place}: {problem}. {hint}",
        "{place}: {problem}. {hint}",
    ),
    "USE033": (
        "`{value}` tidak dapat menjadi nama berkas di Windows: `{part}` di sana nama perangkat. Pakai kunci lain.",
        "`{value}` cannot name a file on Windows, where `{part}` is a device. Use another key.",
    ),
    "USE034": (
        "{path} sudah ada, jadi tidak ada yang ditulis. Pindahkan berkas itu, atau ulangi perintahnya.",
        "{path} is there already, so nothing was written. Move that file, or give the command again.",
    ),
    "USE035": (
        "Nama layanan tidak dapat dipakai: {problem}",
        "The title of the service cannot be used: {problem}",
    ),
    "USE029": (
        "`{value}` bukan kunci unit. Pakai huruf kecil, angka, `-`, dan `/`, misalnya contoh/kelurahan.",
        "`{value}` is no key of a unit. Use small letters, digits, `-` and `/`, such as contoh/kelurahan.",
    ),
    "USE030": (
        "tidak ada contoh `{value}`. Yang ada: {known}; atau sebutkan sebuah berkas .yaml.",
        "there is no example `{value}`. There are: {known}; or name a .yaml file.",
    ),
    "OUT022": (
        "Definisi {path} tidak ditulis karena isinya belum benar: {problem}.",
        "Definition {path} was not written because it would have an error: {problem}.",
    ),
    "USE027": (
        "Hanya satu dari dua versi yang dapat dibaca dari masukan (`-`); sebutkan berkas untuk yang lain.",
        "Only one of the two versions can be read from standard input (`-`); name a file for the other.",
    ),
    "USE026": (
        "{name} memuat huruf kendali yang tidak tampak ({sign}). Tulis ulang tanpa huruf itu.",
        "{name} holds a control character that cannot be seen ({sign}). Write it again without that.",
    ),
    "USE010": (
        "`{value}` bukan id SOP. Pakai id seperti `kerjasama-media`, tanpa folder dan tanpa `.yaml`.",
        "`{value}` is not an SOP id. Use an id such as `kerjasama-media`, without folder or `.yaml`.",
    ),
    "RUN020": (
        "tidak ada SOP `{value}` di folder {folder}. Yang ada: {known}.",
        "there is no SOP `{value}` in folder {folder}. There are: {known}.",
    ),
    "RUN021": (
        "SOP `{sop}` tidak mempunyai prosedur `{value}`. Yang ada: {known}.",
        "SOP `{sop}` has no procedure `{value}`. There are: {known}.",
    ),
    "RUN023": (
        "id `{value}` dipakai oleh dua berkas: {first} dan {second}. Ubah salah satunya.",
        "id `{value}` is used by two files: {first} and {second}. Rename one of them.",
    ),
    "RUN022": (
        "SOP `{value}` masih mempunyai {count} kesalahan, jadi belum dapat dijalankan. Lihat: sop validate {path}",
        "SOP `{value}` still has {count} errors and cannot be run. See: sop validate {path}",
    ),
    "USE001": (
        "bahasa `{value}` tidak ada. Pilihannya: {known}.",
        "there is no language `{value}`. Choose from: {known}.",
    ),
    "USE002": ("{problem}. Lihat: {command} --help", "{problem} See: {command} --help"),
    "USE011": (
        "folder {path} tidak ada. Sebutkan folder definisi dengan --definitions.",
        "there is no folder {path}. Name the folder of definitions with --definitions.",
    ),
    "USE012": (
        "{path} tidak ada. Sebutkan berkas `.yaml`, folder yang memuatnya, atau `-` untuk masukan baku.",
        "{path} does not exist. Name a `.yaml` file, a folder that holds some, or `-` for standard input.",
    ),
    "USE015": (
        "perintah ini tidak membaca masukan baku (-). Sebutkan berkas atau folder.",
        "this command does not read standard input (-). Name files or folders.",
    ),
    "USE043": (
        "masukan baku (-) memuat satu definisi dan disebut sendirian, tanpa berkas atau folder lain.",
        "standard input (-) holds one definition and is named alone, without other files or folders.",
    ),
    "USE044": (
        "gambar `{view}` tidak dapat ditulis sebagai `{value}`. Pilihannya: {known}.",
        "the view `{view}` cannot be written as `{value}`. Choose from: {known}.",
    ),
    "USE045": (
        "{option} tidak berlaku untuk {view}. Pakailah dengan: {known}.",
        "{option} does not go with {view}. Use it with: {known}.",
    ),
    "USE046": (
        "--public dan --maklumat tidak dipakai bersama: maklumat selalu ditujukan kepada masyarakat.",
        "--public and --maklumat do not go together: a maklumat is for the public anyway.",
    ),
    "USE047": (
        "--case menggambar satu perkara; jangan sebutkan definisi di sampingnya.",
        "--case draws one case; name no definitions beside it.",
    ),
    "BUG001": (
        "kesalahan di dalam program ({kind}: {reason}). Ini bukan kesalahan Anda; yang sudah tercatat tetap aman. "
        "Laporkan perintahnya kepada pengelola; SOP_TRACEBACK=1 menampilkan rinciannya.",
        "a mistake inside the program ({kind}: {reason}). It is not yours; what was recorded is safe. "
        "Report the command; SOP_TRACEBACK=1 shows the details.",
    ),
    "OUT004": (
        "jawaban tidak dapat ditulis ke keluaran ({reason}). Tindakannya sendiri mungkin sudah tercatat: "
        "periksa dengan sop case history sebelum mengulang.",
        "the answer could not be written to the output ({reason}). The action itself may be recorded: "
        "look with sop case history before doing it again.",
    ),
    "USE028": (
        "--fix menulis ke dalam berkas; untuk masukan baku (-) pakai --diff.",
        "--fix writes into files; for standard input (-) use --diff.",
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
    "USE013": (
        "tidak ada berkas `.yaml` di {path}.",
        "there are no `.yaml` files in {path}.",
    ),
    "USE014": (
        "kode tertulis di depan setiap pesan, misalnya SOP027; `{value}` tidak dikenal{near}",
        "a code stands before each message, such as SOP027; `{value}` is unknown{near}",
    ),
    "USE025": (
        "{path}: gambar perkara ditulis sebagai {allowed}. Ubah akhiran berkas pada --out.",
        "{path}: the picture of a case is written as {allowed}. Change the ending of the file in --out.",
    ),
    "USE041": (
        "gambar PNG tidak dapat ditampilkan di sini. Sebutkan berkasnya dengan --out.",
        "a PNG picture cannot be shown here. Name its file with --out.",
    ),
    "USE042": (
        "satu gambar memuat satu prosedur untuk satu golongan pemohon. Sebutkan salah satu: {known}.",
        "one picture shows one procedure for one group of applicants. Name one of: {known}.",
    ),
}
