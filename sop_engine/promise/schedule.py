"""What was measured -> one bar a step: when it begins, how long it takes, and whether it lies on the usual way."""

from __future__ import annotations

from typing import NamedTuple

from sop_engine.flow import Node
from sop_engine.promise.measure import Measured
from sop_engine.promise.weight import Weight


class Bar(NamedTuple):
    """One step on an axis of working minutes; ``begin`` is None when only a return leads there.

    ``share`` is its part of the usual way, 0 to 1; 0 for a step beside that way, and where a time on it is missing.
    """

    node: Node
    begin: int | None
    weight: Weight
    main: bool
    share: float


def bars(measured: Measured) -> tuple[Bar, ...]:
    """Return the bars of a procedure in the order of its steps."""
    minutes = {leg.step: leg.minutes for leg in measured.usual.legs}
    total = measured.usual.minutes if all(leg.known for leg in measured.usual.legs) else 0
    return tuple(
        Bar(
            node,
            measured.begins.get(node.id),
            measured.weight(node),
            node.id in minutes,
            minutes.get(node.id, 0) / total if total else 0.0,
        )
        for node in measured.flow.nodes
    )
