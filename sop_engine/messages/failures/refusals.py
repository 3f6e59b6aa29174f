"""What the procedure, or somebody's authority, does not allow: code -> (Indonesian, English)."""

from __future__ import annotations

FAILURES: dict[str, tuple[str, str]] = {
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
        "{actor!r} tidak berwenang atas langkah {step}. Yang boleh: {allowed}.",
        "{actor!r} has no authority over step {step}. Allowed: {allowed}.",
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
    "RUN017": (
        "Perkara {case!r} tidak ada, karena belum ada tempat simpan di {store}. Periksa letaknya (--store, SOP_STORE, "
        "atau folder tempat perintah dijalankan).",
        "There is no case {case!r}, for there is no store in {store} yet. Check the place (--store, SOP_STORE, or the "
        "folder in which the command runs).",
    ),
    "RUN018": (
        "Jawaban {answer!r} pada langkah {step} memerlukan alasan; tulis dengan --note.",
        "Answer {answer!r} of step {step} needs a reason; write it with --note.",
    ),
    "RUN019": (
        "Langkah {step} harus dikerjakan orang lain: {person} sudah mengerjakan langkah {other}.",
        "Step {step} must be done by somebody else: {person} did step {other}.",
    ),
    "RUN020": (
        "tidak ada SOP `{value}` di folder {folder}. Yang ada: {known}{near}",
        "there is no SOP `{value}` in folder {folder}. There are: {known}{near}",
    ),
    "RUN021": (
        "SOP `{sop}` tidak mempunyai prosedur `{value}`. Yang ada: {known}.",
        "SOP `{sop}` has no procedure `{value}`. There are: {known}.",
    ),
    "RUN022": (
        "SOP `{value}` masih mempunyai {count} kesalahan, jadi belum dapat dijalankan. Lihat: sop validate {path}",
        "SOP `{value}` still has {count} errors and cannot be run. See: sop validate {path}",
    ),
    "RUN023": (
        "id `{value}` dipakai oleh dua berkas: {first} dan {second}. Ubah salah satunya.",
        "id `{value}` is used by two files: {first} and {second}. Rename one of them.",
    ),
    "RUN024": (
        "SOP ini membedakan golongan pemohon; sebutkan dengan --group: {allowed}.",
        "This SOP tells groups of applicants apart; name one with --group: {allowed}.",
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
    "RUN059": (
        "Penunjukan tidak dapat dicatat: {problem}. {way_out}",
        "The appointment cannot be entered: {problem}. {way_out}",
    ),
    "RUN060": (
        "Kalender hari libur edisi {value} belum ada pada program ini; yang terbaru edisi {latest}. Perbarui program "
        "ini.",
        "This program has no edition {value} of the holiday calendar; its newest is {latest}. Update the program.",
    ),
    "RUN041": (
        "Langkah {step} sudah diambil oleh {holder}. Minta {holder} melepasnya (sop case release); pengelola dapat "
        "mengalihkannya (sop case reassign).",
        "Step {step} has been claimed by {holder}. Ask {holder} to release it (sop case release); a steward can "
        "reassign it (sop case reassign).",
    ),
    "RUN035": (
        "Langkah {step} tidak sedang diambil siapa pun, jadi tidak ada yang dilepas.",
        "Step {step} is not claimed by anybody, so there is nothing to release.",
    ),
    "RUN036": (
        "Tidak ada langkah yang dapat ditarik kembali: perkara sudah dilanjutkan sesudahnya. Luruskan dengan "
        "sop case correct.",
        "There is no step to take back: the case has gone on since. Put it right with sop case correct.",
    ),
    "RUN037": (
        "Hanya yang mencatatnya dapat menarik kembali: peristiwa {seq} dicatat oleh {person}.",
        "Only who recorded it may take it back: event {seq} was recorded by {person}.",
    ),
    "RUN038": (
        "Tidak ada peristiwa {seq}; perkara ini mempunyai peristiwa 1 sampai {version}.",
        "There is no event {seq}; this case has events 1 to {version}.",
    ),
    "RUN039": (
        "Langkah {step} tidak menjalankan SOP lain. Catat langkahnya dengan sop case do.",
        "Step {step} does not call another SOP. Record it with sop case do.",
    ),
    "RUN040": (
        "Langkah {step} menunggu perkara {called}, yang belum selesai. Selesaikan dahulu perkara itu.",
        "Step {step} waits for the case {called}, which is not finished yet. Finish that case first.",
    ),
    "RUN042": (
        "Untuk ini alasan wajib ditulis. Tambahkan --note.",
        "This needs a reason. Add --note.",
    ),
    "RUN043": (
        "{name}: {length} huruf; paling banyak {limit}. Persingkat, atau lampirkan sebagai berkas.",
        "{name} has {length} characters; at most {limit}. Make it shorter, or attach it as a file.",
    ),
    "RUN044": (
        "Tenggat langkah {step} ({within}) belum lewat; baru lewat pada {due}.",
        "The deadline of step {step} ({within}) has not passed yet; it passes on {due}.",
    ),
    "RUN045": (
        "Persyaratan `{value}` tidak ada di antara: {known}{near}",
        "There is no requirement `{value}` among: {known}{near}",
    ),
    "RUN046": (
        "Perkara {case} sudah memakai kalender dan jam kerja terbaru.",
        "Case {case} has the latest calendar and working time already.",
    ),
    "RUN047": (
        "Tidak ada golongan `{value}`. Yang ada: {known}.",
        "There is no class `{value}`. There are: {known}.",
    ),
    "RUN048": (
        "{path} terlalu besar untuk dilampirkan: {size} MB, paling besar {limit} MB. Perkecil pindaiannya, atau bagi "
        "menjadi beberapa berkas.",
        "{path} is too large to be attached: {size} MB, at most {limit} MB. Scan it smaller, or split it.",
    ),
    "RUN049": (
        "Lampiran terlalu banyak: {count} berkas, paling banyak {limit} untuk satu peristiwa. Lampirkan sisanya dengan "
        "sop case comment.",
        "Too many attachments: {count} files, at most {limit} for one event. Attach the others with sop case comment.",
    ),
    "RUN050": (
        "{path} berubah saat sedang dibaca, jadi tidak dilampirkan. Tutup program yang menulisnya, lalu ulangi.",
        "{path} changed while it was being read and was not attached. Close what is writing it, then try again.",
    ),
    "RUN051": (
        "Perkara {case} tidak mempunyai lampiran {name!r}. Yang ada: {known}.",
        "Case {case} has no attachment {name!r}. There are: {known}.",
    ),
    "RUN052": (
        "Data pemohon perkara {case} tidak ada: tidak pernah dicatat, atau sudah dihapus.",
        "There are no data on the applicant of case {case}: they were never recorded, or have been erased.",
    ),
    "RUN061": (
        "Lampiran {name!r} perkara {case} sudah dihapus bersama data pemohonnya. Yang tersisa hanya sidiknya dalam "
        "rekaman; siapa yang menghapus dan mengapa ada dalam catatan meja.",
        "The attachment {name!r} of case {case} was erased with the data of its applicant. Only its hash is left in "
        "the record; who erased it and why is in the record of the desk.",
    ),
    "RUN053": (
        "Lampiran {name!r} perkara {case} tercatat, tetapi berkasnya tidak ada lagi di tempat simpan (sidik {digest}). "
        "Pulihkan folder lampiran dari cadangan.",
        "The attachment {name!r} of case {case} is on record, but the store no longer has the file (hash {digest}). "
        "Restore the folder of attachments from a backup.",
    ),
    "RUN055": (
        "Berkas unit {path} tidak dapat dipakai. Periksa dengan: sop validate {path}",
        "The unit's file {path} cannot be used. Look at it with: sop validate {path}",
    ),
    "RUN056": (
        "Langkah {step} belum pernah terbuka pada perkara ini. Yang sudah: {known}.",
        "Step {step} was never open in this case. Those that were: {known}.",
    ),
    "RUN057": (
        "Langkah {step} memerlukan berkas yang menurut pemeriksaan terakhir masih kurang: {missing}. Bila sudah masuk, "
        "catat dahulu dengan: sop case check {case} {have}",
        "Step {step} requires papers that are missing by the last check: {missing}. When they have come, record that "
        "first with: sop case check {case} {have}",
    ),
    "RUN070": (
        "Daftar ini tidak mencatat {person} sebagai pengelola, jadi sesudahnya Anda tidak dapat memperbaikinya. "
        "Muatlah sebagai salah satu pengelolanya ({stewards}), misalnya dengan `SOP_USER={first} sop people load …`, "
        "atau tambahkan {person} sebagai pengelola.",
        "This list does not have {person} as a steward, so you could not mend it afterwards. Load it as one of its "
        "stewards ({stewards}), for instance with `SOP_USER={first} sop people load …`, or add {person} as a steward.",
    ),
    "RUN071": (
        "Belum ada daftar orang di tempat simpan ini. Berlakukan dahulu dengan: sop people load people.yaml",
        "There is no list of people in this store. Put one in force first with: sop people load people.yaml",
    ),
    "RUN072": (
        "Langkah {step} dikerjakan bersama {actors}. Sebutkan orangnya: {ways}",
        "Step {step} is done together with {actors}. Say who that was: {ways}",
    ),
    "RUN073": (
        "Daftar orang baru saja diganti oleh {person} pada {at}, jadi belum ada yang diubah. Lihat dahulu isinya "
        "dengan sop people list, lalu ulangi.",
        "{person} replaced the list of people on {at}, so nothing was changed yet. Look at it first with sop people "
        "list, then try again.",
    ),
    "RUN074": (
        "Langkah {step}: {given} tidak dapat disebut bersama; {person} sudah tercatat sebagai {actor}. Sebutkan "
        "pelaksana lain dan orang lain.",
        "Step {step}: {given} cannot be named as well; {person} is recorded as {actor} already. Name another actor and "
        "another person.",
    ),
    "RUN075": (
        "Langkah {step} menjalankan SOP {sop}, dan perkaranya belum dibuka. Bukalah dengan: sop case call {case} "
        "{step}; atau, bila SOP itu dijalankan di luar program ini, tulis alasannya dengan --note.",
        "Step {step} carries out SOP {sop}, whose case was not opened. Open it with: sop case call {case} {step}; or, "
        "where that SOP was carried out elsewhere, say so with --note.",
    ),
    "RUN054": (
        "{value!r} bukan tempat dalam daftar. Salin perintah lanjutan yang tertulis di bawah daftar sebelumnya.",
        "{value!r} is no place in the list. Copy the command that stands below the list before.",
    ),
}
