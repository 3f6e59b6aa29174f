"""A letter that a case gave to somebody outside -> a comment that names it, and the very file beside the store.

So what was sent can be shown for years, and the same letter asked for again is the one that was sent, not another of
a later day. What stands in a letter is none of this module's business.
"""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from sop_engine.engine.action import Comment
from sop_engine.failure import Failure
from sop_engine.office.attachments import Attached, listed
from sop_engine.office.desk import Office
from sop_engine.office.person import note_of
from sop_engine.office.sealing import sealed
from sop_engine.office.view import CaseView


class Sent(NamedTuple):
    """A letter of a case as it is kept; ``new`` is False for one that had been sent before."""

    view: CaseView
    file: Attached
    content: bytes
    new: bool


def sent(office: Office, case: str, kind: str, key: str) -> Sent | None:
    """Return the letter of a kind that was sent under ``key``, which stands for all that it says, or None.

    Raises :class:`Failure` RUN053 when its file is gone, STO014 when it is no longer what was sent.
    """
    view = office.show(case)
    for each in reversed(office.journal.history(case)):
        if each.event.fact("letter") == f"{kind} {key}":
            file = listed([each.event])[0]
            content = office.journal.get_file(file.digest)
            if content is None:
                raise Failure("RUN053", case=case, name=file.name, digest=file.digest)
            return Sent(view, file, file.own(content), new=False)
    return None


def send(
    office: Office,
    view: CaseView,
    kind: str,
    key: str,
    name: str,
    content: bytes,
    *,
    note: str | None = None,
    actor: str | None = None,
) -> Sent:
    """Keep a letter with a comment on its case; it must not have been sent under ``key`` before."""
    held = office.capacity(view, None, actor)
    digest = hashlib.sha256(content).hexdigest()
    office.attached[digest] = content
    # names and addresses stand in it: what it says could be guessed and tried against a plain digest
    facts = (f"letter={kind} {key}", sealed(office.attached, f"file={digest} {len(content)} {name}"))
    now = office.now(view.record.changed_at)
    made = office.record(view, Comment(now, office.person, note_of(note), held.actor or None, held.right, facts))
    return Sent(made, listed([made.event] if made.event else [])[0], content, new=True)
