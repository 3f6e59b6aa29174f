"""Times that ran out, how they were counted and how they moved -> what an officer reads on a terminal.

Times are those of the unit's zone. Nothing is counted here: the office has counted it, day by day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

import typer

from sop_engine.calendar import NOTHING, Tally
from sop_engine.calendar.wording import ZONE_NAMES, remaining, time_of
from sop_engine.calendar.wording import told as worded
from sop_engine.cli.columns import Row, indented, printable, table, wrapped
from sop_engine.cli.due import day
from sop_engine.cli.status import status_of
from sop_engine.engine.deadline import Time
from sop_engine.messages import text
from sop_engine.office import CaseView, local_time
from sop_engine.office.explain import Counted, Explained, Used
from sop_engine.office.recount import Recounted
from sop_engine.office.tick import Fired

_HOLDERS = ("office", "applicant", "none", "total")


def fired(each: Fired) -> list[str]:
    """Return what ran out, in a line that begins with its case."""
    view, alarm = each.view, each.alarm
    name = alarm.time.value
    args = {"within": alarm.within, "due": day(alarm.at, view.record.zone)}
    if alarm.step is not None:
        args["step"] = _step(view, alarm.step)
    if alarm.to is not None:
        name = "passed_on" if each.seq is not None else "passed_on_dry"
        args["to"] = _place(view, alarm.to)
    elif alarm.time is Time.PROMISE and view.flow.complaint:
        name = "complaint"
    said = text(f"clocks.fired_{name}", **args)
    return table([(view.id, said if alarm.sure else text("clocks.not_sure", what=said))])


def ticked(found: Sequence[Fired], *, dry: bool) -> list[str]:
    """Return the sum of what was done."""
    if not found:
        return [text("clocks.tick_nothing")]
    cases = len({each.view.id for each in found})
    return [text("clocks.tick_dry" if dry else "clocks.tick_done", count=len(found), cases=cases)]


def explained(found: Explained, *, whole: bool) -> list[str]:
    """Return how the times of a case were counted; ``whole``: not those of one step alone."""
    view = found.view
    lines = [*_head(view), *_behind(found)]
    same: Counted | None = None
    for each in found.counted:
        lines += ["", *_counted(view, each, same)]
        same = each if each.time is Time.PROMISE else same
    if not found.counted:
        lines += ["", *wrapped(_why_nothing(found, whole=whole))]
    if whole:
        lines += ["", *_way(found), "", *_clocks(found)]
    return [*lines, "", *_steps(found)]


def _head(view: CaseView) -> list[str]:
    rows = [(text("officer.case"), view.id), (text("officer.service"), view.record.title)]
    rows.append((text("officer.status"), status_of(view.case)))
    unit = view.compiled.unit.name if view.compiled.unit is not None else view.record.unit
    args = {"edition": view.calendar.edition, "unit": unit, "zone": ZONE_NAMES[view.calendar.zone]}
    return [*table(rows), *wrapped(text("clocks.calendar", **args))]


def _behind(found: Explained) -> list[str]:
    """Return that the machine's clock is behind the record, where it is."""
    if found.behind is None:
        return []
    now, last = (local_time(each, found.view.record.zone) for each in (found.behind, found.view.record.changed_at))
    return wrapped(text("clocks.explained_behind", now=now, last=last))


def _why_nothing(found: Explained, *, whole: bool) -> str:
    if not whole:
        return text("clocks.no_times")
    return text("clocks.nothing_promised" if found.view.promised.within is None else "clocks.not_begun")


def _counted(view: CaseView, each: Counted, promise: Counted | None) -> list[str]:
    name = "complaint" if each.time is Time.PROMISE and view.flow.complaint else each.time.value
    step = "" if each.step is None else _step(view, each.step)
    title = typer.style(text(f"clocks.{name}", within=each.within, step=step), bold=True)
    risky = each.time is Time.FICTIVE and (each.left.late or not each.over)
    notes = [text("clocks.fictive_note")] if risky else []
    if promise is not None and each.time is Time.FICTIVE and each.within == promise.within:
        return [title, *indented([text("clocks.fictive_same"), *notes])]
    if each.to is not None and each.runs:
        notes.append(text("clocks.leads_to", to=_place(view, each.to)))
    said = worded(text, each.account)
    days = [f"    {line}" for line in table(said.lines)]
    return [title, *_spans(view, each), *days, *indented([*_verdict(each, said.due), *notes, *said.notes])]


def _spans(view: CaseView, each: Counted) -> list[str]:
    """Return when the clock ran, where that is not simply from a beginning until now."""
    if len(each.spans) == 1 and each.runs:
        return []
    spans = (f"  {_span(since, until, view.record.zone)}" for since, until in each.spans)
    return indented([text("clocks.ran"), *spans, text("clocks.by_day")])


def _verdict(each: Counted, due_date: str) -> Iterator[str]:
    left = remaining(text, each.left)
    if not each.runs and not each.over and each.account.due is None:
        yield text("clocks.stands_still", left=left)
        return
    if each.account.due is not None:
        yield due_date
    if each.over:
        yield text("clocks.exceeded" if each.left.late else "clocks.kept", left=left)
    else:
        yield text("clocks.now_left", left=left)


def _span(since: datetime, until: datetime | None, zone: str) -> str:
    begun = local_time(since, zone)
    if until is None:
        return text("clocks.span_open", since=begun)
    return text("clocks.span", since=begun, until=local_time(until, zone))


def _way(found: Explained) -> list[str]:
    zone = found.view.record.zone
    rows = [
        (text("clocks.papers" if each.papers else f"clocks.holder_{each.holder}"), _span(each.since, each.until, zone))
        for each in found.told.stints
    ]
    return [typer.style(text("clocks.way"), bold=True), *(f"  {line}" for line in table(rows))]


def _clocks(found: Explained) -> list[str]:
    rows: list[Row] = [("", *_titles("days", "calendar", "hours"))]
    shown = (name for name in _HOLDERS if name != "none" or found.clocks[name] != NOTHING)
    rows += [(text(f"clocks.holder_{name}"), *_tally(found.clocks[name])) for name in shown]
    return [typer.style(text("clocks.clocks"), bold=True), *(f"  {line}" for line in table(rows))]


def _steps(found: Explained) -> list[str]:
    again = any(each.visits > 1 for each in found.steps)
    names = ("step", *(("visits",) if again else ()), "since", "days", "hours", "remark")
    rows = [_titles(*names), *(_row(found.view, each, again=again) for each in found.steps)]
    return [typer.style(text("clocks.steps"), bold=True), *(f"  {line}" for line in table(rows))]


def _row(view: CaseView, each: Used, *, again: bool) -> Row:
    days, _, hours = _tally(each.ran)
    since = f"{each.since.astimezone(ZoneInfo(view.record.zone)):%d-%m-%Y}"
    return each.step, *((str(each.visits),) if again else ()), since, days, hours, _remark(each)


def _remark(each: Used) -> str:
    said = []
    if each.until is None:
        said.append(text("clocks.still_open"))
    if each.within is not None and (each.late or each.until is not None):
        said.append(text("clocks.too_late" if each.late else "clocks.in_time", within=each.within))
    return ", ".join(said)


def _tally(ran: Tally) -> tuple[str, str, str]:
    return str(ran.working_days), str(ran.days), time_of(text, ran.work)


def _titles(*names: str) -> Row:
    return tuple(text(f"clocks.column_{name}") for name in names)


def recounted(each: Recounted) -> list[str]:
    """Return how the due dates of a case move."""
    view = each.view
    name = "recounted_unit" if each.unit else "recounted"
    before, after = each.editions
    lines = [text(f"clocks.{name}", case=view.id, before=before, after=after)]
    for step, was, now in each.shifts:
        what = text("clocks.shift_case") if step is None else _step(view, step)
        args = {"what": what, "before": _when(view, was), "after": _when(view, now)}
        lines += indented([text("clocks.shift_same" if was == now else "clocks.shift_moved", **args)])
    return lines


def recounts(count: int, *, dry: bool) -> list[str]:
    """Return how many cases were moved."""
    if not count:
        return [text("clocks.recount_nothing")]
    return [text("clocks.recount_dry" if dry else "clocks.recount_done", count=count)]


def _when(view: CaseView, moment: datetime | None) -> str:
    return text("clocks.never_due") if moment is None else day(moment, view.record.zone)


def _step(view: CaseView, step: str) -> str:
    node = view.flow.node.get(step)
    return text("clocks.step_of", number=node.number if node is not None else "–", step=step)


def _place(view: CaseView, target: str) -> str:
    end = view.flow.end.get(target)
    return _step(view, target) if end is None else printable(text("clocks.to_end", end=end.text))
