"""A case -> what an officer reads on a terminal: what it is, how far it has come, when it is due, what can be done now.

Times are those of the unit's zone (WIB, WITA, WIT). Styles are added with :func:`typer.style`; whoever prints to
something that is no terminal takes them out again.
"""

from __future__ import annotations

from datetime import datetime

import typer

from sop_engine.cli import due, pasted
from sop_engine.cli.case_head import around, headed, named_office, remarks
from sop_engine.cli.columns import blocks, indented, printable, wrapped
from sop_engine.engine.advance import Choice
from sop_engine.engine.event import CaseStatus, EventKind
from sop_engine.flow import END_PREFIX, Edge, EdgeKind, Flow, Node
from sop_engine.messages import text
from sop_engine.office import CaseView, History, guard
from sop_engine.office.overview import Overview

_WITH_REASON = (EventKind.SUSPENDED, EventKind.WITHDRAWN, EventKind.REJECTED)


def case(seen: Overview, store: str | None) -> list[str]:
    """Return a case: its head, the way it has gone and has yet to go, and what can be recorded now."""
    way = [*_way_so_far(seen.history), text("officer.legend")]
    head = [*_not_intact(seen, store), *headed(seen.view, seen.now, around(seen))]
    return [*head, "", *way, *remarks(seen), "", *situation(seen.view, store, seen)]


def _not_intact(seen: Overview, store: str | None) -> list[str]:
    broken = seen.history.broken_at
    if broken is None:
        return []
    look = pasted.command("log", "verify", seen.view.id, store=store)
    return [typer.style(line, fg="red") for line in wrapped(text("officer.not_intact", seq=broken, command=look), "")]


def situation(view: CaseView, store: str | None = None, seen: Overview | None = None) -> list[str]:
    """Return where a case stands: each open step with what can be recorded, or the end it reached.

    ``store`` is the address that the officer gave, for the commands that are shown; ``seen`` adds who may do what.
    """
    if view.case.status.closed:
        end = view.end.text if view.end is not None else text(f"officer.status_{view.case.status}")
        lines = [typer.style(text("officer.is_closed", end=end), bold=True), *_reason(view, seen)]
        document = view.end.document if view.end is not None else None
        return [*lines, text("officer.document", document=document)] if document else lines
    if view.case.status is CaseStatus.SUSPENDED:
        resume = printable(pasted.command("case", "resume", view.id, store=store))
        late = [line for node in view.open_nodes for line in _escalating(view, node, store)]
        awaits = text("officer.awaits", awaits=view.awaits) if view.awaits else ""
        return [*_reason(view, seen), text("officer.is_suspended", awaits=awaits, command=resume), *late]
    lines = []
    now = seen.now if seen is not None else _moment(view)
    for node in view.open_nodes:
        lines += shown_step(view, node, now)
        lines += indented(_custody(view, node, seen))
        for choice in view.choices:
            lines += wrapped(printable(way(view.flow, choice)), "  - ") if choice.node is node else []
        lines += _commands(view, node, store, seen)
    return lines


def _moment(view: CaseView) -> datetime:
    """Return when what was just recorded was done: by the machine's clock, where that was far behind the record."""
    shown = view.event.fact("clock") if view.event is not None else None
    return view.record.changed_at if shown is None else datetime.fromisoformat(shown)


def _reason(view: CaseView, seen: Overview | None) -> list[str]:
    """Return why a case stands still or was ended outside its procedure, as the last event of that kind says."""
    events = [each.event for each in seen.history.events] if seen is not None else [view.event]
    last = next((each for each in reversed(events) if each is not None and each.kind in _WITH_REASON), None)
    if last is None or last.status is not view.case.status or not last.note:
        return []
    return indented([text("officer.reason", note=last.note)], 0)


def _custody(view: CaseView, node: Node, seen: Overview | None) -> list[str]:
    """Return who has claimed an open step, or who may do it; and the case that it waits for."""
    waiting = view.case.waiting(node.id)
    lines = []
    if waiting is not None and waiting.holder is not None:
        gone = seen is not None and node.id in seen.lapsed
        lines.append(text("officer.is_held_no_more" if gone else "officer.is_held", person=waiting.holder))
    elif seen is not None and seen.people.listed:
        names = {each.id: each.name for each in seen.people.persons}
        who = (named_office(view.flow, names[each.person], each.actor, each.right) for each in seen.holders(node.id))
        lines.append(text("officer.may_do", who="; ".join(dict.fromkeys(who)) or text("officer.nobody")))
    if waiting is not None and waiting.called is not None:
        lines.append(text("officer.waits_for", called=waiting.called))
    return lines


def shown_step(view: CaseView, node: Node, now: datetime) -> list[str]:
    """Return what an officer needs to know of an open step: who is on, what to do, with what, until when."""
    flow = view.flow
    any_one = text("people.or").join(flow.actors.get(each, each) for each in (node.actor, *node.any_of, *node.deputies))
    who = " + ".join((any_one, *(flow.actors.get(each, each) for each in node.joint)))
    title = text("officer.now_on", number=node.number, total=flow.nodes[-1].number, step=node.id, actor=who)
    at = dict(zip((each.step for each in view.case.open), view.record.state.dues.steps, strict=False)).get(node.id)
    facts = [
        (text("officer.input"), "; ".join(node.input)),
        (text("officer.time"), str(node.time or "")),
        (text("officer.deadline"), str(node.deadline or "")),
        (text("officer.due"), due.told(view, at, now) if at is not None else ""),
        (text("officer.output"), node.output or ""),
        (text("officer.remark"), node.note or ""),
    ]
    said = [fact for fact in facts if fact[1]]
    lines = [*indented([node.activity])]
    for fact, block in zip(said, blocks(said), strict=True):
        red = due.late(at, now) and fact[0] == text("officer.due")
        lines += [typer.style(f"  {line}", fg="red") if red else f"  {line}" for line in block]
    if node.optional is not None:
        lines += indented([text("officer.may_skip", condition=node.optional)])
    if node.call is not None:
        lines += indented([text("officer.calls", sop=node.call.sop)])
    if node.question is not None:
        lines += indented([node.question])
    return [typer.style(title, bold=True), *lines]


def recorded(view: CaseView) -> str:
    """Return which step was just recorded, and how; empty when none was."""
    if view.event is None or view.event.step is None:
        return ""
    name = f"officer.is_{view.event.kind}"
    return text(name, number=view.flow.node[view.event.step].number, step=view.event.step)


def way(flow: Flow, choice: Choice) -> str:
    """Return one way on in words: the answer, or that the step is skipped, and where that leads."""
    name = named(choice)
    return f"{name}: {onward(flow, choice)}" if name else onward(flow, choice)


def named(choice: Choice) -> str | None:
    """Return what a choice is called: its answer, that the step is skipped, or that its deadline has passed."""
    if choice.late:
        return text("officer.when_late", within=choice.edge.within)
    return text("walk.skip") if choice.skip else choice.edge.answer


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


def _commands(view: CaseView, node: Node, store: str | None, seen: Overview | None) -> list[str]:
    """Return the commands that record or skip an open step; a line that is to be pasted is never wrapped."""
    together: tuple[str, ...] = ()
    if seen is not None and seen.people.listed:
        held = seen.standing.actor if seen.standing is not None else node.actor
        together = guard.unnamed(view, node.id, held if held in node.performers else node.actor)
    first, *others = (printable(line) for line in pasted.recording(view, node.id, store, together))
    if others:
        lines = [text("officer.record_with_one"), *(f"  {line}" for line in (first, *others))]
    else:
        lines = [text("officer.record_with", command=first)]
    ways = [choice for choice in view.choices if choice.node is node]
    if any(choice.skip for choice in ways):
        skipping = pasted.passing(view, node.id, "--skip", store=store)
        lines.append(text("officer.skip_with", command=printable(skipping)))
    waiting = view.case.waiting(node.id)
    if node.call is not None and waiting is not None and waiting.called is None:
        calling = pasted.command("case", "call", view.id, node.id, store=store)
        lines = [text("officer.call_with", command=printable(calling)), *lines]
    return lines + _escalating(view, node, store)


def _escalating(view: CaseView, node: Node, store: str | None) -> list[str]:
    """Return the commands for a step whose deadlines have passed; where there are several, each says where to."""
    late = [choice.edge.target for choice in view.choices if choice.late and choice.node is node]
    where = [("--to", target.removeprefix(END_PREFIX)) if len(late) > 1 else () for target in late]
    commands = (pasted.passing(view, node.id, "--escalate", *to, store=store) for to in where)
    return [text("officer.escalate_with", command=printable(each)) for each in commands]
