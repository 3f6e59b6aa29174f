"""Texts, symbols and cells of a page -> which of them do not stand where they should, or on something else."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from drawn import Symbol
from fault import Found, Kind
from plane import Box, Nearby, inside, nearer
from scene import Scene

APART = 1.5
"""From a symbol to another symbol."""
LABEL_CLEAR = 1.0
PADDING = 0.5
"""From a text to the border of what it stands in."""
ON_TEXT = 0.3
FOOTER = 20.0
"""The lowest part of a page of the matrix, where the signing service prints, in millimetres."""


def _texts(scene: Scene) -> Found:
    """Yield texts that stand on one another or on a symbol that is not theirs."""
    for words in scene.texts:
        box = words.text.box
        for other in scene.by_text.near(box, -ON_TEXT):
            if other.number > words.number:
                yield Kind.TEXT_ON_TEXT, f"{words} on {other}"
        for shape in (*scene.by_symbol.near(box, LABEL_CLEAR), *scene.by_connector.near(box, LABEL_CLEAR)):
            if shape.name != words.place and nearer(box.corners, box, shape.outline, shape.box, LABEL_CLEAR):
                yield (Kind.LABEL_ON_SYMBOL if words.label else Kind.TEXT_ON_SYMBOL), f"{words} on {shape.name}"


def _text_places(scene: Scene) -> Found:
    """Yield texts that are not wholly inside their symbol or their cell."""
    for shape in (*scene.page.symbols, *scene.page.connectors):
        for text in shape.texts:
            if not all(inside(corner, shape.outline, PADDING) for corner in text.box.corners):
                yield Kind.TEXT_OUTSIDE, f"{shape.name} “{text.words}”"
    for cell in scene.page.cells:
        for text in cell.texts:
            if not text.box.within(cell.box, PADDING):
                yield Kind.TEXT_OUTSIDE, f"{cell.name} “{text.words}”"


def _bounds(scene: Scene) -> Found:
    """Yield what is drawn beyond the page, or where the matrix leaves room for the signing service."""
    page = scene.page
    things = [(str(words), words.text.box) for words in scene.texts]
    things += [(line.name, line.box) for line in scene.lines]
    things += [(each.name, each.box) for each in (*page.symbols, *page.connectors, *page.cells)]
    floor = page.box.bottom - (FOOTER * page.millimetre if page.view == "matrix" else 0.0)
    for name, box in things:
        if not box.within(page.box):
            yield Kind.OFF_PAGE, name
        elif box.bottom > floor + 0.01:
            yield Kind.FOOTER, name


def _symbols(scene: Scene) -> Found:
    """Yield symbols that are not in the column of their actor and the row of their step, and those on one another."""
    page = scene.page
    lanes = {cell.column: cell.box for cell in page.cells if not cell.head and not cell.step}
    heads = {cell.column: cell.box for cell in page.cells if cell.head and cell.column.startswith("actor:")}
    rows = {(cell.column, cell.step): cell.box for cell in page.cells if not cell.head and cell.step}
    for symbol in page.symbols:
        if heads and not any(symbol.box.within(room, -0.02) for room in _rooms(symbol, heads, rows, lanes)):
            yield Kind.COLUMN, f"{symbol.step} of {symbol.actor}"
    shapes = (*page.symbols, *page.connectors)
    for one, other in combinations(shapes, 2):
        if one.box.apart(other.box) < APART and nearer(one.outline, one.box, other.outline, other.box, APART):
            yield Kind.SYMBOLS, f"{one.name} on {other.name}"


def _rooms(
    symbol: Symbol, heads: dict[str, Box], rows: dict[tuple[str, str], Box], lanes: dict[str, Box]
) -> Iterator[Box]:
    """Yield where a symbol may stand: in the cell of its actor and step, or in the lane of its actor.

    What has no actor may stand in any of them, and a bar across several.
    """
    bar = symbol.shape == "bar"
    columns = list(heads) if bar or symbol.actor is None else [f"actor:{symbol.actor}"]
    boxes = [rows[column, symbol.step] for column in columns if (column, symbol.step) in rows]
    if not rows:
        boxes = [lanes[column] for column in columns if column in lanes]
    if bar and boxes:
        left, top, right, bottom = zip(*boxes, strict=True)
        yield Box(min(left), min(top), max(right), max(bottom))
    elif not bar:
        yield from boxes


def _area(scene: Scene) -> Found:
    """Yield what lies beside all columns of actors, what does not say what it is, and what nobody sees."""
    page = scene.page
    yield from ((Kind.UNNAMED, tag) for tag in page.unnamed)
    yield from ((Kind.UNSEEN, part) for part in page.unseen)
    yield from ((Kind.SILENT, part) for part in ("title", "alternative") if not getattr(page, part).strip())
    actors = [cell for cell in page.cells if cell.column.startswith("actor:")]
    if not actors:
        return
    left, top, right, bottom = zip(*(cell.box for cell in actors), strict=True)
    area = Box(min(left), min(top), max(right), max(bottom))
    if any(cell.step for cell in actors):
        # connectors stand above and below the rows
        area = area._replace(top=page.box.top, bottom=page.box.bottom)
    things = [(line.name, line.box) for line in scene.lines]
    things += [(each.name, each.box) for each in (*page.connectors, *page.labels)]
    for name, box in things:
        if not box.within(area, -0.02):
            yield Kind.AREA, name


def _table(scene: Scene) -> Found:
    """Yield cells that lie on one another."""
    cells = Nearby((cell.box, (number, cell)) for number, cell in enumerate(scene.page.cells))
    for number, cell in enumerate(scene.page.cells):
        for later, other in cells.near(cell.box, -0.5):
            if later > number:
                yield Kind.CELLS, f"{cell.name} on {other.name}"


def _logos(scene: Scene) -> Found:
    """Yield logos that are not in a cell, or on a text, a line or a symbol."""
    for number, logo in enumerate(scene.page.logos, 1):
        if not any(logo.within(cell.box, PADDING) for cell in scene.page.cells):
            yield Kind.LOGO, f"logo {number} in no cell"
        yield from ((Kind.LOGO, f"on {words}") for words in scene.by_text.near(logo, 0.0))
        yield from ((Kind.LOGO, f"on {symbol.name}") for symbol in scene.by_symbol.near(logo, 0.0))
        yield from ((Kind.LOGO, f"under {line.name}") for _, line in scene.by_line.near(logo, 0.0))


CHECKS = (_texts, _text_places, _bounds, _symbols, _area, _table, _logos)
