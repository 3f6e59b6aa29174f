"""A colleague who watches one case with a calendar on the wall and a pencil: which times have run out, and which not.

Knows the events, the procedure's times and the slow calendar of ``tests/calendar/oracle.py``; nothing of the clocks,
due dates and alarms of the engine.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from oracle import DAY, MINUTE, Oracle

from sop_engine.duration import Duration, Unit
from sop_engine.engine.event import MOVES, CaseStatus, Event, EventKind
from sop_engine.flow import EdgeKind, Flow

Spans = list[list[datetime | None]]


class Wall:
    """The oracle's calendar, each day looked up once."""

    def __init__(self, oracle: Oracle) -> None:
        self.oracle = oracle
        self._working: dict[date, bool] = {}
        self._open: dict[date, list[int]] = {}

    def working(self, day: date) -> bool:
        if day not in self._working:
            self._working[day] = self.oracle.working(day)
        return self._working[day]

    def minutes(self, since: datetime, until: datetime) -> int:
        first, last = self.oracle.local(since), self.oracle.local(until)
        day, count = first.date(), 0
        while day <= last.date():
            minutes = self._minutes(day)
            begin = first.hour * 60 + first.minute if day == first.date() else 0
            end = last.hour * 60 + last.minute if day == last.date() else 24 * 60
            count += bisect_left(minutes, end) - bisect_left(minutes, begin)
            day += DAY
        return count

    def _minutes(self, day: date) -> list[int]:
        if day not in self._open:
            midnight = datetime(day.year, day.month, day.day)
            at = (midnight + number * MINUTE for number in range(24 * 60))
            self._open[day] = [number for number, moment in enumerate(at) if self.oracle.open(moment)]
        return self._open[day]

    def late(self, within: Duration, spans: Spans, at: datetime) -> bool:
        """Whether a time that runs at a moment (in the last of its spans) has run out then."""
        ran = [(since, min(until or at, at)) for since, until in spans if since is not None and since <= at]
        if within.unit in (Unit.HOUR, Unit.MINUTE):
            allowed = within.amount * (60 if within.unit is Unit.HOUR else 1)
            return sum(self.minutes(since, until) for since, until in ran) >= allowed
        days = [day for since, until in ran for day in self.oracle.days(since, until)]
        if within.unit is Unit.WORKING_DAY:
            days = [day for day in days if self.working(day)]
        allowed = within.amount * (7 if within.unit is Unit.WEEK else 1)
        if len(days) != allowed:
            return len(days) > allowed
        # on its last day, and on the day on which a file comes back, it is not too late yet
        return self.oracle.local(at).date() > max(days[-1], self.oracle.local(ran[-1][0]).date())


@dataclass
class Seen:
    """A step that is open."""

    step: str
    via: tuple[str, str] | None
    spans: Spans
    told: set[str] = field(default_factory=set)

    @property
    def runs(self) -> bool:
        return bool(self.spans) and self.spans[-1][1] is None

    def stop(self, at: datetime) -> None:
        if self.runs:
            self.spans[-1][1] = at


@dataclass
class Watch:
    """What the watcher knows of one case."""

    flow: Flow
    promised: dict[str, Duration | None]
    wall: Wall
    holder: str = ""
    spans: Spans = field(default_factory=list)
    begun: bool = False
    open: list[Seen] = field(default_factory=list)
    told: set[str] = field(default_factory=set)
    status: CaseStatus = CaseStatus.OPEN
    seq: int = 0
    fired: int = 0

    def see(self, event: Event) -> None:
        """Take note of an event, and hold what it tells of a time that ran out against the wall."""
        assert event.seq == self.seq + 1
        self.seq = event.seq
        if event.fact("due") is not None:
            self._check(event)
        self._file(event)
        self._steps(event)
        self.status = event.status

    def running(self) -> list[tuple[Seen | None, str, Duration]]:
        """Return the times that run now: of which step (None: of the case), under which name, how long."""
        found: list[tuple[Seen | None, str, Duration]] = []
        if self.begun and self.holder == "office":
            found += [(None, name, within) for name, within in self.promised.items() if within is not None]
        for seen in self.open:
            if not seen.runs:
                continue
            node = self.flow.node[seen.step]
            late = [each for each in self.flow.outgoing[seen.step] if each.kind is EdgeKind.LATE]
            found += [(seen, each.target, each.within) for each in late if each.via in (None, seen.via) and each.within]
            if self.status is CaseStatus.OPEN and node.time is not None and self._office(seen):
                found.append((seen, "time", node.time))
            if (
                self.status is CaseStatus.OPEN
                and node.deadline is not None
                and not any(each.via is None for each in late)
            ):
                found.append((seen, f"deadline:{node.deadline}", node.deadline))
        return found

    def missed(self, at: datetime) -> list[str]:
        """Return the times that have run out and were not told."""
        if self.status.closed:
            return []
        return [
            f"{seen.step if seen else 'case'} {name} {within}"
            for seen, name, within in self.running()
            if name not in (seen.told if seen else self.told)
            and self.wall.late(within, seen.spans if seen else self.spans, at)
        ]

    def _office(self, seen: Seen) -> bool:
        for each in self.flow.outgoing[seen.via[0]] if seen.via else ():
            if each.answer == seen.via[1] and each.target == seen.step and each.clock is not None:
                return each.clock == "office"
        return self.flow.node[seen.step].clock == "office"

    def _check(self, event: Event) -> None:
        self.fired += 1
        due = datetime.fromisoformat(event.fact("due") or "")
        assert due <= event.at
        seen = next((each for each in self.open if each.step == event.step), None)
        name = event.fact("warned") or ""
        if event.kind is EventKind.ESCALATED:
            name = next(iter((*event.opens, f"end:{event.end}")))
        times = {(each.step if each else None, what): within for each, what, within in self.running()}
        within = times[event.step, name]
        told, spans = (seen.told, seen.spans) if seen else (self.told, self.spans)
        assert name not in told
        told.add(name)
        assert self.wall.late(within, spans, due)
        assert due == spans[-1][0] or not self.wall.late(within, spans, due - timedelta(minutes=1))

    def _file(self, event: Event) -> None:
        if event.starts is not None:
            self.begun, self.told, self.spans = event.starts == 1, set(), []
        holder = event.clock or self.holder
        if self.spans and self.spans[-1][1] is None and (holder != "office" or event.status.closed):
            self.spans[-1][1] = event.at
        elif holder == "office" and self.begun and (not self.spans or self.spans[-1][1] is not None):
            self.spans.append([event.at, None])
        self.holder = holder

    def _steps(self, event: Event) -> None:
        if event.kind in MOVES:
            alone = event.end is not None or len(self.open) == 1
            self.open = [] if alone else [each for each in self.open if each.step != event.step]
        if event.status.closed:
            self.open = []
        if event.kind is EventKind.RESUMED:
            self.open = [each for each in self.open if each.step not in event.opens]
        for each in self.open:
            if event.status is CaseStatus.SUSPENDED and self.status is not CaseStatus.SUSPENDED:
                each.stop(event.at)
            elif event.status is CaseStatus.OPEN and not each.runs:
                each.spans.append([event.at, None])
        via = (event.step, event.answer) if event.kind in MOVES and event.step and event.answer else None
        self.open += [Seen(step, via, [[event.at, None]]) for step in event.opens]
