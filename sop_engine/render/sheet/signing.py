"""Definition and unit -> Signing: where a paper is signed, with empty lines for all that no document says.

Nothing is made up: an unnamed signer is the head of the unit, whose name is left to be written in.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sop_engine.render.indonesian import dated, plain
from sop_engine.render.sheet.blocks import say

if TYPE_CHECKING:
    from sop_engine.definition.model import Definition, OfficeUnit, Signatory


@dataclass(frozen=True, slots=True)
class Signing:
    """Where a paper is signed: labels of the lines for place and day, then who signs.

    ``date`` and ``name`` are empty where no document says them: their lines stay empty too, and so do those that
    ``blank`` names. ``room`` names the place of the signature for those who cannot see it.
    """

    place: str
    day: str
    date: str
    position: str
    room: str
    name: str
    details: tuple[str, ...]
    blank: tuple[str, ...] = ()


def signing(definition: Definition, unit: OfficeUnit | None, day: date | None = None) -> Signing:
    """Return the place of the signature of a paper that is set on ``day``, or on a day to be written in."""
    signer = _signer(definition)
    rank, nip = (plain(signer.rank or ""), plain(signer.nip or "")) if signer else ("", "")
    details = (rank, say("nip", nip=nip) if nip else "")
    return Signing(
        place=say("place"),
        day=say("day"),
        date=dated(day) if day else "",
        position=plain(signer.position) if signer else _head(unit),
        room=say("signature"),
        name=plain(signer.name or "") if signer else "",
        details=tuple(each for each in details if each),
    )


def _signer(definition: Definition) -> Signatory | None:
    """Return who set the standard, or who approved the procedure."""
    if definition.decree is not None and definition.decree.signer is not None:
        return definition.decree.signer
    return definition.identity.approved_by if definition.identity is not None else None


def _head(unit: OfficeUnit | None) -> str:
    return say("head_unit_unstated") if unit is None else say("head", unit=plain(unit.name))
