"""Flow and Diagram -> Wording: what stands in the cells of each row, on the arrows, and below the table.

Symbols bear no words. A decision with two answers says "Ya" and "Tidak" on its arrows and the document's own words in
the remarks; where one word of another decision is too long for its arrow, all its arrows bear letters that are
explained there. What the document does not say stays empty. Nothing in here knows places.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from sop_engine.flow import JOIN_PREFIX, EdgeKind
from sop_engine.messages import printed
from sop_engine.render import captions
from sop_engine.render.diagram import FORK_PREFIX, PLAIN_END, Shape
from sop_engine.render.indonesian import condition, lowered, plain, raised, unended
from sop_engine.render.matrix.cell import Item
from sop_engine.render.matrix.labels import fitting, letter
from sop_engine.render.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sop_engine.flow import End, Flow, Node
    from sop_engine.render.diagram import Arrow, Diagram, Symbol
    from sop_engine.render.matrix.style import Style

TWO = 2
"""The answers of a decision in PermenPAN-RB 35/2012: Ya and Tidak."""


class Cells(NamedTuple):
    """The texts of one row; ``number`` is empty for what is no activity."""

    number: str
    activity: tuple[Item, ...]
    input: tuple[Item, ...]
    time: tuple[Item, ...]
    output: tuple[Item, ...]
    note: tuple[Item, ...]


@dataclass(slots=True)
class Wording:
    """The cells of each symbol by its id, the lines on each arrow by its place, the notes below the table."""

    rows: dict[str, Cells] = field(default_factory=dict)
    labels: dict[int, tuple[str, ...]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    marked: set[str] = field(default_factory=set)
    """The symbols with a sign that a note below the table explains."""


def wording(flow: Flow, diagram: Diagram, requirements: Mapping[str, str], style: Style) -> Wording:
    """Return the words of a matrix; ``requirements`` are the texts by their ids."""
    return _Words(flow, diagram, requirements, style).wording()


class _Words:
    """Finds the words of one matrix."""

    def __init__(self, flow: Flow, diagram: Diagram, requirements: Mapping[str, str], style: Style) -> None:
        self.flow = flow
        self.diagram = diagram
        self.requirements = requirements
        self.style = style
        self.made = Wording()
        self.below = {one.id: other.id for one, other in zip(diagram.symbols, diagram.symbols[1:], strict=False)}
        self.leaving: dict[str, list[tuple[int, Arrow]]] = defaultdict(list)
        for place, arrow in enumerate(diagram.arrows):
            self.leaving[arrow.source].append((place, arrow))
        self.conventions: dict[str, list[str]] = {}

    def wording(self) -> Wording:
        """Return all words."""
        opened: set[str] = set()
        for symbol in self.diagram.symbols:
            heading = next((key for key in reversed(symbol.inside) if key not in opened), None)
            opened.update(symbol.inside)
            self.made.rows[symbol.id] = self._cells(symbol, heading)
        for name, numbers in self.conventions.items():
            words = printed(f"matrix.note_{name}", note=self.style.label("note"), skip=printed("matrix.skip"))
            self.made.notes.append(words)
            told = ", ".join(dict.fromkeys(numbers))
            self.made.notices.append(Notice.of(f"matrix_{name}", numbers=told))
        return self.made

    def _cells(self, symbol: Symbol, heading: str | None) -> Cells:
        node = self.flow.node.get(symbol.id)
        said = (words for words in self._remarks(symbol, node, heading) if words.strip())
        number = str(node.number) if node is not None else ""
        remarks = (*(Item(raised(plain(words))) for words in said), *self._arrows(symbol, number))
        if symbol.absorbs is not None:
            remarks += tuple(Item(raised(plain(words))) for words in self._end(self.flow.end[symbol.absorbs]))
        if node is not None and node.note:
            remarks = (Item(plain(node.note)), *remarks)
        if node is None:
            return Cells("", (Item(raised(plain(symbol.text))),), (), (), (), remarks)
        activity = [Item(plain(node.activity))]
        if node.question is not None:
            activity.append(Item(printed("matrix.question", question=plain(node.question))))
        time = _time(node)
        output = (Item(plain(node.output)),) if node.output else ()
        return Cells(
            str(node.number), tuple(activity), self._input(node), (Item(time),) if time else (), output, remarks
        )

    def _input(self, node: Node) -> tuple[Item, ...]:
        named = [plain(each) for each in node.input]
        known = {each.casefold() for each in named}
        asked = [plain(self.requirements[key]) for key in node.requires if key in self.requirements]
        named += [each for each in asked if each.casefold() not in known]
        if len(named) == 1:
            return (Item(named[0]),)
        return tuple(Item(each, printed("matrix.numbered", number=place)) for place, each in enumerate(named, 1))

    def _remarks(self, symbol: Symbol, node: Node | None, heading: str | None) -> Iterator[str]:
        """Yield what we say of a symbol below the document's own remark."""
        number = str(node.number) if node is not None else ""
        if heading is not None:
            yield self.diagram.branches[heading]
        if node is not None:
            if node.any_of:
                self._convention("either", number, symbol.id)
                yield printed("matrix.either", names=captions.performers(self.flow, node))
            if symbol.condition is not None:
                yield condition(symbol.condition)
            if node.rule:
                yield printed("matrix.rule", rule=unended(plain(node.rule)))
            if node.call is not None:
                self._convention("call", number, symbol.id)
        yield from (each for each in (symbol.involves, *symbol.remarks, symbol.clock) if each)
        if symbol.shape is Shape.BAR:
            split = symbol.id.removeprefix(FORK_PREFIX).removeprefix(JOIN_PREFIX)
            self._convention("parallel", str(self.flow.node[split].number), symbol.id)

    def _end(self, end: End) -> Iterator[str]:
        words = unended(plain(end.text))
        if end.document is not None:
            words = f"{words} ({unended(plain(end.document))})"
        if words != PLAIN_END:
            yield printed("matrix.end", text=lowered(words))
        yield from captions.end(self.flow, end)

    def _arrows(self, symbol: Symbol, number: str) -> Iterator[Item]:
        """Yield what is to be known of the arrows that leave a symbol, and give each its label."""
        leaving = [(place, arrow) for place, arrow in self.leaving[symbol.id] if arrow.label is not None]
        answers = [arrow for _, arrow in leaving if arrow.kind is EdgeKind.ANSWER]
        pair = answers if len(answers) == TWO and sum(arrow.affirmative for arrow in answers) == 1 else []
        if len(answers) > TWO:
            self._convention("answers", number, symbol.id)
        labelled = [(each, self._shown(each[1], each[1] in pair, number)) for each in leaving]
        lines = [fitting(label, len(self.diagram.parties), self.style.face) for _, label in labelled]
        # one kind of label for all: only Ya and Tidak keep theirs beside letters
        lettered = [arrow for (_, arrow), fits in zip(leaving, lines, strict=True) if fits is None]
        if any(arrow not in pair for arrow in lettered):
            lettered = [arrow for _, arrow in leaving if arrow not in pair or arrow in lettered]
        led = pair != [] and self._half_told(pair, [label for (_, arrow), label in labelled if arrow in pair])
        for ((place, arrow), label), fits in zip(labelled, lines, strict=True):
            if arrow in lettered:
                mark = printed("matrix.mark", letter=letter(lettered.index(arrow)))
                self.made.labels[place] = (mark,)
                yield Item(plain(self._explained(arrow, "")), mark)
                continue
            self.made.labels[place] = fits or ()
            if words := self._explained(arrow, label, led=led and arrow in pair):
                yield Item(raised(plain(printed("matrix.explained", label=label, words=words))))

    def _half_told(self, pair: Sequence[Arrow], labels: Sequence[str]) -> bool:
        """Return whether the remarks would explain one of two answers and say of neither where it leads."""
        told = [bool(self._explained(arrow, label)) for arrow, label in zip(pair, labels, strict=True)]
        return told.count(True) == 1 and not any(self._destination(arrow, led=False) for arrow in pair)

    def _shown(self, arrow: Arrow, paired: bool, number: str) -> str:
        """Return the words of an arrow as they might fit on it."""
        match arrow.kind:
            case EdgeKind.SKIP:
                self._convention("skip", number, arrow.source)
                return printed("matrix.skip")
            case EdgeKind.LATE:
                self._convention("late", number, arrow.source)
                return arrow.label or ""
            case EdgeKind.ANSWER if paired:
                return printed("matrix.yes" if arrow.affirmative else "matrix.no")
            case EdgeKind.ANSWER:
                return plain(arrow.answer or "")
            case _:
                return arrow.label or ""

    def _explained(self, arrow: Arrow, label: str, *, led: bool = False) -> str:
        """Return what the remarks say of an arrow beside its label: its own words, where it leads, what happens.

        When ``led``, they say where it leads even if that is the next row.
        """
        parts = [self._own(arrow, label), self._destination(arrow, led=led)]
        note = next((edge.note for edge in arrow.passes if edge.note), None)
        told = ", ".join(part for part in parts if part)
        return "; ".join(part for part in (told, lowered(unended(plain(note))) if note else "") if part)

    def _own(self, arrow: Arrow, label: str) -> str:
        """Return the words of an arrow that its label does not say."""
        said = plain(arrow.label or "")
        if arrow.kind is EdgeKind.SKIP and said == printed("diagram.skip"):
            return "" if label else printed("matrix.skip")
        if arrow.kind is EdgeKind.ANSWER and plain(arrow.answer or "").casefold() == label.casefold():
            return plain("; ".join(captions.terms(self.flow, arrow.passes[0])))
        return "" if said.casefold() == label.casefold() else said

    def _destination(self, arrow: Arrow, *, led: bool) -> str:
        target = self.flow.node.get(arrow.target)
        if target is not None and (led or self.below.get(arrow.source) != arrow.target):
            return printed("matrix.back_to" if arrow.back else "matrix.on_to", number=target.number)
        if not led or target is not None:
            return ""
        if (end := self.flow.end.get(arrow.target)) is not None:
            return lowered(unended(plain(end.text)))
        return printed("matrix.to_join" if arrow.target.startswith(JOIN_PREFIX) else "matrix.to_fork")

    def _convention(self, name: str, number: str, symbol: str) -> None:
        self.made.marked.add(symbol)
        self.conventions.setdefault(name, []).append(number)


def _time(node: Node) -> str:
    if node.times is None:
        return str(node.time) if node.time is not None else ""
    best, usual, worst = node.times
    usual = usual or node.time
    if usual:
        return printed("sheet.times", usual=usual, best=best, worst=worst)
    return printed("sheet.span", best=best, worst=worst)
