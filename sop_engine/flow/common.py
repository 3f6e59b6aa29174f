"""A definition without a complaint procedure -> the one by which its complaints are handled all the same.

Every service takes complaints (UU 25/2009 Pasal 36), also one whose document does not say how. Cases are pinned to
their definition and not to this module: its steps must never change, a better procedure is one of another name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sop_engine.flow.derivation import derive_complaint
from sop_engine.messages import printed

if TYPE_CHECKING:
    from sop_engine.definition.model import Definition
    from sop_engine.flow.graph import Flow

COMMON = "pengaduan-umum"
"""The key of the procedure."""

_STEPS = ("terima", "tindak-lanjut", "jawab")


def common(definition: Definition) -> Flow | None:
    """Return the complaint procedure of a definition that has none of its own; None: it has, or nobody handles it."""
    from sop_engine.definition.procedure import Procedure

    actor = _handler(definition)
    taken = any(each.id == COMMON for each in definition.procedures)
    if definition.complaints.procedures or taken or actor is None:
        return None
    steps = [{"id": each, "actor": actor, "activity": printed(f"complaint.common_{each}")} for each in _STEPS]
    title = printed("complaint.common_title")
    return derive_complaint(definition, Procedure.model_validate({"id": COMMON, "title": title, "steps": steps}))


def _handler(definition: Definition) -> str | None:
    """Return who handles complaints: the actor who is the complaint officer, else the first of the office."""
    own = {key: each for key, each in definition.actors.items() if not (each.external or each.system)}
    officer = definition.complaints.officer
    position = (officer.position or "").casefold() if officer is not None else ""
    named = (key for key, each in own.items() if position in (each.name.casefold(), *map(str.casefold, each.aliases)))
    return next(named, next(iter(own), None))
