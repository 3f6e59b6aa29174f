"""Processes that carry out jobs, one job at a time each: they write the files, and only outcomes come back.

A process that dies takes its own job with it and no other. When nobody waits any more (the batch was stopped, or its
own process is gone) each process ends with the file it is at. They are started anew on every system (``spawn``), so
that nothing comes along that the caller has open or in memory.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
import time
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from sop_engine.batch.work import ExitCode, Job, Outcome, failed
from sop_engine.cache import folder_in_force
from sop_engine.failure import Failure, reason
from sop_engine.messages import text
from sop_engine.writing import clear_aside

MOST = 60
"""Windows cannot wait for more at once."""

_PATIENCE = 3.0
"""Seconds that the processes have to end their files when the batch is stopped."""


class _Worker:
    """A process, our end of the line to it, and the job that it is at."""

    number: int
    job: Job

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process: BaseProcess = context.Process(target=_serve, args=(theirs,), daemon=True)
        try:
            with _undisturbed():
                self.process.start()
        except BaseException:
            self.pipe.close()
            raise
        finally:
            theirs.close()

    def assign(self, number: int, job: Job) -> None:
        """Send the process a job."""
        self.number, self.job = number, job
        with suppress(OSError):  # one that is dead is found out where its answer is awaited
            self.pipe.send(job)

    def answer(self) -> Outcome | None:
        """Return what came of the job; None when the process is dead."""
        try:
            outcome: Outcome = self.pipe.recv()
        except (EOFError, OSError):
            return None
        return outcome

    def reap(self) -> None:
        """See to it that the process is gone, with all that it had begun to write."""
        self.pipe.close()
        if self.process.is_alive():
            self.process.kill()
        self.process.join()
        if self.process.exitcode and self.process.pid is not None and hasattr(self, "job"):
            clear_aside(self.job.out, self.process.pid)


def carry_out(
    jobs: Sequence[tuple[int, Job]], processes: int, broken_off: dict[int, Outcome]
) -> Generator[tuple[int, Outcome], None, None]:
    """Yield the outcome of each numbered job as it comes: OUT031 for what is left when no process can be started.

    Closed early, it stops the work between two files; ``broken_off`` takes what had come by then of the jobs that
    were at work.
    """
    waiting = deque(jobs)
    pool: list[_Worker] = []
    idle: list[_Worker] = []
    busy: list[_Worker] = []
    try:
        while waiting or busy:
            try:
                idle += _start(pool, min(processes, MOST, len(waiting) + len(busy)) - len(pool))
            except Failure as failure:
                yield from ((number, failed(job, failure)) for number, job in waiting)
                return
            while idle and waiting:
                worker = idle.pop()
                worker.assign(*waiting.popleft())
                busy.append(worker)
            there = wait([worker.pipe for worker in busy])
            for worker in [worker for worker in busy if worker.pipe in there]:
                busy.remove(worker)
                outcome = worker.answer()
                if outcome is None:
                    pool.remove(worker)
                    outcome = _lost(worker)
                else:
                    idle.append(worker)
                yield worker.number, outcome
    finally:
        _stop(pool, busy, broken_off)


def _start(pool: list[_Worker], count: int) -> list[_Worker]:
    """Return so many new workers of the pool, or fewer when the system does not let them be.

    Raises :class:`Failure` OUT031 when the pool has not a single one.
    """
    started: list[_Worker] = []
    try:
        for _ in range(count):
            worker = _Worker()
            pool.append(worker)
            started.append(worker)
    except OSError as error:
        if not pool:
            raise Failure("OUT031", reason=reason(error)) from error
    return started


def _lost(worker: _Worker) -> Outcome:
    worker.reap()
    code = worker.process.exitcode
    return Outcome(
        failed=text("publisher.lost", path=worker.job.file, code=code),
        code=ExitCode.COULD_NOT,
        sop=worker.job.file.stem,
        cause=text("publisher.gone", code=code),
    )


def _stop(pool: Sequence[_Worker], busy: Sequence[_Worker], broken_off: dict[int, Outcome]) -> None:
    """End all workers, those at work after the file that they are at: all have the same few seconds for it."""
    until = time.monotonic() + _PATIENCE
    try:
        broken_off.update(_called_off(busy, until))
        for worker in pool:
            worker.pipe.close()
        for worker in pool:
            worker.process.join(_left(until))
    finally:
        for worker in pool:
            worker.reap()


def _called_off(busy: Sequence[_Worker], until: float) -> Iterator[tuple[int, Outcome]]:
    """Stop those that are at work, and yield what has come of their jobs as far as they say so in time."""
    waiting = {worker.pipe: worker for worker in busy}
    for pipe in waiting:
        with suppress(OSError):
            pipe.send(None)
    while waiting and (there := wait(list(waiting), _left(until))):
        for worker in [waiting.pop(pipe) for pipe in list(waiting) if pipe in there]:
            outcome = worker.answer()
            if outcome is not None:
                yield worker.number, outcome


def _left(until: float) -> float:
    return max(0.0, until - time.monotonic())


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Start a process that never hears Ctrl-C: the terminal sends it to all, and only one may tell of it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(pipe: Connection) -> None:
    """Carry out the jobs that come down the line, until there is nobody at its other end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from sop_engine.batch.making import make
    from sop_engine.batch.memory import Memory
    from sop_engine.render import pdf

    memory = Memory(folder_in_force())
    with suppress(EOFError, OSError):
        while (job := pipe.recv()) is not None:
            pipe.send(make(job, memory, lambda: _stopped(pipe)))
            if "typst" in sys.modules:
                pdf.forget()


def _stopped(pipe: Connection) -> bool:
    """Return whether the job is called off, or nobody is there: before it is answered no other one is ever sent."""
    try:
        return pipe.poll()
    except OSError:
        return True
