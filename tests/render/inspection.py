"""The pages of one drawing -> what is wrong with them; nothing is known of how they were made.

``faults`` lists the hard zeros of ``docs/matrix.md``: every one of them must be absent from every drawing. Distances
are in points, between the middles of lines. ``tally`` counts what may be better or worse.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from drawn import Arrow, Cell, Connector, NotDrawnSoError, Page, Symbol, read
from plane import Box, Nearby, Shape, distance, inside, nearer
from scene import Line, Scene

NEAR = 3.0
"""Lines beside each other that are nearer than this are taken for one."""
ENDS = 1.5
"""Lines behind each other with a smaller gap than this are taken for one."""
CLEAR = 1.5
"""From a line or a symbol to a symbol that it does not belong to."""
LABEL_CLEAR = 1.0
TEXT_CLEAR = 0.8
"""From a line to the letters of a text; half the line's own width is in it."""
TOUCH = 0.75
"""An end of a line that is farther from its symbol's outline than this hangs in the air."""
DEPTH = 0.6
"""A line that reaches deeper into its own symbol than this runs through it."""
PADDING = 0.5
"""From a text to the border of what it stands in."""
ON_TEXT = 0.3
LEAN = 0.05
HEAD_LENGTH, HEAD_WIDTH = (4.0, 9.0), (3.0, 8.0)
FOOTER = 20 * 72 / 25.4
"""The lowest part of a page of the matrix, where the signing service prints."""


class Kind(StrEnum):
    """What can be wrong with a drawing."""

    UNREADABLE = "page does not keep to the contract"
    THROUGH_SYMBOL = "arrow through a symbol"
    THROUGH_TEXT = "arrow through a text"
    THROUGH_HEAD = "arrow through an arrow head"
    ONE_LINE = "arrows on one another"
    LABEL_ON_LINE = "label on a line"
    LABEL_ON_SYMBOL = "label on a symbol"
    TEXT_ON_TEXT = "text on text"
    TEXT_ON_SYMBOL = "text on a symbol"
    TEXT_OUTSIDE = "text outside its place"
    OFF_PAGE = "off the page"
    FOOTER = "in the footer"
    COLUMN = "symbol outside its column"
    SYMBOLS = "symbol on symbol"
    CONNECTOR = "connector without its partner"
    CONNECTOR_EDGE = "connector at the wrong edge"
    LOOSE = "arrow end in the air"
    LEANS = "arrow leans"
    HEAD = "arrow head misshapen"
    CELLS = "cell on cell"
    ROW = "row on two pages"
    NO_HEAD = "head of the table missing"
    NUMBERING = "pages numbered wrongly"


@dataclass(frozen=True, order=True)
class Fault:
    page: int
    kind: Kind
    what: str

    def __str__(self) -> str:
        return f"page {self.page}: {self.kind}: {self.what}"


Found = Iterator[tuple[Kind, str]]


def faults(svgs: Sequence[str]) -> list[Fault]:
    """Return all that is wrong with the pages of one drawing, in their order."""
    pages: list[Page] = []
    found: list[Fault] = []
    for number, svg in enumerate(svgs, 1):
        try:
            page = read(svg)
        except NotDrawnSoError as error:
            found.append(Fault(number, Kind.UNREADABLE, str(error)))
            continue
        pages.append(page)
        scene = Scene(page)
        found += [Fault(number, kind, what) for check in CHECKS for kind, what in check(scene)]
    return sorted([*found, *_between(pages)])


def _ways(scene: Scene) -> Found:
    """Yield lines that lean, or run through a symbol or a text."""
    for line in scene.lines:
        if min(abs(line.one[0] - line.other[0]), abs(line.one[1] - line.other[1])) > LEAN:
            yield Kind.LEANS, line.name
        for symbol in scene.by_symbol.near(line.box, CLEAR):
            limit = -DEPTH if _ends_at(line, symbol) else CLEAR
            if nearer(line.way, line.box, symbol.outline, symbol.box, limit):
                yield Kind.THROUGH_SYMBOL, f"{line.name} through {symbol.name}"
        for connector in scene.by_connector.near(line.box, CLEAR):
            limit = -DEPTH if _ends_at_connector(line, connector) else CLEAR
            if nearer(line.way, line.box, connector.outline, connector.box, limit):
                yield Kind.THROUGH_SYMBOL, f"{line.name} through {connector.name}"
        for words in scene.by_text.near(line.box, TEXT_CLEAR):
            yield (Kind.LABEL_ON_LINE if words.label else Kind.THROUGH_TEXT), f"{line.name}: {words}"


def _ends_at(line: Line, symbol: Symbol) -> bool:
    if line.arrow is None:
        return line.name == f"joint {symbol.step}"
    starts = line.first and symbol.step == line.arrow.source and distance(line.one, symbol.outline) <= TOUCH
    return starts or (line.last and symbol.step == line.arrow.target and distance(line.other, symbol.outline) <= TOUCH)


def _ends_at_connector(line: Line, connector: Connector) -> bool:
    if line.arrow is None or line.arrow.letter != connector.letter:
        return False
    point = line.other if connector.out else line.one
    return (line.last if connector.out else line.first) and distance(point, connector.outline) <= TOUCH


def _on_one_another(scene: Scene) -> Found:
    """Yield lines that could be taken for one: beside each other, or behind each other without a gap."""
    for number, line in enumerate(scene.lines):
        for later, other in scene.by_line.near(line.box, NEAR):
            if later > number and line.level == other.level and _as_one(line, other):
                if line.whose == other.whose:
                    yield Kind.ONE_LINE, f"{line.name} on itself"
                elif not _merge(scene, line.arrow, other.arrow):
                    yield Kind.ONE_LINE, f"{line.name} on {other.name}"


def _merge(scene: Scene, one: Arrow | None, other: Arrow | None) -> bool:
    """Return whether two arrows may share a way: those of a flowchart that run to one target, or from one bar."""
    if scene.page.view != "flowchart" or one is None or other is None:
        return False
    return one.target == other.target or (one.source == other.source and one.kind == other.kind == "fork")


def _as_one(line: Line, other: Line) -> bool:
    one, two = line.box, other.box
    across = max(two.left - one.right, one.left - two.right)
    down = max(two.top - one.bottom, one.top - two.bottom)
    beside, behind = (down, across) if line.level else (across, down)
    return beside < NEAR and behind < ENDS


def _heads(scene: Scene) -> Found:
    """Yield what is wrong with the heads of arrows: size, direction, and what lies on them."""
    for line in scene.lines:
        for whose, arrow, box in scene.by_head.near(line.box, 0.0):
            own = whose == line.whose or _merge(scene, line.arrow, arrow)
            if not own and nearer(line.way, line.box, arrow.head, box, 0.0):
                yield Kind.THROUGH_HEAD, f"{line.name} through the head of {arrow.name}"
    for number, arrow, box in scene.heads:
        yield from ((Kind.HEAD, f"{arrow.name}: {what}") for what in _misshapen(arrow))
        for later, other, there in scene.by_head.near(box, 0.0):
            if later > number and not _merge(scene, arrow, other) and nearer(arrow.head, box, other.head, there, 0.0):
                yield Kind.THROUGH_HEAD, f"heads of {arrow.name} and {other.name}"
        for symbol in scene.by_symbol.near(box, 0.0):
            if symbol.step != arrow.target and nearer(arrow.head, box, symbol.outline, symbol.box, 0.0):
                yield Kind.THROUGH_SYMBOL, f"head of {arrow.name} on {symbol.name}"
        for words in scene.by_text.near(box, 0.0):
            if nearer(arrow.head, box, words.text.box.corners, words.text.box, 0.0):
                yield (Kind.LABEL_ON_LINE if words.label else Kind.THROUGH_TEXT), f"head of {arrow.name}: {words}"


def _misshapen(arrow: Arrow) -> Iterator[str]:
    tip, *wings = arrow.head
    before = arrow.points[-2]
    last = math.dist(before, tip)
    if len(wings) < 2 or not last:
        yield "no triangle"
        return
    along = ((tip[0] - before[0]) / last, (tip[1] - before[1]) / last)
    depth = [(tip[0] - x) * along[0] + (tip[1] - y) * along[1] for x, y in wings]
    aside = [(tip[0] - x) * along[1] - (tip[1] - y) * along[0] for x, y in wings]
    length, width = max(depth), max(aside) - min(aside)
    if not (HEAD_LENGTH[0] <= length <= HEAD_LENGTH[1] and HEAD_WIDTH[0] <= width <= HEAD_WIDTH[1]):
        yield f"{length:.1f} long, {width:.1f} wide along its line"
    if abs(max(aside) + min(aside)) > 0.2:
        yield "beside its line"
    if last < length:
        yield f"longer than the last part of its line, {last:.1f}"


def _ends(scene: Scene) -> Found:
    """Yield ends of arrows that touch neither their symbol nor their connector."""
    outlines: dict[str, list[Shape]] = defaultdict(list)
    for symbol in scene.page.symbols:
        outlines[symbol.step].append(symbol.outline)
    for arrow in scene.page.arrows:
        mine = [each for each in scene.page.connectors if each.letter == arrow.letter]
        starts = [*outlines[arrow.source], *(each.outline for each in mine if not each.out)]
        goals = [*outlines[arrow.target], *(each.outline for each in mine if each.out)]
        for what, point, places in (("start", arrow.points[0], starts), ("tip", arrow.points[-1], goals)):
            if all(distance(point, place) > TOUCH for place in places):
                yield Kind.LOOSE, f"{what} of {arrow.name}"


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
    floor = page.box.bottom - (FOOTER if page.view == "matrix" else 0.0)
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
        if one.box.apart(other.box) < CLEAR and nearer(one.outline, one.box, other.outline, other.box, CLEAR):
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


def _table(scene: Scene) -> Found:
    """Yield cells that lie on one another."""
    cells = Nearby((cell.box, (number, cell)) for number, cell in enumerate(scene.page.cells))
    for number, cell in enumerate(scene.page.cells):
        for later, other in cells.near(cell.box, -0.5):
            if later > number:
                yield Kind.CELLS, f"{cell.name} on {other.name}"


CHECKS = (_ways, _on_one_another, _heads, _ends, _texts, _text_places, _bounds, _symbols, _table)


def _between(pages: list[Page]) -> Iterator[Fault]:
    """Yield what is wrong between the pages of a drawing."""
    rows: dict[int, list[Cell]] = {
        number: [cell for cell in page.cells if not cell.head and cell.step] for number, page in enumerate(pages, 1)
    }
    columns = {cell.column for cells in rows.values() for cell in cells}
    places: dict[str, set[int]] = defaultdict(set)
    for number, page in enumerate(pages, 1):
        if (page.number, page.pages) != (number, len(pages)):
            yield Fault(number, Kind.NUMBERING, f"{page.number} of {page.pages}")
        missing = columns - {cell.column for cell in page.cells if cell.head} if rows[number] else set()
        if missing:
            yield Fault(number, Kind.NO_HEAD, ", ".join(sorted(missing)))
        for cell in rows[number]:
            places[cell.name].add(number)
    for name, found in places.items():
        if len(found) > 1:
            yield Fault(max(found), Kind.ROW, name)
    yield from _connected(pages)


def _connected(pages: list[Page]) -> Iterator[Fault]:
    """Yield connectors that do not lead from one page to another in one pair, at the edges that face each other."""
    pairs: dict[str, list[tuple[int, Connector]]] = defaultdict(list)
    for number, page in enumerate(pages, 1):
        for connector in page.connectors:
            pairs[connector.letter].append((number, connector))
        known = {connector.letter for connector in page.connectors}
        for arrow in page.arrows:
            if arrow.letter is not None and arrow.letter not in known:
                yield Fault(number, Kind.CONNECTOR, f"{arrow.name} names {arrow.letter}, which is not there")
    for letter, found in sorted(pairs.items()):
        if pages[0].view == "flowchart":
            yield from _gathered(letter, found)
        else:
            yield from _paired(pages, letter, found)


def _gathered(letter: str, found: list[tuple[int, Connector]]) -> Iterator[Fault]:
    """Yield a letter of a flowchart that does not lead from somewhere to one place: arrows may meet at a connector."""
    targets = {connector.target for _, connector in found}
    if len(targets) != 1 or {connector.out for _, connector in found} != {False, True}:
        yield Fault(found[0][0], Kind.CONNECTOR, f"{letter} on pages {[number for number, _ in found]}")


def _paired(pages: list[Page], letter: str, found: list[tuple[int, Connector]]) -> Iterator[Fault]:
    """Yield a letter that does not lead from one page to another, once, at the edges that face each other."""
    ways = {(connector.source, connector.target) for _, connector in found}
    numbers = [number for number, _ in found]
    if sorted(connector.out for _, connector in found) != [False, True] or len(ways) != 1 or len(set(numbers)) != 2:
        yield Fault(numbers[0], Kind.CONNECTOR, f"{letter} on pages {numbers}")
        return
    for (here, connector), (there, _) in (found, found[::-1]):
        if not _at_edge(pages[here - 1], connector, below=there > here):
            yield Fault(here, Kind.CONNECTOR_EDGE, f"{letter} leads to page {there}")
        if not any(arrow.letter == letter for arrow in pages[here - 1].arrows):
            yield Fault(here, Kind.CONNECTOR, f"{letter} has no arrow")


def _at_edge(page: Page, connector: Connector, below: bool) -> bool:
    if below:
        return all(symbol.box.bottom <= connector.box.top for symbol in page.symbols)
    return all(connector.box.bottom <= symbol.box.top for symbol in page.symbols)
