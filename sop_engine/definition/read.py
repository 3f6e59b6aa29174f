"""Plain data -> models, with every mistake as a finding of its own: code, route, allowed values, nearest spelling.

After a first failure the data is *repaired* for reading on (unknown keys dropped, missing values replaced by
stand-ins), so that one mistake does not hide the others. What stands on a repaired place is not reported again,
and a repaired definition never leaves as a valid one.
"""

from __future__ import annotations

import copy
from collections.abc import Set
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ForwardRef, Generic, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from sop_engine.definition import model
from sop_engine.definition.people import PERSON_PATTERN
from sop_engine.diagnostic import Diagnostic, Route, finding
from sop_engine.source import Source
from sop_engine.spelling import choices, nearest

_MAX_SHOWN = 60
_REPAIRS = 4
_MOST_MISTAKES = 500
"""With more mistakes than these, the first of them are told and the rest is not read."""

_STAND_INS: dict[str, Any] = {
    "sop": 1, "project": 1, "people": 1, "unit": "x", "id": "x", "title": "x", "requirements": [], "actors": {},
    "sla": {"adjusts": "x"}, "fee": {"free": True}, "products": [], "complaints": {}, "text": "x",
    "name": "x", "number": "x", "actor": "x",
    "persons": [], "activity": "x", "question": "x", "branches": [], "answer": "x", "kind": "phone",
    "steps": [{"id": "x", "actor": "x", "activity": "x"}],
}  # fmt: skip


_LONG_AGO = "2000-01-01"
"""The stand-in for the first day of a term."""

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class Reading(Generic[M]):
    """A model, the findings of reading it, and the routes whose values are stand-ins."""

    value: M | None
    found: tuple[Diagnostic, ...]
    repaired: frozenset[Route] = frozenset()

    def covers(self, route: Route) -> bool:
        """Return whether ``route`` lies in or around a stand-in, so that a finding about it would be noise."""
        return _within(route, self.repaired) or route in self._around

    @cached_property
    def _around(self) -> frozenset[Route]:
        return frozenset(place[:-1] for place in self.repaired if len(place) > 1)

    def echoes(self, found: Diagnostic) -> bool:
        """Return whether a finding only repeats that something else could not be read."""
        if not self.repaired:
            return False
        if self.covers(found.route):
            return True
        if found.code == "SOP041":
            return any(place[-1] in _NAMING_ACTORS or place[-2:-1] in _LISTING_ACTORS for place in self.repaired)
        if found.code == "SOP048":
            named = dict(found.args)["value"]
            return ("actors",) in self.repaired or ("actors", named) in self.repaired
        return False


_NAMING_ACTORS = frozenset({"actor", "with", "any_of", "deputy", "involves", "steps", "procedures", "complaints"})
_LISTING_ACTORS = frozenset({("with",), ("any_of",), ("involves",), ("procedures",)})


def read(source: Source, wanted: type[M]) -> Reading[M]:
    """Return the model that a source holds, as far as it can be read, with all its findings."""
    data = source.data
    found: list[Diagnostic] = []
    repaired: set[Route] = set()
    if source.empty or source.refused:
        data = copy.deepcopy(data)
        found += [finding("SOP120", route, args={"key": _key(route)}) for route in source.empty]
        for route in (*source.empty, *source.refused):
            repaired.add(route)
            _repair(data, route, "empty")
    for _ in range(_REPAIRS):
        try:
            return Reading(wanted.model_validate(data), tuple(found), frozenset(repaired))
        except ValidationError as error:
            hopeless = error.error_count() > _MOST_MISTAKES
            mistakes = [each for each in error.errors(include_url=False) if not _echo(each)][:_MOST_MISTAKES]
        meant = {_meant(wanted, mistake) for mistake in mistakes}
        for mistake in mistakes:
            route = _route(mistake["loc"])
            if not _within(route, repaired) and not (mistake["type"] == "missing" and route in meant):
                found.append(_finding(wanted, route, mistake))
        if hopeless:
            return Reading(None, tuple(found), frozenset(repaired))
        if data is source.data:
            data = copy.deepcopy(data)
        # from the back, so that removing an item does not move the routes of the others
        for mistake in sorted(mistakes, key=lambda each: len(each["loc"]), reverse=True):
            route = _route(mistake["loc"])
            repaired.add(route)
            if not _repair(data, route, mistake["type"]):
                return Reading(None, tuple(found), frozenset(repaired))
    return Reading(None, tuple(found), frozenset(repaired))


def _within(route: Route, places: Set[Route]) -> bool:
    return any(route[:length] in places for length in range(1, len(route) + 1))


def _echo(mistake: Any) -> bool:
    # a list whose items were refused is also reported as too short
    return bool(mistake["type"] == "too_short" and isinstance(mistake["input"], list) and mistake["input"])


def _meant(wanted: type[BaseModel], mistake: Any) -> Route | None:
    """Return the route of the key that a misspelled one stands for, which is then not missing as well."""
    if mistake["type"] != "extra_forbidden":
        return None
    *way, last = _route(mistake["loc"])
    near = nearest(str(last), tuple(_fields(_model_at(wanted, tuple(way)))))
    return (*way, near) if near else None


def _route(loc: tuple[str | int, ...]) -> Route:
    # a mapping's bad key is reported as (…, key, "[key]")
    return tuple(segment for segment in loc if segment != "[key]")


_PLAIN_LISTS = frozenset(
    {
        *("input", "products", "aliases", "with", "any_of", "involves", "only", "requires", "four_eyes", "unstated"),
        *("notify", "charter", "legal_basis", "related_sops", "warnings", "qualifications", "equipment", "records"),
        *("facilities", "staff_competence", "internal_supervision", "staff_count", "service_guarantee"),
        *("safety_guarantee", "staff_evaluation"),
    }
)
"""Lists of single values: a bad item takes the list with it, and no other value points into it."""


_NEEDLESS = (["widths"], ["labels"])
"""Mappings in which every value may be left out."""


def _repair(data: Any, route: Route, kind: str) -> bool:
    """Drop or replace the value at ``route`` in place; return False when reading on would make no sense."""
    in_list = len(route) > 1 and route[-2] in _PLAIN_LISTS
    *way, last = route[:-1] if in_list and kind != "empty" else route
    parent = data
    for segment in way:
        try:
            parent = parent[segment]
        except (KeyError, IndexError, TypeError):
            return True  # a repair further in has already replaced what held it
    if in_list and isinstance(parent, list) and isinstance(last, int):
        parent[last] = "x"
        return True
    if not isinstance(parent, dict) or not isinstance(last, str):
        return False
    if last == "from" and way[-2:-1] == ["offices"]:
        parent[last] = _LONG_AGO  # elsewhere `from` is no day and may be left out
        return True
    needless = last not in _STAND_INS or way[-1:] in _NEEDLESS
    if kind == "extra_forbidden" or (last in parent and needless):
        parent.pop(last, None)
    elif last in _STAND_INS:
        parent[last] = copy.deepcopy(_STAND_INS[last])
    return True


def _finding(wanted: type[BaseModel], route: Route, mistake: Any) -> Diagnostic:
    code, value = _code(route, mistake), _shown(mistake["input"])
    in_key = mistake["loc"][-1:] == ("[key]",)
    key = _key(route[:-1] if in_key else route)
    holder = _model_at(wanted, route[:-1])
    if code == "SOP110":
        return _unknown_key(holder, route, key)
    args = {"key": key, "value": value}
    if code == "SOP111":
        args = {"key": key, "label": _fields(holder)[key].title or key}
    elif code == "SOP108":
        args = {"value": f'"{value}"' if isinstance(mistake["input"], str) else value}
    elif code == "SOP113":
        args |= choices(value, _literals(wanted, route) or (_bound(mistake["ctx"]),))
    elif code == "SOP126":
        args = {"key": key, "limit": str(mistake["ctx"]["max_length"])}
    elif code == "SOP112":
        args["expected"] = _expected(mistake["type"])
    elif code in _ARGS:
        args = {name: args[name] for name in _ARGS[code]}
    return finding(code, route, args=args, at_key=in_key)


_ARGS = {
    "SOP020": (),
    "SOP061": ("value",),
    "SOP134": ("value",),
    "SOP120": ("key",),
    "SOP170": ("value",),
    "SOP171": ("value",),
}

_CODES = {
    "extra_forbidden": "SOP110",
    "missing": "SOP111",
    "literal_error": "SOP113",
    "greater_than_equal": "SOP113",
    "less_than_equal": "SOP113",
    "duration": "SOP061",
    "date": "SOP134",
    "weekdays": "SOP170",
    "hours": "SOP171",
    "string_pattern_mismatch": "SOP120",
    "string_too_short": "SOP120",
    "too_short": "SOP120",
    "string_too_long": "SOP126",
    "too_long": "SOP126",
}
"""The kinds of mistake that the models report, by pydantic's names; every other is a wrong type."""


def _code(route: Route, mistake: Any) -> str:
    kind = mistake["type"]
    if kind == "literal_error" and route in (("sop",), ("unit",), ("project",), ("tests",), ("people",)):
        return "SOP108"
    if kind == "string_pattern_mismatch" and mistake["ctx"]["pattern"] in (model.ID_PATTERN, model.UNIT_PATTERN):
        return "SOP119"
    if kind == "string_pattern_mismatch" and mistake["ctx"]["pattern"] == PERSON_PATTERN:
        return "SOP160"
    if kind == "too_short" and route[-1:] == ("steps",):
        return "SOP020"
    if kind == "string_type" and isinstance(mistake["input"], int | float):
        return "SOP129"
    return _CODES.get(kind, "SOP112")


def _bound(context: dict[str, int]) -> str:
    """Return what a number may be, of which one bound was passed over."""
    if "le" in context:
        return f"≤ {context['le']}"
    return "1, 2, 3, …" if context["ge"] == 1 else f"≥ {context['ge']}"


def _key(route: Route) -> str:
    return str(next((segment for segment in reversed(route) if isinstance(segment, str)), ""))


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


def _fields(holder: type[BaseModel]) -> dict[str, Any]:
    if any(isinstance(field.annotation, ForwardRef) for field in holder.model_fields.values()):
        holder.model_rebuild()  # a part that was written before what it holds
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
    names = tuple(segment for segment in route if isinstance(segment, str))
    around = _fields(_model_at(wanted, names[:-2])).get(names[-2]) if len(names) > 1 else None
    # in a mapping of such values the last name is no field's
    allowed = get_args(_inner(around.annotation)) if around else ()
    if not allowed:
        allowed = get_args(_inner(_fields(_model_at(wanted, names[:-1]))[names[-1]].annotation))
    return tuple(_shown(value) for value in allowed)
