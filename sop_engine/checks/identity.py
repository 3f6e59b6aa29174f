"""The identity block of an SOP-AP sheet (PermenPAN-RB 35/2012): complete, in order, and signed by somebody.

A definition without the block is a service standard and no SOP-AP sheet: nothing is told about it. What is still being
drafted has no number and no date yet. What rests on today's date is in :mod:`sop_engine.checks.review`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from sop_engine.checks.subject import Subject
from sop_engine.definition.model import Definition, Identity, Officer, Signatory
from sop_engine.diagnostic import Diagnostic, Route, finding

_NIP_DIGITS = 18
_BORN = slice(0, 8)
_BETWEEN_DIGITS = str.maketrans("", "", " .-")
_ELECTED = re.compile(r"\s*(?:bupati|wali\s?kota|gubernur|presiden|menteri|kepala desa|wali nagari)\b", re.IGNORECASE)
"""Who is elected or appointed from outside the civil service has no NIP."""

_RELIED_ON = ("qualifications", "equipment", "warnings", "records")


def no_number(subject: Subject) -> Iterator[Diagnostic]:
    """SOP001: an SOP without a number."""
    identity = _settled(subject)
    if identity is not None and identity.number is None:
        yield finding("SOP001", ("identity",), at_key=True)


def foreign_number(subject: Subject) -> Iterator[Diagnostic]:
    """SOP016: a number that is not written as the agency writes its numbers."""
    identity, pattern = subject.definition.identity, subject.settings.number_pattern
    number = identity.number if identity is not None else None
    if number is not None and pattern is not None and not pattern.fits(number):
        yield finding("SOP016", ("identity", "number"), args={"value": number, "pattern": pattern.written})


def dates_out_of_order(subject: Subject) -> Iterator[Diagnostic]:
    """SOP003: in force or revised before it was made."""
    identity = subject.definition.identity
    for key in ("effective", "revised") if identity is not None else ():
        day, made = getattr(identity, key), identity.made if identity is not None else None
        if day is not None and made is not None and day < made:
            args = {"missing": key, "value": day.isoformat(), "made": made.isoformat()}
            yield finding("SOP003", ("identity", key), args=args, related=("identity", "made"))


def not_dated(subject: Subject) -> Iterator[Diagnostic]:
    """SOP004: the day on which the SOP was finished is not told."""
    identity = _settled(subject)
    if identity is not None and identity.made is None:
        yield finding("SOP004", ("identity",), args={"missing": "made", "reason": "not_told"}, at_key=True)


def not_approved(subject: Subject) -> Iterator[Diagnostic]:
    """SOP005: in force, and nobody has fully signed it."""
    definition = subject.definition
    identity = definition.identity
    if identity is None or definition.status != "in_force":
        return
    signer = identity.approved_by
    wanted: dict[str, object] = {"signer": signer, "effective": identity.effective}
    if signer is not None:
        wanted["signer_name"] = signer.name
        if not _ELECTED.match(signer.position):
            wanted["nip"] = signer.nip
    missing = [name for name, value in wanted.items() if value is None]
    if missing:
        route: Route = ("identity", "approved_by") if signer is not None else ("identity",)
        yield finding("SOP005", route, args={"missing": ",".join(missing)}, at_key=True)


def doubtful_nip(subject: Subject) -> Iterator[Diagnostic]:
    """SOP006: a NIP that is not 18 digits beginning with a date of birth."""
    for route, person in _persons(subject.definition):
        if person is not None and person.nip is not None and not is_nip(person.nip):
            yield finding("SOP006", (*route, "nip"), args={"value": person.nip})


def _persons(definition: Definition) -> Iterator[tuple[Route, Signatory | Officer | None]]:
    if definition.identity is not None:
        yield ("identity", "approved_by"), definition.identity.approved_by
    if definition.decree is not None:
        yield ("decree", "signer"), definition.decree.signer
    yield ("complaints", "officer"), definition.complaints.officer


def is_nip(text: str) -> bool:
    """Return whether a text looks like a NIP: 18 digits, the first eight a date of birth."""
    digits = text.translate(_BETWEEN_DIGITS)
    if len(digits) != _NIP_DIGITS or not (digits.isascii() and digits.isdigit()):
        return False
    try:
        date.fromisoformat(digits[_BORN])
    except ValueError:
        return False
    return True


def empty_parts(subject: Subject) -> Iterator[Diagnostic]:
    """SOP010: boxes of the identity block that are empty."""
    identity = subject.definition.identity
    missing = [key for key in _RELIED_ON if not getattr(identity, key)] if identity is not None else []
    if missing:
        yield finding("SOP010", ("identity",), args={"missing": ",".join(missing)}, at_key=True)


def no_related(subject: Subject) -> Iterator[Diagnostic]:
    """SOP011: no other SOP is named that this one touches."""
    definition = subject.definition
    if definition.identity is not None and not definition.identity.related_sops and not definition.related:
        yield finding("SOP011", ("identity",), at_key=True)


def _settled(subject: Subject) -> Identity | None:
    return subject.definition.identity if subject.definition.status != "draft" else None
