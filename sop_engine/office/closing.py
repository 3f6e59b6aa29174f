"""What stops a case outside its procedure: suspended for a reason, withdrawn by the applicant, rejected by the office.

Each needs its reason in writing. Whoever may do the step that is open may suspend or reject; what the applicant
withdraws is recorded by any office of the unit.
"""

from __future__ import annotations

from collections.abc import Sequence

from sop_engine.engine.action import Close, Suspend
from sop_engine.engine.event import CaseStatus
from sop_engine.office.desk import Office
from sop_engine.office.person import note_of
from sop_engine.office.view import CaseView
from sop_engine.people import Holding


def suspend(
    office: Office,
    case: str,
    note: str | None,
    *,
    facts: Sequence[str] = (),
    actor: str | None = None,
    expect: int | None = None,
) -> CaseView:
    """Let a case stand still. Raises :class:`Failure` RUN027 when it does already, RUN042 without a reason."""
    note = note_of(note)
    view = office.show(case)
    office.check_version(view, expect)
    held = _of_the_open_step(office, view, actor)
    now = office.now(view.record.changed_at)
    return office.record(view, Suspend(now, office.person, note, held.actor or None, held.right, tuple(facts)))


def withdraw(
    office: Office,
    case: str,
    note: str | None,
    *,
    facts: Sequence[str] = (),
    actor: str | None = None,
    expect: int | None = None,
) -> CaseView:
    """End a case that the applicant withdraws. Raises :class:`Failure` RUN042 without a reason."""
    view = office.show(case)
    office.check_version(view, expect)
    return _closed(office, view, CaseStatus.WITHDRAWN, note_of(note), facts, office.capacity(view, None, actor))


def reject(
    office: Office,
    case: str,
    note: str | None,
    *,
    facts: Sequence[str] = (),
    actor: str | None = None,
    expect: int | None = None,
) -> CaseView:
    """End a case that the office rejects. Raises :class:`Failure` RUN042 without a reason."""
    view = office.show(case)
    office.check_version(view, expect)
    return _closed(office, view, CaseStatus.REJECTED, note_of(note), facts, _of_the_open_step(office, view, actor))


def _closed(
    office: Office, view: CaseView, status: CaseStatus, note: str | None, facts: Sequence[str], held: Holding
) -> CaseView:
    now = office.now(view.record.changed_at)
    action = Close(now, office.person, status, note, held.actor or None, held.right, tuple(facts))
    return office.record(view, action)


def _of_the_open_step(office: Office, view: CaseView, actor: str | None) -> Holding:
    """Return the capacity for the one step that the office has; where it has several or none, any of the unit."""
    own = [node.id for node in view.open_nodes if node.actor not in view.flow.external]
    return office.capacity(view, own[0] if len(own) == 1 else None, actor)
