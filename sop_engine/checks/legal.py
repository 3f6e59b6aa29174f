"""The regulations that an SOP, a standard or a fee rests on: named, cited in full, and still in force."""

from __future__ import annotations

from collections.abc import Iterator

from sop_engine.checks import citation
from sop_engine.checks.subject import Subject
from sop_engine.diagnostic import Diagnostic, Route, finding


def no_basis(subject: Subject) -> Iterator[Diagnostic]:
    """SOP007: an identity block without a legal basis."""
    identity = subject.definition.identity
    if identity is not None and not identity.legal_basis:
        yield finding("SOP007", ("identity",), at_key=True)


def vague_basis(subject: Subject) -> Iterator[Diagnostic]:
    """SOP008: a legal basis that cannot be looked up, because its kind, number or year is missing."""
    for route, text in _bases(subject):
        cited = citation.read(text)
        missing = [f"regulation_{part}" for part, value in zip(cited._fields, cited, strict=True) if value is None]
        if missing and not citation.needs_no_number(cited):
            yield finding("SOP008", route, args={"missing": ",".join(missing)})


def revoked_basis(subject: Subject) -> Iterator[Diagnostic]:
    """SOP009: a legal basis that is known to be revoked."""
    for route, text in (*_bases(subject), *_tariffs(subject)):
        now = citation.revoked(citation.read(text))
        if now is not None:
            yield finding("SOP009", route, args={"by": now.by})


def vague_tariff(subject: Subject) -> Iterator[Diagnostic]:
    """SP004: a tariff that rests on a regulation without number or year."""
    for route, text in _tariffs(subject):
        cited = citation.read(text)
        missing = [f"regulation_{part}" for part in ("number", "year") if getattr(cited, part) is None]
        if missing:
            yield finding("SP004", route, args={"missing": ",".join(missing)})


def _bases(subject: Subject) -> Iterator[tuple[Route, str]]:
    definition = subject.definition
    for key, part in (("identity", definition.identity), ("standard", definition.standard)):
        for place, text in enumerate(part.legal_basis if part is not None else ()):
            yield (key, "legal_basis", place), text


def _tariffs(subject: Subject) -> Iterator[tuple[Route, str]]:
    fee = subject.definition.fee
    if fee.regulation is not None:
        yield ("fee", "regulation"), fee.regulation
    for place, item in enumerate(fee.items):
        if item.regulation is not None:
            yield ("fee", "items", place, "regulation"), item.regulation
