"""A complaint -> a case of the SOP's own complaint procedure, tied to the very event that is complained of.

What is said and who says it is as open as in any case, unless secrecy is asked for (UU 25/2009 Pasal 42, Perpres
76/2013): then the words, the names of enclosed files and the case complained of, which would give the person away, lie
apart with the personal data, and the record has their digest alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, NamedTuple

from sop_engine.failure import Failure
from sop_engine.flow import Whose
from sop_engine.office.applicant import applicant_of, fields_of, said_of
from sop_engine.office.complaint_remarks import Remark, remarks, told_by_mouth
from sop_engine.office.complaint_ways import procedure_of, ways_of
from sop_engine.office.desk import Office
from sop_engine.office.disclosure import known_of, look
from sop_engine.office.person import line_of, note_of
from sop_engine.office.sealing import sealed
from sop_engine.office.view import CaseView
from sop_engine.store.chain import written
from sop_engine.store.journal import CaseRecord, Page

if TYPE_CHECKING:
    from sop_engine.compiler import Compiled

_LONGEST = 1000
_PAGE = 500


class Concerned(NamedTuple):
    """What is complained of: a case, and the event of it with its hash at that time, where one was named."""

    case: str
    event: int | None = None
    hash: str | None = None


class Words(NamedTuple):
    """What a complainant says: what went wrong, the loss, and the remedy that is asked for."""

    text: str = ""
    loss: str | None = None
    remedy: str | None = None


class Complaint(NamedTuple):
    """A complaint as a person may see it: ``words`` and ``concerned`` are empty where they are kept secret."""

    view: CaseView
    secret: bool
    words: Words
    concerned: Concerned | None


class Opened(NamedTuple):
    """A complaint that was opened, and what there is to tell about it."""

    complaint: Complaint
    remarks: tuple[Remark, ...]


def open_complaint(
    office: Office,
    compiled: Compiled,
    words: Words,
    *,
    channel: str | None,
    about: str | None = None,
    event: int | None = None,
    category: str | None = None,
    procedure: str | None = None,
    group: str | None = None,
    complainant: Mapping[str, str | None] | None = None,
    secret: bool = False,
    files: Sequence[str] = (),
    actor: str | None = None,
) -> Opened:
    """Open a complaint about a service, and about the case ``about`` and its event ``event`` where they are known.

    What the complainant does first, which is to complain, is recorded with it: the time limit runs from receipt.
    ``complainant`` are the fields of an applicant, ``files`` the facts of enclosed files. Raises :class:`Failure`
    RUN038 (no such event), RUN047 (no such category), RUN064-RUN067 (no such way to complain), USE060 and USE062 (the
    channel or the words are missing).
    """
    words = _checked(words)
    ways, named = ways_of(compiled, channel)
    flow = procedure_of(compiled, procedure, ways)
    concerned = None if about is None else _concerned(office, about, event)
    told, apart = [*_facts(words, concerned), *files], None
    if secret:
        apart = {"text": words.text, "loss": words.loss, "remedy": words.remedy, "files": _names(files)}
        apart |= {} if concerned is None else concerned._asdict()
        told = [sealed(office.attached, _unnamed(number, each)) for number, each in enumerate(files, 1)]
    who = applicant_of(complainant or {}, secret=secret, more=apart)
    view = office.open_case(
        compiled,
        flow.procedure,
        None if secret else words.text,
        group,
        channel=named,
        category=category,
        applicant=who,
        about=None if secret or concerned is None else concerned.case,
        facts=told,
        actor=actor,
    )
    view = _brought(office, view)
    stated = {**(complainant or {}), "loss": words.loss, "remedy": words.remedy}
    received = None if concerned is None else _received(office, concerned.case)
    found = remarks(view, None if told_by_mouth(named, ways) else stated, received)
    return Opened(Complaint(view, secret, words, concerned), tuple(found))


def complaint(office: Office, case: str) -> Complaint:
    """Return a complaint as anybody may see it. Raises :class:`Failure` RUN068 for a case that is none."""
    view = office.show(case)
    if not view.flow.complaint:
        raise Failure("RUN068", case=case)
    known = office.journal.applicant(view.id)
    if known is not None and known.secret:
        return Complaint(view, True, Words(), None)
    first = office.journal.history(view.id)[0].event
    seq = first.fact("about_event")
    words = Words(first.note or "", first.fact("loss"), first.fact("remedy"))
    return Complaint(view, False, words, _tie(first.fact("about_case"), seq, first.fact("about_hash")))


def revealed(office: Office, case: str) -> tuple[Complaint, dict[str, str]]:
    """Return a complaint with all that is kept apart, and who complains, by field; who looked is noted.

    Raises :class:`Failure` RUN033 when the person may not see it, RUN052 when there is nothing or it was erased.
    """
    found = complaint(office, case)
    known = known_of(office, case)
    look(office, found.view, known)
    if not found.secret:
        return found, fields_of(known)
    said = said_of(known)
    words = Words(said.get("text") or "", said.get("loss"), said.get("remedy"))
    concerned = _tie(*(said.get(name) for name in Concerned._fields))
    return found._replace(words=words, concerned=concerned), fields_of(known)


def complaints(
    office: Office, *, running: bool = False, late: bool = False, about: str | None = None
) -> list[CaseRecord]:
    """Return the complaints, oldest first: all, those not closed, those late, or those known to be about a case."""
    if about is not None:
        return [each for each in office.journal.about(office.show(about).id) if _wanted(office, each, running, late)]
    found: list[CaseRecord] = []
    page = Page(_PAGE, None)
    while True:
        records = office.journal.cases(None, page, complaints=True)
        found += [each for each in records if _wanted(office, each, running, late)]
        if len(records) < _PAGE:
            return found
        page = Page(_PAGE, (written(records[-1].opened_at), records[-1].id))


def _brought(office: Office, view: CaseView) -> CaseView:
    """Record the steps by which the complainant brings the complaint: whoever opens it has received it at the counter.

    What decides something is left to be recorded, and so is what may only be recorded later or by another.
    """
    for _ in view.flow.nodes:
        waiting, ways = view.open_nodes[0], view.choices
        bringing = len(view.open_nodes) == 1 and waiting.actor in view.flow.external and view.case.clock != Whose.OFFICE
        plain = len(ways) == 1 and not (ways[0].late or ways[0].skip or ways[0].edge.answer or ways[0].edge.reason)
        if not (bringing and plain) or waiting.call is not None or ways[0].edge.target in view.flow.end:
            break
        try:
            view = office.do(view.id, waiting.id, expect=view.case.version)
        except Failure:
            # the complaint is open, and its step waits as any other does
            break
    return view


def _wanted(office: Office, record: CaseRecord, running: bool, late: bool) -> bool:
    due = record.state.dues.case
    if not record.complaint or (running and record.case.status.closed):
        return False
    return not late or (due is not None and office.now() >= due)


def _checked(words: Words) -> Words:
    said = note_of(words.text, "--text")
    if said is None:
        raise Failure("USE062")
    loss, remedy = (line_of(f"--{name}", getattr(words, name), _LONGEST) for name in ("loss", "remedy"))
    return Words(said, loss, remedy)


def _concerned(office: Office, case: str, seq: int | None) -> Concerned:
    view = office.show(case)
    if seq is None:
        return Concerned(view.id)
    found = next((each for each in office.journal.history(view.id, seq) if each.event.seq == seq), None)
    if found is None:
        raise Failure("RUN038", seq=seq, version=view.case.version)
    return Concerned(view.id, seq, found.hash)


def _facts(words: Words, concerned: Concerned | None) -> list[str]:
    told = {"loss": words.loss, "remedy": words.remedy}
    if concerned is not None:
        told |= {f"about_{name}": value for name, value in concerned._asdict().items()}
    return [f"{name}={value}" for name, value in told.items() if value is not None]


def _tie(case: Any, event: Any, seen: Any) -> Concerned | None:
    """Return what is complained of from what is kept of it, as text or as JSON."""
    return None if case is None else Concerned(str(case), None if event is None else int(event), seen)


def _names(files: Sequence[str]) -> list[str]:
    return [each.split(" ", 2)[2] for each in files]


def _unnamed(number: int, fact: str) -> str:
    """Return the fact of a file without the name that its owner gave it."""
    digest, size, name = fact.split(" ", 2)
    return f"{digest} {size} lampiran-{number}{PurePath(name).suffix}"


def _received(office: Office, case: str) -> datetime | None:
    """Return when a case was closed, which is when its applicant had the service; None: it was not."""
    closed = (each.event.at for each in office.journal.history(case) if each.event.status.closed)
    return next(closed, None)
