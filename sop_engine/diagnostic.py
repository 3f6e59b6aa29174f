"""What a check found: a value with a permanent code, the place it points at, and the words' arguments.

The wording lives in :mod:`sop_engine.messages.findings`, so that one finding can be told in two languages.
Nothing here prints, raises or reads files.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from sop_engine.messages import finding_text
from sop_engine.messages.findings import FINDINGS

Route = tuple[str | int, ...]
"""The way from the top of a file to a value: ``("steps", 2, "decision")``."""


class Severity(StrEnum):
    """How much a finding matters: an error stops the definition from running."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


_SEVERITIES = {severity.value: severity for severity in Severity}


class Position(NamedTuple):
    """A place in a text file; line and column count from 1, as editors do."""

    line: int
    column: int


_TOP = Position(1, 1)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding.

    ``args`` fill the message of ``code``; ``at_key`` points at the key of ``route``, not at its value; ``related`` is
    the other end of the matter, such as the first of two equal ids.
    """

    code: str
    severity: Severity
    route: Route = ()
    args: tuple[tuple[str, str], ...] = ()
    path: str = ""
    position: Position = _TOP
    at_key: bool = field(default=False, compare=False)
    related: Route | None = None
    related_position: Position | None = None

    def message(self, language: str | None = None) -> str:
        """Return what is wrong, in one sentence."""
        return finding_text(self.code, "message", dict(self.args), language)

    def hint(self, language: str | None = None) -> str:
        """Return the way out, in one sentence."""
        return finding_text(self.code, "hint", dict(self.args), language)

    @property
    def order(self) -> tuple[str, int, int, str, tuple[tuple[str, str], ...]]:
        """Return the sorting key: by file, then by place, then by code."""
        return (self.path, self.position.line, self.position.column, self.code, self.args)


def in_order(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return findings once each, in the order of their places."""
    return tuple(sorted(dict.fromkeys(found), key=lambda each: each.order))


class Accepted(NamedTuple):
    """A finding that somebody accepted, and why."""

    finding: Diagnostic
    reason: str


def finding(
    code: str,
    route: Route = (),
    *,
    args: dict[str, str] | None = None,
    path: str = "",
    position: Position = _TOP,
    at_key: bool = False,
    related: Route | None = None,
) -> Diagnostic:
    """Return a diagnostic of ``code`` with the severity that the catalogue gives it."""
    told = tuple(sorted(args.items())) if args else ()
    return Diagnostic(code, _SEVERITIES[FINDINGS[code].severity], route, told, path, position, at_key, related)
