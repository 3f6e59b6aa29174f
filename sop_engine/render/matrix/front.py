"""Identity -> the identity pages as SVG: a bordered block, and three pairs of boxes below it.

Left the logo above parent and unit, right a row for each fact, with free room where the official signs; never a
signature. Boxes grow with their texts, and what does not fit goes on on a second page. Lengths in points.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sop_engine.messages import printed
from sop_engine.render import palette, svg
from sop_engine.render.matrix.cell import APART, PAD, THIN, Block, Box, Item, Line, block, cell, frame, said, texts
from sop_engine.render.matrix.head import FILL
from sop_engine.render.matrix.identity import PAIRS
from sop_engine.render.matrix.style import FOOT, MM, SIDE, TOP
from sop_engine.render.typeface import DESCENT

if TYPE_CHECKING:
    from sop_engine.render.logo import Logo
    from sop_engine.render.matrix.identity import Approval, Identity
    from sop_engine.render.matrix.style import Style

LEFT_SHARE = 0.5
"""The share of the logo and the unit in the width of the block, and that of the left boxes below."""
LABEL_WIDTH = 40 * MM
"""The column of labels beside the facts."""
FACT_HEIGHT = 7 * MM
"""The least height of the row of a fact."""
SIGNATURE = 24 * MM
"""Free room for the signature or the code of the certified one."""
LOGO_HEIGHT, LOGO_WIDTH = 24 * MM, 60 * MM
"""The room for a logo, which keeps its proportions."""
LOGO_GAP = 4 * MM
"""From the logo to the names below it."""
UNIT_SIZE = 12.0
"""The letters of the parent and the unit."""
LARGER = 1.0
"""The letters of the identity page are so many points larger than those of the table."""
BOX_LEAST = 16 * MM
"""The height of an empty box below its head."""
LONGEST = 6
"""A fact or a name with more lines than these goes on in a box of its own."""
BLANK_SHARE = 0.6
"""How much of its cell a dotted line takes where the document is silent."""
BLANK_HEIGHT = 1.6
"""How high a dotted line stands in the cell for the signature, in font sizes."""
NIP_WIDTH = 2.2
"""From the left of the cell to the dotted line for the number of the official, in font sizes."""
BLANK_DASH = "0.8 2.2"
"""The dots of a dotted line."""
LINES_TOGETHER = 2
"""A box is not parted for fewer lines than these."""
ROOMY = 1.5
"""The padding of the cells of this page, in those of the table."""


class _Pair(NamedTuple):
    """Two boxes side by side: keys, heads and texts."""

    keys: tuple[str, str]
    heads: tuple[str, str]
    texts: tuple[Block, Block]

    @property
    def height(self) -> float:
        return max(it.height for it in self.texts)


def pages(content: Identity, logo: Logo | None, style: Style) -> list[list[str]]:
    """Return the parts of each identity page: one, or more where the texts are long."""
    return _Front(content, logo, style).pages()


class _Front:
    """Draws the identity pages of one SOP."""

    def __init__(self, content: Identity, logo: Logo | None, style: Style) -> None:
        self.content = content
        self.logo = logo
        self.style = style
        self.size = style.size + LARGER
        self.width = style.width - 2 * SIDE
        self.middle = SIDE + self.width * LEFT_SHARE
        self.right = SIDE + self.width
        self.bottom = style.height - FOOT
        self.pad = ROOMY * PAD
        self.rest: list[tuple[str, str]] = []

    def pages(self) -> list[list[str]]:
        """Return the parts of each page."""
        first, top = self._block()
        made: list[list[str]] = [first]
        waiting = self._pairs()
        while True:
            placed, waiting = self._placed(waiting, self.bottom - top)
            spare = 0.0 if waiting or len(made) > 1 else self._spare(placed, self.bottom - top)
            made[-1].extend(self._boxes(placed, top, spare))
            if not waiting:
                return made
            made.append([])
            top = TOP

    # the block above

    def _block(self) -> tuple[list[str], float]:
        """Return the parts of the block above the boxes, and where it ends."""
        rows = list(self._facts())
        height = sum(high for _, high, _ in rows)
        left = self._unit_block()
        grown = max(height, left.height + self._logo_height() + 4 * self.pad)
        parts = [cell("identity:unit", Box(SIDE, TOP, self.middle - SIDE, grown))]
        parts.extend(self._unit(left, grown))
        y = TOP
        for key, high, value in rows:
            high_ = high + (grown - height if key == "approved_by" else 0.0)
            parts.extend(self._fact(key, y, high_, value))
            y += high_
        return parts, y

    def _logo_height(self) -> float:
        if self.logo is None:
            return 0.0
        return min(LOGO_HEIGHT, LOGO_WIDTH * self.logo.height / self.logo.width) + LOGO_GAP

    def _unit_block(self) -> Block:
        room = self.middle - SIDE - 4 * self.pad
        names = [name for name in (self.content.parent, self.content.unit) if name]
        items = tuple(Item(self._shortened(name.upper(), name, room)) for name in names)
        return block(items, room, UNIT_SIZE, self.style.face, bold=True, even=True)

    def _shortened(self, shown: str, name: str, room: float) -> str:
        lines = block((Item(shown),), room, UNIT_SIZE, self.style.face, bold=True).lines
        if len(lines) <= LONGEST:
            return shown
        self.rest.append(("", name))
        return " ".join([*(line.text for line in lines[: LONGEST - 1]), "…"])

    def _unit(self, names: Block, height: float) -> Iterator[str]:
        """Yield the logo and the names of the unit, in the middle of their cell."""
        x = (SIDE + self.middle) / 2
        y = TOP + (height - names.height - self._logo_height()) / 2
        if self.logo is not None:
            high = self._logo_height() - LOGO_GAP
            wide = high * self.logo.width / self.logo.height
            yield svg.element(
                "image", x=x - wide / 2, y=y, width=wide, height=high, href=self.logo.uri,
                preserveAspectRatio="xMidYMid meet", class_="logo",
            )  # fmt: skip
        yield texts(names, x, y + self._logo_height(), "middle")

    def _facts(self) -> Iterator[tuple[str, float, Block | None]]:
        """Yield the rows at the right: key, height and text of each; None where the document is silent."""
        for key, value in self.content.facts.items():
            it = self._value(key, value) if value else None
            yield key, max(FACT_HEIGHT, (it.height if it else 0.0) + 2 * self.pad), it
        yield "approved_by", self._approval_height(), None
        title = self._value("title", self.content.title, bold=True)
        yield "title", max(FACT_HEIGHT, title.height + 2 * self.pad), title

    def _value(self, key: str, value: str, *, bold: bool = False) -> Block:
        room = self.right - self.middle - LABEL_WIDTH - 2 * self.pad
        it = block((Item(value),), room, self.size, self.style.face, bold=bold)
        if len(it.lines) <= LONGEST:
            return it
        self.rest.append((self.style.label(key), value))
        return block((Item(value),), room, self.size, self.style.face, bold=bold, most=LONGEST)

    def _fact(self, key: str, top: float, high: float, value: Block | None) -> Iterator[str]:
        edge = self.middle + LABEL_WIDTH
        label = block((Item(self.style.label(key)),), LABEL_WIDTH - 2 * self.pad, self.size, self.style.face)
        box = Box(edge, top, self.right - edge, high)
        yield self._cell(key, Box(self.middle, top, LABEL_WIDTH, high), label, head=True, upper=key == "approved_by")
        if key == "approved_by":
            yield self._signing(box)
        elif value is None:
            yield self._cell(key, box, None) + self._blank(box, box.top + high / 2 + self.size / 3)
        else:
            yield self._cell(key, box, value)

    def _cell(self, key: str, box: Box, it: Block | None, *, head: bool = False, upper: bool = False) -> str:
        inner = ""
        if it is not None:
            y = box.top + (self.pad if upper else (box.height - it.height) / 2)
            inner = texts(it, box.left + self.pad, y)
        data = said(head="1" if head else None)
        return f'<g class="cell" data-column="identity:{key}"{data}>{frame(box)}{inner}</g>'

    def _blank(self, box: Box, y: float, indent: float = 0.0) -> str:
        """Return a dotted line: here the document says nothing yet."""
        wide = (box.width - 2 * self.pad) * BLANK_SHARE - indent
        path = f"M{svg.number(box.left + self.pad + indent)} {svg.number(y)}h{svg.number(wide)}"
        return svg.element(
            "path", class_="blank", d=path, stroke=palette.SOFT_INK, stroke_width=0.8, stroke_dasharray=BLANK_DASH,
            fill="none",
        )  # fmt: skip

    # who approves

    def _lines(self, approval: Approval) -> tuple[Block | None, Block | None, Block | None]:
        room = self.right - self.middle - LABEL_WIDTH - 2 * self.pad
        above = block((Item(approval.position),), room, self.size, self.style.face) if approval.position else None
        name = block((Item(approval.name),), room, self.size, self.style.face, bold=True) if approval.name else None
        below = tuple(Item(each) for each in (approval.rank, approval.nip) if each)
        return above, name, block(below, room, self.size, self.style.face) if below else None

    def _approval_height(self) -> float:
        above, name, below = self._lines(self.content.approval)
        blanks = [above, name].count(None) + (self.content.approval.nip is None)
        words = sum(it.height for it in (above, name, below) if it is not None)
        return words + blanks * self.size * BLANK_HEIGHT + SIGNATURE + 2 * self.pad + 2 * APART

    def _signing(self, box: Box) -> str:
        """Return the cell for the signature: office above, free room, name and number below."""
        above, name, below = self._lines(self.content.approval)
        x, blank = box.left + self.pad, self.size * BLANK_HEIGHT
        inside, outside = [frame(box)], []
        if above is not None:
            inside.append(texts(above, x, box.top + self.pad))
        else:
            outside.append(self._blank(box, box.top + self.pad + self.size))
        y = box.top + box.height - self.pad
        if self.content.approval.nip is None:
            nip = block((Item(printed("matrix.nip_blank")),), box.width, self.size, self.style.face)
            inside.append(texts(nip, x, y - nip.height))
            outside.append(self._blank(box, y - DESCENT * self.size, indent=self.size * NIP_WIDTH))
            y -= blank
        if below is not None:
            y -= below.height
            inside.append(texts(below, x, y))
            y -= APART
        if name is not None:
            inside.append(texts(name, x, y - name.height))
        else:
            outside.append(self._blank(box, y - blank + self.size))
        return f'<g class="cell" data-column="identity:approved_by">{"".join(inside)}</g>{"".join(outside)}'

    # the boxes below

    def _pairs(self) -> list[_Pair]:
        label, boxes = self.style.label, self.content.boxes
        pairs = [
            _Pair(
                keys,
                (label(keys[0]).upper(), label(keys[1]).upper()),
                (self._list(boxes[keys[0]]), self._list(boxes[keys[1]])),
            )
            for keys in PAIRS
        ]
        for name, value in self.rest:
            head = printed("matrix.continued", head=name or printed("matrix.unit_head")).upper()
            pairs.append(_Pair(("rest", "rest"), (head, ""), (self._list((value,)), self._list(()))))
        return pairs

    def _list(self, items: Sequence[str]) -> Block:
        room = self.width * LEFT_SHARE - 2 * self.pad
        numbered = len(items) > 1
        listed = tuple(
            Item(words, printed("matrix.numbered", number=place) if numbered else "")
            for place, words in enumerate(items, 1)
        )
        return block(listed, room, self.size, self.style.face)

    def _head_height(self, pair: _Pair) -> float:
        heads = [self._head(words) for words in pair.heads]
        return max(it.height for it in heads) + 2 * PAD

    def _head(self, words: str) -> Block:
        return block((Item(words),), self.width * LEFT_SHARE - 2 * self.pad, self.size, self.style.face, bold=True)

    def _natural(self, pair: _Pair) -> float:
        return self._head_height(pair) + max(BOX_LEAST, pair.height + 2 * self.pad)

    def _spare(self, placed: Sequence[_Pair], room: float) -> float:
        return max(0.0, room - sum(map(self._natural, placed))) / max(1, len(placed))

    def _placed(self, waiting: Sequence[_Pair], room: float) -> tuple[list[_Pair], list[_Pair]]:
        """Return the pairs that fit into ``room``, the last of them perhaps in part, and what is left."""
        placed: list[_Pair] = []
        for index, pair in enumerate(waiting):
            if self._natural(pair) <= room + 0.01:
                placed.append(pair)
                room -= self._natural(pair)
                continue
            inside = room - self._head_height(pair) - 2 * self.pad
            parted = [_parted(it, inside) for it in pair.texts]
            if max(len(here.lines) for here, _ in parted) < LINES_TOGETHER:
                return placed, list(waiting[index:])
            heads = tuple(
                printed("matrix.continued", head=head).upper() if rest.lines else ""
                for head, (_, rest) in zip(pair.heads, parted, strict=True)
            )
            placed.append(_Pair(pair.keys, pair.heads, (parted[0][0], parted[1][0])))
            rest = _Pair(pair.keys, (heads[0], heads[1]), (parted[0][1], parted[1][1]))
            return placed, [rest, *waiting[index + 1 :]]
        return placed, []

    def _boxes(self, pairs: Sequence[_Pair], top: float, spare: float) -> Iterator[str]:
        """Yield the boxes of a page and the thick frame around everything on it."""
        y, half = top, self.width * LEFT_SHARE
        for pair in pairs:
            head = self._head_height(pair)
            high = min(self._natural(pair), self.bottom - y) - head + spare
            for key, words, it, left, wide in zip(
                pair.keys, pair.heads, pair.texts, (SIDE, self.middle), (half, self.width - half), strict=True
            ):
                yield (
                    f'<g class="cell" data-column="identity:{key}" data-head="1">'
                    f"{frame(Box(left, y, wide, head), FILL)}{texts(self._head(words), left + self.pad, y + PAD)}</g>"
                )
                yield self._cell(key, Box(left, y + head, wide, high), it, upper=True)
            y += head + high
        yield frame(Box(SIDE, TOP, self.width, y - TOP), thick=True)
        if top > TOP:
            yield svg.element(
                "path", class_="rule", fill="none", stroke=palette.INK, stroke_width=2 * THIN,
                d=f"M{svg.number(SIDE)} {svg.number(top)}h{svg.number(self.width)}",
            )  # fmt: skip


def _parted(it: Block, room: float) -> tuple[Block, Block]:
    """Return the lines of a block that fit into ``room``, and the others as a block of their own."""
    count = sum(line.baseline + DESCENT * it.size <= room for line in it.lines)
    here, rest = it.lines[:count], it.lines[count:]
    start = rest[0].baseline - it.size if rest else 0.0
    return _whole(here, it), _whole([Line(line.text, line.indent, line.baseline - start) for line in rest], it)


def _whole(lines: Sequence[Line], it: Block) -> Block:
    return Block(tuple(lines), lines[-1].baseline + DESCENT * it.size if lines else 0.0, it.size, it.bold)
