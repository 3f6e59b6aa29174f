"""A progress bar with time left, on the error stream of a terminal; silent everywhere else."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")


def watched(work: Sequence[T], label: str, at_least: int) -> Iterator[T]:
    """Yield the items of ``work``, showing how far it has come when there are ``at_least`` so many of them."""
    if len(work) < at_least or not sys.stderr.isatty():
        yield from work
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        yield from bar.track(work, description=label)
