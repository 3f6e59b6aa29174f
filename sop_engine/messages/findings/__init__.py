"""What the checks can say: every finding's permanent code, severity, message and hint, in Indonesian and English.

A code is never reused and never changes its meaning; the wording may. SOP0xx and SP0xx follow the numbering of the
lint rules in use for SOP-AP and Standar Pelayanan; SOP1xx are about the file and the language. One module a family.
"""

from __future__ import annotations

from sop_engine.messages.findings import (
    acceptance,
    actors,
    file,
    flow,
    identity,
    language,
    office_hours,
    people,
    quality,
    scenario,
    standard,
    time,
    wording,
)
from sop_engine.messages.findings.entry import Finding
from sop_engine.messages.findings.terms import TERM_ARGS, TERMS

FAMILIES = (
    file,
    language,
    acceptance,
    identity,
    flow,
    actors,
    quality,
    time,
    standard,
    wording,
    scenario,
    people,
    office_hours,
)

FINDINGS: dict[str, Finding] = {code: entry for family in FAMILIES for code, entry in family.FINDINGS.items()}

__all__ = ["FAMILIES", "FINDINGS", "TERMS", "TERM_ARGS", "Finding"]
