"""Traces -> JSON Lines: one event a line, each with what is known of its case.

Keys may be added, none changes its meaning.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import UTC

from sop_engine.record.export import Trace
from sop_engine.store.chain import written


def write_jsonl(found: Iterable[Trace], write: Callable[[bytes], object]) -> tuple[int, int]:
    """Write the events; return how many cases and events there were. ``at`` is UTC, ``local`` the unit's own time."""
    cases = events = 0
    for trace in found:
        cases += bool(trace.entries)
        case = {name: value for name, value in trace._asdict().items() if name != "entries"}
        for entry in trace.entries:
            times = {"at": written(entry.at.astimezone(UTC)), "local": entry.at.isoformat()}
            line = json.dumps({**case, **entry._asdict(), **times}, ensure_ascii=False, separators=(",", ":"))
            write(f"{line}\n".encode())
            events += 1
    return cases, events
