"""A standard's component 6 -> how a complaint comes in, and by which of its procedures it is handled.

A channel is named by its kind (``phone``), by the word for it (``Telepon``) or by its label in the document. One that
the standard does not have is refused: what is promised there is what people were told.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, get_args

from sop_engine.failure import Failure
from sop_engine.flow import Flow
from sop_engine.messages.sheet import PHRASES
from sop_engine.office.person import line_of

if TYPE_CHECKING:
    from sop_engine.compiler import Compiled
    from sop_engine.definition.delivery import Channel

NATIONAL = "lapor"
"""The channel by which everybody may complain about every service (Perpres 76/2013, PermenPAN-RB 62/2018)."""


def ways_of(compiled: Compiled, asked: str | None) -> tuple[tuple[Channel, ...], str]:
    """Return the channels of a standard that ``asked`` names, by kind, name or label, and what the record calls them.

    A standard without channels takes every kind, and each takes SP4N-LAPOR!. Raises USE060 or :class:`Failure` RUN067.
    """
    channels = compiled.definition.complaints.channels
    known = dict.fromkeys([*(each.label or each.kind for each in channels), NATIONAL])
    said = line_of("--channel", asked)
    if said is None:
        raise Failure("USE060", known=", ".join(known))
    plain = said.casefold()
    labelled = tuple(each for each in channels if (each.label or "").casefold() == plain)
    if labelled:
        return labelled, labelled[0].label or labelled[0].kind
    kind = _kind(plain)
    ways = tuple(each for each in channels if each.kind == kind)
    if ways or kind == NATIONAL or (kind is not None and not channels):
        return ways, kind or said
    raise Failure("RUN067", value=said, known=", ".join(known), sop=compiled.definition.id)


def procedure_of(compiled: Compiled, asked: str | None, ways: Sequence[Channel] = ()) -> Flow:
    """Return the complaint procedure: the one asked for, else that of the channel, else the only one.

    A standard without one has the common one. Raises :class:`Failure` RUN064 (nobody in the office handles it),
    RUN065 (not that one), RUN066 (there are several).
    """
    flows = {flow.procedure: flow for flow in (*compiled.flows, *compiled.common) if flow.complaint}
    sop = compiled.definition.id
    known = ", ".join(f"{flow.procedure} ({flow.title})" for flow in flows.values())
    if not flows:
        raise Failure("RUN064", sop=sop)
    if asked is not None and asked not in flows:
        raise Failure("RUN065", value=asked, sop=sop, known=known)
    named = [asked] if asked is not None else [each.procedure for each in ways]
    chosen = [flows[each] for each in dict.fromkeys(named) if each in flows] or list(flows.values())
    if len(chosen) > 1:
        raise Failure("RUN066", sop=sop, known=known)
    return chosen[0]


def way_of(compiled: Compiled, recorded: str) -> tuple[str | None, str | None]:
    """Return the kind of a channel as the record calls it, and its label where it was named by that."""
    for each in compiled.definition.complaints.channels:
        if each.label == recorded:
            return each.kind, each.label
    return (recorded if recorded in kinds() else None), None


def kinds() -> tuple[str, ...]:
    """Return the kinds of channels that a standard may name."""
    from sop_engine.definition.delivery import ChannelKind

    return get_args(ChannelKind)


def _kind(said: str) -> str | None:
    """Return the kind of channel that is meant, by its key or its name in either language; None: there is none."""
    for kind in kinds():
        if said == kind or said in (name.casefold() for name in PHRASES[f"channel_{kind}"]):
            return kind
    return None
