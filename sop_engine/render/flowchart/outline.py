"""PlacedFigure -> the lines of its shape as SVG: the outline, the band in it, and where a mark sits on it."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from sop_engine.render import svg
from sop_engine.render.diagram import Shape

if TYPE_CHECKING:
    from sop_engine.render.flowchart.placed import PlacedFigure


def outline(placed: PlacedFigure, **attributes: object) -> str:
    """Return the outline of a symbol."""
    figure, x, y = placed.figure, placed.x, placed.y
    across, down = figure.width / 2, figure.height / 2
    if figure.symbol.shape is Shape.DIAMOND:
        return svg.polygon(((x, y - down), (x + across, y), (x, y + down), (x - across, y)), **attributes)
    return svg.element(
        "rect", x=x - across, y=y - down, width=figure.width, height=figure.height, rx=figure.corner, **attributes
    )


def band_path(placed: PlacedFigure) -> str:
    """Return the path data of a symbol's band, which follows the outline at its upper corners."""
    figure, x, y = placed.figure, placed.x, placed.y
    top, end = y - figure.height / 2, y + figure.band_end
    half = figure.half_width(figure.band_end)
    n = svg.number
    if figure.symbol.shape is Shape.DIAMOND:
        return f"M{n(x)} {n(top)}L{n(x + half)} {n(end)}L{n(x - half)} {n(end)}Z"
    radius, across = figure.corner, figure.width / 2
    deep = min(radius, end - top)
    into = radius - sqrt(max(0.0, radius * radius - (radius - deep) ** 2))
    arc = f"A{n(radius)} {n(radius)} 0 0 1 "
    left = f"L{n(x - across + into)} {n(top + deep)}{arc}{n(x - across + radius)} {n(top)}"
    right = f"L{n(x + across - radius)} {n(top)}{arc}{n(x + across - into)} {n(top + deep)}"
    return f"M{n(x - half)} {n(end)}{left}{right}L{n(x + half)} {n(end)}Z"


def mark_place(placed: PlacedFigure) -> tuple[float, float]:
    """Return where a mark sits on the outline, at the upper right, clear of arrows and text."""
    figure = placed.figure
    if figure.symbol.shape is Shape.DIAMOND:
        return placed.x + figure.width * 0.27, placed.y - figure.height * 0.25
    inset = figure.corner * 0.3
    return placed.x + figure.width / 2 - inset, placed.y - figure.height / 2 + inset
