"""A year at the desk: hundreds of cases, ticks at random times, killed at random, twice at once, officers in between.

Whatever happens, every time that runs out is told once, with the right due date, by the next tick that ends.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from oracle import SIX, SIX_RAMADAN, Oracle
from watch import Wall, Watch

from sop_engine.compiler import Compiled, load, recompile
from sop_engine.definition.catalogue import Catalogue
from sop_engine.engine.action import Close, Comment, Suspend
from sop_engine.engine.event import CaseStatus, Event
from sop_engine.failure import Failure
from sop_engine.office import CaseView, Office
from sop_engine.office.promised import categories, promised
from sop_engine.office.tick import Fired, fire, waiting
from sop_engine.store.sqlite import SqliteJournal

EXAMPLES = Path(__file__).parents[2] / "examples"
BEGIN = datetime(2026, 1, 5, 0, 30, tzinfo=UTC)
YEAR = timedelta(days=360)

SOPS = (
    "kartu-perpustakaan",
    "pengaduan-kebersihan",
    "permintaan-informasi-desa",
    "sewa-aula-kecamatan",
    "izin-reklame-toko",
    "laik-sehat-rumah-makan",
    "rawat-inap-puskesmas",
    "rekomendasi-kegiatan",
    "salinan-arsip",
    "surat-keterangan-usaha",
    "surat-riwayat-tanah",
    "tera-timbangan",
)
"""The first four have deadlines and are opened more often."""
SIX_DAYS = ("rawat-inap-puskesmas", "sewa-aula-kecamatan", "surat-keterangan-usaha")
"""Those whose unit is put in Papua here, with a week of six days."""


class Killed(Exception):  # noqa: N818 - no error: it happens
    """The process is gone."""


class Shaky:
    """A journal that calls ``meanwhile`` before it keeps an event, and then may die, before or after keeping it."""

    def __init__(self, journal: SqliteJournal) -> None:
        self._journal = journal
        self.meanwhile: Callable[[str], None] | None = None
        self.dies: Callable[[], str] = str

    def __getattr__(self, name: str) -> Any:
        return getattr(self._journal, name)

    def append(self, change: Any) -> Any:
        if self.meanwhile is not None:
            self.meanwhile(change.record.id)
        dies = self.dies()
        if dies == "before":
            raise Killed
        kept = self._journal.append(change)
        if dies == "after":
            raise Killed
        return kept


class Year:
    """What happens in a year, drawn by chance."""

    def __init__(self, folder: Path, seed: int, cases: int) -> None:
        self.journal = SqliteJournal(folder / "tahun.db", create=True)
        self.shaky = Shaky(self.journal)
        self.chance, self.now, self.most = Random(seed), BEGIN, cases
        self.officers = [Office(self.journal, name, lambda: self.now) for name in ("sari", "budi", "tono")]
        self.ticker = Office(self.shaky, "cron", lambda: self.now)  # type: ignore[arg-type]
        self.other = Office(self.journal, "cron", lambda: self.now)
        self.compiled = [made(sop) for sop in SOPS]
        self.walls = {False: Wall(Oracle()), True: Wall(Oracle(hours=SIX, ramadan=SIX_RAMADAN, ahead=9))}
        self.watches: dict[str, Watch] = {}
        self.ticks = self.kills = 0

    def live(self) -> None:
        while self.now < BEGIN + YEAR:
            self.now += timedelta(minutes=1 + int(self.chance.expovariate(1 / (YEAR.days * 1440 / (self.most * 14)))))
            drawn = self.chance.random()
            if drawn < 0.07:
                self.tick()
            elif drawn < 0.2 and len(self.watches) < self.most:
                self.open()
            elif self.watches:
                names = [*self.watches]
                self.work(self.chance.choice(names[-15:] if self.chance.random() < 0.8 else names))
        self.ticker.journal.dies = str  # type: ignore[attr-defined]
        self.tick()

    def open(self) -> None:
        compiled = self.chance.choice(self.compiled + self.compiled[:4] * 2)
        flow = self.chance.choice(compiled.flows)
        group = self.chance.choice([*flow.groups]) if flow.groups else None
        flow = compiled.flow(flow.procedure, group)
        known = categories(compiled.definition, flow)
        category = self.chance.choice(known) if known else None
        papers = ("lacks=ktp",) if self.chance.random() < 0.1 else ()
        view = self.officers[0].open_case(compiled, flow.procedure, None, group, category=category, papers=papers)
        times = promised(compiled.definition, flow, category)
        wall = self.walls[compiled.definition.id in SIX_DAYS]
        self.watches[view.id] = Watch(flow, {"promise": times.within, "fictive": times.legal}, wall)

    def work(self, case: str) -> None:
        office = self.chance.choice(self.officers)
        view = office.show(case)
        with suppress(Failure):  # four eyes, a reason: whoever is refused comes back another day
            self._work(office, view)

    def _work(self, office: Office, view: CaseView) -> None:
        drawn = self.chance.random()
        if view.case.status is CaseStatus.SUSPENDED:
            if drawn < 0.5:
                office.resume(view.id)
        elif drawn < 0.04:
            office.record(view, Suspend(self.now, office.person, "menunggu putusan"))
        elif drawn < 0.05:
            office.record(view, Close(self.now, office.person, CaseStatus.WITHDRAWN, "dicabut pemohon"))
        elif drawn < 0.08:
            office.record(view, Comment(self.now, office.person, "pemohon menelepon"))
        else:
            ways = [each for each in view.choices if not each.late]
            if ways:
                way = self.chance.choice(ways)
                office.do(view.id, way.node.id, answer=way.edge.answer, skip=way.skip, note="alasan")

    def tick(self) -> None:
        """Tick to the end, or die; then look at every case, when it came to its end."""
        self.ticks += 1
        mode = self.chance.random()
        self.shaky.meanwhile = self._meanwhile if mode < 0.5 else None
        if 0.3 < mode < 0.7:
            self.shaky.dies = lambda: self.chance.choice(("before", "after", "", ""))
        try:
            run(self.ticker)
        except Killed:
            self.kills += 1
            self._look()
            return
        finally:
            self.shaky.dies, self.shaky.meanwhile = str, None
        self._look()
        run(self.other)  # what somebody else began while the tick ran is left to the next
        self._look()
        assert waiting(self.other) == ()
        for case, watch in self.watches.items():
            assert not watch.missed(self.now), (case, watch.missed(self.now))

    def _meanwhile(self, case: str) -> None:
        drawn = self.chance.random()
        if drawn < 0.2:
            run(self.other)
        elif drawn < 0.4:
            self.work(case)

    def _look(self) -> None:
        for case, watch in self.watches.items():
            for each in self.journal.history(case, watch.seq + 1):
                watch.see(each.event)


def run(office: Office) -> None:
    for case in waiting(office):
        for each in fire(office, case):
            assert isinstance(each, Fired)


def made(sop: str) -> Compiled:
    compiled = load(Catalogue(EXAMPLES), sop)
    if sop not in SIX_DAYS or compiled.unit_text is None:
        return compiled
    text = compiled.unit_text.replace("Asia/Jakarta", "Asia/Jayapura") + "calendar:\n  week: 6\n"
    moved = recompile(compiled.text, text)
    assert moved is not None
    assert moved.unit is not None
    return moved


@pytest.fixture
def year(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Year]:
    year = Year(tmp_path, *request.param)
    yield year
    year.journal.close()


@pytest.mark.parametrize("year", [(2026, 200), (7, 80)], indirect=True)
def test_a_year_of_ticks_tells_everything_once(year: Year) -> None:
    year.live()
    fired = sum(watch.fired for watch in year.watches.values())
    told = [event for case in year.watches for event in recorded(year, case) if event.fact("due") is not None]
    assert len(told) == fired
    assert {event.fact("warned") or "passed on" for event in told} >= {"promise", "fictive", "time", "passed on"}
    assert year.kills > 3
    assert fired > 80
    for case in year.watches:
        assert year.officers[0].history(case).broken_at is None


def recorded(year: Year, case: str) -> list[Event]:
    return [each.event for each in year.journal.history(case)]
