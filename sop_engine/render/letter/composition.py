"""The front door: a value of any kind -> the letter that it becomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sop_engine.render.letter import answer, receipt, rejection
from sop_engine.render.letter.kinds import Answer, Receipt, Rejection

if TYPE_CHECKING:
    from sop_engine.definition.logo import Logo
    from sop_engine.definition.model import OfficeUnit
    from sop_engine.render.letter.document import Letter


def compose(told: Receipt | Rejection | Answer, unit: OfficeUnit | None, logo: Logo | None = None) -> Letter:
    """Return the letter; ``unit`` is None when nothing is known of the unit, ``logo`` when it has none."""
    match told:
        case Receipt():
            return receipt.letter(told, unit, logo)
        case Rejection():
            return rejection.letter(told, unit, logo)
        case Answer():
            return answer.letter(told, unit, logo)
