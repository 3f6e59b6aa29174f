"""YAML text -> plain data, and the line and column of every value in it.

A narrow reading of YAML: whole numbers, ``true``/``false``, ``null`` and text; whatever YAML 1.1 would turn into
something else (``no``, ``12:30``, ``010``, a date) stays the text that was written, with a warning. Anchors, aliases,
tags and merge keys are refused, duplicate keys reported. Every input is treated as hostile: size and depth are bounded
before the parser sees it, because the C parser overflows the stack on deep nesting. Nothing raises.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import yaml

from sop_engine.diagnostic import Diagnostic, Position, Route, finding
from sop_engine.textfile import CONTROL, foreign, lines_of

MAX_DEPTH = 60

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_TAG = "tag:yaml.org,2002:"
_INT = re.compile(r"-?(0|[1-9][0-9]*)")
_LEADING_ZERO = re.compile(r"[-+]?0[0-9]+")
_MAX_DIGITS = 400
_BEARABLE = 1000
"""A depth that the C parser bears by far; what nests less is left to our own walk."""
_INDENT = re.compile(r"^[ \-?]+", re.MULTILINE)


@dataclass(frozen=True)
class Source:
    """A text that was read: its data, and the composed nodes that know where each value stands."""

    path: str
    text: str
    data: Any
    root: yaml.Node = field(repr=False)
    empty: tuple[Route, ...] = ()
    """The routes of keys and items that stand without a value."""
    refused: tuple[Route, ...] = ()
    """The routes of values that were not read, because of how they are written."""
    _keys: dict[int, dict[Any, tuple[yaml.Node, yaml.Node]]] = field(default_factory=dict, repr=False, compare=False)

    def position(self, route: Route, *, at_key: bool = False) -> Position:
        """Return where ``route`` points; a part that is not there points at the nearest thing around it."""
        node, mark = self.root, self.root.start_mark
        for segment in route:
            child = self._child(node, segment)
            if child is None:
                break
            key, node = child
            mark = (key or node).start_mark if at_key else node.start_mark
        return Position(mark.line + 1, mark.column + 1)

    def _child(self, node: yaml.Node, segment: str | int) -> tuple[yaml.Node | None, yaml.Node] | None:
        if isinstance(node, yaml.SequenceNode):
            return (None, node.value[segment]) if isinstance(segment, int) and segment < len(node.value) else None
        if not isinstance(node, yaml.MappingNode):
            return None
        if id(node) not in self._keys:
            # of two keys of one name the first counts
            pairs = [(key, value) for key, value in reversed(node.value) if isinstance(key, yaml.ScalarNode)]
            self._keys[id(node)] = {key.value: (key, value) for key, value in pairs}
        return self._keys[id(node)].get(segment)

    def place(self, diagnostic: Diagnostic) -> Diagnostic:
        """Return the diagnostic with its path and its line and column filled in."""
        related = diagnostic.related
        return replace(
            diagnostic,
            path=self.path,
            position=self.position(diagnostic.route, at_key=diagnostic.at_key),
            related_position=self.position(related) if related is not None else None,
        )


def parse(text: str, path: str) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    """Return the data of a YAML text with its positions, and what is wrong with it; no error if it can be read."""
    if control := CONTROL.search(text):
        return None, (foreign(text[: control.start()], f"U+{ord(control.group()):04X}", path),)
    deep = _too_deep(text)
    if deep is not None:
        return None, (finding("SOP109", path=path, position=deep, args={"limit": str(MAX_DEPTH)}),)
    try:
        root = yaml.compose(text, Loader=Loader)
    except yaml.YAMLError as error:
        return None, (_unreadable(error, text, path),)
    if not isinstance(root, yaml.MappingNode):
        what = "empty" if root is None else "list" if isinstance(root, yaml.SequenceNode) else "text"
        return None, (finding("SOP107", path=path, args={"seen": what}),)
    reading = _Reading(path, text)
    data = reading.value(root, ())
    if reading.deep:
        return None, tuple(reading.found)
    return Source(path, text, data, root, tuple(reading.empty), tuple(reading.refused)), tuple(reading.found)


def _too_deep(text: str) -> Position | None:
    """Return where values nest too deep for composing them; counted only for texts that could."""
    brackets = text.count("[") + text.count("{")
    indent = max(map(len, _INDENT.findall(text)), default=0)
    # a bracket or a column of indentation opens two levels at most: `[a: [`, or a list below a mapping's key
    if 2 * (brackets + indent + 1) <= _BEARABLE:
        return None
    depth = 0
    try:
        for event in yaml.parse(text, Loader=Loader):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > MAX_DEPTH and event.start_mark is not None:
                    return Position(event.start_mark.line + 1, event.start_mark.column + 1)
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    except yaml.YAMLError:
        return None  # composing it again tells where and why
    return None


def _unreadable(error: yaml.YAMLError, text: str, path: str) -> Diagnostic:
    mark: Any = getattr(error, "problem_mark", None)
    position = _clamped(mark.line, mark.column, text) if mark else Position(1, 1)
    problem = str(getattr(error, "problem", None) or error).splitlines()[0]
    # the C parser does not say which character it met
    character = text[mark.index : mark.index + 1] if mark else ""
    code = next((code for sign, code in _PROBLEMS if sign in problem), "SOP101")
    if character == "\t" and code == "SOP121":
        code = "SOP132"
    known = {"kind": "alias", "problem": problem, "character": character}
    return finding(code, path=path, position=position, args={name: known[name] for name in _ARGS_OF.get(code, ())})


def _clamped(line: int, column: int, text: str) -> Position:
    # the end of a text without a last line break is told as the line after it
    lines = lines_of(text)
    if line < len(lines):
        return Position(line + 1, min(column, len(lines[line])) + 1)
    return Position(len(lines), len(lines[-1]) + 1)


_ARGS_OF = {"SOP101": ("problem",), "SOP105": ("kind", "character"), "SOP121": ("character",)}

_PROBLEMS = (
    ("undefined alias", "SOP105"),
    ("tab character", "SOP132"),
    ("another document", "SOP133"),
    ("cannot start any token", "SOP121"),
    ("unexpected end of stream", "SOP122"),
    ("expected ',' or ']'", "SOP122"),
    ("expected ',' or '}'", "SOP122"),
    ("mapping values are not allowed", "SOP123"),
    ("expected '-' indicator", "SOP124"),
    ("expected key", "SOP124"),
    ("expected <block end>", "SOP124"),
    ("could not find expected ':'", "SOP124"),
    ("expected <document start>", "SOP124"),
    ("block sequence entries are not allowed", "SOP124"),
)


class _Reading:
    """One walk over the nodes: data out, findings beside."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self.found: list[Diagnostic] = []
        self.seen: set[int] = set()
        self.empty: list[Route] = []
        self.refused: list[Route] = []
        self.deep = False
        self.told: set[tuple[int, str]] = set()

    def report(self, code: str, node: yaml.Node, route: Route, **args: str) -> None:
        position = Position(node.start_mark.line + 1, node.start_mark.column + 1)
        # an alias is the same node each time: a line that holds hundreds is told once
        if code == "SOP105" and (position.line, args["kind"]) in self.told:
            return
        self.told.add((position.line, args.get("kind", "")))
        self.found.append(finding(code, route, path=self.path, position=position, args=args))

    def value(self, node: yaml.Node, route: Route) -> Any:
        if id(node) in self.seen:
            self.report("SOP105", node, route, kind="alias", character="*")
            self.refused.append(route)
            return None
        self.seen.add(id(node))
        self.properties(node, route)
        if isinstance(node, yaml.ScalarNode):
            return self.scalar(node, route)
        if len(route) >= MAX_DEPTH:
            if not self.deep:
                self.report("SOP109", node, route, limit=str(MAX_DEPTH))
            self.deep = True
            return None
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*route, index)) for index, item in enumerate(node.value)]
        return dict(self.pairs(node, route))

    def properties(self, node: yaml.Node, route: Route) -> None:
        # a node begins at its anchor or tag, and no other value begins with these signs
        sign = self.text[node.start_mark.index : node.start_mark.index + 1]
        if sign in ("&", "!"):
            self.report("SOP105", node, route, kind="alias" if sign == "&" else "tag", character=sign)

    def pairs(self, node: yaml.Node, route: Route) -> Iterator[tuple[str, Any]]:
        first: dict[str, int] = {}
        for key, child in node.value:
            if not isinstance(key, yaml.ScalarNode) or key.tag == _TAG + "null":
                self.report("SOP105", key, route, kind="key", character="?")
                continue
            if id(key) in self.seen:
                self.report("SOP105", key, route, kind="alias", character="*")
                continue
            self.seen.add(id(key))
            self.properties(key, route)
            name = str(key.value)
            if name in first:
                self.report("SOP104", key, (*route, name), key=name, line=str(first[name]))
                continue
            first[name] = key.start_mark.line + 1
            self.scalar(key, (*route, name))
            yield name, self.value(child, (*route, name))

    def scalar(self, node: yaml.ScalarNode, route: Route) -> Any:
        written = str(node.value)
        if CONTROL.search(written):
            self.report("SOP131", node, route)
            written = CONTROL.sub(" ", written)
        # a folded or literal block is the same text; line breaks belong to the page it is printed on
        written = " ".join(written.split())
        kind = node.tag.removeprefix(_TAG)
        plain = node.style not in ("'", '"', "|", ">")
        if kind == "str" or not plain:
            if plain and _LEADING_ZERO.fullmatch(written):
                self.report("SOP106", node, route, value=written, seen="as_number")
            return written
        if kind == "null":
            self.empty.append(route)
            return None
        if kind == "bool" and written in ("true", "false"):
            return written == "true"
        if kind == "int" and _INT.fullmatch(written) and len(written) < _MAX_DIGITS:
            return int(written)
        if kind in _SURPRISES:
            self.report("SOP106", node, route, value=written, seen=_SURPRISES[kind])
            return written
        if kind in ("merge", "value"):
            self.report("SOP105", node, route, kind="merge", character=written)
        return written


_SURPRISES = {"bool": "as_boolean", "int": "as_number", "float": "as_number", "timestamp": "as_date"}
