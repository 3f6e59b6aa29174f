"""A question of authority answered with no -> the Failure that says so, and who may, by name and office.

A refusal tells what the officer can check: the day, her own term where it has ended or not begun, who may instead,
and where nobody may, who can put somebody on the list.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from sop_engine.failure import Failure
from sop_engine.messages import text
from sop_engine.people.holding import Deed, Holding, Person

if TYPE_CHECKING:
    from sop_engine.people.authority import People

_MOST_NAMED = 12


class Wanted(NamedTuple):
    """Work of a unit on a day, for one of ``performers`` (none: for any office of the unit); ``titles`` names them.

    ``barred`` are persons who may not do it though they hold the office.
    """

    unit: str
    performers: tuple[str, ...]
    on: date
    titles: Mapping[str, str]
    barred: Collection[str] = ()


def not_listed(people: People, person: str, wanted: Wanted | None = None) -> Failure:
    """Return RUN030: this user is not on the list of people; it says who may do what was ``wanted``."""
    allowed = "" if wanted is None else _allowed(people, wanted)
    return Failure("RUN030", person=person, allowed=allowed, stewards=_stewards(people))


def not_entitled(people: People, person: Person, wanted: Wanted) -> Failure:
    """Return RUN031: the person holds on that day none of the offices that may."""
    offices = text("people.or").join(_office(actor, wanted) for actor in wanted.performers) or text("people.any")
    return Failure("RUN031", offices=offices, **_told(people, person, wanted))


def not_in_that_capacity(people: People, person: Person, own: Sequence[Holding], wanted: Wanted) -> Failure:
    """Return RUN032: the person does not hold on that day the office in which he or she asked to act."""
    held = _some(_capacity(each, _office(each.actor, wanted)) for each in own)
    return Failure("RUN032", offices=_office(wanted.performers[0], wanted), own=held, **_told(people, person, wanted))


def not_a_steward(people: People, person: str, deed: Deed) -> Failure:
    """Return RUN033: only a steward may do that."""
    someone = people.person(person)
    name = person if someone is None else someone.name
    return Failure("RUN033", name=name, deed=text(f"people.deed_{deed}"), stewards=_stewards(people))


def _told(people: People, person: Person, wanted: Wanted) -> dict[str, str]:
    return {
        "name": person.name,
        "unit": wanted.unit,
        "day": written(wanted.on),
        "term": _terms(people, person, wanted),
        "allowed": _allowed(people, wanted) or text("people.vacant", stewards=_stewards(people)),
    }


def _terms(people: People, person: Person, wanted: Wanted) -> str:
    """Return until when the person held what is wanted, and from when he or she will; empty when neither."""
    of_unit = [each for each in people.holdings if each.person == person.id and each.unit == wanted.unit]
    own = [each for each in of_unit if not wanted.performers or each.actor in wanted.performers]
    ended = max((each for each in own if each.until and each.until < wanted.on), key=_last_day, default=None)
    coming = min((each for each in own if each.since > wanted.on), key=lambda each: each.since, default=None)
    told = ""
    if ended is not None:
        office = _capacity(ended, _title(ended.actor, wanted))
        told += text("people.ended", office=office, day=written(_last_day(ended)))
    if coming is not None:
        told += text("people.coming", office=_capacity(coming, _title(coming.actor, wanted)), day=written(coming.since))
    return told


def _last_day(holding: Holding) -> date:
    return holding.until or date.max


def _allowed(people: People, wanted: Wanted) -> str:
    """Return the sentence that says who may on that day; empty when nobody may."""
    in_force = [each for each in people.holdings if each.unit == wanted.unit and each.in_force(wanted.on)]
    actors = wanted.performers or tuple(dict.fromkeys(each.actor for each in in_force))
    holdings = [each for actor in actors for each in people.holders(wanted.unit, actor, wanted.on)]
    holdings = [each for each in holdings if each.person not in wanted.barred]
    if not holdings:
        return ""
    names = {each.id: each.name for each in people.persons}
    who = (f"{names[each.person]} ({_limited(each, _title(each.actor, wanted))})" for each in holdings)
    return text("people.allowed", who=_some(who))


def _limited(holding: Holding, office: str) -> str:
    held = _capacity(holding, office)
    return held if holding.until is None else text("people.until", office=held, day=written(holding.until))


def _capacity(holding: Holding, office: str) -> str:
    return text(f"people.{holding.standing}", office=office)


def _title(actor: str, wanted: Wanted) -> str:
    return wanted.titles.get(actor) or f"`{actor}`"


def _office(actor: str, wanted: Wanted) -> str:
    """Return an office by its name and by the key that `--as` takes."""
    return f"{wanted.titles[actor]} (`{actor}`)" if actor in wanted.titles else f"`{actor}`"


def _stewards(people: People) -> str:
    return _some(each.name for each in people.stewards)


def _some(names: Iterable[str]) -> str:
    """Return names in a sentence, once each and no more of them than a person would read."""
    told = list(dict.fromkeys(names))
    return ", ".join([*told[:_MOST_NAMED], *(["…"] if len(told) > _MOST_NAMED else [])]) or text("people.nobody")


def written(day: date) -> str:
    """Return a day as officers write it: ``13-11-2026``."""
    return f"{day:%d-%m-%Y}"
