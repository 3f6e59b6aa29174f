"""Flow -> sentences: each step told in words as a civil servant writes it, with its answers, branches and ends.

"Agendaris mencatat surat permohonan." is the actor's name and the activity with a small first letter; answers become
"Apabila revisi, dikembalikan ke langkah 5 (Pemohon)." What a document leaves open gets the mark of a note. Where an
arrow leads is worded in :mod:`.outcome`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from sop_engine.flow import DEFAULT_END, JOIN_PREFIX, Edge, EdgeKind, Flow, Node, Whose
from sop_engine.render.indonesian import condition, conditional, ended, enumerated, lowered, plain, raised, unended
from sop_engine.render.sheet.blocks import BranchText, Notes, ParallelText, Quality, StepText, Text, say
from sop_engine.render.sheet.outcome import Wayfinder

if TYPE_CHECKING:
    from sop_engine.definition.model import Definition, Step

_OPENLY = frozenset({"time", "output", "deputy", "deadline", "skip_to", "parallel"})
"""Keys whose note stands where they are told, not behind the step's sentence."""


def steps_of(
    flow: Flow, steps: Sequence[Step], definition: Definition, notes: Notes, sops: Mapping[str, str]
) -> tuple[StepText, ...]:
    """Return the procedure's steps in words; ``steps`` are the definition's own, for what only they know.

    ``sops`` are the titles of other SOPs by their ids.
    """
    written: dict[str, Step] = {}
    for step in _walked(steps):
        # of two steps with one id the first one counts, as in the flow
        written.setdefault(step.id, step)
    return _Teller(flow, written, definition, notes, sops).tell(())


def _walked(steps: Sequence[Step]) -> Iterator[Step]:
    for step in steps:
        yield step
        for branch in step.parallel:
            yield from _walked(branch.steps)


class _Teller:
    """Tells the steps of one flow; holds what every sentence needs and nothing that changes but the notes."""

    def __init__(
        self, flow: Flow, written: Mapping[str, Step], definition: Definition, notes: Notes, sops: Mapping[str, str]
    ) -> None:
        self.flow = flow
        self.written = written
        self.actors = definition.actors
        self.sops = sops
        self.numbers = {each.id: number for number, each in enumerate(definition.requirements, 1)}
        self.notes = notes
        self.way = Wayfinder(flow)
        self.lists: dict[tuple[str, ...], list[Node]] = {}
        for node in flow.nodes:
            self.lists.setdefault(node.inside, []).append(node)

    def tell(self, inside: tuple[str, ...]) -> tuple[StepText, ...]:
        """Return the steps of the list that the parallel branches ``inside`` are around."""
        return tuple(self._step(node, self.written[node.id]) for node in self.lists.get(inside, ()))

    def _step(self, node: Node, step: Step) -> StepText:
        actor = self._performers(node)
        before = "".join(f"{part}, " for part in self._before(node))
        # the notes are numbered in the order of reading, and so of these lines
        marks = self._reading(step, [key for key in step.unstated if key not in _OPENLY])
        return StepText(
            number=node.number,
            before=raised(before),
            actor=actor if before else raised(actor),
            after=ended(lowered(plain(node.activity))),
            question=raised(plain(node.question or "")),
            notes=marks,
            details=tuple(self._details(node, step)),
            quality=tuple(self._quality(node, step)),
            parallel=self._parallel(node, step),
        )

    def _performers(self, node: Node) -> str:
        actor = self._name(node.actor)
        if node.joint:
            actor = say("together", actor=actor, others=self._names(node.joint))
        return enumerated([actor, *map(self._name, node.any_of)], say("or"))

    def _before(self, node: Node) -> Iterator[str]:
        if node.only and self.flow.group is None:
            yield say("only", groups=self._groups(node))
        if node.optional:
            yield conditional(node.optional, say("if"))

    def _name(self, key: str) -> str:
        return plain(self.flow.actors.get(key, key))

    def _names(self, keys: Sequence[str]) -> str:
        return enumerated([self._name(key) for key in keys], say("and"))

    def _groups(self, node: Node) -> str:
        known = self.flow.groups or {}
        return enumerated([plain(known.get(key, key)) for key in node.only], say("and"))

    def _details(self, node: Node, step: Step) -> Iterator[Text]:
        yield from self._terms(node, step)
        arrows = self.flow.outgoing[node.id]
        if step.decision is not None:
            unstated = {branch.answer: branch.unstated for branch in step.decision.branches}
            for arrow in arrows:
                if arrow.kind is EdgeKind.ANSWER:
                    marks = self.notes.unstated(unstated.get(arrow.answer or "", ()))
                    yield Text(self._answer(arrow), marks)
        for arrow in arrows:
            if arrow.kind is EdgeKind.SKIP:
                yield Text(self._skip(node, arrow), self._reading(step, ["skip_to"]))
            elif arrow.kind is EdgeKind.NEXT and (sentence := self._onward(node, arrow)):
                yield Text(sentence)
        if node.deadline is not None:
            yield Text(self._deadline(node), self._reading(step, ["deadline"]))

    def _terms(self, node: Node, step: Step) -> Iterator[Text]:
        """Yield what is to be known of a step beside its activity."""
        if node.starts_by is not None:
            yield Text(say("starts_by", event=ended(lowered(plain(node.starts_by)))))
        if node.deputies and node.deputy_when is not None:
            when = raised(conditional(node.deputy_when, say("if")))
            names = enumerated([self._name(key) for key in node.deputies], say("or"))
            yield Text(say("deputy", when=when, actor=names), self._reading(step, ["deputy"]))
        told = plain(node.activity).casefold()
        silent = [key for key in node.involves if not any(name.casefold() in told for name in self._spellings(key))]
        if silent:
            yield Text(say("involves", names=self._names(silent)))
        if node.call is not None:
            yield Text(say("call", title=plain(self.sops.get(node.call.sop, node.call.sop))))
        others = [str(self.flow.node[key].number) for key in node.four_eyes if key in self.flow.node]
        if others:
            yield Text(say("four_eyes", numbers=enumerated(others, say("and"))))
        usual = Whose.APPLICANT if node.actor in self.flow.external else Whose.OFFICE
        if node.clock is not usual:
            yield Text(say(f"clock_{node.clock}"))
        if node.rule:
            yield Text(say("rule", rule=unended(plain(node.rule))))

    def _spellings(self, key: str) -> tuple[str, ...]:
        actor = self.actors.get(key)
        return (actor.name, *actor.aliases) if actor else (key,)

    def _answer(self, arrow: Edge) -> str:
        outcome = self.way.outcome(arrow)
        if arrow.note:
            told = unended(lowered(plain(arrow.note)))
            outcome = say("placed", outcome=told, place=self.way.outcome(arrow, "place_"))
        sentence = say("if_then", condition=condition(arrow.answer or ""), outcome=self._on_terms(arrow, outcome))
        return " ".join((sentence, *self._afterwards(arrow)))

    def _on_terms(self, arrow: Edge, outcome: str) -> str:
        """Return where an answer leads, with the terms on which it is given."""
        if arrow.suspend is not None:
            outcome = say("suspended", event=self.way.awaited(arrow.suspend), outcome=outcome)
        terms = [outcome]
        if arrow.through is not None:
            terms.append(say("through", actor=self._name(arrow.through)))
        papers = [lowered(unended(plain(arrow.document)))] if arrow.document is not None else []
        papers += [say("reason")] if arrow.reason else []
        if papers:
            terms.append(say("with_document", document=enumerated(papers, say("and"))))
        bounds = [say("within", time=arrow.within)] if arrow.within is not None else []
        bounds += [say("at_most", count=arrow.limit)] if arrow.limit is not None else []
        if bounds:
            terms.append(enumerated(bounds, say("and")))
        target = self.flow.node.get(arrow.target)
        if arrow.clock is not None and target is not None and arrow.clock is not target.clock:
            terms.append(say(f"meanwhile_{arrow.clock}"))
        return ", ".join(terms)

    def _afterwards(self, arrow: Edge) -> Iterator[str]:
        """Yield where an answer leads when its time has passed, or when it was given too often."""
        target = self.flow.outgoing.get(arrow.target, ()) if arrow.within is not None else ()
        for edge in target:
            if edge.kind is EdgeKind.LATE and edge.via == (arrow.source, arrow.answer):
                yield self._late(edge)
        for edge in self.flow.outgoing[arrow.source]:
            if edge.kind is EdgeKind.LIMIT and edge.answer == arrow.answer:
                yield say("when_often", count=edge.limit, outcome=self.way.outcome(edge))

    def _late(self, edge: Edge) -> str:
        outcome = self.way.outcome(edge)
        if edge.note:
            outcome = say("placed", outcome=unended(lowered(plain(edge.note))), place=self.way.outcome(edge, "place_"))
        return say("when_late", outcome=outcome)

    def _deadline(self, node: Node) -> str:
        late = [edge for edge in self.flow.outgoing[node.id] if edge.kind is EdgeKind.LATE and edge.via is None]
        return " ".join((say("deadline", time=node.deadline), *map(self._late, late)))

    def _skip(self, node: Node, arrow: Edge) -> str:
        group = bool(node.only) and self.flow.group is None
        who = "skipped_both" if group and node.optional else "skipped_group" if group else "skipped"
        skipped = say(who)
        if self._follows(node, arrow):
            return f"{skipped}."
        return say("skipped_then", skipped=skipped, outcome=self.way.outcome(arrow))

    def _onward(self, node: Node, arrow: Edge) -> str:
        if self._follows(node, arrow):
            return ""
        end = self.flow.end.get(arrow.target)
        if node is self.flow.nodes[-1] and end is not None and end.key == DEFAULT_END and not end.document:
            return ""
        if arrow.back and arrow.target != arrow.source and arrow.target in self.flow.node:
            target = self.flow.node[arrow.target]
            return say("back", number=target.number, actor=self._name(target.actor))
        return ended(raised(self.way.outcome(arrow)))

    def _follows(self, node: Node, arrow: Edge) -> bool:
        """Return whether an arrow leads to what stands next in the step's own list."""
        siblings = self.lists[node.inside]
        place = siblings.index(node) + 1
        if place < len(siblings):
            return arrow.target == siblings[place].id
        return bool(node.inside) and arrow.target == JOIN_PREFIX + node.inside[-1].rpartition("/")[0]

    def _parallel(self, node: Node, step: Step) -> ParallelText | None:
        forks = [edge for edge in self.flow.outgoing[node.id] if edge.kind is EdgeKind.FORK]
        if not forks:
            return None
        branches = tuple(
            BranchText(self._branch_title(fork), self.tell(self.flow.node[fork.target].inside)) for fork in forks
        )
        return ParallelText(say("parallel"), branches, self._joined(node))

    def _joined(self, node: Node) -> str:
        # a flow whose definition has errors may lack the arrow
        onward = next(iter(self.flow.outgoing[JOIN_PREFIX + node.id]), None)
        if onward is None:
            return say("joined", outcome=say("finished"))
        if onward.target in self.flow.join:
            return say("joined_within")
        return say("joined", outcome=self.way.outcome(onward))

    def _branch_title(self, fork: Edge) -> str:
        number = self.flow.node[fork.target].inside[-1].rpartition("/")[2]
        return (
            say("branch_titled", number=number, title=plain(fork.note)) if fork.note else say("branch", number=number)
        )

    def _quality(self, node: Node, step: Step) -> list[Quality]:
        days = (self.notes.mark(say("note_days")),) if node.time and node.time.ambiguous else ()
        numbers = [str(self.numbers[key]) for key in node.requires if key in self.numbers]
        parts = {
            "requires": Text(say("numbered", numbers=enumerated(numbers, say("and"))) if numbers else ""),
            "input": Text("; ".join(plain(item) for item in node.input)),
            "time": Text(self._time(node), days + self._reading(step, ["time"])),
            "output": Text(plain(node.output or ""), self._reading(step, ["output"])),
            "remark": Text(plain(node.note or "")),
        }
        return [Quality(say(key), value) for key, value in parts.items() if value.text]

    def _time(self, node: Node) -> str:
        if node.times is None:
            return str(node.time) if node.time else ""
        best, usual, worst = node.times
        return say("times", usual=usual, best=best, worst=worst) if usual else say("span", best=best, worst=worst)

    def _reading(self, step: Step, keys: Sequence[str]) -> tuple[int, ...]:
        return self.notes.unstated([key for key in keys if key in step.unstated])
