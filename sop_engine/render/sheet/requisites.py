"""Requirements -> component 1: a plain list, or groups of documents with what is asked of each."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from sop_engine.render.indonesian import conditional, enumerated, lowered, plain, unended
from sop_engine.render.sheet.blocks import Group, Groups, Items, Listed, Text, say, unstated

if TYPE_CHECKING:
    from sop_engine.definition.model import Definition, Requirement, RequirementItem


def requisites(definition: Definition) -> Items | Groups:
    """Return the requirements; those of one group, one after the other, stand under its title."""
    requirements = definition.requirements
    names = {key: plain(group.name) for key, group in definition.applicants.items()}
    listed = [_listed(each, names) for each in requirements]
    if not any(each.group for each in requirements) and not any(each.parts for each in listed):
        texts = tuple(each.text for each in listed)
        return Items(texts or (unstated(),), numbered=len(texts) > 1)
    groups = []
    for title, part in groupby(enumerate(requirements), key=lambda each: each[1].group):
        places = [place for place, _ in part]
        items = tuple(listed[place] for place in places)
        groups.append(Group(plain(title or ""), places[0] + 1, items))
    return Groups(tuple(groups))


def _listed(requirement: Requirement, names: dict[str, str]) -> Listed:
    groups = enumerated([names.get(key, key) for key in requirement.only], say("and"))
    text = _worded(requirement, (say("only_requirement", groups=groups),) if groups else ())
    items = requirement.one_of or requirement.parts
    if not items:
        return Listed(Text(text), "", ())
    lead = say("one_of" if requirement.one_of else "parts", text=unended(text))
    return Listed(Text(text), lead, tuple(Text(_worded(item, ())) for item in items))


def _worded(asked: Requirement | RequirementItem, more: tuple[str, ...]) -> str:
    details = "; ".join((*_details(asked), *more, *_conditions(asked)))
    text = plain(asked.text)
    return say("requirement", text=unended(text), details=details) if details else text


def _details(asked: Requirement | RequirementItem) -> Iterator[str]:
    if asked.original and asked.copies:
        yield say("original_copies", count=asked.copies)
    elif asked.original:
        yield say("original")
    elif asked.copies:
        yield say("copies", count=asked.copies)
    if asked.form:
        yield say("form", form=unended(plain(asked.form)))


def _conditions(asked: Requirement | RequirementItem) -> Iterator[str]:
    if asked.when:
        yield conditional(asked.when, say("if"))
    if asked.note:
        yield lowered(unended(plain(asked.note)))
