"""Definition and unit -> Charter: the maklumat pelayanan as a paper of its own, already worded.

It says what the document says (``charter``); where that is silent, the three things that a charter has to contain
(UU 25/2009 Pasal 22): to serve by the standard, to do one's duty and improve, to answer for it. Place, day and
signature are left to who signs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sop_engine.messages import printed
from sop_engine.render.indonesian import ended, plain, raised, serving
from sop_engine.render.sheet.blocks import Notes
from sop_engine.render.sheet.document import Letterhead, letterhead_of
from sop_engine.render.sheet.signing import Signing, signing

if TYPE_CHECKING:
    from sop_engine.definition.model import Definition, OfficeUnit

_NUMBER = re.compile(r"(nomor|no\b|sk\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Charter:
    """A maklumat pelayanan. Without an ``opening`` the lines are the document's own, and are not numbered."""

    id: str
    name: str
    heading: str
    title: str
    unit: Letterhead
    opening: str
    lines: tuple[str, ...]
    signing: Signing


def charter_sheet(definition: Definition, unit: OfficeUnit | None) -> Charter:
    """Return the charter of a definition; ``unit`` is None when nothing is known of the unit."""
    head = letterhead_of(definition, unit, Notes())
    title = plain(definition.title)
    own = tuple(ended(raised(plain(line))) for line in definition.charter)
    return Charter(
        id=definition.id,
        name=printed("charter.name", title=title),
        heading=printed("charter.heading"),
        title=title,
        # what only the author reads into a document is told on the standard sheet
        unit=replace(head, name=replace(head.name, notes=())),
        opening="" if own else _of_unit("charter.opening", unit),
        lines=own or _articles(definition, title),
        signing=signing(definition, unit),
    )


def _articles(definition: Definition, title: str) -> tuple[str, ...]:
    standard = printed("charter.standard")
    if definition.decree is not None:
        number = plain(definition.decree.number)
        number = number if _NUMBER.match(number) else printed("charter.decree_number", number=number)
        standard = printed("charter.standard_set", number=number)
    promise = printed("charter.promise", service=serving(title), standard=standard)
    return promise, printed("charter.duty"), printed("charter.readiness")


def _of_unit(name: str, unit: OfficeUnit | None) -> str:
    return printed(f"{name}_unit_unstated") if unit is None else printed(name, unit=plain(unit.name))
