"""Who works on an open step: claimed for oneself, released, given to somebody else.

A claimed step is done by who claimed it and by nobody else, as long as that person may do it. Whoever gets a step must
hold one of the offices that may do it; only its holder or a steward may give it away.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from sop_engine.engine.action import Claim, Reassign, Release
from sop_engine.failure import Failure
from sop_engine.office import guard
from sop_engine.office.desk import Office
from sop_engine.office.person import line_of, note_of
from sop_engine.office.view import CaseView
from sop_engine.people import Deed, Holding

STEWARD = "steward"
"""The standing of who acts as a steward and not in an office of the procedure."""


def claim(
    office: Office, case: str, step: str | None = None, *, actor: str | None = None, expect: int | None = None
) -> CaseView:
    """Take an open step for oneself, also from somebody who may do it no longer: that is recorded as reassigned.

    Raises :class:`Failure` RUN041 when it is claimed, RUN030-RUN032 for authority, RUN019 for who made what it checks:
    he could not do it, and would only keep others from it.
    """
    view = office.at(case, expect)
    name = office.named_step(view, step)
    held = office.capacity(view, name, actor)
    guard.check_four_eyes(office, view, name, (office.person,))
    now = office.now(view.record.changed_at)
    if guard.lapsed(office, view, name):
        said = (None, held.actor or None, held.right)
        return office.record(view, Reassign(now, office.person, name, office.person, *said))
    try:
        return office.record(view, Claim(now, office.person, name, held.actor or None, held.right))
    except Failure as refusal:
        office.refused(refusal, case, name)
        raise


def release(
    office: Office, case: str, step: str | None = None, *, note: str | None = None, expect: int | None = None
) -> CaseView:
    """Give a claimed step back. Raises :class:`Failure` RUN035 when nobody has it, RUN033 when it is another's."""
    note = note_of(note)
    view = office.at(case, expect)
    name = office.named_step(view, step)
    actor, standing = _right(office, view, name)
    now = office.now(view.record.changed_at)
    return office.record(view, Release(now, office.person, name, note, actor, standing))


def reassign(
    office: Office, case: str, step: str | None, to: str, *, note: str | None = None, expect: int | None = None
) -> CaseView:
    """Give an open step to another person.

    Raises :class:`Failure` RUN030 or RUN031 when that person may not do it, RUN033 when it is not one's own to give.
    """
    note, receiver = note_of(note), line_of("--to", to)
    if receiver is None:
        raise Failure("RUN042")
    view = office.at(case, expect)
    name = office.named_step(view, step)
    now = office.now(view.record.changed_at)
    actor, standing = _right(office, view, name)
    _check_may(office, view, name, receiver, now)
    guard.check_four_eyes(office, view, name, (receiver,))
    return office.record(view, Reassign(now, office.person, name, receiver, note, actor, standing))


def together(office: Office, view: CaseView, step: str | None, said: Sequence[str]) -> tuple[str, ...]:
    """Return the facts of who did a step together: ``said`` are ``ACTOR=PERSON``, each of whom must hold that office.

    An outsider is on no list: any name will do.
    Raises :class:`Failure` USE049 for what is not said so, RUN006 for an actor who has no part in the step, and
    RUN030-RUN032 for a person who does not hold the office.
    """
    if not said:
        return ()
    name = office.named_step(view, step)
    node, now = view.flow.node.get(name), office.now(view.record.changed_at)
    found = []
    for each in said:
        actor, _, person = (part.strip() for part in (line_of("--with", each) or "").partition("="))
        if not (actor and person):
            raise Failure("USE049", value=each)
        if node is not None and actor not in node.performers:
            raise Failure("RUN006", step=name, actor=actor, allowed=", ".join(node.performers))
        if actor not in view.flow.external:
            _check_may(office, view, name, person, now, actor)
        found.append(f"with={actor}:{person}")
    return tuple(found)


def may_do(office: Office, view: CaseView, step: str, person: str, now: datetime, actor: str | None = None) -> None:
    """Refuse a person who holds none of the offices of a step (or not ``actor``): RUN030-RUN032."""
    node = view.flow.node.get(step)
    if node is None:
        return  # the engine refuses it
    today = now.astimezone(ZoneInfo(view.record.zone)).date()
    performers, flow = node.performers, view.flow
    titles, external, barred = flow.actors, flow.external, guard.barred(office, view, step)
    unit = view.record.unit
    office.people.capacity(person, unit, performers, today, actor, external=external, titles=titles, barred=barred)


def holders(office: Office, view: CaseView, actor: str) -> tuple[Holding, ...]:
    """Return who holds the office of an actor of a case today."""
    today = office.now().astimezone(ZoneInfo(view.record.zone)).date()
    return office.people.holders(view.record.unit, actor, today)


def _check_may(office: Office, view: CaseView, step: str, person: str, now: datetime, actor: str | None = None) -> None:
    """Refuse as :func:`may_do` does, and keep that in the record of the desk."""
    try:
        may_do(office, view, step, person, now, actor)
    except Failure as refusal:
        office.refused(refusal, view.id, step)
        raise


def _right(office: Office, view: CaseView, step: str) -> tuple[str | None, str | None]:
    """Return the capacity (actor, standing) in which a step is given away: its holder's, or a steward's."""
    waiting = view.case.waiting(step)
    if waiting is not None and waiting.holder == office.person:
        held = office.capacity(view, step, None)
        return held.actor or None, held.right
    if waiting is None or (waiting.holder is None and not office.people.listed):
        return None, None
    office.admit(Deed.REASSIGN, view.id, step)
    return None, STEWARD if office.people.listed else None
