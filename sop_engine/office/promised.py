"""A definition -> what is promised for one case of it: the completion time, and the limit of the law.

Where the document has several times, the one of the case's procedure, group or chosen category counts; where it is
left open which, nothing is promised and nothing is due: the limit of the law is for those who have set no time at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sop_engine.duration import Duration, Unit
from sop_engine.engine.deadline import Promised
from sop_engine.flow import Flow

if TYPE_CHECKING:
    from sop_engine.definition.model import Complaints, Definition, Sla, SlaCase, Stage

SILENCE = Duration(5, Unit.WORKING_DAY)
"""How long an application may stay unanswered where no rule sets a time (UU 30/2014 Pasal 53, by UU 11/2020)."""

COMPLAINT = Duration(60, Unit.CALENDAR_DAY)
"""How long a complaint may take where the standard sets no time (Perpres 76/2013)."""


def promised(definition: Definition, flow: Flow, category: str | None) -> Promised:
    """Return the times that hold for a case of ``flow``; ``category`` is the class that was chosen at its opening."""
    if flow.complaint:
        return Promised(_complaint(definition.complaints, category), None)
    within = _service(definition.sla, flow, category)
    silent = definition.sla.within is None and not definition.sla.stages and not definition.sla.cases
    return Promised(within, SILENCE if silent else within)


def categories(definition: Definition, flow: Flow) -> tuple[str, ...]:
    """Return the classes among which is chosen when a case is opened, as the document names them."""
    if flow.complaint:
        return tuple(each.name for each in definition.complaints.categories)
    matching = _matching(definition.sla, flow)
    return tuple(each.when for each in matching) if len(matching) > 1 else ()


def _complaint(complaints: Complaints, category: str | None) -> Duration:
    chosen = next((each.within for each in complaints.categories if each.name == category), None)
    return chosen or complaints.within or COMPLAINT


def _service(sla: Sla, flow: Flow, category: str | None) -> Duration | None:
    if sla.within is not None:
        return sla.within
    if sla.stages:
        return _together(sla.stages)
    matching = _matching(sla, flow)
    if len(matching) > 1:
        matching = [each for each in matching if each.when == category]
    return matching[0].within if len(matching) == 1 else None


def _matching(sla: Sla, flow: Flow) -> list[SlaCase]:
    """Return the kinds of request that a case of this flow can be."""
    return [
        each
        for each in sla.cases
        if each.procedure in (None, flow.procedure) and (not each.only or flow.group is None or flow.group in each.only)
    ]


def _together(stages: Sequence[Stage]) -> Duration | None:
    times = [stage.within for stage in stages]
    units = {time.unit for time in times}
    # stages of different units are never added up: each is a time of its own
    return Duration(sum(time.amount for time in times), units.pop()) if len(units) == 1 else None
