"""Texts of the identity page -> its pairs of boxes as SVG, and the frame of the page that all of it stands in.

Boxes grow with their texts; what does not fit a page goes on in boxes of the same heads on the next. Lengths in points.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sop_engine.messages import printed
from sop_engine.render import palette, svg
from sop_engine.render.matrix.cell import PAD, THIN, Block, Box, Item, Line, block, frame, said, texts
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
"""A box is not parted for fewer lines than these."""


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


class Pair(NamedTuple):
    """Two boxes side by side: keys, heads and texts."""

    keys: tuple[str, str]
    heads: tuple[str, str]
    texts: tuple[Block, Block]

    @property
    def height(self) -> float:
        """Return how high the texts are."""
        return max(it.height for it in self.texts)


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

    def pairs(self, boxes: Mapping[str, Sequence[str]], rest: Iterable[tuple[str, str]]) -> list[Pair]:
        """Return the boxes of the form, and one for each fact of ``rest`` that its row could not hold."""
        label = self.style.label
        pairs = [
            Pair(
                keys,
                (label(keys[0]).upper(), label(keys[1]).upper()),
                (self._list(boxes[keys[0]]), self._list(boxes[keys[1]])),
            )
            for keys in PAIRS
        ]
        for name, value in rest:
            head = printed("matrix.continued", head=name or printed("matrix.unit_head")).upper()
            pairs.append(Pair(("rest", "rest"), (head, ""), (self._list((value,)), self._list(()))))
        return pairs

    def _list(self, items: Sequence[str]) -> Block:
        room = self.frame.width * LEFT_SHARE - 2 * self.frame.pad
        numbered = len(items) > 1
        listed = tuple(
            Item(words, printed("matrix.numbered", number=place) if numbered else "")
            for place, words in enumerate(items, 1)
        )
        return block(listed, room, self.frame.size, self.frame.face)

    def _head_height(self, pair: Pair) -> float:
        heads = [self._head(words) for words in pair.heads]
        return max(it.height for it in heads) + 2 * PAD

    def _head(self, words: str) -> Block:
        return self.frame.lines(words, self.frame.width * LEFT_SHARE - 2 * self.frame.pad, bold=True)

    def _natural(self, pair: Pair) -> float:
        return self._head_height(pair) + max(BOX_LEAST, pair.height + 2 * self.frame.pad)

    def spare(self, placed: Sequence[Pair], room: float) -> float:
        """Return by how much each pair may grow to fill ``room``."""
        return max(0.0, room - sum(map(self._natural, placed))) / max(1, len(placed))

    def placed(self, waiting: Sequence[Pair], room: float) -> tuple[list[Pair], list[Pair]]:
        """Return the pairs that fit into ``room``, the last of them perhaps in part, and what is left."""
        placed: list[Pair] = []
        for index, pair in enumerate(waiting):
            if self._natural(pair) <= room + 0.01:
                placed.append(pair)
                room -= self._natural(pair)
                continue
            inside = room - self._head_height(pair) - 2 * self.frame.pad
            parted = [_parted(it, inside) for it in pair.texts]
            if max(len(here.lines) for here, _ in parted) < LINES_TOGETHER:
                return placed, list(waiting[index:])
            heads = tuple(
                printed("matrix.continued", head=head).upper() if rest.lines else ""
                for head, (_, rest) in zip(pair.heads, parted, strict=True)
            )
            placed.append(Pair(pair.keys, pair.heads, (parted[0][0], parted[1][0])))
            rest = Pair(pair.keys, (heads[0], heads[1]), (parted[0][1], parted[1][1]))
            return placed, [rest, *waiting[index + 1 :]]
        return placed, []

    def drawn(self, pairs: Sequence[Pair], top: float, spare: float) -> Iterator[str]:
        """Yield the boxes of a page and the thick frame around everything on it."""
        y, half = top, self.frame.width * LEFT_SHARE
        for pair in pairs:
            head = self._head_height(pair)
            high = min(self._natural(pair), self.frame.bottom - y) - head + spare
            sides = ((SIDE, half), (self.frame.middle, self.frame.width - half))
            for key, words, it, (left, wide) in zip(pair.keys, pair.heads, pair.texts, sides, strict=True):
                inner = texts(self._head(words), left + self.frame.pad, y + PAD)
                yield (
                    f'<g class="cell" data-column="identity:{key}" data-head="1">'
                    f"{frame(Box(left, y, wide, head), FILL)}{inner}</g>"
                )
                yield filled(self.frame, key, Box(left, y + head, wide, high), it, upper=True)
            y += head + high
        yield frame(Box(SIDE, TOP, self.frame.width, y - TOP), thick=True)
        if top > TOP:
            yield svg.element(
                "path", class_="rule", fill="none", stroke=palette.INK, stroke_width=2 * THIN,
                d=f"M{svg.number(SIDE)} {svg.number(top)}h{svg.number(self.frame.width)}",
            )  # fmt: skip


def _parted(it: Block, room: float) -> tuple[Block, Block]:
    """Return the lines of a block that fit into ``room``, and the others as a block of their own."""
    count = sum(line.baseline + DESCENT * it.size <= room for line in it.lines)
    here, rest = it.lines[:count], it.lines[count:]
    start = rest[0].baseline - it.size if rest else 0.0
    return _whole(here, it), _whole([Line(line.text, line.indent, line.baseline - start) for line in rest], it)


def _whole(lines: Sequence[Line], it: Block) -> Block:
    return Block(tuple(lines), lines[-1].baseline + DESCENT * it.size if lines else 0.0, it.size, it.bold)
