"""Who sits at which store with which clock: what it takes to look at what waits, and no more.

An inbox is looked at all day long; it needs neither the procedures nor the engine, so none of that is loaded here.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sop_engine.failure import Failure
from sop_engine.office.person import Clock
from sop_engine.store.journal import Entry, Journal, Listed

if TYPE_CHECKING:
    from sop_engine.people import Deed, People

DEFAULT_ZONE = "Asia/Jakarta"

OF_AUTHORITY = frozenset({"RUN006", "RUN019", "RUN030", "RUN031", "RUN032", "RUN033", "RUN037", "RUN041", "RUN070"})
"""The refusals that say "not you": each is kept in the record of the desk."""


class Seat:
    """A person at a store."""

    def __init__(self, journal: Journal, person: str, clock: Clock) -> None:
        self.journal = journal
        self.person = person
        self.clock = clock
        self.shown: datetime | None = None
        """What the machine's clock showed when it was last looked at."""
        self._listing = Listed()
        self._people: People | None = None

    @property
    def place(self) -> str:
        """Return where the cases are, in words for a message."""
        return self.journal.place

    @property
    def has_store(self) -> bool:
        """Return whether there is a store yet; it is made when the first case is opened."""
        return self.journal.exists

    @property
    def listing(self) -> Listed:
        """Return the list of people in force, asked for each time: who sits here all day may lose an office."""
        newer = self.journal.people_since(self._listing.number)
        if newer is not None:
            self._listing, self._people = newer, None
        return self._listing

    @property
    def listed(self) -> str | None:
        """Return the text of the list of people in force, or None."""
        return self.listing.text

    @property
    def people(self) -> People:
        """Return the list of people in force; without one every actor may be played."""
        text = self.listed
        if self._people is None:
            self._people = _people(text)
        return self._people

    def now(self, after: datetime | None = None) -> datetime:
        """Return the present moment, and never one before ``after``: a record does not run backwards."""
        now = self.shown = self.clock()
        return now if after is None or now >= after else after

    def awaited(self) -> tuple[str, ...]:
        """Return the keys of the actors for whom something waits, in the order of the alphabet."""
        return tuple(sorted({office.rpartition(":")[2] for office in self.journal.awaited()}))

    def admit(self, deed: Deed | None = None, case: str | None = None, step: str | None = None) -> None:
        """Refuse whoever is not on the list in force, or is no steward where ``deed`` is for stewards alone.

        Looking is refused as doing is. Raises :class:`Failure` RUN030 or RUN033, and keeps that in the record of the
        desk. Without a list everybody may.
        """
        if self.listed is None:
            return
        try:
            self.people.require_known(self.person)
            if deed is not None:
                self.people.require_steward(self.person, deed)
        except Failure as refusal:
            self.refused(refusal, case, step)
            raise

    def refused(self, refusal: Failure, case: str | None, step: str | None = None) -> None:
        """Keep a refusal of authority in the record of the desk; others leave no trace."""
        if refusal.code in OF_AUTHORITY and self.has_store:
            facts = (f"code={refusal.code}", *((f"step={step}",) if step else ()))
            self.journal.note(Entry(self.now(), "refused", self.person, case, facts))


def _people(text: str | None) -> People:
    if text is None:
        from sop_engine.people import NOBODY

        return NOBODY
    from sop_engine.people.listing import of_text

    return of_text(text)
