"""A text that is being mended -> where its values stand, and small edits there that touch nothing else.

An edit that would take a comment with it, or leave a group or a list empty, is not offered: the answer is then no edit
at all. Texts that cannot be read have no places; only their lines can be looked at.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from typing import Any

import yaml

from sop_engine.definition.model import Definition
from sop_engine.definition.order import UNKNOWN, Shape, inside, keys
from sop_engine.definition.read import read
from sop_engine.definition.scalar import written
from sop_engine.definition.write import kind
from sop_engine.diagnostic import Position, Route
from sop_engine.rewriting import Edit
from sop_engine.source import Loader, Source, parse

Edits = Sequence[Edit]


class Document:
    """One text: its places by route, and what is allowed there."""

    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self.path = path

    @cached_property
    def source(self) -> Source | None:
        """Return the text as it is read, or None when it cannot be."""
        return parse(self.text, self.path)[0]

    @cached_property
    def definition(self) -> Definition | None:
        """Return the definition as far as it can be read."""
        return read(self.source, Definition).value if self.source is not None and "sop" in self.source.data else None

    @property
    def unjudged(self) -> bool:
        """Return whether this is a definition with so many mistakes that no rule could look at it."""
        return self.source is not None and "sop" in self.source.data and self.definition is None

    @cached_property
    def root(self) -> Any:
        """Return the composed nodes; None for a text that cannot be read."""
        return yaml.compose(self.text, Loader=Loader) if self.source is not None else None

    def node(self, route: Route) -> tuple[yaml.ScalarNode | None, Any] | None:
        """Return the key (None for an item) and the value that stand at ``route``."""
        key, value = None, self.root
        for segment in route:
            if isinstance(value, yaml.SequenceNode) and isinstance(segment, int) and segment < len(value.value):
                key, value = None, value.value[segment]
                continue
            pairs = value.value if isinstance(value, yaml.MappingNode) else ()
            found = next((pair for pair in pairs if pair[0].value == segment), None)
            if found is None:
                return None
            key, value = found
        return None if value is None else (key, value)

    def allowed(self, route: Route) -> tuple[str, ...]:
        """Return the keys that may stand in the group of keys at ``route``; none when its names are free."""
        chosen = kind(self.source) if self.source is not None else None
        shape: Shape = chosen.shape if chosen is not None else UNKNOWN
        for segment in route:
            shape = inside(shape, segment if isinstance(segment, str) else None)
        return () if shape.part is None or shape.named else keys(shape.part)

    def line(self, number: int) -> tuple[int, str]:
        """Return where a line, counted from 1, begins, and its text."""
        lines = self.text.split("\n")
        return sum(len(line) + 1 for line in lines[: number - 1]), lines[number - 1]

    def set_scalar(self, route: Route, value: str) -> Edits:
        """Return the edit that makes ``value`` stand at ``route`` instead of the one that stands there."""
        found = self.node(route)
        return self.replaced(found[1], written(value, flow=True)) if found else ()

    def replaced(self, node: yaml.Node, text: str) -> Edits:
        """Return the edit that writes a one-line value anew; none for values over several lines."""
        start, end = node.start_mark, node.end_mark
        return (Edit(start.index, end.index, text),) if start.line == end.line else ()

    def scalar_at(self, position: Position) -> yaml.ScalarNode | None:
        """Return the key or value that begins at a place."""
        return self._scalars.get(position)

    @cached_property
    def _scalars(self) -> dict[Position, yaml.ScalarNode]:
        scalars: dict[Position, yaml.ScalarNode] = {}
        waiting = [self.root] if self.root is not None else []
        while waiting:
            node = waiting.pop()
            if isinstance(node, yaml.ScalarNode):
                scalars[Position(node.start_mark.line + 1, node.start_mark.column + 1)] = node
            else:
                waiting += [each for item in node.value for each in (item if isinstance(item, tuple) else (item,))]
        return scalars

    def rename_key(self, route: Route, name: str) -> Edits:
        """Return the edit that gives a key another name; none when that name is taken."""
        found, taken = self.node(route), self.node((*route[:-1], name))
        return self.replaced(found[0], name) if found and found[0] is not None and taken is None else ()

    def remove_item(self, route: Route) -> Edits:
        """Return the edit that takes an item out of a list, and the list's key with it when nothing else is in it."""
        listed = self.node(route[:-1])
        if listed is None or not isinstance(listed[1], yaml.SequenceNode) or not isinstance(route[-1], int):
            return ()
        items, place = listed[1].value, route[-1]
        if len(items) == 1:
            return self.remove_key(route[:-1])
        if not listed[1].flow_style:
            return self.without_lines(items[place]) if self.before(items[place]).strip() == "-" else ()
        if place + 1 < len(items):
            return self.uncommented(items[place].start_mark.index, items[place + 1].start_mark.index)
        return self.uncommented(items[place - 1].end_mark.index, items[place].end_mark.index)

    def remove_key(self, route: Route) -> Edits:
        """Return the edit that takes a key and its value out of a group that has more."""
        group = self.node(route[:-1])
        if group is None or group[1].flow_style or len(group[1].value) == 1:
            return ()
        key, value = next(pair for pair in group[1].value if pair[0].value == route[-1])
        # behind a dash it begins the item, which would lose its beginning
        return () if self.before(key).strip() else self.without_lines(key, value)

    def before(self, node: yaml.Node) -> str:
        """Return what stands before a value on its line."""
        place = node.start_mark.index
        return self.text[self.text.rfind("\n", 0, place) + 1 : place]

    def without_lines(self, first: yaml.Node, last: yaml.Node | None = None) -> Edits:
        """Return the edit that takes out the whole lines of a key or an item."""
        begins = self.text.rfind("\n", 0, first.start_mark.index) + 1
        return self.uncommented(begins, self.after(last or first))

    def after(self, node: yaml.Node) -> int:
        """Return where the line after a value begins."""
        while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            # a block ends where something else begins; its last value knows better
            last = node.value[-1]
            node = last[1] if isinstance(last, tuple) else last
        end = node.end_mark
        return end.index if end.column == 0 else self.text.find("\n", end.index) + 1 or len(self.text) + 1

    def uncommented(self, start: int, end: int) -> Edits:
        """Return the edit that takes out a piece of text; none when there is a comment in it."""
        return () if "#" in self.text[start:end] else (Edit(start, end, ""),)

    def reorder(self, route: Route, order: Sequence[str]) -> Edits:
        """Return the edits that put the keys of a group in another order, each with its comments above and beside."""
        group = self.node(route)
        if group is None or not isinstance(group[1], yaml.MappingNode):
            return ()
        pairs = {key.value: (key, value) for key, value in group[1].value}
        if set(pairs) != set(order):
            return ()
        if group[1].flow_style:
            if "#" in self.text[group[1].start_mark.index : group[1].end_mark.index]:
                return ()
            spans = {name: (key.start_mark.index, value.end_mark.index) for name, (key, value) in pairs.items()}
        else:
            spans = self.paragraphs(list(pairs.values()))
        slots = list(spans.values())
        moved = zip(slots, order, strict=True)
        return [Edit(*slot, self.text[slice(*spans[name])]) for slot, name in moved if slot != spans[name]]

    def paragraphs(self, pairs: list[tuple[yaml.Node, yaml.Node]]) -> dict[str, tuple[int, int]]:
        """Return where the lines of each key of a block begin and end, without the last line's break."""
        begins = [self.above(key.start_mark.line + 1, key.start_mark.column) for key, _ in pairs]
        last = len(self.text[: self.after(pairs[-1][1])].rstrip()) + 1
        names = [key.value for key, _ in pairs]
        return {name: (one, other - 1) for name, (one, other) in zip(names, pairwise([*begins, last]), strict=True)}

    def above(self, number: int, column: int) -> int:
        """Return where the comments that stand directly above a line begin."""
        start, _ = self.line(number)
        while number > 1:
            before, text = self.line(number - 1)
            if not re.match(rf" {{0,{column}}}#", text):
                break
            start, number = before, number - 1
        return start
