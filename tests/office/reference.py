"""A second, slow engine: what docs/semantics.md says of a case, written down again in the plainest way.

It reads the arrows and steps of a flow and a plain set of days off, and shares nothing with the program but those. A
case keeps its whole past (every stretch of time with who had it), and every date is found by counting days one by one.
"""

from __future__ import annotations

from collections import deque
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

DAY = timedelta(days=1)


@dataclass
class Wall:
    """The calendar on the office's wall: ``off`` are days off, ``fasting`` those of short hours, ``hours`` ahead."""

    hours: int
    off: frozenset[date]
    fasting: frozenset[date]
    weekdays: int = 5

    def day(self, moment: datetime) -> date:
        return (moment + timedelta(hours=self.hours)).date()

    def midnight(self, day: date) -> datetime:
        return datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(hours=self.hours)

    def works(self, day: date) -> bool:
        return day.weekday() < self.weekdays and day not in self.off

    def spans(self, day: date) -> list[tuple[datetime, datetime]]:
        if not self.works(day):
            return []
        friday, short = day.weekday() == 4, day in self.fasting
        begin, end = (8.0, 15.5 if friday else 15.0) if short else (7.5, 16.5 if friday else 16.0)
        rest = (11.5 if friday else 12.0, 12.5 if short else 13.0)
        start = self.midnight(day)
        return [
            (start + timedelta(hours=since), start + timedelta(hours=until))
            for since, until in ((begin, rest[0]), (rest[1], end))
        ]

    def due(self, within: str, stretches: list[tuple[datetime, datetime | None]], begun: date) -> datetime:
        """Return when a time runs out that ran in ``stretches``, of which the last still runs."""
        amount, _, unit = within.partition(" ")
        since = stretches[-1][0]
        if unit in ("jam", "menit"):
            return self._hours(timedelta(minutes=int(amount) * (60 if unit == "jam" else 1)), stretches)
        days = int(amount)
        if unit == "minggu":
            days *= 7
        elif unit == "bulan":
            days = (later(begun, days) - begun).days
        # a day counts for whoever had the file when it began
        gone = sum(self._days(begin, end, unit) for begin, end in stretches[:-1] if end is not None)
        if gone > days:
            return since
        day = self.day(since)
        while gone < days:
            day += DAY
            if unit != "hari kerja" or self.works(day):
                gone += 1
        return self.midnight(day + DAY)

    def _days(self, begin: datetime, end: datetime, unit: str) -> int:
        day, last, count = self.day(begin), self.day(end), 0
        while day < last:
            day += DAY
            count += unit != "hari kerja" or self.works(day)
        return count

    def _hours(self, left: timedelta, stretches: list[tuple[datetime, datetime | None]]) -> datetime:
        for begin, end in stretches[:-1]:
            day = self.day(begin)
            while self.midnight(day) < end:
                for since, until in self.spans(day):
                    left -= max(min(until, end) - max(since, begin), timedelta(0))
                day += DAY
        since = stretches[-1][0]
        if left <= timedelta(0):
            return since
        day = self.day(since)
        while True:
            for begin, until in self.spans(day):
                ran = max(until - max(begin, since), timedelta(0))
                if ran >= left:
                    return max(begin, since) + left
                left -= ran
            day += DAY


def later(day: date, months: int) -> date:
    """Return the same day of a later month, or the last one of a shorter month."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    for number in range(day.day, 0, -1):
        try:
            return date(year, month + 1, number)
        except ValueError:
            continue
    raise AssertionError


@dataclass
class Waiting:
    """An open step: the stretches in which its time ran, and what was told of it."""

    step: str
    since: datetime
    via: tuple[str, str] | None
    ran: list[list[datetime | None]]
    holder: str | None = None
    told: set[str] = field(default_factory=set)

    @property
    def runs(self) -> bool:
        return self.ran[-1][1] is None


@dataclass
class Standing:
    """Where a case stands: everything that a recall puts back."""

    status: str = "open"
    end: str | None = None
    open: list[Waiting] = field(default_factory=list)
    given: dict[tuple[str, str], int] = field(default_factory=dict)
    holders: list[tuple[datetime, str]] = field(default_factory=list)
    started: datetime | None = None
    told: set[str] = field(default_factory=set)
    makers: dict[str, set[str]] = field(default_factory=dict)
    """Who did a step when it was last done."""


@dataclass
class Refused(Exception):  # noqa: N818 - a value that is compared
    codes: set[str]


class Reference:
    """One case. Every method either says why not (:class:`Refused`) or changes it."""

    def __init__(self, flow, wall: Wall, at: datetime, within: str | None, legal: str | None, complete: bool) -> None:
        self.flow, self.wall, self.within, self.legal = flow, wall, within, legal
        self.nodes = {node.id: node for node in flow.nodes}
        self.ends = {end.id: end for end in flow.ends}
        self.changed, self.version, self.incomplete = at, 1, not complete
        self.events: list[tuple] = []
        self.undo: tuple[int, str, str, str, Standing] | None = None
        self.now = Standing()
        self._open([flow.start], at, None)
        self._hold(at, None)
        if not flow.from_complete or (self.holder == "office" and complete):
            self.now.started = at

    # what is asked of it

    @property
    def closed(self) -> bool:
        return self.now.status in ("finished", "rejected", "withdrawn")

    @property
    def holder(self) -> str:
        return self.now.holders[-1][1]

    def waiting(self, step: str) -> Waiting | None:
        return next((each for each in self.now.open if each.step == step), None)

    def arrows(self, place: str):
        return [edge for edge in self.flow.edges if edge.source == place]

    def late(self, waiting: Waiting):
        """Return the deadlines of a step that lead somewhere, that of the answer that led here first."""
        found = [edge for edge in self.arrows(waiting.step) if edge.kind == "late"]
        return [e for e in found if e.via is not None and e.via == waiting.via] + [e for e in found if e.via is None]

    def ways(self) -> list[tuple[str, str, str | None]]:
        """Return (kind, step, answer) of everything that can be done now, deadlines apart."""
        if self.now.status != "open":
            return []
        found = []
        for waiting in self.now.open:
            kinds = [(edge.kind, edge.answer) for edge in self.arrows(waiting.step)]
            found += [("done", waiting.step, None)] if {"next", "fork"} & {kind for kind, _ in kinds} else []
            found += [("done", waiting.step, answer) for kind, answer in kinds if kind == "answer"]
            found += [("skipped", waiting.step, None) for kind, _ in kinds if kind == "skip"]
        return found

    # when times run out

    def due(self) -> datetime | None:
        return None if self.closed else self._promise(self.within)

    def due_of(self, waiting: Waiting) -> datetime | None:
        times = [at for at, _, _, _ in self._times(waiting)]
        whole = self._promise(self.within)
        return min([*times, *([whole] if whole else [])], default=None)

    def alarms(self) -> list[tuple[datetime, str, str | None, str | None]]:
        """Return (when, what, step, where to) of every time that runs and was not told."""
        found = []
        if not self.closed:
            for what, within in (("promise", self.within), ("fictive", self.legal)):
                at = self._promise(within)
                if at is not None and what not in self.now.told:
                    found.append((at, what, None, None))
        for waiting in self.now.open:
            found += [each for each in self._times(waiting) if each[1] not in waiting.told]
        return found

    def _promise(self, within: str | None) -> datetime | None:
        if within is None or self.now.started is None or self.holder != "office":
            return None
        stretches, holders = [], [*self.now.holders, (None, "")]
        for (since, whose), (until, _) in pairwise(holders):
            if whose == "office" and (until is None or until >= self.now.started):
                stretches.append((max(since, self.now.started), until))
        return self.wall.due(within, stretches, self.wall.day(self.now.started))

    def _times(self, waiting: Waiting):
        if not waiting.runs:
            return []
        node, late = self.nodes[waiting.step], self.late(waiting)
        found = [(f"deadline:{edge.within}", edge.within, edge.target) for edge in late]
        if self.now.status == "open":
            if node.deadline is not None and not any(edge.via is None for edge in late):
                found.append((f"deadline:{node.deadline}", node.deadline, None))
            if node.time is not None and self._owner(waiting) == "office":
                found.append(("time", node.time, None))
        begun = self.wall.day(waiting.since)
        return [(self.wall.due(str(within), waiting.ran, begun), what, node.id, to) for what, within, to in found]

    # what happens to it

    def move(self, kind, step, at, person, actor, answer=None, note=None, to=None, fellows=()):
        """Do, skip or escalate a step as ``actor``; what refuses it has been asked for before."""
        waiting, now = self.waiting(step), self.now
        edges = self._taken(kind, waiting, answer, to)
        answer = edges[0].answer
        before = deepcopy(now)
        if edges[0].kind in ("answer",) and edges[0].limit is not None:
            now.given[step, answer] = now.given.get((step, answer), 0) + 1
        was_suspended, ended = now.status == "suspended", False
        resumes = not was_suspended or self._suspending(waiting)
        now.open.remove(waiting)
        targets = [edge.target for edge in edges]
        while len(targets) == 1 and targets[0].startswith("join:"):
            split = targets[0].removeprefix("join:")
            inside = [each for each in now.open if any(b.startswith(f"{split}/") for b in self.nodes[each.step].inside)]
            targets = [] if inside else [self.arrows(targets[0])[0].target]
        if targets and targets[0] in self.ends:
            end = self.ends[targets[0]]
            now.status, now.end, now.open, ended = end.status.value, end.key, [], True
        elif edges[0].suspend is not None and targets:
            now.status = "suspended"
        elif resumes:
            now.status = "open"
        if not ended:
            if now.status == "suspended" and targets:
                self._halt(at)
            self._open(targets, at, None if answer is None else (step, answer))
            if now.status == "open":
                self._let_run(at)
        submitted = self._hold(at, step)
        if submitted:
            now.started, now.told = at, set()
        self._told(kind, step, person, at, actor=actor)
        if kind == "done":
            now.makers[step] = {person, *(name for _, name in fellows)}
        self.undo = None if ended else (self.version, person, step, actor, before)

    def refusals(
        self, kind, step, person, actor, answer=None, note=None, to=None, fellows=(), lapsed=False
    ) -> set[str]:
        found, waiting = set(), self.waiting(step)
        if self.closed:
            found.add("RUN003")
        elif self.now.status == "suspended" and (kind != "escalated" or (waiting and not waiting.runs)):
            found.add("RUN027")
        names = [person, *(name for _, name in fellows)]
        if len(set(names)) < len(names) or actor in [each for each, _ in fellows]:
            found.add("RUN074")
        if step not in self.nodes:
            return found | {"RUN004"}
        if waiting is None:
            found.add("RUN005")
        node = self.nodes[step]
        if actor not in (node.actor, *node.joint, *node.any_of, *node.deputies):
            found.add("RUN006")
        if waiting is not None and waiting.holder not in (None, person) and not lapsed:
            found.add("RUN041")
        if kind != "escalated":
            found |= self.four_eyes(step, {person, *(name for _, name in fellows)})
        if kind == "done" and self.incomplete and node.requires and self._goes_on(step, answer):
            found.add("RUN057")
        edges = self.arrows(step)
        if kind == "skipped" and not any(edge.kind == "skip" for edge in edges):
            found.add("RUN010")
        if kind == "escalated" and waiting is not None and not self._taken(kind, waiting, None, to):
            found.add("RUN029")
        return found | (self._unanswered(step, answer, note) if kind == "done" else set())

    def _goes_on(self, step: str, answer: str | None) -> bool:
        """Return whether a step done with this answer leads on to a good end without coming here again."""
        given = [edge for edge in self.arrows(step) if edge.answer == answer]
        given = [edge for edge in given if edge.kind in ("next", "fork", "answer")]
        used_up = any(e.limit is not None and self.now.given.get((step, answer), 0) >= e.limit for e in given)
        ways = [] if used_up else [[e.target] for e in given if not e.back and e.target not in self.ends]
        while ways:
            way = ways.pop()
            for edge in self.arrows(way[-1]):
                if edge.target in self.ends and self.ends[edge.target].status == "finished" and edge.kind != "late":
                    return True
                if edge.target not in (*way, step, *self.ends) and edge.kind != "late":
                    ways.append([*way, edge.target])
        return False

    def _unanswered(self, step: str, answer: str | None, note: str | None) -> set[str]:
        """Return why a step cannot be done with this answer."""
        answers = [edge.answer for edge in self.arrows(step) if edge.kind == "answer"]
        if answer is None:
            return {"RUN007"} if answers else set()
        if answer not in answers:
            return {"RUN008" if answers else "RUN009"}
        taken = self._taken("done", Waiting(step, self.changed, None, []), answer, None)
        return {"RUN018"} if taken[0].reason and not note else set()

    def four_eyes(self, step: str, persons: set[str]) -> set[str]:
        """Return why these persons may not have a part in a step: one of them had a part in what it checks."""
        node = self.nodes.get(step)
        made = [self.now.makers.get(other, set()) for other in node.four_eyes] if node else []
        return {"RUN019"} if any(persons & each for each in made) else set()

    def lacking(self, step: str, actor: str | None, fellows) -> list[str]:
        """Return the actors of a step done together who are not named."""
        node = self.nodes.get(step)
        if node is None or not node.joint:
            return []
        there = [actor, *(each for each, _ in fellows)]
        leading = node.actor == "pemohon" or any(each in there for each in (node.actor, *node.any_of, *node.deputies))
        return ([] if leading else [node.actor]) + [each for each in node.joint if each not in there]

    def early(self, step: str, now: datetime, to: str | None) -> bool:
        """Return whether the deadline of a step that would be passed on has yet to pass."""
        waiting = self.waiting(step)
        if waiting is None or not waiting.runs:
            return False
        late = self.late(waiting)
        chosen = late[:1] if to is None else [edge for edge in late if edge.target == to]
        dues = [self.wall.due(str(e.within), waiting.ran, self.wall.day(waiting.since)) for e in chosen]
        return bool(dues) and min(dues) > now

    def suspend(self, at: datetime, person: str, note: str | None) -> None:
        found = {"RUN003"} if self.closed else {"RUN027"} if self.now.status == "suspended" else set()
        self._refuse(found | (set() if note else {"RUN042"}))
        self.now.status = "suspended"
        self._halt(at)
        self._hold(at, None)
        self._told("suspended", None, person, at, undone=True)

    def resume(self, at: datetime, person: str) -> None:
        self._refuse(set() if self.now.status == "suspended" else {"RUN028"})
        for waiting in self.now.open:
            if self._suspending(waiting):
                place = self.now.open.index(waiting)
                self.now.open[place] = Waiting(waiting.step, at, None, [[at, None]])
        self.now.status = "open"
        self._let_run(at)
        self._hold(at, None)
        if self.holder == "office" and self.flow.from_complete and not self.incomplete and self.now.started is None:
            self.now.started, self.now.told = at, set()
        self._told("resumed", None, person, at, undone=True)

    def close(self, at: datetime, person: str, status: str, note: str | None) -> None:
        self._refuse(({"RUN003"} if self.closed else set()) | (set() if note else {"RUN042"}))
        self.now.status, self.now.open = status, []
        self._hold(at, None)
        self._told(status, None, person, at, undone=True)

    def recall(self, at: datetime, person: str) -> None:
        found = {"RUN003"} if self.closed else set()
        if self.undo is None:
            self._refuse(found | {"RUN036"})
        seq, who, _, _, before = self.undo
        self._refuse(found | (set() if who == person else {"RUN037"}))
        for waiting in before.open:
            same = self.waiting(waiting.step)
            if same is not None and (same.since, same.via) == (waiting.since, waiting.via):
                waiting.told |= same.told
        if (before.started is None) == (self.now.started is None):
            before.told |= self.now.told
        self.now = before
        self._told("recalled", None, person, at, undone=True)
        self.about = seq

    def check(self, at: datetime, person: str, complete: bool, note: str | None) -> None:
        stops = not complete and not self.incomplete and self.now.started is not None and self.flow.from_complete
        self._refuse(({"RUN003"} if self.closed else set()) | ({"RUN042"} if stops and not note else set()))
        self.incomplete = not complete
        if self.flow.from_complete and complete and self.holder == "office" and self.now.started is None:
            self.now.started, self.now.told = at, set()
        else:
            self._hold(at, None)
        self._told("checked", None, person, at, undone=True)

    def hold(self, kind: str, at: datetime, person: str, step: str, to: str | None) -> None:
        """Claim, release or give an open step to another person."""
        waiting, found = self.waiting(step), set()
        if self.closed:
            found.add("RUN003")
        if self.now.status == "suspended":
            found.add("RUN027")
        if waiting is None:
            found.add("RUN005" if step in self.nodes else "RUN004")
        elif kind == "claimed" and waiting.holder is not None:
            found.add("RUN041")
        elif kind == "released" and waiting.holder is None:
            found.add("RUN035")
        if kind != "released":
            found |= self.four_eyes(step, {to})
        self._refuse(found)
        waiting.holder = to
        self._told(kind, step, person, at, undone=True)

    def comment(self, at: datetime, person: str, note: str | None) -> None:
        self._refuse(set() if note else {"RUN042"})
        self._told("commented", None, person, at)

    def correct(self, at: datetime, person: str, about: int, note: str | None) -> None:
        self._refuse((set() if note else {"RUN042"}) | (set() if 1 <= about <= self.version else {"RUN038"}))
        self._told("corrected", None, person, at, undone=True)

    def warn(self, at: datetime, person: str, what: str, step: str | None) -> None:
        (self.now.told if step is None else self.waiting(step).told).add(what)
        self._told("warned", step, person, at)

    # how

    def _refuse(self, codes: set[str]) -> None:
        if codes:
            raise Refused(codes)

    def _told(self, kind: str, step: str | None, person: str, at: datetime, *, actor=None, undone=False) -> None:
        self.version += 1
        self.changed = at
        self.events.append((kind, step, person, actor))
        if undone:
            self.undo = None

    def _open(self, steps: list[str], at: datetime, via: tuple[str, str] | None) -> None:
        for step in steps:
            self.now.open.append(Waiting(step, at, via, [[at, None]]))

    def _halt(self, at: datetime) -> None:
        for waiting in self.now.open:
            if waiting.runs:
                waiting.ran[-1][1] = at

    def _let_run(self, at: datetime) -> None:
        for waiting in self.now.open:
            if not waiting.runs:
                waiting.ran.append([at, None])

    def _hold(self, at: datetime, step: str | None) -> bool:
        """Note who has the file now; return whether a complete file was just handed in by ``step``."""
        owners = {self._owner(each) for each in self.now.open} if self.now.status == "open" else set()
        holder = next((whose for whose in ("office", "applicant", "none") if whose in owners), "none")
        if holder == "office" and self.flow.from_complete and self.incomplete and self.now.started is not None:
            holder = "applicant"
        if self.now.holders and holder == self.holder:
            return False
        self.now.holders.append((at, holder))
        return holder == "office" and self.flow.from_complete and not self.incomplete and step in self._submission

    @property
    def _submission(self) -> set[str]:
        """Return the first step, and what follows it while the office does nothing."""
        found, queue = {self.flow.start}, deque([self.flow.start])
        while queue:
            step = queue.popleft()
            if step in self.nodes and self.nodes[step].clock != "office":
                for edge in self.arrows(step):
                    target = self.nodes.get(edge.target)
                    if target and not edge.back and target.clock != "office" and target.id not in found:
                        found.add(target.id)
                        queue.append(target.id)
        return found

    def _owner(self, waiting: Waiting) -> str:
        for edge in self.arrows(waiting.via[0]) if waiting.via else ():
            if edge.answer == waiting.via[1] and edge.target == waiting.step and edge.clock is not None:
                return edge.clock.value
        return self.nodes[waiting.step].clock.value

    def _suspending(self, waiting: Waiting) -> bool:
        return waiting.via is not None and any(
            edge.suspend is not None and edge.answer == waiting.via[1] for edge in self.arrows(waiting.via[0])
        )

    def _taken(self, kind: str, waiting: Waiting, answer: str | None, to: str | None):
        edges = self.arrows(waiting.step)
        if kind == "skipped":
            return [edge for edge in edges if edge.kind == "skip"]
        if kind == "escalated":
            return [edge for edge in self.late(waiting) if to in (None, edge.target)][:1]
        if answer is None:
            return [edge for edge in edges if edge.kind in ("next", "fork")]
        given = next(edge for edge in edges if edge.kind == "answer" and edge.answer == answer)
        if given.limit is not None and self.now.given.get((waiting.step, answer), 0) >= given.limit:
            return [edge for edge in edges if edge.kind == "limit" and edge.answer == answer]
        return [given]
