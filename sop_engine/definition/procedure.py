"""The steps language: who does what, in which order, and where each answer leads. Shapes only.

Steps nest in one place, the branches of ``parallel``; everything else is a flat list whose order is the flow.
What each construct means when a case runs is told in ``docs/semantics.md``.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StrictBool

from sop_engine.definition.part import Count, Id, Part, Text, Time, freeze, nothing

Whose = Literal["office", "applicant", "none"]


class Actor(Part):
    """Who acts: a position or a role, never a person (PermenPAN-RB 35/2012)."""

    name: Text = Field(
        title="Pelaksana", description="Jabatan atau peran, seperti tertulis dalam dokumen (PermenPAN-RB 35/2012)."
    )
    external: StrictBool = Field(
        default=False,
        title="Pihak luar",
        description="true untuk pihak yang bukan petugas pelayanan ini: pemohon, pelapor, bank, instansi lain.",
    )
    applicant: StrictBool = Field(
        default=False, title="Pemohon", description="true untuk pihak luar yang meminta layanan ini."
    )
    system: StrictBool = Field(
        default=False, title="Aplikasi", description="true bila pelaksananya sebuah aplikasi, bukan orang."
    )
    unit: Text | None = Field(
        default=None, title="Unit pelaksana", description="Nama unit atau instansi lain tempat pelaksana ini bekerja."
    )
    aliases: tuple[Text, ...] = Field(
        default=(), title="Ejaan lain", description="Cara lain dokumen menulis pelaksana yang sama."
    )


class ApplicantGroup(Part):
    """A group of applicants for whom some steps, requirements or fees differ."""

    name: Text = Field(title="Golongan pemohon", description="Nama golongan, misalnya `Pasien umum`.")


class Deadline(Part):
    """How long something may wait, and where the case goes when that time has passed."""

    within: Time = Field(title="Tenggat", description="Paling lama menunggu, misalnya `7 hari kerja`.")
    to: Id | None = Field(default=None, title="Menuju langkah", description="Langkah tujuan bila tenggat lewat.")
    end: Id | None = Field(default=None, title="Menuju akhir", description="Akhir perkara bila tenggat lewat.")
    note: Text | None = Field(default=None, title="Keterangan", description="Apa yang terjadi menurut dokumen.")


class Limit(Part):
    """How often an answer may be given, and where it leads when it is given once more."""

    times: Count = Field(title="Paling banyak", description="Berapa kali jawaban ini boleh diberikan.")
    to: Id | None = Field(default=None, title="Menuju langkah", description="Langkah tujuan sesudah batas tercapai.")
    end: Id | None = Field(default=None, title="Menuju akhir", description="Akhir perkara sesudah batas tercapai.")


class Branch(Part):
    """One answer of a decision and where it leads: to the next step when neither `to` nor `end` is given."""

    answer: Text = Field(title="Jawaban", description="Jawaban seperti akan tertulis pada anak panah.")
    to: Id | None = Field(
        default=None,
        title="Menuju langkah",
        description="Kunci langkah tujuan. Langkah yang lebih awal berarti berkas dikembalikan.",
    )
    end: Id | None = Field(default=None, title="Menuju akhir", description="Kunci akhir: perkara selesai di sini.")
    note: Text | None = Field(default=None, title="Keterangan", description="Apa yang terjadi menurut dokumen.")
    affirmative: StrictBool = Field(
        default=False,
        title="Jawaban ya",
        description="true bila jawaban ini, bukan yang pertama, adalah jawaban “Ya” (PermenPAN-RB 35/2012).",
    )
    same_place: StrictBool = Field(
        default=False,
        title="Tujuan sama",
        description="true bila jawaban ini sengaja menuju tempat yang sama dengan jawaban lain.",
    )
    clock: Whose | None = Field(
        default=None,
        title="Jam yang berjalan",
        description="Jam siapa yang berjalan selama berkas di langkah tujuan: office, applicant, atau none.",
    )
    limit: Limit | None = Field(
        default=None, title="Batas pengulangan", description="Paling banyak sekian kali, lalu ke tempat lain."
    )
    deadline: Deadline | None = Field(
        default=None,
        title="Tenggat pengembalian",
        description="Paling lama berkas berada di langkah tujuan jawaban ini, dan ke mana perkara bila terlampaui.",
    )
    document: Text | None = Field(
        default=None, title="Dokumen", description="Dokumen yang menyertai jawaban ini, misalnya surat pemberitahuan."
    )
    reason: StrictBool = Field(
        default=False, title="Alasan wajib", description="true bila petugas harus menulis alasan jawaban ini."
    )
    through: Id | None = Field(
        default=None, title="Melalui", description="Pelaksana yang menjadi perantara, misalnya petugas loket."
    )
    suspend: Text | None = Field(
        default=None,
        title="Ditangguhkan",
        description="Apa yang ditunggu: perkara ditangguhkan, lalu dilanjutkan di langkah tujuan.",
    )
    unstated: tuple[Literal["to", "end", "answer", "limit", "deadline", "suspend"], ...] = Field(
        default=(), title="Tidak disebut", description="Kunci di sini yang isinya tafsiran karena dokumen diam."
    )


class Decision(Part):
    """A question with two or more answers; exactly one is given (belah ketupat)."""

    question: Text = Field(
        title="Pertanyaan",
        description="Pertanyaan yang dijawab pada langkah ini: belah ketupat (PermenPAN-RB 35/2012).",
    )
    rule: Text | None = Field(
        default=None, title="Ketentuan", description="Ketentuan yang menjadi dasar jawaban, misalnya pasal peraturan."
    )
    branches: tuple[Branch, ...] = Field(
        title="Jawaban", description="Dua jawaban atau lebih (PermenPAN-RB 35/2012: Ya dan Tidak)."
    )


class Deputy(Part):
    """Who acts in the actor's place (Plt./Plh. or by delegation), and when."""

    actor: Id = Field(title="Pelaksana pengganti", description="Kunci pelaksana yang menggantikan (Plt., Plh., a.n.).")
    any_of: tuple[Id, ...] = Field(
        default=(), title="Atau", description="Pengganti lain bila pengganti pertama pun tidak dapat."
    )
    when: Text = Field(title="Bilamana", description="Kapan ia menggantikan, misalnya `Camat tidak di tempat`.")


class Call(Part):
    """Another SOP that is carried out as this step."""

    sop: Id = Field(title="SOP yang dipanggil", description="Kunci SOP lain; langkah selesai bila SOP itu selesai.")
    procedure: Id | None = Field(
        default=None, title="Prosedur", description="Prosedur dalam SOP itu, bila ada beberapa."
    )


class Times(Part):
    """Three estimates of a step's time; the usual one is `time` when it is not said here."""

    best: Time = Field(title="Paling cepat", description="Waktu bila semua lancar.")
    usual: Time | None = Field(default=None, title="Biasanya", description="Waktu yang lazim; bila kosong, `time`.")
    worst: Time = Field(title="Paling lama", description="Waktu bila banyak hambatan.")


class ParallelBranch(Part):
    """One of several branches that run at once."""

    title: Text | None = Field(default=None, title="Nama cabang", description="Apa yang dikerjakan cabang ini.")
    steps: Annotated[tuple[Step, ...], Field(min_length=1, max_length=20_000)] = Field(
        title="Langkah", description="Langkah cabang ini; yang terakhir menuju titik temu semua cabang."
    )


class Step(Part):
    """One activity of one actor (PermenPAN-RB 35/2012: one row, one activity, one symbol)."""

    id: Id = Field(title="Kunci", description="Nama pendek langkah, tetap sepanjang umur SOP.")
    actor: Id = Field(title="Pelaksana", description="Kunci pelaksana dari `actors` (PermenPAN-RB 35/2012).")
    activity: Text = Field(
        title="Kegiatan",
        description="Kata kerja aktif dan objek, tanpa menyebut pelaksana (PermenPAN-RB 35/2012).",
    )
    joint: tuple[Id, ...] = Field(
        default=(),
        alias="with",
        title="Bersama",
        description="Pelaksana lain yang mengerjakan langkah ini bersama-sama; salah satu mencatatnya.",
    )
    any_of: tuple[Id, ...] = Field(
        default=(),
        title="Atau",
        description="Pelaksana lain yang dapat mengerjakan langkah ini sebagai ganti pelaksananya (`A atau B`).",
    )
    deputy: Deputy | None = Field(
        default=None, title="Pejabat pengganti", description="Siapa yang menggantikan pelaksana, dan bilamana."
    )
    involves: tuple[Id, ...] = Field(
        default=(),
        title="Melibatkan",
        description="Pihak yang dimintai pendapat, menerima, atau diberi tahu tanpa mengerjakan langkah ini.",
    )
    only: tuple[Id, ...] = Field(
        default=(), title="Hanya golongan", description="Kunci dari `applicants`: langkah ini hanya untuk golongan itu."
    )
    optional: Text | None = Field(
        default=None, title="Apabila diperlukan", description="Syarat menurut dokumen; bila tidak, langkah dilewati."
    )
    skip_to: Id | None = Field(
        default=None,
        title="Bila dilewati",
        description="Langkah tujuan bila langkah ini dilewati; bila kosong, berikutnya.",
    )
    starts_by: Text | None = Field(
        default=None,
        title="Dimulai oleh",
        description="Peristiwa atau jadwal yang memulai prosedur; hanya pada langkah pertama.",
    )
    requires: tuple[Id, ...] = Field(
        default=(), title="Persyaratan", description="Kunci persyaratan yang diminta atau diperiksa pada langkah ini."
    )
    input: tuple[Text, ...] = Field(
        default=(), title="Kelengkapan", description="Mutu baku: kelengkapan langkah (PermenPAN-RB 35/2012)."
    )
    time: Time | None = Field(
        default=None,
        title="Waktu",
        description="Mutu baku: waktu langkah, misalnya `1 hari kerja` (PermenPAN-RB 35/2012).",
    )
    times: Times | None = Field(
        default=None, title="Taksiran waktu", description="Paling cepat, biasanya, dan paling lama."
    )
    output: Text | None = Field(
        default=None, title="Output", description="Mutu baku: hasil langkah (PermenPAN-RB 35/2012)."
    )
    note: Text | None = Field(default=None, title="Keterangan", description="Keterangan baris (PermenPAN-RB 35/2012).")
    deadline: Deadline | None = Field(
        default=None,
        title="Tenggat",
        description="Paling lama langkah ini menunggu, dan ke mana perkara bila terlampaui.",
    )
    clock: Whose | None = Field(
        default=None,
        title="Jam yang berjalan",
        description="Jam siapa yang berjalan selama langkah ini menunggu; bila kosong, menurut pelaksananya.",
    )
    four_eyes: tuple[Id, ...] = Field(
        default=(),
        title="Orang lain",
        description="Langkah-langkah yang pembuatnya tidak boleh mengerjakan langkah ini.",
    )
    call: Call | None = Field(
        default=None, title="Memanggil SOP", description="SOP lain yang dijalankan sebagai langkah ini."
    )
    decision: Decision | None = Field(
        default=None, title="Keputusan", description="Pertanyaan yang menentukan arah (PermenPAN-RB 35/2012)."
    )
    parallel: tuple[ParallelBranch, ...] = Field(
        default=(),
        title="Bersamaan",
        description="Cabang-cabang yang dimulai bersama sesudah langkah ini dan bertemu sebelum langkah berikut.",
    )
    next: Id | None = Field(
        default=None, title="Langkah berikut", description="Bila bukan langkah berikutnya dalam daftar."
    )
    end: Id | None = Field(default=None, title="Akhir", description="Kunci akhir: perkara selesai setelah langkah ini.")
    unstated: tuple[
        Literal[
            "actor",
            "activity",
            "next",
            "end",
            "time",
            "output",
            "optional",
            "decision",
            "parallel",
            "deadline",
            "deputy",
            "skip_to",
        ],
        ...,
    ] = Field(default=(), title="Tidak disebut", description="Kunci di sini yang isinya tafsiran karena dokumen diam.")


class EndModel(Part):
    """One way for a case to finish."""

    status: Literal["finished", "rejected", "withdrawn"] = Field(
        default="finished", title="Hasil", description="finished: dilayani; rejected: ditolak; withdrawn: batal."
    )
    text: Text = Field(
        title="Uraian", description="Kata-kata pada kapsul akhir, misalnya `Permohonan ditolak` (PermenPAN-RB 35/2012)."
    )
    document: Text | None = Field(
        default=None, title="Dokumen", description="Dokumen yang menutup perkara, misalnya surat penolakan."
    )
    product: Text | None = Field(
        default=None,
        title="Produk",
        description="Produk yang diterima pada akhir ini, dari `products` (komponen 5, PermenPAN-RB 15/2014).",
    )
    notify: tuple[Id, ...] = Field(
        default=(), title="Diberi tahu", description="Pelaksana yang diberi tahu bila perkara berakhir di sini."
    )


Actors = Annotated[dict[Id, Actor], AfterValidator(freeze)]
Applicants = Annotated[dict[Id, ApplicantGroup], AfterValidator(freeze)]
Ends = Annotated[dict[Id, EndModel], AfterValidator(freeze)]
Steps = Annotated[tuple[Step, ...], Field(min_length=1, max_length=20_000)]


class Procedure(Part):
    """A procedure of its own: the same steps language, the same engine."""

    id: Id = Field(title="Kunci", description="Nama pendek prosedur.")
    title: Text = Field(title="Judul", description="Judul prosedur, misalnya `Pengaduan Langsung`.")
    applies_to: Text | None = Field(
        default=None, title="Berlaku untuk", description="Untuk siapa atau kapan prosedur ini dipakai."
    )
    only: tuple[Id, ...] = Field(
        default=(), title="Hanya golongan", description="Kunci dari `applicants` yang memakai prosedur ini."
    )
    steps: Steps = Field(title="Langkah", description="Langkah-langkah menurut urutan dokumen.")
    ends: Ends = Field(default_factory=nothing, title="Akhir", description="Akhir selain `selesai`.")
