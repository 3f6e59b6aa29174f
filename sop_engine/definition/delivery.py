"""The delivery components of a service standard (PermenPAN-RB 15/2014, components 1 and 3 to 6). Shapes only."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, StrictBool

from sop_engine.definition.part import Count, Id, Part, Rupiah, Text, Time, Yes
from sop_engine.definition.procedure import Procedure


class RequirementItem(Part):
    """One document of a requirement that names several."""

    text: Text = Field(title="Dokumen", description="Dokumen seperti tertulis.")
    original: StrictBool = Field(default=False, title="Asli", description="true bila aslinya diminta atau ditunjukkan.")
    copies: Count | None = Field(default=None, title="Salinan", description="Banyaknya fotokopi atau rangkap.")
    form: Text | None = Field(default=None, title="Formulir", description="Formulir yang dipakai.")
    when: Text | None = Field(default=None, title="Bilamana", description="Syarat dokumen ini diminta.")
    note: Text | None = Field(default=None, title="Keterangan", description="Catatan dokumen.")


class Requirement(Part):
    """One requirement of the service."""

    id: Id = Field(title="Kunci", description="Nama pendek persyaratan, untuk dirujuk langkah.")
    text: Text = Field(
        title="Persyaratan", description="Persyaratan seperti tertulis (komponen 1, PermenPAN-RB 15/2014)."
    )
    group: Text | None = Field(
        default=None, title="Kelompok", description="Judul kelompok persyaratan, misalnya `Permohonan baru`."
    )
    only: tuple[Id, ...] = Field(
        default=(), title="Hanya golongan", description="Kunci dari `applicants`: hanya diminta dari golongan itu."
    )
    when: Text | None = Field(default=None, title="Bilamana", description="Syarat persyaratan ini diminta.")
    original: StrictBool = Field(default=False, title="Asli", description="true bila aslinya diminta atau ditunjukkan.")
    copies: Count | None = Field(default=None, title="Salinan", description="Banyaknya fotokopi atau rangkap.")
    form: Text | None = Field(default=None, title="Formulir", description="Formulir yang dipakai.")
    one_of: tuple[RequirementItem, ...] = Field(
        default=(), title="Salah satu", description="Dokumen-dokumen yang cukup salah satunya."
    )
    parts: tuple[RequirementItem, ...] = Field(
        default=(), title="Terdiri atas", description="Dokumen-dokumen yang semuanya diminta."
    )
    note: Text | None = Field(default=None, title="Keterangan", description="Catatan persyaratan.")


class Extension(Part):
    """How much longer it may take, and when."""

    within: Time = Field(title="Perpanjangan", description="Tambahan waktu paling lama.")
    when: Text | None = Field(default=None, title="Bilamana", description="Kapan waktu boleh diperpanjang.")


class Stage(Part):
    """One stage of the completion time."""

    name: Text = Field(title="Tahap", description="Nama tahap, misalnya `Verifikasi`.")
    at_least: Time | None = Field(default=None, title="Paling cepat", description="Batas bawah sebuah rentang.")
    within: Time = Field(title="Paling lama", description="Waktu tahap ini.")


class SlaCase(Part):
    """The completion time of one kind of request. Exactly one of `within` and `adjusts`."""

    when: Text = Field(title="Untuk", description="Jenis permohonan yang memakai waktu ini.")
    procedure: Id | None = Field(default=None, title="Prosedur", description="Prosedur yang memakai waktu ini.")
    only: tuple[Id, ...] = Field(
        default=(), title="Hanya golongan", description="Kunci dari `applicants`: waktu ini hanya untuk golongan itu."
    )
    at_least: Time | None = Field(default=None, title="Paling cepat", description="Batas bawah sebuah rentang.")
    within: Time | None = Field(default=None, title="Paling lama", description="Jangka waktu penyelesaian.")
    adjusts: Text | None = Field(
        default=None, title="Menyesuaikan", description="Kata-kata dokumen bila tidak berbatas."
    )


class Sla(Part):
    """The promised completion time (component 3). One of `within`, `adjusts`, `stages`, `cases`; empty: not stated."""

    at_least: Time | None = Field(
        default=None, title="Paling cepat", description="Batas bawah sebuah rentang; `within` batas atasnya."
    )
    within: Time | None = Field(
        default=None,
        title="Paling lama",
        description="Jangka waktu penyelesaian, misalnya `3 hari kerja` (komponen 3, PermenPAN-RB 15/2014).",
    )
    adjusts: Text | None = Field(
        default=None, title="Menyesuaikan", description="Kata-kata dokumen bila waktunya tidak berbatas."
    )
    stages: tuple[Stage, ...] = Field(
        default=(), title="Bertahap", description="Waktu tiap tahap, berurutan (komponen 3, PermenPAN-RB 15/2014)."
    )
    cases: tuple[SlaCase, ...] = Field(
        default=(),
        title="Menurut jenis",
        description="Waktu menurut jenis permohonan (komponen 3, PermenPAN-RB 15/2014).",
    )
    extension: Extension | None = Field(default=None, title="Perpanjangan", description="Waktu boleh diperpanjang.")
    starts: Literal["requirements_complete", "submitted"] | None = Field(
        default=None,
        alias="from",
        title="Dihitung sejak",
        description="Berkas lengkap (UU 30/2014 Pasal 53) atau diajukan; kosong bila dokumen tidak menyebutnya.",
    )
    written: Text | None = Field(default=None, title="Tertulis", description="Isi kolom waktu persis seperti dokumen.")
    hours: Text | None = Field(default=None, title="Jam layanan", description="Jam buka layanan seperti tertulis.")
    note: Text | None = Field(default=None, title="Keterangan", description="Syarat atau catatan waktu.")


class FeeItem(Part):
    """One of several fees. Exactly one of `free`, `amount`, `regulation` and `formula`."""

    text: Text = Field(title="Untuk", description="Apa yang dibayar, atau jenis layanan.")
    payer: Text | None = Field(default=None, title="Golongan pembayar", description="Siapa yang membayar tarif ini.")
    only: tuple[Id, ...] = Field(
        default=(), title="Hanya golongan", description="Kunci dari `applicants`: tarif ini hanya untuk golongan itu."
    )
    free: Yes | None = Field(
        default=None, title="Gratis", description="true: tidak dipungut biaya (komponen 4, PermenPAN-RB 15/2014)."
    )
    amount: Rupiah | None = Field(
        default=None, title="Jumlah", description="Rupiah, bilangan bulat (komponen 4, PermenPAN-RB 15/2014)."
    )
    regulation: Text | None = Field(
        default=None,
        title="Menurut peraturan",
        description="Peraturan tarif dengan nomor dan tahunnya (komponen 4, PermenPAN-RB 15/2014).",
    )
    formula: Text | None = Field(
        default=None,
        title="Rumus",
        description="Cara menghitung tarif seperti tertulis (komponen 4, PermenPAN-RB 15/2014).",
    )
    per: Text | None = Field(default=None, title="Per", description="Satuan tarif, misalnya `lembar`.")
    note: Text | None = Field(default=None, title="Keterangan", description="Catatan tarif.")


class Fee(Part):
    """The fee (component 4). One of `free`, `amount`, `regulation`, `formula`, `items`; empty: not stated."""

    free: Yes | None = Field(
        default=None, title="Gratis", description="true: tidak dipungut biaya (komponen 4, PermenPAN-RB 15/2014)."
    )
    amount: Rupiah | None = Field(
        default=None, title="Jumlah", description="Rupiah, bilangan bulat (komponen 4, PermenPAN-RB 15/2014)."
    )
    regulation: Text | None = Field(
        default=None,
        title="Menurut peraturan",
        description="Peraturan tarif dengan nomor dan tahunnya (komponen 4, PermenPAN-RB 15/2014).",
    )
    formula: Text | None = Field(
        default=None,
        title="Rumus",
        description="Cara menghitung tarif seperti tertulis (komponen 4, PermenPAN-RB 15/2014).",
    )
    items: tuple[FeeItem, ...] = Field(default=(), title="Rincian", description="Beberapa tarif.")
    additive: StrictBool = Field(
        default=False,
        title="Dijumlahkan",
        description="true bila rincian dijumlahkan; bila tidak, salah satu tarif yang berlaku.",
    )
    per: Text | None = Field(default=None, title="Per", description="Satuan tarif, misalnya `lembar`.")
    note: Text | None = Field(default=None, title="Keterangan", description="Catatan biaya.")


ChannelKind = Literal[
    "phone",
    "mobile",
    "whatsapp",
    "sms",
    "fax",
    "call_center",
    "email",
    "website",
    "app",
    "form",
    "lapor",
    "twitter",
    "instagram",
    "facebook",
    "tiktok",
    "youtube",
    "telegram",
    "letter",
    "suggestion_box",
    "in_person",
    "survey",
]


class Channel(Part):
    """One way to complain or to give advice."""

    kind: ChannelKind = Field(title="Jenis kanal", description="Jenis kanal pengaduan (UU 25/2009 Pasal 36).")
    value: Text | None = Field(default=None, title="Alamat", description="Nomor, alamat, atau nama akun.")
    label: Text | None = Field(default=None, title="Nama kanal", description="Nama kanal menurut dokumen.")
    hours: Text | None = Field(default=None, title="Jam layanan", description="Jam buka kanal seperti tertulis.")
    procedure: Id | None = Field(default=None, title="Prosedur", description="Prosedur pengaduan untuk kanal ini.")


class Officer(Part):
    """The complaint officer (UU 25/2009 Pasal 36: the provider names one); many documents name the position only."""

    name: Text | None = Field(default=None, title="Nama", description="Nama pejabat pengaduan (UU 25/2009 Pasal 36).")
    position: Text | None = Field(
        default=None, title="Jabatan", description="Jabatan pejabat pengaduan (UU 25/2009 Pasal 36)."
    )
    nip: Text | None = Field(default=None, title="NIP", description="NIP, 18 angka, dalam tanda kutip.")
    phone: Text | None = Field(default=None, title="Telepon", description="Nomor pejabat pengaduan.")
    email: Text | None = Field(default=None, title="Surel", description="Alamat surel pejabat pengaduan.")


class Category(Part):
    """A class of complaints with a time limit of its own."""

    name: Text = Field(title="Golongan pengaduan", description="Misalnya `ringan` atau `berkadar pengawasan`.")
    at_least: Time | None = Field(default=None, title="Paling cepat", description="Batas bawah sebuah rentang.")
    within: Time = Field(title="Batas waktu", description="Paling lama menyelesaikan pengaduan golongan ini.")


class Complaints(Part):
    """Complaints, advice and input (component 6)."""

    channels: tuple[Channel, ...] = Field(
        default=(), title="Kanal", description="Kanal pengaduan (UU 25/2009 Pasal 36)."
    )
    officer: Officer | None = Field(default=None, title="Pejabat pengaduan", description="UU 25/2009 Pasal 36.")
    within: Time | None = Field(
        default=None,
        title="Batas waktu",
        description="Batas waktu menjawab pengaduan (Perpres 76/2013: selesai dalam 60 hari).",
    )
    categories: tuple[Category, ...] = Field(
        default=(), title="Menurut golongan", description="Batas waktu menurut golongan pengaduan."
    )
    compensation: Text | None = Field(
        default=None, title="Ganti rugi", description="Ganti rugi yang dapat diminta (UU 25/2009 Pasal 42)."
    )
    secrecy: Text | None = Field(
        default=None, title="Kerahasiaan", description="Kerahasiaan identitas pengadu (UU 25/2009 Pasal 42)."
    )
    procedures: tuple[Procedure, ...] = Field(
        default=(),
        title="Prosedur pengaduan",
        description="Pengaduan adalah perkara juga: bahasa langkah yang sama (komponen 6, PermenPAN-RB 15/2014).",
    )
