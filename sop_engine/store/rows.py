"""Rows of the database <-> values: cases, tasks, events, entries of the desk. What no store wrote is refused."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache
from types import ModuleType
from typing import Any

from sop_engine.failure import Failure
from sop_engine.store.chain import UNREADABLE, Recorded, chained, event_of, genesis, written
from sop_engine.store.journal import NEVER, CaseRecord, Entry, Noted, Opening, State, Task, TaskRow

Row = tuple[Any, ...]
"""The values of one row, in the order in which a statement names its columns."""

_SLIP = timedelta(minutes=1)
"""How far a machine's clock may be behind the record of the desk without a word."""


def case_name(opening: Opening, number: int) -> str:
    """Return the name of a case that is opened under a number of its register."""
    return f"{opening.pinned.sop}-{opening.year}-{number:04d}"


def opened_case(opening: Opening, case: str, head: str) -> CaseRecord:
    """Return the record of a case that was opened under this name."""
    pinned, at = opening.pinned, opening.event.at
    named = (case, pinned.sop, pinned.title, pinned.zone, pinned.unit, opening.procedure, pinned.digest)
    said = (opening.complaint, opening.about, opening.reference, opening.channel)
    return CaseRecord(*named, at, at, *said, head, opening.state)


@cache
def codec() -> ModuleType:
    """Return what writes and reads states; loaded for the first of them, for who looks at an inbox needs none."""
    from sop_engine.store import state

    return state


def standing_of(state: State) -> tuple[int, str, str | None]:
    """Return what a case's row says of its state beside the state itself: version, status, next alarm."""
    alarm = state.dues.alarm
    return state.case.version, state.case.status.value, None if alarm is None else written(alarm)


def task_values(task: TaskRow) -> Row:
    """Return the values of a task in the order of its columns: office, due, step, own, activity, since, holder."""
    return (task.office, task.due, task.step, int(task.own), task.activity, task.since, task.holder)


def leads_to(record: CaseRecord, end: list[Row]) -> bool:
    """Return whether the last two events (the only one) of a case are those that its version and head stand for."""
    version = record.case.version
    if [row[0] for row in end] != [seq for seq in (version - 1, version) if seq]:
        return False
    previous: str = hexadecimal(end[0][2]) if version > 1 else genesis(record.id, record.sop, record.procedure)
    _, body, found = end[-1]
    return bool(hexadecimal(found) == record.head == chained(previous, body))


def hexadecimal(kept: Any) -> str:
    """Return a hash as it is spoken of; what somebody put in its place is no hash, and then agrees with none."""
    return kept.hex() if isinstance(kept, bytes) else f"{kept!r}"


def record_of(row: Row) -> CaseRecord:
    """Return the case of a row. Raises ValueError or TypeError for what no store wrote, STO015 for an untold state."""
    *named, opened_at, changed_at, complaint, about, reference, channel, head, version, status, state = row
    _check_texts(*named, about, reference, channel)
    times = (datetime.fromisoformat(opened_at), datetime.fromisoformat(changed_at))
    if not state:
        raise Failure("STO015", case=row[0])
    said = (bool(complaint), about, reference, channel, hexadecimal(head), codec().decode(version, status, state))
    return CaseRecord._make((*named, *times, *said))


def task_of(row: Row) -> Task:
    """Return the task of a row. Raises ValueError or TypeError for what no store wrote."""
    *named, step, office, activity, since, due, holder = row
    _check_texts(*named, step, activity, holder)
    when = None if due == NEVER else datetime.fromisoformat(due)
    actor = office.rpartition(":")[2]
    return Task._make((*named, step, actor, activity, datetime.fromisoformat(since), when, holder))


def _check_texts(*values: Any) -> None:
    """Raise TypeError for what is no text: SQLite keeps anything in any column."""
    if not all(value is None or isinstance(value, str) for value in values):
        raise TypeError


def recorded_of(case: str, row: Row) -> Recorded:
    """Return the event of a row; raises STO009 when it is none."""
    seq, body, found = row
    try:
        return Recorded(event_of(body), hexadecimal(found), body)
    except UNREADABLE as error:
        raise Failure("STO009", case=case, seq=seq) from error


def following(entry: Entry, last: Row) -> Entry:
    """Return an entry of the desk as it stands after the last one: no earlier, and with what the clock showed."""
    try:
        after = noted_of(last).entry.at
    except Failure:
        return entry  # a last line that is none is told by whoever verifies; it keeps nobody from going on
    facts = (f"clock={written(entry.at)}",) if after - entry.at > _SLIP else ()
    return entry._replace(at=max(after, entry.at), facts=(*entry.facts, *facts))


def noted_of(row: Row) -> Noted:
    """Return the entry of a row of the desk; raises STO016 when it is none."""
    import json

    seq, body, found = row
    try:
        said = json.loads(body)
        at = datetime.fromisoformat(said["at"])
        if at.tzinfo is None:
            raise ValueError(said["at"])
        entry = Entry(at, said["kind"], said["person"], said.get("case"), tuple(said.get("facts", ())))
    except UNREADABLE as error:
        raise Failure("STO016", seq=seq) from error
    return Noted(seq, entry, hexadecimal(found), body)
