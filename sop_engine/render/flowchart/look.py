"""How a symbol is coloured: plain, by the outcome of an end, or by how far a case has come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sop_engine.flow import EndStatus
from sop_engine.messages import printed
from sop_engine.render import palette

if TYPE_CHECKING:
    from sop_engine.render.diagram import Progress


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
    "suspended": Look(palette.SUSPENDED, palette.SUSPENDED_LINE, 2.6, palette.INK, "suspended"),
    "skipped": Look(palette.PAPER, palette.SKIPPED_LINE, 1.1, palette.INK, "skipped"),
    "ahead": Look(palette.PAPER, palette.AHEAD_LINE, 0.9, palette.AHEAD_INK, "ahead"),
}
MARKED = frozenset(STATES) - {"ahead"}
"""The states that have a sign, so that they are told apart on a grey print."""


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


def explained(progress: Progress | None) -> tuple[tuple[str, str], ...]:
    """Return the states that the legend of a case explains, with their words; none when no case is shown."""
    if progress is None:
        return ()
    now = ("current", printed("diagram.state_current"))
    if progress.awaits is not None:
        now = ("suspended", printed("diagram.state_suspended", awaits=progress.awaits))
    passed_over = [("skipped", printed("diagram.state_skipped"))] if progress.skipped else []
    done, ahead = (("done", printed("diagram.state_done")), ("ahead", printed("diagram.state_ahead")))
    return (done, *passed_over, now, ahead)
