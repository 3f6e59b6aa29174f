"""Times that ran out, how they were counted and how they moved -> the JSON that other programs read.

Keys may be added, none changes meaning. Times are UTC; office time is in whole minutes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sop_engine.calendar import Account, Line, Tally
from sop_engine.calendar.ledger import MINUTE
from sop_engine.engine.stint import Span
from sop_engine.office.explain import Counted, Explained, Used
from sop_engine.office.recount import Recounted
from sop_engine.office.tick import Fired, Passed
from sop_engine.store.chain import written


def ticked(found: Iterable[Fired], over: Iterable[Passed], *, dry: bool, stopped: bool) -> dict[str, Any]:
    """Return ``{"fired": [{"case", "time", "step", "within", "due", "sure", "to", "seq"}], "passed_over": […], …}``."""
    return {
        "dry_run": dry,
        "stopped": stopped,
        "fired": [
            {
                "case": each.view.id,
                "time": each.alarm.time.value,
                "step": each.alarm.step,
                "within": str(each.alarm.within),
                "due": written(each.alarm.at),
                "sure": each.alarm.sure,
                "to": each.alarm.to,
                "seq": each.seq,
            }
            for each in found
        ],
        "passed_over": [
            {"case": each.case, "code": each.failure.code, "message": each.failure.message()} for each in over
        ],
    }


def explained(found: Explained) -> dict[str, Any]:
    """Return ``{"case", "until", "calendar", "counted": […], "stints": […], "clocks": {…}, "steps": […]}``."""
    calendar = found.view.calendar
    return {
        "case": found.view.id,
        "status": found.view.case.status.value,
        "until": written(found.until),
        "behind": _moment(found.behind),
        "calendar": {"edition": calendar.edition, "zone": calendar.zone, "last_year": calendar.last_year},
        "counted": [_counted(each) for each in found.counted],
        "stints": [
            {
                "holder": each.holder,
                "promised": each.promised,
                "papers": each.papers,
                **_span((each.since, each.until)),
            }
            for each in found.told.stints
        ],
        "clocks": {name: _tally(ran) for name, ran in found.clocks.items()},
        "steps": [_used(each) for each in found.steps],
    }


def recounts(found: Sequence[Recounted], *, dry: bool) -> dict[str, Any]:
    """Return ``{"dry_run", "recounted": [{"case", "before", "after", "unit", "due": [{"step", …}]}]}``."""
    return {
        "dry_run": dry,
        "recounted": [
            {
                "case": each.view.id,
                "before": each.editions[0],
                "after": each.editions[1],
                "unit": each.unit,
                "due": [
                    {"step": step, "before": _moment(was), "after": _moment(now)} for step, was, now in each.shifts
                ],
            }
            for each in found
        ],
    }


def _counted(each: Counted) -> dict[str, Any]:
    account, left = each.account, each.left
    return {
        "time": each.time.value,
        "step": each.step,
        "within": str(each.within),
        "to": each.to,
        "runs": each.runs,
        "over": each.over,
        "late": left.late,
        "left": {"amount": left.amount, "unit": left.unit.value},
        "due": None if account.due is None else written(account.due.at),
        "sure": account.due is not None and account.due.sure,
        "read_strictly": account.read_strictly,
        "doubts": [{"kind": doubt.kind, "value": doubt.value} for doubt in account.doubts],
        "spans": [_span(span) for span in each.spans],
        "days": _days(account),
        "cut": account.cut,
    }


def _days(account: Account) -> list[dict[str, Any]]:
    return [_line(each) for each in account.lines]


def _line(each: Line) -> dict[str, Any]:
    reason = each.reason
    return {
        "first": each.first.isoformat(),
        "last": each.last.isoformat(),
        "status": each.status.value,
        "numbers": None if each.numbers is None else list(each.numbers),
        "minutes": each.work // MINUTE,
        "reason": None if reason is None else reason.kind,
        "name": None if reason is None else reason.name,
    }


def _used(each: Used) -> dict[str, Any]:
    return {
        "step": each.step,
        "visits": each.visits,
        **_span((each.since, each.until)),
        **_tally(each.ran),
        "within": None if each.within is None else str(each.within),
        "late": each.late,
    }


def _span(span: Span) -> dict[str, Any]:
    return {"since": written(span[0]), "until": _moment(span[1])}


def _tally(ran: Tally) -> dict[str, int]:
    return {"working_days": ran.working_days, "days": ran.days, "minutes": ran.work // MINUTE}


def _moment(moment: datetime | None) -> str | None:
    return None if moment is None else written(moment)
