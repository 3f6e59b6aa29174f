"""What a batch is made of: a job for each definition, an outcome for each job. Plain values that can be sent."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING

from sop_engine.definition.catalogue import Catalogue
from sop_engine.failure import Failure

if TYPE_CHECKING:
    from sop_engine.render.notice import Notice
    from sop_engine.render.publication import Order

_FULL = ("ENOSPC", "EDQUOT")


class ExitCode(IntEnum):
    """How a job ends for those who read nothing else: done, refused for what stands in the definition, or not done."""

    DONE = 0
    REFUSED = 1
    COULD_NOT = 3


@dataclass(frozen=True, slots=True)
class Job:
    """A definition and what is ordered of it; ``raw`` are its bytes where they come from a stream."""

    file: Path
    catalogue: Catalogue
    order: Order
    out: Path
    raw: bytes | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a job: the files, what there is to tell about them by file, and why it failed with which exit code.

    ``unchanged``: the files were there already, just as they would have been made. ``cause`` is what ``failed`` says
    without the names of ``sop`` and its files, so that all who failed for one cause can be told together. ``full``:
    the disk is full, and no other job can be done either. Not ``finished``: the work was stopped between two files.
    """

    files: tuple[str, ...] = ()
    notices: tuple[tuple[str, Notice], ...] = ()
    unchanged: bool = False
    failed: str = ""
    code: int = ExitCode.DONE
    sop: str = ""
    cause: str = ""
    full: bool = False
    finished: bool = True


NOTHING = Outcome()


def failed(job: Job, failure: Failure, so_far: Outcome = NOTHING) -> Outcome:
    """Return the outcome of a job that a failure ended when it had come ``so_far``."""
    args = failure.args_of_message
    everywhere = Failure(failure.code, **({**args, "path": job.out} if "path" in args else args))
    return replace(
        so_far,
        failed=f"{job.file}: {failure.code} {failure.message()}",
        code=failure.exit_code,
        sop=job.file.stem,
        cause=f"{failure.code} {everywhere.message()}",
        full=args.get("reason") in _FULL,
    )
