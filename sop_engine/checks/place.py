"""Names of another regency or city in the texts of this one: what a copied document leaves behind.

Only names that are on the list of regencies and cities (``places.json``, read when the first rule asks) count, and
only behind the words that make them one (Kabupaten, Kota, Bupati, Wali Kota). Of a unit whose own regency or city is
not known, such as a ministry's, nothing is judged. Pure but for that file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from sop_engine.checks.subject import Subject
from sop_engine.definition.model import OfficeUnit
from sop_engine.diagnostic import Diagnostic, Route, finding
from sop_engine.resources import PACKAGE

_NAMED = re.compile(
    r"\b(?P<rank>Kabupaten|Kab\.|Kota|Bupati|Wali\s?[Kk]ota)\s*(?:Administrasi\s+)?"
    r"(?P<words>[A-Z][\w’'-]*(?:[ -][A-Z][\w’'-]*){0,3})"
)
_RANKS = ("Kab", "Kota", "Bupati", "Wali")
_LONGEST_NAME = 4
_LIST = re.compile(r",\s*")


class _Place(NamedTuple):
    name: str
    """As it is on the list."""
    shown: str
    """As the text has it."""


def of_another_agency(subject: Subject) -> Iterator[Diagnostic]:
    """SOP015: a regency or city that is not the unit's own."""
    own = _own(subject.unit)
    if not own:
        return
    told: set[str] = set()
    for route, text in _texts(subject):
        places = _places(text)
        # a text that names the unit's own region too knows what it says
        if any(place.name in own for place in places):
            continue
        for place in places:
            if place.name not in told:
                told.add(place.name)
                yield finding("SOP015", route, args={"value": place.shown, "unit": next(iter(own.values()))})


def _own(unit: OfficeUnit | None) -> dict[str, str]:
    texts = [text for text in (unit.parent, unit.name, unit.address) if text] if unit is not None else []
    own = {place.name: place.shown for text in texts for place in _places(text)}
    unlisted = [] if own else [match for text in texts for match in _NAMED.finditer(text)]
    return own or {match["words"].lower(): f"{match['rank']} {match['words']}" for match in unlisted}


def _places(text: str) -> list[_Place]:
    # most texts name none, and looking for four words is much faster than for the pattern
    if not any(word in text for word in _RANKS):
        return []
    found = []
    for match in _NAMED.finditer(text):
        words = match["words"].replace("-", " ").split()
        for length in range(min(len(words), _LONGEST_NAME), 0, -1):
            name = " ".join(words[:length])
            if name.lower() in _regions():
                found.append(_Place(name.lower(), f"{match['rank']} {name}"))
                break
    return found


@cache
def _regions() -> frozenset[str]:
    lines = json.loads((PACKAGE / "checks" / "places.json").read_text(encoding="utf-8"))["regions"]
    return frozenset(name for line in lines for name in _LIST.split(line))


def _texts(subject: Subject) -> Iterator[tuple[Route, str]]:
    definition = subject.definition
    yield ("title",), definition.title
    for place, requirement in enumerate(definition.requirements):
        yield ("requirements", place, "text"), requirement.text
    for key, actor in definition.actors.items():
        if not actor.external and actor.unit is None:
            yield ("actors", key, "name"), actor.name
    for place, product in enumerate(definition.products):
        yield ("products", place), product
    yield from _papers(subject)
    for view in subject.procedures:
        for index, step in enumerate(view.steps):
            yield view.route(index, "activity"), step.activity
            for key in ("output", "note", "optional"):
                text = getattr(step, key)
                if text is not None:
                    yield view.route(index, key), text
            for place, text in enumerate(step.input):
                yield view.route(index, "input", place), text


def _papers(subject: Subject) -> Iterator[tuple[Route, str]]:
    for key in ("identity", "standard"):
        part = getattr(subject.definition, key)
        for name in type(part).model_fields if part is not None else ():
            value = getattr(part, name)
            for place, text in enumerate(value if isinstance(value, tuple) else ()):
                yield (key, name, place), text
