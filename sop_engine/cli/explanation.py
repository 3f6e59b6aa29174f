"""A code -> its explanation: the page of a check, or the sentence of a failure."""

from __future__ import annotations

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
        return f"{code}: {FAILURES[code][LANGUAGES.index(language())]}"
    known = [*FINDINGS, *FAILURES]
    letters = code.rstrip("0123456789")
    padded = letters + code.removeprefix(letters).zfill(3)
    raise Failure("USE014", value=code, near=padded if padded in known else nearest(code, known) or "")


def page(content: str) -> str:
    """Return a check's page without the section of the other language; the examples belong to both."""
    unwanted = "## English" if language() == "id" else "## Penjelasan"
    kept, skipping = [], False
    for line in content.splitlines():
        if line.startswith("## "):
            skipping = line == unwanted
        if not skipping:
            kept.append(line)
    return "\n".join(kept)
