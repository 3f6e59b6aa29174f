"""The list of people: who holds which office of which unit, from when to when. Shapes only.

What must agree within a list is judged by :mod:`sop_engine.people.rules`; what a list allows is asked of
:class:`sop_engine.people.People`.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StrictBool, StringConstraints

from sop_engine.definition.part import Date, Id, Part, Text, UnitId, Version

PERSON_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9._@\\-]*$"
"""A user of the machine, also with the domain before it (``KOTA\\siti``) or behind it (``siti@kota``)."""

PersonId = Annotated[str, StringConstraints(pattern=PERSON_PATTERN, max_length=128)]
Letter = Annotated[str, StringConstraints(min_length=1, max_length=200)]


class OfficeEntry(Part):
    """One office that a person holds, with the days between which."""

    unit: UnitId = Field(title="Unit", description="Berkas unit di bawah `units/`, tanpa `.yaml`.")
    actor: Id = Field(title="Pelaksana", description="Kunci pelaksana dari `actors` pada SOP unit itu.")
    standing: Literal["definitive", "plt", "plh"] = Field(
        default="definitive",
        title="Kedudukan",
        description="definitive: pejabat definitif (bila tidak ditulis); plt: pelaksana tugas; plh: pelaksana harian.",
    )
    letter: Letter | None = Field(
        default=None, title="Nomor surat", description="Nomor surat perintah, wajib untuk Plt. dan Plh."
    )
    since: Date = Field(alias="from", title="Sejak", description="Hari pertama memangku jabatan.")
    until: Date | None = Field(
        default=None,
        title="Sampai",
        description="Hari terakhir memangku jabatan, hari itu termasuk; wajib untuk Plt. dan Plh.",
    )


class PersonEntry(Part):
    """One person and the offices that he or she holds or has held."""

    id: PersonId = Field(
        title="Nama pengguna", description="Pengguna sistem operasi, atau isi `SOP_USER`: huruf, angka, dan . _ - @ \\."
    )
    name: Text = Field(title="Nama", description="Nama lengkap dengan gelar.")
    nip: Text | None = Field(default=None, title="NIP", description="Dalam tanda kutip.")
    steward: StrictBool = Field(
        default=False,
        title="Pengelola",
        description="true: boleh memuat daftar ini, mengalihkan pekerjaan orang lain, menghapus data pribadi, dan "
        "melihat pelapor yang dirahasiakan.",
    )
    offices: tuple[OfficeEntry, ...] = Field(default=(), title="Jabatan", description="Jabatan yang dipangku.")


class PeopleFile(Part):
    """The people of one store."""

    people: Version = Field(title="Versi bahasa", description="Selalu 1.")
    persons: tuple[PersonEntry, ...] = Field(
        title="Orang", description="Orang yang boleh mencatat perkara.", min_length=1
    )
