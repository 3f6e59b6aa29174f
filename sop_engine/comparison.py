"""Two versions of a definition -> what changed: for the applicant, for each actor, in the flow, in the papers.

Parts are matched by their keys, not by their places, so that an inserted step does not change all that follow. The
walk goes over the models themselves: a key that the language gets later is compared too. Nothing is worded here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from sop_engine.definition.part import Part
from sop_engine.definition.procedure import Step
from sop_engine.flow import EdgeKind

if TYPE_CHECKING:
    from sop_engine.compiler import Compiled
    from sop_engine.flow import Flow

_FOR_APPLICANTS = frozenset(
    {"title", "applicants", "requirements", "sla", "fee", "products", "validity", "complaints", "charter"}
)
_KEYS = ("id", "answer", "sop", "when", "name", "text", "title")
"""The fields by which items of a list are matched, the first that an item has."""


class Audience(StrEnum):
    """Whom a change concerns; ACTOR is named by :attr:`Change.actor`."""

    APPLICANT = "applicant"
    ACTOR = "actor"
    FLOW = "flow"
    PAPERS = "papers"


class Kind(StrEnum):
    """How something changed."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"
    TAKEN = "taken"
    """A step that another actor did before."""
    LEFT = "left"
    """A step that another actor does now."""
    LEADS = "leads"
    """An arrow; ``place`` names its step and its answer."""


class Change(NamedTuple):
    """One change. ``place`` are labels from the outside in; ``old`` and ``new`` are shown values, None: nothing."""

    audience: Audience
    actor: str | None
    kind: Kind
    place: tuple[str, ...]
    old: str | None
    new: str | None


class _Difference(NamedTuple):
    """A difference of the models; ``steps`` are the step around it, before and after."""

    top: str
    kind: Kind
    place: tuple[str, ...]
    old: Any
    new: Any
    steps: tuple[Step | None, Step | None] | None


def compare(old: Compiled, new: Compiled) -> tuple[Change, ...]:
    """Return what changed, by audience: the applicant, the actors in the order of their columns, flow, papers."""
    names = {key: actor.name for key, actor in (*old.definition.actors.items(), *new.definition.actors.items())}
    changes = [change for each in _top(old.definition, new.definition) for change in _changes(each)]
    changes += _arrows(old, new)
    order = {key: place for place, key in enumerate(names)}
    audiences = list(Audience)
    return tuple(
        sorted(
            (_with_names(change, names) for change in changes),
            key=lambda each: (audiences.index(each.audience), _column(each.actor, names, order)),
        )
    )


def _with_names(change: Change, names: Mapping[str, str]) -> Change:
    named = change._replace(actor=names.get(change.actor or "", change.actor))
    if change.kind in (Kind.TAKEN, Kind.LEFT):
        return named._replace(old=names.get(change.old or ""), new=names.get(change.new or ""))
    return named


def _column(actor: str | None, names: Mapping[str, str], order: Mapping[str, int]) -> int:
    return next((order[key] for key, name in names.items() if name == actor), len(order))


def _top(old: Part, new: Part) -> Iterator[_Difference]:
    for name, field in type(new).model_fields.items():
        key = field.alias or name
        for each in _differences((field.title or key,), getattr(old, name), getattr(new, name), None):
            yield each._replace(top=key)


def _differences(
    place: tuple[str, ...], old: Any, new: Any, steps: tuple[Step | None, Step | None] | None
) -> Iterator[_Difference]:
    if old == new:
        return
    if isinstance(old, Part) and isinstance(new, Part):
        for name, field in type(new).model_fields.items():
            label = field.title or name
            yield from _differences((*place, label), getattr(old, name), getattr(new, name), steps)
    elif isinstance(old, Mapping) and isinstance(new, Mapping):
        yield from _items(place, dict(old), dict(new), steps)
    elif isinstance(old, tuple) and isinstance(new, tuple):
        yield from _items(place, _keyed(old), _keyed(new), steps)
    elif old is None or old == ():
        yield from _whole(place, Kind.ADDED, new, steps)
    elif new is None or new == ():
        yield from _whole(place, Kind.REMOVED, old, steps)
    else:
        yield _Difference("", Kind.CHANGED, place, old, new, steps)


def _whole(
    place: tuple[str, ...], kind: Kind, value: Any, steps: tuple[Step | None, Step | None] | None
) -> Iterator[_Difference]:
    """Yield what came or went: each item of a list or of a group of its own."""
    added = kind is Kind.ADDED
    if isinstance(value, tuple):
        yield from _items(place, _keyed(() if added else value), _keyed(value if added else ()), steps)
    else:
        yield _Difference("", kind, place, None if added else value, value if added else None, steps)


def _keyed(items: tuple[Any, ...]) -> dict[Any, Any]:
    """Return the items by what names them; the second of two of one name by its number as well."""
    keyed: dict[Any, Any] = {}
    for item in items:
        key: Any = item
        if isinstance(item, Part):
            key = next((getattr(item, name) for name in _KEYS if getattr(item, name, None) is not None), None)
            key = (getattr(item, "kind", ""), getattr(item, "value", "")) if key is None else key
        number = 1
        while (key, number) in keyed:
            number += 1
        keyed[key, number] = item
    return keyed


def _items(
    place: tuple[str, ...], old: dict[Any, Any], new: dict[Any, Any], steps: tuple[Step | None, Step | None] | None
) -> Iterator[_Difference]:
    for key in [*new, *(key for key in old if key not in new)]:
        before, after = old.get(key), new.get(key)
        around = steps
        if isinstance(before or after, Step):
            around = (before, after)
        if key not in old:
            yield _Difference("", Kind.ADDED, place, None, after, around)
        elif key not in new:
            yield _Difference("", Kind.REMOVED, place, before, None, around)
        else:
            yield from _differences((*place, _named(after)), before, after, around)
    if [key for key in old if key in new] != [key for key in new if key in old]:
        yield _Difference("", Kind.MOVED, place, None, None, steps)


def _named(value: Any) -> str:
    """Return what a value is called on a page."""
    if isinstance(value, Step):
        return value.activity
    if isinstance(value, Part):
        said = next((getattr(value, name) for name in ("text", "title", *_KEYS) if getattr(value, name, None)), None)
        return str(said or next((each for _, each in value if each), ""))
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    return ", ".join(_named(each) for each in value) if isinstance(value, tuple) else str(value)


def _changes(each: _Difference) -> Iterator[Change]:
    old = None if each.old is None else _named(each.old)
    new = None if each.new is None else _named(each.new)
    if each.top in ("steps", "procedures") or each.steps is not None:
        yield from _for_actors(each, old, new)
    else:
        audience = Audience.APPLICANT if each.top in _FOR_APPLICANTS else Audience.PAPERS
        yield Change(audience, None, each.kind, each.place, old, new)


def _for_actors(each: _Difference, old: str | None, new: str | None) -> Iterator[Change]:
    if each.steps is None:
        yield Change(Audience.FLOW, None, each.kind, each.place, old, new)
        return
    before, after = each.steps
    if before is not None and after is not None and before.actor != after.actor and each.old == before.actor:
        step = (after.activity,)
        yield Change(Audience.ACTOR, before.actor, Kind.LEFT, step, None, after.actor)
        yield Change(Audience.ACTOR, after.actor, Kind.TAKEN, step, before.actor, None)
        return
    actor = after.actor if after is not None else before.actor if before is not None else None
    yield Change(Audience.ACTOR, actor, each.kind, each.place[1:], old, new)


def _arrows(old: Compiled, new: Compiled) -> Iterator[Change]:
    before = {flow.procedure: flow for flow in old.flows}
    for flow in new.flows:
        if flow.procedure not in before:
            continue
        earlier = before[flow.procedure]
        was, now = _led(earlier), _led(flow)
        for arrow in [*now, *(arrow for arrow in was if arrow not in now)]:
            step, kind, answer = arrow
            if was.get(arrow) == now.get(arrow) or not (step in flow.node and step in earlier.node):
                continue
            place = (flow.node[step].activity, kind.value, *((answer,) if answer else ()))
            old_goal, new_goal = _goals(earlier, was.get(arrow)), _goals(flow, now.get(arrow))
            yield Change(Audience.FLOW, None, Kind.LEADS, place, old_goal, new_goal)


def _led(flow: Flow) -> dict[tuple[str, EdgeKind, str | None], tuple[str, ...]]:
    """Return where each arrow of a step leads, over joins to steps and ends; the forks of one step together."""
    led: dict[tuple[str, EdgeKind, str | None], tuple[str, ...]] = {}
    for edge in flow.edges:
        target = edge.target
        while target in flow.join:
            target = flow.outgoing[target][0].target
        key = (edge.source, edge.kind, edge.answer or (edge.via[1] if edge.via else None))
        led[key] = (*led.get(key, ()), target)
    return led


def _goals(flow: Flow, targets: tuple[str, ...] | None) -> str | None:
    if targets is None:
        return None
    return "; ".join(flow.end[each].text if each in flow.end else flow.node[each].activity for each in targets)
