"""Who the applicant is -> data apart from the record, a salted digest in it, and what lists may show of it.

UU 27/2022: collect little, show less, erase on demand; the record of who did what stays (PermenPAN-RB 35/2012), so only
the digest of the data is in it, and with the salt gone nobody can tell whose it was.
"""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Mapping
from typing import Any

from sop_engine.failure import Failure
from sop_engine.office.person import line_of
from sop_engine.store.chain import digest
from sop_engine.store.journal import Applicant

FIELDS = ("name", "nik", "phone", "email", "address")
"""What may be kept of an applicant, in the order in which it is shown."""

_LIMIT = 300
_NIK = re.compile(r"[0-9]{16}")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_SHOWN = 2


def applicant_of(
    said: Mapping[str, str | None],
    *,
    secret: bool = False,
    more: Mapping[str, Any] | None = None,
    named: str = "--name",
) -> Applicant | None:
    """Return the data to keep, with fresh salt; None when nothing was said. Raises USE026 or RUN043 for bad text.

    ``more`` is what else would tell who it is, and is kept with it; ``named`` is the option by which the name was said.
    """
    options = {name: f"--{name}" for name in FIELDS} | {"name": named}
    kept = {**{name: line_of(options[name], said.get(name), _LIMIT) for name in FIELDS}, **(more or {})}
    known = {name: value for name, value in kept.items() if value is not None}
    if not known:
        return None
    data = json.dumps(known, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Applicant(secrets.token_hex(16), data, secret)


def doubtful(said: Mapping[str, str | None]) -> tuple[str, ...]:
    """Return the fields that do not look as they should: a NIK has sixteen digits, an e-mail address one ``@``.

    They are kept all the same: a stranger may have another number, and what is doubtful is better than nothing.
    """
    shapes = (("nik", _NIK), ("email", _EMAIL))
    stated = ((name, (said.get(name) or "").strip(), shape) for name, shape in shapes)
    return tuple(name for name, value, shape in stated if value and not shape.fullmatch(value))


def digest_of(applicant: Applicant) -> str:
    """Return what the record says of an applicant: SHA-256 of salt, secrecy and data."""
    return digest(f"{applicant.salt}\n{int(applicant.secret)}\n{applicant.data}")


def fields_of(applicant: Applicant) -> dict[str, str]:
    """Return the data by field; empty when it was erased. Raises :class:`Failure` STO018 when it cannot be read."""
    said = said_of(applicant)
    return {name: str(said[name]) for name in FIELDS if name in said}


def said_of(applicant: Applicant) -> dict[str, Any]:
    """Return all that is kept apart, also what is no field; raises as :func:`fields_of` does."""
    if not applicant.data:
        return {}
    try:
        said = json.loads(applicant.data)
    except ValueError as error:
        raise Failure("STO018") from error
    if not isinstance(said, dict):
        raise Failure("STO018")
    return said


def masked(value: str) -> str:
    """Return a value as lists and exports show it: of each word its first letters, of a number its last digits."""
    if any(sign.isdigit() for sign in value):
        return "•" * max(len(value) - _SHOWN, 1) + value[-_SHOWN:] if len(value) > _SHOWN else "•"
    return " ".join(word[:1] + "•" * max(len(word) - 1, 1) for word in value.split())
