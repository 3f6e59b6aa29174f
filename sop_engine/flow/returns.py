"""Which arrows are returns: they lead up the list, and the case can come from there to here again."""

from __future__ import annotations

from collections.abc import Mapping

from sop_engine.circle import components
from sop_engine.flow.graph import Edge


def with_returns(edges: list[Edge], order: Mapping[str, int]) -> list[Edge]:
    """Return the arrows, the returns among them marked; ``order`` are the places of steps and joins in the list."""
    upward = [edge for edge in edges if edge.target in order and order[edge.target] <= order[edge.source]]
    if not upward:
        return edges
    successors: dict[str, list[str]] = {place: [] for place in order}
    for edge in edges:
        if edge.target in order:
            successors[edge.source].append(edge.target)
    circle = components(successors)
    returns = {id(edge) for edge in upward if circle[edge.source] == circle[edge.target]}
    return [edge._replace(back=True) if id(edge) in returns else edge for edge in edges]
