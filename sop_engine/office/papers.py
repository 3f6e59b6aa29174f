"""The requirements of a service held against what was handed in -> facts ``have`` and ``lacks`` of an event.

A paper is named by the id of its requirement; one of several by a number after it (``ktp.2``). ``ktp`` alone means that
all that is asked for is there, ``ktp:asli+2`` that the original and two copies are, and no more. Every check says the
whole list again, so that the last one tells how the file stands. Papers that are asked for only in some cases
(``when``) are never missed by the program, only by the officer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sop_engine.engine.action import Check
from sop_engine.engine.event import Event
from sop_engine.failure import Failure
from sop_engine.office.person import note_of
from sop_engine.spelling import nearest

if TYPE_CHECKING:
    from sop_engine.definition.delivery import Requirement, RequirementItem
    from sop_engine.definition.model import Definition
    from sop_engine.office.desk import Office
    from sop_engine.office.view import CaseView

_SAID = re.compile(r"(?P<key>[^:+]+)(?P<original>:asli)?(?:\+(?P<copies>[0-9]{1,3}))?")


class Paper(NamedTuple):
    """A paper that is asked for; of ``parts`` all are, or (``enough``) one is enough."""

    key: str
    text: str
    original: bool
    copies: int
    form: str | None = None
    when: str | None = None
    parts: tuple[Paper, ...] = ()
    enough: bool = False

    @property
    def every(self) -> tuple[Paper, ...]:
        """Return the paper and its parts."""
        return (self, *self.parts)


class Received(NamedTuple):
    """What of a paper was handed in; ``plain``: all that is asked for, without saying it piece by piece."""

    key: str
    plain: bool
    original: bool
    copies: int

    @property
    def said(self) -> str:
        """Return it as the record says it."""
        if self.plain:
            return self.key
        return f"{self.key}{':asli' if self.original else ''}{f'+{self.copies}' if self.copies else ''}"


class Checked(NamedTuple):
    """How a file stands by its last check: what is there, by key, and the keys of what is missing."""

    have: dict[str, Received]
    lacks: tuple[str, ...]


def checklist(definition: Definition, group: str | None = None) -> tuple[Paper, ...]:
    """Return the papers that are asked of a group of applicants, in the order of the document."""
    asked = (each for each in definition.requirements if not each.only or group is None or group in each.only)
    return tuple(_paper(each) for each in asked)


def facts(
    wanted: Sequence[Paper], have: Iterable[str], lacks: Iterable[str], *, complete: bool, before: Checked | None = None
) -> tuple[str, ...]:
    """Return the facts of a check: what is said now, what was said ``before``, and what follows of the rest.

    ``complete``: all that was not named is there. With ``have`` the rest is missing, with ``lacks`` alone it is there.
    Where nothing is said there are no facts. Raises :class:`Failure` RUN045 for a paper that is not asked for, USE048
    when the file is said to be complete and not, USE068 when a paper is said to be there and missing.
    """
    there, missing = [_received(each) for each in have], [each.strip() for each in lacks]
    if complete and missing:
        raise Failure("USE048")
    if not (there or missing or complete):
        return ()
    known = {each.key: each for paper in wanted for each in paper.every}
    for key in (*(each.key for each in there), *missing):
        if key not in known:
            raise Failure("RUN045", value=key, known=", ".join(known) or "–", near=nearest(key, [*known]) or "")
    both = next((each.key for each in there if each.plain and each.key in missing), None)
    if both is not None:
        raise Failure("USE068", key=both)
    got = {} if before is None else dict(before.have)
    short = set() if before is None else set(before.lacks)
    for each in there:
        got[each.key] = each
        short -= _settled_by(each.key, wanted)
        if _too_little(each, known[each.key]):
            short.add(each.key)
    named = {each.key for each in there}
    for key in missing:
        short.add(key)
        if key not in named:
            got.pop(key, None)
    for paper in wanted:
        _rest(paper, got, short, there_too=complete or not there, before=before)
    if complete:
        got |= {key: _received(key) for key in short if key not in got}
        short.clear()
    return tuple(_told(known, got, short))


def checked(events: Iterable[Event]) -> Checked | None:
    """Return how the file stands by the last event that tells of papers, or None when none does."""
    for event in reversed([*events]):
        have, lacks = event.all_facts("have"), event.all_facts("lacks")
        if have or lacks:
            return Checked({each.key: each for each in map(_received, have)}, lacks)
    return None


def check(
    office: Office,
    case: str,
    *,
    have: Sequence[str] = (),
    lacks: Sequence[str] = (),
    complete: bool = False,
    note: str | None = None,
    actor: str | None = None,
    expect: int | None = None,
) -> CaseView:
    """Hold the papers of a case against the requirements; without a word about any, the file is complete.

    Raises :class:`Failure` RUN045 or USE048, see :func:`facts`.
    """
    note = note_of(note)
    view = office.at(case, expect)
    held = office.capacity(view, None, actor)
    events = [each.event for each in office.journal.history(case)]
    wanted = checklist(view.compiled.definition, view.case.group)
    said = facts(wanted, have, lacks, complete=complete or not (have or lacks), before=checked(events))
    whole = not any(each.startswith("lacks=") for each in said)
    now = office.now(view.record.changed_at)
    return office.record(view, Check(now, office.person, whole, note, held.actor or None, held.right, said))


def _paper(asked: Requirement) -> Paper:
    items = asked.one_of or asked.parts
    parts = tuple(_part(f"{asked.id}.{number}", each) for number, each in enumerate(items, 1))
    told = (asked.original, asked.copies or 0, asked.form, asked.when)
    return Paper(asked.id, asked.text, *told, parts, bool(asked.one_of))


def _part(key: str, item: RequirementItem) -> Paper:
    return Paper(key, item.text, item.original, item.copies or 0, item.form, item.when)


def _received(said: str) -> Received:
    match = _SAID.fullmatch(said.strip())
    if match is None:
        return Received(said.strip(), True, False, 0)
    plain = match["original"] is None and match["copies"] is None
    return Received(match["key"].strip(), plain, match["original"] is not None, int(match["copies"] or 0))


def _too_little(each: Received, asked: Paper) -> bool:
    return not each.plain and ((asked.original and not each.original) or each.copies < asked.copies)


def _settled_by(key: str, wanted: Sequence[Paper]) -> set[str]:
    """Return what is no longer missing when ``key`` is there: itself, its parts, and that of which it is enough."""
    for paper in wanted:
        if paper.key == key:
            return {each.key for each in paper.every}
        if any(part.key == key for part in paper.parts):
            return {key, paper.key} if not paper.enough else {each.key for each in paper.every}
    return {key}


def _rest(paper: Paper, got: dict[str, Received], short: set[str], *, there_too: bool, before: Checked | None) -> None:
    """Settle what was not named of a paper: it is there as well, or it is missing."""
    if paper.when is not None or paper.key in got or paper.key in short:
        return
    named = [part for part in paper.parts if part.key in got or part.key in short]
    if not named:
        if there_too:
            got[paper.key] = _received(paper.key)
        elif before is None:
            short.add(paper.key)
        return
    if paper.enough:
        return
    for part in paper.parts:
        if part.when is None and part not in named:
            if there_too:
                got[part.key] = _received(part.key)
            else:
                short.add(part.key)


def _told(known: Iterable[str], got: dict[str, Received], short: set[str]) -> Iterator[str]:
    for key in known:
        if key in got:
            yield f"have={got[key].said}"
        if key in short:
            yield f"lacks={key}"
