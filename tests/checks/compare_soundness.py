"""Compares the analysis of soundness with the exact state search: ``python tests/checks/compare_soundness.py 100000``.

Prints how many random procedures of each sort were compared; stops at the first disagreement and shows it.
"""

from __future__ import annotations

import sys
from collections import Counter
from random import Random
from typing import Any

from random_steps import procedure
from state_search import NowhereToLandError, Search, TooLargeError

from sop_engine.checks.soundness import Places, Trap
from sop_engine.checks.story import Ways
from sop_engine.definition.model import Definition
from sop_engine.flow import Flow, derive

GROUP_NAMES = {"umum": {"name": "Umum"}, "bpjs": {"name": "BPJS"}}


def flow_of(steps: list[dict[str, Any]], groups: tuple[str, ...] = ()) -> Flow:
    """Return the flow of a procedure with these steps."""
    return flow_and_definition(steps, groups)[0]


def flow_and_definition(steps: list[dict[str, Any]], groups: tuple[str, ...] = ()) -> tuple[Flow, Definition]:
    """Return the flow of a procedure with these steps, and the definition around it."""
    definition = {
        "sop": 1,
        "id": "acak",
        "title": "Layanan Acak",
        "unit": "contoh",
        "requirements": (),
        "actors": {"a": {"name": "Petugas"}},
        "applicants": {key: GROUP_NAMES[key] for key in groups},
        "steps": steps,
        "ends": {"tolak": {"status": "rejected", "text": "Ditolak"}},
        "sla": {"within": "1 hari kerja"},
        "fee": {"free": True},
        "products": ("Surat",),
        "complaints": {"channels": ()},
    }
    model = Definition.model_validate(definition)
    return derive(model)[0], model


def compared(steps: list[dict[str, Any]], groups: tuple[str, ...]) -> str:
    """Return the sort of a procedure on which both agree. Raises AssertionError where they do not."""
    flow = flow_of(steps, groups)
    if any(flow.narrowed(group).broken for group in groups):
        # steps of other groups that lead past each other only are an error of their own (SOP091)
        raise NowhereToLandError
    searches = {group: Search(steps, group) for group in groups or (None,)}
    sorts = [_compared(Places(flow.narrowed(group)), search) for group, search in searches.items()]
    return next(sort for sort in ("uncountable", "unsound", "dead steps", "sound") if sort in sorts)


def _compared(places: Places, search: Search) -> str:
    ours, theirs = {(edge.source, str(edge.answer)) for edge in places.endless}, search.endless()
    assert bool(ours) == bool(theirs), ("uncountable limits", ours, theirs)
    assert ours >= theirs, ("uncountable limits", ours, theirs)
    if ours:
        return "uncountable"
    for_group = set(places.flow.node)
    assert set(places.dead) == for_group - search.reached(), ("dead", places.dead, search.reached())
    stuck = search.stuck()
    assert bool(places.traps) == bool(stuck), ("sound", places.traps)
    assert _last(places) == search.traps(), ("traps", places.traps, search.traps())
    told = {step for trap in places.traps for step in trap.steps}
    assert told <= {step for state in stuck for step, _ in state.open}, ("trapped", told)
    if places.traps and not search.limited:
        ways = Ways(places)
        for trap in places.traps:
            nearest = min(ways.cost[place] for place in (*trap.steps, *trap.joins))
            assert nearest == search.first_seen(set(trap.steps)), ("shortest way", trap, nearest)
    return "unsound" if places.traps else "dead steps" if places.dead else "sound"


def _last(places: Places) -> set[str]:
    """Return the steps of the traps from which no other trap is reached: where stuck cases are in the end."""
    after: dict[str, list[str]] = {}
    for edge in places.lasting:
        after.setdefault(edge.source, []).append(edge.target)
    last: set[str] = set()
    for trap in places.traps:
        found, waiting = set(trap.steps), list(trap.steps)
        while waiting:
            new = [target for target in after.get(waiting.pop(), ()) if target not in found]
            found.update(new)
            waiting.extend(new)
        steps = found & places.flow.node.keys() if not trap.inside else _inside(places, found, trap)
        if not any(other is not trap and steps.issuperset(other.steps) for other in places.traps):
            last |= steps
    return last


def _inside(places: Places, found: set[str], trap: Trap) -> set[str]:
    depth = len(trap.inside)
    return {step for step in found & places.flow.node.keys() if places.inside[step][:depth] == trap.inside}


def run(number: int, first: int = 0) -> Counter[str]:
    """Compare that many procedures and return how many there were of each sort."""
    sorts: Counter[str] = Counter()
    for seed in range(first, first + number):
        steps, groups = procedure(Random(seed))
        try:
            sorts[compared(steps, groups)] += 1
        except TooLargeError:
            sorts["left out: too many states"] += 1
        except NowhereToLandError:
            sorts["left out: groups led past in a circle"] += 1
        except AssertionError as error:
            error.add_note(f"seed {seed}, groups {groups}, steps {steps}")
            raise
    return sorts


if __name__ == "__main__":
    asked = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    for sort, found in sorted(run(asked, int(sys.argv[2]) if len(sys.argv) > 2 else 0).items()):
        sys.stdout.write(f"{found:>9} {sort}\n")
