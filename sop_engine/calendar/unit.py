"""A unit's file and an edition of the national days -> its :class:`Calendar`.

What the file does not say is as usual: five days a week, the hours of Perpres 21/2023, joint leave off. A regional day
off adds to the national ones; a day that is opened is worked whatever else it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from sop_engine.calendar.calendar import Calendar, Known
from sop_engine.calendar.hours import DAYS, RAMADAN, USUAL, Row, Week, week, worked
from sop_engine.calendar.ledger import Ledger, OfficeDay
from sop_engine.calendar.national import JOINT_LEAVE, LATEST, OPEN, REGIONAL, Edition, Reason, edition

if TYPE_CHECKING:
    from sop_engine.definition.model import OfficeUnit
    from sop_engine.definition.working_time import OfficeHours, WorkingCalendar

ZONE = "Asia/Jakarta"
"""The zone of an office that does not say."""
_FIVE = 5


def of_unit(unit: OfficeUnit | None, number: int | None = None) -> Calendar:
    """Return the calendar of a unit (None: one that says nothing) by an edition (None: the latest).

    Raises Failure RUN060 for an edition that this program does not have.
    """
    number = LATEST if number is None else number
    return _made(ZONE, None, number) if unit is None else _made(unit.time_zone, unit.calendar, number)


@lru_cache(maxsize=256)
def _made(zone: str, own: WorkingCalendar | None, number: int) -> Calendar:
    national = edition(number)
    working = own.week if own is not None else _FIVE
    usual = week(_rows(own.hours) if own is not None and own.hours else USUAL[working], working)
    fasting = week(_rows(own.ramadan_hours) if own is not None and own.ramadan_hours else RAMADAN[working], working)
    off = _off(own, national)
    months = {day.toordinal(): each.estimated for each in national.ramadan for day in each.days()}
    special = {day: OfficeDay((day - 1) % DAYS < working, fasting[(day - 1) % DAYS]) for day in months}
    special |= {day: OfficeDay(False, ()) for day in off}
    opened = _opened(own, usual, fasting, months)
    special |= {day: each for day, (each, _) in opened.items()}
    reasons = off | {day: reason for day, (_, reason) in opened.items()}
    estimated = sorted(
        day for day, each in off.items() if each.estimated and (day - 1) % DAYS < working and day not in opened
    )
    return Calendar(
        zone,
        number,
        Ledger(usual, working, special),
        Known(
            date(national.first, 1, 1).toordinal(),
            date(national.last, 12, 31).toordinal(),
            tuple(estimated),
            tuple(sorted({*estimated, *(day for day, guessed in months.items() if guessed)})),
        ),
        MappingProxyType(reasons),
    )


def _rows(rows: tuple[OfficeHours, ...]) -> tuple[Row, ...]:
    return tuple(
        Row(each.days.first, each.days.last, each.open.span, each.rest.span if each.rest else None) for each in rows
    )


def _off(own: WorkingCalendar | None, national: Edition) -> dict[int, Reason]:
    """Return the days off and why; what the nation keeps comes before what the region adds."""
    worked_leave = own is not None and own.joint_leave == "workday"
    off = {
        day.toordinal(): reason
        for day, reason in national.days.items()
        if not (worked_leave and reason.kind == JOINT_LEAVE)
    }
    for each in own.holidays if own is not None else ():
        off.setdefault(each.date.toordinal(), Reason(REGIONAL, each.name, each.source or ""))
    return off


def _opened(
    own: WorkingCalendar | None, usual: Week, fasting: Week, months: Mapping[int, bool]
) -> dict[int, tuple[OfficeDay, Reason]]:
    """Return the days that are worked in spite of everything, in their weekday's hours or, without such, Monday's."""
    found = {}
    for each in own.open_days if own is not None else ():
        day = each.date.toordinal()
        hours = fasting if day in months else usual
        spans = hours[(day - 1) % DAYS] or hours[0]
        if each.open is not None:
            spans = worked(each.open.span, each.rest.span if each.rest else None)
        found[day] = (OfficeDay(True, spans), Reason(OPEN, each.name, each.source or ""))
    return found
