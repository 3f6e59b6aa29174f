"""Unit and ``Issued`` -> what all letters share: head, reference, addressee, signature, copies.

What nobody has said yet (number, place, day, name of the signer) is a dotted line, to be written in by hand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sop_engine.render.indonesian import plain
from sop_engine.render.letter.document import Block, Letter, Signature, Texts, formal
from sop_engine.render.sheet.blocks import Fact, Text
from sop_engine.render.sheet.document import letterhead

if TYPE_CHECKING:
    from sop_engine.definition.logo import Logo
    from sop_engine.definition.model import OfficeUnit
    from sop_engine.render.letter.kinds import Issued, Signer


def addressed(
    issued: Issued,
    unit: OfficeUnit | None,
    logo: Logo | None,
    *,
    subject: str,
    addressee: tuple[str, str],
    body: tuple[Block, ...],
    secret: bool,
) -> Letter:
    """Return an official letter; ``addressee`` is the name after "Yth." and the place after "di"."""
    name, where = addressee
    reference = (
        (formal("number"), plain(issued.number) or formal("blank")),
        (formal("nature"), plain(issued.nature) or formal("nature_secret" if secret else "nature_usual")),
        (formal("enclosures"), plain(issued.enclosures) or formal("no_enclosures")),
        (formal("subject"), subject),
    )
    return Letter(
        name=subject,
        unit=letterhead(unit),
        logo=logo,
        title="",
        dated=_dated(issued),
        reference=tuple(labelled(label, value) for label, value in reference),
        addressee=(formal("to", name=name), formal("where", where=plain(where) or formal("where_unstated"))),
        body=body,
        signature=_signature(issued.signer),
        copies=_copies(issued),
    )


def titled(
    issued: Issued,
    unit: OfficeUnit | None,
    logo: Logo | None,
    *,
    title: str,
    case: str,
    body: tuple[Block, ...],
    position: str,
) -> Letter:
    """Return a paper with a title in the middle, signed by who holds ``position`` where nobody is named."""
    return Letter(
        name=formal("named", name=title, number=case),
        unit=letterhead(unit),
        logo=logo,
        title=title,
        dated=_dated(issued),
        reference=(labelled(formal("number"), plain(issued.number)),) if issued.number else (),
        addressee=(),
        body=body,
        signature=_signature(issued.signer, position),
        copies=_copies(issued),
    )


def labelled(label: str, value: str) -> Fact:
    """Return a labelled value."""
    return Fact(label, Text(value))


def _dated(issued: Issued) -> str:
    place, day = plain(issued.place), plain(issued.day)
    if day and not place:
        return day
    return formal("dated", place=place or formal("day_blank"), day=day or formal("day_blank"))


def _copies(issued: Issued) -> Texts:
    return Texts(formal("copies"), tuple(plain(each) for each in issued.copies))


def _signature(signer: Signer, position: str = "") -> Signature:
    office = [formal("on_behalf", position=plain(signer.on_behalf))] if signer.on_behalf else []
    held = plain(signer.position) or position or formal("blank")
    nip = plain(signer.nip) or ("" if signer.name else formal("blank"))
    details = (plain(signer.rank), formal("nip", nip=nip) if nip else "")
    return Signature(
        office=(*office, formal("position", position=held)),
        room=formal("signature"),
        name=plain(signer.name) or formal("blank"),
        details=tuple(each for each in details if each),
    )
