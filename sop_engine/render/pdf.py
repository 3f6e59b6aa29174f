"""SVG pages -> PDF, each drawing on a page of just its size: for archiving (PDF/A-2a) and reading aloud (PDF/UA-1).

Text stays text, fonts are inside, each page carries the text alternative that it was given. Drawings and words reach
the typesetter as data, never as markup. Where the typeface lacks a character it prints U+FFFD: a visible gap, never a
vanished word. Nothing is scaled and nothing depends on the clock.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime

from sop_engine.failure import Failure
from sop_engine.render import extent, fonts
from sop_engine.render.typeface import SANS, has_glyph
from sop_engine.resources import shipped

UNDATED = date(1970, 1, 1)
"""The day of a file that bears none of its own: the clock would change its bytes, and this one says "not set"."""

_KEPT = 10
"""So many papers after it was made, what the typesetter made of one is dropped."""


def pages(svgs: Sequence[str], *, title: str, author: str, alternatives: Sequence[str]) -> bytes:
    """Return one PDF page for each drawing, whose ``width`` and ``height`` must be in millimetres.

    ``alternatives`` are the words that are read aloud in place of each drawing.

    Raises :class:`Failure` OUT012 when the typesetter refuses a drawing, OUT023 when a page would be too large.
    """
    drawn = [
        {"svg": svg, "alt": alternative or title, **dict(zip(("width", "height"), extent.page(svg), strict=True))}
        for svg, alternative in zip(svgs, alternatives, strict=True)
    ]
    words = json.dumps({"title": title, "author": author, "pages": drawn}, ensure_ascii=False)
    return typeset("pages.typ", words, title, face=fonts.face(svgs[0]))


def typeset(template: str, data: str, title: str, day: date | None = None, face: str = SANS) -> bytes:
    """Return the PDF that a shipped template makes of ``data`` (JSON), dated on ``day`` where the paper has one.

    ``face`` is the typeface of drawings; the words of papers are always set in Arimo.

    Raises :class:`Failure` OUT012 when the typesetter refuses it.
    """
    import typst

    midnight = datetime.combine(day or UNDATED, datetime.min.time(), UTC)

    folder = shipped("templates")

    def made(words: str) -> bytes:
        document: bytes = typst.compile(  # type: ignore[misc]  # its stub names a type that nothing binds
            (folder / template).read_bytes(),
            root=str(folder),
            font_paths=[str(folder) for folder in fonts.folders(face)],
            ignore_system_fonts=True,
            sys_inputs={"data": words},
            pdf_standards=["a-2a", "ua-1"],
            timestamp=int(midnight.timestamp()),
        )
        return document

    try:
        return made(data)
    except typst.TypstError:
        # an archive file may not hold a character without a glyph, and the typesetter names only the first
        printable = "".join(sign if has_glyph(sign) else "\N{REPLACEMENT CHARACTER}" for sign in data)
    try:
        return made(printable)
    except typst.TypstError as error:
        raise Failure("OUT012", title=title, reason=error) from error


def forget() -> None:
    """Let go of what the typesetter keeps of earlier papers: by itself it drops that only when ten more are set.

    A process that sets many needs a quarter of the memory then, and no more time.
    """
    import typst

    nothing = typst.Compiler(ignore_system_fonts=True)
    for _ in range(_KEPT):
        nothing.compile(input=b"", format="svg")
