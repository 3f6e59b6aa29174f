"""Traces -> XES (IEEE 1849), the form in which tools of process mining read what happened.

A case is a trace, an event of the record an event; names, people and times are in the standard's own extensions
(concept, organizational, time, lifecycle), the rest are attributes without a prefix. Signs that XML does not know are
replaced.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from xml.sax.saxutils import quoteattr

from sop_engine.messages import printed
from sop_engine.record.export import Entry, Trace

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1849.2016" xes.features="" xmlns="http://www.xes-standard.org/">
  <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
  <extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
  <extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
  <extension name="Lifecycle" prefix="lifecycle" uri="http://www.xes-standard.org/lifecycle.xesext"/>
  <global scope="trace">
    <string key="concept:name" value=""/>
  </global>
  <global scope="event">
    <string key="concept:name" value=""/>
    <string key="org:resource" value=""/>
    <date key="time:timestamp" value="1970-01-01T00:00:00.000+00:00"/>
    <string key="kind" value=""/>
  </global>
  <classifier name="Activity" keys="concept:name"/>
  <classifier name="Activity and kind" keys="concept:name kind"/>
  <string key="lifecycle:model" value="standard"/>
"""
_TAIL = "</log>\n"

_TRANSITION = {
    "done": "complete",
    "skipped": "manualskip",
    "escalated": "ate_abort",
    "claimed": "assign",
    "reassigned": "reassign",
    "suspended": "suspend",
    "resumed": "resume",
    "withdrawn": "pi_abort",
    "rejected": "pi_abort",
}
"""The kinds of events that the standard's lifecycle of an activity has a name for."""

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_xes(found: Iterable[Trace], write: Callable[[bytes], object]) -> tuple[int, int]:
    """Write the log; return how many cases and events there were. Cases without events in it are left out."""
    cases = events = 0
    write(_HEAD.encode())
    for trace in found:
        if trace.entries:
            write("".join(_trace(trace)).encode())
            cases, events = cases + 1, events + len(trace.entries)
    write(_TAIL.encode())
    return cases, events


def _trace(trace: Trace) -> Iterator[str]:
    yield "  <trace>\n"
    yield from _string(4, "concept:name", trace.case)
    for name, value in trace._asdict().items():
        if name not in ("case", "entries"):
            yield from _string(4, name, value)
    for entry in trace.entries:
        yield "    <event>\n"
        yield from _event(trace, entry)
        yield "    </event>\n"
    yield "  </trace>\n"


def _event(trace: Trace, entry: Entry) -> Iterator[str]:
    name = entry.activity or entry.step or printed(f"record.kind_{entry.kind}")
    yield from _string(6, "concept:name", name)
    yield from _string(6, "org:resource", entry.person)
    yield from _string(6, "org:role", entry.actor)
    yield from _string(6, "org:group", trace.unit)
    yield f'      <date key="time:timestamp" value="{entry.at.isoformat(timespec="milliseconds")}"/>\n'
    yield from _string(6, "lifecycle:transition", _TRANSITION.get(entry.kind))
    yield f'      <int key="seq" value="{entry.seq}"/>\n'
    for each in ("kind", "step", "answer", "note", "standing", "status", "end", "clock", "hash"):
        yield from _string(6, each, getattr(entry, each))
    for many in ("opens", "facts", "files"):
        values = getattr(entry, many)
        if values:
            yield f'      <list key="{many}">\n        <values>\n'
            for value in values:
                yield from _string(10, many, value)
            yield "        </values>\n      </list>\n"


def _string(indent: int, key: str, value: str | None) -> Iterator[str]:
    if value is not None:
        said = quoteattr(_NO_XML.sub("\N{REPLACEMENT CHARACTER}", value), {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
        yield f'{" " * indent}<string key="{key}" value={said}/>\n'
