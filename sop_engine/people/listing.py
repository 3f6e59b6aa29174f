"""The text of a list of people -> :class:`People`, and what is wrong with it.

A text that comes from outside is judged (:func:`parse`); one that the store kept was judged when it was loaded and is
only read (:func:`of_text`), which is quick and needs no models.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from sop_engine import source
from sop_engine.acceptance import judged
from sop_engine.diagnostic import Diagnostic, Severity, in_order
from sop_engine.failure import Failure
from sop_engine.people.authority import People
from sop_engine.people.holding import Holding, Person, Standing
from sop_engine.settings import PLAIN, Settings

_VERSION = 1
LIST_KEYS = frozenset({"people", "persons"})
PERSON_KEYS = frozenset({"id", "name", "nip", "steward", "offices"})
OFFICE_KEYS = frozenset({"unit", "actor", "standing", "letter", "from", "until"})
_DATES = frozenset({"from", "until"})


def parse(text: str, path: str = "", settings: Settings = PLAIN) -> tuple[People | None, tuple[Diagnostic, ...]]:
    """Return what a list of people holds, and all findings in the order of their places.

    There is a :class:`People` exactly when no finding is an error. What the text accepts with a reason is not told.
    """
    origin, found = source.parse(text, path)
    if origin is None:
        return None, found
    shown = judged(examined(origin, found), settings, text, path).shown
    if any(each.severity is Severity.ERROR for each in shown):
        return None, shown
    return _people(origin.data), shown


def examined(origin: source.Source, found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return all findings about a list, placed and in order; ``found`` are those of reading its YAML."""
    from sop_engine.definition.people import PeopleFile
    from sop_engine.definition.read import read
    from sop_engine.people.rules import judge

    reading = read(origin, PeopleFile)
    # a day without quotes is what every program reads as that day
    found = (each for each in found if each.code != "SOP106" or each.route[-1:] == () or each.route[-1] not in _DATES)
    return in_order((*found, *map(origin.place, (*reading.found, *judge(reading)))))


def of_text(text: str) -> People:
    """Return the people of a text that was accepted before.

    Raises Failure STO030 when it cannot be read whole: what this program does not understand it must not leave out.
    """
    origin, _ = source.parse(text, "")
    try:
        if origin is None or origin.refused:
            raise ValueError
        return _people(origin.data)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Failure("STO030") from error


def _people(data: dict[str, Any]) -> People:
    _check_keys(data, LIST_KEYS)
    if data["people"] != _VERSION:
        raise ValueError(data["people"])
    persons, holdings = [], []
    for person in data["persons"]:
        _check_keys(person, PERSON_KEYS)
        persons.append(Person(person["id"], person["name"], person.get("nip"), person.get("steward", False)))
        for office in person.get("offices", ()):
            _check_keys(office, OFFICE_KEYS)
            holdings.append(_holding(person["id"], office))
    if not persons:
        raise ValueError("nobody")  # would open everything to everybody
    return People(tuple(persons), tuple(holdings))


def _holding(person: str, office: dict[str, Any]) -> Holding:
    until = office.get("until")
    return Holding(
        person,
        office["unit"],
        office["actor"],
        Standing(office.get("standing", Standing.DEFINITIVE)),
        office.get("letter"),
        date.fromisoformat(office["from"]),
        None if until is None else date.fromisoformat(until),
    )


def _check_keys(part: dict[str, Any], known: frozenset[str]) -> None:
    if unknown := part.keys() - known:
        raise KeyError(*sorted(unknown))
