"""A list of people as it was read -> what does not agree within it, one function a rule.

The shapes were judged by the reader; here are the rules between values: one person once, terms that run forwards,
deputies with their letter, somebody who may replace the list. Nothing raises.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sop_engine.definition.people import OfficeEntry, PeopleFile
from sop_engine.definition.read import Reading
from sop_engine.diagnostic import Diagnostic, Route, finding


def one_person_twice(listed: PeopleFile) -> Iterator[Diagnostic]:
    """SOP155: a person who is on the list twice, capitals or not."""
    first: dict[str, int] = {}
    for place, person in enumerate(listed.persons):
        before = first.setdefault(person.id.casefold(), place)
        if before != place:
            args = {"value": person.id}
            yield finding("SOP155", ("persons", place, "id"), args=args, related=("persons", before, "id"))


def term_backwards(listed: PeopleFile) -> Iterator[Diagnostic]:
    """SOP156: a term that ends before it begins."""
    for route, _, office in _offices(listed):
        if office.until is not None and office.until < office.since:
            args = {"since": office.since.isoformat(), "until": office.until.isoformat()}
            yield finding("SOP156", (*route, "until"), args=args, related=(*route, "from"))


def deputy_without_letter(listed: PeopleFile) -> Iterator[Diagnostic]:
    """SOP157: a deputy without the number of the letter of order, or without a last day."""
    for route, _, office in _offices(listed):
        wanted = {"letter_of_order": office.letter, "last_day": office.until}
        missing = [name for name, value in wanted.items() if value is None]
        if office.standing != "definitive" and missing:
            args = {"standing": office.standing, "missing": ",".join(missing)}
            yield finding("SOP157", (*route, "standing"), args=args)


def two_heads(listed: PeopleFile) -> Iterator[Diagnostic]:
    """SOP158: two persons who hold the same office definitively at once; told once for each office."""
    held: dict[tuple[str, str], list[tuple[date, Route, str, OfficeEntry]]] = {}
    for route, person, office in _offices(listed):
        if office.standing == "definitive":
            held.setdefault((office.unit, office.actor), []).append((office.since, route, person, office))
    for (unit, actor), terms in held.items():
        terms.sort(key=lambda term: term[0])
        longest = terms[0]
        for term in terms[1:]:
            if term[0] <= _end(longest[3]) and term[2] != longest[2]:
                args = {"since": term[0].isoformat(), "actor": actor, "unit": unit, "one": longest[2], "other": term[2]}
                yield finding("SOP158", term[1], args=args, related=longest[1])
                break
            longest = max(longest, term, key=lambda each: _end(each[3]))


def no_steward(listed: PeopleFile) -> Iterator[Diagnostic]:
    """SOP159: nobody may load the next list."""
    if listed.persons and not any(person.steward for person in listed.persons):
        yield finding("SOP159", ("persons",), at_key=True)


def doubtful_nip(listed: PeopleFile) -> Iterator[Diagnostic]:
    """SOP006: a NIP that is not 18 digits beginning with a date of birth."""
    from sop_engine.checks.identity import is_nip

    for place, person in enumerate(listed.persons):
        if person.nip is not None and not is_nip(person.nip):
            yield finding("SOP006", ("persons", place, "nip"), args={"value": person.nip})


RULES = (one_person_twice, term_backwards, deputy_without_letter, two_heads, no_steward, doubtful_nip)


def judge(reading: Reading[PeopleFile]) -> tuple[Diagnostic, ...]:
    """Return what the rules find in a list, but for what only repeats that something could not be read."""
    if reading.value is None:
        return ()
    found = tuple(each for rule in RULES for each in rule(reading.value) if not reading.echoes(each))
    # what could not be read may be the steward
    return tuple(each for each in found if each.code != "SOP159" or not reading.repaired)


def _offices(listed: PeopleFile) -> Iterator[tuple[Route, str, OfficeEntry]]:
    """Yield every office with its route and the name of who holds it."""
    for place, person in enumerate(listed.persons):
        for number, office in enumerate(person.offices):
            yield ("persons", place, "offices", number), person.name, office


def _end(office: OfficeEntry) -> date:
    return office.until or date.max
