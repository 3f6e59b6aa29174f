"""What was measured -> one bar a step: when it begins, how long it takes, and whether it lies on the usual way."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from sop_engine.flow import EdgeKind, Flow, Node
from sop_engine.promise.measure import Measured
from sop_engine.promise.weight import Weight


class Only(StrEnum):
    """What leads to a step that no case passes without it."""

    RETURN = "by_return"
    LIMIT = "by_limit"
    """A return that may not be repeated any more."""
    DEADLINE = "by_deadline"


class Bar(NamedTuple):
    """One step on an axis of working minutes; ``begin`` is None when ``only`` says what leads there.

    ``share`` is its part of the usual way, 0 to 1; 0 for a step beside that way, and where a time on it is missing.
    """

    node: Node
    begin: int | None
    weight: Weight
    main: bool
    share: float
    only: Only | None = None


def bars(measured: Measured) -> tuple[Bar, ...]:
    """Return the bars of a procedure in the order of its steps."""
    minutes = {leg.step: leg.minutes for leg in measured.usual.legs}
    total = measured.usual.minutes if all(leg.known for leg in measured.usual.legs) else 0
    unlimited = _reached(measured.flow, {EdgeKind.LATE, EdgeKind.LIMIT})
    punctual = _reached(measured.flow, {EdgeKind.LATE})

    def only(step: str) -> Only | None:
        if step in measured.begins:
            return None
        return Only.RETURN if step in unlimited else Only.LIMIT if step in punctual else Only.DEADLINE

    return tuple(
        Bar(
            node,
            measured.begins.get(node.id),
            measured.weight(node),
            node.id in minutes,
            minutes.get(node.id, 0) / total if total else 0.0,
            only(node.id),
        )
        for node in measured.flow.nodes
    )


def _reached(flow: Flow, closed: Iterable[EdgeKind]) -> set[str]:
    """Return the places that a case can come to when some kinds of arrows are closed."""
    found, waiting = {flow.start}, [flow.start]
    while waiting:
        for edge in flow.outgoing.get(waiting.pop(), ()):
            if edge.kind not in closed and edge.target not in found:
                found.add(edge.target)
                waiting.append(edge.target)
    return found
