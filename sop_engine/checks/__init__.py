"""What is right and wrong with a definition: one small function a rule, in one written list.

Checks judge the model and the flow, never the text; the routes of their findings are turned into lines and columns
by the compiler. To add a rule: write its function in the module of its family, its words in
``messages/findings/<family>.py``, its page in ``docs/checks/``, and name it in ``CHECKS``.
"""

from __future__ import annotations

from itertools import islice

from sop_engine.checks import (
    actors,
    columns,
    documents,
    flow,
    identity,
    leftovers,
    legal,
    names,
    openness,
    place,
    promise,
    quality,
    review,
    shape,
    standard,
    time,
    traps,
    wording,
)
from sop_engine.checks.subject import Check, Subject
from sop_engine.definition.model import Definition, OfficeUnit
from sop_engine.diagnostic import Diagnostic
from sop_engine.flow import Flow
from sop_engine.settings import PLAIN, Settings

CHECKS: tuple[Check, ...] = (
    identity.no_number,
    identity.foreign_number,
    identity.dates_out_of_order,
    identity.not_dated,
    identity.not_approved,
    identity.doubtful_nip,
    identity.empty_parts,
    identity.no_related,
    legal.no_basis,
    legal.vague_basis,
    legal.revoked_basis,
    legal.vague_tariff,
    review.in_future,
    review.overdue,
    review.old_decree,
    place.of_another_agency,
    names.unknown_step_or_end,
    names.jump,
    names.end_inside,
    names.unknown_reference,
    names.unknown_actor,
    names.actor_twice,
    names.unknown_procedure,
    names.duplicate_ids,
    shape.procedure_given,
    shape.together,
    shape.needs,
    shape.too_few_branches,
    shape.too_deep,
    shape.about_itself,
    shape.started_midway,
    shape.nothing_follows,
    shape.two_affirmative,
    shape.group_without_steps,
    shape.too_many_groups,
    shape.past_in_circle,
    shape.exactly_one,
    shape.channel_without_address,
    flow.too_few_answers,
    flow.same_answer_twice,
    flow.answers_to_one_place,
    flow.unreachable,
    flow.unused_end,
    flow.unexplained_return,
    flow.several_ends,
    flow.beyond_five_symbols,
    flow.jumping,
    traps.no_way_out,
    traps.branch_without_join,
    traps.uncountable,
    actors.unused,
    actors.no_position,
    actors.spellings,
    actors.one_actor_twice,
    columns.order,
    columns.hierarchy,
    columns.nature,
    columns.too_many,
    wording.no_verb,
    wording.own_subject,
    wording.passive,
    wording.joined,
    wording.long,
    wording.vague,
    wording.hidden_decision,
    wording.question_as_execution,
    wording.warnings_without_consequence,
    documents.several,
    documents.original_or_copy,
    leftovers.list_marks,
    leftovers.web_scraps,
    quality.no_identity,
    quality.empty_columns,
    quality.unused_output,
    quality.unasked_requirement,
    quality.other_output,
    quality.product_not_made,
    quality.unknown_product,
    time.unbounded,
    time.ambiguous_days,
    time.unknown_start,
    time.open_ended,
    time.mixed_days,
    time.long_units,
    time.hours_round_the_clock,
    time.range_reversed,
    time.estimates_in_order,
    promise.broken_promise,
    promise.padded_promise,
    promise.deadline_beyond_promise,
    standard.empty_component,
    standard.empty_management,
    standard.no_management,
    standard.free_and_paid,
    standard.summed_alternatives,
    standard.unlisted_document,
    standard.incomplete_complaints,
    standard.no_lapor,
    standard.personal_number,
    openness.read_into,
    openness.nothing_there,
)

MOST_TOLD = 500
"""So many findings of one rule are told; whoever has mended as many will see the others."""


def check(
    definition: Definition, flows: tuple[Flow, ...], settings: Settings = PLAIN, unit: OfficeUnit | None = None
) -> tuple[Diagnostic, ...]:
    """Return the findings about a definition in the order of :data:`CHECKS`, no more than MOST_TOLD of each rule."""
    subject = Subject(definition, flows, settings, unit)
    return tuple(found for rule in CHECKS for found in islice(rule(subject), MOST_TOLD))
