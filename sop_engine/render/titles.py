"""A definition and its folder -> the titles of the other SOPs that it names, by their ids.

What the definition says itself counts; otherwise the neighbour's own file is asked for its title and for nothing else,
so that it may be wrong in every other way. An SOP without a title that can be read is shown by its id.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from sop_engine import source, textfile
from sop_engine.checks.neighbours import references

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sop_engine.definition.catalogue import Catalogue
    from sop_engine.definition.model import Definition

LONGEST = 500
"""A longer title is none: a slip in another file must not fill this paper."""


def stated(definition: Definition) -> Mapping[str, str]:
    """Return the titles that a definition says itself."""
    return {related.sop: related.title for related in definition.related if related.title is not None}


def titles(definition: Definition, catalogue: Catalogue) -> Mapping[str, str]:
    """Return the titles of the SOPs that a definition names, as far as they are known."""
    known = stated(definition)
    asked = {each.sop for each in references(definition)} - known.keys()
    files = catalogue.files() if asked else {}
    texts = {sop: textfile.read_text(files[sop], "")[0] for sop in sorted(asked & files.keys())}
    read = {sop: _title(text) for sop, text in texts.items() if text is not None}
    return {**known, **{sop: title for sop, title in read.items() if title is not None}}


@lru_cache(maxsize=64)
def _title(text: str) -> str | None:
    """Return the title in a definition's text; many definitions of a batch may name the same SOP."""
    origin, _ = source.parse(text, "")
    title = origin.data.get("title") if origin is not None else None
    return title if isinstance(title, str) and title.strip() and len(title) <= LONGEST else None
