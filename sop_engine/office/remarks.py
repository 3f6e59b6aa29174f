"""What is said about a case: a comment at any time, and a correction of what an earlier event says.

Neither moves the case; nothing is ever erased. Both may be said after the case has ended.
"""

from __future__ import annotations

from collections.abc import Sequence

from sop_engine.engine.action import Comment, Correct
from sop_engine.office.desk import Office
from sop_engine.office.person import note_of
from sop_engine.office.view import CaseView


def comment(
    office: Office,
    case: str,
    note: str | None,
    *,
    facts: Sequence[str] = (),
    actor: str | None = None,
    expect: int | None = None,
) -> CaseView:
    """Say something about a case, or attach to it. Raises :class:`Failure` RUN042 when nothing is said."""
    note = note_of(note)
    view = office.at(case, expect)
    held = office.capacity(view, None, actor)
    now = office.now(view.record.changed_at)
    action = Comment(now, office.person, note, held.actor or None, held.right, tuple(facts))
    return office.record(view, action)


def correct(
    office: Office,
    case: str,
    about: int,
    note: str | None,
    *,
    facts: Sequence[str] = (),
    actor: str | None = None,
    expect: int | None = None,
) -> CaseView:
    """Put right what event ``about`` says. Raises :class:`Failure` RUN038 (no such event) or RUN042 (no reason)."""
    note = note_of(note)
    view = office.at(case, expect)
    held = office.capacity(view, None, actor)
    now = office.now(view.record.changed_at)
    action = Correct(now, office.person, about, note, held.actor or None, held.right, tuple(facts))
    return office.record(view, action)
