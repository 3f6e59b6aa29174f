"""Letter -> Markdown: the words, for pages and messages that are edited further; every value is escaped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sop_engine.render.sheet.markdown import template

if TYPE_CHECKING:
    from sop_engine.render.letter.document import Letter


def page(letter: Letter) -> str:
    """Return the letter as Markdown, with one empty line between blocks."""
    text: str = template("letter.md.j2").render(letter=letter)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"
