"""What is kept of a case -> the faults in it: in the chain, in what is told from it, in whose it is.

The chain is followed from the first event; where it breaks, nothing after it is believed, and what is kept beside it
is not judged by it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from sop_engine.engine.event import Event
from sop_engine.failure import Failure
from sop_engine.office.applicant import digest_of
from sop_engine.office.telling import rows, told
from sop_engine.record.fault import Fault, fault
from sop_engine.record.heads import Head
from sop_engine.record.kept import Kept, Row
from sop_engine.record.pinned import Definitions
from sop_engine.store.chain import UNREADABLE, chained, event_of, genesis, written
from sop_engine.store.journal import Applicant, State
from sop_engine.store.state import encode

if TYPE_CHECKING:
    from sop_engine.compiler import Compiled


class Followed(NamedTuple):
    """A chain as far as it holds: its events, their hashes, and the fault at which it breaks."""

    events: tuple[Event, ...]
    hashes: tuple[str, ...]
    broken: Fault | None


def follow(case: str, first: str, events: tuple[Row, ...], zone: str) -> Followed:
    """Return a chain as far as it holds."""
    found: list[Event] = []
    hashes = [first]
    kind = ""
    for expected, (seq, body, said) in enumerate(events, 1):
        if seq != expected:
            kind = "gap"
        elif not isinstance(body, str) or chained(hashes[-1], body) != said:
            kind = "chain"
        else:
            kind = _read_into(found, body, expected)
        if kind:
            break
        hashes.append(said)
    broken = Fault(kind, case, len(found) + 1, found[-1].at if found else None, zone) if kind else None
    return Followed(tuple(found), tuple(hashes[1:]), broken)


def _read_into(found: list[Event], body: str, expected: int) -> str:
    try:
        event = event_of(body)
    except UNREADABLE:
        return "unreadable"
    if event.seq != expected:
        return "chain"
    found.append(event)
    return ""


def chain_of(kept: Kept, definitions: Definitions) -> Followed:
    """Return the chain of a case as far as it holds."""
    row = kept.row or {"sop": "", "procedure": "", "definition": ""}
    first = genesis(kept.case, str(row["sop"]), str(row["procedure"]))
    return follow(kept.case, first, kept.events, zone_of(definitions, row))


def case_faults(kept: Kept, chain: Followed, definitions: Definitions, erased: frozenset[str]) -> Iterator[Fault]:
    """Yield what is wrong with a case whose own rows these are; ``erased`` are the cases whose data was erased.

    Whatever somebody put into its rows, it is told of this case, and the others are looked at as well.
    """
    try:
        yield from _case_faults(kept, chain, definitions, erased)
    except UNREADABLE:
        yield fault("untellable", kept.case)


def _case_faults(kept: Kept, chain: Followed, definitions: Definitions, erased: frozenset[str]) -> Iterator[Fault]:
    row, case = kept.row, kept.case
    if row is None:
        yield fault("orphan", case)
        return
    if chain.broken is not None:
        yield chain.broken
        return
    last = len(chain.events)
    if not last or (row["version"], row["head"]) != (last, chain.hashes[-1]):
        since = chain.events[-1].at if last else None
        args = (("version", str(row["version"])), ("count", str(last)))
        yield Fault("tail", case, last + 1, since, zone_of(definitions, row), args)
        return
    if row["state"] == "":
        yield fault("untold", case)
        return
    yield from _columns(kept, row, chain.events, definitions)
    yield from _applicant(kept, chain.events[0], erased)


def zone_of(definitions: Definitions, row: Mapping[str, Any]) -> str:
    """Return the time zone of a case, the default one where its definition is gone."""
    pinned = definitions.text(str(row["definition"])).pinned
    return pinned.zone if pinned is not None else Fault("").zone


def head_fault(head: Head, chain: Followed) -> Fault | None:
    """Return what a list of heads says that the case no longer does."""
    args = (("version", str(head.version)), ("count", str(len(chain.events))))
    if head.version <= len(chain.hashes):
        if not head.version or chain.hashes[head.version - 1] == head.hash:
            return None
        return Fault("head_other", head.name, head.version, args=args)
    if chain.broken is not None and chain.broken.kind != "gap":
        return None  # told already, and nothing more is known of what follows
    return Fault("head_cut", head.name, len(chain.events) + 1, chain.events[-1].at if chain.events else None, args=args)


def _columns(
    kept: Kept, row: Mapping[str, Any], events: tuple[Event, ...], definitions: Definitions
) -> Iterator[Fault]:
    """Compare what lists and inboxes show with what the record tells."""
    digest = next((each.definition for each in reversed(events) if each.definition is not None), "")
    if row["definition"] != digest:
        yield fault("column", kept.case, column="definition")
        return
    compiled = definitions.text(digest).compiled
    if compiled is None:
        yield fault("definition_of", kept.case, digest=digest[:12])
        return
    try:
        state, columns = _telling(compiled, str(row["procedure"]), events)
        waiting = rows(compiled.flow(str(row["procedure"]), state.case.group), compiled.definition.unit, state)
    except Failure:
        yield fault("untellable", kept.case)
        return
    for name, value in columns.items():
        if row[name] != value:
            yield fault("column", kept.case, column=name)
    if row["state"] != encode(state):
        yield fault("state", kept.case)
    expected = {(each.step, each.office, each.due, int(each.own), *each[4:]) for each in waiting}
    found = set(kept.tasks)
    if found != expected:
        steps = sorted({str(each[0]) for each in found ^ expected})
        yield fault("tasks", kept.case, steps=", ".join(steps))


def _telling(compiled: Compiled, procedure: str, events: tuple[Event, ...]) -> tuple[State, dict[str, object]]:
    """Return the state that a record tells, and what the columns of its case must be."""
    first = events[0]
    state = told(compiled, lambda made, group: made.flow(procedure, group), events)
    alarm = state.dues.alarm
    return state, {
        "sop": compiled.definition.id,
        "opened_at": written(first.at),
        "changed_at": written(events[-1].at),
        "status": state.case.status.value,
        "alarm": None if alarm is None else written(alarm),
        "complaint": int(compiled.flow(procedure, state.case.group).complaint),
        "about": first.fact("about_case") or (first.fact("from") or "").partition("#")[0] or None,
        "reference": first.fact("reference"),
        "channel": first.fact("channel"),
    }


def _applicant(kept: Kept, first: Event, erased: frozenset[str]) -> Iterator[Fault]:
    said = first.fact("applicant")
    if kept.applicant is None:
        if said is not None:
            yield fault("applicant_gone", kept.case)
        return
    salt, data, secret = kept.applicant
    if said is None:
        yield fault("applicant_unsaid", kept.case)
    elif data == "" and salt == "":
        if kept.case not in erased:
            yield fault("applicant_erased", kept.case)
    elif secret not in (0, 1) or digest_of(Applicant(salt, data, bool(secret))) != said:
        yield fault("applicant", kept.case)
