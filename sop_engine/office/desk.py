"""The shell around the engine: what one person does to the cases of one store.

Loads the definition that a case is pinned to, asks who may and the engine whether, keeps the event with what it tells,
and says what became of the case. It decides nothing about the procedure itself. What is done beside the procedure lies
in the modules beside this one, and all of it goes through :meth:`Office.record`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Unpack
from zoneinfo import ZoneInfo

from sop_engine.engine.action import Action, Do, Escalate, Resume, Skip
from sop_engine.engine.advance import Step, advance, named_actors
from sop_engine.engine.case import fold
from sop_engine.engine.event import CaseStatus, Event
from sop_engine.failure import Failure
from sop_engine.flow import END_PREFIX, Flow
from sop_engine.office import guard, required
from sop_engine.office.opening import Particulars, opened
from sop_engine.office.person import Clock, local_time, note_of, text_of
from sop_engine.office.sealing import sealed
from sop_engine.office.seat import Seat
from sop_engine.office.telling import gone_on, rows, told
from sop_engine.office.view import CaseView, History
from sop_engine.people import Holding
from sop_engine.store.chain import broken_at, genesis, written
from sop_engine.store.journal import ALL, CaseRecord, Change, Journal, Moved, Page

if TYPE_CHECKING:
    from sop_engine.compiler import Compiled

SLIP = timedelta(minutes=1)
"""How far a machine's clock may be behind a record without a word: two machines never agree to the second."""

_OVERTAKEN = ("RUN003", "RUN005")
"""The refusals that somebody who was faster may have caused."""


class Office(Seat):
    """What one person does to the cases of one store. Raises :class:`Failure` and then has changed no case."""

    def __init__(self, journal: Journal, person: str, clock: Clock) -> None:
        super().__init__(journal, person, clock)
        self.attached: dict[str, bytes] = {}
        """Files by their SHA-256, to be kept with the next event that names them; a refusal keeps none."""
        self.behind: tuple[str, timedelta] | None = None
        """The case whose record was ahead of the machine's clock when an event was kept, and by how much."""
        self.definitions: guard.Definitions | None = None
        """The definitions that steps may call; None: they are not known, and no reason is asked for leaving one out."""
        self._compiled: dict[str, Compiled] = {}

    def open_case(
        self,
        compiled: Compiled,
        procedure: str | None = None,
        note: str | None = None,
        group: str | None = None,
        **more: Unpack[Particulars],
    ) -> CaseView:
        """Open a case of a procedure, for a group of applicants where they are told apart.

        It stays on this very text of the definition whatever becomes of its file.
        """
        opening, step = opened(self, compiled, procedure, note, group, **more)
        self._compiled[compiled.digest] = compiled
        self.keep_files(step.event)
        return CaseView(self.journal.open_case(opening), compiled, step.event)

    def do(
        self,
        case: str,
        step: str | None = None,
        *,
        answer: str | None = None,
        skip: bool = False,
        escalate: bool = False,
        to: str | None = None,
        actor: str | None = None,
        note: str | None = None,
        expect: int | None = None,
        facts: Sequence[str] = (),
    ) -> CaseView:
        """Record a step: the one named, or the only one open. ``expect`` is the version that the officer saw.

        ``to`` says where an escalated step goes, a step or an end, when two of its deadlines have passed.

        Raises :class:`Failure` RUN003-RUN046 when it is refused; when somebody was faster, it says who and when.
        """
        if skip + escalate + (answer is not None) > 1 or (to is not None and not escalate):
            raise Failure("USE024")
        note = note_of(note)
        view = self.at(case, expect)
        name, now = self.named_step(view, step), self.now(view.record.changed_at)
        try:
            capacity = self.capacity(view, name, actor)
            guard.check_claim(self, view, name)
            guard.check_called(self, view, name)
            guard.check_companions(self.person, name, capacity.actor, facts)
            if not escalate:
                # to skip a check is to judge it needless: that too is for another pair of eyes
                persons = (self.person, *(person for _, person in guard.companions(facts)))
                guard.check_four_eyes(self, view, name, persons)
            said = (capacity.actor, note)
            standing, kept = capacity.right, tuple(facts)
            action: Action = Do(now, self.person, name, answer, *said, standing, kept)
            if skip:
                action = Skip(now, self.person, name, *said, standing, kept)
            elif escalate:
                place = _place(view.flow, to)
                guard.check_late(view, name, place, now)
                action = Escalate(now, self.person, name, *said, place, standing, kept)
            else:
                guard.check_uncalled(view, name, note, self.definitions)
                required.check(self, view, name, answer)
                guard.check_together(self, view, name, capacity.actor, kept)
            return self.record(view, action)
        except Failure as refusal:
            raise self._told_who(view, step, refusal) from refusal

    def resume(
        self, case: str, note: str | None = None, actor: str | None = None, expect: int | None = None
    ) -> CaseView:
        """Let a suspended case go on where it stands. Raises :class:`Failure` RUN028 when it is not suspended."""
        view = self.at(case, expect)
        capacity = self.capacity(view, None, actor)
        now = self.now(view.record.changed_at)
        return self.record(view, Resume(now, self.person, note_of(note), capacity.actor or None, capacity.right))

    def record(self, view: CaseView, action: Action) -> CaseView:
        """Keep what an action makes of a case as ``view`` shows it. Raises what the engine refuses, or RUN015."""
        change, made = self.change(view, action)
        self.keep_files(made.event)
        try:
            return CaseView(self.journal.append(change), view.compiled, made.event)
        except Moved:
            # somebody was faster between the look and the record: what is open now this officer has not seen
            self.check_version(self.show(view.id), view.case.version)
            raise

    def keep_files(self, event: Event) -> None:
        """Put the attached files that an event names where the store keeps them; the event comes after them."""
        guard.check_files(event.facts)
        for said in event.all_facts("file"):
            content = self.attached.pop(said.partition(" ")[0], None)
            if content is not None:
                self.journal.put_file(said.partition(" ")[0], content)

    def change(self, view: CaseView, action: Action) -> tuple[Change, Step]:
        """Return what an action makes of a case; nothing is kept yet."""
        record, flow = view.record, view.flow
        made = self.stamped(view, self._sealed(view, advance(flow, view.case, action)))
        state = gone_on(view.compiled, flow, record.state, made.event, made.case)
        before, after = rows(flow, record.unit, record.state), rows(flow, record.unit, state)
        closed = tuple(row for row in before if row not in after)
        opened = tuple(row for row in after if row not in before)
        return Change(record, made.event, state, closed, opened), made

    def _sealed(self, view: CaseView, made: Step) -> Step:
        """Return the step whose files, where the case was opened in secret, nobody can tell from their digests."""
        event = made.event
        known = self.journal.applicant(view.id) if event.fact("file") is not None else None
        if known is None or not known.secret:
            return made
        return made._replace(event=event._replace(facts=tuple(sealed(self.attached, each) for each in event.facts)))

    def stamped(self, view: CaseView, made: Step) -> Step:
        """Return the step whose event says what the machine's clock shows when that is far behind the record."""
        at, shown = made.event.at, self.shown
        if shown is None or at - shown <= SLIP:
            return made
        self.behind = view.id, at - shown
        return made._replace(event=made.event._replace(facts=(*made.event.facts, f"clock={written(shown)}")))

    def show(self, case: str) -> CaseView:
        """Return a case as it stands. Raises :class:`Failure` RUN011 (none of that name) or RUN017 (no store)."""
        record = self.journal.load(text_of("CASE", case))
        if record is None:
            raise Failure("RUN011" if self.has_store else "RUN017", case=case, store=self.place)
        view = CaseView(record, self.pinned(record.id, record.definition))
        if any(waiting.step not in view.flow.node for waiting in record.case.open):
            raise Failure("STO012", case=case)
        return view

    def at(self, case: str, expect: int | None) -> CaseView:
        """Return a case as it stands, at the version that the officer saw. Raises as :meth:`show`, and RUN015."""
        view = self.show(case)
        self.check_version(view, expect)
        return view

    def cases(self, status: CaseStatus | None = None, page: Page = ALL) -> tuple[CaseRecord, ...]:
        """Return the cases, oldest first."""
        return self.journal.cases(status, page)

    def history(self, case: str) -> History:
        """Return the record of a case, its hash chain verified."""
        view = self.show(case)
        record = view.record
        # what a colleague recorded since the look belongs to the next look
        events = self.journal.history(case)[: record.case.version]
        broken = broken_at(genesis(record.id, record.sop, record.procedure), events)
        if broken is None and not (self._agrees(view, [each.event for each in events], events[-1].hash)):
            broken = len(events) + 1  # the chain holds, but the case stands elsewhere than it tells
        return History(view, events, broken)

    def _agrees(self, view: CaseView, events: Sequence[Event], head: str) -> bool:
        """Return whether a case stands where its record, whose chain holds, tells."""
        record = view.record
        if fold(events) != record.case or head != record.head:
            return False
        return (
            told(view.compiled, lambda compiled, group: compiled.flow(record.procedure, group), events) == record.state
        )

    def pinned(self, case: str, digest: str) -> Compiled:
        """Return the definition that a case is pinned to. Raises :class:`Failure` STO010 when it cannot be read."""
        known = self._compiled.get(digest)
        if known is not None:
            return known
        from sop_engine import compiler

        pinned = self.journal.definition(digest)
        compiled = compiler.recompile(pinned.text, pinned.unit_text)
        if compiled is None or compiled.digest != digest:
            raise Failure("STO010", case=case, reason=digest[:12])
        return self._compiled.setdefault(digest, compiled)

    def named_step(self, view: CaseView, step: str | None) -> str:
        """Return the step that is meant: the one named, or the only one open. Raises RUN012 when there are several."""
        if step is not None:
            return text_of("STEP", step)
        waiting = view.open_nodes
        if len(waiting) > 1:
            raise Failure("RUN012", case=view.id, allowed=", ".join(node.id for node in waiting))
        # a closed case has no step: the engine refuses whatever is asked of it
        return waiting[0].id if waiting else ""

    def capacity(self, view: CaseView, step: str | None, asked: str | None) -> Holding:
        """Return the office in which this person acts on a case: on a step, or (None) on the case as a whole.

        Whoever asks to act as somebody who has no part in the step is refused here, before any deed: it is not the
        engine alone that lets steps be claimed, called, suspended or rejected. Raises :class:`Failure` RUN006 or
        RUN030-RUN032, and keeps that in the record of the desk.
        """
        node = view.flow.node.get(step) if step is not None else None
        performers = node.performers if node is not None else ()
        try:
            if node is not None and asked is not None and asked not in performers:
                self.people.require_known(self.person)
                raise Failure("RUN006", step=node.id, actor=asked, allowed=named_actors(view.flow, performers))
            record = view.record
            barred = guard.barred(self, view, step) if step is not None else ()
            return self.capacity_in(record.unit, performers, self.now(), record.zone, asked, view.flow, barred)
        except Failure as refusal:
            self.refused(refusal, view.id, step)
            raise

    def check_version(self, view: CaseView, expect: int | None) -> None:
        """Raise :class:`Failure` RUN015 when a case is not at the version that the officer saw."""
        if expect is None or expect == view.case.version:
            return
        last = self.journal.last(view.id)
        raise Failure(
            "RUN015",
            case=view.id,
            expected=expect,
            version=view.case.version,
            person=last.person if last else "–",
            at=local_time(last.at if last else view.record.changed_at, view.record.zone),
        )

    def capacity_in(
        self,
        unit: str,
        performers: Sequence[str],
        now: datetime,
        zone: str,
        asked: str | None,
        flow: Flow,
        barred: Collection[str] = (),
    ) -> Holding:
        """Return the office of a unit in which this person acts now. Raises :class:`Failure` RUN030-RUN032."""
        today = now.astimezone(ZoneInfo(zone)).date()
        return self.people.capacity(
            self.person, unit, performers, today, asked, external=flow.external, titles=flow.actors, barred=barred
        )

    def _told_who(self, view: CaseView, step: str | None, refusal: Failure) -> Failure:
        if refusal.code not in _OVERTAKEN:
            return refusal
        event = self.journal.last(view.id, step)
        if event is None or event.step is None:
            return refusal
        at = local_time(event.at, view.record.zone)
        who = {"step": event.step, "person": event.person, "actor": event.actor or "–", "at": at}
        if view.end is not None:
            return Failure("RUN014", end=view.end.text, **who)
        return Failure("RUN013", allowed=refusal.args_of_message.get("allowed", "–"), **who)


def _place(flow: Flow, to: str | None) -> str | None:
    """Return the id of a step or an end that an officer names by its key."""
    return END_PREFIX + to if to is not None and to not in flow.node and END_PREFIX + to in flow.end else to
