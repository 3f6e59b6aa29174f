"""A list's text and an appointment -> the list's new text: one office more, all else byte for byte as it was.

The office is written after the others of the same person, so comments stay where they are. A text that would not be
accepted as a list is never returned.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import yaml

from sop_engine.definition.scalar import WIDTH, written
from sop_engine.diagnostic import Diagnostic, Severity
from sop_engine.failure import Failure
from sop_engine.people.holding import Standing
from sop_engine.people.listing import parse
from sop_engine.people.refusal import Wanted, not_listed
from sop_engine.rewriting import Edit, apply
from sop_engine.source import Loader


def delegated(
    text: str,
    unit: str,
    actor: str,
    person: str,
    standing: Standing,
    letter: str | None,
    since: date,
    until: date | None,
) -> str:
    """Return a list's text with one office more for ``person``.

    Raises Failure RUN030 when that person is not on the list, RUN059 when the list with the office, or without it,
    would be refused: the failure tells the first finding.
    """
    people, found = parse(text)
    if people is None:
        raise _refused(found)
    if people.person(person) is None:
        raise not_listed(people, person, Wanted(unit, (actor,), since, {}))
    office = {"unit": unit, "actor": actor}
    if standing is not Standing.DEFINITIVE:
        office["standing"] = standing.value
    if letter is not None:
        office["letter"] = letter
    office["from"] = since.isoformat()
    if until is not None:
        office["until"] = until.isoformat()
    new = apply(text, [_addition(text, person, office)])
    people, found = parse(new)
    if people is None:
        raise _refused(found)
    return new


def _refused(found: tuple[Diagnostic, ...]) -> Failure:
    first = next(each for each in found if each.severity is Severity.ERROR)
    return Failure("RUN059", problem=first.message(), way_out=first.hint())


def _addition(text: str, person: str, office: dict[str, str]) -> Edit:
    root = yaml.compose(text, Loader=Loader)
    persons = _value(root, "persons")
    entry = next(each for each in persons.value if _value(each, "id").value == person)
    offices = _value(entry, "offices")
    flow = "{" + ", ".join(f"{key}: {_shown(key, value)}" for key, value in office.items()) + "}"
    if entry.flow_style or (offices is not None and offices.flow_style):
        return _in_brackets(entry if offices is None else offices, flow, listed=offices is not None)
    place = _after(text, entry if offices is None else offices)
    lead = "" if text[:place].endswith("\n") else "\n"
    column = entry.start_mark.column if offices is None else offices.start_mark.column
    head = f"{' ' * column}offices:\n" if offices is None else ""
    if offices is None:
        column += 2
    return Edit(place, place, f"{lead}{head}{_item(office, flow, column)}")


def _item(office: dict[str, str], flow: str, column: int) -> str:
    """Return the lines of an item: in brackets where it fits on a line, as `sop format` has it."""
    indent = " " * column
    if column + len("- ") + len(flow) <= WIDTH:
        return f"{indent}- {flow}\n"
    lines = [f"{key}: {_shown(key, value, flow=False)}" for key, value in office.items()]
    return f"{indent}- " + f"\n{indent}  ".join(lines) + "\n"


def _in_brackets(node: Any, office: str, *, listed: bool) -> Edit:
    """Return the edit that adds to a list in brackets, or to a person in braces who has no list yet."""
    text = office if listed else f"offices: [{office}]"
    if not node.value:
        place = node.end_mark.index - 1
        return Edit(place, place, text)
    last = node.value[-1]
    place = (last[1] if isinstance(last, tuple) else last).end_mark.index
    return Edit(place, place, f", {text}")


def _shown(key: str, value: str, *, flow: bool = True) -> str:
    return value if key in ("from", "until") else written(value, flow=flow)


def _value(node: Any, key: str) -> Any:
    return next((value for name, value in node.value if name.value == key), None)


def _after(text: str, node: Any) -> int:
    """Return where the line after a value begins."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        # a block ends where something else begins; its last value knows better
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    end = node.end_mark
    return end.index if end.column == 0 else text.find("\n", end.index) + 1 or len(text)
