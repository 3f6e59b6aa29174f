"""A code -> its explanation: the page of a check, or the sentence of a failure, its gaps named, where to read on."""

from __future__ import annotations

import re

from sop_engine.failure import Failure
from sop_engine.messages import LANGUAGES, language
from sop_engine.messages.failures import FAILURES
from sop_engine.messages.findings import FINDINGS
from sop_engine.resources import shipped
from sop_engine.spelling import nearest


def explanation(code: str) -> str:
    """Return what there is to know about a code. Raises Failure USE014 for one that does not exist."""
    if code in FINDINGS:
        return page(shipped("docs/checks").joinpath(f"{code}.md").read_text(encoding="utf-8")).rstrip()
    if code in FAILURES:
        return _failure(code, LANGUAGES.index(language()))
    known = [*FINDINGS, *FAILURES]
    letters = code.rstrip("0123456789")
    padded = letters + code.removeprefix(letters).zfill(3)
    raise Failure("USE014", value=code, near=padded if padded in known else nearest(code, known) or "")


def _failure(code: str, index: int) -> str:
    from sop_engine.messages.arguments import ARGUMENTS, OUTCOMES, READ_ON

    def named(gap: re.Match[str]) -> str:
        word = ARGUMENTS.get(gap[1], ("…", "…"))[index]
        return f"[{word}]" if word else ""

    # sentences that are left out where there is nothing to tell follow without a space
    wording = re.sub(r"(?<=[.}])(?={)", " ", FAILURES[code][index])
    said = re.sub(r"{(\w+)[^}]*}", named, wording)
    pages = (page for first, last, page in _PAGES if first <= code <= last)
    read_on = READ_ON[index].format(page=next(pages))
    return "\n".join((f"{code}: {said}", "", OUTCOMES[Failure(code).exit_code][index], read_on))


_PAGES = (
    ("RUN030", "RUN033", "people"),
    ("RUN055", "RUN060", "calendar"),
    ("RUN064", "RUN069", "complaints"),
    ("RUN070", "RUN074", "people"),
    ("RUN080", "RUN080", "complaints"),
    ("RUN", "RUN~", "cases"),
    ("STO", "STO~", "operations"),
    ("OUT", "OUT~", "tutorial-publisher"),
    ("", "~", "commands"),
)
"""Which page tells of a failure, by the first and the last code; the first that fits."""


def page(content: str) -> str:
    """Return a check's page for a terminal: without the other language's section and the marks of code blocks."""
    unwanted = "## English" if language() == "id" else "## Penjelasan"
    kept, skipping, fenced = [], False, False
    for line in content.splitlines():
        if line.startswith("## "):
            skipping = line == unwanted
        if line.startswith("```"):
            fenced = not fenced
        elif not skipping:
            kept.append(f"    {line}".rstrip() if fenced else line)
    shown = "\n".join(kept)
    return shown if language() == "id" else re.sub("|".join(_FRAME), lambda match: _FRAME[match[0]], shown)


_FRAME = {"sumber:": "source:", "## Contoh": "## Examples", "Salah:": "Wrong:", "Benar:": "Right:"}
"""The words around a page's examples, for who reads English."""
