"""Charter -> PDF on one page across, to be signed and hung up: for archiving (PDF/A-2a) and reading aloud (PDF/UA-1).

Long texts are set smaller, so that the page holds them; only what no page holds goes on to another one.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from sop_engine.render.pdf import typeset
from sop_engine.render.sheet.pdf import given

if TYPE_CHECKING:
    from sop_engine.render.charter.document import Charter


def document(charter: Charter, paper: str = "A4") -> bytes:
    """Return the charter as a PDF on ``paper``, a key of SIZES, laid across.

    It bears no date: the day is written in when it is signed.

    Raises :class:`Failure` OUT012 when the typesetter refuses it.
    """
    return typeset("charter.typ", given(paper, charter=asdict(charter)), charter.title)
