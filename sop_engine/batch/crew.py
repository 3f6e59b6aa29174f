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
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from sop_engine.batch.work import Job, Outcome
from sop_engine.cache import folder_in_force
from sop_engine.failure import Failure, reason
from sop_engine.messages import text
from sop_engine.writing import clear_aside

MOST = 60
"""Windows cannot wait for more at once."""

_PATIENCE = 3.0
"""Seconds that a process has to end its file when the batch is stopped."""

_COULD_NOT = 3


class _Member:
    """A process, our end of the line to it, and the job that it is at."""

    number: int
    job: Job

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process: BaseProcess = context.Process(target=_serve, args=(theirs,), daemon=True)
        with _undisturbed():
            self.process.start()
        theirs.close()

    def take(self, number: int, job: Job) -> None:
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

    def bury(self) -> None:
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
    """Yield the outcome of each numbered job as it comes.

    Closed early, it stops the work between two files; ``broken_off`` takes what had come by then of the jobs that
    were at work. Raises :class:`Failure` OUT031 when not a single process can be started.
    """
    waiting = iter(jobs)
    crew: list[_Member] = []
    busy: list[_Member] = []
    try:
        idle = _hire(crew, min(processes, len(jobs), MOST))
        while True:
            for member, (number, job) in zip(idle, waiting, strict=False):
                member.take(number, job)
                busy.append(member)
            idle = []
            if not busy:
                return
            there = wait([member.pipe for member in busy])
            for member in [member for member in busy if member.pipe in there]:
                busy.remove(member)
                outcome = member.answer()
                if outcome is None:
                    crew.remove(member)
                    outcome = _lost(member)
                    idle += _hire(crew, 1)
                else:
                    idle.append(member)
                yield member.number, outcome
    finally:
        try:
            broken_off.update(_called_off(busy))
        finally:
            _dismiss(crew)


def _hire(crew: list[_Member], count: int) -> list[_Member]:
    """Return so many new members of the crew, or fewer when the system does not let them be."""
    hired: list[_Member] = []
    try:
        for _ in range(count):
            member = _Member()
            crew.append(member)
            hired.append(member)
    except OSError as error:
        if not crew:
            raise Failure("OUT031", reason=reason(error)) from error
    return hired


def _lost(member: _Member) -> Outcome:
    member.bury()
    code = member.process.exitcode
    return Outcome(
        failed=text("publisher.lost", path=member.job.file, code=code),
        code=_COULD_NOT,
        sop=member.job.file.stem,
        cause=text("publisher.gone", code=code),
    )


def _called_off(busy: Sequence[_Member]) -> Iterator[tuple[int, Outcome]]:
    """Stop those that are at work, and yield what has come of their jobs as far as they say so in time."""
    waiting = {member.pipe: member for member in busy}
    for pipe in waiting:
        with suppress(OSError):
            pipe.send(None)
    until = time.monotonic() + _PATIENCE
    while waiting and (there := wait(list(waiting), max(0.0, until - time.monotonic()))):
        for member in [waiting.pop(pipe) for pipe in list(waiting) if pipe in there]:
            outcome = member.answer()
            if outcome is not None:
                yield member.number, outcome


def _dismiss(crew: list[_Member]) -> None:
    for member in crew:
        member.pipe.close()
    try:
        for member in crew:
            member.process.join(_PATIENCE)
    finally:
        for member in crew:
            member.bury()


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
