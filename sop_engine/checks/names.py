"""Names that point somewhere: what is named is there, where it may be named, and ids are given once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sop_engine.checks.subject import ProcedureView, Subject
from sop_engine.definition.model import (
    Branch,
    Deadline,
    Definition,
    FeeItem,
    Limit,
    Procedure,
    Requirement,
    SlaCase,
    Step,
)
from sop_engine.diagnostic import Diagnostic, Route, finding
from sop_engine.flow import DEFAULT_END
from sop_engine.names import MAIN
from sop_engine.spelling import Guesses


class _Named(NamedTuple):
    """A name that stands at ``route`` and means a ``kind`` of thing."""

    route: Route
    kind: str
    value: str


def unknown_step_or_end(subject: Subject) -> Iterator[Diagnostic]:
    """SOP025: a target names nothing in this procedure."""
    for view in subject.procedures:
        ends = (*view.ends, *(() if DEFAULT_END in view.ends else (DEFAULT_END,)))
        yield from _unknown(_targets(view), {"step": tuple(view.flow.node), "end": ends})


def jump(subject: Subject) -> Iterator[Diagnostic]:
    """SOP038: an arrow into or out of a parallel block."""
    for view in subject.procedures:
        nodes = view.flow.node
        for index, step in view.distinct if view.flow.joins else ():
            inside = nodes[step.id].inside
            for route, kind, value in _leading(view, index, step):
                if kind == "step" and value in nodes and nodes[value].inside != inside:
                    yield finding(
                        "SOP038", route, args={"value": value, "split": _split(inside or nodes[value].inside)}
                    )


def end_inside(subject: Subject) -> Iterator[Diagnostic]:
    """SOP039: an end inside a parallel branch, while the others still run."""
    for view in subject.procedures:
        for index, step in view.distinct if view.flow.joins else ():
            inside = view.flow.node[step.id].inside
            for route, kind, value in _leading(view, index, step) if inside else ():
                if kind == "end" and (value in view.ends or value == DEFAULT_END):
                    yield finding("SOP039", route, args={"value": value, "split": _split(inside)})


def _split(inside: tuple[str, ...]) -> str:
    return inside[-1].rpartition("/")[0]


def unknown_reference(subject: Subject) -> Iterator[Diagnostic]:
    """SOP025: a step or a requirement names a requirement, a group of applicants or a step that is not there."""
    definition = subject.definition
    known = {
        "requirement": tuple(each.id for each in definition.requirements),
        "group": tuple(definition.applicants),
    }
    named = (
        _Named((*route, "only", place), "group", value)
        for route, part in _for_groups(definition)
        for place, value in enumerate(part.only)
    )
    yield from _unknown(named, known)
    for view in subject.procedures:
        known["step"] = tuple(view.flow.node)
        yield from _unknown(_references(view), known)


def _for_groups(definition: Definition) -> Iterator[tuple[Route, Requirement | SlaCase | FeeItem | Procedure]]:
    """Yield what may be for some groups of applicants only, steps left out."""
    parts: tuple[tuple[Route, Sequence[Requirement | SlaCase | FeeItem | Procedure]], ...] = (
        (("requirements",), definition.requirements),
        (("sla", "cases"), definition.sla.cases),
        (("fee", "items"), definition.fee.items),
        (("procedures",), definition.procedures),
        (("complaints", "procedures"), definition.complaints.procedures),
    )
    for route, listed in parts:
        for index, part in enumerate(listed):
            yield (*route, index), part


def _references(view: ProcedureView) -> Iterator[_Named]:
    for index, step in enumerate(view.steps):
        if not (step.only or step.requires or step.four_eyes):
            continue
        for key, kind, values in (
            ("only", "group", step.only),
            ("requires", "requirement", step.requires),
            ("four_eyes", "step", step.four_eyes),
        ):
            for place, value in enumerate(values):
                yield _Named(view.route(index, key, place), kind, value)


def _unknown(named: Iterable[_Named], known: dict[str, tuple[str, ...]]) -> Iterator[Diagnostic]:
    guesses: dict[str, Guesses] = {}
    sets: dict[str, frozenset[str]] = {}
    for route, kind, value in named:
        if kind not in sets:
            sets[kind] = frozenset(known[kind])
        if value not in sets[kind]:
            guess = guesses.setdefault(kind, Guesses(known[kind]))
            yield finding("SOP025", route, args={"kind": kind, "value": value, **guess.choices(value)})


def _targets(view: ProcedureView) -> Iterator[_Named]:
    for index, step in enumerate(view.steps):
        yield from _leading(view, index, step)


def _leading(view: ProcedureView, index: int, step: Step) -> Iterator[_Named]:
    """Yield every name by which a step says where the case goes."""
    route = view.route(index)
    if step.next is not None:
        yield _Named((*route, "next"), "step", step.next)
    if step.end is not None:
        yield _Named((*route, "end"), "end", step.end)
    if step.skip_to is not None:
        yield _Named((*route, "skip_to"), "step", step.skip_to)
    if step.deadline is not None:
        yield from _beyond((*route, "deadline"), step.deadline)
    for place, branch in enumerate(step.decision.branches if step.decision else ()):
        answer = (*route, "decision", "branches", place)
        yield from _beyond(answer, branch)
        if branch.limit is not None:
            yield from _beyond((*answer, "limit"), branch.limit)
        if branch.deadline is not None:
            yield from _beyond((*answer, "deadline"), branch.deadline)


def _beyond(route: Route, part: Branch | Deadline | Limit) -> Iterator[_Named]:
    if part.to is not None:
        yield _Named((*route, "to"), "step", part.to)
    if part.end is not None:
        yield _Named((*route, "end"), "end", part.end)


def unknown_actor(subject: Subject) -> Iterator[Diagnostic]:
    """SOP048: a step or an end names an actor that `actors` does not have."""
    known = subject.definition.actors
    views = [view for view in subject.procedures if not view.named_actors <= known.keys()]
    guesses = Guesses(tuple(known)) if views else None
    for view in views:
        for route, actor in _actors(view):
            if actor not in known and guesses is not None:
                yield finding("SOP048", route, args={"value": actor, **guesses.choices(actor)})


def _actors(view: ProcedureView) -> Iterator[tuple[Route, str]]:
    for index, step in enumerate(view.steps):
        yield from _named_actors(view, index, step)
        for place, branch in enumerate(step.decision.branches if step.decision else ()):
            if branch.through:
                yield view.route(index, "decision", "branches", place, "through"), branch.through
    for key, end in view.ends.items():
        for place, actor in enumerate(end.notify):
            yield (*view.base, "ends", key, "notify", place), actor


def actor_twice(subject: Subject) -> Iterator[Diagnostic]:
    """SOP049: a step names one actor twice, among those who do it and those who are involved."""
    for view in subject.procedures:
        for index, step in enumerate(view.steps):
            first: dict[str, Route] = {}
            # one actor alone is the usual case
            several = step.joint or step.any_of or step.involves or step.deputy
            for route, actor in _named_actors(view, index, step) if several else ():
                if actor in first:
                    yield finding("SOP049", route, args={"value": actor}, related=first[actor])
                first.setdefault(actor, route)


def _named_actors(view: ProcedureView, index: int, step: Step) -> list[tuple[Route, str]]:
    named: list[tuple[Route, str]] = [(view.route(index, "actor"), step.actor)]
    for key, actors in (("with", step.joint), ("any_of", step.any_of), ("involves", step.involves)):
        named += [(view.route(index, key, place), actor) for place, actor in enumerate(actors)]
    if step.deputy is not None:
        named.append((view.route(index, "deputy", "actor"), step.deputy.actor))
        others = enumerate(step.deputy.any_of)
        named += [(view.route(index, "deputy", "any_of", place), actor) for place, actor in others]
    return named


def unknown_procedure(subject: Subject) -> Iterator[Diagnostic]:
    """SOP025: a complaint channel or a completion time names a procedure that is not there."""
    definition = subject.definition
    channels = (
        _Named(("complaints", "channels", index, "procedure"), "procedure", channel.procedure)
        for index, channel in enumerate(definition.complaints.channels)
        if channel.procedure is not None
    )
    yield from _unknown(channels, {"procedure": tuple(each.id for each in definition.complaints.procedures)})
    cases = (
        _Named(("sla", "cases", index, "procedure"), "procedure", case.procedure)
        for index, case in enumerate(definition.sla.cases)
        if case.procedure is not None
    )
    yield from _unknown(cases, {"procedure": tuple(each.id for each in definition.procedures)})


def duplicate_ids(subject: Subject) -> Iterator[Diagnostic]:
    """SOP035: one id for two steps, requirements or procedures."""
    definition = subject.definition
    requirements = ((("requirements", i, "id"), each.id) for i, each in enumerate(definition.requirements))
    yield from _twice("requirement", requirements)
    for view in subject.procedures:
        if len(view.distinct) < len(view.steps):
            yield from _twice("step", ((view.route(index, "id"), step.id) for index, step in enumerate(view.steps)))
    procedures: list[tuple[Route, str]] = [(("steps",), MAIN)] if definition.steps is not None else []
    procedures += [((*view.base, "id"), view.flow.procedure) for view in subject.procedures if view.base]
    yield from _twice("procedure", procedures)


def _twice(kind: str, ids: Iterable[tuple[Route, str]]) -> Iterator[Diagnostic]:
    first: dict[str, Route] = {}
    for route, value in ids:
        if value in first:
            yield finding("SOP035", route, args={"kind": kind, "value": value}, related=first[value])
        else:
            first[value] = route
