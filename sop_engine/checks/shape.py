"""Keys that need or exclude one another: every thing is written in exactly one way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sop_engine.checks.subject import ProcedureView, Subject
from sop_engine.definition.model import Branch, Fee, FeeItem, Sla, Step
from sop_engine.diagnostic import Diagnostic, Route, finding
from sop_engine.flow import EdgeKind, Flow

_NEEDS_NO_ADDRESS = frozenset({"in_person", "suggestion_box", "lapor"})
_FEWEST_BRANCHES = 2
_DEEPEST = 5
_PLACES = ("to", "end")


def procedure_given(subject: Subject) -> Iterator[Diagnostic]:
    """SOP111: a standard without a procedure."""
    definition = subject.definition
    if definition.steps is None and not definition.procedures:
        yield finding("SOP111", args={"key": "steps", "label": "Sistem, mekanisme, dan prosedur"}, at_key=True)


def together(subject: Subject) -> Iterator[Diagnostic]:
    """SOP115: two keys that say two different things about one place."""
    for view in subject.procedures:
        for index, step in enumerate(view.steps):
            if step.next is not None or step.end is not None or step.parallel:
                yield from _two_ways_on(view, index, step)
            for route, part in _leading(view, index, step):
                if part.to is not None and part.end is not None:
                    yield _excluded((*route, "end"), "to", "end")
    definition, fee = subject.definition, subject.definition.fee
    for key, single in (("steps", definition.steps is not None), ("ends", bool(definition.ends))):
        if single and definition.procedures:
            yield _excluded((key,), "procedures", key)
    fees: list[tuple[Route, Fee | FeeItem]] = [(("fee",), fee)]
    fees += [(("fee", "items", place), item) for place, item in enumerate(fee.items)]
    for route, each in fees:
        if each.per is not None and each.amount is None and each.formula is None:
            given = next((key for key in ("free", "regulation", "items") if getattr(each, key, None)), "per")
            yield _excluded((*route, "per"), given, "per")


def _two_ways_on(view: ProcedureView, index: int, step: Step) -> Iterator[Diagnostic]:
    if step.next is not None and step.end is not None:
        yield _excluded(view.route(index, "end"), "next", "end")
    onward = "next" if step.next is not None else "end" if step.end is not None else None
    if step.decision is not None and onward is not None:
        yield _excluded(view.route(index, onward), "decision", onward)
    if step.decision is not None and step.parallel:
        yield _excluded(view.route(index, "parallel"), "decision", "parallel")


def _leading(view: ProcedureView, index: int, step: Step) -> Iterator[tuple[Route, Any]]:
    if step.deadline is not None:
        yield view.route(index, "deadline"), step.deadline
    for route, branch in _branches(view, index, step):
        yield route, branch
        for key in ("limit", "deadline"):
            part = getattr(branch, key)
            if part is not None:
                yield (*route, key), part


def _branches(view: ProcedureView, index: int, step: Step) -> Iterator[tuple[Route, Branch]]:
    for place, branch in enumerate(step.decision.branches if step.decision else ()):
        yield view.route(index, "decision", "branches", place), branch


def _excluded(route: Route, first: str, second: str) -> Diagnostic:
    return finding("SOP115", route, args={"first": first, "second": second}, at_key=True)


def needs(subject: Subject) -> Iterator[Diagnostic]:
    """SOP085: a key that means something only beside another one."""
    definition = subject.definition
    if definition.sla.at_least is not None and definition.sla.within is None:
        yield _lonely(("sla", "at_least"), "at_least", "within")
    for place, case in enumerate(definition.sla.cases):
        if case.at_least is not None and case.within is None:
            yield _lonely(("sla", "cases", place, "at_least"), "at_least", "within")
    if definition.fee.additive and not definition.fee.items:
        yield _lonely(("fee", "additive"), "additive", "items")
    for view in subject.procedures:
        for index, step in enumerate(view.steps):
            if step.skip_to is not None and step.optional is None and not step.only:
                yield _lonely(view.route(index, "skip_to"), "skip_to", "optional")


def _lonely(route: Route, key: str, other: str) -> Diagnostic:
    return finding("SOP085", route, args={"key": key, "other": other}, at_key=True)


def too_few_branches(subject: Subject) -> Iterator[Diagnostic]:
    """SOP086: work that is parallel to nothing."""
    for view in subject.procedures:
        for index, step in enumerate(view.steps):
            if 0 < len(step.parallel) < _FEWEST_BRANCHES:
                yield finding("SOP086", view.route(index, "parallel"), at_key=True)


def too_deep(subject: Subject) -> Iterator[Diagnostic]:
    """SOP092: parallel work inside parallel work, deeper than anybody can follow or a page can show."""
    for view in subject.procedures:
        for index, step in view.distinct:
            if step.parallel and len(view.flow.node[step.id].inside) == _DEEPEST:
                args = {"limit": str(_DEEPEST)}
                yield finding("SOP092", view.route(index, "parallel"), args=args, at_key=True)


def about_itself(subject: Subject) -> Iterator[Diagnostic]:
    """SOP093: a step that is checked by itself, or an SOP that calls itself."""
    for view in subject.procedures:
        for index, step in view.distinct:
            for place, other in enumerate(step.four_eyes):
                if other == step.id:
                    yield finding("SOP093", view.route(index, "four_eyes", place), args={"key": "four_eyes"})
            if step.call is not None and step.call.sop == subject.definition.id:
                yield finding("SOP093", view.route(index, "call", "sop"), args={"key": "call"})


def started_midway(subject: Subject) -> Iterator[Diagnostic]:
    """SOP087: an event or a schedule starts a procedure at its first step only."""
    for view in subject.procedures:
        for index, step in enumerate(view.steps):
            if index and step.starts_by is not None:
                yield finding("SOP087", view.route(index, "starts_by"), at_key=True)


def nothing_follows(subject: Subject) -> Iterator[Diagnostic]:
    """SOP088: an answer that ends the case, or its branch, cannot wait for anything or be given again."""
    for view in subject.procedures:
        for index, step in view.distinct:
            waiting = [each for each in _branches(view, index, step) if _waits(each[1])]
            if not waiting:
                continue
            # for a group of applicants the step that it leads to may be out
            flows = (view.flow, *(places.flow for places in view.variants))
            nowhere = {answer for flow in flows for answer in _to_no_step(flow, step.id)}
            for route, branch in waiting:
                if branch.answer in nowhere:
                    for key in _waits(branch):
                        yield finding("SOP088", (*route, key), args={"key": key}, at_key=True)


def _to_no_step(flow: Flow, step: str) -> set[str | None]:
    """Return the answers of a step that lead to an end or to a join."""
    answers = (edge for edge in flow.outgoing.get(step, ()) if edge.kind is EdgeKind.ANSWER)
    return {edge.answer for edge in answers if edge.target not in flow.node}


def _waits(branch: Branch) -> list[str]:
    return [key for key in ("deadline", "suspend", "clock") if getattr(branch, key) is not None]


def two_affirmative(subject: Subject) -> Iterator[Diagnostic]:
    """SOP089: two answers of one question that both say yes."""
    for view in subject.procedures:
        for index, step, _ in view.deciding:
            marked = [route for route, branch in _branches(view, index, step) if branch.affirmative]
            for route in marked[1:]:
                yield finding("SOP089", (*route, "affirmative"), at_key=True, related=marked[0])


def group_without_steps(subject: Subject) -> Iterator[Diagnostic]:
    """SOP090: a group of applicants for whom nothing at all is done."""
    for view in subject.procedures:
        for flow in (places.flow for places in view.variants):
            if flow.group is not None and flow.start not in view.flow.node:
                yield finding("SOP090", ("applicants", flow.group), args={"value": flow.group}, at_key=True)


def too_many_groups(subject: Subject) -> Iterator[Diagnostic]:
    """SOP136: so many groups of applicants that nobody can follow the way of each."""
    groups = subject.definition.applicants
    if groups and not subject.groups:
        args = {"groups": str(len(groups)), "steps": str(sum(len(flow.nodes) for flow in subject.flows))}
        yield finding("SOP136", ("applicants",), args=args, at_key=True)


def past_in_circle(subject: Subject) -> Iterator[Diagnostic]:
    """SOP091: steps of some groups that lead the others past each other only, and so nowhere."""
    for view in subject.procedures:
        told = set()
        for flow in (places.flow for places in view.variants if places.flow.group is not None):
            for step in sorted(flow.broken - view.flow.broken, key=view.place.__getitem__):
                if step not in told:
                    told.add(step)
                    args = {"step": step, "group": flow.group or ""}
                    yield finding("SOP091", view.route(view.place[step], "id"), args=args)


_FEE_FORMS = ("free", "amount", "regulation", "formula")
_SLA_FORMS = ("within", "adjusts", "stages", "cases")


def exactly_one(subject: Subject) -> Iterator[Diagnostic]:
    """SOP127: a completion time, a fee and the place behind a limit each have one form.

    A document that says nothing of its time or fee is another matter (SP001).
    """
    sla, fee = subject.definition.sla, subject.definition.fee
    if not unstated_time(sla):
        yield from _one(("sla",), sla, _SLA_FORMS)
    for place, case in enumerate(sla.cases):
        yield from _one(("sla", "cases", place), case, ("within", "adjusts"))
    if not unstated_fee(fee):
        yield from _one(("fee",), fee, (*_FEE_FORMS, "items"))
    for place, item in enumerate(fee.items):
        yield from _one(("fee", "items", place), item, _FEE_FORMS)
    for view in subject.procedures:
        for index, step, _ in view.deciding:
            for route, branch in _branches(view, index, step):
                if branch.limit is not None and branch.limit.to is None and branch.limit.end is None:
                    yield from _one((*route, "limit"), branch.limit, _PLACES)


def unstated_time(sla: Sla) -> bool:
    """Return whether a document names no completion time in any form."""
    return not _given(sla, _SLA_FORMS)


def unstated_fee(fee: Fee) -> bool:
    """Return whether a document says nothing of the fee."""
    return not _given(fee, (*_FEE_FORMS, "items"))


def _given(part: Any, forms: tuple[str, ...]) -> list[str]:
    return [name for name in forms if getattr(part, name) not in (None, ())]


def _one(route: Route, part: Any, forms: tuple[str, ...]) -> Iterator[Diagnostic]:
    given = _given(part, forms)
    if len(given) != 1:
        key = next(str(segment) for segment in reversed(route) if isinstance(segment, str))
        choices = ", ".join(f"`{name}`" for name in forms)
        args = {"key": key, "choices": choices, "given": ", ".join(given) or "–"}
        yield finding("SOP127", route, args=args, at_key=True)


def channel_without_address(subject: Subject) -> Iterator[Diagnostic]:
    """SOP128: a channel that nobody can use because its number or address is missing."""
    for index, channel in enumerate(subject.definition.complaints.channels):
        if channel.value is None and channel.kind not in _NEEDS_NO_ADDRESS:
            yield finding("SOP128", ("complaints", "channels", index, "kind"), args={"value": channel.kind})
