"""Runs cases that nobody has: a scenario beside a definition against what it expects, and every way through.

Uses the engine itself, so that what is rehearsed is what will happen. Of parallel branches the first is walked to its
end, then the next: how they interleave changes nothing about where they lead. Nothing is stored and nothing printed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from sop_engine.engine.action import Open, Resume
from sop_engine.engine.advance import Choice, advance, choices
from sop_engine.engine.event import CaseStatus
from sop_engine.engine.trace import trace
from sop_engine.flow import EdgeKind

if TYPE_CHECKING:
    from sop_engine.definition.scenario import Scenario
    from sop_engine.engine.case import Case
    from sop_engine.flow import Edge, Flow

_NOW = datetime(2000, 1, 1, tzinfo=UTC)
_LONGEST = 10_000
"""Steps after which a scenario is given up: it goes round in a circle."""


class Taken(NamedTuple):
    """One step of a way: what was done there (``answer`` when it decides, ``skip``, ``late``)."""

    step: str
    answer: str | None
    skip: bool
    late: bool
    back: bool


@dataclass(frozen=True)
class Way:
    """One way through a flow; ``end`` is the key of the end, None when it was given up.

    ``unused`` are the steps for which a scenario said more than was asked on this way, by the key it said it in.
    """

    taken: tuple[Taken, ...]
    end: str | None
    unused: tuple[tuple[str, str], ...] = ()

    @property
    def steps(self) -> tuple[str, ...]:
        """Return the steps that were done; those passed over are none."""
        return tuple(each.step for each in self.taken if not (each.skip or each.late))

    @property
    def returns(self) -> int:
        """Return how often the case went back."""
        return sum(each.back for each in self.taken)


class Deviation(NamedTuple):
    """Where a way is not what a scenario expects: ``key`` of the expectation, what was expected and what was seen.

    ``place`` counts from 1: the step of ``steps`` or of ``through`` at which it first differs; 0 for the others.
    """

    key: str
    expected: str
    seen: str
    place: int = 0


def rehearse(flow: Flow, scenario: Scenario) -> Way:
    """Return the way that a scenario takes through its flow (narrowed to its group of applicants)."""
    answers = {step: list(given) for step, given in scenario.answers.items()}
    skips, late = Counter(scenario.skips), Counter(scenario.late)
    case, taken = _begin(flow), list[Taken]()
    while case.open and len(taken) < _LONGEST:
        step = _foremost(flow, case)
        ways = [choice for choice in choices(flow, case) if choice.node.id == step]
        choice = _chosen(ways, answers.get(step, []), skips, late)
        case, walked = _after(flow, case, choice)
        taken.append(_told(choice, walked))
    left = [("answers", step) for step, given in answers.items() if given]
    left += [(key, step) for key, counted in (("skips", skips), ("late", late)) for step in counted if counted[step]]
    return Way(tuple(taken), case.end, tuple(left))


def _chosen(ways: list[Choice], answers: list[str], skips: Counter[str], late: Counter[str]) -> Choice:
    step = ways[0].node.id
    for wanted, given in (("late", late), ("skip", skips)):
        found = next((way for way in ways if getattr(way, wanted)), None)
        if found is not None and given[step]:
            given[step] -= 1
            return found
    done = [way for way in ways if not (way.skip or way.late)]
    if answers:
        wanted = answers.pop(0).casefold()
        return next((way for way in done if (way.edge.answer or "").casefold() == wanted), done[0])
    return next((way for way in done if way.edge.affirmative), done[0])


def deviations(way: Way, scenario: Scenario) -> tuple[Deviation, ...]:
    """Return where a way is not what the scenario expects; nothing when all is as expected."""
    found = []
    if scenario.steps and way.steps != scenario.steps:
        found.append(_first_difference("steps", scenario.steps, way.steps))
    remaining = iter(way.steps)
    for place, step in enumerate(scenario.through, 1):
        if step not in remaining:  # reads on from where the one before was found
            found.append(Deviation("through", step, ", ".join(way.steps), place))
            break
    found += [Deviation("never", step, ", ".join(way.steps)) for step in scenario.never if step in way.steps]
    if scenario.end is not None and way.end != scenario.end:
        found.append(Deviation("end", scenario.end, way.end or "–"))
    found += [Deviation(key, step, ", ".join(way.steps)) for key, step in way.unused]
    if way.end is None and scenario.end is None:
        found.append(Deviation("end", "…", "–"))
    return tuple(found)


def _first_difference(key: str, expected: tuple[str, ...], seen: tuple[str, ...]) -> Deviation:
    place = next(
        (at for at, pair in enumerate(zip(expected, seen, strict=False)) if pair[0] != pair[1]),
        min(len(expected), len(seen)),
    )
    return Deviation(key, _at(expected, place), _at(seen, place), place + 1)


def _at(steps: tuple[str, ...], place: int) -> str:
    return steps[place] if place < len(steps) else "–"


def ways(flow: Flow, *, returns: int = 1, late: bool = False) -> Iterator[Way]:
    """Yield every way through a flow, in declaration order of its answers.

    Each return is taken at most ``returns`` times, so that there are finitely many; their number may still grow
    exponentially with the number of questions. ``late`` also lets deadlines pass.
    """
    waiting: list[tuple[Case, tuple[Taken, ...], tuple[tuple[str, str], ...]]] = [(_begin(flow), (), ())]
    while waiting:
        case, taken, gone_back = waiting.pop()
        if not case.open:
            yield Way(taken, case.end)
            continue
        step = _foremost(flow, case)
        onward = []
        for choice in choices(flow, case):
            if choice.node.id != step or (choice.late and not late):
                continue
            after, walked = _after(flow, case, choice)
            back = (*gone_back, *(edge[:2] for edge in walked if edge.back))
            if all(back.count(arrow) <= returns for arrow in back[len(gone_back) :]):
                onward.append((after, (*taken, _told(choice, walked)), back))
        waiting += reversed(onward)


def _begin(flow: Flow) -> Case:
    return advance(flow, None, Open(_NOW, "", "")).case


def _foremost(flow: Flow, case: Case) -> str:
    return min((waiting.step for waiting in case.open), key=lambda step: flow.node[step].number)


def _after(flow: Flow, case: Case, choice: Choice) -> tuple[Case, tuple[Edge, ...]]:
    """Return the case after a choice, and the arrows along which it went."""
    after, event = advance(flow, case, choice.action(_NOW, "", note="–"))
    walked = trace(flow, event, {waiting.step for waiting in after.open})
    if after.status is CaseStatus.SUSPENDED:
        after = advance(flow, after, Resume(_NOW, "")).case
    return after, walked


def _told(choice: Choice, walked: tuple[Edge, ...]) -> Taken:
    edge = choice.edge
    answer = None if edge.kind in (EdgeKind.SKIP, EdgeKind.LATE) else edge.answer
    return Taken(edge.source, answer, choice.skip, choice.late, any(each.back for each in walked))
