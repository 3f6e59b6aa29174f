"""Persons and the offices they hold -> who may do what on a day, in which capacity, or a refusal that says who may.

Days are those of the unit's own zone; the first and the last day of a term both count. Without any person there is
no list, and everybody may do everything: the demo, and one officer alone. It never looks at the clock.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from sop_engine.people import refusal
from sop_engine.people.holding import ORDER, Deed, Holding, Person, Standing

_NO_TITLES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class People:
    """A list of people: the persons, and every office that one of them holds, held or will hold."""

    persons: tuple[Person, ...] = ()
    holdings: tuple[Holding, ...] = ()

    @property
    def listed(self) -> bool:
        """Return whether there is a list at all; without one everybody may do everything."""
        return bool(self.persons)

    @property
    def stewards(self) -> tuple[Person, ...]:
        """Return the stewards, in the order of the list."""
        return tuple(each for each in self.persons if each.steward)

    def person(self, person: str) -> Person | None:
        """Return the person of that id, letter for letter, or None."""
        return next((each for each in self.persons if each.id == person), None)

    def known(self, person: str) -> bool:
        """Return whether a person is on the list; everybody is when there is none."""
        return not self.listed or self.person(person) is not None

    def is_steward(self, person: str) -> bool:
        """Return whether a person is a steward; everybody is when there is no list."""
        return not self.listed or any(each.id == person for each in self.stewards)

    def held(self, person: str, on: date) -> tuple[Holding, ...]:
        """Return the offices that a person holds on a day, definitive ones first, else in the order of the list."""
        return _ordered(each for each in self.holdings if each.person == person and each.in_force(on))

    def holders(self, unit: str, actor: str, on: date) -> tuple[Holding, ...]:
        """Return who holds an office on a day, the definitive official first, then Plt., then Plh."""
        return _ordered(
            each for each in self.holdings if each.actor == actor and each.unit == unit and each.in_force(on)
        )

    def capacity(
        self,
        person: str,
        unit: str,
        performers: Sequence[str],
        on: date,
        asked: str | None = None,
        *,
        external: AbstractSet[str] = frozenset(),
        titles: Mapping[str, str] = _NO_TITLES,
        barred: Collection[str] = (),
    ) -> Holding:
        """Return the office in which a person acts for one of ``performers`` (keys of actors; none: any of the unit).

        ``asked`` is the capacity asked for: whether the procedure lets it do this is the desk's to say. Whoever
        holds any office of the unit records at the counter for ``external`` actors. ``titles`` names the actors in
        refusals, which leave out the persons ``barred`` by something else. Without a list the answer is a definitive
        holding without a beginning.

        Raises Failure RUN030 (not on the list), RUN031 (holds none of these offices), RUN032 (does not hold ``asked``).
        """
        if not self.listed:
            return Holding(person, unit, asked or next(iter(performers), ""), Standing.DEFINITIVE, None, date.min, None)
        chosen = tuple(performers) if asked is None else (asked,)
        outside = next((actor for actor in chosen if actor in external), None)
        wanted = refusal.Wanted(unit, chosen if outside is None else (), on, titles, barred)
        someone = self.person(person)
        if someone is None:
            raise refusal.not_listed(self, person, wanted)
        own = [each for each in self.held(person, on) if each.unit == unit]
        entitled = [each for actor in chosen for each in own if each.actor == actor]
        if entitled:
            return entitled[0]
        if own and outside is not None:
            return own[0]._replace(actor=outside, by=own[0].actor)
        if own and not chosen:
            return own[0]
        if asked is not None and outside is None:
            raise refusal.not_in_that_capacity(self, someone, own, wanted)
        raise refusal.not_entitled(self, someone, wanted)

    def require_known(self, person: str) -> None:
        """Refuse whoever is not on the list, also where no office is needed. Raises Failure RUN030."""
        if not self.known(person):
            raise refusal.not_listed(self, person)

    def require_steward(self, person: str, deed: Deed) -> None:
        """Refuse what only a steward may do. Raises Failure RUN033."""
        if not self.is_steward(person):
            raise refusal.not_a_steward(self, person, deed)


NOBODY = People()
"""No list: everything may be played by everybody."""


def _ordered(found: Iterable[Holding]) -> tuple[Holding, ...]:
    return tuple(sorted(found, key=lambda each: ORDER[each.standing]))
