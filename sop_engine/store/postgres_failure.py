"""What PostgreSQL or its driver says -> the Failure that tells the officer what it means and the way out.

By the SQLSTATE where there is one; a server that cannot be reached has none. Only the first line is shown.
"""

from __future__ import annotations

import re

import psycopg

from sop_engine.failure import Failure
from sop_engine.messages import text

BROKEN_CHAIN = "SO011"
"""What ``append_event`` raises when the end of a case's record is not what the case's head stands for."""

_CODES = {
    "25006": "STO026",  # a standby, or a role that may only read
    "42501": "STO026",
    "40001": "STO003",
    "40P01": "STO003",
    "55P03": "STO003",
    "57014": "STO003",
    "53100": "STO005",
    "XX001": "STO006",
    "XX002": "STO006",
}

_UNREACHABLE = ("08", "28", "3D", "53300", "57P")
"""How the codes begin of a server that does not take us: no connection, who we are, no such database, no room."""

_NO_PART = ("42P01", "42703", "42883")
"""A table, a column or a function was taken away."""

_NAMED = re.compile(r'(?:"|function )(\w+)')
"""Where its message names what is not there."""

_SECRET = re.compile(r"://\S*")
"""An address in a message of the driver: it may hold a password."""


def failure(place: str, error: psycopg.Error) -> Failure:
    """Return what an error of the store at ``place`` means: STO003-STO008, STO011, STO026 or STO027."""
    state = error.sqlstate or ""
    if state == BROKEN_CHAIN:
        return Failure("STO011", case=error.diag.message_detail, seq=error.diag.message_hint)
    if state in _NO_PART:
        named = _NAMED.search(first_line(error))
        return Failure("STO006", path=place, reason=text("store.no_part", name=named[1] if named else state))
    code = "STO027" if not state or state.startswith(_UNREACHABLE) else _CODES.get(state, "STO008")
    return Failure(code, path=place, reason=first_line(error))


def first_line(error: Exception) -> str:
    """Return the first line of what was said, without an address."""
    said = str(error).strip().splitlines() or [type(error).__name__]
    return _SECRET.sub("://…", said[0])
