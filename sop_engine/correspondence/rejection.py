"""A case and its record -> Rejection: why an application is not granted or lapsed, or what its file still needs.

The grounds are the words that were recorded with the decision or in a comment after it, the papers that are missing,
and the deadline that passed. A rejection of which nobody wrote any has a dotted line in their place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from enum import StrEnum

from sop_engine.correspondence.parties import channels, day_of, issued, last_day, paragraphs, party, signer
from sop_engine.engine.deadline import Time
from sop_engine.engine.event import MOVES, CaseStatus, Event, EventKind
from sop_engine.engine.trace import trace
from sop_engine.failure import Failure
from sop_engine.flow import Whose
from sop_engine.messages import printed
from sop_engine.office import CaseView, Office
from sop_engine.office.papers import checked, checklist
from sop_engine.office.person import line_of
from sop_engine.render.letter.kinds import Rejection


class Verdict(StrEnum):
    """What is told of an application: it is rejected, its file goes back, or it has lapsed by its procedure."""

    REJECTION = "rejection"
    RETURN = "return"
    LAPSE = "lapse"


def told(office: Office, view: CaseView, verdict: Verdict, number: str | None = None) -> Rejection:
    """Return the letter that rejects an application, gives its file back, or says that it has lapsed.

    Raises :class:`Failure` RUN069 for a case of which that cannot be told, or a complaint; RUN080 for a file that went
    back and nobody said why.
    """
    if view.flow.complaint or verdict is not _verdict(view):
        raise Failure("RUN069", case=view.id)
    events = [each.event for each in office.journal.history(view.id)[: view.case.version]]
    returned, deciding = verdict is Verdict.RETURN, _deciding(events)
    grounds = [*_written(deciding, events), *(_missing(view, events) if returned else _late(view, deciding))]
    if returned and not grounds:
        raise Failure("RUN069" if deciding.kind is EventKind.OPENED else "RUN080", case=view.id)
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
        returned=returned,
        lapsed=verdict is Verdict.LAPSE,
        until=_until(view) if returned else "",
        channels=channels(view),
        issued=issued(office, view, line_of("--number", number), who),
    )


def _verdict(view: CaseView) -> Verdict | None:
    """Return what can be told of a case as it stands, or None."""
    case = view.case
    if case.status is CaseStatus.REJECTED:
        return Verdict.REJECTION
    if case.status is CaseStatus.WITHDRAWN and case.end is not None:
        # the procedure ended it: what an applicant withdraws reaches no end
        return Verdict.LAPSE
    waits = case.clock == Whose.APPLICANT or case.incomplete
    return Verdict.RETURN if waits and not case.status.closed else None


def _deciding(events: Sequence[Event]) -> Event:
    """Return the event by which a case was closed, or by which its file last moved or was checked."""
    closing = next((event for event in events if event.status.closed), None)
    moving = (*MOVES, EventKind.CHECKED)
    return closing or next((event for event in reversed(events) if event.kind in moving), events[0])


def _written(deciding: Event, events: Sequence[Event]) -> list[str]:
    """Return what was written with a decision, else in the comments on it."""
    if deciding.note and deciding.kind is not EventKind.OPENED:
        return [*paragraphs(deciding.note)]
    later = (each for each in events if each.kind is EventKind.COMMENTED and each.seq > deciding.seq)
    return [line for each in later if each.fact("letter") is None for line in paragraphs(each.note or "")]


def _late(view: CaseView, closing: Event) -> Iterator[str]:
    """Yield what was not done in time, where that closed the case."""
    if closing.kind is not EventKind.ESCALATED or closing.step is None:
        return
    activity, due = view.flow.node[closing.step].activity, closing.fact("due")
    for arrow in trace(view.flow, closing, set()):
        name = "letter.lapsed_since" if due is None else "letter.lapsed_by"
        last = "" if due is None else last_day(view, datetime.fromisoformat(due))
        yield printed(name, activity=activity, within=str(arrow.within or ""), due=last)


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
