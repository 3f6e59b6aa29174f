"""What a comparison tells: one change, how it changed and whom it concerns. Shapes only; nothing is worded here."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Audience(StrEnum):
    """Whom a change concerns; ACTOR is named by :attr:`Change.actor`."""

    APPLICANT = "applicant"
    ACTOR = "actor"
    FLOW = "flow"
    PAPERS = "papers"


class Kind(StrEnum):
    """How something changed."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"
    TAKEN = "taken"
    """A step that another actor did before."""
    LEFT = "left"
    """A step that another actor does now."""
    LEADS = "leads"
    """An arrow; ``place`` names its step and its answer."""


class Change(NamedTuple):
    """One change. ``place`` are labels from the outside in; ``old`` and ``new`` are shown values, None: nothing."""

    audience: Audience
    actor: str | None
    kind: Kind
    place: tuple[str, ...]
    old: str | None
    new: str | None
