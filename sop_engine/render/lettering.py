"""Counts with letters, as the connectors between pages are named."""

from __future__ import annotations

_LETTERS = 26


def letter(index: int) -> str:
    """Return A for 0, Z for 25, AA for 26."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, _LETTERS)
        name = chr(ord("A") + rest) + name
    return name
