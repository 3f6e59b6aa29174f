"""Edge -> where it leads, as the end of a sentence: "dikembalikan ke langkah 5 (Pemohon)", "proses berakhir: …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sop_engine.flow import DEFAULT_END
from sop_engine.render.indonesian import awaited, enumerated, lowered, plain, unended
from sop_engine.render.sheet.blocks import say

if TYPE_CHECKING:
    from sop_engine.flow import Edge, End, Flow


class Wayfinder:
    """Words the targets of one flow's arrows."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow

    def outcome(self, arrow: Edge, prefix: str = "") -> str:
        """Return where an arrow leads, as the end of a sentence; ``place_`` words it for brackets."""
        if arrow.target in self.flow.join:
            return say("branch_done")
        end = self.flow.end.get(arrow.target)
        if end is not None:
            return self._ended(end)
        if arrow.target == arrow.source:
            return say("repeated")
        node = self.flow.node[arrow.target]
        way = "returned" if arrow.back else "onward"
        return say(prefix + way, number=node.number, actor=self._name(node.actor))

    def awaited(self, event: str) -> str:
        """Return what a suspended case waits for, as a part of a sentence."""
        return awaited(event)

    def _ended(self, end: End) -> str:
        plainly = end.key == DEFAULT_END and end.text.casefold() == DEFAULT_END
        outcome = say("finished") if plainly else say("ended", text=unended(lowered(plain(end.text))))
        if end.document:
            outcome = say("document", outcome=outcome, document=lowered(plain(end.document)))
        if end.product:
            outcome = say("with_product", outcome=outcome, product=lowered(plain(end.product)))
        if end.notify:
            names = enumerated([self._name(key) for key in end.notify], say("and"))
            outcome = say("told", outcome=outcome, names=names)
        return outcome

    def _name(self, key: str) -> str:
        return plain(self.flow.actors.get(key, key))
