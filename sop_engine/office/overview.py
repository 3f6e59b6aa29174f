"""A case -> all that a person wants to see of it at a glance, gathered from the store once.

Personal data come masked. Who may do an open step is told by the list of people in force; without one, anybody may.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sop_engine.failure import Failure
from sop_engine.office import guard
from sop_engine.office.attachments import Attached, listed
from sop_engine.office.desk import Office
from sop_engine.office.disclosure import fields
from sop_engine.office.papers import Checked, Paper, checked, checklist
from sop_engine.office.view import CaseView, History
from sop_engine.people import Holding, People
from sop_engine.store.journal import CaseRecord


@dataclass(frozen=True)
class Overview:
    """A case with its record, as one person sees it at the moment ``now``.

    ``applicant`` are masked values by field; ``related`` the complaints about it and the cases that it called.
    ``standing`` is the office in which this person may act on it, None: in none.
    """

    history: History
    now: datetime
    people: People
    person: str
    applicant: dict[str, str]
    related: tuple[CaseRecord, ...]
    wanted: tuple[Paper, ...]
    checked: Checked | None
    files: tuple[Attached, ...]
    standing: Holding | None
    barred: Mapping[str, Collection[str]]
    """By open step: who may not do it, for he or she did what it checks."""
    lapsed: Collection[str]
    """The open steps that are claimed by somebody who may do them no longer."""

    @property
    def view(self) -> CaseView:
        """Return the case as it stands."""
        return self.history.view

    def holders(self, step: str) -> tuple[Holding, ...]:
        """Return who may do a step today by the list of people, its own actor first; nobody without a list."""
        record, node = self.view.record, self.view.flow.node[step]
        today = self.now.astimezone(ZoneInfo(record.zone)).date()
        held = (each for actor in node.performers for each in self.people.holders(record.unit, actor, today))
        return tuple(each for each in held if each.person not in self.barred.get(step, ()))


def overview(office: Office, case: str) -> Overview:
    """Return what there is to see of a case. Raises :class:`Failure` RUN011 or RUN017 when there is none."""
    history = office.history(case)
    view = history.view
    events = [each.event for each in history.events]
    return Overview(
        history,
        office.now(),
        office.people,
        office.person,
        fields(office, view.id),
        office.journal.about(view.id),
        checklist(view.compiled.definition, view.case.group),
        checked(events),
        listed(events),
        _standing(office, view),
        {node.id: guard.barred(office, view, node.id) for node in view.open_nodes},
        frozenset(node.id for node in view.open_nodes if guard.lapsed(office, view, node.id)),
    )


def _standing(office: Office, view: CaseView) -> Holding | None:
    today = office.now().astimezone(ZoneInfo(view.record.zone)).date()
    performers = view.open_nodes[0].performers if len(view.open_nodes) == 1 else ()
    try:
        return office.people.capacity(office.person, view.record.unit, performers, today, external=view.flow.external)
    except Failure:
        return None
