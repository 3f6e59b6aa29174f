"""The actors: each acts somewhere, each has one spelling."""

from __future__ import annotations

from collections.abc import Iterator

from sop_engine.checks.subject import Subject
from sop_engine.diagnostic import Diagnostic, finding


def unused(subject: Subject) -> Iterator[Diagnostic]:
    """SOP041: an actor that no step names."""
    used = {actor for flow in subject.flows for actor in flow.actors}
    for key in subject.definition.actors:
        if key not in used:
            yield finding("SOP041", ("actors", key), args={"actor": key}, at_key=True)


def spellings(subject: Subject) -> Iterator[Diagnostic]:
    """SOP045: the document writes one actor in several ways."""
    for key, actor in subject.definition.actors.items():
        if actor.aliases:
            args = {"spellings": "; ".join((actor.name, *actor.aliases)), "name": actor.name}
            yield finding("SOP045", ("actors", key, "aliases"), args=args, at_key=True)
