"""A case -> the same case counted by the latest national days and the present working time of its unit.

A case keeps the calendar that it began with, so that a due date once told does not move by itself. When holidays are
decreed later, a steward moves it with this, and the record says who, from when on, and by which text of the unit: a
legal deadline is not moved by whoever has a folder of definitions. The procedure stays as it was: of the unit's file
only the working time is asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from sop_engine.calendar import LATEST
from sop_engine.engine.action import Recount
from sop_engine.engine.advance import advance
from sop_engine.engine.deadline import Dues
from sop_engine.engine.event import CaseStatus
from sop_engine.failure import Failure
from sop_engine.office.custody import STEWARD
from sop_engine.office.desk import Office
from sop_engine.office.person import note_of
from sop_engine.office.telling import rows, told
from sop_engine.office.view import CaseView
from sop_engine.people import Deed
from sop_engine.store.chain import digest, written
from sop_engine.store.journal import Change, Moved, Page, Pinned, State

if TYPE_CHECKING:
    from sop_engine.compiler import Compiled
    from sop_engine.definition.catalogue import Catalogue

_PAGE = 500


class Shift(NamedTuple):
    """When something was due before and is after; ``step`` None: the case."""

    step: str | None
    before: datetime | None
    after: datetime | None


class Recounted(NamedTuple):
    """A case that was moved, as it was before: the editions of the national days, whether its unit's time changed."""

    view: CaseView
    editions: tuple[int, int]
    unit: bool
    shifts: tuple[Shift, ...]


def running(office: Office) -> Iterator[str]:
    """Yield the cases that are not closed, those that are suspended last."""
    for status in (CaseStatus.OPEN, CaseStatus.SUSPENDED):
        after: tuple[str, ...] | None = None
        while found := office.cases(status, Page(_PAGE, after)):
            yield from (each.id for each in found)
            after = written(found[-1].opened_at), found[-1].id


def recount(
    office: Office,
    case: str,
    catalogue: Catalogue,
    *,
    note: str | None = None,
    dry: bool = False,
) -> Recounted:
    """Move a case to the latest calendar; ``dry``: only say what that would move, which anybody may ask.

    Raises :class:`Failure` RUN033 for who is no steward, RUN046 when it has it already, RUN003 when it is closed,
    RUN055 for a unit's file that cannot be used.
    """
    view = office.show(case)
    office.admit(None if dry else Deed.RECOUNT, case)
    if view.case.status.closed:
        raise Failure("RUN003", end=view.end.text if view.end is not None else view.case.status.value)
    compiled = _present(view, catalogue)
    if compiled is view.compiled and view.record.state.calendar == LATEST:
        raise Failure("RUN046", case=case)
    at, definition = office.now(view.record.changed_at), None
    facts: tuple[str, ...] = (f"calendar={LATEST}",)
    if compiled is not view.compiled:
        definition, facts = compiled.digest, (*facts, f"unit={digest(compiled.unit_text or '')}")
    standing = STEWARD if office.people.listed else None
    action = Recount(at, office.person, definition, note_of(note), None, standing, facts)
    change = _change(office, view, compiled, action)
    if not dry:
        try:
            office.journal.append(change)
        except Moved:
            office.check_version(office.show(view.id), view.case.version)
            raise
    editions = view.record.state.calendar, LATEST
    return Recounted(view, editions, definition is not None, _shifts(view, change.state.dues))


def _present(view: CaseView, catalogue: Catalogue) -> Compiled:
    """Return the case's definition with the present text of its unit, the same when its working time is the same."""
    from sop_engine import compiler, textfile

    known = view.compiled
    path = catalogue.unit_path(known.definition.unit)
    if path is None or not path.is_file():
        return known
    text, _ = textfile.read_text(path, str(path))
    made = compiler.recompile(known.text, text) if text is not None else None
    if made is None or made.unit is None:
        raise Failure("RUN055", path=path)
    before = (known.unit.time_zone, known.unit.calendar) if known.unit is not None else None
    return known if before == (made.unit.time_zone, made.unit.calendar) else made


def _change(office: Office, view: CaseView, compiled: Compiled, action: Recount) -> Change:
    record = view.record
    made = office.stamped(view, advance(view.flow, view.case, action))
    events = [each.event for each in office.journal.history(view.id)[: record.case.version]]
    state: State = told(compiled, lambda by, group: by.flow(record.procedure, group), [*events, made.event])
    flow = compiled.flow(record.procedure, record.case.group)
    before, after = rows(view.flow, record.unit, record.state), rows(flow, record.unit, state)
    closed = tuple(row for row in before if row not in after)
    opened = tuple(row for row in after if row not in before)
    pinned = None
    if compiled is not view.compiled:
        definition, zone = compiled.definition, compiled.unit.time_zone if compiled.unit is not None else record.zone
        named = (compiled.digest, definition.id, definition.title, zone, definition.unit)
        pinned = Pinned(*named, compiled.text, compiled.unit_text)
    return Change(record, made.event, state, closed, opened, pinned)


def _shifts(view: CaseView, after: Dues) -> tuple[Shift, ...]:
    before = view.record.state.dues
    steps = zip(view.case.open, before.steps, after.steps, strict=True)
    return Shift(None, before.case, after.case), *(Shift(each.step, was, is_now) for each, was, is_now in steps)
