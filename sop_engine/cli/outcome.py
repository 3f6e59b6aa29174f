"""What came of a batch -> words, or JSON for programs, and the exit code: the worst of all.

Every SOP that failed is named, those that failed for one cause together. A project file with errors is told once, with
what of it is not used: the papers of a whole city may have come out on the wrong paper.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any, NoReturn

import typer

from sop_engine.batch.work import ExitCode, Outcome
from sop_engine.cli.columns import printable
from sop_engine.diagnostic import Diagnostic, Severity
from sop_engine.messages import text

_MOST_NOTICES = 50
_TOLD_APART = 3
_INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Batch:
    """The outcomes of those definitions that were reached, out of ``count``, and what is wrong in project files."""

    outcomes: Sequence[Outcome]
    count: int
    found: Sequence[Diagnostic] = ()

    @property
    def done(self) -> int:
        """Return how many definitions were finished, well or not."""
        return sum(each.finished for each in self.outcomes)

    @property
    def full(self) -> bool:
        """Return whether the disk is full."""
        return any(each.full for each in self.outcomes)


def answer(batch: Batch, out: Path, *, as_json: bool) -> NoReturn:
    """Tell what came of a batch whose results go to ``out``, and exit with the worst code of all."""
    projects = list(_projects(batch.found))
    stopped = batch.done < batch.count
    for line in (*(each["message"] for each in projects), *_notices(batch.outcomes), *_failures(batch.outcomes)):
        typer.echo(printable(line), err=True)
    if stopped:
        name = "publisher.full" if batch.full else "publisher.stopped"
        typer.echo(text(name, done=batch.done, count=batch.count), err=True)
    typer.echo(_json(batch, projects, stopped=stopped) if as_json else _summary(batch, out))
    if stopped and not batch.full:
        raise typer.Exit(_INTERRUPTED)
    wrong = ExitCode.REFUSED if any(each["errors"] for each in projects) else 0
    raise typer.Exit(max((wrong, *(each.code for each in batch.outcomes))))


def _summary(batch: Batch, out: Path) -> str:
    written = sum(len(each.files) for each in batch.outcomes if not each.unchanged)
    unchanged = sum(each.unchanged for each in batch.outcomes)
    failed = sum(bool(each.failed) for each in batch.outcomes)
    done = text("publisher.done", files=written, folder=out, unchanged=unchanged, failed=failed)
    kept = sum(len(each.notices) for each in batch.outcomes if each.unchanged)
    return f"{done}\n{text('publisher.kept_notices', count=kept)}" if kept else done


def _json(batch: Batch, projects: Sequence[dict[str, Any]], *, stopped: bool) -> str:
    answer = {
        "written": [file for each in batch.outcomes if not each.unchanged for file in each.files],
        "unchanged": [file for each in batch.outcomes if each.unchanged for file in each.files],
        "failed": [each.failed for each in batch.outcomes if each.failed],
        "notices": [
            {"file": file, "name": notice.name, "message": notice.message()}
            for each in batch.outcomes
            for file, notice in each.notices
        ],
        "projects": projects,
        "stopped": stopped,
    }
    return json.dumps(answer, ensure_ascii=False, indent=2)


def _notices(outcomes: Sequence[Outcome]) -> list[str]:
    lines = [f"{file}: {notice.message()}" for each in outcomes if not each.unchanged for file, notice in each.notices]
    if len(lines) <= _MOST_NOTICES:
        return lines
    return [*lines[:_MOST_NOTICES], text("publisher.more", count=len(lines) - _MOST_NOTICES)]


def _failures(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Yield a line for each failure; many of one cause are told in two lines, where the first of them stands."""
    causes: dict[str, list[Outcome]] = {}
    for each in outcomes:
        if each.failed:
            causes.setdefault(each.cause or each.failed, []).append(each)
    told: set[str] = set()
    for each in outcomes:
        alike = causes.get(each.cause, [])
        if each.failed and len(alike) <= _TOLD_APART:
            yield each.failed
        elif each.failed and each.cause not in told:
            told.add(each.cause)
            yield text("publisher.alike", count=len(alike), cause=each.cause)
            yield "  " + ", ".join(one.sop for one in alike)


def _projects(found: Sequence[Diagnostic]) -> Iterator[dict[str, Any]]:
    """Yield what is wrong in each project file, counted, with the parts of it that are not used."""
    for path, group in groupby(sorted(found, key=lambda each: each.order), key=lambda each: each.path):
        here = list(group)
        errors = sum(each.severity is Severity.ERROR for each in here)
        unused = list(dict.fromkeys(".".join(map(str, each.route)) for each in here if _loses(each)))
        name = "whole" if "" in unused else "parts" if unused else "only"
        message = text(f"publisher.project_{name}", path=path, count=len(here), errors=errors, parts=", ".join(unused))
        yield {"file": path, "findings": len(here), "errors": errors, "unused": unused, "message": message}


def _loses(found: Diagnostic) -> bool:
    """Return whether what it is about is not used: a level of an unknown finding is only a warning, and is not."""
    return found.route != ("project",) and (found.severity is Severity.ERROR or found.route[:1] == ("severities",))
