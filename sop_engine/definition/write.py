"""A definition's text -> the same definition in canonical form: order of keys, spacing, quotes; comments stay.

What is read from the new text, and the comments in it, are compared with the old before anything leaves this module:
a difference is a refusal. Files of other kinds get canonical spacing only, and texts that cannot be read get their
findings and stay as they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any, NamedTuple

from sop_engine.definition.catalogue import FILE
from sop_engine.definition.model import Definition, OfficeUnit
from sop_engine.definition.order import UNKNOWN, Shape, inside, keys
from sop_engine.definition.page import BLANK, Block, Entry, comments, page, speaks
from sop_engine.definition.people import PeopleFile
from sop_engine.definition.project import Project
from sop_engine.definition.scalar import WIDTH, inline, lines
from sop_engine.definition.scalar import key as written_key
from sop_engine.definition.scenario import ScenarioFile
from sop_engine.diagnostic import Diagnostic, Severity
from sop_engine.failure import Failure
from sop_engine.source import Source, parse

STEP = 2
"""Columns of one level."""

_OPENING = frozenset(
    {
        "identity", "requirements", "applicants", "actors", "steps", "ends", "procedures", "sla", "complaints",
        "standard", "unstated",
    }
)  # fmt: skip
"""The keys of a definition that begin a new paragraph of the file."""

_SPACING_ONLY = (FILE, ".uji.yaml", ".uji.yml")
"""How the names of files end that are ours when nothing in them says so: their keys keep their order."""


class Kind(NamedTuple):
    """What a file is, as far as its form is concerned."""

    shape: Shape
    opening: frozenset[str] = frozenset()


def kind(source: Source) -> Kind | None:
    """Return what kind of file a text is by its keys and its name; None for one that is not ours to format."""
    if "tests" in source.data:
        return Kind(Shape(ScenarioFile))
    if "sop" in source.data:
        return Kind(Shape(Definition), _OPENING)
    if isinstance(source.data.get("unit"), int):
        return Kind(Shape(OfficeUnit))
    if "project" in source.data:
        return Kind(Shape(Project))
    if "people" in source.data:
        return Kind(Shape(PeopleFile), frozenset({"persons"}))
    return Kind(UNKNOWN) if PurePath(source.path).name.endswith(_SPACING_ONLY) else None


def formatted(text: str, path: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Return the canonical form of a text, or None and the findings that say why it is left as it is.

    A file of an unknown kind comes back unchanged. Raises Failure OUT020 when the new text would not mean the same,
    which is a mistake of this program.
    """
    source, found = parse(text, path)
    found = tuple(each for each in found if each.severity is Severity.ERROR)
    if source is None or found:
        return None, found
    chosen = kind(source)
    if chosen is None:
        return text, ()
    written = "\n".join(_file(source, chosen)) + "\n"
    if not same(source, written, chosen.shape):
        raise Failure("OUT020", path=path)
    return written, ()


def same(source: Source, written: str, shape: Shape) -> bool:
    """Return whether a new text reads as the same values in an order of the same meaning, with the same comments."""
    after, found = parse(written, source.path)
    if after is None or any(each.severity is Severity.ERROR for each in found):
        return False
    told = [Counter(each.text for each in comments(each.text)) for each in (source, after)]
    return told[0] == told[1] and _values(source.data, shape) == _values(after.data, shape)


def _values(data: Any, shape: Shape) -> Any:
    """Return data with its groups of keys as pairs, in written order where that order carries meaning."""
    if isinstance(data, dict):
        pairs = [(key, _values(value, inside(shape, key))) for key, value in data.items()]
        return ("group", pairs if shape.part is None or shape.named else sorted(pairs, key=lambda each: each[0]))
    if isinstance(data, list):
        return ("list", [_values(each, shape) for each in data])
    return (type(data).__name__, data)


def _file(source: Source, chosen: Kind) -> Iterator[str]:
    head, top = page(source.text)
    body = _block(top, chosen.shape, 0, chosen) if top.entries else ("{}", *top.below)
    yield from _squeezed([*head, *body])


def _squeezed(found: list[str]) -> list[str]:
    """Return lines without empty ones at both ends, and never two of them in a row."""
    kept: list[str] = []
    for line in found:
        if line != BLANK or (kept and kept[-1] != BLANK):
            kept.append(line)
    return kept[:-1] if kept and kept[-1] == BLANK else kept


def _block(block: Block, shape: Shape, indent: int, top: Kind | None = None) -> Iterator[str]:
    """Yield the lines of a block; ``top``: it is the whole file, of that kind."""
    entries = _ordered(block, shape)
    for number, entry in enumerate(entries):
        item = inside(shape, _name(entry))
        _hoist(entry, item, indent)
        above = _above(entry, _loose(block, shape), top)
        if number == 0:
            while above and above[0] == BLANK:
                above.pop(0)
        yield from _indented(above, indent)
        yield from _entry(entry, item, indent)
    yield from _indented(block.below, indent)


def _indented(found: list[str], indent: int) -> Iterator[str]:
    yield from (" " * indent + line if line != BLANK else BLANK for line in found)


def _loose(block: Block, shape: Shape) -> bool:
    """Return whether entries keep their order, so that an empty line between two of them keeps its place."""
    return block.is_list or shape.named or shape.part is None


def _ordered(block: Block, shape: Shape) -> list[Entry]:
    if _loose(block, shape) or shape.part is None:
        return block.entries
    places = {key: place for place, key in enumerate(keys(shape.part))}
    entries = sorted(block.entries, key=lambda entry: places.get(_name(entry) or "", len(places)))
    written = block.entries[0] if block.entries else None
    if written is not None and written is not entries[0] and (block.held or written.held or entries[0].held):
        # the comment stands for the line on which the whole group begins
        entries.remove(written)
        entries.insert(0, written)
    return entries


def _name(entry: Entry) -> str | None:
    return None if entry.key is None else str(entry.key.value)


def _hoist(entry: Entry, shape: Shape, indent: int) -> None:
    """Put above an item what would stand between its dash and its first key, and what stood beside its bracket."""
    if entry.key is not None or not isinstance(entry.value, Block) or not _opens(entry, shape, indent):
        return
    first = _ordered(entry.value, shape)[0]
    _hoist(first, inside(shape, _name(first)), indent + STEP)
    beside = [entry.beside] if entry.beside else []
    moved = [line for line in first.above if line != BLANK]
    entry.above, entry.beside, first.above = [*entry.above, *beside, *moved], None, []


def _above(entry: Entry, loose: bool, top: Kind | None) -> list[str]:
    above = list(entry.above)
    commented = any(line != BLANK for line in above)
    if top is not None and not loose:
        opening = _name(entry) in top.opening
        while above and above[0] == BLANK and (opening or not commented):
            above.pop(0)
        return [BLANK, *above] if opening else above
    return above if loose else [line for line in above if line != BLANK]


def _entry(entry: Entry, shape: Shape, indent: int) -> Iterator[str]:
    """Yield the lines of a key or an item with its value."""
    lead = " " * indent + ("-" if entry.key is None else f"{written_key(entry.key)}:")
    beside = f"  {entry.beside}" if entry.beside else ""
    value = entry.value
    if not isinstance(value, Block):
        first, *rest = lines(value, indent, len(lead) + 1)
        yield (f"{lead} {first}" if first else lead) + beside
        yield from rest
    elif not _opens(entry, shape, indent):
        yield f"{lead} {_flow(value, shape)}{beside}"
    elif entry.key is not None:
        yield lead + beside
        yield from _block(value, shape, indent + STEP)
    else:
        first, *rest = _block(value, shape, indent + STEP)
        yield f"{lead} {first.lstrip()}"
        yield from rest


def _opens(entry: Entry, shape: Shape, indent: int) -> bool:
    """Return whether a collection is written on lines of its own: not when it is empty, or in brackets and fits."""
    if not isinstance(entry.value, Block) or not entry.value.entries:
        return False
    if not entry.value.flow or entry.value.commented:
        return True
    if entry.beside and speaks(entry.beside):
        return False
    lead = 1 if entry.key is None else len(written_key(entry.key)) + 1
    return indent + lead + 1 + len(_flow(entry.value, shape)) > WIDTH


def _flow(block: Block, shape: Shape) -> str:
    """Return a collection in brackets."""
    parts = []
    for entry in _ordered(block, shape):
        value, item = entry.value, inside(shape, _name(entry))
        written = _flow(value, item) if isinstance(value, Block) else inline(value, flow=True)
        parts.append(written if entry.key is None else f"{written_key(entry.key)}: {written}")
    return f"[{', '.join(parts)}]" if block.is_list else f"{{{', '.join(parts)}}}"
