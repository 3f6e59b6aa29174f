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


@dataclass(frozen=True, slots=True)
class ProcedureText:
    """The steps of one procedure; ``title`` is empty for the main one, ``figure`` is the number of its flowchart."""

    procedure: str
    title: str
    steps: tuple[StepText, ...]
    figure: int
    figure_link: str
    kind: str = field(default="procedure", init=False)


Block = Items | Facts | ProcedureText


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
