"""What could not be done, by code: (Indonesian, English). One module a kind; a code is never used twice."""

from __future__ import annotations

from sop_engine.messages.failures import complaints, refusals, results, stores, usage

FAILURES: dict[str, tuple[str, str]] = {
    **refusals.FAILURES,
    **complaints.FAILURES,
    **stores.FAILURES,
    **results.FAILURES,
    **usage.FAILURES,
}
