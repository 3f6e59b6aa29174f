"""What stops a case outside its procedure: suspended for a reason, withdrawn by the applicant, rejected by the office.

Each needs its reason in writing. Whoever may do the step that is open may suspend or reject; what the applicant
withdraws is recorded by any office of the unit, as all that applicants do. Nobody stops what somebody else has claimed
and may do: only that person does, or a steward, who may always.
"""

from __future__ import annotations

from collections.abc import Sequence

from sop_engine.engine.action import Close, Suspend
from sop_engine.engine.advance import named_actors
from sop_engine.engine.event import CaseStatus
from sop_engine.failure import Failure
from sop_engine.office import guard
from sop_engine.office.custody import STEWARD
from sop_engine.office.desk import Office
from sop_engine.office.person import note_of
from sop_engine.office.view import CaseView

Right = tuple[str | None, str | None]
"""A capacity as events say it: the actor, and the standing."""


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
    view = office.at(case, expect)
    right = _of_the_office(office, view, actor)
    now = office.now(view.record.changed_at)
    return office.record(view, Suspend(now, office.person, note, *right, tuple(facts)))


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
    view = office.at(case, expect)
    return _closed(office, view, CaseStatus.WITHDRAWN, note_of(note), facts, _right(office, view, None, actor))


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
    view = office.at(case, expect)
    right = _of_the_office(office, view, actor)
    return _closed(office, view, CaseStatus.REJECTED, note_of(note), facts, right)


def _closed(
    office: Office, view: CaseView, status: CaseStatus, note: str | None, facts: Sequence[str], right: Right
) -> CaseView:
    now = office.now(view.record.changed_at)
    return office.record(view, Close(now, office.person, status, note, *right, tuple(facts)))


def _of_the_office(office: Office, view: CaseView, actor: str | None) -> Right:
    """Return the capacity in which the office stops a case: nobody does that as an outsider, who only withdraws."""
    step = _own_step(view)
    if step is None and actor in view.flow.external:
        inside = tuple(each for each in view.flow.actors if each not in view.flow.external)
        open_now = ", ".join(node.id for node in view.open_nodes) or "–"
        refusal = Failure("RUN006", step=open_now, actor=actor, allowed=named_actors(view.flow, inside))
        office.refused(refusal, view.id)
        raise refusal
    return _right(office, view, step, actor)


def _own_step(view: CaseView) -> str | None:
    """Return the one open step that is the office's; None where it has several or none."""
    own = [node.id for node in view.open_nodes if node.actor not in view.flow.external]
    return own[0] if len(own) == 1 else None


def _right(office: Office, view: CaseView, step: str | None, actor: str | None) -> Right:
    """Return the capacity (actor, standing) for a step, or (None) of any office of the unit; else that of a steward.

    Raises :class:`Failure` RUN041 when somebody else has claimed an open step, RUN030-RUN032 for authority.
    """
    listed = office.people.listed
    if listed and actor is None and office.people.is_steward(office.person) and not _free(office, view, step):
        return None, STEWARD
    held = office.capacity(view, step, actor)
    for node in view.open_nodes if listed else ():
        guard.check_claim(office, view, node.id)
    return held.actor or None, held.right


def _free(office: Office, view: CaseView, step: str | None) -> bool:
    """Return whether this person may act in an office of his own, and nobody else is at an open step."""
    others = [each.step for each in view.case.open if each.holder not in (None, office.person)]
    if any(not guard.lapsed(office, view, each) for each in others):
        return False
    node, record = view.flow.node.get(step) if step is not None else None, view.record
    try:
        office.capacity_in(
            record.unit, node.performers if node is not None else (), office.now(), record.zone, None, view.flow
        )
    except Failure:
        return False
    return True
