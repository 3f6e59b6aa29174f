"""``national.json`` -> the national holidays, joint leave and Ramadan of one numbered edition.

Decrees change in the middle of a year, so the list has editions: a case counts by the one that was the latest when it
began. A day names the edition it came with (``since``) and, when a later one took it away, that one (``dropped``).
``estimated`` days are those whose date the Minister of Religious Affairs has yet to settle.
"""

from __future__ import annotations

import json
from datetime import date, timedelta
from functools import cache
from typing import Any, NamedTuple

from sop_engine.failure import Failure
from sop_engine.resources import PACKAGE

LATEST = 4
"""The newest edition: what cases that are opened now count by."""

NATIONAL, JOINT_LEAVE, REGIONAL, WEEKEND, OPEN = "national", "joint_leave", "regional", "weekend", "open"
"""Why a day is not worked, and ``open``: why it is worked although it would not be."""


class Reason(NamedTuple):
    """Why a day is off, or is worked in spite of that: ``kind`` (a constant of this module), name and source."""

    kind: str
    name: str = ""
    source: str = ""
    estimated: bool = False


class Ramadan(NamedTuple):
    """The days of one month of fasting, both included."""

    first: date
    last: date
    estimated: bool

    def days(self) -> tuple[date, ...]:
        """Return each of its days."""
        return tuple(self.first + timedelta(number) for number in range((self.last - self.first).days + 1))


class Edition(NamedTuple):
    """What was decreed on the day an edition was ``issued``: days off from ``first`` to ``last`` year."""

    number: int
    issued: date
    why: str
    first: int
    last: int
    days: dict[date, Reason]
    ramadan: tuple[Ramadan, ...]


@cache
def edition(number: int) -> Edition:
    """Return an edition by its number. Raises Failure RUN060 for one that this program does not have."""
    data = _data()
    heads = {each["number"]: each for each in data["editions"]}
    if number not in heads:
        raise Failure("RUN060", value=number, latest=LATEST)
    head, decrees = heads[number], data["decrees"]
    days = {
        date.fromisoformat(each["date"]): Reason(
            each["kind"], each["name"], decrees[each["decree"]]["name"], each.get("estimated", False)
        )
        for each in data["days"]
        if _holds(each, number)
    }
    ramadan = tuple(
        Ramadan(date.fromisoformat(each["first"]), date.fromisoformat(each["last"]), each.get("estimated", False))
        for each in data["ramadan"]
        if _holds(each, number)
    )
    issued = date.fromisoformat(head["issued"])
    return Edition(number, issued, head["why"], data["first_year"], head["last_year"], days, ramadan)


def _holds(entry: dict[str, Any], number: int) -> bool:
    return bool(entry["since"] <= number < entry.get("dropped", number + 1))


@cache
def _data() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((PACKAGE / "calendar" / "national.json").read_text(encoding="utf-8"))
    return loaded
