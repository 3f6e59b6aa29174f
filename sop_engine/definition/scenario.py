"""The scenarios beside a definition, ``<id>.uji.yaml``: if answered so, then these steps and this end. Shapes only.

A scenario says only what is out of the ordinary: a question that it does not mention is answered in the affirmative,
an optional step is done, nobody is late.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from sop_engine.definition.part import Id, Part, Text, Version, nothing

SUFFIX = ".uji"
"""What stands between the id of the SOP and ``.yaml`` in the name of a file of scenarios."""


class Scenario(Part):
    """One way through a procedure, and what is expected of it. At least one expectation is given."""

    name: Text = Field(title="Nama", description="Apa yang diuji, misalnya `Berkas kurang satu kali`.")
    procedure: Id | None = Field(default=None, title="Prosedur", description="Prosedur, bila bukan satu-satunya.")
    applicant: Id | None = Field(default=None, title="Golongan pemohon", description="Kunci dari `applicants`.")
    answers: Annotated[dict[Id, tuple[Text, ...]], Field(default_factory=nothing)] = Field(
        title="Jawaban",
        description="Jawaban tiap langkah menurut urutan; sesudah itu, dan bila tidak disebut: yang mengiyakan.",
    )
    skips: tuple[Id, ...] = Field(default=(), title="Dilewati", description="Langkah yang dilewati.")
    late: tuple[Id, ...] = Field(default=(), title="Lewat tenggat", description="Langkah yang tenggatnya lewat sekali.")
    steps: tuple[Id, ...] = Field(
        default=(), title="Langkah-langkah", description="Semua langkah yang dijalani, tepat menurut urutan."
    )
    through: tuple[Id, ...] = Field(
        default=(), title="Melalui", description="Langkah yang dijalani menurut urutan ini, di antara yang lain."
    )
    never: tuple[Id, ...] = Field(default=(), title="Tidak melalui", description="Langkah yang tidak dijalani.")
    end: Id | None = Field(default=None, title="Akhir", description="Kunci akhir yang dicapai, misalnya `selesai`.")


class ScenarioFile(Part):
    """The scenarios of one definition."""

    tests: Version = Field(title="Versi bahasa", description="Selalu 1.")
    sop: Id = Field(title="SOP", description="Kunci SOP yang diuji.")
    scenarios: tuple[Scenario, ...] = Field(title="Skenario", description="Skenario-skenario.", min_length=1)
