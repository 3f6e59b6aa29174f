"""What the document leaves open and this file had to read into it is said aloud, never filled in silently."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sop_engine.checks.subject import Subject
from sop_engine.diagnostic import Diagnostic, Route, finding

_SHOWN = {
    "decree": "number",
    "decision": "question",
    "deadline": "within",
    "limit": "times",
    "deputy": "actor",
}
"""What stands for a value that is itself a group of keys."""

_TERMS = {"limit": "limit_of_answer"}


def read_into(subject: Subject) -> Iterator[Diagnostic]:
    """SOP080: a value that is the author's reading, because the document is silent."""
    for route, part in _parts(subject):
        for key in part.unstated:
            value = getattr(part, key)
            if value:
                missing = _TERMS.get(key, key)
                yield finding("SOP080", (*route, key), args={"missing": missing, "value": _shown(key, value)})


def _shown(key: str, value: Any) -> str:
    shown = _SHOWN.get(key)
    return str(getattr(value, shown) if shown else len(value) if key == "parallel" else value)


def nothing_there(subject: Subject) -> Iterator[Diagnostic]:
    """SOP081: `unstated` names a key that has no value here."""
    for route, part in _parts(subject):
        for place, key in enumerate(part.unstated):
            if not getattr(part, key):
                yield finding("SOP081", (*route, "unstated", place), args={"key": key})


def _parts(subject: Subject) -> Iterator[tuple[Route, Any]]:
    """Yield the parts that say of something in them that it is unstated."""
    if subject.definition.unstated:
        yield (), subject.definition
    for view in subject.procedures:
        for index, step in enumerate(view.steps):
            if step.unstated:
                yield view.route(index), step
            for place, branch in enumerate(step.decision.branches if step.decision else ()):
                if branch.unstated:
                    yield view.route(index, "decision", "branches", place), branch
