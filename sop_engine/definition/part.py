"""What every part of the language is made of: frozen parts, and the few kinds of single values they hold.

A part refuses keys it does not know. ``reserved`` names keys whose meaning is already decided (``docs/language.md``)
but which nothing here can run yet: they are refused by name, never ignored.
"""

from __future__ import annotations

import re
from datetime import date
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictInt, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from sop_engine import duration

LANGUAGE_VERSION = 1

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
UNIT_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$"
DATE_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=64)]
UnitId = Annotated[str, StringConstraints(pattern=UNIT_PATTERN, max_length=128)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=5000)]
Count = Annotated[StrictInt, Field(ge=1, le=999)]
Rupiah = Annotated[StrictInt, Field(ge=1)]


def _duration(value: object) -> object:
    if isinstance(value, duration.Duration):
        return value
    try:
        return duration.parse(value if isinstance(value, str) else "")
    except ValueError as error:
        raise PydanticCustomError("duration", "not a duration") from error


def _date(value: object) -> object:
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or not re.match(DATE_PATTERN, value):
        raise PydanticCustomError("date", "not a date")
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise PydanticCustomError("date", "not a date") from error


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
"""A number and a unit; units are never mixed or converted in the language."""

Date = Annotated[
    date,
    BeforeValidator(_date),
    WithJsonSchema({"type": "string", "pattern": DATE_PATTERN, "examples": ["2026-01-31"]}),
]
"""A day, written year-month-day."""


DATE_KEYS = frozenset({"date", "made", "revised", "effective", "monitored", "evaluated"})
"""The keys whose value is a :data:`Date`: written without quotes they are what every program reads."""


class Part(BaseModel):
    """A part of a definition: frozen, and every key it does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
    reserved: ClassVar[frozenset[str]] = frozenset()


def freeze(value: dict[str, Any]) -> Any:
    """Return a mapping that cannot be changed."""
    return MappingProxyType(value)


def nothing() -> Any:
    """Return the empty mapping, for a key that is left out."""
    return MappingProxyType({})
