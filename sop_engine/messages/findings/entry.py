"""One entry of the catalogue: what a code says, how much it matters, and the way out."""

from __future__ import annotations

from typing import NamedTuple


class Finding(NamedTuple):
    """The catalogue entry of one code; ``message`` and ``hint`` are (Indonesian, English)."""

    severity: str
    message: tuple[str, str]
    hint: tuple[str, str]
