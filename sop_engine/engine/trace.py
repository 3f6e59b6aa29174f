"""An event -> the arrows along which the case went by it, over the joins that it passed. Pure; decides nothing."""

from __future__ import annotations

from collections.abc import Set

from sop_engine.engine.event import Event, EventKind
from sop_engine.flow import END_PREFIX, Edge, EdgeKind, Flow

_KINDS = {
    EventKind.DONE: (EdgeKind.NEXT, EdgeKind.ANSWER, EdgeKind.LIMIT, EdgeKind.FORK),
    EventKind.SKIPPED: (EdgeKind.SKIP,),
    EventKind.ESCALATED: (EdgeKind.LATE,),
}


def trace(flow: Flow, event: Event, waiting: Set[str]) -> tuple[Edge, ...]:
    """Return the arrows of ``event``; ``waiting`` are the steps that are open after it.

    A case that waits at a join went as far as that join.
    """
    if event.step is None:
        return ()
    kinds = _KINDS.get(event.kind, ())
    goals = {*event.opens, *((END_PREFIX + event.end,) if event.end else ())}
    found: list[Edge] = []
    for edge in flow.outgoing[event.step]:
        if edge.kind not in kinds or edge.answer != event.answer:
            continue
        way = _way(flow, edge, waiting)
        if way[-1].target in goals or (not goals and way[-1].target in flow.join):
            found += way
            if edge.kind is not EdgeKind.FORK:
                break
    return tuple(found)


def _way(flow: Flow, edge: Edge, waiting: Set[str]) -> list[Edge]:
    way = [edge]
    while way[-1].target in flow.join and not waiting & flow.block[way[-1].target]:
        way.append(flow.outgoing[way[-1].target][0])
    return way
