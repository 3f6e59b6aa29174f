"""A project file -> :class:`Settings`: severities, paper, the form of numbers and matrices, the office's working time.

``sop-project.yaml`` is looked for in a definition's own folder and the few above it, and read like every other file:
what is wrong in it is a finding with its place, and what is right in it counts all the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StrictBool, StrictInt, StringConstraints, WithJsonSchema

from sop_engine import source, textfile
from sop_engine.definition.catalogue import project_file
from sop_engine.definition.part import Part, Text, Version, freeze, nothing
from sop_engine.definition.read import read
from sop_engine.diagnostic import Diagnostic, Severity, finding, in_order
from sop_engine.messages.findings import FINDINGS
from sop_engine.pattern import Pattern, pattern
from sop_engine.settings import WEEK_MINUTES, MatrixForm, Settings, locked
from sop_engine.spelling import Guesses

Code = Annotated[str, WithJsonSchema({"type": "string", "pattern": r"^(SOP|SP)[0-9]{3}$"})]
Hours = Annotated[str, StringConstraints(pattern=r"^([1-9]|1[0-9]|2[0-3])(\.(25|5|75))?$")]
Level = Literal["off", "info", "warning", "error"]
Levels = Annotated[dict[Code, Level], AfterValidator(freeze)]
Millimetres = Annotated[StrictInt, Field(ge=6, le=120)]
Points = Annotated[StrictInt, Field(ge=7, le=10)]
Label = Annotated[str, StringConstraints(min_length=1, max_length=60)]


class Calendar(Part):
    """The working time of the office (Perpres 21/2023: 37 hours 30 minutes a week, without breaks)."""

    reserved = frozenset({"holidays", "extra_days", "ramadan"})

    days_per_week: Literal[5, 6] = Field(
        default=5, title="Hari kerja seminggu", description="5 atau 6 hari (Perpres 21/2023)."
    )
    hours_per_day: Hours | None = Field(
        default=None,
        title="Jam kerja sehari",
        description="Tanpa istirahat, dalam tanda kutip, misalnya `7.5`. Bila tidak ditulis: 37 jam 30 menit seminggu "
        "dibagi hari kerjanya (Perpres 21/2023).",
    )


class Widths(Part):
    """How wide the columns of words of the SOP-AP matrix are, in millimetres; the actors share what is left."""

    row: Millimetres | None = Field(default=None, title="No", description="Lebar kolom nomor, milimeter.")
    activity: Millimetres | None = Field(default=None, title="Kegiatan", description="Lebar kolom kegiatan, milimeter.")
    input: Millimetres | None = Field(default=None, title="Kelengkapan", description="Lebar kelengkapan, milimeter.")
    time: Millimetres | None = Field(default=None, title="Waktu", description="Lebar kolom waktu, milimeter.")
    output: Millimetres | None = Field(default=None, title="Output", description="Lebar kolom output, milimeter.")
    note: Millimetres | None = Field(default=None, title="Keterangan", description="Lebar keterangan, milimeter.")


class Labels(Part):
    """What the boxes and columns of the SOP-AP matrix are called, where an agency has other words than ours."""

    number: Label | None = Field(default=None, title="Nomor SOP", description="Bila tidak ditulis: Nomor SOP.")
    made: Label | None = Field(default=None, title="Tanggal Pembuatan", description="Lazim: Tanggal Pembuatan.")
    revised: Label | None = Field(default=None, title="Tanggal Revisi", description="Lazim: Tanggal Revisi.")
    effective: Label | None = Field(
        default=None, title="Tanggal Efektif", description="Lazim: Tanggal Efektif, atau Tanggal Pengesahan."
    )
    approved_by: Label | None = Field(default=None, title="Disahkan Oleh", description="Lazim: Disahkan Oleh.")
    title: Label | None = Field(default=None, title="Nama SOP", description="Lazim: Nama SOP, atau Judul SOP.")
    legal_basis: Label | None = Field(default=None, title="Dasar Hukum", description="Kepala kotak dasar hukum.")
    qualifications: Label | None = Field(
        default=None, title="Kualifikasi Pelaksana", description="Kepala kotak kualifikasi pelaksana."
    )
    related: Label | None = Field(default=None, title="Keterkaitan", description="Kepala kotak keterkaitan.")
    equipment: Label | None = Field(
        default=None, title="Peralatan dan Perlengkapan", description="Kepala kotak peralatan dan perlengkapan."
    )
    warnings: Label | None = Field(default=None, title="Peringatan", description="Kepala kotak peringatan.")
    records: Label | None = Field(
        default=None, title="Pencatatan dan Pendataan", description="Kepala kotak pencatatan dan pendataan."
    )
    row: Label | None = Field(default=None, title="No", description="Kepala kolom nomor.")
    activity: Label | None = Field(default=None, title="Kegiatan", description="Lazim: Kegiatan, atau Uraian Prosedur.")
    actors: Label | None = Field(default=None, title="Pelaksana", description="Kepala kolom-kolom pelaksana.")
    quality: Label | None = Field(default=None, title="Mutu Baku", description="Kepala tiga kolom mutu baku.")
    input: Label | None = Field(
        default=None, title="Kelengkapan", description="Lazim: Kelengkapan, atau Persyaratan/Kelengkapan."
    )
    time: Label | None = Field(default=None, title="Waktu", description="Kepala kolom waktu.")
    output: Label | None = Field(default=None, title="Output", description="Kepala kolom output.")
    note: Label | None = Field(default=None, title="Keterangan", description="Lazim: Keterangan, atau Ket.")


class Matrix(Part):
    """How the SOP-AP matrix looks (PermenPAN-RB 35/2012 sets its content, each agency its words and sizes)."""

    font: Literal["sans", "serif"] = Field(
        default="sans", title="Huruf", description="sans: tanpa kait (Arimo); serif: berkait (PT Serif)."
    )
    size: Points = Field(default=8, title="Ukuran huruf", description="Ukuran huruf tabel, 7 sampai 10 poin.")
    index: StrictBool = Field(
        default=False,
        title="Baris nomor kolom",
        description="true: nomor kolom (1), (2), … ditulis di bawah kepala tabel.",
    )
    widths: Widths = Field(
        default=Widths(), title="Lebar kolom", description="Lebar kolom kata dalam milimeter; yang lain menyesuaikan."
    )
    labels: Labels = Field(
        default=Labels(), title="Sebutan", description="Sebutan kotak dan kolom menurut kebiasaan instansi."
    )


class Project(Part):
    """What one office or agency has settled for all its SOP files."""

    project: Version = Field(title="Versi bahasa", description="Selalu 1.")
    severities: Levels = Field(
        default_factory=nothing,
        title="Tingkat temuan",
        description="Kode temuan dan tingkatnya: off (tidak dilaporkan), info (catatan), warning (peringatan), error "
        "(kesalahan). Kesalahan yang membuat SOP tidak dapat dijalankan tidak dapat diturunkan.",
    )
    paper: Literal["A4", "F4"] = Field(default="A4", title="Kertas", description="Ukuran kertas dokumen: A4 atau F4.")
    number_pattern: Text | None = Field(
        default=None,
        title="Pola nomor SOP",
        description="Ekspresi reguler nomor SOP instansi, menurut tata naskah dinasnya (PermenPAN-RB 35/2012).",
    )
    calendar: Calendar = Field(
        default=Calendar(), title="Jam kerja", description="Hari dan jam kerja kantor (Perpres 21/2023)."
    )
    matrix: Matrix = Field(
        default=Matrix(), title="Matriks SOP-AP", description="Rupa matriks SOP-AP (PermenPAN-RB 35/2012)."
    )


def settings_of(file: Path, shown: str | None = None) -> tuple[Settings, tuple[Diagnostic, ...]]:
    """Return the settings that a project file makes, and what is wrong in it."""
    shown = shown or str(file)
    text, found = textfile.read_text(file, shown)
    return (Settings(), found) if text is None else settings_in(text, shown)


def settings_in(text: str, path: str = "") -> tuple[Settings, tuple[Diagnostic, ...]]:
    """Return the settings that a project file's text makes, and what is wrong in it."""
    origin, found = source.parse(text, path)
    if origin is None:
        return Settings(), found
    reading = read(origin, Project)
    # `off` and 7.5 mean here what they look like
    found = tuple(each for each in found if each.code != "SOP106" or each.route[:1] not in _PLAIN)
    if reading.value is None:
        return Settings(), in_order((*found, *map(origin.place, reading.found)))
    severities, wrong = _severities(reading.value)
    number_pattern, bad = _number_pattern(reading.value)
    settings = Settings(
        MappingProxyType(severities),
        reading.value.paper,
        number_pattern,
        reading.value.calendar.days_per_week,
        _day_minutes(reading.value.calendar),
        matrix=_matrix(reading.value.matrix),
    )
    return settings, in_order((*found, *map(origin.place, (*reading.found, *wrong, *bad))))


_PLAIN = (("severities",), ("calendar",))


def _severities(project: Project) -> tuple[dict[str, Severity | None], list[Diagnostic]]:
    guesses = Guesses(tuple(FINDINGS))
    severities: dict[str, Severity | None] = {}
    wrong = []
    for code, level in project.severities.items():
        route = ("severities", code)
        if code not in FINDINGS:
            args = {"value": code[:40], "near": guesses.nearest(code) or ""}
            wrong.append(finding("SOP142", route, args=args, at_key=True))
        elif locked(code) and level != "error":
            wrong.append(finding("SOP145", route, args={"value": code, "level": level}))
        else:
            severities[code] = None if level == "off" else Severity(level)
    return severities, wrong


def _number_pattern(project: Project) -> tuple[Pattern | None, list[Diagnostic]]:
    if project.number_pattern is None:
        return None, []
    try:
        return pattern(project.number_pattern), []
    except ValueError:
        return None, [finding("SOP146", ("number_pattern",), args={"value": project.number_pattern[:80]})]


def _day_minutes(calendar: Calendar) -> int:
    if calendar.hours_per_day is None:
        return WEEK_MINUTES // calendar.days_per_week
    return int(Fraction(calendar.hours_per_day) * 60)


def _matrix(form: Matrix) -> MatrixForm:
    widths, labels = form.widths.model_dump(exclude_none=True), form.labels.model_dump(exclude_none=True)
    return MatrixForm(form.font, form.size, form.index, MappingProxyType(widths), MappingProxyType(labels))


class Projects:
    """The settings for many files: each project file is read once. ``given`` counts for all files when it is there."""

    def __init__(self, given: Path | None = None) -> None:
        self._given = given
        self._known: dict[Path, tuple[Settings, tuple[Diagnostic, ...]]] = {}
        self._nearest: dict[Path, Path | None] = {}

    def around(self, folder: Path) -> Settings:
        """Return the settings in force for the files of a folder."""
        if folder not in self._nearest:
            self._nearest[folder] = self._given or project_file(folder)
        file = self._nearest[folder]
        if file is None:
            return Settings()
        if file not in self._known:
            self._known[file] = settings_of(file, _shown(file))
        return self._known[file][0]

    def found_outside(self, files: Iterable[Path]) -> tuple[Diagnostic, ...]:
        """Return what is wrong in the project files that were in force and are not among these files."""
        told = {file.absolute() for file in files}
        return tuple(each for file, (_, found) in self._known.items() if file.absolute() not in told for each in found)


def _shown(file: Path) -> str:
    here = Path.cwd()
    return str(file.relative_to(here) if file.is_relative_to(here) else file)
