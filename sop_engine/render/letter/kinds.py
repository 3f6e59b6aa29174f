"""What a letter is made of, one frozen value a kind: receipt, rejection or return, answer to a complaint.

Every field is a plain text, already worded; days are written as ``2 Maret 2026``. They know nothing of cases, stores or
clocks: whoever has those fills them in. An empty text means that it is not known, and nothing is made up for it: what
a letter cannot do without becomes a dotted line, the rest is left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sop_engine.render.sheet.blocks import Fact


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs: the office as it is held ("Plh. Kepala Bagian …"), and ``on_behalf`` of whom (a.n.), if anybody."""

    position: str = ""
    name: str = ""
    rank: str = ""
    nip: str = ""
    on_behalf: str = ""


@dataclass(frozen=True, slots=True)
class Issued:
    """The frame of a letter: its number, nature (sifat) and enclosures, place and day, signer, who gets a copy."""

    number: str = ""
    nature: str = ""
    enclosures: str = ""
    place: str = ""
    day: str = ""
    signer: Signer = Signer()
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Handed:
    """One requirement, what was handed in for it ("asli, 2 lembar salinan") and what is still missing."""

    text: str
    received: str = ""
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Receipt:
    """A receipt for an application. ``complete`` is None as long as nobody has checked the file, which then counts so.

    ``promise`` is the promised time ("3 hari kerja"), ``due`` the day on which it runs out, once it is counted.
    The name of a ``secret`` applicant is not printed. Of a ``complaint``, ``about`` is what is complained of.
    """

    case: str
    service: str
    opened: str
    applicant: str = ""
    secret: bool = False
    reference: str = ""
    way: str = ""
    requirements: tuple[Handed, ...] = ()
    complete: bool | None = None
    promise: str = ""
    due: str = ""
    following: tuple[str, ...] = ()
    channels: tuple[Fact, ...] = ()
    complaint: bool = False
    about: str = ""
    issued: Issued = Issued()


@dataclass(frozen=True, slots=True)
class Rejection:
    """A letter that rejects an application, gives the file back to be put right (``returned``), or says that it lapsed.

    ``decision`` is the text of the end that the case has reached; ``until`` the last day for a returned file.
    """

    case: str
    service: str
    received: str
    grounds: tuple[str, ...]
    applicant: str = ""
    where: str = ""
    secret: bool = False
    reference: str = ""
    decision: str = ""
    returned: bool = False
    lapsed: bool = False
    until: str = ""
    channels: tuple[Fact, ...] = ()
    issued: Issued = Issued()


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to a complainant. ``case`` and ``step`` are what was complained of, when it was given.

    ``limit`` is the time limit ("14 hari kerja"), ``due`` the day on which it ran out and ``kept`` whether it was kept.
    The name of a ``secret`` complainant is not printed. ``interim``: the complaint is still being handled.
    """

    complaint: str
    received: str
    way: str = ""
    complainant: str = ""
    where: str = ""
    secret: bool = False
    about: tuple[str, ...] = ()
    service: str = ""
    case: str = ""
    step: str = ""
    found: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    outcome: str = ""
    limit: str = ""
    due: str = ""
    kept: bool | None = None
    interim: bool = False
    issued: Issued = Issued()
