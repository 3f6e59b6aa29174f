"""The components of a service standard (PermenPAN-RB 15/2014): all there, and at one with the steps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from sop_engine.checks import lexicon
from sop_engine.checks.shape import unstated_fee, unstated_time
from sop_engine.checks.subject import Subject
from sop_engine.definition.model import Fee, Management, Requirement, RequirementItem
from sop_engine.diagnostic import Diagnostic, Route, finding

_PAYING = re.compile(r"\b(?:membayar|bayar|menyetor(?:kan)?|melunasi|pembayaran|penyetoran|retribusi)\b", re.IGNORECASE)
_COLLECTING = re.compile(
    r"\b(?:memungut|menagih|pungutan|retribusi|skrd|menerima (?:pembayaran|setoran|uang|biaya))\b", re.IGNORECASE
)
_NO_FEE = re.compile(
    r"\b(?:tanpa|tidak|bebas|membebaskan|pembebasan|pajak|bphtb|pbb|pph|ppn|denda|iuran|premi|angsuran|cicilan|zakat|"
    r"honor\w*|gaji|tagihan)\b",
    re.IGNORECASE,
)
"""What is paid but is no fee of the service: a tax, a fine, what the office itself owes."""

_MOBILE = re.compile(r"(?:\+?62|0)8\d{7,11}")
_BETWEEN_DIGITS = str.maketrans("", "", " .-()")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_SAME_PROOF = {
    "akte": "akta", "e-ktp": "ktp", "ektp": "ktp", "ktp-el": "ktp", "penduduk": "ktp", "keluarga": "kk",
    "ijasah": "ijazah", "sertipikat": "sertifikat", "passport": "paspor",
}  # fmt: skip
"""Spellings and names of one proof; of "Kartu Tanda Penduduk" and "Kartu Keluarga" the last word tells."""


def empty_component(subject: Subject) -> Iterator[Diagnostic]:
    """SP001: requirements or products without a single item, a completion time or a fee of which nothing is said."""
    definition = subject.definition
    empty = {
        "requirements": not definition.requirements,
        "sla": unstated_time(definition.sla),
        "fee": unstated_fee(definition.fee),
        "products": not definition.products,
    }
    for key in (key for key, nothing in empty.items() if nothing):
        yield finding("SP001", (key,), args={"missing": key}, at_key=True)


def empty_management(subject: Subject) -> Iterator[Diagnostic]:
    """SP002: management components that are empty."""
    standard = subject.definition.standard
    missing = [key for key in Management.model_fields if not getattr(standard, key)] if standard is not None else []
    if missing:
        yield finding("SP002", ("standard",), args={"missing": ",".join(missing)}, at_key=True)


def no_management(subject: Subject) -> Iterator[Diagnostic]:
    """SP006: the management components are not in this file."""
    if subject.definition.standard is None:
        yield finding("SP006", ("sop",), at_key=True)


def free_and_paid(subject: Subject) -> Iterator[Diagnostic]:
    """SP005: the service is free, and a step pays for it."""
    definition = subject.definition
    if not _free(definition.fee):
        return
    for view in subject.procedures:
        for index, step in enumerate(view.steps if not view.flow.complaint else ()):
            actor = definition.actors.get(step.actor)
            words = _PAYING if actor is not None and actor.external else _COLLECTING
            paid = words.search(step.activity)
            if paid and not _NO_FEE.search(step.activity):
                yield finding("SP005", view.route(index, "activity"), args={"value": paid[0]}, related=("fee",))


def _free(fee: Fee) -> bool:
    return fee.free is not None or (bool(fee.items) and all(item.free for item in fee.items))


def summed_alternatives(subject: Subject) -> Iterator[Diagnostic]:
    """SP007: fees that are to be summed, though no one person pays them all."""
    fee = subject.definition.fee
    payers = {item.payer for item in fee.items if item.payer is not None}
    if fee.additive and (len(payers) > 1 or len(fee.items) == 1):
        yield finding("SP007", ("fee", "additive"), at_key=True)


def unlisted_document(subject: Subject) -> Iterator[Diagnostic]:
    """SP022: a step of the applicant names a proof that is no requirement."""
    definition = subject.definition
    listed: set[str] = set()
    for requirement in definition.requirements:
        parts: tuple[Requirement | RequirementItem, ...] = (requirement, *requirement.one_of, *requirement.parts)
        texts = (text for part in parts for text in (part.text, part.form, part.note) if text)
        listed |= {word for text in texts for word in _proofs(text)}
    listed |= {word for text in (definition.title, *definition.products) for word in _proofs(text)}
    for view in subject.procedures:
        for index, step in enumerate(view.steps if not view.flow.complaint else ()):
            actor = definition.actors.get(step.actor)
            named = _proofs(step.activity) if actor is not None and actor.external else {}
            for word, shown in named.items():
                if word not in listed:
                    yield finding("SP022", view.route(index, "activity"), args={"value": shown})


@lru_cache(maxsize=4096)
def _proofs(text: str) -> dict[str, str]:
    """Return the proofs that a text names: one word each -> as the text writes it."""
    found: dict[str, str] = {}
    for shown in _WORD.findall(text):
        word = _SAME_PROOF.get(shown.lower(), shown.lower())
        if word in lexicon.words("proofs"):
            found.setdefault(word, shown)
    return found


def incomplete_complaints(subject: Subject) -> Iterator[Diagnostic]:
    """SP030: no channel, no complaint officer with a position, or no time limit (UU 25/2009 Article 36)."""
    complaints = subject.definition.complaints
    officer = complaints.officer
    named = officer is not None and (officer.name or officer.position)
    parts = {
        "channel": complaints.channels,
        "officer": named,
        "position": officer is None or not named or officer.position,
        "limit": complaints.within or complaints.categories,
    }
    missing = [name for name, value in parts.items() if not value]
    if missing:
        yield finding("SP030", ("complaints",), args={"missing": ",".join(missing)}, at_key=True)


def no_lapor(subject: Subject) -> Iterator[Diagnostic]:
    """SP031: there are channels, and the national one is not among them."""
    channels = subject.definition.complaints.channels
    named = any("lapor.go.id" in (channel.value or "").lower() for channel in channels)
    if channels and not named and all(channel.kind != "lapor" for channel in channels):
        yield finding("SP031", ("complaints", "channels"), at_key=True)


def personal_number(subject: Subject) -> Iterator[Diagnostic]:
    """SP032: the mobile number of a person is published."""
    complaints = subject.definition.complaints
    officer = complaints.officer
    if officer is None:
        return
    if officer.phone is not None and _MOBILE.fullmatch(officer.phone.translate(_BETWEEN_DIGITS)):
        yield finding("SP032", ("complaints", "officer", "phone"), args={"value": officer.phone})
    for place, channel in enumerate(complaints.channels):
        if channel.value is not None and officer.name is not None and officer.name in (channel.label or ""):
            number = channel.value.translate(_BETWEEN_DIGITS)
            if _MOBILE.fullmatch(number):
                route: Route = ("complaints", "channels", place, "value")
                yield finding("SP032", route, args={"value": channel.value})
