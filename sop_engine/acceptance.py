"""Findings + the project's settings + the comments in the file -> what is shown, and what was accepted with a reason.

``# sop: terima SOP052 karena …`` accepts a finding on its own line, or on the next line that says something; before
the first key it stands for the whole file. Only comments count, never a text that looks like one. Errors cannot be
accepted; an acceptance that accepts nothing, gives no reason or names no code is a finding itself (SOP140-SOP144).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

import yaml

from sop_engine.diagnostic import Accepted, Diagnostic, Position, Severity, finding
from sop_engine.messages.findings import FINDINGS
from sop_engine.settings import Settings
from sop_engine.source import Loader
from sop_engine.spelling import Guesses

WHOLE_FILE = 0
"""The line that an acceptance before the first key stands for."""

_PERHAPS = re.compile(r"#\s*sop\s*:", re.IGNORECASE)
_NOTE = re.compile(r"#\s*sop\s*:\s*(?P<word>[A-Za-z]+)\s*(?P<rest>.*)", re.IGNORECASE)
_BECAUSE = re.compile(r"\b(?:karena|because)\b", re.IGNORECASE)
_SIGN = re.compile(r"(?:^|(?<=\s))#")
_SILENT = ("#", "---", "%")
_BETWEEN = re.compile(r"[\s,;]+")
_ACCEPTING = frozenset({"terima", "accept"})
_EMPTY = " .…-"
_MAX_SHOWN = 40
_MOST_TOLD = 100
"""So often one kind of mistake is told; whoever has mended as many will see the others."""


class Judged(NamedTuple):
    """The findings that are shown, and those that were accepted; both in the order of their places."""

    shown: tuple[Diagnostic, ...]
    accepted: tuple[Accepted, ...] = ()


@dataclass(frozen=True, slots=True)
class _Acceptance:
    """One code of one comment: ``line`` is the line it stands for, ``position`` the comment's own."""

    code: str
    reason: str
    line: int
    position: Position


def judged(found: Iterable[Diagnostic], settings: Settings, text: str, path: str = "") -> Judged:
    """Return what is shown of these findings about a file with this text, and what its comments accept."""
    weighed = [each for each in map(settings.weighed, found) if each is not None]
    if not _PERHAPS.search(text):
        return Judged(tuple(weighed))
    acceptances, own = _read(text)
    known: dict[tuple[int, str], _Acceptance] = {}
    for acceptance in acceptances:
        known.setdefault((acceptance.line, acceptance.code), acceptance)
    shown: list[Diagnostic] = []
    accepted: list[Accepted] = []
    used: set[_Acceptance] = set()
    for each in weighed:
        nearest = known.get((each.position.line, each.code)) or known.get((WHOLE_FILE, each.code))
        if nearest is None or each.severity is Severity.ERROR:
            shown.append(each)
        else:
            used.add(nearest)
            accepted.append(Accepted(each, nearest.reason))
    # while a file has errors, not every rule has looked at it
    complete = not any(each.severity is Severity.ERROR for each in weighed)
    for acceptance in acceptances:
        severity = settings.severity(acceptance.code)
        if severity is Severity.ERROR:
            own.append(_about(acceptance, "SOP144"))
        elif complete and severity is not None and acceptance not in used:
            own.append(_about(acceptance, "SOP143"))
    shown += filter(None, map(settings.weighed, (replace(each, path=path) for each in _first(own))))
    return Judged(tuple(sorted(shown, key=lambda each: each.order)), tuple(accepted))


def _first(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    times: Counter[str] = Counter()
    for each in found:
        times[each.code] += 1
        if times[each.code] <= _MOST_TOLD:
            yield each


def _about(acceptance: _Acceptance, code: str) -> Diagnostic:
    return finding(code, position=acceptance.position, args={"value": acceptance.code})


def _read(text: str) -> tuple[list[_Acceptance], list[Diagnostic]]:
    """Return the acceptances in their order, and what is wrong with the comments that mean to be some."""
    acceptances: list[_Acceptance] = []
    wrong: list[Diagnostic] = []
    guesses = Guesses(tuple(FINDINGS))
    lines = text.split("\n")
    meant = _Lines(lines)
    for number, column in _comments(text, lines):
        note = _NOTE.match(lines[number - 1], column - 1)
        if note is None:
            continue
        position = Position(number, column)
        codes, reason = _parts(note)
        if not codes:
            wrong.append(finding("SOP140", position=position, args={"value": note["word"]}))
        elif not reason:
            wrong.append(finding("SOP141", position=position, args={"value": ", ".join(codes)}))
        for code in codes:
            if code not in FINDINGS:
                args = {"value": code[:_MAX_SHOWN], "near": guesses.nearest(code) or ""}
                wrong.append(finding("SOP142", position=position, args=args))
            elif reason:
                acceptances.append(_Acceptance(code, reason, meant.by(number, column), position))
    return acceptances, wrong


def _parts(note: re.Match[str]) -> tuple[list[str], str]:
    """Return the codes and the reason of a comment; no codes for one that does not accept anything."""
    if note["word"].lower() not in _ACCEPTING:
        return [], ""
    named, *reason = _BECAUSE.split(note["rest"], maxsplit=1)
    codes = [code.upper() for code in _BETWEEN.split(named) if code]
    return list(dict.fromkeys(codes)), "".join(reason).strip(_EMPTY)


class _Lines:
    """The lines of a file, to find the one that a comment speaks about."""

    def __init__(self, lines: list[str]) -> None:
        self._telling = [
            number for number, line in enumerate(lines, 1) if line.strip() and not line.lstrip().startswith(_SILENT)
        ]
        self._lines = lines

    def by(self, number: int, column: int) -> int:
        """Return the line that a comment at this place stands for; WHOLE_FILE for one before the first key."""
        if self._lines[number - 1][: column - 1].strip():
            return number
        place = bisect_right(self._telling, number)
        if place == 0:
            return WHOLE_FILE
        return self._telling[place] if place < len(self._telling) else number


def _comments(text: str, lines: list[str]) -> Iterator[tuple[int, int]]:
    """Yield line and column of the comments that begin like ours; what looks like one inside a text is none."""
    starts, ends = _texts(text)
    offset = 0
    for number, line in enumerate(lines, 1):
        for sign in _SIGN.finditer(line) if _PERHAPS.search(line) else ():
            place = offset + sign.start()
            before = bisect_right(starts, place) - 1
            if before >= 0 and place < ends[before]:
                continue
            if _PERHAPS.match(line, sign.start()):
                yield number, sign.start() + 1
            break
        offset += len(line) + 1


def _texts(text: str) -> tuple[list[int], list[int]]:
    """Return where the scalars of a YAML text begin and end; a block's own comment stands before it begins.

    Those after the last sign that could begin a comment are left out.
    """
    starts, ends = [], []
    last = text.rfind("#")
    try:
        for token in yaml.scan(text, Loader=Loader):
            if token.start_mark.index > last:
                break
            if isinstance(token, yaml.ScalarToken):
                start = token.start_mark.index
                starts.append(text.find("\n", start) if token.style in ("|", ">") else start)
                ends.append(token.end_mark.index)
    except yaml.YAMLError:
        return [0], [len(text)]
    return starts, ends
