"""Flow -> sentences: each step told in words as a civil servant writes it, with its branches, returns and ends.

"Agendaris mencatat surat permohonan." is the actor's name and the activity with a small first letter; answers become
"Apabila revisi, dikembalikan ke langkah 5 (Pemohon)." What a document leaves open gets the mark of a note.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from sop_engine.flow import DEFAULT_END, Edge, EdgeKind, Flow, Node
from sop_engine.render.blocks import Notes, Quality, StepText, Text, say
from sop_engine.render.indonesian import ended, enumerated, lowered, plain, raised, unended

if TYPE_CHECKING:
    from sop_engine.definition.model import Actor, Step

_CONDITION = re.compile(r"(apabila|jika|jikalau|bila|bilamana|kalau|dalam hal)\b", re.IGNORECASE)


def steps_of(flow: Flow, steps: Sequence[Step], actors: Mapping[str, Actor], notes: Notes) -> tuple[StepText, ...]:
    """Return the procedure's steps in words; ``steps`` are the definition's own, for what only they know."""
    # reversed: of two steps with one id the first one counts, as in the flow
    written = {step.id: step for step in reversed(steps)}
    return tuple(_Teller(flow, actors, notes).tell(node, written[node.id]) for node in flow.nodes)


class _Teller:
    """Tells the steps of one flow; holds what every sentence needs and nothing that changes but the notes."""

    def __init__(self, flow: Flow, actors: Mapping[str, Actor], notes: Notes) -> None:
        self.flow = flow
        self.actors = actors
        self.notes = notes

    def tell(self, node: Node, step: Step) -> StepText:
        actor = self._name(node.actor)
        if node.joint:
            actor = say(
                "together",
                actor=actor,
                others=enumerated([self._name(key) for key in node.joint], say("and")),
            )
        marks = self.notes.unstated([key for key in step.unstated if key not in {"time", "output"}])
        before = _condition(node.optional) + ", " if node.optional else ""
        return StepText(
            number=node.number,
            before=before,
            actor=actor if before else raised(actor),
            after=ended(lowered(plain(node.activity))),
            question=raised(plain(node.question or "")),
            notes=marks,
            details=tuple(self._details(node, step)),
            quality=tuple(self._quality(node, step)),
        )

    def _name(self, key: str) -> str:
        return plain(self.flow.actors.get(key, key))

    def _details(self, node: Node, step: Step) -> list[Text]:
        arrows = self.flow.outgoing[node.id]
        details = [*self._involved(node), *self._decided(step, arrows)]
        for arrow in arrows:
            sentence = self._skip(arrow) if arrow.kind is EdgeKind.SKIP else self._onward(node, arrow)
            if sentence:
                details.append(Text(sentence))
        return details

    def _involved(self, node: Node) -> list[Text]:
        told = plain(node.activity).casefold()
        silent = [key for key in node.involves if not any(name.casefold() in told for name in self._spellings(key))]
        if not silent:
            return []
        names = enumerated([self._name(key) for key in silent], say("and"))
        return [Text(say("involves", names=names))]

    def _spellings(self, key: str) -> tuple[str, ...]:
        actor = self.actors.get(key)
        return (actor.name, *actor.aliases) if actor else (key,)

    def _decided(self, step: Step, arrows: Sequence[Edge]) -> list[Text]:
        if step.decision is None:
            return []
        unstated = {branch.answer: branch.unstated for branch in step.decision.branches}
        answers = [arrow for arrow in arrows if arrow.kind is EdgeKind.ANSWER]
        return [
            Text(self._answer(arrow), self.notes.unstated(unstated.get(arrow.answer or "", ()))) for arrow in answers
        ]

    def _answer(self, arrow: Edge) -> str:
        condition = _condition(arrow.answer or "")
        if arrow.note:
            outcome = unended(lowered(plain(arrow.note)))
            return say("if_then_place", condition=condition, outcome=outcome, place=self._outcome(arrow, "place_"))
        return say("if_then", condition=condition, outcome=self._outcome(arrow))

    def _skip(self, arrow: Edge) -> str:
        skipped = say("skipped")
        if self._follows(arrow):
            return f"{skipped}."
        return say("skipped_then", skipped=skipped, outcome=self._outcome(arrow))

    def _onward(self, node: Node, arrow: Edge) -> str:
        if arrow.kind is not EdgeKind.NEXT or self._follows(arrow):
            return ""
        end = self.flow.end.get(arrow.target)
        if node is self.flow.nodes[-1] and end is not None and end.key == DEFAULT_END and not end.document:
            return ""
        if arrow.back and arrow.target != arrow.source:
            target = self.flow.node[arrow.target]
            return say("back", number=target.number, actor=self._name(target.actor))
        return ended(raised(self._outcome(arrow)))

    def _follows(self, arrow: Edge) -> bool:
        target = self.flow.node.get(arrow.target)
        return target is not None and target.number == self.flow.node[arrow.source].number + 1

    def _outcome(self, arrow: Edge, prefix: str = "") -> str:
        """Return where an arrow leads, as the end of a sentence; ``place_`` words it for brackets."""
        end = self.flow.end.get(arrow.target)
        if end is not None:
            plainly = end.key == DEFAULT_END and end.text.casefold() == DEFAULT_END
            outcome = say("finished") if plainly else say("ended", text=unended(lowered(plain(end.text))))
            return say("document", outcome=outcome, document=lowered(plain(end.document))) if end.document else outcome
        if arrow.target == arrow.source:
            return say("repeated")
        node = self.flow.node[arrow.target]
        way = "returned" if arrow.back else "onward"
        return say(prefix + way, number=node.number, actor=self._name(node.actor))

    def _quality(self, node: Node, step: Step) -> list[Quality]:
        time = str(node.time) if node.time else ""
        days = (self.notes.mark(say("note_days")),) if node.time and node.time.ambiguous else ()
        parts = {
            "input": Text("; ".join(plain(item) for item in node.input)),
            "time": Text(time, days + self._reading(step, "time")),
            "output": Text(plain(node.output or ""), self._reading(step, "output")),
            "remark": Text(plain(node.note or "")),
        }
        return [Quality(say(key), value) for key, value in parts.items() if value.text]

    def _reading(self, step: Step, key: str) -> tuple[int, ...]:
        return self.notes.unstated([key]) if key in step.unstated else ()


def _condition(text: str) -> str:
    bare = lowered(unended(plain(text)))
    return raised(bare) if _CONDITION.match(bare) else say("if", condition=bare)
