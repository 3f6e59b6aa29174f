"""Identity -> the identity pages as SVG: a bordered block, and the boxes of :mod:`.boxes` below it.

Left the logo above parent and unit, right a row for each fact, with free room where the official signs; never a
signature. What does not fit its row goes on in a box of its own. Lengths in points.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sop_engine.messages import printed
from sop_engine.render import palette, svg
from sop_engine.render.matrix.boxes import Boxes, Frame, filled
from sop_engine.render.matrix.cell import APART, Block, Box, Item, block, cell, frame, texts
from sop_engine.render.matrix.style import MM, SIDE, TOP
from sop_engine.render.typeface import DESCENT

if TYPE_CHECKING:
    from sop_engine.definition.logo import Logo
    from sop_engine.render.matrix.identity import Approval, Identity
    from sop_engine.render.matrix.style import Style

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


def pages(content: Identity, logo: Logo | None, style: Style) -> list[list[str]]:
    """Return the parts of each identity page: one, or more where the texts are long."""
    return _Front(content, logo, style).pages()


class _Front:
    """Draws the identity pages of one SOP."""

    def __init__(self, content: Identity, logo: Logo | None, style: Style) -> None:
        self.content = content
        self.logo = logo
        self.style = style
        self.frame = Frame.of(style)
        self.rest: list[tuple[str, str]] = []

    def pages(self) -> list[list[str]]:
        """Return the parts of each page."""
        first, top = self._block()
        below = Boxes(self.style)
        pages = below.pages(below.held(self.content.boxes, self.rest), top)
        return [
            [*(() if place else first), *below.drawn(rows, TOP if place else top)] for place, rows in enumerate(pages)
        ]

    def _block(self) -> tuple[list[str], float]:
        """Return the parts of the block above the boxes, and where it ends."""
        rows = list(self._facts())
        height = sum(high for _, high, _ in rows)
        left = self._unit_block()
        grown = max(height, left.height + self._logo_height() + 4 * self.frame.pad)
        parts = [cell("identity:unit", Box(SIDE, TOP, self.frame.middle - SIDE, grown))]
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
        room = self.frame.middle - SIDE - 4 * self.frame.pad
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
        x = (SIDE + self.frame.middle) / 2
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
            yield key, max(FACT_HEIGHT, (it.height if it else 0.0) + 2 * self.frame.pad), it
        yield "approved_by", self._approval_height(), None
        title = self._value("title", self.content.title, bold=True)
        yield "title", max(FACT_HEIGHT, title.height + 2 * self.frame.pad), title

    def _value(self, key: str, value: str, *, bold: bool = False) -> Block:
        room = self.frame.right - self.frame.middle - LABEL_WIDTH - 2 * self.frame.pad
        it = self.frame.lines(value, room, bold=bold)
        if len(it.lines) <= LONGEST:
            return it
        self.rest.append((self.style.label(key), value))
        return self.frame.lines(value, room, bold=bold, most=LONGEST)

    def _fact(self, key: str, top: float, high: float, value: Block | None) -> Iterator[str]:
        edge = self.frame.middle + LABEL_WIDTH
        label = self.frame.lines(self.style.label(key), LABEL_WIDTH - 2 * self.frame.pad)
        box = Box(edge, top, self.frame.right - edge, high)
        yield filled(
            self.frame,
            key,
            Box(self.frame.middle, top, LABEL_WIDTH, high),
            label,
            head=True,
            upper=key == "approved_by",
        )
        if key == "approved_by":
            yield self._signing(box)
        elif value is None:
            yield filled(self.frame, key, box, None) + self._blank(box, box.top + high / 2 + self.frame.size / 3)
        else:
            yield filled(self.frame, key, box, value)

    def _blank(self, box: Box, y: float, indent: float = 0.0) -> str:
        """Return a dotted line: here the document says nothing yet."""
        wide = (box.width - 2 * self.frame.pad) * BLANK_SHARE - indent
        path = f"M{svg.number(box.left + self.frame.pad + indent)} {svg.number(y)}h{svg.number(wide)}"
        return svg.element(
            "path", class_="blank", d=path, stroke=palette.SOFT_INK, stroke_width=0.8, stroke_dasharray=BLANK_DASH,
            fill="none",
        )  # fmt: skip

    # who approves

    def _lines(self, approval: Approval) -> tuple[Block | None, Block | None, Block | None]:
        room = self.frame.right - self.frame.middle - LABEL_WIDTH - 2 * self.frame.pad
        above = self.frame.lines(approval.position, room) if approval.position else None
        name = self.frame.lines(approval.name, room, bold=True) if approval.name else None
        below = tuple(Item(each) for each in (approval.rank, approval.nip) if each)
        return above, name, block(below, room, self.frame.size, self.style.face) if below else None

    def _approval_height(self) -> float:
        above, name, below = self._lines(self.content.approval)
        blanks = [above, name].count(None) + (self.content.approval.nip is None)
        words = sum(it.height for it in (above, name, below) if it is not None)
        return words + blanks * self.frame.size * BLANK_HEIGHT + SIGNATURE + 2 * self.frame.pad + 2 * APART

    def _signing(self, box: Box) -> str:
        """Return the cell for the signature: office above, free room, name and number below."""
        above, name, below = self._lines(self.content.approval)
        x, blank = box.left + self.frame.pad, self.frame.size * BLANK_HEIGHT
        inside, outside = [frame(box)], []
        if above is not None:
            inside.append(texts(above, x, box.top + self.frame.pad))
        else:
            outside.append(self._blank(box, box.top + self.frame.pad + self.frame.size))
        y = box.top + box.height - self.frame.pad
        if self.content.approval.nip is None:
            nip = self.frame.lines(printed("matrix.nip_blank"), box.width)
            inside.append(texts(nip, x, y - nip.height))
            outside.append(self._blank(box, y - DESCENT * self.frame.size, indent=self.frame.size * NIP_WIDTH))
            y -= blank
        if below is not None:
            y -= below.height
            inside.append(texts(below, x, y))
            y -= APART
        if name is not None:
            inside.append(texts(name, x, y - name.height))
        else:
            outside.append(self._blank(box, y - blank + self.frame.size))
        return f'<g class="cell" data-column="identity:approved_by">{"".join(inside)}</g>{"".join(outside)}'
