"""What officers were told to have been kept, held against what a store has: the figures that a proof prints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from sop_engine.engine.event import Event
from sop_engine.store.journal import Journal
from tests.proofs.officer import Said
from tests.proofs.verify import Verifier, tokens

UNCERTAIN = ("STO024", "STO028", "STO029")
"""What is said of a step that may be there all the same."""

_MOST = 2
"""Events of one deed."""


class Told:
    """The acknowledgements of one store after another, and all that was found wrong."""

    def __init__(self) -> None:
        self.killed = self.looks = self.events = self.kept = self.unsaid = 0
        self.done: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()
        self.faults: list[str] = []
        self.begin()

    def begin(self) -> None:
        """Begin with a new store."""
        self._said: set[Said] = set()
        self._verifier = Verifier()

    def hear(self, lines: Sequence[Any]) -> None:
        """Take what a child has said since it was heard before."""
        for what, *rest in lines:
            if what == "done":
                self.done[rest[0]] += 1
                self._said.update(Said(*each) for each in rest[1])
            elif what == "refused":
                self.refused[rest[0]] += 1
            else:
                self.faults.append(str(rest[0]))

    def look(self, journal: Journal, *, last: bool = False, afresh: bool = False) -> None:
        """Verify a store and hold it against what was said before; ``last``: nobody writes to it any more.

        ``afresh``: it is another one than that which was looked at before, and may have less.
        """
        self.looks += 1
        if afresh:
            self._verifier = Verifier()
        try:
            records = self._verifier.verify(journal)
            self._compare(records)
        except AssertionError as wrong:
            self.faults.append(str(wrong) or repr(wrong))
            return
        if last:
            events = sum(map(len, records.values()))
            self.events += events
            self.kept += len(self._said)
            self.unsaid += events - len(self._said)

    def _compare(self, records: Mapping[str, Sequence[Event]]) -> None:
        for said in self._said:
            events = records.get(said.case, ())
            assert said.version <= len(events), f"acknowledged and not there: {said}"
            note = events[said.version - 1].note
            assert said.token in (None, note), f"acknowledged, and another is there: {said}, {note}"
        for token, times in tokens(records).items():
            # a called case has the token of the step that called it
            twins = sum(event.kind == "called" for each in records.values() for event in each if event.note == token)
            assert times <= 1 + twins, f"{times} times there: {token}"

    @property
    def verdict(self) -> int:
        """Return the exit code.

        What nobody was told of is explained by who was killed, or was told that nothing is certain: a deed each, of
        one event, or of two where another SOP is called.
        """
        uncertain = sum(self.refused[code] for code in UNCERTAIN)
        return 1 if self.faults or self.unsaid > _MOST * (self.killed + uncertain) else 0

    def __str__(self) -> str:
        lines = (
            f"{self.events} events, {self.kept} acknowledged, {self.unsaid} there that nobody was told of",
            f"looked {self.looks} times; wrong: {len(self.faults)}",
            f"done: {_counted(self.done)}",
            f"refused: {_counted(self.refused)}",
            *self.faults[:5],
        )
        return "".join(f"{line}\n" for line in lines)


def _counted(found: Counter[str]) -> str:
    return ", ".join(f"{name} {times}" for name, times in found.most_common()) or "–"
