"""One procedure as symbols and arrows, as every picture draws it: the waist between flows and layouts.

No sizes and no places. :mod:`.drawing` makes it from a flow.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sop_engine.flow import EdgeKind, EndStatus

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sop_engine.flow import Edge


START = "start:"
"""The id of the small start capsule; no step and no end can have it."""

FORK_PREFIX = "fork:"
"""Before the id of the step that splits, in the id of the band where its branches start."""

PLAIN_END = "Selesai"


class Shape(StrEnum):
    """The symbols of PermenPAN-RB 35/2012 that stand for something that happens; PLAIN ones carry words only.

    BAR is the parallel mode of ISO 5807, for what the regulation has no symbol.
    """

    CAPSULE = "capsule"
    BOX = "box"
    DIAMOND = "diamond"
    PLAIN = "plain"
    BAR = "bar"


@dataclass(frozen=True, slots=True)
class Heading:
    """What the title block says; ``procedure`` names one of several procedures, ``case`` a running case.

    ``sops`` are the titles of other SOPs by their key, as far as they are known.
    """

    title: str
    unit: str
    parent: str | None = None
    decree: str | None = None
    procedure: str | None = None
    case: str | None = None
    sops: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a case has come: ids of steps; an end that was reached stands in ``done``.

    ``walked`` holds the arrows of the flow that stand as travelled, ``skipped`` those of ``done`` that were passed
    over. ``awaits`` is what a suspended case waits for, while its ``current`` steps stand still; None: it goes on.
    ``times`` says when a step was opened and when it was done (None: not yet), in the unit's zone; an end was reached.
    """

    done: frozenset[str]
    current: frozenset[str] = frozenset()
    walked: frozenset[Edge] = frozenset()
    skipped: frozenset[str] = frozenset()
    awaits: str | None = None
    times: Mapping[str, tuple[datetime, datetime | None]] | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """An actor of the picture. ``column`` counts all actors from 0, ``index`` those of its kind (inside or out)."""

    key: str
    name: str
    external: bool
    column: int
    index: int


@dataclass(frozen=True, slots=True)
class Symbol:
    """One symbol, in the order of the column. ``band`` is number and actor; ends and the start have none.

    ``involves`` and ``remarks`` are worded: who takes part without recording the step, and what else is to be known.
    ``clock`` says whose time runs, where that is not usual; ``time`` when a case was here. ``inside`` are keys of
    :attr:`Diagram.branches`, the outermost first.
    """

    id: str
    shape: Shape
    text: str
    band: str | None = None
    actors: tuple[str, ...] = ()
    question: str | None = None
    condition: str | None = None
    involves: str | None = None
    status: EndStatus | None = None
    absorbs: str | None = None
    remarks: tuple[str, ...] = ()
    clock: str | None = None
    call: bool = False
    inside: tuple[str, ...] = ()
    time: str | None = None

    @property
    def number(self) -> str:
        """Return the number of a step; empty for what has no band."""
        return (self.band or "").partition(" ")[0]

    @property
    def optional(self) -> bool:
        """Return whether the step is done only when needed."""
        return self.condition is not None


@dataclass(frozen=True, slots=True)
class Arrow:
    """One arrow between symbols; ``label`` is what is written on it, ``answer`` the answer it stands for.

    ``passes`` are the arrows of the flow that a case takes with it; none from the start, which every case leaves.
    """

    source: str
    target: str
    kind: EdgeKind
    label: str | None
    answer: str | None
    back: bool
    passes: tuple[Edge, ...] = ()
    affirmative: bool = False

    @property
    def late(self) -> bool:
        """Return whether it is taken because a deadline has passed."""
        return self.kind is EdgeKind.LATE


@dataclass(frozen=True)
class Diagram:
    """One procedure as symbols from top to bottom, arrows in declaration order, and actors in column order.

    ``branches`` are the headings of parallel branches by their key, ``<split step>/<number>``. ``embedded``
    pictures are parts of another paper, not pages of their own.
    """

    procedure: str
    heading: Heading
    symbols: tuple[Symbol, ...]
    arrows: tuple[Arrow, ...]
    parties: dict[str, Party]
    branches: Mapping[str, str]
    embedded: bool = False
