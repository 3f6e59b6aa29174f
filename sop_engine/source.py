"""YAML text -> plain data, and the line and column of every value in it.

A narrow reading of YAML: whole numbers, ``true``/``false``, ``null`` and text; whatever YAML 1.1 would turn into
something else (``no``, ``12:30``, ``010``, a date) stays the text that was written, with a warning. Anchors, aliases,
tags and merge keys are refused, duplicate keys reported. One walk over the parser's events that ends where values
nest too deep; a tree of nodes is never composed, for that overflows the stack on hostile texts. Nothing raises.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NoReturn, TypeAlias

import yaml
from yaml.composer import ComposerError
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from sop_engine.diagnostic import Diagnostic, Position, Route, finding
from sop_engine.textfile import CONTROL, foreign
from sop_engine.unreadable import unreadable

MAX_DEPTH = 60
MAX_VALUES = 150_000
"""More keys and values than a definition of 10,000 steps has."""
_MOST_TOLD = 100
"""So often one kind of mistake is told; whoever has mended as many will see the others."""
_MOST_NOTED = 1000

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_TAG = "tag:yaml.org,2002:"
_INT = re.compile(r"-?(0|[1-9][0-9]*)")
_LEADING_ZERO = re.compile(r"[-+]?0[0-9]+")
_MAX_DIGITS = 400
_KINDS: dict[str, list[tuple[str, re.Pattern[str]]]] = yaml.SafeLoader.yaml_implicit_resolvers
"""The first character of a plain value -> what YAML 1.1 may take the value for."""
_LONGEST_WORD, _FIRST_LETTER = len("false"), "A"
"""No longer value that begins with a letter looks like anything but text."""

Mark: TypeAlias = Any
"""The parser's own record of a place: ``line`` and ``column`` from 0, ``index`` in the text."""
Place: TypeAlias = tuple[Mark, Mark, Any]
"""Where a value stands: its key (an item: itself), itself, and the places of the values inside, if it can hold any."""


@dataclass(frozen=True)
class Source:
    """A text that was read: its data, and where each value of it stands."""

    path: str
    text: str
    data: Any
    root: Place = field(repr=False)
    empty: tuple[Route, ...] = ()
    """The routes of keys and items that stand without a value."""
    refused: tuple[Route, ...] = ()
    """The routes of values that were not read, because of how they are written."""

    def position(self, route: Route, *, at_key: bool = False) -> Position:
        """Return where ``route`` points; a part that is not there points at the nearest thing around it."""
        place = self.root
        for segment in route:
            try:
                place = place[2][segment]
            except (KeyError, IndexError, TypeError):
                break
        return _position(place[0] if at_key else place[1])

    def place(self, diagnostic: Diagnostic) -> Diagnostic:
        """Return the diagnostic with its path and its line and column filled in."""
        route, at_key, related = diagnostic.route, diagnostic.at_key, diagnostic.related
        return Diagnostic(
            diagnostic.code,
            diagnostic.severity,
            route,
            diagnostic.args,
            self.path,
            self.position(route, at_key=at_key),
            at_key,
            related,
            self.position(related) if related is not None else None,
        )


def parse(text: str, path: str) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    """Return the data of a YAML text with its positions, and what is wrong with it; no error if it can be read."""
    if control := CONTROL.search(text):
        return None, (foreign(text[: control.start()], f"U+{ord(control.group()):04X}", path),)
    reading = _Reading(path, text)
    try:
        read = reading.document()
    except yaml.YAMLError as error:
        return None, (unreadable(error, text, path),)
    except _TooMuchError as error:
        return None, (error.found,)
    if isinstance(read, str):
        return None, (finding("SOP107", path=path, args={"seen": read}),)
    return Source(path, text, *read, tuple(reading.empty), tuple(reading.refused)), tuple(reading.found)


def _position(mark: Mark) -> Position:
    return Position(mark.line + 1, mark.column + 1)


class _TooMuchError(Exception):
    """Values nest deeper, or are more, than in any definition; the finding says where."""

    def __init__(self, found: Diagnostic) -> None:
        super().__init__(found.code)
        self.found = found


class _Reading:
    """One walk over the events of a text: data and places out, findings beside; ``way`` is the route to where it is."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self.event: Callable[[], Any] = Loader(text).get_event
        # every value takes two characters at least, so few texts need counting
        if len(text) > 2 * MAX_VALUES:
            self.event = self.counted(self.event)
        self.way: list[str | int] = []
        self.found: list[Diagnostic] = []
        self.empty: list[Route] = []
        self.refused: list[Route] = []
        self.anchored: dict[str, Any] = {}
        self.told: set[tuple[int, str]] = set()
        self.times: Counter[tuple[str, str]] = Counter()

    def document(self) -> tuple[Any, Place] | str:
        """Return the data and the places of the only document, or what stands there instead of a mapping."""
        self.event()
        start = self.event()
        if isinstance(start, StreamEndEvent):
            return "empty"
        top = self.event()
        read: tuple[Any, Place] | str
        if isinstance(top, MappingStartEvent):
            data, inside = self.value(top)
            read = data, (top.start_mark, top.start_mark, inside)
        else:
            self.skip(top)
            read = "list" if isinstance(top, SequenceStartEvent) else "text"
        self.event()
        more = self.event()
        if not isinstance(more, StreamEndEvent):
            raise ComposerError(None, start.start_mark, "but found another document", more.start_mark)
        return read

    def value(self, event: Any) -> tuple[Any, Any]:
        """Return the value that begins with ``event``, and the places of what is inside it."""
        kind = type(event)
        if kind is AliasEvent:
            self.report("SOP105", self.target(event), kind="alias", character="*")
            self.note(self.refused)
            return None, None
        self.properties(event)
        if kind is ScalarEvent:
            return self.scalar(event), None
        if len(self.way) >= MAX_DEPTH:
            self.too_deep(event)
        return self.mapping() if kind is MappingStartEvent else self.sequence()

    def sequence(self) -> tuple[list[Any], list[Place]]:
        data: list[Any] = []
        places: list[Place] = []
        next_event, way = self.event, self.way
        while type(event := next_event()) is not SequenceEndEvent:
            way.append(len(data))
            value, inside = self.value(event)
            way.pop()
            data.append(value)
            places.append((event.start_mark, event.start_mark, inside))
        return data, places

    def mapping(self) -> tuple[dict[str, Any], dict[str, Place]]:
        data: dict[str, Any] = {}
        places: dict[str, Place] = {}
        next_event, way = self.event, self.way
        while type(key := next_event()) is not MappingEndEvent:
            name = key.value if type(key) is ScalarEvent and key.tag is None and key.anchor is None else None
            if name is None or name in data or not _looks_like_text(name):
                name = self.name(key, places)
            if name is None:
                self.skip(next_event())
                continue
            event, inside = next_event(), None
            if type(event) is ScalarEvent and _is_text(event):
                data[name] = event.value
            else:
                way.append(name)
                data[name], inside = self.value(event)
                way.pop()
            places[name] = key.start_mark, event.start_mark, inside
        return data, places

    def name(self, key: Any, before: dict[str, Place]) -> str | None:
        """Return the name that a key gives, or None for a key that is refused; ``before`` holds the names so far."""
        if isinstance(key, AliasEvent):
            key = self.target(key)
            known = isinstance(key, ScalarEvent) and _kind(key) != "null"
            self.report("SOP105", key, kind="alias" if known else "key", character="*" if known else "?")
            return None
        self.properties(key)
        if not isinstance(key, ScalarEvent) or _kind(key) == "null":
            self.report("SOP105", key, kind="key", character="?")
            self.skip(key)
            return None
        name = str(key.value)
        self.way.append(name)
        if name in before:
            self.report("SOP104", key, key=name, line=str(before[name][0].line + 1))
        else:
            self.scalar(key)
        self.way.pop()
        return None if name in before else name

    def scalar(self, event: Any) -> Any:
        """Return text, a whole number, a truth value or None; what else YAML sees in it is told."""
        written: str = event.value
        # only an escape brings in what the whole text was searched for
        if event.style == '"' and CONTROL.search(written):
            self.report("SOP131", event)
            written = CONTROL.sub(" ", written)
        # a folded or literal block is the same text; line breaks belong to the page it is printed on
        written = " ".join(written.split())
        kind = "str" if event.style else _kind(event)
        if kind == "str":
            if not event.style and _LEADING_ZERO.fullmatch(written):
                self.report("SOP106", event, value=written, seen="as_number")
            return written
        if kind == "null":
            self.note(self.empty)
            return None
        if kind == "bool" and written in ("true", "false"):
            return written == "true"
        if kind == "int" and _INT.fullmatch(written) and len(written) < _MAX_DIGITS:
            return int(written)
        if kind in _SURPRISES:
            self.report("SOP106", event, value=written, seen=_SURPRISES[kind])
        elif kind in ("merge", "value"):
            self.report("SOP105", event, kind="merge", character=written)
        return written

    def properties(self, event: Any) -> None:
        self.anchor(event)
        if event.anchor is not None or event.tag is not None:
            sign = self.text[event.start_mark.index : event.start_mark.index + 1]
            self.report("SOP105", event, kind="alias" if sign == "&" else "tag", character=sign)

    def anchor(self, event: Any) -> None:
        if event.anchor is None:
            return
        first = self.anchored.setdefault(event.anchor, event)
        if first is not event:
            raise ComposerError("found duplicate anchor", first.start_mark, "second occurrence", event.start_mark)

    def target(self, alias: Any) -> Any:
        if alias.anchor not in self.anchored:
            raise ComposerError(None, None, "found undefined alias", alias.start_mark)
        return self.anchored[alias.anchor]

    def skip(self, event: Any) -> None:
        """Pass over a value that is not read; its anchors count all the same."""
        around = depth = len(self.way)
        while True:
            if isinstance(event, AliasEvent):
                self.target(event)
            elif isinstance(event, NodeEvent):
                self.anchor(event)
            if isinstance(event, CollectionStartEvent):
                if depth >= MAX_DEPTH:
                    self.too_deep(event)
                depth += 1
            elif isinstance(event, CollectionEndEvent):
                depth -= 1
            if depth == around:
                return
            event = self.event()

    def too_deep(self, event: Any) -> NoReturn:
        self.report("SOP109", event, limit=str(MAX_DEPTH))
        raise _TooMuchError(self.found[-1])

    def counted(self, next_event: Callable[[], Any]) -> Callable[[], Any]:
        left = MAX_VALUES

        def counting() -> Any:
            nonlocal left
            event = next_event()
            left -= isinstance(event, NodeEvent)
            if left < 0:
                self.report("SOP135", event, limit=f"{MAX_VALUES:,}".replace(",", "."))
                raise _TooMuchError(self.found[-1])
            return event

        return counting

    def note(self, routes: list[Route]) -> None:
        if len(routes) < _MOST_NOTED:
            routes.append(tuple(self.way))

    def report(self, code: str, event: Any, **args: str) -> None:
        kind = args.get("kind", "")
        self.times[code, kind] += 1
        if self.times[code, kind] > _MOST_TOLD:
            return
        position = _position(event.start_mark)
        # an alias is told at its anchor: a value with hundreds of them is told once
        if code == "SOP105" and (position.line, kind) in self.told:
            return
        self.told.add((position.line, kind))
        self.found.append(finding(code, tuple(self.way), path=self.path, position=position, args=args))


def _is_text(event: Any) -> bool:
    """Return whether a value is text just as it stands; most are, and need no closer look."""
    written: str = event.value
    return (
        len(written) > _LONGEST_WORD
        and written > _FIRST_LETTER
        and not event.style
        and event.tag is None
        and event.anchor is None
        and written.isprintable()
        and "  " not in written
    )


@lru_cache(maxsize=1000)
def _looks_like_text(name: str) -> bool:
    """Return whether a key without tag or anchor is a name just as it stands; the same few return in every file."""
    known = any(looks.match(name) for _, looks in _KINDS.get(name[:1], ()))
    return not known and not _LEADING_ZERO.fullmatch(name) and name.isprintable() and "  " not in name


def _kind(event: Any) -> str:
    """Return what YAML 1.1 takes a scalar for: its tag, or for a plain one what it looks like."""
    if event.tag not in (None, "!"):
        return str(event.tag).removeprefix(_TAG)
    if event.implicit[0]:
        for tag, looks in _KINDS.get(event.value[:1], ()):
            if looks.match(event.value):
                return tag.removeprefix(_TAG)
    return "str"


_SURPRISES = {"bool": "as_boolean", "int": "as_number", "float": "as_number", "timestamp": "as_date"}
