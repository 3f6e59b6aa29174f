"""A file and its findings -> the file with all of them put right that have a fix, and nothing else changed.

Every round judges the file anew and takes the fixes that do not touch each other. What would bring a new error, lose a
comment or leave its finding standing is refused, one fix at a time; the rounds end when nothing more is offered.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sop_engine.definition.page import comments
from sop_engine.diagnostic import Diagnostic, Severity
from sop_engine.fixes import FIXES, OWN_PLACE, UNREAD
from sop_engine.fixes.document import Document, Edits
from sop_engine.rewriting import Original, apply, original, overlapping
from sop_engine.source import parse

_ROUNDS = 20
_MOST = 2_000
"""Fixes that are tried in one round; a file with more findings is no slip of the pen."""

_TRIALS = 100
"""How often one file is judged at most; what was not tried by then is left."""

Judge = Callable[[str], tuple[Diagnostic, ...]]
"""A text -> all findings about it, accepted ones left out."""


@dataclass(frozen=True)
class Mended:
    """What came of a file: its bytes now, which findings were put right and which could not be, what is left."""

    file: Original
    fixed: tuple[Diagnostic, ...]
    refused: tuple[Diagnostic, ...]
    left: tuple[Diagnostic, ...]


class _Offer(NamedTuple):
    """A fix that may be made."""

    found: Diagnostic
    edits: Edits


class _Patient:
    """A judge who counts how often he may still be asked."""

    def __init__(self, judge: Judge) -> None:
        self._judge = judge
        self.left = _TRIALS

    def __call__(self, text: str) -> tuple[Diagnostic, ...]:
        self.left -= 1
        return self._judge(text)


def mend(before: Original, path: str, judge: Judge) -> Mended:
    """Return a file with its fixes made; ``path`` is how the file is shown, and tells what kind of file it is."""
    patient = _Patient(judge)
    file, found = before, patient(before.text)
    fixed: list[Diagnostic] = []
    refused: dict[object, Diagnostic] = {}
    for _ in range(_ROUNDS):
        offers = _apart(_offers(found, Document(file.text, path), refused))
        if not offers or patient.left <= 0:
            break
        taken = _taken(offers, file, found, patient)
        if patient.left > 0:
            refused |= {_identity(each.found): each.found for each in offers if each not in taken}
        if taken:
            file = _with(file, taken)
            fixed += [each.found for each in taken]
            found = patient(file.text)
    return Mended(file, tuple(fixed), tuple(refused.values()), found)


def _identity(found: Diagnostic) -> object:
    return (found.code, found.route, found.args)


def _offers(found: Iterable[Diagnostic], document: Document, refused: dict[object, Diagnostic]) -> list[_Offer]:
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


def _taken(offers: list[_Offer], file: Original, found: tuple[Diagnostic, ...], judge: _Patient) -> list[_Offer]:
    """Return the offers that together leave the file better; those that do harm are found by halving."""
    if _better(offers, file, found, judge):
        return offers
    if len(offers) == 1 or judge.left <= 0:
        return []
    half = len(offers) // 2
    first, second = (_taken(part, file, found, judge) for part in (offers[:half], offers[half:]))
    both = [*first, *second]
    return both if not first or not second or _better(both, file, found, judge) else first


def _better(offers: list[_Offer], file: Original, found: tuple[Diagnostic, ...], judge: Judge) -> bool:
    text = apply(file.text, [edit for each in offers for edit in each.edits])
    after = judge(text)
    if parse(file.text, "")[0] is None:
        return _readable_further(text, found, after)
    if parse(text, "")[0] is None or _told(text) != _told(file.text):
        return False
    codes, codes_after = (Counter(each.code for each in listed) for listed in (found, after))
    mended = Counter(each.found.code for each in offers)
    if any(codes_after[code] > codes[code] - count for code, count in mended.items()):
        return False
    known = {(each.code, each.route) for each in found}
    grown = {code for code, count in codes_after.items() if count > codes[code]}
    errors = [each for each in after if each.severity is Severity.ERROR and each.code in grown]
    return all(_hidden(each, offers) for each in errors if (each.code, each.route) not in known)


def _hidden(error: Diagnostic, offers: list[_Offer]) -> bool:
    """Return whether an error can only have been there before, where nobody looked."""
    if all(each.found.code in OWN_PLACE for each in offers):
        return all(each.found.route != error.route for each in offers)
    renamed = [(*each.found.route[:-1], each.edits[0].text) for each in offers if each.found.code in UNREAD]
    return len(renamed) == len(offers) and any(error.route[: len(place)] == place for place in renamed)


def _readable_further(text: str, found: tuple[Diagnostic, ...], after: tuple[Diagnostic, ...]) -> bool:
    """Return whether a text that could not be read can be now, or is understood up to a later place."""
    if parse(text, "")[0] is not None:
        return True
    return bool(found and after) and after[0].position > found[0].position


def _told(text: str) -> Counter[str]:
    return Counter(each.text for each in comments(text))


def _with(file: Original, taken: Iterable[_Offer]) -> Original:
    raw = file.edited(edit for each in taken for edit in each.edits)
    changed, _ = original(raw, "")
    return changed or file
