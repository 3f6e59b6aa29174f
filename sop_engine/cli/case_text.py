"""Cases, their records and the inbox -> what an officer reads on a terminal: plain, aligned, in the chosen language.

Times are those of the unit's zone (WIB, WITA, WIT). Styles are added with :func:`typer.style`; whoever prints to
something that is no terminal takes them out again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import typer

from sop_engine.cli import pasted
from sop_engine.cli.columns import Row, blocks, indented, printable, table, wrapped
from sop_engine.engine.advance import Choice
from sop_engine.engine.event import CaseStatus
from sop_engine.flow import END_PREFIX, MAIN, Edge, EdgeKind, Flow, Node
from sop_engine.messages import text
from sop_engine.office import CaseView, History, local_time
from sop_engine.store.journal import CaseRecord, Task

_NOTE_INDENT = 5


def case(history: History, store: str | None) -> list[str]:
    """Return a case: its head, the way it has gone and has yet to go, and what can be recorded now."""
    way = [*_way_so_far(history), text("officer.legend")]
    return [*head(history.view), "", *way, "", *situation(history.view, store)]


def head(view: CaseView) -> list[str]:
    """Return what a case is and since when, in a few lines."""
    record = view.record
    rows = [(text("officer.case"), view.id), (text("officer.service"), record.title)]
    if record.procedure != MAIN:
        rows.append((text("officer.procedure"), view.flow.title))
    if view.flow.group is not None and view.flow.groups:
        rows.append((text("officer.group"), view.flow.groups[view.flow.group]))
    state = f"{text(f'officer.status_{view.case.status}')}, {text('officer.version', version=view.case.version)}"
    opened, changed = (local_time(moment, record.zone) for moment in (record.opened_at, record.changed_at))
    rows += [(text("officer.status"), state), (text("officer.opened"), opened), (text("officer.changed"), changed)]
    return table(rows)


def situation(view: CaseView, store: str | None = None) -> list[str]:
    """Return where a case stands: each open step with what can be recorded, or the end it reached.

    ``store`` is the address that the officer gave, for the commands that are shown.
    """
    if view.end is not None:
        lines = [typer.style(text("officer.is_closed", end=view.end.text), bold=True)]
        return lines + ([text("officer.document", document=view.end.document)] if view.end.document else [])
    if view.case.status is CaseStatus.SUSPENDED:
        resume = printable(pasted.command("case", "resume", view.id, store=store))
        late = [line for node in view.open_nodes for line in _escalating(view, node, store)]
        return [text("officer.is_suspended", awaits=view.awaits or "–", command=resume), *late]
    lines = []
    for node in view.open_nodes:
        lines += step(view.flow, node)
        for choice in view.choices:
            lines += wrapped(printable(way(view.flow, choice)), "  - ") if choice.node is node else []
        lines += _commands(view, node, store)
    return lines


def recorded(view: CaseView) -> str:
    """Return which step was just recorded, and how; empty when none was."""
    if view.event is None or view.event.step is None:
        return ""
    name = f"officer.is_{view.event.kind}"
    return text(name, number=view.flow.node[view.event.step].number, step=view.event.step)


def step(flow: Flow, node: Node) -> list[str]:
    """Return what an officer needs to know of a step: who is on, what to do, with what, how long, to what result."""
    who = " + ".join(flow.actors.get(actor, actor) for actor in node.performers)
    title = text("officer.now_on", number=node.number, total=flow.nodes[-1].number, step=node.id, actor=who)
    deadline = str(node.deadline or "")
    facts = [
        (text("officer.input"), "; ".join(node.input)),
        (text("officer.time"), str(node.time or "")),
        (text("officer.deadline"), deadline),
        (text("officer.output"), node.output or ""),
        (text("officer.remark"), node.note or ""),
    ]
    lines = [*indented([node.activity]), *(f"  {line}" for line in table([fact for fact in facts if fact[1]]))]
    if node.optional is not None:
        lines += indented([text("officer.may_skip", condition=node.optional)])
    if node.call is not None:
        lines += indented([text("officer.calls", sop=node.call.sop)])
    if node.question is not None:
        lines += indented([node.question])
    return [typer.style(title, bold=True), *lines]


def way(flow: Flow, choice: Choice) -> str:
    """Return one way on in words: the answer, or that the step is skipped, and where that leads."""
    name = named(choice)
    return f"{name}: {onward(flow, choice)}" if name else onward(flow, choice)


def named(choice: Choice) -> str | None:
    """Return what a choice is called: its answer, that the step is skipped, or that its deadline has passed."""
    if choice.late:
        return text("officer.when_late", within=choice.edge.within)
    return text("officer.walk_skip") if choice.skip else choice.edge.answer


def onward(flow: Flow, choice: Choice) -> str:
    """Return where a choice leads, in words."""
    if len(choice.edges) > 1:
        return text("officer.together", ways="; ".join(_leads(flow, edge) for edge in choice.edges))
    words = _leads(flow, choice.edge)
    if choice.edge.suspend is not None:
        words = text("officer.suspended_until", awaits=choice.edge.suspend, onward=words)
    if choice.edge.kind is EdgeKind.LIMIT:
        return f"{text('officer.beyond_limit', times=choice.edge.limit)} {words}"
    return words


def _leads(flow: Flow, edge: Edge) -> str:
    end = flow.end.get(edge.target)
    if end is not None:
        return text("officer.to_end", end=end.text)
    if edge.target in flow.join:
        return text("officer.after_all", onward=_leads(flow, flow.outgoing[edge.target][0]))
    target = flow.node[edge.target]
    actor = flow.actors.get(target.actor, target.actor)
    name = "officer.back_to" if edge.back else "officer.to_step"
    return text(name, number=target.number, activity=target.activity, actor=actor)


def cases(records: Sequence[CaseRecord], complaints: Mapping[str, str], place: str) -> list[str]:
    """Return the cases, one a line; ``complaints`` are the titles of other procedures than the main one, by case."""
    if not records:
        return [text("officer.no_cases", place=place)]
    rows: list[Row] = [_titles("case", "status", "changed", "step", "service")]
    for record in records:
        status = text(f"officer.status_{record.case.status}")
        steps = ", ".join(waiting.step for waiting in record.case.open) or "–"
        service = _of_procedure(record.title, complaints.get(record.id))
        rows.append((record.id, status, local_time(record.changed_at, record.zone), steps, service))
    return _headed(blocks(rows))


def inbox(tasks: Sequence[Task], complaints: Mapping[str, str]) -> list[str]:
    """Return what waits, one a line; ``complaints`` as in :func:`cases`."""
    rows: list[Row] = [_titles("since", "case", "step", "actor", "activity")]
    for each in tasks:
        activity = _of_procedure(each.activity, complaints.get(each.case))
        rows.append((local_time(each.since, each.zone), each.case, each.step, each.actor, activity))
    return _headed(blocks(rows))


def nothing_waits(actor: str | None, awaited: Sequence[str], place: str) -> list[str]:
    """Return that an inbox is empty: all of it, or that of one actor, and for whom there is something."""
    if actor is None:
        return [text("officer.no_tasks", place=place)]
    lines = [text("officer.no_tasks_for", actor=printable(actor), place=place)]
    return [*lines, text("officer.awaited", actors=", ".join(awaited))] if awaited else lines


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
    waits = "[=]" if history.view.case.status is CaseStatus.SUSPENDED else "[>]"
    rows = []
    for node in flow.nodes:
        mark = waits if node.id in now else "[-]" if node.id in skipped else "[x]" if node.id in done else "[ ]"
        rows.append((mark, str(node.number), f"{node.activity} ({flow.actors.get(node.actor, node.actor)})"))
    lines = []
    for node, block in zip(flow.nodes, blocks(rows), strict=True):
        lines += [typer.style(line, bold=True) if node.id in now else line for line in block]
    return lines


def _commands(view: CaseView, node: Node, store: str | None) -> list[str]:
    """Return the commands that record or skip an open step; a line that is to be pasted is never wrapped."""
    first, *others = (printable(line) for line in pasted.recording(view, node.id, store))
    if others:
        lines = [text("officer.record_with_one"), *(f"  {line}" for line in (first, *others))]
    else:
        lines = [text("officer.record_with", command=first)]
    ways = [choice for choice in view.choices if choice.node is node]
    if any(choice.skip for choice in ways):
        skipping = pasted.passing(view, node.id, "--skip", store=store)
        lines.append(text("officer.skip_with", command=printable(skipping)))
    return lines + _escalating(view, node, store)


def _escalating(view: CaseView, node: Node, store: str | None) -> list[str]:
    """Return the commands for a step whose deadlines have passed; where there are several, each says where to."""
    late = [choice.edge.target for choice in view.choices if choice.late and choice.node is node]
    where = [("--to", target.removeprefix(END_PREFIX)) if len(late) > 1 else () for target in late]
    commands = (pasted.passing(view, node.id, "--escalate", *to, store=store) for to in where)
    return [text("officer.escalate_with", command=printable(each)) for each in commands]


def _of_procedure(what: str, procedure: str | None) -> str:
    return what if procedure is None else text("officer.of_procedure", what=what, procedure=procedure)


def _titles(*names: str) -> Row:
    return tuple(text(f"officer.{name}") for name in names)


def _headed(found: Iterable[list[str]]) -> list[str]:
    title, *lines = [line for block in found for line in block]
    return [typer.style(title, bold=True), *lines]
