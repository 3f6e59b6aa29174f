"""A complaint that was taken in -> what the officer should know of it: it comes late, or does not say all it should.

None of it is a reason to turn anybody away: what the law asks of a complainant the office helps to put right.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from sop_engine.duration import Duration, Unit
from sop_engine.flow.common import COMMON
from sop_engine.messages import text
from sop_engine.office.promised import categories
from sop_engine.office.view import CaseView

if TYPE_CHECKING:
    from sop_engine.definition.delivery import Channel

WITHIN = Duration(30, Unit.CALENDAR_DAY)
"""How long after the service was received a complaint is brought (UU 25/2009 Pasal 42)."""

_STATED = ("name", "address", "loss", "remedy")
"""What a written complaint states beside what went wrong (UU 25/2009 Pasal 42)."""

_SPOKEN = frozenset({"phone", "mobile", "call_center", "in_person"})
"""The channels by which a complaint is told and not written."""


class Remark(NamedTuple):
    """What the officer should know of a complaint that was taken in all the same: a phrase and what stands in it."""

    name: str
    args: dict[str, str]


def told_by_mouth(named: str, ways: Sequence[Channel]) -> bool:
    """Return whether a complaint that came by the channel ``named``, one of ``ways``, was told and not written."""
    return named in _SPOKEN or (bool(ways) and all(each.kind in _SPOKEN for each in ways))


def remarks(view: CaseView, stated: Mapping[str, str | None] | None, received: datetime | None) -> Iterator[Remark]:
    """Yield what there is to tell of a new complaint.

    ``stated`` is what it says, None for one that was told and not written; ``received`` when the service was received.
    """
    if received is not None and view.calendar.due(WITHIN, received).at <= view.record.opened_at:
        day = f"{received.astimezone(ZoneInfo(view.record.zone)):%d-%m-%Y}"
        yield Remark("too_late", {"day": day, "within": str(WITHIN)})
    if stated is not None:
        missing = [text(f"complaint.states_{name}") for name in _STATED if not (stated.get(name) or "").strip()]
        if missing:
            yield Remark("unstated", {"missing": ", ".join(missing)})
    if view.flow.procedure == COMMON:
        yield Remark("common", {})
    known = categories(view.compiled.definition, view.flow)
    if known and view.record.state.category is None:
        yield Remark("no_category", {"within": str(view.promised.within), "known": "; ".join(known)})
