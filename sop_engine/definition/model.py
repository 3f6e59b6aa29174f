"""The definition language, version 1, as frozen models: what a file may say, and what it will be able to say.

Each field's ``title`` is its Indonesian label and its ``description`` its meaning and legal basis; both reach the
JSON Schema, so that an editor shows them. The parts lie in the modules beside this one, which names them all.
The models know shapes only; what spans several values is judged in :mod:`sop_engine.checks`.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from sop_engine.definition.delivery import (
    Category,
    Channel,
    ChannelKind,
    Complaints,
    Extension,
    Fee,
    FeeItem,
    Officer,
    Requirement,
    RequirementItem,
    Sla,
    SlaCase,
    Stage,
)
from sop_engine.definition.papers import Decree, Identity, Management, Process, Related, Signatory
from sop_engine.definition.part import (
    ID_PATTERN,
    LANGUAGE_VERSION,
    UNIT_PATTERN,
    Id,
    Part,
    Text,
    UnitId,
    Version,
    nothing,
)
from sop_engine.definition.procedure import (
    Actor,
    Actors,
    ApplicantGroup,
    Applicants,
    Branch,
    Call,
    Deadline,
    Decision,
    Deputy,
    EndModel,
    Ends,
    Limit,
    ParallelBranch,
    Procedure,
    Step,
    Steps,
    Times,
)
from sop_engine.definition.working_time import WorkingCalendar

__all__ = [
    "ID_PATTERN",
    "LANGUAGE_VERSION",
    "UNIT_PATTERN",
    "Actor",
    "ApplicantGroup",
    "Branch",
    "Call",
    "Category",
    "Channel",
    "ChannelKind",
    "Complaints",
    "Deadline",
    "Decision",
    "Decree",
    "Definition",
    "Deputy",
    "EndModel",
    "Extension",
    "Fee",
    "FeeItem",
    "Id",
    "Identity",
    "Limit",
    "Management",
    "OfficeUnit",
    "Officer",
    "ParallelBranch",
    "Part",
    "Procedure",
    "Process",
    "Related",
    "Requirement",
    "RequirementItem",
    "Signatory",
    "Sla",
    "SlaCase",
    "Stage",
    "Step",
    "Text",
    "Times",
    "UnitId",
    "Version",
    "WorkingCalendar",
]


class Definition(Part):
    """One service standard: what its document says, in a form that can be checked, run and drawn."""

    reserved = frozenset({"calendar"})

    sop: Version = Field(title="Versi bahasa", description="Selalu 1.")
    id: Id = Field(title="Kunci SOP", description="Sama dengan nama berkas tanpa `.yaml`.")
    title: Text = Field(title="Nama layanan", description="Nama layanan seperti pada dokumen.")
    unit: UnitId = Field(title="Unit", description="Berkas unit di bawah `units/`, tanpa `.yaml`.")
    status: Literal["draft", "in_force", "replaced", "revoked"] | None = Field(
        default=None,
        title="Status",
        description="draft: rancangan; in_force: berlaku; replaced: digantikan; revoked: dicabut.",
    )
    version: Text | None = Field(default=None, title="Versi", description="Versi dokumen menurut unit penyusun.")
    decree: Decree | None = Field(
        default=None, title="Surat keputusan", description="SK penetapan standar (UU 25/2009 Pasal 20)."
    )
    identity: Identity | None = Field(
        default=None, title="Bagian identitas", description="Bagian identitas SOP-AP (PermenPAN-RB 35/2012)."
    )
    process: Process | None = Field(
        default=None, title="Proses bisnis", description="Tempat dalam peta proses bisnis (PermenPAN-RB 19/2018)."
    )
    related: tuple[Related, ...] = Field(
        default=(), title="SOP terkait", description="Keterkaitan: SOP lain yang berhubungan (PermenPAN-RB 35/2012)."
    )
    applicants: Applicants = Field(
        default_factory=nothing, title="Golongan pemohon", description="Golongan yang langkah atau syaratnya berbeda."
    )
    requirements: tuple[Requirement, ...] = Field(title="Persyaratan", description="Komponen 1 (PermenPAN-RB 15/2014).")
    actors: Actors = Field(
        title="Pelaksana",
        description="Menurut urutan bertindak, bukan pangkat: urutan kolom pada SOP-AP (PermenPAN-RB 35/2012).",
    )
    steps: Steps | None = Field(
        default=None, title="Sistem, mekanisme, dan prosedur", description="Komponen 2 (PermenPAN-RB 15/2014)."
    )
    ends: Ends = Field(default_factory=nothing, title="Akhir", description="Akhir selain `selesai`.")
    procedures: tuple[Procedure, ...] = Field(
        default=(),
        title="Beberapa prosedur",
        description="Pengganti `steps` bila ada beberapa: tatap muka dan daring (komponen 2, PermenPAN-RB 15/2014).",
    )
    sla: Sla = Field(title="Jangka waktu penyelesaian", description="Komponen 3 (PermenPAN-RB 15/2014).")
    fee: Fee = Field(title="Biaya/tarif", description="Komponen 4 (PermenPAN-RB 15/2014).")
    products: tuple[Text, ...] = Field(title="Produk pelayanan", description="Komponen 5 (PermenPAN-RB 15/2014).")
    validity: Text | None = Field(default=None, title="Masa berlaku produk", description="Berapa lama produk berlaku.")
    complaints: Complaints = Field(
        title="Penanganan pengaduan, saran, dan masukan", description="Komponen 6 (PermenPAN-RB 15/2014)."
    )
    standard: Management | None = Field(
        default=None, title="Komponen pengelolaan", description="Komponen 7 sampai 14 (PermenPAN-RB 15/2014)."
    )
    charter: tuple[Text, ...] = Field(
        default=(), title="Maklumat pelayanan", description="Isi maklumat pelayanan (UU 25/2009 Pasal 22)."
    )
    unstated: tuple[Literal["unit", "title", "decree"], ...] = Field(
        default=(), title="Tidak disebut", description="Kunci di sini yang isinya tafsiran karena dokumen diam."
    )


class OfficeUnit(Part):
    """The unit that gives the service: one file under ``units/``, shared by its standards."""

    reserved = frozenset({"people", "week", "hours"})

    unit: Version = Field(title="Versi bahasa", description="Selalu 1.")
    id: UnitId = Field(title="Kunci unit", description="Sama dengan letak berkas di bawah `units/`, tanpa `.yaml`.")
    name: Text = Field(title="Nama unit", description="Nomenklatur unit penyelenggara.")
    parent: Text | None = Field(default=None, title="Induk", description="Pemerintah daerah atau instansi induk.")
    address: Text | None = Field(default=None, title="Alamat", description="Alamat kantor.")
    postcode: Text | None = Field(default=None, title="Kode pos", description="Dalam tanda kutip.")
    phone: Text | None = Field(default=None, title="Telepon", description="Dalam tanda kutip.")
    site: Text | None = Field(default=None, title="Situs", description="Alamat situs.")
    logo: Text | None = Field(
        default=None,
        title="Logo",
        description="Berkas PNG atau JPEG, letaknya dihitung dari berkas unit ini; di dalam folder definisi, paling "
        "besar 2 MB.",
    )
    time_zone: Literal["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"] = Field(
        default="Asia/Jakarta", title="Zona waktu", description="WIB, WITA, atau WIT."
    )
    calendar: WorkingCalendar | None = Field(
        default=None,
        title="Waktu kerja",
        description="Hari dan jam kerja, hari libur daerah, dan hari kerja tambahan. Bila tidak ditulis: Perpres "
        "21/2023.",
    )
