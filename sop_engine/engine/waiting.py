"""A case and its flow -> what waits: whose time runs, which steps are open for whom. Pure projections of the state."""

from __future__ import annotations

from typing import NamedTuple

from sop_engine.engine.case import Case, OpenStep
from sop_engine.engine.event import CaseStatus
from sop_engine.failure import Failure
from sop_engine.flow import Flow, Node, Whose


class Task(NamedTuple):
    """An open step in the inbox of one of its performers; ``own``: of the step's own actor."""

    step: OpenStep
    actor: str
    own: bool
    activity: str


def tasks(flow: Flow, case: Case) -> tuple[Task, ...]:
    """Return what waits for whom: every open step once for each performer, of a suspended or closed case nothing."""
    if case.status is not CaseStatus.OPEN:
        return ()
    found = []
    for waiting in case.open:
        performers = flow.performers.get(waiting.step, ())
        found += [
            Task(waiting, actor, not place, flow.node[waiting.step].activity) for place, actor in enumerate(performers)
        ]
    return tuple(found)


def holder(flow: Flow, case: Case) -> Whose:
    """Return whose time runs: the office's while one of its steps is open, nobody's while the case stands still.

    While papers turn out to be missing after the promised time began, what would be the office's is the applicant's.
    """
    if case.status is not CaseStatus.OPEN:
        return Whose.NONE
    owners = {owner(flow, waiting) for waiting in case.open}
    whose = next((whose for whose in Whose if whose in owners), Whose.NONE)
    if whose is Whose.OFFICE and case.incomplete and case.started and flow.from_complete:
        return Whose.APPLICANT
    return whose


def suspends(flow: Flow, waiting: OpenStep) -> bool:
    """Return whether a step was opened by the answer that suspended the case."""
    if waiting.via is None:
        return False
    step, answer = waiting.via
    return any(edge.suspend is not None for edge in flow.outgoing[step] if edge.answer == answer)


def open_node(flow: Flow, case: Case, step: str) -> tuple[OpenStep, Node]:
    """Return an open step; raises :class:`Failure` RUN004 for one that is not there, RUN005 for one not open."""
    for waiting in case.open:
        if waiting.step == step:
            return waiting, flow.node[step]
    allowed = ", ".join(described(flow, waiting.step) for waiting in case.open)
    raise Failure("RUN005" if step in flow.node else "RUN004", step=step, allowed=allowed)


def described(flow: Flow, step: str) -> str:
    """Return a step with its actor's name, for a message."""
    return f"{step} ({flow.actors.get(flow.node[step].actor, flow.node[step].actor)})"


def end_text(flow: Flow, case: Case) -> str:
    """Return how a case ended, for a message."""
    return next((end.text for end in flow.ends if end.key == case.end), case.status.value)


def owner(flow: Flow, waiting: OpenStep) -> Whose:
    """Return whose time runs while a step is open: as the answer that led to it says, else as the step does."""
    node = flow.node.get(waiting.step)
    if node is None:
        return Whose.NONE
    if waiting.via is not None:
        step, answer = waiting.via
        for edge in flow.outgoing.get(step, ()):
            if edge.answer == answer and edge.target == waiting.step and edge.clock is not None:
                return edge.clock
    return node.clock
