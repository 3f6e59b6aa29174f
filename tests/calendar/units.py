"""Units whose working time differs, each with the oracle that counts the same."""

from __future__ import annotations

from datetime import date
from typing import Any

from oracle import SIX, SIX_RAMADAN, Oracle

from sop_engine.calendar import Calendar, of_unit
from sop_engine.definition.model import OfficeUnit


def calendar(edition: int | None = None, zone: str = "Asia/Jakarta", **own: Any) -> Calendar:
    return of_unit(unit(zone, **own), edition)


def unit(zone: str = "Asia/Jakarta", **own: Any) -> OfficeUnit:
    head = {"unit": 1, "id": "contoh/kantor", "name": "Kantor Contoh", "time_zone": zone}
    return OfficeUnit.model_validate({**head, "calendar": own} if own else head)


_PUSKESMAS: dict[str, Any] = {
    "week": 6,
    "joint_leave": "workday",
    "hours": [
        {"days": "Senin-Kamis", "open": "07.30-14.00"},
        {"days": "Jumat", "open": "07.30-13.00"},
        {"days": "Sabtu", "open": "07.30-13.30"},
    ],
    "holidays": [{"date": "2026-04-01", "name": "Hari Jadi"}, {"date": "2026-03-19", "name": "Nyepi"}],
}
_OPENED: dict[str, Any] = {
    "holidays": [{"date": "2026-09-25", "name": "Hari Jadi", "source": "SE Bupati"}],
    "open_days": [
        {"date": "2026-03-18", "name": "Pelayanan mudik"},
        {"date": "2026-03-21", "name": "Pelayanan Lebaran", "open": "09.00-12.00"},
        {"date": "2026-09-26", "name": "Pengganti", "open": "08.00-15.00", "break": "11.00-12.30"},
        {"date": "2026-09-27", "name": "Pengganti"},
        {"date": "2026-09-28", "name": "Hari Senin biasa"},
    ],
}

UNITS = {
    "usual": (of_unit(None), Oracle()),
    "papua": (calendar(zone="Asia/Jayapura"), Oracle(ahead=9)),
    "six days": (calendar(zone="Asia/Makassar", week=6), Oracle(SIX, SIX_RAMADAN, ahead=8)),
    "puskesmas": (
        calendar(**_PUSKESMAS),
        Oracle(
            {**dict.fromkeys(range(4), ("07.30", "14.00")), 4: ("07.30", "13.00"), 5: ("07.30", "13.30")},
            SIX_RAMADAN,
            joint_leave=False,
            off=frozenset({date(2026, 4, 1)}),
        ),
    ),
    "opened": (
        calendar(**_OPENED),
        Oracle(
            off=frozenset({date(2026, 9, 25)}),
            opened={
                date(2026, 3, 18): None,
                date(2026, 3, 21): ("09.00", "12.00"),
                date(2026, 9, 26): ("08.00", "15.00", "11.00", "12.30"),
                date(2026, 9, 27): None,
                date(2026, 9, 28): None,
            },
        ),
    ),
    "first edition": (of_unit(None, 1), Oracle(edition=1)),
}
