"""What a step requires, held against the last check of the papers -> the refusal to go on while one is missing."""

from __future__ import annotations

from sop_engine.failure import Failure
from sop_engine.flow import Edge, EdgeKind, EndStatus, Flow
from sop_engine.office import papers
from sop_engine.office.seat import Seat
from sop_engine.office.view import CaseView


def check(seat: Seat, view: CaseView, step: str, answer: str | None) -> None:
    """Refuse to go on from a step that requires papers while one of them is missing by the last check (RUN057).

    To return the file, to end the case and to prepare its rejection stay possible: what is missing may be the reason.
    So does what an outsider does: that an incomplete file was handed in is a fact.
    """
    node = view.flow.node.get(step)
    if node is None or not (node.requires and view.case.incomplete) or node.actor in view.flow.external:
        return
    stands = papers.checked(each.event for each in seat.journal.history(view.id))
    lacks = [] if stands is None else [key for key in stands.lacks if key.partition(".")[0] in node.requires]
    if lacks and any(_goes_on(view.flow, edge) for edge in _meant(view, step, answer)):
        wanted = papers.checklist(view.compiled.definition, view.case.group)
        named = {each.key: each.text for paper in wanted for each in paper.every}
        missing = "; ".join(f"{named.get(key, key)} ({key})" for key in lacks)
        have = " ".join(f"--have {key}" for key in lacks)
        raise Failure("RUN057", step=step, missing=missing, case=view.id, have=have)


def _meant(view: CaseView, step: str, answer: str | None) -> tuple[Edge, ...]:
    """Return the arrows that a step would take with this answer; none where the engine refuses it."""
    said = None if answer is None else answer.casefold()
    for choice in view.choices:
        there = choice.edge.answer
        if choice.node.id == step and not (choice.skip or choice.late) and said == (there and there.casefold()):
            return choice.edges
    return ()


def _goes_on(flow: Flow, edge: Edge) -> bool:
    """Return whether an arrow leads by later steps to a good end, without coming back to where it begins.

    The limit of an answer is where that leads which can be returned no more.
    """
    if edge.back or edge.kind is EdgeKind.LIMIT or edge.target in flow.end:
        return False
    seen, waiting = {edge.source, edge.target}, [edge.target]
    while waiting:
        following = {each.target for each in flow.outgoing[waiting.pop()] if each.kind is not EdgeKind.LATE} - seen
        if any(flow.end[each].status is EndStatus.FINISHED for each in following & flow.end.keys()):
            return True
        seen |= following
        waiting += following - flow.end.keys()
    return False
