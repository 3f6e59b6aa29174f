"""A case and its record -> Receipt: what was handed in and is missing, what happens next, when it will be done.

A complaint has a receipt too: its subject in place of the papers, unless it was made in secret.
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_engine.correspondence.parties import channels, hour_of, issued, last_day, paragraphs, party, signer, way
from sop_engine.messages import printed
from sop_engine.office import CaseView, Office
from sop_engine.office.complaints import complaint
from sop_engine.office.papers import Checked, Paper, checked, checklist
from sop_engine.office.person import line_of
from sop_engine.render.indonesian import raised
from sop_engine.render.letter.kinds import Handed, Receipt
from sop_engine.render.letter.receipt import papers


def told(office: Office, view: CaseView, number: str | None = None) -> Receipt:
    """Return the receipt of a case as it stands. Raises :class:`Failure` RUN030 or RUN031 for who may not see names."""
    events = [each.event for each in office.journal.history(view.id)[: view.case.version]]
    definition, record, first = view.compiled.definition, view.record, events[0]
    found = checked(events)
    to, due = party(office, view), record.state.dues.case
    who = signer(office, view, first.person, first.actor, first.standing)
    about = "" if not view.flow.complaint else complaint(office, view.id).words.text
    return Receipt(
        case=view.id,
        service=record.title,
        opened=hour_of(view, record.opened_at),
        applicant=to.name,
        secret=to.secret,
        reference=record.reference or "",
        way=raised(way(view)) if view.flow.complaint else record.channel or "",
        requirements=() if found is None else tuple(_handed(checklist(definition, view.case.group), found)),
        complete=None if found is None else not found.lacks,
        promise=str(view.promised.within or ""),
        due="" if due is None else last_day(view, due),
        following=tuple(_following(view)),
        channels=channels(view),
        complaint=view.flow.complaint,
        about=" ".join(paragraphs(about)),
        issued=issued(office, view, line_of("--number", number), who),
    )


def _following(view: CaseView) -> Iterator[str]:
    """Yield what happens next; who has just handed a file in is told what the office does with it."""
    flow = view.flow
    handing_in = [node.id for node in view.open_nodes if node.id in flow.submission and node.actor in flow.external]
    after = (edge.target for step in handing_in for edge in flow.outgoing[step])
    steps = [*(node.id for node in view.open_nodes if node.id not in handing_in), *after]
    for node in (flow.node[step] for step in dict.fromkeys(steps) if step in flow.node):
        who = view.flow.actors.get(node.actor, node.actor)
        yield printed("letter.next_step", activity=node.activity, who=who)


def _handed(wanted: tuple[Paper, ...], found: Checked) -> Iterator[Handed]:
    """Yield a row for each paper of which something was said, or for its parts where they were told apart."""
    for paper in wanted:
        parts = [part for part in paper.parts if _said(part, found)]
        if parts and paper.key not in found.have:
            for part in parts:
                yield _row(part, found, printed("letter.part", paper=paper.text, part=part.text))
        elif _said(paper, found):
            yield _row(paper, found, paper.text)


def _said(paper: Paper, found: Checked) -> bool:
    return paper.key in found.have or paper.key in found.lacks


def _row(paper: Paper, found: Checked, text: str) -> Handed:
    got = found.have.get(paper.key)
    received = ""
    if got is not None:
        original, copies = (paper.original, paper.copies) if got.plain else (got.original, got.copies)
        received = papers(original, copies) or printed("letter.there")
    if paper.key not in found.lacks:
        return Handed(text, received)
    short = got if got is not None and not got.plain else None
    missing = papers(
        paper.original and not (short and short.original), max(paper.copies - (short.copies if short else 0), 0)
    )
    return Handed(text, received, missing or (printed("letter.short") if received else ""))
