"""Names that point somewhere: steps, ends, actors and procedures exist, and ids are given once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sop_engine.checks.subject import ProcedureView, Subject
from sop_engine.definition.model import Step
from sop_engine.diagnostic import Diagnostic, Route, finding
from sop_engine.flow import DEFAULT_END, MAIN
from sop_engine.spelling import Guesses, choices


def unknown_step_or_end(subject: Subject) -> Iterator[Diagnostic]:
    """SOP025: `next`, `to` or `end` names nothing in this procedure."""
    for view in subject.procedures():
        ends = (*view.ends, *(() if DEFAULT_END in view.ends else (DEFAULT_END,)))
        known = {"step": frozenset(view.flow.node), "end": frozenset(ends)}
        guesses = {"step": Guesses(tuple(view.flow.node)), "end": Guesses(ends)}
        for route, kind, value in _targets(view):
            if value not in known[kind]:
                args = {"kind": kind, "value": value, **guesses[kind].choices(value)}
                yield finding("SOP025", route, args=args)


def _targets(view: ProcedureView) -> Iterator[tuple[Route, str, str]]:
    for index, step in enumerate(view.steps):
        if step.next is not None:
            yield view.route(index, "next"), "step", step.next
        if step.end is not None:
            yield view.route(index, "end"), "end", step.end
        for place, branch in enumerate(step.decision.branches if step.decision else ()):
            if branch.to is not None:
                yield view.route(index, "decision", "branches", place, "to"), "step", branch.to
            if branch.end is not None:
                yield view.route(index, "decision", "branches", place, "end"), "end", branch.end


def unknown_actor(subject: Subject) -> Iterator[Diagnostic]:
    """SOP048: a step names an actor that `actors` does not have."""
    known = subject.definition.actors
    guesses = Guesses(tuple(known))
    for view in subject.procedures():
        for index, step in enumerate(view.steps):
            for route, actor in _named_actors(view, index, step):
                if actor not in known:
                    yield finding("SOP048", route, args={"value": actor, **guesses.choices(actor)})


def actor_twice(subject: Subject) -> Iterator[Diagnostic]:
    """SOP049: a step names one actor twice, among those who do it and those who are involved."""
    for view in subject.procedures():
        for index, step in enumerate(view.steps):
            first: dict[str, Route] = {}
            for route, actor in _named_actors(view, index, step):
                if actor in first:
                    yield finding("SOP049", route, args={"value": actor}, related=first[actor])
                first.setdefault(actor, route)


def _named_actors(view: ProcedureView, index: int, step: Step) -> list[tuple[Route, str]]:
    named: list[tuple[Route, str]] = [(view.route(index, "actor"), step.actor)]
    named += [(view.route(index, "with", place), actor) for place, actor in enumerate(step.joint)]
    named += [(view.route(index, "involves", place), actor) for place, actor in enumerate(step.involves)]
    return named


def unknown_procedure(subject: Subject) -> Iterator[Diagnostic]:
    """SOP025: a complaint channel names a procedure that is not there."""
    complaints = subject.definition.complaints
    known = tuple(procedure.id for procedure in complaints.procedures)
    for index, channel in enumerate(complaints.channels):
        if channel.procedure is not None and channel.procedure not in known:
            route = ("complaints", "channels", index, "procedure")
            args = {"kind": "procedure", "value": channel.procedure, **choices(channel.procedure, known)}
            yield finding("SOP025", route, args=args)


def duplicate_ids(subject: Subject) -> Iterator[Diagnostic]:
    """SOP035: one id for two steps, requirements or procedures."""
    definition = subject.definition
    requirements = ((("requirements", i, "id"), each.id) for i, each in enumerate(definition.requirements))
    yield from _twice("requirement", requirements)
    for view in subject.procedures():
        yield from _twice("step", ((view.route(index, "id"), step.id) for index, step in enumerate(view.steps)))
    main: list[tuple[Route, str]] = [(("steps",), MAIN)]
    others: list[tuple[Route, str]] = [
        (("complaints", "procedures", i, "id"), p.id) for i, p in enumerate(definition.complaints.procedures)
    ]
    yield from _twice("procedure", main + others)


def _twice(kind: str, ids: Iterable[tuple[Route, str]]) -> Iterator[Diagnostic]:
    first: dict[str, Route] = {}
    for route, value in ids:
        if value in first:
            yield finding("SOP035", route, args={"kind": kind, "value": value}, related=first[value])
        else:
            first[value] = route
