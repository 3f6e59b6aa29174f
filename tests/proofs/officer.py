"""An officer who does at random what can be done at a desk, legal and not, alone or among others, on any store.

What she is told to have done she says as :class:`Said`; each deed that takes a note carries a token of its own there,
so that a deed that was done twice is seen. What she is refused is a code.
"""

from __future__ import annotations

import hashlib
import random
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import count
from pathlib import Path
from typing import NamedTuple

from sop_engine.compiler import Compiled, load
from sop_engine.definition.catalogue import Catalogue
from sop_engine.engine.event import CaseStatus, Event
from sop_engine.failure import Failure
from sop_engine.office import (
    Clock,
    Office,
    calling,
    closing,
    custody,
    papers,
    recalling,
    recount,
    remarks,
    tick,
)
from sop_engine.office.applicant import applicant_of
from sop_engine.office.view import CaseView
from sop_engine.store.journal import Journal, Page

CATALOGUE = Catalogue(Path(__file__).with_name("definitions"))
OTHER_HOURS = Catalogue(Path(__file__).with_name("other_hours"))
BEGIN = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
HOUR = 1.0
"""Seconds of this machine that an hour of the officers takes, so that deadlines pass while they work."""

PEOPLE = ("sari", "budi", "wati", "joko", "rini", "tono", "dewi", "agus")


class Said(NamedTuple):
    """What an officer was told to have been kept: the event ``version`` of a case, and the token in its note."""

    case: str
    version: int
    token: str | None
    kind: str


@cache
def permit() -> Compiled:
    """Return the definition that has everything a case can go through."""
    return load(CATALOGUE, "izin-tempat-usaha")


def quick_clock(start: float) -> Clock:
    """Return a clock that began at ``start`` (of ``time.monotonic``) and runs an hour in a second."""
    return lambda: BEGIN + timedelta(hours=(time.monotonic() - start) / HOUR)


class Officer:
    """Somebody at the desk of a store; ``most`` is the number of cases after which none is opened any more."""

    def __init__(self, journal: Journal, person: str, seed: int, clock: Clock, most: int = 100) -> None:
        self.office = Office(journal, person, clock)
        self._chance = random.Random(seed)
        self._seed = seed
        self._most = most
        self._numbers = count(1)
        self._cases: list[str] = []
        self._deeds: tuple[tuple[int, Callable[[str], Sequence[Said]]], ...] = (
            (40, self._step),
            (8, self.open),
            (6, self._claim),
            (3, self._release),
            (3, self._reassign),
            (5, self._check),
            (5, self._comment),
            (2, self._correct),
            (2, self._suspend),
            (6, self._recall),
            (6, self._call),
            (1, self._withdraw),
            (1, self._reject),
            (4, self._tick),
            (1, self._recount),
            (3, self._complain),
        )

    def act(self) -> tuple[str, Sequence[Said]]:
        """Do one thing; return its name and what was kept. Raises :class:`Failure` when it was refused."""
        number = next(self._numbers)
        if number % 12 == 1 or not self._cases:
            self._cases = [each.id for each in self.office.cases(page=Page(self._most))]
        deed = self.open if not self._cases else self._chosen()
        token = f"{self.office.person}-{self._seed}-{number}"
        return deed.__name__.strip("_"), deed(token)

    def _chosen(self) -> Callable[[str], Sequence[Said]]:
        weights, deeds = zip(*self._deeds, strict=True)
        return self._chance.choices(deeds, weights)[0]

    def _seen(self) -> tuple[CaseView, int | None]:
        """Return a case, mostly one that still runs, and now and then the version that must not have changed."""
        for _ in range(4):
            view = self.office.show(self._chance.choice(self._cases))
            if not view.case.status.closed:
                break
        if self._chance.random() < 0.3:
            return view, max(view.case.version - (self._chance.random() < 0.1), 1)
        return view, None

    def open(self, token: str) -> Sequence[Said]:
        if len(self._cases) >= self._most:
            return self._step(token)
        lacks = ("have=denah", "lacks=ktp") if self._chance.random() < 0.3 else ("have=denah", "have=ktp")
        who = applicant_of({"name": f"Pemohon {token}", "nik": "3375010101900001"}, secret=False)
        view = self.office.open_case(permit(), note=token, reference=f"B/{token}", applicant=who, papers=lacks)
        self._cases.append(view.id)
        return _said(view, token)

    def _complain(self, token: str) -> Sequence[Said]:
        view, _ = self._seen()
        if len(self._cases) >= self._most:
            return ()
        found = self.office.journal.history(view.id)[-1]
        about = (f"about_case={view.id}", f"about_event={found.event.seq}", f"about_hash={found.hash}")
        made = self.office.open_case(permit(), "langsung", note=token, about=view.id, facts=about, channel="in_person")
        return _said(made, token)

    def _step(self, token: str) -> Sequence[Said]:
        view, expect = self._seen()
        if view.case.status is CaseStatus.SUSPENDED and self._chance.random() < 0.8:
            return _said(self.office.resume(view.id, token, expect=expect), token)
        ways = view.choices
        if not ways or self._chance.random() < 0.1:
            step = self._chance.choice(tuple(view.flow.node))
            return _said(self.office.do(view.id, step, note=token, expect=expect), token)
        way = self._chance.choice(ways)
        actor = self._chance.choice((None, *way.node.performers))
        files = self._files(token) if self._chance.random() < 0.1 else ()
        made = self.office.do(
            view.id,
            way.node.id,
            answer=None if way.skip or way.late else way.edge.answer,
            skip=way.skip,
            escalate=way.late,
            to=way.edge.target if way.late else None,
            actor=actor,
            note=token,
            expect=expect,
            facts=files,
        )
        return _said(made, token)

    def _files(self, token: str) -> tuple[str, ...]:
        content = token.encode() * self._chance.randint(1, 2000)
        digest = hashlib.sha256(content).hexdigest()
        self.office.attached[digest] = content
        return (f"file={digest} {len(content)} {token}.txt",)

    def _claim(self, _: str) -> Sequence[Said]:
        view, expect = self._seen()
        return _said(custody.claim(self.office, view.id, self._any_step(view), expect=expect), None)

    def _release(self, token: str) -> Sequence[Said]:
        view, expect = self._seen()
        return _said(custody.release(self.office, view.id, self._any_step(view), note=token, expect=expect), token)

    def _reassign(self, token: str) -> Sequence[Said]:
        view, expect = self._seen()
        to = self._chance.choice(PEOPLE)
        step = self._any_step(view)
        return _said(custody.reassign(self.office, view.id, step, to, note=token, expect=expect), token)

    def _any_step(self, view: CaseView) -> str | None:
        return self._chance.choice(view.open_nodes).id if view.open_nodes else None

    def _check(self, token: str) -> Sequence[Said]:
        view, expect = self._seen()
        lacks = ("ktp",) if self._chance.random() < 0.4 else ()
        return _said(papers.check(self.office, view.id, lacks=lacks, note=token, expect=expect), token)

    def _comment(self, token: str) -> Sequence[Said]:
        view, expect = self._seen()
        facts = self._files(token)
        return _said(remarks.comment(self.office, view.id, token, facts=facts, expect=expect), token)

    def _correct(self, token: str) -> Sequence[Said]:
        view, expect = self._seen()
        about = self._chance.randint(1, view.case.version + 1)
        return _said(remarks.correct(self.office, view.id, about, token, expect=expect), token)

    def _suspend(self, token: str) -> Sequence[Said]:
        view, expect = self._seen()
        return _said(closing.suspend(self.office, view.id, token, expect=expect), token)

    def _recall(self, token: str) -> Sequence[Said]:
        view, expect = self._seen()
        made, _ = recalling.recall(self.office, view.id, note=token, expect=expect)
        return _said(made, token)

    def _call(self, token: str) -> Sequence[Said]:
        view, expect = self._seen()
        made = calling.call(self.office, CATALOGUE, view.id, "tanah", note=token, expect=expect)
        if made.caller.event is None:
            return ()  # it had been called before: nothing was done
        return [*_said(made.caller, token), *_said(made.called, token)]

    def _withdraw(self, token: str) -> Sequence[Said]:
        view, expect = self._seen()
        return _said(closing.withdraw(self.office, view.id, token, expect=expect), token)

    def _reject(self, token: str) -> Sequence[Said]:
        view, expect = self._seen()
        return _said(closing.reject(self.office, view.id, token, expect=expect), token)

    def _tick(self, _: str) -> Sequence[Said]:
        for case in tick.waiting(self.office)[:3]:
            each = next(tick.fire(self.office, case), None)
            if isinstance(each, tick.Passed):
                raise each.failure
            if each is not None:
                return [Said(each.view.id, each.seq or 0, None, "tick")]
        return ()

    def _recount(self, token: str) -> Sequence[Said]:
        view, _ = self._seen()
        hours = self._chance.choice((CATALOGUE, OTHER_HOURS))
        made = recount.recount(self.office, view.id, hours, note=token)
        return [Said(view.id, made.view.case.version + 1, token, "recounted")]


def _said(view: CaseView, token: str | None) -> Sequence[Said]:
    assert isinstance(view.event, Event)
    return [Said(view.id, view.event.seq, token, view.event.kind.value)]


def refusal(failure: Failure) -> str:
    """Return the code of a refusal that is an officer's everyday life; raises what is none."""
    if failure.code.startswith("RUN"):
        return failure.code
    raise failure
