"""What stands around the column on every page: the title block above, the legend below. Sizes in points, A4 portrait.

Both are laid out before the column, because the column gets the room that they leave. A drawing that is embedded in
a paper with a heading and margins of its own has no title block, no margins, and ends where its legend ends.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sop_engine.messages import printed
from sop_engine.render.typeface import width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sop_engine.render.diagram import Heading, Party

PAGE_WIDTH = 595.28
PAGE_HEIGHT = 841.89
MARGIN = 30.0
MIDDLE = PAGE_WIDTH / 2
CONTENT = PAGE_WIDTH - 2 * MARGIN

EMBEDDED_HEIGHT = 700.0  # on A4 beside the margins and the caption of a sheet
EDGE = 1.5  # half of the thickest outline, where there is no margin

FACTS_WIDTH = 158.0
TITLE_HIGHEST = PAGE_HEIGHT / 3
_TITLE_LINES = 24
TITLE_PAD = 9.0
TITLE_GAP = 15.0  # between title block and column

LEGEND_SIZE = 8.0
LEGEND_LEADING = 13.5  # from entry to entry
LEGEND_LINE = 9.8  # within an entry
LEGEND_GAP = 16.0
SWATCH = 16.0
_NAME_LINES = 3
_ITEM_GAP = 14.0


class Words(NamedTuple):
    """A line of text: its size, weight and ink role, and where its baseline is, from the top of its block."""

    text: str
    size: float
    bold: bool
    soft: bool
    baseline: float


class Title(NamedTuple):
    """The title block: lines at the left, label and value pairs at the right, and its size."""

    lines: tuple[Words, ...]
    facts: tuple[tuple[str, tuple[str, ...]], ...]
    width: float
    height: float


class Key(NamedTuple):
    """An entry of the legend: an actor, or a sign by name; ``x`` and ``y`` from the legend's upper left corner."""

    sign: str
    party: Party | None
    lines: tuple[str, ...]
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Frame:
    """The title block, and the room for the column between ``top`` and ``bottom`` once the legend is known.

    Without a title block it is the frame of an embedded drawing.
    """

    title: Title | None
    states: tuple[tuple[str, str], ...] = ()
    """The states of a case that the legend explains: sign and words."""

    @property
    def top(self) -> float:
        """Return where the column may begin."""
        return MARGIN + self.title.height + TITLE_GAP if self.title is not None else EDGE

    def bottom(self, keys: Sequence[Key]) -> float:
        """Return where the column must end."""
        end = PAGE_HEIGHT - MARGIN if self.title is not None else EMBEDDED_HEIGHT - EDGE
        return end - legend_height(keys) - LEGEND_GAP


def frame(
    heading: Heading, states: tuple[tuple[str, str], ...], embedded: bool, page: int = 1, pages: int = 1
) -> Frame:
    """Return the frame of a page; every page of a procedure has one of the same height."""
    if embedded:
        return Frame(None, states)
    return Frame(title(heading, printed("diagram.of", page=page, pages=pages)), states)


def title(
    heading: Heading, pages: str, wide: float = CONTENT, highest: float = TITLE_HIGHEST, kind: str = "kind"
) -> Title:
    """Return the title block, ``wide`` points wide; what would make it higher than ``highest`` is shortened.

    ``kind`` names the words that say which view it is.
    """
    blocks = (_title(heading, pages, kind, wide, most) for most in range(_TITLE_LINES, 1, -1))
    return next((block for block in blocks if block.height <= highest), None) or _title(heading, pages, kind, wide, 1)


def _title(heading: Heading, pages: str, kind: str, wide: float, most: int) -> Title:
    room = wide - FACTS_WIDTH - 2 * TITLE_PAD
    parts = (
        (printed(f"diagram.{kind}"), 7.5, False, True, 3),
        (heading.title, 13.5, True, False, 2),
        (heading.procedure or "", 10.0, True, False, 4),
        (heading.unit, 9.0, False, False, 0),
        (heading.parent or "", 9.0, False, False, 0),
    )
    lines: list[Words] = []
    y = TITLE_PAD
    for words, size, bold, soft, after in parts:
        for line in wrap(words, room, size, bold=bold, most=most) if words else ():
            lines.append(Words(line, size, bold, soft, y + size * 0.8))
            y += size * 1.2
        y += after if words else 0
    facts = _facts(heading, pages, most)
    right = 2 * TITLE_PAD + sum(9 + 11.5 * len(values) for _, values in facts) + 3.5 * (len(facts) - 1)
    return Title(tuple(lines), facts, wide, max(y + TITLE_PAD - 2, right))


def _facts(heading: Heading, pages: str, most: int) -> tuple[tuple[str, tuple[str, ...]], ...]:
    known = (
        (printed("diagram.decree"), heading.decree),
        (printed("diagram.case"), heading.case),
        (printed("diagram.page"), pages),
    )
    room = FACTS_WIDTH - 2 * TITLE_PAD
    return tuple((label, wrap(value, room, 9.0, bold=True, most=most)) for label, value in known if value)


def legend(parties: Iterable[Party], signs: Sequence[tuple[str, str]], content: float = CONTENT) -> tuple[Key, ...]:
    """Return the entries of the legend, set in rows: the actors first, then the signs (sign, words)."""
    parties = tuple(parties)
    items: list[tuple[str, Party | None, str]] = []
    for party in parties:
        outside = f" ({printed('diagram.external')})" if party.external else ""
        items.append(("party", party, party.name + outside))
    items += [(sign, None, label) for sign, label in signs]
    keys: list[Key] = []
    indent = width(printed("diagram.actors"), LEGEND_SIZE, bold=True) + 12 if parties else 0.0
    x, y = indent, 0.0
    for sign, owner, label in items:
        lines = wrap(label, content - indent - SWATCH - 5, LEGEND_SIZE, most=_NAME_LINES)
        wide = SWATCH + 5 + max(width(line, LEGEND_SIZE) for line in lines)
        begins_signs = owner is None and bool(keys) and keys[-1].party is not None
        x += _ITEM_GAP if begins_signs else 0
        if keys and x + wide > content:
            x, y = indent, legend_height(keys)
        keys.append(Key(sign, owner, lines, x, y))
        x += wide + _ITEM_GAP
    return tuple(keys)


def legend_height(keys: Sequence[Key]) -> float:
    """Return the height of the legend."""
    return max((key.y + LEGEND_LEADING + (len(key.lines) - 1) * LEGEND_LINE for key in keys), default=0.0)
