"""The list of people in force: putting another one in force, appointing a deputy, and who holds which office.

Only a steward does that, once there is a list. Every version of the list stays in the store, and the record of the
desk says who put it there.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from typing import NamedTuple

from sop_engine.definition.catalogue import Catalogue
from sop_engine.failure import Failure
from sop_engine.office.desk import Office
from sop_engine.office.person import line_of, local_time
from sop_engine.office.seat import DEFAULT_ZONE
from sop_engine.people import Deed, Holding, People, Standing
from sop_engine.spelling import Guesses
from sop_engine.store.journal import Entry, Moved

_TRIES = 2


class Unknown(NamedTuple):
    """An office that no definition knows: ``near`` is what was probably meant."""

    unit: str
    actor: str
    persons: tuple[str, ...]
    near: str | None


def load(office: Office, text: str) -> People:
    """Put a list of people in force, accepted before by :func:`sop_engine.people.listing.parse`.

    Raises :class:`Failure` RUN033 for who is no steward, RUN070 when the list would leave out who loads it, RUN073
    when another steward put a list in force in the same moment.
    """
    try:
        return _put_in_force(office, text, office.listing.number)
    except Moved as moved:
        raise _overtaken(office) from moved


def _put_in_force(office: Office, text: str, after: int) -> People:
    """Put a list in force where number ``after`` still is; raises :class:`Moved` where it is not."""
    from sop_engine.people.listing import of_text

    office.admit(Deed.LOAD)
    people = of_text(text)
    if not people.is_steward(office.person):
        stewards = [each.id for each in people.stewards]
        left_out = Failure("RUN070", person=office.person, stewards=", ".join(stewards), first=stewards[0])
        office.refused(left_out, None)
        raise left_out
    office.journal.load_people(text, Entry(office.now(), "people", office.person, None), after)
    return people


def _overtaken(office: Office) -> Failure:
    """Return RUN073, which says who put another list in force, and when."""
    last = [each.entry for each in office.journal.noted() if each.entry.kind == "people"][-1]
    return Failure("RUN073", person=last.person, at=local_time(last.at, DEFAULT_ZONE))


def appoint(
    office: Office,
    person: str,
    unit: str,
    actor: str,
    standing: Standing,
    letter: str | None,
    since: date,
    until: date | None,
) -> People:
    """Give a person an office for a time, also where another steward gave one in the same moment.

    Raises :class:`Failure` RUN071 without a list, RUN030, RUN033 or RUN059 when it is refused, RUN073 when others were
    faster twice.
    """
    from sop_engine.people.delegation import delegated

    letter = line_of("--letter", letter)
    appointment = (unit, actor, person, standing, letter, since, until)
    for _ in range(_TRIES):
        before = office.listing
        if before.text is None:
            raise Failure("RUN071")
        office.admit(Deed.DELEGATE)
        # the next list is made of the one that was read: what others added meanwhile must not be lost
        with suppress(Moved):
            return _put_in_force(office, delegated(before.text, *appointment), before.number)
    raise _overtaken(office)


def unknown_offices(people: People, catalogue: Catalogue) -> tuple[Unknown, ...]:
    """Return the offices of a list that no sound definition of the folder has, with what was probably meant."""
    known = _offices(catalogue)
    guesses = Guesses(tuple(f"{unit}:{actor}" for unit, actor in known))
    holders: dict[tuple[str, str], list[str]] = {}
    for each in people.holdings:
        holders.setdefault((each.unit, each.actor), []).append(each.person)
    return tuple(
        Unknown(unit, actor, tuple(dict.fromkeys(persons)), guesses.nearest(f"{unit}:{actor}"))
        for (unit, actor), persons in holders.items()
        if (unit, actor) not in known
    )


def on_day(people: People, day: date) -> tuple[tuple[str, tuple[Holding, ...]], ...]:
    """Return every person of a list by name, with the offices held on a day."""
    return tuple((each.name, people.held(each.id, day)) for each in people.persons)


def _offices(catalogue: Catalogue) -> set[tuple[str, str]]:
    from sop_engine.compiler import compile_file

    found: set[tuple[str, str]] = set()
    for path in catalogue.paths():
        compiled, _ = compile_file(path, catalogue)
        if compiled is not None:
            found |= _actors(compiled.definition.unit, compiled.definition.actors)
    return found


def _actors(unit: str, actors: Iterable[str]) -> set[tuple[str, str]]:
    return {(unit, actor) for actor in actors}
