"""Slips of the pen: which of the allowed names was probably meant."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

_MANY = 500
"""Beyond so many names the nearest spelling is not looked for: it takes time with each of them."""

_SHOWN = 40
_NEAREST = 20
_LONG = 100
_TWO_SLIPS = 9


def nearest(value: str, allowed: Sequence[str]) -> str | None:
    """Return the allowed name that ``value`` is probably a slip of."""
    near = difflib.get_close_matches(value, allowed, n=1) if len(allowed) <= _MANY else []
    return near[0] if near else None


def near_first(value: str, allowed: Sequence[str]) -> tuple[str | None, str]:
    """Return the name that was probably meant, as a slip or as a part of it, and the names, the nearest first.

    Of the names no more than a person would read, and how many more there are.
    """
    within = [name for name in allowed if value in name or name in value]
    near = nearest(value, allowed) or (within[0] if len(within) == 1 else None)
    if len(allowed) <= _MANY:
        matcher = difflib.SequenceMatcher(b=value)
        likeness = {name: _likeness(matcher, name) for name in allowed}
        allowed = sorted(allowed, key=lambda name: (name != near, name not in within, -likeness[name], name))
    shown, more = allowed[:_NEAREST], len(allowed) - _NEAREST
    return near, ", ".join([*shown, *([f"… (+{more})"] if more > 0 else [])]) or "–"


def _likeness(matcher: difflib.SequenceMatcher[str], name: str) -> float:
    matcher.set_seq1(name)
    return matcher.ratio()


def slip(value: str, allowed: Sequence[str], shortest: int = 5) -> str | None:
    """Return the one allowed name that ``value`` is certainly a slip of: a letter more, less, other or swapped.

    Names of nine letters or more may have two slips, names shorter than ``shortest`` none but in case and hyphens.
    Digits are never slips: `periksa-2` is no misspelled `periksa-1`.
    """
    if len(allowed) > _MANY or len(value) > _LONG:
        return None
    plain = _plain(value)
    same = [name for name in allowed if _plain(name) == plain]
    if same:
        return same[0] if len(same) == 1 else None
    most = 0 if len(plain) < shortest else 1 if len(plain) < _TWO_SLIPS else 2
    near = [
        name for name in allowed if _digits(name) == _digits(value) and _distance(plain, _plain(name), most) <= most
    ]
    return near[0] if len(near) == 1 and most else None


def _plain(name: str) -> str:
    return name.casefold().replace("_", "-").replace(" ", "-")


def _digits(name: str) -> str:
    return "".join(sign for sign in name if sign.isdigit())


def _distance(one: str, other: str, most: int) -> int:
    """Return how many letters are to be added, taken out, changed or swapped with the next; more than ``most``: any."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one):
        older, before, row = before, row, [i + 1]
        for j, sign in enumerate(other):
            row.append(min(before[j + 1] + 1, row[j] + 1, before[j] + (letter != sign)))
            if i and j and letter == other[j - 1] and one[i - 1] == sign:
                row[-1] = min(row[-1], older[j - 1] + 1)
    return row[-1]


def choices(value: str, allowed: Sequence[str]) -> dict[str, str]:
    """Return the message arguments ``near`` (the probable name, or empty) and ``allowed`` (what may stand there)."""
    return {"near": nearest(value, allowed) or "", "allowed": listed(allowed)}


class Guesses:
    """The guesses about the names of one file: remembered, and no more than a person would read."""

    def __init__(self, allowed: Sequence[str], limit: int = 100) -> None:
        self._allowed = allowed
        self._left = limit
        self._known: dict[str, str | None] = {}
        self._listed = listed(allowed)

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


def listed(allowed: Sequence[str], between: str = ", ") -> str:
    """Return names as a list in a sentence, no more of them than a person would read."""
    return (between.join(allowed[:_SHOWN]) + (f"{between}…" if len(allowed) > _SHOWN else "")) or "–"
