"""Who may see an applicant's data, and have them erased: shown masked, revealed and erased only on the record.

UU 27/2022: show less, and know who has looked. Each look and each erasure is an entry in the record of the desk.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple
from zoneinfo import ZoneInfo

from sop_engine.engine.event import Event
from sop_engine.failure import Failure
from sop_engine.office.applicant import fields_of, masked
from sop_engine.office.desk import Office
from sop_engine.office.person import note_of
from sop_engine.office.view import CaseView
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
    known = known_of(office, case)
    look(office, view, known)
    return fields_of(known)


def look(office: Office, view: CaseView, known: Applicant) -> None:
    """Note that somebody looks at data in clear; refuse who may not, as :func:`revealed` does.

    What is secret only a steward may see, and who holds the office of a step that is open: who works on it.
    """
    if not known.secret:
        office.capacity(view, None, None)
    elif not _works_on(office, view):
        _steward(office, view.id, Deed.REVEAL)
    office.journal.note(Entry(office.now(), "revealed", office.person, view.id))


def look_at_file(office: Office, view: CaseView, event: Event) -> None:
    """Note a look at a file of an event that tells who the applicant is, and refuse who may not see that.

    Such are a letter with a name on it, and what came with a complaint in secret.
    """
    known = office.journal.applicant(view.id)
    if known is not None and (event.seq == 1 if known.secret else event.fact("letter") is not None):
        look(office, view, known)


class Erased(NamedTuple):
    """The names of the files of a case that are gone with its applicant's data, and of those that stay.

    ``left`` were not asked for, ``shared`` another case names too.
    """

    gone: tuple[str, ...]
    left: tuple[str, ...]
    shared: tuple[str, ...]


def erase(office: Office, case: str, note: str | None, *, files: bool = False) -> Erased:
    """Erase an applicant's data and the letters made from them for good; with ``files`` all attachments of the case.

    The record of the case stays, digests of files too. Repeated, it erases what was left of the files.

    Raises :class:`Failure` RUN033 for who is no steward, RUN042 without a reason, RUN052 when nothing is left to erase.
    """
    from sop_engine.office.attachments import listed  # it asks here who may look

    note = note_of(note)
    office.show(case)
    _steward(office, case, Deed.ERASE)
    if note is None:
        raise Failure("RUN042")
    journal = office.journal
    events = [each.event for each in journal.history(case)]
    attached, stored = listed(events), frozenset(journal.files())
    wanted = listed(events if files else [each for each in events if each.fact("letter") is not None])
    found = {each.digest for each in wanted} & stored
    shared = {each for each in found if journal.named_elsewhere(case, each)}
    gone = sorted(found - shared)
    known = journal.applicant(case)
    if known is None or not (known.data or gone):
        raise Failure("RUN052", case=case)
    facts = (f"note={note}", *(f"erased={each}" for each in gone))
    journal.erase(case, Entry(office.now(), "erased", office.person, case, facts), gone)

    def names(digests: Iterable[str]) -> tuple[str, ...]:
        some = frozenset(digests)
        return tuple(dict.fromkeys(each.name for each in attached if each.digest in some))

    return Erased(names(gone), names(stored - found), names(shared))


def was_erased(office: Office, case: str, file: str) -> bool:
    """Return whether a file of a case, by its digest, was erased with the applicant's data."""
    return any(
        noted.entry.case == case and f"erased={file}" in noted.entry.facts
        for noted in office.journal.noted()
        if noted.entry.kind == "erased"
    )


def known_of(office: Office, case: str) -> Applicant:
    """Return what is known of an applicant; raises :class:`Failure` RUN052 when it is nothing, or was erased."""
    known = office.journal.applicant(case)
    if known is None or not known.data:
        raise Failure("RUN052", case=case)
    return known


def _works_on(office: Office, view: CaseView) -> bool:
    if not office.people.listed:
        return True
    record = view.record
    own = {node.actor for node in view.open_nodes}
    today = office.now().astimezone(ZoneInfo(record.zone)).date()
    held = office.people.held(office.person, today)
    return any(each.unit == record.unit and each.actor in own for each in held)


def _steward(office: Office, case: str, deed: Deed) -> None:
    try:
        office.people.require_steward(office.person, deed)
    except Failure as refusal:
        office.refused(refusal, case)
        raise
