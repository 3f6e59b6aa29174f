"""What stands around the column on every page: the title block above, the legend below. Sizes in points, A4 portrait.

Both are laid out before the column, because the column gets the room that they leave.
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

FACTS_WIDTH = 158.0
TITLE_PAD = 9.0
TITLE_GAP = 15.0  # between title block and column

LEGEND_SIZE = 8.0
LEGEND_LEADING = 13.5
LEGEND_GAP = 16.0
SWATCH = 16.0
_NAME_MOST = 250.0
_ITEM_GAP = 14.0


class Words(NamedTuple):
    """A line of text: its size, weight and ink role, and where its baseline is, from the top of its block."""

    text: str
    size: float
    bold: bool
    soft: bool
    baseline: float


class Title(NamedTuple):
    """The title block: lines at the left, label and value pairs at the right, and its height."""

    lines: tuple[Words, ...]
    facts: tuple[tuple[str, tuple[str, ...]], ...]
    height: float


class Key(NamedTuple):
    """An entry of the legend: an actor, or a sign by name; ``x`` from the left edge of the content, ``row`` from 0."""

    sign: str
    party: Party | None
    label: str
    x: float
    row: int


@dataclass(frozen=True, slots=True)
class Frame:
    """The title block, and the room for the column between ``top`` and ``bottom`` once the legend is known."""

    title: Title
    states: bool = False
    """Whether the legend explains how far a case has come."""

    @property
    def top(self) -> float:
        """Return where the column may begin."""
        return MARGIN + self.title.height + TITLE_GAP

    def bottom(self, keys: Sequence[Key]) -> float:
        """Return where the column must end."""
        return PAGE_HEIGHT - MARGIN - legend_height(keys) - LEGEND_GAP


def frame(heading: Heading, states: bool, page: int = 1, pages: int = 1) -> Frame:
    """Return the frame of a page; every page of a procedure has one of the same height."""
    return Frame(title(heading, printed("diagram.of", page=page, pages=pages)), states)


def title(heading: Heading, pages: str) -> Title:
    """Return the title block."""
    room = CONTENT - FACTS_WIDTH - 2 * TITLE_PAD
    parts = (
        (printed("diagram.kind"), 7.5, False, True, 3),
        (heading.title, 13.5, True, False, 2),
        (heading.procedure or "", 10.0, True, False, 4),
        (heading.unit, 9.0, False, False, 0),
        (heading.parent or "", 9.0, False, False, 0),
    )
    lines: list[Words] = []
    y = TITLE_PAD
    for words, size, bold, soft, after in parts:
        for line in wrap(words, room, size, bold=bold, most=3) if words else ():
            lines.append(Words(line, size, bold, soft, y + size * 0.8))
            y += size * 1.2
        y += after if words else 0
    facts = _facts(heading, pages)
    right = 2 * TITLE_PAD + sum(9 + 11.5 * len(values) for _, values in facts) + 3.5 * (len(facts) - 1)
    return Title(tuple(lines), facts, max(y + TITLE_PAD - 2, right))


def _facts(heading: Heading, pages: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    known = (
        (printed("diagram.decree"), heading.decree),
        (printed("diagram.case"), heading.case),
        (printed("diagram.page"), pages),
    )
    room = FACTS_WIDTH - 2 * TITLE_PAD
    return tuple((label, wrap(value, room, 9.0, bold=True, most=2)) for label, value in known if value)


def legend(parties: Iterable[Party], signs: Sequence[tuple[str, str]]) -> tuple[Key, ...]:
    """Return the entries of the legend, set in rows: the actors first, then the signs (sign, words)."""
    items: list[tuple[str, Party | None, str]] = []
    for party in parties:
        outside = f" ({printed('diagram.external')})" if party.external else ""
        name = wrap(party.name, _NAME_MOST, LEGEND_SIZE, most=1)[0]
        items.append(("party", party, name + outside))
    items += [(sign, None, label) for sign, label in signs]
    keys: list[Key] = []
    x, row = _legend_indent(), 0
    for sign, owner, label in items:
        wide = SWATCH + 5 + width(label, LEGEND_SIZE)
        begins_signs = owner is None and bool(keys) and keys[-1].party is not None
        x += _ITEM_GAP if begins_signs else 0
        if keys and x + wide > CONTENT:
            x, row = _legend_indent(), row + 1
        keys.append(Key(sign, owner, label, x, row))
        x += wide + _ITEM_GAP
    return tuple(keys)


def _legend_indent() -> float:
    return width(printed("diagram.actors"), LEGEND_SIZE, bold=True) + 12


def legend_height(keys: Sequence[Key]) -> float:
    """Return the height of the legend."""
    return (keys[-1].row + 1) * LEGEND_LEADING if keys else 0.0
