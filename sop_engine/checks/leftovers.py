"""What stayed in the texts when they were copied from somewhere else: list marks, and scraps of web pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from sop_engine.checks.sentence import MARKER
from sop_engine.checks.subject import Subject
from sop_engine.definition.model import Part
from sop_engine.diagnostic import Diagnostic, Route, finding
from sop_engine.duration import Duration

_TRAILING = frozenset(";,")
_MAPPINGS = (dict, MappingProxyType)
_WITHOUT_TEXT = (int, date, Duration)
_MARKUP = re.compile(
    r"<!--|</?(?:meta|br|p|div|span|b|i|u|em|strong|table|tbody|td|tr|th|li|ul|ol|a|img|font|h[1-6])(?:\s[^<>]*)?/?>"
    r"|<!\[endif\]|<!\[if\b|&(?:nbsp|amp|quot|lt|gt|ndash|rsquo);"
    r"|image not found or type unknown",
    re.IGNORECASE,
)


def list_marks(subject: Subject) -> Iterator[Diagnostic]:
    """SOP056: a number, a bullet or a list's punctuation that stayed in a text."""
    for route, text in _listed(subject):
        found = MARKER.match(text)
        mark = found[0] if found else text.rstrip()[-1:]
        if found or mark in _TRAILING:
            yield finding("SOP056", route, args={"value": mark.strip()})


def _listed(subject: Subject) -> Iterator[tuple[Route, str]]:
    definition = subject.definition
    for index, requirement in enumerate(definition.requirements):
        yield ("requirements", index, "text"), requirement.text
    for index, product in enumerate(definition.products):
        yield ("products", index), product
    for view in subject.procedures:
        for index, step in enumerate(view.steps):
            yield view.route(index, "activity"), step.activity
            for place, text in enumerate(step.input):
                yield view.route(index, "input", place), text


def web_scraps(subject: Subject) -> Iterator[Diagnostic]:
    """SP050: markup, or a missing picture's words, that stayed in a text."""
    texts: list[str] = []
    _gather(subject.definition, texts)
    if not _perhaps_scrap("\n".join(texts)):
        return  # as nearly always; where a text stands is looked for only when it matters
    for route, scrap in _scraps(subject.definition):
        yield finding("SP050", route, args={"value": scrap})


def _gather(value: Any, texts: list[str]) -> None:
    """Add all texts in a part, a tuple or a mapping to a list."""
    if not isinstance(value, tuple):
        value = value.values() if isinstance(value, _MAPPINGS) else value.__dict__.values()
    for each in value:
        if isinstance(each, str):
            texts.append(each)
        elif each and not isinstance(each, _WITHOUT_TEXT):
            _gather(each, texts)


def _perhaps_scrap(text: str) -> bool:
    """Tell whether a text has one of the signs that stand in every scrap, which is many times faster than to search."""
    return "<" in text or "&" in text or "ot found or " in text


def scrap(text: str) -> str | None:
    """Return the first scrap in a text."""
    found = _MARKUP.search(text) if _perhaps_scrap(text) else None
    return found[0] if found else None


def _scraps(value: object) -> list[tuple[Route, str]]:
    """Return the scraps in all texts of a value, with the routes to them: built on the way back, for they are rare."""
    if isinstance(value, str):
        found = scrap(value)
        return [((), found)] if found else []
    parts: Iterable[tuple[str | int, object]]
    if isinstance(value, Part):
        fields = type(value).model_fields
        parts = ((fields[name].alias or name, each) for name, each in value.__dict__.items() if each)
    elif isinstance(value, Mapping):
        parts = value.items()
    elif isinstance(value, tuple):
        parts = enumerate(value)
    else:
        return []
    return [((key, *route), scrap) for key, each in parts for route, scrap in _scraps(each)]
