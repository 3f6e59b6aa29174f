"""Dead steps -> one group for each cause, without the echoes of errors that are told elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sop_engine.checks.soundness import Places
from sop_engine.circle import components
from sop_engine.flow import JOIN_PREFIX, Flow


def unreached(flow: Flow, variants: Sequence[Places]) -> list[tuple[str, ...]]:
    """Return the steps that nobody comes to, in groups: the step to lead a case to, then those that follow from it.

    ``variants`` are the flow itself or that of each group of applicants. A step is left out that would be reached if
    cases could go on from a trap, or for which no known group is named; all are, where cases may go anywhere.
    """
    if any(places.unknown & places.reached for places in variants):
        return []
    reached = {place for places in variants for place in places.reached}
    if all(node.id in reached for node in flow.nodes):
        return []
    after = {place: [edge.target for edge in edges] for place, edges in flow.outgoing.items()}
    alive = _closure({*reached, *_beyond_traps(flow, variants), *_for_nobody(flow)}, after, set())
    dead = {
        place: [target for target in targets if target in after and target not in alive]
        for place, targets in after.items()
        if place not in alive
    }
    circle = components(dead)
    led_to = {
        circle[target] for place, targets in dead.items() for target in targets if circle[target] != circle[place]
    }
    groups = []
    told: set[str] = set()
    for node in flow.nodes:
        if node.id in dead and circle[node.id] not in led_to and node.id not in told:
            found = _closure({node.id}, dead, told)
            others = sorted(flow.node[step].number for step in found if step in flow.node and step != node.id)
            groups.append((node.id, *(flow.nodes[number - 1].id for number in others)))
    return groups


def _beyond_traps(flow: Flow, variants: Sequence[Places]) -> Iterator[str]:
    following: dict[str, str] = {}
    last: dict[tuple[str, ...], str] = {}
    for node in flow.nodes:
        if node.inside in last:
            following[last[node.inside]] = node.id
        last[node.inside] = node.id
    for trap in (trap for places in variants for trap in places.traps):
        if trap.inside:
            yield JOIN_PREFIX + trap.inside[-1].rpartition("/")[0]
        yield from (following[step] for step in trap.steps if step in following)


def _for_nobody(flow: Flow) -> Iterator[str]:
    groups = flow.groups or {}
    return (node.id for node in flow.nodes if groups and node.only and not any(key in groups for key in node.only))


def _closure(start: set[str], after: Mapping[str, Iterable[str]], passed: set[str]) -> set[str]:
    """Return what ``start`` leads to, without and around what was ``passed`` before; adds it to ``passed``."""
    found = set(start)
    passed |= start
    waiting = list(start)
    while waiting:
        for target in after.get(waiting.pop(), ()):
            if target not in passed:
                passed.add(target)
                found.add(target)
                waiting.append(target)
    return found
