"""Two versions of the flows -> the arrows that lead elsewhere now, over joins to steps and ends.

Arrows from or to steps that only one version has are told where the step is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sop_engine.comparison.change import Audience, Change, Kind
from sop_engine.flow import EdgeKind

if TYPE_CHECKING:
    from sop_engine.compiler import Compiled
    from sop_engine.flow import Flow


def arrows(old: Compiled, new: Compiled) -> Iterator[Change]:
    """Yield the arrows of each procedure that both versions have, where they lead elsewhere."""
    before = {flow.procedure: flow for flow in old.flows}
    for flow in new.flows:
        if flow.procedure not in before:
            continue
        earlier = before[flow.procedure]
        was, now = _led(earlier), _led(flow)
        for arrow in [*now, *(arrow for arrow in was if arrow not in now)]:
            step, kind, answer = arrow
            if was.get(arrow) == now.get(arrow) or not (step in flow.node and step in earlier.node):
                continue
            place = (flow.node[step].activity, kind.value, *((answer,) if answer else ()))
            old_goal, new_goal = _goals(earlier, was.get(arrow)), _goals(flow, now.get(arrow))
            yield Change(Audience.FLOW, None, Kind.LEADS, place, old_goal, new_goal)


def _led(flow: Flow) -> dict[tuple[str, EdgeKind, str | None], tuple[str, ...]]:
    """Return where each arrow of a step leads, over joins to steps and ends; the forks of one step together."""
    led: dict[tuple[str, EdgeKind, str | None], tuple[str, ...]] = {}
    for edge in flow.edges:
        target = edge.target
        while target in flow.join:
            target = flow.outgoing[target][0].target
        key = (edge.source, edge.kind, edge.answer or (edge.via[1] if edge.via else None))
        led[key] = (*led.get(key, ()), target)
    return led


def _goals(flow: Flow, targets: tuple[str, ...] | None) -> str | None:
    if targets is None:
        return None
    return "; ".join(flow.end[each].text if each in flow.end else flow.node[each].activity for each in targets)
