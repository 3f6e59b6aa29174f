"""Who may see an applicant's data, and have them erased: shown masked, revealed and erased only on the record.

UU 27/2022: show less, and know who has looked. Each look and each erasure is an entry in the record of the desk.
"""

from __future__ import annotations

from sop_engine.failure import Failure
from sop_engine.office.applicant import fields_of, masked
from sop_engine.office.desk import Office
from sop_engine.office.person import note_of
from sop_engine.people import Deed
from sop_engine.store.journal import Applicant, Entry


def fields(office: Office, case: str) -> dict[str, str]:
    """Return an applicant's data as anybody may see them, masked; of who asked for secrecy nothing. Empty: none."""
    known = office.journal.applicant(case)
    if known is None or known.secret:
        return {}
    return {name: masked(value) for name, value in fields_of(known).items()}


def revealed(office: Office, case: str) -> dict[str, str]:
    """Return an applicant's data in clear, and note who looked.

    Raises :class:`Failure` RUN030 or RUN031 when the person holds no office of the unit, RUN033 for the data of
    somebody who asked for secrecy, RUN052 when there are none.
    """
    view = office.show(case)
    known = _known(office, case)
    office.capacity(view, None, None)
    if known.secret:
        _steward(office, case, Deed.REVEAL)
    office.journal.note(Entry(office.now(), "revealed", office.person, case))
    return fields_of(known)


def erase(office: Office, case: str, note: str | None) -> None:
    """Erase an applicant's data for good; the record of the case stays, without anybody's being able to tell whose.

    Raises :class:`Failure` RUN033 for who is no steward, RUN042 without a reason, RUN052 when there are none.
    """
    note = note_of(note)
    office.show(case)
    _steward(office, case, Deed.ERASE)
    if note is None:
        raise Failure("RUN042")
    _known(office, case)
    office.journal.erase(case, Entry(office.now(), "erased", office.person, case, (f"note={note}",)))


def _known(office: Office, case: str) -> Applicant:
    known = office.journal.applicant(case)
    if known is None or not known.data:
        raise Failure("RUN052", case=case)
    return known


def _steward(office: Office, case: str, deed: Deed) -> None:
    try:
        office.people.require_steward(office.person, deed)
    except Failure as refusal:
        office.refused(refusal, case)
        raise
