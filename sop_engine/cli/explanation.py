"""A code -> its explanation: the page of a check, or the sentence of a failure."""

from __future__ import annotations

from sop_engine.failure import Failure
from sop_engine.messages import LANGUAGES, language
from sop_engine.messages.failures import FAILURES
from sop_engine.messages.findings import FINDINGS
from sop_engine.resources import shipped


def explanation(code: str) -> str:
    """Return what there is to know about a code. Raises Failure USE014 for one that does not exist."""
    if code in FINDINGS:
        return page(shipped("docs/checks").joinpath(f"{code}.md").read_text(encoding="utf-8")).rstrip()
    if code in FAILURES:
        return f"{code}: {FAILURES[code][LANGUAGES.index(language())]}"
    import difflib

    near = difflib.get_close_matches(code, [*FINDINGS, *FAILURES], n=1)
    hint_id, hint_en = (f"; maksudnya {near[0]}?", f"; did you mean {near[0]}?") if near else ("", "")
    raise Failure("USE014", value=code, near_id=hint_id, near_en=hint_en)


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
