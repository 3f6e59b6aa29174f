"""Reads a flowchart's SVG back and measures it, knowing nothing of how it was laid out.

Widths of text come from the font file, not from the program's table. ``faults(svg)`` lists what breaks the contract.
"""

import math
import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field
from functools import cache

import letter_widths

NS = "{http://www.w3.org/2000/svg}"
MARGIN = 28.0
"""On a page of its own; an embedded drawing has none."""
LEAST_TEXT = 7.5
NUMBER = r"-?\d+(?:\.\d+)?"

Points = list[tuple[float, float]]


@dataclass
class Text:
    words: str
    size: float
    box: Points


@dataclass
class Symbol:
    step: str
    state: str | None
    shape: Points
    texts: list[Text]


@dataclass
class Arrow:
    sources: tuple[str, ...]  # several only where it comes from a connector
    target: str | None
    answer: str | None
    letter: str | None  # of the connector at one of its ends
    back: bool
    points: Points  # from its source to the tip

    @property
    def source(self) -> str:
        return " ".join(self.sources)


@dataclass
class Label:
    source: str | None
    target: str | None
    answer: str | None
    texts: list[Text]


@dataclass
class Connector:
    letter: str
    out: bool
    sources: tuple[str, ...]
    target: str
    shape: Points


@dataclass
class Branch:
    key: str
    box: tuple[float, float, float, float]  # left, top, right, bottom
    texts: list[Text]


@dataclass
class Picture:
    symbols: dict[str, Symbol] = field(default_factory=dict)
    arrows: list[Arrow] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    connectors: list[Connector] = field(default_factory=list)
    branches: list[Branch] = field(default_factory=list)
    signs: list[Points] = field(default_factory=list)  # drawn beside words
    texts: list[Text] = field(default_factory=list)
    area: tuple[float, ...] = ()  # left, top, right, bottom of what may be drawn on


def read(svg: str) -> Picture:
    root = ET.fromstring(svg)
    left, top, wide, high = map(float, root.get("viewBox", "").split())
    titled = any(group.get("class") == "title-block" for group in root.iter(f"{NS}g"))
    margin = MARGIN if titled else 0.0
    area = (left + margin, top + margin, left + wide - margin, top + high - margin)
    picture = Picture(texts=[_text(node) for node in root.iter(f"{NS}text")], area=area)
    for group in root.iter(f"{NS}g"):
        kinds = group.get("class", "").split()
        match kinds[:1]:
            case ["symbol"]:
                symbol = _symbol(group)
                assert symbol.step not in picture.symbols
                picture.symbols[symbol.step] = symbol
            case ["arrow"]:
                picture.arrows.append(_arrow(group, "return" in kinds))
            case ["label"]:
                texts = [_text(node) for node in group.iter(f"{NS}text")]
                said = (group.get("data-from"), group.get("data-to"), group.get("data-answer"))
                picture.labels.append(Label(*said, texts))
            case ["branch"]:
                picture.branches.append(_branch(group))
            case ["clock"]:
                picture.signs.append(_round(next(group.iter(f"{NS}circle"))))
            case ["connector"]:
                picture.connectors.append(_connector(group, "out" in kinds))
    return picture


def faults(svg: str) -> list[str]:
    picture = read(svg)
    return [
        *_page(picture),
        *_symbols(picture),
        *_labels(picture),
        *_arrows(picture),
        *_connectors(picture),
        *_branches(picture),
    ]


def _page(picture: Picture) -> list[str]:
    found = [f"text of {text.size}: {text.words}" for text in picture.texts if text.size < LEAST_TEXT]
    shapes: list[tuple[str, Points]] = [(symbol.step, symbol.shape) for symbol in picture.symbols.values()]
    shapes += [(text.words, text.box) for text in picture.texts]
    shapes += [(f"{arrow.source}->{arrow.target}", arrow.points) for arrow in picture.arrows]
    shapes += [(connector.letter, connector.shape) for connector in picture.connectors]
    shapes += [(branch.key, _corners(branch.box)) for branch in picture.branches]
    left, top, right, bottom = picture.area
    for name, shape in shapes:
        if any(not (left <= x <= right and top <= y <= bottom) for x, y in shape):
            found.append(f"off the page: {name}")
    return found


def _symbols(picture: Picture) -> list[str]:
    found = []
    symbols = list(picture.symbols.values())
    for index, symbol in enumerate(symbols):
        found += [
            f"{symbol.step} on {other.step}" for other in symbols[index + 1 :] if meet(symbol.shape, other.shape, 8)
        ]
        found += [
            f"{symbol.step}: text outside: {text.words}"
            for text in symbol.texts
            if not all(_inside(point, symbol) for point in text.box)
        ]
        found += [
            f"{symbol.step}: sign on text: {text.words}"
            for text in symbol.texts
            for sign in picture.signs
            if meet(sign, text.box, -0.5)
        ]
        for one, text in enumerate(symbol.texts):
            found += [
                f"{symbol.step}: text on text" for other in symbol.texts[one + 1 :] if meet(text.box, other.box, -1)
            ]
    return found


def _labels(picture: Picture) -> list[str]:
    found = []
    boxes = [(text.words, text.box) for label in picture.labels for text in label.texts]
    for index, (words, box) in enumerate(boxes):
        found += [f"label {words} on {other}" for other, there in boxes[index + 1 :] if meet(box, there, -1)]
        found += [f"label {words} on {s.step}" for s in picture.symbols.values() if meet(box, s.shape, 1.5)]
        found += [f"label {words} on connector {c.letter}" for c in picture.connectors if meet(box, c.shape, 0.5)]
        for arrow in picture.arrows:
            if any(meet(box, list(part), 1) for part in _segments(arrow)):
                found.append(f"label {words} on {arrow.source}->{arrow.target}")
    return found


def _arrows(picture: Picture) -> list[str]:
    found = []
    for arrow in picture.arrows:
        name = f"{arrow.source}->{arrow.target}"
        for start, end in _segments(arrow):
            if abs(start[0] - end[0]) > 0.02 and abs(start[1] - end[1]) > 0.02:
                found.append(f"{name} leans")
            for symbol in picture.symbols.values():
                if meet([start, end], symbol.shape, -0.6):
                    found.append(f"{name} runs through {symbol.step}")
            for connector in picture.connectors:
                if meet([start, end], connector.shape, -0.6):
                    found.append(f"{name} runs through connector {connector.letter}")
        found += _loose(picture, arrow, name)
    return found


def _loose(picture: Picture, arrow: Arrow, name: str) -> list[str]:
    found = []
    for what, point, steps in (
        ("start", arrow.points[0], arrow.sources),
        ("tip", arrow.points[-1], (arrow.target,)),
    ):
        ends = [symbol.shape for symbol in picture.symbols.values() if symbol.step in steps]
        ends += [
            connector.shape
            for connector in picture.connectors
            if (connector.letter, connector.sources, connector.target) == (arrow.letter, arrow.sources, arrow.target)
        ]
        if not any(meet([point, point], shape, 0.7) for shape in ends):
            found.append(f"{name}: {what} touches nothing")
    return found


def _connectors(picture: Picture) -> list[str]:
    found = []
    for index, connector in enumerate(picture.connectors):
        others = [other.shape for other in picture.connectors[index + 1 :]]
        others += [symbol.shape for symbol in picture.symbols.values()]
        found += [f"connector {connector.letter} on something" for shape in others if meet(connector.shape, shape, 2)]
    return found


def _branches(picture: Picture) -> list[str]:
    """Return where the frame of a parallel branch cuts something, or something covers its heading."""
    found = []
    things: list[tuple[str, Points]] = [(symbol.step, symbol.shape) for symbol in picture.symbols.values()]
    things += [(text.words, text.box) for text in picture.texts]
    things += [(connector.letter, connector.shape) for connector in picture.connectors]
    things += [("sign", shape) for shape in picture.signs]
    for index, branch in enumerate(picture.branches):
        left, top, right, bottom = branch.box
        name = f"frame {branch.key}"
        if right - left < 40 or bottom - top < 30:
            found.append(f"{name} is empty")
        edges = [[(left, top), (right, top)], [(right, top), (right, bottom)]]
        edges += [[(right, bottom), (left, bottom)], [(left, bottom), (left, top)]]
        found += [f"{name} cuts {what}" for what, shape in things for edge in edges if meet(edge, shape, 0.8)]
        for other in picture.branches[index + 1 :]:
            if not (_apart(branch.box, other.box, 3) or _within(other.box, branch.box, 3)):
                found.append(f"{name} and {other.key} cross")
        if not all(_within(_bounds(text.box), branch.box, 1) for text in branch.texts):
            found.append(f"{name}: heading outside")
        for text in branch.texts:
            found += [
                f"heading {text.words} on {s.step}" for s in picture.symbols.values() if meet(text.box, s.shape, 1)
            ]
            found += [
                f"heading {text.words} on {other.words}"
                for other in picture.texts
                if other.box != text.box and meet(text.box, other.box, -1)
            ]
            found += [
                f"heading {text.words} on {arrow.source}->{arrow.target}"
                for arrow in picture.arrows
                for part in _segments(arrow)
                if meet(text.box, list(part), 1)
            ]
    return found


def around(picture: Picture, step: str) -> list[str]:
    """Return the frames around a symbol, the outermost first."""
    box = _bounds(picture.symbols[step].shape)
    frames = [branch for branch in picture.branches if _within(box, branch.box, 1)]
    return [branch.key for branch in sorted(frames, key=lambda each: each.box[1])]


def _bounds(shape: Points) -> tuple[float, float, float, float]:
    across, down = [x for x, _ in shape], [y for _, y in shape]
    return min(across), min(down), max(across), max(down)


def _corners(box: tuple[float, float, float, float]) -> Points:
    left, top, right, bottom = box
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def _apart(one: tuple[float, ...], other: tuple[float, ...], by: float) -> bool:
    return one[3] + by <= other[1] or other[3] + by <= one[1]


def _within(inner: tuple[float, ...], outer: tuple[float, ...], by: float) -> bool:
    return (
        outer[0] + by <= inner[0]
        and outer[1] + by <= inner[1]
        and inner[2] + by <= outer[2]
        and inner[3] + by <= outer[3]
    )


def meet(one: Points, other: Points, apart: float) -> bool:
    """Return whether two convex shapes come nearer than ``apart`` (negative: overlap by more) along every axis."""
    for shape in (one, other):
        for (x1, y1), (x2, y2) in zip(shape, [*shape[1:], shape[0]], strict=True):
            length = math.hypot(x2 - x1, y2 - y1)
            if length == 0:
                continue
            axis = ((y1 - y2) / length, (x2 - x1) / length)
            if _gap(one, other, axis) >= apart:
                return False
    # segments and points have too few edges of their own
    return all(_gap(one, other, axis) < apart for axis in ((1, 0), (0, 1)))


def _gap(one: Points, other: Points, axis: tuple[float, float]) -> float:
    here = [x * axis[0] + y * axis[1] for x, y in one]
    there = [x * axis[0] + y * axis[1] for x, y in other]
    return max(min(there) - max(here), min(here) - max(there))


def _inside(point: tuple[float, float], symbol: Symbol) -> bool:
    return meet([point, point], symbol.shape, -0.5)


def _branch(group: ET.Element) -> Branch:
    frame = next(group.iter(f"{NS}rect"))
    x, y, wide, high = (float(frame.get(key, "0")) for key in ("x", "y", "width", "height"))
    texts = [_text(node) for node in group.iter(f"{NS}text")]
    return Branch(group.get("data-branch", ""), (x, y, x + wide, y + high), texts)


def _round(circle: ET.Element) -> Points:
    x, y, radius = (float(circle.get(key, "0")) for key in ("cx", "cy", "r"))
    return _corners((x - radius, y - radius, x + radius, y + radius))


def _symbol(group: ET.Element) -> Symbol:
    texts = [_text(node) for node in group.iter(f"{NS}text")]
    outline = next(node for node in group if node.get("class") == "outline")
    if outline.tag == f"{NS}polygon":
        shape = _points(outline.get("points", ""))
    else:
        x, y, wide, high, corner = (float(outline.get(key, "0")) for key in ("x", "y", "width", "height", "rx"))
        middles = [
            (x + wide - corner, y + high - corner), (x + corner, y + high - corner),
            (x + corner, y + corner), (x + wide - corner, y + corner),
        ]  # fmt: skip
        turns = [(quarter, (quarter + part / 6) * math.pi / 2) for quarter in range(4) for part in range(7)]
        shape = [
            (middles[quarter][0] + corner * math.cos(turn), middles[quarter][1] + corner * math.sin(turn))
            for quarter, turn in turns
        ]
    return Symbol(group.get("data-step", ""), group.get("data-state"), shape, texts)


def _arrow(group: ET.Element, back: bool) -> Arrow:
    line = next(group.iter(f"{NS}path"))
    head = _points(next(group.iter(f"{NS}polygon")).get("points", ""))
    way = _points(line.get("d", ""))
    said = (group.get("data-to"), group.get("data-answer"), group.get("data-letter"))
    return Arrow(tuple(group.get("data-from", "").split()), *said, back, [*way, head[0]])


def _segments(arrow: Arrow) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    return list(zip(arrow.points, arrow.points[1:], strict=False))


def _connector(group: ET.Element, out: bool) -> Connector:
    shape = _points(next(group.iter(f"{NS}polygon")).get("points", ""))
    sources = tuple(group.get("data-from", "").split())
    return Connector(group.get("data-letter", ""), out, sources, group.get("data-to", ""), shape)


def _points(data: str) -> Points:
    numbers = [float(number) for number in re.findall(NUMBER, data)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _text(node: ET.Element) -> Text:
    words = node.text or ""
    size, x, y = (float(node.get(key, "0")) for key in ("font-size", "x", "y"))
    wide = size * measured(words, node.get("font-weight") == "700")
    left = x - {"middle": wide / 2, "end": wide, None: 0.0}[node.get("text-anchor")]
    top, bottom = y - 0.74 * size, y + 0.22 * size
    return Text(words, size, [(left, top), (left + wide, top), (left + wide, bottom), (left, bottom)])


def measured(words: str, bold: bool, face: str = "sans") -> float:
    """Return how wide words are at most, in font sizes; a line that the serif cannot set may be in either face."""
    own, lent = _font(face, bold), _font("sans", bold)
    wide = sum(lent.get(character, lent[""]) for character in words)
    if own is lent:
        return wide
    mixed = sum(own.get(character, lent.get(character, lent[""])) for character in words)
    return max(wide, mixed) if any(sign in lent and sign not in own for sign in words) else mixed


@cache
def _font(face: str, bold: bool) -> dict[str, float]:
    """Return the width of each character of a font; of what it lacks under the empty text."""
    font = letter_widths.loaded(face, 700 if bold else 400)
    per_em, metrics = font["head"].unitsPerEm, font["hmtx"].metrics
    glyphs = {chr(code): glyph for code, glyph in font.getBestCmap().items()}
    return {sign: metrics[glyph][0] / per_em for sign, glyph in {**glyphs, "": ".notdef"}.items()}
