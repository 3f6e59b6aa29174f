"""The flow can be run: decisions decide, every step is reached, and every case can finish.

Reachability is a plain walk and not networkx, whose import alone takes longer than checking a file; networkx is
asked only when there is a story to tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sop_engine.checks.subject import Subject
from sop_engine.diagnostic import Diagnostic, finding
from sop_engine.flow import END_PREFIX, Flow

_FEWEST_ANSWERS = 2
_LONGEST_CIRCLE = 12


def too_few_answers(subject: Subject) -> Iterator[Diagnostic]:
    """SOP024: a decision with fewer than two answers decides nothing."""
    for view in subject.procedures():
        for index, step in enumerate(view.steps):
            if step.decision is not None and len(step.decision.branches) < _FEWEST_ANSWERS:
                args = {"count": str(len(step.decision.branches))}
                yield finding("SOP024", view.route(index, "decision", "branches"), args=args, at_key=True)


def same_answer_twice(subject: Subject) -> Iterator[Diagnostic]:
    """SOP036: two answers of one decision that read the same."""
    for view in subject.procedures():
        for index, step in enumerate(view.steps):
            seen = set()
            for place, branch in enumerate(step.decision.branches if step.decision else ()):
                if branch.answer.casefold() in seen:
                    route = view.route(index, "decision", "branches", place, "answer")
                    yield finding("SOP036", route, args={"value": branch.answer})
                seen.add(branch.answer.casefold())


def answers_to_one_place(subject: Subject) -> Iterator[Diagnostic]:
    """SOP026: two answers lead to one place and do not say that this is meant."""
    for view in subject.procedures():
        for index, step in view.distinct():
            if step.decision is None:
                continue
            goals = {edge.answer: edge.target for edge in view.flow.outgoing[step.id] if edge.answer is not None}
            first: dict[str, str] = {}
            for place, branch in enumerate(step.decision.branches):
                # taken once: a second answer of the same words is a finding of its own
                goal = goals.pop(branch.answer, None)
                if goal is None:
                    continue
                if goal in first and not branch.same_place:
                    args = {"first": first[goal], "second": branch.answer, "place": goal.removeprefix("end:")}
                    yield finding("SOP026", view.route(index, "decision", "branches", place), args=args)
                first.setdefault(goal, branch.answer)


def unreachable(subject: Subject) -> Iterator[Diagnostic]:
    """SOP027: no case can ever come to this step."""
    for view in subject.procedures():
        reached = _closure([view.flow.start], _successors(view.flow))
        if reached & view.broken():
            continue  # the missing arrow may be the one that leads here
        for index, step in view.distinct():
            if step.id not in reached:
                yield finding("SOP027", view.route(index, "id"), args={"number": str(index + 1), "step": step.id})


def unused_end(subject: Subject) -> Iterator[Diagnostic]:
    """SOP037: an end that is declared and that nothing leads to."""
    for view in subject.procedures():
        used = {edge.target for edge in view.flow.edges}
        for key in view.ends:
            if END_PREFIX + key not in used:
                yield finding("SOP037", (*view.base, "ends", key), args={"value": key}, at_key=True)


def no_way_out(subject: Subject) -> Iterator[Diagnostic]:
    """SOP028: a case that comes here can never finish. Told once for each circle, at its earliest step."""
    for view in subject.procedures():
        flow = view.flow
        # an arrow to nowhere is reported as such, and may be the way out
        finishing = _closure([*flow.end, *view.broken()], _predecessors(flow))
        reached = _closure([flow.start], _successors(flow))
        stuck = [node.id for node in flow.nodes if node.id in reached and node.id not in finishing]
        if not stuck:
            continue
        import networkx as nx

        trapped = flow.graph().subgraph(stuck)
        place = {step.id: index for index, step in view.distinct()}
        for circle in sorted(nx.attracting_components(trapped), key=lambda each: _first(flow, each)):
            numbers = sorted(flow.node[step].number for step in circle)
            entry = flow.nodes[numbers[0] - 1]
            shown = [str(number) for number in numbers]
            if len(shown) > _LONGEST_CIRCLE:
                shown[_LONGEST_CIRCLE - 1 : -1] = ["…"]
            args = {"number": str(entry.number), "step": entry.id, "circle": ", ".join(shown)}
            yield finding("SOP028", view.route(place[entry.id]), args=args)


def _first(flow: Flow, steps: Iterable[str]) -> int:
    return min(flow.node[step].number for step in steps)


def _successors(flow: Flow) -> Mapping[str, list[str]]:
    return {step: [edge.target for edge in edges] for step, edges in flow.outgoing.items()}


def _predecessors(flow: Flow) -> Mapping[str, list[str]]:
    before: dict[str, list[str]] = {}
    for edge in flow.edges:
        before.setdefault(edge.target, []).append(edge.source)
    return before


def _closure(start: Iterable[str], arrows: Mapping[str, list[str]]) -> set[str]:
    reached = set(start)
    waiting = list(reached)
    while waiting:
        for target in arrows.get(waiting.pop(), ()):
            if target not in reached:
                reached.add(target)
                waiting.append(target)
    return reached
