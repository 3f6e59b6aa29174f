"""How a command was used wrongly, and what nobody foresaw: code -> (Indonesian, English)."""

from __future__ import annotations

FAILURES: dict[str, tuple[str, str]] = {
    "BUG001": (
        "kesalahan di dalam program ({kind}: {reason}). Ini bukan kesalahan Anda; yang sudah tercatat tetap aman. "
        "Laporkan perintahnya kepada pengelola; SOP_TRACEBACK=1 menampilkan rinciannya.",
        "a mistake inside the program ({kind}: {reason}). It is not yours; what was recorded is safe. "
        "Report the command; SOP_TRACEBACK=1 shows the details.",
    ),
    "USE001": (
        "bahasa `{value}` tidak ada. Pilihannya: {known}.",
        "there is no language `{value}`. Choose from: {known}.",
    ),
    "USE002": ("{problem}. Lihat: {command} --help", "{problem} See: {command} --help"),
    "USE010": (
        "`{value}` bukan id SOP. Pakai id seperti `kerjasama-media`, tanpa folder dan tanpa `.yaml`.",
        "`{value}` is not an SOP id. Use an id such as `kerjasama-media`, without folder or `.yaml`.",
    ),
    "USE011": (
        "folder {path} tidak ada. Sebutkan folder definisi dengan --definitions.",
        "there is no folder {path}. Name the folder of definitions with --definitions.",
    ),
    "USE012": (
        "{path} tidak ada. Sebutkan berkas `.yaml`, folder yang memuatnya, atau `-` untuk masukan baku.",
        "{path} does not exist. Name a `.yaml` file, a folder that holds some, or `-` for standard input.",
    ),
    "USE013": (
        "tidak ada berkas `.yaml` di {path}.",
        "there are no `.yaml` files in {path}.",
    ),
    "USE014": (
        "kode tertulis di depan setiap pesan, misalnya SOP027; `{value}` tidak dikenal{near}",
        "a code stands before each message, such as SOP027; `{value}` is unknown{near}",
    ),
    "USE015": (
        "perintah ini tidak membaca masukan baku (-). Sebutkan berkas atau folder.",
        "this command does not read standard input (-). Name files or folders.",
    ),
    "USE016": (
        "{path}: {reason}. Periksa penulisan nama berkas atau folder.",
        "{path}: {reason}. Check how the file or folder is written.",
    ),
    "USE020": (
        "{url!r} bukan alamat tempat simpan. Tulis `sqlite:///folder/perkara.db` (menurut folder ini) atau "
        "`sqlite:////folder/perkara.db` (dari akar), atau `postgresql://PERAN@PELADEN/BASISDATA`.",
        "{url!r} is not a store address. Write `sqlite:///folder/cases.db` (from this folder) or "
        "`sqlite:////folder/cases.db` (from the root), or `postgresql://ROLE@SERVER/DATABASE`.",
    ),
    "USE021": (
        "Untuk tempat simpan PostgreSQL pasang dahulu penghubungnya: pip install 'sop-engine[postgres]'. Tanpa itu "
        "pakai `sqlite:///folder/perkara.db`.",
        "A PostgreSQL store needs its driver: pip install 'sop-engine[postgres]'. Without it use "
        "`sqlite:///folder/cases.db`.",
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
    "USE025": (
        "{path}: gambar perkara ditulis sebagai {allowed}. Ubah akhiran berkas pada --out.",
        "{path}: the picture of a case is written as {allowed}. Change the ending of the file in --out.",
    ),
    "USE026": (
        "{name} memuat huruf kendali yang tidak tampak ({sign}). Tulis ulang tanpa huruf itu.",
        "{name} holds a control character that cannot be seen ({sign}). Write it again without that.",
    ),
    "USE027": (
        "Hanya satu dari dua versi yang dapat dibaca dari masukan (`-`); sebutkan berkas untuk yang lain.",
        "Only one of the two versions can be read from standard input (`-`); name a file for the other.",
    ),
    "USE028": (
        "--fix menulis ke dalam berkas; untuk masukan baku (-) pakai --diff.",
        "--fix writes into files; for standard input (-) use --diff.",
    ),
    "USE029": (
        "`{value}` bukan kunci unit. Pakai huruf kecil, angka, `-`, dan `/`, misalnya contoh/kelurahan.",
        "`{value}` is no key of a unit. Use small letters, digits, `-` and `/`, such as contoh/kelurahan.",
    ),
    "USE030": (
        "tidak ada contoh `{value}`. Yang ada: {known}; atau sebutkan sebuah berkas .yaml.",
        "there is no example `{value}`. There are: {known}; or name a .yaml file.",
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
    "USE037": (
        "{path}: {reason}. Mintalah izin membaca berkas atau folder itu, atau sebut berkas lain.",
        "{path}: {reason}. Ask for permission to read the file or folder, or name others.",
    ),
    "USE041": (
        "gambar PNG tidak dapat ditampilkan di sini. Sebutkan berkasnya dengan --out.",
        "a PNG picture cannot be shown here. Name its file with --out.",
    ),
    "USE042": (
        "satu gambar memuat satu prosedur untuk satu golongan pemohon. Sebutkan salah satu: {known}.",
        "one picture shows one procedure for one group of applicants. Name one of: {known}.",
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
    "USE048": (
        "--complete dan --lacks tidak dipakai bersama: berkas lengkap, atau ada yang kurang.",
        "--complete and --lacks do not go together: the file is complete, or something is missing.",
    ),
    "USE049": (
        "{value!r}: tulis siapa bersama Anda sebagai PELAKSANA=ORANG, misalnya --with kabag=siti.",
        "{value!r}: write who acted with you as ACTOR=PERSON, such as --with kabag=siti.",
    ),
    "USE050": (
        "{path} tidak dapat dilampirkan: {problem}",
        "{path} cannot be attached: {problem}",
    ),
    "USE051": (
        "{first} dan {second} tidak dipakai bersama.",
        "{first} and {second} do not go together.",
    ),
    "USE052": (
        "Sebutkan satu perkara, atau --all untuk semua yang masih berjalan.",
        "Name one case, or --all for all that are not closed.",
    ),
    "USE054": (
        "{path} bukan daftar sidik dari `sop log head`, atau isinya berubah. Ambil berkas aslinya.",
        "{path} is no list of heads from `sop log head`, or it was changed. Take the original file.",
    ),
    "USE055": (
        "--public dan --persons tidak dipakai bersama: ekspor untuk umum tidak memuat nama petugas.",
        "--public and --persons do not go together: an export for the public names no officers.",
    ),
    "USE056": (
        "--json menjawab di layar, jadi ekspornya memerlukan berkas. Sebutkan dengan --out.",
        "--json answers on the screen, so the export needs a file. Name it with --out.",
    ),
    "USE067": (
        "{option} hanya berlaku bersama {other}. Tambahkan {other}, atau hilangkan {option}.",
        "{option} works with {other} only. Add {other}, or leave {option} out.",
    ),
    "USE057": (
        "Alamat tempat simpan PostgreSQL tidak dapat dibaca. Tulis `postgresql://PERAN@PELADEN/BASISDATA`, dan taruh "
        "sandinya di berkas ~/.pgpass, bukan di alamat.",
        "The address of the PostgreSQL store cannot be read. Write `postgresql://ROLE@SERVER/DATABASE`, and keep the "
        "password in the file ~/.pgpass, not in the address.",
    ),
}
