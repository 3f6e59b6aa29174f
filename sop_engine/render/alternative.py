"""Diagram -> what it shows in Indonesian sentences, for those who do not see the picture.

A step is told with its number, its actors, what is done and where each way on leads; the whole words of the definition,
also where the drawing had to shorten them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sop_engine.flow import JOIN_PREFIX, EdgeKind
from sop_engine.messages import printed
from sop_engine.render.diagram import FORK_PREFIX, START, Shape
from sop_engine.render.indonesian import raised, unended

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sop_engine.render.diagram import Arrow, Diagram, Symbol

_ANSWERS = frozenset({EdgeKind.ANSWER, EdgeKind.LIMIT})


def named(diagram: Diagram, page: int, pages: int, kind: str = "described") -> str:
    """Return the name of a page: which view of what, and which page of how many."""
    heading = diagram.heading
    title = " – ".join(part for part in (heading.title, heading.procedure) if part)
    return printed(f"diagram.{kind}", title=title, page=page, pages=pages)


def described(diagram: Diagram, shown: Iterable[Symbol]) -> str:
    """Return the ``shown`` symbols of a diagram, with every way on, in sentences."""
    words = _Words(diagram)
    return " ".join(sentence for symbol in shown for sentence in words.of(symbol))


class _Words:
    """Words the symbols of one diagram."""

    def __init__(self, diagram: Diagram) -> None:
        self.symbol = {symbol.id: symbol for symbol in diagram.symbols}
        self.branches = diagram.branches
        self.leaving: dict[str, list[Arrow]] = {symbol.id: [] for symbol in diagram.symbols}
        for arrow in diagram.arrows:
            self.leaving[arrow.source].append(arrow)

    def of(self, symbol: Symbol) -> Iterator[str]:
        """Yield the sentences of one symbol."""
        ways = self.leaving[symbol.id]
        if symbol.shape is Shape.BAR:
            yield self._bar(symbol, ways)
            return
        told = "; ".join(part for part in (symbol.involves, symbol.condition, *symbol.remarks, symbol.clock) if part)
        head = (
            printed("diagram.told_step", band=symbol.band.replace(" · ", ", ", 1))
            if symbol.band
            else self._unnumbered(symbol)
        )
        yield _sentence(f"{head}: {unended(symbol.text)}{f' ({told})' if told else ''}")
        if symbol.time:
            yield _sentence(symbol.time)
        if symbol.question:
            yield raised(symbol.question)
        yield from (self._way(arrow) for arrow in ways if not arrow.target.startswith(FORK_PREFIX))
        if symbol.absorbs:
            yield printed("diagram.told_over")

    def _unnumbered(self, symbol: Symbol) -> str:
        name = "start" if symbol.id == START else "end" if symbol.status is None else f"end_{symbol.status}"
        return printed(f"diagram.told_{name}")

    def _bar(self, symbol: Symbol, ways: list[Arrow]) -> str:
        if symbol.id.startswith(FORK_PREFIX):
            return _sentence(f"{symbol.text}: {'; '.join(map(self._branch, ways))}")
        onward = [f"{self._lead(arrow)} {self._goal(arrow)}" for arrow in ways]
        return _sentence(", ".join((symbol.text, *onward)))

    def _branch(self, fork: Arrow) -> str:
        branch = self.branches[self.symbol[fork.target].inside[-1]]
        return printed("diagram.told_branch", branch=branch, goal=self._goal(fork))

    def _way(self, arrow: Arrow) -> str:
        onward = f"{self._lead(arrow)} {self._goal(arrow)}"
        if arrow.label is None:
            return _sentence(onward)
        told = printed("diagram.told_answer", answer=arrow.label) if arrow.kind in _ANSWERS else arrow.label
        return _sentence(f"{told}: {onward}")

    def _lead(self, arrow: Arrow) -> str:
        return printed("diagram.told_back" if arrow.back else "diagram.told_onward")

    def _goal(self, arrow: Arrow) -> str:
        target = self.symbol[arrow.target]
        if target.band is not None:
            return printed("diagram.told_goal", number=target.number)
        if target.id.startswith(JOIN_PREFIX):
            return printed("diagram.told_join", number=self.symbol[target.id.removeprefix(JOIN_PREFIX)].number)
        return printed("diagram.told_end_goal", end=unended(target.text))


def _sentence(words: str) -> str:
    """Return words as a sentence of its own."""
    return raised(words) + ("" if words.endswith((".", "?", "!", "…")) else ".")
