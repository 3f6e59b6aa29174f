"""What the document leaves open and this file had to read into it is said aloud, never filled in silently."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sop_engine.checks.subject import Subject
from sop_engine.diagnostic import Diagnostic, Route, finding


def read_into(subject: Subject) -> Iterator[Diagnostic]:
    """SOP080: a value that is the author's reading, because the document is silent."""
    for route, part in _parts(subject):
        for key in part.unstated:
            value = getattr(part, key)
            if value is not None:
                shown = value.number if key == "decree" else value.question if key == "decision" else str(value)
                yield finding("SOP080", (*route, key), args={"missing": key, "value": shown})


def nothing_there(subject: Subject) -> Iterator[Diagnostic]:
    """SOP081: `unstated` names a key that has no value here."""
    for route, part in _parts(subject):
        for place, key in enumerate(part.unstated):
            if getattr(part, key) is None:
                yield finding("SOP081", (*route, "unstated", place), args={"key": key})


def _parts(subject: Subject) -> Iterator[tuple[Route, Any]]:
    yield (), subject.definition
    for view in subject.procedures():
        for index, step in enumerate(view.steps):
            yield view.route(index), step
            for place, branch in enumerate(step.decision.branches if step.decision else ()):
                yield view.route(index, "decision", "branches", place), branch
