"""Cases, their records and the inbox -> what an officer reads on a terminal: plain, aligned, in the chosen language.

Times are those of the unit's zone (WIB, WITA, WIT). Styles are added with :func:`typer.style`; whoever prints to
something that is no terminal takes them out again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import typer

from sop_engine.cli.columns import Row, blocks, indented, printable, table, wrapped
from sop_engine.engine.advance import Choice
from sop_engine.flow import MAIN, Flow, Node
from sop_engine.messages import text
from sop_engine.office import CaseView, History, local_time
from sop_engine.store.journal import CaseRecord, Task

_NOTE_INDENT = 5


def case(history: History) -> list[str]:
    """Return a case: its head, the way it has gone and has yet to go, and what can be recorded now."""
    return [*head(history.view), "", *_way_so_far(history), "", *situation(history.view)]


def head(view: CaseView) -> list[str]:
    """Return what a case is and since when, in a few lines."""
    record = view.record
    rows = [(text("officer.case"), view.id), (text("officer.service"), record.title)]
    if record.procedure != MAIN:
        rows.append((text("officer.procedure"), view.flow.title))
    state = f"{text(f'officer.status_{view.case.status}')}, {text('officer.version', version=view.case.version)}"
    opened, changed = (local_time(moment, record.zone) for moment in (record.opened_at, record.changed_at))
    rows += [(text("officer.status"), state), (text("officer.opened"), opened), (text("officer.changed"), changed)]
    return table(rows)


def situation(view: CaseView) -> list[str]:
    """Return where a case stands: each open step with what can be recorded, or the end it reached."""
    if view.end is not None:
        lines = [typer.style(text("officer.is_closed", end=view.end.text), bold=True)]
        return lines + ([text("officer.document", document=view.end.document)] if view.end.document else [])
    lines = []
    for node in view.open_nodes:
        lines += step(view.flow, node)
        for choice in view.choices:
            lines += wrapped(printable(way(view.flow, choice)), "  - ") if choice.node is node else []
        answer = f" {text('officer.choose_answer')}" if node.answers else ""
        lines.append(text("officer.record_with", command=f"sop case do {view.id} {node.id}{answer}"))
        if node.optional is not None:
            lines.append(text("officer.skip_with", command=f"sop case do {view.id} {node.id} --skip"))
    return lines


def step(flow: Flow, node: Node) -> list[str]:
    """Return what an officer needs to know of a step: who is on, what to do, with what, how long, to what result."""
    who = " + ".join(flow.actors.get(actor, actor) for actor in node.performers)
    title = text("officer.now_on", number=node.number, total=len(flow.nodes), step=node.id, actor=who)
    facts = [
        (text("officer.input"), "; ".join(node.input)),
        (text("officer.time"), str(node.time or "")),
        (text("officer.output"), node.output or ""),
        (text("officer.remark"), node.note or ""),
    ]
    lines = [*indented([node.activity]), *(f"  {line}" for line in table([fact for fact in facts if fact[1]]))]
    if node.optional is not None:
        lines += indented([text("officer.may_skip", condition=node.optional)])
    if node.question is not None:
        lines += indented([node.question])
    return [typer.style(title, bold=True), *lines]


def way(flow: Flow, choice: Choice) -> str:
    """Return one way on in words: the answer, or that the step is skipped, and where that leads."""
    name = text("officer.walk_skip") if choice.skip else choice.edge.answer
    return f"{name}: {onward(flow, choice)}" if name else onward(flow, choice)


def onward(flow: Flow, choice: Choice) -> str:
    """Return where a choice leads, in words."""
    edge = choice.edge
    end = flow.end.get(edge.target)
    if end is not None:
        return text("officer.to_end", end=end.text)
    target = flow.node[edge.target]
    actor = flow.actors.get(target.actor, target.actor)
    name = "officer.back_to" if edge.back else "officer.to_step"
    return text(name, number=target.number, activity=target.activity, actor=actor)


def cases(records: Sequence[CaseRecord], place: str) -> list[str]:
    """Return the cases, one a line."""
    if not records:
        return [text("officer.no_cases", place=place)]
    rows: list[Row] = [_titles("case", "status", "changed", "step", "service")]
    for record in records:
        status = text(f"officer.status_{record.case.status}")
        steps = ", ".join(waiting.step for waiting in record.case.open) or "–"
        rows.append((record.id, status, local_time(record.changed_at, record.zone), steps, record.title))
    return _headed(blocks(rows))


def inbox(tasks: Sequence[Task], place: str) -> list[str]:
    """Return what waits, one a line."""
    if not tasks:
        return [text("officer.no_tasks", place=place)]
    rows: list[Row] = [_titles("since", "case", "step", "actor", "activity")]
    rows += [(local_time(each.since, each.zone), each.case, each.step, each.actor, each.activity) for each in tasks]
    return _headed(blocks(rows))


def record(history: History) -> list[str]:
    """Return the record of a case: one event a line, its note below, and whether the chain is intact."""
    events = [each.event for each in history.events]
    rows: list[Row] = [("#", *_titles("at", "person", "actor", "event", "step", "answer"))]
    for event in events:
        what = (text(f"officer.kind_{event.kind}"), event.step or "", event.answer or "")
        when = local_time(event.at, history.view.record.zone)
        rows.append((str(event.seq), when, event.person, event.actor or "", *what))
    found = blocks(rows)
    for block, event in zip(found[1:], events, strict=True):
        block.extend(indented((event.note or "").splitlines(), _NOTE_INDENT))
    lines = _headed(found)
    return lines if history.broken_at else [*lines, text("officer.intact", count=len(events))]


def _way_so_far(history: History) -> list[str]:
    flow, done, skipped = history.view.flow, history.done, history.skipped
    now = {waiting.step for waiting in history.view.case.open}
    rows = []
    for node in flow.nodes:
        mark = "[>]" if node.id in now else "[-]" if node.id in skipped else "[x]" if node.id in done else "[ ]"
        rows.append((mark, str(node.number), f"{node.activity} ({flow.actors.get(node.actor, node.actor)})"))
    lines = []
    for node, block in zip(flow.nodes, blocks(rows), strict=True):
        lines += [typer.style(line, bold=True) if node.id in now else line for line in block]
    return lines


def _titles(*names: str) -> Row:
    return tuple(text(f"officer.{name}") for name in names)


def _headed(found: Iterable[list[str]]) -> list[str]:
    title, *lines = [line for block in found for line in block]
    return [typer.style(title, bold=True), *lines]
