"""Suspended cases -> since when each stands still and why: they wait in no inbox, and are not to be forgotten."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from sop_engine.engine.event import CaseStatus
from sop_engine.office.desk import Office
from sop_engine.office.view import CaseView
from sop_engine.store.journal import CaseRecord


class Standstill(NamedTuple):
    """Since when a case stands still; ``why`` is the reason on record, or what its procedure waits for."""

    since: datetime
    why: str | None


def standstills(office: Office, records: Iterable[CaseRecord]) -> dict[str, Standstill]:
    """Return since when and why each of the cases that are suspended stands still, by case."""
    suspended = (each for each in records if each.case.status is CaseStatus.SUSPENDED)
    return {each.id: _standstill(office, each) for each in suspended}


def _standstill(office: Office, record: CaseRecord) -> Standstill:
    since, why = record.changed_at, None
    for recorded in reversed(office.journal.history(record.id)):
        if recorded.event.status is not CaseStatus.SUSPENDED:
            break
        since, why = recorded.event.at, recorded.event.note
    return Standstill(since, why or CaseView(record, office.pinned(record.id, record.definition)).awaits)
