"""Every case can finish: what :mod:`sop_engine.checks.soundness` found, as findings that tell a story.

A finding points at the arrow that leads a case from where it could finish to where it cannot; where there is no such
arrow, at the earliest step of the circle.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sop_engine.checks.flow import numbers
from sop_engine.checks.soundness import Trap
from sop_engine.checks.story import Edit, Story, tell
from sop_engine.checks.subject import ProcedureView, Subject
from sop_engine.diagnostic import Diagnostic, Route, finding
from sop_engine.flow import JOIN_PREFIX, Edge, EdgeKind

MOST_TRAPS = 50
"""How many traps of one procedure are told; who has mended these sees the next."""

_MOST_PIECES = 6

Piece = tuple[str, ...]
"""A phrase of ``messages/findings/story.py`` and what fills it."""


class _Told(NamedTuple):
    story: Story
    groups: list[str]


def no_way_out(subject: Subject) -> Iterator[Diagnostic]:
    """SOP028: a case that comes here can never finish unless somebody is late."""
    for view in subject.procedures:
        for told in _told(view):
            if not told.story.trap.inside:
                yield _found("SOP028", view, told, {})


def branch_without_join(subject: Subject) -> Iterator[Diagnostic]:
    """SOP083: a parallel branch that cannot come to where the branches meet."""
    for view in subject.procedures:
        for told in _told(view):
            if told.story.trap.inside:
                split, _, number = told.story.trap.inside[-1].rpartition("/")
                titles = dict(enumerate((each.title for each in view.steps[view.place[split]].parallel), 1))
                title = titles.get(int(number))  # of two steps with one id, the other may be meant
                branch = f"{number} (`{title}`)" if title else number
                args = {"split": str(view.flow.node[split].number), "branch": branch}
                yield _found("SOP083", view, told, args)


def uncountable(subject: Subject) -> Iterator[Diagnostic]:
    """SOP082: a limit on an answer that cannot be given again and again."""
    for view in subject.procedures:
        endless = {(edge.source, edge.answer) for places in view.variants for edge in places.endless}
        for index, step in view.distinct if endless else ():
            for place, branch in enumerate(step.decision.branches if step.decision else ()):
                if (step.id, branch.answer) in endless and branch.limit is not None:
                    args = {"number": str(view.flow.node[step.id].number), "answer": branch.answer}
                    route = view.route(index, "decision", "branches", place, "limit")
                    yield finding("SOP082", route, args=args, at_key=True)


def _told(view: ProcedureView) -> list[_Told]:
    """Return the traps of a procedure, one that several groups of applicants fall into once."""
    found: dict[tuple[object, ...], _Told] = {}
    for places in view.variants:
        for story in tell(places, MOST_TRAPS):
            cause = story.cause and (story.cause.source, story.cause.kind, story.cause.answer)
            told = found.setdefault((story.trap.steps, cause), _Told(story, []))
            told.groups.append(places.flow.group or "")
    return list(found.values())


def _found(code: str, view: ProcedureView, told: _Told, args: dict[str, str]) -> Diagnostic:
    story, flow = told.story, view.flow
    first = flow.node[story.trap.steps[0]]
    some = len(told.groups) < len(view.variants)
    groups = [(flow.groups or {})[key] for key in told.groups if key]
    who: list[Piece] = [("for_group", ", ".join(groups))] if some else []
    words = {
        "who": json.dumps(who, ensure_ascii=False),
        "story": json.dumps(_pieces(view, story), ensure_ascii=False),
        "edit": json.dumps(_edit(view, story), ensure_ascii=False),
        "number": str(first.number),
        "step": first.id,
        "circle": numbers(flow, _whole(view, story.trap)),
    }
    route = _arrow(view, story.cause) if story.cause else view.route(view.place[first.id])
    return finding(code, route, args={**words, **args})


def _whole(view: ProcedureView, trap: Trap) -> set[str]:
    return {*trap.steps, *(step for join in trap.joins for step in view.flow.block[join] if step in view.reached)}


def _pieces(view: ProcedureView, story: Story) -> list[Piece]:
    flow = view.flow
    pieces: list[Piece] = []
    for edge in story.way:
        number = str(flow.node[edge.source].number) if edge.source in flow.node else ""
        if edge.kind is EdgeKind.ANSWER:
            pieces.append(("answered", number, str(edge.answer)))
        elif edge.kind is EdgeKind.LIMIT:
            pieces.append(("answered_more", number, str(edge.answer), str(edge.limit)))
        elif edge.kind is EdgeKind.SKIP:
            pieces.append(("skipped", number))
        elif edge.kind is EdgeKind.LATE:
            pieces.append(("late", number))
    for edge in story.spent:
        pieces.append(("spent", str(flow.node[edge.source].number), str(edge.answer), str(edge.limit)))
    if not pieces and story.trap.steps[0] != flow.start:
        pieces.append(("came", str(flow.node[story.trap.steps[0]].number)))
    return [("before",), *pieces[-_MOST_PIECES:]] if len(pieces) > _MOST_PIECES else pieces


def _edit(view: ProcedureView, story: Story) -> list[Piece]:
    edit = story.edit
    if edit is None:
        return [("whole_branch",)]
    number = str(view.flow.node[edit.edge.source.removeprefix(JOIN_PREFIX)].number)
    if edit.edge.kind is EdgeKind.LIMIT:
        where: Piece = ("at_limit", number, str(edit.edge.answer))
    elif edit.edge.kind is EdgeKind.ANSWER:
        where = ("at_answer", number, str(edit.edge.answer))
    else:
        where = ("at_step", number)
    other: Sequence[Piece] = [("or_here",)] if story.cause is not None and story.cause != edit.edge else []
    return [where, _written(edit), *other]


def _written(edit: Edit) -> Piece:
    key = {EdgeKind.NEXT: "next", EdgeKind.SKIP: "skip_to"}.get(edit.edge.kind, "to")
    ways = [f"{key}: {edit.step}"] if edit.step else []
    if edit.end:
        ways.append(f"end: {edit.end}")
    if edit.straight and not ways:
        return ("drop", key)
    return ("write", *ways) if len(ways) == 1 else ("write_either", *ways)


def _arrow(view: ProcedureView, edge: Edge) -> Route:
    """Return the route to where an arrow is written."""
    source = edge.via[0] if edge.via else edge.source.removeprefix(JOIN_PREFIX)
    index = view.place[source]
    step = view.steps[index]
    answer = edge.via[1] if edge.via else edge.answer
    if answer is not None and step.decision is not None:
        places = [place for place, each in enumerate(step.decision.branches) if each.answer == answer]
        rest = {EdgeKind.LIMIT: ("limit",), EdgeKind.LATE: ("deadline",)}.get(edge.kind, ())
        return view.route(index, "decision", *(("branches", places[0], *rest) if places else ()))
    written = {
        EdgeKind.LATE: ("deadline",),
        EdgeKind.SKIP: ("skip_to", "optional", "only"),
        EdgeKind.NEXT: ("next", "end"),
    }.get(edge.kind, ())
    return view.route(index, *[key for key in written if getattr(step, key)][:1])
