"""The key ``calendar`` of a unit's file: its working week, office hours, regional days off and days it opens.

Weekdays are written ``Senin`` or ``Senin-Kamis``, hours ``07.30-16.00``: as offices write them, and no YAML reader
takes them for numbers. Whether the rows fit together is judged in ``checks/office_hours.py``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from sop_engine.definition.part import Date, Part, Text

WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")

_DAY = f"({'|'.join(WEEKDAYS)})"
DAYS_PATTERN = f"^{_DAY}(-{_DAY})?$"
HOURS_PATTERN = r"^([01][0-9]|2[0-3])\.[0-5][0-9]-(([01][0-9]|2[0-3])\.[0-5][0-9]|24\.00)$"


@dataclass(frozen=True, slots=True)
class Weekdays:
    """The weekdays ``first`` to ``last``, both included (0: Monday)."""

    first: int
    last: int

    def __str__(self) -> str:
        return "-".join(WEEKDAYS[day] for day in dict.fromkeys((self.first, self.last)))


@dataclass(frozen=True, slots=True)
class Hours:
    """A part of a day, in minutes after midnight."""

    since: int
    until: int

    @property
    def span(self) -> tuple[int, int]:
        """Return both ends."""
        return self.since, self.until

    def __str__(self) -> str:
        return "-".join(f"{at // 60:02}.{at % 60:02}" for at in self.span)


def _weekdays(value: object) -> object:
    if isinstance(value, Weekdays):
        return value
    if not isinstance(value, str) or not re.fullmatch(DAYS_PATTERN, value):
        raise PydanticCustomError("weekdays", "no weekdays")
    first, _, last = value.partition("-")
    found = Weekdays(WEEKDAYS.index(first), WEEKDAYS.index(last or first))
    if found.first > found.last or (last and first == last):
        raise PydanticCustomError("weekdays", "no weekdays")
    return found


def _hours(value: object) -> object:
    if isinstance(value, Hours):
        return value
    if not isinstance(value, str) or not re.fullmatch(HOURS_PATTERN, value):
        raise PydanticCustomError("hours", "no hours")
    since, until = (int(at[:2]) * 60 + int(at[3:]) for at in value.split("-"))
    if since >= until:
        raise PydanticCustomError("hours", "no hours")
    return Hours(since, until)


DayRange = Annotated[
    Weekdays,
    BeforeValidator(_weekdays),
    WithJsonSchema({"type": "string", "pattern": DAYS_PATTERN, "examples": ["Senin-Kamis", "Jumat"]}),
]
HourRange = Annotated[
    Hours,
    BeforeValidator(_hours),
    WithJsonSchema({"type": "string", "pattern": HOURS_PATTERN, "examples": ["07.30-16.00", "12.00-13.00"]}),
]


class OfficeHours(Part):
    """The office hours of some weekdays."""

    days: DayRange = Field(
        title="Hari", description="Satu hari (`Jumat`) atau beberapa yang berurutan (`Senin-Kamis`)."
    )
    open: HourRange = Field(title="Jam buka", description="Dari jam masuk sampai jam pulang, misalnya `07.30-16.00`.")
    rest: HourRange | None = Field(
        default=None,
        alias="break",
        title="Istirahat",
        description="Tidak dihitung sebagai jam kerja, misalnya `12.00-13.00`.",
    )


class Holiday(Part):
    """A day off that is not a national one."""

    date: Date = Field(title="Tanggal", description="Tahun-bulan-hari, misalnya `2026-04-01`.")
    name: Text = Field(title="Nama", description="Nama hari libur, seperti pada surat penetapannya.")
    source: Text | None = Field(default=None, title="Dasar", description="Surat yang menetapkannya, dengan nomornya.")


class OpenDay(Part):
    """A day that is worked although it is a weekend's, a holiday or joint leave."""

    date: Date = Field(title="Tanggal", description="Tahun-bulan-hari, misalnya `2026-04-04`.")
    name: Text = Field(title="Sebab", description="Mengapa kantor buka pada hari itu.")
    open: HourRange | None = Field(
        default=None, title="Jam buka", description="Bila tidak ditulis: jam kerja hari itu, atau jam kerja hari Senin."
    )
    rest: HourRange | None = Field(
        default=None, alias="break", title="Istirahat", description="Hanya bersama `open`; tidak dihitung."
    )
    source: Text | None = Field(default=None, title="Dasar", description="Surat yang menetapkannya, dengan nomornya.")


class WorkingCalendar(Part):
    """The working time of a unit; what is left out is as in Perpres 21/2023."""

    week: Literal[5, 6] = Field(
        default=5, title="Hari kerja seminggu", description="5 (Senin-Jumat) atau 6 (Senin-Sabtu)."
    )
    hours: tuple[OfficeHours, ...] = Field(
        default=(),
        title="Jam kerja",
        description="Bila tidak ditulis: 37 jam 30 menit seminggu (Perpres 21/2023 Pasal 4).",
    )
    ramadan_hours: tuple[OfficeHours, ...] = Field(
        default=(),
        title="Jam kerja bulan Ramadan",
        description="Bila tidak ditulis: 32 jam 30 menit seminggu (Perpres 21/2023 Pasal 4).",
    )
    joint_leave: Literal["holiday", "workday"] = Field(
        default="holiday",
        title="Cuti bersama",
        description="holiday: kantor libur pada hari cuti bersama; workday: kantor tetap buka.",
    )
    holidays: tuple[Holiday, ...] = Field(
        default=(), title="Hari libur daerah", description="Hari libur di luar hari libur nasional dan cuti bersama."
    )
    open_days: tuple[OpenDay, ...] = Field(
        default=(), title="Hari kerja tambahan", description="Hari libur atau akhir pekan yang tetap dikerjakan."
    )
