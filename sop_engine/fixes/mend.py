"""A file and its findings -> the file with all of them put right that have a fix, and nothing else changed.

Every round judges the file anew and takes the fixes that do not touch each other. What would bring a new error, lose a
comment or leave its finding standing is refused, one fix at a time; the rounds end when nothing more is offered, or
when the file was judged as often as its size allows: what was not tried by then is named.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from sop_engine.definition.page import comments
from sop_engine.diagnostic import Diagnostic, Route, Severity
from sop_engine.fixes import FIXES, OWN_PLACE, UNREAD
from sop_engine.fixes.document import Document, Edits
from sop_engine.rewriting import Original, apply, original, overlapping
from sop_engine.source import parse

_MOST = 2_000
"""Fixes that are tried in one round; a file with more findings is no slip of the pen."""

_TRIALS = 100
"""How often one file is judged at most."""

_TRIED = 2_000_000
"""Characters that are judged at most for one file: a file of 4,000 steps about 6 times, which takes some seconds."""

_CROWD = 50
"""From so many findings on there may be more than are told: of one kind the reader tells 100, a rule 500."""

Judge = Callable[[str], tuple[Diagnostic, ...]]
"""A text -> all findings about it, accepted ones left out."""


class Objection(StrEnum):
    """Why a fix was not made."""

    HARMS = "harms"
    LEAVES = "leaves"


class Refused(NamedTuple):
    """A finding whose fix would do harm, or would not put it right."""

    found: Diagnostic
    why: Objection


@dataclass(frozen=True)
class Mended:
    """What came of a file: its bytes now, the findings that were put right, and those that were not.

    ``refused`` are those with a fix that is none, ``untried`` those with one that there was no more time for; ``left``
    is all that is found in the file as it is now.
    """

    file: Original
    fixed: tuple[Diagnostic, ...]
    refused: tuple[Refused, ...]
    untried: tuple[Diagnostic, ...]
    left: tuple[Diagnostic, ...]


class _Offer(NamedTuple):
    """A fix that may be made."""

    found: Diagnostic
    edits: Edits


class _Patient:
    """A judge who counts how often he may still be asked, and remembers what he said last."""

    def __init__(self, judge: Judge, size: int) -> None:
        self._judge = judge
        self._last: tuple[str, tuple[Diagnostic, ...]] | None = None
        self.left = min(_TRIALS, _TRIED // max(size, 1))

    def __call__(self, text: str) -> tuple[Diagnostic, ...]:
        if self._last is None or self._last[0] != text:
            self.left -= 1
            self._last = text, self._judge(text)
        return self._last[1]


def mend(before: Original, path: str, judge: Judge) -> Mended:
    """Return a file with its fixes made; ``path`` is how the file is shown, and tells what kind of file it is."""
    patient = _Patient(judge, len(before.text))
    file, found = before, patient(before.text)
    fixed: list[Diagnostic] = []
    refused: dict[object, Refused] = {}
    while offers := _apart(_offers(found, document := Document(file.text, path), refused)):
        if patient.left <= 0:
            break
        trial = _Trial(document, found, patient)
        if taken := trial.taken(offers):
            file = _with(file, taken)
            fixed += [each.found for each in taken]
            found = patient(file.text)
        refused |= {_identity(each.found): each for each in trial.refused}
    return Mended(file, tuple(fixed), tuple(refused.values()), tuple(each.found for each in offers), found)


def _identity(found: Diagnostic) -> object:
    return (found.code, found.route, found.args)


def _offers(found: Iterable[Diagnostic], document: Document, refused: dict[object, Refused]) -> list[_Offer]:
    fixable = [each for each in found if each.code in FIXES and _identity(each) not in refused]
    offers = (_Offer(each, tuple(FIXES[each.code](each, document))) for each in fixable[:_MOST])
    made = [offer for offer in offers if offer.edits]
    # first those that harm nothing else: they bring to light what the others are judged by
    kinds = ([offer for offer in made if offer.found.code in codes] for codes in (OWN_PLACE, UNREAD))
    return next((kind for kind in kinds if kind), made)


def _apart(offers: Sequence[_Offer]) -> list[_Offer]:
    """Return the offers that touch none before them; the others come in a later round."""
    chosen: list[_Offer] = []
    end = -1
    for offer in sorted(offers, key=lambda each: min(each.edits)):
        if min(offer.edits).start > end and not overlapping(offer.edits):
            chosen.append(offer)
            end = max(edit.end for edit in offer.edits)
    return chosen


class _Trial:
    """One round: which of its offers leave the file better, and which are refused."""

    def __init__(self, document: Document, found: tuple[Diagnostic, ...], judge: _Patient) -> None:
        self.document = document
        self.found = found
        self.judge = judge
        self.refused: list[Refused] = []

    def taken(self, offers: list[_Offer]) -> list[_Offer]:
        """Return the offers that together leave the file better; those that do harm are found by halving."""
        why = self.objection(offers)
        if why is None:
            return offers
        if len(offers) == 1:
            self.refused.append(Refused(offers[0].found, why))
        if len(offers) == 1 or self.judge.left <= 0:
            return []
        half = len(offers) // 2
        first, second = (self.taken(part) for part in (offers[:half], offers[half:]))
        both = [*first, *second]
        if not first or not second:
            return both
        if self.judge.left <= 0:
            return first
        why = self.objection(both)
        if why is None:
            return both
        self.refused += [Refused(each.found, why) for each in second]
        return first

    def objection(self, offers: list[_Offer]) -> Objection | None:
        """Return why these offers must not be taken together; None when they leave the file better."""
        text = apply(self.document.text, [edit for each in offers for edit in each.edits])
        after = self.judge(text)
        if self.document.source is None:
            return None if _readable_further(text, self.found, after) else Objection.LEAVES
        if parse(text, "")[0] is None or _told(text) != self._comments:
            return Objection.HARMS
        if self._harmed(offers, after):
            return Objection.HARMS
        return None if self._gone(offers, after) else Objection.LEAVES

    @cached_property
    def _comments(self) -> Counter[str]:
        return _told(self.document.text)

    def _harmed(self, offers: list[_Offer], after: tuple[Diagnostic, ...]) -> bool:
        """Return whether there is an error that was not there before."""
        known = {(each.code, each.route) for each in self.found}
        codes, codes_after = (Counter(each.code for each in listed) for listed in (self.found, after))
        grown = {code for code, count in codes_after.items() if count > codes[code]}
        errors = [each for each in after if each.severity is Severity.ERROR and each.code in grown]
        return any(not self._hidden(each, offers) for each in errors if (each.code, each.route) not in known)

    def _gone(self, offers: list[_Offer], after: tuple[Diagnostic, ...]) -> bool:
        """Return whether as many findings are gone as were to be put right.

        In a crowd others take the place of those that are gone; there it is enough that nothing is found any more at
        the very places, or less in the very lists, whose items move up.
        """
        left = [each.found for each in offers]
        for kind in (_code, _list, _place) if len(self.found) >= _CROWD else (_code,):
            before, now, mended = (Counter(map(kind, listed)) for listed in (self.found, after, left))
            left = [each for each in left if now[kind(each)] > before[kind(each)] - mended[kind(each)]]
        return not left

    def _hidden(self, error: Diagnostic, offers: list[_Offer]) -> bool:
        """Return whether an error can only have been there before, where nobody looked."""
        renamed = [(*each.found.route[:-1], each.edits[0].text) for each in offers if each.found.code in UNREAD]
        read_now = len(renamed) == len(offers) and any(error.route[: len(place)] == place for place in renamed)
        if self.document.unjudged or all(each.found.code in OWN_PLACE for each in offers):
            return read_now or all(each.found.route != error.route for each in offers)
        return read_now


def _code(found: Diagnostic) -> object:
    return found.code


def _list(found: Diagnostic) -> object:
    route: Route = found.route
    return (found.code, route[:-1] if route and isinstance(route[-1], int) else route)


def _place(found: Diagnostic) -> object:
    return (found.code, found.route)


def _readable_further(text: str, found: tuple[Diagnostic, ...], after: tuple[Diagnostic, ...]) -> bool:
    """Return whether a text that could not be read can be now, or is understood up to a later place."""
    if parse(text, "")[0] is not None:
        return True
    return bool(found and after) and after[0].position > found[0].position


def _told(text: str) -> Counter[str]:
    # most large files have none, and to look for them takes as long as to judge the file
    return Counter(each.text for each in comments(text)) if "#" in text else Counter()


def _with(file: Original, taken: Iterable[_Offer]) -> Original:
    raw = file.edited(edit for each in taken for edit in each.edits)
    changed, _ = original(raw, "")
    return changed or file
