"""The pages of one drawing -> how good they are, in numbers that may be better or worse: less is better in each."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from drawn import Page, Symbol, read
from plane import Box, Nearby, Point
from scene import Line, Scene

LEAST_TEXT = 5.5 * 25.4 / 72
"""Letters on paper below 5.5 points are hard to read; in millimetres."""
CENTRED = 1.0
"""A symbol may be so far from the middle of its column, in points."""
TALL, WIDE = 1.25, 4.0
"""A symbol is stretched when it is higher or wider than so many times the other."""
ASTRAY = 14.0
"""A label that is farther from its arrow than this may be taken for another's."""
NEARER = 1.0
STUB = 5.0
"""A line that bends sooner behind its symbol than this seems to stick to it."""
ALONG = 2.0
"""A line runs along a border where they share more than this."""


def numbers(svgs: Sequence[str]) -> Counter[str]:
    """Count what may be better or worse in the pages of one drawing; the length is in points."""
    count: Counter[str] = Counter()
    for page in map(read, svgs):
        scene = Scene(page)
        count["pages"] += 1
        count["crossings"] += sum(1 for _ in _crossings(scene))
        count["bends"] += sum(len(arrow.points) - 2 for arrow in page.arrows)
        count["short stubs"] += sum(1 for arrow in page.arrows if _stub(arrow.points))
        count["length"] += round(sum(math.dist(*pair) for arrow in page.arrows for pair in pairwise(arrow.points)))
        count["connectors"] += len(page.connectors)
        count["symbols off centre"] += sum(1 for symbol in page.symbols if _off_centre(page, symbol))
        count["symbols stretched"] += sum(1 for symbol in page.symbols if _stretched(symbol))
        small = LEAST_TEXT * page.millimetre
        count["texts too small"] += sum(1 for words in scene.texts if words.text.size < small)
        count["labels astray"] += sum(1 for _ in _astray(scene))
        count["labels nearer to others"] += sum(1 for _ in _ambiguous(scene))
        count["labels on borders"] += sum(1 for _ in _cut_labels(page))
        count["lines on borders"] += sum(1 for _ in _on_borders(scene))
    return count


def _crossings(scene: Scene) -> Iterator[tuple[Line, Line]]:
    for line in scene.lines:
        for _, other in scene.by_line.near(line.box, 0.0):
            if line.level and not other.level and other.whose != line.whose:
                yield line, other


def _stub(points: Sequence[Point]) -> bool:
    return len(points) > 2 and math.dist(points[0], points[1]) < STUB


def _off_centre(page: Page, symbol: Symbol) -> bool:
    heads = [cell.box for cell in page.cells if cell.head and cell.column == f"actor:{symbol.actor}"]
    if not heads or symbol.shape == "bar":
        return False
    (across, down), middle = symbol.box.centre, heads[0].centre
    return min(abs(across - middle[0]), abs(down - middle[1])) > CENTRED


def _stretched(symbol: Symbol) -> bool:
    width, height = symbol.box.right - symbol.box.left, symbol.box.bottom - symbol.box.top
    return symbol.shape != "bar" and not symbol.texts and (height > TALL * width or width > WIDE * height)


def _astray(scene: Scene) -> Iterator[str]:
    """Yield labels that are far from their own arrow."""
    ways: dict[tuple[str, str, str | None], list[Line]] = defaultdict(list)
    for line in scene.lines:
        if line.arrow is not None:
            ways[line.arrow.source, line.arrow.target, line.arrow.answer].append(line)
    for label in scene.page.labels:
        mine = ways[label.source, label.target, label.answer]
        if label.source and all(label.box.apart(line.box) > ASTRAY for line in mine):
            yield f"{label.source}→{label.target}"


def _ambiguous(scene: Scene) -> Iterator[str]:
    """Yield labels that are nearer to another's arrow than to their own."""
    for label in scene.page.labels:
        said = (label.source, label.target, label.answer)
        apart: dict[bool, float] = {True: math.inf, False: math.inf}
        for _, line in scene.by_line.near(label.box, ASTRAY):
            if line.arrow is not None:
                mine = said == (line.arrow.source, line.arrow.target, line.arrow.answer)
                apart[mine] = min(apart[mine], label.box.apart(line.box))
        if label.source and apart[False] + NEARER < apart[True]:
            yield f"{label.source}→{label.target}"


def _cut_labels(page: Page) -> Iterator[str]:
    """Yield labels that the border of a cell runs through."""
    borders = Nearby((side, side) for cell in page.cells for side in _sides(cell.box))
    for label in page.labels:
        if any(True for text in label.texts for _ in borders.near(text.box, 0.0)):
            yield f"{label.source}→{label.target}"


def _on_borders(scene: Scene) -> Iterator[str]:
    """Yield lines that run along the border of a cell, where they can hardly be seen."""
    borders = Nearby((side, side) for cell in scene.page.cells for side in _sides(cell.box))
    for line in scene.lines:
        if any(_along(line, side) for side in borders.near(line.box, 1.0)):
            yield line.name


def _along(line: Line, side: Box) -> bool:
    across = min(line.box.right, side.right) - max(line.box.left, side.left)
    down = min(line.box.bottom, side.bottom) - max(line.box.top, side.top)
    if line.level:
        return side.top == side.bottom and across > ALONG
    return side.left == side.right and down > ALONG


def _sides(box: Box) -> Iterator[Box]:
    yield Box(box.left, box.top, box.right, box.top)
    yield Box(box.left, box.bottom, box.right, box.bottom)
    yield Box(box.left, box.top, box.left, box.bottom)
    yield Box(box.right, box.top, box.right, box.bottom)
