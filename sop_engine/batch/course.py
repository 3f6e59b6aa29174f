"""A batch from its beginning to its end: what has not changed is passed over, the rest is made, here or by a pool."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator, Sequence

from sop_engine.batch.memory import Memory
from sop_engine.batch.work import Job, Outcome
from sop_engine.cache import folder_in_force
from sop_engine.writing import make_ready

FEW = 5
"""So many definitions are made before a pool of processes is at work: it takes half a second to start."""


def carry_out(
    jobs: Sequence[tuple[int, Job]], processes: int, broken_off: dict[int, Outcome], *, force: bool = False
) -> Generator[tuple[int, Outcome], None, None]:
    """Yield the outcome of each numbered job as it comes; ``force`` makes also what has not changed.

    Closed early or at Ctrl-C, it stops the work between two files; ``broken_off`` takes what had come by then of the
    jobs that were at work. Raises :class:`~sop_engine.failure.Failure` OUT001-OUT003 or OUT030 when nothing can be
    written where the results are to be.
    """
    memory = Memory(folder_in_force())
    rest: list[tuple[int, Job]] = []
    for number, job in jobs:
        outcome = None if force else memory.unchanged(job)
        if outcome is None:
            rest.append((number, job))
        else:
            yield number, outcome
    for folder in {job.out for _, job in rest}:
        make_ready(folder)
    if len(rest) <= FEW:
        yield from _here(rest, memory, broken_off)
    else:
        from sop_engine.batch import pool

        yield from pool.carry_out(rest, processes, broken_off)


def _here(
    jobs: Sequence[tuple[int, Job]], memory: Memory, broken_off: dict[int, Outcome]
) -> Iterator[tuple[int, Outcome]]:
    for number, job in jobs:
        from sop_engine.batch.making import make

        outcome = make(job, memory)
        if not outcome.finished:
            broken_off[number] = outcome
            raise KeyboardInterrupt
        yield number, outcome


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
