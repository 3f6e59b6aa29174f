"""``sop log desk``: what happened at the desk beside the cases: refusals, looks at personal data, lists of people.

Where people are listed it is for stewards. It is no part of any export of the cases.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any
from zoneinfo import ZoneInfo

import typer

from sop_engine.cli.desk import NoPager, at_seat, tell, tell_without_store
from sop_engine.cli.options import Json, Store
from sop_engine.messages import text

if TYPE_CHECKING:
    from sop_engine.store.journal import Noted

_BELOW = 5
_DIGEST = 12

Since = Annotated[
    datetime | None, typer.Option("--since", metavar="DATE", formats=["%Y-%m-%d"], help=text("desk.opt_since"))
]


def desk(since: Since = None, no_pager: NoPager = False, store: Store = None, as_json: Json = False) -> None:
    """Print the record of the desk."""
    from sop_engine.cli import pager
    from sop_engine.office.seat import DEFAULT_ZONE
    from sop_engine.people import Deed

    with at_seat(store) as seat:
        seat.admit(Deed.DESK)
        first = None if since is None else since.replace(tzinfo=ZoneInfo(DEFAULT_ZONE))
        found = [each for each in seat.journal.noted() if first is None or each.entry.at >= first]
        if as_json:
            tell({"entries": [_as_json(each) for each in found]})
        elif seat.has_store:
            pager.show(_lines(found), plain=no_pager)
        tell_without_store(seat, as_json=as_json)


def _lines(found: list[Noted]) -> list[str]:
    from sop_engine.cli.columns import Row, blocks, indented
    from sop_engine.office.person import local_time
    from sop_engine.office.seat import DEFAULT_ZONE

    if not found:
        return [text("desk.nothing")]
    rows: list[Row] = [("#", text("desk.at"), text("desk.person"), text("desk.case"))]
    for seq, entry, *_ in found:
        rows.append((str(seq), local_time(entry.at, DEFAULT_ZONE), entry.person, entry.case or "–"))
    title, *shown = blocks(rows)
    lines = [typer.style(line, bold=True) for line in title]
    for block, each in zip(shown, found, strict=True):
        lines += [*block, *indented([_what(each)], _BELOW)]
    return lines


def _what(noted: Noted) -> str:
    """Return what happened, in words; what this program does not know as it was noted."""
    from sop_engine.office.seat import OF_AUTHORITY

    kind = noted.entry.kind
    facts = dict(each.split("=", 1) for each in noted.entry.facts)
    if kind == "refused":
        code = facts.get("code", "")
        why = f"desk.why_{code}" if code in OF_AUTHORITY else "desk.why_other"
        name = "desk.refused_step" if "step" in facts else "desk.refused"
        return text(name, why=text(why), code=code, step=facts.get("step"))
    if kind in ("revealed", "erased", "people"):
        return text(f"desk.{kind}", note=facts.get("note", "–"), list=facts.get("list", "")[:_DIGEST])
    return "; ".join((kind, *noted.entry.facts))


def _as_json(noted: Noted) -> dict[str, Any]:
    from sop_engine.store.chain import written

    entry = noted.entry
    said = {"seq": noted.seq, "at": written(entry.at), "kind": entry.kind, "person": entry.person, "case": entry.case}
    return {**said, "facts": list(entry.facts), "hash": noted.hash}
