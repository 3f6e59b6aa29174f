"""What stands on one page of a flowchart and where, in points from the page's top left corner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sop_engine.render.flowchart.port import CONNECTOR
from sop_engine.render.typeface import width

if TYPE_CHECKING:
    from sop_engine.render.diagram import Arrow
    from sop_engine.render.flowchart.symbol import Figure

Point = tuple[float, float]

LETTER_SIZE = 8.5
"""Of the letter of a connector."""


@dataclass(frozen=True, slots=True)
class PlacedFigure:
    """A symbol around its middle; a ``turned`` band has its two lines at its sides."""

    figure: Figure
    x: float
    y: float
    turned: bool = False


@dataclass(frozen=True, slots=True)
class PlacedArrow:
    """A line from ``points[0]`` to the head at ``points[-1]``.

    ``carries`` are the arrows that it draws: one, or all that arrive at the connector ``letter`` from other pages.
    """

    points: tuple[Point, ...]
    target: str
    carries: tuple[Arrow, ...]
    late: bool = False
    letter: str | None = None

    @property
    def back(self) -> bool:
        """Return whether one of its arrows is a return."""
        return any(arrow.back for arrow in self.carries)


@dataclass(frozen=True, slots=True)
class PlacedLabel:
    """Lines of text, the first one's top at ``top``; ``anchor`` is the SVG text-anchor.

    What stands beside a connector alone belongs to its ``letter``, not to one arrow.
    """

    arrow: Arrow | None
    lines: tuple[str, ...]
    x: float
    top: float
    anchor: str
    letter: str | None = None


@dataclass(frozen=True, slots=True)
class PlacedConnector:
    """A pentagon around its middle; ``outgoing`` where the flow leaves the page, from one of ``sources`` alone."""

    letter: str
    x: float
    y: float
    outgoing: bool
    sources: tuple[str, ...]
    target: str
    width: float
    height: float = CONNECTOR


@dataclass(frozen=True, slots=True)
class PlacedBranch:
    """The frame around a parallel branch from its upper left corner; ``lines`` are its heading, at ``text_x``."""

    branch: str
    lines: tuple[str, ...]
    x: float
    y: float
    width: float
    height: float
    text_x: float


@dataclass(frozen=True)
class Placed:
    """All that stands in the column of one page."""

    figures: tuple[PlacedFigure, ...]
    arrows: tuple[PlacedArrow, ...]
    labels: tuple[PlacedLabel, ...]
    connectors: tuple[PlacedConnector, ...]
    branches: tuple[PlacedBranch, ...] = ()

    @property
    def bottom(self) -> float:
        """Return where the lowest of it ends."""
        figures = [figure.y + figure.figure.height / 2 for figure in self.figures]
        figures += [branch.y + branch.height for branch in self.branches]
        return max(*figures, *(connector.y + CONNECTOR / 2 for connector in self.connectors), 0.0)


def connector_width(letter: str) -> float:
    """Return the width of a connector's pentagon that has room for its letter at full size."""
    return max(CONNECTOR - 1, width(letter, LETTER_SIZE, bold=True) + 7)
