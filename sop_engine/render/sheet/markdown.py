"""Sheet -> Markdown (CommonMark with footnotes): the words without the drawings, for pages that are edited further.

Every value is escaped on its way out, so that a text never becomes markup.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from sop_engine.render.sheet import templates

if TYPE_CHECKING:
    from sop_engine.render.sheet.document import Sheet

_SPECIAL = re.compile(r"[\\`*_\[\]<>#|~$&{}]")
_BLOCK_START = re.compile(r"^(\d{1,9})([.)])(?=\s|$)|^([-+=])")


def page(sheet: Sheet) -> str:
    """Return the sheet as Markdown, with one empty line between blocks."""
    text: str = template("sheet.md.j2").render(sheet=sheet)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def escaped(value: object) -> object:
    """Return a text in which no sign is markup; what a macro of the template has already made passes."""
    from markupsafe import Markup

    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    return Markup(_BLOCK_START.sub(_guarded, _SPECIAL.sub(r"\\\g<0>", value)))  # noqa: S704 - Markdown, not HTML


def _guarded(start: re.Match[str]) -> str:
    return f"{start[1]}\\{start[2]}" if start[1] else f"\\{start[3]}"


@cache
def template(name: str) -> Any:
    """Return a shipped template of Markdown, which escapes every value that it prints."""
    return templates.template(name, escaped)
