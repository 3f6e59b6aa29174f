r"""An agency's pattern of numbers -> a value that tells whether a number fits, in a time that cannot explode.

A small part of regular expressions: signs, ``.``, classes, ``\d \w \s``, groups, ``|``, ``? * + {m,n}``. Looking
around, back references and flags are refused. Instead of trying one way after another, all places that can be reached
are followed together, so that no pattern takes more than (its length) x (the number's length)² steps.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

LONGEST_PATTERN = 200
LONGEST_NUMBER = 60
"""A number of more signs fits no pattern."""

_MOST_TIMES = 30
_DEEPEST = 5
_TOKEN = re.compile(
    r"""(?P<class>\[\^?\]?(?:\\.|[^\[\]\\])*\])|(?P<group>\((?:\?:)?)|(?P<times>[?*+]|\{\d{1,3}(?:,\d{0,3})?\})"""
    r"""|(?P<mark>[|)])|(?P<sign>\\[dwsDWS]|\\[^A-Za-z0-9]|[^\\\[\](){}?*+^$|])""",
    re.DOTALL,
)
_SET_OPERATION = re.compile(r"--|&&|~~|\|\|")


@dataclass(frozen=True, slots=True)
class _Sign:
    written: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Row:
    parts: tuple[_Part, ...]


@dataclass(frozen=True, slots=True)
class _Either:
    parts: tuple[_Part, ...]


@dataclass(frozen=True, slots=True)
class _Times:
    part: _Part
    least: int
    most: int | None


_Part = _Sign | _Row | _Either | _Times


@dataclass(frozen=True)
class Pattern:
    """A pattern as it is written; made by :func:`pattern`."""

    written: str
    _whole: _Part = field(repr=False, compare=False)

    def fits(self, number: str) -> bool:
        """Return whether the whole number has this form."""
        return len(number) <= LONGEST_NUMBER and len(number) in _Walk(number).ends(self._whole, 0)


def pattern(written: str) -> Pattern:
    """Return the pattern that is written. Raises ValueError for what lies outside the part that is understood."""
    if len(written) > LONGEST_PATTERN:
        raise ValueError("too long")
    body = written.removeprefix("^")
    if body.endswith("$") and not re.search(r"(?<!\\)(\\\\)*\\\$$", body):
        body = body[:-1]
    reading = _Reading(_tokens(body))
    whole = reading.either(0)
    if reading.rest:
        raise ValueError("a bracket too many")
    return Pattern(written, whole)


def _tokens(body: str) -> list[tuple[str, str]]:
    tokens, place = [], 0
    while place < len(body):
        found = _TOKEN.match(body, place)
        if found is None or found.lastgroup is None:
            raise ValueError(f"not understood: {body[place]}")
        tokens.append((found.lastgroup, found.group()))
        place = found.end()
    return tokens[::-1]


class _Reading:
    """The tokens still to be read, the next one last."""

    def __init__(self, rest: list[tuple[str, str]]) -> None:
        self.rest = rest

    def either(self, depth: int) -> _Part:
        if depth > _DEEPEST:
            raise ValueError("nested too deep")
        rows = [self.row(depth)]
        while self.rest and self.rest[-1][1] == "|":
            self.rest.pop()
            rows.append(self.row(depth))
        return rows[0] if len(rows) == 1 else _Either(tuple(rows))

    def row(self, depth: int) -> _Part:
        parts: list[_Part] = []
        while self.rest and self.rest[-1][0] != "mark":
            kind, written = self.rest.pop()
            if kind == "group":
                parts.append(self.group(depth))
            elif kind != "times":
                parts.append(_sign(kind, written))
            elif parts and not isinstance(parts[-1], _Times):
                parts[-1] = _Times(parts[-1], *_bounds(written))
            else:
                raise ValueError("nothing to repeat")
        return _Row(tuple(parts))

    def group(self, depth: int) -> _Part:
        inside = self.either(depth + 1)
        if not self.rest:
            raise ValueError("a bracket is not closed")
        self.rest.pop()
        return inside


def _sign(kind: str, written: str) -> _Part:
    if kind == "class" and _SET_OPERATION.search(written):
        raise ValueError("a class within a class")
    try:
        return _Sign(re.compile(written, re.ASCII))
    except re.error as error:
        raise ValueError(str(error)) from error


def _bounds(written: str) -> tuple[int, int | None]:
    if written in "?*+":
        return int(written == "+"), 1 if written == "?" else None
    least, comma, most = written[1:-1].partition(",")
    bounds = int(least), int(most) if most else None if comma else int(least)
    if bounds[0] > _MOST_TIMES or (bounds[1] is not None and not bounds[0] <= bounds[1] <= _MOST_TIMES):
        raise ValueError("repeated too often")
    return bounds


class _Walk:
    """One number: from each place, every place that a part of the pattern can end at; each is found once."""

    def __init__(self, number: str) -> None:
        self.number = number
        self.known: dict[tuple[int, int], frozenset[int]] = {}

    def ends(self, part: _Part, start: int) -> frozenset[int]:
        key = (id(part), start)
        if key not in self.known:
            self.known[key] = self._ends(part, start)
        return self.known[key]

    def _ends(self, part: _Part, start: int) -> frozenset[int]:
        if isinstance(part, _Sign):
            fits = start < len(self.number) and part.written.fullmatch(self.number[start])
            return frozenset({start + 1}) if fits else frozenset()
        if isinstance(part, _Row):
            reached = frozenset({start})
            for each in part.parts:
                reached = self._from(each, reached)
            return reached
        if isinstance(part, _Either):
            return frozenset[int]().union(*(self.ends(each, start) for each in part.parts))
        return self._repeated(part, start)

    def _from(self, part: _Part, starts: frozenset[int]) -> frozenset[int]:
        return frozenset[int]().union(*(self.ends(part, start) for start in starts))

    def _repeated(self, part: _Times, start: int) -> frozenset[int]:
        reached = frozenset({start})
        for _ in range(part.least):
            reached = self._from(part.part, reached)
        found, count = reached, part.least
        # a place that fewer rounds led to leads nowhere new
        while reached and (part.most is None or count < part.most):
            reached = self._from(part.part, reached) - found
            found |= reached
            count += 1
        return found
