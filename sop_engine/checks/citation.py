"""A regulation as an Indonesian text cites it -> its kind, number and year.

Offices write one regulation in many ways: "Undang-Undang Nomor 25 Tahun 2009", "UU No. 25/2009",
"PER/21/M.PAN/11/2008". The words of each kind, and which regulations are known to be revoked, are data
(``regulations.json``, read when the first rule asks). Of a text that cites several, the first one counts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from sop_engine.resources import PACKAGE

_READ = 300
"""A citation stands at the beginning of its text; no more characters than these are looked at."""

_YEAR = r"(?:19|20)\d\d"
_NUMBERED = (
    # Nomor 25 Tahun 2009; 25 Tahun 2009
    re.compile(rf"\b(?P<number>\d[\w./-]*)\s*,?\s*(?:tahun|thn\.?|th\.?)\s*(?P<year>{_YEAR})\b", re.IGNORECASE),
    # PER/21/M.PAN/11/2008; 188.45/12/2024; 25/2009
    re.compile(rf"(?<![\w/])(?P<number>[\w.-]+(?:/[\w.-]+)*?)\s*/\s*(?P<year>{_YEAR})\b"),
)
_NUMBER = re.compile(r"\b(?:nomor|nomer|no)\b\s*[.:]*\s*(?P<number>\d[\w./-]*)", re.IGNORECASE)
_ANY_YEAR = re.compile(rf"\b{_YEAR}\b")
_MINISTER_OF_OLD = re.compile(r"(?P<kind>per|kep)/0*(?P<number>\d+)/m\.?\s?pan(?:-?rb)?/\d+", re.IGNORECASE)


class Citation(NamedTuple):
    """What a text says about the regulation it cites; None for what it leaves out."""

    kind: str | None
    number: str | None
    year: str | None


class Revoked(NamedTuple):
    """What has become of a regulation: ``by`` is in force in its place, ``source`` says who says so."""

    by: str
    source: str


def read(text: str) -> Citation:
    """Return the kind (a key of ``regulations.json``), number and year of the regulation that a text cites first."""
    text = text[:_READ]
    matches = (pattern.search(text) for pattern in _NUMBERED)
    found = min(filter(None, matches), key=lambda each: each.start(), default=None)
    if found is None:
        alone, year = _NUMBER.search(text), _ANY_YEAR.search(text)
        return Citation(_kind(text), alone["number"] if alone else None, year[0] if year else None)
    kind, number = _kind(text[: found.start()]), found["number"].rstrip(".").lstrip("0") or "0"
    old = _MINISTER_OF_OLD.fullmatch(number)
    if old is not None:
        kind, number = {"per": "permenpanrb", "kep": "kepmenpanrb"}[old["kind"].lower()], old["number"]
    return Citation(kind, number, found["year"])


def revoked(citation: Citation) -> Revoked | None:
    """Return what replaced a regulation; None when it is in force or not in our table."""
    return _table().get(citation)


def needs_no_number(citation: Citation) -> bool:
    """Return whether the kind is cited without a number: only the constitution is."""
    return citation.kind == "uud"


@cache
def _data() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((PACKAGE / "checks" / "regulations.json").read_text(encoding="utf-8"))
    return loaded


@cache
def _table() -> Mapping[Citation, Revoked]:
    return {
        Citation(row["kind"], row["number"], row["year"]): Revoked(row["by"], row["source"])
        for row in _data()["revoked"]
    }


@cache
def _kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    # written from the narrow to the wide: "peraturan menteri kesehatan" before "peraturan menteri"
    return tuple(
        (kind, re.compile(rf"\b(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)) for kind, words in _data()["kinds"].items()
    )


def _kind(text: str) -> str | None:
    return next((kind for kind, pattern in _kinds() if pattern.search(text)), None)
