"""The document model of a letter: what stands on it, in order and already worded; formats only place it.

A letter has either a ``title`` in the middle (a receipt) or a ``reference`` (nomor, sifat, lampiran, hal) and an
addressee, as the rules of official papers (tata naskah dinas) have them. The place of the signature stays empty.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sop_engine.messages import printed
from sop_engine.render.sheet.blocks import Facts

if TYPE_CHECKING:
    from sop_engine.definition.logo import Logo
    from sop_engine.render.sheet.blocks import Fact
    from sop_engine.render.sheet.document import Letterhead


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences of the letter's body."""

    text: str
    kind: str = field(default="paragraph", init=False)


@dataclass(frozen=True, slots=True)
class Notice:
    """What the reader must not miss: a few words that stand out, and sentences after them."""

    lead: str
    text: str
    kind: str = field(default="notice", init=False)


@dataclass(frozen=True, slots=True)
class Table:
    """A table under a title: names of its columns, and rows of as many cells."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    kind: str = field(default="table", init=False)


@dataclass(frozen=True, slots=True)
class Point:
    """A titled point of a letter, told in one or more texts."""

    title: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Points:
    """Points, numbered from 1."""

    points: tuple[Point, ...]
    kind: str = field(default="points", init=False)


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts under a title, which may be empty; numbered where there are several."""

    title: str
    texts: tuple[str, ...]
    kind: str = field(default="texts", init=False)


Block = Paragraph | Notice | Table | Points | Texts | Facts


@dataclass(frozen=True, slots=True)
class Signature:
    """Where a letter is signed: lines above the room for it, then name, rank and NIP, dotted where unknown.

    ``room`` names the place of the signature for those who cannot see it.
    """

    office: tuple[str, ...]
    room: str
    name: str
    details: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter. ``dated`` is place and day; it stands above the signature where there is a ``title``."""

    name: str
    unit: Letterhead
    logo: Logo | None
    title: str
    dated: str
    reference: tuple[Fact, ...]
    addressee: tuple[str, ...]
    body: tuple[Block, ...]
    signature: Signature
    copies: Texts


def formal(name: str, /, **args: object) -> str:
    """Return a phrase of letters."""
    return printed(f"letter.{name}", **args)
