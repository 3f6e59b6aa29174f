"""The models of the language -> the order in which the keys of each part are written.

The order of a model's fields is the canonical one. Groups whose keys the author names himself (actors, ends) keep the
order that they have: there it carries meaning.
"""

from __future__ import annotations

from functools import cache
from typing import Any, ForwardRef, NamedTuple, get_args, get_origin

from pydantic import BaseModel


class Shape(NamedTuple):
    """What stands at a place: a part of the language; ``named``: a group of such parts under names of the author."""

    part: type[BaseModel] | None
    named: bool = False


UNKNOWN = Shape(None)


@cache
def keys(part: type[BaseModel]) -> tuple[str, ...]:
    """Return the keys of a part as they are written, in canonical order."""
    return tuple(field.alias or name for name, field in part.model_fields.items())


def inside(shape: Shape, key: str | None) -> Shape:
    """Return what stands at ``key`` of a group of keys, or in an item of a list when ``key`` is None."""
    if key is None:
        return shape
    if shape.named:
        return Shape(shape.part)
    return UNKNOWN if shape.part is None else _at(shape.part, key)


@cache
def _at(part: type[BaseModel], key: str) -> Shape:
    field = next((field for name, field in part.model_fields.items() if key == (field.alias or name)), None)
    if field is not None and isinstance(field.annotation, ForwardRef):
        part.model_rebuild()
        return _at.__wrapped__(part, key)
    return UNKNOWN if field is None else _shape(field.annotation)


def _shape(annotation: Any) -> Shape:
    if isinstance(annotation, type) and get_origin(annotation) is None:
        return Shape(annotation) if issubclass(annotation, BaseModel) else UNKNOWN
    found = [_shape(each) for each in get_args(annotation) if each not in (type(None), ...)]
    part = next((each.part for each in found if each.part is not None), None)
    return Shape(part, get_origin(annotation) is dict or any(each.named for each in found))
