"""A definition and what is said at the counter -> a case that is ready to be opened. Nothing is kept yet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, TypedDict, Unpack
from zoneinfo import ZoneInfo

from sop_engine.calendar import LATEST
from sop_engine.engine.action import Open
from sop_engine.engine.advance import Step, advance
from sop_engine.failure import Failure
from sop_engine.flow import Flow
from sop_engine.office.applicant import digest_of
from sop_engine.office.person import line_of, note_of
from sop_engine.office.promised import categories
from sop_engine.office.seat import DEFAULT_ZONE
from sop_engine.office.telling import begun, rows
from sop_engine.people import Holding
from sop_engine.store.journal import Applicant, Opening, Pinned

if TYPE_CHECKING:
    from sop_engine.compiler import Compiled
    from sop_engine.office.desk import Office


class Particulars(TypedDict, total=False):
    """What may be said of a new case beside its procedure.

    ``papers`` are the facts ``have`` and ``lacks`` of the requirements, ``about`` the case that is complained of or
    that calls, ``facts`` what else is recorded. ``actor`` is the capacity asked for; ``capacity`` the office in which
    the person acts where it is known already, as that of another unit.
    """

    reference: str | None
    channel: str | None
    category: str | None
    papers: Sequence[str]
    applicant: Applicant | None
    about: str | None
    facts: Sequence[str]
    actor: str | None
    capacity: Holding | None


def opened(
    office: Office,
    compiled: Compiled,
    procedure: str | None = None,
    note: str | None = None,
    group: str | None = None,
    **more: Unpack[Particulars],
) -> tuple[Opening, Step]:
    """Return the case to be opened, and its first step.

    Raises :class:`Failure` RUN021-RUN026 for a procedure or a group that is not there, RUN030-RUN032 when the person
    may not, RUN047 for an unknown category, and what :func:`line_of` and :func:`note_of` refuse.
    """
    flow, definition = compiled.flow(procedure, group), compiled.definition
    zone = compiled.unit.time_zone if compiled.unit else DEFAULT_ZONE
    texts = (compiled.text, compiled.unit_text)
    pinned = Pinned(compiled.digest, definition.id, definition.title, zone, definition.unit, *texts)
    reference, channel = line_of("--reference", more.get("reference")), line_of("--channel", more.get("channel"))
    category, applicant = more.get("category"), more.get("applicant")
    if category is not None and category not in categories(definition, flow):
        raise Failure("RUN047", value=category, known="; ".join(categories(definition, flow)) or "–")
    now = office.now()
    held = more.get("capacity") or _capacity(office, definition.unit, now, zone, more.get("actor"), flow)
    said = {"calendar": str(LATEST), "reference": reference, "channel": channel, "category": category}
    if applicant is not None:
        said["applicant"] = digest_of(applicant)
    named = tuple(f"{name}={value}" for name, value in said.items() if value is not None)
    papers = more.get("papers", ())
    complete = not any(each.startswith("lacks=") for each in papers)
    facts = (*named, *papers, *more.get("facts", ()))
    asked = Open(now, office.person, compiled.digest, note_of(note), held.actor or None, held.right, facts, complete)
    step = advance(flow, None, asked)
    state = begun(compiled, flow, step.event, step.case)
    year = now.astimezone(ZoneInfo(zone)).year
    rest = (flow.complaint, more.get("about"), reference, channel, applicant)
    waiting = rows(flow, definition.unit, state)
    return Opening(pinned, flow.procedure, year, step.event, state, waiting, *rest), step


def _capacity(office: Office, unit: str, now: datetime, zone: str, asked: str | None, flow: Flow) -> Holding:
    try:
        return office.capacity_in(unit, (), now, zone, asked, flow)
    except Failure as refusal:
        office.refused(refusal, None)
        raise
