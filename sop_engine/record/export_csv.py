"""Traces -> a table that Excel opens: UTF-8 with a mark in front, one event a row, nothing in it that is calculated.

A cell that a spreadsheet would take for a formula has an apostrophe before it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta

from sop_engine.messages import has, printed
from sop_engine.record.export import Entry, Trace

_OF_CASE = ("case", "sop", "title", "unit", "procedure", "group", "reference", "channel", "applicant")
_OF_EVENT = (
    "kind",
    "more",
    "step",
    "activity",
    "actor",
    "standing",
    "person",
    "answer",
    "note",
    "status",
    "end",
    "clock",
)
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
    said |= {"more": "; ".join(_more(entry)), "standing": _standing(entry)}
    of_case = {**trace._asdict(), "channel": _channel(trace.channel)}
    return [
        *(safe(of_case[name] or "") for name in _OF_CASE),
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


def _more(entry: Entry) -> Iterator[str]:
    """Yield which time ran out and when it was due, to whom work was handed, what was called, who was there too."""
    for each in entry.facts:
        name, _, value = each.partition("=")
        if name == "warned":
            yield printed(f"officer.warned_{value.partition(':')[0]}")
        elif name == "due":
            # what is due when a day is over is due on that day
            yield printed("officer.fact_due", value=_due(datetime.fromisoformat(value).astimezone(entry.at.tzinfo)))
        elif name in ("to", "called", "have", "lacks"):
            yield printed(f"officer.fact_{name}", value=value)
        elif name == "with":
            yield printed("officer.together_with", who=value)


def _due(at: datetime) -> str:
    # what is due when a day is over is due on that day
    return f"{at - timedelta(days=1):%Y-%m-%d}" if at.hour == at.minute == 0 else f"{at:%Y-%m-%d %H:%M}"


def _standing(entry: Entry) -> str:
    """Return by what right somebody acted who does not hold the office."""
    kind, _, more = (entry.standing or "").partition(" ")
    if not kind:
        return ""
    # a deputy's letter is told with names only
    return printed(f"record.standing_{kind}{'' if more or kind == 'steward' else '_alone'}", more=more)


def _channel(name: str | None) -> str | None:
    """Return the words for a channel of the standard's; another one is told as it was written."""
    known = f"sheet.channel_{name}"
    return printed(known) if has(known) else name


def safe(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.lstrip(" ").startswith(_FORMULA) else cell


def _line(cells: list[str], separator: str) -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator="\r\n").writerow(cells)
    return out.getvalue().encode()
