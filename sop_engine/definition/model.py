"""The definition language, version 1, as frozen models: what a file may say, and what it will be able to say.

Each field's ``title`` is its Indonesian label and its ``description`` its meaning and legal basis; both reach the
JSON Schema, so that an editor shows them. ``reserved`` names keys whose meaning is already decided
(``docs/language.md``) but which nothing here can run yet: they are refused by name, never ignored.
The models know shapes only; what spans several values is judged in :mod:`sop_engine.checks`.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Annotated, Any, ClassVar, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictBool,
    StrictInt,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from sop_engine import duration

LANGUAGE_VERSION = 1

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
UNIT_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$"

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=64)]
UnitId = Annotated[str, StringConstraints(pattern=UNIT_PATTERN, max_length=128)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=5000)]


def _duration(value: object) -> object:
    if isinstance(value, duration.Duration):
        return value
    try:
        return duration.parse(value if isinstance(value, str) else "")
    except ValueError as error:
        raise PydanticCustomError("duration", "not a duration") from error


def _only(wanted: object) -> BeforeValidator:
    # 1 and true are equal to Python, but not to a reader
    def same(value: object) -> object:
        if type(value) is not type(wanted) or value != wanted:
            raise PydanticCustomError("literal_error", "not that value")
        return value

    return BeforeValidator(same)


Version = Annotated[Literal[1], _only(LANGUAGE_VERSION)]
Yes = Annotated[Literal[True], _only(True)]


Time = Annotated[
    duration.Duration,
    BeforeValidator(_duration),
    WithJsonSchema({"type": "string", "pattern": duration.PATTERN, "examples": ["3 hari kerja", "30 menit"]}),
]


class Part(BaseModel):
    """A part of a definition: frozen, and every key it does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
    reserved: ClassVar[frozenset[str]] = frozenset()


def _freeze(value: dict[str, Any]) -> Any:
    return MappingProxyType(value)


def _nothing() -> Any:
    return MappingProxyType({})


class Decree(Part):
    """The decree that sets the standard."""

    reserved = frozenset({"date", "title", "signer"})

    number: Text = Field(title="Nomor SK", description="Nomor surat keputusan penetapan, persis seperti tertulis.")


class Requirement(Part):
    """One requirement of the service."""

    reserved = frozenset({"group", "when", "one_of", "original", "copies", "parts", "form"})

    id: Id = Field(title="Kunci", description="Nama pendek persyaratan, untuk dirujuk langkah.")
    text: Text = Field(title="Persyaratan", description="Persyaratan seperti tertulis (komponen 1 standar pelayanan).")


class Actor(Part):
    """Who acts: a position or a role, never a person (PermenPAN-RB 35/2012)."""

    reserved = frozenset({"unit", "any_of", "deputy", "system", "applicant"})

    name: Text = Field(title="Pelaksana", description="Jabatan atau peran, seperti tertulis dalam dokumen.")
    external: StrictBool = Field(
        default=False,
        title="Pihak luar",
        description="true untuk pihak yang bukan petugas pelayanan ini: pemohon, pelapor, bank, instansi lain.",
    )
    aliases: tuple[Text, ...] = Field(
        default=(), title="Ejaan lain", description="Cara lain dokumen menulis pelaksana yang sama."
    )


class Branch(Part):
    """One answer of a decision and where it leads: to the next step when neither `to` nor `end` is given."""

    reserved = frozenset({"affirmative", "clock", "limit", "deadline", "document", "reason", "through"})

    answer: Text = Field(title="Jawaban", description="Jawaban seperti akan tertulis pada anak panah.")
    to: Id | None = Field(
        default=None,
        title="Menuju langkah",
        description="Kunci langkah tujuan. Langkah yang lebih awal berarti berkas dikembalikan.",
    )
    end: Id | None = Field(default=None, title="Menuju akhir", description="Kunci akhir: perkara selesai di sini.")
    note: Text | None = Field(default=None, title="Keterangan", description="Apa yang terjadi menurut dokumen.")
    same_place: StrictBool = Field(
        default=False,
        title="Tujuan sama",
        description="true bila jawaban ini sengaja menuju tempat yang sama dengan jawaban lain.",
    )
    unstated: tuple[Literal["to", "end", "answer"], ...] = Field(
        default=(), title="Tidak disebut", description="Kunci di sini yang isinya tafsiran karena dokumen diam."
    )


class Decision(Part):
    """A question with two or more answers; exactly one is given (belah ketupat)."""

    reserved = frozenset({"rule", "by"})

    question: Text = Field(title="Pertanyaan", description="Pertanyaan yang dijawab pada langkah ini.")
    branches: tuple[Branch, ...] = Field(title="Jawaban", description="Dua jawaban atau lebih.")


class Step(Part):
    """One activity of one actor (PermenPAN-RB 35/2012: one row, one activity, one symbol)."""

    reserved = frozenset(
        {
            "parallel",
            "call",
            "repeat",
            "limit",
            "deadline",
            "escalate",
            "deputy",
            "any_of",
            "when",
            "four_eyes",
            "clock",
            "suspend",
            "skip_to",
            "times",
            "starts_by",
            "requires",
        }
    )

    id: Id = Field(title="Kunci", description="Nama pendek langkah, tetap sepanjang umur SOP.")
    actor: Id = Field(title="Pelaksana", description="Kunci pelaksana dari `actors`.")
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
    involves: tuple[Id, ...] = Field(
        default=(),
        title="Melibatkan",
        description="Pihak yang dimintai pendapat, menerima, atau diberi tahu tanpa mengerjakan langkah ini.",
    )
    optional: Text | None = Field(
        default=None, title="Apabila diperlukan", description="Syarat menurut dokumen; bila tidak, langkah dilewati."
    )
    input: tuple[Text, ...] = Field(default=(), title="Kelengkapan", description="Mutu baku: kelengkapan langkah.")
    time: Time | None = Field(
        default=None, title="Waktu", description="Mutu baku: waktu langkah, misalnya `1 hari kerja`."
    )
    output: Text | None = Field(default=None, title="Output", description="Mutu baku: hasil langkah.")
    note: Text | None = Field(default=None, title="Keterangan", description="Keterangan baris.")
    decision: Decision | None = Field(default=None, title="Keputusan", description="Pertanyaan yang menentukan arah.")
    next: Id | None = Field(
        default=None, title="Langkah berikut", description="Bila bukan langkah berikutnya dalam daftar."
    )
    end: Id | None = Field(default=None, title="Akhir", description="Kunci akhir: perkara selesai setelah langkah ini.")
    unstated: tuple[Literal["actor", "activity", "next", "end", "time", "output", "optional", "decision"], ...] = Field(
        default=(), title="Tidak disebut", description="Kunci di sini yang isinya tafsiran karena dokumen diam."
    )


class EndModel(Part):
    """One way for a case to finish."""

    reserved = frozenset({"product", "notify"})

    status: Literal["finished", "rejected"] = Field(
        default="finished", title="Hasil", description="finished: dilayani; rejected: ditolak."
    )
    text: Text = Field(title="Uraian", description="Kata-kata pada kapsul akhir, misalnya `Permohonan ditolak`.")
    document: Text | None = Field(
        default=None, title="Dokumen", description="Dokumen yang menutup perkara, misalnya surat penolakan."
    )


Actors = Annotated[dict[Id, Actor], AfterValidator(_freeze)]
Ends = Annotated[dict[Id, EndModel], AfterValidator(_freeze)]
Steps = Annotated[tuple[Step, ...], Field(min_length=1, max_length=20_000)]


class Procedure(Part):
    """A procedure of its own: the same steps language, the same engine."""

    reserved = frozenset({"channel", "applies_to"})

    id: Id = Field(title="Kunci", description="Nama pendek prosedur.")
    title: Text = Field(title="Judul", description="Judul prosedur, misalnya `Pengaduan Langsung`.")
    steps: Steps = Field(title="Langkah", description="Langkah-langkah menurut urutan dokumen.")
    ends: Ends = Field(default_factory=_nothing, title="Akhir", description="Akhir selain `selesai`.")


class Sla(Part):
    """The promised completion time (component 3). Exactly one of `within` and `adjusts`."""

    reserved = frozenset({"at_least", "extension", "stages", "cases", "hours"})

    within: Time | None = Field(
        default=None, title="Paling lama", description="Jangka waktu penyelesaian, misalnya `3 hari kerja`."
    )
    adjusts: Text | None = Field(
        default=None, title="Menyesuaikan", description="Kata-kata dokumen bila waktunya tidak berbatas."
    )
    starts: Literal["requirements_complete", "submitted"] | None = Field(
        default=None,
        alias="from",
        title="Dihitung sejak",
        description="Berkas lengkap atau diajukan; kosong bila dokumen tidak menyebutnya.",
    )
    written: Text | None = Field(default=None, title="Tertulis", description="Isi kolom waktu persis seperti dokumen.")
    note: Text | None = Field(default=None, title="Keterangan", description="Syarat atau catatan waktu.")


class Fee(Part):
    """The fee (component 4). Exactly one of `free`, `amount` and `regulation`."""

    reserved = frozenset({"items", "formula", "classes", "additive"})

    free: Yes | None = Field(default=None, title="Gratis", description="true: tidak dipungut biaya.")
    amount: StrictInt | None = Field(default=None, ge=1, title="Jumlah", description="Rupiah, bilangan bulat.")
    per: Text | None = Field(default=None, title="Per", description="Satuan tarif, misalnya `lembar`.")
    regulation: Text | None = Field(
        default=None, title="Menurut peraturan", description="Peraturan tarif dengan nomor dan tahunnya."
    )
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

    reserved = frozenset({"hours", "label"})

    kind: ChannelKind = Field(title="Jenis kanal", description="Jenis kanal pengaduan.")
    value: Text | None = Field(default=None, title="Alamat", description="Nomor, alamat, atau nama akun.")
    procedure: Id | None = Field(default=None, title="Prosedur", description="Prosedur pengaduan untuk kanal ini.")


class Officer(Part):
    """The complaint officer (UU 25/2009 Pasal 36: the provider names one)."""

    reserved = frozenset({"nip", "email"})

    name: Text = Field(title="Nama", description="Nama pejabat pengaduan.")
    position: Text | None = Field(default=None, title="Jabatan", description="Jabatan pejabat pengaduan.")
    phone: Text | None = Field(default=None, title="Telepon", description="Nomor pejabat pengaduan.")


class Complaints(Part):
    """Complaints, advice and input (component 6)."""

    reserved = frozenset({"limits", "categories", "compensation", "secrecy"})

    channels: tuple[Channel, ...] = Field(default=(), title="Kanal", description="Kanal pengaduan.")
    officer: Officer | None = Field(default=None, title="Pejabat pengaduan", description="UU 25/2009 Pasal 36.")
    within: Time | None = Field(default=None, title="Batas waktu", description="Batas waktu menjawab pengaduan.")
    procedures: tuple[Procedure, ...] = Field(
        default=(), title="Prosedur pengaduan", description="Pengaduan adalah perkara juga: bahasa langkah yang sama."
    )


class Definition(Part):
    """One service standard: what its document says, in a form that can be checked, run and drawn."""

    reserved = frozenset(
        {
            "identity",
            "standard",
            "procedures",
            "calendar",
            "status",
            "version",
            "related",
            "scenarios",
            "process",
            "charter",
            "validity",
        }
    )

    sop: Version = Field(title="Versi bahasa", description="Selalu 1.")
    id: Id = Field(title="Kunci SOP", description="Sama dengan nama berkas tanpa `.yaml`.")
    title: Text = Field(title="Nama layanan", description="Nama layanan seperti pada dokumen.")
    unit: UnitId = Field(title="Unit", description="Berkas unit di bawah `units/`, tanpa `.yaml`.")
    decree: Decree | None = Field(default=None, title="Surat keputusan", description="SK penetapan standar.")
    requirements: tuple[Requirement, ...] = Field(title="Persyaratan", description="Komponen 1 (PermenPAN-RB 15/2014).")
    actors: Actors = Field(
        title="Pelaksana", description="Menurut urutan bertindak, bukan pangkat: urutan kolom pada SOP-AP."
    )
    steps: Steps = Field(title="Sistem, mekanisme, dan prosedur", description="Komponen 2 (PermenPAN-RB 15/2014).")
    ends: Ends = Field(default_factory=_nothing, title="Akhir", description="Akhir selain `selesai`.")
    sla: Sla = Field(title="Jangka waktu penyelesaian", description="Komponen 3 (PermenPAN-RB 15/2014).")
    fee: Fee = Field(title="Biaya/tarif", description="Komponen 4 (PermenPAN-RB 15/2014).")
    products: tuple[Text, ...] = Field(title="Produk pelayanan", description="Komponen 5 (PermenPAN-RB 15/2014).")
    complaints: Complaints = Field(
        title="Penanganan pengaduan, saran, dan masukan", description="Komponen 6 (PermenPAN-RB 15/2014)."
    )
    unstated: tuple[Literal["unit", "title", "decree"], ...] = Field(
        default=(), title="Tidak disebut", description="Kunci di sini yang isinya tafsiran karena dokumen diam."
    )


class OfficeUnit(Part):
    """The unit that gives the service: one file under ``units/``, shared by its standards."""

    reserved = frozenset({"calendar", "logo", "people", "week", "hours", "number_pattern"})

    unit: Version = Field(title="Versi bahasa", description="Selalu 1.")
    id: UnitId = Field(title="Kunci unit", description="Sama dengan letak berkas di bawah `units/`, tanpa `.yaml`.")
    name: Text = Field(title="Nama unit", description="Nomenklatur unit penyelenggara.")
    parent: Text | None = Field(default=None, title="Induk", description="Pemerintah daerah atau instansi induk.")
    address: Text | None = Field(default=None, title="Alamat", description="Alamat kantor.")
    postcode: Text | None = Field(default=None, title="Kode pos", description="Dalam tanda kutip.")
    phone: Text | None = Field(default=None, title="Telepon", description="Dalam tanda kutip.")
    site: Text | None = Field(default=None, title="Situs", description="Alamat situs.")
    time_zone: Literal["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"] = Field(
        default="Asia/Jakarta", title="Zona waktu", description="WIB, WITA, atau WIT."
    )
