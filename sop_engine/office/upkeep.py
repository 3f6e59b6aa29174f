"""An older store -> the present one: its schema, and then what its records tell, case after case.

Each case is one transaction, told from its record, its pinned texts and a calendar; killed at any point, the same
command goes on where it stopped. A record that is not intact is left as it is, and said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from typing import NamedTuple

from sop_engine.failure import Failure
from sop_engine.office.desk import Office
from sop_engine.office.person import system_clock
from sop_engine.office.telling import rows, told
from sop_engine.store.chain import broken_at, genesis
from sop_engine.store.journal import Journal, Moved
from sop_engine.store.place import connect
from sop_engine.store.place import upgrade as upgrade_schema
from sop_engine.store.sqlite_upkeep import Migrated

Watch = Callable[[Sequence[str]], Iterable[str]]
"""Hands on the cases of a work, and may show how far it has come."""


class Upgraded(NamedTuple):
    """What an upgrade has done: the change of the schema, how many cases were told again, and which could not be."""

    migrated: Migrated | None
    told: int
    failed: tuple[tuple[str, Failure], ...]


def upgrade(url: str, watch: Watch = iter) -> Upgraded:
    """Bring the store at ``url`` up to date. Raises :class:`Failure` STO001-STO030, STO019 when there is none."""
    migrated = upgrade_schema(url)
    with closing(connect(url, create=False)) as journal:
        if not journal.exists:
            raise Failure("STO019", path=journal.place)
        count, failed = retell(journal, watch)
        return Upgraded(migrated, count, failed)


def retell(journal: Journal, watch: Watch = iter) -> tuple[int, tuple[tuple[str, Failure], ...]]:
    """Keep what the record of each untold case tells; return how many there were, and those that could not be told."""
    office = Office(journal, "", system_clock)
    for digest in journal.unnamed_units():
        journal.name_unit(digest, office.pinned(digest[:12], digest).definition.unit)
    count, failed = 0, []
    for case in watch(journal.untold()):
        try:
            _retell(office, case)
            count += 1
        except Moved:
            continue  # somebody else is at it too, and has told it
        except Failure as failure:
            failed.append((case, failure))
    return count, tuple(failed)


def _retell(office: Office, case: str) -> None:
    journal = office.journal
    columns, row = next((columns, next(rows)) for name, columns, rows in journal.tables(case) if name == "cases")
    said = dict(zip(columns, row, strict=True))
    events = journal.history(case)
    broken = broken_at(genesis(case, said["sop"], said["procedure"]), events)
    last = (len(events), bytes.fromhex(events[-1].hash)) if events else (0, b"")
    if broken is None and (said["version"], said["head"]) != last:
        broken = len(events) + 1
    if broken is not None:
        raise Failure("STO009", case=case, seq=broken)
    compiled = office.pinned(case, said["definition"])
    state = told(compiled, lambda made, group: made.flow(said["procedure"], group), (each.event for each in events))
    flow = compiled.flow(said["procedure"], state.case.group)
    journal.reproject(case, state, rows(flow, compiled.definition.unit, state), complaint=flow.complaint)
