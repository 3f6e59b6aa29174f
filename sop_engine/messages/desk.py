"""The words of the record of the desk: what happened there beside the cases: (Indonesian, English)."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str]] = {
    "help_desk": (
        "Catatan meja: yang ditolak dan yang dibuka.\n\n"
        "Siapa yang ditolak, melihat atau menghapus data pemohon, atau memuat daftar orang, dan kapan.\n\n"
        "Bila daftar orang berlaku, hanya untuk pengelola.\n\n"
        "Contoh: sop log desk --since 2026-11-01",
        "The record of the desk.\n\n"
        "Who was refused, saw or erased an applicant's data, or loaded a list of people, and when.\n\n"
        "Where people are listed, for stewards only.\n\n"
        "Example: sop log desk --since 2026-11-01",
    ),
    "opt_since": ("Hanya sejak tanggal ini.", "Only from this day on."),
    "nothing": ("Catatan meja masih kosong.", "There is nothing on the record of the desk."),
    "at": ("Waktu", "Time"),
    "person": ("Pengguna", "User"),
    "case": ("Perkara", "Case"),
    "refused": ("Ditolak: {why} ({code})", "Refused: {why} ({code})"),
    "refused_step": ("Ditolak pada langkah {step}: {why} ({code})", "Refused at step {step}: {why} ({code})"),
    "revealed": ("Melihat data pemohon", "Saw the applicant's data"),
    "erased": ("Menghapus data pemohon: {note}", "Erased the applicant's data: {note}"),
    "people": ("Memuat daftar orang (sidik {list})", "Loaded a list of people (hash {list})"),
    "why_RUN006": (
        "meminta bertindak sebagai pelaksana yang tidak bertugas pada langkah itu",
        "asked to act as somebody who has no part in the step",
    ),
    "why_RUN019": ("langkahnya harus dikerjakan orang lain", "the step must be done by somebody else"),
    "why_RUN030": ("tidak ada dalam daftar orang", "not on the list of people"),
    "why_RUN031": ("tidak memangku jabatan yang berwenang", "holds none of the offices that may"),
    "why_RUN032": ("tidak memangku jabatan yang dimintanya", "does not hold the office asked for"),
    "why_RUN033": ("bukan pengelola", "no steward"),
    "why_RUN037": ("menarik kembali catatan orang lain", "taking back what somebody else recorded"),
    "why_RUN041": ("langkahnya dipegang orang lain", "the step is claimed by somebody else"),
    "why_RUN070": ("daftar baru tanpa dirinya sebagai pengelola", "a new list without him- or herself as a steward"),
    "why_other": ("tidak berwenang", "not allowed"),
}
