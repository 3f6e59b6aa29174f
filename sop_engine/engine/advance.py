"""A flow, a case and an action -> the next case, one event and its effects; or a refusal that changes nothing.

Depends on its arguments alone: the time, the person and the digest come in with the action. Effects are returned as
values and performed only by the shell. A refusal is a :class:`Failure` RUN001-RUN012 that says what is allowed.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sop_engine.engine.case import Case, evolve
from sop_engine.engine.event import CaseClosed, CaseStatus, Effect, Event, EventKind, TaskClosed, TaskOpened
from sop_engine.failure import Failure
from sop_engine.flow import Edge, EdgeKind, Flow, Node

# Read on every step; Python 3.11 searches for an enum's member each time.
_OPEN, _DONE, _NEXT = CaseStatus.OPEN, EventKind.DONE, EdgeKind.NEXT


class Open(NamedTuple):
    """Open a case under the definition with the digest ``definition``."""

    at: datetime
    person: str
    definition: str
    note: str | None = None


class Do(NamedTuple):
    """Record that a step was done, with the answer where it decides; ``actor`` None means the step's own."""

    at: datetime
    person: str
    step: str
    answer: str | None = None
    actor: str | None = None
    note: str | None = None


class Skip(NamedTuple):
    """Record that an optional step was not needed."""

    at: datetime
    person: str
    step: str
    actor: str | None = None
    note: str | None = None


Action = Open | Do | Skip


class Step(NamedTuple):
    """What an action made: the next case, the event to keep and the effects to perform, in their order."""

    case: Case
    event: Event
    effects: tuple[Effect, ...]


class Choice(NamedTuple):
    """One legal way on from an open step: along ``edge``, by doing the step (with an answer) or by skipping it."""

    node: Node
    edge: Edge

    @property
    def skip(self) -> bool:
        """Return whether this way skips the step."""
        return self.edge.kind is EdgeKind.SKIP


def advance(flow: Flow, case: Case | None, action: Action) -> Step:
    """Return the step that ``action`` makes on ``case`` (None before the opening).

    Raises :class:`Failure` when the procedure does not allow the action; ``case`` is a value and stays as it was.
    """
    event = decide(flow, case, action)
    return Step(evolve(case, event), event, _effects(flow, event))


def decide(flow: Flow, case: Case | None, action: Action) -> Event:
    """Return the event that ``action`` makes, or raise the :class:`Failure` that refuses it."""
    if isinstance(action, Open):
        if case is not None:
            raise Failure("RUN001")
        at, person, definition, note = action
        start = (flow.start,)
        return Event(1, at, EventKind.OPENED, None, None, person, None, note, start, None, _OPEN, definition)
    if case is None:
        raise Failure("RUN002")
    if case.status is not _OPEN:
        raise Failure("RUN003", end=_end_text(flow, case))
    node = _open_node(flow, case, action.step)
    actor = node.actor if action.actor is None else action.actor
    if actor != node.actor and actor not in node.joint:
        raise Failure("RUN006", step=node.id, actor=actor, allowed=_named(flow, node.performers))
    if isinstance(action, Skip):
        edge, kind = _skipped(flow, node), EventKind.SKIPPED
    else:
        edge, kind = _taken(flow, node, action.answer), _DONE
    end = flow.end.get(edge.target)
    if end is None:
        went: tuple[tuple[str, ...], str | None, CaseStatus] = (edge.target,), None, _OPEN
    else:
        went = (), end.key, CaseStatus(end.status.value)
    return Event(case.version + 1, action.at, kind, node.id, actor, action.person, edge.answer, action.note, *went)


def choices(flow: Flow, case: Case) -> tuple[Choice, ...]:
    """Return every legal way on, by open step and then in declaration order; none when the case is closed."""
    return tuple(Choice(flow.node[waiting.step], edge) for waiting in case.open for edge in flow.outgoing[waiting.step])


def _open_node(flow: Flow, case: Case, step: str) -> Node:
    for waiting in case.open:
        if waiting.step == step:
            return flow.node[step]
    allowed = ", ".join(_described(flow, waiting.step) for waiting in case.open)
    raise Failure("RUN005" if step in flow.node else "RUN004", step=step, allowed=allowed)


def _skipped(flow: Flow, node: Node) -> Edge:
    for edge in flow.outgoing[node.id]:
        if edge.kind is EdgeKind.SKIP:
            return edge
    raise Failure("RUN010", step=node.id)


def _taken(flow: Flow, node: Node, answer: str | None) -> Edge:
    edges = flow.outgoing[node.id]
    if answer is None:
        for edge in edges:
            if edge.kind is _NEXT:
                return edge
    else:
        for edge in edges:
            if edge.answer == answer:
                return edge
        # an officer types answers: only an exact one may win over one that differs in case
        folded = answer.casefold()
        for edge in edges:
            if edge.answer is not None and edge.answer.casefold() == folded:
                return edge
    raise _answer_refused(edges, node, answer)


def _answer_refused(edges: tuple[Edge, ...], node: Node, answer: str | None) -> Failure:
    allowed = ", ".join(edge.answer for edge in edges if edge.answer is not None)
    if answer is None:
        # a flow whose definition has errors may lack the arrow; such a definition never opens a case
        return Failure("RUN007", step=node.id, question=node.question or "", allowed=allowed)
    if not allowed:
        return Failure("RUN009", step=node.id, answer=answer)
    return Failure("RUN008", step=node.id, answer=answer, allowed=allowed)


def _effects(flow: Flow, event: Event) -> tuple[Effect, ...]:
    effects: tuple[Effect, ...] = ()
    if event.step is not None:
        effects = (TaskClosed(event.step, flow.node[event.step].performers),)
    for step in event.opens:
        node = flow.node[step]
        effects += (TaskOpened(step, node.performers, node.activity),)
    return effects if event.end is None else (*effects, CaseClosed(event.end, event.status))


def _named(flow: Flow, actors: tuple[str, ...]) -> str:
    return ", ".join(f"{actor} ({flow.actors[actor]})" if actor in flow.actors else actor for actor in actors)


def _described(flow: Flow, step: str) -> str:
    return f"{step} ({flow.actors.get(flow.node[step].actor, flow.node[step].actor)})"


def _end_text(flow: Flow, case: Case) -> str:
    return next((end.text for end in flow.ends if end.key == case.end), case.status.value)
