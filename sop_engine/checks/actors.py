"""The actors: each acts somewhere, each has one spelling."""

from __future__ import annotations

from collections.abc import Iterator

from sop_engine.checks.subject import Subject
from sop_engine.diagnostic import Diagnostic, finding
from sop_engine.spelling import Guesses


def unused(subject: Subject) -> Iterator[Diagnostic]:
    """SOP041: an actor that no step names."""
    declared = tuple(subject.definition.actors)
    steps = [step for view in subject.procedures() for step in view.steps]
    used = {actor for step in steps for actor in (step.actor, *step.joint, *step.involves)}
    # an actor that a step misspells is meant to act
    guesses = Guesses(declared)
    used |= {guesses.nearest(name) or name for name in used if name not in subject.definition.actors}
    for key in declared:
        if key not in used:
            yield finding("SOP041", ("actors", key), args={"actor": key}, at_key=True)


def spellings(subject: Subject) -> Iterator[Diagnostic]:
    """SOP045: the document writes one actor in several ways."""
    for key, actor in subject.definition.actors.items():
        if actor.aliases:
            args = {"spellings": "; ".join((actor.name, *actor.aliases)), "name": actor.name}
            yield finding("SOP045", ("actors", key, "aliases"), args=args, at_key=True)
