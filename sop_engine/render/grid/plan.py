"""Diagram -> Grid: which row and which column each symbol stands in, and which arrows are to be led between them.

A grid has no sizes. Rows run with the flow, one symbol a row; columns are the actors in the order of action. The
second axis is called *across*, the first *down*: a drawing may turn them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sop_engine.render.diagram import Shape

if TYPE_CHECKING:
    from sop_engine.render.diagram import Arrow, Diagram


class Size(NamedTuple):
    """How large something is, in points: along a row, and down the rows."""

    across: float
    down: float


@dataclass(frozen=True, slots=True)
class Item:
    """A symbol: ``columns[0]`` is where its arrows leave and arrive; joint actors stand in the others of its row.

    A bar (:attr:`Shape.BAR`) covers every column from the first to the last of ``columns``.
    """

    id: str
    row: int
    columns: tuple[int, ...]
    shape: Shape


@dataclass(frozen=True, slots=True)
class Link:
    """An arrow to be led from one item to another."""

    source: str
    target: str
    arrow: Arrow


@dataclass(frozen=True, slots=True)
class Grid:
    """Items in the order of their rows, and links in the order of the diagram's arrows."""

    rows: int
    columns: int
    items: tuple[Item, ...]
    links: tuple[Link, ...]


def grid(diagram: Diagram) -> Grid:
    """Return the rows and columns of a diagram: the n-th symbol stands in row n."""
    place = _columns(diagram)
    items = tuple(Item(symbol.id, row, place[symbol.id], symbol.shape) for row, symbol in enumerate(diagram.symbols))
    links = tuple(Link(arrow.source, arrow.target, arrow) for arrow in diagram.arrows)
    return Grid(len(items), max(1, len(diagram.parties)), items, links)


def _columns(diagram: Diagram) -> dict[str, tuple[int, ...]]:
    """Return the columns of every symbol; what has no actor stands with the step that it comes from or leads to."""
    column = {key: party.column for key, party in diagram.parties.items()}
    place = {
        symbol.id: tuple(dict.fromkeys(column[actor] for actor in symbol.actors if actor in column))
        for symbol in diagram.symbols
        if symbol.actors
    }
    for symbol in diagram.symbols:
        if symbol.shape is Shape.BAR:
            beside = [arrow.target for arrow in diagram.arrows if arrow.source == symbol.id]
            beside += [arrow.source for arrow in diagram.arrows if arrow.target == symbol.id]
            within = [each for step in beside for each in place.get(step, ())]
            place[symbol.id] = (min(within, default=0), max(within, default=0))
    for symbol in diagram.symbols:
        if symbol.id not in place:
            before = [arrow.source for arrow in diagram.arrows if arrow.target == symbol.id]
            after = [arrow.target for arrow in diagram.arrows if arrow.source == symbol.id]
            near = next((place[each] for each in (*after, *reversed(before)) if each in place), (0,))
            place[symbol.id] = near[:1]
    return place
