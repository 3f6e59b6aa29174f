"""Rejection -> Letter: that an application is not granted or has lapsed, or its file goes back, and why.

Grounds that nobody gave are a dotted line: such a letter cannot be signed as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sop_engine.render.indonesian import ended, plain, raised, serving
from sop_engine.render.letter.document import Block, Letter, Paragraph, Texts, formal
from sop_engine.render.letter.frame import addressed
from sop_engine.render.sheet.blocks import Facts

if TYPE_CHECKING:
    from sop_engine.definition.logo import Logo
    from sop_engine.definition.model import OfficeUnit
    from sop_engine.render.letter.kinds import Rejection


def letter(rejection: Rejection, unit: OfficeUnit | None, logo: Logo | None) -> Letter:
    """Return the rejection, or the return of the file, as a letter."""
    applicant = "" if rejection.secret else plain(rejection.applicant)
    return addressed(
        rejection.issued,
        unit,
        logo,
        subject=_subject(rejection),
        addressee=(applicant or formal("to_applicant"), rejection.where),
        body=tuple(_body(rejection)),
        secret=rejection.secret,
    )


def _subject(rejection: Rejection) -> str:
    service, application = plain(rejection.service), formal("application_named", service="")
    if not service.casefold().startswith(application.casefold()):
        service = formal("application_named", service=service)
    return formal("application", act=formal(_kind(rejection)), service=service)


def _kind(rejection: Rejection) -> str:
    return "return" if rejection.returned else "lapse" if rejection.lapsed else "rejection"


def _body(rejection: Rejection) -> Iterator[Block]:
    reference = plain(rejection.reference)
    yield Paragraph(
        formal(
            "following_application",
            service=serving(plain(rejection.service)),
            reference=formal("with_reference", reference=reference) if reference else "",
            received=plain(rejection.received),
            case=plain(rejection.case),
            verdict=formal(f"{_kind(rejection)}_for"),
        )
    )
    yield Texts("", tuple(ended(raised(plain(each))) for each in rejection.grounds) or (formal("blank"),))
    if rejection.decision and not rejection.returned:
        yield Paragraph(formal("decision", decision=ended(plain(rejection.decision))))
    if rejection.returned:
        until = [formal("until", until=plain(rejection.until))] if rejection.until else []
        yield Paragraph(" ".join((*until, formal("clock_stands"))))
    if rejection.channels:
        yield Facts(formal("objection"), rejection.channels)
    yield Paragraph(formal("closing"))
