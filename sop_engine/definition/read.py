"""Plain data -> models, with every mistake as a finding of its own: code, route, allowed values, nearest spelling.

After a first failure the data is *repaired* for reading on (unknown keys dropped, missing values replaced by
stand-ins), so that one mistake does not hide the others. What stands on a repaired place is not reported again,
and a repaired definition never leaves as a valid one.
"""

from __future__ import annotations

import copy
import difflib
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from sop_engine.definition import model
from sop_engine.diagnostic import Diagnostic, Route, finding
from sop_engine.source import Source

_MAX_SHOWN = 60
_REPAIRS = 4

_STAND_INS: dict[str, Any] = {
    "sop": 1, "unit": "x", "id": "x", "title": "x", "requirements": [], "actors": {}, "sla": {"adjusts": "x"},
    "fee": {"free": True}, "products": [], "complaints": {}, "text": "x", "name": "x", "number": "x", "actor": "x",
    "activity": "x", "question": "x", "branches": [], "answer": "x", "kind": "phone", "steps": [{"id": "x", "actor": "x", "activity": "x"}],
}  # fmt: skip


M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class Reading(Generic[M]):
    """A model, the findings of reading it, and the routes whose values are stand-ins."""

    value: M | None
    found: tuple[Diagnostic, ...]
    repaired: tuple[Route, ...] = ()

    def covers(self, route: Route) -> bool:
        """Return whether ``route`` lies in or around a stand-in, so that a finding about it would be noise."""
        return any(route[: len(place)] == place for place in self.repaired)


def read(source: Source, wanted: type[M]) -> Reading[M]:
    """Return the model that a source holds, as far as it can be read, with all its findings."""
    data, found, repaired = source.data, [], []
    for _ in range(_REPAIRS):
        try:
            return Reading(wanted.model_validate(data), tuple(found), tuple(repaired))
        except ValidationError as error:
            mistakes = [each for each in error.errors(include_url=False) if not _echo(each)]
        if not repaired:
            data = copy.deepcopy(data)
        for mistake in mistakes:
            route = _route(mistake["loc"])
            if not any(route[: len(place)] == place for place in repaired):
                found.append(_finding(wanted, source, route, mistake))
        # from the back, so that removing an item does not move the routes of the others
        for mistake in sorted(mistakes, key=lambda each: len(each["loc"]), reverse=True):
            route = _route(mistake["loc"])
            repaired.append(route)
            if not _repair(data, route, mistake["type"]):
                return Reading(None, tuple(found), tuple(repaired))
    return Reading(None, tuple(found), tuple(repaired))


def _echo(mistake: Any) -> bool:
    # a list whose items were refused is also reported as too short
    return bool(mistake["type"] == "too_short" and mistake["input"])


def _route(loc: tuple[str | int, ...]) -> Route:
    # a mapping's bad key is reported as (…, key, "[key]")
    return tuple(segment for segment in loc if segment != "[key]")


def _repair(data: Any, route: Route, kind: str) -> bool:
    """Drop or replace the value at ``route`` in place; return False when reading on would make no sense."""
    *way, last = route or ("",)
    parent = data
    for segment in way:
        try:
            parent = parent[segment]
        except (KeyError, IndexError, TypeError):
            return True  # a repair further in has already replaced what held it
    if not isinstance(parent, dict) or not isinstance(last, str):
        return False
    if kind == "extra_forbidden" or (last in parent and last not in _STAND_INS):
        parent.pop(last, None)
    elif last in _STAND_INS:
        parent[last] = copy.deepcopy(_STAND_INS[last])
    return True


def _finding(wanted: type[BaseModel], source: Source, route: Route, mistake: Any) -> Diagnostic:
    kind, context = mistake["type"], mistake.get("ctx", {})
    key = str(next((segment for segment in reversed(route) if isinstance(segment, str)), ""))
    value = _shown(mistake["input"])
    if kind == "extra_forbidden":
        return _unknown_key(_model_at(wanted, route[:-1]), route, key)
    if kind == "missing":
        field = _fields(_model_at(wanted, route[:-1]))[key]
        return finding("SOP111", route, args={"key": key, "label": field.title or key})
    if kind == "literal_error" and route in (("sop",), ("unit",)):
        return finding("SOP108", route, args={"value": value})
    if kind == "literal_error":
        return finding("SOP113", route, args={"key": key, "value": value, **choices(value, _literals(wanted, route))})
    if kind == "duration":
        return finding("SOP061", route, args={"value": value})
    if kind == "string_pattern_mismatch" and context.get("pattern") in (model.ID_PATTERN, model.UNIT_PATTERN):
        return finding("SOP119", route, args={"key": key, "value": value}, at_key=mistake["loc"][-1] == "[key]")
    if kind in ("string_too_short", "string_pattern_mismatch") or (kind == "string_type" and mistake["input"] is None):
        return finding("SOP120", route, args={"key": key})
    if kind == "too_short":
        return finding("SOP020", route)
    if kind in ("string_too_long", "too_long"):
        return finding("SOP126", route, args={"key": key, "limit": str(context.get("max_length"))})
    if kind == "greater_than_equal":
        return finding("SOP113", route, args={"key": key, "value": value, **choices(value, ("1, 2, 3, …",))})
    if kind == "string_type" and isinstance(mistake["input"], int | float):
        return finding("SOP129", route, args={"key": key, "value": value})
    return finding("SOP112", route, args={"key": key, "value": value, "expected": _expected(kind)})


def _expected(kind: str) -> str:
    for sign, word in (("string", "text"), ("int", "number"), ("bool", "boolean"), ("tuple", "list")):
        if kind.startswith(sign):
            return word
    return "mapping"


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "null"
    if isinstance(value, dict | list):
        return "{…}" if isinstance(value, dict) else "[…]"
    written = str(value)
    return written if len(written) <= _MAX_SHOWN else written[: _MAX_SHOWN - 1] + "…"


def _unknown_key(holder: type[BaseModel], route: Route, key: str) -> Diagnostic:
    if key in getattr(holder, "reserved", ()):
        return finding("SOP114", route, args={"key": key}, at_key=True)
    return finding("SOP110", route, args={"key": _shown(key), **choices(key, tuple(_fields(holder)))}, at_key=True)


def choices(value: str, allowed: tuple[str, ...]) -> dict[str, str]:
    """Return the message arguments that name what is allowed and the spelling nearest to ``value``."""
    near = difflib.get_close_matches(value, allowed, n=1)
    return {
        "near_id": f"; maksudnya `{near[0]}`?" if near else "",
        "near_en": f"; did you mean `{near[0]}`?" if near else "",
        "allowed": ", ".join(allowed[:40]) + (", …" if len(allowed) > 40 else "") if allowed else "–",  # noqa: PLR2004
    }


def _fields(holder: type[BaseModel]) -> dict[str, Any]:
    return {field.alias or name: field for name, field in holder.model_fields.items()}


def _inner(annotation: Any) -> Any:
    """Return what an optional, a tuple or a mapping holds: the model or the literal inside."""
    while True:
        inner = [each for each in get_args(annotation) if each not in (type(None), ...)]
        if not inner or isinstance(annotation, type) or str(annotation).startswith("typing.Literal"):
            return annotation
        # Annotated[X, …] and tuple[X, …] hold it first, dict[K, X] last
        annotation = inner[-1] if getattr(annotation, "__origin__", None) is dict else inner[0]


def _model_at(wanted: type[BaseModel], route: Route) -> type[BaseModel]:
    holder: Any = wanted
    for segment in route:
        field = _fields(holder).get(str(segment)) if isinstance(segment, str) else None
        inner = _inner(field.annotation) if field else None
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            holder = inner
    return holder  # type: ignore[no-any-return]


def _literals(wanted: type[BaseModel], route: Route) -> tuple[str, ...]:
    names = [segment for segment in route if isinstance(segment, str)]
    field = _fields(_model_at(wanted, tuple(names[:-1])))[names[-1]]
    return tuple(str(value) for value in get_args(_inner(field.annotation)))
