"""The names of cases -> whether each register has every number from 1 to the last that was drawn, once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sop_engine.record.fault import Fault, fault
from sop_engine.record.kept import Row


class Registers:
    """The numbers seen in each register (an SOP's in a year), a bit for each."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, int], bytearray] = {}

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
        seen, place = self._seen.setdefault((sop, int(year)), bytearray()), int(number)
        if place >> 3 >= len(seen):
            seen.extend(bytes((place >> 3) + 1 - len(seen)))
        seen[place >> 3] |= 1 << (place & 7)
        return None

    def faults(self, counters: Iterable[Row]) -> Iterator[Fault]:
        """Yield where the registers and their counters, (sop, year, last) each, do not agree."""
        last = {(sop, year): drawn for sop, year, drawn in counters}
        for sop, year in sorted({*self._seen, *last}, key=str):
            numbers = self._seen.get((sop, year), bytearray())
            highest = len(numbers) * 8 - 1
            while highest > 0 and not _has(numbers, highest):
                highest -= 1
            missing = [number for number in range(1, highest + 1) if not _has(numbers, number)]
            if missing:
                first = name(sop, year, missing[0])
                yield fault("number_gap", first, count=len(missing), register=f"{sop}-{year}")
            if last.get((sop, year)) != max(highest, 0):
                drawn = last.get((sop, year), "–")
                yield fault("counter", register=f"{sop}-{year}", last=drawn, highest=max(highest, 0))


def name(sop: str, year: int, number: int) -> str:
    """Return the name of a case."""
    return f"{sop}-{year}-{number:04d}"


def _has(numbers: bytearray, number: int) -> bool:
    return bool(numbers[number >> 3] & 1 << (number & 7))


_MOST_DIGITS = 9


def _is_number(said: str) -> bool:
    return said.isascii() and said.isdigit() and len(said) <= _MOST_DIGITS
