"""The pieces a sheet is made of: worded texts with marks of notes, and the blocks that fill a component's cell.

Frozen values without meaning of their own: whoever shows them decides where they stand, never what they say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sop_engine.messages import printed


@dataclass(frozen=True, slots=True)
class Text:
    """Words with the numbers of their notes; ``stated`` is False where they only say that the document is silent."""

    text: str
    notes: tuple[int, ...] = ()
    stated: bool = True


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled value; either may be empty. ``link`` is a ``tel:``, ``mailto:`` or ``http(s):`` address, or empty."""

    label: str
    value: Text
    link: str = ""


@dataclass(frozen=True, slots=True)
class Items:
    """Texts below each other, with numbers before them or without."""

    items: tuple[Text, ...]
    numbered: bool
    kind: str = field(default="items", init=False)


@dataclass(frozen=True, slots=True)
class Facts:
    """Labelled values under a small title."""

    title: str
    facts: tuple[Fact, ...]
    kind: str = field(default="facts", init=False)


@dataclass(frozen=True, slots=True)
class Listed:
    """A text with the texts below it; ``lead`` joins them, as in "salah satu dari:"."""

    text: Text
    lead: str
    parts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Listed texts under a title, which may be empty; the first has the number ``start``."""

    title: str
    start: int
    items: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class Groups:
    """Groups of listed texts, numbered throughout."""

    groups: tuple[Group, ...]
    kind: str = field(default="groups", init=False)


@dataclass(frozen=True, slots=True)
class Quality:
    """One part of a step's mutu baku: label and value."""

    label: str
    value: Text


@dataclass(frozen=True, slots=True)
class StepText:
    """One step. ``before`` + ``actor`` + ``after`` is one sentence; ``question`` may follow, ``details`` say more."""

    number: int
    before: str
    actor: str
    after: str
    question: str
    notes: tuple[int, ...]
    details: tuple[Text, ...]
    quality: tuple[Quality, ...]
    parallel: ParallelText | None = None


@dataclass(frozen=True, slots=True)
class BranchText:
    """One of several branches that run at once."""

    title: str
    steps: tuple[StepText, ...]


@dataclass(frozen=True, slots=True)
class ParallelText:
    """What follows a step at once: ``lead``, the branches, and the sentence that tells where they meet."""

    lead: str
    branches: tuple[BranchText, ...]
    joined: str


@dataclass(frozen=True, slots=True)
class ProcedureText:
    """The steps of one procedure; ``title`` is empty for the only one, ``figure`` is the number of its flowchart.

    ``applies`` is a sentence that says for whom or when it is used, or empty.
    """

    procedure: str
    title: str
    steps: tuple[StepText, ...]
    figure: int
    figure_link: str
    applies: str = ""
    kind: str = field(default="procedure", init=False)


Block = Items | Facts | Groups | ProcedureText


@dataclass(frozen=True, slots=True)
class Component:
    """One row of the table: number, name and what the standard says about it."""

    number: int
    name: str
    blocks: tuple[Block, ...]


class Notes:
    """Numbers the notes of one sheet in the order of reading; the same words are one note."""

    def __init__(self) -> None:
        self._texts: dict[str, int] = {}

    def mark(self, text: str) -> int:
        """Return the number of the note that says ``text``."""
        return self._texts.setdefault(text, len(self._texts) + 1)

    def unstated(self, keys: Sequence[str]) -> tuple[int, ...]:
        """Return the numbers of the notes that call ``keys`` the author's reading of a silent document."""
        return tuple(self.mark(say("note_unstated", what=say(f"what_{key}"))) for key in keys)

    @property
    def texts(self) -> tuple[str, ...]:
        """Return the notes in the order of their numbers."""
        return tuple(self._texts)


def unstated() -> Text:
    """Return what stands where a document says nothing."""
    return Text(say("unstated"), stated=False)


def say(name: str, /, **args: object) -> str:
    """Return a phrase of the sheet."""
    return printed(f"sheet.{name}", **args)
