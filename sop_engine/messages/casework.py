"""The words of what is done to a case beside its procedure: (Indonesian, English)."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str]] = {
    # help
    "help_check": (
        "Periksa berkas terhadap persyaratan; bila lengkap, waktu layanan mulai dihitung.\n\n"
        "Tanpa --have dan --lacks: berkas lengkap.\n\n"
        "Contoh: sop case check izin-2026-0001 --have ktp:asli+2 --lacks npwp",
        "Hold the papers against the requirements; when they are complete the time of the service begins.\n\n"
        "Without --have and --lacks: the file is complete.\n\n"
        "Example: sop case check izin-2026-0001 --have ktp:asli+2 --lacks npwp",
    ),
    "help_claim": (
        "Ambil langkah untuk diri sendiri, agar tidak dikerjakan dua orang.",
        "Take a step for yourself, so that two do not work on it.",
    ),
    "help_release": ("Lepaskan langkah yang sudah diambil.", "Give a claimed step back."),
    "help_reassign": (
        "Serahkan langkah kepada orang lain. Boleh oleh pemegangnya, atau oleh pengelola.\n\n"
        "Contoh: sop case reassign izin-2026-0001 periksa --to budi",
        "Give a step to another person: its holder may, or a steward.\n\n"
        "Example: sop case reassign izin-2026-0001 periksa --to budi",
    ),
    "help_comment": (
        "Tulis keterangan pada perkara, kapan saja, juga sesudah selesai.\n\n"
        'Contoh: sop case comment izin-2026-0001 --note "pemohon menelepon"',
        'Comment on a case, at any time.\n\nExample: sop case comment izin-2026-0001 --note "the applicant called"',
    ),
    "help_correct": (
        "Luruskan peristiwa yang salah catat. Yang lama tetap ada, ralatnya di bawahnya.\n\n"
        'Contoh: sop case correct izin-2026-0001 3 --note "nomor surat seharusnya 13/2026"',
        "Put right what an event says. The event stays, with the correction below it.\n\n"
        'Example: sop case correct izin-2026-0001 3 --note "the number of the letter is 13/2026"',
    ),
    "help_recall": (
        "Tarik kembali langkah terakhir Anda, selama belum dilanjutkan orang lain.",
        "Take back your last step, as long as nobody has gone on from there.",
    ),
    "help_call": (
        "Buka perkara SOP lain yang dijalankan langkah ini; langkahnya menunggu perkara itu.",
        "Open the case of the other SOP that this step carries out; the step waits for it.",
    ),
    # arguments and options
    "arg_seq": ("Nomor peristiwa dalam `sop case history`.", "Number of the event in `sop case history`."),
    "opt_have": (
        "Persyaratan yang sudah ada: ID, atau ID:asli, ID+2 (salinan), ID:asli+2. Dapat diulang.",
        "A requirement that is there: ID, or ID:asli (original), ID+2 (copies), ID:asli+2. Can be repeated.",
    ),
    "opt_lacks": ("Persyaratan yang kurang. Dapat diulang.", "A requirement that is missing. Can be repeated."),
    "opt_complete": ("Berkas lengkap.", "The file is complete."),
    "opt_to": ("Nama pengguna penerima.", "User name of who receives it."),
    "opt_with": (
        "Siapa yang mengerjakan bersama, PELAKSANA=ORANG; untuk pihak luar cukup namanya. Dapat diulang.",
        "Who acted with you, ACTOR=PERSON; for an outsider any name. Can be repeated.",
    ),
    "opt_called_group": ("Golongan pemohon SOP yang dijalankan.", "Group of applicants of the called SOP."),
    # what was done
    "is_checked": ("Pemeriksaan berkas tercatat.", "The check of the papers is recorded."),
    "is_claimed": ("Langkah {step} kini dipegang oleh {person}.", "Step {step} is now with {person}."),
    "is_taken_over": (
        "Langkah {step} kini dipegang oleh {person}; pemegang sebelumnya tidak lagi memangku jabatan yang berwenang.",
        "Step {step} is now with {person}; who had it no longer holds an office that may do it.",
    ),
    "is_released": ("Langkah {step} dilepas; siapa pun yang berwenang dapat mengambilnya.", "Step {step} is released."),
    "is_reassigned": ("Langkah {step} diserahkan kepada {person}.", "Step {step} was given to {person}."),
    "is_commented": ("Keterangan tercatat.", "The comment is recorded."),
    "is_corrected": ("Ralat atas peristiwa {seq} tercatat.", "The correction of event {seq} is recorded."),
    "is_recalled": (
        "Langkah {step} (peristiwa {seq}) ditarik kembali; perkara kembali seperti sebelumnya.",
        "Step {step} (event {seq}) was taken back; the case stands as before.",
    ),
    "is_called": ("Perkara {called} dijalankan untuk langkah {step}.", "Case {called} is carried out for step {step}."),
}
