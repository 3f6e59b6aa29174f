"""Sheet -> PDF: for archiving (PDF/A-2a) and reading aloud (PDF/UA-1), fonts inside, same sheet, same bytes.

Words and drawings reach the typesetter as data, so no text of a definition is ever read as markup. Where Arimo lacks
a character it prints U+FFFD: a visible gap, never a vanished word.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from sop_engine.failure import Failure
from sop_engine.render.paper import SIZES
from sop_engine.render.typeface import has_glyph
from sop_engine.resources import shipped

if TYPE_CHECKING:
    from sop_engine.render.sheet.document import Sheet

TIMESTAMP = 0
"""A sheet bears no date of its own and the clock would change its bytes: 1 January 1970 says "not set"."""


def document(sheet: Sheet, drawings: Mapping[str, tuple[str, ...]], paper: str = "A4") -> bytes:
    """Return the sheet as a PDF on ``paper``, a key of SIZES.

    ``drawings`` are the SVG pages of each procedure, by its id.

    Raises :class:`Failure` OUT012 when the typesetter refuses the sheet.
    """
    import typst

    size = dict(zip(("width", "height"), SIZES[paper], strict=True))
    data = json.dumps({"sheet": asdict(sheet), "drawings": dict(drawings), "paper": size}, ensure_ascii=False)
    template = (shipped("templates") / "sheet.typ").read_bytes()

    def compiled(words: str) -> bytes:
        made: bytes = typst.compile(  # type: ignore[misc]  # its stub names a type that nothing binds
            template,
            font_paths=[str(_fonts())],
            ignore_system_fonts=True,
            sys_inputs={"data": words},
            pdf_standards=["a-2a", "ua-1"],
            timestamp=TIMESTAMP,
        )
        return made

    try:
        return compiled(data)
    except typst.TypstError:
        # an archive file may not hold a character without a glyph, and the typesetter names only the first
        printable = "".join(sign if has_glyph(sign) else "\N{REPLACEMENT CHARACTER}" for sign in data)
    try:
        return compiled(printable)
    except typst.TypstError as error:
        raise Failure("OUT012", title=sheet.title.text, reason=error) from error


def _fonts() -> Path:
    import fontpkg_arimo

    return Path(fontpkg_arimo.__file__).parent / "files"
