"""Names that mean the same in every room, also in those that know no procedures."""

from __future__ import annotations

MAIN = "utama"
"""The id of a definition's main procedure, when it has one and not several."""
