"""What a batch is made of: a job for each definition, an outcome for each job. Plain values that can be sent."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sop_engine.definition.catalogue import Catalogue

if TYPE_CHECKING:
    from sop_engine.render.notice import Notice
    from sop_engine.render.publication import Order


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
    code: int = 0
    sop: str = ""
    cause: str = ""
    full: bool = False
    finished: bool = True
