"""How much time has passed, in the three measures that are never mixed."""

from __future__ import annotations

from typing import NamedTuple


class Tally(NamedTuple):
    """Time that passed: working days, calendar days, and office time (``work``, in microseconds, without breaks)."""

    working_days: int = 0
    days: int = 0
    work: int = 0

    def plus(self, other: Tally) -> Tally:
        """Return both together."""
        return Tally(self.working_days + other.working_days, self.days + other.days, self.work + other.work)


NOTHING = Tally()
