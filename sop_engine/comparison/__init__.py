"""Two versions of a definition -> what changed: for the applicant, for each actor, in the flow, in the papers.

Parts are matched by their keys, not by their places, so that an inserted step does not change all that follow. The
walk goes over the models themselves: a key that the language gets later is compared too. Nothing is worded here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from sop_engine.comparison.arrows import arrows
from sop_engine.comparison.change import Audience, Change, Kind
from sop_engine.comparison.naming import PRICE, field_shown, keyed, label, price, shown
from sop_engine.definition.delivery import Channel, Fee, FeeItem
from sop_engine.definition.part import Part
from sop_engine.definition.procedure import Branch, Step

if TYPE_CHECKING:
    from sop_engine.compiler import Compiled

__all__ = ["Audience", "Change", "Kind", "compare"]

_FOR_APPLICANTS = frozenset(
    {"title", "applicants", "requirements", "sla", "fee", "products", "validity", "complaints", "charter"}
)
_APPLICANT = "pemohon"
_WAITS = frozenset(
    str(model.model_fields[name].title) for model, name in ((Branch, "limit"), (Branch, "deadline"), (Step, "deadline"))
)
"""What an applicant is bound by, wherever it stands in a step."""


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
    changes += arrows(old, new)
    order = {key: place for place, key in enumerate(names)}
    audiences = list(Audience)
    return tuple(
        sorted(
            (_with_names(change, names) for change in changes),
            key=lambda each: (
                audiences.index(each.audience),
                each.actor is not None,
                _column(each.actor, names, order),
            ),
        )
    )


def _with_names(change: Change, names: Mapping[str, str]) -> Change:
    named = change._replace(actor=names.get(change.actor or "", change.actor))
    if (named.actor or "").casefold() == _APPLICANT:
        named = named._replace(audience=Audience.APPLICANT)
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
        yield from _fields(place, old, new, steps)
    elif isinstance(old, Mapping) and isinstance(new, Mapping):
        yield from _items(place, dict(old), dict(new), steps)
    elif isinstance(old, tuple) and isinstance(new, tuple):
        yield from _items(place, keyed(old, new), keyed(new, old), steps)
    elif old is None or old == ():
        yield from _whole(place, Kind.ADDED, new, steps)
    elif new is None or new == ():
        yield from _whole(place, Kind.REMOVED, old, steps)
    else:
        yield _Difference("", Kind.CHANGED, place, old, new, steps)


def _fields(
    place: tuple[str, ...], old: Part, new: Part, steps: tuple[Step | None, Step | None] | None
) -> Iterator[_Difference]:
    whole: tuple[str, ...] = ()
    if isinstance(old, Fee | FeeItem) and isinstance(new, Fee | FeeItem):
        whole = PRICE
        yield from _differences(place, price(old), price(new), steps)
    elif isinstance(old, Channel) and isinstance(new, Channel):
        # a channel is what it is reached by: its label and its number are one line
        whole = ("value",)
        yield from _differences(place, old.value, new.value, steps)
    for name, field in type(new).model_fields.items():
        if name not in whole:
            before, after = field_shown(old, name), field_shown(new, name)
            yield from _differences((*place, field.title or name), before, after, steps)


def _whole(
    place: tuple[str, ...], kind: Kind, value: Any, steps: tuple[Step | None, Step | None] | None
) -> Iterator[_Difference]:
    """Yield what came or went: each item of a list or of a group of its own."""
    added = kind is Kind.ADDED
    if isinstance(value, tuple):
        yield from _items(place, keyed(() if added else value, ()), keyed(value if added else (), ()), steps)
    else:
        yield _Difference("", kind, place, None if added else value, value if added else None, steps)


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
            yield from _differences((*place, label(after)), before, after, around)
    if [key for key in old if key in new] != [key for key in new if key in old]:
        yield _Difference("", Kind.MOVED, place, None, None, steps)


def _changes(each: _Difference) -> Iterator[Change]:
    old = None if each.old is None else shown(each.old)
    new = None if each.new is None else shown(each.new)
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
    if not _WAITS.isdisjoint(each.place):
        yield Change(Audience.FLOW, None, each.kind, each.place[1:], old, new)
