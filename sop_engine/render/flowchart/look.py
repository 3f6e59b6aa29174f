"""How a symbol is coloured: plain, by the outcome of an end, or by how far a case has come."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sop_engine.flow import EndStatus
from sop_engine.messages import printed

if TYPE_CHECKING:
    from sop_engine.render.diagram import Progress
    from sop_engine.render.palette import Theme

MARKED = frozenset({"done", "current", "suspended", "skipped"})
"""The states that have a sign, so that they are told apart on a grey print; "ahead" has none."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a symbol is drawn: its inside, outline, ink, and its state as a word."""

    fill: str
    line: str
    weight: float
    ink: str
    state: str | None = None


@cache
def states(theme: Theme) -> dict[str, Look]:
    """Return the looks of the states of a case."""
    return {
        "done": Look(theme.done, theme.done_line, 1.1 * theme.weight, theme.ink, "done"),
        "current": Look(theme.current, theme.current_line, 2.6 * theme.weight, theme.ink, "current"),
        "suspended": Look(theme.suspended, theme.suspended_line, 2.6 * theme.weight, theme.ink, "suspended"),
        "skipped": Look(theme.paper, theme.skipped_line, 1.1 * theme.weight, theme.ink, "skipped"),
        "ahead": Look(theme.paper, theme.ahead_line, 0.9 * theme.weight, theme.ahead_ink, "ahead"),
    }


def plain(theme: Theme, status: EndStatus | None) -> Look:
    """Return the look of a step, or of an end by its outcome, when no case is shown."""
    fills = {
        EndStatus.FINISHED: theme.finished,
        EndStatus.REJECTED: theme.rejected,
        EndStatus.WITHDRAWN: theme.withdrawn,
    }
    fill = theme.paper if status is None else fills[status]
    return Look(fill, theme.line, theme.weight, theme.ink)


def plain_bar(theme: Theme) -> Look:
    """Return the look of a band where parallel branches start or meet, when no case is shown."""
    return Look(theme.bar, theme.line, theme.weight, theme.ink)


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
