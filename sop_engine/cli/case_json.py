"""Cases, their records and the inbox -> the JSON that other programs read. Keys may be added, none changes meaning.

Times are UTC (``2026-01-02T03:04:05.000006Z``); what is not there is null or an empty list.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sop_engine.engine.event import Event
from sop_engine.office import CaseView, History
from sop_engine.store.chain import written
from sop_engine.store.journal import CaseRecord, Task


def case(view: CaseView) -> dict[str, Any]:
    """Return ``{"case", "sop", "status", "version", "open_steps": [{"step", "actor", "activity", "answers"}], …}``."""
    end = view.end
    waiting = zip(view.open_nodes, view.case.open, strict=True)
    return {
        **_summary(view.record),
        "open_steps": [
            {
                "step": node.id,
                "actor": node.actor,
                "activity": node.activity,
                "answers": list(node.answers),
                "performers": list(node.performers),
                "optional": node.optional,
                "since": written(opened.since),
                "holder": opened.holder,
                "called": opened.called,
            }
            for node, opened in waiting
        ],
        "end": None if end is None else {"key": end.key, "text": end.text, "document": end.document},
        "recorded": None if view.event is None else _event(view.event),
    }


def cases(records: Iterable[CaseRecord]) -> dict[str, Any]:
    """Return ``{"cases": [{"case", "sop", "procedure", "status", "version", "steps", …}]}``."""
    return {"cases": [{**_summary(each), "steps": [waiting.step for waiting in each.case.open]} for each in records]}


def history(record: History) -> dict[str, Any]:
    """Return ``{"events": [{"seq", "at", "kind", "step", "actor", "person", "answer", "note", "hash", …}], …}``."""
    return {
        "case": record.view.id,
        "intact": record.broken_at is None,
        "events": [{**_event(each.event), "hash": each.hash} for each in record.events],
    }


def tasks(waiting: Iterable[Task]) -> dict[str, Any]:
    """Return ``{"tasks": [{"case", "sop", "procedure", "step", "actor", "activity", "since"}]}``."""
    names = ("case", "sop", "procedure", "step", "actor", "activity")
    return {
        "tasks": [{**{name: getattr(each, name) for name in names}, "since": written(each.since)} for each in waiting]
    }


def _summary(record: CaseRecord) -> dict[str, Any]:
    return {
        "case": record.id,
        "sop": record.sop,
        "title": record.title,
        "procedure": record.procedure,
        "status": record.case.status.value,
        "version": record.case.version,
        "opened_at": written(record.opened_at),
        "changed_at": written(record.changed_at),
        "definition": record.definition,
    }


def _event(event: Event) -> dict[str, Any]:
    return {**event._asdict(), "at": written(event.at), "kind": event.kind.value, "status": event.status.value}
