"""Pages of SVG -> what is drawn on them, by the names that the drawing itself gives its parts.

Reads the contract of ``docs/matrix.md`` and nothing else: symbols, arrows, labels, connectors, cells and texts, in
points. Widths of text come from the font file, not from the program's table.
"""

from __future__ import annotations

import math
import re
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from check_marks import unseen
from picture import measured
from plane import Box, Point, Shape, around

NS = "{http://www.w3.org/2000/svg}"
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
COMMAND = re.compile(r"([MLQ])([^MLQ]*)")
ROTATED = re.compile(r"rotate\(-90[ ,]+(-?[\d.]+)[ ,]+(-?[\d.]+)\)")
ASCENT, DESCENT = 0.74, 0.22
"""What the letters of a line cover above and below its baseline, in font sizes."""
STROKES = frozenset(f"{NS}{each}" for each in ("path", "line", "polyline", "polygon", "rect", "circle", "ellipse"))
GROUPS = frozenset({"flow", "lanes", "legend", "title-block", "branch", "clock", "outside"})
"""Groups that say what the strokes in them are."""
LINES = frozenset({"paper", "frame", "rule", "blank"})
"""Strokes outside of such groups that say so themselves."""
KINDS = frozenset({"symbol", "arrow", "label", "connector", "cell"})


class NotDrawnSoError(ValueError):
    """A page that does not keep to the contract, so that nothing can be measured on it."""


@dataclass(frozen=True)
class Text:
    """``role`` is what its line says it is besides a text, such as ``running``."""

    words: str
    size: float
    box: Box
    role: str = ""


@dataclass(frozen=True)
class Symbol:
    step: str
    actor: str | None
    shape: str
    state: str | None
    absorbs: str | None
    outline: Shape
    box: Box
    texts: tuple[Text, ...]
    title: str = ""

    @property
    def name(self) -> str:
        return f"symbol {self.step}"


@dataclass(frozen=True)
class Arrow:
    """``points`` from where it leaves to the tip, corners only; ``head`` begins with the tip."""

    source: str
    target: str
    answer: str | None
    kind: str | None
    letter: str | None
    points: tuple[Point, ...]
    head: tuple[Point, ...]

    @property
    def name(self) -> str:
        return f"{self.source}→{self.target}" + (f" ({self.answer})" if self.answer else "")


@dataclass(frozen=True)
class Label:
    source: str
    target: str
    answer: str | None
    texts: tuple[Text, ...]

    @property
    def name(self) -> str:
        return f"label {self.source}→{self.target}"

    @property
    def words(self) -> str:
        return " ".join(text.words for text in self.texts)

    @cached_property
    def box(self) -> Box:
        return around(corner for text in self.texts for corner in text.box.corners)


@dataclass(frozen=True)
class Connector:
    letter: str
    out: bool
    source: str
    target: str
    outline: Shape
    box: Box
    texts: tuple[Text, ...]

    @property
    def name(self) -> str:
        return f"connector {self.letter}"


@dataclass(frozen=True)
class Cell:
    column: str
    step: str | None
    head: bool
    box: Box
    texts: tuple[Text, ...]

    @property
    def name(self) -> str:
        return f"{'head' if self.head else 'cell'} {self.column} {self.step or ''}".strip()

    @property
    def words(self) -> str:
        return " ".join(text.words for text in self.texts)


@dataclass
class Page:
    view: str
    number: int
    pages: int
    box: Box
    millimetre: float
    """In units of the drawing, which may be made smaller to fit its paper."""
    title: str = ""
    alternative: str = ""
    symbols: list[Symbol] = field(default_factory=list)
    joints: list[tuple[str, tuple[Point, ...]]] = field(default_factory=list)
    arrows: list[Arrow] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    connectors: list[Connector] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    unnamed: list[str] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)
    logos: list[Box] = field(default_factory=list)
    loose: list[Text] = field(default_factory=list)  # titles, notes and whatever else is written

    @cached_property
    def texts(self) -> list[tuple[str, Text]]:
        """Return every text with the name of what it stands in, which may be nothing."""
        parts = (*self.symbols, *self.labels, *self.cells, *self.connectors)
        return [("", text) for text in self.loose] + [(part.name, text) for part in parts for text in part.texts]


@lru_cache(maxsize=64)
def read(svg: str) -> Page:
    """Return what is drawn on a page, which is asked for more than once. Raises NotDrawnSoError."""
    try:
        root = ET.fromstring(svg)
        for text in root.iter(f"{NS}text"):
            text.attrib.setdefault("font-family", root.get("font-family", ""))
        left, top, wide, high = map(float, root.get("viewBox", "").split())
        page = Page(
            view=root.get("class", ""),
            number=int(root.get("data-page", "1")),
            pages=int(root.get("data-pages", "1")),
            box=Box(left, top, left + wide, top + high),
            millimetre=high / float(root.get("height", "").removesuffix("mm")),
            title=root.findtext(f"{NS}title", ""),
            alternative=root.findtext(f"{NS}desc", ""),
        )
        page.unseen += unseen(root)
        _walk(root, page, named=False, moved=False)
    except (ET.ParseError, ValueError, KeyError, IndexError, StopIteration) as error:
        raise NotDrawnSoError(f"{type(error).__name__}: {error}") from error
    return page


def _walk(parent: ET.Element, page: Page, named: bool, moved: bool) -> None:
    """Read the parts below ``parent``, which is itself within something that says what it is, or is moved."""
    for node in parent:
        kinds = node.get("class", "").split()
        if node.tag == f"{NS}path" and kinds[:1] == ["joint"]:
            page.joints.append((node.attrib["data-step"], _corners(node.get("d", ""))))
        elif node.tag == f"{NS}g" and kinds and kinds[0] in KINDS:
            _part(node, kinds, page)
        elif node.tag == f"{NS}g":
            _walk(node, page, named or not GROUPS.isdisjoint(kinds), moved or "transform" in node.attrib)
            continue
        elif node.tag == f"{NS}text":
            page.loose.append(_text(node))
        elif node.tag == f"{NS}image":
            page.logos.append(around(_outline(node)))
        elif node.tag in STROKES and not (named or LINES.intersection(kinds)):
            page.unnamed.append(node.tag.removeprefix(NS))
        if moved and (node.tag == f"{NS}text" or kinds[:1] == ["joint"] or not KINDS.isdisjoint(kinds)):
            raise ValueError(f"what stands where is hidden in a transform: {node.tag.removeprefix(NS)} {kinds}")


def _part(node: ET.Element, kinds: list[str], page: Page) -> None:
    texts = tuple(_text(each) for each in node.iter(f"{NS}text"))
    said = node.attrib
    match kinds[0]:
        case "symbol":
            shape = _outline(next(each for each in node if "outline" in each.get("class", "").split()))
            names = (said["data-step"], said.get("data-actor"), said.get("data-shape", ""))
            more = (said.get("data-state"), said.get("data-absorbs"))
            page.symbols.append(Symbol(*names, *more, shape, around(shape), texts, node.findtext(f"{NS}title", "")))
        case "arrow":
            page.arrows.append(_arrow(node))
        case "label":
            page.labels.append(
                Label(said.get("data-from", ""), said.get("data-to", ""), said.get("data-answer"), texts)
            )
        case "connector":
            shape = _points(next(node.iter(f"{NS}polygon")).get("points", ""))
            names = (said["data-letter"], "out" in kinds, said.get("data-from", ""), said["data-to"])
            page.connectors.append(Connector(*names, shape, around(shape), texts))
        case "cell":
            box = next(each for each in node.iter(f"{NS}rect") if "box" in each.get("class", "").split())
            names = (said["data-column"], said.get("data-step"), said.get("data-head") == "1")
            page.cells.append(Cell(*names, around(_outline(box)), texts))


def _arrow(node: ET.Element) -> Arrow:
    said = node.attrib
    head = _points(next(node.iter(f"{NS}polygon")).get("points", ""))
    way = _corners(next(node.iter(f"{NS}path")).get("d", ""))
    neck = ((head[1][0] + head[2][0]) / 2, (head[1][1] + head[2][1]) / 2)
    if math.dist(way[0], neck) < math.dist(way[-1], neck):  # a small loop may begin nearer to the tip than it ends
        way = way[::-1]
    names = (said["data-from"], said["data-to"], said.get("data-answer"), said.get("data-kind"))
    return Arrow(*names, said.get("data-letter"), _straightened([*way, head[0]]), head)


def _corners(data: str) -> tuple[Point, ...]:
    """Return the corners of a path, a rounded one as the point that it bends around."""
    points: list[Point] = []
    for command, numbers in COMMAND.findall(data):
        found = _points(numbers)
        points += found[:1] if command == "Q" else found
        if command == "Q":
            points.append(found[1])
    return _straightened(points)


def _straightened(points: Sequence[Point]) -> tuple[Point, ...]:
    """Leave out points that a straight line passes; one where the line turns back stays."""
    kept: list[Point] = []
    for point in points:
        if kept and math.dist(kept[-1], point) < 0.005:
            continue
        if len(kept) > 1 and _passes(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    return tuple(kept)


def _passes(one: Point, middle: Point, other: Point) -> bool:
    first = (middle[0] - one[0], middle[1] - one[1])
    second = (other[0] - middle[0], other[1] - middle[1])
    lengths = math.hypot(*first) * math.hypot(*second)
    across = first[0] * second[1] - first[1] * second[0]
    along = first[0] * second[0] + first[1] * second[1]
    return along > 0 and abs(across) < 0.01 * lengths


def _outline(node: ET.Element) -> Shape:
    if node.tag == f"{NS}polygon":
        return _points(node.get("points", ""))
    x, y, wide, high, corner = (float(node.get(key, "0")) for key in ("x", "y", "width", "height", "rx"))
    corner = min(corner, wide / 2, high / 2)
    if corner < 0.01:
        return Box(x, y, x + wide, y + high).corners
    middles = ((x + wide - corner, y + high - corner), (x + corner, y + high - corner),
               (x + corner, y + corner), (x + wide - corner, y + corner))  # fmt: skip
    turns = [(quarter, (quarter + part / 6) * math.pi / 2) for quarter in range(4) for part in range(7)]
    return tuple(
        (middles[quarter][0] + corner * math.cos(turn), middles[quarter][1] + corner * math.sin(turn))
        for quarter, turn in turns
    )


def _points(data: str) -> tuple[Point, ...]:
    numbers = [float(number) for number in NUMBER.findall(data)]
    return tuple(zip(numbers[::2], numbers[1::2], strict=True))


def _text(node: ET.Element) -> Text:
    words = "".join(node.itertext())
    size, x, y = (float(node.get(key, "0")) for key in ("font-size", "x", "y"))
    wide = size * _width(words, node.get("font-weight") in {"700", "bold"}, node.get("font-family", ""))
    left = x - {"middle": wide / 2, "end": wide}.get(node.get("text-anchor", ""), 0.0)
    box = Box(left, y - ASCENT * size, left + wide, y + DESCENT * size)
    turn = ROTATED.fullmatch(node.get("transform", "").strip())
    if turn is not None:
        x, y = float(turn[1]), float(turn[2])
        box = Box(x + box.top - y, y - (box.right - x), x + box.bottom - y, y - (box.left - x))
    elif "transform" in node.attrib:
        raise ValueError(f"a text is turned otherwise: {node.attrib['transform']}")
    return Text(words, size, box, node.get("class", "").removeprefix("text").strip())


@lru_cache(maxsize=100_000)
def _width(words: str, bold: bool, family: str) -> float:
    return measured(words, bold, "serif" if "PT Serif" in family else "sans")
