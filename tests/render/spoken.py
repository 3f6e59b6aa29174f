"""A flow and the pages of its drawing -> the words of the flow that the drawing does not say where they belong.

Words are those of the definition and of ``docs/matrix.md``; how they are placed or broken has no meaning. What a cell
of the matrix leaves to a note below the table is read there, a letter on an arrow in the remarks, and what a flowchart
ends with "…" where it is read aloud.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from drawn import Page, read
from told import FORK, onward, shown

from sop_engine.compiler import Compiled
from sop_engine.flow import Edge, EdgeKind, Flow, Node
from sop_engine.render import captions
from sop_engine.render.diagram import PLAIN_END
from sop_engine.render.drawing import diagram
from sop_engine.render.indonesian import plain, unended
from sop_engine.render.publication import heading

YES, NO, SKIPPED, UNNEEDED = "ya", "tidak", "dilewati", "bilatidakdiperlukan"
MARK = re.compile(r"[a-z]+\)")
GOES_ON = re.compile(r"…lihatcatatan(\*\d+\))$")
OTHER_PAGE = re.compile(r"kehal\.\d+$")
PAIR = 2


def unsaid(compiled: Compiled, flow: Flow, svgs: Sequence[str]) -> list[str]:
    """Return what a drawing should say of a flow and does not."""
    pages = [read(svg) for svg in svgs]
    teller = _Matrix(compiled, flow, pages) if pages[0].view == "matrix" else _Symbols(compiled, flow, pages)
    return [*teller.steps(), *teller.labels(), *teller.actors(), *teller.branches()]


def close(words: str | None) -> str:
    """Return words without white space, letters small: where a line is broken has no meaning."""
    return "".join(plain(words or "").split()).casefold()


class _Symbols:
    """Compares a flow with a drawing whose words stand in its symbols."""

    def __init__(self, compiled: Compiled, flow: Flow, pages: Sequence[Page]) -> None:
        self.compiled = compiled
        self.flow = flow
        self.pages = pages
        self.diagram = diagram(flow, heading(compiled, flow), closing=pages[0].view == "matrix")
        self.everything = close("".join(text.words for page in pages for _, text in page.texts))
        self.aloud = close("".join(page.alternative for page in pages)) if "…" in self.everything else ""
        self.drawn: dict[tuple[str, str, str | None], list[str]] = defaultdict(list)
        for label in (each for page in pages for each in page.labels):
            self.drawn[label.source, label.target, label.answer].append(close(label.words))

    def steps(self) -> Iterator[str]:
        """Yield the words of steps, ends and bars that their symbols do not hold."""
        written: dict[str, str] = defaultdict(str)
        for symbol in (each for page in self.pages for each in page.symbols):
            words = close(" ".join(text.words for text in symbol.texts))
            written[symbol.step] += words + (close(symbol.title) + self.aloud if "…" in words else "")
        for symbol in self.diagram.symbols:
            # what stands in a lane needs no name of its actor
            band = symbol.band if self.pages[0].view == "flowchart" else symbol.number
            own = (band, symbol.text, symbol.question, symbol.condition)
            for words in (*own, symbol.involves, *symbol.remarks, symbol.clock):
                if close(words) not in written[symbol.id]:
                    yield f"{symbol.id}: “{words}”"

    def labels(self) -> Iterator[str]:
        """Yield arrows whose words do not stand on them."""
        splits = shown(self.flow)
        for edge in self.flow.edges:
            if captions.label(self.flow, edge) is None or (edge.source in self.flow.join and edge.source not in splits):
                continue
            on_it = self.drawn[edge.source, onward(self.flow, edge, splits), edge.answer]
            said = next((words for words in on_it if self.says(edge, words)), None)
            if said is None:
                yield f"{edge.source} →{edge.kind} {edge.target} “{captions.label(self.flow, edge)}”: {on_it}"
            else:
                on_it.remove(said)

    def says(self, edge: Edge, words: str) -> bool:
        """Return whether a label says what an arrow is."""
        full = close(captions.label(self.flow, edge))
        begun, cut, _ = words.partition("…")
        return OTHER_PAGE.sub("", words) == full or (cut != "" and full.startswith(begun) and full in self.aloud)

    def actors(self) -> Iterator[str]:
        """Yield actors who are named nowhere."""
        yield from (name for name in self.flow.actors.values() if close(name) not in self.everything + self.aloud)

    def branches(self) -> Iterator[str]:
        """Yield headings of parallel branches that stand nowhere."""
        splits = {FORK + split for split in shown(self.flow).values()}
        for edge in self.flow.edges:
            if edge.kind is EdgeKind.FORK and FORK + edge.source in splits:
                words = captions.branch(self.flow, edge)
                if close(words) not in self.everything:
                    yield words


class _Matrix(_Symbols):
    """Compares a flow with its matrix, whose words stand in cells."""

    def __init__(self, compiled: Compiled, flow: Flow, pages: Sequence[Page]) -> None:
        super().__init__(compiled, flow, pages)
        self.below = close("".join(text.words for page in pages for text in page.loose if text.role != "running"))
        self.cells = {
            (cell.column, cell.step): self.whole(close(cell.words))
            for page in pages
            for cell in page.cells
            if cell.step is not None
        }

    def whole(self, words: str) -> str:
        """Return the words of a cell with those that it leaves to a note."""
        cut = GOES_ON.search(words)
        if cut is None:
            return words
        note = self.below.partition(f"{cut[1]}")[2].partition("…")[2]
        return words[: cut.start()] + re.split(r"\*\d+\)", note)[0]

    def steps(self) -> Iterator[str]:
        """Yield the words of rows that their cells do not hold."""
        for symbol in self.diagram.symbols:
            node = self.flow.node.get(symbol.id)
            wanted = [("activity", symbol.text), ("activity", symbol.question)]
            more = (symbol.condition, symbol.involves, *symbol.remarks, symbol.clock)
            wanted += [("note", unended(plain(words))) for words in more if words]
            wanted += self._mutu_baku(node) if node is not None else []
            if symbol.absorbs is not None:
                end = self.flow.end[symbol.absorbs]
                parts = (end.text if end.text != PLAIN_END else "", end.document, *captions.end(self.flow, end))
                wanted += [("note", unended(plain(words))) for words in parts if words]
            for column, words in wanted:
                if close(words) not in self.cells.get((column, symbol.id), ""):
                    yield f"{symbol.id}, {column}: “{words}”"

    def _mutu_baku(self, node: Node) -> list[tuple[str, str | None]]:
        asked = {each.id: each.text for each in self.compiled.definition.requirements}
        times = node.times or ()
        return [
            ("no", str(node.number)),
            *(("input", each) for each in node.input),
            *(("input", asked.get(key)) for key in node.requires),
            *(("time", str(time)) for time in (node.time, *times) if time),
            ("output", node.output),
            ("note", node.note),
            ("note", unended(plain(node.rule or ""))),
        ]

    def says(self, edge: Edge, words: str) -> bool:
        """Return whether a label and the remarks say what an arrow is: Ya, Tidak, its words, or a letter for them."""
        remarks = self.cells.get(("note", edge.source), "")
        full, terms = close(captions.label(self.flow, edge)), tuple(captions.terms(self.flow, edge))
        if MARK.fullmatch(words):
            return words + (SKIPPED if full == UNNEEDED else full) in remarks
        if edge.kind is EdgeKind.SKIP:
            return words == SKIPPED and (full == UNNEEDED or full in remarks)
        if edge.kind is not EdgeKind.ANSWER:
            return words == full
        answers = [each for each in self.flow.outgoing[edge.source] if each.kind is EdgeKind.ANSWER]
        said = close(edge.answer)
        if len(answers) == PAIR and sum(each.affirmative for each in answers) == 1:
            said = YES if edge.affirmative else NO
        explained = said == close(edge.answer) or f"{said}:{full}" in remarks
        return words == said and explained and all(close(term) in remarks for term in terms)
