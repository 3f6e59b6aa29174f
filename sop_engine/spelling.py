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
    return {"near": nearest(value, allowed) or "", "allowed": _listed(allowed)}


class Guesses:
    """The guesses about the names of one file: remembered, and no more than a person would read."""

    def __init__(self, allowed: Sequence[str], limit: int = 100) -> None:
        self._allowed = allowed
        self._left = limit
        self._known: dict[str, str | None] = {}
        self._listed = _listed(allowed)

    def nearest(self, value: str) -> str | None:
        """Return the allowed name that ``value`` is probably a slip of; None once the limit is reached."""
        if value not in self._known:
            if self._left == 0:
                return None
            self._left -= 1
            self._known[value] = nearest(value, self._allowed)
        return self._known[value]

    def choices(self, value: str) -> dict[str, str]:
        """Return the message arguments ``near`` and ``allowed``, as :func:`choices` does."""
        return {"near": self.nearest(value) or "", "allowed": self._listed}


def _listed(allowed: Sequence[str]) -> str:
    return (", ".join(allowed[:_SHOWN]) + (", …" if len(allowed) > _SHOWN else "")) or "–"
