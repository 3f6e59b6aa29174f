"""Every way through an SOP -> a table that an analyst can read: on the terminal, in Excel, in Markdown, as JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from sop_engine.cli import columns
from sop_engine.flow import Flow
from sop_engine.messages import text
from sop_engine.rehearsal import Way, ways

_FORMULA = ("=", "+", "-", "@")
"""How a cell begins that a spreadsheet takes for a formula, whoever wrote it."""


class Table(NamedTuple):
    """The ways through one flow; ``more``: there are others that are not listed."""

    flow: Flow
    ways: tuple[Way, ...]
    more: bool


def table(flow: Flow, returns: int, most: int, *, late: bool) -> Table:
    """Return the first ``most`` ways through a flow, each return taken at most ``returns`` times."""
    found = list(islice(ways(flow, returns=returns, late=late), most + 1))
    return Table(flow, tuple(found[:most]), len(found) > most)


def _title(table: Table) -> str:
    name = "tester.title_more" if table.more else "tester.title"
    return text(name, title=_named(table.flow), count=len(table.ways))


def _named(flow: Flow) -> str:
    group = (flow.groups or {}).get(flow.group or "")
    return text("tester.for_group", title=flow.title, group=group) if group else flow.title


def written(way: Way) -> str:
    """Return a way on one line: its steps, with the answers given there."""
    said = []
    for taken in way.taken:
        name = "tester.skipped" if taken.skip else "tester.was_late" if taken.late else None
        step = text(name, step=taken.step) if name else taken.step
        said.append(f"{step} [{taken.answer}]" if taken.answer is not None else step)
    return " → ".join(said)


def _end(flow: Flow, way: Way) -> str:
    return next((end.text for end in flow.ends if end.key == way.end), "–")


def _rows(table: Table) -> Iterator[tuple[str, ...]]:
    for number, way in enumerate(table.ways, 1):
        yield str(number), str(way.returns), _end(table.flow, way), written(way)


def _missing(table: Table) -> list[str]:
    """Return which ends none of the ways reaches: they lie behind a limit, more returns or a deadline."""
    reached = {way.end for way in table.ways}
    ends = [end.text for end in table.flow.ends if end.key not in reached]
    return [text("tester.not_reached", ends=", ".join(ends))] if ends else []


def _columns(*names: str) -> tuple[str, ...]:
    return tuple(text(f"tester.column_{name}") for name in names)


def as_text(tables: Iterable[Table]) -> str:
    """Return the ways as aligned columns for a terminal."""
    lines = []
    for each in tables:
        rows = [_columns("number", "returns", "end", "steps"), *_rows(each)]
        lines += [_title(each), *columns.table(rows), *_missing(each), ""]
    return "\n".join(lines)


def as_md(tables: Iterable[Table]) -> str:
    """Return the ways as Markdown tables."""
    lines = []
    for each in tables:
        head = _columns("number", "returns", "end", "steps")
        lines += [f"## {_title(each)}", "", _md_row(head), _md_row(("---:", "---:", "---", "---"))]
        lines += [*map(_md_row, _rows(each)), *(f"\n{line}" for line in _missing(each)), ""]
    return "\n".join(lines)


def _md_row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def as_csv(tables: Iterable[Table]) -> str:
    """Return the ways as one table for Excel; what it would reckon with as a formula is marked as text."""
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(_columns("procedure", "number", "returns", "end", "steps"))
    for each in tables:
        writer.writerows(map(_as_words, (_named(each.flow), *row)) for row in _rows(each))
    return lines.getvalue()


def _as_words(cell: str) -> str:
    line = " ".join(cell.split())
    return f"'{line}" if line.startswith(_FORMULA) else line


def as_json(tables: Iterable[Table]) -> str:
    """Return the ways for other programs."""
    body = [
        {
            "procedure": each.flow.procedure,
            "applicant": each.flow.group,
            "complete": not each.more,
            "ways": [
                {"end": way.end, "returns": way.returns, "taken": [step._asdict() for step in way.taken]}
                for way in each.ways
            ],
        }
        for each in tables
    ]
    return json.dumps(body, ensure_ascii=False, indent=2) + "\n"
