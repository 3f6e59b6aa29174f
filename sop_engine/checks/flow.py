"""The flow can be run and read: decisions decide, every step is reached, returns say what for.

That every case can finish is told in :mod:`sop_engine.checks.traps`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from sop_engine.checks.subject import ProcedureView, Subject
from sop_engine.checks.unreached import unreached
from sop_engine.diagnostic import Diagnostic, finding
from sop_engine.flow import END_PREFIX, JOIN_PREFIX, Edge, EdgeKind, EndStatus, Flow, Node

_FEWEST_ANSWERS = 2
_MOST_ANSWERS = 2
"""Of one diamond: Ya and Tidak (PermenPAN-RB 35/2012)."""
_MOST_NAMED = 12
_FAR = 20


def too_few_answers(subject: Subject) -> Iterator[Diagnostic]:
    """SOP024: a decision with fewer than two answers decides nothing."""
    for view in subject.procedures:
        for index, _, branches in view.deciding:
            if len(branches) < _FEWEST_ANSWERS:
                args = {"count": str(len(branches))}
                yield finding("SOP024", view.route(index, "decision", "branches"), args=args, at_key=True)


def same_answer_twice(subject: Subject) -> Iterator[Diagnostic]:
    """SOP036: two answers of one decision that read the same."""
    for view in subject.procedures:
        for index, _, branches in view.deciding:
            seen = set()
            for place, branch in enumerate(branches):
                if branch.answer.casefold() in seen:
                    route = view.route(index, "decision", "branches", place, "answer")
                    yield finding("SOP036", route, args={"value": branch.answer})
                seen.add(branch.answer.casefold())


def answers_to_one_place(subject: Subject) -> Iterator[Diagnostic]:
    """SOP026: two answers lead to one place and do not say that this is meant."""
    for view in subject.procedures:
        for index, step in view.distinct:
            if step.decision is None:
                continue
            answers = (edge for edge in view.flow.outgoing[step.id] if edge.kind is EdgeKind.ANSWER)
            # an answer that suspends the case says something else, wherever the case goes on
            goals = {edge.answer: edge.target for edge in answers if edge.suspend is None}
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
    """SOP027: no case can ever come to this step. Told once for each cause, with the steps that only follow it."""
    for view in subject.procedures:
        for first, *others in unreached(view.flow, view.variants):
            node = view.flow.node[first]
            args = {"number": str(node.number), "step": first, "others": _pieces("likewise", view, others)}
            yield finding("SOP027", view.route(view.place[first], "id"), args=args)


def unused_end(subject: Subject) -> Iterator[Diagnostic]:
    """SOP037: an end that is declared and that nothing leads to."""
    for view in subject.procedures:
        used = {edge.target for edge in view.flow.edges}
        for key in view.ends:
            if END_PREFIX + key not in used:
                yield finding("SOP037", (*view.base, "ends", key), args={"value": key}, at_key=True)


def unexplained_return(subject: Subject) -> Iterator[Diagnostic]:
    """SOP029: a file goes back and nothing says what is to be mended, how often, or within which time."""
    for view in subject.procedures:
        for index, step in view.distinct:
            if step.decision is None:
                continue
            back = {edge.answer for edge in view.flow.outgoing[step.id] if edge.back and edge.kind is EdgeKind.ANSWER}
            for place, branch in enumerate(step.decision.branches):
                told = branch.limit or branch.deadline or branch.note or branch.document or branch.reason
                if branch.answer in back and not told:
                    args = {"number": str(view.flow.node[step.id].number), "answer": branch.answer}
                    yield finding("SOP029", view.route(index, "decision", "branches", place), args=args)


def several_ends(subject: Subject) -> Iterator[Diagnostic]:
    """SOP023: a service procedure that is finished in several ways, where the sheet expects one final capsule."""
    for view in subject.procedures:
        used = {edge.target for edge in view.flow.edges}
        # a rejection or a withdrawal is no other result of the service
        ends = [end.key for end in view.flow.ends if end.id in used and end.status is EndStatus.FINISHED]
        if len(ends) > 1 and not view.flow.complaint:
            args = {"count": str(len(ends)), "ends": ", ".join(f"`{key}`" for key in ends)}
            yield finding("SOP023", (*view.base, "ends"), args=args, at_key=True)


def beyond_five_symbols(subject: Subject) -> Iterator[Diagnostic]:
    """SOP032: parallel work or a third answer, for which the five symbols have no sign. Told once a procedure."""
    for view in subject.procedures:
        found = [
            (index, step.id)
            for index, step in view.distinct
            if step.parallel or (step.decision is not None and len(step.decision.branches) > _MOST_ANSWERS)
        ]
        if found:
            args = {"steps": numbers(view.flow, [step for _, step in found])}
            yield finding("SOP032", view.route(found[0][0]), args=args)


def jumping(subject: Subject) -> Iterator[Diagnostic]:
    """SOP034: the main way does not follow the order of the steps (`alur loncat-loncat`)."""
    for view in subject.procedures:
        for edge, skipped in _jumps(view):
            source, target = view.flow.node[edge.source.removeprefix(JOIN_PREFIX)], view.flow.node[edge.target]
            args = {
                "number": str(source.number),
                "target": str(target.number),
                "skipped": _pieces("over", view, skipped),
            }
            yield finding("SOP034", view.route(view.place[source.id]), args=args)


def _jumps(view: ProcedureView) -> Iterator[tuple[Edge, Sequence[str]]]:
    flow = view.flow
    reached = view.reached
    left = _FAR * len(flow.nodes)
    levels: dict[tuple[str, ...], list[Node]] = {}
    for node in flow.nodes:
        levels.setdefault(node.inside, []).append(node)
    for level in levels.values():
        order = {node.id: place for place, node in enumerate(level)}
        step, passed, jumped, others = level[0].id, set[str](), False, set[str]()
        while step not in passed:
            passed.add(step)
            onward = _main_arrow(flow, step)
            if onward is None or onward.back or onward.target not in order:
                break
            here, there = order[step], order[onward.target]
            between = [node.id for node in level[here + 1 : there]]
            left -= len(between)
            if left < 0:
                return
            # also of a question before: the arms of a fork that meets again are listed one after the other
            others.update([edge.target for edge in flow.outgoing[step] if edge is not onward])
            over = reached & set(between) - _detour(flow, others, set(between)) if between else set()
            if over or (there < here and not jumped):
                jumped = True  # who jumps ahead comes back: told once
                yield onward, [each for each in between if each in over]
            step = onward.target


def _main_arrow(flow: Flow, step: str) -> Edge | None:
    """Return the arrow of the normal case: the affirmative answer, or simply what follows."""
    join = JOIN_PREFIX + step
    arrows = flow.outgoing[join if join in flow.join else step]
    for edge in arrows:
        if edge.kind is EdgeKind.NEXT or edge.affirmative:
            return edge
    return None


def _detour(flow: Flow, start: set[str], within: set[str]) -> set[str]:
    """Return the steps of ``within`` that belong to another answer of the steps before them."""
    found = start & within
    waiting = list(found)
    while waiting:
        step = waiting.pop()
        join = JOIN_PREFIX + step
        for edge in (*flow.outgoing[step], *flow.outgoing.get(join, ())):
            if edge.target in within and edge.target not in found:
                found.add(edge.target)
                waiting.append(edge.target)
    return found


def _pieces(piece: str, view: ProcedureView, steps: Sequence[str]) -> str:
    return json.dumps([(piece, numbers(view.flow, steps))] if steps else [])


def numbers(flow: Flow, steps: Iterable[str]) -> str:
    """Return the numbers of steps for a sentence, in written order; the middle of many is left out."""
    shown = [str(number) for number in sorted(flow.node[step].number for step in steps)]
    if len(shown) > _MOST_NAMED:
        shown[_MOST_NAMED - 1 : -1] = ["…"]
    return ", ".join(shown)
