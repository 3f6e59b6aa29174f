"""The record of a case -> lines on a terminal: what and when; below it who in which office, notes, files, corrections.

Times are those of the unit.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import typer

from sop_engine.cli import due
from sop_engine.cli.case_head import named_office
from sop_engine.cli.columns import Row, blocks, indented
from sop_engine.engine.event import Event, EventKind
from sop_engine.messages import text
from sop_engine.office import History, local_time
from sop_engine.office.attachments import listed

_BELOW = 5


def record(history: History) -> list[str]:
    """Return the record of a case, what corrects an event below it, and whether the chain is intact."""
    events = [each.event for each in history.events]
    zone = history.view.record.zone
    rows: list[Row] = [("#", *(text(f"officer.{name}") for name in ("at", "event", "step")))]
    for event in events:
        what = " – ".join(each for each in (event.step, event.answer) if each)
        rows.append((str(event.seq), local_time(event.at, zone), text(f"officer.kind_{event.kind}"), what))
    title, *found = blocks(rows)
    lines = [typer.style(line, bold=True) for line in title]
    for block, event in zip(found, events, strict=True):
        lines += [*block, *indented(_below(history, event), _BELOW)]
        for each in events:
            if each.kind is EventKind.CORRECTED and each.about == event.seq:
                lines += indented([text("officer.corrected_by", seq=each.seq, note=each.note or "–")], _BELOW)
    return lines if history.broken_at else [*lines, text("officer.intact", count=len(events))]


def _below(history: History, event: Event) -> Iterator[str]:
    flow = history.view.flow
    yield named_office(flow, event.person, event.actor, event.standing)
    for each in event.all_facts("with"):
        actor, _, person = each.partition(":")
        yield text("officer.together_with", who=named_office(flow, person, actor, None))
    if event.about is not None:
        yield text("officer.on_event", seq=event.about)
    for name in ("to", "called"):
        if (value := event.fact(name)) is not None:
            yield text(f"officer.fact_{name}", value=value)
    unit = event.fact("unit")
    if unit is not None:
        yield text("officer.fact_unit", digest=unit[:12])
    what = event.fact("warned")
    if what is not None:
        yield text(f"officer.warned_{what.partition(':')[0]}")
    passed = event.fact("due")
    if passed is not None:
        yield text("officer.fact_due", value=due.day(datetime.fromisoformat(passed), history.view.record.zone))
    if (shown := event.fact("clock")) is not None:
        zone = history.view.record.zone
        yield text("officer.fact_clock", value=local_time(datetime.fromisoformat(shown), zone))
    lacks, have = event.all_facts("lacks"), event.all_facts("have")
    if have:
        yield text("officer.fact_have", value=", ".join(have))
    if lacks:
        yield text("officer.fact_lacks", value=", ".join(lacks))
    yield from (event.note or "").splitlines()
    for file in listed([event]):
        yield text("officer.fact_file", name=file.name, size=file.size, digest=file.digest[:12])
