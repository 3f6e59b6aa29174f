"""DOT and Mermaid text -> the steps and arrows that it tells, read with a reader of our own.

What stands on an arrow says what it is for: an answer, "bila tidak diperlukan", "lewat 3 hari kerja". A symbol from
which nothing leads on is where the procedure finishes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from told import FORK, Said, Told

from sop_engine.flow import END_PREFIX, JOIN_PREFIX, EdgeKind, Flow

DOT_NAME = r'(?:"((?:[^"\\]|\\.)*)"|([\w.]+))'
DOT_NODE = re.compile(rf"\s*{DOT_NAME} \[(.*)\]")
DOT_EDGE = re.compile(rf"\s*{DOT_NAME} -> {DOT_NAME}(?: \[(.*)\])?")
DOT_LABEL = re.compile(r'\blabel=(?:"((?:[^"\\]|\\.)*)"|([^\s\]]+))')
DOT_ESCAPE = re.compile(r"\\(.)")
MERMAID_NODE = re.compile(r'\s+s_([\w-]+)(?:\(\[|\[\[|\[|\{)"(.*)"(?:\]\)|\]\]|\]|\}):::\w+')
MERMAID_EDGE = re.compile(r'\s+s_([\w-]+) (?:-->|-\.->)(?:\|"(.*)"\|)? s_([\w-]+)')
MERMAID_ESCAPE = re.compile(r"#(\d+);")

Way = tuple[str, str, str]
"""An arrow as a script has it: from, to, and what stands on it."""


def of_dot(text: str, flow: Flow) -> Told:
    """Return what DOT text tells of a flow."""
    symbols: list[str] = []
    ways: list[Way] = []
    for line in text.splitlines():
        edge = DOT_EDGE.fullmatch(line)
        node = None if edge else DOT_NODE.fullmatch(line)
        if edge:
            ways.append((_id(edge[1] or edge[2]), _id(edge[3] or edge[4]), _dot_label(edge[5] or "")))
        elif node and (node[1] or node[2]) not in {"graph", "node", "edge"}:
            symbols.append(_id(node[1] or node[2]))
    return told(symbols, ways, flow)


def _dot_label(attributes: str) -> str:
    found = DOT_LABEL.search(attributes)
    if found is None:
        return ""
    return DOT_ESCAPE.sub(lambda escape: " " if escape[1] == "n" else escape[1], found[1] or found[2])


def of_mermaid(text: str, flow: Flow) -> Told:
    """Return what Mermaid text tells of a flow."""
    symbols: list[str] = []
    ways: list[Way] = []
    for line in text.splitlines():
        edge, node = MERMAID_EDGE.fullmatch(line), MERMAID_NODE.fullmatch(line)
        if edge:
            label = MERMAID_ESCAPE.sub(lambda escape: chr(int(escape[1])), edge[2] or "")
            ways.append((_id(edge[1]), _id(edge[3]), label))
        elif node:
            symbols.append(_id(node[1]))
    return told(symbols, ways, flow)


def _id(name: str) -> str:
    """Return the id of a symbol: no id has "_", and a colon cannot stand in the name of a node."""
    return name.replace("_", ":", 1)


def told(symbols: Iterable[str], ways: Iterable[Way], flow: Flow) -> Told:
    """Return what symbols and lettered arrows tell of a flow."""
    known = set(symbols)
    arrows = Counter(_said(source, target, label, flow) for source, target, label in ways)
    ends = [end.id for end in flow.ends]
    if len(ends) == 1 and ends[0] not in known:
        silent = known - {arrow.source for arrow in arrows}
        arrows.update(Said(each, ends[0], None, EdgeKind.NEXT) for each in silent)
        known.add(ends[0])
    return Told(frozenset(known), arrows)


def _said(source: str, target: str, label: str, flow: Flow) -> Said:
    node, words = flow.node.get(source), _close(label)
    answers = [answer for answer in node.answers if words.startswith(_close(answer))] if node else []
    if answers:
        answer = max(answers, key=len)
        rest = words.removeprefix(_close(answer))
        if not rest or rest.startswith("("):
            return Said(source, target, answer, EdgeKind.ANSWER)
        if rest.startswith(",bilasudah"):
            return Said(source, target, answer, EdgeKind.LIMIT)
    if words.startswith("lewat"):
        return Said(source, target, None, EdgeKind.LATE)
    if words.startswith(("bilatidakdiperlukan", "selain")):
        return Said(source, target, None, EdgeKind.SKIP)
    if source.startswith(FORK):
        return Said(source, target, None, EdgeKind.FORK)
    return Said(source, target, None if not words else label, EdgeKind.NEXT)


def _close(words: str) -> str:
    """Return words without white space: where a line is broken has no meaning."""
    return "".join(words.split())


def plainly(expected: Told) -> Told:
    """Return what a flow tells where an arrow has no kind: the way into a single branch is one like others."""
    arrows = (
        arrow._replace(kind=EdgeKind.NEXT)
        if arrow.kind == EdgeKind.FORK and not arrow.source.startswith((FORK, JOIN_PREFIX, END_PREFIX))
        else arrow
        for arrow in expected.arrows.elements()
    )
    return Told(expected.symbols, Counter(arrows))
