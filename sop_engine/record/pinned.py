"""The pinned definitions of a store -> their compiled form, and what is wrong with them.

A definition is named by the digest of its texts; what lists say of it (its SOP, title, zone, unit) must be what its
texts say. A few compiled ones are kept at hand, however many a store has.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from sop_engine.office.seat import DEFAULT_ZONE
from sop_engine.record.fault import Fault, fault
from sop_engine.store.journal import Journal, Pinned

if TYPE_CHECKING:
    from sop_engine.compiler import Compiled

_AT_HAND = 64


class Text(NamedTuple):
    """A pinned definition: as it lies there, and compiled where it is what its digest says."""

    pinned: Pinned | None
    compiled: Compiled | None


class Definitions:
    """The pinned definitions of a store, each read when it is needed."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self.text = lru_cache(maxsize=_AT_HAND)(self._text)

    def _text(self, digest: str) -> Text:
        try:
            pinned = self._journal.definition(digest)
        except KeyError:
            return Text(None, None)
        return Text(pinned, compiled_of(pinned))


def compiled_of(pinned: Pinned) -> Compiled | None:
    """Return what a pinned definition compiles to; None when it is not what its digest says, or cannot be read."""
    from sop_engine import compiler

    try:
        compiled = compiler.recompile(pinned.text, pinned.unit_text)
    except (TypeError, AttributeError, ValueError):  # not even text lies there
        return None
    return compiled if compiled is not None and compiled.digest == pinned.digest else None


def definition_fault(pinned: Pinned) -> Fault | None:
    """Return what is wrong with a pinned definition, or None."""
    compiled, digest = compiled_of(pinned), str(pinned.digest)
    if compiled is None:
        return fault("definition", digest=digest[:12])
    definition, unit = compiled.definition, compiled.unit
    zone = unit.time_zone if unit else DEFAULT_ZONE
    said = (definition.id, definition.title, zone, definition.unit)
    if said != (pinned.sop, pinned.title, pinned.zone, pinned.unit):
        return fault("definition_listed", digest=digest[:12], sop=definition.id)
    return None
