"""A case and its record -> Rejection: why an application is not granted, or what is to be put right in its file.

The grounds are the words that were recorded with the decision, and the papers that are missing; where nobody wrote
any, the letter has a dotted line in their place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sop_engine.correspondence.parties import day_of, issued, last_day, paragraphs, party, signer
from sop_engine.engine.deadline import Time
from sop_engine.engine.event import MOVES, CaseStatus, Event, EventKind
from sop_engine.failure import Failure
from sop_engine.flow import Whose
from sop_engine.messages import printed
from sop_engine.office import CaseView, Office
from sop_engine.office.papers import checked, checklist
from sop_engine.office.person import line_of
from sop_engine.render.letter.kinds import Rejection
from sop_engine.render.sheet.grievance import channels


def told(office: Office, view: CaseView, number: str | None = None) -> Rejection:
    """Return the letter that rejects an application, or gives its file back.

    Raises :class:`Failure` RUN069 for a case that is neither rejected nor waits for its file, or is a complaint.
    """
    events = [each.event for each in office.journal.history(view.id)[: view.case.version]]
    rejected = view.case.status is CaseStatus.REJECTED
    deciding = _deciding(events, rejected=rejected)
    grounds = [*_written(deciding), *([] if rejected else _missing(view, events))]
    waits = not view.case.status.closed and (view.case.clock == Whose.APPLICANT or view.case.incomplete)
    if view.flow.complaint or not (rejected or (waits and grounds)):
        raise Failure("RUN069", case=view.id)
    to = party(office, view)
    who = signer(office, view, deciding.person, deciding.actor, deciding.standing)
    return Rejection(
        case=view.id,
        service=view.record.title,
        received=day_of(view, view.record.opened_at),
        grounds=tuple(grounds),
        applicant=to.name,
        where=to.where,
        secret=to.secret,
        reference=view.record.reference or "",
        decision=view.end.text if view.end is not None and deciding.kind in MOVES else "",
        returned=not rejected,
        until="" if rejected else _until(view),
        channels=channels(view.compiled.definition.complaints),
        issued=issued(office, view, line_of("--number", number), who),
    )


def _deciding(events: Sequence[Event], *, rejected: bool) -> Event:
    """Return the event by which a case was rejected, or by which its file last moved or was checked."""
    if rejected:
        return next(event for event in events if event.status.closed)
    moving = (*MOVES, EventKind.CHECKED)
    return next((event for event in reversed(events) if event.kind in moving), events[0])


def _written(event: Event) -> list[str]:
    return [] if event.kind is EventKind.OPENED else [*paragraphs(event.note or "")]


def _missing(view: CaseView, events: Sequence[Event]) -> Iterator[str]:
    found = checked(events)
    wanted = checklist(view.compiled.definition, view.case.group)
    text = {each.key: each.text for paper in wanted for each in paper.every}
    for key in () if found is None else found.lacks:
        yield printed("letter.lacking", paper=text.get(key, key))


def _until(view: CaseView) -> str:
    """Return the last day for the file that was given back, where the procedure sets one."""
    times = [each for node in view.open_nodes for each in view.times(node.id) if each.time is Time.DEADLINE]
    return last_day(view, min(each.at for each in times)) if times else ""
