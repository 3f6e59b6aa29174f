"""Diagram and Progress -> Diagram whose symbols say when a running case was there, and for how long.

The time that a step was open is told as it passed on the clock, nights and holidays included: what of it was working
time is the office's to explain (``sop case show``).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sop_engine.flow import END_PREFIX
from sop_engine.messages import printed

if TYPE_CHECKING:
    from datetime import datetime

    from sop_engine.render.diagram import Diagram, Progress

_UNITS = (("days", 1440), ("hours", 60), ("minutes", 1))


def timed(diagram: Diagram, progress: Progress | None) -> Diagram:
    """Return the diagram with the times of a case; as it is when none is shown."""
    if progress is None or not progress.times:
        return diagram
    symbols = tuple(
        replace(symbol, time=_told(symbol.id, progress, *progress.times[symbol.id]))
        if symbol.id in progress.times
        else symbol
        for symbol in diagram.symbols
    )
    return replace(diagram, symbols=symbols)


def _told(step: str, progress: Progress, opened: datetime, closed: datetime | None) -> str:
    if closed is None:
        name = "time_current" if progress.awaits is None else "time_suspended"
        return printed(f"diagram.{name}", at=moment(opened))
    if step.startswith(END_PREFIX):
        return printed("diagram.time_reached", at=moment(closed))
    name = "time_skipped" if step in progress.skipped else "time_done"
    return printed(f"diagram.{name}", at=moment(closed), span=passed(opened, closed))


def moment(at: datetime) -> str:
    """Return a moment as ``3 Mar 2026 09.15 WIB``: there is little room in a symbol."""
    return f"{at.day} {printed(f'dates.short_{at.month}')} {at.year} {at:%H.%M} {at:%Z}"


def passed(opened: datetime, closed: datetime) -> str:
    """Return the time between two moments in its two largest units: ``2 hari 3 jam``."""
    left = int((closed - opened).total_seconds()) // 60
    counts: list[tuple[str, int]] = []
    for name, minutes in _UNITS:
        counts.append((name, left // minutes))
        left %= minutes
    first = next((place for place, (_, count) in enumerate(counts) if count), None)
    if first is None:
        return printed("diagram.span_moment")
    return " ".join(printed(f"diagram.span_{name}", count=count) for name, count in counts[first : first + 2] if count)
