"""The desk and its reference side by side: each action is done on both, and everything that shows is compared.

People, cases, days off and a clock that also jumps; one store. :class:`Desk` counts the actions in :data:`DONE`.
"""

from __future__ import annotations

import json
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import mkdtemp

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from inboxes import inbox, own_inbox
from reference import Reference, Refused, Wall
from sample import UNIT_TEXT, definition

from sop_engine.compiler import compile_text
from sop_engine.failure import Failure
from sop_engine.office import Office, tick
from sop_engine.office.closing import reject, suspend, withdraw
from sop_engine.office.custody import claim, reassign, release, together
from sop_engine.office.papers import check
from sop_engine.office.recalling import recall
from sop_engine.office.remarks import comment, correct
from sop_engine.store.journal import Entry
from sop_engine.store.sqlite import SqliteJournal

DONE: Counter[str] = Counter()
"""How often each action was taken, and (``refused …``) refused by both; looks are not counted."""

PERMIT = definition(
    """
requirements: [{id: surat, text: Surat permohonan}, {id: ktp, text: Kartu tanda penduduk}]
applicants: {baru: {name: Pemohon baru}, lama: {name: Pemohon lama}}
ends:
  batal: {status: withdrawn, text: Permohonan batal}
  ditolak: {status: rejected, text: Permohonan ditolak}
  kedaluwarsa: {status: withdrawn, text: Permohonan kedaluwarsa}
steps:
  - {id: ajukan, actor: pemohon, activity: Mengajukan permohonan, deadline: {within: 3 hari kerja, end: kedaluwarsa}}
  - {id: daftar, actor: petugas, activity: Mendaftarkan pemohon, only: [baru], time: 45 menit}
  - id: periksa
    actor: petugas
    with: [lurah]
    activity: Memeriksa berkas
    requires: [surat]
    time: 1 hari kerja
    decision:
      question: Apakah berkas lengkap?
      branches:
        - {answer: lengkap}
        - answer: kurang
          to: ajukan
          reason: true
          limit: {times: 2, end: ditolak}
          deadline: {within: 7 hari kalender, end: batal}
        - {answer: menunggu, suspend: bukti pembayaran, deadline: {within: 5 hari kerja, end: batal}}
        - {answer: tunggu, to: sahkan, clock: applicant}
  - id: bagi
    actor: lurah
    activity: Membagi berkas
    time: 3 jam
    parallel:
      - steps:
          - id: susun
            actor: petugas
            activity: Menyusun surat izin
            optional: apabila belum ada
            decision:
              question: Apakah sudah dibayar?
              branches: [{answer: sudah}, {answer: belum, to: uji, suspend: pembayaran}]
          - id: uji
            actor: lurah
            any_of: [petugas]
            activity: Menguji surat izin
            decision:
              question: Apakah baik?
              branches: [{answer: baik}, {answer: belum, to: susun, limit: {times: 1, to: uji}}]
      - steps:
          - id: tinjau
            actor: petugas
            with: [lurah]
            activity: Meninjau lokasi
            optional: apabila perlu
            deadline: {within: 1 hari kerja, to: lapor}
          - id: lapor
            actor: lurah
            any_of: [petugas]
            activity: Melaporkan hasil
            time: 2 hari
            four_eyes: [tinjau]
  - id: sahkan
    actor: lurah
    deputy: {actor: petugas, when: Lurah tidak di tempat}
    activity: Menandatangani surat izin
    time: 2 jam
    four_eyes: [susun]
    deadline: {within: 2 hari kerja}
  - {id: serahkan, actor: pemohon, activity: Menerima surat izin, deadline: {within: 1 minggu, end: kedaluwarsa}}
sla: {within: 3 hari kerja, from: requirements_complete}
"""
)

LETTER = definition(
    """
id: surat-keterangan
title: Surat Keterangan
unit: contoh/layanan
requirements: [{id: surat, text: Surat permohonan}]
steps:
  - {id: terima, actor: petugas, activity: Menerima berkas, time: 30 menit}
  - id: teliti
    actor: lurah
    activity: Meneliti berkas
    requires: [surat]
    time: 10 jam
    decision:
      question: Apakah benar?
      branches:
        - {answer: benar}
        - {answer: salah, to: lengkapi, clock: applicant, deadline: {within: 1 bulan, end: selesai}}
        - {answer: ulang, to: teliti, reason: true}
  - {id: kirim, actor: petugas, activity: Mengirim surat, optional: apabila diminta, end: selesai}
  - {id: lengkapi, actor: petugas, activity: Menunggu pemohon, next: teliti, clock: none, time: 1 hari kerja}
sla: {within: 1 bulan, from: submitted}
complaints:
  channels: [{kind: in_person, procedure: langsung}]
  within: 5 hari kerja
  procedures:
    - id: langsung
      title: Pengaduan Langsung
      steps:
        - {id: catat, actor: petugas, activity: Mencatat pengaduan, time: 1 hari kerja}
        - {id: jawab, actor: lurah, activity: Menjawab pengaduan}
"""
)

UNITS = {
    "contoh/kelurahan": UNIT_TEXT,
    "contoh/layanan": UNIT_TEXT.replace("contoh/kelurahan", "contoh/layanan")
    + "time_zone: Asia/Makassar\ncalendar:\n  holidays: [{date: 2026-03-25, name: Hari Jadi}]\n",
}

OFFICES: dict[str, tuple[tuple[str, str, date, date | None], ...]] = {
    "sri": (
        ("contoh/kelurahan", "petugas", date(2020, 1, 1), None),
        ("contoh/layanan", "petugas", date(2020, 1, 1), None),
    ),
    "ani": (("contoh/kelurahan", "lurah", date(2020, 1, 1), None), ("contoh/layanan", "lurah", date(2020, 1, 1), None)),
    "budi": (
        ("contoh/kelurahan", "petugas", date(2020, 1, 1), date(2026, 3, 27)),
        ("contoh/kelurahan", "lurah", date(2026, 3, 3), date(2026, 4, 10)),
    ),
    "tono": (("contoh/layanan", "petugas", date(2026, 4, 1), None),),
}
STEWARD = "ani"
PERSONS = (*OFFICES, "orang-luar")
BEGIN = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


def people_text() -> str:
    lines = ["people: 1", "persons:"]
    for person, offices in OFFICES.items():
        lines += [f"  - id: {person}", f"    name: {person.title()}", f"    steward: {str(person == STEWARD).lower()}"]
        lines += ["    offices:"]
        for unit, actor, since, until in offices:
            deputy = "" if until is None or actor != "lurah" else ", standing: plh, letter: 800/1/2026"
            ends = "" if until is None else f", until: {until}"
            lines.append(f"      - {{unit: {unit}, actor: {actor}, from: {since}{ends}{deputy}}}")
    return "\n".join(lines) + "\n"


def days_off() -> tuple[frozenset[date], frozenset[date]]:
    """Return the days off and the days of short hours that are in force, as they are listed."""
    import sop_engine.calendar

    listed = json.loads(Path(sop_engine.calendar.__file__).with_name("national.json").read_text(encoding="utf-8"))
    last = max(each["number"] for each in listed["editions"])
    held = [
        each for each in (*listed["days"], *listed["ramadan"]) if each["since"] <= last < each.get("dropped", last + 1)
    ]
    off = frozenset(date.fromisoformat(each["date"]) for each in held if "date" in each)
    fasting = set()
    for each in (each for each in held if "first" in each):
        day = date.fromisoformat(each["first"])
        while day <= date.fromisoformat(each["last"]):
            fasting.add(day)
            day += timedelta(1)
    return off, frozenset(fasting)


OFF, FASTING = days_off()
WALLS = {
    "contoh/kelurahan": Wall(7, OFF, FASTING),
    "contoh/layanan": Wall(8, OFF | {date(2026, 3, 25)}, FASTING),
}


def _compiled(text: str, unit: str):
    compiled, found = compile_text(text, UNITS[unit])
    assert compiled is not None, found
    return compiled


SERVICES = (
    # compiled, procedure, group, unit, what is promised, what the law sets
    (_compiled(PERMIT, "contoh/kelurahan"), "utama", "lama", "3 hari kerja", "3 hari kerja"),
    (_compiled(PERMIT, "contoh/kelurahan"), "utama", "baru", "3 hari kerja", "3 hari kerja"),
    (_compiled(LETTER, "contoh/layanan"), "utama", None, "1 bulan", "1 bulan"),
    (_compiled(LETTER, "contoh/layanan"), "langsung", None, "5 hari kerja", None),
)
REQUIREMENTS = ("surat",)
NOTES = (None, "alasan", "catatan\nbaris dua", None, 'kutip " dan \\', "x")
SAME = {"RUN013": "RUN005", "RUN014": "RUN003"}
"""The same refusals, told with who was faster."""

ACTORS = ("petugas", "lurah", "pemohon", "camat")
ASKED = st.sampled_from((None, None, None, None, *ACTORS))
"""What is asked for with ``--as``: mostly nothing, else any actor, also one who has no part in it."""
HOLDING = st.sampled_from(("claimed", "released", "reassigned"))
FELLOWS = st.lists(st.tuples(st.sampled_from(ACTORS), st.sampled_from(PERSONS)), max_size=2)
"""Who is named with ``--with``."""

number = st.sampled_from(range(840))  # evenly, not mostly small ones
WAITS = (
    *(timedelta(minutes=each) for each in (1, 20, 61, 240)),
    *(timedelta(hours=each) for each in (5, 9, 14, 24, 30, 72)),
    *(timedelta(days=each) for each in (7, 15, 40, -1)),
    -timedelta(hours=3),
    timedelta(0),
)


def said(event) -> tuple:
    """Return what an event says: what, where, who, and of a step in which capacity."""
    moves = event.kind in ("done", "skipped", "escalated")
    return event.kind, event.step, event.person, event.actor if moves else None


def refusal_of(action) -> str | None:
    """Do it, and return the code with which it was refused, or None."""
    try:
        action()
    except Failure as failure:
        return SAME.get(failure.code, failure.code)
    return None


class Desk(RuleBasedStateMachine):
    """Officers at one store; ``cases`` are the references by the case's name."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(mkdtemp(prefix="model-", dir="/dev/shm" if Path("/dev/shm").is_dir() else None))
        self.journal = SqliteJournal(self.folder / "kasus.db", create=True)
        self.journal._db.execute("PRAGMA synchronous = OFF")
        self.time = BEGIN
        self.cases: dict[str, tuple[Reference, str]] = {}
        self.counted: Counter[str] = Counter()
        self.listed = False
        self.offices = {person: Office(self.journal, person, lambda: self.time) for person in PERSONS}

    def teardown(self) -> None:
        from shutil import rmtree

        for case in self.cases:
            self._same_history(case)
        self.journal.close()
        rmtree(self.folder)

    @initialize(listed=st.booleans())
    def people(self, listed: bool) -> None:
        self.listed = listed
        if listed:
            self.journal.load_people(people_text(), Entry(self.time, "people", STEWARD, None))

    # who may

    def _held(self, person: str, unit: str) -> list[str]:
        today = WALLS[unit].day(self.time)
        return [
            actor
            for where, actor, since, until in OFFICES.get(person, ())
            if where == unit and since <= today and (until is None or today <= until)
        ]

    def _entitled(self, person: str, unit: str, performers: tuple[str, ...], asked: str | None) -> set[str]:
        """Return why a person may not act for one of these actors (none: for the unit)."""
        if not self.listed:
            return set()
        if person not in OFFICES:
            return {"RUN030"}
        held, chosen = self._held(person, unit), performers if asked is None else (asked,)
        outside = unit == "contoh/kelurahan" and "pemohon" in chosen  # elsewhere no applicant has a part in it
        if set(held) & set(chosen) or (held and (not chosen or outside)):
            return set()
        return {"RUN031"} if asked is None or outside else {"RUN032"}

    def _refused(self, person: str, unit: str, performers: tuple[str, ...], asked: str | None) -> set[str]:
        """Return why a person may not do something on a step of these actors (none: on the case) as ``asked``."""
        part = {"RUN006"} if performers and asked not in (None, *performers) else set()
        return self._entitled(person, unit, performers, asked) | part

    def _lapsed(self, case: str, step: str) -> bool:
        """Return whether who claimed a step may do it no longer, so that the claim binds nobody."""
        ours, unit = self.cases[case]
        node, waiting = ours.nodes.get(step), ours.waiting(step)
        if node is None or waiting is None or waiting.holder is None:
            return False
        performers = (node.actor, *node.joint, *node.any_of, *node.deputies)
        return bool(self._entitled(waiting.holder, unit, performers, None))

    def _strangers(self, unit: str, performers: tuple[str, ...], fellows) -> set[str]:
        """Return why these may not be named as those who did a step of these actors together."""
        found = set()
        for actor, person in fellows:
            if actor not in performers:
                found |= {"RUN006"} if performers else set()
            elif not (unit == "contoh/kelurahan" and actor == "pemohon"):
                found |= self._entitled(person, unit, performers, actor)
        return found

    def _fellows(self, case: str, step: str, actor: str | None, person: str, which: int):
        """Return people to name for those with whom somebody does a step, of the offices where somebody has them."""
        ours, unit = self.cases[case]
        found = []
        for each in ours.lacking(step, actor, ()):
            able = [name for name in PERSONS if name != person and not self._entitled(name, unit, (each,), each)]
            found.append((each, able[which % len(able)] if able else "orang-luar"))
        return found

    def _capacity(self, person: str, unit: str, performers: tuple[str, ...], asked: str | None) -> str | None:
        """Return the actor as which the person then acts."""
        if not self.listed:
            return asked or next(iter(performers), None)
        held, chosen = self._held(person, unit), performers if asked is None else (asked,)
        if not chosen:
            # a definitive office comes before a deputy's
            order = [
                (until is not None and actor == "lurah", place)
                for place, (where, actor, _, until) in enumerate(OFFICES[person])
                if where == unit and actor in held
            ]
            return OFFICES[person][min(order)[1]][1]
        return next((actor for actor in chosen if actor in held), "pemohon")

    def _case(self, which: int, running: bool = True) -> str | None:
        names = [name for name, (case, _) in self.cases.items() if not (running and case.closed)]
        return names[which % len(names)] if names else None

    def _someone(self, who: int, unit: str, performers: tuple[str, ...]) -> str:
        """Return a person, mostly one who may."""
        able = [person for person in PERSONS if not self._entitled(person, unit, performers, None)]
        return able[who % len(able)] if able and who % 5 else PERSONS[who % len(PERSONS)]

    # one action on both

    def _both(self, name: str, case: str, desk, reference, allowed: set[str]) -> None:
        """Do it at the desk and on the reference; ``allowed`` are refusals for which the case is not asked."""
        ours, codes = self.cases[case][0], set(allowed)
        before = ours.version
        try:
            reference(codes)
        except Refused as refusal:
            codes |= refusal.codes
        assert bool(codes) == (ours.version == before), (codes, name)
        code = refusal_of(desk)
        assert (code in codes) if codes else (code is None), (name, code, codes)
        DONE[name if code is None else f"refused {name}"] += 1
        if code is None:
            self._same(case)
        else:
            assert self.journal.load(case).case.version == ours.version

    def _at(self, case: str) -> datetime:
        return max(self.time, self.cases[case][0].changed)

    def _same(self, case: str) -> None:
        ours, _ = self.cases[case]
        record = self.offices["sri"].show(case).record
        found, now = record.case, ours.now
        assert (found.status, found.end, found.version) == (now.status, now.end, ours.version)
        steps = [(each.step, each.since, each.via, each.holder, set(each.warned)) for each in found.open]
        assert steps == [(each.step, each.since, each.via, each.holder, each.told) for each in now.open]
        assert {(each.step, each.answer): each.times for each in found.given} == now.given
        assert (found.clock, found.started, found.incomplete) == (ours.holder, now.started is not None, ours.incomplete)
        assert (found.recallable is not None) == (ours.undo is not None)
        dues = record.state.dues
        assert dues.case == ours.due(), "the promised time"
        if not ours.closed:
            assert list(dues.steps) == [ours.due_of(each) for each in now.open], "the steps' times"
        assert dues.alarm == min((each[0] for each in ours.alarms()), default=None), "the next alarm"
        assert set(found.warned) == now.told
        last = self.journal.last(case)
        assert said(last) == ours.events[-1]
        assert last.at == ours.changed == record.changed_at

    def _same_history(self, case: str) -> None:
        history = self.offices["sri"].history(case)
        assert history.broken_at is None
        assert [said(each.event) for each in history.events] == self.cases[case][0].events

    # what happens

    @precondition(lambda self: sum(not case.closed for case, _ in self.cases.values()) < 3)
    @rule(which=number, who=number, short=st.integers(0, 3))
    def open_case(self, which: int, who: int, short: int) -> None:
        compiled, procedure, group, within, legal = SERVICES[which % len(SERVICES)]
        unit = compiled.definition.unit
        person, papers = self._someone(who, unit, ()), ("lacks=surat",) if short == 1 else ("have=surat",)
        refused = self._entitled(person, unit, (), None)
        opened = []
        code = refusal_of(
            lambda: opened.append(self.offices[person].open_case(compiled, procedure, group=group, papers=papers))
        )
        assert (code in refused) if refused else (code is None)
        if code is not None:
            DONE["refused open"] += 1
            return
        (view,) = opened
        year = WALLS[unit].day(self.time).year
        self.counted[f"{compiled.definition.id}-{year}"] += 1
        name = f"{compiled.definition.id}-{year}"
        assert view.id == f"{name}-{self.counted[name]:04d}"
        flow = compiled.flow(procedure, group)
        case = Reference(flow, WALLS[unit], self.time, within, legal, short != 1)
        case.events = [("opened", None, person, None)]
        self.cases[view.id] = case, unit
        DONE["open"] += 1
        self._same(view.id)

    @precondition(lambda self: self.cases)
    @rule(which=number, way=st.lists(number, min_size=1, max_size=8), who=number, note=st.sampled_from(NOTES))
    def go_on(self, which: int, way: list[int], who: int, note: str | None) -> None:
        """Take some of the ways that are open, as somebody who mostly may."""
        case = self._case(which)
        for each in way:
            ways = self.cases[case][0].ways() if case else []
            if ways:
                kind, step, answer = ways[each % len(ways)]
                self._move(case, kind, step, answer, None, who + each, None, note or ("alasan" if each % 8 else None))

    @precondition(lambda self: self.cases)
    @rule(which=number, place=number, who=number, wait=st.booleans(), goal=number)
    def pass_on(self, which: int, place: int, who: int, wait: bool, goal: int) -> None:
        """Pass on a step whose deadline is over, or (without ``wait``) perhaps not yet."""
        names = [
            (name, waiting)
            for name, (case, _) in self.cases.items()
            for waiting in case.now.open
            if case.late(waiting) and waiting.runs
        ]
        if not names:
            return
        case, waiting = names[which % len(names)]
        ours = self.cases[case][0]
        late = ours.late(waiting)
        to = late[goal % len(late)].target if goal % 2 else None
        dues = [at for at, _, step, leads in ours.alarms() if step == waiting.step and leads]
        if wait and dues:
            self.time = max(self.time, dues[place % len(dues)] - timedelta(microseconds=which % 2))
        self._move(case, "escalated", waiting.step, None, to, who, None, None)

    @precondition(lambda self: self.cases)
    @rule(
        which=number,
        kind=st.sampled_from(("done", "skipped", "escalated")),
        place=number,
        said=number,
        who=number,
        asked=ASKED,
        note=st.sampled_from(NOTES),
        fellows=st.none() | FELLOWS,
    )
    def try_anything(
        self,
        which: int,
        kind: str,
        place: int,
        said: int,
        who: int,
        asked: str | None,
        note: str | None,
        fellows: list[tuple[str, str]] | None,
    ) -> None:
        case = self._case(which, running=bool(which % 7))
        if case is None:
            return
        ours = self.cases[case][0]
        steps = [*ours.nodes, "entah"]
        waiting = [each.step for each in ours.now.open]
        step = waiting[place % len(waiting)] if waiting and place % 4 else steps[place % len(steps)]
        answers = [None, "entah", *sorted({edge.answer for edge in ours.arrows(step) if edge.answer})]
        goals = [None, *sorted({edge.target for edge in ours.arrows(step) if edge.kind == "late"}), "end:selesai"]
        answer = answers[said % len(answers)] if kind == "done" else None
        goal = goals[said % len(goals)] if kind == "escalated" else None
        self._move(case, kind, step, answer, goal, who, asked, note, fellows)

    def _move(self, case, kind, step, answer, to, who, asked, note, fellows=None) -> None:
        ours, unit = self.cases[case]
        node = ours.nodes.get(step)
        performers = (node.actor, *node.joint, *node.any_of, *node.deputies) if node else ()
        person = self._someone(who, unit, performers)
        refused = self._refused(person, unit, performers, asked)
        actor = None if refused else self._capacity(person, unit, performers, asked)
        if fellows is None:
            fellows = self._fellows(case, step, actor, person, who) if kind == "done" else []
        refused |= self._strangers(unit, performers, fellows)
        lapsed = self._lapsed(case, step)
        if self.listed and kind == "done" and ours.lacking(step, actor, fellows):
            refused |= {"RUN072"}
        if kind == "escalated" and ours.early(step, self._at(case), to):
            refused = refused | {"RUN044"}

        def reference(codes: set[str]) -> None:
            codes |= ours.refusals(
                kind, step, person, actor if actor is not None else asked, answer, note, to, fellows, lapsed
            )
            if not codes:
                ours.move(kind, step, self._at(case), person, actor, answer, note, to, fellows)

        words = {"answer": answer, "skip": kind == "skipped", "escalate": kind == "escalated", "to": to}
        office, told = self.offices[person], [f"{each}={name}" for each, name in fellows]

        def desk() -> None:
            facts = together(office, office.show(case), step, told)
            office.do(case, step, **words, actor=asked, note=note, facts=facts)

        self._both(kind, case, desk, reference, refused)

    @precondition(lambda self: self.cases)
    @rule(
        which=number,
        who=number,
        note=st.sampled_from(NOTES),
        how=st.sampled_from(("suspend", "reject", "withdraw")),
        asked=ASKED,
    )
    def stop(self, which: int, who: int, note: str | None, how: str, asked: str | None) -> None:
        case = self._case(which, running=bool(which % 7))
        if case is None or (how != "suspend" and which % 9):
            return
        ours, unit = self.cases[case]
        own = [each.step for each in ours.now.open if ours.nodes[each.step].actor != "pemohon"]
        node = ours.nodes[own[0]] if len(own) == 1 and how != "withdraw" else None
        performers = (node.actor, *node.joint, *node.any_of, *node.deputies) if node else ()
        person = self._someone(who, unit, performers)
        at = self._at(case)

        def reference(codes: set[str]) -> None:
            if codes:
                return
            if how == "suspend":
                ours.suspend(at, person, note)
            else:
                ours.close(at, person, "rejected" if how == "reject" else "withdrawn", note)

        desk = {"suspend": suspend, "reject": reject, "withdraw": withdraw}[how]
        refused, office = self._refused(person, unit, performers, asked), self.offices[person]
        held = [each for each in ours.now.open if each.holder not in (None, person)]
        if self.listed and any(not self._lapsed(case, each.step) for each in held):
            refused = refused | {"RUN041"}
        if how != "withdraw" and (unit, asked) == ("contoh/kelurahan", "pemohon"):
            refused = refused | {"RUN006"}
        if person == STEWARD and asked is None:
            refused = set()
        self._both(how, case, lambda: desk(office, case, note, actor=asked), self._first(reference, refused), refused)

    def _first(self, reference, refused: set[str]):
        """Return the reference's action, which is not done where the person may not."""
        return lambda codes: None if refused else reference(codes)

    @precondition(lambda self: self.cases)
    @rule(
        which=number,
        who=number,
        how=st.sampled_from(("resume", "resume", "check", "lack", "comment", "correct")),
        note=st.sampled_from(NOTES),
        asked=ASKED,
    )
    def beside(self, which: int, who: int, how: str, note: str | None, asked: str | None) -> None:
        case = self._case(which, running=bool(which % 7))
        if case is None:
            return
        ours, unit = self.cases[case]
        if how == "resume" and which % 3:
            case = next((name for name, (each, _) in self.cases.items() if each.now.status == "suspended"), case)
            ours, unit = self.cases[case]
        person, at = self._someone(who, unit, ()), self._at(case)
        office, about = self.offices[person], who % (ours.version + 2)
        actions = {
            "resume": (lambda: office.resume(case, note, actor=asked), lambda: ours.resume(at, person)),
            "check": (
                lambda: check(office, case, complete=True, actor=asked),
                lambda: ours.check(at, person, True, None),
            ),
            "lack": (
                lambda: check(office, case, lacks=["surat"], actor=asked, note=note),
                lambda: ours.check(at, person, False, note),
            ),
            "comment": (lambda: comment(office, case, note, actor=asked), lambda: ours.comment(at, person, note)),
            "correct": (
                lambda: correct(office, case, about, note, actor=asked),
                lambda: ours.correct(at, person, about, note),
            ),
        }
        refused = self._entitled(person, unit, (), asked)
        desk, reference = actions[how]
        self._both(how, case, desk, self._first(lambda _: reference(), refused), refused)

    @precondition(lambda self: self.cases)
    @rule(which=number, who=number, asked=ASKED)
    def take_back(self, which: int, who: int, asked: str | None) -> None:
        case = self._case(which, running=bool(which % 7))
        if case is None:
            return
        ours, unit = self.cases[case]
        person, refused = PERSONS[who % len(PERSONS)], set()
        if ours.undo is not None:
            _, last, step, actor, _ = ours.undo
            person = last if who % 3 else person
            node = ours.nodes[step]
            performers = (node.actor, *node.joint, *node.any_of, *node.deputies)
            refused = self._refused(person, unit, performers, asked or actor)
        self._both(
            "recall",
            case,
            lambda: recall(self.offices[person], case, actor=asked),
            self._first(lambda _: ours.recall(self._at(case), person), refused),
            refused | self._not_own(ours, person),
        )

    def _not_own(self, ours: Reference, person: str) -> set[str]:
        return {"RUN037"} if ours.undo is not None and ours.undo[1] != person else set()

    @precondition(lambda self: self.cases)
    @rule(which=number, place=number, who=number, to=number, how=HOLDING, asked=ASKED)
    def hold(self, which: int, place: int, who: int, to: int, how: str, asked: str | None) -> None:
        case = self._case(which, running=bool(which % 7))
        if case is None:
            return
        ours, unit = self.cases[case]
        steps = [each.step for each in ours.now.open] if place % 5 else [*ours.nodes, "entah"]
        steps = steps or [*ours.nodes]
        step = steps[place % len(steps)]
        node, waiting = ours.nodes.get(step), ours.waiting(step)
        performers = (node.actor, *node.joint, *node.any_of, *node.deputies) if node else ()
        person, receiver = self._someone(who, unit, performers), self._someone(to, unit, performers)
        if waiting is not None and waiting.holder and who % 3:
            person = waiting.holder
        refused = set()
        if how == "claimed":
            refused = self._refused(person, unit, performers, asked)
        elif waiting is not None and waiting.holder == person:
            refused = self._entitled(person, unit, performers, None)
        elif self.listed and waiting is not None and person != STEWARD:
            refused = {"RUN033"}
        if how == "reassigned" and node is not None:
            refused = refused | self._entitled(receiver, unit, performers, None)
        office = self.offices[person]
        desk = {
            "claimed": lambda: claim(office, case, step, actor=asked),
            "released": lambda: release(office, case, step),
            "reassigned": lambda: reassign(office, case, step, receiver),
        }[how]
        holder = {"claimed": person, "released": None, "reassigned": receiver}[how]
        what = "reassigned" if how == "claimed" and self._lapsed(case, step) else how
        self._both(
            how,
            case,
            desk,
            self._first(lambda _: ours.hold(what, self._at(case), person, step, holder), refused),
            refused,
        )

    @rule(wait=st.sampled_from(WAITS))
    def time_passes(self, wait: timedelta) -> None:
        self.time += wait

    @precondition(lambda self: self.cases)
    @rule(who=number, wait=st.booleans())
    def tick(self, who: int, wait: bool) -> None:
        """Tell what has run out; with ``wait`` when the next time has."""
        office = self.offices[PERSONS[who % len(PERSONS)]]
        coming = [each[0] for case, _ in self.cases.values() for each in case.alarms()]
        if wait and coming:
            self.time = max(self.time, min(coming))
        late = tick.waiting(office)
        ours = {name: min((each[0] for each in case.alarms()), default=None) for name, (case, _) in self.cases.items()}
        assert set(late) == {name for name, at in ours.items() if at is not None and at <= self.time}
        for case in late:
            reference = self.cases[case][0]
            for fired in tick.fire(office, case):
                assert isinstance(fired, tick.Fired), fired
                pending = [each for each in reference.alarms() if each[0] <= self.time]
                alarm = (fired.alarm.at, fired.alarm.what, fired.alarm.step, fired.alarm.to)
                assert alarm in pending
                assert alarm[0] == min(each[0] for each in pending)
                at = self._at(case)
                if alarm[3] is None:
                    reference.warn(at, office.person, alarm[1], alarm[2])
                else:
                    reference.move("escalated", alarm[2], at, office.person, None, to=alarm[3])
                DONE["fired"] += 1
            assert not [each for each in reference.alarms() if each[0] <= self.time]
            self._same(case)
        DONE["tick"] += 1

    @precondition(lambda self: self.cases)
    @rule(who=number, actor=st.sampled_from(("petugas", "lurah", "pemohon")))
    def look(self, who: int, actor: str) -> None:
        person = PERSONS[who % len(PERSONS)]
        office = self.offices[person]
        if self.listed and person not in OFFICES:
            assert refusal_of(lambda: inbox(office)) == "RUN030"
            return
        every = self._waiting(lambda unit, node: True)
        assert [self._line(task) for task in inbox(office)] == every
        mine = self._waiting(lambda unit, node: actor in (node.actor, *node.joint, *node.any_of, *node.deputies))
        assert [self._line(task) for task in inbox(office, actor)] == mine
        today = WALLS["contoh/kelurahan"].day(self.time)
        held = {
            (unit, own)
            for unit, own, since, until in OFFICES.get(person, ())
            if self.listed and since <= today and (until is None or today <= until)
        }
        own = self._waiting(
            lambda unit, node: any(
                (unit, each) in held for each in (node.actor, *node.joint, *node.any_of, *node.deputies)
            )
        )
        # without a list of people everybody's work is one's own
        assert [self._line(task) for task in own_inbox(office)] == (own if self.listed else every)
        names = [record.id for record in office.cases()]
        assert sorted(names) == sorted(self.cases)

    def _line(self, task) -> tuple:
        return task.due or datetime.max.replace(tzinfo=UTC), task.case, task.step, task.holder, task.since

    def _waiting(self, mine) -> list[tuple]:
        found = []
        for name, (case, unit) in self.cases.items():
            if case.now.status == "open":
                for each in case.now.open:
                    if mine(unit, case.nodes[each.step]):
                        due = case.due_of(each) or datetime.max.replace(tzinfo=UTC)
                        found.append((due, name, each.step, each.holder, each.since))
        return sorted(found, key=lambda each: each[:3])

    @precondition(lambda self: self.cases)
    @rule(which=number)
    def read_again(self, which: int) -> None:
        self._same_history(self._case(which, running=False))
