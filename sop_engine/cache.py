"""Findings of files that did not change, kept in the user's cache folder under a digest of all they depend on.

An entry is a shortcut and nothing more: one that is broken, foreign or made to mislead the program is passed over and
written anew, and a folder that cannot be used is no cache at all.
A hit loads neither the reader of YAML nor the models nor the checks.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import sop_engine
from sop_engine.diagnostic import Accepted, Diagnostic, Position, Severity
from sop_engine.entries import MOST_BYTES, MOST_ENTRIES, Entries
from sop_engine.messages import LANGUAGES, finding_text
from sop_engine.messages.findings import TERM_ARGS
from sop_engine.textfile import MAX_BYTES

if TYPE_CHECKING:
    from hashlib import _Hash as Hash

_UNIT = re.compile(r"[a-z0-9][a-z0-9/-]*")
_FARTHEST = MAX_BYTES + 1
_SEVERITIES = {severity.value: severity for severity in Severity}
_LIBRARIES = ("yaml", "pydantic", "pydantic_core")


class Card(NamedTuple):
    """What the other definitions of a folder must know about one, as :mod:`sop_engine.checks.neighbours` has it."""

    sop: str
    procedures: tuple[str, ...]
    number: tuple[str, Diagnostic] | None
    calls: tuple[tuple[str, str, Diagnostic], ...]


class Told(NamedTuple):
    """What was said about a file: its findings, those that it accepts with their reasons, and its card."""

    found: tuple[Diagnostic, ...]
    accepted: tuple[Accepted, ...] = ()
    card: Card | None = None


class Terms(NamedTuple):
    """As long as these hold, an entry does: texts of units by digest, other SOPs that are there, a time, and a logo.

    Days are ISO dates; from ``since`` on and before ``until``, without bound where they are empty. ``logo`` is that of
    a unit's own file, as it is named there, with its digest.
    """

    units: tuple[tuple[str, str], ...] = ()
    sops: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    logo: tuple[str, str] = ("", "")


def folder_in_force() -> Path | None:
    """Return the folder that ``SOP_CACHE`` names, else this system's own for caches; None when it says ``off``."""
    chosen = os.environ.get("SOP_CACHE", "")
    if chosen:
        return None if chosen.lower() == "off" else Path(chosen)
    with suppress(RuntimeError):
        return _folder_for_caches() / "sop-engine"
    return None


def _folder_for_caches() -> Path:
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return Path(local) if local else Path.home() / "AppData" / "Local"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    given = os.environ.get("XDG_CACHE_HOME", "")
    return Path(given) if os.path.isabs(given) else Path.home() / ".cache"


def key(*parts: str) -> str:
    """Return the name under which is kept what this very program says about a file: SHA-256 over all it depends on."""
    whole = _program().copy()
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass")
        whole.update(b"%d:" % len(encoded))
        whole.update(encoded)
    return whole.hexdigest()


def digest(text: str | None) -> str:
    """Return the digest of a text that an entry depends on; an empty one for a text that cannot be read."""
    return "" if text is None else hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@lru_cache(maxsize=1)
def _program() -> Hash:
    """Return the beginning of every key: what tells this program from any other, its version and all its rules."""
    from importlib.util import find_spec

    told = [sop_engine.__version__, sys.version]
    package = Path(sop_engine.__file__).parent
    files = [Path(folder, name) for folder, _, names in os.walk(package) for name in names]
    files += [Path(spec.origin) for spec in map(find_spec, _LIBRARIES) if spec is not None and spec.origin]
    for file in sorted(file for file in files if file.suffix in (".py", ".json")):
        with suppress(OSError):
            status = file.stat()
            told.append(f"{file.name} {status.st_size} {status.st_mtime_ns}")
    return hashlib.sha256("\n".join(told).encode())


class Cache:
    """The entries in a folder; without a folder nothing is kept and nothing is found."""

    def __init__(self, folder: Path | None, most_entries: int = MOST_ENTRIES, most_bytes: int = MOST_BYTES) -> None:
        self._entries = Entries(None if folder is None else folder / "findings", most_entries, most_bytes)

    def cached(self, name: str, path: str, hold: Callable[[Terms], bool]) -> Told | None:
        """Return what is kept under a key about the file shown as ``path``, or None, also when its terms don't hold."""
        try:
            entry = self._entries.entry(name)
            if entry is None or not hold(_terms(*entry["terms"])):
                return None
            found = tuple([_diagnostic(each, path) for each in entry["found"]])
            accepted = tuple([Accepted(_diagnostic(each, path), str(reason)) for each, reason in entry["accepted"]])
            return Told(found, accepted, None if entry["card"] is None else _card(entry["card"], path))
        except Exception:  # whoever wrote the entry, it must not stop the work that it was to shorten
            return None

    def keep(self, name: str, told: Told, terms: Terms) -> None:
        """Keep what was told under a key, to be found as long as the terms hold."""
        entry = {
            "terms": terms,
            "found": [_record(each) for each in told.found],
            "accepted": [(_record(each), reason) for each, reason in told.accepted],
            "card": None if told.card is None else _card_record(told.card),
        }
        self._entries.keep(name, entry)


def _terms(units: Any, sops: Any, since: str, until: str, logo: Any) -> Terms:
    # a name is looked up on the disk: none may lead anywhere else
    if not all(_UNIT.fullmatch(name) for name, _ in units):
        raise ValueError(units)
    named, seen = logo
    return Terms(tuple((name, known) for name, known in units), tuple(sops), since, until, (str(named), str(seen)))


def _card_record(card: Card) -> list[Any]:
    number = None if card.number is None else (card.number[0], _record(card.number[1]))
    return [card.sop, card.procedures, number, [(sop, procedure, _record(at)) for sop, procedure, at in card.calls]]


def _card(record: list[Any], path: str) -> Card:
    sop, procedures, number, calls = record
    given = None if number is None else (str(number[0]), _diagnostic(number[1], path, "SOP002"))
    called = tuple((str(other), str(procedure), _diagnostic(at, path, "SOP025")) for other, procedure, at in calls)
    return Card(str(sop), tuple(map(str, procedures)), given, called)


def _record(found: Diagnostic) -> list[Any]:
    place = found.related_position
    args = dict(found.args)
    return [found.code, found.severity, found.route, args, found.position, found.at_key, found.related, place]


def _diagnostic(record: list[Any], path: str, unsaid: str = "") -> Diagnostic:
    """Return the finding of a record; its arguments may be missing when its code is ``unsaid``.

    Raises whatever there is to raise for a record that this program did not write.
    """
    code, severity, route, args, place, at_key, related, other = record
    if unsaid:
        if code != unsaid:
            raise ValueError(code)
    else:
        "".join(args.values())  # which words fill a sentence does not matter, only that they are some
        terms = () if TERM_ARGS.isdisjoint(args) else tuple([each for each in args.items() if each[0] in TERM_ARGS])
        _say(code, tuple(args), terms)
    return Diagnostic(
        code,
        _SEVERITIES[severity],
        tuple(route),
        tuple(args.items()),
        path,
        _position(place),
        at_key is True,
        None if related is None else tuple(related),
        None if other is None else _position(other),
    )


@lru_cache(maxsize=1000)
def _say(code: str, names: tuple[str, ...], terms: tuple[tuple[str, str], ...]) -> None:
    """Put a finding of this code with such arguments in words. Raises what would be raised when it is shown.

    ``terms`` are those arguments whose values are looked up.
    """
    args = {**dict.fromkeys(names, ""), **dict(terms)}
    for part in ("message", "hint"):
        for language in LANGUAGES:
            finding_text(code, part, args, language)


def _position(place: list[int]) -> Position:
    line, column = place
    if not (type(line) is type(column) is int and 0 < line <= _FARTHEST and 0 < column <= _FARTHEST):
        raise ValueError(place)
    return Position(line, column)
