"""What may be asked of a case: a closed set of actions, as plain values.

Every action carries its moment, who asks, and by what right the person holds the office (``standing``, None: by
appointment); ``facts`` are kept with the event as they are. ``actor`` is the capacity; None: the step's own actor.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sop_engine.engine.case import Case
from sop_engine.engine.event import CaseStatus

Facts = tuple[str, ...]


class Open(NamedTuple):
    """Open a case under the definition with the digest ``definition``; ``complete`` False: papers are missing."""

    at: datetime
    person: str
    definition: str
    note: str | None = None
    actor: str | None = None
    standing: str | None = None
    facts: Facts = ()
    complete: bool = True


class Do(NamedTuple):
    """Record that a step was done, with the answer where it decides."""

    at: datetime
    person: str
    step: str
    answer: str | None = None
    actor: str | None = None
    note: str | None = None
    standing: str | None = None
    facts: Facts = ()


class Skip(NamedTuple):
    """Record that an optional step was not needed."""

    at: datetime
    person: str
    step: str
    actor: str | None = None
    note: str | None = None
    standing: str | None = None
    facts: Facts = ()


class Escalate(NamedTuple):
    """Record that a step's deadline has passed; ``to`` says where the case goes when there is a choice."""

    at: datetime
    person: str
    step: str
    actor: str | None = None
    note: str | None = None
    to: str | None = None
    standing: str | None = None
    facts: Facts = ()


class Suspend(NamedTuple):
    """Let a case stand still for a reason that lies outside the procedure."""

    at: datetime
    person: str
    note: str | None
    actor: str | None = None
    standing: str | None = None
    facts: Facts = ()


class Resume(NamedTuple):
    """Record that what a suspended case waited for has come."""

    at: datetime
    person: str
    note: str | None = None
    actor: str | None = None
    standing: str | None = None
    facts: Facts = ()


class Close(NamedTuple):
    """End a case outside the procedure: the applicant withdraws it, or the office rejects it."""

    at: datetime
    person: str
    status: CaseStatus
    note: str | None
    actor: str | None = None
    standing: str | None = None
    facts: Facts = ()


class Recall(NamedTuple):
    """Take back the last step; ``before`` is the case as it was before the event ``about``."""

    at: datetime
    person: str
    about: int
    before: Case
    note: str | None = None
    actor: str | None = None
    standing: str | None = None


class Check(NamedTuple):
    """Record which papers are there and which are missing (facts ``have`` and ``lacks``)."""

    at: datetime
    person: str
    complete: bool
    note: str | None = None
    actor: str | None = None
    standing: str | None = None
    facts: Facts = ()


class Claim(NamedTuple):
    """Take an open step for oneself, so that nobody else begins it."""

    at: datetime
    person: str
    step: str
    actor: str | None = None
    standing: str | None = None


class Release(NamedTuple):
    """Give a claimed step back."""

    at: datetime
    person: str
    step: str
    note: str | None = None
    actor: str | None = None
    standing: str | None = None


class Reassign(NamedTuple):
    """Give an open step to another person."""

    at: datetime
    person: str
    step: str
    to: str
    note: str | None = None
    actor: str | None = None
    standing: str | None = None


class Called(NamedTuple):
    """Record which case was opened for the SOP that a step calls."""

    at: datetime
    person: str
    step: str
    case: str
    note: str | None = None
    actor: str | None = None
    standing: str | None = None


class Comment(NamedTuple):
    """Say something about a case, at any time."""

    at: datetime
    person: str
    note: str | None
    actor: str | None = None
    standing: str | None = None
    facts: Facts = ()


class Correct(NamedTuple):
    """Put right what an earlier event says; it changes nothing of where the case stands."""

    at: datetime
    person: str
    about: int
    note: str | None
    actor: str | None = None
    standing: str | None = None
    facts: Facts = ()


class Warn(NamedTuple):
    """Record that a time has run out: of a step, or (``step`` None) of the case; ``what`` names the time."""

    at: datetime
    person: str
    what: str
    step: str | None = None
    facts: Facts = ()


class Recount(NamedTuple):
    """Move a case to another edition of the calendar (fact ``calendar``), and to another text of its unit."""

    at: datetime
    person: str
    definition: str | None
    note: str | None = None
    actor: str | None = None
    standing: str | None = None
    facts: Facts = ()


Move = Do | Skip | Escalate
"""The actions by which a case goes along its procedure."""

Aside = (
    Suspend | Resume | Close | Recall | Check | Claim | Release | Reassign | Called | Comment | Correct | Warn | Recount
)
"""The actions that stand beside the procedure."""

Action = Open | Move | Aside
