"""The six delivery components of a service standard (PermenPAN-RB 15/2014) are all there."""

from __future__ import annotations

from collections.abc import Iterator

from sop_engine.checks.subject import Subject
from sop_engine.diagnostic import Diagnostic, finding


def empty_component(subject: Subject) -> Iterator[Diagnostic]:
    """SP001: requirements or products without a single item."""
    for key in ("requirements", "products"):
        if not getattr(subject.definition, key):
            yield finding("SP001", (key,), args={"missing": key}, at_key=True)


def incomplete_complaints(subject: Subject) -> Iterator[Diagnostic]:
    """SP030: no channel, no complaint officer or no time limit (UU 25/2009 Article 36)."""
    complaints = subject.definition.complaints
    parts = {"channel": complaints.channels, "officer": complaints.officer, "limit": complaints.within}
    missing = [name for name, value in parts.items() if not value]
    if missing:
        yield finding("SP030", ("complaints",), args={"missing": ",".join(missing)}, at_key=True)
