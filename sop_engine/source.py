"""YAML text -> plain data, and the line and column of every value in it.

A narrow reading of YAML: whole numbers, ``true``/``false``, ``null`` and text; whatever YAML 1.1 would turn into
something else (``no``, ``12:30``, ``010``, a date) stays the text that was written, with a warning. Anchors, tags and
merge keys are refused, duplicate keys reported. Every input is treated as hostile: size and depth are bounded
before the parser sees it, because the C parser overflows the stack on deep nesting. Nothing raises.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

from sop_engine.diagnostic import Diagnostic, Position, Route, finding

MAX_BYTES = 4_000_000
"""A definition of 10,000 steps takes about 1.5 MB."""

MAX_DEPTH = 60

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_TAG = "tag:yaml.org,2002:"
_INT = re.compile(r"-?(0|[1-9][0-9]*)")
_LEADING_ZERO = re.compile(r"[-+]?0[0-9]+")
_MAX_DIGITS = 400
_COMPACT_NESTING = re.compile(r"(?:[-?] ){%d}" % MAX_DEPTH)
_DEEP_INDENT = re.compile(r"^[ \-?]{%d}" % (MAX_DEPTH * 2), re.MULTILINE)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True)
class Source:
    """A text that was read: its data, and the composed nodes that know where each value stands."""

    path: str
    text: str
    data: Any
    root: yaml.Node = field(repr=False)

    def position(self, route: Route, *, at_key: bool = False) -> Position:
        """Return where ``route`` points; a part that is not there points at the nearest thing around it."""
        node, mark = self.root, self.root.start_mark
        for segment in route:
            child = _child(node, segment)
            if child is None:
                break
            key, node = child
            mark = (key or node).start_mark if at_key else node.start_mark
        return Position(mark.line + 1, mark.column + 1)

    def place(self, diagnostic: Diagnostic) -> Diagnostic:
        """Return the diagnostic with its path and its line and column filled in."""
        related = diagnostic.related
        return replace(
            diagnostic,
            path=self.path,
            position=self.position(diagnostic.route, at_key=diagnostic.at_key),
            related_position=self.position(related) if related is not None else None,
        )


def _child(node: yaml.Node, segment: str | int) -> tuple[yaml.Node | None, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == segment:
                return key, value
    elif isinstance(node, yaml.SequenceNode) and isinstance(segment, int) and segment < len(node.value):
        return None, node.value[segment]
    return None


def read_text(path: Path, shown: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Return the text of a file, or the finding that says why there is none (SOP100, SOP102, SOP103)."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return None, (finding("SOP130", path=shown),)
        if status.st_size > MAX_BYTES:
            return None, (_too_large(shown, status.st_size),)
        raw = path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        return None, (finding("SOP100", path=shown, args={"reason": reason}),)
    return decode(raw, shown)


def decode(raw: bytes, shown: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Return bytes as UTF-8 text (a byte-order mark is dropped), or SOP102/SOP103 with the place of the first bad byte."""
    if len(raw) > MAX_BYTES:
        return None, (_too_large(shown, len(raw)),)
    try:
        text = raw.decode("utf-8-sig")
        bad = _CONTROL.search(text)
        if bad is None:
            return text.replace("\r\n", "\n").replace("\r", "\n"), ()
        before, code = text[: bad.start()], f"U+{ord(bad.group()):04X}"
    except UnicodeDecodeError as error:
        before, code = raw[: error.start].decode("utf-8", "replace"), f"0x{raw[error.start]:02X}"
    position = Position(before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
    return None, (finding("SOP102", path=shown, position=position, args={"byte": code}),)


def _too_large(shown: str, size: int) -> Diagnostic:
    return finding("SOP103", path=shown, args={"size": f"{size:,}".replace(",", "."), "limit": str(MAX_BYTES // 10**6)})


def parse(text: str, path: str) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    """Return the data of a YAML text with its positions, and what is wrong with it; without errors if it can be read."""
    if _too_deep(text):
        return None, (finding("SOP109", path=path, args={"limit": str(MAX_DEPTH)}),)
    try:
        root = yaml.compose(text, Loader=Loader)
    except yaml.YAMLError as error:
        return None, (_unreadable(error, path),)
    if not isinstance(root, yaml.MappingNode):
        what = "empty" if root is None else "list" if isinstance(root, yaml.SequenceNode) else "text"
        return None, (finding("SOP107", path=path, args={"seen": what}),)
    reading = _Reading(path)
    data = reading.value(root, ())
    return Source(path, text, data, root), tuple(reading.found)


def _too_deep(text: str) -> bool:
    """Return whether values nest deeper than MAX_DEPTH; exact, but counted only for texts that could."""
    brackets = text.count("[") + text.count("{")
    if brackets <= MAX_DEPTH and not _COMPACT_NESTING.search(text) and not _DEEP_INDENT.search(text):
        return False
    depth = 0
    try:
        for event in yaml.parse(text, Loader=Loader):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > MAX_DEPTH:
                    return True
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    except yaml.YAMLError:
        return False  # composing it again tells where and why
    return False


def _unreadable(error: yaml.YAMLError, path: str) -> Diagnostic:
    mark = getattr(error, "problem_mark", None)
    position = Position(mark.line + 1, mark.column + 1) if mark else Position(1, 1)
    problem = str(getattr(error, "problem", None) or error).splitlines()[0]
    character = mark.buffer[mark.pointer : mark.pointer + 1] if mark and mark.buffer else ""
    for sign, code in _PROBLEMS:
        if sign in problem:
            return finding(code, path=path, position=position, args={"kind": "alias", "problem": problem, "character": character})
    return finding("SOP101", path=path, position=position, args={"problem": problem})


_PROBLEMS = (
    ("undefined alias", "SOP105"),
    ("cannot start any token", "SOP121"),
    ("unexpected end of stream", "SOP122"),
    ("expected ',' or ']'", "SOP122"),
    ("expected ',' or '}'", "SOP122"),
    ("mapping values are not allowed", "SOP123"),
    ("expected '-' indicator", "SOP124"),
    ("expected key", "SOP124"),
    ("expected <block end>", "SOP124"),
    ("could not find expected ':'", "SOP124"),
)


class _Reading:
    """One walk over the nodes: data out, findings beside."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.found: list[Diagnostic] = []
        self.seen: set[int] = set()

    def report(self, code: str, node: yaml.Node, route: Route, **args: str) -> None:
        position = Position(node.start_mark.line + 1, node.start_mark.column + 1)
        self.found.append(finding(code, route, path=self.path, position=position, args=args))

    def value(self, node: yaml.Node, route: Route) -> Any:
        if id(node) in self.seen:
            self.report("SOP105", node, route, kind="alias", character="*")
            return None
        self.seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            return self.scalar(node, route)
        if node.tag not in (_TAG + "map", _TAG + "seq"):
            self.report("SOP105", node, route, kind="tag", character="!")
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*route, index)) for index, item in enumerate(node.value)]
        return dict(self.pairs(node, route))

    def pairs(self, node: yaml.Node, route: Route) -> Iterator[tuple[str, Any]]:
        first: dict[str, int] = {}
        for key, child in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self.report("SOP105", key, route, kind="key", character="?")
                continue
            name = str(key.value)
            if name in first:
                self.report("SOP104", key, (*route, name), key=name, line=str(first[name]))
                continue
            first[name] = key.start_mark.line + 1
            self.scalar(key, (*route, name))
            yield name, self.value(child, (*route, name))

    def scalar(self, node: yaml.ScalarNode, route: Route) -> Any:
        written = str(node.value)
        kind = node.tag.removeprefix(_TAG)
        plain = node.style not in ("'", '"', "|", ">")
        if kind == "str" or not plain:
            if plain and _LEADING_ZERO.fullmatch(written):
                self.report("SOP106", node, route, value=written, seen="as_number")
            return written
        if kind == "null":
            return None
        if kind == "bool" and written in ("true", "false"):
            return written == "true"
        if kind == "int" and _INT.fullmatch(written) and len(written) < _MAX_DIGITS:
            return int(written)
        if kind in _SURPRISES:
            self.report("SOP106", node, route, value=written, seen=_SURPRISES[kind])
            return written
        self.report("SOP105", node, route, kind="merge" if kind in ("merge", "value") else "tag", character=written[:20])
        return written


_SURPRISES = {"bool": "as_boolean", "int": "as_number", "float": "as_number", "timestamp": "as_date"}
