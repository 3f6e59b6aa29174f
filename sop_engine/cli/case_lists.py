"""Cases and what waits -> lists on a terminal: one line of facts, below it what it is about; what is late in red."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING

import typer

from sop_engine.cli import due
from sop_engine.cli.columns import Row, blocks, indented, printable
from sop_engine.cli.status import status_of
from sop_engine.messages import text
from sop_engine.office.person import local_time
from sop_engine.store.journal import CaseRecord, Task

if TYPE_CHECKING:
    from sop_engine.office.standstill import Standstill

_BELOW = 4
_FIFTH = 5
_NOTHING: Mapping[str, Standstill] = MappingProxyType({})


def cases(
    records: Sequence[CaseRecord],
    complaints: Mapping[str, str],
    place: str,
    now: datetime,
    still: Mapping[str, Standstill] = _NOTHING,
) -> list[str]:
    """Return the cases; ``complaints`` are the titles of other procedures than the main one, by case.

    ``still`` says since when and why the suspended ones stand still.
    """
    if not records:
        return [text("officer.no_cases", place=place)]
    rows: list[Row] = [_titles("officer.case", "officer.status", "officer.due", "officer.step")]
    below, late = [], []
    for record in records:
        at = record.state.dues.case
        steps = ", ".join(waiting.step for waiting in record.case.open) or "–"
        rows.append((record.id, status_of(record.case), due.brief(at, now, record.zone), steps))
        service = _of_procedure(record.title, complaints.get(record.id))
        told = [service, *([record.reference] if record.reference else [])]
        if record.id in still:
            since, why = still[record.id]
            told.append(text("officer.suspended_since", at=local_time(since, record.zone), why=why or "–"))
        told += _nearly(at, record.opened_at, now)
        below.append(" · ".join(told))
        late.append(due.late(at, now))
    return _headed(rows, below, late)


def inbox(tasks: Sequence[Task], complaints: Mapping[str, str], now: datetime) -> list[str]:
    """Return what waits; ``complaints`` as in :func:`cases`."""
    rows: list[Row] = [_titles("officer.due", "officer.case", "officer.step")]
    below, late = [], []
    for each in tasks:
        rows.append((due.brief(each.due, now, each.zone), each.case, each.step))
        activity = _of_procedure(each.activity, complaints.get(each.case))
        told = [
            text("inbox.of_actor", activity=activity, actor=each.actor),
            *([each.reference] if each.reference else []),
        ]
        told += [text("inbox.held_by", person=each.holder)] if each.holder else []
        told += _nearly(each.due, each.since, now)
        below.append(" · ".join(told))
        late.append(due.late(each.due, now))
    return _headed(rows, below, late)


def nothing_waits(actor: str | None, awaited: Sequence[str], place: str) -> list[str]:
    """Return that an inbox is empty: all of it, or that of one actor, and for whom there is something."""
    if actor is None:
        return [text("officer.no_tasks", place=place)]
    lines = [text("officer.no_tasks_for", actor=printable(actor), place=place)]
    return [*lines, text("officer.awaited", actors=", ".join(awaited))] if awaited else lines


def _nearly(at: datetime | None, since: datetime, now: datetime) -> list[str]:
    """Return that less than a fifth of the time is left, where it is."""
    left = None if at is None or due.late(at, now) else at - now
    return [text("inbox.nearly_due")] if at is not None and left is not None and left * _FIFTH < at - since else []


def _of_procedure(what: str, procedure: str | None) -> str:
    return what if procedure is None else text("officer.of_procedure", what=what, procedure=procedure)


def _titles(*names: str) -> Row:
    return tuple(text(name) for name in names)


def _headed(rows: Sequence[Row], below: Sequence[str], late: Iterable[bool]) -> list[str]:
    title, *found = blocks(rows)
    lines = [typer.style(line, bold=True) for line in title]
    for block, more, is_late in zip(found, below, late, strict=True):
        lines += [typer.style(line, fg="red") for line in block] if is_late else block
        lines += indented([more], _BELOW)
    return lines
