"""The file of scenarios beside a definition -> its scenarios, and what is wrong with it.

What a scenario names must be there: a misspelled answer would otherwise quietly mean "the affirmative one".
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sop_engine import source, textfile
from sop_engine.compiler import Compiled
from sop_engine.definition.read import read
from sop_engine.definition.scenario import SUFFIX, Scenario, ScenarioFile
from sop_engine.diagnostic import Diagnostic, Route, finding
from sop_engine.failure import Failure
from sop_engine.flow import DEFAULT_END, EdgeKind, Flow
from sop_engine.spelling import choices

_EXPECTATIONS = ("steps", "through", "never", "end")


def beside(definition: Path) -> Path:
    """Return where the scenarios of a definition's file stand."""
    return definition.with_suffix(f"{SUFFIX}.yaml")


def scenarios(path: Path, compiled: Compiled) -> tuple[tuple[Scenario, ...], tuple[Diagnostic, ...]]:
    """Return the scenarios in a file about ``compiled``, and its findings; none when the file has an error."""
    text, found = textfile.read_text(path, str(path))
    if text is None:
        return (), found
    origin, found = source.parse(text, str(path))
    if origin is None:
        return (), found
    reading = read(origin, ScenarioFile)
    unplaced = list(reading.found)
    if reading.value is not None:
        if reading.value.sop != compiled.definition.id:
            args = {"value": reading.value.sop, "sop": compiled.definition.id}
            unplaced.append(finding("SOP152", ("sop",), args=args))
        for index, scenario in enumerate(reading.value.scenarios):
            unplaced += _judged(("scenarios", index), scenario, compiled)
    unplaced = [each for each in unplaced if each in reading.found or not reading.covers(each.route)]
    placed = sorted((*found, *map(origin.place, unplaced)), key=lambda each: each.order)
    if unplaced or reading.value is None:
        return (), tuple(placed)
    return reading.value.scenarios, tuple(placed)


def flow_of(scenario: Scenario, compiled: Compiled) -> Flow:
    """Return the flow that a scenario runs through. Raises Failure RUN021-RUN026 when it names none."""
    return compiled.flow(scenario.procedure, scenario.applicant)


def _judged(route: Route, scenario: Scenario, compiled: Compiled) -> Iterator[Diagnostic]:
    if not any(getattr(scenario, key) for key in _EXPECTATIONS):
        yield finding("SOP151", route, args={"value": scenario.name})
    try:
        flow = flow_of(scenario, compiled)
    except Failure as failure:
        yield finding("SOP153", route, args={"problem": failure.message()})
        return
    if flow.groups and flow.group is None:
        yield finding("SOP154", route, args={"known": ", ".join(flow.groups)})
    steps = tuple(flow.node)
    named: list[tuple[Route, str]] = [
        ((key, place), step)
        for key in ("skips", "late", "steps", "through", "never")
        for place, step in enumerate(getattr(scenario, key))
    ]
    named += [(("answers", step), step) for step in scenario.answers]
    # that one group of applicants never does a step can be said of the steps of the others
    whole = compiled.flow(scenario.procedure).node
    for where, step in named:
        if step not in (whole if where[0] == "never" else flow.node):
            args = {"kind": "step", "value": step, **choices(step, steps)}
            yield finding("SOP025", (*route, *where), args=args, at_key=where[0] == "answers")
    ends = tuple(end.key for end in flow.ends)
    if scenario.end is not None and scenario.end not in ends:
        args = {"kind": "end", "value": scenario.end, **choices(scenario.end, ends or (DEFAULT_END,))}
        yield finding("SOP025", (*route, "end"), args=args)
    yield from _unknown_answers(route, scenario, flow)


def _unknown_answers(route: Route, scenario: Scenario, flow: Flow) -> Iterator[Diagnostic]:
    for step, given in scenario.answers.items():
        known = tuple(edge.answer or "" for edge in flow.outgoing.get(step, ()) if edge.kind is EdgeKind.ANSWER)
        folded = {answer.casefold() for answer in known}
        for place, answer in enumerate(given):
            if step in flow.node and answer.casefold() not in folded:
                args = {"value": answer, "step": step, **choices(answer, known)}
                yield finding("SOP150", (*route, "answers", step, place), args=args)
