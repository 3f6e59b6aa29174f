"""A step that several do together -> the question who did it with the officer, asked until each of them is named."""

from __future__ import annotations

from sop_engine.cli.talk import Talk
from sop_engine.failure import Failure
from sop_engine.flow import Node
from sop_engine.messages import text
from sop_engine.office import CaseView, Office, custody, guard


def asked(
    office: Office, view: CaseView, node: Node, actor: str | None, facts: tuple[str, ...], talk: Talk
) -> tuple[str, ...]:
    """Return ``facts``, and those lacking of who did the step together; where no people are listed none are."""
    if not office.people.listed:
        return facts
    own = office.capacity(view, node.id, actor).actor
    while lacking := guard.unnamed(view, node.id, own, facts):
        given = talk.ask(_with_whom(office, view, lacking[0])).strip()
        try:
            more = custody.together(office, view, node.id, [f"{lacking[0]}={given}"] if given else ())
            guard.check_companions(office.person, node.id, own, (*facts, *more))
            guard.check_four_eyes(office, view, node.id, [person for _, person in guard.companions(more)])
            facts += more
        except Failure as refusal:
            talk.say(refusal.message())
    return facts


def _with_whom(office: Office, view: CaseView, actor: str) -> str:
    title = view.flow.actors.get(actor, actor)
    if actor in view.flow.external:
        return text("walk.with_outsider", actor=title)
    holders = custody.holders(office, view, actor)
    return text("walk.with_whom", actor=title, who=", ".join(each.person for each in holders) or text("officer.nobody"))
