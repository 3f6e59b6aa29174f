"""The names of cases -> whether each register has every number from 1 to the last that was drawn, once.

Whoever writes to a store may call a case by any number: what is kept here grows with the cases, not with their numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sop_engine.record.fault import Fault, fault
from sop_engine.record.kept import Row


class Registers:
    """The numbers seen in each register (an SOP's in a year)."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, int], _Numbers] = {}

    def add(self, case: str, sop: str) -> Fault | None:
        """Count a case in; return a fault when its name is not one of its SOP's."""
        rest = case.removeprefix(f"{sop}-")
        year, _, number = rest.partition("-")
        if (
            rest == case
            or not _is_number(year)
            or not _is_number(number)
            or case != name(sop, int(year), int(number) or -1)
        ):
            return fault("misnamed", case, sop=sop)
        self._seen.setdefault((sop, int(year)), _Numbers()).add(int(number))
        return None

    def faults(self, counters: Iterable[Row]) -> Iterator[Fault]:
        """Yield where the registers and their counters, (sop, year, last) each, do not agree."""
        last = {(sop, year): drawn for sop, year, drawn in counters}
        for sop, year in sorted({*self._seen, *last}, key=str):
            numbers = self._seen.get((sop, year), _Numbers())
            highest, missing = numbers.highest, numbers.highest - numbers.count
            if missing:
                first = name(sop, year, numbers.first_missing())
                yield fault("number_gap", first, count=missing, register=f"{sop}-{year}")
            if last.get((sop, year)) != highest:
                drawn = last.get((sop, year), "–")
                yield fault("counter", register=f"{sop}-{year}", last=drawn, highest=highest)


class _Numbers:
    """Different numbers from 1 on, however large, in memory that grows with how many they are."""

    def __init__(self) -> None:
        self.highest = 0
        self.count = 0
        self._whole = 0
        """All up to this one are there."""
        self._later: set[int] = set()

    def add(self, number: int) -> None:
        """Count a number in."""
        if number <= self._whole or number in self._later:
            return
        self.count += 1
        self.highest = max(self.highest, number)
        self._later.add(number)
        while self._whole + 1 in self._later:
            self._whole += 1
            self._later.remove(self._whole)

    def first_missing(self) -> int:
        """Return the least number that is not there."""
        return self._whole + 1


def name(sop: str, year: int, number: int) -> str:
    """Return the name of a case."""
    return f"{sop}-{year}-{number:04d}"


_MOST_DIGITS = 9


def _is_number(said: str) -> bool:
    return said.isascii() and said.isdigit() and len(said) <= _MOST_DIGITS
