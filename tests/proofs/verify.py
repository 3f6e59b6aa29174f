"""A store -> its records, once all that the promise says has been looked at; an AssertionError says what is not so.

Chains are hashed here from the rows as they lie there. Each record is told again: by ``fold`` and by the procedure
alone; state, list columns and inbox rows must be those that follow. What was verified once and has not changed since
is not told again.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sop_engine import compiler
from sop_engine.compiler import Compiled
from sop_engine.engine.event import Event
from sop_engine.flow import Flow
from sop_engine.office.applicant import digest_of
from sop_engine.office.attachments import listed
from sop_engine.office.telling import rows, told
from sop_engine.store.chain import event_of, written
from sop_engine.store.journal import Applicant, Journal
from sop_engine.store.state import encode
from sop_engine.store.statements import OF_CASES, TABLES
from tests.proofs.replay import awaited_calls, replayed

Row = tuple[Any, ...]


@dataclass
class Verifier:
    """What is known of the records of one store, however often it is opened."""

    records: dict[str, tuple[Event, ...]] = field(default_factory=dict)
    _known: dict[str, bytes] = field(default_factory=dict)
    _compiled: dict[str, Compiled] = field(default_factory=dict)

    def verify(self, journal: Journal) -> dict[str, tuple[Event, ...]]:
        """Return the events of each case, all of them verified."""
        with journal.snapshot():
            found = journal.sound()
            assert found is None, found
            kept = {name: [_plain(row) for row in each] for name, _, each in journal.tables()}
        texts = {row[0]: row for row in kept["definitions"]}
        of_case: dict[str, dict[str, list[Row]]] = defaultdict(lambda: {name: [] for name in OF_CASES})
        for name in OF_CASES:
            for row in kept[name]:
                of_case[row[0]][name].append(row)
        gone = self.records.keys() - of_case.keys()
        assert not gone, f"cases are gone: {sorted(gone)}"
        for case, parts in of_case.items():
            mark = hashlib.sha256(repr(parts).encode()).digest()
            if self._known.get(case) != mark:
                self._case(case, parts, texts)
                self._known[case] = mark
        self._beside(journal, kept)
        return self.records

    def _case(self, case: str, parts: Mapping[str, Sequence[Row]], texts: Mapping[str, Row]) -> None:
        (values,) = parts["cases"]
        row = dict(zip(TABLES["cases"], values, strict=True))
        events, head = _chain(case, row, parts["events"])
        before = self.records.get(case, ())
        assert events[: len(before)] == before, f"{case}: what was recorded has changed"
        state = told(self._text(events, texts), lambda made, group: made.flow(row["procedure"], group), events)
        expected = {
            "version": len(events),
            "head": head,
            "status": state.case.status.value,
            "opened_at": written(events[0].at),
            "changed_at": written(events[-1].at),
            "alarm": None if state.dues.alarm is None else written(state.dues.alarm),
            "state": encode(state),
            "reference": events[0].fact("reference"),
        }
        for name, value in expected.items():
            assert row[name] == value, f"{case}: {name} is {row[name]!r}, its record tells {value!r}"
        unit = texts[row["definition"]][4]
        flow = self._text(events, texts).flow(row["procedure"], state.case.group)
        tasks = {(each.step, each.office, each.due, int(each.own), *each[4:]) for each in rows(flow, unit, state)}
        assert {each[1:] for each in parts["tasks"]} == tasks, f"{case}: its tasks are not those of its record"
        assert replayed(events, lambda digest, group: self._flow(digest, group, row["procedure"], texts)) == state.case
        for _, salt, data, secret in parts["applicants"]:
            erased = salt == data == ""
            assert erased or digest_of(Applicant(salt, data, bool(secret))) == events[0].fact("applicant"), case
        self.records[case] = events

    def _text(self, events: Sequence[Event], texts: Mapping[str, Row]) -> Compiled:
        return self._made(next(each.definition for each in reversed(events) if each.definition is not None), texts)

    def _flow(self, digest: str, group: str | None, procedure: str, texts: Mapping[str, Row]) -> Flow:
        return self._made(digest, texts).flow(procedure, group)

    def _made(self, digest: str, texts: Mapping[str, Row]) -> Compiled:
        if digest not in self._compiled:
            compiled = compiler.recompile(*texts[digest][5:7])
            assert compiled is not None
            assert compiled.digest == digest
            self._compiled[digest] = compiled
        return self._compiled[digest]

    def _beside(self, journal: Journal, kept: Mapping[str, Sequence[Row]]) -> None:
        """Look at the registers, the record of the desk, the attachments and what cases say of each other."""
        numbers: dict[tuple[str, int], list[int]] = defaultdict(list)
        for case in self.records:
            sop, year, number = case.rsplit("-", 2)
            numbers[sop, int(year)].append(int(number))
        drawn = {(sop, year): last for sop, year, last in kept["counters"]}
        for register, found in numbers.items():
            assert sorted(found) == list(range(1, drawn[register] + 1)), f"numbers of {register}: {found}"
        previous = hashlib.sha256(b"desk").hexdigest()
        lists = []
        for place, (seq, body, said) in enumerate(kept["desk"], 1):
            previous = hashlib.sha256(f"{previous}\n{body}".encode()).hexdigest()
            assert (seq, said, json.loads(body)["seq"]) == (place, previous, place), "the record of the desk"
            lists += [each[5:] for each in json.loads(body).get("facts", ()) if each.startswith("list=")]
        assert [hashlib.sha256(text.encode()).hexdigest() for _, text in kept["people"]] == lists
        there = set(journal.files())
        for case, events in self.records.items():
            for attached in listed(events):
                assert attached.digest in there, f"{case}: an attachment is not there"
                assert len(journal.get_file(attached.digest) or b"") == attached.size
            for called in awaited_calls(events):
                assert self.records[called][-1].status.closed, f"{case}: done while {called} runs"


def tokens(records: Mapping[str, Iterable[Event]]) -> Counter[str]:
    """Return how often each token stands in all records: what was done twice has two."""
    return Counter(event.note for events in records.values() for event in events if event.note is not None)


def _chain(case: str, row: Mapping[str, Any], events: Sequence[Row]) -> tuple[tuple[Event, ...], str]:
    """Return the events of a case and the hash of the last; the sum is done here and not by the program."""
    identity = json.dumps(
        {"case": case, "procedure": row["procedure"], "sop": row["sop"]}, separators=(",", ":"), ensure_ascii=False
    )
    previous = hashlib.sha256(identity.encode()).hexdigest()
    found = []
    for place, (_, seq, body, said) in enumerate(events, 1):
        previous = hashlib.sha256(f"{previous}\n{body}".encode()).hexdigest()
        assert (seq, said) == (place, previous), f"{case}: the chain breaks at {place}"
        found.append(event_of(body))
        assert found[-1].seq == place, f"{case}: event {place} says that it is another"
    assert found, f"{case}: no event"
    return tuple(found), previous


def _plain(row: Row) -> Row:
    """Return a row with its hashes in hexadecimal, whatever the database keeps them as."""
    return tuple(bytes(each).hex() if isinstance(each, (bytes, memoryview)) else each for each in row)
