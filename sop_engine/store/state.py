"""State <-> the text that a store keeps beside a case's record: JSON arrays, what is empty at their ends left out.

Only the program that wrote it reads it: when its form changes, a migration has the state told again from the record.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from sop_engine.calendar import NOTHING, Tally
from sop_engine.engine.case import Case, Given, details, open_step
from sop_engine.engine.clock import Clocks, StepClock
from sop_engine.engine.deadline import Dues
from sop_engine.engine.event import CaseStatus
from sop_engine.store.journal import State

_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

_encoded = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode
_decoded = json.JSONDecoder().raw_decode


def encode(state: State) -> str:
    """Return the text of a state; version and status are kept beside it."""
    case, clocks, dues, calendar, category = state
    flags = int(case.started) + 2 * int(case.incomplete)
    told = [
        [[each.step, _moment(each.since), *details(each)] for each in case.open],
        case.end,
        case.group,
        case.given,
        case.clock,
        flags,
        case.warned,
        case.recallable,
        calendar,
        category,
        _clocks(clocks),
        [_moment(dues.case), [_moment(each) for each in dues.steps], _moment(dues.alarm)],
    ]
    return _encoded(told)


def decode(version: int, status: str, text: str) -> State:
    """Return the state that :func:`encode` wrote. Raises ValueError, TypeError or IndexError for another text."""
    steps, end, group, given, clock, flags, warned, recallable, calendar, category, clocks, dues = _decoded(text)[0]
    case = Case(
        version,
        CaseStatus(status),
        tuple(open_step(step, _time(since), *rest) for step, since, *rest in steps),
        end,
        group,
        tuple(Given(*each) for each in given),
        clock,
        bool(flags & 1),
        bool(flags & 2),
        tuple(warned),
        recallable,
    )
    case_due, step_dues, alarm = dues
    due = Dues(_read(case_due), tuple(_read(each) for each in step_dues), _read(alarm))
    return State(case, _read_clocks(clocks), due, calendar, category)


def _clocks(clocks: Clocks) -> list[Any]:
    tallies = (clocks.promise, clocks.office, clocks.applicant, clocks.idle)
    running: list[Any] = [[each.step, _moment(each.since), *_tally(each.used)] for each in clocks.steps]
    said: list[Any] = [clocks.holder, _moment(clocks.since), _moment(clocks.started), *map(_tally, tallies), running]
    return said if clocks.undo is None else [*said, _clocks(clocks.undo)]


def _read_clocks(said: list[Any]) -> Clocks:
    holder, since, started, promise, office, applicant, idle, running, *undo = said
    steps = tuple(StepClock(step, _read(at), _read_tally(ran)) for step, at, *ran in running)
    before = _read_clocks(undo[0]) if undo else None
    used = [_read_tally(each) for each in (promise, office, applicant, idle)]
    return Clocks(holder, _time(since), _read(started), used[0], used[1], used[2], used[3], steps, before)


def _tally(tally: Tally) -> list[int]:
    return [] if tally == NOTHING else list(tally)


def _read_tally(said: list[int]) -> Tally:
    return Tally(*said) if said else NOTHING


def _moment(moment: datetime | None) -> int | None:
    return None if moment is None else (moment - _EPOCH) // _MICROSECOND


def _read(said: int | None) -> datetime | None:
    return None if said is None else _time(said)


def _time(said: int) -> datetime:
    return _EPOCH + timedelta(microseconds=said)
