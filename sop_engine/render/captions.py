"""Node, Edge, End -> the small words of a picture: bands, remarks in symbols, labels of arrows, headings of branches.

Short where the sheet has whole sentences; the same facts. Nothing in here knows sizes or places.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sop_engine.flow import EdgeKind, Whose
from sop_engine.messages import printed
from sop_engine.render.indonesian import awaited, conditional, enumerated, lowered, unended

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sop_engine.flow import Edge, End, Flow, Node


def start(first: Node | None) -> str:
    """Return what stands in the small start capsule."""
    if first is None or first.starts_by is None:
        return printed("diagram.start")
    return printed("diagram.start_by", event=_quoted(first.starts_by))


def performers(flow: Flow, node: Node) -> str:
    """Return who does a step: ``A + B`` together, ``A atau B`` either."""
    together = " + ".join(_name(flow, actor) for actor in (node.actor, *node.joint))
    return enumerated([together, *(_name(flow, actor) for actor in node.any_of)], printed("diagram.or"))


def involves(flow: Flow, node: Node) -> str | None:
    """Return who takes part in a step; whom the activity names already is not named again."""
    names = [_name(flow, actor) for actor in node.involves]
    names = [name for name in names if name.casefold() not in node.activity.casefold()]
    return printed("diagram.involves", names=enumerated(names, printed("diagram.and"))) if names else None


def remarks(flow: Flow, node: Node, sops: Mapping[str, str]) -> tuple[str, ...]:
    """Return what else a symbol says of its step, one line each."""
    return tuple(_remarks(flow, node, sops))


def _remarks(flow: Flow, node: Node, sops: Mapping[str, str]) -> Iterable[str]:
    if node.starts_by is not None and node.question is None:
        yield printed("diagram.starts_by", event=_quoted(node.starts_by))
    if node.only and flow.group is None:
        yield printed("diagram.only", groups=_groups(flow, node))
    if node.deputies and node.deputy_when is not None:
        names = enumerated([_name(flow, key) for key in node.deputies], printed("diagram.or"))
        yield printed("diagram.deputy", actor=names, when=conditional(node.deputy_when))
    if node.call is not None:
        title = sops.get(node.call.sop, node.call.sop)
        yield printed(
            "diagram.call", title=title if node.call.procedure is None else f"{title} ({node.call.procedure})"
        )
    if node.deadline is not None:
        yield printed("diagram.deadline", time=node.deadline)
    if node.four_eyes:
        numbers = [str(flow.node[step].number) for step in node.four_eyes if step in flow.node]
        if numbers:
            yield printed("diagram.four_eyes", numbers=enumerated(numbers, printed("diagram.and")))


def clock(node: Node, external: frozenset[str]) -> str | None:
    """Return whose time runs while a step is open, where its actor does not say so already."""
    usual = Whose.APPLICANT if node.actor in external else Whose.OFFICE
    return None if node.clock is usual else printed(f"diagram.clock_{node.clock}")


def end(flow: Flow, end: End) -> tuple[str, ...]:
    """Return what an end says below its words: the product, and who is told."""
    lines = [printed("diagram.product", product=end.product)] if end.product is not None else []
    if end.notify:
        lines.append(
            printed(
                "diagram.notify", names=enumerated([_name(flow, actor) for actor in end.notify], printed("diagram.and"))
            )
        )
    return tuple(lines)


def label(flow: Flow, edge: Edge) -> str | None:
    """Return what is written on an arrow."""
    match edge.kind:
        case EdgeKind.SKIP:
            return _skip(flow, flow.node[edge.source])
        case EdgeKind.LIMIT:
            return printed("diagram.limit", answer=edge.answer, count=edge.limit)
        case EdgeKind.LATE:
            told = printed("diagram.late", time=edge.within)
            return told if edge.via is None else printed("diagram.late_via", late=told, answer=edge.via[1])
        case EdgeKind.ANSWER:
            more = "; ".join(terms(flow, edge))
            return printed("diagram.answer", answer=edge.answer, terms=more) if more else edge.answer
        case _:
            return edge.answer


def _skip(flow: Flow, node: Node) -> str:
    others = printed("diagram.others", groups=_groups(flow, node)) if node.only and flow.group is None else ""
    if node.optional is None and others:
        return others
    return (
        printed("diagram.skip_or", skip=printed("diagram.skip"), others=others) if others else printed("diagram.skip")
    )


def terms(flow: Flow, edge: Edge) -> Iterable[str]:
    """Yield the terms on which an answer is given."""
    if edge.through is not None:
        yield printed("diagram.through", actor=_name(flow, edge.through))
    if edge.document is not None:
        yield printed("diagram.with", document=lowered(unended(edge.document)))
    if edge.reason:
        yield printed("diagram.reason")
    if edge.suspend is not None:
        yield printed("diagram.suspend", event=awaited(edge.suspend))
    if edge.within is not None:
        yield printed("diagram.within", time=edge.within)
    if edge.limit is not None:
        yield printed("diagram.at_most", count=edge.limit)
    target = flow.node.get(edge.target)
    if edge.clock is not None and target is not None and edge.clock is not target.clock:
        yield printed(f"diagram.clock_{edge.clock}")


def branch(flow: Flow, fork: Edge) -> str:
    """Return the heading of the parallel branch that ``fork`` leads to."""
    number = flow.node[fork.target].inside[-1].rpartition("/")[2]
    several = len(flow.joins) > 1
    name = printed(
        "diagram.branch_of" if several else "diagram.branch", number=number, split=flow.node[fork.source].number
    )
    return printed("diagram.titled", branch=name, title=fork.note) if fork.note else name


def _groups(flow: Flow, node: Node) -> str:
    known = flow.groups or {}
    return enumerated([known.get(key, key) for key in node.only], printed("diagram.and"))


def _name(flow: Flow, actor: str) -> str:
    return flow.actors.get(actor, actor)


def _quoted(event: str) -> str:
    return lowered(unended(event))
