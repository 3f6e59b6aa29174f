"""The actors: each acts somewhere, each is a position with one name and one spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sop_engine.checks import lexicon
from sop_engine.checks.subject import Subject
from sop_engine.definition.model import Actor
from sop_engine.diagnostic import Diagnostic, finding
from sop_engine.spelling import Guesses

_CIVIL_SERVANT_NUMBER = re.compile(r"\bNIP\b|\b\d{18}\b|\b\d{8} \d{6} \d \d{3}\b")
_WORD = re.compile(r"[^\W\d_]+")
_FORMS_OF_ADDRESS = frozenset({"bapak", "ibu", "bpk", "sdr", "sdri", "pak", "bu", "h", "hj"})


def unused(subject: Subject) -> Iterator[Diagnostic]:
    """SOP041: an actor that no step names."""
    declared = tuple(subject.definition.actors)
    used = {actor for view in subject.procedures for actor in view.named_actors}
    if used.issuperset(declared):
        return
    # an actor that a step misspells is meant to act
    guesses = Guesses(declared)
    used |= {guesses.nearest(name) or name for name in used if name not in subject.definition.actors}
    for key in declared:
        if key not in used:
            yield finding("SOP041", ("actors", key), args={"actor": key}, at_key=True)


def no_position(subject: Subject) -> Iterator[Diagnostic]:
    """SOP044: an actor that is a person or a whole office instead of a position."""
    for key, actor in subject.definition.actors.items():
        kind = "a_person" if _is_person(actor.name) else "an_office" if _is_office(actor) else ""
        if kind:
            args = {"value": actor.name, "kind": kind}
            yield finding("SOP044", ("actors", key, "name"), args=args)


def _is_person(name: str) -> bool:
    first, *others = [*_WORD.findall(name.casefold()), ""]
    if first in _FORMS_OF_ADDRESS:
        first = others[0]
    titled = "," in name and bool(_ends_in_title(name))
    return titled or first in lexicon.words("given_names") or bool(_CIVIL_SERVANT_NUMBER.search(name))


def _ends_in_title(name: str) -> bool:
    last = name.rpartition(",")[2].strip().casefold()
    return last.removesuffix(".") in lexicon.words("titles") or last in lexicon.words("titles")


def _is_office(actor: Actor) -> bool:
    """Tell whether an actor of this office is named by an office; others may be, and so may the applicant."""
    if actor.external or actor.applicant or actor.system:
        return False
    name = lexicon.spelled_out(actor.name)
    return name.split()[0] in lexicon.words("agencies") or name.startswith(lexicon.phrases("agency_phrases"))


def spellings(subject: Subject) -> Iterator[Diagnostic]:
    """SOP045: the document writes one actor in several ways."""
    for key, actor in subject.definition.actors.items():
        if actor.aliases:
            args = {"spellings": "; ".join((actor.name, *actor.aliases)), "name": actor.name}
            yield finding("SOP045", ("actors", key, "aliases"), args=args, at_key=True)


def one_actor_twice(subject: Subject) -> Iterator[Diagnostic]:
    """SOP045: two actors whose names are one name in two spellings (case, spaces, abbreviations)."""
    first: dict[str, str] = {}
    actors = subject.definition.actors
    for key, actor in actors.items():
        for written in dict.fromkeys(
            lexicon.spelled_out(name).replace(" ", "") for name in (actor.name, *actor.aliases)
        ):
            before = first.setdefault(written, key)
            if before != key and written:
                args = {"spellings": f"{actors[before].name}; {actor.name}", "name": actors[before].name}
                route = ("actors", key)
                yield finding("SOP045", route, args=args, at_key=True, related=("actors", before))
                break
