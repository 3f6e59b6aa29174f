"""Cases, their records and the inbox -> the JSON that other programs read. Keys may be added, none changes meaning.

Times are UTC (``2026-01-02T03:04:05.000006Z``); what is not there is null or an empty list.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sop_engine.engine.event import Event
from sop_engine.store.chain import written

if TYPE_CHECKING:
    from sop_engine.office import CaseView, History
    from sop_engine.office.inbox import Waiting
    from sop_engine.office.overview import Overview
    from sop_engine.store.journal import CaseRecord


def case(view: CaseView) -> dict[str, Any]:
    """Return ``{"case", "sop", "status", "version", "open_steps": [{"step", "actor", "activity", "answers"}], …}``."""
    end = view.end
    state = view.record.state
    waiting = zip(view.open_nodes, view.case.open, state.dues.steps or (None,) * len(view.case.open), strict=True)
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
                "due": _moment(due),
            }
            for node, opened, due in waiting
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


def seen(whole: Overview) -> dict[str, Any]:
    """Return what :func:`case` does, and what stands around the case; the applicant masked, papers by their keys."""
    checked, flow = whole.checked, whole.view.flow
    return {
        **case(whole.view),
        "intact": whole.history.broken_at is None,
        "applicant": whole.applicant,
        "papers": {
            "asked": [each.key for paper in whole.wanted for each in paper.every],
            "have": [] if checked is None else [each.said for each in checked.have.values()],
            "lacks": [] if checked is None else list(checked.lacks),
        },
        "files": [each._asdict() for each in whole.files],
        "about": whole.view.record.about,
        "related": [
            {"case": each.id, "status": each.case.status.value, "complaint": each.complaint} for each in whole.related
        ],
        "people_listed": whole.people.listed,
        "may_do": {
            each.step: [
                {"person": one.person, "actor": one.actor, "right": one.right} for one in whole.holders(each.step)
            ]
            for each in whole.view.case.open
            if each.step in flow.node
        },
    }


def waiting(found: Waiting) -> dict[str, Any]:
    """Return ``{"tasks": [{"case", "sop", "procedure", "step", "actor", "activity", "since", "due", "holder", …}]}``.

    ``after`` is there when there is more: what ``--after`` takes.
    """
    names = ("case", "sop", "procedure", "step", "actor", "activity", "unit", "reference", "holder")
    tasks = [
        {**{name: getattr(each, name) for name in names}, "since": written(each.since), "due": _moment(each.due)}
        for each in found.tasks
    ]
    return {"tasks": tasks, **({} if found.after is None else {"after": ",".join(found.after)})}


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
        "unit": record.unit,
        "reference": record.reference,
        "channel": record.channel,
        "category": record.state.category,
        "complaint": record.complaint,
        "due": _moment(record.state.dues.case),
        "clock": record.case.clock,
        "complete": not record.case.incomplete,
    }


def _moment(at: datetime | None) -> str | None:
    return None if at is None else written(at)


def _event(event: Event) -> dict[str, Any]:
    return {**event._asdict(), "at": written(event.at), "kind": event.kind.value, "status": event.status.value}
