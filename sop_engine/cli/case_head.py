"""What stands above and around a case: what it is, how it stands, when it is due, with which papers and files."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import typer

from sop_engine.cli import due, papers_text
from sop_engine.cli.columns import Row, blocks, indented
from sop_engine.cli.status import status_of
from sop_engine.engine.event import EventKind
from sop_engine.flow import Flow
from sop_engine.messages import has, text
from sop_engine.names import MAIN
from sop_engine.office import CaseView, local_time
from sop_engine.office.overview import Overview

_REMARKS = (EventKind.COMMENTED, EventKind.CORRECTED)


def about(view: CaseView, now: datetime) -> list[str]:
    """Return what a case is, how it stands and when it is due, in a few lines."""
    return headed(view, now, ())


def headed(view: CaseView, now: datetime, more: Sequence[Row]) -> list[str]:
    """Return the head of a case, with ``more`` rows below it; a due date that has passed in red."""
    record, at = view.record, view.record.state.dues.case
    rows = [(text("officer.case"), view.id), (text("officer.service"), record.title)]
    if record.procedure != MAIN:
        rows.append((text("officer.procedure"), view.flow.title))
    if view.flow.group is not None and view.flow.groups:
        rows.append((text("officer.group"), view.flow.groups[view.flow.group]))
    channel = f"sheet.channel_{record.channel}"
    came_by = text(channel) if record.channel and has(channel) else record.channel
    said = (("category", record.state.category), ("reference", record.reference), ("channel", came_by))
    rows += [(text(f"officer.{name}"), value) for name, value in said if value is not None]
    state = f"{status_of(view.case)}, {text('officer.version', version=view.case.version)}"
    opened, changed = (local_time(moment, record.zone) for moment in (record.opened_at, record.changed_at))
    rows += [(text("officer.status"), state), (text("officer.opened"), opened), (text("officer.changed"), changed)]
    if not view.case.status.closed and (at is not None or view.promised.within is not None):
        rows.append((text("officer.due"), due.told(view, at, now)))
    found = blocks([*rows, *more])
    is_late = due.late(at, now)
    return [
        typer.style(line, fg="red") if is_late and row[0] == text("officer.due") else line
        for row, block in zip([*rows, *more], found, strict=True)
        for line in block
    ]


def around(seen: Overview) -> list[Row]:
    """Return what stands around a case: applicant, papers, files, other cases, and in which office one looks at it."""
    rows: list[Row] = []
    if seen.applicant:
        rows.append((text("officer.applicant"), "; ".join(seen.applicant.values())))
    if seen.wanted and seen.checked is not None:
        rows.append((text("papers.papers"), papers_text.summary(seen.wanted, seen.checked)))
    if seen.files:
        rows.append((text("officer.files"), ", ".join(dict.fromkeys(each.name for each in seen.files))))
    rows += [(text("officer.machine"), _by_machine(seen, *each)) for each in _behind(seen)[-1:]]
    parent = seen.view.record.about
    if parent is not None:
        rows.append((text("officer.belongs_to"), parent))
    for each in seen.related:
        kind = "officer.complaint" if each.complaint else "officer.called_case"
        rows.append((text(kind), f"{each.id} ({status_of(each.case)})"))
    rows.append((text("officer.capacity"), _capacity(seen)))
    return rows


def _behind(seen: Overview) -> list[tuple[int, str]]:
    """Return the numbers of the events that a machine's clock was behind, and what that clock said."""
    events = (each.event for each in seen.history.events)
    return [(event.seq, said) for event in events if (said := event.fact("clock")) is not None]


def _by_machine(seen: Overview, seq: int, said: str) -> str:
    at = local_time(datetime.fromisoformat(said), seen.view.record.zone)
    return text("officer.machine_at", seq=seq, at=at)


def _capacity(seen: Overview) -> str:
    if not seen.people.listed:
        return text("officer.no_people")
    if seen.standing is None:
        return text("officer.no_office", person=seen.person)
    held = seen.standing
    return named_office(seen.view.flow, seen.person, held.actor or None, held.right)


def named_office(flow: Flow, person: str, actor: str | None, right: str | None) -> str:
    """Return a person with the office in which he or she acted, and by what right where not by appointment."""
    office = flow.actors.get(actor, actor) if actor else ""
    kind, _, more = (right or "").partition(" ")
    if kind == "by":
        name = "officer.as_by" if office else "officer.as_by_alone"
        return text(name, person=person, office=office, by=flow.actors.get(more, more))
    if kind in ("plt", "plh"):
        return text(f"officer.as_{kind}", person=person, office=office, letter=more or "–")
    if kind:
        return text("officer.as_steward", person=person)
    return text("officer.as_holder", person=person, office=office) if office else person


def remarks(seen: Overview) -> list[str]:
    """Return the comments and corrections of a case."""
    said = [each.event for each in seen.history.events if each.event.kind in _REMARKS]
    lines: list[str] = []
    for event in said:
        when = local_time(event.at, seen.view.record.zone)
        name = f"officer.remark_{event.kind}"
        lines += indented([text(name, at=when, person=event.person, about=event.about, note=event.note or "–")])
    return ["", text("officer.remarks"), *lines] if lines else []
