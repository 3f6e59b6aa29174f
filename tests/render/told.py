"""What a flow says, and what its pictures say of it, as sets of steps and arrows that can be compared.

Nothing of the program's own drawing is asked: the flow is told by the rules of ``docs/drawing.md``, the pictures by
what they say of themselves.
"""

from __future__ import annotations

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
    kind: str


class Told(NamedTuple):
    """Steps, ends, bars and the start, and the arrows between them."""

    symbols: frozenset[str]
    arrows: frozenset[Said]


def of_flow(flow: Flow) -> Told:
    """Return what every picture of a flow must tell.

    A block of parallel branches has a bar where it starts and one where it ends; where a group of applicants has one
    branch or none, it has neither. A decision cannot be the first symbol: a small start stands before it.
    """
    forks = [edge.source for edge in flow.edges if edge.kind is EdgeKind.FORK]
    shown = {join.id: join.split for join in flow.joins if forks.count(join.split) > 1}
    symbols = {*flow.node, *flow.end, *shown, *(FORK + split for split in shown.values())}
    first = flow.node.get(flow.start)
    arrows = set(_arrows(flow, shown))
    if first is None or first.question is not None:
        symbols.add(START)
        arrows.add(Said(START, flow.start, None, EdgeKind.NEXT))
    return Told(frozenset(symbols), frozenset(arrows))


def _arrows(flow: Flow, shown: Mapping[str, str]) -> Iterator[Said]:
    splits = set(shown.values())
    for edge in flow.edges:
        if edge.source in flow.join and edge.source not in shown:
            continue
        target = _onward(flow, edge, shown)
        if edge.kind is EdgeKind.FORK and edge.source in splits:
            yield Said(edge.source, FORK + edge.source, None, EdgeKind.NEXT)
            yield Said(FORK + edge.source, target, None, EdgeKind.FORK)
        else:
            yield Said(edge.source, target, edge.answer, edge.kind)


def _onward(flow: Flow, edge: Edge, shown: Mapping[str, str]) -> str:
    while edge.target in flow.join and edge.target not in shown:
        edge = flow.outgoing[edge.target][0]
    return edge.target


def of_svg(svgs: Sequence[str]) -> Told:
    """Return what the pages of a drawing tell; an end that a step's capsule stands for is told with the step."""
    return of_pages([read(svg) for svg in svgs])


def of_pages(pages: Iterable[Page]) -> Told:
    """Return what pages that were read tell."""
    symbols: set[str] = set()
    arrows: set[Said] = set()
    for page in pages:
        # where several arrows arrive at one connector of a flowchart, what leads on from there has no kind of its own
        arrows |= {Said(each.source, each.target, each.answer, each.kind) for each in page.arrows if each.kind}
        for symbol in page.symbols:
            ends = (symbol.absorbs or "").split()
            symbols |= {symbol.step, *ends}
            arrows |= {Said(symbol.step, end, None, EdgeKind.NEXT) for end in ends}
    return Told(frozenset(symbols), frozenset(arrows))


def differences(expected: Told, found: Told) -> list[str]:
    """Return what is missing in ``found`` and what it invents."""
    return [
        *(f"missing: {symbol}" for symbol in sorted(expected.symbols - found.symbols)),
        *(f"invented: {symbol}" for symbol in sorted(found.symbols - expected.symbols)),
        *(f"missing: {_words(arrow)}" for arrow in sorted(expected.arrows - found.arrows, key=str)),
        *(f"invented: {_words(arrow)}" for arrow in sorted(found.arrows - expected.arrows, key=str)),
    ]


def _words(said: Said) -> str:
    return f"{said.source} →{said.kind} {said.target}" + (f" “{said.answer}”" if said.answer else "")
