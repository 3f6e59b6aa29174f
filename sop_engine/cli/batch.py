"""Definitions that were named, and an order -> result files, and what came of it.

One that fails does not stop the others, but for a full disk, where no other one can be written either. Stopped with
Ctrl-C, what is done stays done, nothing is half written, and the same command goes on where it stopped.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from sop_engine.batch import course
from sop_engine.batch.stopping import stoppable
from sop_engine.batch.work import ExitCode, Job, Outcome
from sop_engine.cli.author import STREAM, named_files
from sop_engine.cli.outcome import Batch
from sop_engine.cli.progress import watched
from sop_engine.definition.catalogue import Catalogue, project_file
from sop_engine.failure import Failure
from sop_engine.messages import text
from sop_engine.resources import shipped
from sop_engine.textfile import MAX_BYTES

if TYPE_CHECKING:
    from sop_engine.diagnostic import Diagnostic
    from sop_engine.render.publication import Order

_MANY_FILES = 3


def carry_out(
    given: Sequence[str], folder: Path, out: Path, order: Order, label: str, *, force: bool, processes: int | None
) -> Batch:
    """Make what is ordered of each definition; return what came of those that were reached.

    ``given`` are files, folders, ids of ``folder`` or "-" alone; nothing stands for all of ``folder``.
    Raises :class:`Failure` as :func:`named_files` does, USE043 for "-" among others, OUT001-OUT003 and OUT030 for a
    folder ``out`` in which nothing can be written.
    """
    work = [_piped(folder, out, order)] if list(given) == [STREAM] else _work(given, folder, out, order)
    outcomes = {number: each for number, each in enumerate(work) if isinstance(each, Outcome)}
    jobs = [(number, each) for number, each in enumerate(work) if isinstance(each, Job)]
    if folder == shipped("definitions") and not (given and all(map(_is_file_or_stream, given))):
        typer.echo(text("publisher.built_in"), err=True)
    broken_off: dict[int, Outcome] = {}
    coming = course.carry_out(jobs, processes or course.processors(), broken_off, force=force)
    try:
        with stoppable(), closing(coming), closing(watched(coming, label, _MANY_FILES, len(jobs))) as seen:
            for number, outcome in seen:
                outcomes[number] = outcome
                if outcome.full:
                    break
    except KeyboardInterrupt:
        pass  # whoever stopped it is told how far it came
    outcomes.update(broken_off)
    return Batch([outcomes[number] for number in sorted(outcomes)], len(work), _found_in_projects(jobs))


def _piped(folder: Path, out: Path, order: Order) -> Job:
    return Job(Path("<stdin>"), Catalogue(folder), order, out, sys.stdin.buffer.read(MAX_BYTES + 1))


def _work(given: Sequence[str], folder: Path, out: Path, order: Order) -> list[Job | Outcome]:
    """Return a job for each definition, and the outcome of those whose id another file has already."""
    if STREAM in given:
        raise Failure("USE043")
    files = named_files([_named(name, folder) for name in given], folder)
    found = [(file, Catalogue.around(file, folder)) for file in files]
    work: list[Job | Outcome] = []
    first: dict[str, Path] = {}
    for file, catalogue in found:
        if not catalogue.holds_definition(file):
            continue
        if first.setdefault(file.stem, file) is file:
            work.append(Job(file, catalogue, order, out))
        else:
            twice = text("publisher.twice", path=file, value=file.stem, other=first[file.stem])
            work.append(Outcome(failed=twice, code=ExitCode.REFUSED, sop=str(file), cause=twice))
    if not work:
        raise Failure("USE013", path=", ".join(given) or folder)
    return work


def _is_file_or_stream(name: str) -> bool:
    return name == STREAM or os.path.lexists(name)


def _named(name: str, folder: Path) -> str:
    """Return the file of a definition that is named by its id; every other name as it is."""
    if os.path.lexists(name):
        return name
    from sop_engine.definition.part import ID_PATTERN

    return str(Catalogue(folder).path(name)) if re.fullmatch(ID_PATTERN, name) else name


def _found_in_projects(jobs: Sequence[tuple[int, Job]]) -> tuple[Diagnostic, ...]:
    """Return what is wrong in the project files that were in force for these jobs."""
    folders = list(dict.fromkeys(job.file.parent for _, job in jobs))
    if not any(map(project_file, folders)):
        return ()
    from sop_engine.definition.project import Projects

    projects = Projects()
    for folder in folders:
        projects.around(folder)
    return projects.found_outside(())
