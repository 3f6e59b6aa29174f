"""Why a complaint cannot be taken in, and why a letter cannot be made: code -> (Indonesian, English)."""

from __future__ import annotations

FAILURES: dict[str, tuple[str, str]] = {
    "RUN064": (
        "SOP `{sop}` tidak mempunyai prosedur pengaduan maupun pelaksana dari kantor sendiri, jadi tidak ada yang "
        "menangani pengaduannya. Tulis prosedurnya pada `complaints.procedures`, atau sebut SOP lain yang "
        "menanganinya.",
        "SOP `{sop}` has neither a complaint procedure nor an actor of the office, so nobody handles a complaint. "
        "Write a procedure in `complaints.procedures`, or name another SOP that handles it.",
    ),
    "RUN065": (
        "`{value}` bukan prosedur pengaduan SOP `{sop}`. Yang ada: {known}.",
        "`{value}` is no complaint procedure of SOP `{sop}`. There are: {known}.",
    ),
    "RUN066": (
        "SOP `{sop}` mempunyai beberapa prosedur pengaduan. Sebutkan salah satu dengan --procedure: {known}.",
        "SOP `{sop}` has several complaint procedures. Name one with --procedure: {known}.",
    ),
    "RUN067": (
        "Standar pelayanan `{sop}` tidak mempunyai kanal pengaduan {value!r}. Yang ada: {known}.",
        "The service standard `{sop}` has no complaint channel {value!r}. There are: {known}.",
    ),
    "RUN068": (
        "Perkara {case} bukan pengaduan. Lihat daftarnya dengan sop complaint list.",
        "Case {case} is not a complaint. See sop complaint list.",
    ),
    "RUN069": (
        "Surat itu tidak dapat dibuat untuk perkara {case}. rejection: untuk perkara yang ditolak; return: selama "
        "berkas ada pada pemohon; lapse: untuk perkara yang batal menurut prosedurnya. Pengaduan dijawab dengan sop "
        "complaint answer.",
        "That letter cannot be made for case {case}. rejection: for a case that was rejected; return: while the "
        "applicant has the file; lapse: for a case that lapsed by its procedure. Complaints are answered with sop "
        "complaint answer.",
    ),
    "RUN081": (
        "Pada {case} ada beberapa lampiran {name!r}. Sebutkan sidiknya sebagai ganti nama, misalnya {digest}. Yang "
        "ada: {known}.",
        "{case} has several attachments {name!r}. Name one by its hash instead, for example {digest}. There are: "
        "{known}.",
    ),
    "RUN080": (
        "Pada {case} tidak tercatat alasan pengembalian, dan tidak ada persyaratan yang kurang. Tulis alasannya: "
        'sop case comment {case} --note "…", lalu buat suratnya lagi.',
        "{case} has no reason on record for giving the file back, and no paper is missing. Write the reason: "
        'sop case comment {case} --note "…", then make the letter again.',
    ),
    "USE060": (
        "Sebutkan kanal pengaduannya dengan --channel: {known}.",
        "Name the channel of the complaint with --channel: {known}.",
    ),
    "USE061": (
        "{path}: surat ditulis sebagai {known}. Ubah akhiran nama berkasnya.",
        "{path}: a letter is written as {known}. Change the ending of the file name.",
    ),
    "USE062": (
        "Tulis isinya dengan --text.",
        "Say it with --text.",
    ),
    "USE068": (
        "Persyaratan `{key}` disebut dengan --have dan --lacks sekaligus. Sebutkan salah satu; untuk yang baru "
        "sebagian, tulis yang sudah ada: --have {key}:asli+1.",
        "Paper `{key}` is named by both --have and --lacks. Name it by one of them; of one that is there in part, say "
        "what is there: --have {key}:asli+1.",
    ),
    "USE066": (
        "Sebutkan SOP yang diadukan, atau perkaranya dengan --about.",
        "Name the SOP that is complained of, or the case with --about.",
    ),
}
