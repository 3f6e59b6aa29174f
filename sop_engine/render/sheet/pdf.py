"""Sheet or charter -> PDF: for archiving (PDF/A-2a) and reading aloud (PDF/UA-1), fonts inside, same bytes each time.

Words and drawings reach the typesetter as data, so no text of a definition is ever read as markup. Where Arimo lacks
a character it prints U+FFFD: a visible gap, never a vanished word.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sop_engine.failure import Failure
from sop_engine.render.paper import SIZES
from sop_engine.render.typeface import has_glyph
from sop_engine.resources import shipped

if TYPE_CHECKING:
    from sop_engine.render.sheet.document import Sheet

UNDATED = date(1970, 1, 1)
"""The day of a file whose document bears none: the clock would change its bytes, and this one says "not set"."""


def document(sheet: Sheet, drawings: Mapping[str, tuple[str, ...]], paper: str = "A4") -> bytes:
    """Return the sheet as a PDF on ``paper``, a key of SIZES; it bears the day of the decree.

    ``drawings`` are the SVG pages of each procedure, by its id.

    Raises :class:`Failure` OUT012 when the typesetter refuses the sheet.
    """
    data = {"sheet": asdict(sheet), "drawings": dict(drawings)}
    return _typeset("sheet.typ", data, paper, sheet.set_on, sheet.title.text)


def _typeset(template: str, data: Mapping[str, Any], paper: str, day: date | None, title: str) -> bytes:
    """Return what a template makes of ``data``, which it gets with the size of the paper."""
    import typst

    size = dict(zip(("width", "height"), SIZES[paper], strict=True))
    given = json.dumps({**data, "paper": size}, ensure_ascii=False, default=str)
    midnight = datetime.combine(day or UNDATED, datetime.min.time(), UTC)

    def compiled(words: str) -> bytes:
        made: bytes = typst.compile(  # type: ignore[misc]  # its stub names a type that nothing binds
            (shipped("templates") / template).read_bytes(),
            font_paths=[str(_fonts())],
            ignore_system_fonts=True,
            sys_inputs={"data": words},
            pdf_standards=["a-2a", "ua-1"],
            timestamp=int(midnight.timestamp()),
        )
        return made

    try:
        return compiled(given)
    except typst.TypstError:
        # an archive file may not hold a character without a glyph, and the typesetter names only the first
        printable = "".join(sign if has_glyph(sign) else "\N{REPLACEMENT CHARACTER}" for sign in given)
    try:
        return compiled(printable)
    except typst.TypstError as error:
        raise Failure("OUT012", title=title, reason=error) from error


def _fonts() -> Path:
    import fontpkg_arimo

    return Path(fontpkg_arimo.__file__).parent / "files"
