"""Sheet -> PDF: for archiving (PDF/A-2a) and reading aloud (PDF/UA-1), fonts inside, same sheet, same bytes.

Words and drawings reach the typesetter as data, so no text of a definition is ever read as markup. The file bears the
day of the decree. Where Arimo lacks a character it prints U+FFFD: a visible gap, never a vanished word.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from sop_engine.render.paper import SIZES
from sop_engine.render.pdf import typeset

if TYPE_CHECKING:
    from sop_engine.render.sheet.document import Sheet


def document(sheet: Sheet, drawings: Mapping[str, tuple[str, ...]], paper: str = "A4") -> bytes:
    """Return the sheet as a PDF on ``paper``, a key of SIZES.

    ``drawings`` are the SVG pages of each procedure, by its id.

    Raises :class:`Failure` OUT012 when the typesetter refuses the sheet.
    """
    words = given(paper, sheet=asdict(sheet), drawings=dict(drawings))
    return typeset("sheet.typ", words, sheet.title.text, sheet.set_on)


def given(paper: str, **parts: Any) -> str:
    """Return what a template reads (JSON): the parts, and the size of the paper in millimetres."""
    size = dict(zip(("width", "height"), SIZES[paper], strict=True))
    return json.dumps({**parts, "paper": size}, ensure_ascii=False, default=str)
