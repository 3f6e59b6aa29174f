"""The steps of a procedure as a paper tells them in sentences -> the steps and arrows that a reader takes from them.

Reads as a citizen does: "dikembalikan ke langkah 5" leads to step 5, a step that says nothing of its way leads to the
one below it, the last one of a branch to where the branches meet, and the last one of all to the end "selesai". Only
the numbers of steps and the words of answers and ends are taken from the flow.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from told import FORK, Said, Told

from sop_engine.flow import DEFAULT_END, END_PREFIX, JOIN_PREFIX, EdgeKind, Flow

PLACED = re.compile(r"\((?:kembali ke )?langkah (\d+)\)")
LED = re.compile(r"\b(?:dilanjutkan|dikembalikan|kembali) ke langkah (\d+)\b", re.IGNORECASE)
IF = re.compile(r"(?:apabila|jika|jikalau|bila|bilamana|kalau|dalam hal|pada saat|selama|ketika) ", re.IGNORECASE)
SKIPPED = ("Apabila syarat pelaksanaannya tidak terpenuhi", "Untuk golongan pemohon lain")
SKIPPED_TO = " dilewati dan "
ONWARD = (
    *("Dilanjutkan ke langkah", "Kembali ke langkah", "Langkah ini diulangi"),
    *("Proses selesai", "Proses berakhir", "Cabang ini selesai"),
)
LATE = "Apabila tenggat itu lewat, "
OFTEN = re.compile(r"Apabila jawaban ini sudah diberikan \d+ kali, ")
DEADLINE = "Tenggat langkah ini"
WITHIN = "cabang yang memuatnya selesai pula"


class NotToldError(ValueError):
    """A sentence that leads nowhere a reader could find."""


@dataclass
class Written:
    """A numbered step as it is written, with the lines below it and the branches that it opens."""

    number: int
    sentence: str
    details: list[str] = field(default_factory=list)
    branches: list[list[Written]] = field(default_factory=list)
    joined: str = ""


def told(steps: Sequence[Written], flow: Flow) -> Told:
    """Return the steps and arrows of a procedure that is written as ``steps``, and the ends that are reached.

    Raises NotToldError.
    """
    reader = _Reader(flow)
    # what leads to one place for two reasons may be told in two sentences
    arrows = Counter(_without_bars(set(reader.list(steps, END_PREFIX + DEFAULT_END)), list(reader.single(steps))))
    ends = {arrow.target for arrow in arrows if arrow.target.startswith(END_PREFIX)}
    bars = {arrow.source for arrow in arrows if arrow.source.startswith((FORK, JOIN_PREFIX))}
    return Told(frozenset({*reader.step_ids(steps), *ends, *bars}), arrows)


def _without_bars(arrows: set[Said], splits: Sequence[str]) -> set[Said]:
    """Return arrows without the bars of blocks that have one branch only: pictures show that as steps like others."""
    for split in splits:
        onward = next(arrow.target for arrow in arrows if arrow.source == JOIN_PREFIX + split)
        arrows = {arrow for arrow in arrows if arrow.source != JOIN_PREFIX + split and arrow.target != FORK + split}
        arrows = {
            arrow._replace(
                source=split if arrow.source == FORK + split else arrow.source,
                target=onward if arrow.target == JOIN_PREFIX + split else arrow.target,
            )
            for arrow in arrows
        }
    return arrows


class _Reader:
    """Takes arrows from sentences of one flow's paper."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.named = {node.number: node.id for node in flow.nodes}

    def step_ids(self, steps: Sequence[Written]) -> Iterator[str]:
        for step in steps:
            yield self.named[step.number]
            for branch in step.branches:
                yield from self.step_ids(branch)

    def single(self, steps: Sequence[Written]) -> Iterator[str]:
        """Yield the steps that open one branch only."""
        for step in steps:
            if len(step.branches) == 1:
                yield self.named[step.number]
            for branch in step.branches:
                yield from self.single(branch)

    def list(self, steps: Sequence[Written], after: str) -> Iterator[Said]:
        """Yield the arrows of a list of steps whose last one leads to ``after`` when it says nothing else."""
        for step, following in zip(steps, [*steps[1:], None], strict=True):
            yield from self.step(step, self.named[following.number] if following else after, after)

    def step(self, step: Written, follows: str, after: str) -> Iterator[Said]:
        mine = self.named[step.number]
        silent = True
        for detail in (written.replace("\N{NO-BREAK SPACE}", " ") for written in step.details):
            answer = self.answer(mine, detail)
            if answer is not None:
                silent = False
                yield from self.answered(mine, answer, detail)
            elif detail.startswith(SKIPPED):
                yield Said(mine, self.goal(mine, detail) if SKIPPED_TO in detail else follows, None, EdgeKind.SKIP)
            elif detail.startswith(DEADLINE) and LATE in detail:
                yield Said(mine, self.goal(mine, detail.partition(LATE)[2]), None, EdgeKind.LATE)
            elif detail.startswith(ONWARD):
                silent = False
                yield Said(mine, self.goal(mine, detail), None, EdgeKind.NEXT)
        if step.branches:
            yield from self.parallel(step, mine, after)
        elif silent:
            yield Said(mine, follows, None, EdgeKind.NEXT)

    def answered(self, mine: str, answer: str, detail: str) -> Iterator[Said]:
        often = OFTEN.split(detail)
        late = often[0].split(LATE)
        target = self.goal(mine, late[0])
        yield Said(mine, target, answer, EdgeKind.ANSWER)
        if len(late) > 1:
            yield Said(target, self.goal(target, late[1]), None, EdgeKind.LATE)
        if len(often) > 1:
            yield Said(mine, self.goal(mine, often[1]), answer, EdgeKind.LIMIT)

    def parallel(self, step: Written, mine: str, after: str) -> Iterator[Said]:
        """Yield the arrows of a block, with a bar where it starts and one where it ends, as pictures show it."""
        join = JOIN_PREFIX + mine
        onward = after if WITHIN in step.joined else self.goal(join, step.joined.replace("\N{NO-BREAK SPACE}", " "))
        yield Said(mine, FORK + mine, None, EdgeKind.NEXT)
        for branch in step.branches:
            yield Said(FORK + mine, self.named[branch[0].number], None, EdgeKind.FORK)
            yield from self.list(branch, join)
        yield Said(join, onward, None, EdgeKind.NEXT)

    def answer(self, mine: str, detail: str) -> str | None:
        """Return the answer that a line is about: the longest one whose words it begins with."""
        words = _bare(detail)
        known = [answer for answer in self.flow.node[mine].answers if words.startswith(f"{_bare(answer)},")]
        return max(known, key=len, default=None)

    def goal(self, mine: str, outcome: str) -> str:
        """Return where the end of a sentence leads. Raises NotToldError."""
        for pattern in (PLACED, LED):
            found = pattern.search(outcome)
            if found is not None:
                return self.named[int(found[1])]
        low = outcome.casefold()
        if "langkah ini diulangi" in low:
            return mine
        if "cabang ini selesai" in low:
            inside = self.flow.node[mine].inside[-1]
            return JOIN_PREFIX + inside.rpartition("/")[0]
        if "proses selesai" in low:
            return END_PREFIX + DEFAULT_END
        ends = [end for end in self.flow.ends if f"proses berakhir: {_bare(end.text)}" in low]
        ends = [end for end in ends if _bare(end.document or "") in low] or ends
        if not ends:
            raise NotToldError(outcome)
        return max(ends, key=lambda end: len(end.text) + len(end.document or "")).id


def _bare(text: str) -> str:
    words = " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split()).casefold().rstrip(" ;,.")
    return IF.sub("", words, count=1) if IF.match(words) else words
