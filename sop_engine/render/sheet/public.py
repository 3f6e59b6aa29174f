"""Definition -> the same definition without what a sheet for the public does not say.

Components 7 to 14 are the provider's own affair (PermenPAN-RB 15/2014), and so is the identity block of the SOP; a
NIP holds the day of birth of its bearer (UU 27/2022) and is of no use to applicants. Names and offices stay.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from sop_engine.definition.model import Definition, Officer, Signatory

_Person = TypeVar("_Person", "Officer", "Signatory")


def published(definition: Definition) -> Definition:
    """Return what may be published of a definition."""
    decree, complaints = definition.decree, definition.complaints
    if decree is not None and decree.signer is not None:
        decree = decree.model_copy(update={"signer": _named(decree.signer)})
    if complaints.officer is not None:
        complaints = complaints.model_copy(update={"officer": _named(complaints.officer)})
    open_parts = {"decree": decree, "complaints": complaints}
    return definition.model_copy(update={"standard": None, "identity": None, **open_parts})


def _named(person: _Person) -> _Person:
    return person.model_copy(update={"nip": None})
