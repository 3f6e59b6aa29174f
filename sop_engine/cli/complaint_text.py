"""Complaints -> what an officer reads on a terminal, and JSON for programs; what is secret stays out of both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

import typer

from sop_engine.calendar import NOTHING
from sop_engine.cli import case_json, due
from sop_engine.cli.columns import Row, blocks, indented, table
from sop_engine.cli.status import status_of
from sop_engine.messages import text
from sop_engine.messages.sheet import PHRASES
from sop_engine.office import Office, local_time
from sop_engine.office.attachments import Attached
from sop_engine.office.attachments import listed as files_of
from sop_engine.office.complaint_ways import way_of
from sop_engine.office.complaints import Complaint
from sop_engine.office.disclosure import fields
from sop_engine.store.journal import CaseRecord

_BELOW = 4


class Shown(NamedTuple):
    """A complaint with what is shown beside it: who complains, by field, masked or not; the step complained of."""

    complaint: Complaint
    complainant: dict[str, str]
    step: str | None
    files: tuple[Attached, ...]
    now: datetime


def of(office: Office, complaint: Complaint, complainant: dict[str, str] | None = None) -> Shown:
    """Return a complaint to be shown; ``complainant`` in clear where it was revealed, else masked."""
    view, concerned, step = complaint.view, complaint.concerned, None
    if concerned is not None and concerned.event is not None:
        found = office.journal.history(concerned.case, concerned.event)
        step = found[0].event.step if found else None
    files = files_of(each.event for each in office.journal.history(view.id))
    who = fields(office, view.id) if complainant is None else complainant
    return Shown(complaint, who, step, files, office.now())


def whole(shown: Shown) -> list[str]:
    """Return which complaint it is and how it stands, and what :func:`about` returns."""
    return _lines(shown, [*_head(shown), *_about(shown)])


def about(shown: Shown) -> list[str]:
    """Return what is complained of, by whom and how, and until when it is to be settled."""
    return _lines(shown, _about(shown))


def _lines(shown: Shown, rows: list[Row]) -> list[str]:
    lines = table(rows)
    if due.late(shown.complaint.view.record.state.dues.case, shown.now):
        lines[-1] = typer.style(lines[-1], fg="red")
    return lines


def _head(shown: Shown) -> list[Row]:
    view, record = shown.complaint.view, shown.complaint.view.record
    status = f"{status_of(view.case)}, {text('officer.version', version=view.case.version)}"
    rows = [
        ("complaint.complaint", view.id),
        ("officer.service", record.title),
        ("officer.procedure", view.flow.title),
        ("complaint.status", status),
        ("officer.opened", local_time(record.opened_at, record.zone)),
    ]
    return [(text(name), value) for name, value in rows]


def _about(shown: Shown) -> list[Row]:
    found = shown.complaint
    rows: list[Row] = [(text("complaint.channel"), _channel(found))]
    if found.words.text or not found.secret:
        said = (("words", found.words.text), ("loss", found.words.loss), ("remedy", found.words.remedy))
        rows += [(text(f"complaint.{name}"), value) for name, value in said if value]
    else:
        rows.append((text("complaint.words"), text("complaint.see_secret")))
    if found.concerned is not None:
        rows.append((text("complaint.about"), _concerned(shown)))
    rows.append((text("complaint.complainant"), _who(shown)))
    if shown.files:
        rows.append((text("complaint.files"), ", ".join(dict.fromkeys(each.name for each in shown.files))))
    return [*rows, (text("complaint.limit"), _limit(found)), (text("complaint.due"), _due(shown))]


def listed(records: Sequence[CaseRecord], titles: Mapping[str, str], place: str, now: datetime) -> list[str]:
    """Return the complaints, one a line; below it the service, the channel, the class and the case complained of."""
    if not records:
        return [text("complaint.none", place=place)]
    columns = ("complaint.complaint", "complaint.status", "complaint.due", "officer.step")
    rows: list[Row] = [tuple(text(name) for name in columns)]
    for record in records:
        at = record.state.dues.case
        steps = ", ".join(waiting.step for waiting in record.case.open) or "–"
        rows.append((record.id, status_of(record.case), due.brief(at, now, record.zone), steps))
    title, *found = blocks(rows)
    lines = [typer.style(line, bold=True) for line in title]
    for record, block in zip(records, found, strict=True):
        late = due.late(record.state.dues.case, now)
        lines += [typer.style(line, fg="red") for line in block] if late else block
        service = text("officer.of_procedure", what=record.title, procedure=titles.get(record.id, record.procedure))
        about = None if record.about is None else text("complaint.about_this", case=record.about)
        channel = record.channel or ""
        way = text(f"sheet.channel_{channel}") if f"channel_{channel}" in PHRASES else channel
        told = (service, way, record.state.category, about)
        lines += indented([" · ".join(each for each in told if each)], _BELOW)
    return lines


def as_json(shown: Shown) -> dict[str, Any]:
    """Return what :func:`case_json.case` does, and the complaint: words and case are null where they are secret."""
    found = shown.complaint
    concerned = found.concerned
    return {
        **case_json.case(found.view),
        "secret": found.secret,
        "text": found.words.text or None,
        "loss": found.words.loss,
        "remedy": found.words.remedy,
        "about": None if concerned is None else {**concerned._asdict(), "step": shown.step},
        "complainant": shown.complainant,
        "limit": str(found.view.promised.within or "") or None,
        "files": [each._asdict() for each in shown.files],
    }


def _channel(found: Complaint) -> str:
    recorded = found.view.record.channel or ""
    kind, label = way_of(found.view.compiled, recorded)
    if kind is None:
        return recorded or text("complaint.not_said")
    name = text(f"sheet.channel_{kind}")
    return name if label is None else text("complaint.named", label=label, kind=name)


def _concerned(shown: Shown) -> str:
    concerned = shown.complaint.concerned
    if concerned is None:
        return text("complaint.not_said")
    name = "about_case" if concerned.event is None else "about_step" if shown.step else "about_event"
    return text(f"complaint.{name}", case=concerned.case, event=concerned.event, step=shown.step)


def _who(shown: Shown) -> str:
    if shown.complainant:
        return "; ".join(shown.complainant.values())
    return text("complaint.in_secret" if shown.complaint.secret else "complaint.not_said")


def _limit(found: Complaint) -> str:
    view = found.view
    within, category = str(view.promised.within or ""), view.record.state.category
    if category is not None:
        return text("complaint.of_category", within=within, category=category)
    own = view.compiled.definition.complaints.within
    return within if own is not None else text("complaint.by_default", within=within)


def _due(shown: Shown) -> str:
    view, record = shown.complaint.view, shown.complaint.view.record
    at = record.state.dues.case
    if at is None and not view.case.status.closed and record.state.clocks.office == NOTHING:
        return text("complaint.not_running")
    return due.told(view, at, shown.now)
