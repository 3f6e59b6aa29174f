"""What only the other definitions of a folder show: SOPs that are not there, and one number for two SOPs.

A definition is known to the others by its :class:`Card`, made from its text alone: cards can be kept beside the
findings of a file, and compared anew when another file has changed. Nothing in here reads files.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from sop_engine.definition.model import Definition, Step
from sop_engine.diagnostic import Diagnostic, Route, finding
from sop_engine.names import MAIN
from sop_engine.settings import PLAIN, Settings
from sop_engine.spelling import Guesses

_NO_LONGER = frozenset({"replaced", "revoked"})


class Reference(NamedTuple):
    """Another SOP that a definition names at ``route``; ``procedure`` when it is one of several."""

    route: Route
    sop: str
    procedure: str | None


class Call(NamedTuple):
    """A procedure of another SOP that a definition names; ``at`` is the finding for the case that it is not there."""

    sop: str
    procedure: str
    at: Diagnostic


@dataclass(frozen=True)
class Card:
    """What the other definitions of a folder must know about one.

    ``number`` is the SOP's number with the finding for the case that another has it too; None when it has none, or is
    no longer in force: an old version may keep the number of the new one.
    """

    sop: str
    path: str
    procedures: tuple[str, ...]
    number: tuple[str, Diagnostic] | None
    calls: tuple[Call, ...]


def references(definition: Definition) -> tuple[Reference, ...]:
    """Return the SOPs that must stand beside a definition; a related one with a title need not."""
    return tuple(_references(definition))


def _references(definition: Definition) -> Iterator[Reference]:
    for index, related in enumerate(definition.related):
        if related.title is None:
            yield Reference(("related", index, "sop"), related.sop, None)
    yield from _calls(("steps",), definition.steps or ())
    for base, procedures in (
        (("procedures",), definition.procedures),
        (("complaints", "procedures"), definition.complaints.procedures),
    ):
        for index, procedure in enumerate(procedures):
            yield from _calls((*base, index, "steps"), procedure.steps)


def _calls(base: Route, steps: Sequence[Step]) -> Iterator[Reference]:
    for index, step in enumerate(steps):
        if step.call is not None:
            yield Reference((*base, index, "call", "sop"), step.call.sop, step.call.procedure)
        for number, branch in enumerate(step.parallel):
            yield from _calls((*base, index, "parallel", number, "steps"), branch.steps)


def unknown_sops(named: Iterable[Reference], ids: Collection[str]) -> Iterator[Diagnostic]:
    """SOP012: an SOP that is named and has no file in the folder; ``ids`` are those that have."""
    guesses = Guesses(tuple(sorted(ids)))
    for route, sop, _ in named:
        if sop not in ids:
            yield finding("SOP012", route, args={"value": sop, "near": guesses.choices(sop)["near"]})


def card(definition: Definition, path: str, place: Callable[[Diagnostic], Diagnostic]) -> Card:
    """Return the card of a definition; ``place`` gives a finding its file and position."""
    identity = definition.identity
    number = None
    if identity is not None and identity.number is not None and definition.status not in _NO_LONGER:
        number = (identity.number, place(finding("SOP002", ("identity", "number"))))
    procedures = tuple(each.id for each in definition.procedures) or (MAIN,)
    calls = tuple(
        Call(sop, procedure, place(finding("SOP025", (*route[:-1], "procedure"))))
        for route, sop, procedure in _references(definition)
        if procedure is not None
    )
    return Card(definition.id, path, procedures, number, calls)


def across(cards: Iterable[Card], settings: Callable[[str], Settings] = lambda path: PLAIN) -> tuple[Diagnostic, ...]:
    """Return what several definitions show together: SOP002 for a number given twice, SOP025 for a procedure.

    ``settings`` gives those that are in force for the file that is shown as a path.
    """
    cards = tuple(cards)
    weighed = (settings(each.path).weighed(each) for each in (*_same_number(cards), *_unknown_procedures(cards)))
    return tuple(each for each in weighed if each is not None)


def _same_number(cards: Iterable[Card]) -> Iterator[Diagnostic]:
    first: dict[str, Card] = {}
    for each in cards:
        if each.number is not None:
            number, at = each.number
            other = first.setdefault("".join(number.split()).casefold(), each)
            # one id in two files is reported as such
            if other.sop != each.sop:
                yield _told(at, value=number, other=other.path)


def _unknown_procedures(cards: Sequence[Card]) -> Iterator[Diagnostic]:
    procedures = {each.sop: each.procedures for each in cards}
    for each in cards:
        for sop, procedure, at in each.calls:
            known = procedures.get(sop, (procedure,))
            if procedure not in known:
                yield _told(at, kind="procedure", value=procedure, **Guesses(known).choices(procedure))


def _told(at: Diagnostic, **args: str) -> Diagnostic:
    return replace(at, args=tuple(sorted(args.items())))
