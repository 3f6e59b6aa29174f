"""A progress bar with time left, on the error stream of a terminal; silent everywhere else."""

from __future__ import annotations

import sys
from collections.abc import Generator, Iterable, Sized
from typing import TypeVar

T = TypeVar("T")


def watched(work: Iterable[T], label: str, at_least: int, total: int | None = None) -> Generator[T, None, None]:
    """Yield the items of ``work``, showing how far it has come when there are ``at_least`` so many of them.

    ``total`` is how many there will be, where ``work`` has no length of its own.
    """
    count = total if total is not None else len(work) if isinstance(work, Sized) else 0
    if count < at_least or not sys.stderr.isatty():
        yield from work
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        yield from bar.track(work, total=count, description=label)
