"""Slips of the pen: which of the allowed names was probably meant."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

_MANY = 300
"""Beyond so many names the nearest spelling is not looked for: it takes time with each of them."""

_SHOWN = 40


def nearest(value: str, allowed: Sequence[str]) -> str | None:
    """Return the allowed name that ``value`` is probably a slip of."""
    near = difflib.get_close_matches(value, allowed, n=1) if len(allowed) <= _MANY else []
    return near[0] if near else None


def choices(value: str, allowed: Sequence[str]) -> dict[str, str]:
    """Return the message arguments ``near`` (the probable name, or empty) and ``allowed`` (what may stand there)."""
    shown = ", ".join(allowed[:_SHOWN]) + (", …" if len(allowed) > _SHOWN else "")
    return {"near": nearest(value, allowed) or "", "allowed": shown or "–"}
