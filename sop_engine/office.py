"""The shell around the engine: what officers do to cases, with a store, a clock and a name.

Loads the definition that a case is pinned to, asks the engine, keeps the step and says what became of the case.
It decides nothing about the procedure itself. Without a file of people any actor may be played, but only by one of
the step's performers; the record names the person and the capacity.
"""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from sop_engine.engine.advance import Action, Choice, Do, Escalate, Open, Resume, Skip, advance, choices
from sop_engine.engine.case import Case, evolve, fold
from sop_engine.engine.event import CaseStatus, Event, EventKind
from sop_engine.engine.trace import trace
from sop_engine.failure import Failure
from sop_engine.flow import END_PREFIX, MAIN, Edge, End, Flow, Node
from sop_engine.store.journal import CaseRecord, Journal, Moved, Pinned, Recorded, Task, broken_at, genesis

if TYPE_CHECKING:
    from sop_engine.compiler import Compiled

Clock = Callable[[], datetime]
"""Returns the present moment as an aware time."""

NOTE_LIMIT = 10_000
"""Characters of a note: a page or three. Longer texts are files."""

DEFAULT_ZONE = "Asia/Jakarta"

_ZONES = {"Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}

_OVERTAKEN = ("RUN003", "RUN005")
"""The refusals that somebody who was faster may have caused."""


@dataclass(frozen=True)
class CaseView:
    """A case together with the definition it is pinned to; ``event`` is what was just recorded, if anything was."""

    record: CaseRecord
    compiled: Compiled
    event: Event | None = None

    @property
    def flow(self) -> Flow:
        """Return the procedure that the case follows."""
        return self.compiled.flow(self.record.procedure, self.record.case.group)

    @property
    def id(self) -> str:
        """Return the case's name."""
        return self.record.id

    @property
    def case(self) -> Case:
        """Return the engine's state of the case."""
        return self.record.case

    @cached_property
    def open_nodes(self) -> tuple[Node, ...]:
        """Return the steps that wait, in the order in which they opened."""
        return tuple(self.flow.node[waiting.step] for waiting in self.case.open)

    @cached_property
    def choices(self) -> tuple[Choice, ...]:
        """Return every legal way on."""
        return choices(self.flow, self.case)

    @cached_property
    def awaits(self) -> str | None:
        """Return what a suspended case waits for, or None."""
        if self.case.status is not CaseStatus.SUSPENDED:
            return None
        ways = {(edge.source, edge.answer): edge.suspend for edge in self.flow.edges if edge.suspend is not None}
        return next((ways[waiting.via] for waiting in self.case.open if waiting.via in ways), None)

    @cached_property
    def end(self) -> End | None:
        """Return the end that the case reached, or None."""
        return next((end for end in self.flow.ends if end.key == self.case.end), None)


@dataclass(frozen=True)
class History:
    """The record of a case as far as ``view`` shows it.

    ``broken_at`` is the first ``seq`` whose hash does not agree, one past the last event when the chain holds and the
    stored state is not what it tells; None: all is intact.
    """

    view: CaseView
    events: tuple[Recorded, ...]
    broken_at: int | None

    @property
    def done(self) -> frozenset[str]:
        """Return the steps that stand as recorded: a return opens its target and all that follows anew."""
        return self._standing[0]

    @property
    def walked(self) -> frozenset[Edge]:
        """Return the arrows by which the case last left each place, none from a place that was opened anew since.

        The return that opened it stands until its own place is left again.
        """
        return self._standing[1]

    @cached_property
    def _standing(self) -> tuple[frozenset[str], frozenset[Edge]]:
        flow = self.view.flow
        case: Case | None = None
        onward: dict[str, frozenset[str]] = {}
        done: set[str] = set()
        walked: set[Edge] = set()
        for each in self.events:
            case = evolve(case, each.event)
            arrows = trace(flow, each.event, {opened.step for opened in case.open})
            if each.event.step is not None:
                done.add(each.event.step)
            left = {edge.source for edge in arrows}
            for edge in arrows:
                if edge.back:
                    if edge.target not in onward:
                        onward[edge.target] = frozenset(_onward(flow, edge.target))
                    done -= onward[edge.target]
                    left |= onward[edge.target]
            walked = {edge for edge in walked if edge.source not in left}.union(arrows)
        return frozenset(done), frozenset(walked)

    @property
    def skipped(self) -> frozenset[str]:
        """Return those of :attr:`done` that were last passed over, for want of need or because time had run out."""
        last = {each.event.step: each.event.kind for each in self.events}
        return frozenset(step for step in self.done if last[step] in (EventKind.SKIPPED, EventKind.ESCALATED))

    @property
    def times(self) -> dict[str, tuple[datetime, datetime | None]]:
        """Return when each step of :attr:`done` was last opened and recorded, and since when the open ones wait (None).

        The times are those of the unit's zone; an end that was reached stands under its id, opened and closed at once.
        """
        zone = ZoneInfo(self.view.record.zone)
        opened: dict[str, datetime] = {}
        closed: dict[str, tuple[datetime, datetime | None]] = {}
        for event in (each.event for each in self.events):
            at = event.at.astimezone(zone)
            if event.step is not None:
                closed[event.step] = opened.get(event.step, at), at
            opened.update(dict.fromkeys(event.opens, at))
            if event.end is not None:
                closed[END_PREFIX + event.end] = at, at
        waiting = {each.step: (each.since.astimezone(zone), None) for each in self.view.case.open}
        standing = self.done | ({self.view.end.id} if self.view.end is not None else set())
        return {step: span for step, span in closed.items() if step in standing} | waiting


class Office:
    """What one person does to the cases of one store. Raises :class:`Failure` and then has changed nothing."""

    def __init__(self, journal: Journal, person: str, clock: Clock) -> None:
        self._journal = journal
        self._person = person
        self._clock = clock
        self._compiled: dict[str, Compiled] = {}

    @property
    def place(self) -> str:
        """Return where the cases are, in words for a message."""
        return self._journal.place

    @property
    def has_store(self) -> bool:
        """Return whether there is a store yet; it is made when the first case is opened."""
        return self._journal.exists

    def open_case(
        self, compiled: Compiled, procedure: str | None = None, note: str | None = None, group: str | None = None
    ) -> CaseView:
        """Open a case of a procedure, for a group of applicants where they are told apart.

        It stays on this very text of the definition whatever becomes of its file.
        """
        flow = compiled.flow(procedure, group)
        zone = compiled.unit.time_zone if compiled.unit else DEFAULT_ZONE
        definition = compiled.definition
        title, texts = definition.title, (compiled.text, compiled.unit_text)
        pinned = Pinned(compiled.digest, definition.id, title, zone, *texts)
        now = self._clock()
        step = advance(flow, None, Open(now, self._person, compiled.digest, _note(note)))
        record = self._journal.open_case(pinned, flow.procedure, now.astimezone(ZoneInfo(zone)).year, step)
        self._compiled[compiled.digest] = compiled
        return CaseView(record, compiled, step.event)

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
    ) -> CaseView:
        """Record a step: the one named, or the only one open. ``expect`` is the version that the officer saw.

        ``to`` says where an escalated step goes, a step or an end, when two of its deadlines have passed.

        Raises :class:`Failure` RUN003-RUN029 when it is refused; when somebody was faster, it says who and when.
        """
        if skip + escalate + (answer is not None) > 1 or (to is not None and not escalate):
            raise Failure("USE024")
        note, person = _note(note), self._person
        view = self.show(case)
        self._check_version(view, expect)
        name, now = _named_step(view, step), self._clock()
        action: Action = Do(now, person, name, answer, actor, note)
        if skip:
            action = Skip(now, person, name, actor, note)
        elif escalate:
            action = Escalate(now, person, name, actor, note, _place(view.flow, to))
        else:
            self._check_four_eyes(view, name)
        try:
            return self._record(view, action)
        except Failure as refusal:
            raise self._told_who(view, step, refusal) from refusal

    def resume(self, case: str, note: str | None = None) -> CaseView:
        """Let a suspended case go on where it stands. Raises :class:`Failure` RUN028 when it is not suspended."""
        return self._record(self.show(case), Resume(self._clock(), self._person, _note(note)))

    def _record(self, view: CaseView, action: Action) -> CaseView:
        made = advance(view.flow, view.case, action)
        try:
            return CaseView(self._journal.append(view.record, made), view.compiled, made.event)
        except Moved:
            # somebody was faster between the look and the record: what is open now this officer has not seen
            self._check_version(self.show(view.id), view.case.version)
            raise

    def _check_four_eyes(self, view: CaseView, step: str) -> None:
        node = view.flow.node.get(step)
        for other in node.four_eyes if node is not None else ():
            event = self._journal.last(view.id, other)
            if event is not None and event.kind is EventKind.DONE and event.person == self._person:
                raise Failure("RUN019", step=step, person=self._person, other=other)

    def show(self, case: str) -> CaseView:
        """Return a case as it stands. Raises :class:`Failure` RUN011 (none of that name) or RUN017 (no store)."""
        record = self._journal.load(_text("CASE", case))
        if record is None:
            raise Failure("RUN011" if self.has_store else "RUN017", case=case, store=self.place)
        view = CaseView(record, self._pinned(record.id, record.definition))
        if any(waiting.step not in view.flow.node for waiting in record.case.open):
            raise Failure("STO012", case=case)
        return view

    def cases(self, status: CaseStatus | None = None) -> tuple[CaseRecord, ...]:
        """Return the cases, oldest first."""
        return self._journal.cases(status)

    def inbox(self, actor: str | None = None) -> tuple[Task, ...]:
        """Return what waits, longest first, for everybody or for one actor."""
        return self._journal.tasks(None if actor is None else _text("ACTOR", actor))

    def awaited(self) -> tuple[str, ...]:
        """Return the keys of the actors for whom something waits, in the order of the alphabet."""
        return self._journal.awaited()

    def complaints(self, found: Iterable[CaseRecord | Task]) -> dict[str, str]:
        """Return the procedure's title of those cases that do not follow the main procedure: case -> title."""
        titles = {}
        for each in found:
            if each.procedure != MAIN:
                case = each.id if isinstance(each, CaseRecord) else each.case
                try:
                    titles[case] = self._pinned(case, each.definition).flow(each.procedure).title
                except Failure:
                    titles[case] = each.procedure  # a list is read even when one of its texts no longer is
        return titles

    def history(self, case: str) -> History:
        """Return the record of a case, its hash chain verified."""
        view = self.show(case)
        record = view.record
        # what a colleague recorded since the look belongs to the next look
        events = self._journal.history(case)[: record.case.version]
        broken = broken_at(genesis(record.id, record.sop, record.procedure), events)
        told = fold(each.event for each in events)
        if broken is None and (told != record.case or events[-1].hash != record.head):
            broken = len(events) + 1  # the chain holds, but the case stands elsewhere than it tells
        return History(view, events, broken)

    def _pinned(self, case: str, digest: str) -> Compiled:
        known = self._compiled.get(digest)
        if known is not None:
            return known
        from sop_engine import compiler

        pinned = self._journal.definition(digest)
        compiled = compiler.recompile(pinned.text, pinned.unit_text)
        if compiled is None or compiled.digest != digest:
            raise Failure("STO010", case=case, reason=digest[:12])
        return self._compiled.setdefault(digest, compiled)

    def _check_version(self, view: CaseView, expect: int | None) -> None:
        if expect is None or expect == view.case.version:
            return
        last = self._journal.last(view.id)
        raise Failure(
            "RUN015",
            case=view.id,
            expected=expect,
            version=view.case.version,
            person=last.person if last else "–",
            at=local_time(last.at if last else view.record.changed_at, view.record.zone),
        )

    def _told_who(self, view: CaseView, step: str | None, refusal: Failure) -> Failure:
        if refusal.code not in _OVERTAKEN:
            return refusal
        event = self._journal.last(view.id, step)
        if event is None or event.step is None:
            return refusal
        who = {"step": event.step, "person": event.person, "actor": event.actor, "at": _at(event, view)}
        if view.end is not None:
            return Failure("RUN014", end=view.end.text, **who)
        return Failure("RUN013", allowed=refusal.args_of_message["allowed"], **who)


def system_clock() -> datetime:
    """Return the machine's time."""
    return datetime.now(UTC)


def present_person() -> str:
    """Return who is recording: ``SOP_USER``, else the user of the operating system.

    Raises :class:`Failure` USE022 when neither is known, USE023 when the name is not text, USE026 when a sign of it
    cannot be seen: a name must not steer a terminal.
    """
    name = os.environ.get("SOP_USER", "").strip()
    if not name:
        try:
            name = getpass.getuser()
        except (KeyError, OSError, ImportError) as error:  # a bare container has no user of that number
            raise Failure("USE022") from error
    unseen = next((sign for sign in _text("SOP_USER", name) if not sign.isprintable()), None)
    if unseen is not None:
        raise Failure("USE026", name="SOP_USER", sign=f"U+{ord(unseen):04X}")
    return name


def local_time(moment: datetime, zone: str) -> str:
    """Return a moment as officers write it: ``22-11-2026 11.21 WIB``."""
    return f"{moment.astimezone(ZoneInfo(zone)):%d-%m-%Y %H.%M} {_ZONES.get(zone, zone)}"


def _onward(flow: Flow, step: str) -> set[str]:
    """Return a step and all that can follow it before another return, ends left out."""
    found, waiting = {step}, [step]
    while waiting:
        following = {edge.target for edge in flow.outgoing[waiting.pop()] if not edge.back} - found - flow.end.keys()
        found |= following
        waiting += following
    return found


def _place(flow: Flow, to: str | None) -> str | None:
    """Return the id of a step or an end that an officer names by its key."""
    return END_PREFIX + to if to is not None and to not in flow.node and END_PREFIX + to in flow.end else to


def _named_step(view: CaseView, step: str | None) -> str:
    if step is not None:
        return _text("STEP", step)
    waiting = view.open_nodes
    if len(waiting) > 1:
        raise Failure("RUN012", case=view.id, allowed=", ".join(node.id for node in waiting))
    # a closed case has no step: the engine refuses whatever is asked of it
    return waiting[0].id if waiting else ""


def _at(event: Event, view: CaseView) -> str:
    return local_time(event.at, view.record.zone)


def _note(note: str | None) -> str | None:
    if note is None or not note.strip():
        return None
    if len(note) > NOTE_LIMIT:
        raise Failure("RUN016", length=len(note), limit=NOTE_LIMIT)
    return _text("--note", note.strip())


def _text(name: str, value: str) -> str:
    """Refuse what is no text: a terminal that is not UTF-8 hands over halves of characters."""
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise Failure("USE023", name=name) from error
    return value
