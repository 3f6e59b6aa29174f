"""Parts and values of a definition -> the key that matches two versions of them, their label and what they say.

Labels are the Indonesian ones of the language, as on the papers: nothing here is translated.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sop_engine.definition.delivery import Channel, Fee, FeeItem, Officer
from sop_engine.definition.papers import Decree, Signatory
from sop_engine.definition.part import Part
from sop_engine.definition.procedure import Limit, Step
from sop_engine.messages import printed

_KEYS = ("id", "answer", "sop", "when", "name", "text", "title")
"""The fields by which items of a list are matched, the first that an item has."""

PRICE = ("free", "amount", "regulation", "formula")
"""The fields of a fee that are one matter: what is to be paid."""

_SHORT = ("at_least", "within", *PRICE)
"""What is told of an item beside its name: how long it takes, what it costs."""


def keyed(items: tuple[Any, ...], others: tuple[Any, ...]) -> dict[Any, Any]:
    """Return the items by what names them; the second of two of one name by its number as well.

    A channel that stands among the ``others`` too is matched with its like, another one by its kind.
    """
    found: dict[Any, Any] = {}
    for item in items:
        key: Any = item
        if isinstance(item, Channel):
            key = (item.kind, item.value, item.label) if item in others else item.kind
        elif isinstance(item, Part):
            key = next((getattr(item, name) for name in _KEYS if getattr(item, name, None) is not None), None)
        number = 1
        while (key, number) in found:
            number += 1
        found[key, number] = item
    return found


def label(value: Any) -> str:
    """Return what a part is called on a page; of a part without a name, all that it says."""
    if isinstance(value, Step):
        return value.activity
    if isinstance(value, Channel):
        return value.label or printed(f"sheet.channel_{value.kind}")
    named = (getattr(value, name, None) for name in ("text", "title", *_KEYS))
    return str(next(filter(None, named), "")) or shown(value)


def shown(value: Any) -> str:
    """Return a value in words: a part with its name and its time or price, or with all its fields."""
    if isinstance(value, Channel):
        return f"{label(value)}: {value.value}" if value.value else label(value)
    if isinstance(value, Part):
        name = next((getattr(value, key) for key in ("activity", "text", "title", *_KEYS) if _said(value, key)), None)
        # of these the name is only a part of what they say
        if name is None or isinstance(value, Decree | Officer | Signatory):
            return "; ".join(_fields(value))
        short = [_one(value, key) for key in _SHORT if not isinstance(value, Step) and _said(value, key)]
        return f"{name} ({', '.join(short)})" if short else str(name)
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    return ", ".join(map(shown, value)) if isinstance(value, tuple) else str(value)


def field_shown(part: Part, name: str) -> Any:
    """Return a field as it is to be told: money and counts in words, all else as it is."""
    value = getattr(part, name)
    if isinstance(part, Limit) and name == "times":
        return f"{value} kali"
    return value


def price(fee: Fee | FeeItem) -> str | None:
    """Return what is to be paid: ``gratis``, ``Rp15.000``, a regulation or a formula; None when items say it."""
    return next((_one(fee, name) for name in PRICE if _said(fee, name)), None)


def _one(part: Part, name: str) -> str:
    value = getattr(part, name)
    if name == "free":
        return "gratis"
    return f"Rp{value:,}".replace(",", ".") if name == "amount" else shown(field_shown(part, name))


def _fields(part: Part) -> Iterator[str]:
    for name, field in type(part).model_fields.items():
        if _said(part, name):
            yield f"{field.title or name}: {_one(part, name)}"


def _said(part: Part, name: str) -> bool:
    return bool(getattr(part, name, None))
