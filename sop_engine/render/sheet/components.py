"""Definition and flows -> the components of PermenPAN-RB 15/2014, worded, in its order: six, or all fourteen.

What the document leaves open is a note or "tidak dinyatakan dalam dokumen"; nothing is filled in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from sop_engine.flow import Flow
from sop_engine.names import MAIN
from sop_engine.render.indonesian import ended, lowered, plain
from sop_engine.render.sheet.blocks import Block, Component, Items, Notes, ProcedureText, Text, say, unstated
from sop_engine.render.sheet.grievance import grievance
from sop_engine.render.sheet.payment import payment
from sop_engine.render.sheet.requisites import requisites
from sop_engine.render.sheet.sentences import steps_of
from sop_engine.render.sheet.timespan import timespan
from sop_engine.render.titles import stated

if TYPE_CHECKING:
    from sop_engine.definition.model import Definition, Procedure, Step

_FIRST_OF_MANAGEMENT = 7
_MANAGEMENT = (
    *("legal_basis", "facilities", "staff_competence", "internal_supervision"),
    *("staff_count", "service_guarantee", "safety_guarantee", "staff_evaluation"),
)
"""The keys of components 7 to 14, in the order of the regulation."""


def components_of(
    definition: Definition, flows: Mapping[str, Flow], notes: Notes, sops: Mapping[str, str] | None = None
) -> tuple[Component, ...]:
    """Return the six rows of service delivery; ``flows`` by procedure id, in the order of their flowcharts."""
    teller = _Teller(definition, flows, notes, stated(definition) if sops is None else sops)
    blocks: tuple[tuple[Block, ...], ...] = (
        (requisites(definition),),
        teller.service(),
        timespan(definition, notes),
        payment(definition.fee, {key: group.name for key, group in definition.applicants.items()}),
        _products(definition),
        (*grievance(definition.complaints, notes), *map(teller.procedure, definition.complaints.procedures)),
    )
    return tuple(Component(number, say(f"component{number}"), part) for number, part in enumerate(blocks, 1))


def management_of(definition: Definition) -> tuple[Component, ...]:
    """Return the eight rows of service management; those the document does not have say so."""
    standard = definition.standard
    return tuple(
        Component(number, say(f"component{number}"), (_items(getattr(standard, key) if standard else ()),))
        for number, key in enumerate(_MANAGEMENT, _FIRST_OF_MANAGEMENT)
    )


class _Teller:
    """Tells procedures of one definition, each with the number of its flowchart."""

    def __init__(
        self, definition: Definition, flows: Mapping[str, Flow], notes: Notes, sops: Mapping[str, str]
    ) -> None:
        self.definition = definition
        self.flows = flows
        self.notes = notes
        self.sops = sops

    def service(self) -> tuple[ProcedureText, ...]:
        """Return the service procedures: the only one, or several with their titles."""
        steps = self.definition.steps
        only = (self._told(MAIN, "", steps),) if steps is not None else ()
        return (*only, *map(self.procedure, self.definition.procedures))

    def procedure(self, procedure: Procedure) -> ProcedureText:
        """Return one of several procedures."""
        whom = plain(procedure.applies_to or "")
        applies = ended(say("applies", whom=lowered(whom)).removesuffix(".")) if whom else ""
        return self._told(procedure.id, plain(procedure.title), procedure.steps, applies)

    def _told(self, procedure: str, title: str, steps: Sequence[Step], applies: str = "") -> ProcedureText:
        number = list(self.flows).index(procedure) + 1
        told = steps_of(self.flows[procedure], steps, self.definition, self.notes, self.sops)
        return ProcedureText(procedure, title, told, number, say("figure_link", number=number), applies)


def _items(texts: Sequence[str]) -> Items:
    return Items(tuple(Text(plain(text)) for text in texts) or (unstated(),), numbered=len(texts) > 1)


def _products(definition: Definition) -> tuple[Block, ...]:
    products = _items(definition.products)
    if definition.validity is None:
        return (products,)
    valid = Text(say("validity", text=plain(definition.validity)))
    return products, Items((valid,), numbered=False)
