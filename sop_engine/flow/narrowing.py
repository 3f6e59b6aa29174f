"""A flow -> the flow of one group of applicants: the steps of the others are gone, their arrows lead past them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sop_engine.flow.graph import DEFAULT_END, END_PREFIX, Edge, EdgeKind, Flow, Join, Node
from sop_engine.flow.returns import with_returns


def narrowed(flow: Flow, group: str) -> Flow:
    """Return the flow of a group; see :meth:`Flow.narrowed`."""
    gone = {node.id for node in flow.nodes if node.only and group not in node.only}
    gone |= {step for join, steps in flow.block.items() if flow.join[join].split in gone for step in steps}
    joins = tuple(join for join in flow.joins if join.split not in gone)
    kept_joins = {join.id for join in joins}
    past = {edge.source: edge.target for edge in flow.edges if edge.kind is EdgeKind.SKIP and edge.source in gone}

    def beyond(place: str) -> str | None:
        """Return where what led to ``place`` leads now; None where steps of other groups lead past each other only."""
        passed: set[str] = set()
        while place in gone:
            if place in passed or place not in past:
                return None
            passed.add(place)
            place = past[place]
        return place

    edges, broken = [], set(flow.broken - gone)
    for edge in flow.edges:
        if edge.kind is EdgeKind.LATE and edge.via is not None and edge.via[0] not in gone and edge.source in gone:
            # the deadline of an answer goes with the answer, to the step that it leads to now
            source = beyond(edge.source)
            if source is None or source not in flow.node:
                continue
            edge = edge._replace(source=source)  # noqa: PLW2901
        if edge.source in gone or (edge.source in flow.join and edge.source not in kept_joins):
            continue
        if edge.kind is EdgeKind.SKIP and flow.node[edge.source].optional is None:
            continue  # the step is there for this group
        if edge.kind is EdgeKind.LATE and edge.via is not None and edge.via[0] in gone:
            continue
        target = beyond(edge.target)
        if target is None:
            broken.add(flow.join[edge.source].split if edge.source in flow.join else edge.source)
            continue
        if edge.kind is EdgeKind.FORK and target in flow.join:
            continue  # nothing is left of this branch
        edges.append(edge._replace(target=target, back=False))
    forking = {edge.source for edge in edges if edge.kind is EdgeKind.FORK}
    edges += [Edge(join.split, join.id, EdgeKind.NEXT) for join in joins if join.split not in forking]
    nodes = tuple(node for node in flow.nodes if node.id not in gone)
    return replace(
        flow,
        start=beyond(flow.start) or END_PREFIX + DEFAULT_END,
        nodes=nodes,
        joins=tuple(replace(join, first=tuple(beyond(step) or step for step in join.first)) for join in joins),
        edges=tuple(with_returns(edges, _order(nodes, joins))),
        group=group,
        broken=frozenset(broken),
    )


def _order(nodes: Sequence[Node], joins: Sequence[Join]) -> dict[str, int]:
    """Return the places of steps and joins in written order, a join after the last step of its block."""
    waiting = {join.split: join.id for join in joins}
    order: dict[str, int] = {}
    open_blocks: list[str] = []
    for node in nodes:
        while open_blocks and not any(branch.rpartition("/")[0] == open_blocks[-1] for branch in node.inside):
            order[waiting[open_blocks.pop()]] = len(order)
        order[node.id] = len(order)
        if node.id in waiting:
            open_blocks.append(node.id)
    while open_blocks:
        order[waiting[open_blocks.pop()]] = len(order)
    return order
