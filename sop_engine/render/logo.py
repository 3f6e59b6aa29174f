"""A unit's logo -> Logo, to be drawn, or the notice that says why there is none.

A logo that cannot be used stops nothing: its place stays empty.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sop_engine.definition.logo import Logo, read
from sop_engine.failure import Failure
from sop_engine.render.notice import Notice

if TYPE_CHECKING:
    from sop_engine.definition.catalogue import Catalogue
    from sop_engine.definition.model import OfficeUnit


def logo(unit: OfficeUnit | None, catalogue: Catalogue) -> tuple[Logo | None, tuple[Notice, ...]]:
    """Return the logo of a unit, and what there is to tell when it has one that cannot be used."""
    file = catalogue.unit_path(unit.id) if unit is not None else None
    if unit is None or unit.logo is None or file is None:
        return None, ()
    try:
        return read(file.parent / unit.logo, catalogue.folder), ()
    except Failure as failure:
        return None, (Notice.of("logo", code=failure.code, problem=failure.message()),)
