"""Letter -> PDF, to be signed and handed over: for archiving (PDF/A-2a) and reading aloud (PDF/UA-1).

A letter that is a little too long for one page is set smaller. It is not signed here, and bears no date of its making.
"""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from sop_engine.render.letter.document import formal
from sop_engine.render.pdf import typeset
from sop_engine.render.sheet.pdf import given

if TYPE_CHECKING:
    from sop_engine.definition.logo import Logo
    from sop_engine.render.letter.document import Letter


def document(letter: Letter, paper: str = "A4") -> bytes:
    """Return the letter as a PDF on ``paper``, a key of SIZES.

    Raises :class:`Failure` OUT012 when the typesetter refuses it.
    """
    return typeset("letter.typ", given(paper, letter=asdict(replace(letter, logo=None)), **_drawn(letter)), letter.name)


def _drawn(letter: Letter) -> dict[str, str]:
    """Return the logo as the typesetter takes it, an SVG around the image, and its name; empty without one."""
    logo = letter.logo
    return {"logo": _svg(logo) if logo else "", "logo-name": formal("logo", unit=letter.unit.name.text)}


def _svg(logo: Logo) -> str:
    size = f'width="{logo.width}" height="{logo.height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}><image {size} href="{logo.uri}"/></svg>'
