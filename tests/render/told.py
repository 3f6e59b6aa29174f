"""What a flow says, and what its pictures say of it: steps, and how often each arrow is there, to be compared.

Nothing of the program's own drawing is asked: the flow is told by the rules of ``docs/drawing.md``, the pictures by
what they say of themselves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from drawn import Page, read

from sop_engine.flow import Edge, EdgeKind, Flow

START, FORK = "start:", "fork:"


class Said(NamedTuple):
    """An arrow between steps, ends, bars and the start, as every view shows it."""

    source: str
    target: str
    answer: str | None
    kind: str | None


class Told(NamedTuple):
    """Steps, ends, bars and the start, and the arrows between them."""

    symbols: frozenset[str]
    arrows: Counter[Said]


def of_flow(flow: Flow) -> Told:
    """Return what every picture of a flow must tell.

    A block of parallel branches has a bar where it starts and one where it ends; where a group of applicants has one
    branch or none, it has neither. A decision cannot be the first symbol: a small start stands before it.
    """
    joins = shown(flow)
    symbols = {*flow.node, *flow.end, *joins, *(FORK + split for split in joins.values())}
    first = flow.node.get(flow.start)
    arrows = Counter(_arrows(flow, joins))
    if first is None or first.question is not None:
        symbols.add(START)
        arrows[Said(START, flow.start, None, EdgeKind.NEXT)] += 1
    return Told(frozenset(symbols), arrows)


def shown(flow: Flow) -> dict[str, str]:
    """Return the joins that have a bar, each with the step that splits."""
    forks = [edge.source for edge in flow.edges if edge.kind is EdgeKind.FORK]
    return {join.id: join.split for join in flow.joins if forks.count(join.split) > 1}


def _arrows(flow: Flow, joins: Mapping[str, str]) -> Iterator[Said]:
    splits = set(joins.values())
    yield from (Said(split, FORK + split, None, EdgeKind.NEXT) for split in splits)
    for edge in flow.edges:
        if edge.source in flow.join and edge.source not in joins:
            continue
        target = onward(flow, edge, joins)
        if edge.kind is EdgeKind.FORK and edge.source in splits:
            yield Said(FORK + edge.source, target, None, EdgeKind.FORK)
        else:
            yield Said(edge.source, target, edge.answer, edge.kind)


def onward(flow: Flow, edge: Edge, joins: Mapping[str, str]) -> str:
    """Return where an arrow leads when only these joins have a bar."""
    while edge.target in flow.join and edge.target not in joins:
        edge = flow.outgoing[edge.target][0]
    return edge.target


def of_svg(svgs: Sequence[str]) -> Told:
    """Return what the pages of a drawing tell; an end that a step's capsule stands for is told with the step."""
    return of_pages([read(svg) for svg in svgs])


def of_pages(pages: Iterable[Page]) -> Told:
    """Return what pages that were read tell; an arrow that a page break cuts is told where it leaves."""
    symbols: set[str] = set()
    arrows: Counter[Said] = Counter()
    closing: set[Said] = set()  # each symbol of a joint step says so
    for page in pages:
        arriving = {connector.letter for connector in page.connectors if not connector.out}
        whole = (each for each in page.arrows if each.letter not in arriving)
        arrows.update(Said(each.source, each.target, each.answer, each.kind) for each in whole)
        for symbol in page.symbols:
            ends = (symbol.absorbs or "").split()
            symbols |= {symbol.step, *ends}
            closing |= {Said(symbol.step, end, None, EdgeKind.NEXT) for end in ends}
    arrows.update(closing)
    return Told(frozenset(symbols), arrows)


def differences(expected: Told, found: Told) -> list[str]:
    """Return what is missing in ``found`` and what it invents, as often as it does."""
    return [
        *(f"missing: {symbol}" for symbol in sorted(expected.symbols - found.symbols)),
        *(f"invented: {symbol}" for symbol in sorted(found.symbols - expected.symbols)),
        *(f"missing: {_words(arrow)}" for arrow in sorted((expected.arrows - found.arrows).elements(), key=str)),
        *(f"invented: {_words(arrow)}" for arrow in sorted((found.arrows - expected.arrows).elements(), key=str)),
    ]


def _words(said: Said) -> str:
    return f"{said.source} →{said.kind} {said.target}" + (f" “{said.answer}”" if said.answer else "")
