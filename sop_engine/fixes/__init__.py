"""Findings that can be put right without asking: code -> the function that gives the edits (the written list).

What has a fix is what the file itself answers. No fix is offered for an unused end or actor (SOP037, SOP041), which the
document may name on purpose, nor for an id that differs from the file's name (SOP116): cases, other SOPs and scenarios
know the SOP by its id, and only a person knows which of the two is right. Wording is the author's.
"""

from __future__ import annotations

from collections.abc import Callable

from sop_engine.diagnostic import Diagnostic
from sop_engine.fixes import rules
from sop_engine.fixes.document import Document, Edits

Fix = Callable[[Diagnostic, Document], Edits]

FIXES: dict[str, Fix] = {
    "SOP025": rules.known_name,
    "SOP042": rules.columns,
    "SOP043": rules.columns,
    "SOP048": rules.known_name,
    "SOP049": rules.named_twice,
    "SOP056": rules.list_marks,
    "SOP061": rules.time,
    "SOP081": rules.nothing_unstated,
    "SOP106": rules.quote,
    "SOP110": rules.known_key,
    "SOP113": rules.known_word,
    "SOP119": rules.plain_id,
    "SOP121": rules.unquoted_sign,
    "SOP123": rules.unquoted_sign,
    "SOP129": rules.quote,
    "SOP131": rules.control_signs,
    "SOP134": rules.day,
    "SP050": rules.web_scraps,
}

OWN_PLACE = frozenset({"SOP056", "SOP061", "SOP106", "SOP121", "SOP123", "SOP129", "SOP131", "SOP134", "SP050"})
"""Fixes that write one value anew to which nothing else refers: what is found elsewhere afterwards was there before."""

UNREAD = frozenset({"SOP110"})
"""Fixes after which a value is read for the first time: what is found inside it was there before."""
