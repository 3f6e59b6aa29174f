"""The engine runs what the checks judged: it comes to the steps that are reached, and is stuck where they say so."""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random

import pytest
from compare_soundness import flow_of
from random_steps import procedure

from sop_engine.checks.soundness import judge
from sop_engine.engine.action import Open, Resume
from sop_engine.engine.advance import advance, choices
from sop_engine.engine.event import CaseStatus
from sop_engine.failure import Failure

NOW = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)
PROCEDURES = 250
LARGEST = 3000


def explored(flow):
    """Return the steps that cases come to, and whether each can finish without anybody late; None: too many states."""
    first = advance(flow, None, Open(NOW, "sri", "d")).case
    cases, onward, finished = {}, {}, set()
    waiting = [first]
    while waiting:
        case = waiting.pop()
        if case.status is CaseStatus.SUSPENDED:
            case = advance(flow, case, Resume(NOW, "sri")).case
        key = (frozenset((each.step, each.via) for each in case.open), frozenset(case.given))
        if key in cases:
            continue
        if len(cases) > LARGEST:
            return None
        cases[key], onward[key] = case, set()
        for choice in choices(flow, case):
            if choice.edge.reason:
                with pytest.raises(Failure, match="RUN018"):
                    advance(flow, case, choice.action(NOW, "sri"))
            after = advance(flow, case, choice.action(NOW, "sri", note="–")).case
            assert (after.status is CaseStatus.SUSPENDED) == (choice.edge.suspend is not None and after.end is None)
            if after.end is not None:
                finished |= {key} if not choice.late else set()
                continue
            # where a case is told again matters, not when
            then = (frozenset((each.step, each.via) for each in after.open), frozenset(after.given))
            onward[key] |= {then} if not choice.late else set()
            waiting.append(after)
    growing = True
    while growing:
        more = {key for key in cases if key not in finished and onward[key] & finished}
        finished |= more
        growing = bool(more)
    steps = {each.step for case in cases.values() for each in case.open}
    return steps, len(finished) == len(cases)


def test_the_engine_reaches_what_is_judged_reachable_and_can_finish_where_it_is_judged_sound():
    seen = {"sound": 0, "stuck": 0}
    for seed in range(PROCEDURES):
        whole = flow_of(*procedure(Random(seed)))
        for group in whole.groups or (None,):
            flow = whole.narrowed(group)
            verdict = judge(flow)
            if flow.broken or verdict.endless or flow.start not in flow.node:
                continue
            found = explored(flow)
            if found is None:
                continue
            steps, finishing = found
            assert steps == {node.id for node in flow.nodes} - set(verdict.dead), seed
            assert finishing == (not verdict.traps), seed
            seen["sound" if finishing else "stuck"] += 1
    assert min(seen.values()) > PROCEDURES // 20, seen
