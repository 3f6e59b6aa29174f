"""Walks an officer through a case: who is on, what to do, which answers there are, what follows, a note, a yes.

Asks and says through :class:`Talk`, so that a pipe or a test can take the officer's place. Every step
is recorded against the version that was shown: when somebody was faster, that is said and the case shown afresh.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from sop_engine.cli import case_text
from sop_engine.cli.columns import indented, table
from sop_engine.cli.talk import Talk
from sop_engine.engine.advance import Choice
from sop_engine.engine.event import CaseStatus
from sop_engine.failure import Failure
from sop_engine.flow import Node
from sop_engine.messages import text
from sop_engine.office import CaseView, Office

T = TypeVar("T")

_MOVED = "RUN015"


class Stopped(Exception):  # noqa: N818 - the officer's wish, not an error
    """The officer does not want to record this step now; nothing was recorded."""


def walk(office: Office, case: str, talk: Talk) -> CaseView:
    """Take a case from step to step to its end and return it.

    Raises :class:`Stopped` when a step is not confirmed, EOFError when the input ends, :class:`Failure` when a step
    cannot be recorded. What was confirmed before stays recorded.
    """
    view = office.show(case)
    while view.case.status is CaseStatus.OPEN:
        view = _step(office, view, talk)
        talk.say("")
    for line in case_text.situation(view):
        talk.say(line)
    return view


def _step(office: Office, view: CaseView, talk: Talk) -> CaseView:
    node = _pick(text("officer.walk_which_step"), view.open_nodes, [each.activity for each in view.open_nodes], talk)
    for line in case_text.step(view.flow, node):
        talk.say(line)
    choice = _way(view, node, talk)
    names = [view.flow.actors.get(actor, actor) for actor in node.performers]
    actor = _pick(text("officer.walk_who"), node.performers, names, talk)
    note = _reason(talk) if choice.edge.reason else talk.ask(text("officer.walk_note"))
    _confirm(talk)
    try:
        after = office.do(
            view.id,
            node.id,
            answer=choice.edge.answer,
            skip=choice.skip,
            escalate=choice.late,
            to=choice.edge.target if choice.late else None,
            actor=actor,
            note=note,
            expect=view.case.version,
        )
    except Failure as refusal:
        if refusal.code != _MOVED:
            raise
        talk.say(refusal.message())
        return office.show(view.id)
    talk.say(case_text.recorded(after))
    return after


def _way(view: CaseView, node: Node, talk: Talk) -> Choice:
    ways = [each for each in view.choices if each.node is node]
    if len(ways) == 1:
        for line in indented([text("officer.walk_next", onward=case_text.onward(view.flow, ways[0]))]):
            talk.say(line)
        return ways[0]
    names = [case_text.named(each) or text("officer.walk_do") for each in ways]
    ends = [case_text.onward(view.flow, each) for each in ways]
    question = "" if node.question else text("officer.walk_which_way")
    return _pick(question, ways, names, talk, ends)


def _pick(question: str, among: Sequence[T], names: Sequence[str], talk: Talk, details: Sequence[str] = ()) -> T:
    """Return the one of ``among`` that is chosen by its number or its name; the only one without a question."""
    if len(among) == 1:
        return among[0]
    if question:
        talk.say(question)
    numbered = [(f"  {number}", name) for number, name in enumerate(names, 1)]
    rows = [(*row, detail) for row, detail in zip(numbered, details, strict=True)] if details else numbered
    for line in table(rows):
        talk.say(line)
    # a number chooses before a name that looks like one
    chosen = {name.casefold(): each for name, each in reversed([*zip(names, among, strict=True)])}
    chosen |= {str(number): each for number, each in enumerate(among, 1)}
    while True:
        given = talk.ask(text("officer.walk_pick", count=len(among))).strip()
        if given.casefold() in chosen:
            return chosen[given.casefold()]
        talk.say(text("officer.walk_pick_again", given=given, count=len(among)))


def _reason(talk: Talk) -> str:
    while True:
        given = talk.ask(text("officer.walk_reason"))
        if given.strip():
            return given
        talk.say(text("officer.walk_reason_again"))


def _confirm(talk: Talk) -> None:
    while True:
        given = talk.ask(text("officer.walk_confirm")).strip().casefold()
        if not given or given in text("officer.walk_yes").split():
            return
        if given in text("officer.walk_no").split():
            raise Stopped
        talk.say(text("officer.walk_confirm_again"))
