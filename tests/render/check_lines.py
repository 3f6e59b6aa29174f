"""The lines of a page -> where they run through something, lie on one another, end in the air or have no good head.

Distances are in points, between the middles of lines.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator

from drawn import Arrow, Connector, Symbol
from fault import Found, Kind
from plane import Shape, distance, nearer
from scene import Line, Scene

NEAR = 3.0
"""Lines beside each other that are nearer than this are taken for one."""
ENDS = 1.5
"""Lines behind each other with a smaller gap than this are taken for one."""
CLEAR = 1.5
"""From a line to a symbol that it does not belong to."""
TEXT_CLEAR = 0.8
"""From a line to the letters of a text; half the line's own width is in it."""
TOUCH = 0.75
"""An end of a line that is farther from its symbol's outline than this hangs in the air."""
DEPTH = 0.6
"""A line that reaches deeper into its own symbol than this runs through it."""
LEAN = 0.05
HEAD_LENGTH, HEAD_WIDTH = (4.0, 9.0), (3.0, 8.0)


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


def _joined(scene: Scene) -> Found:
    """Yield joint actors whose symbols no line connects; a flowchart has one symbol for all of them."""
    places: dict[str, list[Shape]] = defaultdict(list)
    for symbol in scene.page.symbols:
        places[symbol.step].append(symbol.outline)
    for step, outlines in places.items():
        lines = [points for name, points in scene.page.joints if name == step]
        reached, waiting = [outlines[0]], outlines[1:]
        while near := [shape for shape in waiting if any(_ties(line, one, shape) for line in lines for one in reached)]:
            reached += near
            waiting = [shape for shape in waiting if shape not in near]
        if waiting:
            yield Kind.NOT_JOINED, f"{len(waiting)} of {len(outlines)} symbols of {step}"


def _ties(line: Shape, one: Shape, other: Shape) -> bool:
    ends = line[0], line[-1]
    return any(distance(ends[0], a) <= TOUCH and distance(ends[1], b) <= TOUCH for a, b in ((one, other), (other, one)))


CHECKS = (_ways, _on_one_another, _heads, _ends, _joined)
