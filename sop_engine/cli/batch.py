"""Definitions that were named, and an order -> result files, and what came of it in words or as JSON.

One that fails does not stop the others; failures are listed at the end and the exit code is the worst of them. Stopped
with Ctrl-C, what is done stays done, nothing is half written, and the same command goes on where it stopped.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

from sop_engine.batch import course
from sop_engine.batch.work import Job, Outcome
from sop_engine.cli.author import STREAM, named_files
from sop_engine.cli.columns import printable
from sop_engine.cli.progress import watched
from sop_engine.definition.catalogue import FILE, Catalogue
from sop_engine.failure import Failure
from sop_engine.messages import text
from sop_engine.textfile import MAX_BYTES

if TYPE_CHECKING:
    from sop_engine.render.publication import Order

_MANY_FILES = 3
_MOST_LINES = 50
_REFUSED = 1
_INTERRUPTED = 130


def carry_out(
    given: Sequence[str], folder: Path, out: Path, order: Order, label: str, *, force: bool, processes: int | None
) -> tuple[list[Outcome], int]:
    """Make what is ordered of each definition; return what came of those that were reached, and how many there are.

    ``given`` are files, folders, ids of ``folder`` or "-" alone; nothing stands for all of ``folder``.
    Raises :class:`Failure` as :func:`named_files` does, USE043 for "-" among others, OUT001-OUT003 and OUT030 for a
    folder ``out`` in which nothing can be written.
    """
    work = [_piped(folder, out, order)] if list(given) == [STREAM] else _work(given, folder, out, order)
    outcomes = {number: each for number, each in enumerate(work) if isinstance(each, Outcome)}
    jobs = [(number, each) for number, each in enumerate(work) if isinstance(each, Job)]
    coming = course.carry_out(jobs, processes or course.processors(), force=force)
    try:
        with closing(coming), closing(watched(coming, label, _MANY_FILES, len(jobs))) as seen:
            for number, outcome in seen:
                outcomes[number] = outcome
    except KeyboardInterrupt:
        pass  # whoever stopped it is told how far it came
    return [outcomes[number] for number in sorted(outcomes)], len(work)


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
        if file.name == FILE or catalogue.holds_unit(file):
            continue
        if first.setdefault(file.stem, file) is file:
            work.append(Job(file, catalogue, order, out))
        else:
            twice = text("publisher.twice", path=file, value=file.stem, other=first[file.stem])
            work.append(Outcome(failed=twice, code=_REFUSED))
    if not work:
        raise Failure("USE013", path=", ".join(given) or folder)
    return work


def _named(name: str, folder: Path) -> str:
    """Return the file of a definition that is named by its id; every other name as it is."""
    if os.path.lexists(name):
        return name
    from sop_engine.definition.part import ID_PATTERN

    return str(Catalogue(folder).path(name)) if re.fullmatch(ID_PATTERN, name) else name


def answer(outcomes: Sequence[Outcome], count: int, out: Path, *, as_json: bool) -> NoReturn:
    """Tell what came of ``count`` definitions, and exit with the worst code of all."""
    made = [each for each in outcomes if not each.unchanged]
    failed = [each.failed for each in made if each.failed]
    written = [file for each in made for file in each.files]
    unchanged = [file for each in outcomes if each.unchanged for file in each.files]
    _list([f"{file}: {notice.message()}" for each in made for file, notice in each.notices])
    _list(failed)
    stopped = len(outcomes) < count
    if stopped:
        typer.echo(text("publisher.stopped", done=len(outcomes), count=count), err=True)
    if as_json:
        told = [
            {"file": file, "name": notice.name, "message": notice.message()}
            for each in outcomes
            for file, notice in each.notices
        ]
        answer = {"written": written, "unchanged": unchanged, "failed": failed, "notices": told, "stopped": stopped}
        typer.echo(json.dumps(answer, ensure_ascii=False, indent=2))
    else:
        same = sum(each.unchanged for each in outcomes)
        typer.echo(text("publisher.done", files=len(written), folder=out, unchanged=same, failed=len(failed)))
    raise typer.Exit(_INTERRUPTED if stopped else max(each.code for each in outcomes))


def _list(lines: Sequence[str]) -> None:
    for line in lines[:_MOST_LINES]:
        typer.echo(printable(line), err=True)
    if len(lines) > _MOST_LINES:
        typer.echo(text("publisher.more", count=len(lines) - _MOST_LINES), err=True)
