"""Keys that need or exclude one another: every thing is written in exactly one way."""

from __future__ import annotations

from collections.abc import Iterator

from sop_engine.checks.subject import Subject
from sop_engine.diagnostic import Diagnostic, Route, finding

_NEEDS_NO_ADDRESS = frozenset({"in_person", "suggestion_box", "lapor"})


def together(subject: Subject) -> Iterator[Diagnostic]:
    """SOP115: two keys that say two different things about one place."""
    for view in subject.procedures():
        for index, step in enumerate(view.steps):
            if step.next is not None and step.end is not None:
                yield _excluded(view.route(index, "end"), "next", "end")
            onward = "next" if step.next is not None else "end" if step.end is not None else None
            if step.decision is not None and onward is not None:
                yield _excluded(view.route(index, onward), "decision", onward)
            for place, branch in enumerate(step.decision.branches if step.decision else ()):
                if branch.to is not None and branch.end is not None:
                    yield _excluded(view.route(index, "decision", "branches", place, "end"), "to", "end")
    fee = subject.definition.fee
    if fee.per is not None and fee.amount is None:
        given = "free" if fee.free else "regulation"
        yield _excluded(("fee", "per"), given, "per")


def _excluded(route: Route, first: str, second: str) -> Diagnostic:
    return finding("SOP115", route, args={"first": first, "second": second}, at_key=True)


def exactly_one(subject: Subject) -> Iterator[Diagnostic]:
    """SOP127: the completion time and the fee each have one form."""
    sla, fee = subject.definition.sla, subject.definition.fee
    forms = (
        ("sla", {"within": sla.within, "adjusts": sla.adjusts}),
        ("fee", {"free": fee.free, "amount": fee.amount, "regulation": fee.regulation}),
    )
    for key, values in forms:
        given = [name for name, value in values.items() if value is not None]
        if len(given) != 1:
            args = {"key": key, "choices": ", ".join(f"`{name}`" for name in values), "given": ", ".join(given) or "–"}
            yield finding("SOP127", (key,), args=args, at_key=True)


def channel_without_address(subject: Subject) -> Iterator[Diagnostic]:
    """SOP128: a channel that nobody can use because its number or address is missing."""
    for index, channel in enumerate(subject.definition.complaints.channels):
        if channel.value is None and channel.kind not in _NEEDS_NO_ADDRESS:
            yield finding("SOP128", ("complaints", "channels", index, "kind"), args={"value": channel.kind})
