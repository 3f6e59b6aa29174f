"""A letter's value -> the paper in one of four formats, kept with the case; the same letter again is the one kept.

Two letters are the same when they say the same but for the day: whoever asks again, after a failure or for another
copy, gets the very bytes that were sent.
"""

from __future__ import annotations

import hmac
import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sop_engine.failure import Failure
from sop_engine.office import CaseView, Office
from sop_engine.office.letters import Sent, send, sent
from sop_engine.render.letter.composition import compose
from sop_engine.render.letter.kinds import Answer, Receipt, Rejection
from sop_engine.render.logo import logo

if TYPE_CHECKING:
    from sop_engine.definition.catalogue import Catalogue
    from sop_engine.render.letter.document import Letter
    from sop_engine.render.notice import Notice

FORMS = ("pdf", "docx", "html", "md")
"""In what a letter can be written, by the ending of its file."""


class Posted(NamedTuple):
    """A letter that was kept, and what there is to tell about how it looks."""

    sent: Sent
    notices: tuple[Notice, ...]


def form_of(path: Path) -> str:
    """Return in what a letter is written by the ending of its file. Raises :class:`Failure` USE061 for another one."""
    form = path.suffix.lower().removeprefix(".")
    if form not in FORMS:
        raise Failure("USE061", path=path, known=", ".join(f".{each}" for each in FORMS))
    return form


def post(
    office: Office,
    view: CaseView,
    told: Receipt | Rejection | Answer,
    catalogue: Catalogue,
    name: str,
    *,
    note: str | None = None,
    actor: str | None = None,
) -> Posted:
    """Make the letter that ``told`` is, in the format of its file's ``name``, and keep it with the case.

    Raises :class:`Failure` RUN030-RUN032 for who may not send it, OUT012 when it cannot be typeset.
    """
    kind, form = _kind(told), form_of(Path(name))
    applicant = office.journal.applicant(view.id)
    key = key_of(told, form, applicant.salt if applicant is not None else "")
    known = sent(office, view.id, kind, key)
    if known is not None:
        return Posted(known, ())
    image, notices = logo(view.compiled.unit, catalogue)
    content = _content(compose(told, view.compiled.unit, image), form)
    return Posted(send(office, view, kind, key, name, content, note=note, actor=actor), notices)


def _kind(told: Receipt | Rejection | Answer) -> str:
    if isinstance(told, Rejection) and (told.returned or told.lapsed):
        return "return" if told.returned else "lapse"
    return type(told).__name__.lower()


def key_of(told: Receipt | Rejection | Answer, form: str, salt: str) -> str:
    """Return what stands for all that a letter says, but for the day.

    It stands in the record for good. The applicant's salt keeps it from being guessed, and goes when the data goes.
    """
    undated = replace(told, issued=replace(told.issued, day=""))
    said = json.dumps([form, asdict(undated)], ensure_ascii=False, sort_keys=True)
    return hmac.new(salt.encode(), said.encode(), "sha256").hexdigest()[:32]


def _content(letter: Letter, form: str) -> bytes:
    if form == "pdf":
        from sop_engine.render.letter import pdf

        return pdf.document(letter)
    if form == "docx":
        from sop_engine.render.letter import docx

        return docx.document(letter)
    if form == "html":
        from sop_engine.render.letter import html

        return html.page(letter).encode()
    from sop_engine.render.letter import markdown

    return markdown.page(letter).encode()
