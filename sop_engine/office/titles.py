"""What the procedures of listed cases are called, read from the pinned texts without understanding the rest of them.

A list needs one word of each definition; making a definition of the text would take longer than everything else.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sop_engine.names import MAIN
from sop_engine.office.seat import Seat
from sop_engine.store.journal import CaseRecord, Task


def procedures(seat: Seat, found: Iterable[CaseRecord | Task]) -> dict[str, str]:
    """Return the procedure's title of those cases that do not follow the main procedure: case -> title.

    Where a text can no longer be read the procedure's key stands in: a list is shown all the same.
    """
    titles: dict[tuple[str, str], str] = {}
    told = {}
    for each in found:
        if each.procedure == MAIN:
            continue
        named = (each.definition, each.procedure)
        if named not in titles:
            titles[named] = _title(seat, *named)
        told[each.id if isinstance(each, CaseRecord) else each.case] = titles[named]
    return told


def _title(seat: Seat, definition: str, procedure: str) -> str:
    from sop_engine import source

    try:
        origin, _ = source.parse(seat.journal.definition(definition).text, "")
    except KeyError:
        return procedure
    data: Any = origin.data if origin is not None else {}
    complaints = data.get("complaints")
    lists = (data.get("procedures"), complaints.get("procedures") if isinstance(complaints, dict) else None)
    for each in (each for some in lists if isinstance(some, list) for each in some if isinstance(each, dict)):
        if each.get("id") == procedure and isinstance(each.get("title"), str):
            return str(each["title"])
    return procedure
