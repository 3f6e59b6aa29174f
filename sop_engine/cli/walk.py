"""Walks an officer through a case: who is on, what to do, which answers there are, what follows, a note, a yes.

Asks and says through :class:`Talk`, so that a pipe or a test can take the officer's place. Every step is recorded
against the version that was shown: when somebody was faster, that is said and the case shown afresh. What was typed
is never lost: after a refusal it is there again. Where people are listed the step that is shown is claimed; an officer
alone needs no claims in her record.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from sop_engine.cli import case_text, companions, papers_text
from sop_engine.cli.columns import indented
from sop_engine.cli.talk import Talk, asked_again, pick
from sop_engine.engine.advance import Choice
from sop_engine.engine.event import CaseStatus
from sop_engine.failure import Failure
from sop_engine.flow import Node
from sop_engine.messages import text
from sop_engine.office import CaseView, Office, attachments, custody, guard, papers, recalling

_ASKED_AGAIN = frozenset({"RUN015", "RUN016", "USE023", "USE026"})
"""The refusals after which the step is shown once more: somebody was faster, or the note cannot be kept as it is."""

_ATTACHING = "@"


class Stopped(Exception):  # noqa: N818 - the officer's wish, not an error
    """The officer does not want to record this step now; nothing was recorded. What was claimed stays claimed."""


class Left(Stopped):
    """The officer leaves the case to others: what was claimed is given back."""


class Typed(NamedTuple):
    """What was typed for a step and is not recorded yet."""

    note: str = ""
    facts: tuple[str, ...] = ()


_NOTHING = Typed()


def walk(office: Office, case: str, talk: Talk) -> CaseView:
    """Take a case from step to step to its end and return it.

    Raises :class:`Stopped` when a step is not confirmed, EOFError when the input ends, :class:`Failure` when a step
    cannot be recorded. What was confirmed before stays recorded.
    """
    talk = _leaving(talk)
    view = office.show(case)
    if view.case.status is CaseStatus.OPEN:
        talk.say(text("walk.keys"))
        view = _papers(office, view, talk)
    typed, claimed = _NOTHING, set[str]()
    while view.case.status is CaseStatus.OPEN:
        view, typed = _step(office, view, talk, typed, claimed)
        talk.say("")
        if view.case.status is CaseStatus.OPEN and not _own(office, view):
            talk.say_all([text("walk.for_others"), ""])
            break
    for line in case_text.situation(view):
        talk.say(line)
    return view


def _leaving(talk: Talk) -> Talk:
    """Return a talk in which one key leaves and another pauses, whatever was asked."""

    def ask(prompt: str) -> str:
        given = talk.ask(prompt)
        if given.strip() == text("walk.key_leave"):
            raise Left
        if given.strip() == text("walk.key_pause"):
            raise Stopped
        return given

    return Talk(ask, talk.say)


def _papers(office: Office, view: CaseView, talk: Talk) -> CaseView:
    """Show the checklist; while papers are missing, ask which of them have come."""
    wanted = papers.checklist(view.compiled.definition, view.case.group)
    stands = papers.checked(each.event for each in office.journal.history(view.id))
    if wanted:
        talk.say_all([*papers_text.checklist(wanted, stands), ""])
    while stands is not None and stands.lacks:
        given = talk.ask(text("walk.papers")).split()
        if not given:
            break
        whole = [each.casefold() for each in given] == [text("walk.papers_all")]
        try:
            view = papers.check(office, view.id, have=() if whole else given, complete=whole)
        except Failure as refusal:
            talk.say(refusal.message())
            continue
        stands = papers.checked([view.event] if view.event else [])
        talk.say_all([*papers_text.checklist(wanted, stands), ""])
    return view


def _step(office: Office, view: CaseView, talk: Talk, typed: Typed, claimed: set[str]) -> tuple[CaseView, Typed]:
    """Record one step; return the case, and what was typed when it has to be shown afresh.

    ``claimed`` are the steps that this walk has claimed: they are given back when the officer leaves.
    """
    node = _open_one(office, view, talk)
    view = _claimed(office, view, node, claimed)
    draft = [typed]
    try:
        after = _recorded(office, view, node, talk, draft)
    except Left:
        if node.id in claimed:
            with suppress(Failure):
                custody.release(office, view.id, node.id)
        raise
    except Failure as refusal:
        if refusal.code == "RUN057":
            talk.say_all([refusal.message(), ""])
            return _papers(office, office.show(view.id), talk), draft[0]
        if refusal.code not in _ASKED_AGAIN:
            _show(draft[0], talk)
            raise
        talk.say(refusal.message())
        afresh = office.show(view.id)
        if afresh.case.waiting(node.id) is None:
            _show(draft[0], talk)
            return afresh, _NOTHING
        return afresh, draft[0]
    talk.say(case_text.recorded(after))
    return _onward(office, after, talk), _NOTHING


def _open_one(office: Office, view: CaseView, talk: Talk) -> Node:
    """Return the open step to work on: one that this person may do, and nobody else has claimed."""
    own = _own(office, view) or view.open_nodes  # where there is none, the desk says why
    free = [node for node in own if _holder(office, view, node) in (None, office.person)]
    if not free:
        raise Failure("RUN041", step=own[0].id, holder=_holder(office, view, own[0]))
    return pick(text("walk.which_step"), free, [each.activity for each in free], talk)


def _own(office: Office, view: CaseView) -> tuple[Node, ...]:
    """Return the open steps that this person may do."""
    now = office.now()
    found = []
    for node in view.open_nodes:
        with suppress(Failure):
            custody.may_do(office, view, node.id, office.person, now)
            found.append(node)
    return tuple(found)


def _holder(office: Office, view: CaseView, node: Node) -> str | None:
    """Return who has claimed a step and may do it."""
    waiting = view.case.waiting(node.id)
    return None if waiting is None or guard.lapsed(office, view, node.id) else waiting.holder


def _claimed(office: Office, view: CaseView, node: Node, claimed: set[str]) -> CaseView:
    """Claim a step that is about to be shown, where people are listed and nobody has it yet."""
    if not office.people.listed or _holder(office, view, node) is not None:
        return view
    view = custody.claim(office, view.id, node.id, expect=view.case.version)
    claimed.add(node.id)
    return view


def _recorded(office: Office, view: CaseView, node: Node, talk: Talk, draft: list[Typed]) -> CaseView:
    talk.say_all(case_text.shown_step(view, node, office.now()))
    choice = _way(view, node, talk)
    names = [view.flow.actors.get(actor, actor) for actor in node.performers]
    actor = None if office.people.listed else pick(text("walk.who"), node.performers, names, talk)
    if not (choice.skip or choice.late):
        draft[0] = draft[0]._replace(facts=companions.asked(office, view, node, actor, draft[0].facts, talk))
    left_out = None if choice.skip or choice.late else guard.uncalled(view, node.id, office.definitions)
    if left_out is not None:
        talk.say_all(indented([text("walk.uncalled", sop=left_out, case=view.id, step=node.id)]))
    draft[0] = _noted(office, talk, draft[0], needed=choice.edge.reason or left_out is not None)
    _confirm(talk)
    return office.do(
        view.id,
        node.id,
        answer=choice.edge.answer,
        skip=choice.skip,
        escalate=choice.late,
        to=choice.edge.target if choice.late else None,
        actor=actor,
        note=draft[0].note,
        expect=view.case.version,
        facts=draft[0].facts,
    )


def _way(view: CaseView, node: Node, talk: Talk) -> Choice:
    ways = [each for each in view.choices if each.node is node]
    if len(ways) == 1:
        talk.say_all(indented([text("walk.next", onward=case_text.onward(view.flow, ways[0]))]))
        return ways[0]
    names = [case_text.named(each) or text("walk.do") for each in ways]
    ends = [case_text.onward(view.flow, each) for each in ways]
    return pick("" if node.question else text("walk.which_way"), ways, names, talk, ends)


def _noted(office: Office, talk: Talk, before: Typed, *, needed: bool) -> Typed:
    """Ask for a note, or a reason; a line that begins with ``@`` attaches a file. Enter keeps what was typed before."""
    note, facts = before
    while True:
        if note:
            talk.say(text("walk.note_before", note=note))
        given = talk.ask(text("walk.reason" if needed else "walk.note"))
        if given.startswith(_ATTACHING):
            try:
                facts += attachments.attach(office, [Path(given.removeprefix(_ATTACHING).strip())], facts)
                talk.say(text("walk.attached", name=facts[-1].split(" ", 2)[-1]))
            except Failure as refusal:
                talk.say(refusal.message())
            continue
        note = given.strip() or note
        if note or not needed:
            return Typed(note, facts)
        talk.say(text("walk.reason_again"))


def _confirm(talk: Talk) -> None:
    if not asked_again(text("walk.confirm"), text("walk.confirm_again"), text("walk.yes"), text("walk.no"), talk):
        raise Stopped


def _onward(office: Office, view: CaseView, talk: Talk) -> CaseView:
    """Offer to take the step back before the next one is opened."""
    if view.case.status is not CaseStatus.OPEN or view.case.recallable is None:
        return view
    if talk.ask(text("walk.onward")).strip().casefold() == text("walk.key_recall"):
        try:
            view, step = recalling.recall(office, view.id, expect=view.case.version)
        except Failure as refusal:
            talk.say(refusal.message())
            return office.show(view.id)
        talk.say(text("walk.recalled", step=step))
    return view


def _show(typed: Typed, talk: Talk) -> None:
    """Say what was typed and is not in the record, so that it can be copied."""
    if typed.note:
        talk.say_all([text("walk.unsaved"), *indented(typed.note.splitlines())])
