"""Takes back the last step of a case, as long as it is one's own and nobody has gone on from there.

The step stays in the record, and the recall after it: the case stands as if it had not been.
"""

from __future__ import annotations

from sop_engine.engine.action import Recall
from sop_engine.engine.case import fold
from sop_engine.failure import Failure
from sop_engine.office.desk import Office
from sop_engine.office.person import note_of
from sop_engine.office.view import CaseView


def recall(
    office: Office, case: str, *, note: str | None = None, actor: str | None = None, expect: int | None = None
) -> tuple[CaseView, str]:
    """Take back the last step and return the case, and which step it was.

    Raises :class:`Failure` RUN036 when there is none to take back, RUN037 when it is another person's.
    """
    note = note_of(note)
    view = office.at(case, expect)
    about = view.case.recallable
    events = [each.event for each in office.journal.history(case)][: view.case.version]
    before = fold(events[: (about or 0) - 1]) if about else None
    if about is None or before is None:
        raise (
            Failure("RUN003", end=view.end.text if view.end else view.case.status.value)
            if (view.case.status.closed)
            else Failure("RUN036")
        )
    last = events[about - 1]
    if last.person != office.person:
        refusal = Failure("RUN037", seq=about, person=last.person)
        office.refused(refusal, case, last.step)
        raise refusal
    held = office.capacity(view, last.step, actor or last.actor)
    now = office.now(view.record.changed_at)
    action = Recall(now, office.person, about, before, note, held.actor or None, held.right)
    return office.record(view, action), last.step or ""
