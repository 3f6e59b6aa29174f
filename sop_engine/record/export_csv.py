"""Traces -> a table that Excel opens: UTF-8 with a mark in front, one event a row, nothing in it that is calculated.

A cell that a spreadsheet would take for a formula has an apostrophe before it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from datetime import datetime

from sop_engine.messages import printed
from sop_engine.record.export import Entry, Trace

_OF_CASE = ("case", "sop", "title", "unit", "procedure", "group", "reference", "channel", "applicant")
_OF_EVENT = ("kind", "step", "activity", "actor", "standing", "person", "answer", "note", "status", "end", "clock")
_COLUMNS = (*_OF_CASE, "seq", "time", "machine", *_OF_EVENT, "files", "hash")
_TIME = "%Y-%m-%d %H:%M:%S"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def write_csv(found: Iterable[Trace], write: Callable[[bytes], object], *, separator: str = ";") -> tuple[int, int]:
    """Write the events below a head of Indonesian names; return how many cases and events there were."""
    cases = events = 0
    write(b"\xef\xbb\xbf" + _line([printed(f"record.col_{name}") for name in _COLUMNS], separator))
    for trace in found:
        cases += bool(trace.entries)
        for entry in trace.entries:
            write(_line(_cells(trace, entry), separator))
            events += 1
    return cases, events


def _cells(trace: Trace, entry: Entry) -> list[str]:
    clock = None if entry.clock is None else printed(f"record.clock_{entry.clock}")
    status, kind = printed(f"record.status_{entry.status}"), printed(f"record.kind_{entry.kind}")
    said = {**entry._asdict(), "kind": kind, "status": status, "clock": clock}
    return [
        *(safe(getattr(trace, name) or "") for name in _OF_CASE),
        str(entry.seq),
        f"{entry.at:{_TIME}}",
        _machine(entry),
        *(safe(said[name] or "") for name in _OF_EVENT),
        safe(", ".join(entry.files)),
        entry.hash or "",
    ]


def _machine(entry: Entry) -> str:
    """Return what the machine's clock said where it was far behind the record, in the unit's zone."""
    said = next((each.removeprefix("clock=") for each in entry.facts if each.startswith("clock=")), None)
    return "" if said is None else f"{datetime.fromisoformat(said).astimezone(entry.at.tzinfo):{_TIME}}"


def safe(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.lstrip(" ").startswith(_FORMULA) else cell


def _line(cells: list[str], separator: str) -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator="\r\n").writerow(cells)
    return out.getvalue().encode()
