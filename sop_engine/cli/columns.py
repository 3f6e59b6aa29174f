"""Rows -> aligned lines of plain text that fit the terminal, safe to print whatever people typed into them."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterable, Sequence

WIDEST = 120
"""Columns of text at most, however wide the terminal is: longer lines are hard to read."""

_NARROWEST = 24
_GAP = "  "

Row = tuple[str, ...]


def printable(said: str) -> str:
    """Return ``said`` on one line with its control characters made visible: a note must not steer a terminal."""
    # one sign for one sign, so that a caret below the text still points at its place
    return "".join(
        sign if sign.isprintable() else " " if sign.isspace() else "\N{REPLACEMENT CHARACTER}" for sign in said
    )


def blocks(rows: Sequence[Row]) -> list[list[str]]:
    """Return the lines of each row: columns aligned, the last one wrapped below its own beginning."""
    shown = [tuple(printable(cell) for cell in row) for row in rows]
    widths = [max(map(len, column)) for column in zip(*(row[:-1] for row in shown), strict=True)]
    starts = ["".join(cell.ljust(width) + _GAP for cell, width in zip(row, widths, strict=False)) for row in shown]
    return [wrapped(row[-1], start) for row, start in zip(shown, starts, strict=True)]


def table(rows: Sequence[Row]) -> list[str]:
    """Return the lines of all rows."""
    return [line for block in blocks(rows) for line in block]


def wrapped(said: str, first: str = "") -> list[str]:
    """Return ``said`` after ``first``, wrapped at the terminal's width below its own beginning."""
    room = max(min(shutil.get_terminal_size().columns, WIDEST) - len(first), _NARROWEST)
    parts = textwrap.wrap(said, room, break_long_words=False, break_on_hyphens=False) or [""]
    return [((" " * len(first) if index else first) + part).rstrip() for index, part in enumerate(parts)]


def indented(lines: Iterable[str], by: int = 2) -> list[str]:
    """Return lines moved to the right, each wrapped below its own beginning."""
    return [part for line in lines for part in wrapped(printable(line), " " * by)]
