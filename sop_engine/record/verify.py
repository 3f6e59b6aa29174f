"""A store -> everything in it that is not as its record tells. Nothing is ever put right here.

Followed are the chain of each case and of the desk; compared are what guards them (the schema), the state, the lists,
the inboxes, the registers, the pinned definitions, whose data it is and the attachments. What a chain cannot show by
itself, a tail that was cut and a case or store that was exchanged, a list of heads shows
(:mod:`sop_engine.record.heads`). All of it is of one moment, and one case is in memory at a time.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sop_engine.engine.event import Event
from sop_engine.failure import Failure
from sop_engine.office.attachments import attached_of
from sop_engine.record.case_check import case_faults, chain_of, head_fault
from sop_engine.record.fault import Fault, fault
from sop_engine.record.heads import DESK, Head
from sop_engine.record.kept import Kept, hexadecimal, kept
from sop_engine.record.numbers import Registers
from sop_engine.record.pinned import Definitions, definition_fault
from sop_engine.store.chain import chained, digest
from sop_engine.store.journal import Journal, Pinned

Watch = Callable[[Iterable[Kept], int], Iterable[Kept]]
"""Hands on the cases of a work of so many, and may show how far it has come."""


def unwatched(work: Iterable[Kept], _: int) -> Iterable[Kept]:
    """Hand the cases on and show nothing."""
    return work


@dataclass
class Verification:
    """One look over a store; what it has counted stands in it when :meth:`faults` has been read to its end."""

    journal: Journal
    only: Sequence[str] = ()
    """The cases that are looked at; none: all of them and everything else."""
    heads: Iterable[Head] | None = None
    """Heads as an earlier list has them."""
    watch: Watch = unwatched
    cases: int = 0
    events: int = 0
    files: int = 0
    desk: int = 0
    _erased: set[str] = field(default_factory=set)
    _gone: set[tuple[str, str]] = field(default_factory=set)
    _lists: set[str] = field(default_factory=set)
    _named: dict[str, int] = field(default_factory=dict)
    _broken: bool = False
    _desk_broken: bool = False
    _desk_hashes: list[str] = field(default_factory=list)

    def faults(self) -> Iterator[Fault]:
        """Yield what is found, in the order in which it is; read to the end to have everything counted.

        Raises :class:`Failure` RUN011 for a case of ``only`` that is not there, STO001-STO030 when the store cannot be
        read to its end.
        """
        definitions, registers = Definitions(self.journal), Registers()
        yield from (fault("schema", name=name) for name in self.journal.differing())
        with self.journal.snapshot():
            yield from self._desk()
            yield from self._cases(definitions, registers)
            if not self.only:
                yield from self._beside(registers)

    def _cases(self, definitions: Definitions, registers: Registers) -> Iterator[Fault]:
        erased = frozenset(self._erased)
        expected = _Expected(self.heads, self.only)
        total = len(self.only) or self.journal.counts()["cases"]
        unseen = set(self.only)
        for each in self.watch(kept(self.journal, sorted(unseen)), total):
            unseen.discard(each.case)
            self.cases += each.row is not None
            yield from expected.before(each.case)
            chain = chain_of(each, definitions)
            self.events += len(chain.events)
            self._broken |= chain.broken is not None
            yield from case_faults(each, chain, definitions, erased)
            head = expected.of(each.case)
            told = None if head is None else head_fault(head, chain)
            if told is not None:
                yield told
            misnamed = registers.add(each.case, str(each.row["sop"])) if each.row is not None else None
            if misnamed is not None:
                yield misnamed
            yield from self._files_of(each.case, chain.events)
            if chain.events:
                yield from self._link(each, chain.events[0])
        yield from expected.before(None)
        if expected.desk is not None:
            yield from self._desk_head(expected.desk)
        for case in sorted(unseen):
            if expected.named is None or case not in expected.named:
                raise Failure("RUN011", case=case, store=self.journal.place)

    def _desk(self) -> Iterator[Fault]:
        """Follow the chain of the desk as far as it holds."""
        tables = {name: rows for name, _, rows in self.journal.tables() if name == "desk"}
        previous, since = digest("desk"), None
        for expected, (seq, body, found) in enumerate(tables["desk"], 1):
            said = hexadecimal(found)
            holds = seq == expected and isinstance(body, str) and chained(previous, body) == said
            entry = _entry(body) if holds else None
            if entry is None:
                kind = "desk_unreadable" if holds else "desk_chain" if seq == expected else "desk_gap"
                yield Fault(kind, seq=expected, since=since)
                self._desk_broken = True
                return
            since, kind, case, facts = entry
            if kind == "erased" and case is not None:
                self._erased.add(case)
                self._gone.update((case, each.removeprefix("erased=")) for each in facts if each.startswith("erased="))
            self._lists.update(each.removeprefix("list=") for each in facts if each.startswith("list="))
            if self.heads is not None:
                self._desk_hashes.append(said)
            previous = said
            self.desk += 1

    def _desk_head(self, head: Head) -> Iterator[Fault]:
        if head.version > len(self._desk_hashes):
            yield fault("desk_cut", seq=len(self._desk_hashes) + 1, version=head.version, count=len(self._desk_hashes))
        elif head.version and self._desk_hashes[head.version - 1] != head.hash:
            yield fault("desk_other", seq=head.version)

    def _files_of(self, case: str, events: Sequence[Event]) -> Iterator[Fault]:
        """Compare each attachment with its digest, once however often it is named."""
        try:
            attached = [attached_of(each.seq, said) for each in events for said in each.all_facts("file")]
        except (ValueError, OverflowError):
            yield fault("file_fact", case)
            return
        for each in attached:
            if (case, each.digest) in self._gone:  # the desk tells of it
                if self._content(each.digest)[0] is None:
                    continue
                yield fault("file_kept", case, each.seq, name=each.name)
            if each.digest not in self._named:
                content, changed = self._content(each.digest)
                self._named[each.digest] = -1 if content is None else len(content)
                self.files += content is not None
                if content is None:
                    kind = "file_changed" if changed else "file_gone"
                    yield fault(kind, case, each.seq, name=each.name, digest=each.digest[:12])
            if self._named[each.digest] not in (-1, each.size):
                yield fault("file_size", case, each.seq, name=each.name)

    def _content(self, name: str) -> tuple[bytes | None, bool]:
        try:
            return self.journal.get_file(name), False
        except Failure as failure:
            if failure.code != "STO014":
                raise
            return None, True
        except ValueError:  # what the record names is no digest
            return None, False

    def _link(self, each: Kept, first: Event) -> Iterator[Fault]:
        """Compare the event that a complaint is about with what that case has now."""
        about, seq, said = _tie(each, first)
        if about is None or seq is None or said is None:
            return
        tables = {name: rows for name, _, rows in self.journal.tables(about) if name == "events"}
        if (seq, said) not in ((str(row[1]), hexadecimal(row[3])) for row in tables["events"]):
            secret = first.fact("about_case") is None
            yield fault("link_secret", each.case) if secret else fault("link", each.case, about=about, event=seq)

    def _beside(self, registers: Registers) -> Iterator[Fault]:
        """Look at what belongs to no case alone: definitions, registers, lists of people, files nobody names."""
        for name, _, rows in self.journal.tables():
            if name == "definitions":
                yield from (each for each in (definition_fault(Pinned(*row)) for row in rows) if each is not None)
            elif name == "counters":
                yield from registers.faults(rows)
            elif name == "people" and not self._desk_broken:
                for expected, (seq, text) in enumerate(rows, 1):
                    if seq != expected or hashlib.sha256(str(text).encode()).hexdigest() not in self._lists:
                        yield fault("people", number=seq)
        # a record that is not believed may name them
        unnamed = 0 if self._broken else sum(each not in self._named for each in self.journal.files())
        if unnamed:
            yield fault("file_unnamed", count=unnamed)


class _Expected:
    """A list of heads, read beside the cases: both are in the order of their ids."""

    def __init__(self, heads: Iterable[Head] | None, only: Sequence[str]) -> None:
        self.desk: Head | None = None
        self.named: set[str] | None = set() if heads is not None and only else None
        self._heads = iter(heads or ())
        self._only = frozenset(only)
        self._next = self._following()

    def before(self, case: str | None) -> Iterator[Fault]:
        """Yield the cases of the list that come before ``case`` (None: all that are left) and are not in the store."""
        while self._next is not None and (case is None or self._next.name < case):
            yield fault("head_gone", self._next.name, version=self._next.version)
            self._next = self._following()

    def of(self, case: str) -> Head | None:
        """Return the head that the list has of a case, once."""
        if self._next is None or self._next.name != case:
            return None
        found, self._next = self._next, self._following()
        return found

    def _following(self) -> Head | None:
        for head in self._heads:
            if head.name == DESK:
                self.desk = head if not self._only else None
            elif not self._only or head.name in self._only:
                if self.named is not None:
                    self.named.add(head.name)
                return head
        return None


def _tie(each: Kept, first: Event) -> tuple[str | None, str | None, str | None]:
    """Return the case, event and hash that a complaint is about; a secret one keeps them with who complains."""
    import json

    if each.applicant is not None and each.applicant[2] and each.applicant[1]:
        try:
            apart = json.loads(each.applicant[1])
            found = [apart.get(name) for name in ("case", "event", "hash")]
        except (ValueError, TypeError, AttributeError):
            return None, None, None  # told already: it is not what was kept
    else:
        found = [first.fact(name) for name in ("about_case", "about_event", "about_hash")]
    about, seq, said = (None if value is None else str(value) for value in found)
    return about, seq, said


def _entry(body: str) -> tuple[datetime, str, str | None, tuple[str, ...]] | None:
    import json

    try:
        said = json.loads(body)
        return datetime.fromisoformat(said["at"]), said["kind"], said.get("case"), tuple(said.get("facts", ()))
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
