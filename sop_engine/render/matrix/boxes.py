"""Texts of the identity page -> its boxes as SVG, and the frame of the page that all of it stands in.

Boxes grow with their texts; what does not fit a page goes on in boxes of the same heads on the next, item by item.
Lengths in points.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sop_engine.messages import printed
from sop_engine.render import palette, svg
from sop_engine.render.matrix.cell import PAD, THIN, Block, Box, Item, block, frame, said, texts
from sop_engine.render.matrix.head import FILL
from sop_engine.render.matrix.identity import PAIRS
from sop_engine.render.matrix.style import FOOT, MM, SIDE, TOP
from sop_engine.render.typeface import DESCENT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sop_engine.render.matrix.style import Style

LEFT_SHARE = 0.5
"""The share of the logo and the unit in the width of the block, and that of the left boxes below."""
LARGER = 1.0
"""The letters of the identity page are so many points larger than those of the table."""
ROOMY = 1.5
"""The padding of the cells of this page, in those of the table."""
BOX_LEAST = 16 * MM
"""The height of an empty box below its head."""
LINES_TOGETHER = 2
"""An item that no page could hold is not parted for fewer lines than these."""
ROUNDING = 0.01
"""Sums of heights differ by less than this."""


class Frame(NamedTuple):
    """The borders of the page, the size of its letters and the padding of its cells."""

    width: float
    middle: float
    right: float
    bottom: float
    pad: float
    size: float
    face: str

    @classmethod
    def of(cls, style: Style) -> Frame:
        """Return the frame of a style."""
        width = style.width - 2 * SIDE
        return cls(
            width,
            SIDE + width * LEFT_SHARE,
            SIDE + width,
            style.height - FOOT,
            ROOMY * PAD,
            style.size + LARGER,
            style.face,
        )

    def lines(self, words: str, room: float, *, bold: bool = False, most: int | None = None) -> Block:
        """Return words of the page broken to lines of at most ``room``."""
        return block((Item(words),), room, self.size, self.face, bold=bold, most=most)


class Held(NamedTuple):
    """A box with its name and its items; ``begun`` when others of them stand on the page before."""

    key: str
    name: str
    items: tuple[Item, ...]
    begun: bool = False


class Part(NamedTuple):
    """What of a box stands on one page, with its head, and how high it is with both."""

    key: str
    head: Block
    text: Block
    height: float


class Row(NamedTuple):
    """Boxes beside one another: in each of two columns, or of one that is as wide as both, one below the other."""

    columns: tuple[tuple[Part, ...], ...]
    height: float


def filled(within: Frame, key: str, box: Box, it: Block | None, *, head: bool = False, upper: bool = False) -> str:
    """Return a cell of the page with its text in the middle of its height, or at its top when ``upper``."""
    inner = ""
    if it is not None:
        y = box.top + (within.pad if upper else (box.height - it.height) / 2)
        inner = texts(it, box.left + within.pad, y)
    data = said(head="1" if head else None)
    return f'<g class="cell" data-column="identity:{key}"{data}>{frame(box)}{inner}</g>'


class Boxes:
    """Draws the boxes below the block."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self.frame = Frame.of(style)

    def held(self, boxes: Mapping[str, Sequence[str]], rest: Iterable[tuple[str, str]]) -> list[Held]:
        """Return the boxes of the form, and one for each fact of ``rest`` that its row could not hold."""
        made = [Held(key, self.style.label(key), _listed(boxes[key])) for pair in PAIRS for key in pair]
        unit = printed("matrix.unit_head")
        return made + [Held("rest", name or unit, _listed((value,)), begun=True) for name, value in rest]

    def pages(self, waiting: list[Held], first: float) -> list[list[Row]]:
        """Return the rows of each page; the first page has room from ``first``, the others from their top.

        On one page the boxes stand in pairs, as in the form. Where that is too little, those beside a long box stand
        below one another, and one that is left alone takes the whole width.
        """
        pairs = [self._pair(*waiting[place : place + 2]) for place in range(0, len(waiting), 2)]
        spare = self.frame.bottom - first - sum(row.height for row in pairs)
        if spare >= 0:
            return [[row._replace(height=row.height + spare / len(pairs)) for row in pairs]]
        made: list[list[Row]] = [[]]
        room = self.frame.bottom - first
        while waiting:
            row, waiting = self._row(waiting, room)
            if row is not None:
                made[-1].append(row)
                room -= row.height
            else:
                made.append([])
                room = self.frame.bottom - TOP
        return made

    def _pair(self, *boxes: Held) -> Row:
        whole = [self._part(box, len(boxes) == 1) for box in boxes]
        return Row(tuple((part,) for part in whole), max(part.height for part in whole))

    def _row(self, waiting: list[Held], room: float) -> tuple[Row | None, list[Held]]:
        """Return the next boxes side by side, perhaps in part, and those that wait; None when there is no room."""
        across, others = waiting[:2], waiting[2:]
        found = [self._fitting(box, room, len(across) == 1) for box in across]
        columns = [[part] for part, _ in found if part is not None]
        if len(columns) < len(across):
            return None, waiting
        rests = [rest for _, rest in found]
        limit = room if any(rests) else max(part.height for (part,) in columns)
        while others and len(columns) > 1:
            part, used = self._part(others[0], False), [_high(column) for column in columns]
            free = [place for place, rest in enumerate(rests) if rest is None and used[place] + part.height <= limit]
            if not free:
                break
            columns[min(free, key=used.__getitem__)].append(part)
            others = others[1:]
        height = max(map(_high, columns))
        return Row(tuple(map(tuple, columns)), height), [rest for rest in rests if rest is not None] + others

    def _fitting(self, box: Held, room: float, wide: bool) -> tuple[Part | None, Held | None]:
        """Return as many items of a box as fit, and the others; an item is parted only when no page could hold it."""
        whole = self._part(box, wide)
        if whole.height <= room + ROUNDING:
            return whole, None
        if not box.items:
            return None, box
        over = whole.head.height + 2 * PAD + 2 * self.frame.pad
        inside, most = room - over, self.frame.bottom - TOP - over
        lines = whole.text.lines
        starts = [place for place, line in enumerate(lines) if line.indent == 0.0] if box.items[0].number else [0]
        ends = [lines[place - 1].baseline + DESCENT * whole.text.size for place in [*starts[1:], len(lines)]]
        kept = sum(end <= inside for end in ends)
        if kept:
            return self._part(box._replace(items=box.items[:kept]), wide), box._replace(
                items=box.items[kept:], begun=True
            )
        here = [line for line in lines if line.baseline + DESCENT * whole.text.size <= inside]
        if ends[0] <= most or len(here) < LINES_TOGETHER:
            return None, box
        item, shown = box.items[0], [line.text for line in here if line.text != box.items[0].number]
        first = Block(tuple(here), here[-1].baseline + DESCENT * whole.text.size, whole.text.size, whole.text.bold)
        rest = (Item(_after(item.text, "".join(shown))), *box.items[1:])
        return self._boxed(box, first, wide), box._replace(items=rest, begun=True)

    def _part(self, box: Held, wide: bool) -> Part:
        text = block(box.items, self._across(wide) - 2 * self.frame.pad, self.frame.size, self.frame.face)
        return self._boxed(box, text, wide)

    def _boxed(self, box: Held, text: Block, wide: bool) -> Part:
        name = printed("matrix.continued", head=box.name) if box.begun else box.name
        head = self.frame.lines(name.upper(), self._across(wide) - 2 * self.frame.pad, bold=True)
        return Part(box.key, head, text, head.height + 2 * PAD + max(BOX_LEAST, text.height + 2 * self.frame.pad))

    def _across(self, wide: bool) -> float:
        return self.frame.width * (1.0 if wide else LEFT_SHARE)

    def drawn(self, rows: Sequence[Row], top: float) -> Iterator[str]:
        """Yield the boxes of a page and the thick frame around everything on it."""
        y = top
        for row in rows:
            wide = self._across(len(row.columns) == 1)
            for place, column in enumerate(row.columns):
                yield from self._column(column, Box(SIDE + place * wide, y, wide, row.height))
            y += row.height
        yield frame(Box(SIDE, TOP, self.frame.width, y - TOP), thick=True)
        if top > TOP:
            yield svg.element(
                "path", class_="rule", fill="none", stroke=palette.INK, stroke_width=2 * THIN,
                d=f"M{svg.number(SIDE)} {svg.number(top)}h{svg.number(self.frame.width)}",
            )  # fmt: skip

    def _column(self, parts: Sequence[Part], box: Box) -> Iterator[str]:
        """Yield boxes below one another, each with its head; the last one reaches the end of its row."""
        y = box.top
        for place, part in enumerate(parts, 1):
            head = part.head.height + 2 * PAD
            high = part.height if place < len(parts) else box.top + box.height - y
            inner = texts(part.head, box.left + self.frame.pad, y + PAD)
            yield (
                f'<g class="cell" data-column="identity:{part.key}" data-head="1">'
                f"{frame(Box(box.left, y, box.width, head), FILL)}{inner}</g>"
            )
            yield filled(self.frame, part.key, Box(box.left, y + head, box.width, high - head), part.text, upper=True)
            y += high


def _listed(items: Sequence[str]) -> tuple[Item, ...]:
    """Return the texts of a box, numbered when they are several."""
    if len(items) == 1:
        return (Item(items[0]),)
    return tuple(Item(words, printed("matrix.numbered", number=place)) for place, words in enumerate(items, 1))


def _high(column: Iterable[Part]) -> float:
    return sum(part.height for part in column)


def _after(text: str, shown: str) -> str:
    """Return what is left of a text when the letters of ``shown`` stand on paper already."""
    count = sum(not letter.isspace() for letter in shown)
    for place, letter in enumerate(text):
        if count == 0 and not letter.isspace():
            return text[place:]
        count -= not letter.isspace()
    return ""
