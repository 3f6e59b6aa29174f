"""A flow, a case and an action -> the next case and one event; or a refusal that changes nothing.

Depends on its arguments alone: the time, the person and the digest come in with the action. What goes along the
procedure is decided here, what stands beside it in :mod:`sop_engine.engine.aside`. A refusal is a :class:`Failure`
RUN001-RUN046 that says what is allowed. The flow is the one of the case's group of applicants
(:meth:`Flow.narrowed`). Whether a deadline has passed and who a person is, the shell knows.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sop_engine.engine import aside
from sop_engine.engine.action import Action, Aside, Do, Escalate, Move, Open, Skip
from sop_engine.engine.case import Case, OpenStep, evolve
from sop_engine.engine.event import CaseStatus, Event, EventKind
from sop_engine.engine.waiting import end_text, holder, open_node, suspends
from sop_engine.failure import Failure
from sop_engine.flow import Edge, EdgeKind, Flow, Node, Whose

# Read on every step; Python 3.11 searches for an enum's member each time.
_OPEN, _DONE, _NEXT = CaseStatus.OPEN, EventKind.DONE, EdgeKind.NEXT
_FORK, _LIMIT, _LATE = EdgeKind.FORK, EdgeKind.LIMIT, EdgeKind.LATE
_OFFICE = Whose.OFFICE


class Step(NamedTuple):
    """What an action made: the next case and the event to keep."""

    case: Case
    event: Event


class Choice(NamedTuple):
    """One legal way on from an open step, along ``edges``: one, or all the forks of a step that splits."""

    node: Node
    edges: tuple[Edge, ...]

    @property
    def edge(self) -> Edge:
        """Return the arrow, or the first of the forks."""
        return self.edges[0]

    @property
    def skip(self) -> bool:
        """Return whether this way skips the step."""
        return self.edge.kind is EdgeKind.SKIP

    @property
    def late(self) -> bool:
        """Return whether this way is only for a step whose deadline has passed."""
        return self.edge.kind is EdgeKind.LATE

    def action(self, at: datetime, person: str, actor: str | None = None, note: str | None = None) -> Action:
        """Return the action that takes this way."""
        step = self.node.id
        if self.skip:
            return Skip(at, person, step, actor, note)
        if self.late:
            return Escalate(at, person, step, actor, note, self.edge.target)
        return Do(at, person, step, self.edge.answer, actor, note)


def advance(flow: Flow, case: Case | None, action: Action) -> Step:
    """Return the step that ``action`` makes on ``case`` (None before the opening).

    Raises :class:`Failure` when the procedure does not allow the action; ``case`` is a value and stays as it was.
    """
    event = decide(flow, case, action)
    return Step(evolve(case, event), event)


def decide(flow: Flow, case: Case | None, action: Action) -> Event:
    """Return the event that ``action`` makes, or raise the :class:`Failure` that refuses it."""
    if isinstance(action, Open):
        return _opened(flow, case, action)
    if case is None:
        raise Failure("RUN002")
    if isinstance(action, Aside):
        return aside.decide(flow, case, action)
    return _moved(flow, case, action)


def _moved(flow: Flow, case: Case, action: Move) -> Event:
    if case.status is not _OPEN:
        _check_waiting(flow, case, action)
    waiting, node = open_node(flow, case, action.step)
    actor = node.actor if action.actor is None else action.actor
    if actor != node.actor and actor not in node.performers:
        raise Failure("RUN006", step=node.id, actor=actor, allowed=named_actors(flow, node.performers))
    times = None
    if isinstance(action, Do):
        kind, edges = _DONE, _taken(flow, case, node, action)
        if edges[0].limit is not None and edges[0].kind is not _LIMIT:
            times = case.times(node.id, edges[0].answer or "") + 1
    elif isinstance(action, Skip):
        kind, edges = EventKind.SKIPPED, (_skipped(flow, node),)
    else:
        kind, edges = EventKind.ESCALATED, (_late(flow, waiting, action.to),)
    answer = edges[0].answer
    opens, end, status = _went(flow, case, node.id, edges)
    if case.status is not _OPEN and status is _OPEN and not suspends(flow, waiting):
        status = case.status  # what the case waits for stands in another branch
    event = Event(
        case.version + 1,
        action.at,
        kind,
        node.id,
        actor,
        action.person,
        answer,
        action.note,
        opens,
        end,
        status,
        times=times,
        standing=action.standing,
        facts=action.facts,
    )
    return _clocked(flow, case, event)


def _clocked(flow: Flow, case: Case, event: Event) -> Event:
    """Return the event with whose time runs from here on, and with the beginning of the promised time."""
    clock = holder(flow, evolve(case, event))
    if clock == case.clock:
        return event
    starts = None
    if clock is _OFFICE and flow.from_complete and not case.incomplete and event.step in flow.submission:
        starts = 1  # the file is handed in, perhaps once more: its time begins (anew)
    return event._replace(clock=clock.value, starts=starts)


def _check_waiting(flow: Flow, case: Case, action: Move) -> None:
    """Refuse what cannot be done to a case that is closed or suspended: only a deadline passes while it waits."""
    if case.status is not CaseStatus.SUSPENDED:
        raise Failure("RUN003", end=end_text(flow, case))
    if not isinstance(action, Escalate):
        raise Failure("RUN027")


def check_group(flow: Flow) -> None:
    """Raise :class:`Failure` RUN024 when a case of this flow must be opened for a group and the flow is of none."""
    if flow.groups and flow.group is None:
        raise Failure("RUN024", allowed=", ".join(f"{key} ({name})" for key, name in flow.groups.items()))


def choices(flow: Flow, case: Case) -> tuple[Choice, ...]:
    """Return every legal way on, by open step and then in declaration order; of a suspended case the late ones."""
    found = (choice for waiting in case.open for choice in _choices(flow, case, waiting))
    return tuple(found if case.status is _OPEN else (choice for choice in found if choice.late))


def _choices(flow: Flow, case: Case, waiting: OpenStep) -> list[Choice]:
    node, edges = flow.node[waiting.step], flow.outgoing[waiting.step]
    forks = tuple(edge for edge in edges if edge.kind is _FORK)
    found = [Choice(node, forks)] if forks else []
    for edge in edges:
        if edge.kind not in (_FORK, _LATE) and (edge.kind is _LIMIT) == _exhausted(case, edge):
            found.append(Choice(node, (edge,)))
    return found + [Choice(node, (edge,)) for edge in _overdue(flow, waiting)]


def _opened(flow: Flow, case: Case | None, action: Open) -> Event:
    if case is not None:
        raise Failure("RUN001")
    check_group(flow)
    event = Event(
        1,
        action.at,
        EventKind.OPENED,
        None,
        action.actor,
        action.person,
        None,
        action.note,
        (flow.start,),
        None,
        _OPEN,
        action.definition,
        group=flow.group,
        standing=action.standing,
        facts=action.facts,
    )
    clock = holder(flow, evolve(None, event))
    begins = not flow.from_complete or (clock is _OFFICE and action.complete)
    return event._replace(clock=clock.value, starts=1 if begins else None)


def _went(flow: Flow, case: Case, step: str, edges: tuple[Edge, ...]) -> tuple[tuple[str, ...], str | None, CaseStatus]:
    """Return the steps that open, the end that is reached, and the status of the case then."""
    if edges[0].kind is _FORK:
        return tuple(edge.target for edge in edges), None, _OPEN
    target = edges[0].target
    while target in flow.join:
        block = flow.block[target]
        for waiting in case.open:
            if waiting.step != step and waiting.step in block:
                return (), None, _OPEN  # the other branches are not there yet
        target = flow.outgoing[target][0].target
    end = flow.end.get(target)
    if end is not None:
        return (), end.key, CaseStatus(end.status.value)
    return (target,), None, CaseStatus.SUSPENDED if edges[0].suspend is not None else _OPEN


def _skipped(flow: Flow, node: Node) -> Edge:
    for edge in flow.outgoing[node.id]:
        if edge.kind is EdgeKind.SKIP:
            return edge
    raise Failure("RUN010", step=node.id)


def _late(flow: Flow, waiting: OpenStep, to: str | None) -> Edge:
    for edge in _overdue(flow, waiting):
        if to is None or edge.target == to:
            return edge
    raise Failure("RUN029", step=waiting.step)


def _overdue(flow: Flow, waiting: OpenStep) -> list[Edge]:
    """Return the arrows of the deadlines that run: that of the answer that led here before the step's own."""
    late = [edge for edge in flow.outgoing[waiting.step] if edge.kind is _LATE]
    return sorted((edge for edge in late if edge.via in (None, waiting.via)), key=lambda edge: edge.via is None)


def _taken(flow: Flow, case: Case, node: Node, action: Do) -> tuple[Edge, ...]:
    edges, answer = flow.outgoing[node.id], action.answer
    if answer is None:
        for edge in edges:
            if edge.kind is _NEXT:
                return (edge,)
        forks = tuple(edge for edge in edges if edge.kind is _FORK)
        if forks:
            return forks
    else:
        given = _answered(edges, answer)
        if given is not None and _exhausted(case, given):
            given = next((each for each in edges if each.kind is _LIMIT and each.answer == given.answer), None)
        if given is not None:
            if given.reason and not action.note:
                raise Failure("RUN018", step=node.id, answer=given.answer or "")
            return (given,)
    raise _answer_refused(edges, node, answer)


def _exhausted(case: Case, edge: Edge) -> bool:
    return edge.limit is not None and case.times(edge.source, edge.answer or "") >= edge.limit


def _answered(edges: tuple[Edge, ...], answer: str) -> Edge | None:
    for edge in edges:
        if edge.answer == answer:
            return edge
    # an officer types answers: only an exact one may win over one that differs in case
    folded = answer.casefold()
    for edge in edges:
        if edge.answer is not None and edge.answer.casefold() == folded:
            return edge
    return None


def _answer_refused(edges: tuple[Edge, ...], node: Node, answer: str | None) -> Failure:
    allowed = ", ".join(edge.answer for edge in edges if edge.answer is not None and edge.kind is not _LIMIT)
    if answer is None:
        # a flow whose definition has errors may lack the arrow; such a definition never opens a case
        return Failure("RUN007", step=node.id, question=node.question or "", allowed=allowed)
    if not allowed:
        return Failure("RUN009", step=node.id, answer=answer)
    return Failure("RUN008", step=node.id, answer=answer, allowed=allowed)


def named_actors(flow: Flow, actors: tuple[str, ...]) -> str:
    """Return actors by their keys and names, for a message."""
    return ", ".join(f"{actor} ({flow.actors[actor]})" if actor in flow.actors else actor for actor in actors)
