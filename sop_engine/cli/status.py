"""How a case stands, in one word: what its applicant withdrew apart from what lapsed by its procedure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sop_engine.engine.event import CaseStatus
from sop_engine.messages import text

if TYPE_CHECKING:
    from sop_engine.engine.case import Case


def status_of(case: Case) -> str:
    """Return the word; a case that is withdrawn beside its procedure reaches none of its ends."""
    lapsed = case.status is CaseStatus.WITHDRAWN and case.end is not None
    return text("officer.status_lapsed" if lapsed else f"officer.status_{case.status}")
