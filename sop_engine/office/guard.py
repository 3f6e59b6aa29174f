"""What is looked at before a step is recorded, and is not in the procedure: claims, called cases, clocks, people.

Each raises the :class:`Failure` that refuses the step; those that say "not you" are kept in the record of the desk.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from sop_engine.engine.deadline import Time
from sop_engine.engine.event import EventKind
from sop_engine.failure import Failure
from sop_engine.office.person import local_time
from sop_engine.office.seat import Seat
from sop_engine.office.view import CaseView

if TYPE_CHECKING:
    from sop_engine.definition.catalogue import Catalogue

Definitions = Callable[[], "Catalogue"]
"""Returns the definitions that are at hand; they are asked for only where a step calls one of them."""

MOST_FILES = 10
"""Files of one event."""


def check_claim(seat: Seat, view: CaseView, step: str) -> None:
    """Refuse a step that somebody else has claimed (RUN041), unless that person may do it no longer."""
    waiting = view.case.waiting(step)
    if waiting is not None and waiting.holder not in (None, seat.person) and not lapsed(seat, view, step):
        _refuse(seat, view, step, Failure("RUN041", step=step, holder=waiting.holder))


def lapsed(seat: Seat, view: CaseView, step: str) -> bool:
    """Return whether who claimed a step holds today none of the offices that may do it: the claim binds nobody."""
    waiting, node = view.case.waiting(step), view.flow.node.get(step)
    if waiting is None or waiting.holder is None or node is None:
        return False
    today = seat.now().astimezone(ZoneInfo(view.record.zone)).date()
    try:
        seat.people.capacity(waiting.holder, view.record.unit, node.performers, today, external=view.flow.external)
    except Failure:
        return True
    return False


def check_called(seat: Seat, view: CaseView, step: str) -> None:
    """Refuse a step that waits for the case of another SOP (RUN040)."""
    waiting = view.case.waiting(step)
    called = seat.journal.load(waiting.called) if waiting is not None and waiting.called else None
    if called is not None and not called.case.status.closed:
        raise Failure("RUN040", step=step, called=called.id)


def check_uncalled(view: CaseView, step: str, note: str | None, definitions: Definitions | None) -> None:
    """Refuse, without a reason, a step whose other SOP is among the definitions and was not carried out (RUN075)."""
    sop = None if note else uncalled(view, step, definitions)
    if sop is not None:
        raise Failure("RUN075", case=view.id, step=step, sop=sop)


def uncalled(view: CaseView, step: str, definitions: Definitions | None) -> str | None:
    """Return the SOP that an open step calls when it has no case yet and could have one; None: nothing is left out."""
    waiting, node = view.case.waiting(step), view.flow.node.get(step)
    if waiting is None or waiting.called is not None or node is None or node.call is None or definitions is None:
        return None
    return node.call.sop if node.call.sop in definitions().ids() else None


def check_late(view: CaseView, step: str, to: str | None, now: datetime) -> None:
    """Refuse to pass on a step whose deadline has not passed (RUN044), or stands still (RUN027)."""
    clock = view.record.state.clocks.step(step)
    if clock is not None and clock.since is None:
        raise Failure("RUN027")
    deadlines = [each for each in view.times(step) if each.time is Time.DEADLINE and each.to is not None]
    chosen = deadlines[:1] if to is None else [each for each in deadlines if each.to == to]
    first = min(chosen, key=lambda each: each.at, default=None)
    # what has no deadline the engine refuses
    if first is not None and first.at > now:
        due = local_time(first.at, view.record.zone)
        raise Failure("RUN044", step=step, within=first.within, due=due)


def check_four_eyes(seat: Seat, view: CaseView, step: str, persons: Sequence[str]) -> None:
    """Refuse a step from ``persons`` one of whom had a part when a step that it checks was last done (RUN019)."""
    node = view.flow.node.get(step)
    for other in node.four_eyes if node is not None else ():
        made = makers(seat, view, other)
        barred = next((person for person in persons if person in made), None)
        if barred is not None:
            _refuse(seat, view, step, Failure("RUN019", step=step, person=barred, other=other))


def makers(seat: Seat, view: CaseView, step: str) -> tuple[str, ...]:
    """Return who did a step when it was last done; to skip it or to pass it on afterwards makes nothing of it."""
    done = seat.journal.last(view.id, step, (EventKind.DONE,))
    return () if done is None else (done.person, *(person for _, person in companions(done.facts)))


def barred(seat: Seat, view: CaseView, step: str) -> tuple[str, ...]:
    """Return who may not do a step, for they had a part when a step that it checks was last done."""
    node = view.flow.node.get(step)
    return tuple(
        person for other in (node.four_eyes if node is not None else ()) for person in makers(seat, view, other)
    )


def companions(facts: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Return (actor, person) of those who do a step together with who records it."""
    said = (each.removeprefix("with=").partition(":") for each in facts if each.startswith("with="))
    return tuple((actor, person) for actor, _, person in said)


def check_companions(person: str, step: str, actor: str, facts: Sequence[str]) -> None:
    """Refuse to name somebody twice among those who do a step, or another for the recorder's own actor (RUN074)."""
    told = [(actor, person)]
    for named in companions(facts):
        twice = next((each for each in told if each[1] == named[1]), told[0] if named[0] == actor else None)
        if twice is not None:
            raise Failure("RUN074", step=step, given="=".join(named), actor=twice[0], person=twice[1])
        told.append(named)


def check_files(facts: Sequence[str], more: int = 0) -> None:
    """Refuse an event that names too many files, with ``more`` that are to be added (RUN049)."""
    count = more + sum(each.startswith("file=") for each in facts)
    if count > MOST_FILES:
        raise Failure("RUN049", count=count, limit=MOST_FILES)


def check_together(seat: Seat, view: CaseView, step: str, actor: str, facts: Sequence[str]) -> None:
    """Refuse a step of several actors whose facts do not name all the others, where people are listed (RUN072)."""
    lacking = unnamed(view, step, actor, facts) if seat.people.listed else ()
    if lacking:
        titles = ", ".join(view.flow.actors.get(each, each) for each in lacking)
        ways = " ".join(f"--with {each}=…" for each in lacking)
        raise Failure("RUN072", step=step, actors=titles, ways=ways)


def unnamed(view: CaseView, step: str, actor: str, facts: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the actors who do a step together with ``actor`` and whom no fact ``with=`` names.

    Where one of those who join in records it, somebody acted for the step's own actor too; an outsider who did needs no
    name, for the case says who that is.
    """
    node = view.flow.node.get(step)
    if node is None or not node.joint:
        return ()
    told = {actor, *(each.removeprefix("with=").partition(":")[0] for each in facts if each.startswith("with="))}
    leading = node.actor in view.flow.external or not told.isdisjoint({node.actor, *node.any_of, *node.deputies})
    return (*(() if leading else (node.actor,)), *(each for each in node.joint if each not in told))


def _refuse(seat: Seat, view: CaseView, step: str, refusal: Failure) -> None:
    seat.refused(refusal, view.id, step)
    raise refusal
