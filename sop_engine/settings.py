"""What a project has settled: severities, paper, the form of numbers, the matrix, working time. Values, read elsewhere.

``LOWERABLE`` is the written list of errors that a project may lower or turn off: the definition can be run, drawn and
printed all the same. Every other error stops a definition from running as it is written, and stays an error.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from sop_engine.diagnostic import Diagnostic, Severity
from sop_engine.messages.findings import FINDINGS
from sop_engine.pattern import Pattern

WEEK_MINUTES = 37 * 60 + 30
"""A week of work without its breaks: 37 hours 30 minutes (Perpres 21/2023)."""

LOWERABLE = frozenset({"SOP002", "SOP003", "SOP005", "SOP026", "SOP128", "SP001"})
"""Errors about the document, not about whether its procedure can be run."""


def locked(code: str) -> bool:
    """Return whether a project may not lower this code: an error without which the definition could not be run."""
    return FINDINGS[code].severity == Severity.ERROR and code not in LOWERABLE


@dataclass(frozen=True, slots=True)
class MatrixForm:
    """How the SOP-AP matrix looks: font, size of letters in points, row of column numbers, widths in mm, own words.

    ``widths`` and ``labels`` hold what was settled only, by the keys of the project file.
    """

    font: str = "sans"
    size: int = 8
    index: bool = False
    widths: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    labels: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True)
class Settings:
    """The settings in force; without a project file these defaults.

    ``severities`` maps a code to the severity that the project gives it, None where it is turned off.
    ``day_minutes`` is the office's working time of one working day. ``today`` stands in no file: `sop validate` gives
    it, and without it nothing is judged that may change by itself (:mod:`sop_engine.checks.review`).
    """

    severities: Mapping[str, Severity | None] = field(default_factory=lambda: MappingProxyType({}))
    paper: str = "A4"
    number_pattern: Pattern | None = None
    days_per_week: int = 5
    day_minutes: int = WEEK_MINUTES // 5
    today: date | None = None
    matrix: MatrixForm = field(default_factory=MatrixForm)

    def severity(self, code: str) -> Severity | None:
        """Return how much findings of this code matter; None when the project turns them off."""
        return self.severities[code] if code in self.severities else Severity(FINDINGS[code].severity)

    def weighed(self, found: Diagnostic) -> Diagnostic | None:
        """Return the finding with the severity that the project gives it; None when it is turned off."""
        if found.code not in self.severities:
            return found
        severity = self.severities[found.code]
        return None if severity is None else replace(found, severity=severity)


PLAIN = Settings()
"""The settings of who has no project file."""
