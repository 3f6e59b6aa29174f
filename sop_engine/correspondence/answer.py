"""A complaint and its record -> Answer: what was complained of, what was done when, how it ended, whether in time.

As long as the complaint is not closed the answer says that it is for the time being. Of a complaint in secret nothing
is told that could give the person away: no name, no words, no case.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from sop_engine.correspondence.parties import day_of, issued, last_day, paragraphs, party, signer, way
from sop_engine.engine.case import Case, evolve
from sop_engine.engine.event import MOVES, Event, EventKind
from sop_engine.failure import Failure
from sop_engine.flow import DEFAULT_END, Flow, Whose
from sop_engine.messages import printed
from sop_engine.office import CaseView, Office
from sop_engine.office.complaints import Complaint
from sop_engine.office.person import line_of, note_of
from sop_engine.office.telling import told as state_of
from sop_engine.render.indonesian import lowered
from sop_engine.render.letter.kinds import Answer, Signer

if TYPE_CHECKING:
    from sop_engine.definition.delivery import Officer


class _Limit(NamedTuple):
    """When the time for a complaint runs or ran out, and by which event the office let go of the file, if it did."""

    due: datetime
    released: Event | None

    def kept(self, now: datetime, *, closed: bool) -> bool | None:
        """Return whether an answer of now is in time; None: that cannot be said before the end.

        While the complainant has the file no time passes: what counts is when it was given out.
        """
        given_out = self.released is not None and not self.released.status.closed
        at = self.released.at if self.released is not None and given_out else now
        if at >= self.due:
            return False
        return True if closed else None


def told(
    office: Office, complaint: Complaint, words: str, number: str | None = None, actor: str | None = None
) -> Answer:
    """Return the answer to a complaint as its record has it now; ``words`` are what the officer found.

    Raises :class:`Failure` USE062 without words, RUN016 or USE026 for words that cannot stand there, RUN030-RUN032 for
    who may not answer.
    """
    said = note_of(words, "--text")
    if said is None:
        raise Failure("USE062")
    view = complaint.view
    events = [each.event for each in office.journal.history(view.id)[: view.case.version]]
    now = office.now(view.record.changed_at)
    to, limit = party(office, view), _limit(view, events)
    held = office.capacity(view, None, actor)
    service, case, step = _concerned(office, complaint)
    return Answer(
        complaint=view.id,
        received=day_of(view, view.record.opened_at),
        way=way(view),
        complainant=to.name,
        where=to.where,
        secret=complaint.secret,
        about=tuple(_about(complaint)),
        service=service,
        case=case,
        step=step,
        found=paragraphs(said),
        done=tuple(_done(view, events)),
        outcome=_outcome(view, events),
        limit=str(view.promised.within or ""),
        due="" if limit is None else last_day(view, limit.due),
        kept=None if limit is None else limit.kept(now, closed=view.case.status.closed),
        interim=not view.case.status.closed,
        issued=issued(office, view, line_of("--number", number), _signer(office, view, held.actor, held.right)),
    )


def _signer(office: Office, view: CaseView, actor: str, right: str | None) -> Signer:
    """Return who answers: the complaint officer whom the standard names, else whoever is at the desk.

    Who holds the officer's position, as Plt. or Plh. too, signs by name.
    """
    listed = signer(office, view, office.person, actor, right)
    officer = view.compiled.definition.complaints.officer
    if officer is None or (listed.name and _is_officer(listed, officer)):
        return listed
    position = officer.position or printed("letter.complaint_officer")
    return Signer(position, officer.name or "", nip=officer.nip or "")


def _is_officer(listed: Signer, officer: Officer) -> bool:
    position = (officer.position or "").casefold()
    return listed.name == officer.name or (bool(position) and listed.position.casefold().endswith(position))


def _about(complaint: Complaint) -> Iterator[str]:
    if complaint.secret:
        yield printed("letter.secret_words")
        return
    words = complaint.words
    yield from paragraphs(words.text)
    if words.loss:
        yield printed("letter.loss", loss=words.loss)
    if words.remedy:
        yield printed("letter.remedy", remedy=words.remedy)


def _concerned(office: Office, complaint: Complaint) -> tuple[str, str, str]:
    """Return service, case and step that are complained of, as far as they are known and may be told."""
    service = complaint.view.record.title
    if complaint.concerned is None:
        return service, "", ""
    case, seq = complaint.concerned.case, complaint.concerned.event
    about = office.show(case)
    if seq is None:
        return about.record.title, case, ""
    step = next((each.event.step for each in office.journal.history(case, seq)), None)
    node = about.flow.node.get(step or "")
    return about.record.title, case, node.activity if node is not None else ""


def _done(view: CaseView, events: Sequence[Event]) -> Iterator[str]:
    """Yield what the office did, once each at the last time, in the order of time; what was taken back is not told."""
    recalled = {event.about for event in events if event.kind is EventKind.RECALLED}
    last = {event.step: event for event in events if event.kind is EventKind.DONE and event.seq not in recalled}
    for event in sorted(last.values(), key=lambda event: event.seq):
        node = view.flow.node.get(event.step or "")
        if node is None or node.actor in view.flow.external:
            continue
        who = view.flow.actors.get(event.actor or node.actor, "")
        yield printed("letter.done_at", activity=node.activity, who=who, day=day_of(view, event.at))


def _outcome(view: CaseView, events: Sequence[Event]) -> str:
    status = view.case.status
    if not status.closed:
        own = [node for node in view.open_nodes if node.actor not in view.flow.external]
        now = "; ".join(lowered(node.activity) for node in own)
        return printed("letter.outcome_open", activity=now) if own else printed("letter.outcome_waits")
    closing = next(event for event in events if event.status.closed)
    end = view.end
    if closing.kind is EventKind.REJECTED and closing.note:
        return closing.note
    if end is not None and end.key != DEFAULT_END and closing.kind in MOVES:
        return end.text
    return printed(f"letter.outcome_{status.value}")


def _limit(view: CaseView, events: Sequence[Event]) -> _Limit | None:
    """Return the time for the complaint as it stood when the office last had it; None: its clock has never run."""
    last, released = 0, None
    case: Case | None = None
    for event in events:
        case = evolve(case, event)
        if case.clock == Whose.OFFICE and case.started and not case.status.closed:
            last, released = event.seq, None
        elif last and released is None:
            released = event
    if not last:
        return None

    def flow(compiled: object, group: str | None) -> Flow:
        return view.compiled.flow(view.record.procedure, group)

    due = state_of(view.compiled, flow, events[:last]).dues.case
    return None if due is None else _Limit(due, released)
