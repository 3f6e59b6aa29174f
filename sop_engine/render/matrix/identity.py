"""Definition and unit -> Identity: what the identity page of an SOP-AP says (PermenPAN-RB 35/2012, bagian identitas).

What the document does not say is None or empty here and stays visibly empty on paper; nothing is taken from other
parts of the standard in its place.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sop_engine.messages import printed
from sop_engine.names import MAIN
from sop_engine.render.indonesian import dated, plain, unended

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sop_engine.compiler import Compiled
    from sop_engine.definition.model import Definition, Signatory
    from sop_engine.definition.model import Identity as Written
    from sop_engine.flow import Flow

PAIRS = (("legal_basis", "qualifications"), ("related", "equipment"), ("warnings", "records"))
"""The boxes below the block, side by side, in the order of the form."""


@dataclass(frozen=True, slots=True)
class Approval:
    """Who approves: each line as it stands on paper, None where the document is silent."""

    position: str | None
    name: str | None
    rank: str | None
    nip: str | None


@dataclass(frozen=True, slots=True)
class Identity:
    """What the identity page says; ``facts`` by the keys of labels, in their order, the title last."""

    unit: str
    parent: str
    title: str
    number: str | None
    facts: dict[str, str | None]
    approval: Approval
    boxes: dict[str, tuple[str, ...]]


def identity(compiled: Compiled, flow: Flow, sops: Mapping[str, str]) -> Identity:
    """Return what the identity page of a procedure says; ``sops`` are the titles of other SOPs by their ids."""
    definition, unit = compiled.definition, compiled.unit
    written = definition.identity
    title = plain(definition.title)
    if flow.procedure != MAIN:
        title = printed("matrix.titled", title=title, procedure=plain(flow.title))
    number = plain(written.number) if written is not None and written.number else None
    return Identity(
        unit=plain(unit.name) if unit is not None else "",
        parent=plain(unit.parent) if unit is not None and unit.parent else "",
        title=title,
        number=number,
        facts={"number": number, **_dates(written)},
        approval=_approval(written.approved_by if written is not None else None),
        boxes={key: tuple(map(plain, each)) for key, each in _boxes(definition, sops).items()},
    )


def _dates(written: Written | None) -> dict[str, str | None]:
    made, revised, effective = (written.made, written.revised, written.effective) if written else (None, None, None)
    return {
        "made": dated(made) if made else None,
        # a sheet that was made and has no revision was never revised
        "revised": dated(revised) if revised else printed("matrix.never") if made else None,
        "effective": dated(effective) if effective else None,
    }


def _approval(signer: Signatory | None) -> Approval:
    if signer is None:
        return Approval(None, None, None, None)
    return Approval(
        plain(signer.position),
        plain(signer.name) if signer.name else None,
        plain(signer.rank) if signer.rank else None,
        printed("matrix.nip", number=plain(signer.nip)) if signer.nip else None,
    )


def _boxes(definition: Definition, sops: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    written = definition.identity
    related = tuple(_related(definition, sops))
    if written is None:
        return {key: related if key == "related" else () for pair in PAIRS for key in pair}
    return {
        "legal_basis": written.legal_basis,
        "qualifications": written.qualifications,
        "related": (*written.related_sops, *related),
        "equipment": written.equipment,
        "warnings": written.warnings,
        "records": written.records,
    }


def called(title: str) -> str:
    """Return how an SOP is called by its title, which may begin with that word itself."""
    return title if title.upper().startswith("SOP ") else printed("matrix.sop", title=title)


def _related(definition: Definition, sops: Mapping[str, str]) -> Iterator[str]:
    """Yield the other SOPs by their titles (their keys where no title is known), and the place in the process map."""
    for each in definition.related:
        yield printed(f"matrix.related_{each.kind}", sop=called(plain(each.title or sops.get(each.sop, each.sop))))
    process = definition.process
    if process is not None:
        words = printed("matrix.process", code=unended(process.code))
        if process.level:
            words = printed("matrix.process_level", process=words, level=process.level)
        yield printed("matrix.process_of", process=words, map=process.map) if process.map else words
