"""What is looked at before a step is recorded, and is not in the procedure: claims, called cases, clocks, four eyes.

Each raises the :class:`Failure` that refuses the step; those that say "not you" are kept in the record of the desk.
"""

from __future__ import annotations

from datetime import datetime

from sop_engine.engine.deadline import Time
from sop_engine.engine.event import EventKind
from sop_engine.failure import Failure
from sop_engine.office.person import local_time
from sop_engine.office.seat import Seat
from sop_engine.office.view import CaseView


def check_claim(seat: Seat, view: CaseView, step: str) -> None:
    """Refuse a step that somebody else has claimed (RUN041)."""
    waiting = view.case.waiting(step)
    if waiting is not None and waiting.holder not in (None, seat.person):
        _refuse(seat, view, step, Failure("RUN041", step=step, holder=waiting.holder))


def check_called(seat: Seat, view: CaseView, step: str) -> None:
    """Refuse a step that waits for the case of another SOP (RUN040)."""
    waiting = view.case.waiting(step)
    called = seat.journal.load(waiting.called) if waiting is not None and waiting.called else None
    if called is not None and not called.case.status.closed:
        raise Failure("RUN040", step=step, called=called.id)


def check_late(view: CaseView, step: str, to: str | None, now: datetime) -> None:
    """Refuse to pass on a step whose deadline has not passed (RUN044), or stands still (RUN027)."""
    clock = view.record.state.clocks.step(step)
    if clock is not None and clock.since is None:
        raise Failure("RUN027")
    deadlines = [each for each in view.times(step) if each.time is Time.DEADLINE and each.to is not None]
    chosen = deadlines[:1] if to is None else [each for each in deadlines if each.to == to]
    first = min(chosen, key=lambda each: each.at, default=None)
    # what has no deadline the engine refuses
    if first is not None and first.at > now:
        due = local_time(first.at, view.record.zone)
        raise Failure("RUN044", step=step, within=first.within, due=due)


def check_four_eyes(seat: Seat, view: CaseView, step: str) -> None:
    """Refuse a step from the person who last did one that it checks (RUN019)."""
    node = view.flow.node.get(step)
    for other in node.four_eyes if node is not None else ():
        event = seat.journal.last(view.id, other)
        if event is not None and event.kind is EventKind.DONE and event.person == seat.person:
            _refuse(seat, view, step, Failure("RUN019", step=step, person=seat.person, other=other))


def _refuse(seat: Seat, view: CaseView, step: str, refusal: Failure) -> None:
    seat.refused(refusal, view.id, step)
    raise refusal
