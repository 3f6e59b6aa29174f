"""A step that carries out another SOP -> a case of that SOP, tied to the step in one transaction.

The step waits for that case: it can be done when the called case is closed. Who calls acts in the office of the step,
also where the called SOP is another unit's.
"""

from __future__ import annotations

from typing import NamedTuple

from sop_engine.definition.catalogue import Catalogue
from sop_engine.engine.action import Called
from sop_engine.failure import Failure
from sop_engine.office import guard
from sop_engine.office.desk import Office
from sop_engine.office.opening import opened
from sop_engine.office.person import note_of
from sop_engine.office.view import CaseView
from sop_engine.people import Holding
from sop_engine.store.journal import Change, Moved


class Call(NamedTuple):
    """The case that called, and the case that was called."""

    caller: CaseView
    step: str
    called: CaseView


def call(
    office: Office,
    catalogue: Catalogue,
    case: str,
    step: str | None = None,
    *,
    group: str | None = None,
    note: str | None = None,
    actor: str | None = None,
    expect: int | None = None,
) -> Call:
    """Open the case of the SOP that a step calls; where it is open already nothing is done, and both are returned.

    ``group`` are the applicants of the called SOP; those of the case itself where both have the same. Raises
    :class:`Failure` RUN039 for a step that calls nothing, RUN020-RUN026 when the called SOP cannot be opened.
    """
    note = note_of(note)
    view = office.show(case)
    name = office.named_step(view, step)
    known = _known(office, view, name)
    if known is not None:
        return known
    office.check_version(view, expect)
    held = office.capacity(view, name, actor)
    guard.check_claim(office, view, name)
    try:
        return _opened(office, catalogue, view, name, group, note, held)
    except Moved:
        # a colleague may have opened it in the same moment
        view_now = office.show(case)
        known = _known(office, view_now, name)
        if known is not None:
            return known
        office.check_version(view_now, view.case.version)
        raise


def _known(office: Office, view: CaseView, step: str) -> Call | None:
    waiting = view.case.waiting(step)
    return Call(view, step, office.show(waiting.called)) if waiting is not None and waiting.called else None


def _opened(
    office: Office, catalogue: Catalogue, view: CaseView, name: str, group: str | None, note: str | None, held: Holding
) -> Call:
    from sop_engine.compiler import load

    node = view.flow.node.get(name)
    now = office.now(view.record.changed_at)
    done: list[CaseView] = []

    def tied(called: str) -> Change:
        action = Called(now, office.person, name, called, note, held.actor or None, held.right)
        change, made = office.change(view, action)
        done.append(CaseView(view.record._replace(state=change.state), view.compiled, made.event))
        return change

    if node is None or node.call is None:
        office.change(view, Called(now, office.person, name, "", note))  # the engine says what is wrong with the step
        raise Failure("RUN039", step=name)
    compiled = load(catalogue, node.call.sop)
    procedure = node.call.procedure
    if group is None and view.case.group in (compiled.flow(procedure).groups or ()):
        group = view.case.group
    foreign = held._replace(actor="", by=f"{held.unit}:{held.actor}") if office.people.listed else None
    opening, made = opened(
        office,
        compiled,
        procedure,
        note,
        group,
        about=view.id,
        facts=(f"from={view.id}#{name}",),
        capacity=foreign if compiled.definition.unit != view.record.unit else None,
        actor=held.actor if compiled.definition.unit == view.record.unit and office.people.listed else None,
    )
    record = office.journal.open_case(opening, tied)
    return Call(done[-1], name, CaseView(record, compiled, made.event))
