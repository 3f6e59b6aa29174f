"""Charter -> Markdown: the words, for pages that are edited further; every value is escaped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sop_engine.render.sheet.markdown import template

if TYPE_CHECKING:
    from sop_engine.render.charter.document import Charter


def page(charter: Charter) -> str:
    """Return the charter as Markdown, with one empty line between blocks."""
    text: str = template("charter.md.j2").render(charter=charter)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"
