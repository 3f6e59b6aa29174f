"""Receipt -> Letter: what was handed in, what is missing, what happens next, and when the service will be done.

The time that is promised is counted from the day on which the office has the complete file; until then no day is named.
A file of which nobody said that a paper is missing counts as complete, here as everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sop_engine.render.indonesian import ended, plain
from sop_engine.render.letter.document import Block, Letter, Notice, Paragraph, Table, Texts, formal
from sop_engine.render.letter.frame import labelled, titled
from sop_engine.render.sheet.blocks import Fact, Facts

if TYPE_CHECKING:
    from sop_engine.definition.logo import Logo
    from sop_engine.definition.model import OfficeUnit
    from sop_engine.render.letter.kinds import Handed, Receipt


def letter(receipt: Receipt, unit: OfficeUnit | None, logo: Logo | None) -> Letter:
    """Return the receipt as a letter."""
    return titled(
        receipt.issued,
        unit,
        logo,
        title=formal("complaint_receipt" if receipt.complaint else "receipt"),
        case=plain(receipt.case),
        body=tuple(_body(receipt)),
        position=formal("receiver"),
    )


def papers(original: bool, copies: int) -> str:
    """Return what was handed in, or is missing: ``asli, salinan 2 lembar``; empty for nothing."""
    told = [formal("original")] if original else []
    return ", ".join([*told, *([formal("copied", count=copies)] if copies else [])])


def _body(receipt: Receipt) -> Iterator[Block]:
    yield Facts("", tuple(_facts(receipt)))
    if receipt.requirements:
        yield _table(receipt.requirements)
    yield _promise(receipt)
    if receipt.following:
        yield Texts(formal("following"), tuple(ended(plain(each)) for each in receipt.following))
    if receipt.channels and not receipt.complaint:
        yield Facts(formal("channels"), receipt.channels)
    yield Paragraph(formal("keep_complaint" if receipt.complaint else "keep_it"))


def _facts(receipt: Receipt) -> Iterator[Fact]:
    values = (
        ("case", receipt.case),
        ("service", receipt.service),
        (
            "complainant" if receipt.complaint else "applicant",
            formal("secret") if receipt.secret else receipt.applicant,
        ),
        ("reference", receipt.reference),
        ("opened", receipt.opened),
        ("way", receipt.way),
        ("about", "" if receipt.secret else receipt.about),
    )
    return (labelled(formal(name), plain(value)) for name, value in values if value)


def _table(requirements: tuple[Handed, ...]) -> Table:
    columns = ("number", "requirement", "received", "missing")
    rows = tuple((str(number), *_cells(each)) for number, each in enumerate(requirements, 1))
    return Table(formal("requirements"), tuple(formal(f"column_{each}") for each in columns), rows)


def _cells(handed: Handed) -> tuple[str, str, str]:
    missing = plain(handed.missing) or formal("nothing" if handed.received else "not_handed_in")
    return plain(handed.text), plain(handed.received) or formal("nothing"), missing


def _promise(receipt: Receipt) -> Notice:
    promise, due = plain(receipt.promise), plain(receipt.due)
    if receipt.complaint:
        limit = "limit_due" if promise and due else "limit_day" if due else "limit_running"
        return Notice(formal("complaint_taken"), formal(f"handled_{limit}", promise=promise, due=due))
    if receipt.complete is not False:
        if due:
            told = formal("due_promise", promise=promise, due=due) if promise else formal("due", due=due)
        else:
            told = formal("promised", promise=promise) if promise else formal("promised_nothing")
        return Notice(formal("unchecked" if receipt.complete is None else "complete"), told)
    told = formal("not_counted", promise=formal("in_brackets", promise=promise) if promise else "")
    return Notice(formal("incomplete"), f"{told} {formal('complete_it')}" if receipt.requirements else told)
