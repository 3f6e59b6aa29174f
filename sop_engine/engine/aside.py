"""What is done to a case beside its procedure -> its event: papers, claims, comments, suspension, recall, withdrawal.

None of it moves the case along an arrow. What needs a reason is refused without one (RUN042): the record is read by
people who were not there.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sop_engine.engine.action import (
    Aside,
    Called,
    Check,
    Claim,
    Close,
    Comment,
    Correct,
    Reassign,
    Recall,
    Recount,
    Release,
    Resume,
    Suspend,
    Warn,
)
from sop_engine.engine.case import Case, evolve, restoring
from sop_engine.engine.event import CaseStatus, Event, EventKind
from sop_engine.engine.waiting import end_text, holder, open_node, suspends
from sop_engine.failure import Failure
from sop_engine.flow import Flow, Whose

_OF_STATUS = {CaseStatus.WITHDRAWN: EventKind.WITHDRAWN, CaseStatus.REJECTED: EventKind.REJECTED}


def decide(flow: Flow, case: Case, action: Aside) -> Event:
    """Return the event that ``action`` makes; raises :class:`Failure` when it cannot be done to this case."""
    return _DECIDE[type(action)](flow, case, action)


def _event(case: Case, kind: EventKind, action: Any, **said: Any) -> Event:
    event = Event(
        case.version + 1,
        action.at,
        kind,
        getattr(action, "step", None),
        getattr(action, "actor", None),
        action.person,
        None,
        getattr(action, "note", None),
        (),
        None,
        case.status,
        standing=getattr(action, "standing", None),
        facts=getattr(action, "facts", ()),
    )
    return event._replace(**said)


def _clocked(flow: Flow, case: Case, event: Event) -> Event:
    clock = holder(flow, evolve(case, event))
    return event if clock == case.clock else event._replace(clock=clock.value)


def _check_running(flow: Flow, case: Case) -> None:
    if case.status.closed:
        raise Failure("RUN003", end=end_text(flow, case))


def _check_reason(note: str | None, what: EventKind) -> None:
    if not note:
        raise Failure("RUN042", what=what.value)


def _suspend(flow: Flow, case: Case, action: Suspend) -> Event:
    _check_running(flow, case)
    if case.status is CaseStatus.SUSPENDED:
        raise Failure("RUN027")
    _check_reason(action.note, EventKind.SUSPENDED)
    event = _event(case, EventKind.SUSPENDED, action, status=CaseStatus.SUSPENDED)
    return _clocked(flow, case, event)


def _resume(flow: Flow, case: Case, action: Resume) -> Event:
    if case.status is not CaseStatus.SUSPENDED:
        raise Failure("RUN028")
    begun = tuple(waiting.step for waiting in case.open if suspends(flow, waiting))
    event = _clocked(flow, case, _event(case, EventKind.RESUMED, action, opens=begun, status=CaseStatus.OPEN))
    if event.clock == Whose.OFFICE and flow.from_complete and not (case.incomplete or case.started):
        return event._replace(starts=1)  # the papers became complete while the case stood still
    return event


def _close(flow: Flow, case: Case, action: Close) -> Event:
    _check_running(flow, case)
    kind = _OF_STATUS[action.status]
    _check_reason(action.note, kind)
    # none of the procedure's own ends was reached, also when there is one of that status
    return _event(case, kind, action, status=action.status, clock=Whose.NONE.value)


def _recall(flow: Flow, case: Case, action: Recall) -> Event:
    _check_running(flow, case)
    if case.recallable is None or case.recallable != action.about:
        raise Failure("RUN036")
    before = action.before
    known = {waiting.step for waiting in case.open}
    event = _event(
        case,
        EventKind.RECALLED,
        action,
        about=action.about,
        opens=tuple(waiting.step for waiting in before.open if waiting.step not in known),
        status=before.status,
        facts=(f"restores={restoring(before)}",),
        starts=None if before.started == case.started else int(before.started),
    )
    return _clocked(flow, case, event)


def _check(flow: Flow, case: Case, action: Check) -> Event:
    _check_running(flow, case)
    event = _event(case, EventKind.CHECKED, action)
    if not flow.from_complete:
        return event
    if not action.complete and case.started and not case.incomplete:
        # completeness once stated stands: who stops the office's clock says why
        _check_reason(action.note, EventKind.CHECKED)
    if action.complete and not case.started and case.clock == Whose.OFFICE:
        return event._replace(starts=1)
    return _clocked(flow, case, event)


def _claim(flow: Flow, case: Case, action: Claim) -> Event:
    waiting = _open_step(flow, case, action.step)
    if waiting is not None:
        raise Failure("RUN041", step=action.step, holder=waiting)
    return _event(case, EventKind.CLAIMED, action)


def _release(flow: Flow, case: Case, action: Release) -> Event:
    if _open_step(flow, case, action.step) is None:
        raise Failure("RUN035", step=action.step)
    return _event(case, EventKind.RELEASED, action)


def _reassign(flow: Flow, case: Case, action: Reassign) -> Event:
    _open_step(flow, case, action.step)
    return _event(case, EventKind.REASSIGNED, action, facts=(f"to={action.to}",))


def _call(flow: Flow, case: Case, action: Called) -> Event:
    _open_step(flow, case, action.step)
    node = flow.node[action.step]
    if node.call is None:
        raise Failure("RUN039", step=action.step)
    return _event(case, EventKind.CALLED, action, facts=(f"called={action.case}",))


def _open_step(flow: Flow, case: Case, step: str) -> str | None:
    """Return who has claimed an open step of a running case, or None."""
    _check_running(flow, case)
    if case.status is CaseStatus.SUSPENDED:
        raise Failure("RUN027")
    return open_node(flow, case, step)[0].holder


def _comment(_: Flow, case: Case, action: Comment) -> Event:
    if not action.note and not action.facts:
        raise Failure("RUN042", what=EventKind.COMMENTED.value)
    return _event(case, EventKind.COMMENTED, action)


def _correct(_: Flow, case: Case, action: Correct) -> Event:
    if not 1 <= action.about <= case.version:
        raise Failure("RUN038", seq=action.about, version=case.version)
    _check_reason(action.note, EventKind.CORRECTED)
    return _event(case, EventKind.CORRECTED, action, about=action.about)


def _warn(flow: Flow, case: Case, action: Warn) -> Event:
    _check_running(flow, case)
    return _event(case, EventKind.WARNED, action, facts=(f"warned={action.what}", *action.facts))


def _recount(flow: Flow, case: Case, action: Recount) -> Event:
    _check_running(flow, case)
    return _event(case, EventKind.RECOUNTED, action, definition=action.definition)


_DECIDE: dict[type[Any], Callable[[Flow, Case, Any], Event]] = {
    Suspend: _suspend,
    Resume: _resume,
    Close: _close,
    Recall: _recall,
    Check: _check,
    Claim: _claim,
    Release: _release,
    Reassign: _reassign,
    Called: _call,
    Comment: _comment,
    Correct: _correct,
    Warn: _warn,
    Recount: _recount,
}
