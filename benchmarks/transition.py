"""One in-memory transition, against a bare store of frozen NamedTuples with guards and a list of events."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from benchmarks.measure import alternating, table
from sop_engine.compiler import load
from sop_engine.definition.catalogue import Catalogue
from sop_engine.engine.action import Do, Open
from sop_engine.engine.advance import advance, choices

ROUNDS = 200
NOW = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)


class BareState(NamedTuple):
    version: int
    step: str
    done: bool


class BareEvent(NamedTuple):
    seq: int
    at: datetime
    step: str
    answer: str | None
    person: str


def main() -> None:
    flow = load(Catalogue(Path("definitions")), "kerjasama-media").flow()
    walk = _walk(flow)
    arrows = {(edge.source, edge.answer): edge.target for edge in flow.edges}
    performers = {node.id: node.performers for node in flow.nodes}

    def ours() -> None:
        case = advance(flow, None, Open(NOW, "p", "d")).case
        events = []
        for action in walk:
            step = advance(flow, case, action)
            case = step.case
            events.append(step.event)

    def bare() -> None:
        state = BareState(1, flow.start, False)
        events = []
        for action in walk:
            if state.done or action.step != state.step:
                raise ValueError(action.step)
            if action.actor is not None and action.actor not in performers[action.step]:
                raise ValueError(action.actor)
            target = arrows.get((action.step, action.answer))
            if target is None:
                raise ValueError(action.answer)
            events.append(BareEvent(state.version, action.at, action.step, action.answer, action.person))
            state = BareState(state.version + 1, target, target in flow.end)

    floor = "bare frozen NamedTuples"
    medians = alternating({floor: bare, "advance": ours}, ROUNDS)
    each = {name: value / len(walk) for name, value in medians.items()}
    table(f"One transition in memory (case of {len(walk)} steps, one return)", each, floor, {"advance": 5})


def _walk(flow) -> list[Do]:
    """Return the actions of a case that takes each return once."""
    case = advance(flow, None, Open(NOW, "p", "d")).case
    walk, returned = [], set()
    while options := choices(flow, case):
        back = next((each for each in options if each.edge.back and each.node.id not in returned), None)
        choice = back or next(each for each in options if not each.edge.back)
        returned.add(choice.node.id if back else None)
        walk.append(Do(NOW, "p", choice.node.id, choice.edge.answer))
        case = advance(flow, case, walk[-1]).case
    return walk


if __name__ == "__main__":
    main()
