"""The columns of a sheet: in the order in which the actors act, not by rank, and not too many of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sop_engine.checks import lexicon
from sop_engine.checks.subject import ProcedureView, Subject
from sop_engine.definition.model import Step
from sop_engine.diagnostic import Diagnostic, finding
from sop_engine.flow import Flow

MOST = 8
"""Columns of actors that an A4 sheet leaves legible (our own estimate)."""

_MANY = 200
"""Beyond so many columns nobody reads their order, and comparing each with each takes time."""


def order(subject: Subject) -> Iterator[Diagnostic]:
    """SOP042: columns that do not follow the order of acting."""
    yield from _misplaced(subject, "SOP042")


def hierarchy(subject: Subject) -> Iterator[Diagnostic]:
    """SOP043: columns that follow rank, head first, although the heads act later."""
    yield from _misplaced(subject, "SOP043")


def _misplaced(subject: Subject, code: str) -> Iterator[Diagnostic]:
    """Yield one finding: the first column whose actor acts after an actor further right.

    All procedures of a file share one list of actors; the first service procedure decides their order.
    """
    view = next(iter(subject.procedures), None)
    if view is None or view.base[:1] == ("complaints",):
        return
    actors = subject.definition.actors
    acts, seen = _first_times(view)
    columns = [key for key in actors if key in acts]
    if len(columns) > _MANY:
        return
    for place, left in enumerate(columns):
        # who is only informed earlier may stand there too: both readings must speak against the order
        earlier = [key for key in columns[place + 1 :] if acts[key] < acts[left] and seen[key] < seen[left]]
        if earlier:
            if code == ("SOP043" if _by_rank([actors[key].name for key in columns]) else "SOP042"):
                wanted = ", ".join(actors[key].name for key in sorted(columns, key=lambda key: acts[key]))
                args = {"left": actors[left].name, "right": actors[earlier[0]].name, "order": wanted}
                yield finding(code, ("actors", left), args=args, at_key=True)
            return


def _first_times(view: ProcedureView) -> tuple[dict[str, int], dict[str, int]]:
    """Return when each actor first acts, and when first acts or is involved; the one orders, and so does the other."""
    acts: dict[str, int] = {}
    seen: dict[str, int] = {}
    for number, step in enumerate(view.steps):
        for key in performers(step):
            acts.setdefault(key, number)
            seen.setdefault(key, 2 * number)
        for key in step.involves:
            seen.setdefault(key, 2 * number + 1)  # after those who act
    return acts, seen


def performers(step: Step) -> tuple[str, ...]:
    """Return the actors who do a step: the actor, those who do it together, and those who may do it instead."""
    return (step.actor, *step.joint, *step.any_of)


def _by_rank(names: Sequence[str]) -> bool:
    """Tell whether the positions whose rank is known stand from high to low, with at least two ranks."""
    ranks = [rank for rank in (lexicon.rank(lexicon.spelled_out(name)) for name in names) if rank is not None]
    return len(set(ranks)) > 1 and ranks == sorted(ranks)


def nature(subject: Subject) -> Iterator[Diagnostic]:
    """SOP046: called administrative with one actor, or technical with several."""
    identity = subject.definition.identity
    if identity is None or identity.nature is None:
        return
    service = [view for view in subject.procedures if view.base[:1] != ("complaints",)]
    acting = {key for view in service for step in view.steps for key in performers(step)}
    if acting and (len(acting) > 1) == (identity.nature == "technical"):
        args = {"kind": identity.nature, "count": str(len(acting))}
        yield finding("SOP046", ("identity", "nature"), args=args)


def too_many(subject: Subject) -> Iterator[Diagnostic]:
    """SOP047: more actors in one procedure than a sheet has room for."""
    for view in subject.procedures:
        flow: Flow = view.flow
        if len(flow.actors) > MOST:
            args = {"count": str(len(flow.actors)), "procedure": flow.title, "limit": str(MOST)}
            yield finding("SOP047", ("actors",), args=args, at_key=True)
