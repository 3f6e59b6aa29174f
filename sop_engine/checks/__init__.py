"""What is right and wrong with a definition: one small function a rule, in one written list.

Checks judge the model and the flow, never the text; the routes of their findings are turned into lines and columns
by the compiler. To add a rule: write its function in the module of its family, its words in
``messages/findings.py``, its page in ``docs/checks/``, and name it in ``CHECKS``.
"""

from __future__ import annotations

from sop_engine.checks import actors, flow, names, openness, shape, standard, time
from sop_engine.checks.subject import Check, Subject
from sop_engine.definition.model import Definition
from sop_engine.diagnostic import Diagnostic
from sop_engine.flow import Flow

CHECKS: tuple[Check, ...] = (
    names.unknown_step_or_end,
    names.unknown_actor,
    names.actor_twice,
    names.unknown_procedure,
    names.duplicate_ids,
    shape.together,
    shape.exactly_one,
    shape.channel_without_address,
    flow.too_few_answers,
    flow.same_answer_twice,
    flow.answers_to_one_place,
    flow.unreachable,
    flow.unused_end,
    flow.no_way_out,
    actors.unused,
    actors.spellings,
    time.unbounded,
    time.ambiguous_days,
    time.unknown_start,
    standard.empty_component,
    standard.incomplete_complaints,
    openness.read_into,
    openness.nothing_there,
)


def check(definition: Definition, flows: tuple[Flow, ...]) -> tuple[Diagnostic, ...]:
    """Return all findings about a definition, in the order of :data:`CHECKS`."""
    subject = Subject(definition, flows)
    return tuple(found for rule in CHECKS for found in rule(subject))
