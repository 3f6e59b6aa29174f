"""One page of a grid -> what stands in the way: which cells are taken, which bars lie across, which centres are used.

Places are whole numbers without sizes. Across: ``2k`` is the channel before column ``k``, ``2c + 1`` the centre line of
column ``c``. Down: each row has three levels, above its symbol (``3r``), beside it (``3r + 1``), below it (``3r + 2``).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from sop_engine.render.diagram import Shape

PENTAGON = "pentagon"
"""The shape of a connector between pages: the fifth symbol of PermenPAN-RB 35/2012."""


def above(row: int) -> int:
    """Return the level above the symbol of a row."""
    return 3 * row


def beside(row: int) -> int:
    """Return the level of the symbol of a row."""
    return 3 * row + 1


def below(row: int) -> int:
    """Return the level below the symbol of a row."""
    return 3 * row + 2


def centre(column: int) -> int:
    """Return the centre line of a column."""
    return 2 * column + 1


def channel(number: int) -> int:
    """Return the channel before a column; the one after the last column has its count for a number."""
    return 2 * number


def span(low: int, high: int) -> int:
    """Return the levels (or columns) from ``low`` to ``high``, both included, as bits."""
    return (1 << (high + 1)) - (1 << low)


class Spot(NamedTuple):
    """Something that arrows leave and reach: below and above in its ``main`` column, beside its outermost ones.

    ``columns`` are all that it stands in, or that a bar covers, in order.
    """

    key: str
    row: int
    main: int
    columns: tuple[int, ...]
    shape: Shape | str

    @property
    def left(self) -> int:
        """Return its first column."""
        return self.columns[0]

    @property
    def right(self) -> int:
        """Return its last column."""
        return self.columns[-1]

    @property
    def bar(self) -> bool:
        """Return whether it lies across columns instead of standing in one."""
        return self.shape is Shape.BAR


class Wire(NamedTuple):
    """An arrow on this page: indices of its spots and of its link in the grid.

    ``onward`` is the answer with which the work goes on.
    """

    source: int
    target: int
    link: int
    back: bool
    onward: bool


@dataclass(slots=True)
class Field:
    """The spots and wires of one page; ``rows`` counts the connector strips too."""

    rows: int
    columns: int
    spots: list[Spot]
    wires: list[Wire]
    strips: tuple[int, int] = (0, 0)
    """How many of the rows are strips for connectors, before the first and after the last row of the grid."""
    first: int = 0
    """The row of the grid that stands first."""
    taken: list[int] = field(default_factory=list)
    """The columns of each row that a symbol fills, as bits."""
    closed: list[int] = field(default_factory=list)
    """The levels of each place across that nothing may pass, as bits."""

    def __post_init__(self) -> None:
        """Find what stands in the way."""
        self.taken = [0] * self.rows
        self.closed = [0] * (2 * self.columns + 1)
        for spot in self.spots:
            level = 1 << beside(spot.row)
            for column in spot.columns:
                self.taken[spot.row] |= 1 << column
                self.closed[centre(column)] |= level
            if spot.bar:
                for place in range(centre(spot.left), centre(spot.right)):
                    self.closed[place] |= level
