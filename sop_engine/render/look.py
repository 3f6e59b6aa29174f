"""How a symbol is coloured: plain, by the outcome of an end, or by how far a case has come."""

from __future__ import annotations

from dataclasses import dataclass

from sop_engine.flow import EndStatus
from sop_engine.render import palette


@dataclass(frozen=True, slots=True)
class Look:
    """How a symbol is drawn: its inside, outline, ink, and its state as a word."""

    fill: str
    line: str
    weight: float
    ink: str
    state: str | None = None


STATES = {
    "done": Look(palette.DONE, palette.DONE_LINE, 1.1, palette.INK, "done"),
    "current": Look(palette.CURRENT, palette.CURRENT_LINE, 2.6, palette.INK, "current"),
    "ahead": Look(palette.PAPER, palette.AHEAD_LINE, 0.9, palette.AHEAD_INK, "ahead"),
}


PLAIN = {
    status: Look(fill, palette.LINE, 1.0, palette.INK)
    for status, fill in (
        (EndStatus.FINISHED, palette.FINISHED),
        (EndStatus.REJECTED, palette.REJECTED),
        (EndStatus.WITHDRAWN, palette.WITHDRAWN),
        (None, palette.PAPER),
    )
}
PLAIN_BAR = Look(palette.BAR, palette.LINE, 1.0, palette.INK)
