"""The list of people in force: putting another one in force, appointing a deputy, and who holds which office.

Only a steward does that, once there is a list. Every version of the list stays in the store, and the record of the
desk says who put it there.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from sop_engine.definition.catalogue import Catalogue
from sop_engine.failure import Failure
from sop_engine.office.desk import Office
from sop_engine.people import Deed, Holding, People, Standing
from sop_engine.spelling import Guesses
from sop_engine.store.journal import Entry


class Unknown(NamedTuple):
    """An office that no definition knows: ``near`` is what was probably meant."""

    unit: str
    actor: str
    persons: tuple[str, ...]
    near: str | None


def load(office: Office, text: str) -> People:
    """Put a list of people in force, accepted before by :func:`sop_engine.people.listing.parse`.

    Raises :class:`Failure` RUN033 for who is no steward, RUN070 when the list would leave out who loads it.
    """
    from sop_engine.people.listing import of_text

    office.admit(Deed.LOAD)
    people = of_text(text)
    if not people.is_steward(office.person):
        left_out = Failure("RUN070", person=office.person, stewards=", ".join(each.id for each in people.stewards))
        office.refused(left_out, None)
        raise left_out
    office.journal.load_people(text, Entry(office.now(), "people", office.person, None))
    return people


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
    """Give a person an office for a time. Raises RUN071 without a list, RUN030, RUN033 or RUN059 when it is refused."""
    from sop_engine.people.delegation import delegated

    text = office.journal.people()
    if text is None:
        raise Failure("RUN071")
    office.admit(Deed.DELEGATE)
    return load(office, delegated(text, unit, actor, person, standing, letter, since, until))


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
